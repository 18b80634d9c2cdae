"""What is written leaves out what says no more than its absence would."""

from datetime import date

import pytest

from riskflag.dossier import SourceCoverage
from riskflag.importers.plain import plain
from riskflag.records import NamedPerson, Sex
from riskflag.vocabulary import Relationship, Source


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(NamedPerson("Ann"), {"name": "Ann"}, id="defaults are left out"),
        pytest.param(
            NamedPerson("Ann", Relationship.PARENT, date(1960, 1, 2), aliases=("A",), is_child=False),
            {
                "name": "Ann",
                "relationship": "parent",
                "date_of_birth": "1960-01-02",
                "aliases": ["A"],
                "is_child": False,
            },
            id="what differs from the default stays, false too",
        ),
        pytest.param({Source.ALERTS: SourceCoverage()}, {"alerts": {}}, id="a mapping keeps its members"),
        pytest.param((Sex.MALE, None, 3), ["male", None, 3], id="a tuple becomes a list"),
    ],
)
def test_values_become_plain(value: object, expected: object) -> None:
    assert plain(value) == expected
