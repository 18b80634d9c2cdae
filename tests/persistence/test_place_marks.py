"""What is remembered of addresses is read back as it was, and is of use for that address, person, key and
program alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from riskflag.casebook import OTHER_TOWN, PROPOSED
from riskflag.persistence import place_marks
from riskflag.persistence.codec import decode, encode
from riskflag.persistence.keys import KEY_BYTES
from riskflag.persistence.place_marks import MARK_BYTES, KeptPlaces, Known, Marks
from riskflag.persistence.vault import Vault
from riskflag.records import Address
from riskflag.vocabulary import PersonId
from tests.keys import KEYS, VAULT

SOMEBODY, ANOTHER = PersonId("a" * 32), PersonId("b" * 32)
MARK = some.binary(min_size=MARK_BYTES, max_size=MARK_BYTES)
KNOWN = some.builds(
    Known,
    rests_on=MARK | some.just(b""),
    may_be=some.lists(some.integers(0, 2**62)).map(tuple),
    apart=some.frozensets(MARK),
)


def marks(vault: Vault = VAULT, person_id: PersonId = SOMEBODY, address: Address = PROPOSED) -> Marks:
    return Marks.for_address(vault, person_id, address, {})


@given(some.dictionaries(MARK, KNOWN))
def test_what_is_kept_is_read_back(remembered: dict[bytes, Known]) -> None:
    kept = decode(encode(KeptPlaces.of(remembered)), KeptPlaces)
    assert kept is not None
    assert kept.remembered() == remembered


@given(some.dictionaries(MARK, KNOWN, min_size=2))
def test_the_order_of_what_is_kept_says_nothing(remembered: dict[bytes, Known]) -> None:
    other_way = dict(reversed(remembered.items()))
    assert KeptPlaces.of(remembered) == KeptPlaces.of(other_way)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(marks(address=OTHER_TOWN), id="of another address"),
        pytest.param(marks(person_id=ANOTHER), id="of another person"),
        pytest.param(marks(Vault(replace(KEYS, index=b"o" * KEY_BYTES))), id="with another key"),
    ],
)
def test_nothing_else_bears_the_same_mark(other: Marks) -> None:
    assert not {other.address, other.of(b"written")} & {marks().address, marks().of(b"written")}


def test_another_program_knows_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = {marks().address: Known(may_be=(1,))}
    assert Marks.for_address(VAULT, SOMEBODY, PROPOSED, remembered).known == Known(may_be=(1,))
    monkeypatch.setattr(place_marks, "_program", lambda: "another")
    assert Marks.for_address(VAULT, SOMEBODY, PROPOSED, remembered).known == Known()
