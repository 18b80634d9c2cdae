"""Sentences with their terms and offences, as the prison API lists them.

Elements: every offence; and every day on which a sentence was revoked, which says neither why nor how.
"""

from functools import partial

from riskflag.importers.fields import Fields
from riskflag.importers.offence_dates import last_day
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.sentence_lengths import term_in_months
from riskflag.importers.shape import Shape
from riskflag.records import Conviction
from riskflag.vocabulary import OffenceCode, Source, SourceSystem


def _read(reading: Reading) -> None:
    for sentence in reading.top.members():
        if isinstance(sentence.value, dict):
            reading.each(sentence.listed("offences"), partial(_conviction, sentence))
            reading.no_record(
                sentence.items("revocationDates"), "a sentence revoked, of which only the day is given"
            )
        else:
            reading.unreadable(sentence.path)


def _conviction(sentence: Fields, offence: Fields) -> Conviction:
    code = offence.text("offenceCode")
    return Conviction(
        source_system=SourceSystem.NOMIS,
        source_id=offence.source_id("offenderChargeId"),
        recorded_on=sentence.recorded("sentenceDate"),
        happened_on=last_day(offence, "offenceStartDate", "offenceEndDate"),
        offence_code=OffenceCode(code),
        description=offence.text_or_none("offenceDescription") or code,
        convicted_on=sentence.day("sentenceDate"),
        custody_months=term_in_months(list(sentence.items("terms"))),
    )


SHAPE = Shape(
    name="prison-sentences",
    title="Sentences and their offences, as the prison API lists them",
    recognises=lambda content: some_have(content, "sentenceSequence", "offences"),
    read=reads(_read),
    adds_to=frozenset({Source.CONVICTIONS}),
)
