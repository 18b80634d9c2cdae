"""A caseload to ask about: people with from none to eighteen records each, among very many who are held
and addresses that records name.

Everybody has a name, a date of birth, a home and contacts of their own. As in life, few of a country's
addresses are on record: one in ``SPREAD``. Every second person is to live at one that is, the others next
door to one; what one in five calls a friend is somebody who is held too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.enquiry_latency import held_by
from benchmarks.exchanging import exchanged
from benchmarks.invented_addresses import invented
from benchmarks.invented_people import invented_named, invented_person
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    NEIGHBOUR,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    caseload_link,
    own_address,
)
from riskflag.enquiry import AddressEnquiry
from riskflag.records import Address, AddressRecord, AddressUse, NamedPerson, Person, Record
from riskflag.service import Actor
from riskflag.settings import Settings
from riskflag.vocabulary import PersonId, Role

PEOPLE_TO_AN_OFFICER = 5
"""Of an officer's caseload so many are about to be released."""
SPREAD = 16
"""One address in so many is on record."""
ADDRESSES_EACH = 3
"""How many addresses are held of somebody nobody asks about."""
NOBODY_HELD = 3_000_000
"""From here on, numbers are those of people who are named in records and not held themselves."""
ELSEWHERE = 7_000_003
"""How far away the other town is."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held, and who may ask about whom.

    settings: where it is
    people: everybody who is asked about
    addresses: how many addresses are on record beside theirs
    """

    settings: Settings
    people: Sequence[PersonId]
    addresses: int

    def officer(self, person: int) -> Actor:
        """On whose caseload this person is."""
        return officer_of(person)

    def enquiry(self, person: int) -> AddressEnquiry:
        """What is proposed for this person."""
        return replace(ASKED, address=home_of(person, self.addresses))


def officer_of(person: int) -> Actor:
    """On whose caseload this person is."""
    return Actor(f"officer {person // PEOPLE_TO_AN_OFFICER}", Role.RESPONSIBLE_OFFICER)


def on_record(number: int) -> Address:
    """The address of this number, of those that are on record."""
    return invented(number * SPREAD)


def home_of(person: int, addresses: int) -> Address:
    """Where this person is to live: an address on record, or the one next door."""
    return invented(_home(person, addresses) + person % 2)


def life_of(person: int, addresses: int) -> tuple[Person, tuple[Record, ...]]:
    """This person with all records, their caseload link among them."""
    home = _home(person, addresses) + person % 2
    known = NOBODY_HELD + 4 * person
    friend = person * 13 + 1 if person % 5 == 0 else known + 3
    own: dict[object, NamedPerson | Address] = {
        PROPOSED: invented(home),
        SAME_STREET: invented(home + 2),
        OTHER_TOWN: invented(home + ELSEWHERE),
    }
    for number, who in {known: EX_PARTNER, known + 1: MOTHER, known + 2: NEIGHBOUR, friend: FRIEND}.items():
        own[who] = invented_named(number, who.relationship)
    records = (exchanged(record, lambda each: own.get(each, each)) for record in held_by(person))
    return invented_person(person), (*records, caseload_link(officer_of(person).name))


def others(people: int, first: int, addresses: int) -> Iterator[tuple[Person, tuple[AddressRecord, ...]]]:
    """Those nobody asks about, with the addresses of these numbers.

    people: how many are asked about
    first: the number of the first address that is somebody's
    """
    uses = (AddressUse.MAIN, AddressUse.PREVIOUS, AddressUse.RELEASE)
    for number, start in enumerate(range(first, addresses, ADDRESSES_EACH), people):
        theirs = range(start, min(start + ADDRESSES_EACH, addresses))
        yield (
            invented_person(number),
            tuple(_held_at(on_record(where), use) for where, use in zip(theirs, uses, strict=False)),
        )


def _held_at(where: Address, use: AddressUse) -> AddressRecord:
    plain = own_address(where, use)
    return replace(plain, source_id=type(plain.source_id)(use.value))


def _home(person: int, addresses: int) -> int:
    return person * 7919 % max(addresses, 1) * SPREAD
