"""What a request may be made of that no honest client makes one of."""

import json

from tests.hostile.calling import CANARY
from tests.schema.refusals import HIDDEN

WAYS_ROUND = (
    *("/people/../people/find", "/people//find", "//people", "/people/%66ind", "/people/%2566ind", "/people/find/"),
    *("/people;v=1/find", "/people/find\x00", "/people\\find", "/PEOPLE/find", "/people/find%00.html", "/./people"),
    *("http://elsewhere.example/people", "*", "", "people", "/rules/RO-ADDR-01/..", "/rules/..%2f..%2fetc%2fpasswd"),
    *("/docs/../../etc/passwd", "/docs#x", "/rules/\u00e9".encode().decode("latin-1"), "/" + "a/" * 2000, "/" + "x" * 9000),
    *("/\xff\xfe", "/people/\xe2\x80\xae"),
)  # fmt: skip
ROUTES = ("/people", "/people/find", "/people/{}/records", "/people/{}/payloads", "/people/{}/address-enquiries", "/people/{}/referral-enquiries", "/assessments/{}", "/assessments/{}/decisions", "/events", "/rules", "/rules/RO-ADDR-01", "/health/liveness", "/health/readiness", "/info", "/docs", "/docs/openapi.json", "/metrics")  # fmt: skip
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
