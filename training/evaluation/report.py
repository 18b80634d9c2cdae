"""The report of an evaluation: one HTML page that needs nothing else, with no script in it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from riskflag.classifier.model import Model
from training.evaluation import words
from training.evaluation.checks import checks
from training.evaluation.evaluation import DRAWS, Evaluation
from training.evaluation.groups import FEWEST_EVENTS, FEWEST_PEOPLE
from training.evaluation.limits import limits
from training.evaluation.pictures import pictures_of
from training.evaluation.shapes import shapes
from training.table import INSTRUMENTS


def templates() -> Environment:
    """The templates of this package, with what writes figures as words."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "within": words.within,
        "signed": words.signed,
        "of": words.of,
        "percent": words.percent,
        "named": words.named,
        "meant": words.meant,
        "day": _day,
        "other": _other,
    }
    return environment


def write_report(model: Model, evaluation: Evaluation, refusals: Sequence[str] = ()) -> str:
    """The page.

    refusals: every reason for which the model may not be published
    """
    return (
        templates()
        .get_template("report.html")
        .render(
            model=model,
            evaluation=evaluation,
            refusals=refusals,
            checks=checks(model, evaluation),
            pictures={harm: pictures_of(harm, found) for harm, found in evaluation.harms.items()},
            shapes=shapes(model),
            limits=list(limits(model)),
            draws=DRAWS,
            fewest_people=FEWEST_PEOPLE,
            fewest_events=FEWEST_EVENTS,
        )
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _other(name: str) -> str:
    return name.upper() if name in INSTRUMENTS else f"The {name}"
