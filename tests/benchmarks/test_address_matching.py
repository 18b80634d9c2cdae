"""The benchmark of addresses counts what it says it counts, on addresses made up here."""

from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.address_matching import in_store, load, measure, unrelated_alerts
from benchmarks.address_peers import in_postcode_block
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
        alerting = unrelated_alerts(find, ["5 Elder Row, Fernhill", "200 Nowhere Lane"])
    assert (found.first["ALL"], found.alert["ALL"], found.total["ALL"]) == (2, 2, 3)
    assert (found.same, found.negatives) == (1, 2)
    assert (found.wrong_unit, found.units, len(found.times)) == (0, 1, len(PAIRS))
    assert alerting == pytest.approx(0.5)


def test_a_postcode_alone_finds_nobody_where_it_is_missing() -> None:
    found = measure(in_postcode_block(ADDRESSES), PAIRS[:2], ADDRESSES, verbose=False)
    assert (found.ten["ALL"], found.total["ALL"]) == (1, 2)
