"""Checks count once they have come back."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, OTHER_TOWN, Case, case, check
from riskflag.records import CheckKind
from riskflag.vocabulary import Source
from tests.classifier.features.values import value_of

POLICE, CHILDREN = CheckKind.POLICE_DOMESTIC_ABUSE, CheckKind.CHILDRENS_SERVICES
RETURNED = check(POLICE)
SENT = check(POLICE, returned_on=None)
OLDER = check(POLICE, date(2026, 5, 1), date(2026, 6, 1))
ELSEWHERE = replace(RETURNED, address=OTHER_TOWN)
NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)
NOT_ASKED = (Source.CHECKS,)


@pytest.mark.parametrize(
    ("of", "returned", "days", "childrens"),
    [
        pytest.param(case(), 1, 12, 1, id="both came back twelve days ago"),
        pytest.param(case(RETURNED), 1, 12, 0, id="only the police answered"),
        pytest.param(case(SENT), 0, None, 0, id="sent, and not answered"),
        pytest.param(case(OLDER, RETURNED), 1, 12, 0, id="the newest counts"),
        pytest.param(case(OLDER, SENT), 1, 174, 0, id="an older answer, and a newer question"),
        pytest.param(case(ELSEWHERE), 0, None, 0, id="an answer about another address"),
        pytest.param(
            case(check(POLICE, returned_on=date(2026, 12, 24))), 0, None, 0, id="an answer dated later"
        ),
        pytest.param(case(check(CHILDREN)), 0, None, 1, id="only children's services answered"),
        pytest.param(case(RETURNED, asked=NO_ADDRESS), None, None, None, id="no address"),
        pytest.param(case(SENT, not_asked=NOT_ASKED), None, None, None, id="nobody asked for checks"),
        pytest.param(
            case(RETURNED, not_asked=NOT_ASKED), 1, None, None, id="a newer answer may be on record"
        ),
    ],
)
def test_checks_that_came_back(
    of: Case, returned: int | None, days: int | None, childrens: int | None
) -> None:
    assert value_of("domestic_abuse_check_returned", of) == returned
    assert value_of("domestic_abuse_check_age", of) == days
    assert value_of("childrens_services_check_returned", of) == childrens
