"""What is known of the person, whatever place is asked about. It is worked out once for all their proposals.

What takes ``PersonFacts`` and nothing more cannot read the place, the household or the proposal, so what it
gives for one proposal of somebody it gives for every other.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from riskflag.dossier import Dossier, EarlierEnquiry, Missing, MissingReason
from riskflag.facts.dates import whole_years
from riskflag.facts.history import HistoryFacts, derive_history
from riskflag.facts.orders import PersonOrders, derive_person_orders, orders_held
from riskflag.facts.process import PersonProcess, derive_person_process
from riskflag.facts.proposal import Window
from riskflag.facts.returns import ReturnFacts, derive_returns
from riskflag.facts.unmapped import DataQualityTask, unmapped_codes
from riskflag.records import Person, ProtectiveOrder
from riskflag.records.soundness import is_sound
from riskflag.vocabulary import Source


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of the person over some days.

    as_of: the day of the question
    person: who it is about
    age: in whole years; None unknown
    orders: orders and licence conditions that bind the person
    history: convictions, abuse, breaches, flags, assessments
    returns: when this custody began, and breaches and recalls soon after a release
    process: screening, allocation, referrals, health
    unavailable: every source that cannot be relied on, with the reason; in order of source
    tasks: records that somebody must put right
    worked_out: what ``facts.once`` remembers of these facts
    """

    as_of: date
    person: Person
    age: int | None
    orders: PersonOrders
    history: HistoryFacts
    returns: ReturnFacts
    process: PersonProcess
    unavailable: Mapping[Source, Missing]
    tasks: tuple[DataQualityTask, ...]
    worked_out: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)


class ReadDossier:
    """A dossier that is read once, for everything that is asked about the person from it.

    What was worked out from it lasts as long as this does: for one answer, or for those of one person's turn.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._known: list[PersonFacts] = []

    def person_over(self, window: Window) -> PersonFacts:
        """What is known of the person over these days: the very same where other days make no difference."""
        found = self._person_over(window)
        for known in self._known:
            if known == found:
                return known
        self._known.append(found)
        return found

    def _person_over(self, window: Window) -> PersonFacts:
        dossier, today = self.dossier, self.dossier.as_of_date
        orders = derive_person_orders(self._orders, dossier, window)
        tasks = tuple(unmapped_codes(self._history, orders.licence_conditions))
        unmapped = {
            task.record.source: Missing(task.what, MissingReason.UNMAPPED_CODE, task.record.source)
            for task in tasks
        }
        born = dossier.person.date_of_birth
        return PersonFacts(
            as_of=today,
            person=dossier.person,
            age=whole_years(born, today) if born else None,
            orders=orders,
            history=self._history,
            returns=derive_returns(orders, self._history, today),
            process=self._process,
            unavailable=dict(sorted({**unmapped, **self._gaps}.items())),
            tasks=tasks,
        )

    @cached_property
    def asked_before(self) -> tuple[EarlierEnquiry, ...] | None:
        """Addresses asked about lately for the person; None where nobody looked, or one is unreadable."""
        asked = self.dossier.asked_before
        return asked if all(map(is_sound, asked or ())) else None

    @cached_property
    def sound(self) -> bool:
        """Whether what is held of the person holds what it should."""
        return is_sound(self.dossier.person)

    @cached_property
    def _history(self) -> HistoryFacts:
        return derive_history(self.dossier)

    @cached_property
    def _process(self) -> PersonProcess:
        return derive_person_process(self.dossier)

    @cached_property
    def _orders(self) -> tuple[ProtectiveOrder, ...]:
        return orders_held(self.dossier)

    @cached_property
    def _gaps(self) -> Mapping[Source, Missing]:
        """What of the person's own sources cannot be relied on; of the place register only that it is
        withheld, because what it says of one place is nothing to another."""
        gaps = self.dossier.gaps()
        if Source.PLACE_REGISTER not in self.dossier.withheld:
            gaps.pop(Source.PLACE_REGISTER, None)
        return gaps
