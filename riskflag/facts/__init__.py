"""Dossier + Enquiry -> Facts: everything a rule may read, typed and sourced; None means unknown.

A rule sees Facts and nothing else: no clock, no database, no other rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from riskflag.dossier import Dossier, EarlierEnquiry, Missing, PlaceKnowledge
from riskflag.enquiry import Enquiry, ReferralEnquiry
from riskflag.facts.barred import BarredFacts, derive_barred
from riskflag.facts.household import HouseholdFacts, derive_household
from riskflag.facts.live_cases import LiveComplainant, derive_live_complainants
from riskflag.facts.mirrored import Unmirrored, derive_unmirrored
from riskflag.facts.orders import OrderFacts
from riskflag.facts.person import PersonFacts, ReadDossier
from riskflag.facts.place import PlaceFacts, derive_place
from riskflag.facts.presence import Presence, derive_presence
from riskflag.facts.process import ProcessFacts, derive_process
from riskflag.facts.proposal import ProposalFacts, derive_proposal
from riskflag.facts.protected_children import derive_protected_children
from riskflag.facts.required import RequiredFacts, derive_required
from riskflag.facts.terms import derive_orders
from riskflag.facts.undecided import Undecided, derive_undecided
from riskflag.facts.whereabouts import KeptAwayFrom, derive_whereabouts
from riskflag.vocabulary import EnquiryKind, Source


@dataclass(frozen=True, slots=True)
class Facts(PersonFacts):
    """Everything a rule may read: the person, the proposal, and the one set against the other.

    orders, process: as of the person, and set against the proposal
    unavailable: as of the person, and the place register
    of_person: what of this is known of the person, whatever place is asked about
    kind: what is asked about
    proposal: what is proposed
    referral: the referral that is asked about; None where it is an address
    household: who is at the address
    place: what is known of the address
    present: people covered by an order or condition who live, or may live, at the address
    barred: terms of orders and conditions that bar, or may bar, the address
    live_complainants: complainants in live cases, at the address or near it
    required: addresses at which an order, bail, condition or arrangement requires the person to be
    protected_children: children at the address whom an order or condition protects, or may protect
    undecided: notices, interim orders and hearings on which a court has still to decide
    unmirrored: orders in force that no licence condition mirrors
    keep_away_from: everybody from whom the person must keep away, and whether their home is known
    asked_before: addresses asked about lately for this person; None where nobody looked, or one is unreadable
    """

    orders: OrderFacts
    process: ProcessFacts
    of_person: PersonFacts
    kind: EnquiryKind
    proposal: ProposalFacts
    referral: ReferralEnquiry | None
    household: HouseholdFacts
    place: PlaceFacts
    present: tuple[Presence, ...]
    barred: BarredFacts
    live_complainants: tuple[LiveComplainant, ...]
    required: RequiredFacts
    protected_children: tuple[Presence, ...]
    undecided: tuple[Undecided, ...]
    unmirrored: tuple[Unmirrored, ...]
    keep_away_from: tuple[KeptAwayFrom, ...]
    asked_before: tuple[EarlierEnquiry, ...] | None


def derive_facts(dossier: Dossier, enquiry: Enquiry, knowledge: PlaceKnowledge) -> Facts:
    """Everything the rules need, worked out once."""
    return derive_facts_from(ReadDossier(dossier), enquiry, knowledge)


def derive_facts_from(read: ReadDossier, enquiry: Enquiry, knowledge: PlaceKnowledge) -> Facts:
    """The same where more is asked of one dossier: what rests on the person alone is worked out once."""
    dossier, today = read.dossier, read.dossier.as_of_date
    proposal = derive_proposal(today, enquiry)
    own = read.person_over(proposal.window)
    orders, history = derive_orders(own.orders, proposal), own.history
    household = derive_household(dossier, proposal, orders, history)
    place = derive_place(dossier, proposal, history, knowledge)
    present = derive_presence(orders, household, place, history)
    return Facts(
        as_of=own.as_of,
        person=own.person,
        age=own.age,
        orders=orders,
        history=history,
        returns=own.returns,
        process=derive_process(own.process, dossier, proposal),
        unavailable=_with_register(own.unavailable, dossier, knowledge),
        tasks=own.tasks,
        of_person=own,
        kind=enquiry.kind,
        proposal=proposal,
        referral=enquiry if isinstance(enquiry, ReferralEnquiry) else None,
        household=household,
        place=place,
        present=present,
        barred=derive_barred(orders, present, place, proposal),
        live_complainants=derive_live_complainants(history, household, place),
        required=derive_required(orders, place, proposal),
        protected_children=derive_protected_children(orders, present, household, today),
        undecided=derive_undecided(orders, proposal),
        unmirrored=derive_unmirrored(orders, history),
        keep_away_from=derive_whereabouts(orders, present, place),
        asked_before=read.asked_before,
    )


def _with_register(
    own: Mapping[Source, Missing], dossier: Dossier, knowledge: PlaceKnowledge
) -> Mapping[Source, Missing]:
    gap = None if Source.PLACE_REGISTER in dossier.withheld else knowledge.gap(dossier.as_of)
    if gap is None:
        return own
    register = Missing("place register", gap, Source.PLACE_REGISTER)
    return dict(sorted({**own, Source.PLACE_REGISTER: register}.items()))
