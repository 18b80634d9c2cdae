"""What counts as looked at, and what a reader may know who must not learn protected things."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    NOW,
    OTHER_TOWN,
    RELEASE,
    abuse,
    access_limitation,
    alert,
    case,
    caseload_link,
    check,
    conversation,
    incident,
    note,
    order,
    protected_place,
    term,
)
from riskflag.dossier import CONFIDENTIAL_SOURCES, Dossier, MissingReason, PlaceKnowledge, SourceCoverage
from riskflag.records import (
    RECORD_KINDS,
    AccessLimitation,
    Alert,
    CaseloadLink,
    Check,
    CheckKind,
    DomesticAbuseKind,
    PlaceIncidentKind,
    ProtectedPlace,
    ProtectiveOrder,
    Record,
)
from riskflag.vocabulary import ProhibitionKind, Source, Visibility

WRONG: Any = None
WRITTEN: Any = "protected"
ANSWERED = SourceCoverage(asked_at=NOW, answered=True, complete=True, watermark=NOW)


@pytest.mark.parametrize(
    ("coverage", "reason"),
    [
        pytest.param(ANSWERED, None, id="asked just now and complete"),
        pytest.param(SourceCoverage(), MissingReason.NOT_ASKED, id="never asked"),
        pytest.param(
            replace(ANSWERED, asked_at=None), MissingReason.NOT_ASKED, id="a watermark alone is no asking"
        ),
        pytest.param(
            replace(ANSWERED, answered=None), MissingReason.NO_ANSWER, id="nobody knows whether it answered"
        ),
        pytest.param(replace(ANSWERED, answered=False), MissingReason.NO_ANSWER, id="timed out"),
        pytest.param(
            replace(ANSWERED, complete=None), MissingReason.PARTIAL, id="it does not say it is complete"
        ),
        pytest.param(replace(ANSWERED, complete=False), MissingReason.PARTIAL, id="cut short"),
        pytest.param(
            replace(ANSWERED, unreadable=1), MissingReason.UNREADABLE, id="one record could not be read"
        ),
        pytest.param(
            replace(ANSWERED, watermark=NOW - timedelta(hours=25)),
            MissingReason.STALE,
            id="asked now, but the source itself is a day and an hour behind",
        ),
        pytest.param(
            replace(ANSWERED, asked_at=NOW - timedelta(hours=25)),
            MissingReason.STALE,
            id="asked a day and an hour ago",
        ),
        pytest.param(
            replace(ANSWERED, asked_at=NOW + timedelta(minutes=1)),
            MissingReason.DATED_LATER,
            id="asked after the question: a clock is wrong",
        ),
        pytest.param(replace(ANSWERED, watermark=None), None, id="no watermark: up to the asking"),
    ],
)
def test_an_answer_counts_only_when_asked_answered_complete_readable_and_fresh(
    coverage: SourceCoverage, reason: MissingReason | None
) -> None:
    assert coverage.gap(Source.PROTECTIVE_ORDERS, NOW) is reason


def test_every_source_is_missing_until_it_is_covered() -> None:
    gaps = Dossier(HIM, NOW, (), {}).gaps()
    assert set(gaps) == set(Source) - {Source.ACCESS_LIMITS}
    assert {gap.reason for gap in gaps.values()} == {MissingReason.NOT_ASKED}


def test_a_record_written_down_after_the_question_spoils_its_source_and_no_other() -> None:
    late = replace(alert("OHCO"), recorded_on=NOW.date() + timedelta(days=1))
    gaps = case(late).dossier.gaps()
    assert {source: gap.reason for source, gap in gaps.items()} == {Source.ALERTS: MissingReason.DATED_LATER}


def test_a_record_that_does_not_hold_what_it_should_is_not_handed_out_and_spoils_its_source() -> None:
    unsound = replace(order(term(ProhibitionKind.NO_CONTACT)), person_is=WRONG)
    dossier = case(unsound, order(), alert("OHCO"), routine=False).dossier
    assert len(dossier.of(ProtectiveOrder)) == 1
    for seen in (dossier, dossier.known_part()):
        assert seen.gaps()[Source.PROTECTIVE_ORDERS].reason is MissingReason.UNREADABLE
        assert Source.ALERTS not in seen.gaps()


def test_a_record_whose_visibility_cannot_be_read_is_kept_from_everybody() -> None:
    known = case(replace(alert("OHCO"), visibility=WRITTEN), routine=False).dossier.known_part()
    assert known.records == ()


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        pytest.param(PlaceIncidentKind.CLOSURE, None, id="a closure"),
        pytest.param(None, MissingReason.UNREADABLE, id="nobody can tell of what"),
    ],
)
def test_an_incident_that_cannot_be_read_spoils_the_place_register(
    kind: PlaceIncidentKind | None, reason: MissingReason | None
) -> None:
    changes: dict[str, Any] = {"kind": kind}
    held = (incident(PlaceIncidentKind.DRUG_USE), replace(incident(PlaceIncidentKind.CLOSURE), **changes))
    knowledge = PlaceKnowledge(ANSWERED, held)
    assert knowledge.gap(NOW) is reason
    assert len(knowledge.readable) == (2 if reason is None else 1)


def test_the_day_of_the_question_is_the_day_in_london() -> None:
    just_before_midnight_utc_in_summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert Dossier(HIM, just_before_midnight_utc_in_summer, (), {}).as_of_date.isoformat() == "2026-07-02"


def test_records_are_found_by_kind_in_the_order_given() -> None:
    first, second = alert("OHCO"), alert("XA")
    dossier = case(first, second, routine=False).dossier
    assert [a.code for a in dossier.of(Alert)] == ["OHCO", "XA"]
    assert dossier.of(ProtectiveOrder) == ()


@pytest.mark.parametrize(
    ("record", "stays"),
    [
        pytest.param(protected_place(EX_PARTNER, OTHER_TOWN), False, id="where a protected person lives"),
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), False, id="what she told the police"),
        pytest.param(
            replace(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), visibility=Visibility.KNOWN_TO_SUBJECT),
            True,
            id="what he was charged with",
        ),
        pytest.param(conversation(EX_PARTNER), False, id="what an occupier said"),
        pytest.param(note("police attended"), False, id="what was written about the address"),
        pytest.param(order(term(ProhibitionKind.NO_CONTACT)), True, id="an order served on him"),
        pytest.param(
            replace(order(term(ProhibitionKind.NO_CONTACT)), served_on=None, present_when_made=False),
            False,
            id="an order made without notice and not yet served",
        ),
        pytest.param(alert("OHCO"), True, id="an alert that prison staff see"),
        pytest.param(
            replace(alert("OHCO"), visibility=Visibility.PROTECTED), False, id="an alert marked as protected"
        ),
    ],
)
def test_what_may_be_known_leaves_out_what_is_protected(record: Record, stays: bool) -> None:
    known = case(record, routine=False).dossier.known_part()
    assert bool(known.records) is stays


def test_of_a_check_only_its_dates_may_be_known() -> None:
    returned = replace(check(CheckKind.POLICE_DOMESTIC_ABUSE), concerns=True, result="two call-outs")
    (known,) = case(returned, routine=False).dossier.known_part().of(Check)
    assert (known.returned_on, known.concerns, known.result) == (returned.returned_on, None, "")


def test_confidential_sources_look_the_same_whether_they_hold_something_or_not() -> None:
    with_place = case(protected_place(EX_PARTNER, OTHER_TOWN), routine=False).dossier.known_part()
    without = case(routine=False).dossier.known_part()
    never_asked = case(not_asked=CONFIDENTIAL_SOURCES, routine=False).dossier.known_part()
    assert with_place == without == never_asked
    withheld = CONFIDENTIAL_SOURCES - {Source.ACCESS_LIMITS}
    assert {with_place.gaps()[s].reason for s in withheld} == {MissingReason.WITHHELD}


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(None, id="nobody asked"),
        pytest.param(SourceCoverage(NOW - timedelta(days=9), answered=True, complete=True), id="long ago"),
        pytest.param(SourceCoverage(NOW, answered=True, complete=False, unreadable=2), id="in part"),
    ],
)
def test_who_may_see_a_case_is_nothing_that_an_answer_rests_on(told: SourceCoverage | None) -> None:
    dossier = case(caseload_link("p.officer"), access_limitation("j.smith")).dossier
    limits = Source.ACCESS_LIMITS
    rest: dict[Source, SourceCoverage] = {s: c for s, c in dossier.coverage.items() if s is not limits}
    covered = rest if told is None else {**rest, limits: told}
    given = replace(dossier, coverage=covered)
    assert given.gaps() == {}
    later = replace(given, records=(replace(caseload_link("p.officer"), recorded_on=RELEASE),))
    assert later.gaps() == {}
    assert not given.known_part().of(CaseloadLink)
    assert not given.known_part().of(AccessLimitation)


def test_every_kind_of_record_names_the_source_it_is_asked_for_under() -> None:
    assert {kind.source for kind in RECORD_KINDS.values()} == set(Source) - {Source.PLACE_REGISTER}
    assert ProtectedPlace.source in CONFIDENTIAL_SOURCES
