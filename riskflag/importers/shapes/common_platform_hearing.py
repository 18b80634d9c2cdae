"""A hearing as Common Platform shares it: ``{"hearing": {"prosecutionCases": [...]}, "sharedTime": ...}``.

Elements: every defendant (somebody found), every offence (a conviction, or a charge that is not decided) and
every judicial result, wherever in the hearing it stands. A result that makes, varies or ends an order, bail
or a requirement is an order; its prompts are the order's terms and dates. Any other result (a fine, an
adjournment) carries no record, and one of a kind that nobody knows cannot be read. Of several defendants the
one with the person's number is read, and what is about another carries no record. What may be about either
cannot be read; nor can any of it where nobody says whose the payload is.
"""

import re
from collections.abc import Callable, Iterator

from riskflag.importers.court_orders import (
    ResultParts,
    Sitting,
    is_about_an_order,
    order_of,
    take_apart,
)
from riskflag.importers.court_prompts import on_one_line
from riskflag.importers.defendants import Defendants, Whose, sort_out
from riskflag.importers.fields import Fields
from riskflag.importers.people import full_name, numbers_of, sex_of
from riskflag.importers.reading import Reader, Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape, Unusable
from riskflag.records import Conviction, ConvictionOutcome, Person, ProtectiveOrder
from riskflag.reference.court_results import makes_no_order
from riskflag.vocabulary import OffenceCode, Source, SourceSystem

_RESULTS = frozenset({"judicialResults", "defendantJudicialResults", "defendantCaseJudicialResults"})
_THERE = {"IN_PERSON": True, "BY_VIDEO": True, "NOT_PRESENT": False}
_PARTS = frozenset(
    {"prosecutionCases", "defendants", "offences", "courtApplications", "courtApplicationCases", "courtOrder"}
    | {"courtOrderOffences", "offence", "subject", "applicant", "respondents", "masterDefendant"}
)
"""Parts of a hearing in which results stand."""
_ACQUITTED = re.compile(r"\b(?:withdrawn|dismissed|acquitt\w+|not guilty|discontinued)\b", re.IGNORECASE)
_SEVERAL = (
    "belongs to one of several defendants: the person must be named, whose number is that of one of them"
)
_EITHER = "belongs to one of several defendants, and nothing says whether that is this person"
_ANOTHER = "something about another defendant"


def _read(reading: Reading) -> None:
    reading.top.says_when_made("sharedTime")
    hearing = reading.top.inside("hearing")
    defendants = [d for case in hearing.listed("prosecutionCases") for d in _defendants(case)]
    known = sort_out([defendant for defendant in defendants if _is_object(defendant)], reading.payload.person)
    whose = [known.whose(known.owner(defendant, None)) for defendant in defendants]
    for defendant, theirs in zip(defendants, whose, strict=True):
        _hand_over(reading, defendant, theirs, _person)
    sitting = _sitting(hearing, known)
    for defendant, theirs in zip(defendants, whose, strict=True):
        for offence in defendant.items("offences") if _is_object(defendant) else ():
            _hand_over(reading, offence, theirs, lambda each: _conviction(each, sitting))
    seen: set[str | None] = set()
    for result, owner in _results(hearing, known, None):
        theirs = known.whose(owner)
        if theirs is Whose.THE_PERSONS:
            _read_result(reading, result, sitting, seen)
        else:
            _hand_over(reading, result, theirs, _unknown)


def _hand_over(reading: Reading, element: Fields, whose: Whose, reader: Reader) -> None:
    """Reads what is the person's; counts what is another's; refuses what may be either's."""
    if whose is Whose.ANOTHERS:
        reading.no_record([element], _ANOTHER)
    elif whose is Whose.NOBODY_KNOWS:
        reading.one(element, _refused(_SEVERAL if reading.payload.person is None else _EITHER))
    else:
        reading.one(element, reader)


def _defendants(case: Fields) -> Iterator[Fields]:
    return case.listed("defendants") if _is_object(case) else iter((case,))


def _read_result(reading: Reading, result: Fields, sitting: Sitting, seen: set[str | None]) -> None:
    name = result.text_or_none("judicialResultId") if _is_object(result) else None
    parts = _parts(result)
    if name is not None and name in seen:
        reading.no_record([result], "a result that is given above")
    elif parts is not None and result.yes_or_no("isDeleted"):
        reading.no_record([result], "a result that the court deleted")
    elif parts is not None and not is_about_an_order(parts):
        _no_order(reading, result, parts)
    else:
        reading.one(result, lambda each: _order(each, sitting))
    seen.add(name)


