"""What an OASys assessment answers of the questions that the published predictors of reoffending ask."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemLevel(StrEnum):
    """How far something was assessed to be a problem, as OASys scores it: 0, 1 and 2."""

    NO_PROBLEMS = "no_problems"
    SOME_PROBLEMS = "some_problems"
    SIGNIFICANT_PROBLEMS = "significant_problems"


class Motivation(StrEnum):
    """How far the person wants to tackle drug misuse, as OASys scores it: 0, 1 and 2."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


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
class OasysAnswers:
    """Answers of one assessment, or of a part of it. Null is an answer that nobody gave.

    The answer on domestic abuse by the person (6.7) is the assessment's own.

    weapon_carried_or_used: a weapon was carried or used in the current offence (OASys 2.2)
    accommodation: suitability of accommodation (3.4)
    unemployed: out of work (4.2)
    relationship_problems: the current relationship with a partner (6.4)
    relationship_status: whether there is a partner (6.8)
    activities_encourage_offending: regular activities encourage offending (7.2)
    drugs_in_use: drugs in current use (8); an empty list says that there are none
    motivation_to_tackle_drug_misuse: how far the person wants to tackle drug misuse (8.8)
    chronic_drinking: alcohol use is a current problem (9.1)
    binge_drinking: excessive alcohol use in the last six months (9.2)
    impulsivity: acting without thinking (11.2)
    temper_control: losing one's temper (11.4)
    pro_criminal_attitudes: attitudes that favour crime (12.1)
    past_offences: serious offences of which the person was convicted before; an empty list says none
    """

    weapon_carried_or_used: bool | None = None
    accommodation: ProblemLevel | None = None
    unemployed: bool | None = None
    relationship_problems: ProblemLevel | None = None
    relationship_status: RelationshipStatus | None = None
    activities_encourage_offending: ProblemLevel | None = None
    drugs_in_use: tuple[Drug, ...] | None = None
    motivation_to_tackle_drug_misuse: Motivation | None = None
    chronic_drinking: ProblemLevel | None = None
    binge_drinking: ProblemLevel | None = None
    impulsivity: ProblemLevel | None = None
    temper_control: ProblemLevel | None = None
    pro_criminal_attitudes: ProblemLevel | None = None
    past_offences: tuple[PastOffence, ...] | None = None
