"""The benchmark of addresses counts what it says it counts, on addresses made up here."""

from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.address_goals import measure, unrelated_alerts
from benchmarks.address_matching import in_store, load
from benchmarks.address_peers.answers import Answer
from benchmarks.address_sample import Asked, chosen, is_house
from riskflag.persistence import migrations
from riskflag.persistence.engine import open_database
from tests.keys import VAULT

ADDRESSES = {
    "1": "5 Elder Row, Fernhill ZZ1 1AA",
    "2": "7 Elder Row, Fernhill ZZ1 1AA",
    "3": "Flat 2, 31 Quay Street, Marlow Sands ZY9 4BB",
}


def pair(query: str, true_id: str = "", near_miss_of: str = "") -> dict[str, str]:
    true = ADDRESSES.get(true_id, "")
    return {
        "category": "made up",
        "query": query,
        "true_id": true_id,
        "true_address": true,
        "near_miss_of": near_miss_of,
    }


PAIRS = (
    pair("5 Eldr Row, Fernhill", "1"),
    pair("flat 2 31 quay st ZY9 4BB", "3"),
    pair("200 Nowhere Lane", "2"),
    pair("7 Elder Row, Fernhill ZZ1 1AA"),
    pair("9 Elder Row, Fernhill ZZ1 1AA", near_miss_of="9 Elder Row, Fernhill ZZ1 1AA"),
)


def test_what_is_found_missed_and_wrongly_called_the_same_is_counted(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/places.sqlite3"
    migrations.upgrade(url, VAULT)
    with closing(open_database(url, VAULT)) as database:
        load(database, ADDRESSES)
        find = in_store(database)
        found = measure(find, PAIRS, ADDRESSES, verbose=False)
        near = {
            **pair("7 Eldr Row, Fernhill", near_miss_of="7 ELDER ROW, FERNHILL"),
            "category": "neg_random",
        }
        left_out = ["5 Elder Row, Fernhill", "200 Nowhere Lane", "5 ELDR ROW, FERNHILL"]
        unrelated = unrelated_alerts(find, Asked([near], ADDRESSES, left_out))
    assert (found.first["ALL"], found.alert["ALL"], found.total["ALL"]) == (2, 2, 3)
    assert (found.same, found.negatives) == (1, 2)
    assert (found.wrong_unit, found.units, len(found.times)) == (0, 1, len(PAIRS))
    assert found.answers[0] == Answer(meant=True, place=0, sure=1.0)
    assert [each.meant for each in found.answers] == [True, True, True, False, False]
    assert sum(each.sure == 1.0 for each in found.answers if not each.meant) == found.same
    assert unrelated == pytest.approx(
        {
            "possible on unrelated": 2 / 3,
            "unrelated: another place": 1 / 3,
            "possible on unrelated houses": 1,
            "unrelated houses: another place": 1,
            "possible on a house left out": 1,
            "a house left out: another place": 0,
        }
    )


def test_whole_postcodes_are_left_out_and_no_true_address_is(tmp_path: Path) -> None:
    file = tmp_path / "addresses.csv"
    lines = [f"{n},{n} ELDER ROW,ZZ{n // 2} 1AA" for n in range(2, 3000)]
    file.write_text("\n".join(["id,address,postcode", *lines]))
    pairs = [pair("3 Elder Row", "3")]
    asked = chosen(file, pairs, 5000)
    assert "3" in asked.addresses
    assert len(asked.left_out) == 1000
    gone = {written.split()[-2] for written in asked.left_out}
    assert len(gone) == 1000
    assert not gone & {written.split()[-2] for written in asked.addresses.values()}
    assert len(asked.addresses) == 2998 - 2 * 1000
    assert len(chosen(file, pairs, 10).addresses) == 10


@pytest.mark.parametrize(
    ("written", "house"),
    [
        pytest.param("7A ELDER ROW, FERNHILL", True, id="a number and a street"),
        pytest.param("FLAT 2, 7 ELDER ROW", False, id="a flat"),
        pytest.param("THE LODGE, ELDER ROW", False, id="a name"),
    ],
)
def test_which_addresses_begin_with_a_house_number(written: str, house: bool) -> None:
    assert is_house(written) is house
