"""A search for contacts in the personal relationships service. Who is no contact of the person is counted."""

from riskflag.importers.addresses import Names, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.people import full_name
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import holds, note_what_other_pages_hold
from riskflag.importers.relationships import closest, relationship_of, who_may_know
from riskflag.importers.shape import Shape
from riskflag.records import Address, Contact, NamedPerson
from riskflag.vocabulary import Relationship, Source, SourceSystem

_ADDRESS: Names = {
    "unit": ("flat",),
    "number": ("property",),
    "street": ("street",),
    "district": ("area",),
    "town": ("cityDescription",),
    "county": ("countyDescription",),
    "postcode": ("postcode",),
}

_PLACE = frozenset({"unit", "number", "street"})


def _read(reading: Reading) -> None:
    found = list(reading.top.listed("content"))
    note_what_other_pages_hold(reading.top.inside("page"), len(found))
    for each in found:
        if isinstance(each.value, dict) and not each.get("existingRelationships"):
            reading.no_record((each,), "somebody who is no contact of the person")
        else:
            reading.one(each, _contact)


def _contact(contact: Fields) -> Contact:
    held = list(contact.items("existingRelationships"))
    relationship, home = closest(tuple(_relationship(each) for each in held)), _home(contact)
    active = [each.yes_or_no("isRelationshipActive") for each in held]
    notes = (contact.words("comments"), *(_note(each) for each in held), _dead(contact), _moved(contact))
    note = contact.joined("comments", notes)
    return Contact(
        source_system=SourceSystem.NOMIS,
        source_id=contact.source_id("id"),
        recorded_on=contact.recorded("createdTime"),
        who=NamedPerson(
            full_name(contact, "firstName", "middleNames", "lastName"),
            relationship,
            contact.day("dateOfBirth"),
        ),
        lives_at=home,
        active=any(each is not False for each in active),
        note=note,
        visibility=who_may_know(relationship, home, note),
    )


def _relationship(held: Fields) -> Relationship:
    return relationship_of(
        held.text_or_none("relationshipToPrisonerDescription"),
        official=held.text_or_none("relationshipTypeCode") == "O",
    )


def _note(held: Fields) -> str:
    return held.words("relationshipToPrisonerDescription", "comments")


def _home(contact: Fields) -> Address | None:
    given = {part for part, names in _ADDRESS.items() if any(map(contact.has, names))}
    nowhere = contact.yes_or_no("noFixedAddress")
    if nowhere and given & _PLACE:
        contact.contradicts("noFixedAddress", "says that there is no address, and one is given")
    return address_of(contact, _ADDRESS) if given and (not nowhere or given & _PLACE) else None


def _moved(contact: Fields) -> str:
    """An address that has ended is kept, for nothing says that they have left: who reads it must know."""
    ended_on = contact.day("endDate")
    return "Their address is recorded as ended." if ended_on and ended_on < contact.taken_on else ""


def _dead(contact: Fields) -> str:
    return "Recorded as having died." if contact.day("deceasedDate") else ""


SHAPE = Shape(
    name="contact-search",
    title="Contacts found in the personal relationships service",
    recognises=lambda content: holds(content, "content", "existingRelationships"),
    read=reads(_read),
    adds_to=frozenset({Source.CONTACTS}),
)
