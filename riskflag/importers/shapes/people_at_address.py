"""Whom else probation supervises at an address: ``{"personAddresses": [{"person", "address"}]}``.

Elements: every match, of which one that somebody has left carries no record. It is knowledge of a place and
no record of the person's: it names nobody, for it is about somebody else.
"""

from datetime import date

from riskflag.importers.addresses import DELIUS, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.importers.whether_open import has_ended
from riskflag.records import PlaceIncident, PlaceIncidentKind
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem

_LEFT = frozenset({"P", "RJ"})
_WORDS = "probation supervises somebody who is recorded at this address"


def _read(reading: Reading) -> None:
    for match in reading.top.listed("personAddresses"):
        if isinstance(match.value, dict) and _left(match):
            reading.no_record([match], "an address that somebody left or never had")
        else:
            reading.one(match, _lives_there)


def _left(match: Fields) -> bool:
    address = match.inside("address")
    over = has_ended(address.day("startDate"), address.day("endDate"), match.taken_on)
    return over or address.inside("status").text_or_none("code") in _LEFT


def _lives_there(match: Fields) -> PlaceIncident:
    address = match.inside("address")
    starts_on = address.day("startDate")
    kind = address.inside("type").text_or_none("description")
    score = match.number("matchScore")
    if score is not None and score < 100:
        match.lacks("matchScore", "says that the address may be another")
    return PlaceIncident(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId(f"address-{address.source_id('id')}"),
        recorded_on=_not_later(match, address) or match.taken_on,
        happened_on=starts_on if starts_on and starts_on <= match.taken_on else None,
        address=address_of(address, DELIUS),
        kind=PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE,
        words=f"{_WORDS} ({kind.lower()})" if kind else _WORDS,
    )


def _not_later(match: Fields, address: Fields) -> date | None:
    day = address.day("lastUpdatedDateTime") or address.day("createdDateTime")
    return day if day and day <= match.taken_on else None


SHAPE = Shape(
    name="people-at-address",
    title="Other people whom probation supervises at an address",
    recognises=lambda content: has(content, "personAddresses"),
    read=reads(_read),
    adds_to=frozenset({Source.PLACE_REGISTER}),
)
