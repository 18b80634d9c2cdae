"""What a referral's text can say of risk, what it should not say, and how surely a text says it."""

from dataclasses import dataclass
from enum import StrEnum


class RiskTheme(StrEnum):
    """A risk that whoever may house the person has to know of.

    RISK_TO_STAFF: violence or threats to staff or landlords, or a home lost over threatening behaviour
    PROTECTIVE_ORDER: an order, registration or condition that limits where the person may be or with whom
    NO_GO_AREA: a place or area that the person must keep out of, whoever says so
    """

    ARSON = "arson"
    VIOLENCE = "violence"
    DOMESTIC_ABUSE = "domestic_abuse"
    SEXUAL_OFFENDING = "sexual_offending"
    RISK_TO_CHILDREN = "risk_to_children"
    RISK_TO_STAFF = "risk_to_staff"
    WEAPONS = "weapons"
    DRUG_SUPPLY = "drug_supply"
    SUBSTANCE_MISUSE = "substance_misuse"
    MENTAL_HEALTH = "mental_health"
    SUICIDE_OR_SELF_HARM = "suicide_or_self_harm"
    STALKING_OR_HARASSMENT = "stalking_or_harassment"
    HATE = "hate"
    GANG = "gang"
    PROTECTIVE_ORDER = "protective_order"
    NO_GO_AREA = "no_go_area"


class DisclosureTheme(StrEnum):
    """Something that a referral should not say, or not to everybody who reads it.

    VICTIM_OR_CHILD_IDENTITY: who a victim or a child is
    PROTECTED_WHEREABOUTS: where a protected person lives, works, learns or is sheltered
    VICTIM_LIAISON: what a victim liaison officer or the victim contact scheme passed on
    MARAC: that a case was heard at a multi-agency risk assessment conference, or what was said there
    POLICE_INTELLIGENCE: what police know or believe and have not charged
    IRRELEVANT_CONVICTION: a conviction that tells a landlord nothing (spent, cautions, driving)
    HEALTH_DETAIL: an illness, a result or a treatment that is nobody's business but the person's
    FULL_ASSESSMENT_ATTACHED: a whole assessment sent along instead of what is needed
    """

    VICTIM_OR_CHILD_IDENTITY = "victim_or_child_identity"
    PROTECTED_WHEREABOUTS = "protected_whereabouts"
    VICTIM_LIAISON = "victim_liaison"
    MARAC = "marac"
    POLICE_INTELLIGENCE = "police_intelligence"
    IRRELEVANT_CONVICTION = "irrelevant_conviction"
    HEALTH_DETAIL = "health_detail"
    SEX_WORK = "sex_work"
    TRAFFICKING = "trafficking"
    WITNESS = "witness"
    GENDER_RECOGNITION = "gender_recognition"
    FULL_ASSESSMENT_ATTACHED = "full_assessment_attached"


class Stance(StrEnum):
    """How surely a text says something. STATED: it says so of the person. DENIED: it says that it is not so.
    UNSURE: a person must check the text, because it is hedged, of somebody else, contradicted or unclear."""

    STATED = "stated"
    DENIED = "denied"
    UNSURE = "unsure"


Theme = RiskTheme | DisclosureTheme


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a text says, or may say.

    theme: what it is about
    stance: how surely it is said of the person
    words: the words relied on, as they stand in the text, with those that made it denied or unsure
    start, end: where those words stand: ``text[start:end] == words``
    """

    theme: Theme
    stance: Stance
    words: str
    start: int
    end: int
