"""Children at the address of somebody who may be a risk to children."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    FRIEND,
    HER,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    Case,
    abuse,
    alert,
    assessment,
    case,
    check,
    contact,
    conviction,
    note,
    registration,
)
from riskflag.enquiry import Occupant, PlacementKind
from riskflag.records import (
    AbuseRole,
    Check,
    CheckKind,
    ConvictionOutcome,
    DomesticAbuseKind,
    NamedPerson,
    Record,
)
from riskflag.rules.children.child_lives_at_address import RULE
from riskflag.vocabulary import Relationship, RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

FLAG = registration("RCHD", "Risk to Children")
CHILD = CHILD_OF_NINE
AGE_UNKNOWN = NamedPerson("Ollie Sample", Relationship.OTHER_RELATIVE)
SEVENTEEN = NamedPerson("Pat Sample", Relationship.SIBLING, date(2008, 12, 24))
EIGHTEEN = NamedPerson("Quin Sample", Relationship.SIBLING, date(2008, 11, 22))
PUPIL = NamedPerson("Max Sample", date_of_birth=date(1988, 1, 1))
VIOLENCE = DomesticAbuseKind.PHYSICAL_VIOLENCE
OUTCOME = ConvictionOutcome


def assault(victim: NamedPerson, on: date, outcome: ConvictionOutcome = OUTCOME.CONVICTED) -> Record:
    return conviction("10501", "common assault", victim, on=on, outcome=outcome)


def assessed(level: RiskLevel | None, on: date = date(2026, 11, 2)) -> Record:
    return replace(assessment(on=on), to_children=level)


def answered(concerns: bool | None, result: str = "", on: date | None = date(2026, 11, 10)) -> Check:
    return replace(check(CheckKind.CHILDRENS_SERVICES, returned_on=on), concerns=concerns, result=result)


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        pytest.param(FLAG, STOP, id="registered as a risk to children"),
        pytest.param(registration("RCPR", "Child Protection"), STOP, id="child protection register"),
        pytest.param(alert("CPC"), STOP, id="alert: person posing a risk to children"),
        pytest.param(alert("RCC"), STOP, id="alert: risk to children in the community"),
        pytest.param(alert("CPC", active_to=date(2026, 1, 1)), CLEAR, id="an alert that was closed"),
        pytest.param(alert("RDV"), CLEAR, id="an alert about a partner"),
        pytest.param(assessed(RiskLevel.MEDIUM), STOP, id="assessed medium"),
        pytest.param(assessed(RiskLevel.LOW), CLEAR, id="assessed low"),
        pytest.param(assessed(None), CLEAR, id="assessed without a level for children"),
        pytest.param(conviction("08602", "indecent photographs of children"), STOP, id="indecent images"),
        pytest.param(assault(CHILD, date(2025, 1, 1)), STOP, id="an assault on a child"),
        pytest.param(assault(CHILD, date(2025, 1, 1), OUTCOME.PENDING), CLEAR, id="charged only"),
        pytest.param(assault(PUPIL, date(2004, 5, 1)), CLEAR, id="a fight between pupils of sixteen"),
        pytest.param(assault(PUPIL, date(2006, 5, 1)), CLEAR, id="the victim had just turned eighteen"),
        pytest.param(assault(FRIEND, date(2025, 1, 1)), CLEAR, id="an assault on a grown man"),
        pytest.param(
            assault(NamedPerson("his son", Relationship.CHILD), date(2025, 1, 1)),
            STOP,
            id="a son, age unknown",
        ),
        pytest.param(abuse(VIOLENCE, CHILD), STOP, id="recorded violence to a child"),
        pytest.param(abuse(VIOLENCE, PARTNER), CLEAR, id="recorded violence to a partner has another rule"),
        pytest.param(abuse(VIOLENCE, PARTNER, role=AbuseRole.VICTIM), CLEAR, id="violence to the person"),
        pytest.param(answered(True, "section 47 enquiry"), STOP, id="children's services raise a concern"),
        pytest.param(answered(None, on=None), CLEAR, id="children's services have not answered"),
        pytest.param(conviction("02803", "burglary"), CLEAR, id="a burglary"),
    ],
)
def test_signs_that_the_person_may_be_a_risk(sign: Record, expected: str) -> None:
    assert answer(RULE, case(sign, lives_with=(CHILD,))) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(FLAG, lives_with=(CHILD,)), STOP, id="a child of nine"),
        pytest.param(case(FLAG, lives_with=(SEVENTEEN,)), STOP, id="a month short of eighteen"),
        pytest.param(case(FLAG, lives_with=(EIGHTEEN,)), CLEAR, id="eighteen today"),
        pytest.param(case(FLAG, lives_with=(MOTHER, FRIEND)), CLEAR, id="adults only"),
        pytest.param(case(FLAG, lives_with=(AGE_UNKNOWN,)), ACT, id="somebody of unknown age"),
        pytest.param(case(FLAG, lives_with=(CHILD, AGE_UNKNOWN)), STOP, id="a child, and an unknown age"),
        pytest.param(
            case(FLAG, lives_with=(Occupant(CHILD, visits_only=True),)), STOP, id="a child who stays"
        ),
        pytest.param(case(FLAG, contact(CHILD, PROPOSED)), STOP, id="a contact record places a child there"),
        pytest.param(case(FLAG, contact(CHILD, OTHER_TOWN)), CLEAR, id="the child lives elsewhere"),
        pytest.param(case(FLAG, note("she is pregnant"), lives_with=(PARTNER,)), STOP, id="a pregnancy"),
        pytest.param(case(FLAG, note("not pregnant"), lives_with=(PARTNER,)), CLEAR, id="no pregnancy"),
        pytest.param(
            case(FLAG, note("a pregnant neighbour", address=OTHER_TOWN)), CLEAR, id="a pregnancy elsewhere"
        ),
        pytest.param(
            case(FLAG, asked=replace(ASKED, notes="expecting a baby in May")), STOP, id="the enquiry says so"
        ),
        pytest.param(case(FLAG, asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="nobody said who lives there"),
        pytest.param(
            case(FLAG, asked=replace(OCCUPANTS_UNKNOWN, placement=PlacementKind.APPROVED_PREMISES)),
            CLEAR,
            id="approved premises",
        ),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN), CLEAR, id="unknown household, and no sign of risk"),
        pytest.param(
            case(
                abuse(VIOLENCE, PARTNER, role=AbuseRole.VICTIM),
                registration("ADVV", "Domestic Abuse Victim"),
                person=HER,
                lives_with=(PARTNER, CHILD),
            ),
            CLEAR,
            id="a mother who was abused is no risk for that",
        ),
    ],
)
def test_children_at_the_address(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        pytest.param(answered(False, "assessment supports the address"), ACT, id="assessed, and they agree"),
        pytest.param(answered(False), STOP, id="a routine answer assesses nothing"),
        pytest.param(answered(True, "assessment: not safe"), STOP, id="assessed, and they do not agree"),
        pytest.param(
            answered(False, "assessment supports it", date(2026, 6, 1)), STOP, id="half a year ago: stale"
        ),
    ],
)
def test_a_written_assessment_leaves_it_to_be_decided(reply: Check, expected: str) -> None:
    assert answer(RULE, case(FLAG, reply, lives_with=(CHILD,))) == expected


def test_what_was_found_stands_when_another_source_is_missing() -> None:
    assert answer(RULE, case(FLAG, lives_with=(CHILD,), not_asked=(Source.CONVICTIONS,))) == STOP
