"""Enquiries in short, for the tables of these tests. Everything is invented."""

from datetime import UTC, datetime, timedelta

from riskflag.probing.asked import AskedPlace, Judgement, Past, SecondPersonAgreement
from riskflag.probing.judge import judge
from riskflag.probing.place import place_of
from riskflag.records.base import Address, Point
from riskflag.vocabulary import EnquiryKind, PersonId, Role

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
STREETS = (
    "Larch Close", "Elm Road", "Mill Lane", "Oak Street", "Teal Avenue", "Quarry Drive", "Ferry Road", "Moss Lane",
    "Dairy Close", "Chapel Street", "Heron Road", "Nettle Lane", "Pepper Street", "Willow Drive", "Umber Close",
    "Violet Road", "Beacon Lane", "Copper Street", "Tanner Road", "Juniper Close",
)  # fmt: skip


def scattered(number: int) -> Address:
    """One of twenty addresses of which no two are near each other."""
    return Address(f"{3 + number} {STREETS[number]}, ZZ{number % 9 + 1} {number % 7}A{'BDEFGHJ'[number % 7]}")


def there(east: int, north: int) -> Address:
    """An address at a spot, so many metres from a corner of the map."""
    number = (east * 31 + north * 17) % 97 + 1
    street = STREETS[(east // 7 + north // 3) % len(STREETS)]
    where = Point(400_000 + east, 300_000 + north, 1)
    return Address(f"{number} {street}, Town {east}x{north}", point=where)


def asked(
    where: Address | str | int,
    days_ago: float = 0,
    by: str = "ann",
    about: str = "a person",
    household: str = "",
    kind: EnquiryKind = EnquiryKind.ADDRESS,
    premises: bool = False,
    role: Role = Role.RESETTLEMENT_STAFF,
) -> AskedPlace:
    """One enquiry; a number for an address is one of the scattered ones."""
    address = scattered(where) if isinstance(where, int) else where
    address = Address(address) if isinstance(address, str) else address
    at, place = NOW - timedelta(days=days_ago), place_of(address)
    return AskedPlace(PersonId(about), by, role, at, place, household, kind, premises)


def judged(*in_order: AskedPlace, agreements: tuple[SecondPersonAgreement, ...] = ()) -> Judgement:
    """The judgement of the last of these enquiries, after the others, handed over as a store should."""
    *before, asking = in_order
    return judge(asking.asked_at, asking, past_of(before, asking), agreements)


def past_of(before: list[AskedPlace], asking: AskedPlace) -> Past:
    """What of these a store would hand over."""
    return Past(
        of_person=tuple(each for each in before if each.person_id == asking.person_id),
        by_account=tuple(each for each in before if each.account == asking.account),
        of_place=tuple(each for each in before if each.place.canonical == asking.place.canonical),
    )


def agreement(
    by: str, days_ago: float = 0, role: Role = Role.RESPONSIBLE_OFFICER, about: str = "a person"
) -> SecondPersonAgreement:
    """Somebody's agreement to further addresses."""
    return SecondPersonAgreement(PersonId(about), by, role, NOW - timedelta(days=days_ago))
