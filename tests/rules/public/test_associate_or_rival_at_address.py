"""Barred company, co-defendants, gangs, rivals and threats, set against who lives at the address."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    alert,
    assessment,
    case,
    condition,
    contact,
    conviction,
    decision,
    incident,
    note,
    order,
    registration,
    term,
)
from riskflag.enquiry import PlacementKind
from riskflag.facts.associates import Tie
from riskflag.records import DecisionKind, NamedPerson, PlaceIncidentKind, Record
from riskflag.rules.public.associate_or_rival_at_address import BARRED, BECAUSE, MAY_BE_BARRED, RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

NED = NamedPerson("Ned Sample", Relationship.CO_DEFENDANT, date(1990, 1, 1))
NED_A_FRIEND = replace(NED, relationship=Relationship.FRIEND)
BROTHER = NamedPerson("Otto Example", Relationship.SIBLING, date(1992, 2, 2))
COMPANY = ProhibitionKind.NO_ASSOCIATION
NO_NED = condition(term(COMPANY, "not to associate with the named person"), NED)
NO_GROUP = condition(term(COMPANY, "not to associate with members of the group"))
RECENT = conviction("09270", "supply, with another", on=date(2025, 2, 1))
OLD = conviction("09270", "supply, with another", on=date(2009, 2, 1))
HOSTEL = replace(ASKED, placement=PlacementKind.HOSTEL)
NOWHERE = replace(ASKED, address=None, no_fixed_abode=True)
SUPERVISED = PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE
PLANNED = decision(DecisionKind.APPROVED_WITH_CONDITIONS, "approved; weekly visits by the police")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(NO_NED, lives_with=(NED,)), ACT, id="a licence bars somebody who lives there"),
        pytest.param(case(NO_NED, contact(NED, PROPOSED)), ACT, id="a contact record places him there"),
        pytest.param(case(NO_NED, contact(NED, OTHER_TOWN)), CLEAR, id="a contact record places him elsewhere"),
        pytest.param(case(NO_NED, lives_with=(FRIEND,)), CLEAR, id="somebody else lives there"),
        pytest.param(case(NO_NED, asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="nobody said who lives there"),
        pytest.param(case(NO_NED, asked=NOWHERE), CLEAR, id="no address is proposed"),
        pytest.param(case(NO_GROUP, lives_with=(FRIEND,)), ACT, id="a licence bars a group, a friend lives there"),
        pytest.param(case(NO_GROUP), CLEAR, id="a licence bars a group, nobody else lives there"),
        pytest.param(case(NO_GROUP, asked=HOSTEL), ACT, id="a licence bars a group, and a hostel"),
        pytest.param(case(order(term(COMPANY), protects=(NED,)), lives_with=(NED,)), ACT, id="a restraining order bars him"),
        pytest.param(
            case(order(term(COMPANY), protects=(NED,), expires_on=date(2026, 11, 1)), lives_with=(NED_A_FRIEND,)), CLEAR,
            id="the order that barred him has ended",
        ),
        pytest.param(
            case(order(term(COMPANY), kind=OrderType.GANG_INJUNCTION, protects=()), lives_with=(FRIEND,)), CLEAR,
            id="a gang injunction bars a group, which another rule puts to the officer",
        ),
    ],
)  # fmt: skip
def test_company_that_a_term_bars(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("who", "because"),
    [
        pytest.param(NED, BARRED, id="surely he"),
        pytest.param(NamedPerson("Ned Sample"), MAY_BE_BARRED, id="his name alone"),
    ],
)
def test_a_match_that_is_not_settled_is_to_be_confirmed(who: NamedPerson, because: str) -> None:
    assert findings(RULE, case(NO_NED, lives_with=(who,)))[0].because == because


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(RECENT, lives_with=(NED,)), ACT, id="a co-defendant of last year"),
        pytest.param(case(OLD, lives_with=(NED,)), CLEAR, id="every case was in 2009"),
        pytest.param(case(OLD, RECENT, lives_with=(NED,)), ACT, id="a case of 2009 and one of last year"),
        pytest.param(case(lives_with=(NED,)), ACT, id="no case is on record"),
        pytest.param(
            case(replace(OLD, happened_on=None, convicted_on=None), lives_with=(NED,)), ACT, id="nobody knows the day of the case"
        ),
        pytest.param(case(RECENT, contact(NED), lives_with=(NED_A_FRIEND,)), ACT, id="a contact record calls him so"),
        pytest.param(case(RECENT, replace(contact(NED), active=False), lives_with=(NED_A_FRIEND,)), CLEAR, id="it once did"),
        pytest.param(case(RECENT, contact(NED, OTHER_TOWN), lives_with=(FRIEND,)), CLEAR, id="he lives elsewhere"),
        pytest.param(
            case(RECENT, contact(replace(BROTHER, relationship=Relationship.CO_DEFENDANT)), PLANNED, lives_with=(BROTHER,)), CLEAR,
            id="his brother, and a decision plans for it",
        ),
        pytest.param(
            case(RECENT, contact(replace(BROTHER, relationship=Relationship.CO_DEFENDANT)), lives_with=(BROTHER,)), ACT,
            id="his brother, and nobody planned for it",
        ),
        pytest.param(
            case(RECENT, contact(replace(BROTHER, relationship=Relationship.CO_DEFENDANT)),
                 decision(DecisionKind.REFUSED, "refused"), lives_with=(BROTHER,)), ACT, id="his brother, and it was refused",
        ),
        pytest.param(case(RECENT, PLANNED, lives_with=(NED,)), ACT, id="no relative, whatever was planned"),
    ],
)  # fmt: skip
def test_co_defendants(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


GANG = alert("XGANG")


@pytest.mark.parametrize(
    ("of", "ties"),
    [
        pytest.param(case(contact(FRIEND, note="runs with a rival gang"), lives_with=(FRIEND,)), [Tie.CALLED_ASSOCIATE], id="a gang"),
        pytest.param(case(contact(FRIEND, note="no gang links"), lives_with=(FRIEND,)), [], id="no gang"),
        pytest.param(case(contact(FRIEND, OTHER_TOWN, "gang member")), [], id="a gang, in another town"),
        pytest.param(case(alert("RCON", "fell out with Dan Sample"), lives_with=(FRIEND,)), [Tie.NAMED_IN_FLAG], id="named in a flag"),
        pytest.param(case(alert("RCON", "fell out with others"), lives_with=(FRIEND,)), [], id="named in no flag"),
        pytest.param(
            case(alert("RCON", "fell out with Dan Sample", active_to=date(2026, 1, 1)), lives_with=(FRIEND,)), [], id="a flag that ended"
        ),
        pytest.param(case(registration("STRG", "Street Gangs"), asked=HOSTEL), [Tie.SHARED_PLACE], id="a gang flag and a hostel"),
        pytest.param(case(alert("DOCGM"), asked=HOSTEL), [Tie.SHARED_PLACE], id="organised crime and a hostel"),
        pytest.param(case(asked=HOSTEL), [], id="a hostel and no flag"),
        pytest.param(case(GANG, place=(incident(SUPERVISED),)), [Tie.SUPERVISED_THERE], id="another under supervision there"),
        pytest.param(case(GANG, place=(incident(SUPERVISED, address=SAME_STREET),)), [], id="another four doors away"),
        pytest.param(case(place=(incident(SUPERVISED),)), [], id="another there and no flag"),
        pytest.param(case(GANG, lives_with=(MOTHER,)), [], id="a gang flag, and home to his mother"),
        pytest.param(case(assessment(words="An Osman warning was given in May.")), [Tie.UNDER_THREAT], id="a police warning"),
        pytest.param(case(note("He is in debt to local dealers.")), [Tie.UNDER_THREAT], id="in debt to dealers"),
        pytest.param(case(alert("V49P", "at risk from a rival gang")), [Tie.UNDER_THREAT], id="a flag says so"),
        pytest.param(case(assessment(words="He was never threatened by rivals.")), [], id="denied"),
        pytest.param(case(assessment(words="At risk of losing his home.")), [], id="another risk"),
    ],
)  # fmt: skip
def test_gangs_rivals_and_threats(of: Case, ties: list[Tie]) -> None:
    assert [finding.because for finding in findings(RULE, of)] == [BECAUSE[tie] for tie in ties]
    assert answer(RULE, of) == (ACT if ties else CLEAR)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(GANG, CANNOT_TELL, id="a gang flag"),
        pytest.param(RECENT, CLEAR, id="nothing about company"),
    ],
)
def test_who_lives_there_matters_where_company_does(record: Record, expected: str) -> None:
    assert answer(RULE, case(record, asked=OCCUPANTS_UNKNOWN)) == expected


def test_the_evidence_gives_the_case_and_what_links_it() -> None:
    (finding,) = findings(RULE, case(OLD, RECENT, lives_with=(NED,)))
    (cited,) = finding.evidence
    assert (cited.happened_on, cited.says) == (date(2025, 2, 1), "supply, with another")
    assert cited.matched == "an occupant is named as co-defendant"
