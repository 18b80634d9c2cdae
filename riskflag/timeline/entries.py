"""The lines of a timeline, worked out from each kind of record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from riskflag.dossier import Dossier
from riskflag.explanation import system_name
from riskflag.facts.dates import written_date
from riskflag.facts.joined_orders import join_results
from riskflag.facts.order_ends import EndKind, Standing
from riskflag.facts.orders import OrderFact, discharge_shown, read_order
from riskflag.facts.proposal import Window
from riskflag.records import (
    AbuseRole,
    Conviction,
    CustodyEvent,
    CustodyEventKind,
    DomesticAbuseEvent,
    NamedPerson,
    OrderBreach,
    OrderRole,
    ProtectiveOrder,
    Record,
)
from riskflag.vocabulary import Source

IN_CUSTODY = frozenset({CustodyEventKind.RECEIVED, CustodyEventKind.RECALLED})
WORKED_OUT = "worked out from the custody records"
WHOSE_ABUSE = {
    AbuseRole.PERPETRATOR: "by this person, against",
    AbuseRole.VICTIM: "against this person, by",
    AbuseRole.NOT_CLEAR: "not clear who did it, this person or",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline.

    on: its day, or the first of a bar; null where nobody knows
    until: the last day of a bar; null where it has no end that is known, and for a mark
    is_bar: whether it lasts; else it is a mark
    when: the same in words
    says: what it is
    held: where it is held, and what it is called there
    protected: whether the person must not learn of it
    over: of a bar, whether it has ended
    number: by which a picture and the lines call it
    """

    on: date | None
    until: date | None
    is_bar: bool
    when: str
    says: str
    held: str
    protected: bool
    over: bool = False
    number: int = 0


def entries_of(source: Source, dossier: Dossier) -> Iterator[Entry]:
    """Every line of one source, in no particular order."""
    return _MADE[source](dossier)


def _convictions(dossier: Dossier) -> Iterator[Entry]:
    for record in dossier.of(Conviction):
        on = record.happened_on or record.convicted_on
        outcome = record.outcome.value.capitalize()
        decided = f" on {written_date(record.convicted_on)}" if record.convicted_on else ""
        months = f", {record.custody_months} months in custody" if record.custody_months else ""
        against = f", against {_people(record.victims)}" if record.victims else ""
        yield _mark(record, on, f"{record.description}{against}. {outcome}{decided}{months}")


def _breaches(dossier: Dossier) -> Iterator[Entry]:
    for record in dossier.of(OrderBreach):
        of = f" of {record.order_id}" if record.order_id else ""
        how = f": {record.how}" if record.how else ""
        yield _mark(record, record.happened_on, f"Breach{of}{how}. {_words(record.outcome)}")


def _abuse(dossier: Dossier) -> Iterator[Entry]:
    for record in dossier.of(DomesticAbuseEvent):
        said = f": “{record.words}”" if record.words else ""
        whose = f"{WHOSE_ABUSE[record.person_is]} {_people((record.other,))}"
        yield _mark(record, record.happened_on, f"{_words(record.kind)}, {whose}{said}")


def _custody(dossier: Dossier) -> Iterator[Entry]:
    events = dossier.of(CustodyEvent)
    for record in events:
        said = f": {record.words}" if record.words else ""
        yield _mark(record, record.happened_on, f"{_words(record.kind)}{said}")
    yield from _time_inside(events)


def _time_inside(events: Iterable[CustodyEvent]) -> Iterator[Entry]:
    """Bars from each reception or recall to the next release, or without an end where none is recorded."""
    dated = sorted(
        (each.happened_on, each.recorded_on, each.source_id, each.kind) for each in events if each.happened_on
    )
    began: date | None = None
    for on, _, _, kind in dated:
        if kind in IN_CUSTODY and began is None:
            began = on
        elif kind is CustodyEventKind.RELEASED and began is not None:
            yield _inside(began, on)
            began = None
    if began is not None:
        yield _inside(began, None)


def _inside(began: date, until: date | None) -> Entry:
    ended = f"until {written_date(until)}" if until else "no release is recorded"
    when = f"from {written_date(began)}, {ended}"
    return Entry(began, until, True, when, "In custody", WORKED_OUT, protected=False, over=until is not None)


def _orders(dossier: Dossier) -> Iterator[Entry]:
    broken = {each.order_id for each in dossier.of(OrderBreach)}
    window = Window(dossier.as_of_date, None)
    for order in join_results(dossier.of(ProtectiveOrder), broken):
        yield _order(read_order(order, window))


def _order(fact: OrderFact) -> Entry:
    order, until = fact.order, _last_day(fact)
    over = fact.standing is Standing.ENDED
    protects = f", protects {_people(order.protects)}" if order.protects else ""
    side = "" if order.person_is is OrderRole.BOUND else "Made to protect this person: "
    began = f"from {written_date(order.made_on)}" if order.made_on else "beginning not recorded"
    state = "ended" if over else "in force" if until else "no end: in force"
    last = f" until {written_date(until)}" if until else ""
    return Entry(
        on=order.made_on,
        until=until,
        is_bar=True,
        when=f"{began}{last}, {state}",
        says=f"{side}{fact.described}{protects}",
        held=_held(order),
        protected=order.protected,
        over=over,
    )


def _last_day(fact: OrderFact) -> date | None:
    """The last day in force; None where none can be told. An end before the beginning ends nothing."""
    expires_on = fact.expires_on if fact.end_kind is EndKind.ON_DATE else None
    began = fact.order.made_on or date.min
    ends = [day for day in (expires_on, discharge_shown(fact.order)) if day is not None and day >= began]
    return min(ends) if ends else None


def _mark(record: Record, on: date | None, says: str) -> Entry:
    written_down = f"written down on {written_date(record.recorded_on)}"
    when = written_date(on) if on else f"date not recorded, {written_down}"
    return Entry(on, None, False, when, says, _held(record), record.protected)


def _held(record: Record) -> str:
    return f"{system_name(record.source_system)} {record.source_id}"


def _people(people: Iterable[NamedPerson]) -> str:
    return ", ".join(f"{each.name} ({each.relationship.value.replace('_', ' ')})" for each in people)


def _words(value: str) -> str:
    return value.replace("_", " ").capitalize()


_MADE: Mapping[Source, Callable[[Dossier], Iterator[Entry]]] = {
    Source.CUSTODY: _custody,
    Source.CONVICTIONS: _convictions,
    Source.PROTECTIVE_ORDERS: _orders,
    Source.ORDER_BREACHES: _breaches,
    Source.DOMESTIC_ABUSE: _abuse,
}
