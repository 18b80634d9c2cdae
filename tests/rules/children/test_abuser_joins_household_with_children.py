"""Somebody who has abused, and children at home: what counts, and what settles it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    HER,
    MOTHER,
    Case,
    abuse,
    alert,
    assessment,
    case,
    check,
    contact,
    conviction,
    order,
    registration,
    term,
)
from riskflag.records import AbuseRole, CheckKind, DomesticAbuseKind, NamedPerson, Record
from riskflag.rules.children.abuser_joins_household_with_children import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, Source
from tests.facts.bands import NO_NUMBER, NOT_READABLE
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

FLAGGED = registration("ADVP", "Domestic Abuse Perpetrator")
HIT_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER)
UNKNOWN_AGE = NamedPerson("Gil Sample", Relationship.FRIEND)
ON_ACQUITTAL = order(term(ProhibitionKind.NO_CONTACT), kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(FLAGGED, ACT, id="registered"),
        pytest.param(alert("RDV"), ACT, id="an alert"),
        pytest.param(HIT_HER, ACT, id="he hit a former partner"),
        pytest.param(replace(HIT_HER, corroborated=False), CLEAR, id="she alleged it once"),
        pytest.param(replace(HIT_HER, person_is=AbuseRole.VICTIM), CLEAR, id="he was hit"),
        pytest.param(
            replace(HIT_HER, person_is=AbuseRole.NOT_CLEAR), CANNOT_TELL, id="nobody recorded who hit whom"
        ),
        pytest.param(
            replace(HIT_HER, person_is=AbuseRole.NOT_CLEAR, corroborated=False),
            CLEAR,
            id="one allegation, of nobody knows whom",
        ),
        pytest.param(
            replace(conviction("00806", "ABH"), domestic_abuse_found=True), ACT, id="a court found it"
        ),
        pytest.param(conviction("00867", "control"), ACT, id="control of nobody knows whom"),
        pytest.param(order(term(ProhibitionKind.NO_CONTACT)), ACT, id="an order protects her"),
        pytest.param(ON_ACQUITTAL, CLEAR, id="an order on acquittal"),
        pytest.param(replace(assessment(), domestic_abuse_perpetrator=True), ACT, id="an assessment"),
    ],
)
def test_what_shows_abuse(record: Record, expected: str) -> None:
    assert answer(RULE, case(record, lives_with=(CHILD_OF_NINE,))) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(FLAGGED, lives_with=(MOTHER,)), CLEAR, id="only his mother"),
        pytest.param(case(FLAGGED, lives_with=(UNKNOWN_AGE,)), ACT, id="somebody of unknown age"),
        pytest.param(case(FLAGGED, contact(CHILD_OF_NINE, NO_NUMBER)), ACT, id="a child who may live there"),
        pytest.param(
            case(FLAGGED, contact(CHILD_OF_NINE, NOT_READABLE)), CANNOT_TELL, id="nobody knows where"
        ),
        pytest.param(case(FLAGGED, not_asked=(Source.CONTACTS,)), CANNOT_TELL, id="contacts not asked for"),
        pytest.param(
            case(
                replace(HIT_HER, person_is=AbuseRole.VICTIM),
                registration("ADVV", "Domestic Abuse Victim"),
                person=HER,
                lives_with=(CHILD_OF_NINE,),
            ),
            CLEAR,
            id="she was abused, and goes home to her children",
        ),
    ],
)
def test_who_must_be_there(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


LONG_AGO, ON_THE_DAY = date(2016, 11, 21), date(2016, 11, 22)
OLD = replace(HIT_HER, happened_on=LONG_AGO)
CONTENT = check(CheckKind.CHILDRENS_SERVICES)
ENDED = order(term(ProhibitionKind.NO_CONTACT), made_on=LONG_AGO, expires_on=date(2018, 1, 1))
HISTORY = registration("REG30", "Domestic Abuse History")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param((OLD, CONTENT), CLEAR, id="over ten years ago, and a fresh answer"),
        pytest.param((replace(OLD, happened_on=ON_THE_DAY), CONTENT), ACT, id="ten years ago to the day"),
        pytest.param((OLD, replace(CONTENT, returned_on=None)), ACT, id="no answer yet"),
        pytest.param((OLD, replace(CONTENT, returned_on=date(2026, 8, 22))), ACT, id="a stale answer"),
        pytest.param((OLD, replace(CONTENT, concerns=True)), ACT, id="an answer with a concern"),
        pytest.param((OLD, replace(CONTENT, concerns=None)), ACT, id="an answer that does not say"),
        pytest.param((OLD, check(CheckKind.POLICE_DOMESTIC_ABUSE)), ACT, id="only the police answered"),
        pytest.param(
            (OLD, CONTENT, replace(CONTENT, concerns=True, returned_on=date(2026, 11, 20))),
            ACT,
            id="a later answer with a concern",
        ),
        pytest.param((OLD, replace(HIT_HER, corroborated=False), CONTENT), ACT, id="and an allegation since"),
        pytest.param((OLD, FLAGGED, CONTENT), ACT, id="and a register entry of this year"),
        pytest.param((OLD, HISTORY, CONTENT), CLEAR, id="and a register entry of history"),
        pytest.param((HISTORY, CONTENT), ACT, id="history that nobody dated"),
        pytest.param(
            (OLD, replace(assessment(), domestic_abuse_perpetrator=True), CONTENT), CLEAR, id="and assessed"
        ),
        pytest.param((ENDED, CONTENT), CLEAR, id="an order of old that has ended"),
        pytest.param(
            (replace(ENDED, expires_on=None, duration_wording="until further order"), CONTENT),
            ACT,
            id="an order of old in force",
        ),
    ],
)
def test_only_time_and_a_fresh_answer_together_settle_it(records: tuple[Record, ...], expected: str) -> None:
    assert answer(RULE, case(*records, lives_with=(CHILD_OF_NINE,))) == expected


def test_the_age_is_told_and_never_who() -> None:
    (found,) = findings(RULE, case(HIT_HER, lives_with=(CHILD_OF_NINE,)))
    assert [each.matched for each in found.evidence] == ["a child, five to nine"]
    assert "Fay" not in str(found)
