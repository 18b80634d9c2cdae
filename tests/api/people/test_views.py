"""People: stored, found, replaced, asked about."""

from dataclasses import replace

import pytest

from riskflag.casebook import EX_PARTNER, HER, HIM, REFERRED, case, conviction, order, term
from riskflag.vocabulary import CaseReferenceNumber, ProhibitionKind, Role, Source
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World, dict_of, enquiry_body, json_of, records_body

ORDER = order(term(ProhibitionKind.NO_CONTACT))
HIS_NUMBER = {"noms_number": HIM.noms_number}


def test_somebody_new_is_stored_and_somebody_held_is_replaced(world: World) -> None:
    first = world.ask("POST", "/people", records_body(case()))
    again = world.ask("POST", "/people", records_body(case(ORDER)))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json


def test_what_replaced_the_records_is_what_is_asked(world: World) -> None:
    person_id = world.hold(case(ORDER, lives_with=(EX_PARTNER,)))
    lives_there = dict_of(case(lives_with=(EX_PARTNER,)).enquiry)
    path = f"/people/{person_id}/address-enquiries"
    assert json_of(world.ask("POST", path, lives_there))["verdict"] == "flags_raised"
    replaced = world.ask(
        "PUT",
        f"/people/{person_id}/records",
        records_body(case(not_asked=set(Source) - {Source.ACCESS_LIMITS})),
    )
    assert (replaced.status_code, replaced.data) == (204, b"")
    assert json_of(world.ask("POST", path, lives_there))["looked_at"] == []


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param(HIS_NUMBER, 200, id="by the number that is held"),
        pytest.param({**HIS_NUMBER, "pnc_number": "2010/1A"}, 200, id="with a number that is new"),
        pytest.param({"noms_number": "A9999ZZ"}, 404, id="nobody has that number"),
        pytest.param(
            {**HIS_NUMBER, "case_reference_number": "X000002"}, 409, id="the numbers are two people's"
        ),
        pytest.param({}, 422, id="no number at all"),
        pytest.param({"name": "Neil Example"}, 422, id="a name identifies nobody"),
        pytest.param({"noms_number": "a0001aa"}, 422, id="not written as such a number is"),
    ],
)
@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_people_are_found_by_their_numbers(
    world: World, role: Role, sent: dict[str, str], status: int
) -> None:
    person_id = world.hold(case())
    world.hold(case(person=replace(HER, case_reference_number=CaseReferenceNumber("X000002"))))
    found = world.ask("POST", "/people/find", sent, role)
    assert found.status_code == status
    if status == 200:
        assert found.json == {"person_id": person_id}


def test_numbers_of_two_people_are_a_conflict(world: World) -> None:
    world.hold(case())
    world.hold(case(person=replace(HER, case_reference_number=CaseReferenceNumber("X000002"))))
    both = replace(HIM, case_reference_number=CaseReferenceNumber("X000002"))
    answer = world.ask("POST", "/people", records_body(case(person=both)))
    assert (answer.status_code, json_of(answer)["errors"]) == (409, [])


def test_records_of_one_person_cannot_become_another_s(world: World) -> None:
    person_id = world.hold(case())
    answer = world.ask("PUT", f"/people/{person_id}/records", records_body(case(person=HER)))
    assert answer.status_code == 409


@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_an_enquiry_is_answered_for_the_reader_s_role(world: World, role: Role) -> None:
    path = f"/people/{world.hold(case(ORDER, lives_with=(EX_PARTNER,)))}/address-enquiries"
    answer = world.ask("POST", path, dict_of(case(lives_with=(EX_PARTNER,)).enquiry), role)
    assert answer.status_code == 201
    assert json_of(answer)["role"] == role
    assert json_of(answer)["verdict"] == "flags_raised"
    assert world.ask("GET", answer.headers["Location"], role=role).json == answer.json


