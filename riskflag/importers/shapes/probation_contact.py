"""One personal contact of a probation case, as Manage people on probation shows it."""

from riskflag.importers.addresses import Names, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.people import full_name
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.relationships import closest, relationship_of, who_may_know
from riskflag.importers.shape import Shape
from riskflag.records import Contact, NamedPerson
from riskflag.vocabulary import CaseReferenceNumber, Source, SourceSystem

_ADDRESS: Names = {
    "building": ("buildingName",),
    "number": ("buildingNumber",),
    "street": ("streetName",),
    "district": ("district",),
    "town": ("town",),
    "county": ("county",),
    "postcode": ("postcode",),
}


def _read(reading: Reading) -> None:
    reading.top.inside("personSummary").is_about("crn", CaseReferenceNumber)
    reading.one(reading.top, _contact)


def _contact(contact: Fields) -> Contact:
    address = contact.inside("address")
    home = address_of(address, _ADDRESS) if address.value else None
    notes = [_note(note) for note in contact.items("contactNotes")]
    described = ("relationship", "relationshipType")
    relationship = closest(tuple(relationship_of(contact.text_or_none(name)) for name in described))
    note = contact.joined("contactNotes", (contact.words(*described), *notes))
    return Contact(
        source_system=SourceSystem.NDELIUS,
        source_id=contact.source_id("contactId"),
        recorded_on=contact.recorded("startDate", "lastUpdated"),
        who=NamedPerson(
            full_name(contact.inside("name"), "forename", "middleName", "surname"),
            relationship,
        ),
        lives_at=home,
        note=note,
        visibility=who_may_know(relationship, home, note),
    )


def _note(note: Fields) -> str:
    if note.yes_or_no("hasNoteBeenTruncated"):
        note.lacks("note", "was cut short by its source")
    return note.words("note")


SHAPE = Shape(
    name="probation-contact",
    title="One personal contact, as Manage people on probation shows it",
    recognises=lambda content: has(content, "personSummary", "contactId"),
    read=reads(_read),
    adds_to=frozenset({Source.CONTACTS}),
)
