"""Whether a text names somebody."""

import pytest

from riskflag.facts.names import is_named, named_in
from riskflag.records import NamedPerson

BETH = NamedPerson("Beth Sample", aliases=("Zo\u00eb Sample",), former_names=("Beth Holt",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Beth Sample is afraid.", True, id="in full"),
        pytest.param("beth sample is afraid", True, id="in small letters"),
        pytest.param("B\u0435th S\u0430mple is afraid", True, id="with letters that only look like ours"),
        pytest.param("\uff22eth Sample", True, id="with a wide letter"),
        pytest.param("Zoe Sample called", True, id="an alias without its accent"),
        pytest.param("Beth Holt, as she was", True, id="a former name"),
        pytest.param("Beth Samples", False, id="a longer word"),
        pytest.param("Bath sample", False, id="other words"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_text_names_somebody_by_any_name_in_full(text: str, named: bool) -> None:
    assert is_named(BETH, text) is named


@pytest.mark.parametrize("name", ["", " ", "A", "\u0410"], ids=ascii)
def test_a_missing_name_or_a_letter_is_named_nowhere(name: str) -> None:
    assert not named_in(name, "A text with A in it")
