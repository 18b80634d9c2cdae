"""When the person last abused anybody, and whether children's services have since been content."""

from collections.abc import Iterable
from datetime import date

from riskflag.facts import Facts
from riskflag.facts.dates import years_before
from riskflag.facts.history import when
from riskflag.facts.perpetrator import shows_perpetrator
from riskflag.facts.risk_to_children import content_answer
from riskflag.facts.written import latest_day
from riskflag.records import Check, ProtectiveOrder, Record, RiskAssessment
from riskflag.reference.thresholds import ABUSE_WITH_CHILDREN_YEARS

_HISTORY_ONLY = "REG30"
"""The register of past domestic abuse: it says when it was opened, not when the abuse was."""


def settled_by_time_and_answer(facts: Facts) -> Check | None:
    """The answer of children's services, fresh and without concern, where all abuse is long past."""
    answer = content_answer(facts)
    if answer is None:
        return None
    days = [*_days(facts)]
    long_ago = years_before(facts.as_of, ABUSE_WITH_CHILDREN_YEARS.value)
    return answer if days and max(days) < long_ago else None


def _days(facts: Facts) -> Iterable[date]:
    """When there last was abuse by each record that can say so; an assessment only repeats them, and an
    allegation counts. An order in force counts today."""
    for record in (*shows_perpetrator(facts), *(fact.record for fact in facts.history.abuse_by_person)):
        if isinstance(record, RiskAssessment) or getattr(record, "code", None) == _HISTORY_ONLY:
            continue
        yield _order_day(record, facts) if isinstance(record, ProtectiveOrder) else latest_day(record)


def _order_day(record: Record, facts: Facts) -> date:
    return facts.as_of if any(fact.order is record for fact in facts.orders.in_force) else when(record)
