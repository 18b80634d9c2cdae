"""What somebody said who was asked about the address and is not listed as living there."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import ASKED, FRIEND, MOTHER, case, conversation
from riskflag.enquiry import PlacementKind
from riskflag.facts.consent import Doubt, doubts
from riskflag.records import Consent, OccupierConversation

SAID = conversation(MOTHER)
LATER = date(2026, 11, 10)


def found(*records: OccupierConversation) -> list[Doubt]:
    return [doubt for _, doubt in doubts(case(*records, lives_with=(FRIEND,)).facts)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"consent": Consent.REFUSES}, [Doubt.NOT_LISTED], id="she refuses"),
        pytest.param({"consent": Consent.RELUCTANT}, [Doubt.NOT_LISTED], id="she is reluctant"),
        pytest.param({"words": "scared of him"}, [Doubt.NOT_LISTED], id="she agrees and is scared"),
        pytest.param({}, [], id="she agrees"),
        pytest.param({"spoken_to_alone": False}, [], id="she agrees in his hearing, for a home not hers"),
    ],
)
def test_a_refusal_by_somebody_who_is_not_listed_is_no_silence(
    changes: dict[str, Any], expected: list[Doubt]
) -> None:
    assert found(replace(SAID, **changes)) == expected


def test_somebody_not_listed_who_later_agreed_freely_is_heard() -> None:
    refused = replace(SAID, consent=Consent.REFUSES)
    assert found(refused, replace(SAID, happened_on=LATER)) == []


def test_in_a_home_of_his_own_with_nobody_else_a_refusal_is_about_another() -> None:
    refused = replace(SAID, consent=Consent.REFUSES)
    alone = case(refused, asked=replace(ASKED, placement=PlacementKind.OWN_TENANCY))
    assert doubts(alone.facts) == ()
