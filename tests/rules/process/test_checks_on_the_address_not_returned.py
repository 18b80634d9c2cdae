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
from riskflag.vocabulary import Relationship, Source, Visibility
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER
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
        pytest.param(
            case(POLICE, replace(THEFT, domestic_abuse_found=True), lives_with=(CHILD_OF_NINE,)),
            ACT,
            id="a child and abuse that a court found",
        ),
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


WORRYING = replace(POLICE, concerns=True, result="two calls to this address")
PENDING, AGAIN = replace(POLICE, returned_on=None), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(WORRYING), ACT, id="the police raise a concern"),
        pytest.param(case(POLICE, replace(CHILDREN, concerns=True)), ACT, id="children's services do"),
        pytest.param(case(POLICE, replace(WORRYING, kind=CheckKind.OTHER)), ACT, id="somebody else does"),
        pytest.param(case(replace(POLICE, concerns=None)), CLEAR, id="nobody wrote whether they do"),
        pytest.param(
            case(WORRYING, replace(POLICE, returned_on=AGAIN)), CLEAR, id="a later answer takes it back"
        ),
        pytest.param(
            case(POLICE, replace(WORRYING, returned_on=AGAIN)), ACT, id="an earlier answer raised none"
        ),
        pytest.param(
            case(WORRYING, replace(POLICE, returned_on=AGAIN, concerns=None)), ACT, id="a later one is silent"
        ),
        pytest.param(
            case(WORRYING, replace(CHILDREN, returned_on=AGAIN)), ACT, id="another body raises no concern"
        ),
        pytest.param(
            case(POLICE, replace(WORRYING, returned_on=date(2025, 1, 1))),
            CLEAR,
            id="years ago, and none since",
        ),
        pytest.param(
            case(PENDING, replace(WORRYING, kind=CheckKind.OTHER, returned_on=date(2025, 1, 1))),
            ACT,
            id="years ago, and nobody took it back",
        ),
        pytest.param(case(POLICE, replace(WORRYING, address=OTHER_TOWN)), CLEAR, id="about another address"),
        pytest.param(case(POLICE, replace(WORRYING, address=NO_NUMBER)), ACT, id="about perhaps this one"),
        pytest.param(case(POLICE, replace(WORRYING, address=FLAT_IN_IT)), CLEAR, id="about a neighbour"),
        pytest.param(case(POLICE, replace(WORRYING, address=None)), ACT, id="about the person"),
        pytest.param(
            case(WORRYING, asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)),
            ACT,
            id="about approved premises",
        ),
    ],
)
def test_an_answer_that_raises_a_concern_is_told(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_words_of_an_answer_are_for_the_responsible_officer_only() -> None:
    of = case(WORRYING)
    (found,) = findings(RULE, of)
    assert [(each.says, each.visibility) for each in found.evidence] == [
        ("two calls to this address", Visibility.PROTECTED)
    ]
    known = replace(of, dossier=of.dossier.known_part())
    assert answer(RULE, known) == CANNOT_TELL


def test_both_checks_can_be_missing_at_once() -> None:
    neither = case(ABUSE, lives_with=(CHILD_OF_NINE,), routine=False)

    assert ["police" in found.because for found in findings(RULE, neither)] == [True, False]


def test_what_was_sent_is_cited_with_its_dates() -> None:
    (found,) = findings(RULE, case(replace(POLICE, returned_on=None)))

    assert [evidence.says for evidence in found.evidence] == ["requested 3 November 2026, returned never"]
