"""Contacts whose recorded address is, may be or cannot be told from the proposed one; and what asks about them."""

from dataclasses import replace

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PARTNER,
    PROPOSED,
    SAME_STREET,
    Case,
    abuse,
    alert,
    assessment,
    case,
    contact,
    conviction,
    order,
    registration,
    term,
)
from riskflag.facts.household import who_may_be_there
from riskflag.records import AbuseRole, Address, ConvictionOutcome, DomesticAbuseKind, NamedPerson, Record
from riskflag.rule import Rule
from riskflag.rules.children.child_lives_at_address import RULE as CHILD_AT_ADDRESS
from riskflag.rules.domestic_abuse.abused_partner_lives_at_address import RULE as ABUSED_PARTNER
from riskflag.rules.domestic_abuse.new_partner_at_address import RULE as NEW_PARTNER
from riskflag.rules.orders.bail_broken_by_address import RULE as BAIL
from riskflag.rules.orders.children_protected_by_order import RULE as CHILDREN_PROTECTED
from riskflag.rules.orders.forced_marriage_or_honour_risk import RULE as HONOUR
from riskflag.rules.orders.protected_person_lives_at_address import RULE as PROTECTED_PERSON
from riskflag.rules.person_as_victim.abuser_lives_at_address import RULE as ABUSER
from riskflag.rules.process.checks_on_the_address_not_returned import RULE as CHECKS
from riskflag.rules.sexual_harm.police_must_be_told_of_address import RULE as TELL_POLICE
from riskflag.vocabulary import ProhibitionKind, Relationship, Visibility
from tests.facts.bands import ELSEWHERE, FLAT_IN_IT, NAME_ALONE, NO_NUMBER, NOT_READABLE
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

SURE, PERHAPS, UNREADABLE, SILENT = "sure", "perhaps", "unreadable", "silent"


def standing(of: Case) -> str:
    household = of.facts.household
    if household.occupants:
        return SURE
    if household.perhaps_there:
        return PERHAPS
    return UNREADABLE if household.homes_unreadable else SILENT


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(contact(FRIEND, PROPOSED)), SURE, id="the address"),
        pytest.param(case(contact(FRIEND, NO_NUMBER)), PERHAPS, id="the street without a number"),
        pytest.param(case(contact(FRIEND, Address("ZZ1 1AA"))), PERHAPS, id="the postcode alone"),
        pytest.param(case(contact(FRIEND, NOT_READABLE)), UNREADABLE, id="not known"),
        pytest.param(case(contact(FRIEND, Address("Fernhill"))), UNREADABLE, id="the town alone"),
        pytest.param(case(contact(FRIEND, SAME_STREET)), SILENT, id="four doors away"),
        pytest.param(case(contact(FRIEND, FLAT_IN_IT)), SILENT, id="a flat in the building"),
        pytest.param(case(contact(FRIEND, ELSEWHERE)), SILENT, id="another town"),
        pytest.param(case(contact(FRIEND)), SILENT, id="no address"),
        pytest.param(case(replace(contact(FRIEND, NO_NUMBER), active=False)), SILENT, id="of the past"),
        pytest.param(
            case(contact(FRIEND, NO_NUMBER), lives_with=(FRIEND,)), SURE, id="the enquiry names him"
        ),
        pytest.param(case(contact(FRIEND, NO_NUMBER), asked=replace(ASKED, address=None)), SILENT, id="none"),
    ],
)
def test_where_a_contact_stands(of: Case, expected: str) -> None:
    assert standing(of) == expected


def test_a_contact_who_may_live_there_is_no_occupant_yet() -> None:
    household = case(contact(CHILD_OF_NINE, NO_NUMBER)).facts.household
    assert (household.occupants, household.children) == ((), ())
    assert who_may_be_there(household) == (CHILD_OF_NINE,)


def test_a_protected_contact_who_may_live_there_stays_protected() -> None:
    hidden = replace(contact(EX_PARTNER, NO_NUMBER), visibility=Visibility.PROTECTED)
    (each,) = case(hidden).facts.household.perhaps_there
    assert each.occupant.visibility is Visibility.PROTECTED
    assert case(hidden).dossier.known_part().records != case(hidden).dossier.records


