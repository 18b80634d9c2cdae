"""A referral that leads to where somebody protected is, or to work that is barred."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MENTORED,
    OTHER_TOWN,
    PROPOSED,
    REFERRED,
    Case,
    alert,
    case,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import Occupant
from riskflag.records import NamedPerson, ProtectedPlaceKind, RecipientKind
from riskflag.rules.referral.site_is_not_safe import CONFIRM, RULE
from riskflag.vocabulary import ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, findings

NO_CONTACT = order(term(ProhibitionKind.NO_CONTACT))
NO_CHILDREN = order(term(ProhibitionKind.NO_CONTACT_WITH_CHILDREN), protects=())
ATTENDS = protected_place(EX_PARTNER, PROPOSED, kind=ProtectedPlaceKind.VISITS)
LIVES = protected_place(EX_PARTNER, PROPOSED)
ELSEWHERE = protected_place(EX_PARTNER, OTHER_TOWN)
NURSERY = replace(MENTORED, recipient=RecipientKind.EMPLOYER, children_attend=True, regulated_work=True)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(NO_CONTACT, ATTENDS, asked=MENTORED), STOP, id="she goes to the same service"),
        pytest.param(
            case(NO_CONTACT, ELSEWHERE, asked=MENTORED), CLEAR, id="the same charity in another town"
        ),
        pytest.param(case(NO_CONTACT, LIVES, asked=REFERRED), STOP, id="a room in the house where she lives"),
        pytest.param(
            case(NO_CONTACT, ATTENDS, asked=replace(MENTORED, kept_apart="Fridays only")),
            CLEAR,
            id="another day is agreed",
        ),
        *(
            pytest.param(
                case(NO_CONTACT, ATTENDS, asked=replace(MENTORED, kept_apart=words)),
                STOP,
                id=f"another day is not agreed: {words}",
            )
            for words in ("None", "n/a", "no", "To be agreed with the provider", "not yet asked")
        ),
        pytest.param(
            case(NO_CONTACT, LIVES, asked=replace(REFERRED, kept_apart="separate entrance")),
            STOP,
            id="a home shared with her, with a door of his own",
        ),
        pytest.param(
            case(NO_CONTACT, asked=MENTORED, lives_with=(NamedPerson("Beth Sample"),)),
            ACT,
            id="somebody of her name",
        ),
        pytest.param(case(NO_CHILDREN, asked=NURSERY), STOP, id="a job in a nursery"),
        pytest.param(case(alert("RDO"), asked=NURSERY), STOP, id="disqualified from work with children"),
        pytest.param(case(asked=NURSERY), CLEAR, id="nothing bars him from the nursery"),
        pytest.param(case(asked=replace(MENTORED, site=None)), CANNOT_TELL, id="nobody says where"),
        pytest.param(
            case(asked=replace(MENTORED, site=None, nothing_to_attend=True)),
            CLEAR,
            id="there is nowhere to go",
        ),
        pytest.param(
            case(protected_place(EX_PARTNER, None), asked=MENTORED),
            CANNOT_TELL,
            id="where she is is withheld",
        ),
        pytest.param(
            case(asked=MENTORED, not_asked=[Source.PROTECTED_PLACES]),
            CANNOT_TELL,
            id="nobody asked where she is",
        ),
        pytest.param(
            case(NO_CONTACT, ATTENDS, asked=MENTORED, not_asked=[Source.CONTACTS]),
            STOP,
            id="certain whatever is missing",
        ),
        pytest.param(
            case(
                order(term(ProhibitionKind.NO_CONTACT), expires_on=date(2026, 1, 1), duration=None),
                asked=MENTORED,
            ),
            CLEAR,
            id="the order ended",
        ),
    ],
)
def test_where_a_referral_leads(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_a_doubt_asks_for_confirmation_and_says_no_more() -> None:
    asked = replace(MENTORED, occupants=(Occupant(NamedPerson("Beth Sample")),))
    (finding,) = findings(RULE, case(NO_CONTACT, asked=asked))
    assert finding.because == CONFIRM


def test_reasons_do_not_say_who_is_there() -> None:
    found = findings(RULE, case(NO_CONTACT, ATTENDS, asked=MENTORED))
    assert found
    assert not any("Beth" in each.because or "Elder" in each.because for each in found)
