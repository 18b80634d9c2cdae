"""What a screening left out, topic by topic."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    Case,
    abuse,
    alert,
    assessment,
    case,
    condition,
    conviction,
    custody,
    decision,
    health,
    note,
    order,
    protected_place,
    screening,
    term,
)
from riskflag.records import CustodyEventKind, DecisionKind, DomesticAbuseKind, HealthAndCareKind, Record
from riskflag.records import ScreeningTopic as Topic
from riskflag.rules.process.screening_contradicts_the_record import RULE
from riskflag.vocabulary import ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

ADDRESS = screening(Topic.ACCOMMODATION, concern=False, words="has an address to return to")
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
ENDED = order(NO_CONTACT, expires_on=date(2025, 12, 1))
HOME_NAMED = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED))
THREATS = abuse(DomesticAbuseKind.THREATS, MOTHER)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(ADDRESS, order(NO_CONTACT), lives_with=(EX_PARTNER,)),
            ACT,
            id="the protected person lives there",
        ),
        pytest.param(case(ADDRESS, order(NO_CONTACT)), CLEAR, id="she does not live there"),
        pytest.param(case(ADDRESS, ENDED, lives_with=(EX_PARTNER,)), CLEAR, id="the order has ended"),
        pytest.param(
            case(ADDRESS, condition(NO_CONTACT, EX_PARTNER), lives_with=(EX_PARTNER,)),
            ACT,
            id="a licence condition protects her",
        ),
        pytest.param(case(ADDRESS, HOME_NAMED), ACT, id="an order names the address"),
        pytest.param(
            case(ADDRESS, order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=OTHER_TOWN))),
            CLEAR,
            id="an order names another address",
        ),
        pytest.param(
            case(ADDRESS, THREATS, lives_with=(MOTHER,)), ACT, id="he abused somebody who lives there"
        ),
        pytest.param(
            case(ADDRESS, THREATS, lives_with=(FRIEND,)), CLEAR, id="whom he abused lives elsewhere"
        ),
        pytest.param(case(ADDRESS, protected_place(EX_PARTNER, PROPOSED)), ACT, id="a protected place"),
        pytest.param(case(ADDRESS, decision(DecisionKind.REFUSED, "no")), ACT, id="it was refused before"),
        pytest.param(
            case(ADDRESS, note("would not be suitable")), ACT, id="staff wrote that it is unsuitable"
        ),
        pytest.param(
            case(ADDRESS, decision(DecisionKind.APPROVED, "yes")), CLEAR, id="it was approved before"
        ),
        pytest.param(
            case(replace(ADDRESS, concern=True), HOME_NAMED), CLEAR, id="the screening records the concern"
        ),
        pytest.param(
            case(replace(ADDRESS, concern=None), HOME_NAMED), ACT, id="the question was not answered"
        ),
        pytest.param(
            case(ADDRESS, replace(ADDRESS, concern=True, happened_on=date(2026, 11, 9)), HOME_NAMED),
            CLEAR,
            id="screened again, with the concern",
        ),
        pytest.param(
            case(ADDRESS, replace(ADDRESS, concern=True, tool="resettlement plan"), HOME_NAMED),
            ACT,
            id="another tool records it, this one does not",
        ),
        pytest.param(case(HOME_NAMED), CLEAR, id="no screening was done, which is for others to say"),
        pytest.param(case(not_asked=[Source.SCREENING]), CANNOT_TELL, id="nobody asked for the screening"),
        pytest.param(
            case(ADDRESS, not_asked=[Source.DOMESTIC_ABUSE]), CANNOT_TELL, id="or for domestic abuse"
        ),
    ],
)
def test_an_address_to_return_to(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("topic", "record", "expected"),
    [
        pytest.param(Topic.DOMESTIC_ABUSE, THREATS, ACT, id="abuse on record"),
        pytest.param(Topic.DOMESTIC_ABUSE, order(NO_CONTACT), ACT, id="an order protects a former partner"),
        pytest.param(Topic.DOMESTIC_ABUSE, alert("XA"), CLEAR, id="arson is another topic"),
        pytest.param(Topic.VIOLENCE, conviction("00801", "Wounding"), ACT, id="wounding"),
        pytest.param(Topic.VIOLENCE, conviction("04600", "Theft from a shop"), CLEAR, id="theft"),
        pytest.param(Topic.VIOLENCE, custody(CustodyEventKind.VIOLENCE, date(2026, 5, 1)), ACT, id="a fight"),
        pytest.param(
            Topic.VIOLENCE, assessment(words="evicted for threatening staff"), ACT, id="an eviction"
        ),
        pytest.param(
            Topic.VIOLENCE, assessment(words="No violence recorded."), CLEAR, id="words that deny it"
        ),
        pytest.param(Topic.SEXUAL_OFFENDING, alert("P22"), ACT, id="a registered sex offender"),
        pytest.param(Topic.CHILDREN, alert("RCP"), ACT, id="a risk to children"),
        pytest.param(Topic.ARSON, alert("XA"), ACT, id="an arson alert"),
        pytest.param(Topic.ARSON, replace(assessment(), fire_setting=True), ACT, id="fire-setting assessed"),
        pytest.param(Topic.RISK_TO_OTHERS, order(NO_CONTACT), ACT, id="an order in force"),
        pytest.param(
            Topic.HEALTH, health(HealthAndCareKind.DIAGNOSIS, mental_health=True), ACT, id="a diagnosis"
        ),
    ],
)
def test_no_concern_on_other_topics(topic: Topic, record: Record, expected: str) -> None:
    assert answer(RULE, case(screening(topic, concern=False), record)) == expected


def test_both_sides_of_the_contradiction_are_cited() -> None:
    (found,) = findings(RULE, case(ADDRESS, HOME_NAMED))

    assert [evidence.says for evidence in found.evidence] == [
        "has an address to return to",
        "restraining order, Fernhill Magistrates' Court, made 3 March 2025, until further order",
    ]


def test_the_gravest_three_records_are_cited_in_their_own_words() -> None:
    records = (
        alert("RDV", "phones her"),
        THREATS,
        conviction("10501", "common assault", EX_PARTNER),
        assessment(words="he threatened her"),
        order(NO_CONTACT),
    )
    (found,) = findings(RULE, case(screening(Topic.RISK_TO_OTHERS, concern=False), *records))
    assert [evidence.says for evidence in found.evidence] == [
        "records no concern",
        "restraining order, Fernhill Magistrates' Court, made 3 March 2025, until further order",
        "common assault (convicted)",
        "threats",
    ]