def _no_order(reading: Reading, result: Fields, parts: ResultParts) -> None:
    if makes_no_order(parts.label):
        reading.no_record([result], "a result that makes no order")
    else:
        reading.one(result, _unknown)


def _unknown(_: Fields) -> ProtectiveOrder:
    raise Unusable("label", "names a kind of result that is not known")


def _parts(result: Fields) -> ResultParts | None:
    try:
        return take_apart(result)
    except Unusable:
        return None


def _order(result: Fields, sitting: Sitting) -> ProtectiveOrder:
    return order_of(result, take_apart(result), sitting)


def _refused(reason: str) -> Callable[[Fields], Person]:
    def refuse(_: Fields) -> Person:
        raise Unusable("", reason)

    return refuse


def _person(defendant: Fields) -> Person:
    details = defendant.inside("personDefendant").inside("personDetails")
    return Person(
        name=full_name(details, "firstName", "middleName", "lastName"),
        date_of_birth=details.day("dateOfBirth"),
        sex=sex_of(details.text_or_none("gender")),
        **numbers_of(defendant, pnc_number="pncId"),
    )


def _conviction(offence: Fields, sitting: Sitting) -> Conviction:
    labels = (r.text_or_none("label") or "" for r in offence.items("judicialResults") if _is_object(r))
    convicted_on = offence.day("convictionDate")
    outcome = ConvictionOutcome.CONVICTED if convicted_on else ConvictionOutcome.PENDING
    if not convicted_on and any(_ACQUITTED.search(label) for label in labels):
        outcome = ConvictionOutcome.ACQUITTED
    return Conviction(
        source_system=SourceSystem.COURT,
        source_id=offence.source_id("id"),
        recorded_on=sitting.sat_on or offence.taken_on,
        happened_on=offence.day("startDate"),
        offence_code=OffenceCode(offence.text("offenceCode")),
        description=offence.text("offenceTitle"),
        outcome=outcome,
        convicted_on=convicted_on,
        method=offence.words("wording"),
    )


def _sitting(hearing: Fields, known: Defendants) -> Sitting:
    days = [d.day("sittingDay") for d in hearing.items("hearingDays") if _is_object(d)]
    sat_on = max((day for day in days if day), default=None)
    theirs = [a for a in hearing.items("defendantAttendance") if _is_theirs(a, known)]
    attended = (a for each in theirs for a in each.items("attendanceDays"))
    there = [
        _THERE.get(a.text_or_none("attendanceType") or "") for a in attended if a.day("day") in (None, sat_on)
    ]
    court = hearing.inside("courtCentre").text_or_none("name")
    return Sitting(on_one_line(court) if court else None, sat_on, _agreed(there))


def _is_theirs(part: Fields, known: Defendants) -> bool:
    return known.whose(known.owner(part, None)) is Whose.THE_PERSONS


def _agreed(there: list[bool | None]) -> bool | None:
    """Whether the person was there, where nothing gainsays it."""
    return there[0] if there and all(each is there[0] for each in there) else None


def _results(part: Fields, known: Defendants, outer: str | None) -> Iterator[tuple[Fields, str | None]]:
    """Every judicial result in a part of the hearing, however deep, and which defendant it is about. No
    made-up name of a part is told."""
    owner = known.owner(part, outer)
    if isinstance(part.value, list):
        for each in part.members():
            yield from _results(each, known, owner)
    elif isinstance(part.value, dict):
        for name, value in part.value.items():
            if name in _RESULTS:
                yield from ((_inner(each), known.owner(each, owner)) for each in part.items(name))
            else:
                inner = part.of(value, name if name in _PARTS else "another part")
                yield from _results(inner, known, owner)


def _inner(result: Fields) -> Fields:
    """A result of a defendant in the hearing stands inside an object that says whose it is."""
    return result.inside("judicialResult") if has(result.value, "judicialResult") else result


def _is_object(fields: Fields) -> bool:
    return isinstance(fields.value, dict)


SHAPE = Shape(
    name="common-platform-hearing",
    title="A court hearing with its results, as Common Platform shares it",
    recognises=lambda content: isinstance(content, dict) and has(content.get("hearing"), "prosecutionCases"),
    read=reads(_read),
    adds_to=frozenset({Source.PROTECTIVE_ORDERS, Source.CONVICTIONS}),
)
