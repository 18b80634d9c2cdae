"""Bodies that are refused, route by route: which status, which field, in which words, and nothing repeated."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from api.bodies import ENQUIRY_BYTES, RECORDS_BYTES
from riskflag.casebook import EX_PARTNER, HIM, alert, case, order, term
from riskflag.vocabulary import ProhibitionKind
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World, enquiry_body, make_world, records_body

CANARY = "Quuxfield"
HELD = case(order(term(ProhibitionKind.NO_CONTACT)), alert("OHCO"), lives_with=(EX_PARTNER,))
JSON = "application/json"
NOT_A_DATE = "must be a real date written YYYY-MM-DD, from 1900 on"
UNSEEN = "holds a control, direction or other invisible character"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, key_home: Path) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("world"), key_home)
    yield made
    made.service.close()


@pytest.fixture(scope="module")
def person_id(world: World) -> str:
    return world.hold(HELD)


def changed(body: Mapping[str, object], path: str, value: object) -> dict[str, object]:
    """A body with something else in one place; ``...`` takes it out."""
    whole: dict[str, Any] = json.loads(json.dumps(body))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = whole
    for step in steps:
        holder = holder[step]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return whole


def refusal(answer: TestResponse) -> dict[str, str]:
    """The reasons by field, once the refusal is known to be one and to repeat nothing."""
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    told: dict[str, Any] = json.loads(answer.text)
    assert (told["type"], told["title"]) == ("/docs#bad-input", "Unprocessable Entity")
    assert CANARY.lower() not in answer.text.lower()
    return {each["field"]: each["reason"] for each in told["errors"]}


ENQUIRIES = [
    pytest.param("purpose", CANARY, "purpose", "must be one of: release_planning", id="no such purpose"),
    pytest.param("purpose", ["release_planning"], "purpose", "must be one of", id="a list of purposes"),
    pytest.param("purpose", True, "purpose", "must be one of", id="yes is no purpose"),
    pytest.param("purpose", ..., "purpose", "is needed", id="no purpose"),
    pytest.param("address", CANARY, "address", "must be an object", id="an address in one line"),
    pytest.param("address", [], "address", "must be an object", id="several addresses"),
    pytest.param("address", {}, "address.text", "is needed", id="an address that says nothing"),
    pytest.param("address.text", " ", "address.text", "", id="a blank address is only free text"),
    pytest.param("address.text", f"{CANARY}\u202e", "address.text", UNSEEN, id="written backwards"),
    pytest.param("address.text", CANARY * 2000, "address.text", "must be at most 10000", id="a book"),
    pytest.param(
        "address.uprn", "99 000", "address.uprn", "must be one to twelve digits", id="a spaced UPRN"
    ),
    pytest.param("address.uprn", 990000000001, "address.uprn", "must be text", id="a UPRN as a number"),
    pytest.param(
        "address.uprn", "\uff19\uff19", "address.uprn", "must be one to twelve digits", id="wide digits"
    ),
    pytest.param("address.postcode", f"ZZ1\n{CANARY}", "address.postcode", UNSEEN, id="two lines"),
    pytest.param("address.point", {"easting": 1}, "address.point.northing", "is needed", id="half a point"),
    pytest.param("address.point.easting", 1.5, "address.point.easting", "must be a whole", id="half a metre"),
    pytest.param("address.point.easting", -1, "address.point.easting", "must be from 0", id="west of all"),
    pytest.param("address.point.spare", 1, "address.point", "holds a field that is not known", id="height"),
    pytest.param("no_fixed_abode", True, "no_fixed_abode", "must not be true where", id="both and neither"),
    pytest.param("occupants.0.who", None, "occupants.0.who", "must not be null", id="nobody lives there"),
    pytest.param("occupants.0.who.name", " ", "occupants.0.who.name", "must not be blank", id="a blank name"),
    pytest.param(
        "occupants.0.who.date_of_birth", "1990", "occupants.0.who.date_of_birth", NOT_A_DATE, id="a year"
    ),
    pytest.param(
        "occupants.0.who.relationship", "wife", "occupants.0.who.relationship", "must be one of", id="wife"
    ),
    pytest.param("occupants.0.visibility", "secret", "occupants.0.visibility", "must be one of", id="secret"),
    pytest.param(
        "occupants.0.visits_only", "no", "occupants.0.visits_only", "must be true or false", id="no"
    ),
    pytest.param(
        "occupants", [{"who": {"name": "A"}}] * 1001, "occupants", "must hold at most 1000", id="a crowd"
    ),
    pytest.param("occupants_stated", 0, "occupants_stated", "must be true or false", id="nought for no"),
    pytest.param("release_date", "2026-12-01T00:00:00", "release_date", NOT_A_DATE, id="a moment for a day"),
    pytest.param("release_date", 1796083200, "release_date", NOT_A_DATE, id="seconds since 1970"),
    pytest.param(
        "licence_ends_on", "2026-01-01", "licence_ends_on", "must not be before release_date", id="over"
    ),
    pytest.param("notes", {CANARY: CANARY}, "notes", "must be text", id="notes with headings"),
    pytest.param(
        "as_of", "2020-01-01T00:00:00Z", "body", "holds a field that is not known", id="another day"
    ),
    pytest.param("role", "responsible_officer", "body", "holds a field that is not known", id="a role"),
    pytest.param(CANARY, 1, "body", "holds a field that is not known", id="a name as a field"),
]


@pytest.mark.parametrize(("path", "value", "field", "reason"), ENQUIRIES)
def test_a_wrong_enquiry_is_refused_where_it_is_wrong(
    world: World, person_id: str, path: str, value: object, field: str, reason: str
) -> None:
    body = changed(enquiry_body(HELD.enquiry), path, value)
    with capture_logs() as logs:
        answers = [
            world.ask("POST", f"/people/{person_id}/address-enquiries", body, role)
            for role in (OFFICER, STAFF)
        ]
    assert CANARY not in str(logs)
    assert answers[0].data == answers[1].data or answers[0].status_code == 201
    if reason:
        found = refusal(answers[0])
        assert list(found) == [field]
        assert found[field].startswith(reason)
    else:
        assert answers[0].status_code == 201


ALERT, ORDER = "records.alerts.0", "records.protective_orders.0"
RECORDS = [
    pytest.param("person", ..., "person", "is needed", id="nobody"),
    pytest.param("person", None, "person", "must not be null", id="nobody in so many words"),
    pytest.param("person.name", "", "person.name", "must not be blank", id="no name"),
    pytest.param(
        "person.noms_number", "a0001aa", "person.noms_number", "must be a letter, four", id="small letters"
    ),
    pytest.param(
        "person.noms_number", "A0001AA\n", "person.noms_number", "must be a letter", id="a line break"
    ),
    pytest.param(
        "person.pnc_number", CANARY, "person.pnc_number", "must be a year, a stroke", id="no number"
    ),
    pytest.param("person.aliases", CANARY, "person.aliases", "must be a list", id="one alias"),
    pytest.param("person.aliases", [CANARY, 1], "person.aliases.1", "must be text", id="an alias in figures"),
    pytest.param("person.sex", "M", "person.sex", "must be one of: female, male, not_known", id="a letter"),
    pytest.param("records", ..., "records", "is needed", id="records forgotten"),
    pytest.param("records", [], "records", "must be an object", id="records in a list"),
    pytest.param(
        "records.rumours", [], "records", "holds a field that is not known", id="a kind that is none"
    ),
    pytest.param("records.place_incidents", [], "records", "holds a field", id="what is not the person's"),
    pytest.param("records.alerts", {"0": {}}, "records.alerts", "must be a list", id="alerts by number"),
    pytest.param(ALERT, CANARY, ALERT, "must be an object", id="an alert in words"),
    pytest.param(f"{ALERT}.code", None, f"{ALERT}.code", "must not be null", id="no code"),
    pytest.param(f"{ALERT}.recorded_on", ..., f"{ALERT}.recorded_on", "is needed", id="recorded at no time"),
    pytest.param(
        f"{ALERT}.source_system", "NOMIS", f"{ALERT}.source_system", "must be one of", id="capitals"
    ),
    pytest.param(f"{ALERT}.source", "alerts", ALERT, "holds a field that is not known", id="says its source"),
    pytest.param(
        f"{ALERT}.happened_on", "2026-11-02", f"{ALERT}.recorded_on", "must not be before", id="foreseen"
    ),
    pytest.param(
        f"{ALERT}.active_to", "2020-01-01", f"{ALERT}.active_to", "must not be before", id="ends first"
    ),
    pytest.param(
        f"{ORDER}.visibility", "hidden", f"{ORDER}.visibility", "must be one of: known_to", id="hidden"
    ),
    pytest.param(
        f"{ORDER}.prohibitions.0.kind", CANARY, f"{ORDER}.prohibitions.0.kind", "must be one of", id="term"
    ),
    pytest.param(f"{ORDER}.protects.0.name", 7, f"{ORDER}.protects.0.name", "must be text", id="seven"),
    pytest.param(f"{ORDER}.expires_on", "until further order", f"{ORDER}.expires_on", NOT_A_DATE, id="until"),
    pytest.param(
        f"{ORDER}.expires_on", "2020-01-01", f"{ORDER}.expires_on", "must not be before made_on", id="over"
    ),
    pytest.param(
        f"{ORDER}.variations", [{}], f"{ORDER}.variations.0.varied_on", "is needed", id="varied never"
    ),
    pytest.param("coverage", ..., "coverage", "is needed", id="nothing said of what was asked"),
    pytest.param("coverage.alerts", None, "coverage.alerts", "must not be null", id="nothing said of alerts"),
    pytest.param(
        "coverage.alerts.answered", "yes", "coverage.alerts.answered", "must be true or false", id="yes"
    ),
    pytest.param(
        "coverage.alerts.asked_at", "2026-11-22", "coverage.alerts.asked_at", "must be a real date", id="day"
    ),
    pytest.param(
        "coverage.alerts.unreadable", True, "coverage.alerts.unreadable", "must be a whole", id="one"
    ),
    pytest.param("coverage.rumours", {}, "coverage", "holds a field that is not known", id="no such source"),
    pytest.param("enquiry", {}, "body", "holds a field that is not known", id="a question besides"),
]


@pytest.mark.parametrize(("path", "value", "field", "reason"), RECORDS)
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_wrong_records_are_refused_where_they_are_wrong_and_nothing_is_stored(
    world: World, person_id: str, method: str, path: str, value: object, field: str, reason: str
) -> None:
    body = changed(records_body(HELD), path, value)
    where = "/people" if method == "POST" else f"/people/{person_id}/records"
    with capture_logs() as logs:
        found = refusal(world.ask(method, where, body))
    assert field in found
    assert found[field].startswith(reason)
    assert CANARY not in str(logs)


def test_after_all_that_the_answer_is_still_what_it_was(world: World, person_id: str) -> None:
    asked = world.ask("POST", f"/people/{person_id}/address-enquiries", enquiry_body(HELD.enquiry))
    for path, value, *_ in (each.values for each in RECORDS[::4]):
        world.ask("PUT", f"/people/{person_id}/records", changed(records_body(HELD), str(path), value))
    again = world.ask("POST", f"/people/{person_id}/address-enquiries", enquiry_body(HELD.enquiry))
    assert again.json == asked.json


@pytest.mark.parametrize(
    ("body", "field", "reason"),
    [
        pytest.param({}, "body", "must give at least one number", id="no number"),
        pytest.param(
            {"noms_number": None}, "body", "must give at least one number", id="a number that is null"
        ),
        pytest.param({"noms_number": ""}, "noms_number", "must be a letter", id="a number left empty"),
        pytest.param({"noms_number": "A000%AA"}, "noms_number", "must be a letter", id="a wildcard"),
        pytest.param({"noms_number": "' OR 1=1 --"}, "noms_number", "must be a letter", id="a statement"),
        pytest.param({"noms_number": ["A0001AA"]}, "noms_number", "must be text", id="a list of one"),
        pytest.param(
            {"case_reference_number": 1000001}, "case_reference_number", "must be text", id="in figures"
        ),
        pytest.param({"name": CANARY}, "body", "holds a field that is not known", id="a name"),
        pytest.param({"person_id": NOBODY_HELD}, "body", "holds a field", id="a reference"),
    ],
)
def test_nobody_is_looked_for_by_what_is_no_number(
    world: World, person_id: str, body: object, field: str, reason: str
) -> None:
    for role in (OFFICER, STAFF):
        found = refusal(world.ask("POST", "/people/find", body, role))
        assert list(found) == [field]
        assert found[field].startswith(reason)


NUMBER = {"noms_number": HIM.noms_number}


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        pytest.param(JSON, 200, id="JSON"),
        pytest.param("application/json; charset=utf-8", 200, id="JSON in UTF-8"),
        pytest.param("APPLICATION/JSON", 200, id="in capitals"),
        pytest.param("application/json; charset=latin-1", 200, id="said to be otherwise, read as UTF-8"),
        pytest.param("application/json;version=2", 200, id="with something behind it"),
        pytest.param("application/problem+json", 415, id="a problem"),
        pytest.param("application/vnd.api+json", 415, id="JSON of another sort"),
        pytest.param("application/jsonp", 415, id="a script"),
        pytest.param("text/json", 415, id="a text"),
        pytest.param("multipart/form-data; boundary=x", 415, id="a form with files"),
        pytest.param("application/octet-stream", 415, id="bytes"),
        pytest.param("json", 415, id="a word"),
        pytest.param("", 415, id="nothing"),
    ],
)
def test_only_json_is_read(world: World, person_id: str, content_type: str, status: int) -> None:
    sent = json.dumps(NUMBER).encode()
    answer = world.ask("POST", "/people/find", data=sent, headers={"Content-Type": content_type})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "method", "most"),
    [
        pytest.param("/people", "POST", RECORDS_BYTES, id="storing"),
        pytest.param("/people/{}/records", "PUT", RECORDS_BYTES, id="replacing"),
        pytest.param("/people/{}/payloads", "POST", RECORDS_BYTES, id="importing"),
        pytest.param("/people/{}/address-enquiries", "POST", ENQUIRY_BYTES, id="asking"),
        pytest.param("/people/find", "POST", ENQUIRY_BYTES, id="finding"),
    ],
)
@pytest.mark.parametrize("over", [0, 1])
def test_a_body_is_as_large_as_it_may_be(
    world: World, person_id: str, path: str, method: str, most: int, over: int
) -> None:
    sent = b'{"x": 1}'.ljust(most + over)
    answer = world.ask(method, path.format(person_id), data=sent, headers={"Content-Type": JSON})
    assert answer.status_code == (413 if over else 422)
