"""Which releases a model is fitted to, calibrated on and judged by: by time, and no person in two parts."""

from collections.abc import Sequence
from datetime import date

from training.config import SplitConfig
from training.labels import ALL_SETTLED_AFTER
from training.table import Part


def parts_of(released: Sequence[date], config: SplitConfig) -> tuple[Part, ...]:
    """The part of each release of one person.

    A person belongs to the part of their first release; their releases in another part's time are not used.
    Under embargo a release is not used either when one of its outcomes was decided only after the next part
    began: a model fitted then could not have known it.
    """
    if not released:
        return ()
    own = _part(min(released), config)
    return tuple(own if _usable(day, own, config) else Part.UNUSED for day in released)


def _part(day: date, config: SplitConfig) -> Part:
    if day < config.calibrate_from:
        return Part.TRAIN
    return Part.CALIBRATE if day < config.test_from else Part.TEST


def _usable(day: date, own: Part, config: SplitConfig) -> bool:
    ends = {Part.TRAIN: config.calibrate_from, Part.CALIBRATE: config.test_from}
    decided = day + ALL_SETTLED_AFTER if config.embargo else day
    return _part(day, config) is own and (own is Part.TEST or decided <= ends[own])
