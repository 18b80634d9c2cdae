"""Offences by booking, as the prison API lists them. One without a result is a charge."""

from riskflag.importers.fields import Fields
from riskflag.importers.offence_dates import last_day
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.shape import Shape
from riskflag.importers.verdicts import without_conviction
from riskflag.records import Conviction, ConvictionOutcome
from riskflag.vocabulary import NomsNumber, OffenceCode, Source, SourceSystem

_RESULTS = ("primaryResult", "secondaryResult")


def _read(reading: Reading) -> None:
    reading.each(reading.top.members(), _offence)


def _offence(offence: Fields) -> Conviction:
    offence.is_about("offenderNo", NomsNumber)
    code = offence.text("offenceCode")
    outcome = _outcome(offence)
    decided_on = offence.day("courtDate")
    return Conviction(
        source_system=SourceSystem.NOMIS,
        source_id=offence.source_id("bookingId", "caseId", "offenceCode"),
        recorded_on=decided_on or offence.taken_on,
        happened_on=last_day(offence, "offenceDate", "offenceRangeDate"),
        offence_code=OffenceCode(code),
        description=offence.text_or_none("offenceDescription") or code,
        outcome=outcome,
        convicted_on=decided_on if outcome is ConvictionOutcome.CONVICTED else None,
    )


def _outcome(offence: Fields) -> ConvictionOutcome:
    """Convicted where any result is a conviction."""
    if any(offence.yes_or_no(f"{result}Conviction") for result in _RESULTS):
        return ConvictionOutcome.CONVICTED
    named = [f"{result}Description" for result in _RESULTS]
    return without_conviction(offence, ((name, offence.text_or_none(name)) for name in named))


SHAPE = Shape(
    name="prison-offence-history",
    title="Offences by booking, as the prison API lists them",
    recognises=lambda content: some_have(content, "bookingId", "offenceCode"),
    read=reads(_read),
    adds_to=frozenset({Source.CONVICTIONS}),
)
