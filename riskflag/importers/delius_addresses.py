"""One address of nDelius -> what it is held for, or that it was refused; and what is noted of it."""

from riskflag.importers.address_codes import DELIUS_STATUS, OWN_TENANCY, REJECTED
from riskflag.importers.addresses import DELIUS, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading
from riskflag.importers.whether_open import has_ended
from riskflag.records import (
    AddressDecision,
    AddressNote,
    AddressRecord,
    AddressUse,
    DecisionKind,
    NoteKind,
)
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem, Visibility

ADDS_TO = frozenset({Source.ADDRESSES, Source.HOUSEHOLD_ENQUIRIES})
_PLACE = ("buildingName", "addressNumber", "streetName")


def read_delius_address(reading: Reading, address: Fields) -> None:
    """Counts one address, and what is noted of it: a refusal holds its own note. Having no fixed abode is no
    address."""
    if not isinstance(address.value, dict):
        reading.unreadable(address.path)
        return
    noted = [address.at("notes")] if address.has("notes") and _status(address) != REJECTED else []
    nowhere = address.yes_or_no("noFixedAbode")
    if nowhere and not any(address.has(name) for name in _PLACE):
        reading.no_record([address, *noted], "no fixed abode")
        return
    if nowhere:
        address.contradicts("noFixedAbode", "says that there is no address, and one is given")
    reading.one(address, _address)
    reading.each(noted, lambda _: _note(address))


def _address(address: Fields) -> AddressRecord | AddressDecision:
    status = _status(address)
    starts_on, ends_on = address.day("from") or address.day("startDate"), address.day("to")
    ends_on = ends_on or address.day("endDate")
    recorded_on = starts_on if starts_on and starts_on <= address.taken_on else address.taken_on
    place = address_of(address, DELIUS)
    if status == REJECTED:
        return AddressDecision(
            source_system=SourceSystem.NDELIUS,
            source_id=address.source_id("id"),
            recorded_on=recorded_on,
            visibility=Visibility.PROTECTED,
            address=place,
            decision=DecisionKind.REFUSED,
            words=address.words("notes"),
        )
    return AddressRecord(
        source_system=SourceSystem.NDELIUS,
        source_id=address.source_id("id"),
        recorded_on=recorded_on,
        address=place,
        use=_use(address, status, ended=has_ended(starts_on, ends_on, address.taken_on)),
        starts_on=starts_on,
        ends_on=ends_on,
        person_is_tenant=OWN_TENANCY.get(address.inside("type").text_or_none("code") or ""),
    )


def _status(address: Fields) -> str | None:
    return address.inside("status").text_or_none("code")


def _note(address: Fields) -> AddressNote:
    """What staff wrote of it, which may be of who else lives there."""
    return AddressNote(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId(f"{address.source_id('id')}-notes"),
        recorded_on=address.taken_on,
        address=address_of(address, DELIUS),
        kind=NoteKind.STAFF,
        words=address.words("notes"),
    )


def _use(address: Fields, status: str | None, *, ended: bool) -> AddressUse:
    """What it is held for. A status that nobody knows is a gap: it could be a bail address."""
    if status and status not in DELIUS_STATUS:
        address.lacks("status.code", "is a code that is not known")
    usual = AddressUse.PREVIOUS if ended else AddressUse.OTHER
    return DELIUS_STATUS.get(status, usual) if status else usual
