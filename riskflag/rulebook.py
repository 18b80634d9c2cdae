"""Finds every rule under ``riskflag.rules``, orders them, fingerprints them and runs them.

One rule that raises an exception, takes too long or answers with something else becomes ``CannotTell``; the
others still run.
"""

import hashlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from inspect import getsource
from time import perf_counter
from types import ModuleType
from typing import NamedTuple

from riskflag import rules as rules_package
from riskflag.dossier import Missing, MissingReason
from riskflag.errors import NotFound, RulebookError
from riskflag.facts import Facts
from riskflag.reference.authorities import authority
from riskflag.reference.thresholds import RULE_TIME_LIMIT_MS
from riskflag.rule import CannotTell, Clear, Finding, Outcome, Raised, Rule
from riskflag.vocabulary import EnquiryKind, Source


class RuleOutcome(NamedTuple):
    """What one rule said."""

    rule: Rule
    outcome: Outcome


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """All the rules. One is equal to itself alone.

    rules: in order of code
    fingerprint: SHA-256 over the rules' source, hexadecimal; any change of any rule changes it
    """

    rules: tuple[Rule, ...]
    fingerprint: str

    def run(self, facts: Facts) -> tuple[RuleOutcome, ...]:
        """One outcome for every rule that applies."""
        applying = self.applying(facts.kind, facts.as_of)
        return tuple([RuleOutcome(rule, _run(rule, facts)) for rule in applying])

    def applying(self, kind: EnquiryKind, day: date) -> tuple[Rule, ...]:
        """The rules that run for this kind of enquiry on this day."""
        return _applying(self, kind, day)

    def rule(self, code: str) -> Rule:
        """The rule with this code. Raises NotFound."""
        for rule in self.rules:
            if rule.code == code.upper():
                return rule
        raise NotFound("no such rule")


@cache
def load_rulebook() -> Rulebook:
    """The rulebook of this installation. Raises RulebookError when it is empty or inconsistent."""
    modules = sorted(_modules(rules_package), key=lambda module: module.RULE.code)
    return build_rulebook(
        (module.RULE for module in modules), "".join(getsource(module) for module in modules)
    )


def build_rulebook(rules: Iterable[Rule], source: str) -> Rulebook:
    """A rulebook of these rules. Raises RulebookError when it is empty or inconsistent."""
    ordered = tuple(rules)
    if not ordered:
        raise RulebookError("the rulebook is empty")
    codes = [rule.code for rule in ordered]
    if len(set(codes)) != len(codes):
        raise RulebookError("two rules share a code")
    for rule in ordered:
        if not rule.rests_on_silence_of <= rule.needs:
            raise RulebookError(f"{rule.code} rests on the silence of a source it does not need")
        for code in rule.authorities:
            authority(code)
    return Rulebook(ordered, hashlib.sha256(source.encode()).hexdigest())


@lru_cache(maxsize=16)
def _applying(rulebook: Rulebook, kind: EnquiryKind, day: date) -> tuple[Rule, ...]:
    """Remembered: it is the same for everybody who is asked about on one day."""
    return tuple(rule for rule in rulebook.rules if rule.applies(kind, day))


def _modules(package: ModuleType) -> Iterable[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            module = import_module(found.name)
            if not isinstance(getattr(module, "RULE", None), Rule):
                raise RulebookError(f"{found.name} holds no rule")
            yield module


def _run(rule: Rule, facts: Facts) -> Outcome:
    if not rule.rests_on_silence_of.isdisjoint(facts.unavailable):
        return CannotTell(_missing(rule.rests_on_silence_of, facts))
    for _ in range(2):  # a starved machine looks like a slow rule; a slow rule is slow twice
        started = perf_counter()
        outcome = _ask(rule, facts)
        if (perf_counter() - started) * 1000 <= RULE_TIME_LIMIT_MS.value:
            return outcome
    late = _failed(rule).missing
    # What was found stands, and that its rule was late is told with it.
    return (
        Raised(outcome.findings, outcome.missing + late) if isinstance(outcome, Raised) else CannotTell(late)
    )


def _ask(rule: Rule, facts: Facts) -> Outcome:
    try:
        outcome = rule.check(facts)
        # Nearly every rule of nearly every answer: nothing found, and nothing missing.
        if type(outcome) is Clear and rule.needs.isdisjoint(facts.unavailable):
            return outcome
        return _weighed(rule, outcome, facts)
    except Exception:  # one broken rule must not silence the others
        return _failed(rule)


def _weighed(rule: Rule, outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome, given what could not be looked at."""
    missing = _missing(rule.needs, facts)
    match outcome:
        case Clear():
            return CannotTell(missing) if missing else outcome
        case Raised(findings=findings) if findings and all(isinstance(f, Finding) for f in findings):
            return Raised(findings, outcome.missing + missing) if missing else outcome
        case CannotTell(missing=already) if already:
            return CannotTell(already + missing) if missing else outcome
        case _:
            return _failed(rule)


def _missing(sources: frozenset[Source], facts: Facts) -> tuple[Missing, ...]:
    # Lists are faster to make than generators are, and this runs for most rules of every answer.
    return tuple([missing for source, missing in facts.unavailable.items() if source in sources])


def _failed(rule: Rule) -> CannotTell:
    return CannotTell((Missing(f"rule {rule.code}", MissingReason.RULE_FAILED),))
