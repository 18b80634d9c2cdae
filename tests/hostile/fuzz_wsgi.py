"""``python -m tests.hostile.fuzz_wsgi [atheris options] [corpus folder]``: bytes that grow by what they reach.

The reader of JSON and the schemas are instrumented, so that inputs which reach new code are kept and changed
further. It starts from the examples and the payloads, and stops at the first call that fails, hangs or tells how
the service is made. ``-max_total_time=600`` ends it after ten minutes.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["riskflag.importers", "riskflag.schema", "api", "marshmallow"]):
    from tests.hostile.bodies import NUMBERS, enquiries, payloads, records
    from tests.hostile.calling import Target, make_target
    from tests.hostile.values import as_sent

ROUTES = ("PUT records", "POST payloads", "POST address-enquiries", "POST referral-enquiries", "POST find")
LARGEST = 100_000


def main() -> None:
    """Fuzzes until it is stopped, or something is wrong."""
    folder = Path(tempfile.mkdtemp(prefix="riskflag-fuzz-"))
    target = make_target(folder, folder)
    seeds = folder / "seeds"
    write_seeds(seeds)

    def one(data: bytes) -> None:
        if faults := wrong_with(target, data):
            raise AssertionError("; ".join(faults))

    atheris.Setup([*sys.argv, str(seeds), f"-max_len={LARGEST}", "-print_final_stats=1"], one)
    atheris.Fuzz()


def wrong_with(target: Target, data: bytes) -> list[str]:
    """What is wrong with the answer. The first byte chooses the route, and the others are the body."""
    method, _, name = ROUTES[data[0] % len(ROUTES) if data else 0].partition(" ")
    path = "/people/find" if name == "find" else f"/people/{target.person_id}/{name}"
    return target.send(method, path, data[1:]).faults()


def write_seeds(folder: Path) -> None:
    """A file for every body that a route takes: the first byte chooses the route."""
    folder.mkdir(parents=True)
    lots = (records(), payloads(), enquiries(referral=False), enquiries(referral=True), NUMBERS)
    for route, bodies in enumerate(lots):
        for number, body in enumerate(bodies):
            (folder / f"{route}-{number}").write_bytes(bytes([route]) + as_sent(body))


if __name__ == "__main__":
    main()
