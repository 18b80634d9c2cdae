"""Fires set or threatened: what counts, and when a single one no longer does."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    HIM,
    PARTNER,
    Case,
    abuse,
    alert,
    assessment,
    case,
    conviction,
    custody,
    registration,
)
from riskflag.enquiry import PlacementKind
from riskflag.records import (
    Conviction,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    Record,
    RiskAssessment,
)
from riskflag.rules.public.fires_set_or_threatened import ANYWHERE, RULE, SHARED
from tests.rules.answers import ACT, CLEAR, INFORM, answer, findings

TEN_YEARS_AGO = date(2016, 11, 22)
OVER_TEN_YEARS_AGO = date(2016, 11, 21)
AT_TWELVE = date(2000, 6, 1)
AT_FOURTEEN = date(2002, 3, 14)


def arson(on: date | None = date(2025, 2, 1), code: str = "05602") -> Conviction:
    return conviction(code, "arson", on=on)


def assessed(fire_setting: bool | None, words: str = "") -> RiskAssessment:
    return replace(assessment(words=words), fire_setting=fire_setting)


def outcome_was(outcome: ConvictionOutcome) -> Record:
    return conviction("05602", "arson", outcome=outcome)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(arson()), ACT, id="arson"),
        pytest.param(case(arson(code="05601")), ACT, id="arson endangering life"),
        pytest.param(case(outcome_was(ConvictionOutcome.CAUTIONED)), ACT, id="cautioned"),
        pytest.param(case(outcome_was(ConvictionOutcome.ACQUITTED)), CLEAR, id="acquitted"),
        pytest.param(case(outcome_was(ConvictionOutcome.PENDING)), CLEAR, id="charged, not yet tried"),
        pytest.param(
            case(conviction("05800", "criminal damage (excluding arson)")), CLEAR, id="damage without fire"
        ),
        pytest.param(
            case(conviction("05800", "criminal damage", method="set fire to the bed")),
            ACT,
            id="damage by fire",
        ),
        pytest.param(case(alert("XA")), ACT, id="an open alert"),
        pytest.param(case(alert("XA", active_to=date(2026, 1, 1))), CLEAR, id="an alert long closed"),
        pytest.param(
            case(replace(registration("RHRH", "High RoSH"), notes="threats to burn down the hostel")),
            ACT,
            id="a threat in another flag",
        ),
        pytest.param(case(assessed(True)), ACT, id="fire-setting in the assessment"),
        pytest.param(case(assessed(None, "has threatened to burn the house")), ACT, id="a threat to burn"),
        pytest.param(case(assessed(None, "set the curtains alight")), ACT, id="curtains alight"),
        pytest.param(case(assessed(None, "said he would torch the place")), ACT, id="a threat to torch"),
        pytest.param(case(assessed(None, "lit a fire in his cell")), ACT, id="a fire in his cell"),
        pytest.param(case(assessed(None, "set off the fire alarm")), CLEAR, id="a fire alarm"),
        pytest.param(case(assessed(None, "no arson")), CLEAR, id="an assessment that denies it"),
        pytest.param(
            case(custody(CustodyEventKind.VIOLENCE, date(2026, 8, 1), "set fire to his cell")),
            ACT,
            id="fire-setting in custody",
        ),
        pytest.param(
            case(abuse(DomesticAbuseKind.THREATS, PARTNER, words="said he would burn her house")),
            ACT,
            id="a threat at home",
        ),
        pytest.param(
            case(abuse(DomesticAbuseKind.THREATS, PARTNER, words="threw a plate")),
            CLEAR,
            id="no word of fire",
        ),
    ],
)
def test_what_shows_fire_setting(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(arson(OVER_TEN_YEARS_AGO), assessed(False)), CLEAR, id="old, single and assessed"),
        pytest.param(case(arson(TEN_YEARS_AGO), assessed(False)), ACT, id="ten years ago to the day"),
        pytest.param(case(arson(OVER_TEN_YEARS_AGO), assessed(None)), ACT, id="the assessment does not say"),
        pytest.param(case(arson(OVER_TEN_YEARS_AGO), assessed(True)), ACT, id="assessed as a fire-setter"),
        pytest.param(case(arson(OVER_TEN_YEARS_AGO), routine=False), ACT, id="never assessed"),
        pytest.param(case(arson(None), assessed(False)), ACT, id="nobody knows when"),
        pytest.param(
            case(arson(OVER_TEN_YEARS_AGO), arson(date(2010, 1, 1)), assessed(False)), ACT, id="two old fires"
        ),
        pytest.param(
            case(arson(OVER_TEN_YEARS_AGO), alert("XA"), assessed(False)), ACT, id="an alert still stands"
        ),
        pytest.param(
            case(arson(OVER_TEN_YEARS_AGO), assessed(False, "threatened to burn down the wing")),
            ACT,
            id="the assessment speaks of a threat",
        ),
    ],
)
def test_a_single_old_fire_counts_until_it_is_assessed(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(arson(AT_TWELVE)), INFORM, id="a bin fire at twelve"),
        pytest.param(case(arson(AT_TWELVE), assessed(False)), CLEAR, id="and assessed since"),
        pytest.param(case(arson(AT_FOURTEEN)), ACT, id="at fourteen"),
        pytest.param(case(arson(AT_TWELVE, "05601")), ACT, id="a fire that endangered life"),
        pytest.param(case(arson(AT_TWELVE, "CD71050")), ACT, id="endangered life, by section only"),
        pytest.param(case(arson(AT_TWELVE), arson()), ACT, id="and another as a man"),
        pytest.param(
            case(arson(AT_TWELVE), person=replace(HIM, date_of_birth=None)), ACT, id="of unknown age"
        ),
    ],
)
def test_a_fire_set_by_a_child_is_told_and_no_more(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("placement", "because"),
    [
        pytest.param(PlacementKind.SUPPORTED_HOUSING, SHARED, id="supported housing"),
        pytest.param(PlacementKind.HOSTEL, SHARED, id="a hostel"),
        pytest.param(PlacementKind.PRIVATE_HOUSEHOLD, ANYWHERE, id="a home"),
    ],
)
def test_who_else_is_in_the_building(placement: PlacementKind, because: str) -> None:
    (finding,) = findings(RULE, case(arson(), asked=replace(ASKED, placement=placement)))
    assert finding.because == because


def test_evidence_gives_the_offence_and_how_it_was_done() -> None:
    how = "petrol through a letter box"
    of = case(replace(arson(), method=how), assessed(True))
    (finding,) = findings(RULE, of)
    assert [cited.says for cited in finding.evidence] == [
        f"arson (convicted): {how}",
        "OASys layer 3: fire-setting is recorded",
    ]
    assert finding.evidence[0].happened_on == date(2025, 2, 1)
