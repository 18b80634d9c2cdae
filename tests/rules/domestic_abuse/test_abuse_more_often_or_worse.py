"""Abuse that comes more often or grows worse, counted at liberty."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    NEIGHBOUR,
    PARTNER,
    Case,
    abuse,
    breach,
    case,
    conviction,
    custody,
    order,
    registration,
)
from riskflag.facts.escalation import Escalation, escalations, incidents, ranked
from riskflag.records import AbuseRole, ConvictionOutcome, CustodyEventKind, DomesticAbuseKind, Record
from riskflag.rules.domestic_abuse.abuse_more_often_or_worse import BECAUSE, RULE
from riskflag.vocabulary import Source, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

OFTEN, AFTER, WORSE, FASTER = Escalation
QUARREL, THREATS = DomesticAbuseKind.VERBAL_DISPUTE, DomesticAbuseKind.THREATS
HIT, STRANGLED = DomesticAbuseKind.PHYSICAL_VIOLENCE, DomesticAbuseKind.STRANGULATION


def on(*days: date, kind: DomesticAbuseKind = HIT) -> tuple[Record, ...]:
    return tuple(abuse(kind, PARTNER, on=day) for day in days)


def ways(*records: Record) -> list[Escalation]:
    return [how for how, _, _ in escalations(case(*records).facts)]


HELD = (
    custody(CustodyEventKind.RECEIVED, date(2018, 1, 1)),
    custody(CustodyEventKind.RELEASED, date(2026, 1, 1)),
)
MARAC = replace(registration("IMAR", "MARAC"), started_on=date(2025, 6, 1), recorded_on=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param(on(date(2025, 1, 1), date(2025, 6, 1), date(2026, 1, 1)), [OFTEN], id="three in a year"),
        pytest.param(on(date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 2)), [], id="in a year and a day"),
        pytest.param(on(date(2026, 1, 1), date(2026, 6, 1)), [], id="two"),
        pytest.param(on(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1)), [], id="one day three times"),
        pytest.param(on(date(2014, 1, 1), date(2014, 6, 1), date(2014, 11, 1)), [], id="three in 2014"),
        pytest.param(
            (*on(date(2017, 6, 1), date(2017, 9, 1), date(2017, 12, 1)), *HELD),
            [OFTEN],
            id="three just before eight years inside",
        ),
        pytest.param(
            (*on(date(2017, 9, 1), date(2017, 12, 1), date(2026, 2, 1)), *HELD),
            [OFTEN],
            id="two before custody and one after",
        ),
        pytest.param(
            on(date(2022, 1, 1), date(2022, 5, 1), date(2022, 10, 1), date(2026, 1, 1)), [OFTEN], id="in 2022"
        ),
        pytest.param((MARAC, *on(date(2026, 6, 1))), [AFTER], id="a year after a meeting about high risk"),
        pytest.param((MARAC, *on(date(2026, 6, 2))), [], id="a year and a day after it"),
        pytest.param((MARAC, *on(date(2025, 6, 1))), [], id="on its day"),
        pytest.param(
            (replace(MARAC, ended_on=date(2025, 9, 1)), *on(date(2026, 1, 1))), [AFTER], id="the entry ended"
        ),
        pytest.param(
            (
                *on(date(2022, 1, 1), kind=QUARREL),
                *on(date(2023, 6, 1), kind=THREATS),
                *on(date(2025, 6, 1), kind=STRANGLED),
            ),
            [WORSE],
            id="each worse than the one before",
        ),
        pytest.param(
            (
                *on(date(2022, 1, 1), kind=THREATS),
                *on(date(2023, 6, 1), kind=QUARREL),
                *on(date(2025, 6, 1), kind=STRANGLED),
            ),
            [],
            id="the middle one slight",
        ),
        pytest.param(
            (
                *on(date(2022, 1, 1), kind=QUARREL),
                *on(date(2023, 6, 1), kind=DomesticAbuseKind.NOT_STATED),
                *on(date(2025, 6, 1), kind=STRANGLED),
            ),
            [],
            id="the middle one unknown",
        ),
        pytest.param(
            on(date(2020, 1, 1), date(2024, 1, 1), date(2025, 12, 31)), [FASTER], id="half the time"
        ),
        pytest.param(
            on(date(2020, 1, 1), date(2024, 1, 1), date(2026, 1, 5)), [], id="a little more than half"
        ),
        pytest.param((), [], id="nothing"),
    ],
)
def test_in_what_way_it_escalates(records: tuple[Record, ...], expected: list[Escalation]) -> None:
    assert ways(*records) == expected


ASSAULT = conviction("10501", "common assault", PARTNER, on=date(2026, 3, 5))
TWO = on(date(2026, 1, 1), date(2026, 2, 1))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(*TWO, ASSAULT), ACT, id="two events and a conviction"),
        pytest.param(case(*TWO, replace(ASSAULT, happened_on=date(2026, 2, 1))), CLEAR, id="for one of them"),
        pytest.param(case(*TWO, replace(ASSAULT, victims=(NEIGHBOUR,))), CLEAR, id="of a neighbour"),
        pytest.param(
            case(*TWO, replace(ASSAULT, victims=(), domestic_abuse_found=True)),
            ACT,
            id="abuse, a court found",
        ),
        pytest.param(
            case(*TWO, replace(ASSAULT, outcome=ConvictionOutcome.PENDING)), CLEAR, id="only charged"
        ),
        pytest.param(
            case(*TWO, order(protects=(EX_PARTNER,)), breach(date(2026, 5, 1))), ACT, id="and broke her order"
        ),
        pytest.param(
            case(*(abuse(HIT, PARTNER, date(2026, m, 1), AbuseRole.VICTIM) for m in (1, 2, 3))),
            CLEAR,
            id="done to him",
        ),
        pytest.param(
            case(*(abuse(HIT, PARTNER, date(2026, m, 1), AbuseRole.NOT_CLEAR) for m in (1, 2, 3))),
            CANNOT_TELL,
            id="nobody recorded who harmed whom",
        ),
        pytest.param(
            case(*TWO, abuse(HIT, PARTNER, date(2026, 3, 1), AbuseRole.NOT_CLEAR)),
            CANNOT_TELL,
            id="two by him, and one by nobody knows whom",
        ),
        pytest.param(
            case(*(abuse(HIT, PARTNER, date(2014, m, 1), AbuseRole.NOT_CLEAR) for m in (1, 2, 3))),
            CLEAR,
            id="nobody recorded who harmed whom in 2014",
        ),
        pytest.param(
            case(*(abuse(HIT, PARTNER, date(2026, m, 1), AbuseRole.NOT_CLEAR) for m in (1, 2))),
            CLEAR,
            id="and only twice",
        ),
        pytest.param(case(*TWO, replace(ASSAULT, happened_on=None)), CANNOT_TELL, id="one has no date"),
        pytest.param(case(TWO[0], replace(ASSAULT, happened_on=None)), CLEAR, id="two, one without date"),
        pytest.param(case(not_asked=(Source.CUSTODY,)), CANNOT_TELL, id="custody was not asked for"),
    ],
)
def test_what_counts_as_an_incident(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("record", "says"),
    [
        pytest.param(ASSAULT, "severity 4 of 8: common assault (convicted)", id="common assault"),
        pytest.param(
            conviction("00806", "ABH", PARTNER),
            "severity 5 of 8: ABH (convicted)",
            id="actual bodily harm",
        ),
        pytest.param(
            on(date(2026, 1, 1), kind=STRANGLED)[0], "severity 7 of 8: strangulation", id="strangling"
        ),
        pytest.param(
            on(date(2026, 1, 1), kind=DomesticAbuseKind.NOT_STATED)[0],
            "severity not recorded: not stated",
            id="not stated",
        ),
    ],
)
def test_the_timeline_tells_how_grave_each_was(record: Record, says: str) -> None:
    (incident,) = incidents(case(record).facts)
    assert ranked(incident) == says


def test_of_one_day_the_gravest_report_stands() -> None:
    (incident,) = incidents(case(*on(date(2026, 1, 1), kind=STRANGLED), *on(date(2026, 1, 1))).facts)
    assert incident.rank == 7


def test_the_person_must_not_learn_of_a_meeting() -> None:
    (found,) = findings(RULE, case(MARAC, *on(date(2026, 1, 1))))
    assert found.because == BECAUSE[AFTER]
    assert [each.visibility for each in found.evidence] == [Visibility.PROTECTED] * 2
