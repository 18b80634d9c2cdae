"""What is looked up when the counts are read: what runs, and how things stand. Another reading is one more
function in ``READINGS``; one that fails is told as unknown and takes no other with it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

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


def rescreening(wiring: Wiring) -> Metric:
    """How many people wait to be looked at again, how many were set aside, how long the first has waited."""
    stands = wiring.service.auditing.who_waits()
    return _gauge(
        "riskflag_rescreening",
        "People to be looked at again: how many wait and were set aside, and for how many seconds the first",
        _standing((), stands.waiting, stands.dead, _age(wiring, stands.oldest)),
        ("what",),
    )


def messages(wiring: Wiring) -> Metric:
    """How many messages each channel has still to send or set aside, and how long the first has waited."""
    every = wiring.service.auditing.what_is_on_its_way()
    told = [
        _standing((name,), each.waiting, each.dead, _age(wiring, each.oldest)) for name, each in every.items()
    ]
    return _gauge(
        "riskflag_messages",
        "Messages by channel: how many wait and were set aside, and for how many seconds the first",
        {labels: value for each in told for labels, value in each.items()},
        ("channel", "what"),
    )


def _standing(labels: tuple[str, ...], waiting: int, dead: int, age: float) -> dict[tuple[str, ...], float]:
    told = {"waiting": float(waiting), "set_aside": float(dead), "oldest_seconds": age}
    return {(*labels, what): value for what, value in told.items()}


def _age(wiring: Wiring, oldest: datetime | None) -> float:
    return max((wiring.service.moment() - oldest).total_seconds(), 0.0) if oldest else 0.0


READINGS: Mapping[str, Reading] = {
    "riskflag_running": what_runs,
    "riskflag_rules": rules,
    "riskflag_model": model_use,
    "riskflag_rescreening": rescreening,
    "riskflag_messages": messages,
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
