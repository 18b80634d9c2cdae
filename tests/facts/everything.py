"""Every kind of record, in the shapes that matter, for properties that must hold whatever is on record."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MENTORED,
    MOTHER,
    OCCUPANTS_UNKNOWN,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    REFERRED,
    RELEASE,
    SAME_STREET,
    TODAY,
    Case,
    abuse,
    alert,
    allocation,
    assessment,
    breach,
    case,
    check,
    condition,
    contact,
    conversation,
    conviction,
    custody,
    decision,
    health,
    incident,
    note,
    order,
    own_address,
    protected_place,
    referral,
    registration,
    screening,
    term,
)
from riskflag.enquiry import Occupant, PlacementKind, ProposalStatus
from riskflag.records import (
    AbuseRole,
    Address,
    AddressUse,
    BreachOutcome,
    CheckKind,
    Consent,
    ConvictionOutcome,
    CustodyEventKind,
    DecisionKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    NamedPerson,
    OrderRole,
    PlaceIncident,
    PlaceIncidentKind,
    Point,
    ProtectedPlaceKind,
    RecipientKind,
    Record,
    ScreeningTopic,
    Variation,
    Zone,
)
from riskflag.vocabulary import OrderType, ProhibitionKind, RiskLevel, Source, Visibility
from tests.facts.bands import FLAT_IN_IT, NAME_ALONE, NO_NUMBER, NOT_READABLE, UNREADABLE_NAME

PEOPLE: tuple[NamedPerson, ...] = (
    EX_PARTNER,
    PARTNER,
    MOTHER,
    FRIEND,
    CHILD_OF_NINE,
    NAME_ALONE,
    UNREADABLE_NAME,
)
PLACES: tuple[Address | None, ...] = (
    PROPOSED,
    SAME_STREET,
    OTHER_TOWN,
    FLAT_IN_IT,
    NO_NUMBER,
    NOT_READABLE,
    None,
)
ZONES = (
    None,
    Zone("the town"),
    Zone("near her", radius_metres=200),
    Zone("a circle", Point(400000, 300000), 500),
    Zone("a line", boundary=(Point(1, 1), Point(2, 2))),
)
DAYS = st.sampled_from([TODAY + timedelta(days=n) for n in (-4000, -400, -29, -1, 0, 1, 20, 4000)])
MAYBE_DAYS = st.none() | DAYS
WHO, WHERE = st.sampled_from(PEOPLE), st.sampled_from(PLACES)
VICTIMS = st.lists(WHO, max_size=2).map(tuple)
TERMS = st.builds(
    lambda kind, place, zone, ends_on, allows: replace(
        term(kind, place=place, zone=zone), ends_on=ends_on, allows=allows
    ),
    st.sampled_from(ProhibitionKind),
    WHERE,
    st.sampled_from(ZONES),
    MAYBE_DAYS,
    st.sampled_from([None, "may live there", "but not to live there"]),
)
VARIATIONS = st.lists(
    st.builds(Variation, DAYS, st.booleans(), st.lists(TERMS, max_size=1).map(tuple), MAYBE_DAYS), max_size=2
)
ORDERS = st.builds(
    lambda terms, kind, protects, made_on, versions, **changes: replace(
        order(*terms, kind=kind, protects=protects, made_on=made_on), variations=tuple(versions), **changes
    ),
    st.lists(TERMS, max_size=2),
    st.sampled_from(OrderType),
    VICTIMS,
    MAYBE_DAYS,
    VARIATIONS,
    interim=st.booleans(),
    person_is=st.sampled_from(OrderRole),
    expires_on=MAYBE_DAYS,
    duration_wording=st.sampled_from([None, "until further order", "tw? ye?rs", ""]),
    discharged_on=MAYBE_DAYS,
    discharge_evidence=st.sampled_from([None, "", " ", "sealed order"]),
    hearing_on=MAYBE_DAYS,
    served_on=MAYBE_DAYS,
    present_when_made=st.sampled_from([None, True, False]),
    visibility=st.sampled_from([None, None, *Visibility]),
)
CODES = st.sampled_from(["00806", "00831", "00826", "01612", "05601", "07751", "99999", "00867"])
CONVICTIONS = st.builds(
    lambda code, victims, on, outcome, at, months: conviction(
        code, "an offence", *victims, on=on, outcome=outcome, location=at, custody_months=months
    ),
    CODES,
    VICTIMS,
    MAYBE_DAYS,
    st.sampled_from(ConvictionOutcome),
    WHERE,
    st.sampled_from([None, 0, 12, 900]),
)
EVENTS = st.builds(
    lambda kind, who, on, role, sure, at: replace(abuse(kind, who, on, role, sure), at=at),
    st.sampled_from(DomesticAbuseKind),
    WHO,
    MAYBE_DAYS,
    st.sampled_from(AbuseRole),
    st.booleans(),
    WHERE,
)
HOMES = st.builds(protected_place, WHO, WHERE, MAYBE_DAYS, st.sampled_from(ProtectedPlaceKind))
CHECKS = st.builds(
    lambda kind, asked, answered: replace(check(kind, asked, answered), result="assessed: drug use seen"),
    st.sampled_from(CheckKind),
    MAYBE_DAYS,
    MAYBE_DAYS,
)
CONDITIONS = st.builds(
    lambda prohibition, names, code: condition(prohibition, *names, code=code),
    TERMS,
    VICTIMS,
    st.sampled_from([None, "4858cd8b", "no-such-code"]),
)
OTHERS: st.SearchStrategy[Record] = st.one_of(
    st.builds(breach, DAYS, outcome=st.sampled_from(BreachOutcome)),
    st.builds(alert, st.sampled_from(["OHCO", "P22", "SONR", "XA", "ZZZZ"]), active_to=MAYBE_DAYS),
    st.builds(registration, st.sampled_from(["ADVP", "NOTMAPPA", None, "??"]), st.just("words"), MAYBE_DAYS),
    st.builds(assessment, st.sampled_from([None, *RiskLevel]), DAYS),
    st.builds(custody, st.sampled_from(CustodyEventKind), DAYS),
    st.builds(contact, WHO, WHERE),
    st.builds(
        conversation,
        WHO,
        st.sampled_from(Consent),
        st.sampled_from([None, True, False]),
        st.sampled_from([None, True, False]),
    ),
    st.builds(decision, st.sampled_from(DecisionKind), st.just("unsuitable")),
    st.builds(lambda at: note("a drug den; she is pregnant", address=at), WHERE),
    st.builds(screening, st.sampled_from(ScreeningTopic), st.sampled_from([None, True, False])),
    st.builds(health, st.sampled_from(HealthAndCareKind), DAYS),
    st.builds(own_address, WHERE.filter(bool), st.sampled_from(AddressUse)),
    st.builds(referral, sent_on=MAYBE_DAYS),
    st.builds(allocation, st.sampled_from([None, "An Officer"]), DAYS),
)
RECORDS: st.SearchStrategy[Record] = st.one_of(ORDERS, CONVICTIONS, EVENTS, HOMES, CONDITIONS, CHECKS, OTHERS)
OCCUPANTS = st.builds(Occupant, WHO, visibility=st.sampled_from(Visibility))
INCIDENTS: st.SearchStrategy[PlaceIncident] = st.builds(
    incident, st.sampled_from(PlaceIncidentKind), DAYS, WHERE.filter(bool)
)
REFERRALS = (
    REFERRED,
    MENTORED,
    replace(MENTORED, site=None, nothing_to_attend=True),
    replace(MENTORED, recipient=RecipientKind.EMPLOYER, children_attend=True, regulated_work=True),
    replace(MENTORED, recipient=RecipientKind.APPROVED_PREMISES, text="arson, knife, Beth"),
    replace(MENTORED, recipient=RecipientKind.SUBSTANCE_MISUSE_SERVICE, text=None),
    replace(REFERRED, site=None, address_status=ProposalStatus.NOT_STATED, address_confirmed_on=None),
)
ENQUIRIES = st.sampled_from(
    [
        ASKED,
        OCCUPANTS_UNKNOWN,
        replace(ASKED, address=None, no_fixed_abode=True),
        replace(ASKED, release_date=None, licence_ends_on=None),
        replace(ASKED, release_date=RELEASE - timedelta(days=4000), use_to=TODAY),
        replace(ASKED, placement=PlacementKind.OWN_TENANCY),
        *REFERRALS,
    ]
)
CASES: st.SearchStrategy[Case] = st.builds(
    lambda records, asked, occupants, incidents, not_asked: case(
        *records, asked=asked, lives_with=occupants, place=incidents, not_asked=not_asked
    ),
    st.lists(RECORDS, max_size=6),
    ENQUIRIES,
    st.lists(OCCUPANTS, max_size=3),
    st.lists(INCIDENTS, max_size=2),
    st.sets(st.sampled_from(Source), max_size=3),
)
"""Any case, of up to six records and three occupants."""
