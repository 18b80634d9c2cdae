"""Short ways to write the casebook's records of places, households, checks, care and allocation."""

from datetime import date, timedelta

from riskflag.casebook.people import NOW, PROPOSED
from riskflag.casebook.records import ID, RECORDED
from riskflag.dossier import EarlierEnquiry
from riskflag.records import (
    AccessLimitation,
    Address,
    AddressDecision,
    AddressNote,
    AddressRecord,
    AddressUse,
    CaseloadLink,
    Check,
    CheckKind,
    Consent,
    Contact,
    DecisionKind,
    HealthAndCareKind,
    HealthAndCareRecord,
    KnownAs,
    KnownElsewhere,
    NamedPerson,
    NoteKind,
    OccupierConversation,
    PlaceIncident,
    PlaceIncidentKind,
    ProtectedPlace,
    ProtectedPlaceKind,
    RecipientKind,
    Referral,
    ReferralStatus,
    ResponsibleOfficerAllocation,
    ScreeningAnswer,
    ScreeningTopic,
    Whereabouts,
)
from riskflag.vocabulary import Role, SourceRecordId, SourceSystem


def check(
    kind: CheckKind,
    requested_on: date | None = date(2026, 11, 3),
    returned_on: date | None = date(2026, 11, 10),
) -> Check:
    """A check on the proposed address, returned twelve days ago unless ``returned_on`` says otherwise."""
    return Check(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=requested_on or RECORDED,
        kind=kind,
        address=PROPOSED,
        requested_on=requested_on,
        returned_on=returned_on,
        concerns=False if returned_on else None,
    )


def allocation(
    officer: str | None = "Priya Officer",
    on: date = date(2026, 9, 1),
    met_person_on: date | None = date(2026, 10, 1),
) -> ResponsibleOfficerAllocation:
    """A responsible officer who has met the person."""
    return ResponsibleOfficerAllocation(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=on,
        happened_on=on,
        officer=officer,
        team="Fernhill probation office",
        telephone="01632 960001",
        met_person_on=met_person_on,
    )


def conversation(
    occupier: NamedPerson,
    consent: Consent = Consent.AGREES,
    alone: bool | None = True,
    told_of_offences: bool | None = True,
    words: str = "",
) -> OccupierConversation:
    """What an occupier said three weeks ago."""
    return OccupierConversation(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=RECORDED,
        happened_on=RECORDED,
        occupier=occupier,
        consent=consent,
        spoken_to_alone=alone,
        told_of_offences=told_of_offences,
        words=words,
    )


def decision(kind: DecisionKind, words: str, monitoring: str = "", contingency: str = "") -> AddressDecision:
    """A decision about the proposed address."""
    return AddressDecision(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=RECORDED,
        happened_on=RECORDED,
        address=None,
        decision=kind,
        words=words,
        decided_by="senior probation officer",
        monitoring=monitoring,
        contingency=contingency,
    )


def note(words: str, kind: NoteKind = NoteKind.STAFF, address: Address | None = None) -> AddressNote:
    """Something written about the proposed address, or about ``address``."""
    return AddressNote(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=RECORDED,
        happened_on=RECORDED,
        address=address,
        kind=kind,
        words=words,
    )


def screening(topic: ScreeningTopic, concern: bool | None, words: str = "") -> ScreeningAnswer:
    """An answer in the basic custody screening."""
    return ScreeningAnswer(
        source_system=SourceSystem.BASIC_CUSTODY_SCREENING,
        source_id=ID,
        recorded_on=RECORDED,
        happened_on=RECORDED,
        tool="basic custody screening",
        topic=topic,
        concern=concern,
        words=words,
    )


def referral(
    status: ReferralStatus = ReferralStatus.SENT,
    sent_on: date | None = RECORDED,
    recipient: RecipientKind = RecipientKind.HOUSING_PROVIDER,
    text: str = "",
) -> Referral:
    """A referral for housing, sent three weeks ago and not answered."""
    return Referral(
        source_system=SourceSystem.RESETTLEMENT_PASSPORT,
        source_id=ID,
        recorded_on=sent_on or RECORDED,
        recipient=recipient,
        status=status,
        sent_on=sent_on,
        text=text,
    )


