"""The figures, their dates and their bases."""

from datetime import date

import pytest

from riskflag.reference import thresholds
from riskflag.reference.thresholds import SOURCE_MAX_AGE_HOURS, Threshold, all_thresholds
from riskflag.vocabulary import Source

UNITS = {
    "metres",
    "per cent",
    "days",
    "working days",
    "months",
    "years",
    "hours",
    "minutes",
    "milliseconds",
    "times",
}
EVERY = [
    pytest.param(name, item, id=name.lower().replace("_", " ")) for name, item in all_thresholds().items()
]


@pytest.mark.parametrize(("name", "item"), EVERY)
def test_every_threshold_has_a_unit_a_date_and_a_basis(name: str, item: Threshold) -> None:
    assert name == name.upper()
    assert item.value > 0
    assert item.unit in UNITS
    assert isinstance(item.since, date)
    assert len(item.basis) > 20


@pytest.mark.parametrize(("name", "item"), EVERY)
def test_only_law_cites_an_act_and_only_a_proposal_says_so(name: str, item: Threshold) -> None:
    assert item.is_law is not item.basis.startswith("Proposed, November 2026: "), name
    assert item.is_law is any(word in item.basis for word in (" Act ", "SI ")), name


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        pytest.param("NEAR_URBAN_METRES", 500, "metres", id="near in a town"),
        pytest.param("NEAR_RURAL_METRES", 2000, "metres", id="near elsewhere"),
        pytest.param("CHECK_MAX_AGE_DAYS", 91, "days", id="a check stands for three months"),
        pytest.param("PROTECTED_ADDRESS_MAX_AGE_DAYS", 183, "days", id="a protected address for six"),
        pytest.param("RELEASE_SOON_DAYS", 28, "days", id="release is soon"),
        pytest.param("RELEASE_PLANNING_DAYS", 84, "days", id="release is planned"),
        pytest.param("RELEASE_IMMINENT_DAYS", 7, "days", id="release is next week"),
        pytest.param("ALLOCATION_WORKING_DAYS", 10, "working days", id="allocation"),
        pytest.param("ORDER_ENDS_BEFORE_RELEASE_DAYS", 28, "days", id="an order ends before release"),
        pytest.param("ORDER_RENEWAL_MONTHS", 24, "months", id="a reason to renew an order"),
        pytest.param("CO_DEFENDANT_YEARS", 5, "years", id="a co-defendant"),
        pytest.param("BREACH_YEARS", 5, "years", id="breaches counted"),
        pytest.param("BREACH_COUNT", 2, "times", id="breaches that make a pattern"),
        pytest.param("RECENT_BREACH_MONTHS", 12, "months", id="a recent breach"),
        pytest.param("DOMESTIC_ABUSE_YEARS", 5, "years", id="incidents counted"),
        pytest.param("QUICK_BREACH_DAYS", 28, "days", id="a quick breach"),
        pytest.param("ASSESSMENT_MAX_AGE_DAYS", 365, "days", id="an assessment stands for a year"),
        pytest.param("HEALTH_HANDOVER_DAYS", 14, "days", id="a health appointment"),
        pytest.param("HOSPITAL_ADMISSION_MONTHS", 12, "months", id="an admission counted"),
        pytest.param("WEAPON_MONTHS", 24, "months", id="a weapon counted"),
        pytest.param("HEARING_DAYS", 14, "days", id="a hearing is near"),
        pytest.param("VULNERABILITY_AGE_YEARS", 60, "years", id="age"),
        pytest.param("ADDRESS_CONFIRMED_DAYS", 14, "days", id="an address is confirmed"),
        pytest.param("ADDRESS_STALE_DAYS", 30, "days", id="an address is stale"),
        pytest.param("CARE_ASSESSMENT_MAX_AGE_DAYS", 183, "days", id="a care assessment"),
        pytest.param("RULE_TIME_LIMIT_MS", 250, "milliseconds", id="a rule's time"),
        pytest.param("ANSWER_VALID_HOURS", 24, "hours", id="an answer's life"),
        pytest.param("ADDRESS_INTELLIGENCE_YEARS", 3, "years", id="intelligence on an address"),
        pytest.param("ACCESS_LIMITS_MINUTES", 5, "minutes", id="who may see a case"),
        pytest.param("DISCLOSURE_DECISION_MONTHS", 12, "months", id="a disclosure decision"),
    ],
)
def test_a_proposal_has_the_figure_proposed(name: str, value: int, unit: str) -> None:
    item = all_thresholds()[name]
    assert (item.value, item.unit, item.is_law) == (value, unit, False)


@pytest.mark.parametrize(
    ("name", "value", "act"),
    [
        pytest.param("CHILD_AGE", 18, "Children Act 1989", id="who is a child"),
        pytest.param("MAPPA_CUSTODY_MONTHS", 12, "Criminal Justice Act 2003", id="MAPPA category 2"),
        pytest.param("NOTIFICATION_DAYS", 3, "Sexual Offences Act 2003", id="days to notify"),
        pytest.param("NOTIFICATION_QUALIFYING_DAYS", 7, "Sexual Offences Act 2003", id="days at a place"),
        pytest.param("CHILD_HOUSEHOLD_HOURS", 12, "SI 2012/1876", id="hours in a home with a child"),
    ],
)
def test_what_is_law_names_its_law(name: str, value: int, act: str) -> None:
    item = all_thresholds()[name]
    assert (item.value, item.is_law) == (value, True)
    assert act in item.basis


def test_everything_in_capitals_that_is_a_threshold_is_listed() -> None:
    here = {name for name, item in vars(thresholds).items() if isinstance(item, Threshold)}
    assert set(all_thresholds()) == here
    assert len(here) >= 35


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(source, id=source.replace("_", " "))
        for source in (
            Source.PROTECTIVE_ORDERS,
            Source.ORDER_BREACHES,
            Source.DOMESTIC_ABUSE,
            Source.CONVICTIONS,
            Source.ALERTS,
            Source.REGISTRATIONS,
            Source.PROTECTED_PLACES,
            Source.PLACE_REGISTER,
            Source.CUSTODY,
            Source.ALLOCATION,
        )
    ],
)
def test_what_changes_who_is_in_danger_is_asked_daily(source: Source) -> None:
    assert SOURCE_MAX_AGE_HOURS[source] == 24


def test_every_source_has_an_age_and_none_is_older_than_a_week() -> None:
    assert set(SOURCE_MAX_AGE_HOURS) == set(Source) - {Source.ACCESS_LIMITS}
    assert set(SOURCE_MAX_AGE_HOURS.values()) == {24, 168}


def test_the_figures_agree_with_each_other() -> None:
    item = all_thresholds()
    assert item["NEAR_URBAN_METRES"].value < item["NEAR_RURAL_METRES"].value
    assert item["RELEASE_IMMINENT_DAYS"].value < item["RELEASE_SOON_DAYS"].value
    assert item["RELEASE_SOON_DAYS"].value < item["RELEASE_PLANNING_DAYS"].value
    assert item["ADDRESS_CONFIRMED_DAYS"].value < item["ADDRESS_STALE_DAYS"].value
    assert item["ANSWER_VALID_HOURS"].value <= min(SOURCE_MAX_AGE_HOURS.values())
