"""Custodial sentences: which of them belong to the present, and how long they are."""

from datetime import date

from riskflag.facts.assessed import decided_on
from riskflag.facts.dates import months_before
from riskflag.facts.history import ConvictionFact, when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.records import ConvictionOutcome, CustodyEventKind


def still_runs(conviction: ConvictionFact, facts: PersonFacts, if_unknown: int = 0) -> bool:
    """Whether its sentence had not run out before the newest sentence on record was passed.

    if_unknown: months to suppose where nobody recorded the length: it may follow weeks after a verdict
    """
    sentenced = _newest_sentence(facts)
    held = conviction.record.custody_months
    months = if_unknown if held is None else held
    return sentenced is None or decided_on(conviction.record) >= months_before(sentenced, months)


@once_a_person
def running_sentences(facts: PersonFacts, if_unknown: int) -> tuple[ConvictionFact, ...]:
    """Convictions whose sentence still runs, as far as the record shows."""
    convicted = [c for c in facts.history.convictions if c.record.outcome is ConvictionOutcome.CONVICTED]
    return tuple(each for each in convicted if still_runs(each, facts, if_unknown))


@once_a_person
def _newest_sentence(facts: PersonFacts) -> date | None:
    sentenced = (when(e) for e in facts.history.custody if e.kind is CustodyEventKind.SENTENCED)
    return max(sentenced, default=None)
