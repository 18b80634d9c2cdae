"""Short ways to write the casebook's records of what was done, ordered, flagged and assessed.

Dates default to something recent and ordinary.
"""

from datetime import date

from riskflag.casebook.people import EX_PARTNER
from riskflag.records import (
    AbuseRole,
    Address,
    Alert,
    BreachOutcome,
    Conviction,
    ConvictionOutcome,
    CustodyEvent,
    CustodyEventKind,
    DomesticAbuseEvent,
    DomesticAbuseKind,
    LicenceCondition,
    NamedPerson,
    OrderBreach,
    Predictor,
    PredictorScore,
    Prohibition,
    ProtectiveOrder,
    Registration,
    RiskAssessment,
    Zone,
)
from riskflag.vocabulary import (
    OffenceCode,
    OrderType,
    ProhibitionKind,
    RiskLevel,
    SourceRecordId,
    SourceSystem,
)

ID = SourceRecordId("EXAMPLE")
RECORDED = date(2026, 11, 1)


def term(
    kind: ProhibitionKind, wording: str = "", place: Address | None = None, zone: Zone | None = None
) -> Prohibition:
    """A prohibition; its wording defaults to the kind in words."""
    return Prohibition(kind, wording or f"not to: {kind.value.replace('_', ' ')}", place=place, zone=zone)


def order(
    *terms: Prohibition,
    kind: OrderType = OrderType.RESTRAINING_ORDER,
    protects: tuple[NamedPerson, ...] = (EX_PARTNER,),
    made_on: date | None = date(2025, 3, 3),
    expires_on: date | None = None,
    duration: str | None = "until further order",
    interim: bool = False,
) -> ProtectiveOrder:
    """An order made and served in March 2025, or on the day it ended if that was earlier; until further order
    unless ``expires_on`` says otherwise."""
    made_on = min(made_on, expires_on) if made_on and expires_on else made_on
    return ProtectiveOrder(
        source_system=SourceSystem.COURT,
        source_id=ID,
        recorded_on=made_on or RECORDED,
        happened_on=made_on,
        order_type=kind,
        interim=interim,
        court="Fernhill Magistrates' Court",
        made_on=made_on,
        protects=protects,
        prohibitions=terms,
        expires_on=expires_on,
        duration_wording=None if expires_on else duration,
        served_on=made_on,
        present_when_made=True,
    )


def breach(on: date, how: str = "", outcome: BreachOutcome = BreachOutcome.CONVICTION) -> OrderBreach:
    """A breach of an order."""
    return OrderBreach(
        source_system=SourceSystem.POLICE_NATIONAL_COMPUTER,
        source_id=ID,
        recorded_on=on,
        happened_on=on,
        how=how,
        outcome=outcome,
    )


def conviction(
    code: str,
    description: str,
    *victims: NamedPerson,
    on: date | None = date(2025, 2, 1),
    outcome: ConvictionOutcome = ConvictionOutcome.CONVICTED,
    location: Address | None = None,
    custody_months: int | None = None,
    method: str = "",
) -> Conviction:
    """A conviction, in February 2025 unless ``on`` says otherwise."""
    return Conviction(
        source_system=SourceSystem.POLICE_NATIONAL_COMPUTER,
        source_id=ID,
        recorded_on=on or RECORDED,
        happened_on=on,
        offence_code=OffenceCode(code),
        description=description,
        outcome=outcome,
        convicted_on=on,
        victims=victims,
        location=location,
        custody_months=custody_months,
        method=method,
    )


def abuse(
    kind: DomesticAbuseKind,
    other: NamedPerson,
    on: date | None = date(2025, 5, 1),
    role: AbuseRole = AbuseRole.PERPETRATOR,
    corroborated: bool = True,
    words: str = "",
) -> DomesticAbuseEvent:
    """A domestic abuse event, by the person unless ``role`` says otherwise."""
    return DomesticAbuseEvent(
        source_system=SourceSystem.POLICE,
        source_id=ID,
        recorded_on=on or RECORDED,
        happened_on=on,
        kind=kind,
        person_is=role,
        other=other,
        corroborated=corroborated,
        words=words or kind.value.replace("_", " "),
    )


def alert(code: str, comment: str = "", active_to: date | None = None) -> Alert:
    """A NOMIS alert, open unless ``active_to`` says otherwise."""
    return Alert(
        source_system=SourceSystem.NOMIS,
        source_id=ID,
        recorded_on=RECORDED,
        code=code,
        comment=comment,
        active_from=min(RECORDED, active_to or RECORDED),
        active_to=active_to,
    )


def registration(code: str | None, description: str, ended_on: date | None = None) -> Registration:
    """An nDelius registration, open unless ``ended_on`` says otherwise."""
    return Registration(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=RECORDED,
        code=code,
        description=description,
        started_on=min(RECORDED, ended_on or RECORDED),
        ended_on=ended_on,
    )


def assessment(
    overall: RiskLevel | None = RiskLevel.LOW,
    on: date = date(2026, 11, 2),
    weapon_considered: bool | None = None,
    words: str = "",
) -> RiskAssessment:
    """An OASys assessment, three weeks old unless ``on`` says otherwise."""
    return RiskAssessment(
        source_system=SourceSystem.OASYS,
        source_id=ID,
        recorded_on=on,
        happened_on=on,
        tool="OASys layer 3",
        overall=overall,
        to_public=overall,
        weapon_considered=weapon_considered,
        words=words,
    )


def predictor_score(predictor: Predictor, in_two_years: int, on: date = date(2026, 11, 2)) -> PredictorScore:
    """A score from the record alone, in hundredths of a per cent."""
    return PredictorScore(
        source_system=SourceSystem.OASYS,
        source_id=ID,
        recorded_on=on,
        happened_on=on,
        predictor=predictor,
        in_two_years=in_two_years,
        dynamic=False,
    )


def condition(prohibition: Prohibition, *names: NamedPerson, code: str | None = None) -> LicenceCondition:
    """A drafted licence condition."""
    return LicenceCondition(
        source_system=SourceSystem.CREATE_AND_VARY_A_LICENCE,
        source_id=ID,
        recorded_on=RECORDED,
        code=code,
        prohibition=prohibition,
        names=names,
    )


def custody(kind: CustodyEventKind, on: date, words: str = "") -> CustodyEvent:
    """A movement or incident in custody."""
    return CustodyEvent(
        source_system=SourceSystem.NOMIS, source_id=ID, recorded_on=on, happened_on=on, kind=kind, words=words
    )
