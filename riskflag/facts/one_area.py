"""Whether two addresses are in one area, as somebody who searches it would see it."""

from riskflag.matching.address_parts import take_apart
from riskflag.matching.place import Nearness, how_near
from riskflag.matching.postcode import postcode_sector
from riskflag.records import Address
from riskflag.reference.thresholds import ASKED_BEFORE_METRES


def in_one_area(one: Address, other: Address) -> bool:
    """Whether they share a postcode sector or lie near each other."""
    sector = _sector(one)
    if sector and sector == _sector(other):
        return True
    return how_near(one, other, ASKED_BEFORE_METRES.value).nearness is Nearness.NEAR


def may_be_close(one: Address, other: Address) -> bool:
    """Whether they lie near each other, or would for all that is known of where they are."""
    nearness = how_near(one, other, ASKED_BEFORE_METRES.value).nearness
    if nearness is not Nearness.CANNOT_TELL:
        return nearness is Nearness.NEAR
    sectors = {_sector(one), _sector(other)}
    return len(sectors) == 1 or "" in sectors


def _sector(address: Address) -> str:
    return postcode_sector(take_apart(address).postcode)
