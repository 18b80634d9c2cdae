"""The person's contacts as the prison API lists them: next of kin and others."""

from riskflag.importers.fields import Fields
from riskflag.importers.people import full_name
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.relationships import relationship_of
from riskflag.importers.shape import Shape
from riskflag.records import Contact, NamedPerson
from riskflag.vocabulary import Source, SourceSystem

_LISTS = ("nextOfKin", "otherContacts")


def _read(reading: Reading) -> None:
    for name in _LISTS:
        reading.each(reading.top.items(name), _contact)


def _contact(contact: Fields) -> Contact:
    described = contact.text_or_none("relationshipDescription")
    active, ended_on = contact.yes_or_no("activeFlag"), contact.day("expiryDate")
    if active and ended_on and ended_on < contact.taken_on:
        contact.contradicts("activeFlag", "says that the contact is active, and its last day has passed")
    return Contact(
        source_system=SourceSystem.NOMIS,
        source_id=contact.source_id("relationshipId"),
        recorded_on=contact.recorded("createDateTime"),
        who=NamedPerson(
            full_name(contact, "firstName", "middleName", "lastName"),
            relationship_of(described, official=contact.text_or_none("contactType") == "O"),
            reference=_reference(contact),
        ),
        active=active is not False,
        note=contact.words("relationshipDescription", "commentText"),
    )


def _reference(contact: Fields) -> str | None:
    """NOMIS's own number for the contact: the same in two relationships of the same human being."""
    number = contact.digits("personId")
    return f"nomis-person-{number}" if number else None


SHAPE = Shape(
    name="prison-contacts",
    title="The person's contacts, as the prison API lists them",
    recognises=lambda content: has(content, "nextOfKin", "otherContacts"),
    read=reads(_read),
    adds_to=frozenset({Source.CONTACTS}),
)
