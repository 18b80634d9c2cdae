"""Whether those who live at the address freely agreed."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    PARTNER,
    Case,
    abuse,
    alert,
    case,
    conversation,
    conviction,
    order,
    registration,
    term,
)
from riskflag.enquiry import Occupant, PlacementKind
from riskflag.records import Consent, DomesticAbuseKind, NamedPerson, OccupierConversation
from riskflag.rules.domestic_abuse.occupier_did_not_freely_agree import RULE
from riskflag.vocabulary import ProhibitionKind, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer

VIOLENCE = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, MOTHER)
BURGLARY = conviction("02803", "burglary")
KNIFE = conviction("00811", "possession of a knife")
OWN_TENANCY = replace(ASKED, placement=PlacementKind.OWN_TENANCY)
LABEL = NamedPerson("mother", Relationship.PARENT)


def said(
    consent: Consent = Consent.AGREES,
    who: NamedPerson = MOTHER,
    on: date = date(2026, 11, 1),
    through: bool = False,
    alone: bool | None = True,
    told: bool | None = True,
    words: str = "",
) -> OccupierConversation:
    made = conversation(who, consent, alone, told, words)
    return replace(made, happened_on=on, through_the_person=through)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(said(), CLEAR, id="agrees, alone, knowing"),
        pytest.param(said(Consent.RELUCTANT), ACT, id="reluctant"),
        pytest.param(said(Consent.REFUSES), ACT, id="refuses"),
        pytest.param(said(words="scared of him but agrees"), ACT, id="the words say scared"),
        pytest.param(said(words="does not want him back"), ACT, id="the words say no"),
        pytest.param(said(words="asked him to leave last year"), ACT, id="asked him to leave"),
        pytest.param(said(words="felt pressured to agree"), ACT, id="the words say pressured"),
        pytest.param(said(words="she has no choice"), ACT, id="the words say no choice"),
        pytest.param(said(words="would rather he lived elsewhere"), ACT, id="the words say elsewhere"),
        pytest.param(said(words="yes, but nervous"), ACT, id="the words say nervous"),
        pytest.param(said(words="never afraid of him"), CLEAR, id="the words deny fear"),
        pytest.param(said(through=True), ACT, id="through the person"),
        pytest.param(said(alone=False), ACT, id="in the person's hearing"),
        pytest.param(said(told=False), ACT, id="before being told of the offences"),
        pytest.param(said(alone=None), CLEAR, id="perhaps alone, and nothing to fear is on record"),
        pytest.param(said(told=None), CLEAR, id="perhaps told, and nothing is on record to tell"),
        pytest.param(said(Consent.NOT_ASKED), CLEAR, id="not asked, and nothing to fear is on record"),
        pytest.param(said(Consent.RELUCTANT, who=FRIEND), ACT, id="somebody who is not listed there"),
        pytest.param(said(who=FRIEND), CLEAR, id="somebody who is not listed there agrees"),
        pytest.param(said(Consent.RELUCTANT, who=LABEL), ACT, id="named only as mother"),
    ],
)
def test_what_was_said_counts_whatever_the_history(of: OccupierConversation, expected: str) -> None:
    assert answer(RULE, case(of, lives_with=(MOTHER,))) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(VIOLENCE, lives_with=(MOTHER,)), ACT, id="violence to her, and nobody asked"),
        pytest.param(
            case(VIOLENCE, lives_with=(FRIEND,)), ACT, id="violence to somebody else, a friend's home"
        ),
        pytest.param(case(VIOLENCE, said(), lives_with=(MOTHER,)), CLEAR, id="she agreed alone"),
        pytest.param(case(VIOLENCE, said(alone=None), lives_with=(MOTHER,)), ACT, id="perhaps not alone"),
        pytest.param(
            case(VIOLENCE, said(told=None), lives_with=(MOTHER,)), CANNOT_TELL, id="perhaps not told"
        ),
        pytest.param(
            case(VIOLENCE, said(Consent.NOT_ASKED), lives_with=(MOTHER,)), ACT, id="written: not asked"
        ),
        pytest.param(case(registration("ADVP", ""), lives_with=(FRIEND,)), ACT, id="flagged perpetrator"),
        pytest.param(case(alert("RDV"), lives_with=(FRIEND,)), ACT, id="flagged by the prison"),
        pytest.param(
            case(order(term(ProhibitionKind.NO_CONTACT), protects=(PARTNER,)), lives_with=(PARTNER,)),
            ACT,
            id="an order protects her",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(FRIEND,)),
            CLEAR,
            id="it protects another",
        ),
        pytest.param(
            case(conviction("10501", "assault", EX_PARTNER), lives_with=(FRIEND,)), ACT, id="convicted"
        ),
        pytest.param(
            case(BURGLARY, KNIFE, lives_with=(MOTHER,)), CLEAR, id="burglary and a knife, and no harm to her"
        ),
        pytest.param(
            case(conviction("10501", "assault", FRIEND), lives_with=(MOTHER,)),
            CLEAR,
            id="a fight with a friend",
        ),
        pytest.param(case(VIOLENCE), CLEAR, id="nobody lives there"),
        pytest.param(case(VIOLENCE, asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="nobody said who lives there"),
        pytest.param(
            case(VIOLENCE, asked=replace(OCCUPANTS_UNKNOWN, placement=PlacementKind.APPROVED_PREMISES)),
            CLEAR,
            id="approved premises",
        ),
        pytest.param(
            case(VIOLENCE, lives_with=(MOTHER,), not_asked=(Source.HOUSEHOLD_ENQUIRIES,)),
            CANNOT_TELL,
            id="enquiries were not looked at: no silence",
        ),
        pytest.param(
            case(said(Consent.REFUSES), lives_with=(MOTHER,), not_asked=(Source.ALERTS,)),
            ACT,
            id="a refusal stands whatever else is missing",
        ),
    ],
)
def test_silence_counts_where_there_is_abuse_to_fear(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_main_occupier_is_the_one_to_ask() -> None:
    tenant = Occupant(MOTHER, main_occupier=True)
    lodger_only = case(VIOLENCE, said(who=FRIEND), lives_with=(tenant, Occupant(FRIEND)))
    both = case(VIOLENCE, said(who=FRIEND), said(), lives_with=(tenant, Occupant(FRIEND)))
    assert answer(RULE, lodger_only) == ACT
    assert answer(RULE, both) == CLEAR


def test_a_child_cannot_consent_for_the_household() -> None:
    assert answer(RULE, case(VIOLENCE, said(who=CHILD_OF_NINE), lives_with=(MOTHER, CHILD_OF_NINE))) == ACT


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param(said(on=date(2026, 11, 15)), CLEAR, id="agrees alone later"),
        pytest.param(said(on=date(2026, 11, 15), alone=None), ACT, id="agrees later, perhaps not alone"),
        pytest.param(said(on=date(2026, 11, 15), told=False), ACT, id="agrees later, not told"),
        pytest.param(said(on=date(2026, 10, 1)), ACT, id="agreed earlier, reluctant since"),
        pytest.param(said(who=FRIEND, on=date(2026, 11, 15)), ACT, id="somebody else agrees later"),
    ],
)
def test_free_agreement_later_takes_the_place_of_reluctance(
    later: OccupierConversation, expected: str
) -> None:
    assert answer(RULE, case(said(Consent.RELUCTANT), later, lives_with=(MOTHER, FRIEND))) == expected


def test_a_tenancy_of_ones_own_has_nobody_to_ask() -> None:
    assert answer(RULE, case(VIOLENCE, said(Consent.REFUSES), asked=OWN_TENANCY)) == CLEAR
