"""Recalls and violence in custody are counted by day."""

from datetime import date

import pytest

from riskflag.casebook import Case, case, custody
from riskflag.records import CustodyEventKind
from riskflag.vocabulary import Source
from tests.classifier.features.values import value_of

KIND = CustodyEventKind
RECALLED = custody(KIND.RECALLED, date(2025, 2, 2))
FOUGHT = custody(KIND.VIOLENCE, date(2026, 2, 2))
WEAPON = custody(KIND.WEAPON_FOUND, date(2026, 3, 3))
SAME_DAY = custody(KIND.WEAPON_FOUND, date(2026, 2, 2))
TO_COME = custody(KIND.RECALLED, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("of", "recalls", "violence"),
    [
        pytest.param(case(), 0, 0, id="nothing on record"),
        pytest.param(case(RECALLED), 1, 0, id="one recall"),
        pytest.param(case(RECALLED, custody(KIND.RECALLED, date(2022, 1, 1))), 2, 0, id="two recalls"),
        pytest.param(case(RECALLED, RECALLED), 1, 0, id="one recall, written down twice"),
        pytest.param(case(FOUGHT, WEAPON), 0, 2, id="a fight and a weapon"),
        pytest.param(case(FOUGHT, SAME_DAY), 0, 1, id="a fight with a weapon"),
        pytest.param(case(custody(KIND.RECEIVED, date(2026, 1, 1))), 0, 0, id="only received"),
        pytest.param(case(FOUGHT, TO_COME), None, 1, id="a day that has not come is no recall"),
        pytest.param(case(not_asked=(Source.CUSTODY,)), None, None, id="nobody asked"),
        pytest.param(case(RECALLED, not_asked=(Source.CUSTODY,)), 1, None, id="what is known stands"),
    ],
)
def test_days_are_counted(of: Case, recalls: int | None, violence: int | None) -> None:
    assert value_of("recalls", of) == recalls
    assert value_of("violence_in_custody", of) == violence
