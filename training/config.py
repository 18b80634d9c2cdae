"""How a model is trained: one TOML file, which with its data decides the model to the last bit."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from riskflag.classifier.harm import Harm
from riskflag.classifier.model_file import names_a_version
from riskflag.errors import BadInput
from riskflag.schema import load_as
from training.additive import AdditiveConfig
from training.labels import ALL_SETTLED_AFTER

AT_LEAST = {"samples": 1, "rounds": 1, "leaves": 2, "people_in_leaf": 1}
SHARES = ("share", "learning_rate", "feature_share")


@dataclass(frozen=True, slots=True)
class CohortConfig:
    """Simulated people to learn from.

    people: how many
    seed: where the random numbers start
    first: the first day of release that is looked at
    last: the last
    followed_to: the last day of which their records speak
    """

    people: int
    seed: int
    first: date
    last: date
    followed_to: date


@dataclass(frozen=True, slots=True)
class ExtractConfig:
    """Real people to learn from.

    folder: where the extract lies
    decisions: whether a harm that an officer confirmed counts beside one that was proved
    """

    folder: str
    decisions: bool = False


@dataclass(frozen=True, slots=True)
class SplitConfig:
    """Which releases are for what. Times never overlap, and a person is in one part only.

    calibrate_from: releases from this day on are calibrated on, and none is fitted to
    test_from: releases from this day on are judged by, and neither fitted to nor calibrated on
    embargo: whether releases are left out whose outcomes were decided only after the next part began
    """

    calibrate_from: date
    test_from: date
    embargo: bool = True


@dataclass(frozen=True, slots=True)
class ThresholdConfig:
    """The least precision of a flag of unrecognised risk: the share of those flagged who go on to do it.

    domestic_abuse: for that harm, from 0 to 1
    order_breach: the same
    violence: the same
    """

    domestic_abuse: float
    order_breach: float
    violence: float


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """Everything that decides a model, besides the data.

    version: what the model is to be called
    fit: how each harm is fitted
    split: which releases are for what
    thresholds: from where on risk is flagged that nobody recognised
    cohort: simulated people, or
    extract: real people; one of the two
    """

    version: str
    fit: AdditiveConfig
    split: SplitConfig
    thresholds: ThresholdConfig
    cohort: CohortConfig | None = None
    extract: ExtractConfig | None = None

    @property
    def demonstration(self) -> bool:
        """Whether it learns from simulated people."""
        return self.cohort is not None


def read_config(path: Path) -> TrainingConfig:
    """The config in a file. Raises BadInput, which names each field that is wrong."""
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise BadInput({"config": "there is no such file, or it cannot be read"}) from None
    except tomllib.TOMLDecodeError as error:
        raise BadInput({"config": f"is not TOML: {error}"}) from None
    config = load_as(TrainingConfig, _dates_as_text(held), "config")
    if wrong := {**dict(_wrong(config)), **dict(_wrong_fit(config)), **dict(_wrong_cohort(config))}:
        raise BadInput(wrong)
    return config


def _wrong(config: TrainingConfig) -> Iterator[tuple[str, str]]:
    if not names_a_version(config.version):
        yield "version", "must be letters, digits, dots and hyphens, a digit among them"
    if (config.cohort is None) == (config.extract is None):
        yield "cohort", "must be given, or extract in its place, and not both"
    split = config.split
    if split.calibrate_from >= split.test_from:
        yield "split.test_from", "must come after calibrate_from"
    elif split.calibrate_from + _decided_after(split) > split.test_from:
        yield "split.test_from", f"must come {ALL_SETTLED_AFTER.days} days after calibrate_from under embargo"


def _wrong_fit(config: TrainingConfig) -> Iterator[tuple[str, str]]:
    for name, least in AT_LEAST.items():
        if getattr(config.fit, name) < least:
            yield f"fit.{name}", f"must be at least {least}"
    shares = {f"fit.{name}": getattr(config.fit, name) for name in SHARES}
    shares |= {f"thresholds.{harm}": getattr(config.thresholds, harm) for harm in Harm}
    for path, share in shares.items():
        if not 0 < share <= 1:
            yield path, "must be above 0, and at most 1"


def _wrong_cohort(config: TrainingConfig) -> Iterator[tuple[str, str]]:
    cohort, split = config.cohort, config.split
    if cohort is None:
        return
    if cohort.people < 1:
        yield "cohort.people", "must be at least 1"
    if cohort.last < cohort.first:
        yield "cohort.last", "must not come before first"
    if cohort.followed_to < cohort.last:
        yield "cohort.followed_to", "must not come before last"
    if cohort.first + _decided_after(split) > split.calibrate_from:
        yield "split.calibrate_from", "leaves no release of the cohort to fit to"
    if split.test_from > cohort.last:
        yield "split.test_from", "leaves no release of the cohort to judge by"


def _decided_after(split: SplitConfig) -> timedelta:
    return ALL_SETTLED_AFTER if split.embargo else timedelta()


def _dates_as_text(held: object) -> object:
    """TOML knows dates; the schema that checks every other input reads them as text."""
    if isinstance(held, dict):
        return {key: _dates_as_text(value) for key, value in held.items()}
    return held.isoformat() if isinstance(held, date) else held
