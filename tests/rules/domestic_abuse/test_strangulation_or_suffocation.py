"""Strangulation of partners and relatives, however it comes to be known, and nobody else's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    HER,
    NEIGHBOUR,
    Case,
    abuse,
    alert,
    assessment,
    breach,
    case,
    conviction,
    custody,
    health,
    registration,
)
from riskflag.records import (
    AbuseRole,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    NamedPerson,
    Record,
)
from riskflag.rules.domestic_abuse.strangulation_or_suffocation import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

STRANGLED = conviction("00877", "intentional strangulation", EX_PARTNER)
CHOKED = conviction("00504", "attempting to choke", NEIGHBOUR)
ASSAULT = conviction("10501", "common assault", EX_PARTNER)
EVENT = abuse(DomesticAbuseKind.STRANGULATION, EX_PARTNER)
HIT = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER)
SOMEBODY = NamedPerson("Jo Nobody")
LONG_AGO = date(1999, 5, 1)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(STRANGLED), ACT, id="strangled his former partner"),
        pytest.param(case(replace(STRANGLED, happened_on=LONG_AGO)), ACT, id="long ago"),
        pytest.param(case(replace(STRANGLED, outcome=ConvictionOutcome.PENDING)), ACT, id="charged"),
        pytest.param(case(replace(STRANGLED, outcome=ConvictionOutcome.ACQUITTED)), CLEAR, id="acquitted"),
        pytest.param(case(replace(STRANGLED, outcome=ConvictionOutcome.QUASHED)), CLEAR, id="quashed"),
        pytest.param(case(conviction("SC15006", "suffocation", EX_PARTNER)), ACT, id="by the court's code"),
        pytest.param(
            case(conviction("00878", "aggravated strangulation", EX_PARTNER)), ACT, id="out of hate"
        ),
        pytest.param(case(replace(STRANGLED, victims=())), ACT, id="nobody recorded whom"),
        pytest.param(case(replace(STRANGLED, victims=(SOMEBODY,))), ACT, id="of unknown relationship"),
        pytest.param(case(CHOKED), CLEAR, id="a neighbour, in a robbery"),
        pytest.param(case(replace(CHOKED, method="by the throat")), CLEAR, id="a neighbour by the throat"),
        pytest.param(case(replace(CHOKED, domestic_abuse_found=True)), ACT, id="but a court found abuse"),
        pytest.param(case(EVENT), ACT, id="recorded by the police"),
        pytest.param(case(replace(EVENT, corroborated=False)), ACT, id="alleged"),
        pytest.param(case(replace(EVENT, person_is=AbuseRole.VICTIM), person=HER), CLEAR, id="done to her"),
        pytest.param(case(replace(EVENT, person_is=AbuseRole.NOT_CLEAR)), ACT, id="nobody says by whom"),
        pytest.param(case(HIT), CLEAR, id="he hit her"),
        pytest.param(case(health(HealthAndCareKind.DIAGNOSIS, words="choked on food")), CLEAR, id="on food"),
        pytest.param(
            case(replace(breach(date(2025, 5, 1)), how="grabbed her neck")), ACT, id="in breach of an order"
        ),
        pytest.param(
            case(replace(breach(date(2025, 5, 1)), how="held by the throat")),
            ACT,
            id="in breach of an order, of nobody named",
        ),
        pytest.param(
            case(assessment(words="Strangled the victim in the index offence.")),
            ACT,
            id="in an assessment that names no tie",
        ),
        pytest.param(
            case(custody(CustodyEventKind.VIOLENCE, date(2026, 5, 1), "choked a cellmate")),
            CLEAR,
            id="a cellmate",
        ),
        pytest.param(case(alert("XVL", "strangled ex-partner 2019")), ACT, id="in an alert's comment"),
        pytest.param(
            case(
                replace(registration("ADVP", "Domestic Abuse Perpetrator"), notes="tried to choke his wife")
            ),
            ACT,
            id="in a register's notes",
        ),
        pytest.param(case(not_asked=(Source.ORDER_BREACHES,)), CANNOT_TELL, id="breaches were not asked for"),
    ],
)
def test_what_is_recorded(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("put his hands round her throat", ACT, id="throat"),
        pytest.param("held a pillow over her face to suffocate her", ACT, id="suffocate"),
        pytest.param("grabbed by the neck", ACT, id="neck"),
        pytest.param("choking her until she saw stars", ACT, id="choking"),
        pytest.param("non-fatal strangulation disclosed", ACT, id="strangulation"),
        pytest.param("she could not breathe", ACT, id="could not breathe"),
        pytest.param("smothered her", ACT, id="smothered"),
        pytest.param("NFS disclosed on the call", ACT, id="as police shorten it"),
        pytest.param("held her in a headlock", ACT, id="a headlock"),
        pytest.param("no strangulation disclosed", CLEAR, id="it is denied"),
        pytest.param("she had a sore throat", CLEAR, id="a sore throat"),
        pytest.param("choked on her dinner", CLEAR, id="on dinner"),
        pytest.param("snatched her necklace", CLEAR, id="a necklace"),
        pytest.param("slapped her", CLEAR, id="a slap"),
    ],
)
@pytest.mark.parametrize(
    "told_in",
    [
        pytest.param(lambda words: replace(ASSAULT, method=words), id="method"),
        pytest.param(lambda words: replace(HIT, words=words), id="event"),
        pytest.param(lambda words: assessment(words=f"Of his partner: {words}"), id="assessment"),
    ],
)
def test_what_words_suggest_is_possible_and_no_more(
    told_in: Callable[[str], Record], words: str, expected: str
) -> None:
    of = case(told_in(words))
    assert answer(RULE, of) == expected
    assert all("possible" in found.because and found.evidence for found in findings(RULE, of))


def test_flags_and_assessments_only_repeat_what_is_recorded() -> None:
    said = (alert("XVL", "strangled ex-partner"), assessment(words="Strangled his partner."))
    assert len(findings(RULE, case(*said))) == 2
    assert len(findings(RULE, case(EVENT, *said))) == 1
    assert len(findings(RULE, case(EVENT, replace(ASSAULT, method="by the throat"), *said))) == 2


def test_an_offence_is_told_once_though_its_method_says_so_too() -> None:
    record: Record = replace(STRANGLED, method="strangled her")
    assert len(findings(RULE, case(record))) == 1
