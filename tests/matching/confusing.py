"""Texts rewritten with letters and digits that only look like the ones that stood there."""

from collections.abc import Mapping, Sequence
from string import ascii_letters, digits

from hypothesis import strategies as st

from riskflag.reference.look_alikes import look_alikes

WIDE = 0xFEE0
"""From a character to the one of its kind that fills a whole square."""


def _passing_for(plain: str) -> tuple[str, ...]:
    listed = [each for each, letters in look_alikes().items() if letters == plain]
    strokes = [each for each, letters in look_alikes().items() if letters == "l" and each.isupper()]
    return (*listed, *(strokes if plain == "I" else ()), chr(ord(plain) + WIDE))


LOOK_ALIKES: Mapping[str, Sequence[str]] = {plain: _passing_for(plain) for plain in ascii_letters + digits}


@st.composite
def confused(draw: st.DrawFn, text: str, most: int = 4) -> str:
    """The text with some of its letters and digits, one at least, as look-alikes."""
    places = [place for place, each in enumerate(text) if each in LOOK_ALIKES]
    chosen = draw(st.sets(st.sampled_from(places), min_size=1, max_size=most))
    return "".join(
        draw(st.sampled_from(LOOK_ALIKES[each])) if place in chosen else each
        for place, each in enumerate(text)
    )
