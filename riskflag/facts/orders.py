"""Orders as rules read them: which are in force on any day that matters, and on which terms.

In force means: made by then, not discharged with evidence, and not past a readable end date. No end date,
"until further order", "until the case ends" and an end that nobody can read all mean in force; so does an
end that comes before the beginning.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from riskflag.dossier import Dossier
from riskflag.facts.dates import written_date
from riskflag.facts.joined_orders import join_results
from riskflag.facts.order_ends import EndKind, Standing, read_end
from riskflag.facts.proposal import Window
from riskflag.matching.address import AddressMatch
from riskflag.matching.place import ZoneMatch
from riskflag.records import (
    LicenceCondition,
    LicenceConditionStatus,
    NamedPerson,
    OrderBreach,
    OrderRole,
    Prohibition,
    ProtectiveOrder,
)
from riskflag.reference.orders import OrderInfo, order_info
from riskflag.vocabulary import OrderType, ProhibitionKind

_ALLOWS_LIVING = re.compile(r"\b(resid\w*|liv(e|es|ing)|stay\w*|cohabit\w*)\b", re.IGNORECASE)
_BUT_NOT = re.compile(r"\b(not?|never|without|except\w*|unless|save)\b", re.IGNORECASE)

KEEP_AWAY = frozenset(
    {
        ProhibitionKind.NO_CONTACT,
        ProhibitionKind.NO_APPROACH,
        ProhibitionKind.NO_ENTER_HOME_OF,
        ProhibitionKind.NO_RESIDE_WITH,
    }
)
"""Terms that keep the person away from somebody."""
KEEP_OUT = frozenset(
    {
        ProhibitionKind.NO_ENTER_HOME_OF,
        ProhibitionKind.NO_ENTER_ADDRESS,
        ProhibitionKind.NO_ATTEND_ADDRESS,
        ProhibitionKind.LEAVE_PREMISES,
        ProhibitionKind.OCCUPATION_EXCLUSION,
    }
)
"""Terms that keep the person out of a building."""
FROM_CHILDREN = frozenset({ProhibitionKind.NO_CONTACT_WITH_CHILDREN, ProhibitionKind.NO_RESIDE_WITH_CHILDREN})
"""Terms that keep the person away from children."""
RESIDENCE = frozenset({ProhibitionKind.RESIDE_AT, ProhibitionKind.CURFEW_AT})
"""Terms that require the person to be at an address."""
BAIL = frozenset({OrderType.COURT_BAIL, OrderType.POLICE_BAIL})
NOT_REPEATED = BAIL | {OrderType.LICENCE, OrderType.CLOSURE_NOTICE, OrderType.CLOSURE_ORDER}
"""Types that no flag points to and no licence condition repeats."""
UNREAD = frozenset({ProhibitionKind.OTHER})
"""Terms of no kind there is: what they forbid may be the address. Only a person can read them."""


@dataclass(frozen=True, slots=True)
class OrderFact:
    """One order that binds the person, with the version that governs.

    order: the record
    info: what is known of this type of order
    standing: in force on any day that matters, ended before, or starting after
    end_kind: how its end is known
    expires_on: last day in force under the governing version; None where not a date
    duration: the governing version's duration in the order's words; empty where it gives none
    terms: the prohibitions to be read; where the latest version was not seen, or is still to come, all
        versions together
    stricter_reading: whether ``terms`` joins versions for that reason
    """

    order: ProtectiveOrder
    info: OrderInfo
    standing: Standing
    end_kind: EndKind
    expires_on: date | None
    duration: str
    terms: tuple[Prohibition, ...]
    stricter_reading: bool

    @property
    def in_force(self) -> bool:
        """Whether it binds on any day that matters."""
        return self.standing is Standing.IN_FORCE

    def covers(self, term: Prohibition) -> tuple[NamedPerson, ...]:
        """The protected people whom a term covers: those it names, or all."""
        named = tuple(p for p in self.order.protects if p.name in term.protects)
        return named or self.order.protects

    @property
    def described(self) -> str:
        """Type, court, date made and end, as evidence gives them."""
        made = f"made {written_date(self.order.made_on)}" if self.order.made_on else "date made not recorded"
        court = self.order.court or "court not recorded"
        return f"{self.info.name}, {court}, {made}, {self._end}"

    @property
    def _end(self) -> str:
        if self.expires_on:
            return f"until {written_date(self.expires_on)}"
        if self.end_kind is EndKind.ON_NAMED_EVENT:
            return self.duration
        end = self.end_kind.value.replace("_", " ")
        return end if self.end_kind is EndKind.UNTIL_FURTHER_ORDER else f"end {end}"


@dataclass(frozen=True, slots=True)
class TermFact:
    """One term in force, set against the proposed address.

    term: the prohibition
    record: the order or licence condition it stands in
    order: the order; None for a licence condition
    place: how the address it names compares with the proposed one; None where either is absent
    zone: where the proposed address lies in its area; None where it names no area
    """

    term: Prohibition
    record: ProtectiveOrder | LicenceCondition
    order: OrderFact | None
    place: AddressMatch | None
    zone: ZoneMatch | None

    @property
    def covers(self) -> tuple[NamedPerson, ...]:
        """The protected people it is about."""
        if self.order is not None:
            return self.order.covers(self.term)
        return self.record.names if isinstance(self.record, LicenceCondition) else ()

    @property
    def keeps_away(self) -> bool:
        """Whether it keeps the person away from whoever it covers, or from wherever they live."""
        nowhere_named = self.term.place is None and self.term.zone is None
        return self.term.kind in KEEP_AWAY or (self.term.kind in KEEP_OUT and nowhere_named)

    @property
    def allows_living_there(self) -> bool:
        """Whether it expressly allows residence, without a "but not" that somebody would have to read."""
        allows = self.term.allows or ""
        return bool(_ALLOWS_LIVING.search(allows)) and not _BUT_NOT.search(allows)

    @property
    def quoted(self) -> str:
        """The instrument and the term as drafted, for evidence."""
        instrument = self.order.described if self.order else "licence condition"
        return f"{instrument}: {self.term.wording}"


@dataclass(frozen=True, slots=True)
class PersonOrders:
    """Orders and conditions that have to do with the person, whatever place is asked about.

    binding: every order that binds the person, whatever its standing
    in_force: those in force on any day that matters
    without_terms: orders in force of which no term is recorded, so that nobody can say what they forbid
    protecting_the_person: orders made for the person's own protection
    protecting_in_force: those of them that are in force on any day that matters
    licence_conditions: conditions drafted or approved
    breaches: recorded occasions of breach, alleged ones too
    """

    binding: tuple[OrderFact, ...]
    in_force: tuple[OrderFact, ...]
    without_terms: tuple[OrderFact, ...]
    protecting_the_person: tuple[ProtectiveOrder, ...]
    protecting_in_force: tuple[OrderFact, ...]
    licence_conditions: tuple[LicenceCondition, ...]
    breaches: tuple[OrderBreach, ...]


@dataclass(frozen=True, slots=True)
class OrderFacts(PersonOrders):
    """The same with every term set against the proposed place.

    terms: every term in force, of orders and of licence conditions
    """

    terms: tuple[TermFact, ...]

    def terms_of(self, kinds: frozenset[ProhibitionKind]) -> tuple[TermFact, ...]:
        """The terms in force of these kinds."""
        return tuple(term for term in self.terms if term.term.kind in kinds) if self.terms else ()

    @property
    def unread(self) -> tuple[TermFact, ...]:
        """Terms in force that no rule reads or puts to the officer, as one does with those of preventive
        orders. What a licence says besides is the same for everybody."""
        return tuple(term for term in self.terms_of(UNREAD) if term.order and not term.order.info.preventive)


def derive_person_orders(orders: Iterable[ProtectiveOrder], dossier: Dossier, window: Window) -> PersonOrders:
    """Reads every order over the days of ``window``. ``orders``: as ``orders_held`` gives them."""
    held = tuple(orders)
    protecting = tuple(order for order in held if order.person_is is OrderRole.PROTECTED)
    binding = tuple(read_order(order, window) for order in held if order.person_is is OrderRole.BOUND)
    in_force = tuple(fact for fact in binding if fact.in_force)
    return PersonOrders(
        binding=binding,
        in_force=in_force,
        without_terms=tuple(
            fact
            for fact in in_force
            if not fact.terms and fact.order.order_type is not OrderType.SEX_OFFENDER_NOTIFICATION
        ),
        protecting_the_person=protecting,
        protecting_in_force=tuple(
            fact for order in protecting if (fact := read_order(order, window)).in_force
        ),
        licence_conditions=tuple(
            condition
            for condition in dossier.of(LicenceCondition)
            if condition.status is not LicenceConditionStatus.REMOVED
        ),
        breaches=dossier.of(OrderBreach),
    )


def orders_held(dossier: Dossier) -> tuple[ProtectiveOrder, ...]:
    """Every order on record, each with what a court made of it since."""
    broken = {each.order_id for each in dossier.of(OrderBreach)}
    return join_results(dossier.of(ProtectiveOrder), broken)


def read_order(order: ProtectiveOrder, window: Window) -> OrderFact:
    """The governing version of one order, and whether it binds on any day of ``window``."""
    versions = sorted(order.variations, key=lambda v: v.varied_on)
    latest = versions[-1] if versions else None
    unseen = latest is not None and (not latest.sealed_copy_seen or latest.varied_on > window.first)
    expires_on = latest.expires_on if latest else order.expires_on
    wording = latest.duration_wording if latest else order.duration_wording
    if unseen:
        ends = [order.expires_on, *(version.expires_on for version in versions)]
        expires_on = None if None in ends else max(end for end in ends if end is not None)
        if expires_on is not None:
            every = (order.duration_wording, *(version.duration_wording for version in versions))
            wording = "; ".join(filter(None, every))
        terms = order.prohibitions + tuple(t for version in versions for t in version.prohibitions)
    else:
        terms = latest.prohibitions if latest else order.prohibitions
    impossible = order.made_on is not None and expires_on is not None and expires_on < order.made_on
    end_kind = EndKind.UNREADABLE if impossible else read_end(expires_on, wording)
    return OrderFact(
        order=order,
        info=order_info(order.order_type),
        standing=_standing(
            replace(order, made_on=None) if impossible else order,
            expires_on if end_kind is EndKind.ON_DATE else None,
            window,
        ),
        end_kind=end_kind,
        expires_on=None if impossible else expires_on,
        duration=(wording or "").strip(),
        terms=terms,
        stricter_reading=unseen,
    )


def discharge_shown(order: ProtectiveOrder) -> date | None:
    """The day on which it was discharged, where something shows that it was; a blank shows nothing."""
    return order.discharged_on if (order.discharge_evidence or "").strip() else None


def _standing(order: ProtectiveOrder, expires_on: date | None, window: Window) -> Standing:
    made_on = order.made_on or date.min
    ends = [day for day in (expires_on, discharge_shown(order)) if day is not None and day >= made_on]
    ends_on = min(ends) if ends else None
    if ends_on is not None and ends_on < window.first:
        return Standing.ENDED
    return Standing.IN_FORCE if window.touches(order.made_on, ends_on) else Standing.STARTS_LATER
