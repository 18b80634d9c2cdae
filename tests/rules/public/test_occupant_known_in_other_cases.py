"""What is told of occupants of whom other people's records speak."""

from dataclasses import replace
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    Case,
    case,
    contact,
    known_elsewhere,
)
from riskflag.records import KnownAs
from riskflag.rule import Raised
from riskflag.rules.public.occupant_known_in_other_cases import MAY_BE, RULE, SURE
from riskflag.vocabulary import Source, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer

PROTECTED = known_elsewhere(FRIEND, KnownAs.PROTECTED)
UNDATED = replace(MOTHER, date_of_birth=None)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(lives_with=(FRIEND,), elsewhere=(PROTECTED,)), ACT, id="he is protected elsewhere"),
        pytest.param(
            case(contact(FRIEND, PROPOSED), elsewhere=(PROTECTED,)), ACT, id="a contact who lives there is"
        ),
        pytest.param(
            case(contact(FRIEND, OTHER_TOWN), elsewhere=(PROTECTED,)),
            CLEAR,
            id="a contact in another town is",
        ),
        pytest.param(
            case(lives_with=(FRIEND, UNDATED), elsewhere=(PROTECTED,)),
            ACT,
            id="one is, of another nobody knows",
        ),
        pytest.param(
            case(lives_with=(FRIEND, UNDATED)), CANNOT_TELL, id="of one nobody knows when she was born"
        ),
        pytest.param(case(lives_with=(FRIEND, MOTHER)), CLEAR, id="nobody is"),
        pytest.param(case(), CLEAR, id="nobody lives there"),
        pytest.param(
            case(lives_with=(FRIEND,), not_asked=(Source.PLACE_REGISTER,)), CANNOT_TELL, id="nobody looked"
        ),
    ],
)
def test_who_lives_there_is_set_against_what_is_known_elsewhere(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize("known_as", KnownAs)
@pytest.mark.parametrize(("sure", "words"), [(True, SURE), (False, MAY_BE)])
def test_how_sure_it_is_is_said_and_nothing_of_the_other_case(
    known_as: KnownAs, sure: bool, words: dict[KnownAs, str]
) -> None:
    of = case(lives_with=(EX_PARTNER,), elsewhere=(known_elsewhere(EX_PARTNER, known_as, sure),))
    outcome = RULE.check(of.facts)
    assert isinstance(outcome, Raised)
    (finding,) = outcome.findings
    assert finding.because == words[known_as]
    assert [each.visibility for each in finding.evidence] == [Visibility.PROTECTED]


def test_what_cannot_be_a_record_is_looked_at_by_nobody() -> None:
    nothing: Any = None
    damaged = replace(PROTECTED, known_as=nothing)
    of = case(lives_with=(FRIEND,), elsewhere=(damaged,), asked=ASKED)
    assert answer(RULE, of) == CANNOT_TELL
