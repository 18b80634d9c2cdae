"""Serious offences count once proven, whenever it was, and nothing else counts for them."""

from datetime import date

import pytest

from riskflag.casebook import Case, case, conviction
from riskflag.classifier.features.past_offences import FEATURES
from riskflag.records import ConvictionOutcome
from riskflag.vocabulary import Source
from tests.classifier.features.values import value_of

LONG_AGO = date(2004, 6, 6)


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        pytest.param("00401", {"past_homicide"}, id="manslaughter"),
        pytest.param("00501", {"past_wounding"}, id="wounding with intent"),
        pytest.param("8/01", {"past_wounding"}, id="wounding, in the short form of its code"),
        pytest.param("03601", {"past_kidnap"}, id="kidnapping"),
        pytest.param("08103", {"past_firearm_offence"}, id="a firearm without a certificate"),
        pytest.param(
            "00514",
            {"past_firearm_offence", "past_weapon_offence"},
            id="a firearm to endanger life is no wounding",
        ),
        pytest.param("03401", {"past_robbery"}, id="robbery"),
        pytest.param("00826", {"past_weapon_offence"}, id="a blade in public"),
        pytest.param("05715", {"past_damage_endangering_life"}, id="damage to a home that endangered life"),
        pytest.param("CD71041", {"past_damage_endangering_life"}, id="the same under a court's code"),
        pytest.param("05601", set(), id="arson endangering life is a rule's business"),
        pytest.param("05801", set(), id="ordinary damage"),
        pytest.param("00806", set(), id="actual bodily harm"),
        pytest.param("04910", set(), id="theft"),
    ],
)
def test_an_offence_counts_for_what_its_code_stands_for(code: str, counts: set[str]) -> None:
    of = case(conviction(code, "as charged", on=LONG_AGO))
    assert {feature.name for feature in FEATURES if feature.of(of.facts) > 0} == counts


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), 0, id="nothing on record, and everybody was asked"),
        pytest.param(case(conviction("03401", "robbery")), 1, id="convicted"),
        pytest.param(
            case(conviction("03401", "robbery", on=None)), 1, id="convicted on a day that nobody knows"
        ),
        pytest.param(
            case(conviction("03401", "robbery", outcome=ConvictionOutcome.CAUTIONED)), 1, id="cautioned"
        ),
        pytest.param(
            case(conviction("03401", "robbery", outcome=ConvictionOutcome.PENDING)), 0, id="charged"
        ),
        pytest.param(
            case(conviction("03401", "robbery", outcome=ConvictionOutcome.QUASHED)), 0, id="quashed"
        ),
        pytest.param(case(not_asked=(Source.CONVICTIONS,)), None, id="nobody asked"),
        pytest.param(
            case(conviction("03401", "robbery"), not_asked=(Source.CONVICTIONS,)),
            1,
            id="what is known stands",
        ),
        pytest.param(
            case(conviction("99999", "unknown")), None, id="a code that nobody knows may be anything"
        ),
    ],
)
def test_only_what_was_proven_counts(of: Case, expected: int | None) -> None:
    assert value_of("past_robbery", of) == expected
