"""Asking about a proposed address on a page: the same checks as over JSON, and nothing filled in is lost."""

import re
from datetime import date

import pytest
from prometheus_client import generate_latest

from api.metrics.measures import measures
from riskflag.casebook import case
from riskflag.enquiry import AddressEnquiry, Occupant, PlacementKind, ProposalStatus, Purpose
from riskflag.persistence.engine import make_engine
from riskflag.records import Address, NamedPerson
from riskflag.service import Actor, StoredAssessment
from riskflag.vocabulary import AssessmentId, Relationship, Uprn, Visibility
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World
from tests.keys import VAULT
from tests.pages.desk import READER, Desk, Page
from tests.persistence.rows import rows

HELD = case()
LEAST = {"purpose": "release_planning", "release_not_set": "true", "no_fixed_abode": "true"}
DAY = {"release_date-day": "27", "release_date-month": "3", "release_date-year": "2027"}
PLACE = {"address.text": "Flat 2\r\n14 Alder Road,\r\nFernhill", "address.postcode": "ZY9 4BB"}
PROPOSED = {"purpose": "release_planning", **DAY, **PLACE, "household": "nobody"}
ROW = {
    "occupants.0.who.name": "Ada Example",
    "occupants.0.who.relationship": "parent",
    "occupants.0.who.date_of_birth-day": "1",
    "occupants.0.who.date_of_birth-month": "2",
    "occupants.0.who.date_of_birth-year": "1960",
    "occupants.0.main_occupier": "true",
}
BLANK_ROW = {
    "occupants.1.who.name": "",
    "occupants.1.who.relationship": "",
    "occupants.1.who.date_of_birth-day": "",
}
SAID = "\N{LEFT DOUBLE QUOTATION MARK}Yes"


