"""A licence as Create and Vary a Licence holds it: ``{"additionalLicenceConditions": [...], ...}``.

Elements: the person, and every condition of the licence and of post-sentence supervision: standard,
additional and bespoke, as often as it names a place or an area. What was filled in (``data``) gives a
condition its place, its area, its people and its end.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from riskflag.importers.court_prompts import day_in
from riskflag.importers.fields import Fields
from riskflag.importers.licence_terms import PLACES, licence_term, people_in
from riskflag.importers.people import full_name, numbers_of
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape, Unusable
from riskflag.records import LicenceCondition, LicenceConditionStatus, Person
from riskflag.reference.licence_conditions import find_condition
from riskflag.vocabulary import Source, SourceSystem

_LICENCE = ("standardLicenceConditions", "additionalLicenceConditions", "bespokeConditions")
_AFTER = ("standardPssConditions", "additionalPssConditions")
_STATUS: Mapping[str, LicenceConditionStatus] = {
    **dict.fromkeys(("ACTIVE", "APPROVED", "VARIATION_APPROVED"), LicenceConditionStatus.APPROVED),
    **dict.fromkeys(("INACTIVE", "TIMED_OUT", "NOT_REQUIRED"), LicenceConditionStatus.REMOVED),
    **dict.fromkeys(
        (
            "NOT_STARTED",
            "IN_PROGRESS",
            "SUBMITTED",
            "REJECTED",
            "VARIATION_IN_PROGRESS",
            "VARIATION_SUBMITTED",
            "VARIATION_REJECTED",
            "OOS_RECALL",
            "OOS_BOTUS",
            "RECALLED",
        ),
        LicenceConditionStatus.DRAFTED,
    ),
}


def _read(reading: Reading) -> None:
    licence = reading.top
    reading.one(licence, _person)
    status = _status(licence)
    _note_other_licence(licence, status)
    for names, starts, ends in (
        (_LICENCE, "licenceStartDate", "licenceExpiryDate"),
        (_AFTER, "topupSupervisionStartDate", "topupSupervisionExpiryDate"),
    ):
        days = _days(licence, starts, ends)
        for name in names:
            for condition in licence.items(name):
                for details in _details(condition):
                    made = partial(_condition, details=details, licence=licence, status=status, days=days)
                    reading.one(condition, made)


def _days(licence: Fields, starts: str, ends: str) -> tuple[date | None, date | None]:
    """The first and the last day on which conditions apply."""
    first, last = licence.day(starts), licence.day(ends)
    if first and last and last < first:
        licence.contradicts(ends, f"is before {starts}")
    return first, last


def _person(licence: Fields) -> Person:
    return Person(
        name=full_name(licence, "forename", "middleNames", "surname"),
        date_of_birth=licence.day("dateOfBirth"),
        **numbers_of(licence, noms_number="nomisId", case_reference_number="crn", pnc_number="pnc"),
    )


def _status(licence: Fields) -> LicenceConditionStatus:
    """How far the licence has got. One that is active and was superseded is kept, and gainsays itself."""
    code = licence.text_or_none("statusCode")
    if code not in _STATUS:
        licence.lacks("statusCode", "is a status that is not known")
    status = _STATUS.get(code or "", LicenceConditionStatus.DRAFTED)
    if status is LicenceConditionStatus.APPROVED and licence.has("supersededDate"):
        licence.contradicts("supersededDate", "says that another licence took its place, and it is in force")
    return status


def _note_other_licence(licence: Fields, status: LicenceConditionStatus) -> None:
    """Where another licence is in force, or was, what binds the person is not all here."""
    if status is LicenceConditionStatus.REMOVED or licence.has("supersededDate"):
        licence.lacks("statusCode", "says that this licence is over, and whatever took its place is not here")
    elif licence.yes_or_no("isVariation") and status is LicenceConditionStatus.DRAFTED:
        licence.lacks("isVariation", "says that it varies a licence in force, which is not here")


def _condition(
    condition: Fields,
    details: Mapping[str, str],
    licence: Fields,
    status: LicenceConditionStatus,
    days: tuple[date | None, date | None],
) -> LicenceCondition:
    wording = condition.words("expandedText") or condition.words("text")
    if not wording:
        raise Unusable("text", "is needed")
    code = condition.text_or_none("code")
    known = find_condition(code) if code else None
    if code and known is None:
        condition.lacks("code", "is a code that is not known")
    return LicenceCondition(
        source_system=SourceSystem.CREATE_AND_VARY_A_LICENCE,
        source_id=condition.source_id("id"),
        recorded_on=_recorded(licence),
        code=code,
        prohibition=licence_term(wording, details, known),
        status=status,
        names=people_in(details),
        starts_on=days[0],
        ends_on=days[1],
    )


def _details(condition: Fields) -> Iterator[dict[str, str]]:
    """What was filled in, by field, once for each place that is named; other fields filled in more than once
    are joined."""
    held: dict[str, list[str]] = {}
    data = list(condition.items("data")) if isinstance(condition.value, dict) else []
    for each in (one for one in data if isinstance(one.value, dict)):
        name, value = each.text_or_none("field"), each.text_or_none("value")
        if name and value:
            held.setdefault(name, []).append(value)
    if any(not isinstance(one.value, dict) for one in data):
        condition.lacks("data", "holds something that is no answer, and it was left out")
    places = max((len(values) for name, values in held.items() if name in PLACES), default=1)
    for number in range(places):
        yield {
            name: values[min(number, len(values) - 1)] if name in PLACES else "; ".join(values)
            for name, values in held.items()
        }


def _recorded(licence: Fields) -> date:
    """When the licence was last written; its moments are a British day and a time."""
    written = (day_in(licence.text_or_none(name) or "") for name in ("dateLastUpdated", "dateCreated"))
    day = next((day for day in written if day and day <= licence.taken_on), None)
    return day or licence.taken_on


SHAPE = Shape(
    name="licence",
    title="A licence with its conditions",
    recognises=lambda content: has(content, "additionalLicenceConditions"),
    read=reads(_read),
    answers=frozenset({Source.LICENCE_CONDITIONS}),
)
