"""Writes the algorithmic transparency record: ``python -m training.transparency MODELS PAGE``.

Everything in it comes from the model in service as it was published, from the rulebook and from the sources.
What only the organisation that deploys it can say is left to be filled in.
"""

import sys
from collections import Counter
from pathlib import Path

from riskflag.classifier.model import Model
from riskflag.classifier.model_file import read_current, read_manifest
from riskflag.persistence.published_models import CURRENT_FILE, MANIFEST_FILE, published_model
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Severity, Source
from training.evaluation.evaluation import Evaluation, from_json
from training.evaluation.limits import limits
from training.evaluation.report import templates

METRICS_FILE = "metrics.json"


def transparency_page(models: Path) -> str:
    """The record, as Markdown. Raises ModelUnusable where the model in service is not as it was published.

    models: folder of published models
    """
    model, evaluation = _published(models)
    rules = load_rulebook().rules
    counted = Counter(rule.severity for rule in rules)
    page = (
        templates()
        .get_template("transparency.md")
        .render(
            model=model,
            evaluation=evaluation,
            rules=rules,
            severities=", ".join(f"{counted[each]} {each.upper()}" for each in Severity),
            sources=[source.replace("_", " ") for source in Source],
            limits=list(limits(model)),
        )
    )
    return page.rstrip() + "\n"


def main(models: str, page: str) -> None:
    """Writes the page."""
    Path(page).write_text(transparency_page(Path(models)), encoding="utf-8")


def _published(models: Path) -> tuple[Model, Evaluation]:
    """The model in service with its figures. If it is of features that are defined otherwise by now, the page
    tells of it all the same; it is the service that refuses it."""
    current = read_current((models / CURRENT_FILE).read_text(encoding="ascii"))
    folder = models / current.version
    manifest = read_manifest((folder / MANIFEST_FILE).read_bytes(), current)
    model = published_model(models, current, manifest.schema)
    return model, from_json((folder / METRICS_FILE).read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
