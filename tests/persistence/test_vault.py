"""What is sealed is opened whole, here, with its key; anything else is nothing. Nothing of the keys is shown."""

import pickle
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence.keys import Keys, read_keys, with_new_sealing_key, write_keys
from riskflag.persistence.vault import INDEX_BYTES, NONCE_BYTES, NUMBER_BYTES, Vault, vault_for, vault_of
from riskflag.settings import Environment
from tests.keys import KEYS, VAULT, settings_in

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PLACES = st.lists(TEXT, max_size=4).map(tuple)
HERE = ("person", "p" * 32)
SEALED = VAULT.seal("5 Elder Row", *HERE)
OTHERS = Vault(Keys(1, {1: b"t" * 32}, b"j" * 32, b"b" * 32))
LATER = Vault(with_new_sealing_key(KEYS))


@given(TEXT, PLACES)
def test_what_was_sealed_is_opened(text: str, place: tuple[str, ...]) -> None:
    assert VAULT.open(VAULT.seal(text, *place), *place) == text


@given(TEXT, PLACES, PLACES)
def test_what_was_sealed_for_one_place_is_never_opened_in_another(
    text: str, here: tuple[str, ...], there: tuple[str, ...]
) -> None:
    opened = VAULT.open(VAULT.seal(text, *here), *there)
    assert opened == (text if here == there else None)


@pytest.mark.parametrize(
    "there",
    [
        pytest.param(("person",), id="the table alone"),
        pytest.param((), id="nowhere"),
        pytest.param(("person", "q" * 32), id="another row"),
        pytest.param(("record", "p" * 32), id="another table"),
        pytest.param(("p" * 32, "person"), id="the other way round"),
        pytest.param(("personp" + "p" * 31,), id="run together"),
        pytest.param(("person", "p" * 32, ""), id="an empty part more"),
        pytest.param(("person", "P" * 32), id="in capitals"),
    ],
)
def test_a_row_s_body_put_into_another_place_is_nothing(there: tuple[str, ...]) -> None:
    assert VAULT.open(SEALED, *there) is None


