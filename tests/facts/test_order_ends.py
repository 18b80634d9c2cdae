"""How the end of an order is read."""

from datetime import date

import pytest

from riskflag.facts.order_ends import EndKind, read_end

DAY = date(2027, 1, 2)


@pytest.mark.parametrize(
    ("expires_on", "wording", "kind"),
    [
        pytest.param(DAY, None, EndKind.ON_DATE, id="a date"),
        pytest.param(DAY, "until further order", EndKind.UNTIL_FURTHER_ORDER, id="words outlast a date"),
        pytest.param(DAY, "until the hearing", EndKind.ON_DATE, id="a hearing on a recorded day"),
        pytest.param(None, "until the final hearing", EndKind.UNTIL_FURTHER_ORDER, id="the final hearing"),
        *(
            pytest.param(None, words, EndKind.ON_NAMED_EVENT, id=words)
            for words in (
                "until the case ends",
                "Until the application is decided",
                "until trial",
                "until charge",
                "until he is charged",
                "until the hearing",
                "pending the conclusion of proceedings",
            )
        ),
        pytest.param(None, "the trial was in June", EndKind.UNREADABLE, id="a trial that ends nothing"),
        pytest.param(None, "until. The case is closed", EndKind.UNREADABLE, id="another sentence"),
        pytest.param(None, "3 y?ars", EndKind.UNREADABLE, id="nobody can read it"),
        pytest.param(None, "  ", EndKind.NOT_RECORDED, id="only spaces"),
        pytest.param(None, None, EndKind.NOT_RECORDED, id="blank"),
    ],
)
def test_an_end_is_read_from_date_and_words(
    expires_on: date | None, wording: str | None, kind: EndKind
) -> None:
    assert read_end(expires_on, wording) is kind
