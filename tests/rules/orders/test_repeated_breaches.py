"""How proven breaches are counted, and what is recent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import Case, breach, case, conviction, custody
from riskflag.records import BreachOutcome, CustodyEventKind
from riskflag.rule import Raised
from riskflag.rules.orders.repeated_breaches import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

FIVE_YEARS_AGO = date(2021, 11, 22)
RECEIVED = custody(CustodyEventKind.RECEIVED, date(2026, 6, 1))
BREACH_CONVICTION = conviction("00831", "breach of a restraining order", on=date(2024, 5, 1))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(*(breach(date(y, 5, 1)) for y in range(2022, 2027))),
            ACT,
            id="one a year, five years running",
        ),
        pytest.param(case(breach(date(2023, 2, 1)), breach(date(2024, 5, 1))), ACT, id="two in five years"),
        pytest.param(
            case(RECEIVED, breach(FIVE_YEARS_AGO), breach(date(2024, 5, 1))),
            ACT,
            id="the older five years ago today",
        ),
        pytest.param(
            case(RECEIVED, breach(FIVE_YEARS_AGO - timedelta(days=1)), breach(date(2024, 5, 1))),
            CLEAR,
            id="the older a day too old",
        ),
        pytest.param(
            case(RECEIVED, breach(date(2024, 5, 1)), breach(date(2024, 5, 1))),
            CLEAR,
            id="two charges on one day",
        ),
        pytest.param(
            case(RECEIVED, breach(date(2024, 5, 1)), BREACH_CONVICTION),
            CLEAR,
            id="the breach and its conviction",
        ),
        pytest.param(
            case(RECEIVED, breach(date(2023, 2, 1)), BREACH_CONVICTION),
            ACT,
            id="a breach and another's conviction",
        ),
        *(
            pytest.param(
                case(RECEIVED, breach(date(2023, 2, 1), outcome=how), breach(date(2024, 5, 1))),
                ACT,
                id=how.value,
            )
            for how in (BreachOutcome.CAUTION, BreachOutcome.CIVIL_FINDING, BreachOutcome.RECALL)
        ),
        pytest.param(
            case(RECEIVED, breach(date(2023, 2, 1), outcome=BreachOutcome.ALLEGED), breach(date(2024, 5, 1))),
            CLEAR,
            id="an allegation does not count",
        ),
        pytest.param(case(RECEIVED, breach(date(2015, 5, 1))), CLEAR, id="one in 2015"),
        pytest.param(case(RECEIVED, breach(date(2025, 6, 1))), ACT, id="one, a year before this custody"),
        pytest.param(case(RECEIVED, breach(date(2025, 5, 31))), CLEAR, id="one, a year and a day before"),
        pytest.param(case(breach(date(2026, 3, 1))), ACT, id="one this year, whenever custody began"),
        pytest.param(
            case(breach(date(2024, 3, 1))), CANNOT_TELL, id="one, and it is not known when custody began"
        ),
        pytest.param(
            case(RECEIVED, replace(breach(date(2026, 9, 1)), happened_on=None)),
            ACT,
            id="the day is not known",
        ),
        pytest.param(
            case(
                custody(CustodyEventKind.RECEIVED, date(2024, 8, 1)),
                custody(CustodyEventKind.RELEASED, date(2025, 8, 1)),
                custody(CustodyEventKind.RECEIVED, date(2026, 8, 1)),
                breach(date(2024, 7, 1)),
            ),
            CLEAR,
            id="recent before an earlier custody, not before this one",
        ),
        pytest.param(case(), CLEAR, id="none"),
        pytest.param(
            case(breach(date(2015, 5, 1)), not_asked=(Source.CUSTODY,)),
            CANNOT_TELL,
            id="one in 2015, and nobody asked when custody began",
        ),
    ],
)
def test_counting(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_every_breach_is_cited_with_how_it_happened() -> None:
    of = case(breach(date(2023, 2, 1), "telephoned"), breach(date(2024, 5, 1), "attended her home"))
    came_to = outcome(RULE, of)
    assert isinstance(came_to, Raised)
    said = [evidence.says for evidence in came_to.findings[0].evidence]
    assert said == ["conviction: attended her home", "conviction: telephoned"]
