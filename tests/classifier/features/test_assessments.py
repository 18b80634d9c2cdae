"""What assessments say counts only where they say it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, assessment, case
from riskflag.vocabulary import RiskLevel, Source
from tests.classifier.features.values import value_of

HIGH = assessment(RiskLevel.HIGH, on=date(2026, 5, 22))
OLDER = assessment(RiskLevel.LOW, on=date(2024, 5, 22))
NO_LEVEL = assessment(None, on=date(2026, 11, 1))
KNOWN_ADULT = replace(OLDER, to_known_adult=RiskLevel.VERY_HIGH)
PERPETRATOR = replace(OLDER, domestic_abuse_perpetrator=True)
NOT_ONE = replace(HIGH, domestic_abuse_perpetrator=False)
NOT_ASKED = (Source.RISK_ASSESSMENTS,)


@pytest.mark.parametrize(
    ("of", "days", "overall", "public", "known_adult"),
    [
        pytest.param(case(HIGH), 184, 3, 3, None, id="high, half a year ago"),
        pytest.param(case(HIGH, OLDER), 184, 3, 3, None, id="the newest counts"),
        pytest.param(case(HIGH, KNOWN_ADULT), 184, 3, 3, 4, id="a level that only the older one states"),
        pytest.param(case(OLDER, NO_LEVEL), 914, 1, 1, None, id="a section without a level hides none"),
        pytest.param(case(NO_LEVEL), None, None, None, None, id="no level anywhere"),
        pytest.param(case(routine=False), None, None, None, None, id="no assessment"),
        pytest.param(
            case(HIGH, not_asked=NOT_ASKED), None, None, None, None, id="a newer one may be on record"
        ),
    ],
)
def test_age_and_levels(
    of: Case, days: int | None, overall: int | None, public: int | None, known_adult: int | None
) -> None:
    assert value_of("assessment_age", of) == days
    assert value_of("assessed_risk_overall", of) == overall
    assert value_of("assessed_risk_to_public", of) == public
    assert value_of("assessed_risk_to_known_adult", of) == known_adult


@pytest.mark.parametrize(
    ("of", "perpetrator"),
    [
        pytest.param(case(HIGH), None, id="nobody answered it"),
        pytest.param(case(PERPETRATOR), 1, id="yes"),
        pytest.param(case(NOT_ONE), 0, id="no"),
        pytest.param(case(NOT_ONE, PERPETRATOR), 0, id="the newest answer counts"),
        pytest.param(case(HIGH, PERPETRATOR), 1, id="a newer one without an answer takes none back"),
        pytest.param(case(PERPETRATOR, not_asked=NOT_ASKED), 1, id="what is known stands"),
        pytest.param(case(NOT_ONE, not_asked=NOT_ASKED), None, id="a newer one may say yes"),
    ],
)
def test_oasys_on_domestic_abuse(of: Case, perpetrator: int | None) -> None:
    assert value_of("assessed_as_perpetrator", of) == perpetrator
