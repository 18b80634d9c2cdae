"""Reads what a service has counted of itself."""

from dataclasses import replace
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from tests.api.world import World, at_once, make_world

SECRET = "a secret of the monitoring system, of some length"
Sample = tuple[str, frozenset[tuple[str, str]]]


def watched(folder: Path, key_home: Path) -> World:
    """A world whose counts may be read."""
    made = make_world(folder, key_home)
    settings = replace(made.settings, metrics_token=SECRET)
    return replace(
        made, app=create_app(settings, made.service, clock=made.clock, wait=at_once), settings=settings
    )


def page(world: World) -> str:
    """The counts as they are sent."""
    answer = world.ask("GET", "/metrics", role=None, headers={"Authorization": f"Bearer {SECRET}"})
    assert answer.status_code == 200
    assert answer.mimetype == "text/plain"
    return answer.text


def counts(world: World) -> dict[Sample, float]:
    """Every count by its name and labels, those of the process left out."""
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(page(world))
        for sample in family.samples
        if not sample.name.startswith("process_") and not sample.name.endswith("_created")
    }


def total(world: World, name: str, **labels: str) -> float:
    """The sum of a count over every label that is not named."""
    return sum(
        value
        for (sample, held), value in counts(world).items()
        if sample == name and set(labels.items()) <= held
    )
