"""Which checks are due, and when an answer counts as one."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    OTHER_TOWN,
    PARTNER,
    Case,
    abuse,
    alert,
    case,
    conviction,
)
from riskflag.casebook import check as checked
from riskflag.enquiry import PlacementKind
from riskflag.records import CheckKind, DomesticAbuseKind, NamedPerson
from riskflag.rules.process.checks_on_the_address_not_returned import RULE
from riskflag.vocabulary import Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

POLICE = checked(CheckKind.POLICE_DOMESTIC_ABUSE)
CHILDREN = checked(CheckKind.CHILDRENS_SERVICES)
ABUSE = abuse(DomesticAbuseKind.THREATS, EX_PARTNER)
ASSAULT = conviction("00806", "Assault occasioning actual bodily harm")
THEFT = conviction("04600", "Theft from a shop")
OF_UNKNOWN_AGE = NamedPerson("Gil Sample", Relationship.FRIEND)
NOBODY_ASKED_WHO = replace(ASKED, occupants_stated=None)


def hostel(kind: PlacementKind) -> Case:
    """A placement of this kind for which no check was made."""
    return case(asked=replace(ASKED, placement=kind), routine=False)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="both came back twelve days ago"),
        pytest.param(case(routine=False), ACT, id="nobody asked anybody"),
        pytest.param(
            case(replace(POLICE, returned_on=None)), ACT, id="asked nineteen days ago and never answered"
        ),
        pytest.param(
            case(replace(POLICE, returned_on=date(2026, 8, 23))),
            CLEAR,
            id="answered 91 days ago, on the last day",
        ),
        pytest.param(case(replace(POLICE, returned_on=date(2026, 8, 22))), ACT, id="answered 92 days ago"),
        pytest.param(
            case(replace(POLICE, returned_on=date(2026, 11, 23))), ACT, id="answered tomorrow: a slip"
        ),
        pytest.param(case(replace(POLICE, address=OTHER_TOWN)), ACT, id="answered for another address"),
        pytest.param(case(replace(POLICE, address=None)), ACT, id="answered for no address in particular"),
        pytest.param(case(CHILDREN), ACT, id="only children's services answered"),
        pytest.param(case(POLICE), CLEAR, id="only the police answered, and no child may be there"),
        pytest.param(case(POLICE, lives_with=(CHILD_OF_NINE,)), CLEAR, id="a child, and no history of harm"),
        pytest.param(case(POLICE, ABUSE, lives_with=(CHILD_OF_NINE,)), ACT, id="a child and domestic abuse"),
        pytest.param(case(POLICE, ASSAULT, lives_with=(CHILD_OF_NINE,)), ACT, id="a child and violence"),
        pytest.param(case(POLICE, THEFT, lives_with=(CHILD_OF_NINE,)), CLEAR, id="a child and shop theft"),
        pytest.param(
            case(POLICE, alert("XVL"), lives_with=(OF_UNKNOWN_AGE,)), ACT, id="somebody of unknown age"
        ),
        pytest.param(case(POLICE, ABUSE, asked=NOBODY_ASKED_WHO), ACT, id="nobody has said who lives there"),
        pytest.param(
            case(POLICE, ABUSE, lives_with=(PARTNER, FRIEND)), CLEAR, id="abuse, and only adults there"
        ),
        pytest.param(case(POLICE, CHILDREN, ABUSE, lives_with=(CHILD_OF_NINE,)), CLEAR, id="all came back"),
        pytest.param(hostel(PlacementKind.APPROVED_PREMISES), CLEAR, id="approved premises"),
        pytest.param(hostel(PlacementKind.HOSPITAL_OR_CARE_HOME), CLEAR, id="a hospital"),
        pytest.param(hostel(PlacementKind.HOSTEL), ACT, id="a hostel is no exception"),
        pytest.param(case(asked=replace(ASKED, no_fixed_abode=True), routine=False), CLEAR, id="no address"),
        pytest.param(
            case(not_asked=[Source.CHECKS]), CANNOT_TELL, id="nobody asked whether checks were made"
        ),
        pytest.param(
            case(POLICE, not_asked=[Source.CONVICTIONS]), CANNOT_TELL, id="convictions were not asked for"
        ),
    ],
)
def test_checks_that_are_due_must_have_come_back(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_both_checks_can_be_missing_at_once() -> None:
    neither = case(ABUSE, lives_with=(CHILD_OF_NINE,), routine=False)

    assert ["police" in found.because for found in findings(RULE, neither)] == [True, False]


def test_what_was_sent_is_cited_with_its_dates() -> None:
    (found,) = findings(RULE, case(replace(POLICE, returned_on=None)))

    assert [evidence.says for evidence in found.evidence] == ["requested 3 November 2026, returned never"]
