"""CSV files: one row a record of any kind, under headings that follow the record's own fields."""

import csv
import io
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings

from riskflag.errors import BadInput
from riskflag.importers.csv_layout import NUMBERED, columns
from riskflag.importers.intake import Intake, read_payload
from riskflag.importers.plain import plain
from riskflag.importers.sheet import Sheet, read_sheet
from riskflag.records import (
    RECORD_KINDS,
    Alert,
    Contact,
    Conviction,
    Drug,
    LicenceCondition,
    OasysAnswers,
    ProblemLevel,
    Record,
    Registration,
    RiskAssessment,
)
from riskflag.vocabulary import Relationship, Source
from tests.importers.payloads import NOW
from tests.strategies import instances, whole

HEAD = "record_kind,source_system,source_id,recorded_on"
ALERT = f"{HEAD},code,active_from,active_to,active\nalerts,nomis,1,2026-01-02,XA,2026-01-02,,"
KINDS = [pytest.param(kind, id=name) for name, kind in RECORD_KINDS.items()]


def read(text: str | bytes) -> Intake:
    return read_payload(text, NOW)


def record(text: str) -> Record:
    (found,) = read(text).imported.records
    return found


def flat(held: object, path: str = "") -> dict[str, str]:
    """A record's fields as cells, by their headings."""
    if isinstance(held, dict):
        return {
            k: v for name, each in held.items() for k, v in flat(each, f"{path}.{name}".strip(".")).items()
        }
    if isinstance(held, list) and held and isinstance(held[0], dict):
        return {k: v for n, each in enumerate(held, 1) for k, v in flat(each, f"{path}.{n}").items()}
    if isinstance(held, list):
        return {path: "; ".join(held)} if held else {}
    return {} if held is None else {path: str(held).lower() if isinstance(held, bool) else str(held)}


def as_csv(row: dict[str, str]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, row)
    writer.writeheader()
    writer.writerow(row)
    return written.getvalue()