SON = NamedPerson("Gus Example", Relationship.CHILD)
FATHER_SAYS = abuse(DomesticAbuseKind.CONTROLLING_OR_COERCIVE, EX_PARTNER, role=AbuseRole.VICTIM)
NO_CHILDREN = order(term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN, "not with children"), protects=())
NO_CONTACT = order(term(ProhibitionKind.NO_CONTACT))
HIT_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER)
CHARGED = conviction("10501", "common assault", EX_PARTNER, outcome=ConvictionOutcome.PENDING)
RISK = registration("RCHD", "Risk to Children")
ABUSER_FLAG = registration("ADVP", "Domestic Abuse Perpetrator")
HONOUR_FEARED = assessment(words="Honour-based abuse by the family is feared.")


@pytest.mark.parametrize(
    ("rule", "record", "who", "answers"),
    [
        pytest.param(PROTECTED_PERSON, NO_CONTACT, EX_PARTNER, (ACT, ACT, CLEAR), id="an order protects her"),
        pytest.param(ABUSED_PARTNER, HIT_HER, EX_PARTNER, (ACT, ACT, CLEAR), id="he hit her"),
        pytest.param(ABUSED_PARTNER, HIT_HER, NAME_ALONE, (ACT, CLEAR, CLEAR), id="somebody of her name"),
        pytest.param(ABUSER, FATHER_SAYS, EX_PARTNER, (ACT, ACT, CLEAR), id="she controlled him"),
        pytest.param(CHILDREN_PROTECTED, NO_CHILDREN, SON, (ACT, CANNOT_TELL, CLEAR), id="a son, of any age"),
        pytest.param(CHILD_AT_ADDRESS, RISK, CHILD_OF_NINE, (ACT, CANNOT_TELL, CLEAR), id="a child"),
        pytest.param(CHILD_AT_ADDRESS, RISK, SON, (ACT, CANNOT_TELL, CLEAR), id="a son of unknown age"),
        pytest.param(CHILD_AT_ADDRESS, RISK, MOTHER, (CLEAR, CLEAR, CLEAR), id="his mother"),
        pytest.param(NEW_PARTNER, ABUSER_FLAG, PARTNER, (ACT, CANNOT_TELL, CLEAR), id="a partner"),
        pytest.param(NEW_PARTNER, ABUSER_FLAG, MOTHER, (CLEAR, CLEAR, CLEAR), id="his mother, no partner"),
        pytest.param(
            HONOUR, HONOUR_FEARED, MOTHER, (ACT, CANNOT_TELL, CLEAR), id="honour abuse, and his mother"
        ),
        pytest.param(TELL_POLICE, alert("SOR"), CHILD_OF_NINE, (ACT, ACT, ACT), id="registered in any case"),
    ],
)
def test_what_asks_where_a_contact_lives(
    rule: Rule, record: Record, who: NamedPerson, answers: tuple[str, str, str]
) -> None:
    homes = (NO_NUMBER, NOT_READABLE, ELSEWHERE)
    assert tuple(answer(rule, case(record, contact(who, home))) for home in homes) == answers


def test_the_contact_record_is_cited_with_what_is_not_settled() -> None:
    cited = [
        e
        for f in findings(PROTECTED_PERSON, case(NO_CONTACT, contact(EX_PARTNER, NO_NUMBER)))
        for e in f.evidence
    ]
    assert "contacts" in {each.source for each in cited}
    assert all("no house number" in (each.matched or "") for each in cited)


def test_a_complainant_who_may_live_there_is_to_be_confirmed() -> None:
    (live,) = case(CHARGED, contact(EX_PARTNER, NO_NUMBER)).facts.live_complainants
    assert not live.sure
    assert live.seen_in is not None
    assert answer(BAIL, case(CHARGED, contact(EX_PARTNER, NO_NUMBER))) == ACT


def test_children_who_may_live_there_make_their_check_due() -> None:
    of = case(alert("XVL"), contact(CHILD_OF_NINE, NO_NUMBER), routine=False)
    assert any("children" in found.because for found in findings(CHECKS, of))
