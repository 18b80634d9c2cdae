"""Where a person is to go on release, and who is said to live there."""

from dataclasses import dataclass

from riskflag.enquiry import Occupant, PlacementKind
from riskflag.vocabulary import Relationship
from training.cohort import parameters as p
from training.cohort.chance import Weighted
from training.cohort.invented import occupant
from training.cohort.life import DAYS_IN_YEAR, Life

_ALONE = 1 - sum(each.value for each in (p.NO_FIXED_ABODE, p.WITH_PARTNER, p.WITH_PARENT, p.WITH_FRIEND))
_WHERE: Weighted[Relationship | PlacementKind | None] = Weighted(
    (None, p.NO_FIXED_ABODE.value),
    (Relationship.PARTNER, p.WITH_PARTNER.value),
    (Relationship.PARENT, p.WITH_PARENT.value),
    (Relationship.FRIEND, p.WITH_FRIEND.value),
    (PlacementKind.SUPPORTED_HOUSING, _ALONE),
)
_YEARS_OLDER = {Relationship.PARENT: 26, Relationship.FRIEND: 1, Relationship.PARTNER: -1}
_CHILD_IS = 6


@dataclass(frozen=True, slots=True)
class Home:
    """Where the person goes.

    placement: what sort of place; None for no fixed abode
    occupants: who truly lives there
    stated: whether somebody said so
    with_partner: whether a partner lives there
    """

    placement: PlacementKind | None
    occupants: tuple[Occupant, ...]
    stated: bool
    with_partner: bool


def choose_home(life: Life, release: int) -> Home:
    """Where the person goes on a day of release (its ordinal)."""
    chance = life.chance
    where = chance.pick(_WHERE)
    stated = not chance.happens(p.OCCUPANTS_NOT_STATED.value)
    if where is None or isinstance(where, PlacementKind):
        return Home(where, (), stated, with_partner=False)
    with_partner = where is Relationship.PARTNER
    people = [_host(life, where)]
    if with_partner and chance.happens(p.CHILDREN_THERE.value):
        child_born = release - int(_CHILD_IS * DAYS_IN_YEAR)
        people.append(Occupant(occupant(life.number, Relationship.STEPCHILD, child_born, is_child=True)))
    return Home(PlacementKind.PRIVATE_HOUSEHOLD, tuple(people), stated, with_partner)


def _host(life: Life, relationship: Relationship) -> Occupant:
    first = life.victims[0]
    if relationship is Relationship.PARTNER and first.relationship is Relationship.PARTNER:
        return Occupant(first, main_occupier=True)
    born = life.born - int(_YEARS_OLDER[relationship] * DAYS_IN_YEAR)
    return Occupant(occupant(life.number, relationship, born), main_occupier=True)
