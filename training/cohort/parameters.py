"""Every figure that the simulated lives rest on, each with where it comes from.

A figure that nobody has published, or that was not read, is *assumed*, and says so. What each feature of the
record adds to the log-odds of a harm is in ``effects``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure.

    value: the figure
    unit: share, days, months, years, occasions, log-odds, standard deviations ...
    source: where it comes from; begins with "assumed" where nobody published it
    confirmed: whether the source, or a summary of it that is named, was looked at and says so
    """

    value: float
    unit: str
    source: str
    confirmed: bool = False


def assumed(value: float, unit: str, why: str) -> Parameter:
    """A figure that nobody has published, or that was not read."""
    return Parameter(value, unit, f"assumed: {why}")


def published(value: float, unit: str, source: str) -> Parameter:
    """A figure that its source states."""
    return Parameter(value, unit, source, confirmed=True)


def parameters_in(names: Mapping[str, object]) -> Mapping[str, Parameter]:
    """The parameters among the names of a module."""
    return MappingProxyType({name: item for name, item in names.items() if isinstance(item, Parameter)})


_INSPECTED_2023 = "HM Inspectorate of Probation, domestic abuse thematic inspection, July 2023"
_INSPECTED_2022 = "HM Inspectorate of Probation, electronic monitoring, January 2022, as summarised"
_ANSWER_2017 = "Written answer 64617 on restraining orders, 28 February 2017, figures for 2015"
_SURVEY_2023 = "Office for National Statistics, partner abuse in detail, year ending March 2023"

WOMEN = assumed(0.06, "share", "women are few among people released from prison")
AGE_OVER_18 = assumed(17.0, "years", "mean above 18 at the first release in the window")
OLDEST = assumed(75.0, "years", "nobody is older at the first release in the window")
AGE_AT_FIRST_SANCTION = assumed(8.0, "years", "mean above 10 at the first conviction or caution")
EARLIER_SANCTIONS = assumed(0.95, "occasions", "before the current one, for one year since the first")
SANCTIONS_GROW = assumed(0.6, "power", "of the years since the first with which occasions grow")
SANCTIONS_SPREAD = assumed(0.6, "log-rate a standard deviation", "some are convicted far more often")
SHARED_DISPOSITION = assumed(0.3, "correlation", "between the dispositions to each kind of harm")

UNEMPLOYED = assumed(0.6, "share", "of people released who are out of work")
USES_COCAINE = assumed(0.2, "share", "of people released who use crack cocaine")

PERPETRATORS = published(0.30, "share", f"{_INSPECTED_2023}: current or former perpetrators")
INCIDENTS_IN_TRUTH = assumed(12.0, "incidents", "mean that one perpetrator has committed before")
TOLD_TO_POLICE = published(0.189, "share", f"{_SURVEY_2023}: victims of partner abuse who told the police")
INCIDENTS_SPREAD = assumed(0.5, "log-rate a standard deviation", "some abuse far more often")
INCIDENTS_AT_THE_END = assumed(0.35, "share", "of perpetrators whose incidents fall in the last year")
INCIDENTS_AFTER_RELEASE = assumed(0.35, "incidents", "mean in two years after release, not proven")
INCIDENT_CORROBORATED = assumed(0.6, "share", "an injury, an admission or a second source supports it")
SECOND_VICTIM = assumed(0.30, "share", "of perpetrators who have abused a second person")
THIRD_VICTIM = assumed(0.25, "share", "of those with a second victim who have a third")
VICTIM_IS_RELATIVE = assumed(0.15, "share", "of victims who are relatives and no partners")
STILL_TOGETHER = assumed(0.3, "share", "of victims who are partners still at release")
VICTIM_NOT_NAMED = assumed(0.25, "share", "of earlier proven abuse where nobody recorded the victim")
COURT_FOUND_ABUSE = assumed(0.3, "share", "of proven abuse where the court said that it was domestic")

ABUSE_SANCTION = assumed(0.2, "share", "of a perpetrator's occasions that are domestic abuse")
ABUSE_IS_VIOLENT = assumed(0.7, "share", "of proven abuse that is violence or threats")
VIOLENT_SANCTION = assumed(0.17, "share", "of other occasions that are violent, at the middle disposition")
VIOLENT_SPREAD = assumed(0.5, "log-share a standard deviation", "some are violent far more often")
CUSTODY_FIRST = assumed(0.04, "share", "of first occasions that lead to prison")
CUSTODY_EACH = assumed(0.02, "share", "added for each occasion before")
CUSTODY_MOST = assumed(0.20, "share", "beyond which earlier occasions add nothing")
CUSTODY_SHORTEST = assumed(14.0, "days", "least time served")
CUSTODY_DAYS = assumed(180.0, "days", "mean time served beyond the least")
CUSTODY_LONGEST = assumed(2000.0, "days", "most time served")
REMANDED = assumed(0.4, "share", "of people in custody before conviction")
REMAND_PART = assumed(0.4, "share", "of the time served that came before conviction")
VIOLENCE_IN_CUSTODY = assumed(0.05, "share", "of times in custody with violence or a weapon recorded")

