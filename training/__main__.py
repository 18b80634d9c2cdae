"""Train, judge and publish models: ``python -m training run CONFIG --run FOLDER``."""

import sys
from collections.abc import Sequence
from pathlib import Path
from traceback import format_tb

import click

from riskflag.errors import RiskflagError
from riskflag.settings import load_settings
from training import stages
from training.extract_checks import check_extract
from training.officers import DECISIONS
from training.publish import put_into_service
from training.stages import Run

FAILED = 2
_FOLDER = click.Path(path_type=Path)
_RUN = click.option("--run", "folder", type=_FOLDER, required=True, help="The run's folder.")
_JOBS = click.option("--jobs", type=click.IntRange(1), default=2, help="How many processes; 2 unless said.")
_MODELS = click.option(
    "--models", type=_FOLDER, default="models", help="Where models are published; models/."
)
_CONFIG = click.argument("config", type=_FOLDER)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command. What is wrong is said in sentences, and the exit status is 2."""
    try:
        commands.main(args=arguments, prog_name="python -m training", standalone_mode=False)
    except click.ClickException as error:
        _failed(error.format_message())
    except RiskflagError as error:
        _failed(str(error).replace("; ", "\n"))
    except Exception as error:  # its own words could hold a name or an address; where it happened cannot
        where = "".join(format_tb(error.__traceback__))
        _failed(f"{where}training failed: {type(error).__name__}")


def _failed(text: str) -> None:
    click.echo(text, err=True)
    sys.exit(FAILED)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Train, judge and publish the models that look for risk nobody wrote down."""


@commands.command()
@_CONFIG
@_RUN
@_JOBS
def dataset(config: Path, folder: Path, jobs: int) -> None:
    """Work out a row for each release of each person of CONFIG."""
    run = Run(folder, jobs)
    stages.begin(config, run)
    table = stages.dataset(run, _told)
    click.echo(f"\n{len(table)} releases are used")


@commands.command()
@_RUN
@_JOBS
def fit(folder: Path, jobs: int) -> None:
    """Fit each harm to the training part."""
    for harm, fitted in stages.fit(Run(folder, jobs)).items():
        click.echo(f"{harm}: {fitted.rounds} rounds")


@commands.command()
@_RUN
def calibrate(folder: Path) -> None:
    """Calibrate on people of a later time, and choose thresholds."""
    model = stages.calibrate(Run(folder))
    for harm, one in model.harms.items():
        at = one.threshold
        click.echo(
            f"{harm}: flagged from {at.probability:.3f}, recall {at.recall:.2f}, precision {at.precision:.2f}"
        )


@commands.command()
@_RUN
@_MODELS
def evaluate(folder: Path, models: Path) -> None:
    """Measure the model on people and dates that it never saw; write figures, pictures, report and card."""
    evaluation = stages.evaluated(Run(folder), models)
    for harm, of_harm in evaluation.harms.items():
        measured = of_harm.performance
        click.echo(f"{harm}: AUC {measured.auc.value:.3f}, Brier {measured.brier.value:.4f}")
    for reason in stages.reasons_against(Run(folder)):
        click.echo(f"may not be put into service: {reason}")
    click.echo(f"read {folder / 'report.html'}")


@commands.command()
@_RUN
@_MODELS
@click.option("--serve", is_flag=True, help="Put it into service too.")
@click.option("--not-compared", is_flag=True, help="Although the model in service has other features.")
def publish(folder: Path, models: Path, serve: bool, not_compared: bool) -> None:
    """Publish the model of a run, unless a gate refuses it."""
    version = stages.published(Run(folder), models, serve=serve, not_compared=not_compared)
    click.echo(f"published as {version.name}{', and in service' if serve else ''}")


@commands.command()
@_CONFIG
@_RUN
@_JOBS
@_MODELS
@click.pass_context
def run(context: click.Context, config: Path, folder: Path, jobs: int, models: Path) -> None:
    """Run every stage but publishing: dataset, fit, calibrate, evaluate."""
    context.invoke(dataset, config=config, folder=folder, jobs=jobs)
    context.invoke(fit, folder=folder, jobs=jobs)
    context.invoke(calibrate, folder=folder)
    context.invoke(evaluate, folder=folder, models=models)


@commands.command()
@_MODELS
def drift(models: Path) -> None:
    """Say whether the people scored by the model in service still look like those it learned from.

    The answers are read from the database that the service's settings name, and nothing of them but numbers.
    """
    click.echo(stages.drifted(models, load_settings()))


@commands.command("check-extract")
@click.argument("extract", type=_FOLDER)
@_JOBS
def check(extract: Path, jobs: int) -> None:
    """Say whether an EXTRACT is in order, and everything that is wrong with it. Nothing is written."""
    people = check_extract(extract, jobs, decisions=(extract / DECISIONS).is_file())
    click.echo(f"{len(people)} people, {sum(map(len, people))} releases: in order")


@commands.command()
@click.argument("version")
@_MODELS
def serve(version: str, models: Path) -> None:
    """Put VERSION, new or old, into service once it has been checked whole."""
    put_into_service(models, version)
    click.echo(f"{version} is in service; restart the service to load it")


def _told(done: int, of: int) -> None:
    click.echo(f"\r{done} of {of} people", nl=False, err=True)


if __name__ == "__main__":
    main()
