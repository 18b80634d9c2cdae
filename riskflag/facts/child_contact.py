"""What the prison allows the person by way of contact with children, set against children at the address."""

from collections.abc import Iterable
from enum import StrEnum

from riskflag.enquiry import Occupant
from riskflag.facts import Facts
from riskflag.facts.history import FlagFact
from riskflag.facts.names import named_in
from riskflag.vocabulary import Relationship

_POSES_RISK = "CPC"
"""The decision that somebody poses a risk to children."""
_NO_CHILD = frozenset({"CC1", "C1", "CC2", "C2", _POSES_RISK})
"""That decision, no contact, and letters only."""
_NAMED_CHILD = frozenset({"CC3", "C3", "CC4", "C4"})
"""Supervised or free contact with a named child, and with no other."""


class Allowed(StrEnum):
    """How far what is allowed reaches a child at the address."""

    POSES_RISK = "poses_risk"
    NO_CHILD = "no_child"
    ANOTHER_CHILD = "another_child"
    THIS_CHILD = "this_child"


def contact_levels(facts: Facts) -> tuple[FlagFact, ...]:
    """Open alerts that limit contact with children. Where several are open none takes another's place: a
    level that was raised for release has had its alert closed."""
    return tuple(
        flag for flag in facts.history.flags if flag.is_open and _code(flag) in _NO_CHILD | _NAMED_CHILD
    )


def contradictions(level: FlagFact, facts: Facts) -> Iterable[tuple[Allowed, tuple[Occupant, ...]]]:
    """How far the level reaches the children at the address, and which children."""
    children = facts.household.children
    if not children:
        return
    if _code(level) in _NO_CHILD:
        yield Allowed.POSES_RISK if _code(level) == _POSES_RISK else Allowed.NO_CHILD, children
        return
    mine = _may_be_meant(level, children)
    others = tuple(child for child in children if child not in mine)
    if others:
        yield Allowed.ANOTHER_CHILD, others
    if mine:
        yield Allowed.THIS_CHILD, mine


def _may_be_meant(level: FlagFact, children: tuple[Occupant, ...]) -> tuple[Occupant, ...]:
    """Children whom the alert names; where it names none of them, the person's own."""
    named = tuple(child for child in children if _named(child, level.words))
    own = tuple(child for child in children if child.who.relationship is Relationship.CHILD)
    return named or own


def _named(child: Occupant, words: str) -> bool:
    who = child.who
    names = (who.name, who.name.partition(" ")[0], *who.aliases, *who.former_names)
    return any(named_in(name, words) for name in names)


def _code(flag: FlagFact) -> str:
    return flag.type.code if flag.type else ""
