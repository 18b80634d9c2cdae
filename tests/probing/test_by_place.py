"""One place asked about for many, with changing occupants; and one street door by door."""

import pytest

from riskflag.probing.asked import AlertKind, AskedPlace, Subject, household_text
from tests.probing.asking import asked, judged

PEOPLE, HOUSEHOLDS, DOORS = AlertKind.MANY_PEOPLE, AlertKind.MANY_HOUSEHOLDS, AlertKind.STREET_DOOR_BY_DOOR
LARCH = "14 Larch Close, Dorley, AB1 2CD"
ELSEWHERE = "14 Larch Close, AB7 9CE"
SLIPPED = "14 larsh cl, Dorley, AB1 2CE"


def kinds(*enquiries: AskedPlace) -> set[AlertKind]:
    return {alert.kind for alert in judged(*enquiries).alerts}


def for_people(where: str, people: int, accounts: int = 1, premises: bool = False) -> list[AskedPlace]:
    return [
        asked(where, people - n, by=f"account {n % accounts}", about=f"person {n}", premises=premises)
        for n in range(people)
    ]


@pytest.mark.parametrize(
    ("enquiries", "expected"),
    [
        pytest.param(for_people(LARCH, 3), set(), id="three brothers"),
        pytest.param(for_people(LARCH, 4), {PEOPLE}, id="four people"),
        pytest.param(for_people(LARCH, 4, accounts=4), {PEOPLE}, id="four people by four accounts"),
        pytest.param(for_people(LARCH, 9, premises=True), set(), id="a hostel"),
        pytest.param([*for_people(LARCH, 3), *for_people(LARCH, 3)], set(), id="three, asked again"),
        pytest.param(
            [*for_people(SLIPPED, 3), asked(LARCH, by="account 0", about="x")], {PEOPLE}, id="a slip in the postcode"
        ),
        pytest.param([*for_people(ELSEWHERE, 3), asked(LARCH, by="account 0", about="x")], set(), id="two doors"),
        pytest.param(
            [*for_people("14 Larsh Cl, Dorley", 3), asked("14 Larch Close", by="account 0", about="x")],
            {PEOPLE},
            id="four people by one account, written differently",
        ),
        pytest.param(
            [asked(f"Flat {n}, {LARCH}", by="account 0", about=f"person {n}") for n in range(1, 4)],
            set(),
            id="three flats of one block for three people",
        ),
    ],
)  # fmt: skip
def test_many_people_at_one_place(enquiries: list[AskedPlace], expected: set[AlertKind]) -> None:
    assert kinds(*enquiries) == expected


@pytest.mark.parametrize(
    ("households", "expected"),
    [
        pytest.param(("a", "b", "c", "d"), {HOUSEHOLDS}, id="four households"),
        pytest.param(("a", "b", "c", "", "a"), set(), id="three, once nobody, and one again"),
        pytest.param(("", "", "", "", ""), set(), id="nobody named"),
    ],
)
@pytest.mark.parametrize(
    "about", [pytest.param(("x",), id="one person"), pytest.param("xyz", id="three people")]
)
def test_changing_occupants(
    households: tuple[str, ...], expected: set[AlertKind], about: tuple[str, ...]
) -> None:
    every = [asked(LARCH, 9 - n, about=about[n % len(about)], household=h) for n, h in enumerate(households)]
    assert kinds(*every) == expected


def test_one_flat_each_for_staff_of_a_shared_house_is_no_change_of_occupants() -> None:
    every = [
        asked(LARCH, 9 - n, by=f"account {n}", about=f"person {n}", household=f"h {n}") for n in range(3)
    ]
    assert kinds(*every) == set()


@pytest.mark.parametrize(
    ("numbers", "people", "expected"),
    [
        pytest.param((2, 8, 14, 30), 4, {DOORS}, id="four doors for four people"),
        pytest.param((2, 8, 14, 30), 2, {DOORS}, id="four doors for two people"),
        pytest.param((2, 8, 14, 30), 1, {AlertKind.ONE_AREA}, id="for one person it is an area"),
        pytest.param((2, 8, 14), 3, set(), id="three doors"),
        pytest.param((2, 2, 2), 3, set(), id="one door for three"),
    ],
)
def test_a_street_door_by_door(numbers: tuple[int, ...], people: int, expected: set[AlertKind]) -> None:
    every = [
        asked(f"{number} Larch Close, Dorley, AB1 2CD", 20 - place, about=f"person {place % people}")
        for place, number in enumerate(numbers)
    ]
    assert kinds(*every) == expected


def test_such_alerts_are_about_the_place_or_the_account() -> None:
    (people,) = judged(*for_people(LARCH, 4)).alerts
    assert (people.subject, people.count, people.accounts) == (Subject.PLACE, 4, ("account 0",))
    doors = [asked(f"{n} Larch Close, AB1 2CD", 20 - n, about=f"person {n}") for n in (1, 3, 5, 7)]
    (street,) = judged(*doors).alerts
    assert (street.subject, street.count, len(street.people)) == (Subject.ACCOUNT, 4, 4)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        pytest.param(["Ann Example", "Bob Example"], "ann example / bob example", id="two people"),
        pytest.param([" bob  EXAMPLE", "Ann Example"], "ann example / bob example", id="otherwise written"),
        pytest.param(["Ann Example", "ann example"], "ann example", id="one named twice"),
        pytest.param(["", "  "], "", id="nobody"),
    ],
)
def test_a_household_is_one_text(names: list[str], text: str) -> None:
    assert household_text(names) == text
