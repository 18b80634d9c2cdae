"""Which checks on the proposed address are due and have not come back."""

from collections.abc import Iterable

from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.topics import may_harm_a_household
from riskflag.records import Check, CheckKind
from riskflag.reference.thresholds import CHECK_MAX_AGE_DAYS


def checks_outstanding(facts: Facts) -> Iterable[tuple[CheckKind, tuple[Check, ...]]]:
    """Each check that is due without a current answer, and what was sent. The police check is due for
    everybody, that of children's services where a child may be and there is a history."""
    if facts.proposal.address is None or facts.proposal.institution:
        return
    due = [CheckKind.POLICE_DOMESTIC_ABUSE]
    if _child_may_be_there(facts) and may_harm_a_household(facts):
        due.append(CheckKind.CHILDRENS_SERVICES)
    for kind in due:
        sent = tuple(each for each in facts.process.checks if each.kind is kind)
        if not any(_current(each, facts) for each in sent):
            yield kind, sent


def dates_of(sent: Check) -> str:
    """When it was sent and when it came back."""
    requested, returned = (written_date(day, "never") for day in (sent.requested_on, sent.returned_on))
    return f"requested {requested}, returned {returned}"


def _current(sent: Check, facts: Facts) -> bool:
    return (
        sent.returned_on is not None
        and 0 <= (facts.as_of - sent.returned_on).days <= CHECK_MAX_AGE_DAYS.value
    )


def _child_may_be_there(facts: Facts) -> bool:
    household = facts.household
    children = household.children or household.ages_unknown or household.children_to_confirm
    return bool(children or not facts.proposal.occupants_stated)
