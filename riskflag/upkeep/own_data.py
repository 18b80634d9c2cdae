"""What a person may be given of what is held of them. Pure.

Only what is on a list goes in: kinds of record that are about the person, and in them values that tell of
nobody else. What is given is the same whatever is held in confidence, so that it tells nothing of it; how
much was left out is for whoever answers the request, and not for the person.
"""

from collections import Counter
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast

from riskflag.importers.plain import plain
from riskflag.persistence.audit import Action
from riskflag.persistence.own_data import OwnData
from riskflag.records import (
    RECORD_KINDS,
    Address,
    AddressDecision,
    AddressRecord,
    Alert,
    Check,
    Conviction,
    CustodyEvent,
    HealthAndCareRecord,
    LicenceCondition,
    NamedPerson,
    OrderBreach,
    Point,
    PredictorScore,
    ProtectiveOrder,
    Record,
    Referral,
    Registration,
    ResponsibleOfficerAllocation,
    RiskAssessment,
    ScreeningAnswer,
    Whereabouts,
    Zone,
)

ABOUT_THE_PERSON = (
    *(AddressDecision, AddressRecord, Alert, Check, Conviction, CustodyEvent, HealthAndCareRecord),
    *(LicenceCondition, OrderBreach, PredictorScore, ProtectiveOrder, Referral, Registration),
    *(ResponsibleOfficerAllocation, RiskAssessment, ScreeningAnswer),
)
"""Kinds of record that are given. All others are about somebody else too, or about who may see the case."""

AS_WRITTEN = frozenset({"code", "court", "level", "offence_code", "source_id", "team", "tool"})
"""Fields of text that name nobody and hold no sentence."""

LOOKS = frozenset(
    {
        *(Action.PERSON_SOUGHT, Action.PERSON_READ, Action.ASSESSMENT_READ),
        *(Action.ADDRESS_ASSESSED, Action.REFERRAL_ASSESSED, Action.OWN_DATA_EXPORTED),
        *(Action.DECISIONS_READ, Action.CASELOAD_READ, Action.ENQUIRIES_LISTED),
    }
)
"""What counts as looking at what is held of somebody."""

_ELSEWHERE = NamedPerson, Address, Point, Whereabouts, Zone
_KIND_NAMES = {kind: name for name, kind in RECORD_KINDS.items()}


class LeftOut(StrEnum):
    """What is not given, and why."""

    PROTECTED = (
        "records that the person must not learn of: they could endanger somebody, or hinder the police"
    )
    ABOUT_OTHERS = "records about other people as much as about this one, or about who may see the case"
    OTHERS = "names and places in the person's own records that belong to others, or may"
    WORDS = "passages in free words, which may tell of others: somebody must read them first"
    ANSWERS = "answers given about the person, which rest on what is held of others"
    DECISIONS = (
        "decisions of officers on those answers: what was decided of an address can tell who is near it, and "
        "the officer tells the person what they may know of it"
    )
    SCREENED = (
        "what the nightly screening keeps of its last answers about the person, in short, and of records of "
        "other places that it compared with theirs: it rests on what is held of others"
    )
    STEPS = "entries of the audit about keeping the records, which tell when something arrived"
    UNREADABLE = "records that are held and cannot be read"


@dataclass(frozen=True, slots=True)
class Given:
    """What may be given, and what is not.

    content: what may be given, as plain JSON values
    left_out: how many of each were left out; not to be given, for that something is held back can itself tell
    """

    content: dict[str, Any]
    left_out: Counter[LeftOut]


def given_of(held: OwnData) -> Given:
    """What may be given of what is held."""
    left_out = Counter({LeftOut.UNREADABLE: held.unreadable, LeftOut.ANSWERS: held.answers})
    left_out[LeftOut.DECISIONS] = held.decisions
    left_out[LeftOut.SCREENED] = held.screened
    records: dict[str, list[Any]] = {}
    for record in held.records:
        known = _known(record, left_out)
        if known is not None:
            records.setdefault(_KIND_NAMES[type(known)], []).append(_own(known, "", left_out))
    looked = [look for look in held.looks if look.action in LOOKS]
    left_out[LeftOut.STEPS] = len(held.looks) - len(looked)
    content = {
        "person": plain(held.person),
        "records": records,
        "looked_at": [plain(look) for look in looked],
    }
    return Given(content, left_out)


def _known(record: Record, left_out: Counter[LeftOut]) -> Record | None:
    """The record as the person may know it; None where they may not, or where it is about others."""
    known = record.known_part()
    if known is None:
        left_out[LeftOut.PROTECTED] += 1
    elif not isinstance(known, ABOUT_THE_PERSON):
        left_out[LeftOut.ABOUT_OTHERS] += 1
        return None
    return known


def _own(value: object, name: str, left_out: Counter[LeftOut]) -> object:
    """The value as plain JSON without what may tell of others; None where nothing is left.

    name: of the field that holds it
    """
    if isinstance(value, _ELSEWHERE):
        left_out[LeftOut.OTHERS] += 1
        return None
    if isinstance(value, tuple):
        kept = (_own(each, name, left_out) for each in value)
        return [each for each in kept if each is not None] or None
    if is_dataclass(value):
        return _fields_of(value, left_out)
    if isinstance(value, str) and not isinstance(value, StrEnum) and name not in AS_WRITTEN:
        left_out[LeftOut.WORDS] += bool(value)
        return None
    return value.isoformat() if isinstance(value, date) else value


def _fields_of(value: object, left_out: Counter[LeftOut]) -> dict[str, object]:
    """What is left of each field. The person's own addresses are theirs."""
    held = {each.name: getattr(value, each.name) for each in fields(cast("Any", value))}
    held.pop("visibility", None)
    given = {"address": plain(held.pop("address"))} if isinstance(value, AddressRecord) else {}
    kept = ((name, _own(each, name, left_out)) for name, each in held.items())
    return {**given, **{name: each for name, each in kept if each is not None}}
