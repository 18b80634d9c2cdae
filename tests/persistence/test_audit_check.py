"""The check of a chain, over entries that no database would hold, and what is said of it."""

import pytest

from riskflag.persistence.audit_check import Break, Checked, Head, check, say
from riskflag.persistence.chain import BEGINNING, CHAINED
from tests.keys import VAULT
from tests.persistence.tampering import Row, chained

KEY = VAULT.audit_key
ROWS = chained([{**dict.fromkeys(CHAINED, "x"), "sequence": number} for number in (1, 2, 3)], KEY)
NEWEST = Head(3, str(ROWS[-1]["mac"]))
ONE, TWO, THREE = ROWS


def without(row: Row, **changed: object) -> Row:
    return {**row, **changed}


@pytest.mark.parametrize(
    ("rows", "holds_to", "broken"),
    [
        pytest.param([], 0, None, id="none"),
        pytest.param([ONE], 1, None, id="one"),
        pytest.param(ROWS, 3, None, id="three"),
        pytest.param([ONE, ONE, TWO], 1, Break.NUMBER, id="one of them twice"),
        pytest.param([ONE, THREE], 1, Break.NUMBER, id="one missing"),
        pytest.param([TWO, ONE, THREE], 0, Break.NUMBER, id="in another order"),
        pytest.param([TWO, THREE], 0, Break.NUMBER, id="the first missing"),
        pytest.param([without(ONE, sequence=True)], 0, Break.NUMBER, id="a truth for a number"),
        pytest.param([without(ONE, sequence=1.0)], 0, Break.NUMBER, id="a fraction for a number"),
        pytest.param([without(ONE, sequence="1")], 0, Break.NUMBER, id="text for a number"),
        pytest.param([without(ONE, sequence=None)], 0, Break.NUMBER, id="no number"),
        pytest.param([ONE, without(TWO, mac=None)], 1, Break.CODE, id="no code"),
        pytest.param([ONE, without(TWO, mac=b"x")], 1, Break.CODE, id="bytes for a code"),
        pytest.param([ONE, without(TWO, mac=ONE["mac"])], 1, Break.CODE, id="the code before"),
        pytest.param([ONE, without(TWO, detail=b"x")], 1, Break.CODE, id="bytes for text"),
        pytest.param([ONE, without(TWO, detail=object())], 1, Break.CODE, id="anything for text"),
        pytest.param([ONE, without(TWO, told=None), THREE], 1, Break.CODE, id="nothing for text"),
    ],
)
def test_it_holds_up_to_the_first_entry_that_does_not(
    rows: list[Row], holds_to: int, broken: Break | None
) -> None:
    mac = str(rows[holds_to - 1]["mac"]) if holds_to else BEGINNING
    assert check(rows, KEY) == Checked(Head(holds_to, mac), broken)


@pytest.mark.parametrize("column", CHAINED)
def test_every_column_is_vouched_for(column: str) -> None:
    changed = without(TWO, **{column: 7})
    assert check([ONE, changed, THREE], KEY).newest.sequence == 1


@pytest.mark.parametrize(
    ("rows", "head", "holds_to", "broken"),
    [
        pytest.param(ROWS, NEWEST, 3, None, id="at its head"),
        pytest.param(ROWS, Head(2, str(TWO["mac"])), 3, None, id="past its head"),
        pytest.param(ROWS, Head(0, BEGINNING), 3, None, id="a head of nothing yet"),
        pytest.param([ONE, TWO], NEWEST, 2, Break.CUT_OFF, id="the newest cut off"),
        pytest.param([], NEWEST, 0, Break.CUT_OFF, id="all cut off"),
        pytest.param(ROWS, Head(2, "0" * 64), 1, Break.ANOTHER_CHAIN, id="another in the middle"),
        pytest.param(ROWS, Head(3, "0" * 64), 2, Break.ANOTHER_CHAIN, id="another at the end"),
        pytest.param([ONE, without(TWO, at=""), THREE], NEWEST, 1, Break.CODE, id="changed before the head"),
    ],
)
def test_it_goes_through_its_head(rows: list[Row], head: Head, holds_to: int, broken: Break | None) -> None:
    found = check(rows, KEY, head)
    assert (found.newest.sequence, found.broken) == (holds_to, broken)


@pytest.mark.parametrize(
    ("checked", "head", "said"),
    [
        pytest.param(
            Checked(NEWEST),
            None,
            "the audit holds from entry 1 to 3; without a signed head nobody can tell whether newer ones were cut off",
            id="no head",
        ),
        pytest.param(
            Checked(NEWEST),
            Head(2, ""),
            "the audit holds from entry 1 to 3, and goes through the head signed at 2",
            id="a head",
        ),
        pytest.param(
            Checked(Head(0, BEGINNING)),
            Head(0, BEGINNING),
            "the audit has no entry, and goes through the head signed at 0",
            id="nothing yet",
        ),
        pytest.param(
            Checked(NEWEST, Break.NUMBER),
            None,
            "the audit breaks at entry 4: it is missing, or stands in another's place",
            id="missing",
        ),
        pytest.param(
            Checked(NEWEST, Break.CODE),
            None,
            "the audit breaks at entry 4: it was changed, or does not belong there",
            id="changed",
        ),
    ],
)
def test_it_is_said_in_a_sentence_with_no_more_than_numbers(
    checked: Checked, head: Head | None, said: str
) -> None:
    assert say(checked, head) == said
