"""Whatever somebody wrote of what the person did, in any system, record by record."""

from collections.abc import Iterable
from datetime import date

from riskflag.facts import Facts
from riskflag.facts.history import ConvictionFact
from riskflag.records import ConvictionOutcome, DomesticAbuseEvent, Record, Registration
from riskflag.vocabulary import Source

DEEDS_IN = frozenset(
    {
        Source.CONVICTIONS,
        Source.DOMESTIC_ABUSE,
        Source.ORDER_BREACHES,
        Source.CUSTODY,
        Source.ALERTS,
        Source.REGISTRATIONS,
        Source.RISK_ASSESSMENTS,
    }
)
"""Where ``written_of_deeds`` looks."""
SAID_IN = frozenset({Source.HOUSEHOLD_ENQUIRIES, Source.CHECKS, Source.SCREENING, Source.CONTACTS})
"""Where ``said_to_staff`` looks."""
_DISPROVED = frozenset({ConvictionOutcome.ACQUITTED, ConvictionOutcome.QUASHED})


def not_disproved(fact: ConvictionFact) -> bool:
    """Whether it is a conviction, a caution or a charge still to be decided."""
    return fact.record.outcome not in _DISPROVED


def written_of_deeds(facts: Facts) -> Iterable[tuple[Record, str]]:
    """How offences were done, abuse by the person or on a side that nobody recorded, breaches, events in
    custody, open flags and assessments, each with its words."""
    history = facts.history
    yield from ((c.record, c.record.method) for c in history.convictions if not_disproved(c))
    for abuse in history.abuse_by_person:
        if isinstance(abuse.record, DomesticAbuseEvent):
            yield abuse.record, abuse.record.words
    yield from ((event, event.words) for event in history.abuse_side_unclear)
    yield from ((breach, breach.how) for breach in facts.orders.breaches)
    yield from ((event, event.words) for event in history.custody)
    for flag in (each for each in history.flags if each.is_open):
        description = flag.record.description if isinstance(flag.record, Registration) else ""
        yield flag.record, f"{description} {flag.words}".strip()
    yield from ((assessment, assessment.words) for assessment in history.risk_assessments)


def said_to_staff(facts: Facts) -> Iterable[tuple[Record, str]]:
    """Notes on addresses, and what occupiers, checks, screenings and contacts said."""
    yield from ((note, note.words) for note in facts.place.every_note)
    yield from ((said, said.words) for said in facts.household.conversations)
    yield from ((check, check.result) for check in facts.process.checks)
    yield from ((answer, answer.words) for answer in facts.process.screening)
    yield from ((contact, contact.note) for contact in facts.household.contacts)


def latest_day(record: Record) -> date:
    """The last day on which it is known to have counted: when it happened, was proved or was written down."""
    convicted_on = getattr(record, "convicted_on", None)
    days = [day for day in (record.happened_on, convicted_on) if day is not None]
    return max(days) if days else record.recorded_on
