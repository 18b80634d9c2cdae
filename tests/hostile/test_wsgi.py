"""Anything at all, as a server may hand it on: whatever the method, path, headers, lengths and body, the answer is
one of ours."""

import io
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskflag.vocabulary import Role
from tests.hostile.calling import CALLS, Target
from tests.hostile.requests import BODIES, HEADERS, ROUTES, WAYS_ROUND

FEW = settings(
    max_examples=max(min(CALLS // 3, 2_000), 30),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
BYTES = st.binary(max_size=40).map(lambda raw: raw.decode("latin-1"))
"""As WSGI hands on what is not ASCII."""

METHODS = st.sampled_from(
    [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "QUERY",
        "PROPFIND",
        "get",
        "",
    ]
)


@FEW
@given(
    method=METHODS | BYTES,
    path=st.sampled_from(ROUTES) | st.sampled_from(WAYS_ROUND) | BYTES.map("/{}".format) | BYTES,
    headers=st.lists(st.sampled_from(HEADERS) | st.tuples(BYTES.map("HTTP_{}".format), BYTES), max_size=4),
    body=st.sampled_from(BODIES) | st.binary(max_size=200),
    role=st.sampled_from([None, *(role.value for role in Role)]),
    right_length=st.booleans(),
)
def test_whatever_is_asked_is_answered(
    target: Target,
    method: str,
    path: str,
    headers: list[tuple[str, str]],
    body: bytes,
    role: str | None,
    right_length: bool,
) -> None:
    known = {"HTTP_AUTHORIZATION": f"Bearer {target.tokens[role]}"} if role else {}
    lengths = {"CONTENT_LENGTH": str(len(body))} if right_length else {"wsgi.input_terminated": True}
    answer = target.call(
        {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.format(target.person_id) if path in ROUTES else path,
            "CONTENT_TYPE": "application/json",
            "wsgi.input": io.BytesIO(body),
            **lengths,
            **known,
            **dict(headers),
        }
    )
    assert answer.faults() == []


@pytest.mark.parametrize(("name", "value"), HEADERS, ids=lambda each: ascii(each)[:40])
@pytest.mark.parametrize("path", ["/people/find", "/rules"])
def test_no_header_breaks_anything_or_opens_a_way_round(
    target: Target, path: str, name: str, value: str
) -> None:
    plain = target.send("POST" if path == "/people/find" else "GET", path, b"{}")
    answer = target.send("POST" if path == "/people/find" else "GET", path, b"{}", **{name: value})
    assert answer.faults() == []
    assert answer.status in {plain.status, 400, 401, 404, 413, 415}
    assert "elsewhere.example" not in str(answer.headers)


@pytest.mark.parametrize("path", WAYS_ROUND, ids=lambda each: ascii(each)[:40])
def test_no_way_round_leads_anywhere(target: Target, path: str) -> None:
    for role in ("data_scientist", "resettlement_staff"):
        answer = target.send("POST", path, b"{}", role)
        assert answer.faults() == []
        assert answer.status in (400, 403, 404)


@pytest.mark.parametrize("body", BODIES, ids=lambda each: ascii(each)[:30])
def test_no_body_is_more_than_refused(target: Target, body: bytes) -> None:
    for path in ("/people", "/people/find", f"/people/{target.person_id}/address-enquiries"):
        answer = target.send("POST", path, body)
        assert answer.faults() == []
        assert answer.status in (400, 413, 422)


@pytest.mark.parametrize("count", [100, 5_000])
def test_many_headers_and_long_ones_are_nothing_to_the_application(target: Target, count: int) -> None:
    many: dict[str, Any] = {f"HTTP_X_{number}": "x" * 100 for number in range(count)}
    answer = target.send("GET", "/rules", **many, HTTP_X_LONG="y" * 1_000_000)
    assert (answer.faults(), answer.status) == ([], 200)


def test_a_body_that_ends_before_its_length_is_refused_and_one_that_goes_on_is_cut(target: Target) -> None:
    short = target.send("POST", "/people/find", b'{"noms_number": "A00', CONTENT_LENGTH="5000")
    longer = target.send("POST", "/people/find", b'{"noms_number": "Z9999ZZ"}garbage', CONTENT_LENGTH="26")
    assert (short.faults(), short.status) == ([], 400)
    assert (longer.faults(), longer.status) == ([], 404)
