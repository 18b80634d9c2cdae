"""Anything at all, as a server may hand it on: whatever the method, path, headers, lengths and body, the answer is
one of ours. RISKFLAG_FUZZ sets how many calls are made."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskflag.vocabulary import Role
from tests.hostile.calling import CALLS, CANARY, Target
from tests.schema.refusals import HIDDEN

FEW = settings(
    max_examples=max(CALLS // 3, 30),
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
WAYS_ROUND = (
    *("/people/../people/find", "/people//find", "//people", "/people/%66ind", "/people/%2566ind", "/people/find/"),
    *("/people;v=1/find", "/people/find\x00", "/people\\find", "/PEOPLE/find", "/people/find%00.html", "/./people"),
    *("http://elsewhere.example/people", "*", "", "people", "/rules/RO-ADDR-01/..", "/rules/..%2f..%2fetc%2fpasswd"),
    *("/docs/../../etc/passwd", "/docs#x", "/rules/\u00e9".encode().decode("latin-1"), "/" + "a/" * 2000, "/" + "x" * 9000),
    *("/\xff\xfe", "/people/\xe2\x80\xae"),
)  # fmt: skip
ROUTES = ("/people", "/people/find", "/people/{}/records", "/people/{}/payloads", "/people/{}/address-enquiries", "/people/{}/referral-enquiries", "/assessments/{}", "/rules", "/rules/RO-ADDR-01", "/health/liveness", "/health/readiness", "/info", "/docs", "/docs/openapi.json", "/metrics")  # fmt: skip
HEADERS: tuple[tuple[str, str], ...] = (
    *(("HTTP_X_HTTP_METHOD_OVERRIDE", each) for each in ("DELETE", "GET", "\x00")),
    *(("HTTP_X_METHOD_OVERRIDE", "PUT"), ("HTTP_X_HTTP_METHOD", "PUT"), ("HTTP_X_ORIGINAL_URL", "/people")),
    *(("HTTP_HOST", each) for each in ("", "elsewhere.example", "a b", "[::1", "x" * 5000, "h:99999999", "\xff", "user@h")),
    *(("HTTP_X_FORWARDED_HOST", "elsewhere.example"), ("HTTP_X_FORWARDED_FOR", "1.2.3.4"), ("HTTP_FORWARDED", "for=x")),
    *(("HTTP_CONTENT_ENCODING", each) for each in ("gzip", "br", "deflate, gzip", "identity")),
    *(("HTTP_TRANSFER_ENCODING", each) for each in ("chunked", "gzip, chunked", "chunked, identity", "\x0bchunked")),
    *(("HTTP_COOKIE", each) for each in ("a=b", "a=" + "b" * 9000, "; " * 2000, "=\x00", '$Version="1"; a="\\141"')),
    *(("HTTP_RANGE", each) for each in ("bytes=0-", "bytes=" + "0-1," * 2000, "bytes=9-1", "x")),
    *(("HTTP_IF_MODIFIED_SINCE", each) for each in ("Sun, 99 Foo 99999 99:99:99 GMT", "0", "x" * 3000)),
    *(("HTTP_IF_NONE_MATCH", each) for each in ("*", '"', "W/" * 2000, '"' * 3001)),
    *(("HTTP_ACCEPT", each) for each in ("", "*/*;q=nan", "a/b;" * 2000, "text/html;q=-1", "," * 4000, "\xff/\xfe")),
    *(("HTTP_ACCEPT_ENCODING", "gzip;q=1e400"), ("HTTP_ACCEPT_LANGUAGE", "x-" * 4000), ("HTTP_EXPECT", "100-continue")),
    *(("HTTP_AUTHORIZATION", each) for each in ("Bearer", "bearer x", "Bearer a.b.c", "Bearer " + "." * 9000, "Basic Og==", "Bearer \xff", "Digest username=x", "Bearer null", "\x00")),
    *(("HTTP_UPGRADE", "h2c"), ("HTTP_CONNECTION", "close, HTTP2-Settings"), ("HTTP_X_REQUEST_ID", CANARY + "\r\nX: y")),
    *(("HTTP_ORIGIN", "null"), ("HTTP_IDEMPOTENCY_KEY", "x" * 5000), ("HTTP_IDEMPOTENCY_KEY", "\xff"), ("HTTP_TRACEPARENT", "00-x")),
    *(("CONTENT_TYPE", each) for each in ("", "application/json; charset=utf-16", "application/json; charset=\xff", "application/json;" * 900, "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "\x00", "application/json, text/plain")),
    *(("CONTENT_LENGTH", each) for each in ("", "0", "-1", "1", "99999999999999999999", "1e3", " 5", "0x5", "5, 5", "\xb2", "+5", "1_0")),
    *(("SERVER_PROTOCOL", "HTTP/9.9"), ("SCRIPT_NAME", "/people"), ("SCRIPT_NAME", "/.."), ("REMOTE_ADDR", ""), ("wsgi.url_scheme", "file")),
    *(("QUERY_STRING", each) for each in ("a=b", "%", "%00", "a=" + "b" * 20_000, "&" * 20_000, "\xff", f"noms_number={CANARY}", "?")),
)  # fmt: skip
BODIES = (
    *(b"", b"{}", b"[]", b"null", b"{", b'{"a":', b"\x00", b"\xff\xfe{\x00}\x00", b"\xef\xbb\xbf{}", b"\x1f\x8b\x08\x00"),
    *(b"[" * 60_000, b'{"a":' * 10_000, b'{"a":1}' + b" " * 63_000, b'"' + b"\\u0000" * 9_000 + b'"', b"9" * 60_000),
    *(b"[" + b"{}," * 20_000 + b"{}]", b"{" + b",".join(b'"%d":1' % each for each in range(5_000)) + b"}", b" " * 70_000),
    *(b'{"purpose":"\xed\xa0\x80"}', b'{"purpose":"\\ud800"}', b"{} {}", b'{"a":1,"a":2}', b'{"' + b"k" * 60_000 + b'":1}'),
    *(f'{{"purpose":"{each}"}}'.encode("utf-8", "surrogatepass") for each in HIDDEN),
    json.dumps({"purpose": CANARY, CANARY: CANARY, "noms_number": CANARY}).encode(),
)  # fmt: skip


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
    many = {f"HTTP_X_{number}": "x" * 100 for number in range(count)}
    answer = target.send("GET", "/rules", **many, HTTP_X_LONG="y" * 1_000_000)
    assert (answer.faults(), answer.status) == ([], 200)


def test_a_body_that_ends_before_its_length_is_refused_and_one_that_goes_on_is_cut(target: Target) -> None:
    short = target.send("POST", "/people/find", b'{"noms_number": "A00', CONTENT_LENGTH="5000")
    longer = target.send("POST", "/people/find", b'{"noms_number": "Z9999ZZ"}garbage', CONTENT_LENGTH="26")
    assert (short.faults(), short.status) == ([], 400)
    assert (longer.faults(), longer.status) == ([], 404)
