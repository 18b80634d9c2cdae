"""What is looked up when the counts are read: what runs, and how things stand. Another reading is one more
function in ``READINGS``; one that fails is told as unknown and takes no other with it."""

from collections.abc import Callable, Iterable, Mapping

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from api.release import release
from api.wiring import Wiring
from riskflag.classifier.scorer import ModelUse
from riskflag.errors import RiskflagError

Reading = Callable[[Wiring], Metric]
UNKNOWN = float("nan")


def what_runs(wiring: Wiring) -> Metric:
    """Which software, rulebook and model; always 1."""
    model = wiring.service.scorer.model
    labels = {
        "version": release(),
        "rulebook": wiring.rulebook.fingerprint,
        "environment": wiring.settings.environment.value,
        "model": model.version if model else "none",
    }
    return _gauge("riskflag_running", "What runs", {tuple(labels.values()): 1.0}, tuple(labels))


def rules(wiring: Wiring) -> Metric:
    """How many rules are asked."""
    return _gauge("riskflag_rules", "Rules that are asked", {(): float(len(wiring.rulebook.rules))})


def model_use(wiring: Wiring) -> Metric:
    """Whether a learned model speaks: 1 beside what is so."""
    use = wiring.service.scorer.use
    return _gauge(
        "riskflag_model",
        "Whether a learned model speaks",
        {(each.value,): float(each is use) for each in ModelUse},
        ("use",),
    )


READINGS: Mapping[str, Reading] = {
    "riskflag_running": what_runs,
    "riskflag_rules": rules,
    "riskflag_model": model_use,
}
"""Each reading by the name of what it gives."""


class Readings(Collector):
    """What is looked up, as the library reads it."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring

    def collect(self) -> Iterable[Metric]:
        """Every reading, now."""
        return [_read(name, reading, self._wiring) for name, reading in READINGS.items()]


def looked_up(wiring: Wiring) -> CollectorRegistry:
    """Every reading, to be read once."""
    registry = CollectorRegistry()
    registry.register(Readings(wiring))
    return registry


def _read(name: str, reading: Reading, wiring: Wiring) -> Metric:
    try:
        return reading(wiring)
    except RiskflagError:
        return _gauge(name, "Could not be looked up", {(): UNKNOWN})


def _gauge(
    name: str, said: str, values: Mapping[tuple[str, ...], float], labels: tuple[str, ...] = ()
) -> Metric:
    family = GaugeMetricFamily(name, said, labels=labels)
    for values_of_labels, value in values.items():
        family.add_metric(values_of_labels, value)
    return family
