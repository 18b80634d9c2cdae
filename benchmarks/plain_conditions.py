"""Fifty plain conditions of the rules as Python, and the same in two rule engines, side by side in one run.

    python -m benchmarks.plain_conditions

Only what an engine's own language can say is compared: conditions over numbers and yes or no, drawn from the
facts of the example people, handed to each engine in its own types. Rules also read dates, words and links
and give evidence, which no engine here could; what they take is in ``enquiry_latency``. All three must give
the same answers before any is timed.
"""

import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import celpy
import rule_engine
from celpy.adapter import json_to_cel

from riskflag.casebook import NOW
from riskflag.facts import Facts, derive_facts
from riskflag.importers.case_file import read_case_file
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import RiskLevel

EXAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 30
Plain = Mapping[str, bool | int]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to hold the conditions.

    conditions: each ready to be asked
    given: what is known of a person, as these conditions take it
    """

    conditions: tuple[Callable[[Any], object], ...]
    given: Callable[[Plain], object]


CONDITIONS = (
    "orders > 0",
    "orders > 0 and terms == 0",
    "orders > 0 and breaches > 1",
    "orders > 1",
    "breaches > 1",
    "breaches > 0 and orders == 0",
    "breaches > 2 and orders > 0",
    "present > 0",
    "present > 0 and orders > 0",
    "barred > 0 or present > 0",
    "undecided > 0",
    "unmirrored > 0 and orders > 0",
    "required > 0 and barred > 0",
    "keep_away_from > 0 and no_fixed_abode",
    "protected_children > 0",
    "live_complainants > 0",
    "children > 0",
    "children > 0 and risk_to_children",
    "children > 0 and abuse > 0",
    "abuse > 0",
    "abuse > 1 and not flagged_perpetrator",
    "abuse > 2",
    "abuse_of_person > 0",
    "abuse_of_person > 0 and not flagged_perpetrator",
    "flagged_perpetrator",
    "flagged_perpetrator and occupants > 0",
    "flagged_perpetrator and children > 0",
    "convicted_of_strangulation",
    "convicted_of_coercion or abuse > 3",
    "convicted_of_arson and occupants > 1",
    "convicted_of_arson",
    "convicted_of_threats and release_in < 28",
    "weapon and level < 3",
    "weapon",
    "sex_offender and no_fixed_abode",
    "sex_offender and children > 0",
    "sex_offender",
    "level > 2 and no_fixed_abode",
    "level > 2",
    "level == 0",
    "level < 3 and breaches > 1",
    "no_fixed_abode and release_in < 28",
    "no_fixed_abode",
    "not officer and release_in < 28",
    "not officer",
    "checks == 0 and abuse > 0",
    "checks == 0 and children > 0",
    "conversations == 0 and occupants > 0",
    "age > 60 and breaches > 1",
    "needs > 0 and age > 17",
)


def main() -> None:
    """Compares the answers, times all three and prints the ratios."""
    everyone = [plain(facts) for facts in everybody()]
    ways = {"plain Python": python(), "rule-engine": engine(), "cel-python": cel()}
    people = {name: [way.given(each) for each in everyone] for name, way in ways.items()}
    answers = {
        name: [[bool(condition(each)) for condition in way.conditions] for each in people[name]]
        for name, way in ways.items()
    }
    if any(given != answers["plain Python"] for given in answers.values()):
        raise SystemExit("the three do not agree, so nothing is timed")
    true = sum(map(sum, answers["plain Python"]))
    print(
        f"{len(CONDITIONS)} conditions over {len(everyone)} people, {true} of them met; {platform.machine()}"
    )
    taken = {name: median(timed(way, people[name]) for _ in range(ROUNDS)) for name, way in ways.items()}
    for name, seconds in taken.items():
        times = seconds / taken["plain Python"]
        print(f"{name:14}{seconds / len(everyone) * 1e6:10.1f} microseconds a person {times:8.0f} times")


def everybody() -> Iterable[Facts]:
    """The facts of every example that asks about an address."""
    for file in sorted(EXAMPLES.rglob("*.json")):
        case = read_case_file(file.read_text(encoding="utf-8"), NOW)
        yield derive_facts(case.dossier, case.enquiry, case.place)


def plain(facts: Facts) -> dict[str, bool | int]:
    """The facts as numbers and yes or no."""
    history, process = facts.history, facts.process
    assessed = history.latest_assessment
    level = list(RiskLevel).index(assessed.overall) + 1 if assessed and assessed.overall else 0
    release = facts.proposal.release_date
    return {
        "orders": len(facts.orders.in_force),
        "terms": len(facts.orders.terms),
        "breaches": len(history.breaches),
        "present": len(facts.present),
        "barred": len(facts.barred.terms),
        "undecided": len(facts.undecided),
        "unmirrored": len(facts.unmirrored),
        "required": len(facts.required.addresses),
        "keep_away_from": len(facts.keep_away_from),
        "protected_children": len(facts.protected_children),
        "live_complainants": len(facts.live_complainants),
        "children": len(facts.household.children),
        "occupants": len(facts.household.occupants),
        "conversations": len(facts.household.conversations),
        "risk_to_children": bool(history.flagged(FlagTheme.RISK_TO_CHILDREN)),
        "abuse": len(history.abuse_by_person),
        "abuse_of_person": len(history.abuse_of_person),
        "flagged_perpetrator": bool(history.flagged(FlagTheme.DOMESTIC_ABUSE_PERPETRATOR)),
        "sex_offender": bool(history.flagged(FlagTheme.REGISTERED_SEX_OFFENDER)),
        "weapon": bool(history.convicted_of(OffenceTheme.WEAPON, OffenceTheme.FIREARM)),
        "convicted_of_strangulation": bool(history.convicted_of(OffenceTheme.STRANGULATION)),
        "convicted_of_coercion": bool(history.convicted_of(OffenceTheme.COERCIVE_CONTROL)),
        "convicted_of_arson": bool(history.convicted_of(OffenceTheme.ARSON)),
        "convicted_of_threats": bool(history.convicted_of(OffenceTheme.THREATS)),
        "level": level,
        "no_fixed_abode": facts.proposal.address is None,
        "release_in": (release - facts.as_of).days if release else 9999,
        "officer": process.allocation is not None,
        "checks": len(process.checks),
        "needs": len(process.health_and_care),
        "age": facts.age or 0,
    }


def python() -> Way:
    """Each condition as a Python function, as a rule's check holds it."""
    return Way(tuple(eval(f"lambda p: {_with_lookups(each)}") for each in CONDITIONS), dict)


def engine() -> Way:
    """Each condition compiled by rule-engine."""
    return Way(tuple(rule_engine.Rule(each).matches for each in CONDITIONS), dict)


def cel() -> Way:
    """Each condition compiled by cel-python."""
    environment = celpy.Environment()
    written = (c.replace(" and ", " && ").replace(" or ", " || ").replace("not ", "!") for c in CONDITIONS)
    programs = [environment.program(environment.compile(each)) for each in written]
    return Way(tuple(program.evaluate for program in programs), lambda plain: json_to_cel(dict(plain)))


def timed(way: Way, people: Sequence[object]) -> float:
    """Seconds for every condition on everybody, once."""
    started = perf_counter()
    for each in people:
        for condition in way.conditions:
            condition(each)
    return perf_counter() - started


def _with_lookups(condition: str) -> str:
    words = condition.split()
    return " ".join(f"p[{word!r}]" if word[0].isalpha() and word not in _WORDS else word for word in words)


_WORDS = frozenset({"and", "or", "not"})


if __name__ == "__main__":
    main()