RESTRAINING_ORDER = assumed(0.6, "share", "of proven abuse after which the court makes one")
ORDER_UNTIL_FURTHER = assumed(0.25, "share", "of restraining orders without an end date")
ORDER_SHORTEST = assumed(2.0, "years", "shortest restraining order")
ORDER_LONGEST = assumed(6.0, "years", "longest restraining order with an end date")
NON_MOLESTATION_ORDER = assumed(0.12, "share", "of incidents that are not proven, after which one is made")
NON_MOLESTATION_DAYS = assumed(365.0, "days", "usual length")
BEHAVIOUR_ORDER = assumed(0.04, "share", "of other occasions after the fifth with a criminal behaviour order")
ORDER_RECORDED = assumed(0.95, "share", "of orders that the dossier's systems hold")
BREACHES_A_YEAR = assumed(0.22, "occasions", "a year under an order, at the middle disposition")
BREACHES_PER_ORDER = published(
    0.364,
    "convictions per order made",
    f"{_ANSWER_2017}: 8,395 for 23,057 orders; a check, not drawn",
)
BREACHES_SPREAD = assumed(0.5, "log-rate a standard deviation", "some disregard orders far more often")
BREACH_SOON = assumed(0.3, "share", "of breaches after a release that come within 28 days")
BREACH_ALLEGED = assumed(0.3, "occasions", "alleged and not proven for each that is proven")

DAYS_TO_CONVICTION = assumed(110.0, "days", "mean from offence to conviction")
DAYS_TO_RECORD = assumed(6.0, "days", "mean until a system holds what happened")
DAYS_TO_RECORD_ORDER = assumed(21.0, "days", "mean until an order is recorded")
RECORD_LATEST = assumed(180.0, "days", "nothing is recorded later than this")

CHECK_RETURNED = published(0.37, "share", f"{_INSPECTED_2022}: domestic abuse checks made before sentence")
CHILDRENS_CHECK_RETURNED = assumed(0.35, "share", "as rare as the check with the police")
CHECK_NOT_ANSWERED = assumed(0.15, "share", "of cases where a check was sent and no answer came")
FLAGGED_CURRENT = assumed(0.75, "share", "flagged where the current offence is domestic abuse")
FLAGGED_CONVICTED = assumed(0.45, "share", "flagged where an earlier conviction is")
FLAGGED_CHECKED = assumed(0.60, "share", "flagged where a returned check shows police incidents and no more")
FLAGGED_UNCHECKED = assumed(0.12, "share", "flagged on police incidents where no check came back")
FLAGGED_WRONGLY = assumed(0.01, "share", "flagged with nothing behind it")
ALERT_BESIDE_REGISTER = assumed(0.6, "share", "of those flagged in probation whom the prison flags too")
ORDER_FLAGGED = assumed(0.6, "share", "of orders in force that a register or an alert mentions")
FLAG_CLOSED = assumed(0.25, "share", "of registers closed at the end of supervision")
ASSESSED = assumed(0.85, "share", "of releases with a risk assessment of this sentence")
ASSESSED_AS_PERPETRATOR = assumed(0.85, "share", "of those flagged where the assessment says so too")
PERPETRATOR_NOT_ANSWERED = assumed(0.25, "share", "of assessments that leave OASys 6.7 open")
ANSWERS_GIVEN = assumed(0.6, "share", "of assessments that bring answers: the full layer, and sent on")
ANSWER_LEFT_OPEN = assumed(0.05, "share", "of questions in such an assessment that nobody answered")
ANSWER_MISJUDGED = assumed(0.25, "share", "of levels that the assessor puts one too high or too low")
WEAPON_ASSESSED = assumed(0.1, "share", "of assessments that say a weapon was carried or used")
USES_CANNABIS = assumed(0.4, "share", "of people released who use cannabis")
USES_HEROIN = assumed(0.2, "share", "of people released who use heroin")
SOURCE_MISSING = assumed(0.06, "share", "of people for whom one source did not answer in full")

NO_FIXED_ABODE = published(
    0.137, "share", "Ministry of Justice, year to March 2023, as summarised: 86.3% housed at release"
)
WITH_PARTNER = assumed(0.24, "share", "of releases to a partner's home")
WITH_PARENT = assumed(0.25, "share", "of releases to a parent's home")
WITH_FRIEND = assumed(0.12, "share", "of releases to a friend's home")
OCCUPANTS_NOT_STATED = assumed(0.15, "share", "of homes of which nobody said who lives there")
CHILDREN_THERE = assumed(0.25, "share", "of homes of partners with a child")

EVERYDAY_OFFENCES_AFTER = assumed(
    0.8, "occasions", "mean in two years after release, of no harm modelled here"
)
RECALLED = assumed(0.12, "share", "of releases followed by a recall that no harm led to")
RECALL_DAYS = assumed(28.0, "days", "a fixed-term recall")
CUSTODY_AFTER_HARM = assumed(0.55, "share", "of proven harms after which the person goes to prison")
ONE_OFFENCE = assumed(0.8, "share", "of those with proven abuse and violence where one offence is both")
DAYS_TO_NEXT_CUSTODY = assumed(600.0, "days", "mean to the next sentence, once the time looked at has passed")
TOGETHER = assumed(0.6, "correlation", "between abuse and violence after one release, chances given")
EARLY = assumed(1.6, "power", "outcomes come sooner rather than later within the time looked at")

SHORTEST_CAREER_DAYS = assumed(30.0, "days", "between the first sanction and the current offence")
STRANGULATION_IN_FORCE = date(2022, 6, 7).toordinal()
"""Serious Crime Act 2015 s.75A; before that day strangulation is charged as an assault."""
CONTROL_IN_FORCE = date(2015, 12, 29).toordinal()
"""Serious Crime Act 2015 s.76; before that day control is charged as harassment."""
STALKING_IN_FORCE = date(2012, 11, 25).toordinal()
"""Protection from Harassment Act 1997 s.2A and s.4A; before that day stalking is charged as harassment."""


def life_parameters() -> Mapping[str, Parameter]:
    """Every parameter of this module, by name."""
    return parameters_in(globals())
