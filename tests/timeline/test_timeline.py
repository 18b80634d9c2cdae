"""A person's record over time: what each kind of record says, and when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    RELEASE,
    TODAY,
    abuse,
    breach,
    case,
    conviction,
    custody,
    order,
    term,
)
from riskflag.dossier import SourceCoverage
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    OrderRole,
    ProtectiveOrder,
    Record,
)
from riskflag.timeline import LANES, Entry, Timeline, timeline
from riskflag.vocabulary import ProhibitionKind, Source, Visibility

KEEP_OFF = term(ProhibitionKind.NO_CONTACT)
MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)
RECEIVED, RELEASED, RECALLED = (
    CustodyEventKind.RECEIVED,
    CustodyEventKind.RELEASED,
    CustodyEventKind.RECALLED,
)


def made(*records: Record, release_date: date | None = RELEASE) -> Timeline:
    return timeline(case(*records).dossier, release_date)


def lane(found: Timeline, source: Source) -> tuple[Entry, ...]:
    return next(each.entries for each in found.lanes if each.source is source)


def only(source: Source, *records: Record) -> Entry:
    (entry,) = lane(made(*records), source)
    return entry


def test_lanes_come_in_their_order_and_every_line_has_a_number_of_its_own() -> None:
    found = made(breach(JUNE), order(KEEP_OFF), conviction("00801", "Common assault"), breach(MAY))
    assert tuple(each.source for each in found.lanes) == LANES
    entries = [entry for each in found.lanes for entry in each.entries]
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert [each.on for each in lane(found, Source.ORDER_BREACHES)] == [MAY, JUNE]


@pytest.mark.parametrize(
    ("source", "record", "says"),
    [
        pytest.param(
            Source.CONVICTIONS,
            conviction("00801", "Common assault", EX_PARTNER, on=MAY, custody_months=6),
            "Common assault, against Beth Sample (ex partner). Convicted on 1 May 2025, 6 months in custody",
            id="a conviction",
        ),
        pytest.param(
            Source.CONVICTIONS,
            conviction("00801", "Common assault", on=None, outcome=ConvictionOutcome.PENDING),
            "Common assault. Pending",
            id="a case that is not decided",
        ),
        pytest.param(
            Source.ORDER_BREACHES,
            breach(MAY, "telephoned her", BreachOutcome.ALLEGED),
            "Breach: telephoned her. Alleged",
            id="a breach that is only alleged",
        ),
        pytest.param(
            Source.DOMESTIC_ABUSE,
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, words="said he would burn it down"),
            "Threats, by this person, against Beth Sample (ex partner): “said he would burn it down”",
            id="abuse by them",
        ),
        pytest.param(
            Source.DOMESTIC_ABUSE,
            abuse(DomesticAbuseKind.DAMAGE, EX_PARTNER, role=AbuseRole.VICTIM),
            "Damage, against this person, by Beth Sample (ex partner): “damage”",
            id="abuse of them",
        ),
        pytest.param(
            Source.CUSTODY,
            custody(CustodyEventKind.WEAPON_FOUND, MAY, "a blade in a shoe"),
            "Weapon found: a blade in a shoe",
            id="an incident in custody",
        ),
    ],
)
def test_what_a_record_says(source: Source, record: Record, says: str) -> None:
    assert only(source, record).says == says


def test_what_has_no_date_comes_last_and_says_so() -> None:
    dated = conviction("00801", "Common assault")
    undated = replace(conviction("00801", "Affray", on=None), recorded_on=MAY)
    *_, last = lane(made(undated, dated), Source.CONVICTIONS)
    assert (last.on, last.when) == (None, "date not recorded, written down on 1 May 2025")


def test_what_the_person_must_not_learn_is_marked() -> None:
    hidden = replace(conviction("00801", "Common assault"), visibility=Visibility.PROTECTED)
    assert only(Source.CONVICTIONS, hidden).protected
    assert only(Source.DOMESTIC_ABUSE, abuse(DomesticAbuseKind.THREATS, EX_PARTNER)).protected
    assert not only(Source.CONVICTIONS, conviction("00801", "Common assault")).protected


def test_time_inside_runs_from_reception_or_recall_to_release_or_has_no_end() -> None:
    events = (
        custody(RELEASED, MAY - timedelta(days=400)),
        custody(RECEIVED, MAY - timedelta(days=300)),
        custody(RELEASED, MAY),
        custody(RECALLED, JUNE),
        custody(CustodyEventKind.TRANSFERRED, JUNE + timedelta(days=3)),
    )
    found = lane(made(*events), Source.CUSTODY)
    bars = [each for each in found if each.is_bar]
    assert [(each.on, each.until, each.over) for each in bars] == [
        (MAY - timedelta(days=300), MAY, True),
        (JUNE, None, False),
    ]
    assert bars[-1].when == "from 1 June 2025, no release is recorded"
    assert len(found) == len(events) + len(bars)


@pytest.mark.parametrize(
    ("held", "until", "over", "ends_with"),
    [
        pytest.param(order(KEEP_OFF), None, False, "no end: in force", id="until further order"),
        pytest.param(order(KEEP_OFF, expires_on=MAY), MAY, True, "until 1 May 2025, ended", id="ended"),
        pytest.param(
            order(KEEP_OFF, expires_on=RELEASE),
            RELEASE,
            False,
            "until 1 December 2026, in force",
            id="in force",
        ),
        pytest.param(
            replace(order(KEEP_OFF), discharged_on=MAY, discharge_evidence="sealed order"),
            MAY,
            True,
            "until 1 May 2025, ended",
            id="discharged",
        ),
        pytest.param(
            replace(order(KEEP_OFF), discharged_on=MAY),
            None,
            False,
            "no end: in force",
            id="nothing shows it",
        ),
        pytest.param(
            replace(order(KEEP_OFF), expires_on=date(2020, 1, 1)),
            None,
            False,
            "no end: in force",
            id="an end before the beginning",
        ),
    ],
)
def test_an_order_is_a_bar_to_its_end_and_without_one_it_is_in_force(
    held: ProtectiveOrder, until: date | None, over: bool, ends_with: str
) -> None:
    entry = only(Source.PROTECTIVE_ORDERS, held)
    assert (entry.is_bar, entry.on, entry.until, entry.over) == (True, held.made_on, until, over)
    assert entry.when.endswith(ends_with)
    assert "protects Beth Sample (ex partner)" in entry.says


def test_an_order_for_the_persons_own_protection_says_so() -> None:
    held = replace(order(KEEP_OFF), person_is=OrderRole.PROTECTED)
    assert only(Source.PROTECTIVE_ORDERS, held).says.startswith("Made to protect this person: ")


def test_a_lane_whose_source_cannot_be_relied_on_says_so_and_what_to_do() -> None:
    whole = case(breach(MAY)).dossier
    told = {**whole.coverage, Source.ORDER_BREACHES: SourceCoverage()}
    found = timeline(replace(whole, coverage=told), RELEASE)
    gaps = {each.source: each.gap for each in found.lanes}
    assert gaps[Source.ORDER_BREACHES] == "Order breaches: not asked for. Ask for it."
    assert gaps[Source.CONVICTIONS] is None
    assert len(lane(found, Source.ORDER_BREACHES)) == 1


def test_the_picture_reaches_from_the_first_to_the_last_of_what_it_shows() -> None:
    found = made(conviction("00801", "Common assault", on=date(2001, 2, 3)), breach(MAY))
    assert (found.first, found.last) == (date(2001, 2, 3), RELEASE)
    alone = made(release_date=None)
    assert (alone.first, alone.last) == (TODAY, TODAY)


def test_what_lies_far_off_is_told_in_words_and_not_drawn() -> None:
    far = made(breach(date(1950, 1, 1)), breach(date(2090, 1, 1)), breach(MAY), release_date=date(2090, 1, 1))
    assert [far.draws(each) for each in lane(far, Source.ORDER_BREACHES)] == [False, True, False]
    assert far.first == MAY
    assert not far.shows(date(2090, 1, 1))
