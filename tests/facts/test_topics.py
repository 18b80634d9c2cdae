"""What the record shows on a topic, and whom it shows to be dangerous."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    NEIGHBOUR,
    PROPOSED,
    SAME_STREET,
    Case,
    abuse,
    alert,
    assessment,
    case,
    conviction,
    custody,
    order,
    protected_place,
    term,
)
from riskflag.facts.topics import known_as_dangerous, may_harm_a_household, records_on, weapon_records
from riskflag.records import AbuseRole, CustodyEventKind, DomesticAbuseKind, Record, ScreeningTopic
from riskflag.vocabulary import ProhibitionKind, RiskLevel

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
THREATS = abuse(DomesticAbuseKind.THREATS, MOTHER)
THEFT = conviction("04600", "Theft from a shop")
FIGHT = custody(CustodyEventKind.VIOLENCE, date(2026, 3, 2))


@pytest.mark.parametrize("topic", [pytest.param(topic, id=topic.value) for topic in ScreeningTopic])
def test_nothing_is_shown_where_nothing_is_on_record(topic: ScreeningTopic) -> None:
    assert records_on(topic, case(THEFT).facts) == ()


@pytest.mark.parametrize(
    ("of", "how_many"),
    [
        pytest.param(case(THREATS), 1, id="he threatened his mother"),
        pytest.param(
            case(abuse(DomesticAbuseKind.THREATS, MOTHER, role=AbuseRole.VICTIM)), 1, id="she threatened him"
        ),
        pytest.param(case(order(NO_CONTACT)), 1, id="an order protects his former partner"),
        pytest.param(case(order(NO_CONTACT, protects=(NEIGHBOUR,))), 0, id="an order protects a neighbour"),
        pytest.param(case(order(NO_CONTACT, expires_on=date(2025, 12, 1))), 0, id="the order has ended"),
        pytest.param(case(THREATS, alert("RDV"), order(NO_CONTACT)), 3, id="all of it, each once"),
    ],
)
def test_domestic_abuse_is_shown_from_either_side(of: Case, how_many: int) -> None:
    assert len(records_on(ScreeningTopic.DOMESTIC_ABUSE, of.facts)) == how_many


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(protected_place(EX_PARTNER, PROPOSED), True, id="her home is there"),
        pytest.param(protected_place(EX_PARTNER, SAME_STREET), False, id="her home is in the same street"),
        pytest.param(
            order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED)), True, id="an order names it"
        ),
    ],
)
def test_what_speaks_against_an_address(record: Record, shown: bool) -> None:
    assert bool(records_on(ScreeningTopic.ACCOMMODATION, case(record).facts)) is shown


@pytest.mark.parametrize(
    ("record", "harmful", "dangerous"),
    [
        pytest.param(THEFT, False, False, id="theft"),
        pytest.param(THREATS, True, True, id="domestic abuse"),
        pytest.param(
            replace(THEFT, domestic_abuse_found=True),
            True,
            True,
            id="theft, and a court found domestic abuse",
        ),
        pytest.param(FIGHT, True, False, id="a fight in custody"),
        pytest.param(conviction("09230", "Supplying cocaine"), True, False, id="drug supply"),
        pytest.param(conviction("00801", "Wounding"), True, False, id="wounding"),
        pytest.param(alert("P22"), True, True, id="a registered sex offender"),
        pytest.param(order(NO_CONTACT), False, True, id="an order in force"),
        pytest.param(assessment(RiskLevel.VERY_HIGH), False, True, id="very high risk of serious harm"),
        pytest.param(assessment(RiskLevel.MEDIUM), False, False, id="medium risk of serious harm"),
    ],
)
def test_harm_to_a_household_and_a_dangerous_release(record: Record, harmful: bool, dangerous: bool) -> None:
    facts = case(record).facts

    assert (may_harm_a_household(facts), known_as_dangerous(facts)) == (harmful, dangerous)


def test_an_old_find_in_custody_is_no_weapon_and_an_old_offence_is() -> None:
    long_ago = date(2015, 1, 5)
    found = custody(CustodyEventKind.WEAPON_FOUND, long_ago)
    offence = conviction("00826", "Having an article with a blade", on=long_ago)

    assert [type(record) for record in weapon_records(case(found, offence).facts)] == [type(offence)]
