"""Abuse of partners and relatives, counted from coded records."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PARTNER,
    Case,
    abuse,
    case,
    conviction,
    custody,
    order,
)
from riskflag.records import AbuseRole, ConvictionOutcome, CustodyEventKind, DomesticAbuseKind, NamedPerson
from riskflag.vocabulary import Relationship, Source
from tests.classifier.features.values import value_of

KIND = DomesticAbuseKind
POLICE = (Source.DOMESTIC_ABUSE,)
FRESH, OLD = date(2026, 7, 1), date(2021, 7, 1)
HIT = abuse(KIND.PHYSICAL_VIOLENCE, EX_PARTNER, on=FRESH)
HIT_LONG_AGO = abuse(KIND.PHYSICAL_VIOLENCE, EX_PARTNER, on=OLD)
HIT_BY_HER = abuse(KIND.PHYSICAL_VIOLENCE, EX_PARTNER, on=FRESH, role=AbuseRole.VICTIM)
CHARGED_WITH_IT = conviction("00806", "assault occasioning actual bodily harm", EX_PARTNER, on=FRESH)
FOUND_BY_COURT = replace(conviction("00806", "assault"), domestic_abuse_found=True)
HELD_SINCE = custody(CustodyEventKind.RECEIVED, date(2021, 9, 1))
HER_OTHER_NAME = NamedPerson("Bethany Sample", Relationship.EX_PARTNER, EX_PARTNER.date_of_birth)


@pytest.mark.parametrize(
    ("of", "in_a_year", "ever"),
    [
        pytest.param(case(), 0, 0, id="nothing on record"),
        pytest.param(case(HIT), 1, 1, id="one this year"),
        pytest.param(case(HIT, CHARGED_WITH_IT), 1, 1, id="the report and the conviction of one day are one"),
        pytest.param(case(HIT, HIT_LONG_AGO), 1, 2, id="one this year and one five years ago"),
        pytest.param(
            case(HIT_LONG_AGO, HELD_SINCE), 1, 1, id="in custody since: the last year at liberty counts"
        ),
        pytest.param(case(HIT_BY_HER), 0, 0, id="the person was the victim"),
        pytest.param(case(replace(HIT, happened_on=None)), 0, 0, id="nobody knows when"),
        pytest.param(case(not_asked=POLICE), None, None, id="the police were not asked"),
        pytest.param(
            case(HIT, not_asked=(Source.CONVICTIONS,)), 1, 1, id="what is known is the least it can be"
        ),
        pytest.param(
            case(HIT_LONG_AGO, HELD_SINCE, not_asked=(Source.CUSTODY,)), 1, 1, id="some of custody is known"
        ),
        pytest.param(
            case(HIT_LONG_AGO, not_asked=(Source.CUSTODY,)), None, 1, id="it may have been custody since"
        ),
    ],
)
def test_incidents_are_days(of: Case, in_a_year: int | None, ever: int | None) -> None:
    assert value_of("domestic_abuse_incidents_in_a_year", of) == in_a_year
    assert value_of("domestic_abuse_incidents", of) == ever


@pytest.mark.parametrize(
    ("of", "people"),
    [
        pytest.param(case(), 0, id="nobody"),
        pytest.param(case(HIT, HIT_LONG_AGO), 1, id="one, twice"),
        pytest.param(
            case(HIT, abuse(KIND.THREATS, HER_OTHER_NAME, on=OLD)), 1, id="two names and one day of birth"
        ),
        pytest.param(case(HIT, abuse(KIND.THREATS, MOTHER, on=OLD)), 2, id="a former partner and the mother"),
        pytest.param(case(order(protects=(EX_PARTNER,))), 1, id="only an order tells of her"),
        pytest.param(case(FOUND_BY_COURT), 1, id="a court found abuse and nobody wrote down of whom"),
        pytest.param(case(not_asked=POLICE), None, id="the police were not asked"),
    ],
)
def test_one_victim_under_two_names_is_one(of: Case, people: int | None) -> None:
    assert value_of("domestic_abuse_victims", of) == people


WORSE = (
    abuse(KIND.VERBAL_DISPUTE, EX_PARTNER, on=date(2023, 1, 1)),
    abuse(KIND.THREATS, EX_PARTNER, on=date(2024, 9, 1)),
    abuse(KIND.PHYSICAL_VIOLENCE, EX_PARTNER, on=date(2026, 3, 1)),
)
OFTEN_AND_WORSE = tuple(
    replace(event, happened_on=date(2026, month, 1)) for event, month in zip(WORSE, (1, 3, 5), strict=True)
)


@pytest.mark.parametrize(
    ("of", "signs"),
    [
        pytest.param(case(), 0, id="nothing on record"),
        pytest.param(case(*WORSE), 1, id="each worse than the one before, years apart"),
        pytest.param(case(*OFTEN_AND_WORSE), 2, id="each worse, and three in a year"),
        pytest.param(case(*WORSE[:2]), 0, id="two do not make a course"),
        pytest.param(case(not_asked=POLICE), None, id="the police were not asked"),
    ],
)
def test_the_ways_of_escalating_are_counted(of: Case, signs: int | None) -> None:
    assert value_of("escalation_signs", of) == signs


@pytest.mark.parametrize(
    ("of", "strangled", "threatened"),
    [
        pytest.param(case(), 0, 0, id="nothing on record"),
        pytest.param(case(abuse(KIND.STRANGULATION, EX_PARTNER)), 1, 0, id="recorded as strangulation"),
        pytest.param(
            case(abuse(KIND.PHYSICAL_VIOLENCE, EX_PARTNER, words="hands round her throat")),
            0,
            0,
            id="words alone are for a rule to read",
        ),
        pytest.param(case(abuse(KIND.THREATS, EX_PARTNER, on=OLD)), 0, 1, id="a threat years ago"),
        pytest.param(case(conviction("00301", "threats to kill", FRIEND)), 0, 1, id="convicted of threats"),
        pytest.param(
            case(conviction("00301", "threats to kill", outcome=ConvictionOutcome.ACQUITTED)),
            0,
            0,
            id="acquitted",
        ),
        pytest.param(
            case(abuse(KIND.THREATS, EX_PARTNER, role=AbuseRole.VICTIM)), 0, 0, id="the person was threatened"
        ),
        pytest.param(case(not_asked=POLICE), None, None, id="the police were not asked"),
    ],
)
def test_strangulation_and_threats_count_as_they_are_recorded(
    of: Case, strangled: int | None, threatened: int | None
) -> None:
    assert value_of("strangulation_on_record", of) == strangled
    assert value_of("threats_on_record", of) == threatened


@pytest.mark.parametrize(
    ("of", "former"),
    [
        pytest.param(case(HIT), 1, id="a former partner"),
        pytest.param(case(abuse(KIND.THREATS, PARTNER)), 0, id="a present partner"),
        pytest.param(case(conviction("00806", "assault", EX_PARTNER)), 1, id="convicted of it"),
        pytest.param(case(not_asked=POLICE), None, id="the police were not asked"),
    ],
)
def test_whether_the_victim_is_a_former_partner(of: Case, former: int | None) -> None:
    assert value_of("former_partner_abused", of) == former
