"""How what happened becomes records: with a delay, not always, and not always with the victim's name."""

from datetime import date

from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    Conviction,
    CustodyEvent,
    CustodyEventKind,
    DomesticAbuseEvent,
    DomesticAbuseKind,
    NamedPerson,
    OrderBreach,
    Prohibition,
    ProtectiveOrder,
    Record,
)
from riskflag.vocabulary import OrderType, ProhibitionKind, SourceRecordId, SourceSystem
from training.cohort.life import Abuse, Life, Order, Sanction
from training.cohort.offences import BREACH_OF, OffenceKind
from training.cohort.parameters import (
    COURT_FOUND_ABUSE,
    DAYS_TO_RECORD,
    DAYS_TO_RECORD_ORDER,
    INCIDENT_CORROBORATED,
    ORDER_RECORDED,
    RECORD_LATEST,
    VICTIM_NOT_NAMED,
)

_day = date.fromordinal
_KEEP_AWAY = (
    Prohibition(ProhibitionKind.NO_CONTACT, "not to contact the protected person"),
    Prohibition(ProhibitionKind.NO_ENTER_HOME_OF, "not to enter the protected person's home"),
)
_KEEP_OUT_OF_SHOPS = (Prohibition(ProhibitionKind.OTHER, "not to enter named shops"),)


def next_id(life: Life) -> SourceRecordId:
    """What the next record of this person is called."""
    return SourceRecordId(f"SIMULATED-{life.number}-{len(life.records) + 1}")


def recorded(life: Life, day: int, mean_days: float = DAYS_TO_RECORD.value) -> date:
    """The day on which something of ``day`` is written down."""
    return _day(day + min(int(life.chance.exponential(mean_days)), int(RECORD_LATEST.value)))


def write_custody(life: Life, kind: CustodyEventKind, day: int) -> None:
    """A movement or an incident, known to the prison a day later."""
    life.records.append(
        CustodyEvent(
            source_system=SourceSystem.NOMIS,
            source_id=next_id(life),
            recorded_on=_day(day + 1),
            happened_on=_day(day),
            kind=kind,
        )
    )


def convict(
    life: Life,
    sanction: Sanction,
    victims: tuple[NamedPerson, ...] = (),
    custody_months: int | None = None,
    abuse_found: bool | None = None,
) -> None:
    """A conviction, true and on record."""
    life.sanctions.append(sanction)
    life.records.append(
        Conviction(
            source_system=SourceSystem.POLICE_NATIONAL_COMPUTER,
            source_id=next_id(life),
            recorded_on=recorded(life, sanction.convicted_on),
            happened_on=_day(sanction.offence_on),
            offence_code=sanction.kind.code,
            description=sanction.kind.description,
            convicted_on=_day(sanction.convicted_on),
            custody_months=custody_months,
            victims=victims,
            domestic_abuse_found=abuse_found,
        )
    )


def convict_of_abuse(
    life: Life, sanction: Sanction, victim: int, custody_months: int | None = None, readable: bool = False
) -> None:
    """A conviction for abuse of one of the person's victims.

    readable: what happens after a release must be found by whoever looks: where the victim is not named the
        court said that it was domestic. Of earlier abuse a share names nobody and says nothing
    """
    chance = life.chance
    unnamed = chance.happens(VICTIM_NOT_NAMED.value)
    found = chance.happens(COURT_FOUND_ABUSE.value) or (readable and unnamed)
    victims = () if unnamed else (life.victims[victim],)
    life.abuse.append(Abuse(sanction.offence_on, None, victim, sanction.kind))
    convict(life, sanction, victims, custody_months, True if found else None)


def report_abuse(life: Life, day: int, kind: DomesticAbuseKind, victim: int) -> None:
    """An incident that police came to know of and nobody proved."""
    life.abuse.append(Abuse(day, kind, victim, None))
    life.records.append(
        DomesticAbuseEvent(
            source_system=SourceSystem.POLICE,
            source_id=next_id(life),
            recorded_on=recorded(life, day),
            happened_on=_day(day),
            kind=kind,
            person_is=AbuseRole.PERPETRATOR,
            other=life.victims[victim],
            corroborated=life.chance.happens(INCIDENT_CORROBORATED.value),
            words=kind.value.replace("_", " "),
        )
    )


def make_order(
    life: Life, order_type: OrderType, made_on: int, expires_on: int | None, victim: int | None
) -> Order:
    """An order that binds from the day it is made. Some are on no system that the dossier asks."""
    source_id = f"SIMULATED-{life.number}-ORDER-{len(life.orders) + 1}"
    order = Order(order_type, made_on, expires_on, victim, source_id)
    life.orders.append(order)
    if life.chance.happens(ORDER_RECORDED.value):
        life.records.append(_order_record(life, order))
    return order


def _order_record(life: Life, order: Order) -> Record:
    made = _day(order.made_on)
    return ProtectiveOrder(
        source_system=SourceSystem.COURT,
        source_id=SourceRecordId(order.source_id),
        recorded_on=recorded(life, order.made_on, DAYS_TO_RECORD_ORDER.value),
        happened_on=made,
        order_type=order.order_type,
        court="Nowhere Magistrates' Court",
        made_on=made,
        protects=() if order.victim is None else (life.victims[order.victim],),
        prohibitions=_KEEP_OUT_OF_SHOPS if order.victim is None else _KEEP_AWAY,
        expires_on=None if order.expires_on is None else _day(order.expires_on),
        duration_wording="until further order" if order.expires_on is None else None,
        served_on=made,
        present_when_made=True,
    )


def prove_breach(life: Life, order: Order, day: int, convicted_on: int) -> None:
    """A breach that led to a conviction; the court says so where the order protects somebody close."""
    kind: OffenceKind = BREACH_OF[order.order_type]
    victims = () if order.victim is None else (life.victims[order.victim],)
    life.breaches.append(day)
    _note_breach(life, order, day, recorded(life, convicted_on), BreachOutcome.CONVICTION)
    if order.victim is not None:
        life.abuse.append(Abuse(day, None, order.victim, kind))
    convict(life, Sanction(day, convicted_on, kind), victims, abuse_found=True if victims else None)


def allege_breach(life: Life, order: Order, day: int) -> None:
    """A breach that somebody reported and nobody proved."""
    _note_breach(life, order, day, recorded(life, day), BreachOutcome.ALLEGED)


def _note_breach(life: Life, order: Order, day: int, recorded_on: date, outcome: BreachOutcome) -> None:
    life.records.append(
        OrderBreach(
            source_system=SourceSystem.POLICE,
            source_id=next_id(life),
            recorded_on=recorded_on,
            happened_on=_day(day),
            order_id=order.source_id,
            outcome=outcome,
        )
    )
