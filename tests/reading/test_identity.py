"""Known names, and whatever looks like an address, found in a text."""

import pytest

from riskflag.reading.identity import addresses_in, mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Jane Orr is afraid", [("Jane Orr", True)], id="whole"),
        pytest.param("jane orr is afraid", [("jane orr", True)], id="whole, in small letters"),
        pytest.param("ORR, Jane", [("ORR, Jane", True)], id="surname first"),
        pytest.param("Jane's home", [("Jane's", False)], id="given name with a possessive"),
        pytest.param("Ms Orr", [("Orr", False)], id="surname"),
        pytest.param("jane said so", [], id="part of it in small letters is left alone"),
        pytest.param("Janet Orrin", [], id="other names that start alike"),
        pytest.param("Jané Orr", [("Jané Orr", True)], id="an accent"),
        pytest.param("J\u0430ne \u041err", [("J\u0430ne \u041err", True)], id="letters that look like ours"),
        pytest.param("Jane Orr and Orr", [("Jane Orr", True), ("Orr", False)], id="twice"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_mentions(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(each.words, each.whole) for each in mentions(text, ["Jane Orr"])] == found


def test_each_mention_says_whose_name_it_is() -> None:
    assert [each.name for each in mentions("Ann Lee met Jane Orr", ["Jane Orr", "Ann Lee", ""])] == [1, 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("lives at 14 Larch Close, Dorley", ["14 Larch Close"], id="a numbered door"),
        pytest.param("lives at 14 larch close", ["14 larch close"], id="in small letters"),
        pytest.param("Flat 2, 14a Old Mill Road", ["Flat 2, 14a Old Mill Road"], id="a flat"),
        pytest.param("seen in Larch Close", ["Larch Close"], id="a street alone"),
        pytest.param("near ZE9 8YX and ze98yx", ["ZE9 8YX", "ze98yx"], id="postcodes"),
        pytest.param("no address is known", [], id="none"),
        pytest.param("three weeks on the road", [], id="a road that is no address"),
    ],
)
def test_addresses(text: str, found: list[str]) -> None:
    assert [each.words for each in addresses_in(text)] == found
    assert all(text[each.start : each.end] == each.words for each in addresses_in(text))
