"""A person's own data tell of nobody else, and are the same whatever is held in confidence."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    NOW,
    PROPOSED,
    SAME_STREET,
    alert,
    conviction,
    order,
    protected_place,
    term,
)
from riskflag.persistence.audit import Action
from riskflag.persistence.own_data import Look, OwnData
from riskflag.records import RECORD_KINDS, Address, AddressRecord, Record
from riskflag.upkeep.own_data import ABOUT_THE_PERSON, AS_WRITTEN, LOOKS, LeftOut, given_of
from riskflag.vocabulary import ProhibitionKind, Role, Visibility
from tests.strategies import instances, records, whole

CANARY = "Quuxfield"
NOTHING = OwnData(HIM, (), 0, 0, ())
OWN = {name: kind for name, kind in RECORD_KINDS.items() if kind in ABOUT_THE_PERSON}
ABOUT_OTHERS = {name: kind for name, kind in RECORD_KINDS.items() if kind not in ABOUT_THE_PERSON}
LOOK = Look(NOW, Role.RESPONSIBLE_OFFICER, Action.PERSON_READ.value)


def known(record: Record) -> Record:
    """The record, as one that the person knows of so far as its kind allows."""
    return replace(record, visibility=Visibility.KNOWN_TO_SUBJECT)


def full_of(kind: type[Record]) -> Record:
    """A record with the canary in every text that may tell of others, and in every name and place."""
    record = whole(kind, CANARY)
    plain: dict[str, Any] = {each.name: "OHCO" for each in fields(record) if each.name in AS_WRITTEN}
    own: dict[str, Any] = {"address": PROPOSED} if isinstance(record, AddressRecord) else {}
    return known(replace(record, **plain, **own))


def written(*held: Record) -> str:
    return json.dumps(given_of(replace(NOTHING, records=held)).content)


def records_of(held: OwnData) -> dict[str, Any]:
    found: dict[str, Any] = given_of(held).content["records"]
    return found


def left_out(held: OwnData) -> dict[LeftOut, int]:
    counted = given_of(held).left_out
    return {kind: many for kind, many in counted.items() if many}


@pytest.mark.parametrize("kind", OWN.values(), ids=OWN)
def test_of_the_person_s_own_records_nothing_tells_of_others(kind: type[Record]) -> None:
    record = full_of(kind)
    assert CANARY not in written(record)
    if record.known_part() is not None:
        assert written(record) != written()


@pytest.mark.parametrize("kind", ABOUT_OTHERS.values(), ids=ABOUT_OTHERS)
def test_records_about_others_are_left_out_whole_and_counted(kind: type[Record]) -> None:
    record = full_of(kind)
    assert written(record) == written()
    assert left_out(replace(NOTHING, records=(record,))) in (
        {LeftOut.ABOUT_OTHERS: 1},
        {LeftOut.PROTECTED: 1},
    )


@given(st.lists(records(), max_size=4), st.lists(records(), max_size=4))
def test_what_is_given_is_the_same_whatever_is_held_in_confidence(
    held: list[Record], secret: list[Record]
) -> None:
    hidden = [replace(each, visibility=Visibility.PROTECTED) for each in secret]
    without = given_of(replace(NOTHING, records=tuple(held)))
    having = given_of(replace(NOTHING, records=(*hidden, *held), unreadable=3, answers=2))
    assert having.content == without.content
    assert having.left_out[LeftOut.PROTECTED] == without.left_out[LeftOut.PROTECTED] + len(hidden)


@given(records(), instances(Address))
def test_no_record_gives_an_address_that_is_not_the_person_s_own(record: Record, address: Address) -> None:
    placed = replace(address, text=CANARY)
    others: dict[str, Any] = {
        each.name: placed
        for each in fields(record)
        if each.name in ("address", "at", "location", "lives_at") and not isinstance(record, AddressRecord)
    }
    if type(record) is not RECORD_KINDS["protected_places"]:
        assert CANARY not in written(known(replace(record, **others)))


def test_where_a_protected_person_can_be_found_is_never_given_even_if_a_record_says_that_it_is_known() -> (
    None
):
    told = known(protected_place(EX_PARTNER, SAME_STREET))
    assert written(told) == written()


def test_the_person_s_own_record_is_given_with_what_is_theirs() -> None:
    held = (conviction("00501", "", EX_PARTNER), alert("XA"))
    given = records_of(replace(NOTHING, records=held))
    assert [each["offence_code"] for each in given["convictions"]] == ["00501"]
    assert [each["code"] for each in given["alerts"]] == ["XA"]
    assert "victims" not in given["convictions"][0]
    assert given_of(NOTHING).content["person"]["name"] == HIM.name


def test_an_order_is_given_with_its_dates_and_kinds_of_term_and_nobody_whom_it_protects() -> None:
    made = order(term(ProhibitionKind.NO_CONTACT, place=SAME_STREET))
    given = records_of(replace(NOTHING, records=(made,)))["protective_orders"][0]
    assert given["made_on"] == (made.made_on.isoformat() if made.made_on else None)
    assert [each["kind"] for each in given["prohibitions"]] == [ProhibitionKind.NO_CONTACT]
    assert not {"protects", "place", "wording"} & {name for each in given["prohibitions"] for name in each}


def test_an_address_of_the_person_s_own_is_given_as_written() -> None:
    held = known(replace(whole(AddressRecord), address=PROPOSED))
    assert records_of(replace(NOTHING, records=(held,)))["addresses"][0]["address"]["text"] == PROPOSED.text


@pytest.mark.parametrize("action", Action)
def test_who_looked_is_told_by_role_and_moment_and_what_was_kept_is_not(action: Action) -> None:
    given = given_of(replace(NOTHING, looks=(replace(LOOK, action=action.value),)))
    told = {"at": NOW.isoformat(), "role": "responsible_officer", "action": action.value}
    assert given.content["looked_at"] == ([told] if action in LOOKS else [])
    assert given.left_out[LeftOut.STEPS] == (action not in LOOKS)


@pytest.mark.parametrize(
    ("held", "counted"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param({"unreadable": 2}, {LeftOut.UNREADABLE: 2}, id="unreadable records"),
        pytest.param({"answers": 3}, {LeftOut.ANSWERS: 3}, id="answers"),
        pytest.param({"screened": 1}, {LeftOut.SCREENED: 1}, id="what screening keeps"),
        pytest.param({"decisions": 2}, {LeftOut.DECISIONS: 2}, id="decisions on them"),
        pytest.param(
            {"records": (protected_place(EX_PARTNER, SAME_STREET),)}, {LeftOut.PROTECTED: 1}, id="protected"
        ),
        pytest.param(
            {"records": (conviction("00501", "", EX_PARTNER, EX_PARTNER),)},
            {LeftOut.OTHERS: 2},
            id="victims",
        ),
        pytest.param(
            {"records": (conviction("00501", "", method="by the throat"),)},
            {LeftOut.WORDS: 1},
            id="words",
        ),
    ],
)
def test_what_is_left_out_is_counted_with_its_reason(
    held: dict[str, Any], counted: dict[LeftOut, int]
) -> None:
    assert left_out(replace(NOTHING, **held)) == counted


def test_every_reason_is_a_sentence_s_part_without_a_value() -> None:
    assert all(reason.value[0].islower() and len(reason.value) > 20 for reason in LeftOut)


def test_every_kind_of_record_is_one_or_the_other() -> None:
    assert {*ABOUT_THE_PERSON} <= {*RECORD_KINDS.values()}
    assert {"protected_places", "occupier_conversations", "access_limitations", "contacts"} <= {*ABOUT_OTHERS}
