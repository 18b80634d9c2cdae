"""Stalking, whoever the victim was, and quarrels that are none."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    NEIGHBOUR,
    OTHER_TOWN,
    Case,
    abuse,
    alert,
    assessment,
    breach,
    case,
    conviction,
    order,
    protected_place,
    registration,
)
from riskflag.records import AbuseRole, ConvictionOutcome, DomesticAbuseKind, NamedPerson, OrderRole
from riskflag.rules.public.stalking_or_fixation import RULE
from riskflag.vocabulary import OrderType, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

STRANGER = NamedPerson("Una Stranger", Relationship.STRANGER)
STALKED = conviction("00866", "stalking, serious alarm", STRANGER)
ORDER = order(kind=OrderType.STALKING_PROTECTION_ORDER, protects=(STRANGER,))
HARASSED = conviction("19594", "harassment", NEIGHBOUR)
EVENT = abuse(DomesticAbuseKind.STALKING_OR_HARASSMENT, EX_PARTNER)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(STALKED), ACT, id="stalked a stranger"),
        pytest.param(case(conviction("19512", "stalking", EX_PARTNER)), ACT, id="without violence"),
        pytest.param(case(conviction("00874", "breach of a stalking order")), ACT, id="broke the order"),
        pytest.param(case(replace(STALKED, outcome=ConvictionOutcome.PENDING)), ACT, id="charged"),
        pytest.param(case(replace(STALKED, outcome=ConvictionOutcome.ACQUITTED)), CLEAR, id="acquitted"),
        pytest.param(case(HARASSED), CLEAR, id="harassment alone"),
        pytest.param(case(ORDER), ACT, id="an order"),
        pytest.param(case(replace(ORDER, interim=True)), ACT, id="an interim order"),
        pytest.param(case(replace(ORDER, expires_on=date(2026, 1, 1))), ACT, id="an order that ended"),
        pytest.param(case(replace(ORDER, person_is=OrderRole.PROTECTED)), CLEAR, id="it protects him"),
        pytest.param(case(order()), CLEAR, id="a restraining order"),
        pytest.param(case(alert("RSP")), ACT, id="an alert"),
        pytest.param(case(alert("RSP", active_to=date(2026, 11, 1))), CLEAR, id="an alert that was closed"),
        pytest.param(case(registration("SPO", "Stalking Protection Order")), ACT, id="a register entry"),
        pytest.param(case(EVENT), ACT, id="recorded of a former partner"),
        pytest.param(case(replace(EVENT, person_is=AbuseRole.VICTIM)), CLEAR, id="he was stalked"),
        pytest.param(case(alert("XVL", "known stalker")), ACT, id="the word in a comment"),
        pytest.param(
            case(replace(breach(date(2025, 5, 1)), how="repeatedly turned up at her sister's door")),
            ACT,
            id="through a relative's door",
        ),
        pytest.param(case(not_asked=(Source.PROTECTIVE_ORDERS,)), CANNOT_TELL, id="orders not asked for"),
    ],
)
def test_what_shows_stalking(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("fixated on her, obsessively reads her posts", ACT, id="fixated and obsessive"),
        pytest.param("unwanted gifts, repeatedly", ACT, id="unwanted and repeated"),
        pytest.param("persisted though asked to leave; followed her", ACT, id="persisted and followed"),
        pytest.param("waited outside her office every day", ACT, id="at her office every day"),
        pytest.param("40 messages, all unwanted", ACT, id="forty messages"),
        pytest.param("got friends to follow her and message her repeatedly", ACT, id="through friends"),
        pytest.param("fixated on football", CLEAR, id="one marker"),
        pytest.param("repeated quarrels about noise", CLEAR, id="repeated quarrels"),
        pytest.param("repeatedly, again and again, every day", CLEAR, id="one marker said three times"),
        pytest.param("not fixated, no obsession", CLEAR, id="they are denied"),
        pytest.param("no stalking disclosed", CLEAR, id="the word is denied"),
        pytest.param("", CLEAR, id="nothing is written"),
    ],
)
@pytest.mark.parametrize(
    "in_assessment", [pytest.param(True, id="assessment"), pytest.param(False, id="method")]
)
def test_two_of_four_markers_are_enough(words: str, expected: str, in_assessment: bool) -> None:
    record = assessment(words=words) if in_assessment else replace(HARASSED, method=words)
    assert answer(RULE, case(record)) == expected


def test_evidence_names_the_markers() -> None:
    (found,) = findings(RULE, case(assessment(words="Fixated and persistent.")))
    assert [each.says for each in found.evidence] == ["fixated, repeated: Fixated and persistent."]


def test_where_the_victim_can_be_found_is_no_evidence() -> None:
    of = case(ORDER, protected_place(STRANGER, OTHER_TOWN))
    told = str(findings(RULE, of))
    assert OTHER_TOWN.text not in told
    assert "protected_places" not in told
