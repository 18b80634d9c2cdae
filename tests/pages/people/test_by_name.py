"""Finding a person by a name and a date of birth, for whoever has no number."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import HER, HIM, Case, access_limitation, case
from riskflag.persistence.audit import Action
from riskflag.persistence.engine import make_engine
from riskflag.records import Person
from riskflag.vocabulary import NomsNumber, PncNumber, Role
from tests.api.world import OFFICER, STAFF
from tests.keys import VAULT
from tests.pages.desk import READER, Desk, Page
from tests.persistence.rows import rows

SEARCH, NAMED = "/desk/people", "/desk/people/named"
BORN = date(1984, 3, 9)
WHO = replace(HIM, name="Katarzyna Sample-Berry", date_of_birth=BORN, pnc_number=PncNumber("2012/345678A"))


def held(person: Person, number: str = "", *, hidden: bool = False) -> Case:
    limits = (access_limitation(READER),) if hidden else ()
    numbered = replace(person, noms_number=NomsNumber(number), pnc_number=None) if number else person
    return case(*limits, person=numbered)


def filled(name: str, day: str = "9", month: str = "3", year: str = "1984") -> Mapping[str, str]:
    born = {"day": day, "month": month, "year": year}
    return {"name": name, **{f"date_of_birth-{part}": value for part, value in born.items()}}


def find(desk: Desk, fields: Mapping[str, str], role: Role = STAFF) -> Page:
    desk.sign_in(role)
    desk.get(SEARCH)
    return desk.post(NAMED, fields)


@pytest.mark.parametrize("role", [STAFF, OFFICER])
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param(filled("Katarzyna Sample-Berry"), "Agrees The name and the", id="as it is held"),
        pytest.param(filled("  kasia   BERRY "), "Agrees The name and the", id="a short name in capitals"),
        pytest.param(filled("Wilma Berry"), "Agrees The surname and the", id="the surname alone"),
        pytest.param(filled("Katarzyna Oakes"), "Not certain The first name", id="the first name alone"),
        pytest.param(
            filled("Katarzyna Berry", "3", "9"), "Not certain The names agree", id="day and month exchanged"
        ),
        pytest.param(
            filled("\u041aatarzyna Berry"), "letters that only look like ours", id="a letter that looks alike"
        ),
    ],
)
def test_whoever_may_be_meant_is_listed_with_what_agreed(
    desk: Desk, fields: Mapping[str, str], said: str, role: Role
) -> None:
    person_id = desk.world.hold(held(WHO))
    page = find(desk, fields, role)
    assert page.status == 200
    assert said in page.text
    assert "1 person whom you may see" in page.text
    assert f'href="{SEARCH}/{person_id}"' in page.html
    assert "2012/345678A" in page.text


def test_of_several_none_is_chosen_and_those_who_agree_come_first(desk: Desk) -> None:
    unsure = desk.world.hold(held(replace(WHO, name="Katarzyna Aspen"), "A0002AA"))
    agreeing = [desk.world.hold(held(WHO)), desk.world.hold(held(WHO, "A0003AA"))]
    page = find(desk, filled("Katarzyna Berry"))
    assert "3 people whom you may see" in page.text
    places = [page.html.index(f'href="{SEARCH}/{each}"') for each in (*sorted(agreeing), unsure)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({}, ("Enter the name", "Enter the date of birth"), id="nothing"),
        pytest.param({"name": "Katarzyna Berry"}, ("Enter the date of birth",), id="no date of birth"),
        pytest.param(filled("  "), ("Enter the name",), id="no name"),
        pytest.param(filled("K. B."), ("Name must hold a word of at least two letters",), id="initials"),
        pytest.param(filled("Berry", "31", "2"), ("Date of birth must be a real date",), id="no such day"),
        pytest.param(filled("Berry", "x"), ("Date of birth must be a real date",), id="no number"),
        pytest.param(filled("B" * 201), ("Name ",), id="a name that is too long"),
    ],
)
def test_both_are_needed_and_nothing_that_was_typed_is_lost(
    desk: Desk, fields: Mapping[str, str], said: tuple[str, ...]
) -> None:
    desk.world.hold(held(WHO))
    page = find(desk, fields)
    assert page.status == 422
    assert page.title.startswith("Error: ")
    for each in said:
        assert page.text.count(each) >= 2
    for value in filter(str.strip, fields.values()):
        assert f'value="{value}"' in page.html


@pytest.mark.parametrize("role", [STAFF, OFFICER])
def test_nobody_and_somebody_hidden_are_one_page(desk: Desk, role: Role) -> None:
    desk.world.hold(held(WHO, hidden=True))
    nobody, hidden = find(desk, filled("Wilma Oakes"), role), find(desk, filled("Katarzyna Berry"), role)
    assert (nobody.status, hidden.status) == (404, 404)
    assert nobody.text == hidden.text
    assert "It does not mean that there is no risk" in hidden.text
    assert 'value="Katarzyna Berry"' in hidden.html


def test_somebody_hidden_is_not_counted_among_those_who_are_found(desk: Desk) -> None:
    desk.world.hold(held(WHO))
    before = find(desk, filled("Katarzyna Berry"))
    desk.world.hold(held(replace(WHO, aliases=("Kate Berry",)), "A0002AA", hidden=True))
    assert find(desk, filled("Katarzyna Berry")).text == before.text


def test_a_name_alone_and_a_date_alone_find_nobody(desk: Desk) -> None:
    desk.world.hold(held(WHO))
    desk.world.hold(held(HER, "A0002AA"))
    for fields in (filled("Katarzyna Berry", "9", "4"), filled("Wilma Oakes")):
        assert find(desk, fields).status == 404


def test_each_search_is_recorded_without_what_was_sought(desk: Desk) -> None:
    person_id = desk.world.hold(held(WHO))
    hidden = desk.world.hold(held(WHO, "A0002AA", hidden=True))
    find(desk, filled("Katarzyna Berry"))
    find(desk, filled("Wilma Oakes"))
    said = [
        (row["action"], row["person_id"], row["detail"])
        for row in rows(make_engine(desk.world.settings.database_url, VAULT), "audit_entry")
        if row["role"] == STAFF and row["action"] in (Action.PERSON_SOUGHT, Action.SEARCH_REFUSED)
    ]
    assert said == [
        (Action.SEARCH_REFUSED, hidden, "excluded"),
        (Action.PERSON_SOUGHT, person_id, "found by_name"),
        (Action.PERSON_SOUGHT, None, "not_found by_name"),
    ]
