"""Levels of risk of serious harm as assessments write them: by group, or groups by level."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.importers.fields import Fields
from riskflag.vocabulary import RiskLevel

_GROUPS = frozenset({"public", "known_adult", "children", "staff"})
_NOT_KEPT = "prisoners"
_RISING = tuple(RiskLevel)
_NOT_SAID = {"", "n/a", "not applicable", "not known", "no answer"}


def level(fields: Fields, name: str) -> RiskLevel | None:
    """The level under ``name``; None where none is stated. Words that are no level are a gap."""
    written = fields.text_or_none(name)
    return _read(fields, name, written) if written else None


def highest(levels: Iterable[RiskLevel | None]) -> RiskLevel | None:
    """The highest of these; None where none is stated."""
    stated = [each for each in levels if each is not None]
    return max(stated, key=_RISING.index) if stated else None


@dataclass(frozen=True, slots=True)
class Levels:
    """The level for each group. Prisoners have none here: it is for release."""

    public: RiskLevel | None = None
    known_adult: RiskLevel | None = None
    children: RiskLevel | None = None
    staff: RiskLevel | None = None


def by_group(levels: Fields) -> Levels:
    """``{"Children": "LOW"}``, group by group."""
    found: dict[str, RiskLevel | None] = {}
    for name in _names(levels):
        if field := _field(levels, name):
            found[field] = level(levels, name)
    return Levels(**found)


def by_level(groups: Fields) -> Levels:
    """``{"LOW": ["Children"]}``, group by group; a group that is named twice has its highest level."""
    found: dict[str, RiskLevel | None] = {}
    for name in _names(groups):
        stated = _read(groups, name, name)
        for group in _texts(groups, name):
            field = _field(groups, group)
            if field and field in found and found[field] is not stated:
                groups.contradicts("", "names a group that another level names as well")
            if field:
                found[field] = highest((found.get(field), stated))
    return Levels(**found)


def _names(fields: Fields) -> list[str]:
    return list(fields.value) if isinstance(fields.value, dict) else []


def _texts(groups: Fields, name: str) -> Iterable[str]:
    held = groups.get(name)
    for each in held if isinstance(held, list) else [held]:
        if isinstance(each, str):
            yield each
        else:
            groups.lacks("", "holds something that is no group of people")


def _field(fields: Fields, group: str) -> str | None:
    words = "_".join(group.replace("_", " ").lower().split())
    if words not in _GROUPS and words != _NOT_KEPT:
        fields.lacks("", "names a group of people that is not known")
    return words if words in _GROUPS else None


def _read(fields: Fields, name: str, written: str) -> RiskLevel | None:
    words = "_".join(written.lower().replace("-", " ").replace("_", " ").split())
    if words in set(RiskLevel):
        return RiskLevel(words)
    if words.replace("_", " ") not in _NOT_SAID:
        where = "" if written is name else name
        fields.lacks(where, "is no level of risk that is known, and was left out")
    return None
