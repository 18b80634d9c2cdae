"""What the record knows of each risk that a referral can name, and which records show it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from riskflag.facts import Facts
from riskflag.facts.care import mental_health_needs
from riskflag.facts.dates import years_before
from riskflag.facts.fires import fire_records, single_old_and_assessed
from riskflag.facts.history import ConvictionFact, each_once
from riskflag.facts.orders import FROM_CHILDREN
from riskflag.facts.referral_needs import Extent, Need
from riskflag.facts.risk_to_children import signs_of_risk_to_children
from riskflag.facts.staff_risk import staff_risks
from riskflag.facts.topics import RECORD_SOURCES, SEXUAL_OFFENCES, VIOLENT_OFFENCES, WEAPON_OFFENCES
from riskflag.facts.weapons import weapon_evidence
from riskflag.reading.themes import RiskTheme
from riskflag.records import CustodyEventKind, HealthAndCareKind, Record, ScreeningTopic
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import REFERRAL_HISTORY_YEARS
from riskflag.vocabulary import ProhibitionKind, Source

KNOWN_FROM = RECORD_SOURCES | {Source.CHECKS, Source.REFERRALS, Source.ORDER_BREACHES, Source.SCREENING}
"""Where what is known of a risk comes from."""
_GRAVE = frozenset({OffenceTheme.SERIOUS_VIOLENCE, OffenceTheme.HOMICIDE, OffenceTheme.STRANGULATION})
_VIOLENCE = tuple(theme for theme in VIOLENT_OFFENCES if theme not in WEAPON_OFFENCES)
_NO_GO = frozenset(
    {ProhibitionKind.EXCLUSION_AREA, ProhibitionKind.NO_ENTER_ADDRESS, ProhibitionKind.NO_ATTEND_ADDRESS}
)
_NO_CHILD_WORK = "9da214a3"
"""The licence condition against work with children (policy version 4)."""
_ASKED_AS = MappingProxyType(
    {
        RiskTheme.ARSON: ScreeningTopic.ARSON,
        RiskTheme.SEXUAL_OFFENDING: ScreeningTopic.SEXUAL_OFFENDING,
        RiskTheme.RISK_TO_STAFF: ScreeningTopic.RISK_TO_STAFF,
    }
)
"""Topics on which a concern says that the risk is there. Others may be of what was done to the person."""
_SELF_HARM = frozenset({HealthAndCareKind.SELF_HARM_PLAN, HealthAndCareKind.SELF_HARM_CONCERN})
_CHILD_FLAGS = (
    FlagTheme.CHILD_CONTACT_NONE,
    FlagTheme.CHILD_CONTACT_LIMITED,
    FlagTheme.RISK_TO_CHILDREN,
    FlagTheme.CHILD_PROTECTION,
)


def known_risks(need: Need, facts: Facts) -> tuple[Record, ...]:
    """The records that show the risk, as far as the recipient needs it; none where nothing shows it."""
    find = _PART_OF.get((need.theme, need.extent)) or _SHOWN_BY[need.theme]
    return each_once((*find(facts), *_stated_in_forms(need.theme, facts)))


def _stated_in_forms(theme: RiskTheme, facts: Facts) -> Iterable[Record]:
    """Answers of forms and screenings that record a concern on just this risk."""
    topic = _ASKED_AS.get(theme)
    return (answer for answer in facts.process.screening if answer.concern and answer.topic is topic)


def _fires(facts: Facts) -> Iterable[Record]:
    fires = fire_records(facts)
    return () if not fires or single_old_and_assessed(fires, facts) else fires


def _violence(facts: Facts) -> Iterable[Record]:
    """Grave violence whenever it was, other violence of late, flags and custody."""
    yield from _lately(facts, facts.history.convicted_of(*_VIOLENCE))
    yield from _flagged(facts, FlagTheme.VIOLENCE, FlagTheme.RISK_TO_PRISONERS)
    yield from (event for event in facts.history.custody if event.kind is CustodyEventKind.VIOLENCE)


def _lately(facts: Facts, convictions: Iterable[ConvictionFact]) -> Iterable[Record]:
    since = years_before(facts.as_of, REFERRAL_HISTORY_YEARS.value)
    for each in convictions:
        day = each.record.happened_on or each.record.convicted_on
        if day is None or day >= since or each.themes & _GRAVE:
            yield each.record


def _flagged(facts: Facts, *themes: FlagTheme) -> Iterable[Record]:
    return (flag.record for flag in facts.history.flagged(*themes))


def _convicted(facts: Facts, *themes: OffenceTheme) -> Iterable[Record]:
    return (each.record for each in facts.history.convicted_of(*themes))


def _sexual(facts: Facts) -> Iterable[Record]:
    yield from _convicted(facts, *SEXUAL_OFFENCES)
    yield from _flagged(facts, FlagTheme.SEXUAL, FlagTheme.REGISTERED_SEX_OFFENDER)


def _children(facts: Facts) -> Iterable[Record]:
    yield from (record for record, _ in signs_of_risk_to_children(facts))
    yield from _children_barred(facts)


def _children_barred(facts: Facts) -> Iterable[Record]:
    yield from (term.record for term in facts.orders.terms_of(FROM_CHILDREN))
    yield from _flagged(facts, *_CHILD_FLAGS)


def _harassment(facts: Facts) -> Iterable[Record]:
    yield from _convicted(facts, OffenceTheme.STALKING_OR_HARASSMENT)
    yield from _flagged(facts, FlagTheme.STALKING, FlagTheme.HARASSMENT)


def _self_harm(facts: Facts) -> Iterable[Record]:
    yield from _flagged(facts, FlagTheme.SELF_HARM)
    yield from (r for r in facts.process.health_and_care if r.kind in _SELF_HARM)


def _mental_health(facts: Facts) -> Iterable[Record]:
    harm = set(map(id, _self_harm(facts)))
    return (record for record in mental_health_needs(facts) if id(record) not in harm)


def _recovery(facts: Facts) -> Iterable[Record]:
    kind = HealthAndCareKind.SUBSTANCE_RECOVERY
    return (record for record in facts.process.health_and_care if record.kind is kind)


def _orders(facts: Facts) -> Iterable[Record]:
    yield from (fact.order for fact in facts.orders.in_force)
    yield from _flagged(facts, FlagTheme.REGISTERED_SEX_OFFENDER)


def _household_bans(facts: Facts) -> Iterable[Record]:
    return (term.record for term in facts.orders.terms_of(frozenset({ProhibitionKind.NO_RESIDE_WITH})))


def barred_from_work(facts: Facts) -> tuple[Record, ...]:
    """Orders, conditions and registrations that bar work with children or with adults at risk."""
    conditions = (c for c in facts.orders.licence_conditions if (c.code or "").startswith(_NO_CHILD_WORK))
    terms = (term.record for term in facts.orders.terms_of(FROM_CHILDREN))
    return (*terms, *conditions, *_flagged(facts, FlagTheme.BARRED_FROM_WORK))


def _work_bars(facts: Facts) -> Iterable[Record]:
    yield from barred_from_work(facts)
    devices = frozenset({ProhibitionKind.DEVICES_OR_INTERNET})
    yield from (term.record for term in facts.orders.terms_of(devices))


def _gangs(facts: Facts) -> Iterable[Record]:
    """That somebody was exploited by a gang is no risk of theirs, and nobody else's to tell."""
    for flag in facts.history.flagged(FlagTheme.GANG, FlagTheme.ORGANISED_CRIME):
        if FlagTheme.EXPLOITATION_VICTIM not in flag.themes:
            yield flag.record


