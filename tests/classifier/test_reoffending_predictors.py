"""ARP, VRP and SVRP: which term applies when, months at liberty, answers, bands and the ends of the scale."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.classifier.instrument_results import Basis, Instrument, Problem, band
from riskflag.classifier.reoffending_predictors import BANDS
from riskflag.records import Drug, Motivation, PastOffence, ProblemLevel, RelationshipStatus
from riskflag.vocabulary import RiskLevel
from tests.classifier.histories import EVERYTHING_ANSWERED, changed, refused, scored, weighed

OGRS3, ARP, VRP, SVRP = Instrument
PREDICTORS = pytest.mark.parametrize("instrument", [ARP, VRP, SVRP])


@pytest.mark.parametrize(
    ("sanctions", "weighing"),
    [
        pytest.param(1, {"first_sanction"}, id="once"),
        pytest.param(2, {"second_sanction", "years_between_first_and_second_sanction"}, id="twice"),
        pytest.param(3, {"rate_of_sanctions"}, id="three times"),
        pytest.param(999, {"rate_of_sanctions"}, id="as often as is counted"),
    ],
)
@PREDICTORS
def test_what_the_number_of_sanctions_brings_in(
    instrument: Instrument, sanctions: int, weighing: set[str]
) -> None:
    result = scored(instrument, changed(sanction_occasions=sanctions, violent_sanctions=0))
    by_number = {
        "first_sanction",
        "second_sanction",
        "years_between_first_and_second_sanction",
        "rate_of_sanctions",
    }
    assert {term for term in by_number if weighed(result, term)} == weighing


@pytest.mark.parametrize(
    ("violent", "weighing"),
    [
        pytest.param(0, {"never_violent"}, id="never"),
        pytest.param(1, {"once_violent", "violent_sanctions", "rate_of_violent_sanctions"}, id="once"),
        pytest.param(2, {"violent_sanctions", "rate_of_violent_sanctions"}, id="twice"),
    ],
)
@pytest.mark.parametrize("instrument", [VRP, SVRP])
def test_what_the_number_of_violent_sanctions_brings_in(
    instrument: Instrument, violent: int, weighing: set[str]
) -> None:
    result = scored(instrument, changed(violent_sanctions=violent))
    terms = {each.term for each in result.contributions if "violent" in each.term and each.log_odds}
    assert terms == weighing


@pytest.mark.parametrize(
    ("release", "assessed", "months"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 11, 22), 0, id="before release"),
        pytest.param(date(2026, 11, 22), date(2026, 11, 22), 0, id="on the day of release"),
        pytest.param(date(2026, 10, 23), date(2026, 11, 22), 0, id="a day short of a month"),
        pytest.param(date(2026, 10, 22), date(2026, 11, 22), 1, id="a month"),
        pytest.param(date(2026, 1, 31), date(2026, 2, 28), 0, id="31 January to the end of February is no month"),
        pytest.param(date(2024, 2, 29), date(2025, 2, 28), 11, id="a leap day has no anniversary on 28 February"),
        pytest.param(date(2023, 11, 22), date(2026, 11, 22), 36, id="three years"),
        pytest.param(date(2010, 11, 22), date(2026, 11, 22), 36, id="sixteen years count as three"),
    ],
)  # fmt: skip
def test_months_at_liberty(release: date, assessed: date, months: int) -> None:
    history = changed(current_conviction_on=date(2010, 1, 1), age_at_first_sanction=13, follow_up_start=release, assessed_on=assessed)  # fmt: skip
    linear, quadratic, cubic, quartic = -0.0762086223169624, 0.0016230134182902, 0.0000224473135387, -0.0000012808638685  # fmt: skip
    expected = linear * months + quadratic * months**2 + cubic * months**3 + quartic * months**4
    assert weighed(scored(ARP, history), "offence_free_months") == pytest.approx(expected, abs=1e-14)


@PREDICTORS
def test_without_a_release_the_conviction_stands_for_it(instrument: Instrument) -> None:
    without = scored(instrument, changed(follow_up_start=None))
    assert without == scored(instrument, changed(follow_up_start=changed().current_conviction_on))
    assert weighed(without, "offence_free_months") < 0


@pytest.mark.parametrize(
    ("code", "weight"),
    [
        pytest.param("00877", 0.0914232846880801, id="strangulation: violence and its increment"),
        pytest.param("10501", 0.0881806276607277, id="common assault: violence alone"),
        pytest.param("00831", -0.102680989477238, id="breach of a restraining order: public order"),
        pytest.param("95000", 0.175156031546492, id="a court martial, which OGRS3 does not know"),
    ],
)
def test_svrp_tells_sorts_of_violence_apart(code: str, weight: float) -> None:
    assert weighed(scored(SVRP, changed(current_offence_code=code)), "current_offence") == weight


@pytest.mark.parametrize(
    ("instrument", "answered", "term", "weight"),
    [
        pytest.param(ARP, {"unemployed": True}, "unemployed", 2 * 0.0317783733809377, id="out of work counts twice"),
        pytest.param(VRP, {"domestic_abuse": True}, "domestic_abuse", 0.108473730672409, id="domestic abuse, in VRP"),
        pytest.param(ARP, {"domestic_abuse": True}, "domestic_abuse", 0.0635669196833949, id="domestic abuse, in ARP"),
        pytest.param(SVRP, {"temper_control": ProblemLevel.SIGNIFICANT_PROBLEMS}, "temper_control", 2 * 0.124207407357376, id="a level counts by its height"),
        pytest.param(SVRP, {"weapon_carried_or_used": True}, "weapon_carried_or_used", 0.385215247009075, id="a weapon"),
        pytest.param(ARP, {"relationship_status": RelationshipStatus.LIVING_TOGETHER}, "living_with_partner", -0.266331545877519, id="lives with a partner"),
        pytest.param(ARP, {"relationship_status": RelationshipStatus.NOT_LIVING_TOGETHER}, "living_with_partner", 0.0, id="has a partner elsewhere"),
        pytest.param(
            ARP,
            {"relationship_status": RelationshipStatus.LIVING_TOGETHER, "relationship_problems": ProblemLevel.SIGNIFICANT_PROBLEMS},
            "problems_with_live_in_partner",
            2 * 0.141655261924428,
            id="problems with the partner at home",
        ),
        pytest.param(ARP, {"relationship_problems": ProblemLevel.SIGNIFICANT_PROBLEMS}, "problems_with_live_in_partner", 0.0, id="problems, and nobody at home"),
        pytest.param(VRP, {"drugs_in_use": (Drug.STEROIDS,)}, "steroids", 0.342197551153158, id="steroids"),
        pytest.param(VRP, {"drugs_in_use": (Drug.SPICE, Drug.SOLVENTS)}, "other_drugs", 0.150053208890266, id="two others count once"),
        pytest.param(ARP, {"drugs_in_use": (Drug.METHADONE,)}, "methadone", 0.0, id="methadone, about which ARP does not ask"),
        pytest.param(VRP, {"motivation_to_tackle_drug_misuse": Motivation.NONE}, "motivation_to_tackle_drug_misuse", 2 * 0.0566501342651779, id="no motivation weighs most"),
        pytest.param(SVRP, {"past_offences": (PastOffence.ARSON,)}, "past_arson", 0.0073649024927637, id="arson before"),
        pytest.param(SVRP, {"past_offences": (PastOffence.ARSON,)}, "past_homicide", 0.0, id="and nothing else before"),
    ],
)  # fmt: skip
def test_what_an_answer_weighs(
    instrument: Instrument, answered: dict[str, Any], term: str, weight: float
) -> None:
    result = scored(instrument, changed(), replace(EVERYTHING_ANSWERED, **answered))
    assert result.basis is Basis.DYNAMIC
    assert weighed(result, term) == weight


@pytest.mark.parametrize(
    ("instrument", "without", "missing"),
    [
        pytest.param(ARP, {"motivation_to_tackle_drug_misuse": None}, (), id="ARP does without a motivation where no drug is used"),
        pytest.param(
            ARP,
            {"motivation_to_tackle_drug_misuse": None, "drugs_in_use": (Drug.KETAMINE,)},
            ("motivation_to_tackle_drug_misuse",),
            id="but not where one is",
        ),
        pytest.param(
            ARP, {"motivation_to_tackle_drug_misuse": None, "drugs_in_use": (Drug.METHADONE,)}, (), id="methadone is none that it asks about"
        ),
        pytest.param(VRP, {"motivation_to_tackle_drug_misuse": None}, ("motivation_to_tackle_drug_misuse",), id="VRP never does without"),
        pytest.param(SVRP, {"motivation_to_tackle_drug_misuse": None}, (), id="SVRP never asks"),
        pytest.param(SVRP, {"past_offences": None}, ("past_offences",), id="nobody said whether there were serious offences before"),
        pytest.param(VRP, {"temper_control": None, "unemployed": None}, ("unemployed", "temper_control"), id="two answers"),
        pytest.param(ARP, {"temper_control": None}, (), id="an answer that ARP does not want"),
        pytest.param(
            ARP,
            {"drugs_in_use": None, "motivation_to_tackle_drug_misuse": None},
            ("motivation_to_tackle_drug_misuse", "drugs_in_use"),
            id="where nobody asked about drugs, ARP does not do without a motivation",
        ),
        pytest.param(SVRP, {"drugs_in_use": None}, (), id="SVRP never asks about drugs"),
    ],
)  # fmt: skip
def test_a_missing_answer_leaves_the_static_score(
    instrument: Instrument, without: dict[str, Any], missing: tuple[str, ...]
) -> None:
    result = scored(instrument, changed(), replace(EVERYTHING_ANSWERED, **without))
    assert result.missing_answers == missing
    assert result.basis is (Basis.STATIC if missing else Basis.DYNAMIC)
    if missing:
        assert replace(result, missing_answers=()) == replace(
            scored(instrument, changed()), missing_answers=()
        )


@pytest.mark.parametrize(
    ("instrument", "percentage", "level"),
    [
        pytest.param(ARP, 49.99, RiskLevel.LOW, id="ARP under a half"),
        pytest.param(ARP, 50.0, RiskLevel.MEDIUM, id="ARP at a half"),
        pytest.param(ARP, 75.0, RiskLevel.HIGH, id="ARP at three quarters"),
        pytest.param(ARP, 90.0, RiskLevel.VERY_HIGH, id="ARP at nine in ten"),
        pytest.param(VRP, 29.99, RiskLevel.LOW, id="VRP under 30"),
        pytest.param(VRP, 30.0, RiskLevel.MEDIUM, id="VRP at 30"),
        pytest.param(VRP, 60.0, RiskLevel.HIGH, id="VRP at 60"),
        pytest.param(VRP, 80.0, RiskLevel.VERY_HIGH, id="VRP at 80"),
        pytest.param(SVRP, 0.99, RiskLevel.LOW, id="SVRP under one"),
        pytest.param(SVRP, 1.0, RiskLevel.MEDIUM, id="SVRP at one"),
        pytest.param(SVRP, 3.0, RiskLevel.HIGH, id="SVRP at three"),
        pytest.param(SVRP, 6.89, RiskLevel.HIGH, id="SVRP just under 6.9"),
        pytest.param(SVRP, 6.9, RiskLevel.VERY_HIGH, id="SVRP at 6.9"),
    ],
)
def test_bands(instrument: Instrument, percentage: float, level: RiskLevel) -> None:
    assert band(percentage, BANDS[instrument]) is level


NEARLY_NEVER = changed(
    sanction_occasions=1,
    violent_sanctions=0,
    current_offence_code="05333",
    follow_up_start=date(2106, 6, 1),
)
"""A man released at 109, sanctioned once, for fraud on the welfare."""


@pytest.mark.parametrize("instrument", [ARP, VRP])
def test_a_score_of_nought_is_no_score(instrument: Instrument) -> None:
    assert [fault.problem for fault in refused(instrument, NEARLY_NEVER).faults] == [Problem.ROUNDS_TO_NOUGHT]


def test_svrp_states_nought_as_the_published_vectors_do() -> None:
    result = scored(SVRP, NEARLY_NEVER)
    assert (result.two_years.percentage, result.band) == (0.0, RiskLevel.LOW)
    assert result.two_years.probability > 0
