"""The table of who needs what: complete, reasoned, and no wider than it says."""

import pytest

from riskflag.facts.referral_needs import Extent, Need, all_needs, needs_of, recipients
from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import RecipientKind
from riskflag.reference.authorities import all_authorities

R, T = RecipientKind, RiskTheme
EVERY_NEED = [pytest.param(need, id=f"{need.recipient.value}-{need.theme.value}") for need in all_needs()]


@pytest.mark.parametrize("need", EVERY_NEED)
def test_every_need_has_a_reason_and_a_basis(need: Need) -> None:
    assert len(need.why.split()) >= 4
    assert need.why[0].isupper()
    assert not need.why.endswith(".")
    assert need.basis
    assert set(need.basis) <= set(all_authorities())


@pytest.mark.parametrize(
    ("recipient", "themes"),
    [
        pytest.param(
            R.HOUSING_PROVIDER,
            {T.ARSON, T.VIOLENCE, T.RISK_TO_CHILDREN, T.PROTECTIVE_ORDER, T.NO_GO_AREA, T.RISK_TO_STAFF}
            | {T.DRUG_SUPPLY},
            id="housing",
        ),
        pytest.param(R.MENTOR, {T.RISK_TO_STAFF, T.NO_GO_AREA}, id="a mentor"),
        pytest.param(
            R.SUBSTANCE_MISUSE_SERVICE, {T.MENTAL_HEALTH, T.SUICIDE_OR_SELF_HARM, T.WEAPONS}, id="treatment"
        ),
        pytest.param(R.EMPLOYER, {T.PROTECTIVE_ORDER}, id="an employer"),
    ],
)
def test_what_the_catalogue_says_is_not_our_own_judgement(
    recipient: RecipientKind, themes: set[RiskTheme]
) -> None:
    needs = needs_of(recipient)
    assert {need.theme for need in needs} == themes
    assert not any(need.own_judgement for need in needs)


@pytest.mark.parametrize(
    "recipient", [R.APPROVED_PREMISES, R.MENTAL_HEALTH_SERVICE, R.EDUCATION, R.BENEFITS, R.OTHER]
)
def test_what_goes_beyond_it_is(recipient: RecipientKind) -> None:
    needs = needs_of(recipient)
    assert needs
    assert all(need.own_judgement for need in needs)


@pytest.mark.parametrize("recipient", RecipientKind)
def test_every_kind_of_recipient_is_described(recipient: RecipientKind) -> None:
    described = recipients()[recipient]
    assert set(described.basis) <= set(all_authorities())
    never = {DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, DisclosureTheme.PROTECTED_WHEREABOUTS}
    assert not never & described.may_receive
    assert described.statutory or not described.may_receive


def test_an_area_is_never_more_than_an_area_and_an_employer_hears_of_work_only() -> None:
    areas = {need.extent for need in all_needs() if need.theme is T.NO_GO_AREA}
    assert areas == {Extent.AREA_ONLY}
    assert {need.extent for need in needs_of(R.EMPLOYER)} == {Extent.WORK_BARS}
