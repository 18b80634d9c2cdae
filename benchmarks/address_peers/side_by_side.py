"""The table in which ours stands beside others': what ours is of theirs first, and then the figures."""

from collections.abc import Sequence
from math import inf

from benchmarks.address_peers.answers import (
    Measured,
    among_ten,
    as_often_right,
    called_right,
    called_same,
    came_first,
)

CERTAIN = 1.0
"""How sure ours is of what it calls the same."""
HIGHER, LOWER = "more is better", "less is better"
FIRST, TEN = "the right address first", "the right address among ten"
NEGATIVES = "hard negatives called the same"
SAME = "the right address called the same"
P50, P99 = "ms, half of the questions", "ms, 99 of 100 questions"
PROCESSOR, TOGETHER = "ms of a processor a question", "ms of a processor a question, all at once"
BUILD, BUILT_WITH = "s to take in the addresses", "s of a processor to take them in"
MEMORY = "MB of memory"
BETTER = {FIRST: HIGHER, TEN: HIGHER} | dict.fromkeys(
    (NEGATIVES, P50, P99, PROCESSOR, TOGETHER, BUILD, BUILT_WITH, MEMORY), LOWER
)
SHARES = (FIRST, TEN, SAME, NEGATIVES)
_WIDE = 57

Figures = dict[str, float | None]


def figures(measured: Measured, questions: Sequence[int], least: float) -> Figures:
    """One method's figures, over these questions, where it calls the same whatever it is so sure of."""
    answers = measured.only(questions)
    meant = sum(each.meant for each in answers)
    return {
        FIRST: came_first(answers),
        TEN: among_ten(answers),
        SAME: called_right(answers, least) / max(1, meant),
        NEGATIVES: called_same(answers, least),
        P50: quantile(measured.times, 0.5),
        P99: quantile(measured.times, 0.99),
        PROCESSOR: measured.processor * 1000,
        TOGETHER: None if measured.together is None else measured.together * 1000,
        BUILD: measured.build.seconds,
        BUILT_WITH: measured.build.processor,
        MEMORY: None if measured.memory is None else measured.memory / 1e6,
    }


def quantile(times: Sequence[float], share: float) -> float | None:
    """Milliseconds within which that share of the questions was answered; None where none was."""
    return sorted(times)[int(len(times) * share)] * 1000 if times else None


def page(ours: Measured, peers: Sequence[Measured]) -> str:
    """The table. A peer that was not asked everything is set beside ours on what it was asked.

    A peer is as sure as it must be to call the right address the same as often as ours does: what it then
    calls the same of the hard negatives is comparable, whatever its scale.
    """
    every = sorted(ours.answers)
    mine = [figures(ours, sorted(peer.answers), CERTAIN) for peer in peers]
    for each in mine:
        each[TOGETHER] = each[PROCESSOR]  # ours knows no other way
    theirs = [figures(peer, sorted(peer.answers), _least(ours, peer)) for peer in peers]
    columns = [figures(ours, every, CERTAIN), *theirs]
    asked = [len(every), *(len(peer.answers) for peer in peers)]
    alone = [len(ours.times), *(len(peer.times) for peer in peers)]
    ratios = [
        _line(f"{name}, {better}", [_ratio(a[name], b[name]) for a, b in zip(mine, theirs, strict=True)])
        for name, better in BETTER.items()
    ]
    names = [peer.name for peer in peers]
    return "\n".join(
        [
            _line("ours / theirs", names),
            *ratios,
            "",
            _line("", [ours.name, *names]),
            _line("questions", [str(each) for each in asked]),
            _line("asked one at a time", [str(each) for each in alone]),
            *(_line(name, [_told(name, each[name]) for each in columns]) for name in columns[0]),
        ]
    )


def _least(ours: Measured, peer: Measured) -> float:
    asked = sorted(peer.answers)
    return as_often_right(peer.only(asked), called_right(ours.only(asked), CERTAIN))


def _ratio(ours: float | None, theirs: float | None) -> str:
    if ours is None or theirs is None or ours == theirs == 0:
        return "-"
    return _short(ours / theirs if theirs else inf)


def _told(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.1%}" if name in SHARES else _short(value)


def _short(value: float) -> str:
    """Three figures, and no fewer before the point than there are."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _line(title: str, cells: Sequence[str]) -> str:
    return f"  {title:{_WIDE}} " + " ".join(f"{cell:>20}" for cell in cells)