class Form:
    """The form of somebody held, as staff have it before them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.person_id = desk.world.hold(HELD)
        self.path = f"/desk/people/{self.person_id}/address"
        desk.sign_in(STAFF)
        self.once = name_of(desk.get(self.path))

    def send(self, fields: dict[str, str]) -> Page:
        return self.desk.post(self.path, {"once": self.once, **fields})

    def asked(self, fields: dict[str, str]) -> AddressEnquiry:
        """What was asked with it."""
        page = self.send(fields)
        assert page.status == 303, page.text
        enquiry = answered(self.desk.world, page).enquiry
        assert isinstance(enquiry, AddressEnquiry)
        return enquiry


@pytest.fixture
def form(desk: Desk) -> Form:
    return Form(desk)


def name_of(page: Page) -> str:
    found = re.search(r'name="once" value="([0-9a-f]{32})"', page.html)
    assert found
    return found[1]


def answered(world: World, page: Page) -> StoredAssessment:
    assert page.location.startswith("/desk/answers/")
    return world.service.read_assessment(AssessmentId(page.location[-32:]), Actor(READER, STAFF))


def count(world: World, table: str) -> int:
    engine = make_engine(world.settings.database_url, VAULT)
    found = len(rows(engine, table))
    engine.dispose()
    return found


def test_what_was_filled_in_is_what_is_asked(form: Form) -> None:
    fields = {
        **PROPOSED,
        **ROW,
        **BLANK_ROW,
        "address.uprn": "990000004010",
        "household": "listed",
        "placement": "private_household",
        "status": "confirmed",
        "confirmed_on-day": "9",
        "confirmed_on-month": "11",
        "confirmed_on-year": "2026",
        "notes": "Two dogs\r\nand a cat",
    }
    assert form.asked(fields) == AddressEnquiry(
        purpose=Purpose.RELEASE_PLANNING,
        address=Address(
            "Flat 2, 14 Alder Road, Fernhill, ZY9 4BB", uprn=Uprn("990000004010"), postcode="ZY9 4BB"
        ),
        occupants=(
            Occupant(NamedPerson("Ada Example", Relationship.PARENT, date(1960, 2, 1)), main_occupier=True),
        ),
        occupants_stated=True,
        status=ProposalStatus.CONFIRMED,
        confirmed_on=date(2026, 11, 9),
        placement=PlacementKind.PRIVATE_HOUSEHOLD,
        release_date=date(2027, 3, 27),
        notes="Two dogs\nand a cat",
    )


def test_a_postcode_that_stands_in_the_address_is_not_written_twice(form: Form) -> None:
    address = form.asked({**PROPOSED, "address.text": "14 Alder Road, zy94bb"}).address
    assert address == Address("14 Alder Road, zy94bb", postcode="ZY9 4BB")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(LEAST, {"no_fixed_abode": True, "release_date": None}, id="no address and no date yet"),
        pytest.param({**PROPOSED, "household": "nobody"}, {"occupants_stated": True}, id="nobody else"),
        pytest.param({**PROPOSED, "household": "unknown"}, {"occupants_stated": None}, id="not known"),
    ],
)
def test_what_is_said_not_to_be_is_asked_as_such(
    form: Form, fields: dict[str, str], expected: dict[str, object]
) -> None:
    asked = form.asked(fields)
    assert {name: getattr(asked, name) for name in expected} == expected


def test_an_occupant_may_be_a_child_a_guest_or_somebody_to_keep_quiet_about(form: Form) -> None:
    row = {
        "occupants.0.who.name": "Bea",
        "occupants.0.who.is_child": "true",
        "occupants.0.visits_only": "true",
        "occupants.0.visibility": "protected",
    }
    asked = form.asked({**PROPOSED, **row, "household": "listed"})
    who = NamedPerson("Bea", is_child=True)
    assert asked.occupants == (Occupant(who, visits_only=True, visibility=Visibility.PROTECTED),)


@pytest.mark.parametrize(
    ("chosen", "stated"),
    [
        pytest.param("listed", True, id="all of them are listed"),
        pytest.param("partly", False, id="there may be others"),
    ],
)
def test_whether_there_may_be_others_is_asked_and_shown(form: Form, chosen: str, stated: bool) -> None:
    page = form.send({**PROPOSED, **ROW, "household": chosen})
    asked = answered(form.desk.world, page).enquiry
    assert (len(asked.occupants), asked.occupants_stated) == (1, stated)
    assert ("there may be others" in form.desk.get(page.location).text) is not stated


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"purpose": ""}, "Choose why you are asking", id="no purpose"),
        pytest.param({"release_date-day": ""}, "Release date must be a real date", id="part of a date"),
        pytest.param(
            {"release_date-day": "31", "release_date-month": "2"}, "such as 27 3 2027", id="no date"
        ),
        pytest.param(
            dict.fromkeys(DAY, ""),
            "Enter the release date, or say that it is not set yet",
            id="no date given",
        ),
        pytest.param({"release_not_set": "true"}, "not both", id="a date, and that there is none"),
        pytest.param({"address.text": " "}, "Enter the address, or say", id="a postcode alone"),
        pytest.param(dict.fromkeys(PLACE, ""), "Enter the address, or say", id="no address"),
        pytest.param({"no_fixed_abode": "true"}, "Enter an address or say", id="an address, and none"),
        pytest.param({"address.uprn": "12x"}, "UPRN) must be one to twelve digits", id="no UPRN"),
        pytest.param(
            {"household": ""}, "Choose whether anybody else lives there", id="nothing on who lives there"
        ),
        pytest.param({"household": "listed"}, "Enter at least one person", id="somebody, and nobody listed"),
        pytest.param(
            {"household": "partly"}, "Enter at least one person", id="some of them, and none listed"
        ),
        pytest.param(ROW, f"Choose {SAID}", id="nobody, and somebody listed"),
        pytest.param({**ROW, "household": "unknown"}, f"Choose {SAID}", id="not known, and somebody listed"),
        pytest.param(
            {"household": "listed", "occupants.0.who.relationship": "friend"},
            "Enter the name of person 1",
            id="somebody without a name",
        ),
        pytest.param(
            {**ROW, "household": "listed", "occupants.0.who.date_of_birth-month": "x"},
            "Date of birth of person 1 must be a real date",
            id="no date of birth",
        ),
        pytest.param(
            {"licence_ends_on-day": "1", "licence_ends_on-month": "1", "licence_ends_on-year": "2027"},
            "End of licence must not be before release date",
            id="a licence that ends before release",
        ),
        pytest.param({"notes": "x" * 10_001}, "must be at most 10000 characters long", id="too long"),
        pytest.param(
            {"notes": "a\u202eb"}, "character that cannot be seen", id="a character that turns words"
        ),
        pytest.param({"placement": "palace"}, "Choose what sort of place it is", id="none of the choices"),
        pytest.param({"surprise": "x"}, "a field that is not known", id="a field that is none of the form's"),
    ],
)
def test_what_is_wrong_is_said_where_it_is_and_nothing_is_lost_or_asked(
    form: Form, change: dict[str, str], said: str
) -> None:
    page = form.send({**PROPOSED, **change})
    assert page.status == 422
    assert page.title.startswith("Error: ")
    assert said in page.text
    assert ("ZY9 4BB" in page.html) is (change.get("address.postcode") != "")
    assert count(form.desk.world, "assessment") == 0


def test_everything_that_is_wrong_is_listed_at_once_in_the_order_of_the_page(form: Form) -> None:
    page = form.send({"household": "listed", "occupants.0.main_occupier": "true", "release_date-day": "x"})
    listed = re.findall(r'<a href="#([^"]+)">', page.html)
    assert listed == ["purpose", "release_date", "address.text", "occupants.0.who.name"]
    for name in listed:
        assert f'id="{name}"' in page.html


def test_a_row_more_or_less_keeps_all_that_was_filled_in(form: Form) -> None:
    page = form.send({**PROPOSED, **ROW, "household": "listed", "add": "row"})
    assert page.status == 200
    assert 'id="occupants.1.who.name"' in page.html
    assert 'value="Ada Example"' in page.html
    second = {**BLANK_ROW, "occupants.1.who.name": "Bea"}
    page = form.send({**PROPOSED, **ROW, **second, "household": "listed", "remove": "0"})
    assert 'id="occupants.0.who.name" name="occupants.0.who.name" type="text"' in page.html
    assert 'value="Bea"' in page.html
    assert "Ada Example" not in page.html
    assert 'id="occupants.1.who.name"' not in page.html
    assert count(form.desk.world, "assessment") == 0


def test_there_are_only_so_many_rows(form: Form) -> None:
    many = {f"occupants.{row}.who.name": "" for row in range(25)}
    page = form.send({**PROPOSED, **many, "add": "row"})
    assert page.html.count("Full name") == 20
    assert "Add another person" not in page.text


def test_pressed_twice_it_is_asked_once_and_filled_in_otherwise_it_is_another(form: Form) -> None:
    twice = [form.send(PROPOSED).location for _ in range(2)]
    assert twice[0] == twice[1]
    assert form.send({**PROPOSED, "notes": "one thing more"}).location not in twice
    assert count(form.desk.world, "assessment") == 2


@pytest.mark.parametrize("once", ["", "short", "Z" * 32])
def test_a_form_without_its_name_is_not_taken(form: Form, once: str) -> None:
    form.once = once
    assert form.send(PROPOSED).status == 422
    assert count(form.desk.world, "assessment") == 0


@pytest.mark.parametrize("role", [STAFF, OFFICER])
@pytest.mark.parametrize("fields", [PROPOSED, {}, {"add": "row"}], ids=["whole", "wrong", "one row more"])
def test_of_nobody_nothing_can_be_asked(form: Form, role: str, fields: dict[str, str]) -> None:
    form.path = f"/desk/people/{NOBODY_HELD}/address"
    assert form.send(fields).status == form.desk.get(form.path).status == 404


def test_each_answer_is_counted(form: Form) -> None:
    form.send(PROPOSED)
    with form.desk.world.app.app_context():
        counted = generate_latest(measures().registry).decode()
    assert re.findall(r'riskflag_answers_total\{kind="(\w+)",verdict="\w+"\} (\S+)', counted) == [
        ("address", "1.0")
    ]
