"""Support that keeps risk down and is about to end, and why it matters for this person."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from riskflag.facts import Facts
from riskflag.facts.care import repeat_breaches, signs_of_care_needs
from riskflag.facts.dates import written_date
from riskflag.facts.high_risk import HIGH_RISK_SOURCES, shows_high_risk
from riskflag.facts.history import each_once
from riskflag.facts.wording import mentions
from riskflag.records import RecipientKind, Record, ReferralStatus
from riskflag.reference.thresholds import MISSED_APPOINTMENTS
from riskflag.vocabulary import Source

SUPPORT_MATTERS_IN = HIGH_RISK_SOURCES | {
    Source.RISK_ASSESSMENTS,
    Source.CONVICTIONS,
    Source.ORDER_BREACHES,
    Source.ALERTS,
    Source.REGISTRATIONS,
    Source.HEALTH_AND_CARE,
}
"""Where it is recorded that somebody's risk rests on support."""
_ENDING = re.compile(
    r"\b(?:will|to|may|going to|about to)\b(?: (?!not\b|never\b)\w+){0,3} "
    r"(?:clos\w+|suspend\w*|withdraw\w*|discharg\w+|end)\b"
    r"|\b(?:closing|suspended|withdrawn|discharged|closed)\b.{0,40}\b(?:non-?attendance|attend|engag\w+|miss\w+)",
    re.IGNORECASE,
)
_CONTROLS: Mapping[RecipientKind, re.Pattern[str]] = MappingProxyType(
    {
        kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for kind, words in {
            RecipientKind.MENTOR: r"mentor\w*",
            RecipientKind.HOUSING_PROVIDER: r"tenanc\w+|supported (?:housing|accommodation)|hostel",
            RecipientKind.APPROVED_PREMISES: r"approved premises",
            RecipientKind.SUBSTANCE_MISUSE_SERVICE: r"treatment|recovery|(?:drug|alcohol) (?:service|worker)",
            RecipientKind.MENTAL_HEALTH_SERVICE: r"mental health|psychiatr\w+|treatment|care co-?ordinator",
            RecipientKind.EMPLOYER: r"employment|job|work placement",
            RecipientKind.EDUCATION: r"course|college|training",
        }.items()
    }
)


def ending(facts: Facts) -> Iterable[str]:
    """Each sign that the support is about to end, as a sentence."""
    referral = facts.referral
    if referral is None:
        return
    missed = [day for day in sorted(set(referral.missed_on)) if day <= facts.as_of]
    if len(missed) >= MISSED_APPOINTMENTS.value:
        yield f"The person missed {len(missed)} appointments, the last on {written_date(missed[-1])}."
    closing = referral.provider_will_close or referral.status is ReferralStatus.WITHDRAWN
    if closing or mentions(_ENDING, referral.outcome or ""):
        yield "The provider has ended its support, or has said that it will."


def may_be_ending(facts: Facts) -> bool:
    """Whether the support has been accepted or begun, and nobody says whether it goes on."""
    referral = facts.referral
    if referral is None or referral.provider_will_close is not None:
        return False
    started = referral.confirmed_start_on is not None and referral.confirmed_start_on <= facts.as_of
    return started or referral.status is ReferralStatus.ACCEPTED


def rests_on_support(facts: Facts) -> tuple[Record, ...]:
    """What shows that the person's risk rests on it: an assessment that names it as a control, repeated
    breaches, care needs, or a high risk and nowhere to live."""
    control = _CONTROLS.get(facts.referral.recipient) if facts.referral else None
    latest = next((each for each in facts.history.risk_assessments if each.words.strip()), None)
    named = latest is not None and control is not None and mentions(control, latest.words)
    nowhere = shows_high_risk(facts) if facts.proposal.no_fixed_abode else ()
    found = (
        *((latest,) if named and latest else ()),
        *repeat_breaches(facts),
        *signs_of_care_needs(facts),
        *(record for record, _ in nowhere),
    )
    return each_once(found)
