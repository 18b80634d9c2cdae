"""The field's own words: identifiers as distinct types, and every closed list as an enumeration.

Values are what travels in files and over HTTP; names are what the code says.
"""

from enum import StrEnum
from typing import NewType

NomsNumber = NewType("NomsNumber", str)
CaseReferenceNumber = NewType("CaseReferenceNumber", str)
PncNumber = NewType("PncNumber", str)
Uprn = NewType("Uprn", str)
PersonId = NewType("PersonId", str)
AssessmentId = NewType("AssessmentId", str)
RuleCode = NewType("RuleCode", str)
SourceRecordId = NewType("SourceRecordId", str)
OffenceCode = NewType("OffenceCode", str)


class Source(StrEnum):
    """A body of records that is asked for as one, so that coverage can be stated for it."""

    CONVICTIONS = "convictions"
    PROTECTIVE_ORDERS = "protective_orders"
    ORDER_BREACHES = "order_breaches"
    DOMESTIC_ABUSE = "domestic_abuse"
    ALERTS = "alerts"
    REGISTRATIONS = "registrations"
    RISK_ASSESSMENTS = "risk_assessments"
    LICENCE_CONDITIONS = "licence_conditions"
    CONTACTS = "contacts"
    ADDRESSES = "addresses"
    SCREENING = "screening"
    ALLOCATION = "allocation"
    ACCESS_LIMITS = "access_limits"
    CHECKS = "checks"
    REFERRALS = "referrals"
    CUSTODY = "custody"
    HEALTH_AND_CARE = "health_and_care"
    HOUSEHOLD_ENQUIRIES = "household_enquiries"
    PROTECTED_PLACES = "protected_places"
    PLACE_REGISTER = "place_register"


class SourceSystem(StrEnum):
    """The system or body a record came from."""

    NOMIS = "nomis"
    NDELIUS = "ndelius"
    OASYS = "oasys"
    POLICE_NATIONAL_COMPUTER = "police_national_computer"
    POLICE = "police"
    COURT = "court"
    CREATE_AND_VARY_A_LICENCE = "create_and_vary_a_licence"
    RESETTLEMENT_PASSPORT = "resettlement_passport"
    BASIC_CUSTODY_SCREENING = "basic_custody_screening"
    CHILDRENS_SERVICES = "childrens_services"
    VICTIM_LIAISON = "victim_liaison"
    HEALTHCARE = "healthcare"
    PROVIDER = "provider"
    RISKFLAG = "riskflag"
    OTHER = "other"


class Severity(StrEnum):
    """What a flag asks for. STOP: must not go ahead without the named decision. ACT: do this before
    release or within the time stated. INFORM: tell the named people."""

    STOP = "stop"
    ACT = "act"
    INFORM = "inform"


class Verdict(StrEnum):
    """The whole answer. Anything unknown, missing or expired is read as INCOMPLETE."""

    FLAGS_RAISED = "flags_raised"
    INCOMPLETE = "incomplete"
    NO_FLAGS_FOUND = "no_flags_found"


class EnquiryKind(StrEnum):
    """What is being asked about."""

    ADDRESS = "address"
    REFERRAL = "referral"


class Role(StrEnum):
    """Who is asking. A record feed is a system that sends records; it reads nothing."""

    RESETTLEMENT_STAFF = "resettlement_staff"
    RESPONSIBLE_OFFICER = "responsible_officer"
    DATA_SCIENTIST = "data_scientist"
    AUDITOR = "auditor"
    RECORD_FEED = "record_feed"


class AgreementReason(StrEnum):
    """Why a second person agrees that more addresses are asked about for somebody."""

    SEVERAL_HOMES_CONSIDERED = "several_homes_considered"
    PLACEMENT_FELL_THROUGH = "placement_fell_through"
    MOVES_OFTEN = "moves_often"
    RECORDS_PUT_RIGHT = "records_put_right"


class Visibility(StrEnum):
    """Whether the person the record is about already knows what it says."""

    KNOWN_TO_SUBJECT = "known_to_subject"
    PROTECTED = "protected"


class HarmFamily(StrEnum):
    """The kind of harm, or of failure, that a rule is about."""

    DOMESTIC_ABUSE = "domestic_abuse"
    STALKING_AND_HARASSMENT = "stalking_and_harassment"
    CHILDREN = "children"
    SEXUAL_HARM = "sexual_harm"
    KNOWN_ADULT = "known_adult"
    PUBLIC = "public"
    STAFF = "staff"
    EXPLOITATION = "exploitation"
    PERSON_AS_VICTIM = "person_as_victim"
    VULNERABILITY = "vulnerability"
    PROCESS_GAP = "process_gap"


class Confirmation(StrEnum):
    """How far the basis of a rule was checked against its source."""

    CONFIRMED = "confirmed"
    PARTLY_CONFIRMED = "partly_confirmed"
    NOT_CONFIRMED = "not_confirmed"


