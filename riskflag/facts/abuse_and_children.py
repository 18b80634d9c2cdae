"""When the person last abused anybody, and whether children's services have since been content."""

from collections.abc import Iterable
from datetime import date, timedelta

from riskflag.facts import Facts
from riskflag.facts.dates import years_before
from riskflag.facts.history import when
from riskflag.facts.perpetrator import shows_perpetrator
from riskflag.facts.written import latest_day
from riskflag.records import Check, CheckKind, ProtectiveOrder, Record, RiskAssessment
from riskflag.reference.thresholds import ABUSE_WITH_CHILDREN_YEARS, CHECK_MAX_AGE_DAYS

_HISTORY_ONLY = "REG30"
"""The register of past domestic abuse: it says when it was opened, not when the abuse was."""


def settled_by_time_and_answer(facts: Facts) -> Check | None:
    """The answer of children's services, fresh and without concern, where all abuse is long past."""
    answer = _content(facts)
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


def _content(facts: Facts) -> Check | None:
    """The newest answer of children's services, if fresh and without concern."""
    since = facts.as_of - timedelta(days=CHECK_MAX_AGE_DAYS.value)
    answers = [
        (check.returned_on, check.concerns is not False, check)
        for check in facts.process.checks
        if check.kind is CheckKind.CHILDRENS_SERVICES and check.returned_on is not None
    ]
    fresh = [each for each in answers if since <= each[0] <= facts.as_of]
    newest = max(fresh, key=lambda answer: answer[:2]) if fresh else None
    return newest[2] if newest is not None and not newest[1] else None
