"""Where a protected person can be found is compared and kept, and nothing writes it."""

import copy
import json
import pickle
from collections.abc import Callable
from dataclasses import asdict, astuple, replace
from pprint import pformat
from typing import Any

import msgspec
import pytest
import structlog
from hypothesis import given

from riskflag.casebook import EX_PARTNER, SAME_STREET, case, protected_place
from riskflag.errors import MustNotBeShown, RiskflagError
from riskflag.importers.plain import plain
from riskflag.persistence.codec import decode, encode
from riskflag.records import Address, ProtectedPlace, Whereabouts
from riskflag.records.soundness import is_sound
from riskflag.schema import load_as, schema_for
from tests.strategies import instances

CANARY = "17 Canary Row"
HIDDEN = Address(CANARY, street="Canary Row", postcode="ZZ9 9ZZ")
HELD = Whereabouts(HIDDEN)
PLACE = protected_place(EX_PARTNER, HIDDEN)
WITHOUT: Any = plain(replace(PLACE, address=None))
PARTS = (CANARY, "Canary", "ZZ9 9ZZ")
NO_STREET: Any = 5


@pytest.mark.parametrize(
    "show",
    [
        pytest.param(repr, id="repr"),
        pytest.param(str, id="str"),
        pytest.param(format, id="format"),
        pytest.param(bytes, id="bytes"),
        pytest.param(lambda held: f"{held}", id="an f-string"),
        pytest.param(lambda held: f"{held!r:>10}", id="an f-string with its repr"),
        pytest.param("{}".format, id="the format of a text"),
        pytest.param(lambda held: repr([held]), id="in a list"),
        pytest.param(lambda held: str({"address": held}), id="in a dict"),
        pytest.param(pformat, id="printed in a pretty way"),
        pytest.param(lambda held: json.dumps(held, default=str), id="JSON of whatever has a text"),
        pytest.param(lambda held: json.dumps(held, default=repr), id="JSON of whatever has a repr"),
        pytest.param(pickle.dumps, id="pickle"),
        pytest.param(lambda held: pickle.dumps([held], protocol=0), id="the oldest pickle, in a list"),
        pytest.param(lambda held: held.__getstate__(), id="its state"),
        pytest.param(lambda held: held.__reduce__(), id="what it is reduced to"),
        pytest.param(lambda held: structlog.processors.JSONRenderer()(None, "", {"a": held}), id="a log"),
        pytest.param(
            lambda held: structlog.processors.KeyValueRenderer()(None, "", {"a": held}), id="log text"
        ),
    ],
)
def test_nothing_writes_it(show: Callable[[object], object]) -> None:
    with pytest.raises(MustNotBeShown) as refused:
        show(HELD)
    assert not [part for part in PARTS if part in repr(refused.value)]
    assert isinstance(refused.value, RiskflagError)


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(json.dumps, id="JSON"),
        pytest.param(msgspec.json.encode, id="JSON of msgspec"),
        pytest.param(msgspec.to_builtins, id="plain values of msgspec"),
        pytest.param(vars, id="its attributes as a dict"),
        pytest.param(dict, id="a dict"),
        pytest.param(list, id="a list"),
        pytest.param(asdict, id="a dataclass as a dict"),
        pytest.param(sorted, id="in order"),
    ],
)
def test_what_knows_no_way_in_finds_none(write: Callable[[object], object]) -> None:
    with pytest.raises(TypeError) as refused:
        write(HELD)
    assert not [part for part in PARTS if part in repr(refused.value)]


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(repr, id="repr"),
        pytest.param(str, id="str"),
        pytest.param(lambda place: repr(case(place).dossier), id="the repr of everything on record"),
        pytest.param(lambda place: repr(case(place).facts.place), id="the repr of what is worked out"),
        pytest.param(pformat, id="printed in a pretty way"),
        pytest.param(lambda place: dir(place.address), id="the names of what it has"),
    ],
)
def test_the_record_that_holds_it_leaves_it_out(write: Callable[[object], object]) -> None:
    assert not [part for part in PARTS if part in str(write(PLACE))]


@pytest.mark.parametrize("write", [asdict, astuple, copy.copy, copy.deepcopy])
def test_a_copy_of_the_record_holds_it_as_closed_as_before(write: Callable[[object], object]) -> None:
    copied = write(PLACE)
    if isinstance(copied, dict):
        copied = copied["address"]
    elif isinstance(copied, tuple):
        copied = next(each for each in copied if isinstance(each, Whereabouts))
    else:
        assert isinstance(copied, ProtectedPlace)
        copied = copied.address
    assert copied is HELD or copied == HELD
    with pytest.raises(MustNotBeShown):
        repr(copied)


@pytest.mark.parametrize("write", [pickle.dumps, lambda place: json.dumps(asdict(place), default=str)])
def test_the_record_cannot_be_written_with_it(write: Callable[[object], object]) -> None:
    with pytest.raises(MustNotBeShown):
        write(PLACE)


def test_its_schema_reads_it_and_does_not_write_it() -> None:
    schema = schema_for(ProtectedPlace)()
    with pytest.raises(MustNotBeShown):
        schema.dump(PLACE)
    assert schema.dump(replace(PLACE, address=None))["address"] is None
    sent = {"text": CANARY, "street": "Canary Row", "postcode": "ZZ9 9ZZ"}
    assert load_as(ProtectedPlace, {**WITHOUT, "address": sent}).address == HELD


@given(instances(Address), instances(Address))
def test_two_are_equal_where_their_addresses_are(one: Address, other: Address) -> None:
    assert (Whereabouts(one) == Whereabouts(other)) is (one == other)
    assert Whereabouts(one) == Whereabouts(replace(one))
    assert hash(Whereabouts(one)) == hash(Whereabouts(other))
    assert Whereabouts(one) != one
    assert len({Whereabouts(one), Whereabouts(replace(one))}) == 1


@given(instances(Address))
def test_revealing_it_is_the_way_in(address: Address) -> None:
    assert Whereabouts(address).reveal() is address


@pytest.mark.parametrize("name", ["_Whereabouts__held", "address", "wraps"])
def test_it_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(HELD, name, SAME_STREET)
    with pytest.raises(AttributeError):
        delattr(HELD, name)
    assert HELD.reveal() == HIDDEN


@pytest.mark.parametrize(
    ("held", "sound"),
    [
        pytest.param(HELD, True, id="an address"),
        pytest.param(None, True, id="nothing"),
        pytest.param(HIDDEN, False, id="an address in nothing that keeps it"),
        pytest.param(
            Whereabouts(replace(HIDDEN, street=NO_STREET)), False, id="an address of which a part is none"
        ),
    ],
)
def test_a_record_is_sound_where_what_it_keeps_is(held: object, sound: bool) -> None:
    address: Any = held
    assert is_sound(replace(PLACE, address=address)) is sound


@given(instances(ProtectedPlace))
def test_what_is_stored_is_read_back_in_what_keeps_it(place: ProtectedPlace) -> None:
    assert decode(encode(place), ProtectedPlace) == place


@pytest.mark.parametrize("address", ['"text"', '{"text": 5}', '{"text": "a", "other": "b"}', "[]"])
def test_what_was_stored_and_is_no_address_is_unreadable(address: str) -> None:
    stored = encode(PLACE).replace(encode(HIDDEN), address)
    assert address in stored
    assert decode(stored, ProtectedPlace) is None
