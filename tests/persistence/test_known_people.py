"""Who lives at an address is looked for in everybody else's records, and nobody learns in whose."""

from dataclasses import replace
from datetime import date
from string import ascii_lowercase

import pytest
from alembic import command
from sqlalchemy import Engine

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    HER,
    HIM,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    abuse,
    contact,
    conviction,
    order,
    protected_place,
)
from riskflag.enquiry import Occupant
from riskflag.persistence import known_people, migrations
from riskflag.persistence.codec import encode
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.store import Store
from riskflag.records import (
    DomesticAbuseKind,
    KnownAs,
    NamedPerson,
    OrderRole,
    Record,
)
from riskflag.schema.fields import LONGEST_LIST
from riskflag.vocabulary import NomsNumber, Relationship, Source, SourceRecordId
from tests.keys import VAULT
from tests.persistence.known import ANOTHER, LODGER, UNDATED, hold, known
from tests.persistence.rows import ROWS, put, rows


@pytest.mark.parametrize(
    ("record", "known_as"),
    [
        pytest.param(order(protects=(EX_PARTNER,)), KnownAs.PROTECTED, id="an order protects her"),
        pytest.param(protected_place(EX_PARTNER, OTHER_TOWN), KnownAs.PROTECTED, id="her home is protected"),
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), KnownAs.VICTIM, id="she was abused"),
        pytest.param(conviction("10501", "assault", EX_PARTNER), KnownAs.VICTIM, id="she was assaulted"),
    ],
)
def test_what_another_record_says_of_an_occupant_is_found(
    store: Store, record: Record, known_as: KnownAs
) -> None:
    hold(store, ANOTHER, record)
    me = hold(store, HIM)
    (found,) = known(store, me, LODGER)
    assert (found.who, found.known_as, found.sure) == (LODGER, known_as, True)
    told = repr(found)
    assert ANOTHER.name not in told
    assert str(ANOTHER.noms_number) not in told


def test_somebody_with_a_record_of_their_own_is_found(store: Store) -> None:
    hold(store, HER)
    me = hold(store, HIM)
    (found,) = known(store, me, NamedPerson(HER.name, Relationship.FRIEND, HER.date_of_birth))
    assert found.known_as is KnownAs.SUPERVISED


@pytest.mark.parametrize(
    ("occupant", "sure"),
    [
        pytest.param(replace(LODGER, name="Sample, Elizabeth"), True, id="a nickname, surname first"),
        pytest.param(replace(LODGER, name="Bethany Sampel"), True, id="a slip in the surname"),
        pytest.param(replace(LODGER, name="Beth Married"), False, id="a surname that may have changed"),
        pytest.param(
            replace(LODGER, name="Beth Married", former_names=("Sample",)), True, id="a former name is held"
        ),
    ],
)
def test_she_is_found_however_her_name_is_written(store: Store, occupant: NamedPerson, sure: bool) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM)
    assert [(each.known_as, each.sure) for each in known(store, me, occupant)] == [(KnownAs.PROTECTED, sure)]


def test_day_and_month_exchanged_is_somebody_to_confirm(store: Store) -> None:
    born = date(1989, 2, 5)
    hold(store, ANOTHER, order(protects=(replace(EX_PARTNER, date_of_birth=born),)))
    me = hold(store, HIM)
    (found,) = known(store, me, replace(LODGER, date_of_birth=date(1989, 5, 2)))
    assert not found.sure


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(date(1989, 2, 6), id="one digit of the day"),
        pytest.param(date(1988, 2, 5), id="a year before"),
        pytest.param(date(1979, 2, 5), id="ten years before"),
    ],
)
def test_a_date_of_birth_that_was_mistyped_is_somebody_to_confirm(store: Store, typed: date) -> None:
    born = date(1989, 2, 5)
    hold(store, ANOTHER, order(protects=(replace(EX_PARTNER, date_of_birth=born),)))
    me = hold(store, HIM)
    (found,) = known(store, me, replace(LODGER, date_of_birth=typed))
    assert not found.sure


@pytest.mark.parametrize(
    "born",
    [
        pytest.param(date(1951, 2, 5), id="on that day of another year"),
        pytest.param(date(1989, 2, 17), id="on another day of that month"),
        pytest.param(date(1989, 11, 5), id="in another month of that year"),
    ],
)
def test_a_namesake_who_was_born_on_another_day_is_not_told_of(store: Store, born: date) -> None:
    hold(store, ANOTHER, order(protects=(replace(EX_PARTNER, date_of_birth=date(1989, 2, 5)),)))
    hold(store, replace(HER, name=EX_PARTNER.name, date_of_birth=date(1989, 2, 5)))
    me = hold(store, HIM)
    assert known(store, me, replace(LODGER, date_of_birth=born)) == ()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True)
