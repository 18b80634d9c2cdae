"""Which records the person may know of. A record wrongly taken for known tells him where she lives."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import EX_PARTNER, FRIEND, TODAY, alert, case, check, order, registration
from riskflag.dossier import CONFIDENTIAL_SOURCES
from riskflag.enquiry import Occupant
from riskflag.records import Check, CheckKind, OrderRole, ProtectiveOrder, Record
from riskflag.vocabulary import Source, Visibility
from tests.strategies import EVERY_KIND, instances, records, whole

KNOWN, PROTECTED = Visibility.KNOWN_TO_SUBJECT, Visibility.PROTECTED
USUALLY_PROTECTED = frozenset(
    {
        "domestic_abuse_events",
        "known_elsewhere",
        "address_notes",
        "occupier_conversations",
        "protected_places",
        "place_incidents",
        "access_limitations",
        "caseload_links",
    }
)
"""This table is the authority, not the code. Everything else the person was told, served or asked."""

KINDS = pytest.mark.parametrize("name", EVERY_KIND)
SERVED = date(2025, 3, 5)


def a(name: str, visibility: Visibility | None = None) -> Record:
    """A record of a kind, which the person was told of unless ``visibility`` or its kind says otherwise."""
    return replace(whole(EVERY_KIND[name]), visibility=visibility)


@KINDS
def test_the_kind_decides_where_the_record_does_not_say(name: str) -> None:
    assert a(name).protected is (name in USUALLY_PROTECTED)


@KINDS
@pytest.mark.parametrize("visibility", Visibility)
def test_what_the_record_says_of_itself_stands_above_its_kind(name: str, visibility: Visibility) -> None:
    assert a(name, visibility).protected is (visibility is PROTECTED)


@KINDS
def test_nothing_of_a_protected_record_may_be_known(name: str) -> None:
    assert a(name, PROTECTED).known_part() is None


@KINDS
def test_the_rest_of_a_known_record_may_be_known(name: str) -> None:
    record = a(name, KNOWN)
    part = record.known_part()
    assert (part == record) is (name != "checks")
    assert part is not None
    assert part.source_id == record.source_id


def test_no_kind_is_protected_that_the_table_does_not_name() -> None:
    assert set(EVERY_KIND) >= USUALLY_PROTECTED
    assert {
        name for name, kind in EVERY_KIND.items() if kind.usual_visibility is PROTECTED
    } == USUALLY_PROTECTED


def test_sources_that_hold_what_is_usually_protected_are_confidential_as_a_whole() -> None:
    assert {
        Source.DOMESTIC_ABUSE,
        Source.HOUSEHOLD_ENQUIRIES,
        Source.PROTECTED_PLACES,
        Source.PLACE_REGISTER,
        Source.ACCESS_LIMITS,
    } == CONFIDENTIAL_SOURCES


@pytest.mark.parametrize(
    ("person_is", "served_on", "present", "visibility", "protected"),
    [
        pytest.param(OrderRole.BOUND, SERVED, True, None, False, id="served, and he was in court"),
        pytest.param(OrderRole.BOUND, SERVED, False, None, False, id="served after it was made without him"),
        pytest.param(OrderRole.BOUND, SERVED, None, None, False, id="served, nobody knows who was in court"),
        pytest.param(OrderRole.BOUND, None, True, None, False, id="not served, but he heard it made"),
        pytest.param(OrderRole.BOUND, None, False, None, True, id="made without him and not served"),
        pytest.param(OrderRole.BOUND, None, None, None, True, id="nothing shows that he knows of it"),
        pytest.param(OrderRole.BOUND, None, None, KNOWN, False, id="somebody says that he knows of it"),
        pytest.param(OrderRole.PROTECTED, SERVED, True, None, True, id="it protects him, and all were told"),
        pytest.param(OrderRole.PROTECTED, None, False, None, True, id="it protects him, nobody was told"),
        pytest.param(
            OrderRole.PROTECTED, None, None, None, True, id="it protects him, nothing more is known"
        ),
        pytest.param(OrderRole.BOUND, SERVED, True, PROTECTED, True, id="served, but marked as protected"),
        pytest.param(OrderRole.BOUND, None, False, KNOWN, False, id="not served, but marked as known to him"),
        pytest.param(OrderRole.PROTECTED, None, None, KNOWN, False, id="it protects him, and he knows"),
        pytest.param(OrderRole.PROTECTED, SERVED, True, PROTECTED, True, id="protected twice over"),
    ],
)
def test_an_order_of_which_the_person_was_not_told_is_protected(
    person_is: OrderRole,
    served_on: date | None,
    present: bool | None,
    visibility: Visibility | None,
    protected: bool,
) -> None:
    made = replace(
        order(), person_is=person_is, served_on=served_on, present_when_made=present, visibility=visibility
    )
    assert made.protected is protected
    assert (made.known_part() is None) is protected


@given(instances(ProtectiveOrder), st.sampled_from([False, None]))
def test_nothing_else_about_an_order_makes_it_known(made: ProtectiveOrder, present: bool | None) -> None:
    hidden = replace(made, served_on=None, present_when_made=present, visibility=None)
    assert hidden.protected
    assert hidden.known_part() is None


@pytest.mark.parametrize("kind", [kind for kind in CheckKind if kind is not CheckKind.VICTIM_LIAISON])
@pytest.mark.parametrize("concerns", [True, False, None])
def test_of_a_check_only_that_it_was_made_may_be_known(kind: CheckKind, concerns: bool | None) -> None:
    made = replace(check(kind), concerns=concerns, result="She reported him twice.")
    part = made.known_part()
    assert part == replace(made, concerns=None, result="")
    assert part == replace(made, concerns=not concerns, result="Nothing is known.").known_part()


def test_of_a_check_that_is_marked_as_protected_not_even_that() -> None:
    assert replace(check(CheckKind.POLICE_DOMESTIC_ABUSE), visibility=PROTECTED).known_part() is None


@pytest.mark.parametrize("visibility", [None, KNOWN, PROTECTED])
@pytest.mark.parametrize(
    "record",
    [
        pytest.param(check(CheckKind.VICTIM_LIAISON), id="victim liaison was asked"),
        pytest.param(registration("INVI", "Victim Contact"), id="a victim was offered contact"),
        pytest.param(alert("DOCGM"), id="organised crime, not to be shared"),
        pytest.param(registration("REG24", "Women's Safety Worker"), id="somebody works with a partner"),
        pytest.param(registration("IMAR", "MARAC"), id="agencies met about somebody's safety"),
        pytest.param(registration("x", "marac"), id="the same under a code of its own"),
        pytest.param(registration(" invi ", ""), id="in small letters"),
    ],
)
def test_of_what_is_always_held_in_confidence_nothing_may_be_known(
    record: Record, visibility: Visibility | None
) -> None:
    made = replace(record, visibility=visibility)
    assert made.protected
    assert made.known_part() is None


@given(records())
def test_what_may_be_known_can_be_known_again(record: Record) -> None:
    part = record.known_part()
    assert (part is None) is record.protected
    if part is not None:
        assert not part.protected
        assert part.known_part() == part
        assert type(part) is type(record)


@given(instances(Check), instances(Check))
def test_two_checks_that_differ_in_what_they_found_are_known_alike(one: Check, other: Check) -> None:
    found_otherwise = replace(one, concerns=other.concerns, result=other.result)
    assert one.known_part() == found_otherwise.known_part()


@KINDS
@pytest.mark.parametrize("visibility", [None, *Visibility])
def test_the_dossier_keeps_back_what_the_record_keeps_back(name: str, visibility: Visibility | None) -> None:
    record = replace(a(name, visibility), recorded_on=TODAY)
    dossier = case(routine=False).dossier
    known = replace(dossier, records=(record,)).known_part()
    part = record.known_part()
    assert known.records == (() if part is None else (part,))


@pytest.mark.parametrize("source", Source)
def test_whether_a_confidential_source_was_asked_may_not_be_known(source: Source) -> None:
    asked, unasked = case().dossier.known_part(), case(not_asked=[source]).dossier.known_part()
    assert (asked == unasked) is (source in CONFIDENTIAL_SOURCES)
    assert (source in asked.coverage) is (source not in CONFIDENTIAL_SOURCES)


@pytest.mark.parametrize(
    ("occupants", "known"),
    [
        pytest.param([], [], id="nobody lives there"),
        pytest.param([Occupant(FRIEND)], [FRIEND], id="somebody he named himself"),
        pytest.param([Occupant(FRIEND, visibility=PROTECTED)], [], id="somebody of whom he must not know"),
        pytest.param(
            [Occupant(EX_PARTNER, visibility=PROTECTED), Occupant(FRIEND), Occupant(EX_PARTNER)],
            [FRIEND, EX_PARTNER],
            id="the same woman, named by him and by somebody else",
        ),
        pytest.param(
            [Occupant(EX_PARTNER, main_occupier=True, visits_only=True, visibility=PROTECTED)],
            [],
            id="whatever else is said of her",
        ),
    ],
)
def test_of_occupants_only_those_the_person_named_may_be_known(
    occupants: list[Occupant], known: list[object]
) -> None:
    asked = case(lives_with=occupants).enquiry
    assert [occupant.who for occupant in asked.known_part().occupants] == known
    assert replace(asked, occupants=()) == replace(asked.known_part(), occupants=())
