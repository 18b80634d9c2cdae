"""Each risk that a referral can name, and the records that show it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    REFERRED,
    abuse,
    alert,
    assessment,
    case,
    condition,
    conviction,
    custody,
    health,
    order,
    registration,
    screening,
    term,
)
from riskflag.facts.known_risks import barred_from_work, known_risks
from riskflag.facts.referral_needs import Extent, Need
from riskflag.reading.themes import RiskTheme
from riskflag.records import (
    CustodyEventKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    RecipientKind,
    Record,
    ScreeningTopic,
)
from riskflag.vocabulary import OrderType, ProhibitionKind, RiskLevel

OLD = date(2014, 1, 1)
T, P = RiskTheme, ProhibitionKind


def shown(theme: RiskTheme, *records: Record, extent: Extent = Extent.FACT) -> int:
    """How many of the records show the risk."""
    need = Need(RecipientKind.OTHER, theme, extent, "why", (), own_judgement=True)
    return len(known_risks(need, case(*records, asked=REFERRED).facts))


SHOWS = [
    (T.ARSON, conviction("05602", "arson"), "arson proved"),
    (T.ARSON, replace(assessment(), fire_setting=True), "fire-setting assessed"),
    (T.VIOLENCE, conviction("10501", "common assault"), "an assault"),
    (T.VIOLENCE, conviction("00801", "wounding", on=OLD), "grave violence, however old"),
    (T.VIOLENCE, custody(CustodyEventKind.VIOLENCE, date(2026, 3, 1)), "a fight on the wing"),
    (T.DOMESTIC_ABUSE, registration("ADVP", "Domestic Abuse Perpetrator"), "the register"),
    (T.DOMESTIC_ABUSE, abuse(DomesticAbuseKind.THREATS, EX_PARTNER), "an event with a second source"),
    (T.SEXUAL_OFFENDING, alert("SONR"), "a sex offender's alert"),
    (T.RISK_TO_CHILDREN, alert("C1"), "no contact with children"),
    (T.RISK_TO_CHILDREN, order(term(P.NO_CONTACT_WITH_CHILDREN), protects=()), "an order about children"),
    (T.RISK_TO_STAFF, replace(assessment(), to_staff=RiskLevel.MEDIUM), "assessed"),
    (T.WEAPONS, conviction("00826", "blade"), "a blade"),
    (T.SUBSTANCE_MISUSE, health(HealthAndCareKind.SUBSTANCE_RECOVERY), "in recovery"),
    (T.MENTAL_HEALTH, health(HealthAndCareKind.DIAGNOSIS, mental_health=True), "a diagnosis"),
    (T.SUICIDE_OR_SELF_HARM, health(HealthAndCareKind.SELF_HARM_PLAN), "a plan against self-harm"),
    (T.SUICIDE_OR_SELF_HARM, health(HealthAndCareKind.SELF_HARM_CONCERN), "a concern, plan or no plan"),
    (T.SUICIDE_OR_SELF_HARM, alert("HA"), "an open plan alert"),
    (T.ARSON, screening(ScreeningTopic.ARSON, concern=True), "a form that states it"),
    (T.SEXUAL_OFFENDING, screening(ScreeningTopic.SEXUAL_OFFENDING, concern=True), "a form that states it"),
    (T.RISK_TO_STAFF, screening(ScreeningTopic.RISK_TO_STAFF, concern=True), "a form that states it"),
    (T.STALKING_OR_HARASSMENT, registration("STLK", "Stalking"), "nothing under a made-up code"),
    (T.PROTECTIVE_ORDER, order(term(P.NO_CONTACT)), "an order in force"),
    (T.NO_GO_AREA, order(term(P.EXCLUSION_AREA)), "an area in an order"),
    (T.NO_GO_AREA, condition(term(P.EXCLUSION_AREA)), "an area in the licence"),
]


@pytest.mark.parametrize(
    ("theme", "record"),
    [pytest.param(theme, record, id=f"{theme.value}: {story}") for theme, record, story in SHOWS],
)
def test_a_record_shows_its_risk(theme: RiskTheme, record: Record) -> None:
    expected = 0 if getattr(record, "code", None) == "STLK" else 1
    assert shown(theme, record) == expected


@pytest.mark.parametrize(
    ("record", "shows"),
    [
        pytest.param(alert("XGANG"), 1, id="a gang member"),
        pytest.param(alert("RCON"), 1, id="conflict with other prisoners"),
        pytest.param(alert("NV"), 0, id="a victim of county lines: nobody else's to tell"),
    ],
)
def test_a_gang_is_a_risk_and_its_victim_is_none(record: Record, shows: int) -> None:
    assert shown(T.GANG, record) == shows


@pytest.mark.parametrize("theme", RiskTheme)
def test_nothing_shows_nothing(theme: RiskTheme) -> None:
    assert shown(theme) == 0


@pytest.mark.parametrize(
    ("theme", "record"),
    [
        pytest.param(T.VIOLENCE, conviction("10501", "common assault", on=OLD), id="an old slap"),
        pytest.param(T.VIOLENCE, conviction("04600", "theft"), id="theft is no violence"),
        pytest.param(T.VIOLENCE, alert("XA"), id="an arson alert is no violence"),
        pytest.param(
            T.PROTECTIVE_ORDER,
            order(term(P.NO_CONTACT), expires_on=date(2026, 1, 1), duration=None),
            id="an order that ended",
        ),
        pytest.param(T.MENTAL_HEALTH, health(HealthAndCareKind.SELF_HARM_PLAN), id="told as self-harm"),
    ],
)
def test_what_does_not_show_a_risk(theme: RiskTheme, record: Record) -> None:
    assert shown(theme, record) == 0


@pytest.mark.parametrize(
    ("theme", "extent", "record", "expected"),
    [
        pytest.param(
            T.PROTECTIVE_ORDER,
            Extent.HOUSEHOLD_BANS,
            order(term(P.NO_RESIDE_WITH)),
            1,
            id="a ban on living with somebody",
        ),
        pytest.param(
            T.PROTECTIVE_ORDER,
            Extent.HOUSEHOLD_BANS,
            order(term(P.NO_CONTACT)),
            0,
            id="whom he may not ring is not the landlord's business",
        ),
        pytest.param(
            T.PROTECTIVE_ORDER,
            Extent.WORK_BARS,
            order(term(P.NO_CONTACT)),
            0,
            id="nor the employer's",
        ),
        pytest.param(
            T.PROTECTIVE_ORDER, Extent.WORK_BARS, alert("RDO"), 1, id="disqualified from work with children"
        ),
        pytest.param(
            T.PROTECTIVE_ORDER,
            Extent.WORK_BARS,
            order(term(P.DEVICES_OR_INTERNET), kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER, protects=()),
            1,
            id="no computers",
        ),
        pytest.param(
            T.RISK_TO_CHILDREN,
            Extent.HOUSEHOLD_BANS,
            replace(assessment(), to_children=RiskLevel.MEDIUM),
            0,
            id="an assessed risk that bars nothing",
        ),
    ],
)
def test_how_much_of_it_a_recipient_needs(
    theme: RiskTheme, extent: Extent, record: Record, expected: int
) -> None:
    assert shown(theme, record, extent=extent) == expected


def test_a_licence_condition_against_work_with_children_is_known_by_its_code() -> None:
    barring = condition(term(P.OTHER, "no such work"), code="9da214a3-c6ae-45e1-a465-12e22adf7c87")
    other = condition(term(P.OTHER, "be of good behaviour"))
    found = barred_from_work(case(barring, other, asked=REFERRED).facts)
    assert [getattr(record, "code", None) for record in found] == [barring.code]
