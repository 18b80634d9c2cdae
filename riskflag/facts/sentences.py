"""Custodial sentences: which of them belong to the present, and how long they are."""

from riskflag.facts import Facts
from riskflag.facts.assessed import decided_on
from riskflag.facts.dates import months_before
from riskflag.facts.history import ConvictionFact, when
from riskflag.records import ConvictionOutcome, CustodyEventKind


def still_runs(conviction: ConvictionFact, facts: Facts) -> bool:
    """Whether its sentence had not run out before the newest sentence on record was passed. One of unknown
    length runs out on the day it is passed."""
    sentenced = [when(e) for e in facts.history.custody if e.kind is CustodyEventKind.SENTENCED]
    months = conviction.record.custody_months or 0
    return not sentenced or decided_on(conviction.record) >= months_before(max(sentenced), months)


def running_sentences(facts: Facts) -> tuple[ConvictionFact, ...]:
    """Convictions whose sentence still runs, as far as the record shows."""
    convicted = ConvictionOutcome.CONVICTED
    return tuple(
        c for c in facts.history.convictions if c.record.outcome is convicted and still_runs(c, facts)
    )
