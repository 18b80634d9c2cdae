"""Which weapons count, and how far an assessment has taken them in."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, alert, assessment, case, conviction, custody, registration
from riskflag.facts.weapons import Heeded, how_heeded, weapon_evidence
from riskflag.records import ConvictionOutcome, CustodyEventKind, Record
from riskflag.vocabulary import RiskLevel, Source

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
BLADE = conviction("00826", "Having an article with a blade", on=MAY)
REGISTERED = registration("WEAP", "Weapons")
MEDIUM = assessment(RiskLevel.MEDIUM, words="Carries a knife when he drinks.")


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        pytest.param(BLADE, True, id="a blade"),
        pytest.param(
            replace(BLADE, happened_on=date(1999, 4, 1), convicted_on=None), True, id="a blade in 1999"
        ),
        pytest.param(replace(BLADE, outcome=ConvictionOutcome.CAUTIONED), True, id="a caution for a blade"),
        pytest.param(replace(BLADE, outcome=ConvictionOutcome.ACQUITTED), False, id="acquitted of a blade"),
        pytest.param(conviction("00811", "Offensive weapon"), True, id="an offensive weapon"),
        pytest.param(conviction("00801", "Wounding"), False, id="wounding, with nothing said of a weapon"),
        pytest.param(
            custody(CustodyEventKind.WEAPON_FOUND, date(2024, 11, 22)), True, id="found two years ago"
        ),
        pytest.param(
            custody(CustodyEventKind.WEAPON_FOUND, date(2024, 11, 21)), False, id="found before that"
        ),
        pytest.param(custody(CustodyEventKind.VIOLENCE, MAY), False, id="a fight"),
        pytest.param(REGISTERED, True, id="registered"),
        pytest.param(alert("XCA"), True, id="a chemical attacker"),
    ],
)
def test_what_counts_as_a_weapon_on_record(record: Record, counts: bool) -> None:
    assert bool(weapon_evidence(case(record).facts)) is counts


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(BLADE, routine=False), Heeded.NO_ASSESSMENT, id="nobody assessed anything"),
        pytest.param(
            case(BLADE, assessment(on=date(2026, 4, 30))), Heeded.BEFORE_THE_WEAPON, id="the day before"
        ),
        pytest.param(
            case(BLADE, assessment(on=MAY, weapon_considered=True)), Heeded.CONSIDERED, id="the same day"
        ),
        pytest.param(
            case(BLADE, assessment(RiskLevel.LOW, weapon_considered=True)),
            Heeded.CONSIDERED,
            id="low, with reasons",
        ),
        pytest.param(case(BLADE, REGISTERED, assessment(RiskLevel.LOW)), Heeded.LOW, id="low, without"),
        pytest.param(
            case(BLADE, REGISTERED, assessment(RiskLevel.HIGH)),
            Heeded.NOT_CONSIDERED,
            id="high, silent on weapons",
        ),
        pytest.param(
            case(BLADE, REGISTERED, assessment(RiskLevel.HIGH, words="No weapons.")),
            Heeded.NOT_CONSIDERED,
            id="high, and it says there are none",
        ),
        pytest.param(
            case(BLADE, REGISTERED, replace(MEDIUM, weapon_considered=False)),
            Heeded.NOT_CONSIDERED,
            id="its own answer is that it did not consider them",
        ),
        pytest.param(case(BLADE, REGISTERED, MEDIUM), Heeded.CONSIDERED, id="its words speak of a knife"),
        pytest.param(case(BLADE, MEDIUM), Heeded.NOT_REGISTERED, id="its words do, and no flag is open"),
        pytest.param(
            case(BLADE, MEDIUM, not_asked=[Source.REGISTRATIONS]),
            Heeded.CONSIDERED,
            id="a flag may be unread",
        ),
    ],
)
def test_how_far_an_assessment_has_taken_weapons_in(of: Case, expected: Heeded) -> None:
    assert how_heeded(of.facts, weapon_evidence(of.facts)) is expected
