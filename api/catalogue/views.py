"""The rulebook, as people read it."""

from http import HTTPStatus

from api.auth import EVERY_READER, policy
from api.catalogue.schemas import RULE, RULES
from api.section import Section
from api.wiring import wired
from riskflag.catalogue import RuleDescription, describe

catalogue = Section("catalogue", "The rulebook, as people read it.")


@catalogue.route("/rules")
@policy(EVERY_READER)
@catalogue.response(HTTPStatus.OK, RULES)
def read_rules() -> list[RuleDescription]:
    """Read every rule"""
    return [describe(rule) for rule in wired().rulebook.rules]


@catalogue.route("/rules/<rule_code:code>")
@policy(EVERY_READER, refusals=(404,))
@catalogue.response(HTTPStatus.OK, RULE)
def read_rule(code: str) -> RuleDescription:
    """Read one rule"""
    return describe(wired().rulebook.rule(code))