def test_somebody_of_very_many_names_is_found_by_the_last(store: Store) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM)
    letters = [one + other + third for one in ascii_lowercase for other in ascii_lowercase for third in "xy"]
    others = (f"Aylbea{each} Quorn{each} Tull{each}" for each in letters[: LONGEST_LIST - 1])
    aliases = (*others, LODGER.name)
    born = LODGER.date_of_birth
    assert len(known(store, me, NamedPerson("Nobody Else", date_of_birth=born, aliases=aliases))) == 1


@pytest.mark.parametrize(
    ("record", "occupant"),
    [
        pytest.param(order(protects=(EX_PARTNER,)), FRIEND, id="it speaks of somebody else"),
        pytest.param(
            order(protects=(EX_PARTNER,)),
            replace(LODGER, date_of_birth=None),
            id="nobody knows when she was born",
        ),
        pytest.param(UNDATED, replace(LODGER, name="Beth Other"), id="an order of no date, another surname"),
        pytest.param(
            UNDATED, replace(LODGER, name="Ann Sample"), id="an order of no date, another first name"
        ),
        pytest.param(UNDATED, replace(LODGER, name="Sample"), id="an order of no date, a surname alone"),
        pytest.param(
            replace(order(protects=(EX_PARTNER,)), person_is=OrderRole.PROTECTED),
            LODGER,
            id="it protects him from her",
        ),
        pytest.param(contact(EX_PARTNER), LODGER, id="she is only a contact of his"),
    ],
)
def test_nothing_else_is_found(store: Store, record: Record, occupant: NamedPerson) -> None:
    hold(store, ANOTHER, record)
    me = hold(store, HIM)
    assert known(store, me, occupant) == ()


def test_a_persons_own_records_are_for_their_own_answer(store: Store) -> None:
    me = hold(store, HIM, order(protects=(EX_PARTNER,)))
    himself = NamedPerson(HIM.name, Relationship.UNKNOWN, HIM.date_of_birth)
    assert known(store, me, LODGER, himself) == ()


def test_a_contact_who_has_a_home_is_looked_for_too(store: Store) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM, contact(EX_PARTNER, PROPOSED))
    assert [each.who for each in known(store, me)] == [EX_PARTNER]


def test_what_was_replaced_or_went_is_not_found(store: Store, engine: Engine) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM)
    assert known(store, me, LODGER)
    hold(store, ANOTHER)
    assert known(store, me, LODGER) == ()
    assert rows(engine, "named_person_key") == []


def test_a_record_that_cannot_be_read_is_told_as_such(store: Store, engine: Engine) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE record SET body = 'damaged' WHERE kind = 'protective_orders'")
    loaded = store.load(me, replace(ASKED, occupants=(Occupant(LODGER),)), NOW)
    assert loaded is not None
    dossier, place = loaded
    assert (place.people, place.coverage.unreadable) == ((), 1)
    assert dossier.coverage[Source.PLACE_REGISTER].unreadable == 1


def test_the_index_tells_no_name_and_no_date(store: Store, engine: Engine) -> None:
    hold(store, ANOTHER, order(protects=(EX_PARTNER,)))
    told = repr(rows(engine, "named_person_key")).lower()
    assert rows(engine, "named_person_key")
    assert not any(word in told for word in ("beth", "sample", "1989"))


def test_more_than_are_looked_at_are_told_as_not_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        another = replace(ANOTHER, noms_number=NomsNumber(f"A{number:04}CC"))
        hold(store, another, order(protects=(EX_PARTNER,)))
    me = hold(store, HIM)
    asked = replace(ASKED, occupants=(Occupant(LODGER),))
    unreadable = []
    for most in (2, 1):
        monkeypatch.setattr(known_people, "MOST_LOOKED_AT", most)
        loaded = store.load(me, asked, NOW)
        assert loaded is not None
        unreadable.append(loaded[1].coverage.unreadable)
    assert unreadable == [0, 1]


@pytest.mark.parametrize(
    ("version", "protects"),
    [("0004", EX_PARTNER), ("0007", EX_PARTNER), ("0012", replace(EX_PARTNER, date_of_birth=None))],
)
def test_whom_the_records_of_an_earlier_version_name_is_found_after_the_upgrade(
    url: str, version: str, protects: NamedPerson
) -> None:
    made = make_engine(url, VAULT)
    config = migrations.configuration()
    with made.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    whose = ("o" * 32, "protective_orders", "court", "R-1")
    named = replace(order(protects=(protects,)), source_id=SourceRecordId("R-1"))
    put(made, "person", {"id": whose[0], "body": VAULT.seal(encode(ANOTHER), "person", whose[0])})
    row = dict(zip(("person_id", "kind", "source_system", "source_id"), whose, strict=True))
    sealed = VAULT.seal(encode(named), "record", *whose)
    put(made, "record", {**ROWS["record"], **row, "source": "protective_orders", "body": sealed})
    made.dispose()
    migrations.upgrade(url, VAULT)
    store = Store(Database(make_engine(url, VAULT)))
    me = hold(store, HIM)
    assert [each.known_as for each in known(store, me, LODGER)] == [KnownAs.PROTECTED]
