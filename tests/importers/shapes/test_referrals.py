"""Referrals: commissioned services and applications for community accommodation."""

import copy
from datetime import date
from typing import Any

import pytest

from riskflag.records import AddressRecord, RecipientKind, Referral, ReferralStatus, RiskAssessment
from riskflag.schema.text import LONGEST_TEXT
from riskflag.vocabulary import RiskLevel
from tests.importers.payloads import content, of, read, rejected, told

SERVICES = read(content("commissioned_referrals"), "commissioned-referrals")
APPLICATIONS = {
    name: read(content(f"{name}_application"), f"{name.replace('_', '-')}-application")
    for name in ("approved_premises", "bail_accommodation", "temporary_accommodation")
}


def text(name: str) -> str:
    (referral,) = of(APPLICATIONS[name], Referral)
    return referral.text


def test_every_referral_to_a_service_is_a_record_or_a_reject() -> None:
    assert (SERVICES.elements, rejected(SERVICES)) == (4, [("[3]", False)])
    assert [(each.recipient, each.status, each.sent_on) for each in of(SERVICES, Referral)] == [
        (RecipientKind.HOUSING_PROVIDER, ReferralStatus.DRAFTED, None),
        (RecipientKind.SUBSTANCE_MISUSE_SERVICE, ReferralStatus.SENT, date(2026, 8, 2)),
        (RecipientKind.OTHER, ReferralStatus.DRAFTED, None),
    ]


def test_one_that_is_no_draft_and_was_never_sent_gainsays_itself() -> None:
    assert [each.path for each in SERVICES.contradictions] == ["[2].isDraft"]


@pytest.mark.parametrize(
    ("name", "recipient", "elements"),
    [
        pytest.param("approved_premises", RecipientKind.APPROVED_PREMISES, 1, id="CAS1"),
        pytest.param("bail_accommodation", RecipientKind.HOUSING_PROVIDER, 4, id="CAS2"),
        pytest.param("temporary_accommodation", RecipientKind.HOUSING_PROVIDER, 1, id="CAS3"),
    ],
)
def test_an_application_is_a_referral_that_others_may_not_read(
    name: str, recipient: RecipientKind, elements: int
) -> None:
    imported = APPLICATIONS[name]
    (referral,) = of(imported, Referral)
    assert imported.elements == elements
    assert (referral.recipient, referral.status, referral.protected) == (
        recipient,
        ReferralStatus.DRAFTED,
        True,
    )
    assert "Quennell" not in told(imported)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param(
            "approved_premises",
            "rosh summary - Who is at risk: Isolde Quennell, / former partner",
            id="a labelled answer, once",
        ),
        pytest.param("approved_premises", "risk to self - r8: none now", id="an answer without its label"),
        pytest.param("approved_premises", "arson - arson detail: set a bin alight in 2019", id="arson"),
        pytest.param(
            "bail_accommodation",
            "exclusion zones - exclusion zones detail: keep out of Upper Marrow",
            id="an exclusion zone",
        ),
        pytest.param(
            "temporary_accommodation",
            "additional licence conditions - non contact detail: Isolde Quennell",
            id="a licence condition",
        ),
        pytest.param(
            "temporary_accommodation",
            "risk management plan - qrm33: There is a restraining order",
            id="a plan without labels",
        ),
    ],
)
def test_the_text_holds_every_answer_under_its_question(name: str, line: str) -> None:
    assert text(name).splitlines().count(line) == 1


def test_the_text_leaves_out_what_nobody_needs() -> None:
    whole = " ".join(text(name) for name in APPLICATIONS)
    for unneeded in ("07700", "01632", "example.org", "atheist", "year", "North"):
        assert unneeded not in whole


def test_risk_is_told_first_so_that_a_cut_takes_the_rest() -> None:
    application: Any = content("approved_premises_application")
    application["basic-information"]["notes"] = {"note": "long " * LONGEST_TEXT}
    imported = read(application, "approved-premises-application")
    (referral,) = of(imported, Referral)
    assert len(referral.text) == LONGEST_TEXT
    assert "set a bin alight" in referral.text
    assert len(imported.gaps) == 1


def test_levels_that_an_application_repeats_are_an_assessment() -> None:
    (levels,) = of(APPLICATIONS["bail_accommodation"], RiskAssessment)
    assert (levels.overall, levels.to_children, levels.to_known_adult) == (
        RiskLevel.VERY_HIGH,
        RiskLevel.HIGH,
        None,
    )
    assert levels.happened_on == date(2026, 9, 11)
    assert len(APPLICATIONS["bail_accommodation"].gaps) == 1


@pytest.mark.parametrize(
    ("answer", "addresses"),
    [
        pytest.param("yes", ["3 Oak Road, Marrow, ZZ3 1AA"], id="one"),
        pytest.param("no", [], id="none"),
    ],
)
def test_the_previous_address(answer: str, addresses: list[str]) -> None:
    application = copy.deepcopy(content("bail_accommodation_application"))
    assert isinstance(application, dict)
    application["address-history"]["previous-address"]["hasPreviousAddress"] = answer
    imported = read(application, "bail-accommodation-application")
    assert [each.address.text for each in of(imported, AddressRecord)] == addresses
    assert imported.elements == 4
