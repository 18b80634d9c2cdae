"""Enquiries that keep coming, to the service as it is run: several processes over one database.

    python -m benchmarks.load [--rate 100] [--seconds 600] [--people 20000] [--addresses 1000000] [--times 5]
                              [--kept FOLDER]

Enquiries come at random moments, so many a second at the mean, whether those before were answered or not, and
each is timed from the moment at which it came: one that waits in a queue is late. Half of them are asked of
each process, over connections that are kept. Every answer was committed with its audit entry before it was
sent. Afterwards so many times the rate comes for a tenth of the time: whoever is refused then must be told so
quickly. Then everybody who got an answer is asked about again when all is quiet, and every verdict compared.

Who asks, and who serves, share the processors of one machine. RISKFLAG_HOME names the folder, and so the
disk, to measure on; without it, it is that of temporary files. What was filled is kept in the folder named,
and taken from there the next time: each run works on a copy.
"""

import argparse
import logging
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import structlog

from benchmarks.load.asking import Answer, ask_at_rate
from benchmarks.load.filling import filled
from benchmarks.load.quiet import wrong_verdicts
from benchmarks.load.serving import served
from benchmarks.machine import described


def main() -> None:
    """Runs it and prints the figures."""
    asked = _arguments()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    print(described())
    with TemporaryDirectory(dir=os.environ.get("RISKFLAG_HOME")) as folder:
        held = filled(Path(folder), asked.people, asked.addresses, asked.kept)
        with served(held.settings, asked.processes) as ports:
            steady = ask_at_rate(held, ports, asked.rate, asked.seconds, seed=1)
            report(f"{asked.rate:g} a second", steady)
            much = ask_at_rate(held, ports, asked.rate * asked.times, asked.seconds / 10, seed=2)
            report(f"{asked.times:g} times as much", much)
        given, wrong = wrong_verdicts(held, [*steady, *much])
        print(f"\n{given} answers compared with what is answered in quiet: {wrong} with another verdict")


def report(what: str, answers: Sequence[Answer]) -> None:
    """Prints how many got which status, and how long they waited for it."""
    spent = max(each.ended for each in answers)
    print(f"\n{what}: {len(answers)} enquiries in {spent:.0f} s, {len(answers) / spent:.0f} a second")
    for status, count in sorted(Counter(each.status for each in answers).items()):
        waited = [each.waited * 1000 for each in answers if each.status == status]
        cuts = quantiles(waited, n=1000) if len(waited) > 1 else waited * 999
        told = {"p50": median(waited), "p99": cuts[989], "p99.9": cuts[998], "longest": max(waited)}
        figures = "   ".join(f"{name} {value:7.1f} ms" for name, value in told.items())
        print(f"  status {status or 'none':>4}  {count:7}   {figures}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rate", type=float, default=100, help="enquiries a second")
    parser.add_argument("--seconds", type=float, default=600, help="how long they come")
    parser.add_argument("--people", type=int, default=20_000, help="people who are asked about")
    parser.add_argument("--addresses", type=int, default=1_000_000, help="addresses on record")
    parser.add_argument("--times", type=float, default=5, help="how many times the rate comes afterwards")
    parser.add_argument("--processes", type=int, default=2, help="processes that serve")
    parser.add_argument("--kept", type=Path, metavar="FOLDER", help="keeps what was filled")
    return parser.parse_args()


if __name__ == "__main__":
    main()
