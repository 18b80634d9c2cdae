"""Relationships that stand where a name should."""

import pytest

from riskflag.matching.labels import Label, read_label
from riskflag.vocabulary import Relationship

UNKNOWN = Relationship.UNKNOWN


@pytest.mark.parametrize(
    ("words", "declared", "label"),
    [
        pytest.param("mother", UNKNOWN, Label(Relationship.PARENT, "mother", ()), id="mother"),
        pytest.param("his mum", Relationship.PARENT, Label(Relationship.PARENT, "mother", ()), id="his mum"),
        pytest.param("dad", UNKNOWN, Label(Relationship.PARENT, "father", ()), id="dad"),
        pytest.param("ex wife", UNKNOWN, Label(Relationship.EX_SPOUSE, "", ()), id="ex-wife"),
        pytest.param("former partner", UNKNOWN, Label(Relationship.EX_PARTNER, "", ()), id="former partner"),
        pytest.param("ex girlfriend", UNKNOWN, Label(Relationship.EX_PARTNER, "", ()), id="ex-girlfriend"),
        pytest.param(
            "disabled ex wife f", UNKNOWN, Label(Relationship.EX_SPOUSE, "", ("f",)), id="and an initial"
        ),
        pytest.param(
            "his sister amy holt", UNKNOWN, Label(Relationship.SIBLING, "", ("amy", "holt")), id="a name"
        ),
        pytest.param("mother ann", UNKNOWN, Label(Relationship.PARENT, "", ("ann",)), id="a named mother"),
        pytest.param("mother in law", UNKNOWN, Label(Relationship.OTHER_RELATIVE, "", ()), id="in-law"),
        pytest.param("family member m", UNKNOWN, Label(None, "", ("m",)), id="no one relationship"),
        pytest.param(
            "son nguyen", Relationship.PARTNER, Label(None, "", ("son", "nguyen")), id="a given name Son"
        ),
        pytest.param("karen friend", UNKNOWN, Label(None, "", ("karen", "friend")), id="a surname Friend"),
        pytest.param("ex", UNKNOWN, Label(None, "", ("ex",)), id="ex what"),
        pytest.param("", UNKNOWN, Label(None, "", ()), id="nothing"),
    ],
)
def test_read(words: str, declared: Relationship, label: Label) -> None:
    assert read_label(tuple(words.split()), declared) == label
