"""What was asked, sent, answered and allocated on the way to release."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from riskflag.records.base import Address, Record
from riskflag.vocabulary import Source


class ScreeningTopic(StrEnum):
    """What a screening question is about."""

    ACCOMMODATION = "accommodation"
    DOMESTIC_ABUSE = "domestic_abuse"
    VIOLENCE = "violence"
    SEXUAL_OFFENDING = "sexual_offending"
    CHILDREN = "children"
    ARSON = "arson"
    RISK_TO_OTHERS = "risk_to_others"
    RISK_TO_STAFF = "risk_to_staff"
    HEALTH = "health"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningAnswer(Record):
    """One answer in a screening or resettlement plan.

    tool: which screening
    topic: what the question is about
    concern: whether the answer records a concern; null where the question was not answered
    words: the answer as written ("has an address to return to")
    """

    source: ClassVar[Source] = Source.SCREENING

    tool: str
    topic: ScreeningTopic
    concern: bool | None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibleOfficerAllocation(Record):
    """Who manages the person in the community. ``happened_on`` is the date of allocation.

    officer: name; null while nobody is allocated
    team: team and office
    telephone: how to reach them
    email: how to reach them
    met_person_on: first three-way or direct contact with the person; null where none is recorded
    ended_on: when the allocation ended
    """

    source: ClassVar[Source] = Source.ALLOCATION

    officer: str | None
    team: str = ""
    telephone: str | None = None
    email: str | None = None
    met_person_on: date | None = None
    ended_on: date | None = None


class CheckKind(StrEnum):
    """What somebody else was asked."""

    POLICE_DOMESTIC_ABUSE = "police_domestic_abuse"
    CHILDRENS_SERVICES = "childrens_services"
    VICTIM_LIAISON = "victim_liaison"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """An enquiry made of police, children's services or victim liaison about the person and an address.

    kind: who was asked what
    address: the address asked about; null means the person only
    requested_on: when it was sent
    returned_on: when the answer came; null while it is outstanding
    concerns: whether the answer raises a concern; null unknown
    result: the answer in words
    """

    source: ClassVar[Source] = Source.CHECKS

    kind: CheckKind
    address: Address | None = None
    requested_on: date | None = None
    returned_on: date | None = None
    concerns: bool | None = None
    result: str = ""

    @property
    def always_protected(self) -> bool:
        """Whatever victim liaison was asked."""
        return self.kind is CheckKind.VICTIM_LIAISON

    def known_part(self) -> "Check | None":
        """That a check was made, and when; never what it found, and nothing of victim liaison."""
        return None if self.protected else replace(self, concerns=None, result="")


class RecipientKind(StrEnum):
    """To whom a person is referred."""

    HOUSING_PROVIDER = "housing_provider"
    APPROVED_PREMISES = "approved_premises"
    SUBSTANCE_MISUSE_SERVICE = "substance_misuse_service"
    MENTAL_HEALTH_SERVICE = "mental_health_service"
    EMPLOYER = "employer"
    MENTOR = "mentor"
    EDUCATION = "education"
    BENEFITS = "benefits"
    OTHER = "other"


class ReferralStatus(StrEnum):
    """How far a referral has got, as the record says."""

    DRAFTED = "drafted"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Record):
    """A referral made for the person.

    recipient: kind of recipient
    status: how far it has got
    sent_on: when it was sent
    text: what it said
    outcome: what came of it, in words
    suitable: whether what was offered is suitable; null unknown
    """

    source: ClassVar[Source] = Source.REFERRALS

    recipient: RecipientKind
    status: ReferralStatus
    sent_on: date | None = None
    text: str = ""
    outcome: str | None = None
    suitable: bool | None = None
