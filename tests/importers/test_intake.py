"""A payload is parsed, recognised by one shape, read, and says what it covers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.importers import detect
from riskflag.importers.detect import shape_of, shapes
from riskflag.importers.intake import Intake, read_payload
from riskflag.importers.report import render_report, report_of, summary
from riskflag.importers.shape import Gap, Imported, Payload, Shape
from riskflag.records import PersonNumbers
from riskflag.vocabulary import NomsNumber, Source
from tests.importers.payloads import NOW

ALERTS = '[{"alertId": 1, "offenderNo": "A0001AA", "alertCode": "XA"}]'
BROKEN = '[{"alertId": 1, "alertCode": "XA"}, {"alertId": 2}]'
OFFENCES = '[{"bookingId": 1, "offenceCode": "TH68010"}]'
WIDGET = '{"overallRisk": "HIGH", "riskInCommunity": {"Martians": "LOW"}}'


def read(text: str | bytes, named: str | None = None) -> Intake:
    return read_payload(text, NOW, named)


def anything(name: str) -> Shape:
    return Shape(name, name, lambda _: True, lambda _: Imported(0))


@pytest.mark.parametrize(
    ("text", "coverage"),
    [
        pytest.param(
            ALERTS, {Source.ALERTS: SourceCoverage(NOW, answered=True, complete=True)}, id="a whole answer"
        ),
        pytest.param(
            BROKEN,
            {Source.ALERTS: SourceCoverage(NOW, answered=True, complete=False, unreadable=1)},
            id="a part of it cannot be read",
        ),
        pytest.param(
            OFFENCES, {Source.CONVICTIONS: SourceCoverage(NOW, answered=True)}, id="a part of what is known"
        ),
        pytest.param(
            WIDGET,
            {Source.RISK_ASSESSMENTS: SourceCoverage(NOW, answered=True, complete=False)},
            id="a part of which something is left out",
        ),
    ],
)
def test_what_a_payload_covers(text: str, coverage: dict[Source, SourceCoverage]) -> None:
    assert read(text).coverage == coverage


def test_a_payload_says_nothing_of_sources_of_which_it_holds_nothing() -> None:
    intake = read('{"probNumber": "X000001", "assessments": [{"riskPublicCommunity": "Low"}]}')
    assert set(intake.shape.adds_to) == {Source.RISK_ASSESSMENTS, Source.ACCESS_LIMITS}
    assert set(intake.coverage) == {Source.RISK_ASSESSMENTS}
    cut = replace(intake, imported=replace(intake.imported, gaps=(Gap("", "something"),)))
    assert set(cut.coverage) == {Source.RISK_ASSESSMENTS, Source.ACCESS_LIMITS}


def test_whose_it_is_stands_under_the_field_that_says_so() -> None:
    assert read(ALERTS).numbers == {"payload.0.offenderNo": PersonNumbers(NomsNumber("A0001AA"))}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "is empty", id="nothing"),
        pytest.param("[1,", "is not JSON: see line 1, column 4", id="no JSON"),
        pytest.param("[" * 21 + "]" * 21, "is nested deeper than 20", id="too deep"),
        pytest.param('{"a": 1, "a": 2}', "gives a field twice in one object", id="a field twice"),
        pytest.param('[{"a": NaN}]', "holds NaN or Infinity, which are not JSON", id="no number"),
        pytest.param("words of somebody", "is neither JSON nor CSV with a heading", id="text"),
        pytest.param(b"\xff\xfe\x00", "must be text in UTF-8", id="bytes"),
        pytest.param("[" + " " * 1_000_000 + "]", "is larger than 1,000,000 bytes", id="too large"),
        pytest.param("[]", "is of no shape that is known", id="an empty list"),
        pytest.param('{"x": 1}', "is of no shape that is known", id="another shape"),
    ],
)
def test_what_is_no_payload_is_refused_and_not_repeated(text: str | bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.problems == {"payload": reason}


@pytest.mark.parametrize(
    "text", ["\ufeff" + ALERTS, "\n\t " + ALERTS, ALERTS.encode(), ("\ufeff" + ALERTS).encode()]
)
def test_json_may_begin_as_files_do(text: str | bytes) -> None:
    assert read(text).shape.name == "prison-api-alerts"


def test_a_moment_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        read_payload(ALERTS, NOW.replace(tzinfo=None))


EVENT = '{"TopicArn": "a", "Message": "{\\"eventType\\": \\"enforcement.x\\", \\"occurredAt\\": \\"%s\\"}"}'
HEARING = '{"hearing": {"prosecutionCases": []}, "sharedTime": "%s"}'


@pytest.mark.parametrize(
    ("text", "speaks_of"),
    [
        pytest.param(ALERTS, NOW, id="a payload that does not say is as old as its taking"),
        pytest.param(
            EVENT % "2026-10-10T10:00:00Z",
            datetime(2026, 10, 10, 10, tzinfo=UTC),
            id="an event is as old as what happened",
        ),
        pytest.param(
            HEARING % "2026-07-01T15:24:51.777",
            datetime(2026, 7, 1, 14, 24, 51, 777_000, tzinfo=UTC),
            id="a hearing is as old as its sharing, in London's time where it has no offset",
        ),
        pytest.param(HEARING % NOW.isoformat(), NOW, id="shared at the moment of taking"),
    ],
)
def test_a_payload_speaks_of_when_it_was_taken_or_made_before(text: str, speaks_of: datetime) -> None:
    intake = read(text)
    assert intake.taken_at == speaks_of
    assert {each.asked_at for each in intake.coverage.values()} <= {speaks_of}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        pytest.param(EVENT % "2026-11-22T09:00:01Z", "payload.Message.occurredAt", id="an event"),
        pytest.param(HEARING % "2026-11-22T09:00:01+00:00", "payload.sharedTime", id="a hearing"),
    ],
)
def test_what_was_made_after_it_is_said_to_be_taken_is_refused(text: str, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.problems == {field: "is later than taken_at"}


@pytest.mark.parametrize("written", ["a while ago", "1999-01-01T00:00:00Z", "2026-13-01T00:00:00Z"])
def test_a_moment_of_making_that_cannot_be_read_is_a_gap(written: str) -> None:
    intake = read(HEARING % written)
    assert intake.taken_at == NOW
    assert [gap.path for gap in intake.imported.gaps] == ["sharedTime"]


def test_the_day_of_taking_is_that_of_london() -> None:
    assert str(Payload([], datetime(2026, 7, 1, 23, 30, tzinfo=UTC)).taken_on) == "2026-07-02"


def test_a_shape_that_is_named_is_taken_and_an_empty_list_then_means_none() -> None:
    intake = read("[]", "prison-api-alerts")
    assert intake.imported == Imported(0)
    assert intake.coverage[Source.ALERTS].complete is True


def test_a_shape_that_is_named_wrongly_loses_nothing() -> None:
    came = read(ALERTS, "probation-registrations").imported
    assert (came.elements, came.unreadable, came.records) == (1, 1, ())


def test_a_name_that_is_no_shape_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="must be one of: access-limitations, alerts-api"):
        read(ALERTS, "alerts")


def test_a_payload_that_several_shapes_know_must_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "shapes", lambda: {name: anything(name) for name in ("one", "other")})
    with pytest.raises(BadInput, match="may be of any of these shapes: one, other"):
        shape_of(Payload([], NOW))


def test_a_shape_that_cannot_say_is_not_the_one(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = replace(anything("broken"), recognises=lambda content: bool(1 / 0))
    monkeypatch.setattr(detect, "shapes", lambda: {"broken": broken, "other": anything("other")})
    assert shape_of(Payload([], NOW)).name == "other"


def test_every_shape_feeds_a_source_or_only_finds_addresses() -> None:
    only_found = {name for name, shape in shapes().items() if not shape.answers | shape.adds_to}
    assert only_found == {"licence-address-search", "os-places"}
    assert all(not shape.answers & shape.adds_to for shape in shapes().values())


def test_a_report_counts_and_says_where() -> None:
    report = report_of(read(BROKEN))
    assert summary(report) == "prison-api-alerts: 2 elements in; 1 records, 0 found besides, 1 rejects out"
    assert render_report(report).splitlines()[1:] == [
        "  record         alerts: 1",
        "  reject         [1]: alertCode: is needed",
    ]


def test_a_home_that_is_required_and_forbidden_is_told_of() -> None:
    place = '"prohibition.place.text"'.strip('"')
    head = f"record_kind,source_system,source_id,recorded_on,prohibition.kind,prohibition.wording,{place}"
    rows = (
        f'licence_conditions,create_and_vary_a_licence,{number},2026-11-01,{kind},words,"14 Linnet Row, ZZ1 1ZZ"'
        for number, kind in enumerate(("curfew_at", "no_enter_address"))
    )
    came = read("\n".join((head, *rows))).imported
    assert len(came.records) == 2
    assert [each.what for each in came.contradictions] == ["one term requires the home that another forbids"]
