"""The terms of orders and licence conditions in force, set against the proposed place."""

from riskflag.facts.orders import OrderFact, OrderFacts, PersonOrders, TermFact
from riskflag.facts.proposal import ProposalFacts, Window
from riskflag.matching.address import compare_addresses
from riskflag.matching.place import locate_in_zone_by_address
from riskflag.records import LicenceCondition, Prohibition, ProtectiveOrder


def derive_orders(own: PersonOrders, proposal: ProposalFacts) -> OrderFacts:
    """Sets every order and licence condition against the proposal."""
    terms = [_term(term, fact.order, fact, proposal) for fact in own.in_force for term in fact.terms]
    terms += [
        _term(condition.prohibition, condition, None, proposal)
        for condition in own.licence_conditions
        if proposal.window.touches(condition.starts_on, condition.ends_on)
    ]
    return OrderFacts(
        binding=own.binding,
        in_force=own.in_force,
        without_terms=own.without_terms,
        protecting_the_person=own.protecting_the_person,
        protecting_in_force=own.protecting_in_force,
        licence_conditions=own.licence_conditions,
        breaches=own.breaches,
        terms=tuple(term for term in terms if _runs(term, proposal.window)),
    )


def _runs(term: TermFact, window: Window) -> bool:
    """Whether a term has not ended by itself. An end before its instrument began ends nothing."""
    began_on = term.record.made_on if isinstance(term.record, ProtectiveOrder) else term.record.starts_on
    ends_on = term.term.ends_on
    impossible = began_on is not None and ends_on is not None and ends_on < began_on
    return impossible or window.touches(None, ends_on)


def _term(
    term: Prohibition,
    record: ProtectiveOrder | LicenceCondition,
    order: OrderFact | None,
    proposal: ProposalFacts,
) -> TermFact:
    address = proposal.address
    return TermFact(
        term=term,
        record=record,
        order=order,
        place=compare_addresses(term.place, address) if term.place and address else None,
        zone=locate_in_zone_by_address(term.zone, address) if term.zone and address else None,
    )
