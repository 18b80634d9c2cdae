"""What is asked of finding a place by its address, counted and told: which goals are met."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from benchmarks.address_letters import nothing_tells_apart
from benchmarks.address_peers.answers import Answer, Candidate, judged
from benchmarks.address_peers.side_by_side import CERTAIN
from benchmarks.address_sample import Asked, Row, is_house, squashed
from riskflag.matching.address_parts import take_apart
from riskflag.records import Address
from riskflag.vocabulary import AddressBand

Find = Callable[[str], Sequence[tuple[str, AddressBand]]]
"""From an address as written to the numbers of those found, the likeliest first, each with its band."""
GOALS = {
    "alert": (">=", 0.993),
    "first": (">=", 0.97),
    "among ten": (">=", 0.995),
    "hard negatives called same": ("<=", 0.01),
    "wrong unit called same": ("<=", 0.003),
    "possible on unrelated": ("<=", 0.01),
    "unrelated: another place": ("<=", 0.01),
    "p50 ms": ("<=", 5.0),
    "p99 ms": ("<=", 20.0),
}
ALERTING = (AddressBand.SAME_PROPERTY, AddressBand.POSSIBLE)


@dataclass
class Found:
    """What came of asking for every pair.

    first, ten, alert, total: how many were found so, by category
    times: seconds, one of each question
    answers: what came of each question, as it is set beside others'
    same, wrong_unit: hard negatives, and questions about a unit, that another record was called the same as
    """

    first: Counter[str] = field(default_factory=Counter)
    ten: Counter[str] = field(default_factory=Counter)
    alert: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    same: int = 0
    negatives: int = 0
    wrong_unit: int = 0
    units: int = 0


def measure(find: Find, pairs: Sequence[Row], addresses: dict[str, str], verbose: bool) -> Found:
    """Asks for every pair."""
    found = Found()
    for pair in pairs:
        started = perf_counter()
        ranked = find(pair["query"])
        found.times.append(perf_counter() - started)
        found.answers.append(judged(pair, [_candidate(*each) for each in ranked], addresses))
        if pair["true_id"]:
            _note_true(found, pair, ranked, addresses, verbose)
        else:
            itself = squashed(pair["near_miss_of"])
            called = [n for n, band in ranked if band is ALERTING[0] and squashed(addresses[n]) != itself]
            found.negatives += 1
            found.same += bool(called)
            if called and verbose:
                print("CALLED SAME", pair["category"], pair["query"], "|", addresses[called[0]])
    return found


def _candidate(number: str, band: AddressBand) -> Candidate:
    return Candidate(number, CERTAIN if band is ALERTING[0] else 0.0)


def _note_true(
    found: Found,
    pair: Row,
    ranked: Sequence[tuple[str, AddressBand]],
    addresses: dict[str, str],
    verbose: bool,
) -> None:
    true = squashed(addresses[pair["true_id"]])
    right = [place for place, (n, _) in enumerate(ranked) if squashed(addresses[n]) == true]
    alerts = any(ranked[place][1] in ALERTING for place in right)
    for category in (pair["category"], "ALL"):
        found.total[category] += 1
        found.first[category] += right[:1] == [0]
        found.ten[category] += bool(right) and right[0] < 10
        found.alert[category] += alerts
    if verbose and not alerts:
        print("MISSED", pair["category"], pair["query"], "|", pair["true_address"])
    elif verbose and right[0] > 0:
        print(
            "NOT FIRST",
            pair["category"],
            pair["query"],
            "|",
            pair["true_address"],
            "|",
            addresses[ranked[0][0]],
        )
    units = take_apart(Address(pair["true_address"])).units
    if units:
        found.units += 1
        same = [n for n, band in ranked if band is ALERTING[0]]
        wrong = [n for n in same if take_apart(Address(addresses[n])).units != units]
        found.wrong_unit += bool(wrong)
        if wrong and verbose:
            print("WRONG UNIT", pair["category"], pair["query"], "|", addresses[wrong[0]])


def unrelated_alerts(find: Find, asked: Asked) -> dict[str, float]:
    """The shares of addresses that are not there for which something alerts."""
    unrelated = [(written, alerts(find(written), asked.addresses)) for written in asked.left_out]
    houses = [(written, some) for written, some in unrelated if is_house(written)]
    near = [pair for pair in asked.pairs if pair["category"] == "neg_random"]
    left = [(pair["near_miss_of"], alerts(find(pair["query"]), asked.addresses)) for pair in near]
    figures: dict[str, float] = {}
    for what, found in {"unrelated": unrelated, "unrelated houses": houses, "a house left out": left}.items():
        other = [[each for each in some if not nothing_tells_apart(itself, each)] for itself, some in found]
        figures[f"possible on {what}"] = _share([some for _, some in found])
        figures[f"{what}: another place"] = _share(other)
    return figures


def alerts(found: Sequence[tuple[str, AddressBand]], addresses: dict[str, str]) -> list[str]:
    """What was found that is called the same or possible."""
    return [addresses[number] for number, band in found if band in ALERTING]


def _share(many: Sequence[list[str]]) -> float:
    return sum(map(bool, many)) / max(1, len(many))


def tell(title: str, found: Found, unrelated: dict[str, float]) -> None:
    """Prints what was found by category, and how it stands against the goals."""
    print(f"\n{title}\n  {'category':26} {'n':>5} {'first':>7} {'ten':>7} {'alert':>7}")
    for category, number in sorted(found.total.items()):
        shares = (counts[category] / number for counts in (found.first, found.ten, found.alert))
        print(f"  {category:26} {number:5} " + " ".join(f"{share:7.1%}" for share in shares))
    times = sorted(found.times)
    p50, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
    total = found.total["ALL"]
    figures = {
        "first": found.first["ALL"] / total,
        "among ten": found.ten["ALL"] / total,
        "alert": found.alert["ALL"] / total,
        "hard negatives called same": found.same / max(1, found.negatives),
        "wrong unit called same": found.wrong_unit / max(1, found.units),
        **unrelated,
        "p50 ms": p50,
        "p99 ms": p99,
    }
    for name, value in figures.items():
        sign, goal = GOALS.get(name, ("", 0.0))
        reached = value >= goal if sign == ">=" else value <= goal
        met = f"goal {sign} {goal:g}: {'met' if reached else 'MISSED'}" if sign else ""
        print(f"  {name:32} {value:8.4f}  {met}")
