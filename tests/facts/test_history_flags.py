"""Flags by the day they close, offences by theme and outcome, and breaches by occasion."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    TODAY,
    alert,
    assessment,
    breach,
    case,
    conviction,
    custody,
    registration,
)
from riskflag.records import BreachOutcome, ConvictionOutcome, CustodyEventKind, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme

YESTERDAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 23)
FEBRUARY = date(2026, 2, 2)
BROKE_ORDER = conviction("00831", "Breach of Restraining Order", on=FEBRUARY)


@pytest.mark.parametrize(
    ("record", "is_open", "described"),
    [
        pytest.param(alert("XA"), True, "Arsonist, open", id="an open alert"),
        pytest.param(alert("XA", active_to=TODAY), True, "Arsonist, open", id="an alert on its last day"),
        pytest.param(alert("XA", active_to=TOMORROW), True, "Arsonist, open", id="one that closes tomorrow"),
        pytest.param(alert("XA", active_to=YESTERDAY), False, "Arsonist, ended", id="one closed yesterday"),
        pytest.param(
            replace(alert("XA"), active_from=TOMORROW), True, "Arsonist, open", id="one that begins tomorrow"
        ),
        pytest.param(
            replace(alert("XA", active_to=YESTERDAY), active=True),
            True,
            "Arsonist, open",
            id="an alert that its system calls active and expired",
        ),
        pytest.param(
            replace(alert("XA"), active=False), True, "Arsonist, open", id="one called closed on no known day"
        ),
        pytest.param(
            replace(alert("XA", active_to=YESTERDAY), active_from=TODAY),
            True,
            "Arsonist, open",
            id="one that ended before it began",
        ),
        pytest.param(
            replace(registration("WEAP", "", YESTERDAY), active=True),
            True,
            "Weapons, open",
            id="a register entry called active and ended",
        ),
        pytest.param(
            replace(registration("WEAP", "", YESTERDAY), started_on=TODAY),
            True,
            "Weapons, open",
            id="an entry removed before it was made",
        ),
        pytest.param(alert("ZZZZ"), True, "a code that is not known, open", id="an unknown code"),
        pytest.param(registration("WEAP", ""), True, "Weapons, open", id="an open register entry"),
        pytest.param(registration("WEAP", "", TODAY), True, "Weapons, open", id="one on its last day"),
        pytest.param(registration("WEAP", "", YESTERDAY), False, "Weapons, ended", id="one ended yesterday"),
        pytest.param(
            registration(None, "Restraining Order"), True, "Restraining Order, open", id="one without a code"
        ),
    ],
)
def test_a_flag_is_open_through_its_last_day(record: Record, is_open: bool, described: str) -> None:
    (flag,) = case(record).facts.history.flags
    assert flag.is_open is is_open
    assert flag.described.startswith(described)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        pytest.param(alert("XA", "two cells"), "two cells", id="an alert's comment"),
        pytest.param(replace(registration("WEAP", "Weapons"), notes="a knife"), "a knife", id="the notes"),
    ],
)
def test_what_was_written_with_a_flag(record: Record, words: str) -> None:
    (flag,) = case(record).facts.history.flags
    assert flag.words == words


@pytest.mark.parametrize(
    ("code", "themes", "found"),
    [
        pytest.param("P22", (FlagTheme.MAPPA,), True, id="one theme of several"),
        pytest.param("P22", (FlagTheme.ARSON, FlagTheme.SEXUAL), True, id="either of two"),
        pytest.param("P22", (FlagTheme.ARSON,), False, id="another theme"),
        pytest.param("P22", (), False, id="no theme asked for"),
        pytest.param("ZZZZ", tuple(FlagTheme), False, id="a code that says nothing"),
    ],
)
def test_flags_are_found_by_any_of_their_themes(
    code: str, themes: tuple[FlagTheme, ...], found: bool
) -> None:
    assert bool(case(alert(code)).facts.history.flagged(*themes)) is found
    assert not case(alert(code, active_to=YESTERDAY)).facts.history.flagged(*themes)


@pytest.mark.parametrize("outcome", [pytest.param(each, id=each.value) for each in ConvictionOutcome])
def test_a_conviction_or_a_caution_is_proven(outcome: ConvictionOutcome) -> None:
    history = case(conviction("00806", "ABH", EX_PARTNER, outcome=outcome)).facts.history
    proven = outcome in (ConvictionOutcome.CONVICTED, ConvictionOutcome.CAUTIONED)
    assert bool(history.convicted_of(OffenceTheme.VIOLENCE)) is proven
    assert bool(history.abuse_by_person) is proven


@pytest.mark.parametrize("outcome", [pytest.param(each, id=each.value) for each in BreachOutcome])
def test_every_breach_but_an_alleged_one_counts(outcome: BreachOutcome) -> None:
    history = case(breach(FEBRUARY, outcome=outcome)).facts.history
    assert bool(history.breaches) is (outcome is not BreachOutcome.ALLEGED)


@pytest.mark.parametrize(
    ("records", "occasions"),
    [
        pytest.param((BROKE_ORDER,), 1, id="a conviction for it"),
        pytest.param((replace(BROKE_ORDER, outcome=ConvictionOutcome.PENDING),), 0, id="a charge"),
        pytest.param((conviction("00806", "ABH", on=FEBRUARY),), 0, id="another offence"),
        pytest.param((BROKE_ORDER, breach(date(2026, 2, 3))), 2, id="a day later again"),
        pytest.param((BROKE_ORDER, breach(FEBRUARY)), 1, id="the same day"),
        pytest.param(
            (breach(FEBRUARY, outcome=BreachOutcome.ALLEGED), BROKE_ORDER), 1, id="alleged, then proven"
        ),
        pytest.param(
            (replace(BROKE_ORDER, happened_on=None), breach(FEBRUARY)), 2, id="one of two nobody dated"
        ),
    ],
)
def test_one_day_is_one_occasion(records: tuple[Record, ...], occasions: int) -> None:
    assert len(case(*records).facts.history.breaches) == occasions


def test_breaches_assessments_and_custody_come_newest_first() -> None:
    days = (date(2026, 3, 1), date(2026, 5, 1), date(2026, 4, 1))
    history = case(
        *(breach(day) for day in days),
        *(assessment(on=day) for day in days),
        *(custody(CustodyEventKind.RECEIVED, day) for day in days),
    ).facts.history
    newest_first = sorted(days, reverse=True)
    for records in (history.breaches, history.risk_assessments, history.custody):
        assert [record.happened_on for record in records] == newest_first


def test_an_undated_record_goes_by_the_day_it_was_written_down() -> None:
    undated = replace(assessment(words="undated"), happened_on=None, recorded_on=date(2026, 11, 20))
    latest = case(assessment(), undated).facts.history.latest_assessment
    assert latest is not None
    assert latest.words == "undated"
