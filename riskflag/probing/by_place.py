"""What the enquiries about one place, and one account's enquiries about one street, look like.

Somebody who knows where a person lives may want to know who is barred from there, or with whom they live. And
somebody who combs a street may ask about each door for another person.
"""

from collections.abc import Iterable, Sequence

from riskflag.probing.asked import Alert, AlertKind, AskedPlace, Subject
from riskflag.probing.by_person import count
from riskflag.probing.counting import distinct_addresses
from riskflag.probing.place import Place
from riskflag.reference.thresholds import PROBING_HOUSEHOLDS, PROBING_PEOPLE, PROBING_STREET_DOORS

Asked = Sequence[AskedPlace]


def found_of_place(asking: AskedPlace, by_account: Asked, of_place: Asked) -> list[Alert]:
    """What is found about the place or its street. That many people are asked about at known premises is
    nothing.

    by_account: by the account that asks now, of all places and people, with the enquiry that is asked now
    of_place: of the place, by all accounts, with the enquiry that is asked now
    """
    there = [*of_place, *(each for each in by_account if _may_be_one(each.place, asking.place))]
    return [
        *(() if asking.premises else _many_people(there)),
        *_many_households(asking, there),
        *_door_by_door(asking, by_account),
    ]


def _may_be_one(one: Place, other: Place) -> bool:
    """Whether two places may be one: no two flats, and a slip in the postcode or nothing between them."""
    if one.door != other.door or (one.unit and other.unit and one.unit != other.unit):
        return False
    return one.street == other.street or distinct_addresses((one, other)) == 1


def alert(kind: AlertKind, subject: Subject, number: int, asked: Iterable[AskedPlace]) -> Alert:
    """The alert over these enquiries."""
    asked = list(asked)
    people = tuple(sorted({each.person_id for each in asked}))
    return Alert(kind, subject, number, people, tuple(sorted({each.account for each in asked})))


def _many_people(there: Asked) -> Iterable[Alert]:
    people = {each.person_id for each in there}
    if len(people) >= PROBING_PEOPLE.value:
        yield alert(AlertKind.MANY_PEOPLE, Subject.PLACE, len(people), there)


def _many_households(asking: AskedPlace, there: Asked) -> Iterable[Alert]:
    """Different people said to live there, in enquiries about one person or by one account."""
    for_one = [each for each in there if each.person_id == asking.person_id]
    by_one = [each for each in there if each.account == asking.account]
    asked = max(for_one, by_one, key=_households)
    if _households(asked) >= PROBING_HOUSEHOLDS.value:
        yield alert(AlertKind.MANY_HOUSEHOLDS, Subject.PLACE, _households(asked), asked)


def _households(asked: Asked) -> int:
    return len({each.household for each in asked} - {""})


def _door_by_door(asking: AskedPlace, by_account: Asked) -> Iterable[Alert]:
    """Several doors of one street, asked about for more than one person."""
    street = asking.place.street
    asked = [each for each in by_account if each.place.street == street]
    doors = count(asked) if street else 0
    if doors >= PROBING_STREET_DOORS.value and len({each.person_id for each in asked}) > 1:
        yield alert(AlertKind.STREET_DOOR_BY_DOOR, Subject.ACCOUNT, doors, asked)
