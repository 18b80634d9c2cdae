"""How far a referral has got, and whether it only looks finished."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import Facts
from riskflag.facts.dates import working_days_between
from riskflag.facts.history import when
from riskflag.facts.wording import mentions
from riskflag.records import RecipientKind, Referral, ReferralStatus, ScreeningAnswer, ScreeningTopic
from riskflag.reference.thresholds import REFERRAL_ANSWER_WORKING_DAYS

_ONLY_SENT = re.compile(
    r"\b(?:sent|e-?mailed|posted|forwarded|handed over|passed (?:on )?to|leaflets?|sign-?posted"
    r"|(?:contact )?details (?:\w+ )?(?:given|sent|provided)|given (?:a|the) (?:number|form|list)"
    r"|told to (?:ring|call|contact))\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:declin\w+|refus\w+|reject\w+|turned (?:down|away)|un-?suitable|not (?:\w+ )?(?:suitable|accept\w*)"
    r"|no (?:\w+ )?(?:vacanc\w+|spaces?|places?|rooms?|beds?)|not (?:in )?priority|waiting list|unable to)\b",
    re.IGNORECASE,
)
_ARRANGED = re.compile(
    r"\b(?:confirm\w+|accepted|allocated|offered|agreed|booked|enrolled|start(?:s|ed|ing)?|moves? in"
    r"|(?:has|got) (?:a|the) (?:room|bed|place|flat|job|course))\b",
    re.IGNORECASE,
)
_TOPICS: Mapping[RecipientKind, ScreeningTopic] = MappingProxyType(
    {
        RecipientKind.HOUSING_PROVIDER: ScreeningTopic.ACCOMMODATION,
        RecipientKind.APPROVED_PREMISES: ScreeningTopic.ACCOMMODATION,
        RecipientKind.MENTAL_HEALTH_SERVICE: ScreeningTopic.HEALTH,
        RecipientKind.SUBSTANCE_MISUSE_SERVICE: ScreeningTopic.HEALTH,
    }
)


WHEN_SENT = "when the referral was sent"


class Stuck(StrEnum):
    """Why a referral has not done what it was for."""

    ONLY_SENT = "only_sent"
    UNSUITABLE = "unsuitable"
    TURNED_DOWN = "turned_down"
    NOT_ACKNOWLEDGED = "not_acknowledged"


_ONLY_LACKING = frozenset({Stuck.ONLY_SENT, Stuck.NOT_ACKNOWLEDGED})
"""Reasons that end once a start is confirmed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has got.

    stuck: every reason for which it has not done what it was for
    not_known: what would have to be known to say so
    """

    stuck: tuple[Stuck, ...]
    not_known: tuple[str, ...]


def progress(facts: Facts) -> Progress:
    """How far the referral has got by its own account and by records of it. A record can add a reason, and
    takes none away; a start that is confirmed answers whatever it only lacks."""
    if facts.referral is None:
        return Progress((), ())
    own = _by_one_account(facts.referral, facts)
    stuck = dict.fromkeys((*own.stuck, *_by_records(same_on_record(facts), facts)))
    undated = any(_by_records(may_be_same(facts), facts))
    not_known = [*own.not_known, WHEN_SENT] if undated and not stuck else own.not_known
    return Progress(tuple(stuck), tuple(dict.fromkeys(not_known)))


def _by_records(records: Iterable[Referral], facts: Facts) -> Iterable[Stuck]:
    confirmed = facts.referral is not None and facts.referral.confirmed_start_on is not None
    reasons = (reason for record in records for reason in _by_one_account(record, facts).stuck)
    return (reason for reason in reasons if not (confirmed and reason in _ONLY_LACKING))


def _by_one_account(of: ReferralEnquiry | Referral, facts: Facts) -> Progress:
    outcome = of.outcome or ""
    confirmed = isinstance(of, ReferralEnquiry) and of.confirmed_start_on is not None
    stuck = [Stuck.UNSUITABLE] if of.suitable is False else []
    if of.status is ReferralStatus.DECLINED or (not confirmed and mentions(_TURNED_DOWN, outcome)):
        stuck.append(Stuck.TURNED_DOWN)
    not_known: tuple[str, ...] = ()
    if of.status is ReferralStatus.COMPLETE and not confirmed:
        arranged = mentions(_ARRANGED, outcome)
        if not outcome.strip() or (mentions(_ONLY_SENT, outcome) and not arranged):
            stuck.append(Stuck.ONLY_SENT)
        elif not (arranged or stuck):
            not_known = ("what came of the referral",)
    if of.status is ReferralStatus.SENT and not confirmed:
        waited = _waited(of, facts)
        stuck += [Stuck.NOT_ACKNOWLEDGED] if waited and waited > REFERRAL_ANSWER_WORKING_DAYS.value else []
        not_known = (WHEN_SENT,) if waited is None else ()
    return Progress(tuple(stuck), not_known)


def same_on_record(facts: Facts) -> tuple[Referral, ...]:
    """Records of this very referral: to the same kind of recipient, sent on the same day."""
    referral = facts.referral
    if referral is None or referral.sent_on is None:
        return ()
    return tuple(
        record
        for record in facts.process.referrals
        if record.recipient is referral.recipient and record.sent_on == referral.sent_on
    )


def may_be_same(facts: Facts) -> tuple[Referral, ...]:
    """Records of what may be this very referral: to the same kind of recipient, where the enquiry or the
    record does not say when it was sent."""
    referral = facts.referral
    if referral is None:
        return ()
    return tuple(
        record
        for record in facts.process.referrals
        if record.recipient is referral.recipient and None in (record.sent_on, referral.sent_on)
    )


def copied_unchanged(facts: Facts) -> Iterable[ScreeningAnswer]:
    """Plan reviews whose action on what the referral is for is the same, word for word, as the last one's;
    none once a start is confirmed."""
    referral = facts.referral
    if referral is None or referral.confirmed_start_on is not None:
        return
    topic = _TOPICS.get(referral.recipient)
    by_tool: dict[str, list[ScreeningAnswer]] = {}
    for answer in facts.process.screening:
        if answer.topic is topic and answer.concern and answer.words.strip():
            by_tool.setdefault(answer.tool, []).append(answer)
    for answers in by_tool.values():
        for newer, older in pairwise(answers):
            if newer.words.casefold() == older.words.casefold() and when(newer) > when(older):
                yield newer


def _waited(of: ReferralEnquiry | Referral, facts: Facts) -> int | None:
    """Working days since it was sent without an acknowledgement; None where nobody says when, or names a day
    that is still to come."""
    acknowledged_on = of.acknowledged_on if isinstance(of, ReferralEnquiry) else None
    if acknowledged_on is not None and acknowledged_on <= facts.as_of:
        return 0
    sent_on = of.sent_on if of.sent_on is not None and of.sent_on <= facts.as_of else None
    return None if sent_on is None else working_days_between(sent_on, facts.as_of)