def _no_go_areas(facts: Facts) -> Iterable[Record]:
    return (term.record for term in facts.orders.terms_of(_NO_GO))


_SHOWN_BY: Mapping[RiskTheme, Callable[[Facts], Iterable[Record]]] = MappingProxyType(
    {
        RiskTheme.ARSON: _fires,
        RiskTheme.VIOLENCE: _violence,
        RiskTheme.DOMESTIC_ABUSE: lambda facts: facts.history.perpetrator_evidence,
        RiskTheme.SEXUAL_OFFENDING: _sexual,
        RiskTheme.RISK_TO_CHILDREN: _children,
        RiskTheme.RISK_TO_STAFF: lambda facts: (record for _, record, _ in staff_risks(facts)),
        RiskTheme.WEAPONS: weapon_evidence,
        RiskTheme.DRUG_SUPPLY: lambda facts: _lately(
            facts, facts.history.convicted_of(OffenceTheme.DRUG_SUPPLY)
        ),
        RiskTheme.SUBSTANCE_MISUSE: _recovery,
        RiskTheme.MENTAL_HEALTH: _mental_health,
        RiskTheme.SUICIDE_OR_SELF_HARM: _self_harm,
        RiskTheme.STALKING_OR_HARASSMENT: _harassment,
        RiskTheme.HATE: lambda facts: (
            *_convicted(facts, OffenceTheme.HATE),
            *_flagged(facts, FlagTheme.HATE),
        ),
        RiskTheme.GANG: _gangs,
        RiskTheme.PROTECTIVE_ORDER: _orders,
        RiskTheme.NO_GO_AREA: _no_go_areas,
    }
)
_PART_OF: Mapping[tuple[RiskTheme, Extent], Callable[[Facts], Iterable[Record]]] = MappingProxyType(
    {
        (RiskTheme.RISK_TO_CHILDREN, Extent.HOUSEHOLD_BANS): _children_barred,
        (RiskTheme.PROTECTIVE_ORDER, Extent.HOUSEHOLD_BANS): _household_bans,
        (RiskTheme.PROTECTIVE_ORDER, Extent.WORK_BARS): _work_bars,
    }
)
