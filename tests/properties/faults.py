"""What can go wrong with the records of a case, each fault chosen by a seed.

Pure: the same world and the same seed give the same fault.
"""

from copy import copy
from dataclasses import fields, replace
from datetime import timedelta
from typing import cast

from riskflag.dossier import PlaceKnowledge, SourceCoverage
from riskflag.facts import Facts
from riskflag.records import Record
from riskflag.reference.thresholds import SOURCE_MAX_AGE_HOURS
from riskflag.rule import Clear, Outcome
from riskflag.vocabulary import Source, SourceRecordId
from tests.properties.question_faults import QUESTION_FAULTS, WRONG
from tests.properties.worlds import Dice, Fault, Maker, World, survives

DATES = ("active_from", "active_to")


class Clock:
    """Stands in for the rulebook's stopwatch, so that a late rule costs no time."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


CLOCK = Clock()


def faulted(world: World, seed: str) -> Fault:
    """The world with the fault that the seed chooses among those that can befall it."""
    dice = Dice(seed)
    while True:
        fault = dice.pick(FAULTS)(world, dice)
        if fault is not None:
            return fault


def _covered(world: World, source: Source, told: SourceCoverage | None) -> World:
    """The world in which this was said of a source; None: it was never asked, and nothing is held of it."""
    coverage = {s: c for s, c in world.dossier.coverage.items() if s is not source}
    records = [r for r in world.dossier.records if told is not None or r.source is not source]
    if told is not None:
        coverage[source] = told
    place = world.place
    if source is Source.PLACE_REGISTER:
        place = PlaceKnowledge() if told is None else replace(place, coverage=told)
    dossier = replace(world.dossier, coverage=coverage, records=tuple(records))
    return replace(world, dossier=dossier, place=place)


def _told(world: World, source: Source) -> SourceCoverage:
    return world.dossier.coverage.get(source, SourceCoverage())


def _source_not_asked(world: World, dice: Dice) -> Fault:
    source = dice.pick(tuple(SOURCE_MAX_AGE_HOURS))
    gone = tuple(r for r in world.dossier.records if r.source is source)
    return Fault("not asked", _covered(world, source, None), frozenset({source}), gone)


def _answer_unreliable(world: World, dice: Dice) -> Fault:
    source, now = dice.pick(tuple(SOURCE_MAX_AGE_HOURS)), world.dossier.as_of
    told, old = _told(world, source), timedelta(hours=SOURCE_MAX_AGE_HOURS[source], seconds=1)
    name, changed = dice.pick(
        (
            ("no answer", replace(told, answered=dice.pick((False, None)))),
            ("partial", replace(told, complete=dice.pick((False, None)))),
            ("stale", replace(told, watermark=now - old)),
            ("asked long ago", replace(told, asked_at=now - old)),
            ("dated later", replace(told, asked_at=now + timedelta(seconds=1))),
            ("watermark dated later", replace(told, watermark=now + timedelta(minutes=dice.number(900) + 1))),
            ("unreadable", replace(told, unreadable=told.unreadable + 1 + dice.number(5))),
        )
    )
    return Fault(name, _covered(world, source, changed), frozenset({source}))


def _record_unreadable(world: World, dice: Dice) -> Fault | None:
    """As the store does it: the record is left out and counted as unreadable."""
    if not world.dossier.records:
        return None
    gone = dice.pick(world.dossier.records)
    told = _told(world, gone.source)
    kept = world.with_records([r for r in world.dossier.records if r is not gone])
    marked = _covered(kept, gone.source, replace(told, unreadable=told.unreadable + 1))
    return Fault("record unreadable", marked, frozenset({gone.source}), (gone,))


def _changed(fault: str, world: World, old: Record, name: str, value: object) -> Fault:
    """The world in which one field of one record holds ``value``, whatever its type."""
    new = copy(old)
    object.__setattr__(new, name, value)
    changed = world.with_records([new if r is old else r for r in world.dossier.records])
    return Fault(fault, changed, frozenset() if survives(new) else frozenset({old.source}), (old,))


def _record_corrupt(world: World, dice: Dice) -> Fault | None:
    """A field holds what its type does not allow."""
    if not world.dossier.records:
        return None
    old = dice.pick(world.dossier.records)
    name, value = dice.pick(fields(old)).name, dice.pick(WRONG)
    return _changed(f"corrupt {name}", world, old, name, value)


def _date_lost(world: World, dice: Dice) -> Fault | None:
    """A date is gone, or is a text that is no date."""
    if not world.dossier.records:
        return None
    old = dice.pick(world.dossier.records)
    names = [f.name for f in fields(old) if f.name.endswith("_on") or f.name in DATES]
    name, value = dice.pick(names), dice.pick((None, "2026-02-30", "0000-00-00"))
    return _changed(f"date lost: {name}", world, old, name, value)


def _record_dated_later(world: World, dice: Dice) -> Fault | None:
    if not world.dossier.records:
        return None
    old = dice.pick(world.dossier.records)
    later = world.dossier.as_of_date + timedelta(days=1 + dice.number(400))
    changed = _changed("record dated later", world, old, "recorded_on", later)
    return replace(changed, missing=frozenset({old.source}))


def _record_twice(world: World, dice: Dice) -> Fault | None:
    if not world.dossier.records:
        return None
    again = dice.pick(world.dossier.records)
    if dice.number(2):
        again = replace(again, source_id=SourceRecordId(f"{again.source_id}-AGAIN"))
    return Fault("record twice", world.with_records([*world.dossier.records, again]))


def _clock_skewed(world: World, dice: Dice) -> Fault:
    shift = timedelta(minutes=dice.number(20 * 24 * 60) - 10 * 24 * 60)
    dossier = replace(world.dossier, as_of=world.dossier.as_of + shift)
    missing = frozenset(dossier.gaps())
    return Fault("clock skewed", replace(world, dossier=dossier), missing, asks_otherwise=True)


def _rule_broken(world: World, dice: Dice) -> Fault:
    rules = world.rulebook.rules
    broken, how = dice.pick(rules), dice.pick((_raising, _answering_nothing, _late))
    changed = tuple(replace(rule, check=how) if rule is broken else rule for rule in rules)
    book = replace(world.rulebook, rules=changed)
    runs = broken.applies(world.enquiry.kind, world.dossier.as_of_date)
    return Fault(how.__name__, replace(world, rulebook=book), broken=frozenset({broken.code}), proof=runs)


def _raising(_: Facts) -> Outcome:
    raise KeyError("a rule with a mistake in it")


def _answering_nothing(_: Facts) -> Outcome:
    return cast("Outcome", None)


def _late(_: Facts) -> Outcome:
    CLOCK.seconds += 1.0
    return Clear("Nothing was found, too late.")


def _person_unidentified(world: World, _: Dice) -> Fault:
    nameless = replace(world.dossier.person, noms_number=None, case_reference_number=None, pnc_number=None)
    return Fault("no number", replace(world, dossier=replace(world.dossier, person=nameless)), proof=True)


FAULTS: tuple[Maker, ...] = (
    *2 * (_source_not_asked, _answer_unreliable, _record_unreadable, _record_corrupt),
    _date_lost,
    _record_dated_later,
    _record_twice,
    _clock_skewed,
    _rule_broken,
    _person_unidentified,
    *QUESTION_FAULTS,
)
