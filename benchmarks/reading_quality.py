"""How well a referral's text is read, measured on the labelled texts beside the tests.

    python benchmarks/reading_quality.py [--verbose]

Each text is labelled with the stance of every theme of which it speaks. Precision is the share of the
readings of a stance that the label bears out, recall the share of the labels that were read so. A risk that
is wrongly read as stated would hide that it was left out, so that the first figure to look at is the
precision of what is read as stated. The held-out part was written in other styles, labelled before the
reader existed, and nothing was tuned on it.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from riskflag.reading.reader import read_disclosures, read_risks, stances

LABELLED = Path(__file__).parents[1] / "tests" / "reading" / "labelled_referrals.jsonl"
STANCES = ("stated", "denied", "unsure")
READERS = {"risks": read_risks, "disclosures": read_disclosures}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text: its number, part, what it says, and the stance of each theme by kind of theme."""

    number: int
    part: str
    text: str
    labels: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One theme of one text: its label and its reading, either of which may be empty."""

    number: int
    theme: str
    label: str
    read: str


def labelled_texts(path: Path = LABELLED) -> list[Labelled]:
    """The labelled texts."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Labelled(row["id"], row["part"], row["text"], {kind: row[kind] for kind in READERS}) for row in rows
    ]


def judge(texts: Sequence[Labelled], kind: str) -> list[Judged]:
    """Read the texts and set every reading beside its label."""
    judged = []
    for text in texts:
        label = text.labels[kind]
        read = {theme.value: stance.value for theme, stance in stances(READERS[kind](text.text)).items()}
        themes = sorted(label.keys() | read.keys())
        judged += [Judged(text.number, theme, label.get(theme, ""), read.get(theme, "")) for theme in themes]
    return judged


def precision(judged: Sequence[Judged], stance: str) -> float:
    """The share of the readings of a stance that are labelled so; 1 where there are none."""
    read = [each for each in judged if each.read == stance]
    return sum(each.label == stance for each in read) / len(read) if read else 1.0


def recall(judged: Sequence[Judged], stance: str) -> float:
    """The share of the labels of a stance that are read so; 1 where there are none."""
    label = [each for each in judged if each.label == stance]
    return sum(each.read == stance for each in label) / len(label) if label else 1.0


def report(judged: Sequence[Judged]) -> None:
    """Print both shares by theme and stance."""
    print(f"  {'':26}" + "".join(f"{stance + ' (labels)':>19} P    R  " for stance in STANCES))
    for theme in ["ALL", *sorted({each.theme for each in judged})]:
        of_it = [each for each in judged if theme in ("ALL", each.theme)]
        labels = Counter(each.label for each in of_it)
        figures = "".join(
            f"{labels[stance]:>17} {precision(of_it, stance):5.0%}{recall(of_it, stance):5.0%}"
            for stance in STANCES
        )
        print(f"  {theme:26}{figures}")


def main() -> int:
    """Measure both parts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--verbose", action="store_true", help="print what was got wrong in the tuning part")
    verbose = parser.parse_args().verbose
    texts = labelled_texts()
    for part in ("tuning", "held_out"):
        chosen = [text for text in texts if text.part == part]
        for kind in READERS:
            judged = judge(chosen, kind)
            print(f"\n{part}: {kind} in {len(chosen)} texts")
            report(judged)
            wrong = (
                [each for each in judged if each.label != each.read] if verbose and part == "tuning" else []
            )
            for each in wrong:
                text = next(text.text for text in chosen if text.number == each.number)
                print(
                    f"    {each.number} {each.theme}: {each.label or '-'} read {each.read or '-'} | {text!r}"
                )
    long = "\n".join(text.text for text in texts)[:2000]
    started = time.perf_counter()
    for _ in range(100):
        read_risks(long)
        read_disclosures(long)
    print(f"\n{(time.perf_counter() - started) * 10:.1f} ms for both readings of {len(long)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
