"""What shows a risk of honour-based abuse."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    MOTHER,
    Case,
    abuse,
    alert,
    assessment,
    case,
    conviction,
    order,
    registration,
    term,
)
from riskflag.facts.honour import honour_records
from riskflag.records import AbuseRole, ConvictionOutcome, DomesticAbuseKind, OrderRole
from riskflag.vocabulary import OrderType, ProhibitionKind

CODE = "06697"
NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
FORCED = order(NO_CONTACT, kind=OrderType.FORCED_MARRIAGE_PROTECTION_ORDER)
THREATS = abuse(DomesticAbuseKind.THREATS, MOTHER, words="so-called honour, said the police")


@pytest.mark.parametrize(
    ("of", "found"),
    [
        pytest.param(case(), 0, id="nothing"),
        pytest.param(case(FORCED), 1, id="an order binds the person"),
        pytest.param(
            case(replace(FORCED, person_is=OrderRole.PROTECTED)), 1, id="an order protects the person"
        ),
        pytest.param(
            case(replace(FORCED, expires_on=date(2025, 6, 1), duration_wording=None)), 0, id="ended"
        ),
        pytest.param(case(order(NO_CONTACT)), 0, id="an order of another kind"),
        pytest.param(case(conviction("04600", "Theft from shops")), 0, id="an offence of another kind"),
        pytest.param(case(alert("XVL", "HBA marker")), 1, id="the words of an alert"),
        pytest.param(case(alert("XVL", "hba")), 0, id="small letters that are no initials"),
        pytest.param(case(alert("XVL", "HBA", active_to=date(2025, 1, 1))), 0, id="an alert that is closed"),
        pytest.param(
            case(registration("ZZ9", "Honour Based Abuse")), 1, id="a register entry by description"
        ),
        pytest.param(case(assessment(words="fled a forced marriage")), 1, id="an assessment"),
        pytest.param(case(assessment(words="no evidence of honour-based abuse")), 0, id="denied"),
        pytest.param(case(assessment(words="an honourable discharge")), 0, id="honour of another sort"),
        pytest.param(case(THREATS), 1, id="abuse by the person"),
        pytest.param(case(replace(THREATS, person_is=AbuseRole.VICTIM)), 1, id="abuse of the person"),
        pytest.param(case(replace(THREATS, person_is=AbuseRole.NOT_CLEAR)), 1, id="nobody says by whom"),
    ],
)
def test_honour_records(of: Case, found: int) -> None:
    assert len(list(honour_records(of.facts))) == found


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        pytest.param(ConvictionOutcome.CONVICTED, 1, id="convicted"),
        pytest.param(ConvictionOutcome.PENDING, 1, id="charged"),
        pytest.param(ConvictionOutcome.ACQUITTED, 0, id="acquitted"),
        pytest.param(ConvictionOutcome.QUASHED, 0, id="quashed"),
    ],
)
def test_offences_count_unless_they_were_disproved(outcome: ConvictionOutcome, found: int) -> None:
    of = case(conviction(CODE, "breach of a forced marriage protection order", outcome=outcome))
    assert len(list(honour_records(of.facts))) == found
