"""The whole flow on one screen: records and an enquiry in, an answer with all its reasons out.

``assess`` is pure: the same dossier, enquiry and place knowledge give the same assessment. Only
``_no_flags_found`` may say that nothing was found, and it asks for proof.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from riskflag.classifier.scorer import ModelUse, Scorer, Scores
from riskflag.dossier import LONDON, MAX_AGE, Dossier, Missing, MissingReason, PlaceKnowledge
from riskflag.enquiry import Enquiry
from riskflag.facts import Facts, derive_facts_from
from riskflag.facts.person import ReadDossier
from riskflag.facts.unmapped import DataQualityTask
from riskflag.flags import Flag, in_order, rank_flags
from riskflag.matching.address_parts import identifies_one_property
from riskflag.matching.memory import one_answer
from riskflag.records import ResponsibleOfficerAllocation
from riskflag.records.soundness import is_sound
from riskflag.reference.thresholds import ANSWER_VALID_HOURS
from riskflag.rule import CannotTell, Clear
from riskflag.rulebook import Rulebook, RuleOutcome
from riskflag.statement import RiskStatement, drafted
from riskflag.unrecognised import unrecognised
from riskflag.vocabulary import RuleCode, Source, SourceRecordId, SourceSystem, Verdict


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A rule that could not tell, and what is missing."""

    code: RuleCode
    title: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A rule that looked and found nothing, and why."""

    code: RuleCode
    title: str
    because: str


@dataclass(frozen=True, slots=True)
class Task:
    """A record that somebody must put right: what is wrong, and where it is held."""

    what: str
    source_system: SourceSystem
    source_id: SourceRecordId


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to one enquiry, with every outcome kept.

    as_of: the moment it speaks of
    valid_until: after this moment it is expired, and an expired answer is incomplete
    verdict: flags raised, incomplete, or no flags found
    complete: whether everything that should have been looked at was
    flags: gravest first
    unanswered: rules that could not tell
    looked_at: rules that looked and found nothing
    gaps: everything that was missing, each thing once
    tasks: records to put right
    watermarks: how far each source was up to date
    rulebook: fingerprint of the rulebook
    officer: the responsible officer to ask; None where nobody is recorded
    statement: of a referral, the draft of what its recipient must be told; None for an address
    scores: what the published instruments and the learned model say; None where nothing was scored
    """

    as_of: datetime
    valid_until: datetime
    verdict: Verdict
    complete: bool
    flags: tuple[Flag, ...]
    unanswered: tuple[Unanswered, ...]
    looked_at: tuple[LookedAt, ...]
    gaps: tuple[Missing, ...]
    tasks: tuple[Task, ...]
    watermarks: Mapping[Source, datetime]
    rulebook: str
    officer: ResponsibleOfficerAllocation | None
    statement: RiskStatement | None = None
    scores: Scores | None = None

    def at(self, moment: datetime) -> "Assessment":
        """The answer as it may be shown at ``moment``: once expired it is incomplete, though flags stand."""
        if moment <= self.valid_until:
            return self
        expired = Missing("this answer", MissingReason.STALE)
        verdict = Verdict.FLAGS_RAISED if self.flags else Verdict.INCOMPLETE
        return replace(self, verdict=verdict, complete=False, gaps=_each_once((expired, *self.gaps)))


def assess(
    dossier: Dossier,
    enquiry: Enquiry,
    place: PlaceKnowledge,
    rulebook: Rulebook,
    scorer: Scorer | None = None,
) -> Assessment:
    """Answers one enquiry. A failure anywhere makes the answer incomplete; it raises nothing.

    scorer: what scores the person; None where the answer is for somebody who is shown no score
    """
    (answer,) = assess_each(dossier, [(enquiry, place)], rulebook, scorer)
    return answer


def assess_each(
    dossier: Dossier,
    asked: Iterable[tuple[Enquiry, PlaceKnowledge]],
    rulebook: Rulebook,
    scorer: Scorer | None = None,
) -> list[Assessment]:
    """Answers several enquiries about one person as ``assess`` answers each. What rests on the person alone
    is worked out once for all of them, and forgotten when they are answered."""
    read = ReadDossier(dossier)
    return [_assess(read, enquiry, place, rulebook, scorer) for enquiry, place in asked]


def _assess(
    read: ReadDossier, enquiry: Enquiry, place: PlaceKnowledge, rulebook: Rulebook, scorer: Scorer | None
) -> Assessment:
    dossier = read.dossier
    if not (read.sound and is_sound(enquiry)):
        return _unreadable(dossier, place, rulebook)
    try:
        with one_answer():
            facts = derive_facts_from(read, enquiry, place)
            scores = scorer.run(facts) if scorer else None
            watermarks = _watermarks(dossier, place)
            return _conclude(dossier.as_of, watermarks, facts, rulebook.run(facts), rulebook, scores)
    except Exception:  # what cannot be worked out must give an incomplete answer, never none
        return _unreadable(dossier, place, rulebook)


