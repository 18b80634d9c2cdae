"""The quiet case asked as a referral, and a search for names in what an answer gives as its reasons."""

import re
from collections.abc import Iterator

from riskflag.assessment import Assessment
from tests.golden.independent import HOME, Json

REFERRAL: Json = {
    "purpose": "release_planning",
    "recipient": "mentor",
    "site": HOME,
    "occupants_stated": True,
    "children_attend": False,
    "regulated_work": False,
    "text": "Would like a mentor to meet on Thursdays.",
    "agreement": True,
    "consent": "given",
    "status": "accepted",
    "sent_on": "2026-11-09",
    "acknowledged_on": "2026-11-10",
    "outcome": "first meeting agreed",
    "suitable": True,
    "confirmed_start_on": "2026-12-03",
    "provider_will_close": False,
    "address_status": "confirmed",
    "address_confirmed_on": "2026-11-16",
}
_KEPT = ("occupants", "occupants_stated", "release_date", "licence_ends_on")
HOSTEL: Json = {"recipient": "housing_provider", "placement": "hostel", "text": "Would like a room."}
"""Changes that make the referral one to a hostel, where the person would live."""


def as_a_referral(file: Json, **changes: object) -> Json:
    """The same records and people, asked as a referral to a mentor at the same place, with changes."""
    asked = {key: value for key, value in file["enquiry"].items() if key in _KEPT}
    rest = {key: value for key, value in file.items() if key != "enquiry"}
    return {**rest, "referral": {**REFERRAL, **asked, **changes}}


def given_away(file: Json, answer: Assessment) -> list[str]:
    """Reasons and messages to staff that hold a name, a street or a town of the case, a line each."""
    secrets = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in sorted(set(_secrets(file)))))
    return [said for said in _reasons(answer) if secrets.search(said)]


def _secrets(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _secrets(each)
    if not isinstance(part, dict):
        return
    for key, value in part.items():
        if key in {"name", "officer"} and isinstance(value, str):
            yield from (word for word in value.split() if word[0].isupper() and len(word) > 1)
        elif key in {"address", "site", "place", "location", "at", "lives_at"} and isinstance(value, dict):
            yield from (piece.strip() for piece in value["text"].split(","))
        yield from _secrets(value)


def _reasons(answer: Assessment) -> Iterator[str]:
    for flag in answer.flags:
        yield from (finding.because for finding in flag.findings)
        yield flag.staff_message or ""
        yield from (missing.what for missing in flag.missing)
    yield from (each.because for each in answer.looked_at)
    yield from (missing.what for each in answer.unanswered for missing in each.missing)
