"""What the published instruments ask about a person: the record, and answers from an assessment."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from riskflag.records import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class OffendingHistory:
    """What the static instruments ask. Null is unknown, and an unknown input gives no score.

    sex: as recorded; not known counts as missing
    date_of_birth: when the person was born
    assessed_on: the day of the assessment; OGRS3 does not ask
    current_conviction_on: the day of the conviction or caution that brought the person here
    current_offence_code: Home Office code of its offence, five digits
    sanction_occasions: convictions and cautions, each day of court counted once, the current one too
    violent_sanctions: those of them that were for violence; OGRS3 and ARP do not ask
    age_at_first_sanction: in whole years
    follow_up_start: release, or the start of the community sentence
    cautions_only: whether no sanction was ever a conviction; only OGRS3 tells the difference
    """

    sex: Sex = Sex.NOT_KNOWN
    date_of_birth: date | None = None
    assessed_on: date | None = None
    current_conviction_on: date | None = None
    current_offence_code: str | None = None
    sanction_occasions: int | None = None
    violent_sanctions: int | None = None
    age_at_first_sanction: int | None = None
    follow_up_start: date | None = None
    cautions_only: bool = False


class ProblemLevel(IntEnum):
    """How far something was assessed to be a problem."""

    NO_PROBLEMS = 0
    SOME_PROBLEMS = 1
    SIGNIFICANT_PROBLEMS = 2


class Motivation(IntEnum):
    """How far the person wants to tackle drug misuse. The number rises as the motivation falls."""

    FULL = 0
    PARTIAL = 1
    NONE = 2


class RelationshipStatus(StrEnum):
    """Whether the person has a partner, and lives with them."""

    NOT_IN_RELATIONSHIP = "not_in_relationship"
    LIVING_TOGETHER = "living_together"
    NOT_LIVING_TOGETHER = "not_living_together"


class Drug(StrEnum):
    """A drug in current use."""

    HEROIN = "heroin"
    METHADONE = "methadone"
    OTHER_OPIATES = "other_opiates"
    CRACK_COCAINE = "crack_cocaine"
    POWDER_COCAINE = "powder_cocaine"
    MISUSED_PRESCRIPTION_DRUGS = "misused_prescription_drugs"
    BENZODIAZEPINES = "benzodiazepines"
    CANNABIS = "cannabis"
    STEROIDS = "steroids"
    KETAMINE = "ketamine"
    SPICE = "spice"
    HALLUCINOGENS = "hallucinogens"
    SOLVENTS = "solvents"
    OTHER_DRUGS = "other_drugs"


class PastOffence(StrEnum):
    """A serious offence for which the person was convicted before."""

    HOMICIDE = "homicide"
    WOUNDING_OR_GRIEVOUS_BODILY_HARM = "wounding_or_grievous_bodily_harm"
    KIDNAPPING = "kidnapping"
    FIREARMS = "firearms"
    ROBBERY = "robbery"
    AGGRAVATED_BURGLARY = "aggravated_burglary"
    WEAPON = "weapon"
    CRIMINAL_DAMAGE = "criminal_damage"
    ARSON = "arson"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentAnswers:
    """What the dynamic instruments ask besides. Null is an answer that nobody gave.

    weapon_carried_or_used: a weapon was carried or used in the current offence (OASys 2.2)
    accommodation: suitability of accommodation (3.4)
    unemployed: out of work (4.2)
    relationship_problems: the current relationship with a partner (6.4)
    domestic_abuse: evidence of domestic abuse by the person (6.7)
    relationship_status: whether there is a partner (6.8)
    activities_encourage_offending: regular activities encourage offending (7.2)
    drugs_in_use: drugs in current use (8); those that nobody mentioned count as not used
    motivation_to_tackle_drug_misuse: (8.8)
    chronic_drinking: alcohol use is a current problem (9.1)
    binge_drinking: excessive alcohol use in the last six months (9.2)
    impulsivity: (11.2)
    temper_control: (11.4)
    pro_criminal_attitudes: (12.1)
    past_offences: serious offences of which the person was convicted before
    """

    weapon_carried_or_used: bool | None = None
    accommodation: ProblemLevel | None = None
    unemployed: bool | None = None
    relationship_problems: ProblemLevel | None = None
    domestic_abuse: bool | None = None
    relationship_status: RelationshipStatus | None = None
    activities_encourage_offending: ProblemLevel | None = None
    drugs_in_use: frozenset[Drug] = frozenset()
    motivation_to_tackle_drug_misuse: Motivation | None = None
    chronic_drinking: ProblemLevel | None = None
    binge_drinking: ProblemLevel | None = None
    impulsivity: ProblemLevel | None = None
    temper_control: ProblemLevel | None = None
    pro_criminal_attitudes: ProblemLevel | None = None
    past_offences: frozenset[PastOffence] | None = None


NO_ANSWERS = AssessmentAnswers()
