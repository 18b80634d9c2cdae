"""What the published instruments ask about a person: the record, and answers from an assessment."""

from dataclasses import dataclass
from datetime import date

from riskflag.records import Drug, OasysAnswers, Sex


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentAnswers(OasysAnswers):
    """What the dynamic instruments ask besides. Null is an answer that nobody gave.

    domestic_abuse: evidence of domestic abuse by the person (OASys 6.7)
    drugs_in_use: drugs in current use; none unless said otherwise, as the instruments take it
    """

    domestic_abuse: bool | None = None
    drugs_in_use: tuple[Drug, ...] | None = ()


NO_ANSWERS = AssessmentAnswers()
