"""Whether two addresses are one property, one building, possibly the same, different, or beyond telling.

An equal UPRN decides. Otherwise what is written does, and two UPRNs that differ hold it back: two properties,
unless the text is so alike that one of the UPRNs may be wrong. What is written with letters or digits that
only look like ours is a candidate at most: see `doubtful`.
"""

from dataclasses import dataclass

from riskflag.matching.address_text import compare_texts
from riskflag.matching.doubtful import (
    compare_readings,
    compare_strokes,
    plainly_written,
    written_otherwise,
)
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand


@dataclass(frozen=True, slots=True)
class AddressMatch:
    """What comparing two addresses came to.

    band: how far they are the same place
    because: which parts agreed or differed, never the parts themselves
    """

    band: AddressBand
    because: str


def compare_addresses(left: Address, right: Address) -> AddressMatch:
    """Compare two addresses by identifier where both have one, and by what is written otherwise.

    Symmetric; never raises on text, however odd.
    """
    if not ((left.uprn or left.parent_uprn) and (right.uprn or right.parent_uprn)):
        return AddressMatch(*_compare_written(left, right))
    left_ids, right_ids = _identifiers(left), _identifiers(right)
    if left_ids[0] and left_ids[0] == right_ids[0]:
        return AddressMatch(AddressBand.SAME_PROPERTY, "the UPRNs are equal")
    by_text = AddressMatch(*_compare_written(left, right))
    related = bool(set(filter(None, left_ids)) & set(filter(None, right_ids)))
    both_identified = bool(left_ids[0] and right_ids[0])
    if related and (both_identified or by_text.band is not AddressBand.SAME_PROPERTY):
        return AddressMatch(AddressBand.SAME_BUILDING, "the UPRNs belong to one building")
    return _despite_identifiers(by_text) if both_identified else by_text


def text_decides(address: Address) -> bool:
    """Whether an address is compared by what is written alone, with any other of which this holds: neither
    has an identifier, nor anything that may be meant for something else."""
    return not address.uprn and not address.parent_uprn and plainly_written(address)


def _compare_written(left: Address, right: Address) -> tuple[AddressBand, str]:
    if written_otherwise(left, right):
        return compare_readings(left, right, compare_texts)
    match = compare_texts(left, right)
    if match[0] is AddressBand.DIFFERENT:
        return compare_strokes(left, right, compare_texts) or match
    return match


def _identifiers(address: Address) -> tuple[str, str]:
    """UPRN and parent UPRN, without leading zeros; empty for one that is not given in our digits."""
    return _plain(address.uprn), _plain(address.parent_uprn)


def _plain(uprn: str | None) -> str:
    written = (uprn or "").strip().lower().lstrip("0")
    return written if written.isascii() else ""


def _despite_identifiers(by_text: AddressMatch) -> AddressMatch:
    """Two UPRNs that differ are two properties, unless the text is so alike that one UPRN may be wrong."""
    if by_text.band is AddressBand.SAME_PROPERTY:
        return AddressMatch(AddressBand.POSSIBLE, f"{by_text.because}, but the UPRNs differ")
    if by_text.band in (AddressBand.POSSIBLE, AddressBand.SAME_BUILDING):
        return AddressMatch(by_text.band, f"{by_text.because}, and the UPRNs differ")
    return AddressMatch(AddressBand.DIFFERENT, "the UPRNs differ and so does the text")
