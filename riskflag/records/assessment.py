"""What systems flag and what staff assessed: alerts, registrations, risk assessments, health and care."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from riskflag.records.base import Record
from riskflag.records.oasys_answers import OasysAnswers
from riskflag.reference.flags import find_alert, find_register
from riskflag.vocabulary import RiskLevel, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert(Record):
    """A prison (NOMIS) alert.

    code: alert code ("OHCO")
    comment: what was written with it
    active_from: first day
    active_to: last day; null while it is open
    active: whether its system counts it as open; null where it does not say
    """

    source: ClassVar[Source] = Source.ALERTS

    code: str
    comment: str = ""
    active_from: date | None = None
    active_to: date | None = None
    active: bool | None = None

    @property
    def always_protected(self) -> bool:
        """What the alert itself holds in confidence."""
        alert = find_alert(self.code)
        return alert is not None and alert.in_confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Record):
    """A probation (nDelius) registration.

    code: register type code ("ADVP"); null where the type has no published code
    description: register type in words
    level: level or category
    notes: what was written with it
    started_on: first day
    ended_on: last day; null while it is open
    review_due_on: when it should next be reviewed
    active: whether its system counts it as open; null where it does not say
    """

    source: ClassVar[Source] = Source.REGISTRATIONS

    code: str | None
    description: str
    level: str | None = None
    notes: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    review_due_on: date | None = None
    active: bool | None = None

    @property
    def always_protected(self) -> bool:
        """What the register itself holds in confidence."""
        register = find_register(self.code, self.description)
        return register is not None and register.in_confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAssessment(Record):
    """One assessment of risk of serious harm. ``happened_on`` is the date of the assessment.

    tool: which assessment ("OASys layer 3")
    overall: overall level
    to_public: level of risk to the public
    to_known_adult: level of risk to a known adult
    to_children: level of risk to children
    to_staff: level of risk to staff
    weapon_considered: whether it takes weapons into account; null where it does not say
    domestic_abuse_perpetrator: OASys 6.7, the person has perpetrated domestic abuse
    domestic_abuse_victim: OASys 6.7, the person has been a victim of domestic abuse
    fire_setting: whether it records arson or fire-setting
    answers: its answers to what the predictors of reoffending ask; null where none came with it
    words: the passages relied on
    """

    source: ClassVar[Source] = Source.RISK_ASSESSMENTS

    tool: str
    overall: RiskLevel | None = None
    to_public: RiskLevel | None = None
    to_known_adult: RiskLevel | None = None
    to_children: RiskLevel | None = None
    to_staff: RiskLevel | None = None
    weapon_considered: bool | None = None
    domestic_abuse_perpetrator: bool | None = None
    domestic_abuse_victim: bool | None = None
    fire_setting: bool | None = None
    answers: OasysAnswers | None = None
    words: str = ""


class Predictor(StrEnum):
    """A published instrument that says how likely an outcome is."""

    GENERAL_RECONVICTION = "ogrs3"
    GENERAL_OFFENDING = "ogp"
    VIOLENT_OFFENDING = "ovp"
    SERIOUS_RECIDIVISM = "rsr"
    CONTACT_SEXUAL = "osp_contact"
    INDECENT_IMAGE_SEXUAL = "osp_indecent"
    DIRECT_CONTACT_SEXUAL = "osp_direct_contact"
    INDIRECT_IMAGE_SEXUAL = "osp_indirect_image"


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictorScore(Record):
    """What one instrument gave. ``happened_on`` is the date of the assessment that it belongs to.

    predictor: which instrument
    in_one_year: probability within one year, in hundredths of a per cent
    in_two_years: probability within two years, in hundredths of a per cent
    likelihood: probability that is stated without a period, in hundredths of a per cent
    band: the band in which it was put
    dynamic: whether answers about the person's life went into it, and not the record alone; null unknown
    """

    source: ClassVar[Source] = Source.RISK_ASSESSMENTS

    predictor: Predictor
    in_one_year: int | None = None
    in_two_years: int | None = None
    likelihood: int | None = None
    band: RiskLevel | None = None
    dynamic: bool | None = None


class HealthAndCareKind(StrEnum):
    """What a health or care record is about. SELF_HARM_CONCERN: that suicide or self-harm is, or was, thought
    likely, plan or no plan. VULNERABILITY: that the person is thought vulnerable, or not to cope somewhere.
    """

    DIAGNOSIS = "diagnosis"
    MEDICATION = "medication"
    HOSPITAL_ADMISSION = "hospital_admission"
    SELF_HARM_PLAN = "self_harm_plan"
    SELF_HARM_CONCERN = "self_harm_concern"
    VULNERABILITY = "vulnerability"
    COGNITION_OBSERVED = "cognition_observed"
    LEARNING_DISABILITY = "learning_disability"
    CAPACITY_OR_CARE_ASSESSMENT = "capacity_or_care_assessment"
    HANDOVER = "handover"
    COMMUNITY_APPOINTMENT = "community_appointment"
    SUBSTANCE_RECOVERY = "substance_recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthAndCareRecord(Record):
    """A need, an observation, an assessment or a handover. Only what placement and handover need.

    ``happened_on`` of an appointment is its own day, which may be after it was recorded.

    kind: what it is about
    mental_health: whether it is about mental health
    words: what was written, briefly
    told_responsible_officer: whether the responsible officer was told; null unknown
    """

    source: ClassVar[Source] = Source.HEALTH_AND_CARE
    may_lie_ahead: ClassVar[frozenset[HealthAndCareKind]] = frozenset(
        {HealthAndCareKind.COMMUNITY_APPOINTMENT}
    )

    kind: HealthAndCareKind
    mental_health: bool = False
    words: str = ""
    told_responsible_officer: bool | None = None
