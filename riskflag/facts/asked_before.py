"""Whether what was asked about this person before looks, with this enquiry, like a search for somebody.

Addresses asked about by a responsible officer do not count. Without what is protected it is worked out from
the enquiries alone: for all that such a reader may know, somebody may be anywhere.
"""

from collections.abc import Iterable

from riskflag.dossier import LONDON, EarlierEnquiry
from riskflag.facts import Facts
from riskflag.facts.one_area import in_one_area, may_be_close
from riskflag.facts.protected_address import shares_an_area
from riskflag.facts.whereabouts import HomeKnown
from riskflag.matching.address import compare_addresses
from riskflag.matching.place import Nearness
from riskflag.records import Address
from riskflag.reference.thresholds import ASKED_BEFORE_COUNT, ASKED_BEFORE_DAYS
from riskflag.vocabulary import AddressBand, Role, Source

_SAME = frozenset({AddressBand.SAME_PROPERTY})
_NOT_ANOTHER = _SAME | {AddressBand.POSSIBLE}
_FOUND = frozenset({HomeKnown.CONFIRMED})


def combs_an_area(facts: Facts) -> bool:
    """Whether enough different addresses around the proposed one were asked about, where somebody who must be
    protected is or may be."""
    return _combs(facts, _NOT_ANOTHER)


def may_comb_an_area(facts: Facts) -> bool:
    """The same, where each that may be another address is one: it is written so that nobody can tell."""
    return _combs(facts, _SAME)


def _combs(facts: Facts, not_another: frozenset[AddressBand]) -> bool:
    address = facts.proposal.address
    if address is None or not facts.asked_before:
        return False
    others = _others(facts, address, not_another)
    around = [each.address for each in others if in_one_area(each.address, address)]
    different: list[Address] = [address]
    for one in around:
        if all(_is_another(one, other, not_another) for other in different):
            different.append(one)
    return len(different) >= ASKED_BEFORE_COUNT.value and _somebody_may_be_there(facts, address)


def follows_a_stop(facts: Facts) -> bool:
    """Whether another address close to the proposed one was stopped, or may have been so close."""
    address = facts.proposal.address
    if address is None or not facts.asked_before:
        return False
    return any(each.stopped and may_be_close(each.address, address) for each in _others(facts, address))


def _others(
    facts: Facts, address: Address, not_another: frozenset[AddressBand] = _NOT_ANOTHER
) -> Iterable[EarlierEnquiry]:
    for each in facts.asked_before or ():
        age = (facts.as_of - each.asked_at.astimezone(LONDON).date()).days
        lately = age <= ASKED_BEFORE_DAYS.value and each.asked_role is not Role.RESPONSIBLE_OFFICER
        if lately and _is_another(each.address, address, not_another):
            yield each


def _is_another(one: Address, other: Address, not_another: frozenset[AddressBand]) -> bool:
    return compare_addresses(one, other).band not in not_another


def _somebody_may_be_there(facts: Facts, address: Address) -> bool:
    if Source.PROTECTED_PLACES in facts.unavailable:
        return True
    if any(each.home not in _FOUND for each in facts.keep_away_from):
        return True
    return any(
        fact.nearness is not Nearness.NOT_NEAR or shares_an_area(fact.record, address)
        for fact in facts.place.protected
    )
