"""Orders that are spoken of: by a flag that stands for one, or in words, whoever wrote them and wherever."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.facts import Facts
from riskflag.facts.once import once
from riskflag.facts.wording import mentions
from riskflag.records import Record, Registration
from riskflag.reference.flagged_orders import (
    ONLY_PERHAPS_AN_ORDER,
    PROTECTING_SOMEBODY,
    SEXUAL,
    orders_flagged_by,
)
from riskflag.vocabulary import OrderType, Source

_MEANT = PROTECTING_SOMEBODY | {
    OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
    OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
}
_PROTECTING = re.compile(
    r"\b(?:restraining|non-?\s?molestation|stalking protection|occupation|(?:forced marriage|FGM) protection"
    r"|domestic (?:violence|abuse) protection)[ -]+(?:order|notice)s?\b|(?-i:\b(?:NMO|DVPO|DVPN|DAPO|DAPN)\b)"
    r"|(?-i:\bRO\b) (?:in place|against|protect\w+|until|indef\w*|lifted|re (?:his |her )?(?:ex|partner))\b",
    re.IGNORECASE,
)
"""RO alone is left unread: it is as often the responsible officer."""
_SEXUAL = re.compile(
    r"\bsexual (?:harm|offences|risk)(?: prevention)? orders?\b|(?-i:\b(?:SHPO|SOPO|RSHO)\b)", re.IGNORECASE
)


TEXT_SOURCES = frozenset(
    {Source.RISK_ASSESSMENTS, Source.SCREENING, Source.CHECKS, Source.HOUSEHOLD_ENQUIRIES, Source.CONTACTS}
)
"""Where ``free_texts`` looks."""


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """One flag or text that speaks of an order.

    record: where; None for what was said with the enquiry
    says: its words
    kinds: the kinds of order that can be meant
    perhaps: a flag that is raised for an order and for an offence alike
    either_side: whether an order that protects the person may be meant as well
    """

    record: Record | None
    says: str
    kinds: frozenset[OrderType]
    perhaps: bool = False
    either_side: bool = True


def orders_in_words(*texts: str) -> frozenset[OrderType]:
    """The kinds of order of which one is meant; none where no order is spoken of, or it is denied."""
    protecting = _MEANT if mentions(_PROTECTING, *texts) else frozenset()
    return protecting or (SEXUAL if mentions(_SEXUAL, *texts) else frozenset())


def orders_spoken_of(facts: Facts) -> Iterable[SpokenOf]:
    """Every open flag and every text that speaks of an order."""
    yield from _by_flags(facts)
    for record, words in free_texts(facts):
        if kinds := orders_in_words(words):
            yield SpokenOf(record, words, kinds)


def _by_flags(facts: Facts) -> Iterable[SpokenOf]:
    for flag in facts.history.flags:
        if not flag.is_open:
            continue
        # Sources send codes of their own: the entry's description then says what it is.
        own = flag.record.description if flag.type is None and isinstance(flag.record, Registration) else ""
        in_words = orders_in_words(flag.words, own)
        kinds = orders_flagged_by(flag.type) if flag.type else frozenset()
        if kinds or in_words:
            perhaps = flag.type is not None and flag.type.code in ONLY_PERHAPS_AN_ORDER and not in_words
            says = f"{flag.record.code}: {flag.words or own}"
            yield SpokenOf(flag.record, says, kinds or in_words, perhaps, either_side=False)


@once
def free_texts(facts: Facts) -> tuple[tuple[Record | None, str], ...]:
    """What anybody wrote or said of the person or the address, flags aside; None stands for the enquiry.
    What holds no words is left out."""
    found: list[tuple[Record | None, str]] = [(None, facts.proposal.notes)]
    found += [(each, each.words) for each in facts.history.risk_assessments]
    found += [(each, each.words) for each in facts.process.screening]
    found += [(each, each.result) for each in facts.process.checks]
    found += [(each, each.words) for each in facts.place.every_note]
    found += [(each, each.words) for each in facts.household.conversations]
    found += [(each, each.note) for each in facts.household.contacts]
    return tuple([each for each in found if each[1]])
