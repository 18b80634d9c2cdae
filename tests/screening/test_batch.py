"""Everybody is screened by many processes, on this machine or through Dask, and killing one loses nobody."""

import warnings
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from signal import SIGKILL

import pytest
from distributed import LocalCluster
from joblib.externals.loky import get_reusable_executor
from sqlalchemy import Engine

from riskflag import batch
from riskflag.batch import Backend, Spread, screen_run
from riskflag.casebook import NOW
from riskflag.errors import BadInput
from riskflag.persistence.engine import make_engine
from riskflag.screening import Tally
from riskflag.service import Service
from tests.keys import VAULT
from tests.persistence.rows import rows
from tests.screening import processes
from tests.screening.world import kept, put_many, service_of_the_batch

PEOPLE = 12


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/home/riskflag.sqlite3"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str) -> Iterator[Service]:
    with service_of_the_batch(monkeypatch, tmp_path, url) as made:
        put_many(made, PEOPLE)
        yield made


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = make_engine(url, VAULT)
    yield made
    made.dispose()


def come_of(service: Service, engine: Engine, spread: Spread) -> dict[str, object]:
    """What a run over everybody leaves, told the same whoever did the work."""
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM screened")
    runs = service.screening.runs
    run = runs.begin(NOW, first_time=True)
    tally = sum(screen_run(run.id, runs.partitions(run.id, 4), spread), Tally())
    counted = runs.end(run.id)
    assert (counted.reconciled, tally.people) == (True, PEOPLE)
    return {"counted": counted, "tally": tally, "kept": kept(engine)}


def test_two_processes_leave_what_one_does(service: Service, engine: Engine) -> None:
    get_reusable_executor().shutdown(wait=True)  # processes of an earlier test know another database
    alone = come_of(service, engine, Spread(jobs=1))
    assert come_of(service, engine, Spread(jobs=2)) == alone


@pytest.mark.server
@pytest.mark.enable_socket
def test_two_processes_of_a_dask_cluster_leave_what_one_does(service: Service, engine: Engine) -> None:
    alone = come_of(service, engine, Spread(jobs=1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of ports and of what is closed late: they are Dask's own
        make_cluster: Callable[..., LocalCluster] = LocalCluster
        with make_cluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            spread = Spread(Backend.DASK, scheduler=cluster.scheduler_address)
            assert come_of(service, engine, spread) == alone


@pytest.mark.parametrize("killed_after", [0, 1, 3])
def test_killed_in_the_middle_a_run_goes_on_where_it_was(
    service: Service, engine: Engine, killed_after: int
) -> None:
    runs = service.screening.runs
    run = runs.begin(NOW, first_time=True)
    process = get_context("spawn").Process(
        target=processes.screen_and_be_killed, args=(run.id, 0, PEOPLE, 2, killed_after)
    )
    process.start()
    process.join()
    stopped = runs.count(run.id)
    assert process.exitcode == -SIGKILL
    assert (stopped.waiting, runs.end(run.id).reconciled) == (PEOPLE - 2 * killed_after, False)
    tally = sum(screen_run(run.id, runs.partitions(run.id, 4), Spread(jobs=1)), Tally())
    assert (tally.people, runs.end(run.id).reconciled) == (stopped.waiting, True)
    assert {row["version"] for row in rows(engine, "screened")} == {1}
    assert len(kept(engine)) == PEOPLE


@pytest.mark.parametrize(
    ("backend", "scheduler"),
    [
        pytest.param(Backend.DASK, None, id="Dask without a scheduler"),
        pytest.param(Backend.LOKY, "tcp://127.0.0.1:8786", id="a scheduler without Dask"),
    ],
)
def test_what_cannot_be_done_is_refused(backend: Backend, scheduler: str | None) -> None:
    with pytest.raises(BadInput, match="scheduler"):
        Spread(backend, scheduler=scheduler)


def test_where_dask_is_not_installed_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "find_spec", lambda _: None)
    with pytest.raises(BadInput) as refused:
        Spread(Backend.DASK, scheduler="tcp://127.0.0.1:8786")
    assert refused.value.problems == {"--backend": "needs Dask: install the extra scale-out"}


def test_a_part_that_fails_leaves_its_people_waiting(
    service: Service, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = service.screening.runs
    run = runs.begin(NOW)
    no_folder = tmp_path / "no folder"
    no_folder.touch()
    monkeypatch.setenv("RISKFLAG_DATABASE_URL", f"sqlite:///{no_folder}/riskflag.sqlite3")
    assert batch.screen_part(run.id, 0, PEOPLE) == Tally()
    assert runs.count(run.id).waiting == PEOPLE