def test_staff_read_no_rule_no_evidence_and_no_gap_that_is_held_in_confidence(world: World) -> None:
    person_id = world.hold(case(ORDER, lives_with=(EX_PARTNER,)))
    path = f"/people/{person_id}/address-enquiries"
    seen = json_of(world.ask("POST", path, dict_of(case(lives_with=(EX_PARTNER,)).enquiry), STAFF))
    assert seen["standing_line"]
    assert (seen["looked_at"], seen["data_quality_tasks"], seen["rulebook"]) == ([], [], None)
    assert {flag["code"] for flag in seen["flags"]} == {None}
    assert all(not flag["findings"] for flag in seen["flags"])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"purpose": None}, "purpose", id="no purpose"),
        pytest.param({"purpose": "curiosity"}, "purpose", id="a purpose that is none"),
        pytest.param({"release_date": "1 December"}, "release_date", id="a date in words"),
        pytest.param({"no_fixed_abode": True}, "no_fixed_abode", id="an address and none"),
        pytest.param({"no_fixed_abode": "yes"}, "no_fixed_abode", id="a word for true"),
        pytest.param({"occupants": {"0": {}}}, "occupants", id="an object for a list"),
        pytest.param({"occupants": [{"who": {}}]}, "occupants.0.who.name", id="an occupant without a name"),
        pytest.param({"spare": 1}, "body", id="a field that is not known"),
    ],
)
def test_a_refused_enquiry_names_the_field(world: World, changes: dict[str, object], field: str) -> None:
    path = f"/people/{world.hold(case())}/address-enquiries"
    refused = world.ask("POST", path, enquiry_body(**changes))
    assert refused.status_code == 422
    assert [problem["field"] for problem in json_of(refused)["errors"]] == [field]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("POST", f"/people/{NOBODY_HELD}/address-enquiries", enquiry_body(), id="an enquiry"),
        pytest.param("PUT", f"/people/{NOBODY_HELD}/records", records_body(case()), id="records"),
        pytest.param("POST", "/people/A0001AA/address-enquiries", enquiry_body(), id="a number in the URL"),
    ],
)
def test_nobody_held_is_not_found(world: World, method: str, path: str, body: object) -> None:
    world.hold(case(person=HER))
    assert world.ask(method, path, body).status_code == 404


def test_a_record_given_twice_is_refused_by_its_place(world: World) -> None:
    held = case(ORDER)
    twice = replace(
        held, dossier=replace(held.dossier, records=(*held.dossier.records, *held.dossier.records))
    )
    refused = world.ask("POST", "/people", records_body(twice))
    assert refused.status_code == 422
    assert "records.protective_orders.1.source_id" in {each["field"] for each in json_of(refused)["errors"]}


def test_a_referral_is_answered_and_its_draft_is_the_officers(world: World) -> None:
    arson = conviction("05602", "arson not endangering life")
    path = f"/people/{world.hold(case(arson))}/referral-enquiries"
    officer, staff = (world.ask("POST", path, dict_of(REFERRED), role) for role in (OFFICER, STAFF))
    assert (officer.status_code, staff.status_code) == (201, 201)
    assert "REF-OMIT-01" in {flag["code"] for flag in json_of(officer)["flags"]}
    assert json_of(officer)["statement"]["recipient"] == "housing_provider"
    assert len(json_of(officer)["statement"]["sentences"]) == 1
    assert json_of(staff)["statement"] is None
    assert world.ask("GET", officer.headers["Location"]).json == officer.json


@pytest.mark.parametrize(
    ("path", "body"),
    [
        pytest.param("address-enquiries", dict_of(REFERRED), id="a referral where an address is asked about"),
        pytest.param("referral-enquiries", enquiry_body(), id="an address where a referral is"),
        pytest.param("referral-enquiries", {"purpose": "release_planning"}, id="no recipient"),
        pytest.param(
            "referral-enquiries",
            {**dict_of(REFERRED), "nothing_to_attend": True},
            id="a site where there is nothing to attend",
        ),
        pytest.param(
            "referral-enquiries", {**dict_of(REFERRED), "risks_stated": ["hunger"]}, id="no such risk"
        ),
    ],
)
def test_a_question_of_the_other_kind_is_refused(world: World, path: str, body: dict[str, object]) -> None:
    answer = world.ask("POST", f"/people/{world.hold(case())}/{path}", body)
    assert answer.status_code == 422
