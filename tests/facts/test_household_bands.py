"""Links between occupants and what the records say, at every band; and contacts recorded at the address."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PROPOSED,
    TODAY,
    Case,
    abuse,
    case,
    condition,
    contact,
    conversation,
    conviction,
    order,
    term,
)
from riskflag.facts.household import LinkedAs, under_age
from riskflag.records import (
    AbuseRole,
    Address,
    ConvictionOutcome,
    DomesticAbuseKind,
    LicenceConditionStatus,
    NamedPerson,
    OrderRole,
    Record,
)
from riskflag.vocabulary import ProhibitionKind, Relationship, Visibility
from tests.facts.bands import (
    AS_WRITTEN,
    ELSEWHERE,
    FLAT_IN_IT,
    NAME_ALONE,
    NOT_READABLE,
    REMARRIED,
    UNREADABLE_NAME,
)

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
ORDER = order(NO_CONTACT)
CONDITION = condition(NO_CONTACT, EX_PARTNER)
HIT_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER)
HIT_HIM = replace(HIT_HER, person_is=AbuseRole.VICTIM)
HURT_HER = conviction("10501", "common assault", EX_PARTNER)
PROTECTED, ABUSED = LinkedAs.PROTECTED_PERSON, LinkedAs.ABUSE_VICTIM
HARMED, ABUSER = LinkedAs.OFFENCE_VICTIM, LinkedAs.ABUSER_OF_THE_PERSON


def linked(of: Case) -> list[LinkedAs]:
    return [link.linked_as for link in of.facts.household.links]


@pytest.mark.parametrize(
    ("who", "sure"),
    [
        pytest.param(EX_PARTNER, [True], id="she herself"),
        pytest.param(REMARRIED, [True], id="she under her new name"),
        pytest.param(NAME_ALONE, [False], id="somebody of her name"),
        pytest.param(UNREADABLE_NAME, [False], id="somebody whose name cannot be read"),
        pytest.param(FRIEND, [], id="somebody else"),
    ],
)
@pytest.mark.parametrize(
    "record",
    [
        pytest.param(ORDER, id="an order"),
        pytest.param(CONDITION, id="a condition"),
        pytest.param(HIT_HER, id="abuse by him"),
        pytest.param(HIT_HIM, id="abuse of him"),
        pytest.param(conviction("00826", "a blade in public", EX_PARTNER), id="an offence"),
    ],
)
def test_a_link_is_as_sure_as_identity(record: Record, who: NamedPerson, sure: list[bool]) -> None:
    assert [link.sure for link in case(record, lives_with=(who,)).facts.household.links] == sure


@pytest.mark.parametrize(
    ("record", "roles"),
    [
        pytest.param(ORDER, [PROTECTED], id="an order in force"),
        pytest.param(order(NO_CONTACT, expires_on=date(2026, 1, 1)), [PROTECTED], id="an order that ended"),
        pytest.param(replace(ORDER, person_is=OrderRole.PROTECTED), [], id="an order that protects him"),
        pytest.param(replace(CONDITION, status=LicenceConditionStatus.REMOVED), [], id="a removed condition"),
        pytest.param(replace(HIT_HER, corroborated=False), [ABUSED], id="an allegation of abuse"),
        pytest.param(replace(HIT_HER, person_is=AbuseRole.NOT_CLEAR), [], id="abuse, nobody says by whom"),
        pytest.param(HIT_HIM, [ABUSER], id="abuse of him"),
        pytest.param(HURT_HER, [ABUSED, HARMED], id="a conviction for hurting her"),
        pytest.param(
            replace(HURT_HER, outcome=ConvictionOutcome.PENDING), [HARMED], id="a charge of hurting her"
        ),
        pytest.param(
            replace(HURT_HER, outcome=ConvictionOutcome.ACQUITTED), [HARMED], id="an acquittal, to be seen"
        ),
        pytest.param(
            replace(HURT_HER, victims=(MOTHER, EX_PARTNER)), [ABUSED, HARMED], id="she is one of two victims"
        ),
    ],
)
def test_as_whom_the_records_speak_of_an_occupant(record: Record, roles: list[LinkedAs]) -> None:
    assert linked(case(record, lives_with=(EX_PARTNER,))) == roles


def test_links_of_one_role_are_picked_out() -> None:
    household = case(ORDER, HURT_HER, HIT_HIM, lives_with=(EX_PARTNER,)).facts.household
    assert len(household.links) == 4
    assert [link.linked_as for link in household.linked(ABUSER, PROTECTED)] == [PROTECTED, ABUSER]
    assert household.linked() == ()


@pytest.mark.parametrize(
    ("lives_at", "there"),
    [
        pytest.param(PROPOSED, True, id="the address"),
        pytest.param(AS_WRITTEN, True, id="the address as somebody wrote it"),
        pytest.param(FLAT_IN_IT, False, id="a flat in the building"),
        pytest.param(NOT_READABLE, False, id="an address nobody can read"),
        pytest.param(ELSEWHERE, False, id="another town"),
    ],
)
def test_a_contact_recorded_at_the_address_is_an_occupant(lives_at: Address, there: bool) -> None:
    assert bool(case(contact(EX_PARTNER, lives_at)).facts.household.occupants) is there


@pytest.mark.parametrize(
    ("named", "occupants"),
    [
        pytest.param(EX_PARTNER, 1, id="the enquiry names her"),
        pytest.param(REMARRIED, 1, id="the enquiry names her by her new name"),
        pytest.param(NAME_ALONE, 2, id="the enquiry names somebody who may be another"),
        pytest.param(FRIEND, 2, id="the enquiry names somebody else"),
    ],
)
def test_a_contact_counts_beside_whoever_else_is_named(named: NamedPerson, occupants: int) -> None:
    household = case(contact(EX_PARTNER, PROPOSED), lives_with=(named,)).facts.household
    assert len(household.occupants) == occupants


def test_an_open_contact_is_no_secret() -> None:
    (occupant,) = case(contact(EX_PARTNER, PROPOSED)).facts.household.occupants
    assert occupant.visibility is Visibility.KNOWN_TO_SUBJECT


@pytest.mark.parametrize("relationship", [pytest.param(each, id=each.value) for each in Relationship])
def test_whose_age_is_unknown(relationship: Relationship) -> None:
    """Parents, partners, landlords and carers are taken for adults; anybody else may be a child."""
    grown = {"parent", "grandparent", "spouse", "ex_spouse", "partner", "ex_partner", "landlord", "carer"}
    somebody = NamedPerson("Pat Stranger", relationship)
    expected = False if relationship.value in grown else None
    assert under_age(somebody, TODAY) is expected
    assert under_age(replace(somebody, is_child=True), TODAY) is True
    assert under_age(replace(somebody, date_of_birth=date(2017, 1, 1)), TODAY) is True


@pytest.mark.parametrize(
    ("who", "age", "under"),
    [
        pytest.param(date(2010, 11, 22), 16, False, id="sixteen today"),
        pytest.param(date(2010, 11, 23), 16, True, id="sixteen tomorrow"),
        pytest.param(date(2010, 11, 22), 18, True, id="sixteen today, asked about eighteen"),
        pytest.param(date(2026, 12, 1), 1, True, id="to be born next month"),
    ],
)
def test_an_age_other_than_eighteen(who: date, age: int, under: bool) -> None:
    born = NamedPerson("A Child", Relationship.PARENT, who, is_child=not under)
    assert under_age(born, TODAY, age) is under


def test_the_newest_conversation_comes_first() -> None:
    older = replace(conversation(MOTHER, words="older"), happened_on=date(2026, 1, 5))
    undated = replace(conversation(MOTHER, words="undated"), happened_on=None, recorded_on=date(2026, 5, 1))
    newer = replace(conversation(MOTHER, words="newer"), happened_on=date(2026, 9, 1))
    said = case(older, newer, undated).facts.household.conversations
    assert [each.words for each in said] == ["newer", "undated", "older"]
