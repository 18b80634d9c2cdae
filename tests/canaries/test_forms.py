"""The search finds every canary in every form, whatever is beside it, and nothing where there is none."""

import zlib
from base64 import b64encode
from hashlib import shake_256

import pytest

from riskflag.casebook import OTHER_TOWN, PROPOSED, SAME_STREET
from tests.canaries.forms import CANARIES, NEEDLES, Canary, found, written

FORMS = tuple(written(CANARIES[0]))
NOISE = shake_256(b"noise").digest(2_000_000)
SHORTEST = 6


def test_there_are_fifteen_forms_and_none_is_looked_for_by_a_few_bytes() -> None:
    assert len(FORMS) == 15
    assert min(len(needle) for needles in NEEDLES.values() for needle in needles) >= SHORTEST


@pytest.mark.parametrize("form", FORMS)
def test_every_canary_is_found_in_this_form(form: str) -> None:
    unfound = [
        (canary, each)
        for canary in (*CANARIES, Canary(199), Canary(999))
        for each in written(canary)[form]
        if form not in {told for _, told in found({"here": NOISE[:50] + each + NOISE[50:100]})}
    ]
    assert unfound == []


@pytest.mark.parametrize("before", range(4))
def test_it_is_found_inside_what_was_encoded_with_it(before: int) -> None:
    around = b"x" * before + CANARIES[0].text.encode() + b" and more"
    assert ("here", "base64") in found({"here": b64encode(around)})
    assert ("here", "hexadecimal") in found({"here": around.hex().encode()})


def test_no_two_canaries_are_alike() -> None:
    many = [Canary(number) for number in range(1000)]
    assert len({canary.postcode for canary in many}) == len({canary.text for canary in many}) == len(many)


def test_nothing_is_found_where_there_is_none() -> None:
    others = "".join(each.text + str(each.uprn) for each in (PROPOSED, SAME_STREET, OTHER_TOWN)).encode()
    assert found({"others": others, "noise": NOISE, "deflated": zlib.compress(others), "none": b""}) == []
