"""Who may see a case: the limits that probation puts on it, and whose caseload it is on.

They say nothing of the person, so no answer rests on them; they decide who may be given one.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from riskflag.records.base import Record
from riskflag.vocabulary import Role, Source, Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLimitation(Record):
    """Who may see the case at all. Where anything in it is unknown, nobody may.

    limited: whether access is limited in any way
    excluded: accounts of staff who may not see it; null where nobody says whom it excludes
    restricted: whether only those named may see it; null unknown
    restricted_to: accounts of staff who may see it
    """

    source: ClassVar[Source] = Source.ACCESS_LIMITS
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    limited: bool
    excluded: tuple[str, ...] | None = ()
    restricted: bool | None = None
    restricted_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadLink(Record):
    """That the case is on somebody's caseload, which is what lets them see it.

    account: the account with which they sign in
    role: in what role they may see it
    starts_on: first day on which they may, in England and Wales
    ends_on: last day; null where no end is set
    """

    source: ClassVar[Source] = Source.ACCESS_LIMITS
    usual_visibility: ClassVar[Visibility] = Visibility.PROTECTED

    account: str
    role: Role
    starts_on: date
    ends_on: date | None = None
