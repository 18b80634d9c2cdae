"""Risks that a form for accommodation states in a field of their own -> answers of a screening, or concerns.

A yes is a risk that is known from then on, and a no can be set against what is on record. What the form says
of a risk may come from agencies and victims, so that the person must not learn it from here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading
from riskflag.records import (
    CustodyEvent,
    CustodyEventKind,
    HealthAndCareKind,
    HealthAndCareRecord,
    ScreeningAnswer,
    ScreeningTopic,
)
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem, Visibility

_VIOLENT = re.compile(r"assault|\bfight|violen|weapon|hostage|against (?:his|her|their) will", re.IGNORECASE)
_SELF_HARM = frozenset({HealthAndCareKind.SELF_HARM_PLAN, HealthAndCareKind.SELF_HARM_CONCERN})
ADDS_TO = frozenset({Source.CUSTODY, Source.HEALTH_AND_CARE, Source.REFERRALS, Source.SCREENING})


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is answered with yes or no.

    section, page, name: where its answer stands
    about: what it is about: a topic on which no can be at odds with the record, or a concern for the person
    words: what it asks, briefly
    detail: where the answer is explained; empty for its name with "Detail"
    of_several: one answer to several questions, so that yes does not say to which
    """

    section: str
    page: str
    name: str
    about: ScreeningTopic | HealthAndCareKind
    words: str
    detail: str = ""
    of_several: bool = False


def read_stated_risks(reading: Reading, questions: Iterable[Question], form: str) -> None:
    """Counts every question that was answered. A concern for the person that is denied carries no record.

    form: what the form is called
    """
    for asked in questions:
        page = reading.top.inside(asked.section).inside(asked.page)
        if not page.has(asked.name):
            continue
        answer = page.at(asked.name)
        said, about = page.yes_or_no(asked.name), asked.about
        if said and asked.of_several:
            reading.no_record([answer], "a yes to one of several questions asked as one")
        elif isinstance(about, ScreeningTopic):
            reading.one(answer, partial(_screened, page=page, asked=asked, topic=about, form=form))
        elif said:
            reading.one(answer, partial(_concern, page=page, asked=asked, kind=about))
        else:
            reading.no_record([answer], "a concern for the person that nobody says there is")


def read_adjudications(reading: Reading, page: Fields) -> None:
    """Counts every adjudication: one for violence that was proved is an event in custody."""
    for each in page.items("adjudications"):
        known = isinstance(each.value, dict)
        words = (each.text_or_none("offenceDescription") or "") if known else ""
        proved = known and (each.text_or_none("finding") or "").upper() == "PROVED"
        if known and not (proved and _VIOLENT.search(words)):
            reading.no_record([each], "an adjudication that was not proved, or not for violence")
        else:
            reading.one(each, _violence)


def _screened(
    answer: Fields, page: Fields, asked: Question, topic: ScreeningTopic, form: str
) -> ScreeningAnswer:
    """The answer under a tool of its own: of two questions on one topic neither may hide the other."""
    concern, explained = page.yes_or_no(asked.name), page.words(asked.detail or f"{asked.name}Detail")
    if concern is False and explained:
        page.contradicts(asked.name, "says no, and what it says no to is explained")
    return ScreeningAnswer(
        source_system=SourceSystem.OTHER,
        source_id=SourceRecordId(f"{page.source_id()}-{asked.name}-{topic}"),
        recorded_on=answer.taken_on,
        visibility=Visibility.PROTECTED,
        tool=f"{form}: {asked.words}",
        topic=topic,
        concern=concern,
        words=explained,
    )


def _concern(answer: Fields, page: Fields, asked: Question, kind: HealthAndCareKind) -> HealthAndCareRecord:
    explained = page.words(asked.detail or f"{asked.name}Detail")
    return HealthAndCareRecord(
        source_system=SourceSystem.OTHER,
        source_id=SourceRecordId(f"{page.source_id()}-{asked.name}"),
        recorded_on=answer.taken_on,
        visibility=Visibility.PROTECTED,
        kind=kind,
        mental_health=kind in _SELF_HARM,
        words=": ".join(filter(None, (asked.words, explained))),
    )


def _violence(adjudication: Fields) -> CustodyEvent:
    return CustodyEvent(
        source_system=SourceSystem.NOMIS,
        source_id=SourceRecordId(f"adjudication-{adjudication.source_id('id')}"),
        recorded_on=adjudication.recorded("reportedAt"),
        happened_on=adjudication.day("reportedAt"),
        kind=CustodyEventKind.VIOLENCE,
        words=adjudication.text("offenceDescription"),
    )
