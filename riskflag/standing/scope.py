"""Whose proposals are screened: everybody whose release is planned or known, or who is on licence.

Planned: a system holds an address for release, resettlement, curfew, licence or bail, or an enquiry about one
waits or was approved. Known: an enquiry stated the date. On licence: a condition or a licence is in force, or
the latest move on record is a release. An enquiry that gave the last day of its licence shows nothing once
that licence is over; where no last day is known, it shows it for good. Where the records that would say so
cannot be relied on and nothing else shows it, nobody can tell, and that is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from riskflag.dossier import Dossier, Missing
from riskflag.facts.history import when
from riskflag.facts.returns import INTO_CUSTODY
from riskflag.records import (
    CustodyEvent,
    CustodyEventKind,
    LicenceCondition,
    LicenceConditionStatus,
    ProtectiveOrder,
)
from riskflag.standing.asked import AskedFor
from riskflag.standing.kept import Why
from riskflag.standing.licence_end import licence_over, released_on_one_that_is_over
from riskflag.standing.proposals import StandingProposal
from riskflag.vocabulary import OrderType, Source

TELL_IT = (Source.ADDRESSES, Source.LICENCE_CONDITIONS, Source.CUSTODY)
"""The sources that say whether somebody's release is planned, or that they are on licence."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of somebody is to be screened.

    proposals: those that stand; none where the person is not in scope
    cannot_tell: why nobody can tell whether there are any, or any more; empty where that is known
    """

    proposals: tuple[StandingProposal, ...]
    cannot_tell: tuple[Missing, ...] = ()


def scope_of(dossier: Dossier, standing: Sequence[StandingProposal], asked: Sequence[AskedFor]) -> Scope:
    """What is to be screened of this person, of the proposals that stand.

    asked: what was asked about them, the latest first; one that cannot be read may have been about anything
    """
    gaps = dossier.gaps()
    cannot_tell = tuple(gaps[source] for source in TELL_IT if source in gaps)
    if _planned(standing) or _release_known(asked, dossier) or _on_licence(dossier, asked):
        return Scope(tuple(standing), cannot_tell)
    # What only may be in scope is screened too: too much is asked, and nobody is left out.
    return Scope(tuple(standing) if cannot_tell else (), cannot_tell)


def _planned(standing: Sequence[StandingProposal]) -> bool:
    return any(why is not Why.MAIN for each in standing for why in each.why)


def _release_known(asked: Sequence[AskedFor], dossier: Dossier) -> bool:
    return any(
        each.enquiry is not None
        and each.enquiry.release_date is not None
        and not licence_over(each, asked, dossier)
        for each in asked
    )


def _on_licence(dossier: Dossier, asked: Sequence[AskedFor]) -> bool:
    today = dossier.as_of_date
    conditions = (_in_force(each, today) for each in dossier.of(LicenceCondition))
    licences = (
        each.order_type is OrderType.LICENCE and each.discharged_on is None
        for each in dossier.of(ProtectiveOrder)
    )
    if any(conditions) or any(licences):
        return True
    released_on = _released_on(dossier.of(CustodyEvent), today)
    return released_on is not None and not released_on_one_that_is_over(released_on, asked, dossier)


def _in_force(condition: LicenceCondition, today: date) -> bool:
    ended = condition.ends_on is not None and condition.ends_on < today
    return condition.status is not LicenceConditionStatus.REMOVED and not ended


def _released_on(custody: Sequence[CustodyEvent], today: date) -> date | None:
    """When the person was released, if that is their latest move on record."""
    moves = [each for each in custody if each.kind in INTO_CUSTODY or each.kind is CustodyEventKind.RELEASED]
    past = sorted((each for each in moves if when(each) <= today), key=when)
    return when(past[-1]) if past and past[-1].kind is CustodyEventKind.RELEASED else None
