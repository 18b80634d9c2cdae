"""A message is posted to one system, signed, and counts as sent only where that system took it."""

import hmac
import json

import pytest

from riskflag.casebook import NOW
from riskflag.errors import BadInput
from riskflag.sending.envelope import Envelope, NotSent
from riskflag.sending.webhook import SIGNATURE, Webhook, signed
from riskflag.settings.sending import WebhookSettings
from riskflag.vocabulary import AssessmentId, PersonId
from tests.sending.post_box import PostBox, post_box

SECRET = "s" * 32
MESSAGE = Envelope("m" * 32, "screened", NOW, PersonId("p" * 32), AssessmentId("a" * 32), ("p.officer",))

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def box() -> object:
    with post_box() as made:
        yield made


def webhook(url: str) -> Webhook:
    return Webhook(WebhookSettings(url, SECRET), timeout=5.0)


def test_it_says_that_something_happened_and_nothing_of_what(box: PostBox) -> None:
    assert webhook(box.url).send(MESSAGE, NOW) is None
    [(headers, body)] = box.got
    assert json.loads(body) == {
        "id": "m" * 32,
        "kind": "screened",
        "happened_at": NOW.isoformat(),
        "person_id": "p" * 32,
        "assessment_id": "a" * 32,
        "officers": ["p.officer"],
        "look_at": "/desk/answers/" + "a" * 32,
    }
    assert headers["Idempotency-Key"] == MESSAGE.id


def test_whoever_gets_it_can_tell_that_it_is_ours_and_new(box: PostBox) -> None:
    webhook(box.url).send(MESSAGE, NOW)
    [(headers, body)] = box.got
    moment, _, code = headers[SIGNATURE].partition(",v1=")
    expected = hmac.new(SECRET.encode(), moment[2:].encode() + b"." + body, "sha256").hexdigest()
    assert (code, int(moment[2:])) == (expected, int(NOW.timestamp()))
    assert signed(body, "another", NOW) != headers[SIGNATURE] != signed(body + b" ", SECRET, NOW)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param(200, None, id="taken"),
        pytest.param(204, None, id="taken, with no word"),
        pytest.param(302, NotSent.REDIRECTED, id="sent elsewhere, where nobody goes"),
        pytest.param(307, NotSent.REDIRECTED, id="sent elsewhere with its body"),
        pytest.param(401, NotSent.REFUSED, id="not recognised"),
        pytest.param(404, NotSent.REFUSED, id="not there"),
        pytest.param(500, NotSent.FAILED_THERE, id="failed there"),
        pytest.param(503, NotSent.FAILED_THERE, id="too busy"),
    ],
)
def test_it_counts_as_sent_only_where_it_was_taken(
    box: PostBox, status: int, expected: NotSent | None
) -> None:
    box.answers.append(status)
    assert webhook(box.url).send(MESSAGE, NOW) is expected
    assert len(box.got) == 1


def test_where_nobody_listens_it_is_not_sent() -> None:
    with post_box() as closed:
        url = closed.url
    assert webhook(url).send(MESSAGE, NOW) is NotSent.NO_CONNECTION


def test_without_encryption_that_holds_nothing_is_sent(box: PostBox) -> None:
    assert webhook(box.url.replace("http:", "https:")).send(MESSAGE, NOW) is NotSent.NO_CONNECTION
    assert box.got == []


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https:///canary", id="no host"),
        pytest.param("https://name:canary@cases.example/", id="a password"),
        pytest.param("https://cases.example:canary/", id="a port that is none"),
        pytest.param("https://[canary/", id="a host that is none"),
    ],
)
def test_an_address_that_is_none_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(BadInput, match="RISKFLAG_WEBHOOK_URL") as refused:
        webhook(url)
    assert "canary" not in str(refused.value)
