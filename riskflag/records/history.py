"""What the person has done and what has been done to them: convictions, domestic abuse, custody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from riskflag.records.base import Address, NamedPerson, Record
from riskflag.vocabulary import OffenceCode, Source, Visibility


class ConvictionOutcome(StrEnum):
    """What the case came to."""

    CONVICTED = "convicted"
    CAUTIONED = "cautioned"
    PENDING = "pending"
    ACQUITTED = "acquitted"
    QUASHED = "quashed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conviction(Record):
    """One offence and what became of it. ``happened_on`` is the offence date.

    offence_code: Home Office code (five digits) or CJS code
    description: the offence in words
    outcome: what the case came to
    convicted_on: date of conviction or caution
    custody_months: length of the custodial sentence, in months; null where none or unknown
    victims: who was harmed, with their relationship
    location: where it happened
    method: how it was done, in the record's words
    domestic_abuse_found: the court found or stated domestic abuse; null where it did not say
    """

    source: ClassVar[Source] = Source.CONVICTIONS

    offence_code: OffenceCode
    description: str
    outcome: ConvictionOutcome = ConvictionOutcome.CONVICTED
    convicted_on: date | None = None
    custody_months: int | None = None
    victims: tuple[NamedPerson, ...] = ()
    location: Address | None = None
    method: str = ""
    domestic_abuse_found: bool | None = None


class DomesticAbuseKind(StrEnum):
    """The sort of behaviour recorded."""

    PHYSICAL_VIOLENCE = "physical_violence"
    STRANGULATION = "strangulation"
    SEXUAL_VIOLENCE = "sexual_violence"
    THREATS = "threats"
    CONTROLLING_OR_COERCIVE = "controlling_or_coercive"
    STALKING_OR_HARASSMENT = "stalking_or_harassment"
    ECONOMIC_ABUSE = "economic_abuse"
    DAMAGE = "damage"
    VERBAL_DISPUTE = "verbal_dispute"
    NOT_STATED = "not_stated"


class AbuseRole(StrEnum):
    """Which side of the abuse the person was on."""

    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    NOT_CLEAR = "not_clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticAbuseEvent(Record):
    """One incident or disclosure of domestic abuse, whether or not it led to a conviction.

    kind: the sort of behaviour
    person_is: which side the person was on
    other: the other party, with their relationship to the person
    corroborated: a second source, an injury, an admission or a finding supports it
    words: what the record says
    at: where it happened
    other_still_has_access: the other party holds keys, a joint tenancy or has broken in; null unknown
    """

    source: ClassVar[Source] = Source.DOMESTIC_ABUSE
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    kind: DomesticAbuseKind
    person_is: AbuseRole
    other: NamedPerson
    corroborated: bool = False
    words: str = ""
    at: Address | None = None
    other_still_has_access: bool | None = None


class CustodyEventKind(StrEnum):
    """What happened to the person in or out of custody. CONTACT_WITH_PROTECTED_PERSON: contact from custody,
    or an attempt at it, by any channel or through others, with a protected person, a victim or a child.
    """

    RECEIVED = "received"
    SENTENCED = "sentenced"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    RECALLED = "recalled"
    WEAPON_FOUND = "weapon_found"
    VIOLENCE = "violence"
    CONTACT_WITH_PROTECTED_PERSON = "contact_with_protected_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEvent(Record):
    """A movement or an incident in custody.

    kind: what happened
    words: what the record says ("found at ex-wife's address")
    """

    source: ClassVar[Source] = Source.CUSTODY

    kind: CustodyEventKind
    words: str = ""

    @property
    def unless_said(self) -> Visibility:
        """That a contact was noticed is for security and the police, and would tell the person how."""
        noticed = self.kind is CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON
        return Visibility.PROTECTED if noticed else self.usual_visibility
