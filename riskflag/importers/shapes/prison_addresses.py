"""A prisoner's addresses as prison-api lists them: ``[{"street": ..., "addressUsages": [...]}]``.

Elements: every use of every address, and an address of which no use is recorded. NOMIS holds one address for
several things at once (home, curfew), each of which is a record. A use that is over makes no
earlier address of a primary one.
"""

from collections.abc import Callable

from riskflag.importers.address_codes import NOMIS_USAGE
from riskflag.importers.addresses import NOMIS, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.shape import Shape
from riskflag.records import AddressRecord, AddressUse
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem

_PLACE = ("flat", "premise", "street")


def _read(reading: Reading) -> None:
    for address in reading.top.members():
        uses = list(address.items("addressUsages")) if isinstance(address.value, dict) else []
        if not isinstance(address.value, dict):
            reading.one(address, _unused)
        elif address.yes_or_no("noFixedAddress") and not any(address.has(name) for name in _PLACE):
            reading.no_record(uses or [address], "no fixed address")
        else:
            if address.yes_or_no("noFixedAddress"):
                address.contradicts("noFixedAddress", "says that there is no address, and one is given")
            reading.each(uses or [address], _use_of(address) if uses else _unused)


def _use_of(address: Fields) -> Callable[[Fields], AddressRecord]:
    def read(use: Fields) -> AddressRecord:
        code = use.text_or_none("addressUsage")
        if code and code not in NOMIS_USAGE:
            use.lacks("addressUsage", "is a code that is not known")
        is_for = NOMIS_USAGE.get(code or "", AddressUse.OTHER)
        if use.yes_or_no("activeFlag") is False:
            is_for = AddressUse.MAIN if address.yes_or_no("primary") else AddressUse.PREVIOUS
        return _record(address, is_for, _name(address, use))

    return read


def _unused(address: Fields) -> AddressRecord:
    main = address.yes_or_no("primary")
    return _record(address, AddressUse.MAIN if main else AddressUse.OTHER, address.source_id("addressId"))


def _record(address: Fields, use: AddressUse, name: SourceRecordId) -> AddressRecord:
    starts_on = address.day("startDate")
    recorded_on = starts_on if starts_on and starts_on <= address.taken_on else address.taken_on
    return AddressRecord(
        source_system=SourceSystem.NOMIS,
        source_id=name,
        recorded_on=recorded_on,
        address=address_of(address, NOMIS),
        use=use,
        starts_on=starts_on,
        ends_on=address.day("endDate"),
    )


def _name(address: Fields, use: Fields) -> SourceRecordId:
    """The address and what it is used for; a digest of both where the address has no number."""
    if use.has("addressId"):
        return use.source_id("addressId", "addressUsage")
    return SourceRecordId(f"{address.source_id()}-{use.text_or_none('addressUsage') or 'unused'}")


SHAPE = Shape(
    name="prison-addresses",
    title="A prisoner's addresses, as prison-api lists them",
    recognises=lambda content: some_have(content, "addressUsages", "premise"),
    read=reads(_read),
    adds_to=frozenset({Source.ADDRESSES}),
)
