"""A service to sign in with, as OpenID Connect has it, on loopback: it knows one code, which is good once."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CLIENT_ID, CLIENT_SECRET, CODE = "riskflag-pages", "a secret between the two", "good-once"
BASIC = "Basic " + b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()


@dataclass
class Provider:
    """What it says of whoever signs in, and what it was asked.

    claims: what the access token says besides its times
    asked: what it was last asked to sign somebody in with
    """

    port: int = 0
    claims: dict[str, object] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    spent: bool = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def metadata(self) -> dict[str, object]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
        }

    @property
    def keys(self) -> dict[str, object]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "one", "alg": "RS256", "use": "sig"}]}

    def is_asked(self, location: str) -> str:
        """Somebody's browser comes, and signs in. Gives what stands behind the question mark on the way back."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        self.spent = False
        return f"code={CODE}&state={self.asked['state']}"

    def exchanged(self, sent: dict[str, str], authorization: str) -> tuple[int, dict[str, object]]:
        """A token for the code, if it is the code, unspent, and whoever asked is who shows it."""
        challenge = urlsafe_b64encode(sha256(sent.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        proven = challenge.decode() == self.asked.get("code_challenge") and authorization == BASIC
        if self.spent or not proven or sent.get("code") != CODE:
            return 400, {"error": "invalid_grant"}
        self.spent = True
        return 200, {
            "access_token": self.signed(self.claims),
            "id_token": self._id_token(),
            "token_type": "Bearer",
        }

    def signed(self, claims: dict[str, object], key: rsa.RSAPrivateKey = KEY) -> str:
        moment = datetime.now(UTC)
        times = {"iat": moment, "exp": moment + timedelta(hours=1)}
        return jwt.encode({**times, **claims}, key, algorithm="RS256", headers={"kid": "one"})

    def _id_token(self) -> str:
        about = {"iss": self.address, "aud": CLIENT_ID, "sub": "somebody", "nonce": self.asked["nonce"]}
        return self.signed(dict(about))


@contextmanager
def provider() -> Iterator[Provider]:
    """The service, answering."""
    known = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(200, known.keys if self.path == "/keys" else known.metadata)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            sent = {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(*known.exchanged(sent, self.headers.get("Authorization", "")))

        def log_message(self, *_: object) -> None:
            """Says nothing."""

        def _answer(self, status: int, said: object) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known.port = server.server_address[1]
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
