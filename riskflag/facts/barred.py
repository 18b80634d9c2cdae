"""Which terms in force bar, or may bar, the address: by naming it, by an area, or as somebody's home."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.facts.orders import BAIL, KEEP_OUT, RESIDENCE, OrderFacts, TermFact
from riskflag.facts.place import PlaceFacts
from riskflag.facts.presence import Presence
from riskflag.facts.proposal import ProposalFacts
from riskflag.facts.protected_address import within_zone_around
from riskflag.matching.address import AddressMatch, compare_addresses
from riskflag.matching.place import ZoneMatch, ZonePosition, locate_in_zone_by_address
from riskflag.records import Address, LicenceCondition, ProtectiveOrder, Record
from riskflag.vocabulary import AddressBand, ProhibitionKind

NAMES_A_PLACE = KEEP_OUT | {
    ProhibitionKind.EXCLUSION_AREA,
    ProhibitionKind.NO_APPROACH,
    ProhibitionKind.PREMISES_CLOSED,
}
SHARED_HOME = frozenset({ProhibitionKind.LEAVE_PREMISES, ProhibitionKind.OCCUPATION_EXCLUSION})
_AGREES = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})
_AN_ADDRESS = frozenset({ProhibitionKind.NO_ENTER_ADDRESS, ProhibitionKind.NO_ATTEND_ADDRESS})
_NUMBER = re.compile(r"\d")
_HOME = re.compile(r"\b(?:home|house|address|property|premises|where\w*|liv\w+|resid\w+)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\b(?:named|specified|following|listed) \w*\s?(?:address|premises|road)", re.IGNORECASE
)
"""Words that stand for a building which is named somewhere else."""
_A_SORT_OF_PLACE = re.compile(
    r"\b(?:drinking places|licensed premises|public houses|pubs|bars|night-?clubs|betting shops|shops)\b",
    re.IGNORECASE,
)
"""Words of a condition that bars a sort of building and no building in particular."""
_WAY_HOME = re.compile(
    r"\b(?:travel\w*|journeys?|access|go|return\w*|enter\w*|pass\w*|to and from)\b"
    r"[^.;]*\b(?:home|address|residence|accommodation)\b",
    re.IGNORECASE,
)
_WIDER = re.compile(r"\b(building|block|estate|within|vicinity|grounds)\b", re.IGNORECASE)


class BarredBy(StrEnum):
    """How a term bars an address."""

    NAME = "name"
    SOMEBODYS_HOME = "somebodys_home"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Barred:
    """A term in force that bars, or may bar, the proposed address.

    record: the order or licence condition
    terms: the one term
    by: how it bars the address
    seen_in: the record that places somebody there, where it is their home that is barred
    because: what agreed, never the address itself, a distance or a direction
    sure: whether it surely bars it; otherwise somebody must confirm it
    """

    record: ProtectiveOrder | LicenceCondition
    terms: tuple[TermFact, ...]
    by: BarredBy
    seen_in: Record | None
    because: str
    sure: bool


@dataclass(frozen=True, slots=True)
class BarredFacts:
    """What is forbidden about the proposed address.

    terms: terms that bar it or may bar it
    by_bail: bail conditions that bar it, or that keep the person from somebody who lives there
    unread_addresses: terms that bar an address which nobody recorded, or only in words that were not read
    unread_areas: terms that bar an area which cannot be set against the address
    """

    terms: tuple[Barred, ...]
    by_bail: tuple[Presence | Barred, ...]
    unread_addresses: tuple[TermFact, ...]
    unread_areas: tuple[TermFact, ...]


def derive_barred(
    orders: OrderFacts, present: tuple[Presence, ...], place: PlaceFacts, proposal: ProposalFacts
) -> BarredFacts:
    """Sets every place, area and home that a term in force names against the proposed address."""
    terms = [term for term in orders.terms if not term.allows_living_there]
    zones = [(term, zone) for term in terms if (zone := _zone(term, place, proposal.address))]
    barred = (
        *(each for term in terms for each in _by_name(term, _place(term, proposal.address))),
        *(each for who in present for each in _by_home(who)),
        *(each for term, zone in zones for each in _by_area(term, zone, proposal.address)),
    )
    return BarredFacts(
        terms=barred,
        by_bail=(*(each for each in present if _is_bail(each)), *(each for each in barred if _is_bail(each))),
        unread_addresses=tuple(
            term for term in terms if proposal.address and _address_unread(term, proposal.address)
        ),
        unread_areas=tuple(term for term, zone in zones if zone.position is ZonePosition.CANNOT_TELL),
    )


def _is_bail(link: Presence | Barred) -> bool:
    bail = isinstance(link.record, ProtectiveOrder) and link.record.order_type in BAIL
    return bail and (isinstance(link, Barred) or not link.terms or any(t.keeps_away for t in link.terms))


def _in_words_only(term: TermFact) -> bool:
    """Whether it bars a building that only its wording names: by a number, or without calling it a home."""
    if term.term.kind not in KEEP_OUT or term.term.place is not None or term.term.zone is not None:
        return False
    wording = term.term.wording
    a_home = _HOME.search(wording) and not _LEFT_OUT.search(wording)
    by_name = term.term.kind in _AN_ADDRESS and not a_home and not _a_sort_of_place(term)
    return by_name or bool(_NUMBER.search(wording))


def _a_sort_of_place(term: TermFact) -> bool:
    """Whether a licence condition bars every building of a sort, as one about drinking places does."""
    return term.order is None and bool(_A_SORT_OF_PLACE.search(term.term.wording))


def _place(term: TermFact, address: Address | None) -> AddressMatch | None:
    """How the address that a term names compares. One in its wording is read for agreement only: what stands
    around it may hide it."""
    if address is None or not _in_words_only(term):
        return term.place
    match = compare_addresses(Address(term.term.wording), address)
    return match if match.band in _AGREES else None


def _by_name(term: TermFact, place: AddressMatch | None) -> Iterable[Barred]:
    if place is None or term.term.kind not in NAMES_A_PLACE:
        return
    band = place.band
    if band is not AddressBand.DIFFERENT:
        whole = band is AddressBand.SAME_BUILDING and _WIDER.search(term.term.wording)
        sure = band is AddressBand.SAME_PROPERTY or bool(whole)
        yield Barred(term.record, (term,), BarredBy.NAME, None, place.because, sure)


def _by_home(present: Presence) -> Iterable[Barred]:
    for term in present.terms:
        if term.keeps_away and term.term.kind in KEEP_OUT and not term.allows_living_there:
            home = BarredBy.SOMEBODYS_HOME
            yield Barred(term.record, (term,), home, present.seen_in, present.because, present.sure)


def _by_area(term: TermFact, zone: ZoneMatch, address: Address | None) -> Iterable[Barred]:
    if zone.position in (ZonePosition.INSIDE, ZonePosition.TOO_CLOSE_TO_CALL):
        sure = zone.position is ZonePosition.INSIDE and not _may_allow_going_home(term, address)
        yield Barred(term.record, (term,), BarredBy.AREA, None, zone.because, sure)


def _may_allow_going_home(term: TermFact, address: Address | None) -> bool:
    """Whether it lets the person through to a home that is not plainly another. A person must read it: the
    home of that day may have been another, and the way to it may be allowed for one errand."""
    allows = term.term.allows or ""
    if address is None or not _WAY_HOME.search(allows):
        return False
    return compare_addresses(Address(allows), address).band is not AddressBand.DIFFERENT


def _address_unread(term: TermFact, address: Address) -> bool:
    """Whether nobody recorded, or nobody read, the address it bars. A condition about somebody's home that
    names nobody is about the victims, whose homes are looked for."""
    if _in_words_only(term) and _place(term, address) is None:
        return True
    kind = term.term.kind
    if kind is ProhibitionKind.PREMISES_CLOSED:
        return term.term.place is None
    about_victims = term.order is None and kind is ProhibitionKind.NO_ENTER_HOME_OF
    if about_victims or kind not in KEEP_OUT or not term.keeps_away or _a_sort_of_place(term):
        return False
    return kind in SHARED_HOME or not term.covers


def _zone(term: TermFact, place: PlaceFacts, address: Address | None) -> ZoneMatch | None:
    """Where the address lies in the term's area; None where the term has none, where all that it names is, or
    may be, the address itself, or where no address is proposed."""
    kind, zone = term.term.kind, term.term.zone
    if address is None or kind in RESIDENCE or (zone is None and kind is not ProhibitionKind.EXCLUSION_AREA):
        return None
    if zone is None:
        named_here = term.place is not None and term.place.band is not AddressBand.DIFFERENT
        return None if named_here else ZoneMatch(ZonePosition.CANNOT_TELL, "the area is not drawn")
    if zone.placed or not zone.radius_metres:
        return term.zone
    if term.term.place is not None:
        return locate_in_zone_by_address(zone, address, around=term.term.place)
    return _around_homes(term, place, address)


def _around_homes(term: TermFact, place: PlaceFacts, address: Address) -> ZoneMatch:
    """A radius without a centre is drawn around wherever the people whom the term covers can be found."""
    found = [fact for who in term.covers for fact in place.places_of(who)]
    matches = [
        match
        for fact in found
        if (zone := term.term.zone) and (match := within_zone_around(fact.record, zone, address))
    ]
    for position in (ZonePosition.INSIDE, ZonePosition.TOO_CLOSE_TO_CALL, ZonePosition.CANNOT_TELL):
        for match in matches:
            if match.position is position:
                return match
    all_current = all(any(fact.current for fact in place.places_of(who)) for who in term.covers)
    if matches and len(matches) == len(found) and all_current:
        return matches[0]
    return ZoneMatch(ZonePosition.CANNOT_TELL, "the centre of the area is not recorded")
