"""Of whom it is known where they live, and of whom it is not."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    OTHER_TOWN,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.facts.whereabouts import HomeKnown
from riskflag.records import NamedPerson
from riskflag.vocabulary import ProhibitionKind, Relationship

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
ORDER = order(NO_CONTACT)
ASSOCIATE = NamedPerson("Gus Sample", Relationship.CO_DEFENDANT)
OLD = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("of", "known"),
    [
        pytest.param(case(ORDER), [HomeKnown.NOT_ON_RECORD], id="nothing on record"),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN)), [HomeKnown.CONFIRMED], id="confirmed"
        ),
        pytest.param(
            case(ORDER, protected_place(EX_PARTNER, OTHER_TOWN, OLD)), [HomeKnown.OUT_OF_DATE], id="old"
        ),
        pytest.param(case(ORDER, protected_place(EX_PARTNER, None)), [HomeKnown.WITHHELD], id="withheld"),
        pytest.param(case(ORDER, lives_with=(EX_PARTNER,)), [HomeKnown.AT_THE_ADDRESS], id="she lives here"),
        pytest.param(case(order(NO_CONTACT, protects=())), [HomeKnown.NOBODY_NAMED], id="nobody is named"),
        pytest.param(case(condition(NO_CONTACT, ASSOCIATE)), [], id="a co-defendant"),
        pytest.param(
            case(order(NO_CONTACT, protects=(EX_PARTNER, MOTHER)), protected_place(MOTHER, OTHER_TOWN)),
            [HomeKnown.NOT_ON_RECORD, HomeKnown.CONFIRMED],
            id="each of two",
        ),
        pytest.param(
            case(order(replace(NO_CONTACT, kind=ProhibitionKind.NO_POSSESSION))), [], id="about knives"
        ),
    ],
)
def test_whereabouts(of: Case, known: list[HomeKnown]) -> None:
    assert [entry.home for entry in of.facts.keep_away_from] == known