def _conclude(
    as_of: datetime,
    watermarks: Mapping[Source, datetime],
    facts: Facts,
    outcomes: tuple[RuleOutcome, ...],
    rulebook: Rulebook,
    scores: Scores | None,
) -> Assessment:
    flags, scores = _with_what_nobody_recognised(facts, rank_flags(outcomes), scores)
    unanswered = [
        Unanswered(rule.code, rule.title, outcome.missing)
        for rule, outcome in outcomes
        if isinstance(outcome, CannotTell)
    ]
    looked_at = [
        _looked_at(rule.code, rule.title, outcome.because)
        for rule, outcome in outcomes
        if isinstance(outcome, Clear)
    ]
    proof = (*_proof(facts, outcomes, rulebook), *_model_gap(scores))
    gaps = _each_once(
        [*proof, *(m for f in flags for m in f.missing), *(m for u in unanswered for m in u.missing)]
    )
    return Assessment(
        as_of=as_of,
        valid_until=_valid_until(as_of, watermarks, facts),
        verdict=Verdict.FLAGS_RAISED if flags else _without_flags(gaps),
        complete=not gaps,
        flags=flags,
        unanswered=tuple(unanswered),
        looked_at=tuple(looked_at),
        gaps=gaps,
        tasks=tuple(_task(task) for task in facts.tasks),
        watermarks=watermarks,
        rulebook=rulebook.fingerprint,
        officer=facts.process.allocation,
        statement=drafted(facts),
        scores=scores,
    )


def _with_what_nobody_recognised(
    facts: Facts, raised: tuple[Flag, ...], scores: Scores | None
) -> tuple[tuple[Flag, ...], Scores | None]:
    """The rules' flags and the model's. The rules' stand when the model's cannot be worked out."""
    if scores is None or scores.learned is None:
        return raised, scores
    try:
        more = unrecognised(facts, scores.learned, raised)
        return in_order((*raised, *more)) if more else raised, scores
    except Exception:  # what a model says must never take away what a rule found
        return raised, Scores(scores.instruments, ModelUse.UNUSABLE)


def _model_gap(scores: Scores | None) -> Iterable[Missing]:
    """A model that should speak and may not leaves a gap; one that is off by decision does not."""
    if scores and scores.model is ModelUse.UNUSABLE:
        yield Missing("the model that looks for unrecognised risk", MissingReason.RULE_FAILED)


@lru_cache(maxsize=1024)
def _looked_at(code: RuleCode, title: str, because: str) -> LookedAt:
    return LookedAt(code, title, because)


def _without_flags(gaps: tuple[Missing, ...]) -> Verdict:
    return Verdict.INCOMPLETE if gaps else _no_flags_found(gaps)


def _no_flags_found(gaps: tuple[Missing, ...]) -> Verdict:
    """The only place where the answer may be that nothing was found. It stands on an empty list of gaps,
    to which every rule, every needed source and ``_proof`` have contributed."""
    if gaps:
        raise AssertionError("no_flags_found needs proof that everything was looked at")
    return Verdict.NO_FLAGS_FOUND


def _proof(facts: Facts, outcomes: tuple[RuleOutcome, ...], rulebook: Rulebook) -> Iterable[Missing]:
    """What is still missing, besides what each rule says, before nothing-found may be said."""
    if not outcomes or len(outcomes) != len(rulebook.applying(facts.kind, facts.as_of)):
        yield Missing("an outcome for every rule", MissingReason.RULE_FAILED)
    if not facts.person.identified:
        yield Missing("a number that identifies the person", MissingReason.UNKNOWN_FACT)
    if facts.proposal.address is not None and not identifies_one_property(facts.proposal.address):
        yield Missing("an address that identifies one property", MissingReason.UNKNOWN_FACT)
    if facts.proposal.household_unknown:
        yield Missing("who lives at the address", MissingReason.UNKNOWN_FACT)
    if facts.proposal.release_date is None:
        yield Missing("the release date", MissingReason.UNKNOWN_FACT)
    for source in sorted({term.record.source for term in facts.orders.unread}):
        yield Missing("a term that is in force", MissingReason.NOT_READ, source)
    yield from (Missing(task.what, MissingReason.UNMAPPED_CODE, task.record.source) for task in facts.tasks)


def _valid_until(as_of: datetime, watermarks: Mapping[Source, datetime], facts: Facts) -> datetime:
    """The earliest of: a day from now, the first source to grow too old, the next order to start."""
    moments = [as_of + timedelta(hours=ANSWER_VALID_HOURS.value)]
    for source, known_to in watermarks.items():
        if source not in facts.unavailable:
            moments.append(known_to + MAX_AGE[source])
    starts = (fact.order.made_on for fact in facts.orders.binding)
    moments += [_start_of(day) for day in starts if day is not None and day > facts.as_of]
    return min(moments)


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LONDON)


def _watermarks(dossier: Dossier, place: PlaceKnowledge) -> dict[Source, datetime]:
    """How far each source is known that an answer may rest on."""
    told = {**dossier.coverage, Source.PLACE_REGISTER: place.coverage}
    covered = ((source, coverage.known_to) for source, coverage in told.items())
    return {s: known_to for s, known_to in covered if known_to is not None and s in MAX_AGE}


def _task(task: DataQualityTask) -> Task:
    return Task(task.what, task.record.source_system, task.record.source_id)


def _each_once(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    # Every rule that waits for a source names the same one: told apart by identity first, few are compared.
    return tuple(dict.fromkeys({id(each): each for each in missing}.values()))


def _unreadable(dossier: Dossier, place: PlaceKnowledge, rulebook: Rulebook) -> Assessment:
    gap = Missing("the records as a whole", MissingReason.UNREADABLE)
    return Assessment(
        as_of=dossier.as_of,
        valid_until=dossier.as_of,
        verdict=Verdict.INCOMPLETE,
        complete=False,
        flags=(),
        unanswered=tuple(Unanswered(rule.code, rule.title, (gap,)) for rule in rulebook.rules),
        looked_at=(),
        gaps=(gap,),
        tasks=(),
        watermarks=_watermarks(dossier, place),
        rulebook=rulebook.fingerprint,
        officer=None,
    )
