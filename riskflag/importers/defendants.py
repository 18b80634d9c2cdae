"""Which defendant of a court hearing is the person. A number says so; a name never does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.errors import BadInput
from riskflag.importers.fields import Fields
from riskflag.importers.numbers import as_numbers, written_as
from riskflag.records import PersonNumbers
from riskflag.vocabulary import PncNumber

_NAMES = ("masterDefendantId", "defendantId")
_NONE_OF_THEM = "is about several defendants, and none has a number that is held of this person"
_TWO_NUMBERS = "gives two numbers for one of several defendants, of which one is this person's"


class Whose(StrEnum):
    """Whom a part of a hearing is about."""

    THE_PERSONS = "the_persons"
    ANOTHERS = "anothers"
    NOBODY_KNOWS = "nobody_knows"


@dataclass(frozen=True, slots=True)
class Defendants:
    """The defendants of one hearing.

    several: whether there may be more than one person among them
    keys: what stands for each defendant, by every identifier that the hearing has for them, and by path
    known: whose what is said of each of them is
    """

    several: bool
    keys: Mapping[str, str]
    known: Mapping[str, Whose]

    def owner(self, part: Fields, outer: str | None) -> str | None:
        """Whom a part of the hearing says that it is about; ``outer`` where it says nothing.

        outer: whom the part around it is about; None where that says nothing either
        """
        names = {name for name in _named(part) if name is not None}
        if names:
            keys = {self.keys.get(name) for name in names}
            return keys.pop() if len(keys) == 1 else None
        return self.keys.get(part.path, outer)

    def whose(self, key: str | None) -> Whose:
        """Whose it is, from what ``owner`` told."""
        if not self.several:
            return Whose.THE_PERSONS
        return self.known.get(key, Whose.NOBODY_KNOWS) if key is not None else Whose.NOBODY_KNOWS


def sort_out(defendants: Sequence[Fields], person: PersonNumbers | None) -> Defendants:
    """Whose each defendant's part is. Raises BadInput for several of whom no number is the person's.

    defendants: every object that is one; somebody in two cases stands there twice
    person: the numbers of whom the payload is read for; None where nobody said, so that nobody knows
    """
    groups: dict[str, list[Fields]] = {}
    keys: dict[str, str] = {}
    for each in defendants:
        own = (each.text_or_none("masterDefendantId"), each.text_or_none("id"))
        key = own[0] or own[1] or each.path
        groups.setdefault(key, []).append(each)
        keys |= {name: key for name in (*own, each.path) if name is not None}
    if len(groups) <= 1 or person is None:
        return Defendants(len(groups) > 1, keys, {})
    return Defendants(several=True, keys=keys, known=_compared(groups, person))


def _compared(groups: Mapping[str, list[Fields]], person: PersonNumbers) -> dict[str, Whose]:
    agree = {key: {_agrees(each, person) for each in group} - {None} for key, group in groups.items()}
    if any(len(told) > 1 for told in agree.values()):
        raise BadInput({"payload": _TWO_NUMBERS})
    chosen = [key for key, told in agree.items() if True in told]
    if not chosen:
        raise BadInput({"payload": _NONE_OF_THEM})
    born = _born(each for key in chosen for each in groups[key])
    others = [key for key in groups if False in agree[key] or _is_another(key, groups[key], born)]
    known = dict.fromkeys(groups, Whose.NOBODY_KNOWS)
    return known | dict.fromkeys(others, Whose.ANOTHERS) | dict.fromkeys(chosen, Whose.THE_PERSONS)


def _agrees(defendant: Fields, person: PersonNumbers) -> bool | None:
    """Whether the defendant's number is the person's; None where there are no two to compare."""
    number = defendant.get("pncId")
    if person.pnc_number is None or not isinstance(number, str):
        return None
    written = number.strip()
    return as_numbers(PncNumber, written).agrees_with(person) if written_as(PncNumber, written) else None


def _is_another(key: str, group: Sequence[Fields], born: set[date]) -> bool:
    """Whether a defendant without a number is somebody else all the same: known to the court by an identifier
    of their own, and born on another day."""
    theirs = _born(group)
    return key != group[0].path and bool(theirs) and bool(born) and not theirs & born


def _born(defendants: Iterable[Fields]) -> set[date]:
    days = (d.inside("personDefendant").inside("personDetails").day("dateOfBirth") for d in defendants)
    return {day for day in days if day is not None}


def _named(part: Fields) -> Iterable[str | None]:
    """The identifiers of defendants that a part gives for whom it is about, or for its subject."""
    if not isinstance(part.value, dict):
        return ()
    own = [part.value.get(name) for name in _NAMES]
    subject = part.value.get("subject")
    defendant = subject.get("masterDefendant") if isinstance(subject, dict) else None
    own += [defendant.get(name) for name in _NAMES] if isinstance(defendant, dict) else []
    return tuple(name for name in own if isinstance(name, str))
