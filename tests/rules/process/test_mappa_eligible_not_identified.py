"""A case that qualifies for multi-agency public protection must be named, and its level set."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, Case, alert, case, conviction, registration
from riskflag.rules.process.mappa_eligible_not_identified import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

WOUNDING = conviction("00801", "Wounding", custody_months=14)
NEXT_SUMMER = replace(ASKED, release_date=date(2027, 8, 2), licence_ends_on=date(2028, 1, 1))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="nothing on record"),
        pytest.param(case(WOUNDING), ACT, id="it qualifies and nobody has said so"),
        pytest.param(case(WOUNDING, alert("P66")), CLEAR, id="it qualifies and has a level"),
        pytest.param(case(WOUNDING, registration("MAPP", "MAPPA")), CLEAR, id="probation has registered it"),
        pytest.param(
            case(WOUNDING, registration("MAPP", "MAPPA", date(2024, 1, 1))), ACT, id="registered once"
        ),
        pytest.param(
            case(WOUNDING, alert("P55")), ACT, id="the level is to be confirmed nine days before release"
        ),
        pytest.param(case(alert("P55"), asked=NEXT_SUMMER), CLEAR, id="to be confirmed, release next summer"),
        pytest.param(
            case(alert("P55"), asked=replace(ASKED, release_date=None)), CANNOT_TELL, id="release when?"
        ),
        pytest.param(
            case(replace(WOUNDING, custody_months=None)), CANNOT_TELL, id="nobody recorded the sentence"
        ),
        pytest.param(
            case(WOUNDING, not_asked=[Source.ALERTS]), CANNOT_TELL, id="the flag may be among the alerts"
        ),
        pytest.param(
            case(WOUNDING, not_asked=[Source.CUSTODY]), ACT, id="whatever else is missing, it qualifies"
        ),
        pytest.param(case(not_asked=[Source.CONVICTIONS]), CANNOT_TELL, id="nobody asked for convictions"),
    ],
)
def test_a_case_that_qualifies_is_named(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_offence_and_sentence_are_cited() -> None:
    (found,) = findings(RULE, case(WOUNDING))

    assert [evidence.says for evidence in found.evidence] == ["Wounding (convicted), 14 months"]
