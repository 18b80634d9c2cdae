"""Whether an address is cleared against the home of everybody from whom the person must keep away."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    SAME_STREET,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import PlacementKind
from riskflag.records import Address, NamedPerson, ProtectedPlaceKind
from riskflag.rule import Raised
from riskflag.rules.orders.protected_address_unknown_or_old import RULE
from riskflag.vocabulary import ProhibitionKind, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
HER_ADDRESS = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her address")
AREA = term(ProhibitionKind.EXCLUSION_AREA, "to keep out of the town")
NO_VIOLENCE = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT, "not to use violence")
HOME = protected_place(EX_PARTNER, OTHER_TOWN)
NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)
ASSOCIATE = NamedPerson("Gus Sample", Relationship.CO_DEFENDANT)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(order(NO_CONTACT)), ACT, id="she left in 2023 and nobody knows where she is"),
        pytest.param(case(order(NO_CONTACT), HOME), CLEAR, id="confirmed three weeks ago, in another town"),
        pytest.param(case(order(HER_ADDRESS)), ACT, id="her home is barred and nobody knows where it is"),
        pytest.param(case(order(AREA)), ACT, id="an area protects her and her home is not on record"),
        pytest.param(case(order(AREA, protects=())), CLEAR, id="an area that protects nobody in particular"),
        pytest.param(case(order(NO_VIOLENCE)), CLEAR, id="an order against violence alone"),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN, date(2026, 5, 22))),
            ACT,
            id="184 days old",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN, date(2026, 5, 23))),
            CLEAR,
            id="183 days old",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN, None)), ACT, id="never confirmed"
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN, date(2027, 1, 1))),
            CANNOT_TELL,
            id="confirmed on a day that is still to come: the source cannot be relied on",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, None)), ACT, id="she is in a refuge"
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, Address("Fernhill"))),
            ACT,
            id="a town is all we have",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN, kind=ProtectedPlaceKind.WORK)),
            ACT,
            id="her workplace is confirmed, her home is not",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(MOTHER, OTHER_TOWN)), ACT, id="somebody else's home"
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(EX_PARTNER, MOTHER)), HOME),
            ACT,
            id="two are protected, one is found",
        ),
        pytest.param(
            case(order(NO_CONTACT), HOME, protected_place(EX_PARTNER, None, date(2026, 11, 15))),
            ACT,
            id="she has moved since to a place that is withheld",
        ),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, SAME_STREET)),
            CLEAR,
            id="near: another rule says so",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(EX_PARTNER,)),
            CLEAR,
            id="she lives here: another rule stops it",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(NamedPerson("Beth Sample"),)), ACT, id="she may live here"
        ),
        pytest.param(case(condition(NO_CONTACT, EX_PARTNER)), ACT, id="only the licence forbids contact"),
        pytest.param(case(condition(NO_CONTACT, ASSOCIATE)), CLEAR, id="the licence is about a co-defendant"),
        pytest.param(case(order(NO_CONTACT, protects=())), ACT, id="the order names nobody"),
        pytest.param(case(order()), CANNOT_TELL, id="the terms are not recorded"),
        pytest.param(case(order(NO_CONTACT), asked=NO_ADDRESS), CLEAR, id="no fixed abode"),
        pytest.param(
            case(order(NO_CONTACT), asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)),
            CLEAR,
            id="approved premises",
        ),
        pytest.param(
            case(order(NO_CONTACT), lives_with=(FRIEND,), not_asked=(Source.PROTECTED_PLACES,)),
            CANNOT_TELL,
            id="victim liaison was not asked, which is not the same as not knowing",
        ),
    ],
)
def test_clearance(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "words"),
    [
        pytest.param(case(order(NO_CONTACT)), "not on record", id="unknown"),
        pytest.param(case(order(NO_CONTACT), protected_place(EX_PARTNER, None)), "withheld", id="withheld"),
        pytest.param(
            case(order(NO_CONTACT), protected_place(EX_PARTNER, OTHER_TOWN, None)), "too long ago", id="old"
        ),
        pytest.param(case(order(NO_CONTACT, protects=())), "nobody recorded", id="nobody named"),
    ],
)
def test_the_answer_is_not_cleared_and_says_why(of: Case, words: str) -> None:
    came_to = outcome(RULE, of)
    assert isinstance(came_to, Raised)
    assert all("is not cleared" in finding.because for finding in came_to.findings)
    assert words in came_to.findings[0].because


def test_one_order_with_many_terms_gives_one_finding_a_person() -> None:
    came_to = outcome(RULE, case(order(NO_CONTACT, HER_ADDRESS, AREA, protects=(EX_PARTNER, MOTHER))))
    assert isinstance(came_to, Raised)
    assert len(came_to.findings) == 2
