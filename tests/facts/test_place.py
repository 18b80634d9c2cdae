"""What is known of the proposed place."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    abuse,
    case,
    conviction,
    decision,
    incident,
    note,
    own_address,
    protected_place,
)
from riskflag.matching.place import Nearness
from riskflag.records import Address, AddressUse, DecisionKind, DomesticAbuseKind, PlaceIncidentKind, Record
from riskflag.vocabulary import AddressBand


@pytest.mark.parametrize(
    ("address", "band", "nearness"),
    [
        pytest.param(PROPOSED, AddressBand.SAME_PROPERTY, Nearness.NEAR, id="she lives there"),
        pytest.param(SAME_STREET, AddressBand.DIFFERENT, Nearness.NEAR, id="she lives two doors away"),
        pytest.param(OTHER_TOWN, AddressBand.DIFFERENT, Nearness.NOT_NEAR, id="she lives in another town"),
        pytest.param(None, None, Nearness.CANNOT_TELL, id="her address is withheld"),
    ],
)
def test_a_protected_place_is_set_against_the_proposed_address(
    address: Address | None, band: AddressBand | None, nearness: Nearness
) -> None:
    (fact,) = case(protected_place(EX_PARTNER, address)).facts.place.protected
    assert (fact.match.band if fact.match else None, fact.nearness) == (band, nearness)


@pytest.mark.parametrize(
    ("verified_on", "current"),
    [
        pytest.param(date(2026, 11, 1), True, id="three weeks ago"),
        pytest.param(date(2026, 4, 1), False, id="more than half a year ago"),
        pytest.param(None, False, id="never"),
        pytest.param(date(2026, 12, 1), False, id="dated in the future: not to be relied on"),
    ],
)
def test_a_protected_address_is_current_only_when_confirmed_lately(
    verified_on: date | None, current: bool
) -> None:
    (fact,) = case(protected_place(EX_PARTNER, OTHER_TOWN, verified_on)).facts.place.protected
    assert fact.current is current


def test_a_withheld_address_is_never_compared_even_if_one_slipped_in() -> None:
    slipped = replace(protected_place(EX_PARTNER, PROPOSED), withheld=True)
    (fact,) = case(slipped).facts.place.protected
    assert (fact.match, fact.nearness) == (None, Nearness.CANNOT_TELL)


@pytest.mark.parametrize(
    ("record", "here"),
    [
        pytest.param(conviction("10501", "common assault", location=PROPOSED), True, id="an offence there"),
        pytest.param(
            conviction("10501", "common assault", location=OTHER_TOWN), False, id="an offence elsewhere"
        ),
        pytest.param(conviction("10501", "common assault"), False, id="an offence nobody located"),
        pytest.param(
            replace(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), at=PROPOSED),
            True,
            id="abuse at the address",
        ),
    ],
)
def test_what_happened_at_the_address(record: Record, here: bool) -> None:
    assert bool(case(record).facts.place.offences) is here


def test_words_written_about_the_address_count_and_about_another_do_not() -> None:
    place = case(note("a drug den"), note("quiet", address=OTHER_TOWN)).facts.place
    assert [getattr(n.record, "words", "") for n in place.notes] == ["a drug den"]
    assert place.notes[0].sure


def test_decisions_come_newest_first() -> None:
    older = replace(decision(DecisionKind.REFUSED, "no"), happened_on=date(2025, 1, 1))
    newer = decision(DecisionKind.APPROVED, "yes")
    decisions = case(older, newer).facts.place.decisions
    assert [getattr(d.record, "words", "") for d in decisions] == ["yes", "no"]


def test_the_place_register_speaks_of_this_address_only() -> None:
    there = incident(PlaceIncidentKind.DRUG_SUPPLY)
    elsewhere = incident(PlaceIncidentKind.DRUG_SUPPLY, address=OTHER_TOWN)
    assert len(case(place=(there, elsewhere)).facts.place.incidents) == 1


def test_with_no_address_there_is_nothing_to_set_against() -> None:
    homeless = replace(ASKED, address=None, no_fixed_abode=True)
    given = case(
        protected_place(EX_PARTNER, PROPOSED), own_address(PROPOSED, AddressUse.MAIN), asked=homeless
    )
    place = given.facts.place
    assert place.protected[0].match is None
    assert place.own_addresses[0][1] is None
