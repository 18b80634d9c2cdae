"""What the letters of two addresses tell apart, where the benchmark of addresses counts what is possible."""

import pytest

from benchmarks.address_letters import nothing_tells_apart

HOUSE = "7 ELDER ROAD, FERNHILL, MARLOW SANDS ZZ1 1AA"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(HOUSE, "7 ELDER ROAD, FERNHILL ZZ1 1AB", True, id="the house with another postcode"),
        pytest.param(HOUSE, "FLAT 2, 7A ELDER RD, FERNHILL ZZ1 1AB", True, id="a flat of it"),
        pytest.param(HOUSE, "ELDER ROAD, FERNHILL ZZ1 1AB", True, id="its street alone"),
        pytest.param(
            HOUSE, "THE LODGE, ELDER ROAD ZZ1 1AB", True, id="a house without a number in its street"
        ),
        pytest.param(HOUSE, "BARTON MOTORS 5-9 ELDER ROAD FERNHILL ZZ1 1AB", True, id="a range of numbers"),
        pytest.param(HOUSE, "7 ELDER ROAD, MARLOW SANDS ZZ4 1AB", True, id="another district of one town"),
        pytest.param("ELDER ROAD, FERNHILL ZZ1 1AB", "ELDER ROAD, ZZ1 9XY", True, id="a street twice"),
        pytest.param(HOUSE, "17 ELDER ROAD, FERNHILL ZZ1 1AA", False, id="another house"),
        pytest.param(HOUSE, "7 ELM ROAD, FERNHILL ZZ1 1AA", False, id="another street"),
        pytest.param(HOUSE, "7 ELDER ROAD, BRACKFORD ZZ4 1AA", False, id="another town and district"),
        pytest.param(HOUSE, "7 GREAT ELDERROAD, FERNHILL ZZ1 1AA", False, id="a part of a word"),
        pytest.param("OAK LODGE, ELDER ROAD ZZ1 1AA", "ASH LODGE, ELDER ROAD ZZ1 1AB", False, id="two names"),
        pytest.param("FERNHILL, ZZ1 1AA", "FERNHILL, ZZ1 1AB", False, id="a village is no street"),
    ],
)
def test_what_nothing_but_a_postcode_tells_apart(one: str, other: str, same: bool) -> None:
    assert nothing_tells_apart(one, other) is same
    assert nothing_tells_apart(other, one) is same
