"""The addresses that systems hold for the person's release, set against each other and the proposed one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from riskflag.facts import Facts
from riskflag.facts.history import when
from riskflag.matching.address import compare_addresses
from riskflag.records import Address, AddressRecord, AddressUse
from riskflag.vocabulary import AddressBand, SourceSystem

FOR_RELEASE = frozenset(
    {
        AddressUse.RELEASE,
        AddressUse.RESETTLEMENT_PLAN,
        AddressUse.CURFEW,
        AddressUse.LICENCE_RESIDENCE,
        AddressUse.BAIL,
        AddressUse.POLICE_NOTIFIED,
    }
)
"""What an address is held for when it says where the person is to be."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Systems do not hold one address for one time.

    held: every address held for the release, each with its system
    sure: whether two of them are surely two; otherwise somebody must say whether they are one
    """

    held: tuple[AddressRecord, ...]
    sure: bool


def disagreement(facts: Facts) -> Disagreement | None:
    """How the addresses held for the release disagree; None where they do not."""
    held = _held(facts)
    bands = {*_with_the_proposal(facts, held), *_with_each_other(held)} - {AddressBand.SAME_PROPERTY}
    return Disagreement(held, AddressBand.DIFFERENT in bands) if bands else None


def _held(facts: Facts) -> tuple[AddressRecord, ...]:
    """Of each system the newest for each use, where it holds on a day that matters."""
    newest: dict[tuple[SourceSystem, AddressUse], AddressRecord] = {}
    for record, _ in facts.place.own_addresses:
        if record.use in FOR_RELEASE and facts.proposal.window.touches(record.starts_on, record.ends_on):
            known = newest.get((record.source_system, record.use))
            if known is None or when(known) <= when(record):
                newest[record.source_system, record.use] = record
    return tuple(newest.values())


def _with_each_other(held: tuple[AddressRecord, ...]) -> Iterable[AddressBand]:
    for one, other in combinations(held, 2):
        in_turn = _follows(one, other) or _follows(other, one)
        if not in_turn and not _same_words(one.address, other.address):
            yield compare_addresses(one.address, other.address).band


def _with_the_proposal(facts: Facts, held: tuple[AddressRecord, ...]) -> Iterable[AddressBand]:
    """Nothing once the release is past: what is proposed then is a change. Until the first night here an
    address may be held that ends by then."""
    proposal = facts.proposal
    release = proposal.release_date or facts.as_of
    if release < facts.as_of:
        return
    begins = max(release, proposal.use_from or release)
    for record in held:
        before = record.ends_on is not None and record.ends_on <= begins
        after = record.starts_on is not None and record.starts_on == proposal.window.last
        if proposal.address and not (before or after or _same_words(record.address, proposal.address)):
            yield compare_addresses(record.address, proposal.address).band


def _follows(one: AddressRecord, other: AddressRecord) -> bool:
    """Whether the one begins where the other has ended."""
    return bool(one.starts_on and other.ends_on and other.ends_on <= one.starts_on)


def _same_words(one: Address, other: Address) -> bool:
    """Whether they are written alike: then they are not two addresses, whatever they stand for."""
    return one.text.casefold().split() == other.text.casefold().split()
