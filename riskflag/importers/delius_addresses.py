"""One address of nDelius -> what it is held for, or the decision that it was refused."""

from riskflag.importers.address_codes import DELIUS_STATUS, OWN_TENANCY, REJECTED
from riskflag.importers.addresses import DELIUS, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading
from riskflag.records import AddressDecision, AddressRecord, AddressUse, DecisionKind
from riskflag.vocabulary import SourceSystem, Visibility


def read_delius_address(reading: Reading, address: Fields) -> None:
    """Counts one address. Having no fixed abode is no address."""
    known = isinstance(address.value, dict)
    if known and address.yes_or_no("noFixedAbode") and not address.has("streetName"):
        reading.no_record([address], "no fixed abode")
    else:
        reading.one(address, _address)


def _address(address: Fields) -> AddressRecord | AddressDecision:
    status = address.inside("status").text_or_none("code")
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
        use=_use(address, status, ended=ends_on is not None and ends_on < address.taken_on),
        starts_on=starts_on,
        ends_on=ends_on,
        person_is_tenant=OWN_TENANCY.get(address.inside("type").text_or_none("code") or ""),
    )


def _use(address: Fields, status: str | None, *, ended: bool) -> AddressUse:
    """What it is held for. A status that nobody knows is a gap: it could be a bail address."""
    if status and status not in DELIUS_STATUS:
        address.lacks("status.code", "is a code that is not known")
    usual = AddressUse.PREVIOUS if ended else AddressUse.OTHER
    return DELIUS_STATUS.get(status, usual) if status else usual
