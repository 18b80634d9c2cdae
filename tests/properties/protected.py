"""Worlds for the tests of what staff may infer: what they may know of a case, and what is protected in it."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MENTORED,
    MOTHER,
    NOW,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    REFERRED,
    SAME_STREET,
    Case,
    abuse,
    alert,
    asked_earlier,
    breach,
    case,
    check,
    conversation,
    conviction,
    custody,
    incident,
    known_elsewhere,
    note,
    order,
    protected_place,
    registration,
    screening,
    term,
)
from riskflag.dossier import CONFIDENTIAL_SOURCES, EarlierEnquiry, SourceCoverage
from riskflag.enquiry import Enquiry, Occupant
from riskflag.records import (
    AbuseRole,
    Check,
    CheckKind,
    Consent,
    CustodyEventKind,
    DomesticAbuseKind,
    KnownAs,
    KnownElsewhere,
    NoteKind,
    PlaceIncident,
    PlaceIncidentKind,
    ProtectedPlaceKind,
    RecipientKind,
    Record,
    ScreeningTopic,
)
from riskflag.reference.flags import alert_codes, register_codes
from riskflag.vocabulary import ProhibitionKind, Role, Source, SourceRecordId, Visibility

WORLDS = int(os.environ.get("RISKFLAG_WORLDS", "100"))
"""How many pairs of worlds are set against each other; over HTTP, which is slower, a share of them."""

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
OPEN = [
    order(NO_CONTACT),
    order(NO_CONTACT, protects=(PARTNER,)),
    breach(date(2026, 2, 1)),
    conviction("00831", "breach of a restraining order", EX_PARTNER),
    conviction("10501", "common assault", MOTHER),
    alert("OHCO"),
    registration("ADVP", "Domestic Abuse Perpetrator"),
    screening(ScreeningTopic.ACCOMMODATION, concern=False, words="has an address to return to"),
]
PROTECTED = [
    *(
        protected_place(who, address, kind=kind)
        for who in (EX_PARTNER, PARTNER, FRIEND)
        for address in (PROPOSED, SAME_STREET, OTHER_TOWN, None)
        for kind in ProtectedPlaceKind
    ),
    *(
        abuse(kind, who, role=role)
        for who in (EX_PARTNER, PARTNER, MOTHER)
        for kind in DomesticAbuseKind
        for role in AbuseRole
    ),
    *(conversation(who, consent) for who in (MOTHER, PARTNER) for consent in Consent),
    *(note("described as a drug den", kind) for kind in NoteKind),
    replace(order(NO_CONTACT, protects=(MOTHER,)), served_on=None, present_when_made=False),
    replace(order(NO_CONTACT, protects=(PARTNER,)), served_on=None, present_when_made=None),
    custody(CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON, date(2026, 10, 5), "two calls to her"),
    replace(alert("QQQ"), visibility=Visibility.PROTECTED),
    *(alert(code) for code, kind in alert_codes().items() if kind.in_confidence),
    *(
        replace(registration(code, kind.description), visibility=said)
        for code, kind in register_codes().items()
        if kind.in_confidence
        for said in (None, *Visibility)
    ),
    *(
        replace(check(CheckKind.VICTIM_LIAISON, returned_on=returned_on), visibility=said)
        for returned_on in (None, date(2026, 11, 10))
        for said in (None, *Visibility)
    ),
]
OCCUPANTS = [Occupant(who) for who in (EX_PARTNER, PARTNER, MOTHER, CHILD_OF_NINE)]
HIDDEN_OCCUPANT = Occupant(EX_PARTNER, visibility=Visibility.PROTECTED)
INCIDENTS = [incident(kind) for kind in PlaceIncidentKind]
ELSEWHERE = [
    known_elsewhere(occupant.who, known_as, sure)
    for occupant in OCCUPANTS
    for known_as in KnownAs
    for sure in (True, False)
]

REFERRALS = (
    REFERRED,
    MENTORED,
    replace(MENTORED, text="He must not go near 5 Elder Row, ZZ1 1AA, or ask after Beth Sample."),
    replace(MENTORED, recipient=RecipientKind.EMPLOYER, children_attend=None, regulated_work=None),
    replace(REFERRED, site=None, text=None, agreement=None, provider_will_close=None),
    replace(REFERRED, recipient=RecipientKind.APPROVED_PREMISES, occupants_stated=None),
)

EARLIER = st.lists(
    st.builds(
        asked_earlier,
        st.sampled_from((PROPOSED, SAME_STREET, OTHER_TOWN)),
        st.integers(0, 40),
        stop_shown=st.booleans(),
        role=st.sampled_from((Role.RESETTLEMENT_STAFF, Role.RESPONSIBLE_OFFICER)),
    ),
    max_size=6,
).map(tuple)
"""Addresses asked about before, as staff may know of them."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What is protected in one world.

    records: protected records
    incidents: what the place register holds
    hidden: occupants of whom the person must not learn
    not_asked: confidential sources that were not asked
    doubted: confidential sources whose answer cannot be relied on, and what came of them
    stopped: whether earlier answers stopped what staff were not told to be stopped
    answered: what the checks found, which staff may know to have been made
    elsewhere: what other people's records say of who lives there
    """

    records: list[Record]
    incidents: list[PlaceIncident]
    hidden: list[Occupant]
    not_asked: set[Source]
    stopped: bool
    answered: tuple[bool | None, str]
    doubted: Mapping[Source, SourceCoverage] = field(default_factory=dict)
    elsewhere: list[KnownElsewhere] = field(default_factory=list)


DOUBTED = st.dictionaries(
    st.sampled_from(sorted(CONFIDENTIAL_SOURCES)),
    st.builds(
        SourceCoverage,
        st.sampled_from((NOW, NOW - timedelta(hours=20), NOW - timedelta(days=400))),
        st.sampled_from((True, False, None)),
        st.sampled_from((True, False, None)),
        st.sampled_from((None, NOW, NOW - timedelta(hours=23), NOW - timedelta(days=400))),
        st.integers(0, 2),
    ),
    max_size=3,
)
"""Answers that came late, in part, not at all, or with what could not be read; some are about to expire."""

SECRETS = st.builds(
    Secret,
    st.lists(st.sampled_from(PROTECTED), max_size=6),
    st.lists(st.sampled_from(INCIDENTS), max_size=3),
    st.lists(st.just(HIDDEN_OCCUPANT), max_size=1),
    st.sets(st.sampled_from(sorted(CONFIDENTIAL_SOURCES))),
    st.booleans(),
    st.sampled_from(((None, ""), (False, "nothing known"), (True, "drug use seen at the address"))),
    DOUBTED,
    st.lists(st.sampled_from(ELSEWHERE), max_size=2),
)


def world(
    known: Iterable[Record],
    secret: Secret,
    occupants: Iterable[Occupant] = (),
    asked: Enquiry = ASKED,
    earlier: tuple[EarlierEnquiry, ...] = (),
) -> Case:
    """A case of what staff may know and what they may not."""
    built = case(
        *known,
        asked=asked,
        lives_with=(*occupants, *secret.hidden),
        place=secret.incidents,
        elsewhere=secret.elsewhere,
    )
    doubted: dict[Source, SourceCoverage] = {
        s: c for s, c in secret.doubted.items() if s is not Source.PLACE_REGISTER
    }
    told = {**built.dossier.coverage, **doubted}
    coverage = {s: c for s, c in told.items() if s not in secret.not_asked}
    dossier = replace(
        built.dossier,
        records=tuple(_numbered([*built.dossier.records, *secret.records], secret)),
        coverage=coverage,
        asked_before=tuple(replace(e, stopped=e.stop_shown or secret.stopped) for e in earlier),
    )
    register = secret.doubted.get(Source.PLACE_REGISTER, built.place.coverage)
    register = SourceCoverage() if Source.PLACE_REGISTER in secret.not_asked else register
    return replace(built, dossier=dossier, place=replace(built.place, coverage=register))


def _numbered(records: Iterable[Record], secret: Secret) -> Iterable[Record]:
    """The records with identifiers of their own and, of checks, what was found."""
    concerns, result = secret.answered
    for number, record in enumerate(records, start=1):
        told = replace(record, concerns=concerns, result=result) if isinstance(record, Check) else record
        yield replace(told, source_id=SourceRecordId(f"WORLD-{number}"))
