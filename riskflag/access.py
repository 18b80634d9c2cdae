"""Who may see a person: the limits that probation put on the case, and whose caseload it is on.

Pure. An exclusion is a list of who may not, a restriction a list of who alone may, and both apply. A case is
seen by those on whose caseload it is. Whatever is unknown, unreadable, missing or too old denies.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from riskflag.dossier import LONDON, MissingReason, SourceCoverage
from riskflag.records import AccessLimitation, CaseloadLink
from riskflag.reference.thresholds import ACCESS_LIMITS_MINUTES
from riskflag.vocabulary import Role

READERS = frozenset({Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF})
"""The roles in which anybody may see a person at all."""

GREATEST_AGE = timedelta(minutes=ACCESS_LIMITS_MINUTES.value)
"""How old what is known of who may see a case may be, unless a setting says otherwise."""

_UNNAMEABLE = frozenset(chr(code) for code in (*range(0x20), 0x7F))


class Access(StrEnum):
    """Whether a reader may see a person, and if not, why. It goes into the audit and never to the reader."""

    ALLOWED = "allowed"
    ROLE_SEES_NOBODY = "role_sees_nobody"
    ACCOUNT_NOT_PLAIN = "account_not_plain"
    NOT_ASKED = "limits_not_asked"
    NO_ANSWER = "limits_no_answer"
    PARTIAL = "limits_partial"
    STALE = "limits_stale"
    DATED_LATER = "limits_dated_later"
    UNREADABLE = "limits_unreadable"
    LIMITS_UNKNOWN = "limits_unknown"
    EXCLUDED = "excluded"
    NOT_NAMED = "restricted_to_others"
    NOT_LINKED = "not_on_their_caseload"
    LINK_NOT_STARTED = "caseload_link_not_started"
    LINK_ENDED = "caseload_link_ended"


_GAPS = {
    MissingReason.NOT_ASKED: Access.NOT_ASKED,
    MissingReason.NO_ANSWER: Access.NO_ANSWER,
    MissingReason.PARTIAL: Access.PARTIAL,
    MissingReason.STALE: Access.STALE,
    MissingReason.DATED_LATER: Access.DATED_LATER,
}


@dataclass(frozen=True, slots=True)
class AccessRecords:
    """What is held about who may see one person.

    limitations: the limits on access
    links: whose caseload the case is on
    coverage: what was asked of their source, with what could not be read counted against it
    """

    limitations: tuple[AccessLimitation, ...]
    links: tuple[CaseloadLink, ...]
    coverage: SourceCoverage


def access(
    account: str, role: Role, held: AccessRecords, moment: datetime, greatest_age: timedelta
) -> Access:
    """Whether the reader may see the person now.

    account, role: who reads, as their token says
    held: what is held about who may see the person; for somebody who is not held, nothing
    moment: now, with its offset from UTC
    greatest_age: how old what is held may be
    """
    name = plain_account(account)
    if role not in READERS:
        return Access.ROLE_SEES_NOBODY
    if name is None:
        return Access.ACCOUNT_NOT_PLAIN
    today = moment.astimezone(LONDON).date()
    reasons = (
        *_not_known(held, moment, today, greatest_age),
        *(reason for limits in held.limitations for reason in _limited(limits, name)),
        *_not_linked(held.links, name, role, today),
    )
    return reasons[0] if reasons else Access.ALLOWED


def plain_account(written: str) -> str | None:
    """How an account is compared: without what stands around it, and in small letters. None for one that
    holds anything but printable ASCII: such letters only look like those of an account, and match nobody."""
    if not written.isascii():
        return None
    name = written.strip(" \t\r\n").lower()
    return name if name and not _UNNAMEABLE.intersection(name) else None


def _not_known(
    held: AccessRecords, moment: datetime, today: date, greatest_age: timedelta
) -> Iterator[Access]:
    """Why what is held cannot be relied on."""
    gap = held.coverage.gap_within(greatest_age, moment)
    if gap is not None:
        yield _GAPS.get(gap, Access.UNREADABLE)
    if any(record.recorded_on > today for record in (*held.limitations, *held.links)):
        yield Access.DATED_LATER


def _limited(limits: AccessLimitation, name: str) -> Iterator[Access]:
    """Why these limits keep the reader out."""
    if limits.excluded is None or (limits.limited and limits.restricted is None):
        yield Access.LIMITS_UNKNOWN
    if limits.limited and not limits.restricted and not limits.excluded:
        yield Access.LIMITS_UNKNOWN  # limited in some way, and nothing says in which
    excluded = {plain_account(each) for each in limits.excluded or ()}
    if name in excluded:
        yield Access.EXCLUDED
    if not all(each and _of_one_kind(each, name) for each in excluded):
        yield Access.LIMITS_UNKNOWN  # nobody can tell whom such a name was meant to exclude
    if limits.restricted and not _names(limits.restricted_to, name):
        yield Access.NOT_NAMED


def _not_linked(links: Iterable[CaseloadLink], name: str, role: Role, today: date) -> Iterator[Access]:
    """Why no caseload lets the reader in: the nearest of what their links lack."""
    theirs = [link for link in links if link.role is role and _names((link.account,), name)]
    if not theirs:
        yield Access.NOT_LINKED
    elif not any(_holds_on(link, today) for link in theirs):
        begun = any(link.starts_on <= today for link in theirs)
        yield Access.LINK_ENDED if begun else Access.LINK_NOT_STARTED


def _holds_on(link: CaseloadLink, day: date) -> bool:
    """Whether the link holds on a day: the first and the last are among its days."""
    return link.starts_on <= day and (link.ends_on is None or day <= link.ends_on)


def _names(accounts: Iterable[str], name: str) -> bool:
    return any(plain_account(each) == name for each in accounts)


def _of_one_kind(one: str, other: str) -> bool:
    """Whether two plain accounts are both mail addresses, or neither is. One of either kind may be the same
    person's, and comparing their letters does not tell."""
    return ("@" in one) == ("@" in other)
