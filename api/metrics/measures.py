"""What is counted while requests are answered. Answers are counted as staff may know them."""

from bisect import bisect_left
from typing import cast

from flask import Flask, current_app
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

from riskflag.answer_log import failed_rules
from riskflag.classifier.scorer import ModelUse, Scorer
from riskflag.persistence.assessments import StoredAssessment

_KEY = "riskflag-measures"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Bounds within which a request's time is told; it is told no finer, not even in the sum."""
LONGER = 60.0
NONE = "none"


class Measures:
    """The counts of one process.

    registry: what is read of them
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = self._counter("requests", "Requests answered", "route", "method", "status", "role")
        self._seconds = Histogram(
            "riskflag_request_seconds",
            "How long requests took, each rounded up to the next bound",
            ("route", "method"),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._answers = self._counter(
            "answers", "Answers given, by what staff could be told of them", "kind", "verdict"
        )
        self._gaps = self._counter(
            "gaps", "Answers that missed something, by what staff could be told", "source", "reason"
        )
        self._rules_failed = self._counter(
            "rules_failed", "Answers in which a rule broke; the log says which rule"
        )
        self._scores_failed = self._counter("scores_failed", "Answers that a model in use could not score")
        self._store_failed = self._counter(
            "store_unavailable", "Requests refused because nothing could be recorded"
        )
        self._unexpected = self._counter("unexpected", "Requests that failed in a way nobody foresaw")
        self._paced = self._counter(
            "too_often", "Requests refused because the account asked too often", "pace"
        )

    def request(self, route: str, method: str, status: int, role: str | None, seconds: float) -> None:
        """A request was answered."""
        self._requests.labels(route, method, str(status), role or NONE).inc()
        place = bisect_left(SECONDS, seconds)
        self._seconds.labels(route, method).observe(SECONDS[place] if place < len(SECONDS) else LONGER)

    def answer(self, stored: StoredAssessment, scorer: Scorer) -> None:
        """An enquiry was answered."""
        known = stored.open
        self._answers.labels(stored.enquiry.kind.value, known.verdict.value).inc()
        for source, reason in {(gap.source or NONE, gap.reason.value) for gap in known.gaps}:
            self._gaps.labels(source, reason).inc()
        if failed_rules(stored):
            self._rules_failed.inc()
        scores = stored.full.scores
        if scorer.use is ModelUse.IN_USE and (scores is None or scores.model is not ModelUse.IN_USE):
            self._scores_failed.inc()

    def store_unavailable(self) -> None:
        """A request was refused because nothing could be recorded."""
        self._store_failed.inc()

    def unexpected(self) -> None:
        """A request failed in a way that nobody foresaw."""
        self._unexpected.inc()

    def too_often(self, pace: str) -> None:
        """A request was refused because its account asked too often."""
        self._paced.labels(pace).inc()

    def _counter(self, name: str, said: str, *labels: str) -> Counter:
        return Counter(f"riskflag_{name}", said, labels, registry=self.registry)


def register_measures(app: Flask) -> None:
    """Gives the application counts of its own."""
    app.extensions[_KEY] = Measures()


def measures() -> Measures:
    """The counts of this request's application."""
    return cast("Measures", current_app.extensions[_KEY])
