"""Names, numbers and places of simulated people. All are invented, and none can be taken for real.

Prison numbers begin with Z, which none does; postcodes are of an area that does not exist (ZZ9); property
numbers begin with 98.
"""

from datetime import date

from riskflag.records import Address, NamedPerson, Person, Sex
from riskflag.vocabulary import NomsNumber, Relationship, Uprn

_WHICH = ("A", "B", "C")
_LETTERS = 26
_DAYS_OLDER = 700


def person(number: int, sex: Sex, born: int) -> Person:
    """Simulated Person 000123."""
    return Person(
        f"Simulated Person {number:06d}",
        date.fromordinal(born),
        sex,
        NomsNumber(f"Z{number % 10_000:04d}{_two_letters(number // 10_000)}"),
    )


def _two_letters(index: int) -> str:
    first, second = divmod(index % (_LETTERS * _LETTERS), _LETTERS)
    return chr(ord("A") + first) + chr(ord("A") + second)


def victim(number: int, which: int, relationship: Relationship, born: int) -> NamedPerson:
    """Somebody close to the person: Simulated Partner A 000123, B or C, each of another age."""
    role = "Relative" if relationship is Relationship.PARENT else "Partner"
    return NamedPerson(
        f"Simulated {role} {_WHICH[which]} {number:06d}",
        relationship,
        date.fromordinal(born + _DAYS_OLDER * (which - 1)),
        reference=f"SIMULATED-{number}-{_WHICH[which]}",
    )


def occupant(number: int, relationship: Relationship, born: int, is_child: bool | None = None) -> NamedPerson:
    """Somebody at the proposed address who is no victim."""
    name = f"Simulated {relationship.value.capitalize()} {number:06d}"
    return NamedPerson(name, relationship, date.fromordinal(born), is_child=is_child)


def address(number: int, which: int) -> Address:
    """The address proposed for one release; another for each."""
    house = str(1 + number % 199)
    street = f"Simulation Street {1 + which}"
    return Address(
        f"{house} {street}, Nowhere, ZZ9 {which % 10}ZZ",
        uprn=Uprn(f"98{which % 10}{number % 1_000_000_000:09d}"),
        number=house,
        street=street,
        town="Nowhere",
        postcode=f"ZZ9 {which % 10}ZZ",
    )
