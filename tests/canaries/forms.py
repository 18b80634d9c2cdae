"""Canaries: invented protected addresses that stand nowhere else, and the search for them in whatever form.

All begin alike, so that one search finds every one of them however many there are.
"""

import codecs
import html
import json
import os
import re
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from riskflag.records import Address, Point
from riskflag.vocabulary import Uprn

MANY = int(os.environ.get("RISKFLAG_CANARIES", "6"))
"""How many canaries there are."""

START = "Quillory & Zoë's Row"
WORD = "Quillory"
UPRN_START = "990000777"
POSTCODE = re.compile(rb"(?i)ZQ7(?:%20| |\+)?[0-9][A-Z]{2}")
LETTERS = "ABCDEFGHJLNPQRSTUWXYZ"

SIXTEEN = ("utf-16-le", "utf-16-be")
FORMS: Mapping[str, Callable[[str], tuple[bytes, ...]]] = {
    "plain": lambda text: (text.encode(),),
    "upper case": lambda text: (text.upper().encode(),),
    "lower case": lambda text: (text.lower().encode(),),
    "no spaces": lambda text: tuple(
        form("".join(text.split())).encode() for form in (str, str.upper, str.lower)
    ),
    "URL": lambda text: (quote(text).encode(), quote_plus(text).encode()),
    "base64": lambda text: tuple(_within_base64(text.encode(), offset) for offset in range(3)),
    "hexadecimal": lambda text: (text.encode().hex().encode(), text.encode().hex().upper().encode()),
    "HTML": lambda text: (html.escape(text).encode(), html.escape(text).replace("#x27", "#39").encode()),
    "JSON": lambda text: (json.dumps(text)[1:-1].encode(),),
    "UTF-16": lambda text: tuple(text.encode(encoding) for encoding in SIXTEEN),
    "reversed": lambda text: (text[::-1].encode(),),
    "ROT13": lambda text: (codecs.encode(text, "rot13").encode(),),
}
"""How a text may be written. Deflated text, the postcode and the UPRN are looked for by themselves."""


@dataclass(frozen=True, slots=True)
class Canary:
    """An address that nobody may be told of but the responsible officer.

    number: tells it from the others
    """

    number: int

    @property
    def text(self) -> str:
        """The address in one line."""
        return f"{START} {self.number}, Testbury, {self.postcode}"

    @property
    def postcode(self) -> str:
        """A postcode of its own."""
        some, rest = divmod(self.number, 10)
        first, second = divmod(some, len(LETTERS))
        return f"ZQ7 {rest}{LETTERS[first]}{LETTERS[second]}"

    @property
    def address(self) -> Address:
        """The address as it is held."""
        return Address(
            self.text,
            uprn=Uprn(f"{UPRN_START}{self.number:03}"),
            number=str(self.number),
            street=START,
            town="Testbury",
            postcode=self.postcode,
            point=Point(410000 + self.number, 310000, 10),
        )


CANARIES = tuple(Canary(number) for number in range(MANY))


def written(canary: Canary) -> Mapping[str, tuple[bytes, ...]]:
    """The canary in each form."""
    told = {form: write(canary.text) for form, write in FORMS.items()}
    return {
        **told,
        "postcode": (canary.postcode.encode(), canary.postcode.replace(" ", "").lower().encode()),
        "UPRN": (str(canary.address.uprn).encode(),),
        "deflated": (_deflated(canary), b64encode(_deflated(canary))),
    }


def found(surfaces: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Where a canary is, and in which form."""
    return [
        (surface, form)
        for surface, content in surfaces.items()
        for form, needles in NEEDLES.items()
        if any(needle in content for needle in needles)
    ] + [(surface, "postcode") for surface, content in surfaces.items() if POSTCODE.search(content)]


def _within_base64(content: bytes, offset: int) -> bytes:
    """What base64 makes of it wherever it begins, without the characters that depend on what is beside it."""
    shifted = b64encode(bytes(offset) + content)
    return shifted[-(-offset * 8 // 6) : (len(content) + offset) * 8 // 6]


def _deflated(canary: Canary) -> bytes:
    return zlib.compress(canary.text.encode())


def _beginnings() -> tuple[bytes, ...]:
    """How any of them begins when deflated, and that in base64."""
    examples = [_deflated(Canary(number)) for number in (0, 7, 88, 419)]
    alike = next(place for place, here in enumerate(zip(*examples, strict=False)) if len(set(here)) > 1)
    start = examples[0][:alike]
    return start, _within_base64(start, 0)


NEEDLES: Mapping[str, tuple[bytes, ...]] = {
    **{form: (*write(START), *write(WORD)) for form, write in FORMS.items()},
    "UPRN": (UPRN_START.encode(),),
    "deflated": _beginnings(),
}
