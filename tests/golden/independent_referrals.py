"""The ordinary man of ``independent.py``, referred for a room in supported housing that he has been given."""

from tests.golden.as_a_referral import REFERRAL
from tests.golden.independent import Json, answer, case

ROOM = "He needs a single room from 1 December. No risk to other people is known."
SUPPLY = {"offence_code": "09231", "description": "Supplying a controlled drug, class A, heroin"}
_QUIET_REFERRAL: Json = {
    **REFERRAL,
    "recipient": "housing_provider",
    "placement": "supported_housing",
    "occupants": [],
    "text": ROOM,
    "sent_on": "2026-11-02",
    "acknowledged_on": "2026-11-03",
    "outcome": "Room confirmed from 1 December.",
    "confirmed_start_on": "2026-12-01",
    "release_date": "2026-12-01",
    "licence_ends_on": "2027-06-01",
}
MENTOR: Json = {
    "recipient": "mentor",
    "placement": "not_stated",
    "text": "He would like a mentor at the gate.",
    "outcome": "Mentor named, first meeting on 1 December.",
}
WORK: Json = {
    **MENTOR,
    "recipient": "employer",
    "text": "He can start on 1 December.",
    "outcome": "Job offered.",
}
CLINIC: Json = {**MENTOR, "recipient": "substance_misuse_service", "text": "He asks for help with alcohol."}


def referred(
    changes: Json | None = None,
    person: Json | None = None,
    not_asked: tuple[str, ...] = (),
    **records: list[Json],
) -> Json:
    """The quiet referral with changes. A kind of record that is given replaces what the quiet case has of it."""
    file = case(None, person, None, not_asked, **{"occupier_conversations": [], **records})
    del file["enquiry"]
    return {**file, "referral": {**_QUIET_REFERRAL, **(changes or {})}}


def found_clear(file: Json, codes: str) -> list[str]:
    """Which of these rules say that there is nothing: neither raised nor unsure."""
    result = answer(file)
    open_ones = {str(each.code) for each in result.flags} | {str(each.code) for each in result.unanswered}
    return [code for code in codes.split() if code not in open_ones]
