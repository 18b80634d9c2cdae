"""Good bodies of every route, to be spoilt: from the example cases, every kind of record and every payload."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from riskflag.casebook import NOW
from riskflag.enquiry import AddressEnquiry, ReferralEnquiry
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.importers.plain import plain
from riskflag.records import RECORD_KINDS
from tests.api.world import records_body
from tests.hostile.calling import HELD
from tests.importers.payloads import FOLDER
from tests.strategies import whole, written

ROOT = Path(__file__).parents[2]
TAKEN = "2026-11-01T06:00:00+00:00"
NUMBERS: tuple[dict[str, object], ...] = (
    {"noms_number": "A0001AA"},
    {"case_reference_number": "X000001", "pnc_number": "2019/0123456A"},
)


@cache
def examples() -> tuple[CaseFile, ...]:
    """Every example case."""
    return tuple(
        read_case_file(path.read_bytes(), NOW) for path in sorted((ROOT / "examples").rglob("*.json"))
    )


@cache
def people() -> tuple[dict[str, object], ...]:
    """Somebody with records from every example, and with every kind of record, every field filled in."""
    every = {name: [written(whole(kind))] for name, kind in RECORD_KINDS.items()}
    full = {**records_body(HELD), "records": every}
    return tuple(_with_access(body) for body in (full, *map(records_body, examples())))


@cache
def records() -> tuple[dict[str, object], ...]:
    """The same records, of the person who is held."""
    return tuple({**body, "person": records_body(HELD)["person"]} for body in people())


def _with_access(body: Mapping[str, object]) -> dict[str, object]:
    """The same, of somebody whom readers may see: what nobody may ask about cannot be tried any further."""
    known = records_body(HELD)
    links = {"caseload_links": _object(known["records"])["caseload_links"], "access_limitations": []}
    limits = {"access_limits": _object(known["coverage"])["access_limits"]}
    held, coverage = _object(body["records"]) | links, _object(body["coverage"]) | limits
    return {**body, "records": held, "coverage": coverage}


def _object(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


@cache
def enquiries(referral: bool) -> tuple[object, ...]:
    """Enquiries about an address, or about a referral."""
    full = written(whole(ReferralEnquiry if referral else AddressEnquiry))
    alike = (each.enquiry for each in examples() if isinstance(each.enquiry, ReferralEnquiry) is referral)
    return (full, *map(plain, alike))


@cache
def payloads() -> tuple[Mapping[str, object], ...]:
    """A payload of every shape that is read."""
    contents = (json.loads(path.read_bytes()) for path in sorted(FOLDER.glob("*.json")))
    return tuple({"taken_at": TAKEN, "payload": content} for content in contents)


@cache
def events() -> tuple[Mapping[str, object], ...]:
    """An event bare, in the envelope of a notification, and in that of a queue."""
    number = {"type": "NOMS", "value": NUMBERS[0]["noms_number"]}
    bare = {"eventType": "probation-case.registration.added", "personReference": {"identifiers": [number]}}
    notified = {"Type": "Notification", "MessageId": "n-1", "Message": json.dumps(bare)}
    return (bare, notified, {"MessageId": "q-1", "Body": json.dumps(notified)})
