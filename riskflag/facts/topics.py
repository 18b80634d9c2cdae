"""What the record holds on each topic that a screening asks about, and on weapons."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from riskflag.facts import Facts
from riskflag.facts.abuse_convictions import Domestic, abuse_convictions
from riskflag.facts.dates import months_before
from riskflag.facts.history import each_once, when
from riskflag.facts.household import LinkedAs
from riskflag.facts.once import once_a_person
from riskflag.facts.orders import OrderFact
from riskflag.facts.person import PersonFacts
from riskflag.facts.wording import called_unsuitable, mentions
from riskflag.records import CustodyEventKind, Record, ScreeningTopic
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import WEAPON_MONTHS
from riskflag.vocabulary import PERSONALLY_CONNECTED, AddressBand, RiskLevel, Source


@dataclass(frozen=True, slots=True)
class _Signs:
    """What shows that there is something on a topic.

    offences: proven offences of these themes
    flags: open alerts and registrations of these themes
    words: words in a risk assessment or a custody record; None for none
    """

    offences: tuple[OffenceTheme, ...] = ()
    flags: tuple[FlagTheme, ...] = ()
    words: re.Pattern[str] | None = None


WEAPON_OFFENCES = (OffenceTheme.WEAPON, OffenceTheme.FIREARM)
VIOLENT_OFFENCES = (
    OffenceTheme.VIOLENCE,
    OffenceTheme.SERIOUS_VIOLENCE,
    OffenceTheme.HOMICIDE,
    OffenceTheme.THREATS,
    OffenceTheme.STRANGULATION,
    OffenceTheme.ROBBERY,
    *WEAPON_OFFENCES,
)
SEXUAL_OFFENCES = (OffenceTheme.SEXUAL, OffenceTheme.SEXUAL_AGAINST_CHILD)
HISTORY_SOURCES = frozenset(
    {Source.CONVICTIONS, Source.DOMESTIC_ABUSE, Source.ALERTS, Source.REGISTRATIONS, Source.CUSTODY}
)
"""Where what somebody has done is recorded."""
RECORD_SOURCES = HISTORY_SOURCES | {
    Source.PROTECTIVE_ORDERS,
    Source.LICENCE_CONDITIONS,
    Source.RISK_ASSESSMENTS,
    Source.HEALTH_AND_CARE,
    Source.ADDRESSES,
    Source.CONTACTS,
    Source.HOUSEHOLD_ENQUIRIES,
    Source.PROTECTED_PLACES,
}
"""Where ``records_on`` looks."""
_VIOLENT_FLAGS = (FlagTheme.VIOLENCE, FlagTheme.WEAPON, FlagTheme.RISK_TO_STAFF)
_SEXUAL_FLAGS = (FlagTheme.SEXUAL, FlagTheme.REGISTERED_SEX_OFFENDER)
_VIOLENT_WORDS = re.compile(r"\b(?:threat\w*|violen\w*|assault\w*|weapons?|knife)\b", re.IGNORECASE)
FIRE_WORDS = re.compile(
    r"\b(?:arson\w*|fire[- ]?setting|set (?:a )?(?:fire|light|alight)|petrol bomb"
    r"|set (?:\w+ ){1,4}(?:alight|ablaze|on fire)|(?:lit|light(?:s|ing)|start(?:s|ed|ing)) (?:a )?fires?"
    r"|torch(?:ed|ing)? (?:the|her|his|their|it)|burn (?:down|the|her|him|his|their))\b",
    re.IGNORECASE,
)
_SIGNS: Mapping[ScreeningTopic, _Signs] = MappingProxyType(
    {
        ScreeningTopic.ACCOMMODATION: _Signs(),
        ScreeningTopic.DOMESTIC_ABUSE: _Signs(
            (OffenceTheme.COERCIVE_CONTROL,),
            (FlagTheme.DOMESTIC_ABUSE_PERPETRATOR, FlagTheme.DOMESTIC_ABUSE_VICTIM),
        ),
        ScreeningTopic.VIOLENCE: _Signs(VIOLENT_OFFENCES, _VIOLENT_FLAGS, _VIOLENT_WORDS),
        ScreeningTopic.SEXUAL_OFFENDING: _Signs(SEXUAL_OFFENCES, _SEXUAL_FLAGS),
        ScreeningTopic.CHILDREN: _Signs(
            (OffenceTheme.AGAINST_CHILD, OffenceTheme.SEXUAL_AGAINST_CHILD),
            (
                FlagTheme.RISK_TO_CHILDREN,
                FlagTheme.CHILD_PROTECTION,
                FlagTheme.CHILD_CONTACT_NONE,
                FlagTheme.CHILD_CONTACT_LIMITED,
            ),
        ),
        ScreeningTopic.ARSON: _Signs((OffenceTheme.ARSON,), (FlagTheme.ARSON,), FIRE_WORDS),
        ScreeningTopic.RISK_TO_OTHERS: _Signs(
            (*VIOLENT_OFFENCES, *SEXUAL_OFFENCES, OffenceTheme.ARSON, OffenceTheme.STALKING_OR_HARASSMENT),
            (*_VIOLENT_FLAGS, *_SEXUAL_FLAGS, FlagTheme.ARSON, FlagTheme.DOMESTIC_ABUSE_PERPETRATOR),
            _VIOLENT_WORDS,
        ),
        ScreeningTopic.RISK_TO_STAFF: _Signs((), (FlagTheme.RISK_TO_STAFF,)),
        ScreeningTopic.HEALTH: _Signs((), (FlagTheme.MENTAL_HEALTH, FlagTheme.SELF_HARM)),
    }
)
_OTHER_HOUSEHOLD_HARM = (
    OffenceTheme.COERCIVE_CONTROL,
    OffenceTheme.DRUG_SUPPLY,
    OffenceTheme.STALKING_OR_HARASSMENT,
)
_DANGER_FLAGS = (
    FlagTheme.REGISTERED_SEX_OFFENDER,
    FlagTheme.DOMESTIC_ABUSE_PERPETRATOR,
    FlagTheme.SERIOUS_HARM_HIGH,
    FlagTheme.SERIOUS_HARM_VERY_HIGH,
)
_ELSEWHERE = frozenset({AddressBand.DIFFERENT, AddressBand.SAME_BUILDING})
_ABUSE_TOPICS = frozenset({ScreeningTopic.DOMESTIC_ABUSE, ScreeningTopic.RISK_TO_OTHERS})
_VIOLENT_TOPICS = frozenset({ScreeningTopic.VIOLENCE, ScreeningTopic.RISK_TO_OTHERS})
_VIOLENT_EVENTS = frozenset({CustodyEventKind.VIOLENCE, CustodyEventKind.WEAPON_FOUND})


def records_on(topic: ScreeningTopic, facts: Facts) -> tuple[Record, ...]:
    """Every record that shows something on one topic; on accommodation, what speaks against the address."""
    if topic is ScreeningTopic.ACCOMMODATION:
        return each_once(_against_the_address(facts)) if facts.proposal.lives_there else ()
    return deeds_on(facts, topic)


@once_a_person
def deeds_on(facts: PersonFacts, topic: ScreeningTopic) -> tuple[Record, ...]:
    """Every record of the person alone that shows something on one topic."""
    signs, history = _SIGNS[topic], facts.history
    found: list[Record] = [c.record for c in history.convicted_of(*signs.offences)]
    found += [f.record for f in history.flagged(*signs.flags)]
    if signs.words is not None:
        found += [r for r in history.risk_assessments if mentions(signs.words, r.words)]
        found += [r for r in history.custody if mentions(signs.words, r.words)]
    found += _of_another_kind(topic, facts)
    return each_once(found)


@once_a_person
def weapon_records(facts: PersonFacts) -> tuple[Record, ...]:
    """Weapons carried or used: proven offences whenever they were, and recent finds in custody."""
    history = facts.history
    found = [event for event in history.custody if event.kind is CustodyEventKind.WEAPON_FOUND]
    since = months_before(facts.as_of, WEAPON_MONTHS.value) if found else facts.as_of
    convicted = history.convicted_of(*WEAPON_OFFENCES)
    return (*(c.record for c in convicted), *(event for event in found if when(event) >= since))


@once_a_person
def may_harm_a_household(facts: PersonFacts) -> bool:
    """Whether anything shows violence, sexual harm, domestic abuse, drug supply or a weapon."""
    history = facts.history
    return bool(
        history.abuse_by_person
        or any(conviction.abuse_whoever_the_victim for conviction in history.convictions)
        or history.convicted_of(*VIOLENT_OFFENCES, *SEXUAL_OFFENCES, *_OTHER_HOUSEHOLD_HARM)
        or history.flagged(FlagTheme.DOMESTIC_ABUSE_PERPETRATOR, *_VIOLENT_FLAGS, *_SEXUAL_FLAGS)
        or any(event.kind in _VIOLENT_EVENTS for event in history.custody)
    )


@once_a_person
def known_as_dangerous(facts: PersonFacts) -> bool:
    """Whether an order in force, domestic abuse, registration as a sex offender or a high assessed risk of
    serious harm makes this a release that somebody in the community must have in hand."""
    history = facts.history
    latest = history.latest_assessment
    return bool(
        facts.orders.in_force
        or history.abuse_by_person
        or any(conviction.abuse_whoever_the_victim for conviction in history.convictions)
        or history.flagged(*_DANGER_FLAGS)
        or (latest and latest.overall in (RiskLevel.HIGH, RiskLevel.VERY_HIGH))
    )


def _of_another_kind(topic: ScreeningTopic, facts: PersonFacts) -> Iterable[Record]:
    history = facts.history
    if topic in _ABUSE_TOPICS:
        yield from history.perpetrator_evidence
        yield from (each.record for each in abuse_convictions(facts) if each.domestic is Domestic.YES)
        yield from (fact.record for fact in history.abuse_by_person)
        yield from (fact.order for fact in facts.orders.in_force if _domestic(fact))
    if topic is ScreeningTopic.RISK_TO_OTHERS:
        yield from (fact.order for fact in facts.orders.in_force)
    if topic is ScreeningTopic.DOMESTIC_ABUSE:
        yield from history.abuse_of_person
    if topic in _VIOLENT_TOPICS:
        yield from (event for event in history.custody if event.kind in _VIOLENT_EVENTS)
    if topic is ScreeningTopic.ARSON:
        yield from (a for a in history.risk_assessments if a.fire_setting)
    if topic is ScreeningTopic.HEALTH:
        yield from (r for r in facts.process.health_and_care if r.mental_health)


def _against_the_address(facts: Facts) -> Iterable[Record]:
    """Orders that protect or name somebody or something there, victims of abuse and protected people there,
    and what was written against it."""
    bound = (*(fact.order for fact in facts.orders.in_force), *facts.orders.licence_conditions)
    for link in facts.household.linked(LinkedAs.PROTECTED_PERSON, LinkedAs.ABUSE_VICTIM):
        if link.perhaps is None and (link.linked_as is LinkedAs.ABUSE_VICTIM or link.record in bound):
            yield link.record
    yield from (t.record for t in facts.orders.terms if t.place and t.place.band not in _ELSEWHERE)
    yield from (p.record for p in facts.place.protected if p.match and p.match.band not in _ELSEWHERE)
    yield from called_unsuitable(facts.place)


def _domestic(order: OrderFact) -> bool:
    connected = any(who.relationship in PERSONALLY_CONNECTED for who in order.order.protects)
    return connected or order.info.domestic
