"""Levels of contact with children against the children at the address."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    FRIEND,
    OCCUPANTS_UNKNOWN,
    PARTNER,
    Case,
    alert,
    case,
    contact,
    registration,
)
from riskflag.enquiry import Occupant
from riskflag.records import NamedPerson
from riskflag.rules.children.contact_level_contradicts_address import RULE
from riskflag.vocabulary import Relationship, Source
from tests.facts.bands import ELSEWHERE, NO_NUMBER, NOT_READABLE
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, findings

OWN = replace(CHILD_OF_NINE, relationship=Relationship.CHILD)
BROTHER = NamedPerson("Gus Sample", Relationship.CHILD, date(2014, 1, 1))
UNKNOWN_AGE = NamedPerson("Gil Sample", Relationship.FRIEND)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("CC1", (STOP, STOP), id="no contact"),
        pytest.param("CC2", (STOP, STOP), id="letters only"),
        pytest.param("CPC", (STOP, STOP), id="a person posing a risk"),
        pytest.param("CC3", (ACT, STOP), id="supervised contact with a named child"),
        pytest.param("CC4", (ACT, STOP), id="free contact with a named child"),
        pytest.param("C1", (STOP, STOP), id="no contact, by the code of old"),
        pytest.param("cc1 ", (STOP, STOP), id="written carelessly"),
        pytest.param("RCC", (CLEAR, CLEAR), id="no level of contact"),
    ],
)
def test_a_level_reaches_his_own_child_and_another(code: str, expected: tuple[str, str]) -> None:
    told = tuple(answer(RULE, case(alert(code), lives_with=(child,))) for child in (OWN, CHILD_OF_NINE))
    assert told == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(alert("CC4"), lives_with=(OWN, BROTHER)), ACT, id="two of his own"),
        pytest.param(
            case(alert("CC4", "Fay only"), lives_with=(OWN, BROTHER)), STOP, id="one of the two is named"
        ),
        pytest.param(case(alert("CC4", "Fay and Gus"), lives_with=(OWN, BROTHER)), ACT, id="both are named"),
        pytest.param(
            case(alert("CC4", "Fay Sample"), lives_with=(CHILD_OF_NINE,)), ACT, id="a stepchild is named"
        ),
        pytest.param(case(alert("CC4"), lives_with=(OWN, CHILD_OF_NINE)), STOP, id="his own and a stepchild"),
        pytest.param(
            case(alert("CC1", active_to=date(2026, 11, 1)), alert("CC4"), lives_with=(OWN,)),
            ACT,
            id="reviewed and raised for release",
        ),
        pytest.param(case(alert("CC1"), alert("CC4"), lives_with=(OWN,)), STOP, id="both are still open"),
        pytest.param(case(alert("CC1"), lives_with=(PARTNER,)), CLEAR, id="only grown people"),
        pytest.param(case(alert("CC1"), lives_with=(Occupant(OWN, visits_only=True),)), STOP, id="visits"),
        pytest.param(case(alert("CC1"), lives_with=(UNKNOWN_AGE,)), ACT, id="somebody of unknown age"),
        pytest.param(case(alert("CC1"), contact(OWN, NO_NUMBER)), ACT, id="a child who may live there"),
        pytest.param(case(alert("CC1"), contact(OWN, NOT_READABLE)), CANNOT_TELL, id="nobody knows where"),
        pytest.param(case(alert("CC1"), contact(OWN, ELSEWHERE)), CLEAR, id="a child in another town"),
        pytest.param(case(alert("CC1"), asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="nobody said who is there"),
        pytest.param(case(alert("CC1"), asked=replace(ASKED, address=None)), CLEAR, id="no address"),
        pytest.param(case(registration("RCHD", "Risk to Children"), lives_with=(OWN,)), CLEAR, id="no level"),
        pytest.param(case(lives_with=(OWN,), not_asked=(Source.ALERTS,)), CANNOT_TELL, id="not asked"),
        pytest.param(case(lives_with=(FRIEND,)), CLEAR, id="nothing at all"),
    ],
)
def test_which_child_is_meant(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_a_decision_on_risk_is_called_one() -> None:
    (found,) = findings(RULE, case(alert("CPC"), lives_with=(CHILD_OF_NINE,)))
    assert "decided" in found.because


def test_the_level_and_the_age_are_told_and_never_who() -> None:
    (found,) = findings(RULE, case(alert("CC1"), lives_with=(CHILD_OF_NINE,)))
    assert [(e.says, e.matched) for e in found.evidence] == [
        ("Child contact L1, open", "a child, five to nine")
    ]
    assert "Fay" not in str(found)
