"""Which addresses are proposed for somebody, as any system holds them, and as anybody asked about them.

An enquiry says more than a record: who lives there, when the release is. Where both are about one property,
the latest enquiry is what is asked again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from types import MappingProxyType
from typing import Final

from riskflag.decisions import ProposalDecision
from riskflag.dossier import Dossier
from riskflag.enquiry import AddressEnquiry, Enquiry, PlacementKind, ProposalStatus, Purpose
from riskflag.facts.address_decisions import APPROVALS
from riskflag.proposals import Proposal, proposal_of
from riskflag.records import (
    Address,
    AddressDecision,
    AddressRecord,
    AddressUse,
    LicenceCondition,
    LicenceConditionStatus,
    Prohibition,
    ProtectiveOrder,
)
from riskflag.standing.asked import AskedFor
from riskflag.standing.kept import Why
from riskflag.standing.licence_end import licence_over
from riskflag.vocabulary import AssessmentId, OrderType, ProhibitionKind

WAITS: Final = timedelta(days=183)
"""How long an enquiry that nobody decided on still waits, where its release is not still to come."""
HELD_FOR: Final[Mapping[AddressUse, Why]] = MappingProxyType(
    {
        AddressUse.MAIN: Why.MAIN,
        AddressUse.RELEASE: Why.RELEASE,
        AddressUse.RESETTLEMENT_PLAN: Why.RESETTLEMENT_PLAN,
        AddressUse.CURFEW: Why.CURFEW,
        AddressUse.LICENCE_RESIDENCE: Why.LICENCE_RESIDENCE,
        AddressUse.BAIL: Why.BAIL,
    }
)
"""Uses for which an address is a proposal. An earlier one, and one told to police, are none."""
_LIVES_BY: Final = frozenset({ProhibitionKind.RESIDE_AT, ProhibitionKind.CURFEW_AT})
_BINDS_TO_LIVE: Final[Mapping[OrderType, Why]] = MappingProxyType(
    {
        OrderType.LICENCE: Why.LICENCE_RESIDENCE,
        OrderType.COURT_BAIL: Why.BAIL,
        OrderType.POLICE_BAIL: Why.BAIL,
    }
)
_DIGEST_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class StandingProposal:
    """Something that is proposed for somebody now.

    enquiry: what is to be asked about it
    why: why it stands, each reason once
    answer: the latest answer about it; None where nobody asked
    """

    enquiry: Enquiry
    why: tuple[Why, ...]
    answer: AssessmentId | None = None

    @property
    def digest(self) -> str:
        """Equal for two spellings of one property. Says nothing of where it is to whoever may not read it:
        it lies sealed and is never logged."""
        return _digest(proposal_of(self.enquiry))


def proposals_standing(dossier: Dossier, asked: Sequence[AskedFor]) -> tuple[StandingProposal, ...]:
    """Every proposal that stands for this person. ``asked``: what was asked about them, the latest first."""
    reasons: dict[Proposal, list[Why]] = {}
    enquiries: dict[Proposal, Enquiry] = {}
    answers: dict[Proposal, AssessmentId] = {}
    release = next((e.release_date for e in _enquiries(asked) if e.release_date), None)
    for each, why in (*_asked(asked, dossier), *_on_record(dossier, release)):
        proposal = proposal_of(each)
        reasons.setdefault(proposal, []).append(why)
        enquiries[proposal] = _for_curfew(enquiries.get(proposal, each), why)
    for said in asked:
        if said.enquiry is not None:
            answers.setdefault(proposal_of(said.enquiry), said.answer)
    return tuple(
        StandingProposal(enquiries[key], tuple(dict.fromkeys(why)), answers.get(key))
        for key, why in reasons.items()
    )


def _digest(proposal: Proposal) -> str:
    return blake2b(
        "\0".join(proposal).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES
    ).hexdigest()


def _enquiries(asked: Iterable[AskedFor]) -> Iterator[Enquiry]:
    return (each.enquiry for each in asked if each.enquiry is not None and not each.own)


def _asked(asked: Sequence[AskedFor], dossier: Dossier) -> Iterator[tuple[Enquiry, Why]]:
    """The latest enquiry about each proposal, unless it was refused, waits no more, or was approved for a
    licence that is over."""
    seen = set()
    for each in asked:
        nobodys = each.own and each.decision is not ProposalDecision.APPROVED
        if each.enquiry is None or nobodys or proposal_of(each.enquiry) in seen:
            continue
        seen.add(proposal_of(each.enquiry))
        again = replace(each.enquiry, purpose=_purpose(each.enquiry.purpose))
        if each.decision is ProposalDecision.APPROVED:
            if not licence_over(each, asked, dossier):
                yield again, Why.APPROVED
        elif each.decision is None and _waits(each, dossier):
            yield again, Why.ASKED


def _waits(asked: AskedFor, dossier: Dossier) -> bool:
    release = asked.enquiry.release_date if asked.enquiry else None
    to_come = release is not None and release >= dossier.as_of_date
    return to_come or dossier.as_of - asked.asked_at <= WAITS


def _purpose(purpose: Purpose) -> Purpose:
    """Rules about a curfew ask what it is for. All else is asked again, for the screening."""
    return purpose if purpose is Purpose.HOME_DETENTION_CURFEW else Purpose.RE_SCREENING


def _for_curfew(enquiry: Enquiry, why: Why) -> Enquiry:
    return replace(enquiry, purpose=Purpose.HOME_DETENTION_CURFEW) if why is Why.CURFEW else enquiry


def _on_record(dossier: Dossier, release: date | None) -> Iterator[tuple[Enquiry, Why]]:
    for address, why in (*_held(dossier), *_bound_to(dossier), *_approved(dossier)):
        status = ProposalStatus.NOT_STATED if why is Why.MAIN else ProposalStatus.PROPOSED
        yield (
            AddressEnquiry(
                Purpose.RE_SCREENING,
                address,
                status=status,
                placement=PlacementKind.NOT_STATED,
                release_date=release,
            ),
            why,
        )


def _held(dossier: Dossier) -> Iterator[tuple[Address, Why]]:
    today = dossier.as_of_date
    for record in dossier.of(AddressRecord):
        why = HELD_FOR.get(record.use)
        if why is not None and (record.ends_on is None or record.ends_on >= today):
            yield record.address, why


def _bound_to(dossier: Dossier) -> Iterator[tuple[Address, Why]]:
    """Where a licence or bail says that the person must live."""
    today = dossier.as_of_date
    for condition in dossier.of(LicenceCondition):
        ended = condition.ends_on is not None and condition.ends_on < today
        if condition.status is not LicenceConditionStatus.REMOVED and not ended:
            yield from _lived_at([condition.prohibition], Why.LICENCE_RESIDENCE)
    for order in dossier.of(ProtectiveOrder):
        why = _BINDS_TO_LIVE.get(order.order_type)
        if why is not None and order.discharged_on is None:
            terms = [term for version in order.variations for term in version.prohibitions]
            yield from _lived_at([*order.prohibitions, *terms], why)


def _lived_at(terms: Iterable[Prohibition], why: Why) -> Iterator[tuple[Address, Why]]:
    for term in terms:
        if term.kind in _LIVES_BY and term.place is not None:
            yield term.place, Why.CURFEW if term.kind is ProhibitionKind.CURFEW_AT else why


def _approved(dossier: Dossier) -> Iterator[tuple[Address, Why]]:
    """Addresses of which the newest decision on record approves them. One that names no address approves what
    is held as proposed, whichever that is."""
    newest: dict[Proposal, AddressDecision] = {}
    by_day = sorted(dossier.of(AddressDecision), key=lambda each: each.happened_on or each.recorded_on)
    for decision in by_day:
        newest[_of_address(decision.address)] = decision
    for decision in newest.values():
        if decision.decision in APPROVALS:
            named = (
                [decision.address]
                if decision.address
                else [a for a, w in _held(dossier) if w is not Why.MAIN]
            )
            yield from ((address, Why.APPROVED) for address in named)


def _of_address(address: Address | None) -> Proposal:
    return proposal_of(AddressEnquiry(Purpose.RE_SCREENING, address))
