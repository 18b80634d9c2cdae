"""Abuse of partners and relatives by the person, as coded records show it.

No free text counts here, save that an offence may be known as abuse by the words of its method.
"""

from datetime import timedelta

from riskflag.classifier.feature import YES_OR_NO, Direction, FeatureName, PersonFeature
from riskflag.facts.abuse_victims import abuse_of_nobody_named, abuse_victims
from riskflag.facts.escalation import escalations, incidents
from riskflag.facts.liberty import custody_spells, days_at_liberty
from riskflag.facts.person import PersonFacts
from riskflag.facts.strangulation import Strangling, stranglings
from riskflag.records import DomesticAbuseEvent, DomesticAbuseKind
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import Relationship, Source

ABUSE_SOURCES = frozenset(
    {Source.DOMESTIC_ABUSE, Source.CONVICTIONS, Source.ORDER_BREACHES, Source.PROTECTIVE_ORDERS}
)
"""Where it is recorded that somebody was abused."""
_EVENTS_AND_OFFENCES = frozenset({Source.DOMESTIC_ABUSE, Source.CONVICTIONS})
_YEAR = timedelta(days=365)
_CODED = frozenset(Strangling) - {Strangling.SUGGESTED}
_FORMER = frozenset({Relationship.EX_PARTNER, Relationship.EX_SPOUSE})
_NOT_ASKED = (
    "Unknown where nothing is on record and one of the sources that would hold it was not answered in full."
)


def _in_a_year(facts: PersonFacts) -> float:
    happened = incidents(facts)
    if not happened:
        return 0.0
    spells = custody_spells(facts.history.custody, facts.as_of)
    return float(sum(days_at_liberty(each.day, facts.as_of, spells) <= _YEAR for each in happened))


def _victims(facts: PersonFacts) -> float:
    return float(max(abuse_victims(facts).at_least, abuse_of_nobody_named(facts)))


def _escalation_signs(facts: PersonFacts) -> float:
    return float(len({how for how, _, _ in escalations(facts)}))


def _strangled(facts: PersonFacts) -> float:
    return float(any(how in _CODED for how, _, _ in stranglings(facts)))


def _threatened(facts: PersonFacts) -> float:
    events = (abuse.record for abuse in facts.history.abuse_by_person)
    told = any(isinstance(e, DomesticAbuseEvent) and e.kind is DomesticAbuseKind.THREATS for e in events)
    return float(told or bool(facts.history.convicted_of(OffenceTheme.THREATS)))


def _former_partner(facts: PersonFacts) -> float:
    return float(any(abuse.victim.relationship in _FORMER for abuse in facts.history.abuse_by_person))


FEATURES = (
    PersonFeature(
        name=FeatureName("domestic_abuse_incidents_in_a_year"),
        title="Incidents of domestic abuse in the last year at liberty",
        definition="Days on which abuse of a partner or relative is recorded or proven, within 365 days "
        "before today that were not spent in custody. Reports of one day are one incident.",
        unit="incidents",
        grounds="Three in twelve months is the usual trigger for a multi-agency meeting (SafeLives), and "
        "earlier domestic incidents are an item of ODARA and of SARA.",
        unknown_means=_NOT_ASKED,
        value=_in_a_year,
        needs=ABUSE_SOURCES | {Source.CUSTODY},
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("domestic_abuse_incidents"),
        title="Incidents of domestic abuse on record",
        definition="Days, however long ago, on which abuse of a partner or relative by the person is "
        "recorded or proven. Reports of one day are one incident, and one without a day is not counted.",
        unit="incidents",
        grounds="Earlier domestic incidents are an item of ODARA (area under the curve 0.68 to 0.72 for the "
        "whole tool) and of SARA.",
        unknown_means=_NOT_ASKED,
        value=lambda facts: float(len(incidents(facts))),
        needs=ABUSE_SOURCES,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("domestic_abuse_victims"),
        title="Different people abused",
        definition="Partners and relatives, children left out, who were surely different people and whom a "
        "proven or supported record, or an order that protects them, shows to have been abused.",
        unit="people",
        grounds="Abuse of one partner after another is an item of SARA and B-SAFER.",
        unknown_means=_NOT_ASKED,
        value=_victims,
        needs=_EVENTS_AND_OFFENCES | {Source.PROTECTIVE_ORDERS},
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("escalation_signs"),
        title="Ways in which abuse escalates",
        definition="How many of four hold: three incidents within twelve months; an incident after a "
        "multi-agency meeting; each of the last three graver; each interval at most half the one before.",
        unit="ways",
        grounds="Escalation is an item of DASH and SARA and a criterion for a multi-agency meeting "
        "(SafeLives).",
        unknown_means=_NOT_ASKED,
        value=_escalation_signs,
        needs=ABUSE_SOURCES | {Source.CUSTODY, Source.REGISTRATIONS, Source.ALERTS},
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("strangulation_on_record"),
        title="Strangulation on record",
        definition="Whether strangulation or suffocation is recorded as such, charged or proven, of somebody "
        "who is, or may be, a partner or relative. What words alone suggest does not count.",
        unit=YES_OR_NO,
        grounds="Odds of a later killing are 7.48 times as high for women who had been strangled (Glass and "
        "others 2008). It tells of gravity more than of how often.",
        unknown_means=_NOT_ASKED,
        value=_strangled,
        needs=_EVENTS_AND_OFFENCES,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("threats_on_record"),
        title="Threats on record",
        definition="Whether a threat to kill or harm is proven, or an event of domestic abuse is recorded as "
        "one.",
        unit=YES_OR_NO,
        grounds="A threat to harm or kill is an item of ODARA and of SARA.",
        unknown_means=_NOT_ASKED,
        value=_threatened,
        needs=_EVENTS_AND_OFFENCES,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("former_partner_abused"),
        title="A former partner was abused",
        definition="Whether somebody whom the person abused is recorded as a former partner or spouse. When "
        "they separated is not on record.",
        unit=YES_OR_NO,
        grounds="A separation within six months is an item of DASH. A former partner is as near to it as "
        "records come, so no direction is assumed.",
        unknown_means=_NOT_ASKED,
        value=_former_partner,
        needs=_EVENTS_AND_OFFENCES,
    ),
)
