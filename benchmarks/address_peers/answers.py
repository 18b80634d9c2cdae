"""What came of asking one method about addresses, and how it stands beside another's."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from benchmarks.address_sample import Row, squashed


class Candidate(NamedTuple):
    """An address that was found.

    number: its number
    sure: how sure the method is that it is the one asked about, on a scale of its own
    """

    number: str
    sure: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question.

    meant: whether an address was meant that is there; otherwise it is a hard negative
    place: of the one that was meant among those found, from nought; None where it is not among them
    sure: how sure the method is of the first that was found; ``-inf`` where nothing was
    """

    meant: bool
    place: int | None
    sure: float


class Built(NamedTuple):
    """What it took to take in the addresses: seconds, and seconds of a processor."""

    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Measured:
    """How one method did.

    answers: by the place of the question
    times: seconds, of each question that was asked by itself
    processor: seconds of a processor that such a question took, in the mean
    build: what it took to take in the addresses
    memory: bytes that it took beyond the addresses; None where this machine does not tell
    together: seconds of a processor, a question, where all are asked at once; None for a method that knows no
        such thing
    """

    name: str
    answers: Mapping[int, Answer]
    times: Sequence[float]
    processor: float
    build: Built
    memory: int | None
    together: float | None = None

    def only(self, questions: Collection[int]) -> Sequence[Answer]:
        """Its answers to these of the questions."""
        return [self.answers[each] for each in questions]


def judged(pair: Row, found: Sequence[Candidate], addresses: Mapping[str, str]) -> Answer:
    """What was found, against what was meant. What a hard negative nearly is does not count as found."""
    if not pair["true_id"]:
        itself = squashed(pair["near_miss_of"])
        others = [each.sure for each in found if squashed(addresses[each.number]) != itself]
        return Answer(False, None, others[0] if others else -inf)
    true = squashed(addresses[pair["true_id"]])
    places = (place for place, each in enumerate(found) if squashed(addresses[each.number]) == true)
    return Answer(True, next(places, None), found[0].sure if found else -inf)


def came_first(answers: Sequence[Answer]) -> float:
    """The share of the addresses that were meant which came first."""
    meant = [each for each in answers if each.meant]
    return sum(each.place == 0 for each in meant) / max(1, len(meant))


def among_ten(answers: Sequence[Answer]) -> float:
    """The share of the addresses that were meant which were among the first ten."""
    meant = [each for each in answers if each.meant]
    return sum(each.place is not None and each.place < 10 for each in meant) / max(1, len(meant))


def called_same(answers: Sequence[Answer], least: float) -> float:
    """The share of the hard negatives that another address is called the same as, by a method so sure."""
    negatives = [each for each in answers if not each.meant]
    return sum(each.sure >= least for each in negatives) / max(1, len(negatives))


def called_right(answers: Sequence[Answer], least: float) -> int:
    """How many of the addresses that were meant came first, the method being so sure."""
    return sum(each.place == 0 and each.sure >= least for each in answers)


def as_often_right(answers: Sequence[Answer], times: int) -> float:
    """How sure a method must be, to call the right address the same so many times. Where it is not right so
    often: as little sure as it was of any that it had right."""
    right = sorted((each.sure for each in answers if each.place == 0), reverse=True)
    return right[min(len(right), max(1, times)) - 1] if right else inf
