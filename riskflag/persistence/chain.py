"""The chain of the audit: each entry carries a keyed code over itself and the code of the one before it.

Nobody without the key can add, change, drop or move an entry unnoticed, save by cutting off the newest: for
those the head, signed and exported, is compared (``riskflag audit``).
"""

import hmac
import json
from collections.abc import Mapping
from typing import Final

BEGINNING: Final = "0" * 64
"""What stands before the first entry."""

CHAINED = (
    "sequence",
    "at",
    "actor",
    "role",
    "action",
    "person_id",
    "assessment_id",
    "purpose",
    "told",
    "detail",
)
"""Every column of an entry but its code."""


def code_of(entry: Mapping[str, object], before: str, key: bytes) -> str:
    """The code of an entry after the one with the code ``before`` (HMAC-SHA256, in hexadecimal)."""
    written = json.dumps([before, *(entry[column] for column in CHAINED)], ensure_ascii=True)
    return hmac.digest(key, written.encode("ascii"), "sha256").hex()
