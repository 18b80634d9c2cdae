"""Every refusal, in its one shape."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs
from werkzeug.exceptions import ImATeapot

from api.bodies import ENQUIRY_BYTES, RECORDS_BYTES
from api.errors import KINDS, UNKNOWN_FIELD, problem
from riskflag.casebook import case
from riskflag.errors import ReferenceDataError, RulebookError, StoreUnavailable
from tests.api.world import NOBODY_HELD, World, enquiry_body, json_of

JSON = {"Content-Type": "application/json"}
ENQUIRIES = f"/people/{NOBODY_HELD}/address-enquiries"
SECRET = "Beth Sample of 31 Quay Street"
SHAPE = {"type", "title", "status", "detail", "errors"}


@pytest.mark.parametrize(
    ("method", "path", "data", "headers", "status"),
    [
        pytest.param("POST", ENQUIRIES, b"{", JSON, 400, id="half an object"),
        pytest.param("POST", ENQUIRIES, b"", JSON, 400, id="an empty body"),
        pytest.param("POST", ENQUIRIES, b"[]", JSON, 400, id="a list for an object"),
        pytest.param("POST", ENQUIRIES, b'{"a": 1, "a": 2}', JSON, 400, id="a field given twice"),
        pytest.param("POST", ENQUIRIES, b'{"a": NaN}', JSON, 400, id="not a number"),
        pytest.param("POST", ENQUIRIES, b'{"a": ' * 30 + b"1" + b"}" * 30, JSON, 400, id="nested too deep"),
        pytest.param("POST", ENQUIRIES, b"\xff\xfe", JSON, 400, id="not UTF-8"),
        pytest.param("GET", "/rules?name=Beth", None, {}, 400, id="something behind a question mark"),
        pytest.param("GET", "/rules", None, {"Authorization": "Bearer nonsense"}, 401, id="a bad token"),
        pytest.param("GET", "/rules", None, {"Authorization": "Basic QTpC"}, 401, id="a password"),
        pytest.param("GET", "/rules", None, {"Authorization": "Bearer"}, 401, id="no token"),
        pytest.param("GET", f"/assessments/{NOBODY_HELD}", None, {}, 404, id="no such answer"),
        pytest.param("GET", "/people", None, {}, 405, id="no such method"),
        pytest.param("OPTIONS", "/people", None, {}, 405, id="a method that asks for methods"),
        pytest.param("TRACE", "/rules", None, {}, 405, id="a method that nobody declares"),
        pytest.param("POST", ENQUIRIES, b" " * (ENQUIRY_BYTES + 1), JSON, 413, id="a large enquiry"),
        pytest.param("POST", "/people", b" " * (RECORDS_BYTES + 1), JSON, 413, id="large records"),
        pytest.param("POST", "/people", b" " * (ENQUIRY_BYTES + 1), JSON, 400, id="records may be larger"),
        pytest.param("POST", ENQUIRIES, b"{}", {}, 415, id="a body of no kind"),
        pytest.param("POST", ENQUIRIES, b"{}", {"Content-Type": "text/plain"}, 415, id="a text"),
        pytest.param(
            "POST", ENQUIRIES, b"a=1", {"Content-Type": "application/x-www-form-urlencoded"}, 415, id="a form"
        ),
        pytest.param("POST", ENQUIRIES, b"{}", JSON, 422, id="an enquiry without a purpose"),
    ],
)
def test_a_refusal_has_one_shape(
    world: World, method: str, path: str, data: bytes | None, headers: Mapping[str, str], status: int
) -> None:
    refused = world.ask(method, path, data=data, headers=headers)
    assert refused.status_code == status
    assert refused.mimetype == "application/problem+json"
    assert set(json_of(refused)) == SHAPE
    assert json_of(refused)["status"] == status
    assert json_of(refused)["title"]
    assert json_of(refused)["detail"]


def test_nobody_who_is_not_recognised_is_told_how_to_be(world: World) -> None:
    unknown = world.ask("GET", "/rules", role=None).headers["WWW-Authenticate"]
    refused = world.ask("GET", "/rules", headers={"Authorization": "Bearer x"}).headers["WWW-Authenticate"]
    assert unknown == "Bearer realm=riskflag"
    assert "error=invalid_token" in refused


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        pytest.param("/people", {"POST"}, id="people are sent"),
        pytest.param(f"/people/{NOBODY_HELD}/records", {"PUT"}, id="records are replaced"),
        pytest.param("/rules", {"GET", "HEAD"}, id="rules are read"),
    ],
)
def test_a_method_that_is_not_taken_is_told_which_are(world: World, path: str, allowed: set[str]) -> None:
    refused = world.ask("DELETE", path)
    assert refused.status_code == 405
    assert set(refused.headers["Allow"].split(", ")) == allowed


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        pytest.param(StoreUnavailable(SECRET), 503, id="the store fails"),
        pytest.param(RulebookError(SECRET), 500, id="the rulebook is not what it was"),
        pytest.param(ReferenceDataError(SECRET), 500, id="reference data cannot be read"),
        pytest.param(KeyError(SECRET), 500, id="something nobody foresaw"),
        pytest.param(RecursionError(SECRET), 500, id="too deep"),
        pytest.param(ImATeapot(SECRET), 418, id="something the framework says"),
    ],
)
def test_when_it_fails_there_is_no_verdict_and_no_word_of_why(
    world: World, monkeypatch: pytest.MonkeyPatch, raised: Exception, status: int
) -> None:
    def fail(*_: object) -> object:
        raise raised

    person_id = world.hold(case())
    monkeypatch.setattr(type(world.service), "enquire", fail)
    with capture_logs() as logged:
        failed = world.ask("POST", f"/people/{person_id}/address-enquiries", enquiry_body())
    assert failed.status_code == status
    assert set(json_of(failed)) == SHAPE
    assert "verdict" not in failed.text
    assert SECRET not in failed.text + str(logged)
    assert "request" in {entry["event"] for entry in logged}


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("records.convictions.0.convicted_on", "records.convictions.0.convicted_on", id="a path"),
        pytest.param("body", "body", id="the whole"),
        pytest.param("Beth Sample", UNKNOWN_FIELD, id="a name with a space"),
        pytest.param("a" * 65, UNKNOWN_FIELD, id="a long name"),
        pytest.param("a.", UNKNOWN_FIELD, id="a path that ends nowhere"),
        pytest.param("purpose\n", UNKNOWN_FIELD, id="a line break"),
        pytest.param("<b>", UNKNOWN_FIELD, id="a tag"),
    ],
)
def test_a_field_is_named_only_where_its_name_is_harmless(path: str, shown: str) -> None:
    assert [each.field for each in problem(422, {path: "is wrong"}).errors] == [shown]


@pytest.mark.parametrize("status", sorted(KINDS))
def test_every_kind_of_refusal_has_words_of_its_own(status: int) -> None:
    told = problem(status)
    assert told.type == f"/docs#{KINDS[status][0]}"
    assert [kind for kind in KINDS.values() if kind[1] == told.detail] == [KINDS[status]]


@pytest.mark.parametrize("path", ["/people", "/people/find", ENQUIRIES])
def test_what_was_sent_is_never_repeated(world: World, path: str) -> None:
    body = {SECRET: SECRET, "purpose": SECRET, "noms_number": SECRET, "person": {"name": SECRET, "x": SECRET}}
    with capture_logs() as logged:
        refused = world.ask("POST", path, body)
    assert refused.status_code == 422
    assert not [word for word in SECRET.split() if len(word) > 2 and word in refused.text + str(logged)]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["/people", "/people/find", ENQUIRIES, f"/people/{NOBODY_HELD}/records"]),
    body=ANYTHING.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60),
)
def test_whatever_is_sent_it_is_refused_and_nothing_breaks(world: World, path: str, body: bytes) -> None:
    method = "PUT" if path.endswith("records") else "POST"
    refused = world.ask(method, path, data=body, headers=JSON)
    assert refused.status_code in (400, 422)
    assert set(json_of(refused)) == SHAPE


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=st.data(), with_what=ANYTHING)
def test_one_wrong_value_in_a_good_enquiry_breaks_nothing(
    world: World, changed: st.DataObject, with_what: object
) -> None:
    body = enquiry_body()
    body[changed.draw(st.sampled_from(sorted(body)))] = with_what
    sent = json.dumps(body).encode()
    assert world.ask("POST", ENQUIRIES, data=sent, headers=JSON).status_code in (400, 404, 422)
