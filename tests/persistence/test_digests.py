"""A digest is of what rows say and of nothing else, and an entry says which it vouches for."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import NOW
from riskflag.errors import StoreUnavailable
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.digests import Digest, Row, Vouched, over_which, vouched, vouching
from riskflag.persistence.keys import with_new_sealing_key
from riskflag.persistence.vault import Vault
from riskflag.vocabulary import Role
from tests.keys import KEYS, VAULT

ENTRY = AuditEntry(NOW, Actor("a.feed", Role.RECORD_FEED), Action.PAYLOAD_IMPORTED)
PLACE = ("person", "p")
SAID: Row = {
    "id": "p",
    "held": 3,
    "complete": True,
    "on": date(2026, 11, 22),
    "body": VAULT.seal("who", *PLACE),
}
CODE = "0123456789abcdef" * 4


def digest(*rows: Row, vault: Vault = VAULT, what: str = "person") -> str | None:
    made = Digest(vault, what)
    for row in rows:
        made.add(row, {"body": PLACE})
    return made.code()


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"id": "q"}, id="another's"),
        pytest.param({"id": None}, id="nobody's"),
        pytest.param({"held": 4}, id="one more"),
        pytest.param({"held": "3"}, id="text for a number"),
        pytest.param({"complete": False}, id="no for yes"),
        pytest.param({"on": date(2026, 11, 23)}, id="another day"),
        pytest.param({"body": VAULT.seal("whom", *PLACE)}, id="other words, sealed for the same place"),
        pytest.param({"held": b"3"}, id="bytes for a number"),
        pytest.param({"id": "\udcff"}, id="text that is not Unicode"),
    ],
)
def test_whatever_a_row_says_is_in_it(changed: Row) -> None:
    assert digest({**SAID, **changed}) not in (digest(SAID), None)


@pytest.mark.parametrize(
    "same",
    [
        pytest.param({"body": VAULT.seal("who", *PLACE)}, id="sealed again"),
        pytest.param({"complete": 1}, id="yes as the other kind of database has it"),
        pytest.param({"on": "2026-11-22"}, id="a day as the other kind of database has it"),
    ],
)
def test_how_it_is_held_is_not_in_it(same: Row) -> None:
    assert digest({**SAID, **same}) == digest(SAID)


def test_it_is_the_same_once_sealed_with_a_newer_key() -> None:
    newer = Vault(with_new_sealing_key(KEYS))
    assert digest({**SAID, "body": newer.seal("who", *PLACE)}, vault=newer) == digest(SAID)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"\0\1", id="no seal"),
        pytest.param(None, id="nothing"),
        pytest.param("text", id="text"),
        pytest.param(VAULT.seal("who", "person", "q"), id="moved here"),
    ],
)
def test_what_does_not_open_has_none(body: object) -> None:
    assert digest(SAID, {**SAID, "body": body}, SAID) is None


def test_rows_in_another_order_are_something_else_and_so_is_another_thing() -> None:
    other = {**SAID, "held": 4}
    made = [digest(SAID, other), digest(other, SAID), digest(SAID), digest(SAID, what="answer"), digest()]
    assert len(set(made)) == len(made)


def test_whoever_has_no_key_of_the_audit_cannot_make_one() -> None:
    other = Vault(replace(KEYS, audit=bytes(32)))
    assert digest(SAID, vault=other) not in (digest(SAID), None)


@pytest.mark.parametrize(
    ("said", "over"),
    [
        pytest.param("", "", id="nothing else"),
        pytest.param("flags_raised", "", id="a verdict"),
        pytest.param("a-payload", over_which(CODE), id="a payload that was added"),
    ],
)
def test_what_an_entry_vouches_for_is_read_from_its_detail(said: str, over: str) -> None:
    detail = vouching(replace(ENTRY, detail=said), CODE, over).detail
    assert len(detail) <= 200
    assert vouched(detail) == Vouched(said, CODE, over or None)


@pytest.mark.parametrize(
    "detail",
    [
        pytest.param("", id="nothing"),
        pytest.param("flags_raised", id="a verdict alone"),
        pytest.param(f"vouches:{CODE[1:]}", id="too short"),
        pytest.param(f"vouches:{CODE}0", id="too long"),
        pytest.param(f"vouches:{CODE} ", id="something after it"),
        pytest.param(f"xvouches:{CODE}", id="within another word"),
    ],
)
def test_an_entry_from_before_there_were_digests_vouches_for_nothing(detail: str) -> None:
    assert vouched(detail) == Vouched(detail)


def test_no_entry_vouches_for_what_cannot_be_opened() -> None:
    with pytest.raises(StoreUnavailable):
        vouching(ENTRY, None)
    assert vouched(vouching(ENTRY, CODE, over_which(None)).detail).over == "0" * 32
