"""Convictions as the community API lists them: events, each with its offences.

Elements: every offence; and that the sentence of an event is in breach, which does not say how or when.
"""

from functools import partial

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.sentence_lengths import custody_in_months
from riskflag.importers.shape import Shape
from riskflag.importers.verdicts import leaves_it_open, without_conviction
from riskflag.records import Conviction, ConvictionOutcome
from riskflag.vocabulary import OffenceCode, Source, SourceSystem

_DECIDED = ("convictionDate", "sentence")
_RESULT = "latestCourtAppearanceOutcome"


def _read(reading: Reading) -> None:
    for event in reading.top.members():
        if isinstance(event.value, dict):
            reading.each(event.listed("offences"), partial(_conviction, event))
            if event.yes_or_no("inBreach"):
                reading.no_record([event.at("inBreach")], "a sentence in breach, and not how or when")
        else:
            reading.unreadable(event.path)


def _conviction(event: Fields, offence: Fields) -> Conviction:
    detail = offence.inside("detail")
    code = detail.text("code")
    return Conviction(
        source_system=SourceSystem.NDELIUS,
        source_id=offence.source_id("offenceId"),
        recorded_on=offence.recorded("createdDatetime"),
        happened_on=offence.day("offenceDate"),
        offence_code=OffenceCode(code),
        description=_described(offence, detail.text_or_none("description") or code),
        outcome=_outcome(event),
        convicted_on=event.day("convictionDate"),
        custody_months=custody_in_months(event.inside("sentence")),
    )


def _described(offence: Fields, words: str) -> str:
    """The offence in words, with how often it was committed where that is more than once."""
    times = offence.digits("offenceCount")
    return f"{words} ({times} counts)" if times and int(times) > 1 else words


def _outcome(event: Fields) -> ConvictionOutcome:
    """Convicted where a conviction, a sentence or a result is recorded, unless that result is no verdict."""
    result = event.inside(_RESULT).text_or_none("description")
    if any(event.has(name) for name in _DECIDED):
        return ConvictionOutcome.CONVICTED
    if event.has(_RESULT) and not leaves_it_open(result):
        return ConvictionOutcome.CONVICTED
    return without_conviction(event, [(_RESULT, result)])


SHAPE = Shape(
    name="probation-convictions",
    title="Convictions, as the community API lists them",
    recognises=lambda content: some_have(content, "convictionId", "offences"),
    read=reads(_read),
    adds_to=frozenset({Source.CONVICTIONS}),
)
