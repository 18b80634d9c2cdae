"""Whether a licence is over of which an enquiry gave the last day: what was approved for it is then let go.

On its last day it still runs. It counts as running for as long as anything speaks against the day that was
given: a condition on record that ends later, or a recall since, until a new release was planned and approved.
Where nobody can tell whether there is either, it counts as running too.
"""

from collections.abc import Sequence
from datetime import date

from riskflag.decisions import ProposalDecision
from riskflag.dossier import Dossier
from riskflag.enquiry import AddressEnquiry, Enquiry
from riskflag.facts.history import when
from riskflag.proposals import proposal_of
from riskflag.records import CustodyEvent, CustodyEventKind, LicenceCondition, LicenceConditionStatus
from riskflag.standing.asked import AskedFor
from riskflag.vocabulary import Source

_SPEAK_AGAINST = frozenset({Source.CUSTODY, Source.LICENCE_CONDITIONS})


def licence_over(one: AskedFor, asked: Sequence[AskedFor], dossier: Dossier) -> bool:
    """Whether the licence is over that this enquiry was about; false where it gave no last day.

    one: what was asked
    asked: everything that was asked about the person, with it
    """
    ends_on = one.enquiry.licence_ends_on if one.enquiry is not None else None
    if one.enquiry is None or ends_on is None or ends_on >= dossier.as_of_date:
        return False
    if _SPEAK_AGAINST & dossier.gaps().keys() or _ends_later(dossier):
        return False
    return not _recalled(_planned_on(one.enquiry, asked), asked, dossier)


def released_on_one_that_is_over(released_on: date, asked: Sequence[AskedFor], dossier: Dossier) -> bool:
    """Whether the licence of this release is over: every last day that was given is, one of them was given
    for this release, and no enquiry is unreadable that may have given another."""
    given = [(each, each.enquiry.licence_ends_on) for each in asked if each.enquiry is not None]
    known = [(each, ends_on) for each, ends_on in given if ends_on is not None]
    of_this = any(each.asked_at.date() <= released_on <= ends_on for each, ends_on in known)
    readable = len(given) == len(asked)
    return readable and of_this and all(licence_over(each, asked, dossier) for each, _ in known)


def _ends_later(dossier: Dossier) -> bool:
    return any(
        each.ends_on is not None
        and each.ends_on >= dossier.as_of_date
        and each.status is not LicenceConditionStatus.REMOVED
        for each in dossier.of(LicenceCondition)
    )


def _planned_on(enquiry: Enquiry, asked: Sequence[AskedFor]) -> date:
    """When somebody last asked about this proposal. Screening asks again and plans nothing."""
    same = [each for each in asked if each.enquiry and proposal_of(each.enquiry) == proposal_of(enquiry)]
    by_people = [each.asked_at for each in same if not each.own]
    return (max(by_people) if by_people else min(each.asked_at for each in same)).date()


def _recalled(since: date, asked: Sequence[AskedFor], dossier: Dossier) -> bool:
    """Whether there was a recall since then that no approved plan of a new release followed."""
    days = [when(each) for each in dossier.of(CustodyEvent) if each.kind is CustodyEventKind.RECALLED]
    recalls = [day for day in days if day >= since]
    return bool(recalls) and not any(_plans_after(max(recalls), each) for each in asked)


def _plans_after(recall: date, one: AskedFor) -> bool:
    enquiry = one.enquiry if not one.own and one.decision is ProposalDecision.APPROVED else None
    release = enquiry.release_date if isinstance(enquiry, AddressEnquiry) else None
    return release is not None and release > recall and one.asked_at.date() >= recall
