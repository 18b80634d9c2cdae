"""What can go wrong with the question: an address or a referral known only in part, or in words that fit
nothing."""

from copy import copy
from dataclasses import fields, replace

from riskflag.enquiry import AddressEnquiry, Enquiry, ReferralEnquiry
from riskflag.matching.address_parts import identifies_one_property
from riskflag.records import Address
from tests.properties.worlds import Dice, Fault, Maker, World, survives

WRONG: tuple[object, ...] = (None, 7, "31/02/2026", object(), [], {"a": 1}, ("x",), True)
"""What no field of that name should hold, but for the few that may be null, a number or a list."""

NEVER_WITHOUT = frozenset({"release_date", "text", "site"})
"""Parts without which nobody may say that there is nothing, of whichever question has them."""


def _asked(world: World, enquiry: Enquiry, name: str, proof: bool = False) -> Fault:
    return Fault(name, replace(world, enquiry=enquiry), proof=proof, asks_otherwise=True)


def _with(enquiry: Enquiry, name: str, value: object) -> Enquiry:
    """The same question with one part that holds ``value``, whatever its type."""
    changed = copy(enquiry)
    object.__setattr__(changed, name, value)
    return changed


def _at(enquiry: Enquiry, place: Address) -> Enquiry:
    """The same question about another place."""
    if isinstance(enquiry, ReferralEnquiry):
        return replace(enquiry, site=place)
    return replace(enquiry, address=place)


def _goes_nowhere(enquiry: Enquiry) -> bool:
    """Whether the question says that there is no place, whatever place it names besides."""
    if isinstance(enquiry, ReferralEnquiry):
        return enquiry.nothing_to_attend
    return enquiry.no_fixed_abode


def _place_vague(world: World, dice: Dice) -> Fault | None:
    where = world.enquiry.where
    if where is None or _goes_nowhere(world.enquiry):
        return None
    vague = replace(where, uprn=None, parent_uprn=None, postcode=None)
    if dice.number(2):
        vague = replace(vague, number=None, unit=None, point=None, text=vague.street or "somewhere in town")
    else:
        vague = replace(vague, text=vague.text.rpartition(",")[0])
    return _asked(world, _at(world.enquiry, vague), "place vague", proof=not identifies_one_property(vague))


def _release_unknown(world: World, _: Dice) -> Fault:
    return _asked(world, replace(world.enquiry, release_date=None), "release unknown", proof=True)


def _part_lost(world: World, dice: Dice) -> Fault:
    """Something that the question may leave unsaid is not said."""
    name = dice.pick([part.name for part in fields(world.enquiry) if part.default is None])
    asked = _with(world.enquiry, name, None)
    without = name in NEVER_WITHOUT - ({"site"} if _goes_nowhere(asked) else set())
    return _asked(world, asked, f"lost: {name}", without)


def _referral_silent(world: World, dice: Dice) -> Fault | None:
    """A form of the referral left empty: nobody said who is there, or which risks it states."""
    asked = world.enquiry
    if isinstance(asked, AddressEnquiry):
        return None
    nobody = replace(asked, occupants=(), occupants_stated=None)
    silent = dice.pick(
        (
            ("referral without its occupants", nobody),
            ("referral without its risks", replace(asked, risks_stated=())),
            ("referral without what was agreed", replace(asked, kept_apart="", mappa_need_recorded=False)),
            ("referral without words", replace(asked, text="")),
        )
    )
    return _asked(world, silent[1], silent[0])


def _part_corrupt(world: World, dice: Dice) -> Fault | None:
    """A part of the question holds what its type does not allow; what it does allow is another question."""
    name = dice.pick(fields(world.enquiry)).name
    asked = _with(world.enquiry, name, dice.pick(WRONG))
    return None if survives(asked) else _asked(world, asked, f"question corrupt: {name}", proof=True)


QUESTION_FAULTS: tuple[Maker, ...] = (
    _place_vague,
    _release_unknown,
    _part_lost,
    _referral_silent,
    _part_corrupt,
)
