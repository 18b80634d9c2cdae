"""By what record somebody at the address abused the person, or may have."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    FRIEND,
    MOTHER,
    PARTNER,
    Case,
    abuse,
    assessment,
    case,
    contact,
    order,
    registration,
    screening,
    term,
)
from riskflag.facts.person_abused import Sign, abusers_here, may_have_been_abused
from riskflag.records import AbuseRole, DomesticAbuseKind, NamedPerson, OrderRole, Record, ScreeningTopic
from riskflag.vocabulary import ProhibitionKind, Relationship

HIT_HIM = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, PARTNER, role=AbuseRole.VICTIM)
UNCLEAR = replace(HIT_HIM, person_is=AbuseRole.NOT_CLEAR)
VICTIM = registration("ADVV", "Domestic Abuse Victim")
NAMESAKE = NamedPerson(PARTNER.name)


def answer(words: str) -> Record:
    return screening(ScreeningTopic.DOMESTIC_ABUSE, concern=True, words=words)


def signs(of: Case) -> list[Sign]:
    return [each.sign for each in abusers_here(of.facts)]


@pytest.mark.parametrize(
    ("record", "lives_with", "expected"),
    [
        pytest.param(HIT_HIM, PARTNER, [Sign.ABUSER], id="she who hit him"),
        pytest.param(HIT_HIM, NAMESAKE, [Sign.TO_CONFIRM], id="somebody of her name"),
        pytest.param(HIT_HIM, FRIEND, [], id="somebody else"),
        pytest.param(UNCLEAR, PARTNER, [Sign.SIDE_NOT_CLEAR], id="she, in a fight"),
        pytest.param(UNCLEAR, NAMESAKE, [Sign.SIDE_NOT_CLEAR], id="somebody of her name, in a fight"),
        pytest.param(UNCLEAR, FRIEND, [], id="somebody who was not in the fight"),
        pytest.param(replace(HIT_HIM, person_is=AbuseRole.PERPETRATOR), PARTNER, [], id="he hit her"),
    ],
)
def test_an_occupant_who_abused_the_person(
    record: Record, lives_with: NamedPerson, expected: list[Sign]
) -> None:
    assert signs(case(record, lives_with=(lives_with,))) == expected


@pytest.mark.parametrize(
    ("words", "called"),
    [
        pytest.param("partner is controlling", True, id="controlling"),
        pytest.param("her husband can be very violent", True, id="violent, a few words on"),
        pytest.param("boyfriend hits her", True, id="hits"),
        pytest.param("girlfriend beats him", True, id="beats"),
        pytest.param("fiancée abuses him", True, id="fiancée"),
        pytest.param("fiance controls money", True, id="fiance"),
        pytest.param("an abusive wife", True, id="an abusive wife"),
        pytest.param("afraid of her partner", True, id="afraid"),
        pytest.param("scared of his wife", True, id="scared"),
        pytest.param("frightened of their partner", True, id="frightened"),
        pytest.param("partner is not violent", False, id="not violent"),
        pytest.param("partner was never abusive", False, id="never abusive"),
        pytest.param("no violent partner", False, id="denied"),
        pytest.param(
            "partner has a violent dog next door to the house", True, id="read too widely, for safety"
        ),
        pytest.param("partner is supportive", False, id="supportive"),
    ],
)
@pytest.mark.parametrize("where", ["screening", "contact", "enquiry"])
def test_what_a_partner_is_called(where: str, words: str, called: bool) -> None:
    given = {
        "screening": lambda: case(answer(words), lives_with=(PARTNER,)),
        "contact": lambda: case(contact(FRIEND, note=words), lives_with=(PARTNER,)),
        "enquiry": lambda: case(lives_with=(PARTNER,), asked=replace(ASKED, notes=words)),
    }[where]()
    assert signs(given) == [Sign.CALLED_CONTROLLING] * called
    assert may_have_been_abused(given.facts) is called


SAYS_SO = answer("victim of domestic abuse")
ASSESSED = replace(assessment(), domestic_abuse_victim=True)
PROTECTS_HIM = replace(order(term(ProhibitionKind.NO_CONTACT)), person_is=OrderRole.PROTECTED)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(VICTIM, True, id="a register"),
        pytest.param(registration("ADVV", "Domestic Abuse Victim", date(2026, 11, 21)), False, id="closed"),
        pytest.param(ASSESSED, True, id="an assessment"),
        pytest.param(replace(ASSESSED, domestic_abuse_victim=False), False, id="an assessment that says no"),
        pytest.param(PROTECTS_HIM, True, id="an order that protects him"),
        pytest.param(order(term(ProhibitionKind.NO_CONTACT)), False, id="an order that binds him"),
        pytest.param(SAYS_SO, True, id="a screening"),
        pytest.param(answer("abused by his stepfather"), True, id="a screening, of somebody else"),
        pytest.param(answer("never a victim of abuse"), False, id="a screening that denies it"),
    ],
)
def test_an_abuser_whom_no_event_names(record: Record, shown: bool) -> None:
    assert signs(case(record, lives_with=(PARTNER,))) == [Sign.NOT_NAMED] * shown
    assert signs(case(record, lives_with=(FRIEND,))) == []
    assert may_have_been_abused(case(record).facts) is shown


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(VICTIM, replace(HIT_HIM, other=MOTHER), lives_with=(PARTNER,)),
            [],
            id="an event names somebody who does not live there",
        ),
        pytest.param(case(VICTIM, HIT_HIM, lives_with=(PARTNER,)), [Sign.ABUSER], id="an event names her"),
        pytest.param(
            case(VICTIM, lives_with=(replace(CHILD_OF_NINE, relationship=Relationship.PARTNER),)),
            [],
            id="a child of nine is no partner",
        ),
        pytest.param(
            case(VICTIM, lives_with=(replace(PARTNER, date_of_birth=None),)),
            [Sign.NOT_NAMED],
            id="a partner of unknown age",
        ),
    ],
)
def test_a_named_abuser_goes_before_an_unnamed_one(of: Case, expected: list[Sign]) -> None:
    assert signs(of) == expected


def test_nothing_says_that_he_was_abused() -> None:
    assert not may_have_been_abused(case(lives_with=(PARTNER,)).facts)
    assert may_have_been_abused(case(HIT_HIM).facts)
