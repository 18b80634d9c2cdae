"""Who must notify the police, what of, and of whom nobody says."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    FRIEND,
    OCCUPANTS_UNKNOWN,
    PARTNER,
    PROPOSED,
    Case,
    alert,
    case,
    contact,
    conviction,
    order,
    registration,
)
from riskflag.records import Conviction, ConvictionOutcome, NamedPerson, Record
from riskflag.rule import Raised
from riskflag.rules.sexual_harm.police_must_be_told_of_address import (
    ADDRESS_DUE,
    AGES,
    CHECK,
    CHILD,
    RULE,
    WEEKLY,
)
from riskflag.vocabulary import OrderType, Relationship
from tests.rules.answers import ACT, CLEAR, answer, findings, outcome

REGISTERED = registration("ARSO", "Registered Sex Offender")
NO_LONGER = registration("ARSO", "Registered Sex Offender", ended_on=date(2024, 1, 1))
OF_AGE_UNKNOWN = NamedPerson("Gil Sample", Relationship.FRIEND)
ENDED = date(2026, 1, 31)


def rape(outcome: ConvictionOutcome = ConvictionOutcome.CONVICTED) -> Conviction:
    return conviction("01908", "rape", outcome=outcome, custody_months=60)


def made(kind: OrderType, until: date | None = None, on: date = date(2025, 3, 3)) -> Record:
    return order(kind=kind, protects=(), made_on=on, expires_on=until)


def not_required(since: date) -> Record:
    return replace(alert("SONR"), active_from=since)


def because(of: Case) -> list[str]:
    return [finding.because for finding in findings(RULE, of)]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(REGISTERED), [ADDRESS_DUE], id="registered with probation"),
        pytest.param(case(alert("SOR")), [ADDRESS_DUE], id="flagged in prison"),
        pytest.param(case(alert("P22")), [ADDRESS_DUE], id="managed in category 1"),
        pytest.param(
            case(made(OrderType.SEX_OFFENDER_NOTIFICATION)), [ADDRESS_DUE], id="a notification in force"
        ),
        pytest.param(
            case(made(OrderType.SEXUAL_HARM_PREVENTION_ORDER), alert("SONR")),
            [ADDRESS_DUE],
            id="an order that brings notification, whatever a flag says",
        ),
        pytest.param(case(made(OrderType.NON_MOLESTATION_ORDER)), [], id="an order that does not"),
        pytest.param(
            case(made(OrderType.SEX_OFFENDER_NOTIFICATION, ENDED)), [], id="a notification that ended"
        ),
        pytest.param(
            case(REGISTERED, asked=replace(ASKED, no_fixed_abode=True)), [WEEKLY], id="without a main home"
        ),
        pytest.param(case(alert("SONR")), [], id="not required to register, no order"),
    ],
)
def test_who_must_notify(of: Case, expected: list[str]) -> None:
    assert because(of) == expected
    assert answer(RULE, of) == (ACT if expected else CLEAR)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(rape()), [CHECK], id="a sexual offence and no flag"),
        pytest.param(case(rape(ConvictionOutcome.CAUTIONED)), [CHECK], id="a caution"),
        pytest.param(case(rape(ConvictionOutcome.PENDING)), [], id="charged, not yet tried"),
        pytest.param(case(rape(ConvictionOutcome.ACQUITTED)), [], id="acquitted"),
        pytest.param(case(conviction("10501", "common assault")), [], id="another offence"),
        pytest.param(case(conviction("06617", "failed to notify")), [CHECK], id="a notification missed"),
        pytest.param(case(rape(), NO_LONGER), [CHECK], id="a closed registration settles nothing"),
        pytest.param(case(rape(), not_required(date(2025, 2, 1))), [], id="found not required that day"),
        pytest.param(
            case(rape(), not_required(date(2025, 1, 31))), [CHECK], id="found not required before the offence"
        ),
        pytest.param(
            case(rape(), made(OrderType.SEX_OFFENDER_NOTIFICATION, ENDED)), [], id="the period has ended"
        ),
        pytest.param(
            case(rape(), made(OrderType.SEX_OFFENDER_NOTIFICATION, ENDED, date(2020, 1, 1))),
            [CHECK],
            id="a period for an earlier offence has ended",
        ),
        pytest.param(
            case(rape(), made(OrderType.SEXUAL_HARM_PREVENTION_ORDER, ENDED)),
            [CHECK],
            id="the end of another order ends no period",
        ),
        pytest.param(case(rape(), REGISTERED, alert("SONR")), [ADDRESS_DUE], id="flags disagree"),
    ],
)
def test_an_offence_of_which_nobody_says(of: Case, expected: list[str]) -> None:
    assert because(of) == expected


@pytest.mark.parametrize(
    ("of", "child", "ages_missing"),
    [
        pytest.param(case(REGISTERED, lives_with=(CHILD_OF_NINE,)), True, False, id="a child of nine"),
        pytest.param(case(REGISTERED, contact(CHILD_OF_NINE, PROPOSED)), True, False, id="recorded as there"),
        pytest.param(case(REGISTERED, lives_with=(FRIEND, PARTNER)), False, False, id="adults only"),
        pytest.param(case(REGISTERED, lives_with=(OF_AGE_UNKNOWN,)), False, True, id="of unknown age"),
        pytest.param(
            case(REGISTERED, asked=OCCUPANTS_UNKNOWN), False, True, id="nobody said who lives there"
        ),
        pytest.param(
            case(REGISTERED, lives_with=(CHILD_OF_NINE, OF_AGE_UNKNOWN)), True, True, id="a child and another"
        ),
    ],
)
def test_a_household_with_a_child(of: Case, child: bool, ages_missing: bool) -> None:
    came_to = outcome(RULE, of)
    assert isinstance(came_to, Raised)
    assert (CHILD in because(of)) is child
    assert (AGES in [gap.what for gap in came_to.missing]) is ages_missing


def test_evidence_gives_registration_offence_and_sentence() -> None:
    (finding,) = findings(RULE, case(REGISTERED, rape()))
    assert [cited.says for cited in finding.evidence] == [
        "Registered Sex Offender, open",
        "rape (convicted), 60 months",
    ]


def test_the_end_of_the_period_is_given_where_an_order_states_it() -> None:
    until = date(2030, 1, 1)
    (finding,) = findings(RULE, case(made(OrderType.SEX_OFFENDER_NOTIFICATION, until)))
    assert "until 1 January 2030" in finding.evidence[0].says
