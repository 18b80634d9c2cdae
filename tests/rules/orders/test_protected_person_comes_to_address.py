"""What brings a protected person to the address besides living there."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    MENTORED,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    condition,
    contact,
    conversation,
    note,
    order,
    protected_place,
    term,
)
from riskflag.facts.meeting_there import Meeting
from riskflag.records import Address, NamedPerson, OrderRole, ProtectedPlaceKind, ProtectiveOrder, Record
from riskflag.rules.orders.protected_person_comes_to_address import BECAUSE, RULE
from riskflag.vocabulary import ProhibitionKind, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
ORDER = order(NO_CONTACT)
OF_2019 = date(2019, 5, 1)
NOWHERE = replace(ASKED, address=None, no_fixed_abode=True)


def goes(
    where: Address | None,
    kind: ProtectedPlaceKind = ProtectedPlaceKind.VISITS,
    who: NamedPerson = EX_PARTNER,
    verified_on: date | None = date(2026, 11, 1),
) -> Record:
    """She goes to a place, as was confirmed three weeks ago."""
    return protected_place(who, where, verified_on, kind)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(ORDER, goes(PROPOSED)), ACT, id="she visits there"),
        pytest.param(case(ORDER, goes(PROPOSED, ProtectedPlaceKind.WORK)), ACT, id="she works there"),
        pytest.param(case(ORDER, goes(PROPOSED, ProtectedPlaceKind.SCHOOL)), ACT, id="her school is there"),
        pytest.param(case(ORDER, goes(PROPOSED, ProtectedPlaceKind.HOME)), CLEAR, id="she lives there, which other rules flag"),
        pytest.param(case(ORDER, goes(Address("Elder Row, Fernhill"))), ACT, id="it may be this house"),
        pytest.param(case(ORDER, goes(SAME_STREET)), CLEAR, id="four doors away"),
        pytest.param(case(ORDER, goes(OTHER_TOWN)), CLEAR, id="in another town"),
        pytest.param(case(ORDER, goes(None)), CANNOT_TELL, id="where she goes is withheld"),
        pytest.param(case(ORDER, goes(PROPOSED, verified_on=OF_2019)), CANNOT_TELL, id="she visited there in 2019"),
        pytest.param(
            case(ORDER, goes(PROPOSED, verified_on=OF_2019), goes(OTHER_TOWN, ProtectedPlaceKind.HOME)), CLEAR,
            id="she visited there in 2019 and lives far away now",
        ),
        pytest.param(
            case(ORDER, goes(PROPOSED), goes(OTHER_TOWN, ProtectedPlaceKind.HOME)), ACT, id="she visits there and lives far away"
        ),
        pytest.param(case(ORDER, goes(PROPOSED, who=MOTHER)), CLEAR, id="somebody else visits there"),
        pytest.param(case(ORDER, goes(PROPOSED, who=NamedPerson("Beth Sample"))), ACT, id="somebody of her name does"),
        pytest.param(case(goes(PROPOSED)), CLEAR, id="no order protects her"),
        pytest.param(case(condition(NO_CONTACT, EX_PARTNER), goes(PROPOSED)), ACT, id="a licence condition protects her"),
        pytest.param(case(condition(NO_CONTACT), goes(PROPOSED)), ACT, id="a licence condition that names nobody: the victim works there"),
        pytest.param(case(condition(NO_CONTACT), goes(None)), CANNOT_TELL, id="it names nobody, and where she goes is withheld"),
        pytest.param(case(condition(NO_CONTACT), goes(OTHER_TOWN)), CLEAR, id="it names nobody, and she goes elsewhere"),
        pytest.param(case(order(), goes(PROPOSED)), CANNOT_TELL, id="no term of the order was recorded"),
        pytest.param(case(order(), asked=NOWHERE), CLEAR, id="no term was recorded, and no address is proposed"),
        pytest.param(case(ORDER, goes(PROPOSED), asked=NOWHERE), CLEAR, id="no address is proposed"),
        pytest.param(case(ORDER, asked=replace(MENTORED, site=None)), CANNOT_TELL, id="nobody says where the referral leads"),
        pytest.param(case(asked=replace(MENTORED, site=None)), CLEAR, id="nobody says where, and he must keep away from nobody"),
        pytest.param(
            case(ORDER, asked=replace(MENTORED, site=None, nothing_to_attend=True)), CLEAR, id="the referral is done by telephone"
        ),
        pytest.param(case(ORDER, goes(None), asked=NOWHERE), CLEAR, id="withheld, and no address is proposed"),
        pytest.param(case(order(NO_CONTACT, expires_on=date(2026, 11, 1)), goes(PROPOSED)), CLEAR, id="the order has ended"),
        pytest.param(case(replace(ORDER, person_is=OrderRole.PROTECTED), goes(PROPOSED)), CLEAR, id="the order protects him"),
        pytest.param(
            case(order(replace(NO_CONTACT, allows="living together")), goes(PROPOSED)), CLEAR, id="they may live together"
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT)), goes(PROPOSED)), CLEAR, id="it forbids violence alone"
        ),
    ],
)  # fmt: skip
def test_places_where_she_can_be_found(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


TIED, HANDOVER = BECAUSE[Meeting.TIED], BECAUSE[Meeting.HANDOVER]


@pytest.mark.parametrize(
    ("words", "because"),
    [
        pytest.param("The host is the sister of his ex-wife.", TIED, id="her sister"),
        pytest.param("It is his ex-partner's mother's flat.", TIED, id="her mother"),
        pytest.param("His ex-wife comes here every afternoon.", TIED, id="she comes"),
        pytest.param("The victim works in the shop below.", TIED, id="she works"),
        pytest.param("Beth Sample has keys.", TIED, id="her name"),
        pytest.param("Used for handover of the children on Fridays.", HANDOVER, id="a handover"),
        pytest.param("His mother picks up the children from here.", HANDOVER, id="children are picked up"),
        pytest.param("The host is his sister.", None, id="his own sister"),
        pytest.param("No handover takes place here.", None, id="no handover"),
        pytest.param("A quiet house with a spare room.", None, id="nothing of the kind"),
    ],
)
@pytest.mark.parametrize("where", ["note", "conversation", "contact", "enquiry"])
def test_what_is_written_of_the_address(where: str, words: str, because: str | None) -> None:
    of = {
        "note": case(ORDER, note(words)),
        "conversation": case(ORDER, conversation(FRIEND, words=words), lives_with=(FRIEND,)),
        "contact": case(ORDER, contact(FRIEND, note=words), lives_with=(FRIEND,)),
        "enquiry": case(ORDER, asked=replace(ASKED, notes=words)),
    }[where]
    assert [finding.because for finding in findings(RULE, of)] == ([because] if because else [])


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(case(note("his ex-wife comes here")), id="no order is in force"),
        pytest.param(case(ORDER, note("his ex-wife comes here", address=OTHER_TOWN)), id="a note about another address"),
        pytest.param(case(ORDER, contact(MOTHER, OTHER_TOWN, "sister of his ex-wife")), id="a contact elsewhere"),
        pytest.param(
            case(ORDER, replace(contact(FRIEND, note="sister of his ex-wife"), active=False), lives_with=(FRIEND,)), id="a former contact"
        ),
    ],
)  # fmt: skip
def test_what_is_written_of_something_else(of: Case) -> None:
    assert answer(RULE, of) == CLEAR


@pytest.mark.parametrize(
    "name",
    [pytest.param("Bethany Fernhurst", id="her alias"), pytest.param("Beth Elderby", id="the name she had")],
)
def test_another_name_of_hers_in_what_is_written(name: str) -> None:
    who = replace(EX_PARTNER, aliases=("Bethany Fernhurst",), former_names=("Beth Elderby",))
    of = case(order(NO_CONTACT, protects=(who,)), note(f"{name} has keys."))
    assert [finding.because for finding in findings(RULE, of)] == [TIED]


def allowing(allows: str | None) -> ProtectiveOrder:
    """An order against contact that lets something pass."""
    return order(replace(NO_CONTACT, allows=allows))


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        pytest.param(
            [allowing("as the family court orders")], CLEAR, id="contact that the family court arranged"
        ),
        pytest.param([allowing("handover at the contact centre")], CLEAR, id="handover as the order says"),
        pytest.param([allowing("letters through solicitors")], ACT, id="something else is allowed"),
        pytest.param([allowing("as the family court orders"), ORDER], ACT, id="one of two orders allows it"),
    ],
)
def test_a_handover_that_every_order_lets_pass(orders: list[ProtectiveOrder], expected: str) -> None:
    assert answer(RULE, case(*orders, note("handover of the children on Fridays"))) == expected


def test_the_evidence_gives_the_place_without_the_address_and_the_term() -> None:
    (finding,) = findings(RULE, case(ORDER, goes(PROPOSED, ProtectedPlaceKind.WORK)))
    place, forbids = finding.evidence
    assert place.says == "protected place (work), confirmed 1 November 2026"
    assert place.visibility is Visibility.PROTECTED
    assert forbids.says.endswith("not to contact her")
