"""``riskflag screen``: what it says, what it writes and how it ends."""

from pathlib import Path

import pytest

from riskflag import batch
from riskflag.casebook import HIM
from riskflag.screening import Tally
from riskflag.service import Service, open_service
from riskflag.settings import load_settings
from tests.screening.world import put_many
from tests.sqlite_copies import make_sqlite
from tests.terminal import Run


@pytest.fixture
def service(run: Run) -> Service:
    batch._service.cache_clear()
    settings = load_settings()
    make_sqlite(settings.database_url)
    return open_service(settings)


def test_it_counts_and_writes_what_changed_for_its_owner_alone(
    run: Run, service: Service, tmp_path: Path
) -> None:
    who = put_many(service, 3)
    report = tmp_path / "report.html"
    status, said, _ = run("screen", "--jobs", 1, "--report", report)
    page = report.read_text()
    assert (status, said.splitlines()[1].startswith("3 people: ")) == (20, True)
    assert report.stat().st_mode & 0o777 == 0o600
    assert page.startswith("<!doctype html>")
    assert [each for each in who if each in page] == [who[0]]
    assert [word for word in (HIM.name, "Elder Row", "A0000AA") if word in page] == []


def test_where_nobody_is_held_all_is_done(run: Run, service: Service) -> None:
    assert run("screen", "--jobs", 1)[0] == 0


@pytest.mark.parametrize(
    ("damaged", "status"),
    [pytest.param(False, 20, id="all can be read"), pytest.param(True, 21, id="one cannot")],
)
def test_whoever_cannot_be_read_is_listed(
    run: Run, service: Service, tmp_path: Path, damaged: bool, status: int
) -> None:
    who = put_many(service, 2)
    if damaged:
        service._store._database.write(
            lambda c: c.exec_driver_sql("UPDATE person SET body = x'00' WHERE id = ?", (who[1],))
        )
    report = tmp_path / "report.html"
    assert run("screen", "--jobs", 1, "--report", report)[0] == status
    assert (who[1] in report.read_text()) == damaged


def test_a_run_whose_parts_fail_is_not_reconciled_and_is_gone_on_with(
    run: Run, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_many(service, 2)
    with monkeypatch.context() as broken:
        broken.setattr(batch, "screen_part", lambda *_: Tally())
        status, said, _ = run("screen", "--jobs", 1)
    first, *_, last = said.splitlines()
    assert (status, last) == (22, f"2 still wait: go on with `riskflag screen --run {first.split()[1]}`")
    assert run("screen", "--jobs", 1, "--run", first.split()[1])[0] == 20


def test_only_those_in_a_file(run: Run, service: Service, tmp_path: Path) -> None:
    put_many(service, 3)
    file = tmp_path / "people.txt"
    file.write_text("A0001AA\n\na0002aa\n")
    assert "2 people" in run("screen", "--jobs", 1, "--people", file)[1]
    file.write_text("A0001AA\nA9999AA\n")
    status, _, said = run("screen", "--jobs", 1, "--people", file)
    assert (status, said) == (2, "--people: nobody is held with the number in line 2\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param(["--as-of", "2999-01-01"], "--as-of: must not be a day to come", id="a day to come"),
        pytest.param(
            ["--people", "/nowhere"], "--people: there is no such file", id="a file that is not there"
        ),
        pytest.param(["--run", "0" * 32], "no such run", id="a run that never was"),
        pytest.param(
            ["--run", "0" * 32, "--as-of", "2026-11-01"], "--run: is fixed", id="a run with another day"
        ),
        pytest.param(["--backend", "dask"], "--scheduler: is for the backend dask", id="Dask without where"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, service: Service, given: list[str], said: str) -> None:
    status, _, error = run("screen", *given)
    assert (status, error.startswith(said)) == (2, True)


def test_as_of_an_earlier_day(run: Run, service: Service) -> None:
    put_many(service, 1)
    assert run("screen", "--jobs", 1, "--as-of", "2026-01-31")[0] == 20
