"""An enquiry in letters that only look like ours hides nobody: what was raised is raised, or cannot be told.

RISKFLAG_FUZZ sets how many enquiries are rewritten (half of it; 150 unless it says otherwise).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from riskflag.enquiry import AddressEnquiry
from riskflag.records import Address, NamedPerson
from riskflag.vocabulary import Verdict
from tests.hostile.calling import CALLS
from tests.matching.confusing import LOOK_ALIKES
from tests.properties.worlds import Dice, answer, codes, worlds

PARTS = ("occupants", "address", "both")


def rewritten(text: str, dice: Dice) -> str:
    """The text with one letter or more as look-alikes."""
    places = [place for place, each in enumerate(text) if each in LOOK_ALIKES]
    chosen = {dice.pick(places) for _ in range(1 + dice.number(3))} if places else set()
    return "".join(
        dice.pick(LOOK_ALIKES[each]) if place in chosen else each for place, each in enumerate(text)
    )


def address_of(address: Address, write: Callable[[str], str]) -> Address:
    """The address without what identifies it in figures, each part of it rewritten."""
    parts = {
        name: getattr(address, name) for name in ("text", "unit", "number", "street", "town", "postcode")
    }
    written: dict[str, Any] = {name: write(part) for name, part in parts.items() if part}
    return replace(address, uprn=None, parent_uprn=None, **written)


def name_of(who: NamedPerson, write: Callable[[str], str]) -> NamedPerson:
    """The person by a rewritten name alone."""
    return replace(who, name=write(who.name), aliases=(), former_names=(), reference=None)


def asked_about(asked: AddressEnquiry, part: str, dice: Dice) -> AddressEnquiry:
    """The enquiry with a part of it rewritten."""

    def write(text: str) -> str:
        return rewritten(text, dice)

    if part != "address":
        there = tuple(replace(each, who=name_of(each.who, write)) for each in asked.occupants)
        asked = replace(asked, occupants=there)
    if part != "occupants" and asked.address is not None:
        asked = replace(asked, address=address_of(asked.address, write))
    return asked


def without_figures(asked: AddressEnquiry, part: str) -> AddressEnquiry:
    """The enquiry in plain letters that differs from the rewritten one in its letters alone."""
    there = tuple(replace(each, who=name_of(each.who, str)) for each in asked.occupants)
    address = address_of(asked.address, str) if asked.address else None
    plain = asked if part == "address" else replace(asked, occupants=there)
    return plain if part == "occupants" else replace(plain, address=address)


@pytest.mark.parametrize("part", PARTS)
def test_no_look_alike_makes_a_rule_see_nothing_where_it_saw_something(part: str) -> None:
    held = [
        (name, world, asked)
        for name, world, _ in worlds()
        if isinstance(asked := world.enquiry, AddressEnquiry) and (asked.occupants or part != "occupants")
    ]
    silenced = []
    for seed in range(CALLS // 6):
        dice = Dice(f"look-alikes {part} {seed}")
        name, world, asked = dice.pick(held)
        plain = answer(replace(world, enquiry=without_figures(asked, part)))
        found = answer(replace(world, enquiry=asked_about(asked, part, dice)))
        raised, clear = codes(plain), {each.code for each in found.looked_at}
        if raised & clear or (found.verdict is Verdict.NO_FLAGS_FOUND and plain.verdict is not found.verdict):
            silenced.append((seed, name, sorted(raised & clear), found.verdict.value))
    assert silenced == []
