"""What happened after a release is what was proved, on the days that count, once it may be said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PARTNER,
    alert,
    breach,
    case,
    conviction,
    registration,
)
from riskflag.casebook.records import abuse
from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.facts.history import derive_history
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    Conviction,
    ConvictionOutcome,
    DomesticAbuseKind,
    NamedPerson,
    OrderBreach,
    Record,
)
from training.labels import SETTLED_AFTER, outcomes
from training.table import Outcome

RELEASED = date(2022, 1, 10)
LATER = date(2022, 6, 1)
LONG_AFTER = date(2026, 11, 22)
DAY = timedelta(days=1)
ABUSE, BREACH, VIOLENCE = Harm.DOMESTIC_ABUSE, Harm.ORDER_BREACH, Harm.VIOLENCE


def happened(*records: Record, followed_to: date = LONG_AFTER) -> set[Harm]:
    """The harms that happened."""
    said = outcomes(derive_history(case(*records).dossier), RELEASED, followed_to)
    return {harm for harm, outcome in said.items() if outcome is Outcome.HAPPENED}


def assault(*victims: NamedPerson, on: date | None = LATER) -> Conviction:
    return conviction("10501", "common assault", *victims, on=on)


def with_outcome(outcome: ConvictionOutcome) -> Conviction:
    return conviction("10501", "common assault", PARTNER, on=LATER, outcome=outcome)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(assault(), {VIOLENCE}, id="an assault on somebody nobody named"),
        pytest.param(assault(FRIEND), {VIOLENCE}, id="on a friend"),
        pytest.param(assault(EX_PARTNER), {VIOLENCE, ABUSE}, id="on a former partner"),
        pytest.param(assault(MOTHER), {VIOLENCE, ABUSE}, id="on the mother"),
        pytest.param(replace(assault(), domestic_abuse_found=True), {VIOLENCE, ABUSE}, id="abuse found, victim not named"),
        pytest.param(replace(assault(), domestic_abuse_found=False), {VIOLENCE}, id="no abuse found"),
        pytest.param(conviction("00867", "coercion", on=LATER), {ABUSE}, id="coercive control, victim not named"),
        pytest.param(conviction("04600", "theft", on=LATER), set(), id="theft from a shop"),
        pytest.param(conviction("03401", "robbery", on=LATER), {VIOLENCE}, id="robbery"),
        pytest.param(conviction("00826", "a blade in public", on=LATER), {VIOLENCE}, id="a knife in public"),
        pytest.param(conviction("99999", "unheard of", on=LATER), set(), id="an offence that nobody knows"),
        pytest.param(with_outcome(ConvictionOutcome.CAUTIONED), {VIOLENCE, ABUSE}, id="cautioned"),
        pytest.param(with_outcome(ConvictionOutcome.PENDING), set(), id="only charged"),
        pytest.param(with_outcome(ConvictionOutcome.ACQUITTED), set(), id="acquitted"),
        pytest.param(with_outcome(ConvictionOutcome.QUASHED), set(), id="quashed"),
        pytest.param(abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, PARTNER, on=LATER), set(), id="reported to police, not proved"),
        pytest.param(abuse(DomesticAbuseKind.THREATS, PARTNER, on=LATER, role=AbuseRole.VICTIM), set(), id="was abused"),
        pytest.param(breach(LATER), {BREACH}, id="convicted of a breach"),
        pytest.param(breach(LATER, outcome=BreachOutcome.CIVIL_FINDING), {BREACH}, id="found in breach by a civil court"),
        pytest.param(breach(LATER, outcome=BreachOutcome.ALLEGED), set(), id="a breach only alleged"),
        pytest.param(conviction("00831", "breach of a restraining order", on=LATER), {BREACH}, id="breach as an offence"),
        pytest.param(registration("ADVP", "Domestic Abuse Perpetrator"), set(), id="a register entry proves nothing"),
        pytest.param(alert("XVL"), set(), id="nor does an alert"),
    ],
)  # fmt: skip
def test_what_counts_is_what_was_proved(record: Record, expected: set[Harm]) -> None:
    assert happened(record) == expected


@pytest.mark.parametrize("harm", Harm)
def test_it_counts_from_the_day_after_release_to_the_last_day_of_the_horizon(harm: Harm) -> None:
    days = timedelta(days=OUTCOMES[harm].within_days)
    for on, counts in (
        (RELEASED - DAY, False),
        (RELEASED, False),
        (RELEASED + DAY, True),
        (RELEASED + days, True),
        (RELEASED + days + DAY, False),
    ):
        assert (harm in happened(assault(PARTNER, on=on), breach(on))) is counts


def test_what_was_done_before_release_and_proved_after_it_does_not_count() -> None:
    assert happened(replace(assault(on=RELEASED - DAY), convicted_on=LATER, recorded_on=LATER)) == set()


def said_of(*records: Record, followed_to: date = LONG_AFTER, harm: Harm = VIOLENCE) -> Outcome:
    return outcomes(derive_history(case(*records).dossier), RELEASED, followed_to)[harm]


@pytest.mark.parametrize("harm", Harm)
@pytest.mark.parametrize(
    ("records", "settled"),
    [
        pytest.param((), Outcome.DID_NOT_HAPPEN, id="nothing was proved"),
        pytest.param((assault(PARTNER), breach(LATER)), Outcome.HAPPENED, id="it was proved"),
    ],
)
def test_it_is_open_until_records_go_on_long_enough_whether_or_not_it_has_happened(
    harm: Harm, records: tuple[Record, ...], settled: Outcome
) -> None:
    enough = RELEASED + timedelta(days=OUTCOMES[harm].within_days) + SETTLED_AFTER
    assert said_of(*records, followed_to=enough - DAY, harm=harm) is Outcome.OPEN
    assert said_of(*records, followed_to=enough, harm=harm) is settled


def undated(recorded_on: date) -> Conviction:
    return replace(assault(on=None), recorded_on=recorded_on)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param(
            (undated(LATER),), Outcome.OPEN, id="recorded after release: it may have happened since"
        ),
        pytest.param((undated(RELEASED),), Outcome.DID_NOT_HAPPEN, id="recorded by the release: it is older"),
        pytest.param((undated(LATER), assault()), Outcome.HAPPENED, id="beside one with a date"),
        pytest.param(
            (assault(on=RELEASED - DAY), undated(LATER)), Outcome.OPEN, id="beside one that is older"
        ),
    ],
)
def test_a_proof_without_a_date_leaves_it_open(records: tuple[Record, ...], expected: Outcome) -> None:
    assert said_of(*records) is expected


def test_a_breach_without_a_date_leaves_it_open() -> None:
    proved: OrderBreach = replace(breach(LATER), happened_on=None)
    assert said_of(proved, harm=BREACH) is Outcome.OPEN
