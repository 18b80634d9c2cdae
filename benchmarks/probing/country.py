"""Invented towns of invented streets, and the many ways in which people write down one address."""

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin

from numpy.random import Generator

from riskflag.records import Address, Point
from riskflag.vocabulary import Uprn

TOWNS = 25
STREETS = 120
HOUSES = 80
PLOT_METRES = 9
HOUSES_IN_A_POSTCODE = 16
NAMES = (
    "Alder", "Anvil", "Badger", "Barley", "Beacon", "Bramble", "Cedar", "Chapel", "Clover", "Cobbler",
    "Copper", "Curlew", "Dairy", "Dunlin", "Elder", "Falcon", "Fennel", "Ferry", "Finch", "Foundry",
    "Garnet", "Gorse", "Hazel", "Heron", "Hollow", "Indigo", "Jasper", "Juniper", "Kestrel", "Larch",
    "Lapwing", "Linden", "Lupin", "Magpie", "Maple", "Marsh", "Meadow", "Moss", "Nettle", "Oak", "Orchid",
    "Otter", "Pebble", "Pepper", "Plover", "Quarry", "Quince", "Raven", "Reed", "Rowan", "Saffron",
    "Sorrel", "Spindle", "Tanner", "Teal", "Thistle", "Umber", "Violet", "Walnut", "Willow", "Yarrow",
)  # fmt: skip
KINDS = ("Road", "Street", "Close", "Lane", "Avenue", "Drive")
SHORT = {"Road": "Rd", "Street": "St", "Close": "Cl", "Lane": "Ln", "Avenue": "Ave", "Drive": "Dr"}
ENDINGS = ("by", "ford", "ham", "ley", "wick")
BEGINNINGS = ("Ash", "Brack", "Corn", "Dor", "Elm")


@dataclass(frozen=True, slots=True)
class Home:
    """One door: a house in a street of a town, or a flat in that house."""

    town: int
    street: int
    house: int
    flat: int = 0

    @property
    def spot(self) -> tuple[float, float]:
        """Metres east and north of the grid's origin."""
        east, north, direction = _street(self.town, self.street)
        along = (self.house - HOUSES / 2) * PLOT_METRES
        return east + along * cos(direction), north + along * sin(direction)

    @property
    def postcode(self) -> str:
        """Several houses of one street share one."""
        block = self.house // HOUSES_IN_A_POSTCODE
        letters = "ABDEFGHJLNPQRSTUWXYZ"
        unit = self.street * (HOUSES // HOUSES_IN_A_POSTCODE + 1) + block
        inward = f"{unit // 400 % 10}{letters[unit // 20 % 20]}{letters[unit % 20]}"
        return f"Z{letters[self.town % 20]}{self.town // 20 + 1} {inward}"

    @property
    def uprn(self) -> Uprn:
        """Its property reference number."""
        number = ((self.town * STREETS + self.street) * 100 + self.house) * 100 + self.flat
        return Uprn(str(990_000_000_000 + number))


@cache
def _street(town: int, street: int) -> tuple[float, float, float]:
    """A street's middle and its direction, always the same. Streets fill a disc four kilometres across."""
    turn = street * 2.399963
    out = 2000 * (street / STREETS) ** 0.5
    middle_east, middle_north = 300_000 + town % 5 * 30_000, 300_000 + town // 5 * 30_000
    return middle_east + out * cos(turn), middle_north + out * sin(turn), turn * 1.7 % pi


def street_name(home: Home) -> tuple[str, str]:
    """Its name and kind, each pair once in a town."""
    number = home.street * 7 + home.town
    return NAMES[number % len(NAMES)], KINDS[number // len(NAMES) % len(KINDS)]


def town_name(home: Home) -> str:
    """The town's name."""
    return BEGINNINGS[home.town % 5] + ENDINGS[home.town // 5 % 5]


def near(rng: Generator, home: Home, metres: float) -> Home:
    """Another house within so many metres, along the street or in one close by."""
    return at(home.town, *_away(rng, home.spot, metres), avoid=home)


def at(town: int, east: float, north: float, avoid: Home | None = None) -> Home:
    """The house of a town that is nearest to a spot."""
    houses = (house for house in _houses(town) if house[2] != avoid)
    return min(houses, key=lambda house: (house[0] - east) ** 2 + (house[1] - north) ** 2)[2]


@cache
def _houses(town: int) -> tuple[tuple[float, float, Home], ...]:
    homes = (Home(town, street, house) for street in range(STREETS) for house in range(1, HOUSES, 3))
    return tuple((*home.spot, home) for home in homes)


def anywhere(rng: Generator, town: int) -> Home:
    """Any house of the town."""
    return Home(town, int(rng.integers(STREETS)), int(rng.integers(1, HOUSES)))


def _away(rng: Generator, spot: tuple[float, float], metres: float) -> tuple[float, float]:
    turn, out = rng.uniform(0, 2 * pi), metres * rng.uniform(0.15, 1) ** 0.5
    return spot[0] + out * cos(turn), spot[1] + out * sin(turn)


@dataclass(frozen=True, slots=True)
class Habit:
    """How likely somebody is to write an address in a certain way.

    looked_up: chosen from a list of addresses, so that it comes with its UPRN and its location
    short: in a short form
    slip: with a slip of the keyboard in the street's name
    no_postcode: without its postcode
    """

    looked_up: float = 0.6
    short: float = 0.3
    slip: float = 0.04
    no_postcode: float = 0.05


STAFF = Habit()


def written(rng: Generator, home: Home, habit: Habit = STAFF) -> Address:
    """The address as somebody writes it down this time."""
    name, kind = street_name(home)
    flat = f"Flat {home.flat}, " if home.flat else ""
    if rng.random() < habit.looked_up:
        text = f"{flat}{home.house} {name} {kind}, {town_name(home)}, {home.postcode}"
        east, north = home.spot
        return Address(text, uprn=home.uprn, postcode=home.postcode, point=Point(int(east), int(north), 1))
    if rng.random() < habit.slip:
        slip = int(rng.integers(1, len(name) - 1))
        name = name[:slip] + name[slip + 1] + name[slip] + name[slip + 2 :]
    short = rng.random() < habit.short
    town = "" if short and rng.random() < 0.5 else f", {town_name(home)}"
    postcode = "" if rng.random() < habit.no_postcode else f" {home.postcode}"
    line = f"{flat}{home.house} {name} {SHORT[kind] if short else kind}{town}{postcode}"
    return Address(line.lower() if rng.random() < 0.1 else line)
