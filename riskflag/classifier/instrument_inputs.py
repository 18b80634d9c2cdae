"""What the published instruments ask, read from the person's own records.

What the records leave open stays unknown, and the instruments then refuse: a conviction without a date or a
source that did not answer in full is no reason to count fewer. The instruments would take the conviction for
the start of follow-up where there is no release date; here they do not get to, because the months since then
were spent in custody and would count as months without offending.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from riskflag.classifier.instrument_checks import PREDICTORS, faults
from riskflag.classifier.instrument_results import Basis, Fault, Instrument, Problem, Refusal, Result
from riskflag.classifier.instrument_tables import find_offence_category, offence_weight
from riskflag.classifier.instruments import score
from riskflag.classifier.offending_history import OffendingHistory
from riskflag.classifier.recorded_answers import RecordedAnswers, answers_on_record
from riskflag.dossier import MissingReason
from riskflag.facts import Facts
from riskflag.facts.dates import whole_years
from riskflag.facts.history import ConvictionFact, when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.returns import INTO_CUSTODY
from riskflag.records import ConvictionOutcome, CustodyEventKind
from riskflag.vocabulary import Source

_MOVES = INTO_CUSTODY | {CustodyEventKind.RELEASED}


class Note(StrEnum):
    """What a reader must know of how the records were read. No note says anything of the person."""

    SEVERAL_OFFENCES = (
        "Several offences were dealt with on the day of the current conviction. "
        "The one that weighs most in this instrument was taken."
    )
    NOT_COMPLETE = "The convictions on record are not known to be all there are, so they were not counted."
    WITHOUT_DATE = "A conviction or caution has no date, so the occasions cannot be counted."
    NOTHING_PROVEN = "There is no conviction or caution on record."
    VIOLENCE_NOT_KNOWN = "An offence code is not in the instruments' list, so violent ones cannot be counted."
    RELEASE_NOT_KNOWN = "Neither a release to come nor a release that still lasts is on record."


@dataclass(frozen=True, slots=True)
class RecordedHistory:
    """An offending history as one instrument asks for it, from the records.

    history: the inputs; unknown ones are null
    notes: how they were read, where there was a choice or a gap
    """

    history: OffendingHistory
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Proven:
    """One offence that was proven.

    day: of the conviction or caution
    code: its code, in five digits where the instruments know it
    convicted: a conviction, and not a caution
    violent: whether it counts as violent; None where the instruments do not know its code
    """

    day: date
    code: str
    convicted: bool
    violent: bool | None


@dataclass(frozen=True, slots=True)
class _Read:
    """What every instrument asks alike.

    history: the inputs but for the current offence and the start of follow-up
    current: codes of the offences of the current conviction, in order; none where nothing could be counted
    gap: why nothing could be counted; None where it could
    notes: how they were read
    """

    history: OffendingHistory
    current: tuple[str, ...] = ()
    gap: Note | None = None
    notes: tuple[Note, ...] = ()


def score_on_record(facts: Facts) -> Mapping[Instrument, Result]:
    """What every instrument says of the person, from their own records."""
    return _scores(facts, follow_up_start(facts))


def history_on_record(facts: Facts, instrument: Instrument) -> RecordedHistory:
    """What this instrument asks about the person, and how it was read."""
    return _recorded(facts, follow_up_start(facts), instrument)


def counted_history(person: PersonFacts) -> OffendingHistory:
    """What every instrument asks alike and a release to come changes nothing of; what the record leaves open
    is null."""
    return _read(person).history


def follow_up_start(facts: Facts) -> date | None:
    """A release to come, or one that still lasts. A plan whose day has passed does not prove a release."""
    planned = facts.proposal.release_date
    return planned if planned is not None and planned >= facts.as_of else _released_on(facts)


@once_a_person
def _scores(person: PersonFacts, released: date | None) -> Mapping[Instrument, Result]:
    given = answers_on_record(person)
    read = {instrument: _recorded(person, released, instrument) for instrument in Instrument}
    return {instrument: _result(instrument, each, given) for instrument, each in read.items()}


def _recorded(person: PersonFacts, released: date | None, instrument: Instrument) -> RecordedHistory:
    read = _read(person)
    unknown = () if released else (Note.RELEASE_NOT_KNOWN,)
    heaviest = None if read.gap else _heaviest(instrument, read.current)
    notes = (read.gap, *unknown) if read.gap else (*unknown, *read.notes)
    return RecordedHistory(_history_with(person, released, heaviest), notes)


@once_a_person
def _history_with(person: PersonFacts, released: date | None, heaviest: str | None) -> OffendingHistory:
    return replace(_read(person).history, follow_up_start=released, current_offence_code=heaviest)


@once_a_person
def _read(person: PersonFacts) -> _Read:
    known = OffendingHistory(
        sex=person.person.sex,
        date_of_birth=person.person.date_of_birth,
        assessed_on=person.as_of,
    )
    proven = [each for each in person.history.convictions if each.proven]
    if gap := _gap(person, proven):
        return _Read(known, gap=gap)
    dated = [_proven(each.record.convicted_on, each) for each in proven if each.record.convicted_on]
    current = _current(dated)
    codes = tuple(sorted(each.code for each in current))
    counted = _counted(known, current[0].day, dated)
    return _Read(counted, codes, notes=tuple(_reading_notes(counted, codes)))


def _proven(day: date, fact: ConvictionFact) -> _Proven:
    written, convicted = fact.record.offence_code, fact.record.outcome is ConvictionOutcome.CONVICTED
    category = find_offence_category(written)
    if category is None:
        return _Proven(day, written, convicted, violent=None)
    return _Proven(day, category.code, convicted, category.violent)


def _result(instrument: Instrument, read: RecordedHistory, given: RecordedAnswers) -> Result:
    history = read.history
    if history.follow_up_start is None and instrument in PREDICTORS:
        unknown = Fault(Problem.MISSING, ("follow_up_start",))
        return Refusal(instrument, (*faults(instrument, history), unknown), read.notes)
    result = score(instrument, history, given.answers)
    if isinstance(result, Refusal) or instrument not in PREDICTORS:
        return replace(result, notes=read.notes)
    return replace(result, answered_on=given.given_on, notes=(*read.notes, *given.notes))


def _gap(person: PersonFacts, proven: Sequence[ConvictionFact]) -> Note | None:
    missing = person.unavailable.get(Source.CONVICTIONS)
    if missing and missing.reason is not MissingReason.UNMAPPED_CODE:
        return Note.NOT_COMPLETE
    if not proven:
        return Note.NOTHING_PROVEN
    return Note.WITHOUT_DATE if any(each.record.convicted_on is None for each in proven) else None


def _counted(known: OffendingHistory, current: date, proven: Sequence[_Proven]) -> OffendingHistory:
    days = {each.day for each in proven}
    born = known.date_of_birth
    return replace(
        known,
        current_conviction_on=current,
        sanction_occasions=len(days),
        violent_sanctions=_violent_occasions(proven),
        age_at_first_sanction=whole_years(born, min(days)) if born else None,
        cautions_only=not any(each.convicted for each in proven),
    )


def _reading_notes(history: OffendingHistory, current: Sequence[str]) -> Iterable[Note]:
    if len(set(current)) > 1:
        yield Note.SEVERAL_OFFENCES
    if history.violent_sanctions is None:
        yield Note.VIOLENCE_NOT_KNOWN


def _current(proven: Sequence[_Proven]) -> list[_Proven]:
    """The offences of the newest conviction; of the newest caution where nobody was ever convicted."""
    convicted = [each for each in proven if each.convicted] or proven
    newest = max(each.day for each in convicted)
    return [each for each in convicted if each.day == newest]


def _heaviest(instrument: Instrument, codes: Sequence[str]) -> str:
    """The code that weighs most, or one that has no weight: then nobody can tell which weighs most."""
    if len(set(codes)) == 1:
        return codes[0]
    weights = {code: _weight(instrument, code) for code in codes}
    unknown = next((code for code, weight in weights.items() if weight is None), None)
    return max(codes, key=lambda code: weights[code] or 0.0) if unknown is None else unknown


def _weight(instrument: Instrument, code: str) -> float | None:
    category = find_offence_category(code)
    return offence_weight(instrument, Basis.STATIC, category) if category else None


def _violent_occasions(proven: Sequence[_Proven]) -> int | None:
    violent = {each.day for each in proven if each.violent}
    unknown = {each.day for each in proven if each.violent is None} - violent
    return None if unknown else len(violent)


@once_a_person
def _released_on(person: PersonFacts) -> date | None:
    """The release that still lasts; None where none is known to."""
    moves = [each for each in person.history.custody if each.kind in _MOVES and when(each) <= person.as_of]
    if Source.CUSTODY in person.unavailable or not moves:
        return None
    last = max(moves, key=lambda each: (when(each), each.kind in INTO_CUSTODY))
    return when(last) if last.kind is CustodyEventKind.RELEASED else None
