"""Everything on record about one person, as known at one moment, and what was asked to know it.

A source that was not asked, did not answer, answered in part, is too old or holds something unreadable is
*missing*: rules that need it cannot say that there is nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from riskflag.records import RECORD_KINDS, Address, KnownElsewhere, Person, PlaceIncident, Record
from riskflag.records.soundness import is_sound
from riskflag.reference.thresholds import SOURCE_MAX_AGE_HOURS
from riskflag.vocabulary import Role, Source, Visibility

LONDON = ZoneInfo("Europe/London")
R = TypeVar("R", bound=Record)
MAX_AGE = {source: timedelta(hours=hours) for source, hours in SOURCE_MAX_AGE_HOURS.items()}


class MissingReason(StrEnum):
    """Why something cannot be told."""

    NOT_ASKED = "not_asked"
    NO_ANSWER = "no_answer"
    PARTIAL = "partial"
    STALE = "stale"
    DATED_LATER = "dated_later"
    UNREADABLE = "unreadable"
    UNMAPPED_CODE = "unmapped_code"
    WITHHELD = "withheld"
    UNKNOWN_FACT = "unknown_fact"
    NOT_READ = "not_read"
    RULE_FAILED = "rule_failed"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that stands between the question and an answer.

    what: the thing, in words that hold no personal data ("protective orders", "the release date")
    reason: why it is missing
    source: the source it would come from, where there is one
    """

    what: str
    reason: MissingReason
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What was asked of one source.

    asked_at: when; null means it was never asked
    answered: whether an answer came back; null unknown, which is read as no
    complete: whether the answer holds everything the source has; null unknown, which is read as no
    watermark: how far the source itself is up to date; null means up to ``asked_at``
    unreadable: how many of its records could not be read
    """

    asked_at: datetime | None = None
    answered: bool | None = None
    complete: bool | None = None
    watermark: datetime | None = None
    unreadable: int = 0

    @property
    def known_to(self) -> datetime | None:
        """The moment up to which the answer speaks."""
        if self.asked_at is None or self.watermark is None:
            return self.asked_at or self.watermark
        return min(self.asked_at, self.watermark)

    def gap(self, source: Source, as_of: datetime) -> MissingReason | None:
        """Why this answer cannot be relied on at ``as_of``; None when it can."""
        return self.gap_within(MAX_AGE[source], as_of)

    def gap_within(self, max_age: timedelta, as_of: datetime) -> MissingReason | None:
        """The same for an answer that may be no older than ``max_age``."""
        known_to = self.known_to
        if self.asked_at is None or known_to is None:
            return MissingReason.NOT_ASKED
        if self.answered is not True:
            return MissingReason.NO_ANSWER
        if self.unreadable:
            return MissingReason.UNREADABLE
        if self.complete is not True:
            return MissingReason.PARTIAL
        if max(self.asked_at, self.watermark or self.asked_at) > as_of:
            return MissingReason.DATED_LATER
        if as_of - known_to > max_age:
            return MissingReason.STALE
        return None


NEVER_ASKED = SourceCoverage()


@dataclass(frozen=True, slots=True)
class PlaceKnowledge:
    """What records that are not the person's own say of the place and of who lives there. A source like any
    other.

    coverage: whether the place register was asked, and how completely it answered
    incidents: what it holds about addresses that may be this one
    people: what other people's records say of occupants
    """

    coverage: SourceCoverage = NEVER_ASKED
    incidents: tuple[PlaceIncident, ...] = ()
    people: tuple[KnownElsewhere, ...] = ()

    @property
    def readable(self) -> tuple[PlaceIncident, ...]:
        """The incidents that hold what they should."""
        return tuple(incident for incident in self.incidents if is_sound(incident))

    @property
    def readable_people(self) -> tuple[KnownElsewhere, ...]:
        """What is said of occupants and holds what it should."""
        return tuple(known for known in self.people if is_sound(known))

    def gap(self, as_of: datetime) -> MissingReason | None:
        """Why the register cannot be relied on at ``as_of``; None when it can."""
        if len(self.readable) < len(self.incidents) or len(self.readable_people) < len(self.people):
            return MissingReason.UNREADABLE
        return self.coverage.gap(Source.PLACE_REGISTER, as_of)


CONFIDENTIAL_SOURCES = frozenset(
    kind.source for kind in RECORD_KINDS.values() if kind.usual_visibility is Visibility.PROTECTED
) | {Source.PLACE_REGISTER}
"""Sources of which nothing may be inferred by a reader who must not learn protected things."""


@dataclass(frozen=True, slots=True)
class EarlierEnquiry:
    """An address that was asked about before for the same person.

    address: the address
    asked_at: when, with its offset from UTC
    asked_role: who asked
    stopped: whether the answer stopped it
    stop_shown: whether resettlement staff were told so
    """

    address: Address
    asked_at: datetime
    asked_role: Role
    stopped: bool
    stop_shown: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person's records as known at ``as_of``.

    A record that does not hold what its fields say is never handed out, and its source cannot be relied on.

    person: who it is about
    as_of: the moment of the question, with its offset from UTC
    records: every record held, of any kind
    coverage: what was asked of each source
    withheld: sources whose content this reader may not see
    asked_before: addresses asked about lately for this person; None where nobody looked
    sound: whether a strict reader has made sure already that every record holds what its fields say
    """

    person: Person
    as_of: datetime
    records: tuple[Record, ...]
    coverage: Mapping[Source, SourceCoverage]
    withheld: frozenset[Source] = frozenset()
    asked_before: tuple[EarlierEnquiry, ...] | None = None
    sound: bool = field(default=False, compare=False)
    _by_kind: dict[type[Record], tuple[Record, ...]] = field(
        init=False, repr=False, compare=False, hash=False, default_factory=dict
    )

    _unreadable: set[Source] = field(init=False, repr=False, compare=False, hash=False, default_factory=set)

    def __post_init__(self) -> None:
        by_kind: dict[type[Record], list[Record]] = {}
        for record in self.records:
            if self.sound or is_sound(record):
                by_kind.setdefault(type(record), []).append(record)
            else:
                self._unreadable.add(record.source)
        self._by_kind.update((kind, tuple(records)) for kind, records in by_kind.items())

    @property
    def as_of_date(self) -> date:
        """The date of the question in England and Wales."""
        return self.as_of.astimezone(LONDON).date()

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Every readable record of one kind, in the order given."""
        return cast("tuple[R, ...]", self._by_kind.get(kind, ()))

    def gaps(self) -> dict[Source, Missing]:
        """Every source that an answer may rest on and cannot, with the reason."""
        today = self.as_of_date
        gaps = {source: self._gap(source) for source in MAX_AGE}
        for record in self._readable():
            if record.source in gaps and gaps[record.source] is None and record.recorded_on > today:
                gaps[record.source] = MissingReason.DATED_LATER
        return {
            source: Missing(source.value.replace("_", " "), reason, source)
            for source, reason in gaps.items()
            if reason is not None
        }

    def _gap(self, source: Source) -> MissingReason | None:
        if source in self.withheld:
            return MissingReason.WITHHELD
        if source in self._unreadable:
            return MissingReason.UNREADABLE
        return self.coverage.get(source, NEVER_ASKED).gap(source, self.as_of)

    def known_part(self) -> "Dossier":
        """The dossier as somebody may know it who must not learn protected things.

        What such a reader is told is worked out from this alone, so it cannot depend on anything protected.
        """
        parts: Iterable[Record | None] = (record.known_part() for record in self._readable())
        return replace(
            self,
            records=tuple(part for part in parts if part is not None),
            coverage={s: self._marked(s) for s in self.coverage if s not in CONFIDENTIAL_SOURCES},
            withheld=CONFIDENTIAL_SOURCES,
            sound=True,
            asked_before=self.asked_before
            and tuple(replace(earlier, stopped=earlier.stop_shown) for earlier in self.asked_before),
        )

    def _readable(self) -> Iterable[Record]:
        return (record for records in self._by_kind.values() for record in records)

    def _marked(self, source: Source) -> SourceCoverage:
        """What was asked of a source, with its records counted that are held and cannot be read."""
        told = self.coverage[source]
        return replace(told, unreadable=told.unreadable + 1) if source in self._unreadable else told
