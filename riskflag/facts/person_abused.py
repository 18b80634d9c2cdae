"""Signs on record that the person is the one who is or was abused, and by whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.household import LinkedAs, who_may_be_there
from riskflag.facts.partners import partners_here
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.matching.person import compare_people
from riskflag.records import Record
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import PersonBand, Source

SIGNS_IN = frozenset(
    {
        Source.DOMESTIC_ABUSE,
        Source.ALERTS,
        Source.REGISTRATIONS,
        Source.RISK_ASSESSMENTS,
        Source.PROTECTIVE_ORDERS,
        Source.SCREENING,
        Source.CONTACTS,
    }
)
"""Where the signs come from."""
_PARTNER_CONTROLS = re.compile(
    r"\b(?:partner|husband|wife|boyfriend|girlfriend|fianc[ée]e?)\b(?: (?!not\b|never\b|no\b)\w+){0,3} "
    r"(?:controlling|controls|abusive|abuses|violent|hits|beats)\b"
    r"|\b(?:controlling|abusive|violent) (?:partner|husband|wife|boyfriend|girlfriend)\b"
    r"|\b(?:afraid|scared|frightened) of (?:her|his|their) (?:partner|husband|wife|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
_VICTIM = re.compile(r"\bvictim of (?:domestic )?(?:abuse|violence)\b|\babused by\b", re.IGNORECASE)


class Sign(StrEnum):
    """Why somebody at the address is, or may be, dangerous to the person."""

    ABUSER = "abuser"
    CALLED_CONTROLLING = "called_controlling"
    TO_CONFIRM = "to_confirm"
    SIDE_NOT_CLEAR = "side_not_clear"
    NOT_NAMED = "not_named"


@dataclass(frozen=True, slots=True)
class AbuserHere:
    """One record by which somebody at the address abused the person, or may have.

    sign: what the record shows
    record: the record; None where the enquiry itself says it
    says: its words
    matched: what links it to somebody at the address; None where nothing had to
    """

    sign: Sign
    record: Record | None
    says: str
    matched: str | None = None


def abusers_here(facts: Facts) -> tuple[AbuserHere, ...]:
    """Everything by which somebody who lives at the address abused the person, or may have."""
    return (*_linked(facts), *_side_not_clear(facts), *_partners(facts))


def may_have_been_abused(facts: Facts) -> bool:
    """Whether anything on record says that the person was abused, or may have been, by anybody."""
    history = facts.history
    events = history.abuse_of_person or history.abuse_side_unclear
    return bool(events or [*_called_controlling(facts), *_not_named(facts)])


def _linked(facts: Facts) -> Iterable[AbuserHere]:
    for link in facts.household.linked(LinkedAs.ABUSER_OF_THE_PERSON):
        sign = Sign.ABUSER if link.sure else Sign.TO_CONFIRM
        yield AbuserHere(sign, link.record, words_of(link.record), link.because)


def _side_not_clear(facts: Facts) -> Iterable[AbuserHere]:
    for event in facts.history.abuse_side_unclear:
        for who in who_may_be_there(facts.household):
            match = compare_people(who, event.other)
            if match.band is not PersonBand.DIFFERENT:
                yield AbuserHere(Sign.SIDE_NOT_CLEAR, event, words_of(event), match.because)


def _partners(facts: Facts) -> Iterable[AbuserHere]:
    """What a partner here is called and, where no event names an abuser, what says that there was one."""
    named = facts.history.abuse_of_person
    signs = [AbuserHere(Sign.CALLED_CONTROLLING, *said) for said in _called_controlling(facts)]
    signs += [AbuserHere(Sign.NOT_NAMED, *said) for said in _not_named(facts) if not named]
    return signs if signs and partners_here(facts) else ()


def _called_controlling(facts: Facts) -> Iterable[tuple[Record | None, str]]:
    for answer in facts.process.screening:
        if mentions(_PARTNER_CONTROLS, answer.words):
            yield answer, answer.words
    for contact in facts.household.contacts:
        if mentions(_PARTNER_CONTROLS, contact.note):
            yield contact, contact.note
    if mentions(_PARTNER_CONTROLS, facts.proposal.notes):
        yield None, facts.proposal.notes


def _not_named(facts: Facts) -> Iterable[tuple[Record, str]]:
    for flag in facts.history.flagged(FlagTheme.DOMESTIC_ABUSE_VICTIM):
        yield flag.record, words_of(flag.record)
    for assessed in facts.history.risk_assessments:
        if assessed.domestic_abuse_victim:
            yield assessed, f"{assessed.tool}: victim of domestic abuse"
    for order in facts.orders.protecting_the_person:
        yield order, f"{words_of(order)} that protects the person"
    for answer in facts.process.screening:
        if mentions(_VICTIM, answer.words):
            yield answer, answer.words