def tidy(held: object) -> bool:
    """Whether a cell can say it: text without spaces around it or at its end, and without semicolons."""
    if isinstance(held, dict):
        return all(map(tidy, held.values()))
    if isinstance(held, list):
        return all(map(tidy, held))
    return not isinstance(held, str) or (
        held == held.strip() and ";" not in held and held != "" and "\r" not in held
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_column(kind: type[Record]) -> None:
    of: type = kind
    assert {name.split(".")[0] for name in columns(of)} == {each.name for each in fields(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_with_something_in_every_field_is_read_as_it_was_written(kind: type[Record]) -> None:
    filled = whole(kind)
    name = next(name for name, each in RECORD_KINDS.items() if each is kind)
    assert record(as_csv({"record_kind": name, **flat(plain(filled))})) == filled


@given(instances(Registration).filter(lambda each: tidy(plain(each))))
@settings(max_examples=100)
def test_any_record_is_read_as_it_was_written(drawn: Record) -> None:
    assert record(as_csv({"record_kind": "registrations", **flat(plain(drawn))})) == drawn


def test_the_layout_of_one_kind() -> None:
    assert list(columns(Contact)) == [
        *("source_system", "source_id", "recorded_on", "happened_on", "visibility"),
        *("who.name", "who.relationship", "who.date_of_birth", "who.aliases", "who.former_names"),
        *("who.reference", "who.is_child"),
        *(f"lives_at.{part}" for part in ("text", "uprn", "parent_uprn", "unit", "number", "street", "town")),
        *("lives_at.postcode", "lives_at.point.easting", "lives_at.point.northing"),
        *("lives_at.point.precision_metres", "active", "note"),
    ]
    assert f"victims.{NUMBERED}.name" in columns(Conviction)


def test_members_stand_in_the_order_of_their_numbers() -> None:
    names = "victims.2.name,victims.10.name,victims.1.name,victims.1.relationship"
    found = record(
        f"{HEAD},offence_code,description,{names}\nconvictions,nomis,1,2026-01-02,10501,Assault,B,C,A,ex_partner"
    )
    assert isinstance(found, Conviction)
    assert [each.name for each in found.victims] == ["A", "B", "C"]
    assert found.victims[0].relationship is Relationship.EX_PARTNER


def test_a_blank_cell_is_null_where_null_may_stand() -> None:
    found = record(
        f"{HEAD},code,prohibition.kind,prohibition.wording\n"
        "licence_conditions,create_and_vary_a_licence,1,2026-01-02,,no_contact,not to contact her"
    )
    assert isinstance(found, LicenceCondition)
    assert found.code is None


ASSESSED = "risk_assessments,oasys,1,2026-01-02,OASys layer 3"


@pytest.mark.parametrize(
    ("cells", "answers"),
    [
        pytest.param(",,", None, id="no answers"),
        pytest.param("some_problems,,", OasysAnswers(temper_control=ProblemLevel.SOME_PROBLEMS), id="one"),
        pytest.param(",;,", OasysAnswers(drugs_in_use=()), id="no drugs, which is an answer"),
        pytest.param(
            ",heroin; spice,;",
            OasysAnswers(drugs_in_use=(Drug.HEROIN, Drug.SPICE), past_offences=()),
            id="two drugs, and no serious offence before",
        ),
    ],
)
def test_answers_of_an_assessment_stand_in_cells_of_their_own(
    cells: str, answers: OasysAnswers | None
) -> None:
    headings = "tool,answers.temper_control,answers.drugs_in_use,answers.past_offences"
    found = record(f"{HEAD},{headings}\n{ASSESSED},{cells}")
    assert isinstance(found, RiskAssessment)
    assert found.answers == answers


def test_an_end_before_its_beginning_is_kept_and_told_of() -> None:
    came = read(ALERT.replace("2026-01-02,,", "2026-01-02,2025-01-02,yes")).imported
    (found,) = came.records
    assert isinstance(found, Alert)
    assert (found.active_to, found.active) == (date(2025, 1, 2), True)
    assert [each.what for each in came.contradictions] == ["active_to must not be before active_from"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param("alerts,nomis,2,2026-01-02,,,,", "code: is needed", id="a cell that must be filled"),
        pytest.param("alerts,nomis,2,2026-01-02,XA", "must have a cell for each heading", id="cells are missing"),
        pytest.param("alerts,nomis,2,2026-01-02,XA,,,,,", "must have a cell for each heading", id="too many cells"),
        pytest.param("alerts,nomis,2,soon,XA,,,", "recorded_on: must be a real date", id="no date"),
        pytest.param("alerts,nomis,2,2026-01-02,XA,,,maybe", "active: must be true or false", id="neither yes nor no"),
        pytest.param("alerts,elsewhere,2,2026-01-02,XA,,,", "source_system: must be one of", id="no such system"),
        pytest.param("arrests,nomis,2,2026-01-02,XA,,,", "record_kind: must be one of: convictions", id="no such kind"),
        pytest.param("checks,nomis,2,2026-01-02,XA,,,", "has a cell under a heading that", id="another kind's cell"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_a_reject_and_the_others_are_read(row: str, reason: str) -> None:
    came = read(f"{ALERT}\n{row}\n").imported
    assert (came.elements, len(came.records), came.unreadable) == (2, 1, 1)
    assert came.rejects[0].path == "row[3]"
    assert came.rejects[0].reason.startswith(reason)
    assert "soon" not in str(came.rejects)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        pytest.param(ALERT, {Source.ALERTS}, id="the source of its records"),
        pytest.param(
            f"{ALERT}\nalerts,nomis,2,2026-01-02,,,,", {Source.ALERTS}, id="of a row that is refused too"
        ),
        pytest.param(
            f"{ALERT}\narrests,,,,,,,", set(Source) - {Source.PLACE_REGISTER}, id="any, of an unknown kind"
        ),
    ],
)
def test_which_sources_a_file_is_about(text: str, sources: set[Source]) -> None:
    assert set(read(text).coverage) == sources


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("record_kind,code,code\nalerts,1,2", "gives a heading twice", id="a heading twice"),
        pytest.param('record_kind,code\nalerts,"1', "is not CSV", id="a quotation mark that is never closed"),
        pytest.param("name,code\nalerts,1", "is neither JSON nor CSV with a heading", id="no kind"),
        pytest.param(b"record_kind\n\xff", "must be text in UTF-8", id="bytes"),
        pytest.param("record_kind\n" + "x" * 1_000_000, "is larger than 1,000,000 bytes", id="too large"),
    ],
)
def test_a_file_that_is_no_layout_of_ours_is_refused(text: str | bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.problems["payload"].startswith(reason)


def test_blank_lines_and_a_mark_at_the_beginning_mean_nothing() -> None:
    assert read_sheet("\ufeffrecord_kind , code\r\n\r\nalerts,XA\r\n") == Sheet(
        ("record_kind", "code"), ({"record_kind": "alerts", "code": "XA"},)
    )
