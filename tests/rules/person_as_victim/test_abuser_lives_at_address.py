"""The person is the one who was abused, and may be going back to whoever did it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    HER,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    Case,
    abuse,
    assessment,
    case,
    contact,
    decision,
    order,
    registration,
    screening,
    term,
)
from riskflag.enquiry import PlacementKind
from riskflag.records import (
    AbuseRole,
    DecisionKind,
    DomesticAbuseKind,
    NamedPerson,
    OrderRole,
    Record,
    ScreeningTopic,
)
from riskflag.rule import Rule
from riskflag.rules.domestic_abuse.abused_partner_lives_at_address import RULE as ABUSED_BY_THE_PERSON
from riskflag.rules.domestic_abuse.coercive_or_controlling_behaviour import RULE as CONTROL_BY_THE_PERSON
from riskflag.rules.domestic_abuse.new_partner_at_address import RULE as NEW_PARTNER
from riskflag.rules.person_as_victim.abuser_lives_at_address import RULE
from riskflag.vocabulary import ProhibitionKind, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

CONTROL = DomesticAbuseKind.CONTROLLING_OR_COERCIVE
PRIVATE_FLAT = replace(ASKED, placement=PlacementKind.OWN_TENANCY)
ONLY_A_NAME = NamedPerson("Alice Sample")
SOMEBODY = NamedPerson("Ivy Sample", Relationship.UNKNOWN, date(1980, 1, 1))
FLAG = registration("ADVV", "Domestic Abuse Victim")
IN_HER_FAVOUR = replace(
    order(term(ProhibitionKind.NO_CONTACT), protects=(NamedPerson("Nora Example"),)),
    person_is=OrderRole.PROTECTED,
)


def abused_by(who: NamedPerson, role: AbuseRole = AbuseRole.VICTIM, on: date = date(2026, 3, 1)) -> Record:
    return abuse(CONTROL, who, on, role, corroborated=False)


def said(words: str, topic: ScreeningTopic = ScreeningTopic.ACCOMMODATION) -> Record:
    return screening(topic, None, words)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(abused_by(PARTNER), lives_with=(PARTNER,)), STOP, id="back to a controlling partner"
        ),
        pytest.param(case(abused_by(PARTNER)), CLEAR, id="a private flat where nobody else lives"),
        pytest.param(case(abused_by(PARTNER), asked=PRIVATE_FLAT), CLEAR, id="a tenancy of her own"),
        pytest.param(case(abused_by(PARTNER), lives_with=(MOTHER,)), CLEAR, id="to her mother instead"),
        pytest.param(case(abused_by(MOTHER), lives_with=(MOTHER,)), STOP, id="her mother is the abuser"),
        pytest.param(
            case(abused_by(EX_PARTNER, on=date(2012, 1, 1)), lives_with=(MOTHER,)),
            CLEAR,
            id="an ex, long ago",
        ),
        pytest.param(
            case(abused_by(EX_PARTNER), lives_with=(PARTNER,)), CLEAR, id="an ex, and a new partner"
        ),
        pytest.param(case(abused_by(PARTNER), lives_with=(ONLY_A_NAME,)), ACT, id="only the name agrees"),
        pytest.param(
            case(abused_by(PARTNER), contact(PARTNER, PROPOSED)), STOP, id="a contact record places him there"
        ),
        pytest.param(case(abused_by(PARTNER), contact(PARTNER, OTHER_TOWN)), CLEAR, id="he lives elsewhere"),
        pytest.param(
            case(abused_by(PARTNER, AbuseRole.NOT_CLEAR), lives_with=(PARTNER,)), ACT, id="sides unclear"
        ),
        pytest.param(
            case(abused_by(PARTNER, AbuseRole.PERPETRATOR), lives_with=(PARTNER,)),
            CLEAR,
            id="she is the abuser",
        ),
        pytest.param(case(abused_by(PARTNER), asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="household unknown"),
        pytest.param(
            case(abused_by(PARTNER), lives_with=(SOMEBODY,)), CANNOT_TELL, id="a tie nobody recorded"
        ),
        pytest.param(case(lives_with=(PARTNER,)), CLEAR, id="no sign that she was abused"),
    ],
)
def test_where_an_event_names_the_abuser(of: Case, expected: str) -> None:
    assert answer(RULE, replace(of, dossier=replace(of.dossier, person=HER))) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(
            said("partner is too controlling"), STOP, id="screening: the partner is too controlling"
        ),
        pytest.param(said("scared of her boyfriend"), STOP, id="screening: afraid of the boyfriend"),
        pytest.param(said("partner is not controlling"), CLEAR, id="screening: denied"),
        pytest.param(contact(PARTNER, note="controlling partner"), STOP, id="a contact note"),
        pytest.param(FLAG, ACT, id="registered as a victim, nobody says of whom"),
        pytest.param(registration("ADVV", "", date(2026, 1, 1)), CLEAR, id="a registration that was closed"),
        pytest.param(replace(assessment(), domestic_abuse_victim=True), ACT, id="assessed as a victim"),
        pytest.param(IN_HER_FAVOUR, ACT, id="an order protects her, nobody says from whom"),
        pytest.param(
            said("victim of domestic abuse", ScreeningTopic.DOMESTIC_ABUSE), ACT, id="screening: a victim"
        ),
        pytest.param(
            registration("ADVP", "Domestic Abuse Perpetrator"), CLEAR, id="registered as perpetrator"
        ),
    ],
)
def test_where_no_event_names_the_abuser(record: Record, expected: str) -> None:
    assert answer(RULE, case(record, person=HER, lives_with=(PARTNER,))) == expected
    assert answer(RULE, case(record, person=HER, lives_with=(MOTHER, FRIEND))) == CLEAR


def test_the_enquiry_may_say_so_itself() -> None:
    asked = replace(ASKED, notes="says her partner is controlling and she would rather not")
    assert answer(RULE, case(person=HER, asked=asked, lives_with=(PARTNER,))) == STOP
    assert answer(RULE, case(person=HER, asked=asked)) == CLEAR


@pytest.mark.parametrize(
    ("by", "plan", "expected"),
    [
        pytest.param("senior probation officer", "code word, adviser, friend's spare key", ACT, id="planned"),
        pytest.param("senior probation officer", "", STOP, id="no safety plan"),
        pytest.param("keyworker", "code word", STOP, id="too junior"),
    ],
)
def test_an_informed_choice_with_a_plan_is_respected(by: str, plan: str, expected: str) -> None:
    chosen = replace(decision(DecisionKind.APPROVED, "her choice"), decided_by=by, victim_contact_plan=plan)
    assert answer(RULE, case(abused_by(PARTNER), chosen, person=HER, lives_with=(PARTNER,))) == expected


@pytest.mark.parametrize(
    "rule", [ABUSED_BY_THE_PERSON, CONTROL_BY_THE_PERSON, NEW_PARTNER], ids=lambda rule: rule.title
)
def test_no_rule_about_perpetrators_fires_on_her(rule: Rule) -> None:
    assert (
        answer(rule, case(abused_by(PARTNER), FLAG, IN_HER_FAVOUR, person=HER, lives_with=(PARTNER,)))
        == CLEAR
    )


def test_what_was_found_stands_when_another_source_is_missing() -> None:
    of = case(abused_by(PARTNER), person=HER, lives_with=(PARTNER,), not_asked=(Source.SCREENING,))
    assert answer(RULE, of) == STOP
