"""Whatever somebody wrote of what the person did, in any system, record by record."""

from datetime import date

from riskflag.facts import Facts
from riskflag.facts.history import ConvictionFact
from riskflag.facts.once import once, once_a_person
from riskflag.facts.person import PersonFacts
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


@once_a_person
def written_of_deeds(facts: PersonFacts) -> tuple[tuple[Record, str], ...]:
    """How offences were done, abuse by the person or on a side that nobody recorded, breaches, events in
    custody, open flags and assessments, each with its words; those without words are left out."""
    history = facts.history
    found: list[tuple[Record, str]] = [(c.record, c.record.method) for c in _offences(facts)]
    abuse = (fact.record for fact in history.abuse_by_person)
    found += [(event, event.words) for event in abuse if isinstance(event, DomesticAbuseEvent)]
    found += [(event, event.words) for event in history.abuse_side_unclear]
    found += [(event, event.words) for event in history.custody]
    found += [(assessment, assessment.words) for assessment in history.risk_assessments]
    found += [(breach, breach.how) for breach in facts.orders.breaches]
    for flag in history.flags:
        if flag.is_open:
            description = flag.record.description if isinstance(flag.record, Registration) else ""
            found.append((flag.record, f"{description} {flag.words}".strip()))
    return tuple([each for each in found if each[1]])


@once
def said_to_staff(facts: Facts) -> tuple[tuple[Record, str], ...]:
    """Notes on addresses, and what occupiers, checks, screenings and contacts said; none without words."""
    found: list[tuple[Record, str]] = [(note, note.words) for note in facts.place.every_note]
    found += [(said, said.words) for said in facts.household.conversations]
    found += [(answer, answer.words) for answer in facts.process.screening]
    found += [(check, check.result) for check in facts.process.checks]
    found += [(contact, contact.note) for contact in facts.household.contacts]
    return tuple([each for each in found if each[1]])


@once_a_person
def nothing_on_record(facts: PersonFacts) -> bool:
    """Whether there is no conviction, order, breach, abuse or flag on record and nobody wrote of a deed."""
    history = facts.history
    abuse = history.abuse_by_person or history.abuse_side_unclear
    proved = history.convictions or history.breaches or facts.orders.binding
    return not (abuse or proved or history.flags or written_of_deeds(facts))


def _offences(facts: PersonFacts) -> list[ConvictionFact]:
    return [fact for fact in facts.history.convictions if not_disproved(fact)]


def latest_day(record: Record) -> date:
    """The last day on which it is known to have counted: when it happened, was proved or was written down."""
    convicted_on = getattr(record, "convicted_on", None)
    days = [day for day in (record.happened_on, convicted_on) if day is not None]
    return max(days) if days else record.recorded_on
