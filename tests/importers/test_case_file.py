"""A case file is read into exactly the case it states, or refused by field and reason."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import EX_PARTNER, NOW, REFERRED, abuse, breach, case, order, protected_place, term
from riskflag.casebook.people import OTHER_TOWN
from riskflag.casebook.records import RECORDED
from riskflag.dossier import PlaceKnowledge
from riskflag.errors import BadInput
from riskflag.importers.case_file import (
    CaseDescription,
    CaseFile,
    case_file_json_schema,
    read_case_file,
    write_case_file,
)
from riskflag.importers.person_records import by_kind
from riskflag.records import DomesticAbuseKind
from riskflag.vocabulary import ProhibitionKind

CASE = case(
    order(term(ProhibitionKind.NO_CONTACT), term(ProhibitionKind.NO_ENTER_ADDRESS, place=OTHER_TOWN)),
    breach(RECORDED),
    abuse(DomesticAbuseKind.THREATS, EX_PARTNER),
    protected_place(EX_PARTNER, OTHER_TOWN),
    lives_with=[EX_PARTNER],
)
FILE = CaseFile(CaseDescription("T01", "an order and an occupant"), CASE.dossier, CASE.enquiry, CASE.place)
TEXT = write_case_file(FILE)
LATER = datetime(2026, 12, 24, 12, 0, tzinfo=UTC)
SECRET = "Quuxfield"


def changed(**parts: object) -> str:
    """The case file with some of its parts replaced; a part that is ``...`` is left out."""
    whole: dict[str, object] = json.loads(TEXT) | parts
    return json.dumps({name: part for name, part in whole.items() if part is not ...})


REFERRAL = replace(FILE, enquiry=REFERRED)
REFERRAL_PART = json.loads(write_case_file(REFERRAL))["referral"]


def test_a_case_about_a_referral_is_read_as_it_was_written() -> None:
    written = write_case_file(REFERRAL)
    assert "enquiry" not in json.loads(written)
    assert read_case_file(written, NOW).enquiry == REFERRAL.enquiry
    assert write_case_file(read_case_file(written, NOW)) == written


@pytest.mark.parametrize(
    ("parts", "field", "reason"),
    [
        pytest.param({"enquiry": ...}, "enquiry", "is needed, or a referral in its place", id="neither"),
        pytest.param({"enquiry": None}, "enquiry", "is needed, or a referral in its place", id="null"),
        pytest.param(
            {"referral": REFERRAL_PART},
            "referral",
            "must not stand beside an enquiry: a file asks about one of the two",
            id="both",
        ),
        pytest.param(
            {"enquiry": ..., "referral": REFERRAL_PART | {"nothing_to_attend": True}},
            "referral.nothing_to_attend",
            "must not be true where there is a site",
            id="a site where there is nothing to attend",
        ),
        pytest.param(
            {"enquiry": ..., "referral": {"purpose": "release_planning"}},
            "referral.recipient",
            "is needed",
            id="no recipient",
        ),
    ],
)
def test_a_file_asks_about_an_address_or_a_referral(
    parts: dict[str, object], field: str, reason: str
) -> None:
    assert problems(changed(**parts)) == {field: reason}


def problems(text: str | bytes) -> dict[str, str]:
    """What is wrong with the file."""
    with pytest.raises(BadInput) as caught:
        read_case_file(text, NOW)
    return caught.value.problems


def outcome(text: str) -> CaseFile | BadInput:
    """The case that the file holds, or its refusal."""
    try:
        return read_case_file(text, NOW)
    except BadInput as refused:
        return refused


def test_what_is_written_is_what_is_read() -> None:
    read = read_case_file(TEXT, LATER)
    assert by_kind(read.dossier.records) == by_kind(FILE.dossier.records)
    assert (read.dossier.person, read.dossier.as_of) == (FILE.dossier.person, FILE.dossier.as_of)
    assert dict(read.dossier.coverage) == dict(FILE.dossier.coverage)
    assert (read.description, read.enquiry, read.place) == (FILE.description, FILE.enquiry, FILE.place)
    assert write_case_file(read) == TEXT


@pytest.mark.parametrize("as_of", [None, ...])
def test_without_a_moment_the_question_is_asked_now(as_of: object) -> None:
    assert read_case_file(changed(as_of=as_of), LATER).dossier.as_of == LATER


def test_now_needs_its_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        read_case_file(TEXT, LATER.replace(tzinfo=None))


def test_what_is_not_said_of_the_place_was_not_asked() -> None:
    read = read_case_file(changed(place_knowledge=..., case=...), NOW)
    assert read.place == PlaceKnowledge()
    assert read.place.coverage.asked_at is None
    assert read.description is None


PERSON = {"name": "Ann", "noms_number": "A1234BC"}
REFUSED = [
    pytest.param({"format": "riskflag-case-2"}, "format", id="a format that is yet to come"),
    pytest.param({"format": ...}, "format", id="no format"),
    pytest.param({"person": ...}, "person", id="nobody"),
    pytest.param({"records": ...}, "records", id="records forgotten altogether"),
    pytest.param({"coverage": ...}, "coverage", id="nothing said of what was asked"),
    pytest.param({"enquiry": ...}, "enquiry", id="nothing asked"),
    pytest.param({"enquiry": []}, "enquiry", id="a list of enquiries"),
    pytest.param({"enquiries": []}, "file", id="a field that is not known"),
    pytest.param({"as_of": "2026-11-22T10:00:00"}, "as_of", id="a moment that could be in any country"),
    pytest.param({"person": {"name": SECRET, "noms_number": SECRET}}, "person.noms_number", id="no number"),
    pytest.param({"person": PERSON | {"sex": SECRET}}, "person.sex", id="a sex that is not listed"),
    pytest.param({"records": {"alerts": [{}]}}, "records.alerts.0.code", id="an empty record"),
    pytest.param(
        {"coverage": {"alerts": {"answered": "yes"}}}, "coverage.alerts.answered", id="yes in quotes"
    ),
    pytest.param(
        {"coverage": {"alerts": {"unreadable": -1}}}, "coverage.alerts.unreadable", id="less than none"
    ),
    pytest.param(
        {"place_knowledge": {"incidents": [SECRET]}}, "place_knowledge.incidents.0", id="words for one"
    ),
    pytest.param({"enquiry": {"purpose": SECRET}}, "enquiry.purpose", id="a purpose that is not listed"),
    pytest.param({"case": {"id": "x", "pattern": ""}}, "case.pattern", id="a case that shows nothing"),
]


@pytest.mark.parametrize(("parts", "path"), REFUSED)
def test_a_file_that_is_not_right_is_refused_by_field(parts: dict[str, object], path: str) -> None:
    found = problems(changed(**parts))
    assert path in found
    assert SECRET.lower() not in str(found).lower()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "is empty", id="an empty file"),
        pytest.param("[]", "must be an object, { ... }", id="a list"),
        pytest.param(TEXT[:-3], "is not JSON", id="a file cut short"),
        pytest.param(
            TEXT.replace('"as_of"', '"format"'), "gives a field twice in one object", id="a field twice"
        ),
        pytest.param(TEXT.encode("utf-16"), "must be text in UTF-8", id="another encoding"),
    ],
)
def test_a_file_that_is_not_json_is_refused_whole(text: str | bytes, reason: str) -> None:
    assert problems(text)["file"].startswith(reason)


def leaves(value: object) -> list[tuple[Any, Any]]:
    """Every place in a JSON value where something stands that is neither an object nor a list."""
    members = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    here = [(value, key) for key, inner in members if not isinstance(inner, dict | list)]
    return here + [leaf for _, inner in members if isinstance(inner, dict | list) for leaf in leaves(inner)]


ODD = st.sampled_from(
    [f"{SECRET}\0", f"{SECRET}\ud800", SECRET * 2000, 1.5, -1, 10**18, True, [SECRET], {SECRET: 1}]
)


@given(st.data())
def test_one_odd_value_anywhere_is_read_or_refused_and_never_repeated(data: st.DataObject) -> None:
    whole = json.loads(TEXT)
    holder, key = data.draw(st.sampled_from(leaves(whole)))
    holder[key] = data.draw(ODD | st.text(alphabet="é\n\t \u200bA1", min_size=3))
    answer = outcome(json.dumps(whole))
    assert isinstance(answer, CaseFile) or SECRET not in str(answer)
    assert isinstance(answer, CaseFile) or answer.__context__ is None


NAMES = st.sampled_from([*json.loads(TEXT), "alerts", "name", "source_id", SECRET])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.just(SECRET),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, VALUES))
def test_any_json_is_a_case_file_or_refused(parts: dict[str, object]) -> None:
    for text in (json.dumps(parts), json.dumps(json.loads(TEXT) | parts)):
        answer = outcome(text)
        assert isinstance(answer, CaseFile) or (answer.problems and SECRET not in str(answer))


def test_the_published_schema_covers_the_whole_file() -> None:
    published: Any = case_file_json_schema()
    parts = published["$defs"]
    assert published["$ref"] == "#/$defs/CaseFileContents"
    assert {*json.loads(TEXT), "asked_before", "referral"} == set(parts["CaseFileContents"]["properties"])
    assert set(parts["CaseFileContents"]["required"]) == {
        "format",
        "person",
        "records",
        "coverage",
    }
    assert parts["CaseFileContents"]["oneOf"] == [{"required": ["enquiry"]}, {"required": ["referral"]}]
    references = {each.split('"')[0] for each in json.dumps(published).split('"#/$defs/')[1:]}
    assert references <= set(parts)
    assert all(part["additionalProperties"] is False for part in parts.values())
