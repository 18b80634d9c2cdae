"""Convictions as the community API lists them: events, each with its offences. Each offence is an element."""

from functools import partial

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.sentence_lengths import custody_in_months
from riskflag.importers.shape import Shape
from riskflag.records import Conviction, ConvictionOutcome
from riskflag.vocabulary import OffenceCode, Source, SourceSystem

_DECIDED = ("convictionDate", "sentence", "latestCourtAppearanceOutcome")


def _read(reading: Reading) -> None:
    for event in reading.top.members():
        if isinstance(event.value, dict):
            reading.each(event.listed("offences"), partial(_conviction, event))
        else:
            reading.unreadable(event.path)


def _conviction(event: Fields, offence: Fields) -> Conviction:
    detail = offence.inside("detail")
    code = detail.text("code")
    decided = any(event.has(name) for name in _DECIDED)
    return Conviction(
        source_system=SourceSystem.NDELIUS,
        source_id=offence.source_id("offenceId"),
        recorded_on=offence.recorded("createdDatetime"),
        happened_on=offence.day("offenceDate"),
        offence_code=OffenceCode(code),
        description=detail.text_or_none("description") or code,
        outcome=ConvictionOutcome.CONVICTED if decided else ConvictionOutcome.PENDING,
        convicted_on=event.day("convictionDate"),
        custody_months=custody_in_months(event.inside("sentence")),
    )


SHAPE = Shape(
    name="probation-convictions",
    title="Convictions, as the community API lists them",
    recognises=lambda content: some_have(content, "convictionId", "offences"),
    read=reads(_read),
    adds_to=frozenset({Source.CONVICTIONS}),
)
