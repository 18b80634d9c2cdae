"""Orders that end before the licence or the use of the address does, or soon after breach or abuse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MOTHER,
    PARTNER,
    PROPOSED,
    RELEASE,
    TODAY,
    abuse,
    breach,
    case,
    conviction,
    order,
    term,
)
from riskflag.enquiry import AddressEnquiry
from riskflag.facts.ending_orders import Timing
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    DomesticAbuseKind,
    OrderRole,
    ProtectiveOrder,
    Record,
    Variation,
)
from riskflag.rules.orders.order_ends_too_early import BECAUSE, RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

LICENCE_ENDS = date(2027, 6, 1)
FOUR_WEEKS_BEFORE = RELEASE - timedelta(days=28)
NEXT_YEAR, NEXT_MARCH = date(2029, 6, 1), date(2027, 3, 1)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_ENTRY = term(ProhibitionKind.NO_ENTER_ADDRESS, "not to enter 5 Elder Row", place=PROPOSED)
RELEASE_UNKNOWN = replace(ASKED, release_date=None)
LICENCE_UNKNOWN = replace(ASKED, licence_ends_on=None)


def until(day: date) -> ProtectiveOrder:
    """A no-contact order that protects his former partner until a day."""
    return order(NO_CONTACT, expires_on=day)


def threat(on: date) -> Record:
    """He threatened her on a day."""
    return abuse(DomesticAbuseKind.THREATS, EX_PARTNER, on)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        pytest.param(FOUR_WEEKS_BEFORE - timedelta(days=1), CLEAR, id="more than four weeks before release"),
        pytest.param(FOUR_WEEKS_BEFORE, ACT, id="four weeks before release"),
        pytest.param(TODAY, ACT, id="today"),
        pytest.param(date(2026, 12, 10), ACT, id="nine days after release"),
        pytest.param(LICENCE_ENDS, ACT, id="with the licence"),
        pytest.param(LICENCE_ENDS + timedelta(days=1), CLEAR, id="the day after the licence"),
        pytest.param(NEXT_YEAR, CLEAR, id="two years after the licence"),
    ],
)
def test_an_order_that_ends_between_four_weeks_before_release_and_the_end_of_the_licence(
    ends_on: date, expected: str
) -> None:
    assert answer(RULE, case(until(ends_on))) == expected


@pytest.mark.parametrize(
    ("asked", "ends_on", "expected"),
    [
        pytest.param(replace(ASKED, use_to=date(2028, 1, 1)), date(2027, 9, 1), ACT, id="the address is used longer"),
        pytest.param(replace(ASKED, use_to=date(2026, 12, 24)), NEXT_MARCH, ACT, id="used for three weeks, on licence for longer"),
        pytest.param(RELEASE_UNKNOWN, NEXT_MARCH, CANNOT_TELL, id="release is not known"),
        pytest.param(RELEASE_UNKNOWN, date(2026, 10, 1), CLEAR, id="release is not known, it ended long enough ago"),
        pytest.param(RELEASE_UNKNOWN, date(2026, 11, 10), CANNOT_TELL, id="release is not known, it ended lately"),
        pytest.param(LICENCE_UNKNOWN, NEXT_MARCH, CANNOT_TELL, id="the end of the licence is not known"),
        pytest.param(LICENCE_UNKNOWN, RELEASE, ACT, id="it ends on release, whenever the licence ends"),
        pytest.param(LICENCE_UNKNOWN, date(2026, 10, 1), CLEAR, id="it ended, whenever the licence ends"),
        pytest.param(
            replace(LICENCE_UNKNOWN, use_to=date(2027, 4, 1)), NEXT_MARCH, ACT, id="the address outlasts it, whenever the licence ends"
        ),
        pytest.param(
            replace(ASKED, release_date=date(2026, 2, 1)), date(2026, 11, 1), ACT, id="released long ago, it ended this month"
        ),
    ],
)  # fmt: skip
def test_what_is_known_of_release_licence_and_use(
    asked: AddressEnquiry, ends_on: date, expected: str
) -> None:
    assert answer(RULE, case(until(ends_on), asked=asked)) == expected


@pytest.mark.parametrize(
    ("harm", "ends_on", "expected"),
    [
        pytest.param(threat(date(2025, 5, 1)), date(2026, 9, 1), ACT, id="a threat last year"),
        pytest.param(threat(date(2024, 11, 22)), date(2026, 9, 1), ACT, id="a threat two years ago to the day"),
        pytest.param(threat(date(2024, 11, 21)), date(2026, 9, 1), CLEAR, id="a threat a day earlier"),
        pytest.param(threat(date(2025, 5, 1)), date(2024, 11, 21), CLEAR, id="the order ended more than two years ago"),
        pytest.param(threat(date(2025, 5, 1)), date(2024, 11, 22), ACT, id="the order ended two years ago"),
        pytest.param(threat(date(2026, 5, 1)), NEXT_YEAR, CLEAR, id="a threat, and the order runs on for years"),
        pytest.param(breach(date(2025, 5, 1)), date(2026, 9, 1), ACT, id="a breach"),
        pytest.param(
            breach(date(2025, 5, 1), outcome=BreachOutcome.ALLEGED), date(2026, 9, 1), ACT, id="an alleged breach"
        ),
        pytest.param(
            conviction("10501", "common assault", EX_PARTNER, on=date(2025, 5, 1)), date(2026, 9, 1), ACT, id="an assault on her"
        ),
        pytest.param(conviction("10501", "common assault", on=date(2025, 5, 1)), date(2026, 9, 1), CLEAR, id="a fight with a stranger"),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, date(2025, 5, 1), role=AbuseRole.VICTIM), date(2026, 9, 1), CLEAR,
            id="she threatened him",
        ),
        pytest.param(
            replace(threat(date(2025, 5, 1)), happened_on=None), date(2026, 9, 1), ACT, id="nobody knows the day; it was written down then"
        ),
    ],
)  # fmt: skip
def test_an_order_that_ends_earlier_still_matters_while_harm_is_recent(
    harm: Record, ends_on: date, expected: str
) -> None:
    assert answer(RULE, case(until(ends_on), harm)) == expected


def test_recent_harm_decides_even_where_the_release_is_not_known() -> None:
    of = case(until(date(2026, 9, 1)), threat(date(2025, 5, 1)), asked=RELEASE_UNKNOWN)
    assert answer(RULE, of) == ACT


ENDS = until(NEXT_MARCH)
BOTH_PROTECTED = replace(ENDS, protects=(EX_PARTNER, PARTNER))


@pytest.mark.parametrize(
    ("ending", "other", "expected"),
    [
        pytest.param(ENDS, order(NO_CONTACT), CLEAR, id="another for her, until further order"),
        pytest.param(ENDS, until(NEXT_YEAR), CLEAR, id="another for her that outlasts the licence"),
        pytest.param(ENDS, until(LICENCE_ENDS), ACT, id="another for her that ends with the licence"),
        pytest.param(ENDS, order(NO_CONTACT, duration=None), ACT, id="another, whose end nobody recorded"),
        pytest.param(ENDS, order(NO_CONTACT, protects=(MOTHER,)), ACT, id="another, for his mother"),
        pytest.param(ENDS, order(term(ProhibitionKind.NO_APPROACH)), ACT, id="another that forbids less"),
        pytest.param(ENDS, order(NO_CONTACT, NO_ENTRY), CLEAR, id="another that forbids more"),
        pytest.param(ENDS, order(NO_CONTACT, interim=True), ACT, id="an interim one"),
        pytest.param(ENDS, order(NO_CONTACT, kind=OrderType.COURT_BAIL), ACT, id="bail"),
        pytest.param(
            ENDS, order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER), CLEAR, id="one of another kind"
        ),
        pytest.param(ENDS, order(NO_CONTACT, made_on=date(2026, 11, 25)), ACT, id="one that is to be made"),
        pytest.param(BOTH_PROTECTED, order(NO_CONTACT), ACT, id="one for one of the two women"),
        pytest.param(
            BOTH_PROTECTED, order(NO_CONTACT, protects=(PARTNER, EX_PARTNER)), CLEAR, id="one for both women"
        ),
        pytest.param(
            replace(ENDS, prohibitions=(NO_CONTACT, NO_ENTRY)),
            order(NO_CONTACT, replace(NO_ENTRY, place=None)),
            ACT,
            id="one that names no address",
        ),
        pytest.param(
            replace(ENDS, prohibitions=(NO_CONTACT, NO_ENTRY)), order(NO_CONTACT, NO_ENTRY), CLEAR, id="the same address"
        ),
        pytest.param(replace(ENDS, prohibitions=()), order(NO_CONTACT), ACT, id="nobody knows what ends"),
        pytest.param(
            ENDS, order(replace(NO_CONTACT, ends_on=NEXT_MARCH)), ACT, id="the same term, as short in the other"
        ),
        pytest.param(
            ENDS,
            replace(order(NO_CONTACT), variations=(Variation(date(2026, 3, 1), False, (NO_CONTACT,)),)),
            ACT,
            id="one whose variation nobody has seen",
        ),
    ],
)  # fmt: skip
def test_an_order_that_takes_its_place(
    ending: ProtectiveOrder, other: ProtectiveOrder, expected: str
) -> None:
    assert answer(RULE, case(ending, other)) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(order(replace(NO_CONTACT, ends_on=NEXT_MARCH)), ACT, id="a term ends before the order"),
        pytest.param(
            order(replace(term(ProhibitionKind.NO_POSSESSION), ends_on=NEXT_MARCH)), CLEAR, id="a term about things"
        ),
        pytest.param(order(replace(NO_CONTACT, ends_on=NEXT_YEAR)), CLEAR, id="a term ends after the licence"),
        pytest.param(
            replace(ENDS, discharged_on=date(2026, 8, 1), discharge_evidence="court order"), CLEAR, id="discharged"
        ),
        pytest.param(replace(ENDS, person_is=OrderRole.PROTECTED), CLEAR, id="it protects him"),
        pytest.param(replace(ENDS, order_type=OrderType.COURT_BAIL), CLEAR, id="bail ends with the case"),
        pytest.param(
            replace(ENDS, order_type=OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE), CLEAR, id="a notice ends when a court decides"
        ),
        pytest.param(replace(ENDS, duration_wording="until further order"), CLEAR, id="its words outlast its date"),
        pytest.param(
            replace(ENDS, variations=(Variation(date(2026, 3, 1), True, (NO_CONTACT,), NEXT_YEAR),)), CLEAR, id="extended"
        ),
        pytest.param(
            replace(order(NO_CONTACT), variations=(Variation(date(2026, 3, 1), True, (NO_CONTACT,), NEXT_MARCH),)),
            ACT,
            id="cut short",
        ),
    ],
)  # fmt: skip
def test_what_counts_as_an_end(made: ProtectiveOrder, expected: str) -> None:
    assert answer(RULE, case(made)) == expected


@pytest.mark.parametrize(
    ("ends_on", "timing"),
    [
        pytest.param(NEXT_MARCH, Timing.TO_COME, id="still to come"),
        pytest.param(TODAY, Timing.TO_COME, id="its last day is today"),
        pytest.param(TODAY - timedelta(days=1), Timing.OVER, id="its last day was yesterday"),
    ],
)
def test_the_reason_says_whether_it_is_over(ends_on: date, timing: Timing) -> None:
    (finding,) = findings(RULE, case(until(ends_on)))
    assert finding.because == BECAUSE[timing]


def test_the_evidence_gives_both_ends_and_the_last_harm() -> None:
    of = case(until(NEXT_MARCH), threat(date(2025, 5, 1)), breach(date(2026, 5, 2), "telephoned her"))
    (finding,) = findings(RULE, of)
    ends, harm = finding.evidence
    assert "until 1 March 2027; licence ends: 1 June 2027" in ends.says
    assert (harm.happened_on, harm.says) == (date(2026, 5, 2), "last on record: telephoned her")


@pytest.mark.parametrize("source", [Source.ORDER_BREACHES, Source.DOMESTIC_ABUSE, Source.CONVICTIONS])
def test_an_old_order_cannot_be_left_alone_where_nobody_asked_about_harm(source: Source) -> None:
    assert answer(RULE, case(until(date(2026, 9, 1)), not_asked=(source,))) == CANNOT_TELL
