"""Sources that cannot be relied on, as rules read them."""

import pytest

from riskflag.casebook import Case, alert, case
from riskflag.dossier import MissingReason
from riskflag.vocabulary import Source

UNKNOWN_ALERT = alert("ZZZZ")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(case(), {}, id="everything was asked and answered"),
        pytest.param(
            case(not_asked=[Source.CUSTODY, Source.ALERTS]),
            {Source.ALERTS: MissingReason.NOT_ASKED, Source.CUSTODY: MissingReason.NOT_ASKED},
            id="two were not asked, and come in order of source",
        ),
        pytest.param(
            case(UNKNOWN_ALERT, not_asked=[Source.ADDRESSES]),
            {Source.ADDRESSES: MissingReason.NOT_ASKED, Source.ALERTS: MissingReason.UNMAPPED_CODE},
            id="a code that is not known spoils its source, in order with the rest",
        ),
        pytest.param(
            case(UNKNOWN_ALERT, not_asked=[Source.ALERTS]),
            {Source.ALERTS: MissingReason.NOT_ASKED},
            id="a source that was not asked is that first of all",
        ),
    ],
)
def test_what_cannot_be_relied_on_is_listed_in_order_of_source(
    given: Case, expected: dict[Source, MissingReason]
) -> None:
    found = given.facts.unavailable
    assert [(source, missing.reason) for source, missing in found.items()] == list(expected.items())
