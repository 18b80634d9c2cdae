"""A year put to the judge, enquiry by enquiry, as a service would, and what became of it."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import process_time

from benchmarks.probing.country import Home
from benchmarks.probing.ordinary import Question, door
from benchmarks.probing.year import Year
from riskflag.probing.asked import Alert, AlertKind, AskedPlace, Pace, Past, Subject
from riskflag.probing.judge import judge
from riskflag.probing.place import place_of
from riskflag.reference.thresholds import PROBING_DAYS, PROBING_SLOW_DAYS

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
LISTED_AFTER_DAYS = 3
"""How long an auditor takes to find that a place with an alert is a hostel, or let by the room."""
NOTICED_AFTER_DAYS = 1
"""How long an auditor takes to stop a campaign with an alert."""
KEPT = 500


@dataclass(slots=True)
class Outcome:
    """What became of one campaign.

    learned: the questions that were answered, each once
    before_alert, before_cap: how many there were by the first alert, and by the first refusal; None for never
    by_notice: how many there were when the auditor had had time to act; None where there was no alert
    alerted: the moment of the first alert, in days
    kinds: the kinds of alerts
    """

    learned: set[object] = field(default_factory=set)
    before_alert: int | None = None
    before_cap: int | None = None
    by_notice: int | None = None
    alerted: float | None = None
    kinds: set[str] = field(default_factory=set)

    def take(self, question: Question, pace: Pace, alerts: tuple[Alert, ...]) -> None:
        """One more question of the campaign, as it was judged."""
        if alerts and self.alerted is None:
            self.before_alert, self.alerted = len(self.learned), question.day
        self.kinds |= {alert.kind.value for alert in alerts}
        if pace is Pace.NEEDS_SECOND_PERSON:
            self.before_cap = len(self.learned) if self.before_cap is None else self.before_cap
            return
        self.learned.add((question.person_id, question.home, question.household))
        if self.alerted is not None and question.day <= self.alerted + NOTICED_AFTER_DAYS:
            self.by_notice = len(self.learned)


@dataclass(slots=True)
class Tally:
    """What became of a year.

    campaigns: each campaign's outcome, by its number
    false_alerts: how often each kind was raised of ordinary work, one kind of one subject in 30 days once
    false_items: how many subjects there were alerts of, each in 30 days once, whatever the kinds
    refused: ordinary enquiries that had to wait for a second person
    refused_beside: the same where a campaign about that person had used up what may be asked
    ordinary: ordinary enquiries
    user_days: days on which somebody asked anything, summed over everybody
    milliseconds: processor time of each judgement
    """

    campaigns: dict[int, Outcome] = field(default_factory=lambda: defaultdict(Outcome))
    false_alerts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    false_items: int = 0
    refused: int = 0
    refused_beside: int = 0
    ordinary: int = 0
    user_days: int = 0
    milliseconds: list[float] = field(default_factory=list)


class Replay:
    """The state of the service while the year goes by."""

    def __init__(self, year: Year, *, with_list: bool = True) -> None:
        """``with_list``: whether there is a list of known premises."""
        self.year = year
        self.tally = Tally()
        self._past: dict[tuple[str, object], list[AskedPlace]] = defaultdict(list)
        self._with_list = with_list
        self._listed: dict[object, float] = dict.fromkeys(year.listed if with_list else (), 0.0)
        self._raised: dict[tuple[object, ...], float] = {}
        self._sought = {
            (subject, key)
            for each in year.questions
            if each.campaign >= 0
            for subject, key in _subjects(each)
        }

    def run(self, watch: Callable[[int], None] = lambda _: None) -> Tally:
        """Everything that is asked, in its order. ``watch`` is told how far it is."""
        for number, question in enumerate(self.year.questions):
            self._ask(question)
            if number % 20_000 == 0:
                watch(number)
        self.tally.user_days = len({(each.account, int(each.day)) for each in self.year.questions})
        return self.tally

    def _ask(self, question: Question) -> None:
        now = BEGINS + timedelta(days=question.day)
        listed = self._listed.get(door(question.home), float("inf")) <= question.day
        asking = AskedPlace(
            person_id=question.person_id,
            account=question.account,
            role=question.role,
            asked_at=now,
            place=place_of(question.address),
            household=question.household,
            kind=question.kind,
            premises=listed,
        )
        past = Past(
            self._of("person", asking.person_id, now, PROBING_SLOW_DAYS.value),
            self._of("account", asking.account, now, PROBING_DAYS.value),
            self._of("place", asking.place.canonical, now, PROBING_DAYS.value),
        )
        started = process_time()
        judgement = judge(now, asking, past)
        self.tally.milliseconds.append((process_time() - started) * 1000)
        self._count(question, judgement.pace, judgement.alerts)
        if judgement.pace is Pace.ALLOW:
            for key in (("person", asking.person_id), ("account", asking.account)):
                self._past[key].append(asking)
            self._past["place", asking.place.canonical].append(asking)

    def _of(self, kind: str, key: object, now: datetime, days: int) -> tuple[AskedPlace, ...]:
        held = self._past[kind, key]
        start = now - timedelta(days=days)
        while held and held[0].asked_at <= start:
            held.pop(0)
        return tuple(held[-KEPT:])

    def _count(self, question: Question, pace: Pace, alerts: tuple[Alert, ...]) -> None:
        if question.campaign >= 0:
            self.tally.campaigns[question.campaign].take(question, pace, alerts)
            return
        self.tally.ordinary += 1
        if pace is Pace.NEEDS_SECOND_PERSON and (Subject.PERSON, question.person_id) in self._sought:
            self.tally.refused_beside += 1
        elif pace is Pace.NEEDS_SECOND_PERSON:
            self.tally.refused += 1
        about = dict(_subjects(question))
        for alert in alerts:
            if (alert.subject, about[alert.subject]) not in self._sought:
                self._false(alert, about[alert.subject], question)

    def _false(self, alert: Alert, subject: object, question: Question) -> None:
        if self._is_new((alert.kind, subject), question.day):
            self.tally.false_alerts[alert.kind.value] += 1
        if self._is_new((alert.subject, subject), question.day):
            self.tally.false_items += 1
        if self._with_list and alert.kind is AlertKind.MANY_PEOPLE:
            self._listed.setdefault(door(question.home), question.day + LISTED_AFTER_DAYS)

    def _is_new(self, key: tuple[object, ...], day: float) -> bool:
        last = self._raised.get(key)
        if last is not None and day - last < PROBING_DAYS.value:
            return False
        self._raised[key] = day
        return True


def _subjects(question: Question) -> tuple[tuple[Subject, str | Home], ...]:
    """What an alert that this question raises can be about."""
    return (
        (Subject.PERSON, question.person_id),
        (Subject.ACCOUNT, question.account),
        (Subject.PLACE, question.home),
    )
