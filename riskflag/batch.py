"""Screening everybody with many processes, on this machine or on several.

Who distributes the work is told ranges of a run, and learns how many people came to what: no name, no number
and no record passes through it. Each process opens the database by its own settings, and reads and writes
there. Where a part fails, its people keep their turn, and are screened by whoever goes on with the run.
"""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec

import structlog
from joblib import Parallel, delayed, parallel_config

from riskflag.errors import BadInput, RiskflagError
from riskflag.screening import Tally
from riskflag.service import Service, open_service, settle
from riskflag.settings import load_settings

log = structlog.get_logger()
PART = 1000
"""How many people a process is given at a time."""


class Backend(StrEnum):
    """Where the processes are: here, or wherever a Dask scheduler has workers."""

    LOKY = "loky"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Spread:
    """How the work is spread.

    backend: where the processes are
    jobs: how many; -1 for as many as there are processors
    scheduler: where the Dask scheduler is; None without one
    """

    backend: Backend = Backend.LOKY
    jobs: int = -1
    scheduler: str | None = None

    def __post_init__(self) -> None:
        """Raises BadInput for what cannot be done."""
        if self.backend is Backend.DASK and find_spec("distributed") is None:
            raise BadInput({"--backend": "needs Dask: install the extra scale-out"})
        if (self.backend is Backend.DASK) != (self.scheduler is not None):
            raise BadInput({"--scheduler": "is for the backend dask, which needs it"})


def screen_run(run_id: str, parts: tuple[tuple[int, int], ...], spread: Spread) -> Iterator[Tally]:
    """Screens those parts of a run. Gives what each came to once that is on the disk, in any order.

    parts: ranges of the run, as ``Runs.partitions`` gives them
    """
    with _spread_over(spread):
        calls = (delayed(screen_part)(run_id, first, last) for first, last in parts)
        yield from Parallel(return_as="generator_unordered")(calls)


def screen_part(run_id: str, first: int, last: int) -> Tally:
    """Screens those in a range whose turn is still to come. Nothing where that fails: who still waits tells
    what was not done, and what went wrong may hold personal data."""
    try:
        return _service().screening.screen_range(run_id, first, last)
    except RiskflagError as error:
        log.error("part_failed", error=type(error).__name__)
        return Tally()


def _spread_over(spread: Spread) -> AbstractContextManager[object]:
    if spread.backend is Backend.DASK:
        return parallel_config(backend="dask", scheduler_host=spread.scheduler)
    if spread.jobs == 1:
        return nullcontext()
    return parallel_config(backend="loky", n_jobs=spread.jobs)


@cache
def _service() -> Service:
    """The service of this process, for as long as it lasts."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger("error"),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    service = open_service(load_settings())
    settle()
    return service
