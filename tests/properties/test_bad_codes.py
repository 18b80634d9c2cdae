"""A code that is unknown, retired or repealed is never silence: incomplete, and a task to put it right.

RISKFLAG_FAULTS sets how many codes are tried (two fifths of it; 2,000 unless it says otherwise).
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from riskflag.casebook import alert, condition, conviction, registration, term
from riskflag.dossier import MissingReason
from riskflag.records import Record
from riskflag.reference.flags import alert_codes
from riskflag.reference.licence_conditions import find_condition
from riskflag.reference.offences import CodeStatus, cjs_offences, find_offence, home_office_offences
from riskflag.vocabulary import ProhibitionKind, SourceRecordId, Verdict
from tests.properties.worlds import EVERY_PART, Dice, answer, seeds, worlds

CODES = int(os.environ.get("RISKFLAG_FAULTS", "5000")) * 2 // 5


@cache
def ended_offences() -> tuple[str, ...]:
    """Every offence code that is retired or repealed."""
    listed = {**home_office_offences(), **cjs_offences()}
    return tuple(code for code, offence in listed.items() if offence.status is not CodeStatus.CURRENT)


@cache
def ended_alerts() -> tuple[str, ...]:
    """Every alert code that is closed to new records."""
    return tuple(code for code, kind in alert_codes().items() if kind.status is not CodeStatus.CURRENT)


def made_up(dice: Dice) -> str:
    """A code that stands for nothing."""
    code = "".join(dice.pick("QXZ0189") for _ in range(3 + dice.number(4)))
    taken = find_offence(code) or find_condition(code) or code in alert_codes()
    return made_up(dice) if taken else code


def badly_coded(dice: Dice) -> Record:
    """A recent record under a code that is unknown, or was no longer right when it was used."""
    recent = date(2026, 8, 1 + dice.number(28))
    makers: tuple[Callable[[], Record], ...] = (
        lambda: conviction(made_up(dice), "something", on=recent),
        lambda: conviction(dice.pick(ended_offences()), "something", on=dice.pick((recent, None))),
        lambda: alert(made_up(dice)),
        lambda: alert(dice.pick(ended_alerts())),
        lambda: registration(made_up(dice), f"Register {made_up(dice)}"),
        lambda: registration(None, f"Register {made_up(dice)}"),
        lambda: condition(term(ProhibitionKind.OTHER, "not to do something"), code=made_up(dice)),
    )
    return dice.pick(makers)()


@EVERY_PART
def test_an_unknown_or_repealed_code_is_never_silence(part: int) -> None:
    wrong = []
    for seed in seeds(part, CODES):
        name, world, intact = worlds()[seed % len(worlds())]
        added = replace(badly_coded(Dice(f"code {seed}")), source_id=SourceRecordId("ADDED"))
        found = answer(world.with_records([*world.dossier.records, added]))
        tasked = any(task.source_id == "ADDED" for task in found.tasks)
        told = any(gap.reason is MissingReason.UNMAPPED_CODE for gap in found.gaps)
        if found.complete or not (tasked and told) or found.verdict is Verdict.NO_FLAGS_FOUND:
            wrong.append((seed, name, added, intact.verdict.value))
    assert wrong == []
