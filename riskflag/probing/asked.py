"""What is counted and what comes of it: enquiries, agreements, the pace and the alerts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from riskflag.probing.place import Place
from riskflag.vocabulary import EnquiryKind, PersonId, Role


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """One enquiry about one place, from anybody.

    Not counted are an enquiry that names no place and one that was refused. A site that the person would only
    attend counts, whatever it is said to be.

    person_id: whom it was about
    account: who asked, by the name that the audit log has
    role: as what they asked
    asked_at: when, with its offset from UTC
    place: the place
    household: who was said to live there, as `household_text` has it; empty where nobody was named
    kind: whether a home was asked about directly, or a referral's site
    premises: whether the place was on the list of known premises (hostels, approved premises, courts) when it
        was asked about. The list is kept by an auditor and never worked out from enquiries; that many people
        are asked about at one place is no alert there, and nothing else is different
    """

    person_id: PersonId
    account: str
    role: Role
    asked_at: datetime
    place: Place = field(repr=False)
    household: str = field(default="", repr=False)
    kind: EnquiryKind = EnquiryKind.ADDRESS
    premises: bool = False


def household_text(names: Iterable[str]) -> str:
    """The occupants' names as one text, in whatever order and spacing they were given. To be kept sealed."""
    return " / ".join(
        sorted({name for name in (" ".join(each.casefold().split()) for each in names) if name})
    )


@dataclass(frozen=True, slots=True)
class Past:
    """What was asked before, as the store must hand it over. The orders do not matter.

    of_person: for the same person, by all accounts, in the last PROBING_SLOW_DAYS
    by_account: by the same account, for all people, in the last PROBING_DAYS; may be cut to the latest 500
    of_place: of the same canonical place, by all accounts and for all people, in the last PROBING_DAYS; may
        be cut to the latest 500
    """

    of_person: tuple[AskedPlace, ...] = ()
    by_account: tuple[AskedPlace, ...] = ()
    of_place: tuple[AskedPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class SecondPersonAgreement:
    """Another responsible officer agrees that further addresses may be asked about for this person.

    person_id: for whom
    account: who agreed
    role: as what
    agreed_at: when, with its offset from UTC
    """

    person_id: PersonId
    account: str
    role: Role
    agreed_at: datetime


class Pace(StrEnum):
    """Whether the enquiry may be answered now."""

    ALLOW = "allow"
    NEEDS_SECOND_PERSON = "needs_second_person"


class AlertKind(StrEnum):
    """What a set of enquiries looks like."""

    SOFT_CAP = "soft_cap"
    HARD_CAP = "hard_cap"
    SLOW_SEARCH = "slow_search"
    ONE_AREA = "one_area"
    ONE_BUILDING = "one_building"
    CLOSING_IN = "closing_in"
    EVENLY_SPACED = "evenly_spaced"
    ONE_ACCOUNT = "one_account"
    TAKING_TURNS = "taking_turns"
    BOTH_KINDS = "both_kinds"
    MANY_SPELLINGS = "many_spellings"
    MANY_HOUSEHOLDS = "many_households"
    MANY_PEOPLE = "many_people"
    STREET_DOOR_BY_DOOR = "street_door_by_door"


class Subject(StrEnum):
    """What an alert is about: the person asked about, the account that asks, or the place."""

    PERSON = "person"
    ACCOUNT = "account"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Alert:
    """What the auditor is told. No address, no place and nobody's name stands in it.

    An alert is raised again with each enquiry while its cause lasts. The store keeps one for each kind and
    subject in PROBING_DAYS, the place as the blind index that it has anyway.

    kind: what it looks like
    subject: whether it is about the person, the account or the place of the enquiry
    count: how many addresses, or people, households or spellings where the kind is about those
    people: whom it was asked about, sorted
    accounts: who asked, sorted
    """

    kind: AlertKind
    subject: Subject
    count: int
    people: tuple[PersonId, ...]
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is decided before an enquiry is answered.

    pace: the only part that whoever asks may notice
    alerts: for the auditor alone, in the order of their kinds
    """

    pace: Pace
    alerts: tuple[Alert, ...]
