"""Dossier + Enquiry -> Facts: everything a rule may read, typed and sourced; None means unknown.

A rule sees Facts and nothing else: no clock, no database, no other rule.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from riskflag.dossier import Dossier, EarlierEnquiry, Missing, MissingReason, PlaceKnowledge
from riskflag.enquiry import Enquiry, ReferralEnquiry
from riskflag.facts.barred import BarredFacts, derive_barred
from riskflag.facts.dates import whole_years
from riskflag.facts.history import HistoryFacts, derive_history
from riskflag.facts.household import HouseholdFacts, derive_household
from riskflag.facts.live_cases import LiveComplainant, derive_live_complainants
from riskflag.facts.mirrored import Unmirrored, derive_unmirrored
from riskflag.facts.orders import OrderFacts, derive_orders
from riskflag.facts.place import PlaceFacts, derive_place
from riskflag.facts.presence import Presence, derive_presence
from riskflag.facts.process import ProcessFacts, derive_process
from riskflag.facts.proposal import ProposalFacts, derive_proposal
from riskflag.facts.protected_children import derive_protected_children
from riskflag.facts.required import RequiredFacts, derive_required
from riskflag.facts.returns import ReturnFacts, derive_returns
from riskflag.facts.undecided import Undecided, derive_undecided
from riskflag.facts.whereabouts import KeptAwayFrom, derive_whereabouts
from riskflag.records import LicenceCondition, Person, Record
from riskflag.records.soundness import is_sound
from riskflag.reference.licence_conditions import find_condition
from riskflag.reference.offences import CodeStatus
from riskflag.vocabulary import EnquiryKind, Source


@dataclass(frozen=True, slots=True)
class DataQualityTask:
    """Something in the records that somebody must put right before the answer can be complete.

    what: what is wrong, without personal data
    record: the record it is about
    """

    what: str
    record: Record


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a rule may read.

    kind: what is asked about
    as_of: the day of the question
    person: who it is about
    age: in whole years; None unknown
    proposal: what is proposed
    referral: the referral that is asked about; None where it is an address
    orders: orders and licence conditions that bind the person
    history: convictions, abuse, breaches, flags, assessments
    household: who is at the address
    place: what is known of the address
    present: people covered by an order or condition who live, or may live, at the address
    barred: terms of orders and conditions that bar, or may bar, the address
    returns: when this custody began, and breaches and recalls soon after a release
    live_complainants: complainants in live cases, at the address or near it
    required: addresses at which an order, bail, condition or arrangement requires the person to be
    protected_children: children at the address whom an order or condition protects, or may protect
    undecided: notices, interim orders and hearings on which a court has still to decide
    unmirrored: orders in force that no licence condition mirrors
    keep_away_from: everybody from whom the person must keep away, and whether their home is known
    process: screening, checks, allocation, referrals, health
    asked_before: addresses asked about lately for this person; None where nobody looked, or one is unreadable
    unavailable: every source that cannot be relied on, with the reason; in order of source
    tasks: records that somebody must put right
    worked_out: what ``facts.once`` remembers of these facts
    """

    kind: EnquiryKind
    as_of: date
    person: Person
    age: int | None
    proposal: ProposalFacts
    referral: ReferralEnquiry | None
    orders: OrderFacts
    history: HistoryFacts
    household: HouseholdFacts
    place: PlaceFacts
    present: tuple[Presence, ...]
    barred: BarredFacts
    returns: ReturnFacts
    live_complainants: tuple[LiveComplainant, ...]
    required: RequiredFacts
    protected_children: tuple[Presence, ...]
    undecided: tuple[Undecided, ...]
    unmirrored: tuple[Unmirrored, ...]
    keep_away_from: tuple[KeptAwayFrom, ...]
    process: ProcessFacts
    asked_before: tuple[EarlierEnquiry, ...] | None
    unavailable: Mapping[Source, Missing]
    tasks: tuple[DataQualityTask, ...]
    worked_out: dict[Callable[["Facts"], Any], Any] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )


def derive_facts(dossier: Dossier, enquiry: Enquiry, knowledge: PlaceKnowledge) -> Facts:
    """Everything the rules need, worked out once."""
    proposal = derive_proposal(dossier, enquiry)
    orders = derive_orders(dossier, proposal)
    history = derive_history(dossier)
    household = derive_household(dossier, proposal, orders, history)
    place = derive_place(dossier, proposal, history, knowledge)
    present = derive_presence(orders, household, place, history)
    tasks = tuple(_unmapped_codes(history, orders))
    born = dossier.person.date_of_birth
    return Facts(
        kind=enquiry.kind,
        as_of=dossier.as_of_date,
        person=dossier.person,
        age=whole_years(born, dossier.as_of_date) if born else None,
        proposal=proposal,
        referral=enquiry if isinstance(enquiry, ReferralEnquiry) else None,
        orders=orders,
        history=history,
        household=household,
        place=place,
        present=present,
        barred=derive_barred(orders, present, place, proposal),
        returns=derive_returns(orders, history, dossier.as_of_date),
        live_complainants=derive_live_complainants(history, household, place),
        required=derive_required(orders, place, proposal),
        protected_children=derive_protected_children(orders, present, household, dossier.as_of_date),
        undecided=derive_undecided(orders, proposal),
        unmirrored=derive_unmirrored(orders, history),
        keep_away_from=derive_whereabouts(orders, present, place),
        process=derive_process(dossier, proposal),
        asked_before=dossier.asked_before if all(map(is_sound, dossier.asked_before or ())) else None,
        unavailable=_unavailable(dossier, knowledge, tasks),
        tasks=tasks,
    )


def _unavailable(
    dossier: Dossier, knowledge: PlaceKnowledge, tasks: tuple[DataQualityTask, ...]
) -> Mapping[Source, Missing]:
    unmapped = {
        task.record.source: Missing(task.what, MissingReason.UNMAPPED_CODE, task.record.source)
        for task in tasks
    }
    register = knowledge.gap(dossier.as_of)
    gaps = dossier.gaps()
    if Source.PLACE_REGISTER not in dossier.withheld:
        gaps.pop(Source.PLACE_REGISTER, None)
        if register is not None:
            gaps[Source.PLACE_REGISTER] = Missing("place register", register, Source.PLACE_REGISTER)
    return dict(sorted({**unmapped, **gaps}.items()))


def _unmapped_codes(history: HistoryFacts, orders: OrderFacts) -> Iterable[DataQualityTask]:
    """Codes that are unknown, retired or repealed: what they stand for cannot be told from them."""
    for conviction in history.convictions:
        if conviction.offence is None:
            yield DataQualityTask("an offence code that is not known", conviction.record)
        elif conviction.offence.status is not CodeStatus.CURRENT:
            yield DataQualityTask(f"an offence code that is {conviction.offence.status}", conviction.record)
    for flag in history.flags:
        if flag.is_open and flag.type is None:
            yield DataQualityTask("an alert or register code that is not known", flag.record)
        elif flag.is_open and flag.type and flag.type.status is not CodeStatus.CURRENT:
            yield DataQualityTask(f"an alert or register code that is {flag.type.status}", flag.record)
    for condition in orders.licence_conditions:
        yield from _unmapped_condition(condition)


def _unmapped_condition(condition: LicenceCondition) -> Iterable[DataQualityTask]:
    known = find_condition(condition.code) if condition.code is not None else None
    if condition.code is not None and known is None:
        yield DataQualityTask("a licence condition code that is not known", condition)
    elif known is not None and known.status is not CodeStatus.CURRENT:
        yield DataQualityTask(f"a licence condition code that is {known.status}", condition)
