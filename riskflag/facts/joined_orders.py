"""A court result that varies or ends an order, joined to the order: only where it is certain which one it is.

Certain means: one order held, and no other, is of the same kind, made on the day and by the court that the
result names, for the same protected people; and the person knows of the result if they know of the order. A
variation then adds a version that nobody has seen under seal, so that nothing is read less strictly.
Otherwise the result stands beside the order, which stays in force on its terms.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from riskflag.matching.person import is_same_person
from riskflag.records import NamedPerson, ProtectiveOrder
from riskflag.reference.court_results import ENDED_BY
from riskflag.vocabulary import SourceSystem


def join_results(
    orders: Sequence[ProtectiveOrder], broken: Collection[str | None]
) -> tuple[ProtectiveOrder, ...]:
    """The orders, each with what a court made of it since. A result that ended one stays beside it.

    broken: the identifiers by which breaches name orders, of which none may vanish
    """
    held = list(orders)
    joined: set[int] = set()
    for index, result in enumerate(orders):
        place = _place(orders, result) if _varies(result) and result.source_id not in broken else None
        if place is not None:
            held[place] = _varied(held[place], result)
            joined.add(index)
    for result in orders:
        place = _place(orders, result) if ends_another(result) else None
        if place is not None and _is_after_every_version(result, held[place]):
            held[place] = replace(
                held[place],
                discharged_on=result.discharged_on,
                discharge_evidence=result.discharge_evidence,
            )
    return tuple(each for index, each in enumerate(held) if index not in joined)


def ends_another(order: ProtectiveOrder) -> bool:
    """Whether it is a court result that ends an order held elsewhere, and no order of its own."""
    said = (order.discharge_evidence or "").startswith(ENDED_BY)
    return said and order.source_system is SourceSystem.COURT and order.discharged_on is not None


def _varies(order: ProtectiveOrder) -> bool:
    """Whether it is a court result that varies an order held elsewhere: it has no terms as made."""
    return order.source_system is SourceSystem.COURT and bool(order.variations) and not order.prohibitions


def _place(orders: Sequence[ProtectiveOrder], result: ProtectiveOrder) -> int | None:
    """Where the one order stands that the result is of; None where there is none, or more than one."""
    found = [place for place, order in enumerate(orders) if _is_of(result, order)]
    return found[0] if len(found) == 1 else None


def _is_of(result: ProtectiveOrder, order: ProtectiveOrder) -> bool:
    if _varies(order) or ends_another(order) or order.discharged_on is not None:
        return False
    named = (
        (result.made_on, order.made_on),
        (_plain(result.court), _plain(order.court)),
    )
    alike = (result.order_type, result.interim, result.person_is) == (
        order.order_type,
        order.interim,
        order.person_is,
    )
    known = order.protected or not result.protected
    return (
        alike and known and all(one and one == other for one, other in named) and _same_people(result, order)
    )


def _same_people(result: ProtectiveOrder, order: ProtectiveOrder) -> bool:
    return (
        bool(result.protects)
        and _each_is_among(result.protects, order.protects)
        and _each_is_among(order.protects, result.protects)
    )


def _each_is_among(some: Sequence[NamedPerson], others: Sequence[NamedPerson]) -> bool:
    return all(any(_is_one(who, whom) for whom in others) for who in some)


def _is_one(who: NamedPerson, whom: NamedPerson) -> bool:
    """Whether they are one person: a court gives no more than a name, and all of it must be the same then."""
    one, other = _plain(who.name), _plain(whom.name)
    undated = who.date_of_birth is None or whom.date_of_birth is None
    return is_same_person(who, whom) or (" " in one and one == other and undated)


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _varied(order: ProtectiveOrder, result: ProtectiveOrder) -> ProtectiveOrder:
    hearings = [day for day in (order.hearing_on, result.hearing_on) if day is not None]
    unseen = tuple(replace(version, sealed_copy_seen=False) for version in result.variations)
    return replace(
        order, variations=order.variations + unseen, hearing_on=max(hearings) if hearings else None
    )


def _is_after_every_version(result: ProtectiveOrder, order: ProtectiveOrder) -> bool:
    """Whether it ended the order after it was made, and after it was varied for the last time."""
    days = [order.made_on, *(version.varied_on for version in order.variations)]
    ended_on = result.discharged_on
    return ended_on is not None and all(day is None or day <= ended_on for day in days)
