"""What must hold whatever was asked: more asking takes no alert away, and the cap knows numbers only.

RISKFLAG_PROBES sets how many cases are tried of each property (60 unless it says otherwise).
"""

import os
from collections.abc import Sequence
from dataclasses import fields, replace
from random import Random
from typing import get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskflag.probing.asked import AlertKind, AskedPlace, Judgement, Pace, Past, SecondPersonAgreement
from riskflag.probing.judge import judge
from riskflag.probing.place import place_of
from riskflag.records.base import Address, Point
from riskflag.vocabulary import EnquiryKind, Role
from tests.probing.asking import NOW, STREETS, agreement, asked, past_of

PROBES = int(os.environ.get("RISKFLAG_PROBES", "60"))
ADDRESSES = st.builds(
    lambda flat, number, street, postcode, point: Address(f"{flat}{number} {street}{postcode}", point=point),
    st.sampled_from(["", "", "Flat 1, ", "Flat 2, ", "Flat 3, "]),
    st.integers(1, 6),
    st.sampled_from(STREETS[:4]),
    st.sampled_from(["", ", AB1 2CD", ", AB1 2CE", ", ZZ9 9ZZ"]),
    st.none() | st.builds(Point, *(st.sampled_from([0, 200, 500, 900, 1000, 2000, 4000]),) * 2),
)
ENQUIRIES = st.builds(
    asked,
    ADDRESSES,
    st.integers(0, 100),
    st.sampled_from(["ann", "bob", "cay"]),
    st.sampled_from(["a person", "a person", "another", "a third", "a fourth"]),
    st.sampled_from(["", "one", "two", "three", "four"]),
    st.sampled_from(list(EnquiryKind)),
    st.booleans(),
    st.sampled_from(list(Role)),
)
PASTS = st.lists(ENQUIRIES, max_size=14)
AGREEMENTS = st.lists(
    st.builds(agreement, st.sampled_from(["bob", "cay", "dee"]), st.integers(-1, 31)), max_size=3
)
many = settings(max_examples=PROBES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def of(before: Sequence[AskedPlace], asking: AskedPlace) -> Judgement:
    return judge(NOW, asking, past_of(list(before), asking))


def kinds(judgement: Judgement) -> set[AlertKind]:
    return {alert.kind for alert in judgement.alerts}


def strict(pace: Pace) -> bool:
    return pace is Pace.NEEDS_SECOND_PERSON


@many
@given(PASTS, ENQUIRIES, ENQUIRIES)
def test_one_enquiry_more_takes_no_alert_away(
    before: list[AskedPlace], more: AskedPlace, asking: AskedPlace
) -> None:
    assert kinds(of(before, asking)) <= kinds(of([*before, more], asking))


@many
@given(PASTS, ENQUIRIES, ENQUIRIES)
def test_another_address_more_never_loosens_the_pace(
    before: list[AskedPlace], more: AskedPlace, asking: AskedPlace
) -> None:
    if more.place.door != asking.place.door and strict(of(before, asking).pace):
        assert strict(of([*before, more], asking).pace)


@many
@given(PASTS, ENQUIRIES, AGREEMENTS, st.randoms(use_true_random=False))
def test_the_order_in_which_the_past_is_handed_over_makes_no_difference(
    before: list[AskedPlace], asking: AskedPlace, agreements: list[SecondPersonAgreement], rng: Random
) -> None:
    shuffled = rng.sample(before, len(before))
    assert of(before, asking) == of(shuffled, asking)


@many
@given(st.lists(ADDRESSES, min_size=8, max_size=16), ADDRESSES, st.randoms(use_true_random=False))
def test_the_cap_does_not_depend_on_who_asks_or_why(
    addresses: list[Address], now_asked: Address, rng: Random
) -> None:
    plain = [asked(address, 1) for address in addresses]
    anybody = [
        replace(
            each,
            account=rng.choice(["ann", "bob", "cay"]),
            role=rng.choice(list(Role)),
            kind=rng.choice(list(EnquiryKind)),
            household=rng.choice(["", "one"]),
            premises=rng.random() < 0.5,
        )
        for each in plain
    ]
    asking = asked(now_asked)
    assert of(plain, asking).pace is of(anybody, replace(asking, account="bob", premises=True)).pace


@many
@given(PASTS, ENQUIRIES)
def test_the_list_of_premises_takes_away_one_alert_and_nothing_else(
    before: list[AskedPlace], asking: AskedPlace
) -> None:
    elsewhere = of(before, replace(asking, premises=False))
    there = of([replace(each, premises=True) for each in before], replace(asking, premises=True))
    assert there.pace is elsewhere.pace
    assert there.alerts == tuple(
        alert for alert in elsewhere.alerts if alert.kind is not AlertKind.MANY_PEOPLE
    )


@many
@given(PASTS, ENQUIRIES, AGREEMENTS)
def test_an_agreement_only_ever_allows(
    before: list[AskedPlace], asking: AskedPlace, agreements: list[SecondPersonAgreement]
) -> None:
    past = past_of(before, asking)
    given_one = judge(NOW, asking, past, agreements)
    without = judge(NOW, asking, past)
    assert given_one.alerts == without.alerts
    assert strict(without.pace) or not strict(given_one.pace)


@many
@given(PASTS, ENQUIRIES)
def test_no_alert_says_where(before: list[AskedPlace], asking: AskedPlace) -> None:
    told = repr(of(before, asking)).lower()
    assert not [street for street in STREETS if street.split()[0].lower() in told]
    assert "ab1" not in told
    assert asking.place.canonical not in told


def test_what_is_judged_holds_nothing_but_what_was_asked() -> None:
    """By whom, of whom, when, about which address and household: all of it was in the enquiry."""
    assert {each.name for each in fields(AskedPlace)} == {
        "person_id", "account", "role", "asked_at", "place", "household", "kind", "premises",
    }  # fmt: skip
    assert set(get_type_hints(Past).values()) == {tuple[AskedPlace, ...]}
    assert place_of(Address("14 Larch Close")) == place_of(Address("14 Larch Close"))