class OrderType(StrEnum):
    """Every kind of order, notice or condition that can bind a person at an address."""

    RESTRAINING_ORDER = "restraining_order"
    RESTRAINING_ORDER_ON_ACQUITTAL = "restraining_order_on_acquittal"
    NON_MOLESTATION_ORDER = "non_molestation_order"
    OCCUPATION_ORDER = "occupation_order"
    UNDERTAKING = "undertaking"
    DOMESTIC_VIOLENCE_PROTECTION_NOTICE = "domestic_violence_protection_notice"
    DOMESTIC_VIOLENCE_PROTECTION_ORDER = "domestic_violence_protection_order"
    DOMESTIC_ABUSE_PROTECTION_NOTICE = "domestic_abuse_protection_notice"
    DOMESTIC_ABUSE_PROTECTION_ORDER = "domestic_abuse_protection_order"
    SEXUAL_HARM_PREVENTION_ORDER = "sexual_harm_prevention_order"
    SEXUAL_OFFENCES_PREVENTION_ORDER = "sexual_offences_prevention_order"
    SEXUAL_RISK_ORDER = "sexual_risk_order"
    RISK_OF_SEXUAL_HARM_ORDER = "risk_of_sexual_harm_order"
    STALKING_PROTECTION_ORDER = "stalking_protection_order"
    CRIMINAL_BEHAVIOUR_ORDER = "criminal_behaviour_order"
    ANTI_SOCIAL_BEHAVIOUR_INJUNCTION = "anti_social_behaviour_injunction"
    RESPECT_ORDER = "respect_order"
    YOUTH_INJUNCTION = "youth_injunction"
    HOUSING_INJUNCTION = "housing_injunction"
    FORCED_MARRIAGE_PROTECTION_ORDER = "forced_marriage_protection_order"
    FEMALE_GENITAL_MUTILATION_PROTECTION_ORDER = "female_genital_mutilation_protection_order"
    HARASSMENT_INJUNCTION = "harassment_injunction"
    COURT_BAIL = "court_bail"
    POLICE_BAIL = "police_bail"
    LICENCE = "licence"
    SEX_OFFENDER_NOTIFICATION = "sex_offender_notification"
    VIOLENT_OFFENDER_ORDER = "violent_offender_order"
    SERIOUS_CRIME_PREVENTION_ORDER = "serious_crime_prevention_order"
    SLAVERY_AND_TRAFFICKING_PREVENTION_ORDER = "slavery_and_trafficking_prevention_order"
    SLAVERY_AND_TRAFFICKING_RISK_ORDER = "slavery_and_trafficking_risk_order"
    KNIFE_CRIME_PREVENTION_ORDER = "knife_crime_prevention_order"
    SERIOUS_VIOLENCE_REDUCTION_ORDER = "serious_violence_reduction_order"
    GANG_INJUNCTION = "gang_injunction"
    TERRORISM_PREVENTION_MEASURE = "terrorism_prevention_and_investigation_measure"
    FAMILY_OR_CHILD_ORDER = "family_or_child_order"
    CLOSURE_NOTICE = "closure_notice"
    CLOSURE_ORDER = "closure_order"
    COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER = "community_or_suspended_sentence_order"
    OTHER_ORDER = "other_order"


class ProhibitionKind(StrEnum):
    """What one term of an order or licence forbids or requires."""

    NO_CONTACT = "no_contact"
    NO_APPROACH = "no_approach"
    NO_ENTER_HOME_OF = "no_enter_home_of"
    NO_RESIDE_WITH = "no_reside_with"
    NO_ENTER_ADDRESS = "no_enter_address"
    NO_ATTEND_ADDRESS = "no_attend_address"
    LEAVE_PREMISES = "leave_premises"
    OCCUPATION_EXCLUSION = "occupation_exclusion"
    EXCLUSION_AREA = "exclusion_area"
    NO_VIOLENCE_OR_HARASSMENT = "no_violence_or_harassment"
    NO_CONTACT_WITH_CHILDREN = "no_contact_with_children"
    NO_RESIDE_WITH_CHILDREN = "no_reside_with_children"
    NO_ASSOCIATION = "no_association"
    NO_POSSESSION = "no_possession"
    DEVICES_OR_INTERNET = "devices_or_internet"
    RESIDE_AT = "reside_at"
    CURFEW_AT = "curfew_at"
    NOTIFY = "notify"
    PREMISES_CLOSED = "premises_closed"
    OTHER = "other"


class Relationship(StrEnum):
    """What somebody is to the person the enquiry is about."""

    SPOUSE = "spouse"
    PARTNER = "partner"
    EX_SPOUSE = "ex_spouse"
    EX_PARTNER = "ex_partner"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    CHILD = "child"
    STEPCHILD = "stepchild"
    OTHER_RELATIVE = "other_relative"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"
    CO_DEFENDANT = "co_defendant"
    LANDLORD = "landlord"
    CARER = "carer"
    PROFESSIONAL = "professional"
    ACQUAINTANCE = "acquaintance"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


INTIMATE = frozenset(
    {Relationship.SPOUSE, Relationship.PARTNER, Relationship.EX_SPOUSE, Relationship.EX_PARTNER}
)
RELATIVES = frozenset(
    {
        Relationship.PARENT,
        Relationship.SIBLING,
        Relationship.GRANDPARENT,
        Relationship.CHILD,
        Relationship.STEPCHILD,
        Relationship.OTHER_RELATIVE,
    }
)
PERSONALLY_CONNECTED = INTIMATE | RELATIVES
"""Domestic Abuse Act 2021 s.2: partners, former partners and relatives."""


class RiskLevel(StrEnum):
    """Risk of serious harm, in rising order."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


class AddressBand(StrEnum):
    """How far two addresses are the same place."""

    SAME_PROPERTY = "same_property"
    SAME_BUILDING = "same_building"
    POSSIBLE = "possible"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot_tell"


class PersonBand(StrEnum):
    """How far two descriptions are of one person. SAME_PERSON rests on an identifier, on surname and
    date of birth, or on a name together with the same relationship; a name alone is CONFIRM_IDENTITY."""

    SAME_PERSON = "same_person"
    CONFIRM_IDENTITY = "confirm_identity"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot_tell"
