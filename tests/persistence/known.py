"""Whoever is held, and what is then known of those who live at an address."""

from dataclasses import replace
from datetime import date

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HIM,
    NOW,
    case,
    order,
)
from riskflag.enquiry import Occupant
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.store import Store
from riskflag.records import (
    KnownElsewhere,
    NamedPerson,
    Person,
    Record,
)
from riskflag.vocabulary import NomsNumber, PersonId, Relationship, Role

LODGER = NamedPerson("Beth Sample", Relationship.LANDLORD, EX_PARTNER.date_of_birth)
"""The landlady of one man, as his enquiry has her; another man's order protects her."""
ENTRY = AuditEntry(NOW, Actor("feed", Role.RECORD_FEED), Action.PERSON_STORED)
UNDATED = order(protects=(replace(EX_PARTNER, date_of_birth=None),))
"""It does not say when she was born, as many orders do not."""
ANOTHER = replace(HIM, name="Tom Other", noms_number=NomsNumber("A0003AA"), date_of_birth=date(1979, 4, 8))


def hold(store: Store, person: Person, *records: Record) -> PersonId:
    given = case(*records, person=person).dossier
    return store.put_person(person, given.records, given.coverage, ENTRY)


def known(store: Store, who: PersonId, *occupants: NamedPerson) -> tuple[KnownElsewhere, ...]:
    loaded = store.load(who, replace(ASKED, occupants=tuple(map(Occupant, occupants))), NOW)
    assert loaded is not None
    return loaded[1].people
