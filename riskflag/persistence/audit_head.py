"""The head of the audit, signed (Ed25519): to be kept where whoever can write the database cannot.

    {"sequence": 4711, "mac": HEXADECIMAL, "at": MOMENT, "signature": BASE64}

What is signed is the line ``riskflag audit head`` and, after a line feed, the JSON list of sequence, mac and
at without spaces. The signing key is derived from the key of the audit; whoever has only the public one can
check a head and cannot make one.
"""

import json
from base64 import b64decode, b64encode
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from riskflag.errors import BadInput
from riskflag.persistence.audit_check import Head
from riskflag.persistence.codec import moment_to_text, text_to_moment

PURPOSE = b"riskflag audit head"
SEED_BYTES = 32
LARGEST = 4096
"""In bytes: no head is larger."""


def signed_head(head: Head, at: datetime, audit_key: bytes) -> str:
    """The head as of ``at``, as the text of a file."""
    moment = moment_to_text(at)
    signature = _signing_key(audit_key).sign(_signed(head, moment))
    written = {"sequence": head.sequence, "mac": head.mac, "at": moment}
    return json.dumps({**written, "signature": b64encode(signature).decode("ascii")}, indent=2) + "\n"


def read_head(text: bytes, public_key: Ed25519PublicKey) -> Head:
    """The head in such a file. Raises BadInput where it is none that this key's owner signed."""
    try:
        if len(text) > LARGEST:
            raise ValueError("too long")
        said = json.loads(text)
        head = Head(said["sequence"], said["mac"])
        if set(said) != {"sequence", "mac", "at", "signature"} or type(head.sequence) is not int:
            raise ValueError("not a head")
        text_to_moment(said["at"])
        public_key.verify(b64decode(said["signature"], validate=True), _signed(head, said["at"]))
        return head
    except (InvalidSignature, LookupError, RecursionError, TypeError, ValueError):
        raise BadInput({"head": "is none that was signed with the key of this audit"}) from None


def public_key_of(audit_key: bytes) -> Ed25519PublicKey:
    """The key that checks heads."""
    return _signing_key(audit_key).public_key()


def public_key_text(key: Ed25519PublicKey) -> str:
    """The key as the text of a PEM file, which any program that knows Ed25519 reads."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


def read_public_key(text: bytes) -> Ed25519PublicKey:
    """The key in a PEM file. Raises BadInput where it is none."""
    try:
        key = load_pem_public_key(text)
    except Exception:  # the library raises kinds of its own, and what they say may repeat the file
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise BadInput({"public key": "is no Ed25519 key in a PEM file"})
    return key


def _signing_key(audit_key: bytes) -> Ed25519PrivateKey:
    seed = HKDF(SHA256(), SEED_BYTES, salt=None, info=PURPOSE).derive(audit_key)
    return Ed25519PrivateKey.from_private_bytes(seed)


def _signed(head: Head, at: str) -> bytes:
    listed = json.dumps([head.sequence, head.mac, at], separators=(",", ":"), ensure_ascii=True)
    return PURPOSE + b"\n" + listed.encode("ascii")
