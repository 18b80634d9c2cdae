"""What a referral tells of risk, and what the record knows that it does not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import MENTORED, REFERRED, assessment, case, conviction, order, term
from riskflag.enquiry import ReferralEnquiry
from riskflag.facts.referral_text import tells_of_risk, text_withheld, told, untold_risks
from riskflag.reading.themes import DisclosureTheme, RiskTheme, Stance
from riskflag.records import Record
from riskflag.vocabulary import ProhibitionKind

ARSON = conviction("05602", "arson not endangering life", on=date(2020, 5, 1))
STAFF = assessment(words="Evicted in 2025 for threatening the hostel's night worker.")
AREA = order(term(ProhibitionKind.EXCLUSION_AREA, "not to enter the ward"))


def saying(text: str | None, asked: ReferralEnquiry = REFERRED, **more: object) -> ReferralEnquiry:
    """A referral with this text."""
    return replace(asked, text=text, **dict[str, Any](more))


def untold(asked: ReferralEnquiry, *records: Record) -> dict[RiskTheme, Stance | None]:
    """The risks that the referral should have told, and what it says of each."""
    return {each.need.theme: each.stance for each in untold_risks(case(*records, asked=asked).facts)}


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        pytest.param("Fire-setting 2020.", (), Stance.STATED, id="the text says it"),
        pytest.param("Arson? unclear", (), Stance.UNSURE, id="the text may say it"),
        pytest.param("No arson.", (), Stance.DENIED, id="the text denies it"),
        pytest.param("A quiet tenant.", (), None, id="the text is silent"),
        pytest.param(None, (), None, id="there is no text"),
        pytest.param("A quiet tenant.", (RiskTheme.ARSON,), Stance.STATED, id="the form says it"),
        pytest.param(
            "No arson.", (RiskTheme.ARSON,), Stance.UNSURE, id="the form says it, the text denies it"
        ),
        pytest.param("Arson? unclear", (RiskTheme.ARSON,), Stance.STATED, id="the form settles a doubt"),
    ],
)
def test_how_surely_a_risk_is_told(
    text: str | None, stated: tuple[RiskTheme, ...], expected: Stance | None
) -> None:
    assert told(saying(text, risks_stated=stated)).get(RiskTheme.ARSON) is expected


@pytest.mark.parametrize(
    ("asked", "records", "expected"),
    [
        pytest.param(REFERRED, (), {}, id="nothing is known"),
        pytest.param(REFERRED, (ARSON,), {RiskTheme.ARSON: None}, id="a fire and silence"),
        pytest.param(saying("Fire-setting 2020."), (ARSON,), {}, id="a fire and it is told"),
        pytest.param(saying("No arson."), (ARSON,), {RiskTheme.ARSON: Stance.DENIED}, id="and denied"),
        pytest.param(
            saying("Possible arson?"), (ARSON,), {RiskTheme.ARSON: Stance.UNSURE}, id="and hinted at"
        ),
        pytest.param(
            REFERRED,
            (ARSON, STAFF, AREA),
            {RiskTheme.ARSON: None, RiskTheme.NO_GO_AREA: None, RiskTheme.RISK_TO_STAFF: None},
            id="three risks and silence",
        ),
        pytest.param(MENTORED, (ARSON,), {}, id="a mentor needs no word of a fire"),
        pytest.param(
            MENTORED,
            (STAFF, AREA),
            {RiskTheme.RISK_TO_STAFF: None, RiskTheme.NO_GO_AREA: None},
            id="but of threats and of where not to meet",
        ),
        pytest.param(
            replace(REFERRED, risk_pack_acknowledged_on=date(2026, 11, 10)),
            (ARSON, STAFF),
            {},
            id="the recipient acknowledged the pack",
        ),
        pytest.param(
            replace(REFERRED, risk_pack_acknowledged_on=date(2026, 10, 1)),
            (ARSON, STAFF),
            {RiskTheme.RISK_TO_STAFF: None},
            id="something was recorded since",
        ),
        pytest.param(
            replace(REFERRED, risk_pack_acknowledged_on=date(2027, 1, 5)),
            (ARSON,),
            {RiskTheme.ARSON: None},
            id="acknowledged on a day that is still to come",
        ),
    ],
)
def test_what_the_recipient_was_not_told(
    asked: ReferralEnquiry, records: tuple[Record, ...], expected: dict[RiskTheme, Stance | None]
) -> None:
    assert untold(asked, *records) == expected


def test_nothing_is_untold_of_an_address() -> None:
    assert not list(untold_risks(case(ARSON).facts))
    assert not text_withheld(case(ARSON).facts)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(REFERRED, False, id="a plain request"),
        pytest.param(saying("No arson."), False, id="a denial tells nothing of anybody"),
        pytest.param(saying("Arson."), True, id="a risk"),
        pytest.param(saying("Possible arson?"), True, id="a hint"),
        pytest.param(saying(None, risks_stated=(RiskTheme.GANG,)), True, id="a form"),
        pytest.param(saying(None, attached=(DisclosureTheme.MARAC,)), True, id="an attachment"),
    ],
)
def test_whether_it_tells_of_risk_at_all(asked: ReferralEnquiry, expected: bool) -> None:
    assert tells_of_risk(asked) is expected