def health(
    kind: HealthAndCareKind,
    on: date = RECORDED,
    words: str = "",
    mental_health: bool = False,
    told_responsible_officer: bool | None = None,
) -> HealthAndCareRecord:
    """A health or care record."""
    return HealthAndCareRecord(
        source_system=SourceSystem.HEALTHCARE,
        source_id=ID,
        recorded_on=on,
        happened_on=on,
        kind=kind,
        words=words,
        mental_health=mental_health,
        told_responsible_officer=told_responsible_officer,
    )


def protected_place(
    who: NamedPerson,
    address: Address | None,
    verified_on: date | None = date(2026, 11, 1),
    kind: ProtectedPlaceKind = ProtectedPlaceKind.HOME,
) -> ProtectedPlace:
    """Where a protected person can be found, confirmed three weeks ago; withheld without an address."""
    return ProtectedPlace(
        source_system=SourceSystem.VICTIM_LIAISON,
        source_id=ID,
        recorded_on=verified_on or RECORDED,
        who=who,
        kind=kind,
        address=Whereabouts(address) if address else None,
        verified_on=verified_on,
        withheld=address is None,
    )


def incident(kind: PlaceIncidentKind, on: date = RECORDED, address: Address = PROPOSED) -> PlaceIncident:
    """Something the place register holds about an address."""
    return PlaceIncident(
        source_system=SourceSystem.POLICE,
        source_id=ID,
        recorded_on=on,
        happened_on=on,
        address=address,
        kind=kind,
        words=kind.value.replace("_", " "),
    )


def known_elsewhere(who: NamedPerson, known_as: KnownAs, sure: bool = True) -> KnownElsewhere:
    """What another person's record says of an occupant."""
    return KnownElsewhere(
        source_system=SourceSystem.RISKFLAG,
        source_id=ID,
        recorded_on=RECORDED,
        who=who,
        known_as=known_as,
        sure=sure,
        because="the name and the date of birth agree",
    )


def asked_earlier(
    address: Address,
    days_ago: int = 3,
    stopped: bool = False,
    stop_shown: bool = False,
    role: Role = Role.RESETTLEMENT_STAFF,
) -> EarlierEnquiry:
    """An address that resettlement staff asked about three days ago, unless more is said."""
    return EarlierEnquiry(address, NOW - timedelta(days=days_ago), role, stopped, stop_shown)


def contact(who: NamedPerson, lives_at: Address | None = None, note: str = "") -> Contact:
    """Somebody in the person's life."""
    return Contact(
        source_system=SourceSystem.NOMIS,
        source_id=ID,
        recorded_on=RECORDED,
        who=who,
        lives_at=lives_at,
        note=note,
    )


def own_address(
    address: Address, use: AddressUse, system: SourceSystem = SourceSystem.NDELIUS, tenant: bool | None = None
) -> AddressRecord:
    """An address that a system holds for the person."""
    return AddressRecord(
        source_system=system,
        source_id=ID,
        recorded_on=RECORDED,
        address=address,
        use=use,
        starts_on=RECORDED,
        person_is_tenant=tenant,
    )


def access_limitation(*excluded: str, restricted_to: tuple[str, ...] | None = None) -> AccessLimitation:
    """The case is closed to these accounts, and open to others or to ``restricted_to`` alone."""
    return AccessLimitation(
        source_system=SourceSystem.NDELIUS,
        source_id=ID,
        recorded_on=RECORDED,
        limited=bool(excluded) or restricted_to is not None,
        excluded=excluded,
        restricted=restricted_to is not None,
        restricted_to=restricted_to or (),
    )


def caseload_link(
    account: str,
    role: Role = Role.RESPONSIBLE_OFFICER,
    starts_on: date = RECORDED,
    ends_on: date | None = None,
) -> CaseloadLink:
    """The case has been on this account's caseload for three weeks."""
    return CaseloadLink(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId(f"{account}-{role}"),
        recorded_on=RECORDED,
        account=account,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
    )
