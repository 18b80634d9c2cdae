"""The words of two addresses against each other."""

import pytest

from riskflag.matching.address_likeness import Likeness, compare_words, words_in_common
from riskflag.matching.address_parts import take_apart
from riskflag.records.base import Address


def likeness(left: str, right: str) -> Likeness:
    one, other = take_apart(Address(left)), take_apart(Address(right))
    assert compare_words(one, other) == compare_words(other, one)
    return compare_words(one, other)


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        pytest.param("2 Elm Road", "2 Elm Rd", 1.0, 1.0, id="an abbreviation"),
        pytest.param("2 Lavender Road", "2 Lavendar Road", 0.9, 1.0, id="one letter off"),
        pytest.param("2 Sandpiperroad Dorley", "2 Sandpiper Road Dorley", 0.7, 1.0, id="words run together"),
        pytest.param("2 Greenway Dorley", "2 Greenway, Dorley", 1.0, 1.0, id="an end that only one shows"),
        pytest.param("2 Elm Road", "2 Elm Lane", 0.7, 0.8, id="another kind of street"),
        pytest.param("2 Larch Close", "2 Birch Close", 0.2, 0.3, id="two trees"),
        pytest.param("2 Elm Road", "2 Canal Terrace", 0.0, 0.1, id="nothing shared"),
        pytest.param(
            "2 Felby Road, Dorley", "2 Dorley Road, Felby", 0.6, 0.75, id="street and town exchanged"
        ),
        pytest.param(
            "Rose Cottage, Mill Lane", "Ivy Cottage, Mill Lane", 0.5, 0.72, id="two cottages in a lane"
        ),
        pytest.param("2", "2 Elm Road", 0.5, 0.5, id="only one has words"),
    ],
)
def test_streets(left: str, right: str, least: float, most: float) -> None:
    assert least <= likeness(left, right).street <= most


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        pytest.param("2 Elm Road", "2 Elm Lane", True, id="road and lane"),
        pytest.param("2 Elm Road", "2 Elm Rd", False, id="an abbreviation"),
        pytest.param("2 Elm Road", "2 Elm", False, id="one does not say"),
    ],
)
def test_street_types(left: str, right: str, differ: bool) -> None:
    assert likeness(left, right).street_types_differ is differ


@pytest.mark.parametrize(
    ("left", "right", "locality", "given_once"),
    [
        pytest.param(
            "2 Elm Road, Dorley", "2 Elm Road, Upper Felby, Dorley", 1.0, False, id="part of the other"
        ),
        pytest.param("2 Elm Road, Dorley", "2 Elm Road, Felby", 0.0, False, id="two towns"),
        pytest.param("2 Elm Road, Dorley", "2 Elm Road", None, True, id="one town"),
        pytest.param("2 Elm Road, England", "2 Elm Road", None, False, id="a country is no town"),
    ],
)
def test_localities(left: str, right: str, locality: float | None, given_once: bool) -> None:
    found = likeness(left, right)
    assert (found.locality, found.locality_given_once) == (locality, given_once)


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        pytest.param("Lark School, Dorley", "Dorley", 1.0, id="all of the shorter one, wherever it stands"),
        pytest.param("Lark School, Dorley", "Felby", 0.0, id="nothing"),
        pytest.param("Lark School, England", "Mill House, England", 0.0, id="a country tells nothing"),
        pytest.param("Dorley", "AB1 2CD", 0.0, id="nothing to compare with"),
    ],
)
def test_words_in_common(left: str, right: str, share: float) -> None:
    one, other = take_apart(Address(left)), take_apart(Address(right))
    assert words_in_common(one, other) == words_in_common(other, one) == share
