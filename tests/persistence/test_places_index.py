"""Whatever anybody's records say of a place is found by its address, however it is written, and by nobody who
has not the key."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, text

from riskflag.casebook import (
    EX_PARTNER,
    HER,
    HIM,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    incident,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.persistence import people, place_register, place_tokens, places_index, records
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.keys import KEY_BYTES
from riskflag.persistence.place_rebuilding import rebuild
from riskflag.persistence.places_index import MOST_OPENED, NamedAs, PlacesFound, places_like
from riskflag.persistence.vault import Vault
from riskflag.records import Address, AddressRecord, AddressUse, Person, PlaceIncidentKind, Record
from riskflag.vocabulary import AddressBand, NomsNumber, PersonId, ProhibitionKind, SourceRecordId
from tests.keys import KEYS, VAULT
from tests.persistence.rows import rows
from tests.persistence.test_place_register import ASKED

ON_BOTH_DATABASES = True

ANOTHER_VAULT = Vault(replace(KEYS, index=b"o" * KEY_BYTES))
INDEX = ("indexed_place", "place_token", "place_token_count")
WRITTEN = Address("5 Elder Row, Fernhill, ZZ1 1AA")
BARRED = order(replace(term(ProhibitionKind.NO_ATTEND_ADDRESS), place=WRITTEN))


def held_for(address: Address) -> AddressRecord:
    """An address that a system holds for somebody."""
    return own_address(address, AddressUse.MAIN)


def hold(engine: Engine, held: Sequence[Record], person: Person = HER) -> PersonId:
    def work(connection: Connection) -> PersonId:
        person_id = people.put_person(connection, person)
        records.replace_records(connection, person_id, held, {})
        return person_id

    return Database(engine).write(work)


def look(engine: Engine, address: Address = PROPOSED, excluding: PersonId | None = None) -> PlacesFound:
    return Database(engine).read(lambda connection: places_like(connection, address, excluding=excluding))


def kinds(found: PlacesFound) -> list[NamedAs]:
    return [each.kind for each in found.places]


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        pytest.param(protected_place(EX_PARTNER, WRITTEN), NamedAs.PROTECTED_PLACE, id="a protected place"),
        pytest.param(held_for(WRITTEN), NamedAs.HELD_ADDRESS, id="an address held for somebody"),
        pytest.param(BARRED, NamedAs.NAMED_IN_ORDER, id="a place that an order names"),
    ],
)
def test_what_somebodys_record_names_is_found_for_everybody_else(
    engine: Engine, held: Record, kind: NamedAs
) -> None:
    owner = hold(engine, [held])
    (found,) = look(engine).places
    assert (found.owner, found.kind, found.record) == (owner, kind, held)
    assert found.match.band is AddressBand.SAME_PROPERTY
    assert look(engine, excluding=owner) == PlacesFound(())
    assert look(engine, OTHER_TOWN) == PlacesFound(())
    assert "Elder" not in repr(found)


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        pytest.param("5 Elder Row, Fernhill", "5 Elder Row, Fernhill, ZZ1 1AA", id="kept without a postcode"),
        pytest.param("5 Elder Row, Fernhill, ZZ1 1AA", "5 elder row fernhill", id="asked without one"),
        pytest.param("5 Elder Row, Fernhill, ZZ1 1AA", "5 Elder Row, Fernhill, QQ9 9QQ", id="a wrong one"),
        pytest.param("5 Elder Row, Fernhill, ZZ1 1AA", "5 Edler Row, Fernhill", id="letters exchanged"),
        pytest.param(
            "5 Eldr Row, Fernhill", "5 Elder Row, Fernhill, ZZ1 1AA", id="mistyped where it is kept"
        ),
        pytest.param("5 Woodhouse Row, Fernhill", "5 Woodhojuxe Row, Fernhill", id="mistyped twice"),
        pytest.param("5 Woodhouse Row, Fernhill", "5 Wodhoue Row, Fernhill", id="two letters left out"),
        pytest.param(
            "5 Woodhouse Row, Fernhill", "5 Wodhuose Row, Fernhill", id="one left out, two exchanged"
        ),
        pytest.param("12A Larch Street, Fernhill", "Flat A, 12 Larch St, Fernhill", id="a flat as a letter"),
        pytest.param("12-16 Larch Street, Fernhill", "14 Larch Street, Fernhill", id="within a range"),
        pytest.param("Rose Cottage, Mill Lane, Fernhill", "Rose Cottage, Mill Lane", id="no number at all"),
        pytest.param("5 Larch Field Road ZZ1 1AA", "5 Larchfield Road", id="one word or two"),
    ],
)
def test_it_is_found_however_it_is_written(engine: Engine, kept: str, asked: str) -> None:
    hold(engine, [protected_place(EX_PARTNER, Address(kept))])
    assert kinds(look(engine, Address(asked))) == [NamedAs.PROTECTED_PLACE]


def test_incidents_of_the_register_are_found_without_an_owner(engine: Engine) -> None:
    crime = incident(PlaceIncidentKind.CLOSURE)
    Database(engine).write(lambda c: place_register.replace_register(c, [crime], ASKED))
    (found,) = look(engine, WRITTEN).places
    assert (found.owner, found.kind, found.record) == (None, NamedAs.INCIDENT, crime)
    Database(engine).write(lambda c: place_register.replace_register(c, [], ASKED))
    assert look(engine, WRITTEN) == PlacesFound(())


def test_what_is_replaced_is_found_no_longer_and_leaves_nothing(engine: Engine) -> None:
    hold(engine, [protected_place(EX_PARTNER, PROPOSED), held_for(SAME_STREET), BARRED])
    hold(engine, [held_for(OTHER_TOWN)])
    assert look(engine) == PlacesFound(())
    assert kinds(look(engine, OTHER_TOWN)) == [NamedAs.HELD_ADDRESS]
    hold(engine, [])
    assert [len(rows(engine, table)) for table in INDEX] == [0, 0, 0]


def test_with_a_person_go_their_places(engine: Engine) -> None:
    hold(engine, [protected_place(EX_PARTNER, PROPOSED), held_for(SAME_STREET)])
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM person"))
    assert look(engine) == PlacesFound(())
    assert rows(engine, "indexed_place") == rows(engine, "place_token") == []


def test_a_record_that_cannot_be_read_is_counted(engine: Engine) -> None:
    hold(engine, [protected_place(EX_PARTNER, PROPOSED)])
    with engine.begin() as connection:
        connection.execute(text("UPDATE protected_place SET body = :body"), {"body": b"spoilt"})
    assert look(engine) == PlacesFound((), unreadable=1)


def test_whoever_looks_with_another_key_is_told_that_it_cannot_be_looked_at(engine: Engine) -> None:
    other = make_engine(engine.url.render_as_string(hide_password=False), ANOTHER_VAULT)
    assert look(other) == PlacesFound(())
    hold(engine, [protected_place(EX_PARTNER, PROPOSED)])
    assert look(other) == PlacesFound((), unreadable=1)
    other.dispose()


def test_nor_can_it_once_something_is_indexed_with_the_other_key(engine: Engine) -> None:
    hold(engine, [held_for(PROPOSED)])
    other = make_engine(engine.url.render_as_string(hide_password=False), ANOTHER_VAULT)
    hold(other, [held_for(OTHER_TOWN)], replace(HER, noms_number=NomsNumber("A0009AA")))
    assert look(other).unreadable
    with other.begin() as connection:
        rebuild(connection)
    assert not look(other, OTHER_TOWN).unreadable
    other.dispose()


def test_what_was_indexed_when_addresses_were_read_in_another_way_cannot_be_used(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(engine, [held_for(PROPOSED)])
    place_tokens._way.cache_clear()
    monkeypatch.setattr(place_tokens, "SAMPLES", ("9 Elder Row",))
    assert look(engine).unreadable
    with engine.begin() as connection:
        rebuild(connection)
    assert look(engine).unreadable == 0
    place_tokens._way.cache_clear()


def test_many_who_live_there_hide_nobody_who_is_protected_there(engine: Engine) -> None:
    for number in range(MOST_OPENED + 5):
        somebody = replace(HIM, noms_number=NomsNumber(f"A{number:04}BB"))
        hold(engine, [held_for(WRITTEN)], somebody)
    hold(engine, [protected_place(EX_PARTNER, PROPOSED)])
    found = kinds(look(engine, WRITTEN))
    assert found.count(NamedAs.PROTECTED_PLACE) == 1
    assert found.count(NamedAs.HELD_ADDRESS) == MOST_OPENED


def test_made_anew_it_is_what_it_was(engine: Engine) -> None:
    held = [
        replace(held_for(where), source_id=SourceRecordId(where.text[:4]))
        for where in (PROPOSED, SAME_STREET, OTHER_TOWN)
    ]
    hold(engine, [*held, protected_place(EX_PARTNER, PROPOSED), BARRED])
    Database(engine).write(
        lambda c: place_register.replace_register(c, [incident(PlaceIncidentKind.DRUG_USE)], ASKED)
    )
    before = look(engine)
    tokens = sorted(str(row["token"]) for row in rows(engine, "place_token"))
    counts = {row["token"]: row["held"] for row in rows(engine, "place_token_count")}
    Database(engine).write(rebuild)
    assert look(engine) == before
    assert sorted(str(row["token"]) for row in rows(engine, "place_token")) == tokens
    assert {row["token"]: row["held"] for row in rows(engine, "place_token_count")} == counts


def test_what_lies_under_a_token_changes_its_number_and_no_other(engine: Engine) -> None:
    def numbers() -> dict[object, object]:
        return {row["token"]: row["changed"] for row in rows(engine, "place_token_count")}

    mine = place_tokens.Tokens(VAULT).of_record([PROPOSED])
    elsewhere = place_tokens.Tokens(VAULT).of_record([OTHER_TOWN]) - mine
    every: list[dict[object, object]] = []
    somebody, other = hold(engine, [held_for(PROPOSED)]), replace(HER, noms_number=NomsNumber("A0001CC"))
    hold(engine, [held_for(PROPOSED), protected_place(EX_PARTNER, OTHER_TOWN)], other)
    every.append(numbers())
    Database(engine).write(lambda c: records.replace_records(c, somebody, [], {}))
    every.append(numbers())
    hold(engine, [held_for(PROPOSED)])
    every.append(numbers())
    assert all(len({each[token] for each in every}) == len(every) for token in mine)
    assert all(len({each[token] for each in every}) == 1 for token in elsewhere)


def test_what_lies_in_the_database_tells_nothing_of_the_place(engine: Engine) -> None:
    hold(engine, [protected_place(EX_PARTNER, PROPOSED, date(2026, 11, 1))])
    told = repr([rows(engine, table) for table in (*INDEX, "place_word_slip")]).lower()
    assert [word for word in ("elder", "fernhill", "zz1", "row") if word in told] == []
    assert VAULT.indexed("elder", "place word") != ANOTHER_VAULT.indexed("elder", "place word")


def test_an_index_whose_counts_were_all_lost_is_told_as_one_that_cannot_be_used(
    engine: Engine,
) -> None:
    hold(engine, [held_for(WRITTEN)])
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM place_token_count")
    assert look(engine).unreadable == 1


def test_where_more_are_as_likely_than_are_opened_that_is_told(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        hold(engine, [held_for(WRITTEN)], replace(HER, noms_number=NomsNumber(f"A{number:04}CC")))
    unreadable = []
    for most in (2, 1):
        monkeypatch.setattr(places_index, "MOST_OPENED", most)
        unreadable.append(look(engine).unreadable)
    assert unreadable == [0, 1]
