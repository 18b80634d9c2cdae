"""Who must not be released to nowhere, and what has been done to find them a place."""

from collections.abc import Iterable

from riskflag.facts import Facts
from riskflag.facts.address_decisions import governing_decision
from riskflag.facts.history import when
from riskflag.facts.notification import (
    NOTIFICATION_SOURCES,
    must_notify,
    notification_unsettled,
    sentence,
)
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.records import (
    Consent,
    DecisionKind,
    OccupierConversation,
    RecipientKind,
    Record,
    Referral,
    RiskAssessment,
)
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import RiskLevel, Source

HIGH_RISK_SOURCES = NOTIFICATION_SOURCES | {Source.RISK_ASSESSMENTS}
"""Where it is recorded that somebody is, or may be, a registered sex offender or of high risk."""
_HIGH = frozenset({RiskLevel.HIGH, RiskLevel.VERY_HIGH})
_HIGH_FLAGS = (FlagTheme.SERIOUS_HARM_HIGH, FlagTheme.SERIOUS_HARM_VERY_HIGH, FlagTheme.MAPPA)
_HOUSING = frozenset({RecipientKind.HOUSING_PROVIDER, RecipientKind.APPROVED_PREMISES})


@once_a_person
def shows_high_risk(facts: PersonFacts) -> tuple[tuple[Record, str], ...]:
    """Every record that shows it, with what it says: registration as a sex offender or a sexual offence of
    which nobody says, high or very high risk of serious harm, and multi-agency public protection."""
    flags = facts.history.flagged(*_HIGH_FLAGS)
    shown = (
        *must_notify(facts),
        *((record, sentence(record)) for record in notification_unsettled(facts)),
        *((flag.record, flag.described) for flag in flags),
        *_assessed_high(facts),
    )
    return tuple(dict.fromkeys(shown))


def refused_by(facts: Facts) -> tuple[Record, ...]:
    """What says that the person may not live there: the decision that governs, if it is or may be about this
    address, and occupiers whose last word was no, unless it was confirmed in writing later. An institution
    has no occupier to ask."""
    if facts.proposal.address is None:
        return ()
    governing = governing_decision(facts)
    refused = governing is not None and governing[0].decision is DecisionKind.REFUSED
    decided = (governing[0],) if governing is not None and refused else ()
    return (*decided, *(() if facts.proposal.institution else _occupiers_against(facts)))


def housing_referrals(facts: PersonFacts) -> tuple[tuple[Record, str], ...]:
    """Every request for housing or approved premises, with how far it got and what came of it."""
    made = (referral for referral in facts.process.referrals if referral.recipient in _HOUSING)
    return tuple((referral, _came_to(referral)) for referral in made)


def _came_to(referral: Referral) -> str:
    to = referral.recipient.value.replace("_", " ")
    unsuitable = ", not suitable" if referral.suitable is False else ""
    return f"referral to {to}: {referral.status}, {referral.outcome or 'no outcome recorded'}{unsuitable}"


def _assessed_high(facts: PersonFacts) -> Iterable[tuple[Record, str]]:
    """The newest assessment that states a level, where any level in it is high or very high."""
    for assessment in facts.history.risk_assessments:
        levels = [level for level in _levels(assessment) if level is not None]
        if levels:
            if _HIGH.intersection(levels):
                yield assessment, f"{assessment.tool}: high or very high risk of serious harm"
            return


def _levels(of: RiskAssessment) -> tuple[RiskLevel | None, ...]:
    return (of.overall, of.to_public, of.to_known_adult, of.to_children, of.to_staff)


def _occupiers_against(facts: Facts) -> Iterable[OccupierConversation]:
    confirmed_on = facts.proposal.confirmed_on
    last_words = {said.occupier: said for said in reversed(facts.household.conversations)}
    for said in last_words.values():
        if said.consent is Consent.REFUSES and (confirmed_on is None or when(said) >= confirmed_on):
            yield said
