"""As many invented people as are wanted, each with a name and a date of birth of their own.

Names are put together from syllables, so that none is anybody's; as in life, some share a given name or a
family name, and few both.
"""

from datetime import date, timedelta
from hashlib import blake2b
from itertools import product
from string import ascii_uppercase

from riskflag.records import NamedPerson, Person, Sex
from riskflag.vocabulary import NomsNumber, Relationship

_GIVEN = [
    f"{one}{two}"
    for one, two in product(
        "Ada Bel Cor Dal Eve Fin Gar Hal Isa Jor".split(),
        "an bert den ea ford in".split(),
    )
]
_FAMILY = [
    f"{one}{two}{three}"
    for one, two, three in product(
        "Ald Barn Cald Dunn Ell Farn Gart Holl Ings Kirk Lang Mell Nett Orm Pick Stan Thorn Wick".split(),
        "a e er in ing o".split(),
        "beck by combe croft dale field gate ham ley low man mere sham son stead thwaite ton worth".split(),
    )
]
_FIRST_BORN = date(1946, 1, 1)
_BORN_WITHIN = 21_915
"""Days, sixty years of them."""


def invented_name(number: int) -> str:
    """The name of this number. Of two, one in sixty shares the given name, one in 1,944 the family name."""
    return f"{_GIVEN[_drawn('given', number, len(_GIVEN))]} {_FAMILY[_drawn('family', number, len(_FAMILY))]}"


def born(number: int) -> date:
    """When whoever has this number was born."""
    return _FIRST_BORN + timedelta(days=_drawn("born", number, _BORN_WITHIN))


def invented_person(number: int) -> Person:
    """Somebody under supervision, with a number of their own: some 6.7 million differ."""
    letters, digits = divmod(number, 10_000)
    first, second = divmod(letters, len(ascii_uppercase))
    last = ascii_uppercase[first % len(ascii_uppercase)] + ascii_uppercase[second]
    return Person(invented_name(number), born(number), Sex.MALE, NomsNumber(f"A{digits:04}{last}"))


def invented_named(number: int, relationship: Relationship = Relationship.UNKNOWN) -> NamedPerson:
    """The same human being as a record of somebody else's names them."""
    return NamedPerson(invented_name(number), relationship, born(number))


def _drawn(what: str, number: int, among: int) -> int:
    """One of so many, as if by chance, and the same each time."""
    digest = blake2b(f"{what} {number}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) % among
