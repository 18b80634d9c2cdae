"""``riskflag screen``: asks again what stands for everybody, and tells officers what is news.

Exit status: 0 all that stands was answered completely, 20 somebody's could not be, 21 what is held of
somebody could not be read, 22 somebody did not have their turn: go on with the run.
"""

import sys
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import click

from riskflag.batch import PART, Backend, Spread, screen_run
from riskflag.dossier import LONDON
from riskflag.errors import BadInput, NotFound
from riskflag.importers.numbers import numbers_in
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.screening_runs import Counted, Run
from riskflag.persistence.store import Store, open_store
from riskflag.persistence.vault import vault_for
from riskflag.rulebook import load_rulebook
from riskflag.screening import Runs
from riskflag.screening_report import Reported, render_screening
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.standing import TurnState
from riskflag.upkeep.files import write_new
from riskflag.upkeep.who import AT_THE_MACHINE
from riskflag.vocabulary import PersonId

INCOMPLETE, FAILED, NOT_RECONCILED = 20, 21, 22
_FILE = click.Path(path_type=Path)
_RUNS_ARE_FIXED = "is fixed once a run has begun: leave it out with --run"


@click.command()
@click.option("--as-of", "day", type=click.DateTime(["%Y-%m-%d"]), help="As of this day; today without it.")
@click.option("--people", "file", type=_FILE, help="Only those whose numbers stand in this file, one a line.")
@click.option("--backend", type=click.Choice([each.value for each in Backend]), default=Backend.LOKY.value)
@click.option("--scheduler", help="Where the Dask scheduler is (tcp://host:port).")
@click.option("--jobs", type=int, default=-1, help="How many processes; -1 as many as processors.")
@click.option("--run", "run_id", help="Go on with a run that was stopped.")
@click.option("--first-time", is_flag=True, help="Keep what is found where nobody looked before; tell less.")
@click.option("--report", type=_FILE, help="A new file to write to what changed (HTML).")
def screen(
    day: datetime | None,
    file: Path | None,
    backend: str,
    scheduler: str | None,
    jobs: int,
    run_id: str | None,
    first_time: bool,
    report: Path | None,
) -> int:
    """Ask again what stands for everybody; store and tell only what an officer must know."""
    spread = Spread(Backend(backend), jobs, scheduler)
    if run_id is not None and (day is not None or file is not None or first_time):
        raise BadInput({"--run": _RUNS_ARE_FIXED})
    settings = load_settings()
    store = open_store(settings.database_url, vault_for(settings))
    try:
        runs = Runs(store.screening.runs, now)
        if run_id is None:
            run = runs.begin(_moment(day), _people(store, file), first_time=first_time)
        else:
            run = runs.resume(run_id)
        click.echo(f"run {run.id}")
        _screen(runs, run, spread)
        counted = runs.end(run.id)
        if report is not None:
            write_new(report, render_screening(_reported(store, runs.read(run.id), counted)), "--report")
    finally:
        store.close()
    _say(counted, run)
    return _status(counted)


def _screen(runs: Runs, run: Run, spread: Spread) -> None:
    parts = runs.partitions(run.id, PART)
    before = runs.count(run.id)
    with click.progressbar(length=before.people, label="screened", file=sys.stderr, show_pos=True) as bar:
        bar.update(before.people - before.waiting)
        for tally in screen_run(run.id, parts, spread):
            bar.update(tally.people)


def _moment(day: datetime | None) -> datetime:
    """Now, or the end of an earlier day. Raises BadInput for a day to come."""
    moment = now()
    today = moment.astimezone(LONDON).date()
    wanted: date = day.date() if day else today
    if wanted > today:
        raise BadInput({"--as-of": "must not be a day to come: nobody knows yet what will be held"})
    return moment if wanted == today else datetime.combine(wanted, time.max, tzinfo=LONDON)


def _people(store: Store, file: Path | None) -> Sequence[PersonId] | None:
    if file is None:
        return None
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        raise BadInput({"--people": "there is no such file, or it cannot be read"}) from None
    typed = {number: line for number, line in enumerate(lines, 1) if line.strip()}
    return [_person(store, number, line) for number, line in typed.items()]


def _person(store: Store, number: int, line: str) -> PersonId:
    """Whose number stands in a line. Raises NotFound, which tells the line and not what is in it."""
    entry = AuditEntry(now(), AT_THE_MACHINE, Action.PERSON_SOUGHT)
    found = store.find_person(numbers_in(line), entry)
    if found is None:
        raise NotFound(f"--people: nobody is held with the number in line {number}")
    return found


def _reported(store: Store, run: Run, counted: Counted) -> Reported:
    runs, rules = store.screening.runs, load_rulebook().rules
    changed = runs.changed(run.id)
    return Reported(
        run=run,
        counted=counted,
        changed=store.screening.read_kept(changed),
        told=frozenset(runs.told(run.id)),
        failed=runs.of_state(run.id, TurnState.FAILED),
        waiting=runs.of_state(run.id, TurnState.WAITING),
        titles={rule.code: rule.title for rule in rules},
    )


def _say(counted: Counted, run: Run) -> None:
    click.echo(
        f"{counted.people} people: {counted.done} done, {counted.incomplete} incomplete, "
        f"{counted.failed} failed; an officer is told about {counted.told}"
    )
    if not counted.reconciled:
        click.echo(f"{counted.waiting} still wait: go on with `riskflag screen --run {run.id}`")


def _status(counted: Counted) -> int:
    if not counted.reconciled:
        return NOT_RECONCILED
    if counted.failed:
        return FAILED
    return INCOMPLETE if counted.incomplete else 0
