"""How long the service takes to import, in the fresh interpreter that runs this, and what comes with it.

python benchmarks/import_time.py
"""

import sys
from importlib import import_module
from time import perf_counter

LEARNING = frozenset({"joblib", "pandas", "scipy", "sklearn"})
"""Not numpy, which comes with the geometry library."""


def main() -> None:
    """Imports the service and prints how long it took. Fails if a learning library came with it."""
    started = perf_counter()
    import_module("riskflag.service")
    taken = (perf_counter() - started) * 1000
    found = sorted(LEARNING & sys.modules.keys())
    assert not found, f"importing the service imports {', '.join(found)}"
    print(f"import riskflag.service: {taken:.0f} ms, {len(sys.modules)} modules, no learning library")


if __name__ == "__main__":
    main()
