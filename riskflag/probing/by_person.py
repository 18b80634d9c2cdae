"""What the addresses asked about for one person look like."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from riskflag.probing.asked import AlertKind, AskedPlace
from riskflag.probing.counting import distinct_addresses
from riskflag.probing.place import Place
from riskflag.probing.shapes import Visit, closes_in, evenly_spaced, in_one_area
from riskflag.records.base import Point
from riskflag.reference.thresholds import (
    PROBING_AREA_COUNT,
    PROBING_AREA_METRES,
    PROBING_HARD_CAP,
    PROBING_SHAPE_COUNT,
    PROBING_SLOW_COUNT,
    PROBING_SOFT_CAP,
    PROBING_SPELLINGS,
    PROBING_TURN_ACCOUNTS,
    PROBING_TURN_COUNT,
    PROBING_UNITS,
)
from riskflag.vocabulary import EnquiryKind

Asked = Sequence[AskedPlace]
Found = dict[AlertKind, int]


@dataclass(frozen=True, slots=True)
class Lately:
    """The addresses asked about for one person lately, the one asked about now among them.

    asked: every enquiry, in the order of asking
    asking: the enquiry that is asked now, the last of them
    places: each address as it was said, once
    number: how many addresses they are
    """

    asked: Asked
    asking: AskedPlace
    places: Sequence[Place]
    number: int


def found_of_person(asking: AskedPlace, lately: Asked, slowly: Asked) -> Found:
    """What is found, with its count.

    lately: for this person in the last PROBING_DAYS, in the order of asking, the enquiry asked now the last
    slowly: the same over PROBING_SLOW_DAYS
    """
    number = count(lately)
    slow = number if len(slowly) == len(lately) else count(slowly)
    counted = {
        AlertKind.SOFT_CAP: _at_least(PROBING_SOFT_CAP.value, number),
        AlertKind.HARD_CAP: _at_least(PROBING_HARD_CAP.value + 1, number),
        AlertKind.SLOW_SEARCH: _at_least(PROBING_SLOW_COUNT.value, slow),
        AlertKind.MANY_SPELLINGS: _at_least(PROBING_SPELLINGS.value, _spellings(lately, asking)),
    }
    if number > 1:
        group = Lately(lately, asking, _places(lately), number)
        counted |= {kind: detect(group) for kind, detect in DETECTORS.items()}
    return {kind: number for kind, number in counted.items() if number}


def count(asked: Iterable[AskedPlace]) -> int:
    """How many addresses were asked about."""
    return distinct_addresses(each.place for each in asked)


def _places(asked: Asked) -> list[Place]:
    once: dict[tuple[object, ...], Place] = {}
    for each in asked:
        place = each.place
        once.setdefault((place.door, place.said, place.point), place)
    return list(once.values())


def _at_least(least: int, number: int) -> int:
    """The number if it is enough, else 0."""
    return number if number >= least else 0


def _spellings(asked: Asked, asking: AskedPlace) -> int:
    """Ways in which the address that is asked about now was written."""
    return len({each.place.written for each in asked if each.place.door == asking.place.door})


def _one_building(group: Lately) -> int:
    """Flats asked about behind the door that is asked about now."""
    units = {place.unit for place in group.places if place.door == group.asking.place.door} - {""}
    return _at_least(PROBING_UNITS.value, len(units))


def _one_area(group: Lately) -> int:
    """Addresses around the one asked about now, or around one beside it."""
    enough = PROBING_AREA_COUNT.value
    beside = [each for each in group.places if _near(each, group.asking.place)]
    middles = [group.asking.place, *beside] if group.number >= enough and len(beside) > 1 else []
    around = (distinct_addresses(each for each in group.places if _near(each, middle)) for middle in middles)
    return next((number for number in around if number >= enough), 0)


def _near(one: Place, other: Place) -> bool:
    return in_one_area(one, other, PROBING_AREA_METRES.value)


def _closing_in(group: Lately) -> int:
    """Ever shorter steps, the last of them to the address asked about now."""
    last, enough = group.asking.place.point, PROBING_SHAPE_COUNT.value
    if last is None or group.number < enough:
        return 0
    return enough if closes_in(_visits(group.asked, last), last) else 0


def _visits(asked: Asked, last: Point) -> list[Visit]:
    """Where the other addresses are, and when they were asked about."""
    visits: dict[Point, Visit] = {}
    for order, each in enumerate(asked):
        point = each.place.point
        if point and point != last:
            known = visits.get(point)
            visits[point] = Visit(point, known.first if known else order, order)
    return list(visits.values())


def _evenly_spaced(group: Lately) -> int:
    """A ring or a grid, the address asked about now among it."""
    last, enough = group.asking.place.point, PROBING_SHAPE_COUNT.value
    if last is None or group.number < enough:
        return 0
    others = dict.fromkeys(place.point for place in group.places if place.point and place.point != last)
    return enough if evenly_spaced(list(others), last) else 0


def _one_account(group: Lately) -> int:
    """As many as the soft cap, all asked by the account that asks now."""
    enough = PROBING_SOFT_CAP.value
    own = (each for each in group.asked if each.account == group.asking.account)
    return _at_least(enough, count(own)) if group.number >= enough else 0


def _taking_turns(group: Lately) -> int:
    """Addresses shared out among accounts: for each of several accounts one that can be its own."""
    if group.number < PROBING_TURN_COUNT.value:
        return 0
    doors: dict[str, set[str]] = {}
    for each in group.asked:
        doors.setdefault(each.account, set()).add(each.place.door)
    return group.number if _shared_out(list(doors.values())) else 0


def _shared_out(of_accounts: Sequence[set[str]]) -> bool:
    """Whether some accounts can each be given a door that they asked about and no other was given."""
    wanted = PROBING_TURN_ACCOUNTS.value
    return any(
        all(
            len(set().union(*some)) >= size
            for size in range(1, wanted + 1)
            for some in combinations(of, size)
        )
        for of in combinations(of_accounts, wanted)
    )


def _both_kinds(group: Lately) -> int:
    """Addresses asked about in part as homes and in part as sites of referrals."""
    if group.number < PROBING_TURN_COUNT.value:
        return 0
    kinds = (count(each for each in group.asked if each.kind is kind) for kind in EnquiryKind)
    return group.number if min(kinds) >= PROBING_TURN_COUNT.value // 2 else 0


DETECTORS: dict[AlertKind, Callable[[Lately], int]] = {
    AlertKind.ONE_AREA: _one_area,
    AlertKind.ONE_BUILDING: _one_building,
    AlertKind.CLOSING_IN: _closing_in,
    AlertKind.EVENLY_SPACED: _evenly_spaced,
    AlertKind.ONE_ACCOUNT: _one_account,
    AlertKind.TAKING_TURNS: _taking_turns,
    AlertKind.BOTH_KINDS: _both_kinds,
}
"""What is looked for among the addresses when one is asked about."""
