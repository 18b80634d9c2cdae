"""An order or condition protects children, and one of them is at the proposed address.

What it flags: a term covers a named child, or every child of some age, and such a child lives or regularly
stays there, or children come to the site of a referral. An age that nobody knows counts until it is known.

Why it matters: the order was made because of a danger to children, who in law are victims of abuse they see.

What to do: do not use the address; refer to children's services and ask about family proceedings.

Limits: it knows the people who were named; a school close by is for the rule about places near the address.
"""

from collections.abc import Iterable
from dataclasses import replace

from riskflag.casebook import ASKED, CHILD_OF_NINE, FRIEND, case, order, term
from riskflag.facts import Facts
from riskflag.facts.children_at_site import (
    WHETHER,
    surely_breaks,
    terms_against_children_there,
    whether_children_come_is_open,
)
from riskflag.facts.orders import FROM_CHILDREN
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.rule import BOTH, Outcome, Rule, cannot_tell, cite, clears, found, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity

LIVES = "A child whom an order or condition protects lives or stays at the proposed address."
MAY_LIVE = "An order or condition may protect a child at the address: confirm who somebody is, or how old."
COME = "A term in force keeps the person away from children, and children come to the site."
MAY_COME = "Children come to the site, and a term may be about one of them or allow it: confirm which."


def check(facts: Facts) -> Outcome:
    """Looks for children whom a term names, or who belong to the children it is about."""
    findings = [linked(child, child.terms, LIVES, MAY_LIVE) for child in facts.protected_children]
    for each in terms_against_children_there(facts):
        findings += [found(surely_breaks(each, facts), COME, MAY_COME, cite(each.record, each.quoted))]
    return outcome_of(findings, "No child whom an order protects is at the address.", _not_known(facts))


def _not_known(facts: Facts) -> Iterable[str]:
    if facts.proposal.address is None:
        return
    if facts.orders.without_terms:
        yield "the terms of an order in force"
    about_children = any(each.term.kind in FROM_CHILDREN for each in facts.orders.terms)
    if about_children and not facts.proposal.occupants_stated and not facts.proposal.institution:
        yield "who lives at the address"
    if whether_children_come_is_open(facts):
        yield WHETHER
    if about_children and facts.household.child_unplaced:
        yield "whether a child in the person's life lives at the address"


ANY_CHILD = order(term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN, "not to live with any child"), protects=())
THE_CHILD = order(term(ProhibitionKind.NO_CONTACT, "not to contact the child"), protects=(CHILD_OF_NINE,))
NOT_STATED = replace(ASKED, occupants_stated=None)
RULE = Rule(
    code=RuleCode("RO-CHLD-01"),
    title="Order or condition protects children who are at the address",
    severity=Severity.STOP,
    harm_families=(HarmFamily.CHILDREN,),
    applies_to=BOTH,
    check=check,
    needs=PRESENCE_SOURCES,
    authorities=("L-RO", "L-42", "L-DAA", "L-CA"),
    decides="senior probation officer with children's services",
    act_by="before the address is used",
    action="Do not use the address; refer to children's services and check for family proceedings.",
    tell=("children's services", "responsible officer", "victim liaison officer"),
    do_not_disclose="The child's name, school and address.",
    examples=(
        raises("The child he may not contact stays here", case(THE_CHILD, lives_with=(CHILD_OF_NINE,))),
        raises("He may live with no child, and one lives here", case(ANY_CHILD, lives_with=(CHILD_OF_NINE,))),
        clears("Only a grown friend lives here", case(ANY_CHILD, lives_with=(FRIEND,))),
        cannot_tell("Nobody said who lives here", case(ANY_CHILD, asked=NOT_STATED)),
    ),
)
