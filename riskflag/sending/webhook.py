"""Messages to another system, by HTTP. The one place from which riskflag reaches into a network.

Each is posted to one address that a setting names, and nowhere else: no redirect is followed, no proxy of the
environment is used. Whoever receives it checks by the signature that it is ours and new, and by the
identifier whether it came before.
"""

import hmac
import ssl
from datetime import datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urlsplit

from riskflag.errors import BadInput
from riskflag.sending.envelope import Channel, Envelope, NotSent, as_json
from riskflag.settings.sending import URL, WebhookSettings

TIMEOUT_SECONDS = 10.0
MOST_READ = 1024
SIGNATURE = "X-Riskflag-Signature"


def signed(body: bytes, secret: str, now: datetime) -> str:
    """The signature: when it was sent, and HMAC-SHA256 over that moment, a full stop and the body."""
    moment = str(int(now.timestamp()))
    code = hmac.new(secret.encode(), f"{moment}.".encode() + body, "sha256").hexdigest()
    return f"t={moment},v1={code}"


class Webhook:
    """The other system. Raises BadInput where its address is none."""

    channel = Channel.WEBHOOK

    def __init__(self, settings: WebhookSettings, timeout: float = TIMEOUT_SECONDS) -> None:
        self._secret = settings.secret
        self._timeout = timeout
        self._url = _split(settings.url)
        self._path = f"{self._url.path or '/'}{f'?{self._url.query}' if self._url.query else ''}"

    def send(self, envelope: Envelope, now: datetime) -> NotSent | None:
        """Posts it; None once the other system said that it has it."""
        body = as_json(envelope)
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": envelope.id,
            SIGNATURE: signed(body, self._secret, now),
        }
        connection = self._connection()
        try:
            connection.request("POST", self._path, body, headers)
            answer = connection.getresponse()
            answer.read(MOST_READ)
        except (OSError, HTTPException):  # what it says may name what was sent
            return NotSent.NO_CONNECTION
        finally:
            connection.close()
        return _what_it_means(answer.status)

    def _connection(self) -> HTTPConnection:
        host, port = self._url.hostname or "", self._url.port
        if self._url.scheme == "https":
            trusted = ssl.create_default_context()
            return HTTPSConnection(host, port, timeout=self._timeout, context=trusted)
        return HTTPConnection(host, port, timeout=self._timeout)


def _split(url: str) -> SplitResult:
    try:
        split = urlsplit(url)
        usable = bool(split.hostname) and split.port != 0 and not (split.username or split.password)
    except ValueError:
        usable = False
    if not usable:
        raise BadInput({URL: "must be the address of a host, without a name or password in it"})
    return split


def _what_it_means(status: int) -> NotSent | None:
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return NotSent.REDIRECTED
    return NotSent.REFUSED if status < 500 else NotSent.FAILED_THERE
