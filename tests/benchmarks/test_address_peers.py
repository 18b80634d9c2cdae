"""Each method that the benchmark of addresses sets beside ours answers on addresses made up here, where it is
installed; where it is not, the benchmark says so, and how to have it, and goes on."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.address_peers.peer import PEERS, NotInstalled, Peer, asked_of, beside
from benchmarks.address_sample import Asked

ROOT = Path(__file__).parents[2]
WITH_PEERS = ROOT / "build/peers/bin/python"
ADDRESSES = {
    f"{street} {number}": f"{number} {street}, Fernhill {postcode}"
    for street, postcode in (
        ("Elder Row", "NE1 1AA"),
        ("Quay Street", "NE2 1AB"),
        ("Marlow Close", "SO23 9NT"),
    )
    for number in range(1, 21)
}
MEANT = ("Quay Street 7", "Elder Row 12", "Marlow Close 20")
COLUMNS = ("category", "query", "true_id", "true_address", "near_miss_of")
PAIRS = [
    *(
        dict(zip(COLUMNS, ("made up", ADDRESSES[each].upper(), each, ADDRESSES[each], ""), strict=True))
        for each in MEANT
    ),
    dict(zip(COLUMNS, ("neg", "Moss Lane, Fernhill", "", "", "3 Moss Lane, Fernhill"), strict=True)),
]
ASKED = Asked(PAIRS, ADDRESSES, [])


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The options that name files of these addresses and pairs."""
    pairs, addresses = tmp_path / "pairs.csv", tmp_path / "addresses.csv"
    with pairs.open("w", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS)
        writer.writeheader()
        writer.writerows(PAIRS)
    split = [(number, *written.rsplit(" ", 2)) for number, written in ADDRESSES.items()]
    with addresses.open("w", newline="") as lines:
        csv.writer(lines).writerows(
            [("id", "address", "postcode"), *((number, a, f"{b} {c}") for number, a, b, c in split)]
        )
    return ["--pairs", str(pairs), "--addresses", str(addresses)]


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_that_is_installed_finds_what_is_written_alike(name: str, files: list[str]) -> None:
    python = WITH_PEERS if WITH_PEERS.exists() else sys.executable
    command = [python, "-m", "benchmarks.address_matching", *files, "--peers", name, "--seconds", "1"]
    ran = subprocess.run(command, cwd=ROOT, env=os.environ, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    if f"{name}, which is not installed" in ran.stdout:
        pytest.skip(ran.stdout.splitlines()[-1])
    told = {line[:59].strip(): line[59:].split() for line in ran.stdout.splitlines()}
    assert told["the right address first"] == ["100.0%", "100.0%"], ran.stdout
    assert float(told["s to take in the addresses"][1]) > 0
    assert int(told["asked one at a time"][1]) > 0


def test_a_peer_is_asked_until_the_time_is_up() -> None:
    asked = asked_of(PEERS["rapidfuzz_all"], ASKED, seconds=0)
    assert (len(asked.answers), len(asked.times), asked.together) == (1, 1, None)
    asked = asked_of(PEERS["rapidfuzz_all"], ASKED, seconds=600)
    assert (sorted(asked.answers), len(asked.times)) == (list(range(len(PAIRS))), len(PAIRS))


def test_a_postcode_alone_finds_nobody_where_it_is_missing() -> None:
    lacking = {**PAIRS[0], "query": "7 Quay Street, Fernhill"}
    answers = asked_of(PEERS["rapidfuzz_postcode"], Asked([PAIRS[0], lacking], ADDRESSES, []), 600).answers
    assert (answers[0].place, answers[1].place) == (0, None)


@pytest.mark.parametrize(
    ("peer", "why"),
    [
        pytest.param(Peer("it", "benchmarks.not_there", "make it"), "make it", id="a package"),
        pytest.param(
            Peer(
                "it",
                "benchmarks.address_peers.rapidfuzz_all",
                "make its model",
                ("RISKFLAG_NO_MODEL", "/nowhere"),
            ),
            "its model is missing: make its model",
            id="a model",
        ),
    ],
)
def test_what_is_missing_is_said_and_how_to_have_it(
    peer: Peer, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RISKFLAG_NO_MODEL", str(tmp_path / "nowhere"))
    with pytest.raises(NotInstalled, match=why):
        asked_of(peer, ASKED, 1)


def test_one_that_is_missing_and_one_that_fails_keep_no_other_from_being_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(PEERS, "missing", Peer("missing", "benchmarks.not_there", "make it"))
    monkeypatch.setitem(PEERS, "failing", Peer("failing", "benchmarks.machine"))
    measured, missing = beside(["missing", "failing", "rapidfuzz_all"], ASKED, 600)
    assert [each.name for each in measured] == ["rapidfuzz_all"]
    assert missing[0] == "missing, which is not installed: benchmarks.not_there is missing: make it"
    assert missing[1].startswith("failing, which failed: AttributeError")
