"""How many addresses a set of enquiries is about, whatever was done to make them look like fewer, or more."""

from collections.abc import Iterable
from itertools import combinations

from riskflag.probing.place import Place

Said = tuple[str, str, str, str, str]
"""Unit, postcode, town, UPRN and spot, as `Place.said` has them."""


def distinct_addresses(places: Iterable[Place]) -> int:
    """The least number of addresses that these can be.

    Two spellings with one door are one address unless they contradict each other: two flats, two postcodes,
    two UPRNs. What one of them leaves out contradicts nothing. So a new spelling does not make one address
    two, and a borrowed UPRN does not make two addresses one. More places never make fewer addresses.
    """
    doors: dict[str, set[Said]] = {}
    for place in places:
        if place.door in doors:
            doors[place.door].add(place.said)
        else:
            doors[place.door] = {place.said}
    more = sum(_contradicting(said) - 1 for said in doors.values() if len(said) > 1)
    return len(doors) + more


def _contradicting(said: set[Said]) -> int:
    """The most of them of which each says something, and each something else, on the same choice of aspects.

    An aspect that is said in one way only cannot tell two of them apart.
    """
    differ = [aspect for aspect in range(5) if len({each[aspect] for each in said} - {""}) > 1]
    choices = (chosen for size in range(1, len(differ) + 1) for chosen in combinations(differ, size))
    return max((_said_differently(said, chosen) for chosen in choices), default=1)


def _said_differently(said: set[Said], chosen: tuple[int, ...]) -> int:
    answers = {tuple(each[aspect] for aspect in chosen) for each in said}
    return sum(all(answer) for answer in answers)
