"""A code that is unknown, retired or repealed is never silence: incomplete, and a task to put it right.

RISKFLAG_FAULTS sets how many codes are tried (two fifths of it; 2,000 unless it says otherwise).
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from riskflag.casebook import alert, condition, conviction, registration, term
from riskflag.dossier import MissingReason
from riskflag.records import Record
from riskflag.reference.flags import alert_codes, find_register, register_codes
from riskflag.reference.licence_conditions import find_condition, licence_conditions
from riskflag.reference.offences import CodeStatus, cjs_offences, find_offence, home_office_offences
from riskflag.vocabulary import ProhibitionKind, SourceRecordId, Verdict
from tests.properties.worlds import EVERY_PART, Dice, answer, seeds, worlds

CODES = int(os.environ.get("RISKFLAG_FAULTS", "5000")) * 2 // 5
UNREADABLE_TERM = term(ProhibitionKind.OTHER, "not to do something")
Recorded = Callable[[str, Dice], Record]


def _convicted(code: str, dice: Dice) -> Record:
    """A conviction lately, or on a day that nobody recorded: an old one may have been rightly coded."""
    return conviction(code, "something", on=dice.pick((date(2026, 8, 1 + dice.number(28)), None)))


def _registered(code: str, dice: Dice) -> Record:
    return registration(dice.pick((code, None)), f"Register {code}")


TABLES: dict[str, Recorded] = {
    "Home Office": _convicted,
    "CJS": _convicted,
    "alert": lambda code, _: alert(code),
    "register": _registered,
    "licence condition": lambda code, _: condition(UNREADABLE_TERM, code=code),
}
SHAPES = {
    "Home Office": "00000",
    "CJS": "AA00000",
    "alert": "AAAA",
    "register": "AAAA",
    "licence condition": "00000000-0000-4000-8000-000000000000",
}
"""How the codes of each table look: a digit for every 0, a letter for every A."""
PLACEHOLDERS = ("00000", "00001")
"""Listed Home Office codes that stand for no offence in particular, and so are looked up as unknown."""


@cache
def ended() -> tuple[tuple[str, str], ...]:
    """Every code that a table calls retired or repealed, with the name of the table."""
    statuses = [
        *(("Home Office", code, of.status) for code, of in home_office_offences().items()),
        *(("CJS", code, of.status) for code, of in cjs_offences().items()),
        *(("alert", code, of.status) for code, of in alert_codes().items()),
        *(("register", code, of.status) for code, of in register_codes().items()),
        *(("licence condition", of.code, of.status) for of in licence_conditions()),
    ]
    return tuple((table, code) for table, code, status in statuses if status is not CodeStatus.CURRENT)


def made_up(table: str, dice: Dice) -> str:
    """A code that looks like those of the table and stands for nothing, as it stands or cut short."""
    if table == "Home Office" and not dice.number(10):
        return dice.pick(PLACEHOLDERS)
    among = {"0": "0123456789", "A": "BCDGJKQXZ"}
    code = "".join(dice.pick(among.get(c, c)) for c in SHAPES[table])
    code = dice.pick((code, code[:-1], f"{code}7", code.lower()))
    known = find_offence(code) or find_condition(code) or find_register(code)
    return made_up(table, dice) if known or code.upper() in alert_codes() else code


def badly_coded(seed: int) -> tuple[str, str, Record]:
    """A record whose code says nothing, with its table and code: first every code that has ended, then ones
    that are made up."""
    dice = Dice(f"code {seed}")
    if seed < len(ended()):
        table, code = ended()[seed]
    else:
        table = tuple(TABLES)[seed % len(TABLES)]
        code = made_up(table, dice)
    return table, code, replace(TABLES[table](code, dice), source_id=SourceRecordId("ADDED"))


@EVERY_PART
def test_an_unknown_retired_or_repealed_code_is_never_silence(part: int) -> None:
    wrong = []
    for seed in seeds(part, CODES):
        name, world, intact = worlds()[seed % len(worlds())]
        table, code, added = badly_coded(seed)
        found = answer(world.with_records([*world.dossier.records, added]))
        tasked = any(task.source_id == "ADDED" for task in found.tasks)
        told = any(gap.reason is MissingReason.UNMAPPED_CODE for gap in found.gaps)
        if found.complete or not (tasked and told) or found.verdict is Verdict.NO_FLAGS_FOUND:
            wrong.append((seed, name, table, code, intact.verdict.value))
    assert wrong == []


@pytest.mark.parametrize("table", TABLES)
def test_codes_of_every_table_are_tried(table: str) -> None:
    tried = {code for of, code, _ in map(badly_coded, range(2000)) if of == table}
    assert len(tried) >= 300
    assert {code for of, code in ended() if of == table} <= tried


def test_the_tables_hold_codes_that_have_ended() -> None:
    """Only registers list none: nDelius publishes no list that would say so."""
    assert {table for table, _ in ended()} == TABLES.keys() - {"register"}
