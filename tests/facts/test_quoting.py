"""What evidence quotes of each kind of record."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    PROPOSED,
    abuse,
    alert,
    allocation,
    assessment,
    breach,
    case,
    check,
    condition,
    conversation,
    conviction,
    custody,
    health,
    note,
    order,
    own_address,
    protected_place,
    registration,
    term,
)
from riskflag.facts.quoting import gravest, quoted, words_of
from riskflag.records import (
    AddressUse,
    BreachOutcome,
    CheckKind,
    Consent,
    CustodyEventKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    Record,
)
from riskflag.vocabulary import OrderType, ProhibitionKind, RiskLevel

DAY = date(2026, 3, 2)
THREATS = abuse(DomesticAbuseKind.THREATS, EX_PARTNER, words="said he would find her")


@pytest.mark.parametrize(
    ("record", "says"),
    [
        pytest.param(conviction("00806", "ABH", EX_PARTNER), "ABH (convicted)", id="an offence"),
        pytest.param(alert("OHCO"), "alert OHCO", id="an alert without a comment"),
        pytest.param(alert("OHCO", "letters sent"), "alert OHCO letters sent", id="an alert with one"),
        pytest.param(registration("ADVP", "Perpetrator"), "register ADVP Perpetrator", id="a register"),
        pytest.param(registration(None, "Perpetrator"), "register Perpetrator", id="a register without code"),
        pytest.param(registration("ADVP", ""), "register ADVP", id="a register without a description"),
        pytest.param(order(kind=OrderType.OCCUPATION_ORDER), "occupation order", id="an order"),
        pytest.param(
            condition(term(ProhibitionKind.NO_CONTACT, "not to contact her")),
            "licence condition: not to contact her",
            id="a licence condition",
        ),
        pytest.param(breach(DAY, "came to her home"), "came to her home", id="a breach in words"),
        pytest.param(breach(DAY), "breach of an order (conviction)", id="a breach without words"),
        pytest.param(
            breach(DAY, outcome=BreachOutcome.CIVIL_FINDING),
            "breach of an order (civil finding)",
            id="a breach that a civil court found",
        ),
        pytest.param(THREATS, "said he would find her", id="abuse in words"),
        pytest.param(replace(THREATS, words=""), "threats", id="abuse without words"),
        pytest.param(assessment(words="carries a knife"), "carries a knife", id="an assessment in words"),
        pytest.param(
            replace(assessment(), domestic_abuse_perpetrator=True),
            "OASys layer 3: domestic abuse is recorded",
            id="an assessment that records abuse",
        ),
        pytest.param(
            assessment(RiskLevel.VERY_HIGH),
            "OASys layer 3: overall level very high",
            id="an assessment's level",
        ),
        pytest.param(assessment(None), "OASys layer 3: overall level not stated", id="one that states none"),
        pytest.param(health(HealthAndCareKind.SELF_HARM_PLAN), "self harm plan", id="a care record"),
        pytest.param(
            health(HealthAndCareKind.DIAGNOSIS, words="a diagnosis"), "a diagnosis", id="one in words"
        ),
        pytest.param(
            custody(CustodyEventKind.WEAPON_FOUND, DAY), "weapon found", id="an incident in custody"
        ),
        pytest.param(
            conversation(EX_PARTNER, Consent.NOT_ASKED), "occupier not asked", id="a talk without words"
        ),
        pytest.param(conversation(EX_PARTNER, words="uneasy"), "uneasy", id="a talk in words"),
        pytest.param(note("a drug den"), "a drug den", id="a note"),
        pytest.param(check(CheckKind.OTHER), "checks", id="a check, by its source"),
        pytest.param(allocation(), "allocation", id="an allocation, by its source"),
        pytest.param(own_address(PROPOSED, AddressUse.MAIN), "addresses", id="an address, by its source"),
        pytest.param(
            protected_place(EX_PARTNER, PROPOSED), "protected places", id="a home, by its source only"
        ),
    ],
)
def test_each_record_says_something_in_its_own_words(record: Record, says: str) -> None:
    assert words_of(record) == says


def test_an_order_that_binds_the_person_is_quoted_with_court_dates_and_end() -> None:
    facts = case(order(made_on=date(2026, 6, 15))).facts
    (fact,) = facts.orders.binding
    assert quoted(fact.order, facts) == (
        "restraining order, Fernhill Magistrates' Court, made 15 June 2026, until further order"
    )


def test_a_protected_place_is_quoted_without_where_it_is() -> None:
    home = protected_place(EX_PARTNER, PROPOSED, date(2026, 6, 15))
    assert quoted(home, case().facts) == "protected place (home), confirmed 15 June 2026"


def test_anything_else_is_quoted_in_its_own_words() -> None:
    assert quoted(THREATS, case().facts) == "said he would find her"


def test_the_gravest_come_first_and_of_one_kind_the_newest() -> None:
    old, new = (conviction("00801", f"Wounding {year}", on=date(year, 1, 1)) for year in (2020, 2025))
    made = order()
    assert gravest((alert("RDV"), old, made, new), 3) == (made, new, old)


def test_no_more_are_given_than_there_are() -> None:
    assert gravest((THREATS,), 3) == (THREATS,)
