"""A dossier as it could be known on a morning, from records that were taken out later.

Records are overwritten: a charge becomes a conviction, an open register entry gets an end. Whatever has a day
after the morning is undone here. What is overwritten without a day cannot be: it must come as a record of its
own, or not at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from riskflag.dossier import LONDON, Dossier, EarlierEnquiry, PlaceKnowledge, SourceCoverage
from riskflag.records import (
    AddressRecord,
    Alert,
    CaseloadLink,
    Check,
    Conviction,
    ConvictionOutcome,
    LicenceCondition,
    LicenceConditionStatus,
    Person,
    PlaceIncident,
    ProtectedPlace,
    ProtectiveOrder,
    Record,
    Referral,
    ReferralStatus,
    Registration,
    ResponsibleOfficerAllocation,
)
from riskflag.vocabulary import Source

_MORNING = time(9, tzinfo=LONDON)
_EVENING = time(23, 59, tzinfo=LONDON)
_CHARGED = {
    "outcome": ConvictionOutcome.PENDING,
    "convicted_on": None,
    "custody_months": None,
    "domestic_abuse_found": None,
}
_NOT_SENT = {"status": ReferralStatus.DRAFTED, "sent_on": None, "outcome": None, "suitable": None}

SETTLED_ON: Mapping[type[Record], Mapping[str, Mapping[str, object]]] = {
    Conviction: {"convicted_on": _CHARGED},
    ProtectiveOrder: {
        "served_on": {"served_on": None},
        "discharged_on": {"discharged_on": None, "discharge_evidence": None},
        "hearing_on": {"hearing_on": None},
    },
    Alert: {"active_to": {"active_to": None, "active": None}},
    Registration: {"ended_on": {"ended_on": None, "active": None}},
    Check: {
        "requested_on": {"requested_on": None},
        "returned_on": {"returned_on": None, "concerns": None, "result": ""},
    },
    Referral: {"sent_on": _NOT_SENT},
    ResponsibleOfficerAllocation: {
        "met_person_on": {"met_person_on": None},
        "ended_on": {"ended_on": None},
    },
    AddressRecord: {"ends_on": {"ends_on": None}},
    CaseloadLink: {"ends_on": {"ends_on": None}},
    ProtectedPlace: {"verified_on": {"verified_on": None}},
}
"""For each kind of record the fields whose day says when something came, and what the record read before it.
The day of the next hearing is among them: it is written over each time, so that a later one does not say
which was listed on the morning."""


def morning_of(day: date) -> datetime:
    """The moment at which a release is looked at: before anything of it is recorded."""
    return datetime.combine(day, _MORNING)


def evening_of(day: date) -> datetime:
    """The end of a day: everything recorded on it is known."""
    return datetime.combine(day, _EVENING)


def dossier_as_known(
    person: Person,
    records: Iterable[Record],
    coverage: Mapping[Source, SourceCoverage],
    moment: datetime,
    asked_before: tuple[EarlierEnquiry, ...] | None = (),
) -> Dossier:
    """Everything recorded by a moment, and nothing that was recorded or settled later.

    records: sound ones, from a strict reader or simulated
    coverage: what was asked of each source, then or later
    moment: with its offset from UTC
    """
    earlier = asked_before and tuple(each for each in asked_before if each.asked_at <= moment)
    known = as_known(records, moment.astimezone(LONDON).date())
    return Dossier(person, moment, known, _moved(coverage, moment), asked_before=earlier, sound=True)


def place_as_known(place: PlaceKnowledge, moment: datetime) -> PlaceKnowledge:
    """The place register as it could be known at a moment."""
    day = moment.astimezone(LONDON).date()
    known = [each for each in as_known(place.incidents, day) if isinstance(each, PlaceIncident)]
    return PlaceKnowledge(coverage_as_known(place.coverage, moment), tuple(known))


def as_known(records: Iterable[Record], day: date) -> tuple[Record, ...]:
    """The records as they read at the end of a day, in order: without those recorded later, and without what
    was settled later in those that were there."""
    held = (_as_it_read(record, day) for record in records if record.recorded_on <= day)
    return tuple(record for record in held if record is not None)


def coverage_as_known(coverage: SourceCoverage, moment: datetime) -> SourceCoverage:
    """What a source's answer is worth at a moment that it may speak beyond: the same answer given then. A gap
    stays a gap, and an answer that speaks only of an earlier time still does."""
    asked_at, watermark = coverage.asked_at, coverage.watermark
    if asked_at is not None and asked_at > moment:
        coverage = replace(coverage, asked_at=moment)
    if watermark is not None and watermark > moment:
        coverage = replace(coverage, watermark=moment)
    return coverage


def _moved(coverage: Mapping[Source, SourceCoverage], moment: datetime) -> Mapping[Source, SourceCoverage]:
    return {source: coverage_as_known(each, moment) for source, each in coverage.items()}


def _as_it_read(record: Record, day: date) -> Record | None:
    """The record as it read on a day; None where what it is of had not come yet."""
    for settled_on, before in SETTLED_ON.get(type(record), {}).items():
        settled: date | None = getattr(record, settled_on)
        if settled is not None and settled > day:
            changes: Mapping[str, Any] = before
            record = replace(record, **changes)
    rewritten = _REWRITTEN.get(type(record))
    return rewritten(record, day) if rewritten else record


def _order(record: Record, day: date) -> Record | None:
    """An order is there from the day it was made, in the versions made by then."""
    if not isinstance(record, ProtectiveOrder):
        return record
    if record.made_on is not None and record.made_on > day:
        return None
    versions = tuple(each for each in record.variations if each.varied_on <= day)
    return record if versions == record.variations else replace(record, variations=versions)


def _condition(record: Record, day: date) -> Record:
    """A condition that was removed held until its last day."""
    if not isinstance(record, LicenceCondition) or record.status is not LicenceConditionStatus.REMOVED:
        return record
    if record.ends_on is None or record.ends_on <= day:
        return record
    return replace(record, status=LicenceConditionStatus.APPROVED, ends_on=None)


_REWRITTEN: Mapping[type[Record], Callable[[Record, date], Record | None]] = {
    ProtectiveOrder: _order,
    LicenceCondition: _condition,
}
