"""The figures that decide when something is near, old, soon or often, each with its unit, date and basis.

All are proposals made in November 2026 to be settled locally, and none is law, unless ``is_law`` says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from riskflag.vocabulary import Source

_PROPOSED = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Threshold:
    """One figure.

    value: the figure, in whole units
    unit: metres, days, working days, months, years, hours, minutes, milliseconds or times
    since: the day from which it applies: commencement for law, else when it was proposed
    basis: where it comes from
    is_law: whether a statute sets it, so that no local setting may change it
    """

    value: int
    unit: str
    since: date
    basis: str
    is_law: bool = False


def _proposed(value: int, unit: str, basis: str) -> Threshold:
    return Threshold(value, unit, _PROPOSED, f"Proposed, November 2026: {basis}")


def _law(value: int, unit: str, since: date, basis: str) -> Threshold:
    return Threshold(value, unit, since, basis, is_law=True)


NEAR_URBAN_METRES = _proposed(500, "metres", "near a protected home, in town; local setting")
NEAR_RURAL_METRES = _proposed(2000, "metres", "near a protected home, elsewhere; local setting")
NEIGHBOUR_METRES = _proposed(100, "metres", "near enough to be a neighbour; local setting")
SCHOOL_METRES = _proposed(250, "metres", "near a place for children; local setting")

CHECK_MAX_AGE_DAYS = _proposed(91, "days", "a returned check stands for three months")
PROTECTED_ADDRESS_MAX_AGE_DAYS = _proposed(183, "days", "a protected address is verified each six months")
ASSESSMENT_MAX_AGE_DAYS = _proposed(365, "days", "a risk of serious harm assessment is stale after a year")
CARE_ASSESSMENT_MAX_AGE_DAYS = _proposed(183, "days", "a social care assessment stands for six months")
ADDRESS_CONFIRMED_DAYS = _proposed(14, "days", "confirmed means verified this recently")
ADDRESS_STALE_DAYS = _proposed(30, "days", "an address verified longer ago must be verified again")
ADDRESS_INTELLIGENCE_YEARS = _proposed(3, "years", "police knowledge of an address counts for three years")

RELEASE_PLANNING_DAYS = _proposed(84, "days", "12 weeks before release: three-way contact and victim liaison")
RELEASE_SOON_DAYS = _proposed(28, "days", "a release plan without an address is a failing plan")
RELEASE_IMMINENT_DAYS = _proposed(7, "days", "the last week before release raises every address gap")
ALLOCATION_WORKING_DAYS = _proposed(10, "working days", "a responsible officer is named by then")
REFERRAL_ANSWER_WORKING_DAYS = _proposed(5, "working days", "after that, not acknowledged is not received")
HEALTH_HANDOVER_DAYS = _proposed(14, "days", "a health appointment is due this soon after release")
HEARING_DAYS = _proposed(14, "days", "a hearing for a full order this close stops the plan")

ORDER_ENDS_BEFORE_RELEASE_DAYS = _proposed(
    28, "days", "an order that ends this soon before release, or at any time after it, is to be renewed"
)
ORDER_RENEWAL_MONTHS = _proposed(
    24, "months", "breach or abuse this recent is a reason to renew an order that ends earlier still"
)

BREACH_YEARS = _proposed(5, "years", "how far back proven breaches are counted")
BREACH_COUNT = _proposed(2, "times", "proven breaches within BREACH_YEARS that make a pattern")
RECENT_BREACH_MONTHS = _proposed(12, "months", "one breach this close before custody is enough")
QUICK_BREACH_DAYS = _proposed(28, "days", "breach or recall this soon after an earlier release")
DOMESTIC_ABUSE_YEARS = _proposed(5, "years", "how far back an incident counts where nothing graver is known")
ESCALATION_COUNT = _proposed(3, "times", "incidents within ESCALATION_MONTHS that show escalation")
ESCALATION_MONTHS = _proposed(12, "months", "the window for escalation, and for a repeat after a MARAC")
ABUSE_WITH_CHILDREN_YEARS = _proposed(
    10, "years", "how far back abuse counts where a child is at home and children's services are content"
)
THREAT_MONTHS = _proposed(24, "months", "how far back a threat to a named person counts")
WEAPON_MONTHS = _proposed(24, "months", "how far back a weapon found in custody counts")
DISCLOSURE_DECISION_MONTHS = _proposed(12, "months", "a disclosure decision stands for a year")
MISSED_APPOINTMENTS = _proposed(2, "times", "appointments missed, after which support is about to end")
REFERRAL_HISTORY_YEARS = _proposed(
    10, "years", "how far back violence that is not grave, or drug supply, tells a recipient anything"
)
STAFF_THREAT_YEARS = _proposed(5, "years", "how far back threats or violence to staff or landlords count")
CO_DEFENDANT_YEARS = _proposed(5, "years", "how far back the case counts that a co-defendant was part of")
SELF_HARM_PLAN_MONTHS = _proposed(6, "months", "how far back a plan against self-harm counts")
ARSON_OLD_YEARS = _proposed(10, "years", "a single fire longer ago, assessed since, is history")
ARSON_CHILD_YEARS = _proposed(
    14, "years", "a single fire set by a child younger than this is told and no more"
)
MAPPA_LEVEL_MONTHS = _proposed(6, "months", "a MAPPA level is set this long before release")
HOSPITAL_ADMISSION_MONTHS = _proposed(12, "months", "how far back a mental health admission counts")
VULNERABILITY_AGE_YEARS = _proposed(60, "years", "the age from which vulnerability is asked about")

ASKED_BEFORE_DAYS = _proposed(30, "days", "how far back enquiries about the same person are set together")
ASKED_BEFORE_COUNT = _proposed(3, "times", "different addresses in one area that look like a search")
ASKED_BEFORE_METRES = _proposed(500, "metres", "a new enquiry this near to a stopped one looks like a search")

PROBING_DAYS = _proposed(30, "days", "how far back enquiries are counted; our safety rule")
PROBING_SOFT_CAP = _proposed(
    5, "times", "addresses for one person by all users, of which the auditor is told; our safety rule"
)
PROBING_HARD_CAP = _proposed(
    10, "times", "addresses for one person by all users, after which another agrees; our safety rule"
)
PROBING_AGREED_FURTHER = _proposed(5, "times", "further addresses that one officer's agreement allows")
PROBING_AGREED_DAYS = _proposed(30, "days", "how long an officer's agreement to further addresses stands")
PROBING_SLOW_DAYS = _proposed(90, "days", "how far back a slow search is looked for; our judgement")
PROBING_SLOW_COUNT = _proposed(5, "times", "private addresses in PROBING_SLOW_DAYS; our judgement")
PROBING_AREA_METRES = _proposed(300, "metres", "how wide around one address an area is; our judgement")
PROBING_AREA_COUNT = _proposed(3, "times", "private addresses of one area for one person; our judgement")
PROBING_UNITS = _proposed(3, "times", "flats of one building for one person; our judgement")
PROBING_SHAPE_COUNT = _proposed(4, "times", "addresses that make a ring or close in; our judgement")
PROBING_TURN_ACCOUNTS = _proposed(3, "times", "accounts that each ask what no other asked; our judgement")
PROBING_TURN_COUNT = _proposed(5, "times", "addresses for one person that accounts share out; our judgement")
PROBING_PEOPLE = _proposed(4, "times", "people for whom one private address was asked about; our judgement")
PROBING_HOUSEHOLDS = _proposed(4, "times", "households given for one address; our judgement")
PROBING_SPELLINGS = _proposed(5, "times", "ways in which one address was written; our judgement")
PROBING_STREET_DOORS = _proposed(4, "times", "doors of one street that one account asked; our judgement")

ANSWER_VALID_HOURS = _proposed(24, "hours", "an answer expires after a day at the latest; our safety rule")
RECORD_COUNT_FALL_PERCENT = _proposed(1, "per cent", "a feed that lost more is not whole; our safety rule")
ACCESS_LIMITS_MINUTES = _proposed(5, "minutes", "who may see a case is asked this often; our safety rule")
RULE_TIME_LIMIT_MS = _proposed(250, "milliseconds", "a rule that takes longer cannot tell; our safety rule")

CHILD_AGE = _law(18, "years", date(1991, 10, 14), "Children Act 1989 s.105: a child is under 18")
MAPPA_CUSTODY_MONTHS = _law(
    12, "months", date(2004, 4, 5), "Criminal Justice Act 2003 ss.325-327: 12 months or more"
)
DEPORTATION_CUSTODY_MONTHS = _law(
    12, "months", date(2008, 8, 1), "UK Borders Act 2007 s.32: a sentence of 12 months or more"
)
VICTIM_CONTACT_CUSTODY_MONTHS = _law(
    12, "months", date(2005, 7, 1), "Domestic Violence, Crime and Victims Act 2004 s.35: 12 months or more"
)
NOTIFICATION_DAYS = _law(
    3, "days", date(2004, 5, 1), "Sexual Offences Act 2003 ss.83-84: three days to notify"
)
NOTIFICATION_QUALIFYING_DAYS = _law(
    7, "days", date(2004, 5, 1), "Sexual Offences Act 2003 s.84: seven days in 12 months"
)
CHILD_HOUSEHOLD_HOURS = _law(
    12, "hours", date(2012, 8, 13), "SI 2012/1876: 12 hours in a household with a child"
)

_DAILY = 24
_WEEKLY = 168
_WEEKLY_SOURCES = frozenset(
    {
        Source.RISK_ASSESSMENTS,
        Source.LICENCE_CONDITIONS,
        Source.CONTACTS,
        Source.ADDRESSES,
        Source.SCREENING,
        Source.CHECKS,
        Source.REFERRALS,
        Source.HEALTH_AND_CARE,
        Source.HOUSEHOLD_ENQUIRIES,
    }
)
SOURCE_MAX_AGE_HOURS: Mapping[Source, int] = MappingProxyType(
    {
        source: _WEEKLY if source in _WEEKLY_SOURCES else _DAILY
        for source in Source
        if source is not Source.ACCESS_LIMITS
    }
)
"""How old, in hours, the last complete answer of a source may be before it counts as missing. A day for what
changes who is in danger (orders, breaches, domestic abuse, convictions, flags, places, custody, allocation),
a week for the rest; a source that is not listed as weekly is daily. Our safety rule, not law. Who may see a
case is not among them: no answer rests on it, and it is asked every few minutes (ACCESS_LIMITS_MINUTES)."""


def all_thresholds() -> Mapping[str, Threshold]:
    """Every threshold by its name in this module."""
    return MappingProxyType({name: item for name, item in globals().items() if isinstance(item, Threshold)})
