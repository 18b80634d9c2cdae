"""A home that one record requires and another forbids: both are kept, and whoever imports them is told."""

from collections.abc import Iterable

from riskflag.importers.shape import Contradiction
from riskflag.matching.address import compare_addresses
from riskflag.records import Address, LicenceCondition, Prohibition, ProtectiveOrder, Record
from riskflag.vocabulary import AddressBand, ProhibitionKind

MOST_PLACES = 50
"""Of each side, for every one is compared with every other. What a payload forbids is rarely ten places."""

_REQUIRED = frozenset({ProhibitionKind.RESIDE_AT, ProhibitionKind.CURFEW_AT})
_FORBIDDEN = frozenset(
    {
        ProhibitionKind.NO_ENTER_HOME_OF,
        ProhibitionKind.NO_ENTER_ADDRESS,
        ProhibitionKind.NO_ATTEND_ADDRESS,
        ProhibitionKind.LEAVE_PREMISES,
        ProhibitionKind.OCCUPATION_EXCLUSION,
        ProhibitionKind.EXCLUSION_AREA,
        ProhibitionKind.PREMISES_CLOSED,
    }
)


def note_homes_forbidden_and_required(records: Iterable[Record]) -> tuple[Contradiction, ...]:
    """One note for the payload where any term requires the home that another forbids."""
    terms = [term for record in records for term in _terms(record)]
    required, forbidden = _places(terms, _REQUIRED), _places(terms, _FORBIDDEN)
    same = (
        compare_addresses(one, other).band is AddressBand.SAME_PROPERTY
        for one in required
        for other in forbidden
    )
    return (Contradiction("", "one term requires the home that another forbids"),) if any(same) else ()


def _terms(record: Record) -> tuple[Prohibition, ...]:
    match record:
        case ProtectiveOrder():
            return record.prohibitions + tuple(t for each in record.variations for t in each.prohibitions)
        case LicenceCondition():
            return (record.prohibition,)
        case _:
            return ()


def _places(terms: Iterable[Prohibition], kinds: frozenset[ProhibitionKind]) -> list[Address]:
    places = (term.place for term in terms if term.kind in kinds and term.place is not None)
    return list(dict.fromkeys(places))[:MOST_PLACES]
