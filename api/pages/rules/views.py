"""The rulebook: what is looked for, by the kind of harm, and each rule with all that a reader needs."""

from collections.abc import Iterable, Mapping

from flask import Blueprint, Response

from api.auth import EVERY_READER, policy
from api.pages.rendering import page
from api.wiring import wired
from riskflag.catalogue import RuleDescription, describe
from riskflag.rule import Expected
from riskflag.vocabulary import HarmFamily

rules = Blueprint("rules", __name__)

EXPECTED = {
    Expected.RAISED: "The flag is raised",
    Expected.CLEAR: "No flag: it was looked at, and is not so",
    Expected.CANNOT_TELL: "It cannot tell, so the answer is incomplete",
}
"""What comes of an example."""


@rules.route("/rules")
@policy(EVERY_READER)
def list_rules() -> Response:
    """Every rule, by the kind of harm that it is about first of all"""
    return page("rules/list.html", families=_by_family(map(describe, wired().rulebook.rules)))


@rules.route("/rules/<rule_code:code>")
@policy(EVERY_READER)
def show_rule(code: str) -> Response:
    """One rule: what it flags, why, what to do, and what it cannot tell"""
    return page("rules/rule.html", rule=describe(wired().rulebook.rule(code)), expected=EXPECTED)


def _by_family(described: Iterable[RuleDescription]) -> Mapping[HarmFamily, list[RuleDescription]]:
    found: dict[HarmFamily, list[RuleDescription]] = {family: [] for family in HarmFamily}
    for rule in described:
        found[rule.harm_families[0]].append(rule)
    return {family: listed for family, listed in found.items() if listed}
