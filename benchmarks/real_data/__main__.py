"""Score real people, print the table: ``python -m benchmarks.real_data georgia TRAIN [--held-out FILE]``."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from benchmarks.real_data import broward, georgia
from benchmarks.real_data.figures import broward_figures, georgia_figures
from benchmarks.real_data.models import MODELS, Predict
from benchmarks.real_data.protocol import Judged, cross_validated, held_out
from benchmarks.real_data.tables import page

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NO_PEERS = (
    "LightGBM, XGBoost and EBM are not installed ({missing}): "
    "run make peers and use build/peers/bin/python, or say --no-peers."
)
BY_TIME = f"fitted to those screened by {broward.TRAINED_TO}, judged on the rest"
Command = Callable[..., None]
Read = TypeVar("Read")


def options(repeats: int) -> Callable[[Command], Command]:
    """What both commands take."""

    def decorate(command: Command) -> Command:
        given = [
            click.argument("train", type=FILE),
            click.option("--held-out", "held_out_file", type=FILE, help="Judge on the people of this file."),
            click.option(
                "--peers/--no-peers", default=True, show_default=True, help="Others' methods beside."
            ),
            click.option("--jobs", type=click.IntRange(min=1), default=2, show_default=True),
            click.option("--repeats", type=click.IntRange(min=1), default=repeats, show_default=True),
            click.option("--seed", type=int, default=0, show_default=True, help="Which folds are drawn."),
        ]
        for each in reversed(given):
            command = each(command)
        return command

    return decorate


@click.group(help="How the method does on real people, beside others. The files are not part of the project.")
def main() -> None:
    """The two sets."""


@main.command("georgia")
@options(repeats=1)
def score_georgia(
    train: Path, held_out_file: Path | None, peers: bool, jobs: int, repeats: int, seed: int
) -> None:
    """People on parole in Georgia: arrested within a year? Cross-validated on TRAIN, or held out."""
    models = chosen(peers)
    task = read(georgia.train_part, train)
    if held_out_file is None:
        judged = cross_validated(task, models, repeats, jobs, seed, say)
    else:
        test = read(georgia.held_out_part, held_out_file, train)
        judged = held_out(
            task, test, f"held-out people, fitted to {len(task.outcome)} others", models, jobs, say
        )
    click.echo(page(judged, georgia_figures(judged), official=True))


@main.command("broward")
@options(repeats=3)
def score_broward(
    train: Path, held_out_file: Path | None, peers: bool, jobs: int, repeats: int, seed: int
) -> None:
    """People screened in Broward County: four outcomes, cross-validated and by time, or held out."""
    models = {name: predict for name, predict in chosen(peers).items() if name != "XGBoost"}
    frame = read(broward.followed, train)
    for task in broward.tasks(frame):
        if held_out_file is None:
            early = broward.screened_early(frame)
            show(cross_validated(task, models, repeats, jobs, seed, say))
            show(held_out(task.only(early), task.only(~early), BY_TIME, models, jobs, say))
            continue
        others = broward.tasks(read(broward.followed, held_out_file, train))
        test = next(each for each in others if each.name == task.name)
        show(
            held_out(task, test, f"held-out people, fitted to {len(task.outcome)} others", models, jobs, say)
        )


def show(judged: Judged) -> None:
    """Print a Broward task's page."""
    click.echo(page(judged, broward_figures(judged), official=False))


def chosen(peers: bool) -> dict[str, Predict]:
    """Ours and logistic regression, and the peers if they are wanted and there."""
    if not peers:
        return MODELS
    try:
        peers_there: dict[str, Predict] = importlib.import_module("benchmarks.real_data.peers").PEERS
    except ModuleNotFoundError as error:
        raise click.ClickException(NO_PEERS.format(missing=error.name)) from error
    return MODELS | peers_there


def read(reader: Callable[..., Read], *paths: Path) -> Read:
    """What an adapter reads, or a sentence that says why it cannot."""
    try:
        return reader(*paths)
    except ValueError as error:
        raise click.ClickException(f"{paths[0].name}: {error}") from error


def say(what: str) -> None:
    """Progress, beside the table."""
    click.echo(f"... {what}", err=True)


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.real_data")
