"""One simulated person's true life as it is being made up, and the plain deeds of which it is made.

Days are ordinals (``date.toordinal``) here; records carry dates. What is recorded is not all that is true,
and comes later than it happened.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from riskflag.records import DomesticAbuseKind, NamedPerson, Record, Sex
from riskflag.vocabulary import OrderType
from training.cohort.chance import Chance
from training.cohort.offences import OffenceKind

DAYS_IN_YEAR = 365.25


class Level(IntEnum):
    """How far something is a problem."""

    NONE = 0
    SOME = 1
    SIGNIFICANT = 2


@dataclass(frozen=True, slots=True)
class Disposition:
    """What no record says of a person: standard normal, correlated, fixed for life.

    offending: how often they offend at all
    violence: how far they tend to violence
    abuse: how far they tend to abuse those close to them
    orders: how far they disregard orders
    """

    offending: float
    violence: float
    abuse: float
    orders: float


@dataclass(frozen=True, slots=True)
class Habits:
    """How the person truly lives: no record holds it but an assessment's answers, where somebody asked.

    drinking: chronic drinking
    binges: binge drinking
    temper: problems with temper
    impulsivity: acts without thinking
    activities: what the person does and with whom encourages offending
    unemployed: out of work
    cocaine: uses crack cocaine
    """

    drinking: Level
    binges: Level
    temper: Level
    impulsivity: Level
    activities: Level
    unemployed: bool
    cocaine: bool


@dataclass(frozen=True, slots=True)
class Sanction:
    """One occasion of conviction: when the offence was, when it was proven, and what it was."""

    offence_on: int
    convicted_on: int
    kind: OffenceKind


@dataclass(frozen=True, slots=True)
class Abuse:
    """One incident of domestic abuse that police came to know of, or that was proven.

    day: when
    kind: what was recorded; None for an offence of which there is no other record
    victim: which of the person's victims, from 0
    offence: the offence proven; None where nothing was proven
    """

    day: int
    kind: DomesticAbuseKind | None
    victim: int
    offence: OffenceKind | None


@dataclass(frozen=True, slots=True)
class Order:
    """An order that binds the person.

    order_type: what kind
    made_on, expires_on: first and last day; no last day where it runs until further order
    victim: whom it protects; None for an order that protects nobody in particular
    source_id: what its record is called
    """

    order_type: OrderType
    made_on: int
    expires_on: int | None
    victim: int | None
    source_id: str

    def in_force(self, day: int) -> bool:
        """Whether it binds on a day."""
        return self.made_on <= day and (self.expires_on is None or day <= self.expires_on)


@dataclass(slots=True)
class Life:
    """Everything true of one person so far, and the records made of it.

    victims: partners, former partners and relatives whom the person abuses or may come to abuse
    abused: how many of them a perpetrator turns to
    spells: first and last day of each time in custody
    """

    number: int
    chance: Chance
    sex: Sex
    born: int
    first_sanction_on: int
    perpetrator: bool
    disposition: Disposition
    habits: Habits
    victims: tuple[NamedPerson, ...]
    abused: int
    sanctions: list[Sanction] = field(default_factory=list)
    abuse: list[Abuse] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    breaches: list[int] = field(default_factory=list)
    spells: list[tuple[int, int]] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    def in_custody(self, day: int) -> bool:
        """Whether the person was in custody on a day, the days of reception and release included."""
        return any(first <= day <= last for first, last in self.spells)

    def days_at_liberty(self, first: int, last: int) -> int:
        """Days from ``first`` to ``last`` not spent in custody."""
        held = sum(max(min(end, last) - max(start, first), 0) for start, end in self.spells)
        return max(last - first - held, 0)

    def some_victim(self) -> int:
        """One of those whom the person abuses; the first more often than the others."""
        return min(self.chance.day(0, self.abused - 1), self.chance.day(0, self.abused - 1))

    def orders_in_force(self, day: int) -> list[Order]:
        """Orders that bind on a day."""
        return [order for order in self.orders if order.in_force(day)]