@given(st.data())
def test_no_bit_of_it_can_be_changed(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SEALED) * 8 - 1))
    changed = bytearray(SEALED)
    changed[at // 8] ^= 1 << at % 8
    assert VAULT.open(bytes(changed), *HERE) is None


@pytest.mark.parametrize("length", range(len(SEALED)))
def test_no_part_of_it_is_opened(length: int) -> None:
    assert VAULT.open(SEALED[:length], *HERE) is None
    assert VAULT.open(SEALED[length + 1 :], *HERE) is None


@pytest.mark.parametrize(
    "held", [None, "", "5 Elder Row", "sealed", 7, 1.5, True, [], (1,), b"", b"\0", bytes(80)], ids=repr
)
def test_what_was_never_sealed_is_nothing(held: object) -> None:
    assert VAULT.open(cast("bytes", held), *HERE) is None


@given(st.binary(max_size=80))
def test_no_bytes_that_somebody_made_up_are_opened(made_up: bytes) -> None:
    numbered = (1).to_bytes(NUMBER_BYTES, "big") + made_up
    assert [VAULT.open(each, *HERE) for each in (made_up, numbered)] == [None, None]


def test_what_stands_behind_it_makes_it_nothing() -> None:
    assert VAULT.open(SEALED + b"\0", *HERE) is None
    assert VAULT.open(SEALED + SEALED, *HERE) is None


def test_no_other_key_opens_it() -> None:
    assert OTHERS.open(SEALED, *HERE) is None
    assert VAULT.open(OTHERS.seal("5 Elder Row", *HERE), *HERE) is None


def test_no_two_sealings_are_alike_and_none_holds_the_text() -> None:
    sealed = [VAULT.seal("5 Elder Row", *HERE) for _ in range(500)]
    assert len(set(sealed)) == 500
    assert len({each[NUMBER_BYTES : NUMBER_BYTES + NONCE_BYTES] for each in sealed}) == 500
    assert len({each[NUMBER_BYTES + NONCE_BYTES :][:5] for each in sealed}) > 490
    assert not [each for each in sealed if b"Elder" in each]


def test_a_new_key_seals_while_the_old_one_still_opens() -> None:
    anew = LATER.seal("5 Elder Row", *HERE)
    assert [LATER.open(each, *HERE) for each in (SEALED, anew)] == ["5 Elder Row"] * 2
    assert [LATER.is_current(each) for each in (SEALED, anew)] == [False, True]
    assert [VAULT.is_current(each) for each in (SEALED, anew)] == [True, False]
    assert VAULT.open(anew, *HERE) is None


def test_a_key_that_was_taken_away_opens_nothing_more() -> None:
    newer = with_new_sealing_key(KEYS)
    left = Vault(replace(newer, sealing={newer.current: newer.sealing[newer.current]}))
    assert left.open(SEALED, *HERE) is None
    assert left.open(Vault(newer).seal("x", *HERE), *HERE) == "x"


def test_the_number_of_the_key_is_part_of_what_must_hold() -> None:
    both = Vault(Keys(1, {1: b"s" * 32, 2: b"u" * 32}, KEYS.index, KEYS.audit))
    assert both.open((2).to_bytes(NUMBER_BYTES, "big") + SEALED[NUMBER_BYTES:], *HERE) is None


@given(TEXT, TEXT, PLACES, PLACES)
def test_equal_values_of_one_place_are_indexed_alike_and_all_others_apart(
    one: str, other: str, here: tuple[str, ...], there: tuple[str, ...]
) -> None:
    alike = VAULT.indexed(one, *here) == VAULT.indexed(other, *there)
    assert alike == ((one, here) == (other, there))
    assert VAULT.indexed(one, *here) == Vault(KEYS).indexed(one, *here)


@given(TEXT, PLACES)
def test_a_number_is_the_beginning_of_what_is_looked_for(value: str, place: tuple[str, ...]) -> None:
    index = VAULT.index(*place)
    assert index.code(value) == VAULT.indexed(value, *place)
    assert index.number(value).to_bytes(INDEX_BYTES, "big", signed=True).hex() == index.code(value)[:16]


@given(TEXT.filter(bool))
def test_an_index_is_of_one_length_tells_nothing_and_hangs_on_its_key(value: str) -> None:
    index = VAULT.indexed(value, "place")
    assert (len(index), set(index) <= set("0123456789abcdef")) == (40, True)
    assert index != OTHERS.indexed(value, "place")
    assert index == LATER.indexed(value, "place")


def test_the_audit_s_key_is_neither_the_one_in_the_file_nor_another() -> None:
    derived = [vault.audit_key for vault in (VAULT, OTHERS)]
    assert len({*derived, KEYS.audit, KEYS.index, KEYS.sealing[1]}) == 5
    assert LATER.audit_key == VAULT.audit_key


def test_one_secret_used_for_everything_still_makes_different_keys() -> None:
    same = Vault(Keys(1, {1: b"k" * 32}, b"k" * 32, b"k" * 32))
    other = Vault(Keys(1, {1: b"k" * 32}, b"k" * 32, b"l" * 32))
    assert same.audit_key != other.audit_key
    assert other.open(same.seal("x", *HERE), *HERE) == "x"


def test_a_vault_shows_none_of_its_keys() -> None:
    shown = f"{VAULT!r} {VAULT} {[VAULT]}"
    for key in (*KEYS.sealing.values(), KEYS.index, KEYS.audit, VAULT.audit_key):
        assert repr(key)[2:-1] not in shown
        assert key.hex() not in shown
    with pytest.raises(TypeError):
        pickle.dumps(VAULT)


def test_the_vault_of_an_installation_is_that_of_its_file(tmp_path: Path) -> None:
    assert vault_for(settings_in(tmp_path)).open(SEALED, *HERE) == "5 Elder Row"


def test_development_makes_its_own_and_keeps_them(tmp_path: Path) -> None:
    development = replace(settings_in(tmp_path), keys_file=None)
    sealed = vault_for(development).seal("x", *HERE)
    assert vault_for(development).open(sealed, *HERE) == "x"
    assert VAULT.open(sealed, *HERE) is None
    made = read_keys(tmp_path / "development-keys.json")
    assert made.current == 1


@pytest.mark.parametrize("environment", [each for each in Environment if each != Environment.DEVELOPMENT])
def test_anywhere_else_there_is_no_vault_without_a_file(tmp_path: Path, environment: Environment) -> None:
    bare = replace(settings_in(tmp_path), keys_file=None, environment=environment)
    with pytest.raises(BadInput, match="must be set"):
        vault_for(bare)
    assert not (tmp_path / "development-keys.json").exists()


def test_a_file_that_changes_does_not_change_a_vault_that_was_made(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    vault = vault_for(settings)
    assert settings.keys_file is not None
    write_keys(settings.keys_file, with_new_sealing_key(KEYS), replacing=True)
    assert vault.is_current(vault.seal("x", *HERE))
    assert not vault_for(settings).is_current(vault.seal("x", *HERE))


def test_a_database_opened_without_keys_has_no_vault(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/bare")
    with engine.connect() as connection, pytest.raises(StoreUnavailable):
        vault_of(connection)
    engine.dispose()
