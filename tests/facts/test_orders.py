"""Which orders bind on any day that matters, and on which terms."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from riskflag.casebook import EX_PARTNER, NEIGHBOUR, TODAY, case, order, term
from riskflag.facts.order_ends import EndKind, Standing
from riskflag.facts.orders import read_order
from riskflag.facts.proposal import Window
from riskflag.records import OrderRole, ProtectiveOrder, Variation
from riskflag.vocabulary import ProhibitionKind

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
LETTERS_ALLOWED = term(ProhibitionKind.OTHER, "not to contact her save through solicitors")
UNTIL_JUNE = Window(TODAY, date(2027, 6, 1))
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "standing", "end_kind"),
    [
        pytest.param({}, Standing.IN_FORCE, EndKind.UNTIL_FURTHER_ORDER, id="until further order"),
        pytest.param(
            {"duration_wording": None}, Standing.IN_FORCE, EndKind.NOT_RECORDED, id="the end is blank"
        ),
        pytest.param(
            {"duration_wording": "unt.l 3?/0?"},
            Standing.IN_FORCE,
            EndKind.UNREADABLE,
            id="nobody can read the end",
        ),
        pytest.param(
            {"duration_wording": "until trial"}, Standing.IN_FORCE, EndKind.ON_NAMED_EVENT, id="until trial"
        ),
        pytest.param(
            {"expires_on": date(2025, 1, 1), "duration_wording": None},
            Standing.IN_FORCE,
            EndKind.UNREADABLE,
            id="an end before the beginning ended nothing",
        ),
        pytest.param(
            {"discharged_on": date(2025, 1, 1), "discharge_evidence": "sealed order seen"},
            Standing.IN_FORCE,
            EndKind.UNTIL_FURTHER_ORDER,
            id="discharged before it was made",
        ),
        pytest.param(
            {"made_on": date(2027, 8, 1), "expires_on": YESTERDAY, "duration_wording": None},
            Standing.IN_FORCE,
            EndKind.UNREADABLE,
            id="made next year and ended yesterday",
        ),
        pytest.param(
            {"expires_on": YESTERDAY, "duration_wording": "until the hearing"},
            Standing.ENDED,
            EndKind.ON_DATE,
            id="until a hearing on a recorded day, which has passed",
        ),
        pytest.param(
            {"expires_on": TODAY, "duration_wording": None},
            Standing.IN_FORCE,
            EndKind.ON_DATE,
            id="its last day is today",
        ),
        pytest.param(
            {"expires_on": TODAY, "duration_wording": "until further order"},
            Standing.IN_FORCE,
            EndKind.UNTIL_FURTHER_ORDER,
            id="a date and further order: the longer reading",
        ),
        pytest.param(
            {"expires_on": YESTERDAY, "duration_wording": None},
            Standing.ENDED,
            EndKind.ON_DATE,
            id="it ended yesterday",
        ),
        pytest.param(
            {"discharged_on": YESTERDAY, "discharge_evidence": "sealed order of discharge"},
            Standing.ENDED,
            EndKind.UNTIL_FURTHER_ORDER,
            id="discharged, and the paper is there",
        ),
        pytest.param(
            {"discharged_on": YESTERDAY},
            Standing.IN_FORCE,
            EndKind.UNTIL_FURTHER_ORDER,
            id="said to be discharged, with nothing to show it",
        ),
        pytest.param(
            {"made_on": None},
            Standing.IN_FORCE,
            EndKind.UNTIL_FURTHER_ORDER,
            id="nobody knows when it was made",
        ),
        pytest.param(
            {"made_on": date(2027, 6, 1)},
            Standing.IN_FORCE,
            EndKind.UNTIL_FURTHER_ORDER,
            id="it starts on the last day of the licence",
        ),
        pytest.param(
            {"made_on": date(2027, 6, 2)},
            Standing.STARTS_LATER,
            EndKind.UNTIL_FURTHER_ORDER,
            id="it starts the day after",
        ),
    ],
)
def test_an_order_binds_until_somebody_shows_that_it_does_not(
    changes: dict[str, Any], standing: Standing, end_kind: EndKind
) -> None:
    fact = read_order(replace(order(NO_CONTACT), **changes), UNTIL_JUNE)
    assert (fact.standing, fact.end_kind) == (standing, end_kind)


def test_with_no_known_end_of_the_address_use_a_later_order_still_counts() -> None:
    later = replace(order(NO_CONTACT), made_on=date(2030, 1, 1))
    assert read_order(later, Window(TODAY, None)).in_force


def varied(*variations: Variation) -> ProtectiveOrder:
    return replace(order(NO_CONTACT), variations=variations)


@pytest.mark.parametrize(
    ("versions", "terms", "stricter"),
    [
        pytest.param(
            (Variation(date(2026, 1, 1), True, (LETTERS_ALLOWED,)),),
            (LETTERS_ALLOWED,),
            False,
            id="the sealed variation governs",
        ),
        pytest.param(
            (Variation(date(2026, 1, 1), False, (LETTERS_ALLOWED,)),),
            (NO_CONTACT, LETTERS_ALLOWED),
            True,
            id="nobody has seen the variation: both versions hold",
        ),
        pytest.param(
            (Variation(date(2026, 3, 1), True, (NO_CONTACT,)), Variation(date(2026, 1, 1), False, ())),
            (NO_CONTACT,),
            False,
            id="the latest is by date, however they are listed",
        ),
    ],
)
def test_the_latest_sealed_version_governs(
    versions: tuple[Variation, ...], terms: tuple[object, ...], stricter: bool
) -> None:
    fact = read_order(varied(*versions), UNTIL_JUNE)
    assert (fact.terms, fact.stricter_reading) == (terms, stricter)


def test_an_unseen_variation_cannot_bring_the_end_forward() -> None:
    made = replace(order(NO_CONTACT, expires_on=date(2028, 1, 1)))
    unseen = Variation(date(2026, 1, 1), False, (NO_CONTACT,), expires_on=YESTERDAY)
    assert read_order(replace(made, variations=(unseen,)), UNTIL_JUNE).in_force


def test_an_order_in_the_persons_own_favour_does_not_bind_them() -> None:
    facts = case(replace(order(NO_CONTACT), person_is=OrderRole.PROTECTED)).facts
    assert facts.orders.binding == ()
    assert len(facts.orders.protecting_the_person) == 1


def test_a_term_covers_whom_it_names_and_otherwise_all() -> None:
    named = replace(NO_CONTACT, protects=(NEIGHBOUR.name,))
    both = order(named, NO_CONTACT, protects=(EX_PARTNER, NEIGHBOUR))
    first, second = case(both).facts.orders.terms
    assert first.covers == (NEIGHBOUR,)
    assert second.covers == (EX_PARTNER, NEIGHBOUR)


def test_a_term_that_ended_before_today_no_longer_counts() -> None:
    facts = case(order(replace(NO_CONTACT, ends_on=YESTERDAY), LETTERS_ALLOWED)).facts
    assert [t.term for t in facts.orders.terms] == [LETTERS_ALLOWED]


def test_a_term_that_ends_before_its_order_was_made_counts_still() -> None:
    ended_first = replace(NO_CONTACT, ends_on=date(2025, 3, 2))
    facts = case(order(ended_first, made_on=date(2025, 3, 3))).facts
    assert [t.term for t in facts.orders.terms] == [ended_first]


@pytest.mark.parametrize(
    ("version", "wording", "in_force"),
    [
        pytest.param(
            Variation(date(2026, 1, 1), False, (NO_CONTACT,), expires_on=YESTERDAY),
            "until further order",
            True,
            id="made until further order; a variation that nobody has seen ends it",
        ),
        pytest.param(
            Variation(date(2026, 1, 1), True, (NO_CONTACT,), expires_on=YESTERDAY),
            "until further order",
            False,
            id="made until further order; a sealed variation ended it",
        ),
        pytest.param(
            Variation(TODAY + timedelta(days=1), True, (), expires_on=YESTERDAY),
            "until further order",
            True,
            id="a sealed variation that takes effect tomorrow",
        ),
        pytest.param(
            Variation(TODAY, True, (), expires_on=YESTERDAY),
            "until further order",
            False,
            id="a sealed variation that took effect today",
        ),
        pytest.param(
            Variation(date(2026, 1, 1), False, (NO_CONTACT,), expires_on=YESTERDAY),
            None,
            False,
            id="every version has ended",
        ),
    ],
)
def test_no_version_that_is_unseen_or_to_come_cuts_an_order_short(
    version: Variation, wording: str | None, in_force: bool
) -> None:
    made = replace(varied(version), expires_on=date(2026, 6, 1), duration_wording=wording)
    assert read_order(made, UNTIL_JUNE).in_force is in_force


def test_terms_hold_until_the_day_a_variation_takes_effect() -> None:
    tomorrow = Variation(TODAY + timedelta(days=1), True, (LETTERS_ALLOWED,))
    assert read_order(varied(tomorrow), UNTIL_JUNE).terms == (NO_CONTACT, LETTERS_ALLOWED)


@pytest.mark.parametrize(
    ("evidence", "in_force"),
    [
        pytest.param("sealed order", False, id="something shows it"),
        pytest.param("  ", True, id="a blank shows nothing"),
        pytest.param("", True, id="neither does an empty field"),
    ],
)
def test_a_blank_is_no_evidence_of_discharge(evidence: str, in_force: bool) -> None:
    discharged = replace(order(NO_CONTACT), discharged_on=YESTERDAY, discharge_evidence=evidence)
    assert read_order(discharged, UNTIL_JUNE).in_force is in_force
