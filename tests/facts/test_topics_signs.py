"""What shows something on each topic that a screening asks about, and what does not."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    NEIGHBOUR,
    OTHER_TOWN,
    PROPOSED,
    Case,
    abuse,
    alert,
    assessment,
    breach,
    case,
    condition,
    conviction,
    custody,
    decision,
    health,
    note,
    order,
    protected_place,
    registration,
    term,
)
from riskflag.facts.topics import known_as_dangerous, may_harm_a_household, records_on, weapon_records
from riskflag.records import (
    AbuseRole,
    Address,
    ConvictionOutcome,
    CustodyEventKind,
    DecisionKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    Record,
    ScreeningTopic,
)
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER, NOT_READABLE

DAY = date(2026, 3, 2)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
THREATS = abuse(DomesticAbuseKind.THREATS, EX_PARTNER)
ALL_TOPICS = set(ScreeningTopic)
VIOLENT = "violence risk_to_others"
SEXUAL = "sexual_offending risk_to_others"


def shown(record: Record) -> set[str]:
    facts = case(record).facts
    return {topic.value for topic in ALL_TOPICS if records_on(topic, facts)}


@pytest.mark.parametrize(
    ("code", "topics"),
    [
        pytest.param("00806", VIOLENT, id="violence"),
        pytest.param("00101", VIOLENT, id="murder"),
        pytest.param("00528", VIOLENT, id="threats"),
        pytest.param("00877", VIOLENT, id="strangulation"),
        pytest.param("03401", VIOLENT, id="robbery"),
        pytest.param("00826", VIOLENT, id="a blade"),
        pytest.param("08104", VIOLENT, id="a shotgun without a certificate"),
        pytest.param("00865", "risk_to_others", id="stalking"),
        pytest.param("00867", "domestic_abuse risk_to_others", id="coercive control"),
        pytest.param("01602", SEXUAL, id="a sexual offence"),
        pytest.param("01612", f"{SEXUAL} children", id="a sexual offence against a child"),
        pytest.param("01301", f"{VIOLENT} children", id="abduction of a child"),
        pytest.param("05602", "arson risk_to_others", id="arson"),
        pytest.param("07751", "", id="drug supply"),
        pytest.param("04600", "", id="theft"),
        pytest.param("99999", "", id="a code nobody knows, which is a gap of its own"),
    ],
)
def test_offences_show_something_by_their_theme(code: str, topics: str) -> None:
    assert shown(conviction(code, "an offence")) == set(topics.split())
    assert shown(conviction(code, "an offence", outcome=ConvictionOutcome.PENDING)) == set()


@pytest.mark.parametrize(
    ("flag", "topics"),
    [
        pytest.param(alert("RDV"), "domestic_abuse risk_to_others", id="a perpetrator"),
        pytest.param(registration("ADVV", ""), "domestic_abuse", id="a victim"),
        pytest.param(alert("XHT"), VIOLENT, id="a hostage taker"),
        pytest.param(registration("WEAP", ""), VIOLENT, id="weapons"),
        pytest.param(alert("RST"), f"{VIOLENT} risk_to_staff", id="a risk to staff"),
        pytest.param(alert("SOR"), SEXUAL, id="a registered sex offender"),
        pytest.param(registration("ANSO", ""), SEXUAL, id="a sex offender who need not register"),
        pytest.param(alert("RCC"), "children", id="a risk to children"),
        pytest.param(alert("CC1"), "children", id="no contact with children"),
        pytest.param(alert("CC2"), "children", id="limited contact with children"),
        pytest.param(alert("RCP"), "children", id="child protection"),
        pytest.param(alert("XA"), "arson risk_to_others", id="an arsonist"),
        pytest.param(registration("AMHL", ""), "health", id="mental health"),
        pytest.param(alert("HA"), "health", id="self-harm"),
        pytest.param(alert("XEL"), "", id="an escape list"),
    ],
)
def test_open_flags_show_something_by_their_theme(flag: Record, topics: str) -> None:
    assert shown(flag) == set(topics.split())


@pytest.mark.parametrize(
    ("record", "topics"),
    [
        pytest.param(assessment(words="threatened a neighbour"), VIOLENT, id="threats in an assessment"),
        pytest.param(assessment(words="carries a knife"), VIOLENT, id="a knife in an assessment"),
        pytest.param(assessment(words="no known violence"), "", id="violence denied"),
        pytest.param(assessment(words="set fire to a bin"), "arson", id="a fire in an assessment"),
        pytest.param(replace(assessment(), fire_setting=True), "arson", id="a fire by its box"),
        pytest.param(replace(assessment(), fire_setting=False), "", id="no fire by its box"),
        pytest.param(
            replace(assessment(), domestic_abuse_perpetrator=True),
            "domestic_abuse risk_to_others",
            id="box 6.7",
        ),
        pytest.param(custody(CustodyEventKind.VIOLENCE, DAY), VIOLENT, id="a fight"),
        pytest.param(custody(CustodyEventKind.WEAPON_FOUND, DAY), VIOLENT, id="a weapon found"),
        pytest.param(custody(CustodyEventKind.TRANSFERRED, DAY), "", id="a move"),
        pytest.param(
            custody(CustodyEventKind.TRANSFERRED, DAY, "moved after an assault"),
            VIOLENT,
            id="a move, and why",
        ),
        pytest.param(THREATS, "domestic_abuse risk_to_others", id="abuse by him"),
        pytest.param(
            replace(THREATS, corroborated=False), "domestic_abuse risk_to_others", id="an allegation of it"
        ),
        pytest.param(replace(THREATS, person_is=AbuseRole.VICTIM), "domestic_abuse", id="abuse of him"),
        pytest.param(order(NO_CONTACT), "domestic_abuse risk_to_others", id="an order for his partner"),
        pytest.param(
            order(NO_CONTACT, protects=(NEIGHBOUR,)), "risk_to_others", id="an order for a neighbour"
        ),
        pytest.param(
            order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER, protects=()),
            "domestic_abuse risk_to_others",
            id="an order that is domestic by its kind",
        ),
        pytest.param(
            health(HealthAndCareKind.MEDICATION, mental_health=True), "health", id="mental health medicine"
        ),
        pytest.param(health(HealthAndCareKind.MEDICATION), "", id="other medicine"),
        pytest.param(note("not suitable"), "accommodation", id="a note against the address"),
        pytest.param(decision(DecisionKind.REFUSED, ""), "accommodation", id="a refusal"),
        pytest.param(note("settled with family"), "", id="a note for the address"),
    ],
)
def test_other_records_show_something(record: Record, topics: str) -> None:
    assert shown(record) == set(topics.split())


@pytest.mark.parametrize(
    ("place", "against"),
    [
        pytest.param(PROPOSED, True, id="the address"),
        pytest.param(NO_NUMBER, True, id="perhaps the address"),
        pytest.param(NOT_READABLE, True, id="an address nobody can read"),
        pytest.param(FLAT_IN_IT, False, id="a flat in the building"),
        pytest.param(OTHER_TOWN, False, id="another address"),
        pytest.param(None, False, id="none"),
    ],
)
def test_terms_and_homes_speak_against_the_address_they_may_be(place: Address | None, against: bool) -> None:
    keep_out = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=place))
    home = protected_place(EX_PARTNER, place)
    for record in (keep_out, home):
        assert bool(records_on(ScreeningTopic.ACCOMMODATION, case(record).facts)) is against


@pytest.mark.parametrize(
    ("record", "against"),
    [
        pytest.param(order(NO_CONTACT), True, id="an order in force protects her"),
        pytest.param(order(NO_CONTACT, expires_on=date(2026, 11, 21)), False, id="the order ended yesterday"),
        pytest.param(condition(NO_CONTACT, EX_PARTNER), True, id="the licence names her"),
        pytest.param(THREATS, True, id="he abused her"),
        pytest.param(
            conviction("00826", "a blade", EX_PARTNER), False, id="she was a victim of something else"
        ),
        pytest.param(replace(THREATS, person_is=AbuseRole.VICTIM), False, id="she abused him"),
    ],
)
def test_who_lives_there_speaks_against_the_address(record: Record, against: bool) -> None:
    of = case(record, lives_with=(EX_PARTNER,))
    assert bool(records_on(ScreeningTopic.ACCOMMODATION, of.facts)) is against


@pytest.mark.parametrize(
    ("records", "found"),
    [
        pytest.param((conviction("06639", "breach of a non-molestation order"),), 1, id="by its nature"),
        pytest.param((conviction("00831", "breach of a restraining order"),), 0, id="nobody knows whom"),
        pytest.param(
            (conviction("00831", "breach of a restraining order", NEIGHBOUR),),
            0,
            id="it protects a neighbour",
        ),
        pytest.param(
            (conviction("00831", "breach of a restraining order", EX_PARTNER),), 1, id="it protects her"
        ),
        pytest.param(
            (replace(conviction("04600", "theft"), domestic_abuse_found=True),), 1, id="the court found it"
        ),
        pytest.param((breach(DAY), order(NO_CONTACT, expires_on=DAY)), 1, id="an order that protected her"),
        pytest.param(
            (breach(DAY), order(protects=(NEIGHBOUR,), expires_on=DAY)), 0, id="a neighbour's order"
        ),
    ],
)
def test_breaches_and_findings_show_domestic_abuse(records: tuple[Record, ...], found: int) -> None:
    assert len(records_on(ScreeningTopic.DOMESTIC_ABUSE, case(*records).facts)) == found


def test_a_record_is_told_once_on_a_topic() -> None:
    told_twice = conviction("05602", "Arson", EX_PARTNER)
    assert len(records_on(ScreeningTopic.RISK_TO_OTHERS, case(told_twice).facts)) == 1


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        pytest.param(date(2024, 11, 22), True, id="two years ago to the day"),
        pytest.param(date(2024, 11, 21), False, id="longer ago"),
    ],
)
def test_a_weapon_found_in_custody_counts_for_two_years(on: date, counts: bool) -> None:
    found = case(custody(CustodyEventKind.WEAPON_FOUND, on)).facts
    assert bool(weapon_records(found)) is counts


@pytest.mark.parametrize(
    ("of", "harms", "dangerous"),
    [
        pytest.param(case(), False, False, id="nothing on record"),
        pytest.param(case(conviction("00865", "stalking")), True, False, id="stalking"),
        pytest.param(case(conviction("01602", "sexual")), True, False, id="a sexual offence"),
        pytest.param(case(conviction("05602", "arson")), False, False, id="arson, which another rule reads"),
        pytest.param(case(alert("RDV")), True, True, id="a perpetrator by alert"),
        pytest.param(case(alert("XHT")), True, False, id="a hostage taker"),
        pytest.param(case(registration("ANSO", "")), True, False, id="a sex offender who need not register"),
        pytest.param(case(alert("ROH")), False, True, id="high risk by alert"),
        pytest.param(case(alert("ROV")), False, True, id="very high risk by alert"),
        pytest.param(case(alert("ROM")), False, False, id="medium risk by alert"),
        pytest.param(case(custody(CustodyEventKind.WEAPON_FOUND, DAY)), True, False, id="a weapon found"),
        pytest.param(case(custody(CustodyEventKind.RECALLED, DAY)), False, False, id="a recall"),
        pytest.param(case(order(NO_CONTACT, expires_on=date(2026, 11, 21))), False, False, id="an old order"),
        pytest.param(case(order(NO_CONTACT, expires_on=date(2026, 11, 22))), False, True, id="its last day"),
        pytest.param(case(routine=False), False, False, id="nobody assessed him"),
    ],
)
def test_who_may_harm_a_household_or_is_known_as_dangerous(of: Case, harms: bool, dangerous: bool) -> None:
    assert (may_harm_a_household(of.facts), known_as_dangerous(of.facts)) == (harms, dangerous)
