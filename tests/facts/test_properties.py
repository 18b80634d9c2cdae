"""What must hold of facts whatever is on record: more records never hide a danger, and nothing leaks."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.casebook import EX_PARTNER, PROPOSED, TODAY, Case, abuse, case, conversation, note, order, term
from riskflag.dossier import CONFIDENTIAL_SOURCES, PlaceKnowledge
from riskflag.enquiry import Occupant
from riskflag.facts import Facts, derive_facts
from riskflag.facts.orders import read_order
from riskflag.facts.proposal import Window
from riskflag.records import Check, Conviction, DomesticAbuseKind, ProtectiveOrder, Record, Variation
from riskflag.vocabulary import ProhibitionKind, Source, SourceRecordId, Visibility
from tests.facts.everything import CASES, CONDITIONS, CONVICTIONS, EVENTS, ORDERS, RECORDS

Key = tuple[object, ...]


def with_records(of: Case, *more: Record) -> Case:
    """The case with more on record; what is there keeps its numbers."""
    start = len(of.dossier.records)
    numbered = [replace(r, source_id=SourceRecordId(f"MORE-{start + n}")) for n, r in enumerate(more)]
    return replace(of, dossier=replace(of.dossier, records=(*of.dossier.records, *numbered)))


def links(facts: Facts) -> set[Key]:
    return {(e.linked_as, e.record.source_id, e.occupant.who, e.sure) for e in facts.household.links}


def presences(facts: Facts) -> set[Key]:
    """Who is present under which order, by an occupant or a place that nothing has superseded."""
    return {(e.record.source_id, e.who, e.seen_in and e.seen_in.source_id, e.sure) for e in facts.present}


def barred(facts: Facts) -> set[Key]:
    return {(e.record.source_id, e.by, e.terms[0].term, e.sure) for e in facts.barred.terms}


def abused(facts: Facts) -> set[Key]:
    return {(e.record.source_id, e.victim, e.corroborated) for e in facts.history.abuse_by_person}


def terms(facts: Facts) -> set[Key]:
    return {(e.record.source_id, e.term) for e in facts.orders.terms}


@settings(max_examples=150)
@given(CASES, st.one_of(ORDERS, CONDITIONS, CONVICTIONS, EVENTS))
def test_another_order_condition_conviction_or_event_takes_no_danger_away(of: Case, more: Record) -> None:
    before, after = of.facts, with_records(of, more).facts
    for facts in (links, presences, barred, abused, terms):
        assert facts(before) <= facts(after), facts.__name__


@settings(max_examples=150)
@given(CASES, RECORDS)
def test_no_record_of_any_kind_takes_a_link_a_term_or_abuse_away(of: Case, more: Record) -> None:
    before, after = of.facts, with_records(of, more).facts
    for facts in (links, abused, terms):
        assert facts(before) <= facts(after), facts.__name__
    assert len(before.history.breaches) <= len(after.history.breaches)
    assert set(before.unavailable) <= set(after.unavailable)


@settings(max_examples=200)
@given(ORDERS, st.none() | st.integers(0, 400))
def test_without_its_end_an_order_is_in_force_as_long_as_before(
    made: ProtectiveOrder, days: int | None
) -> None:
    window = Window(TODAY, None if days is None else date.fromordinal(TODAY.toordinal() + days))
    endless = replace(
        made, expires_on=None, variations=tuple(replace(v, expires_on=None) for v in made.variations)
    )
    assert read_order(endless, window).in_force >= read_order(made, window).in_force
    undischarged = replace(made, discharge_evidence=None)
    assert read_order(undischarged, window).in_force >= read_order(made, window).in_force
    unseen = replace(made, variations=tuple(replace(v, sealed_copy_seen=False) for v in made.variations))
    assert read_order(unseen, window).in_force >= read_order(made, window).in_force
    assert set(read_order(unseen, window).terms) >= set(read_order(made, window).terms)


@settings(max_examples=200)
@given(ORDERS, st.integers(0, 400))
def test_a_longer_stay_never_takes_an_order_out_of_force(made: ProtectiveOrder, days: int) -> None:
    last = date.fromordinal(TODAY.toordinal() + days)
    shorter, longer = (read_order(made, Window(TODAY, end)).in_force for end in (last, None))
    assert longer >= shorter


@settings(max_examples=150)
@given(CASES)
def test_an_unsealed_or_coming_variation_only_adds_terms(of: Case) -> None:
    orders = [r for r in of.dossier.records if isinstance(r, ProtectiveOrder)]
    for made in orders:
        window = of.facts.proposal.window
        later = Variation(date(2099, 1, 1), True, ())
        varied = read_order(replace(made, variations=(*made.variations, later)), window)
        assert set(varied.terms) >= set(read_order(made, window).terms)


@settings(max_examples=200)
@given(CASES)
def test_facts_can_always_be_derived(of: Case) -> None:
    facts = of.facts
    assert facts.as_of == TODAY
    assert all(presence.record in of.dossier.records for presence in facts.present)
    if of.enquiry.where is None or facts.proposal.address is None:
        assert not facts.barred.terms
        assert not facts.place.notes


@settings(max_examples=150)
@given(CASES, st.sampled_from([source for source in Source if source is not Source.ACCESS_LIMITS]))
def test_a_source_that_was_not_asked_is_always_missing(of: Case, source: Source) -> None:
    silent = {s: c for s, c in of.dossier.coverage.items() if s is not source}
    place = PlaceKnowledge() if source is Source.PLACE_REGISTER else of.place
    asked = derive_facts(replace(of.dossier, coverage=silent), of.enquiry, place)
    assert source in asked.unavailable


def everything_in(value: object) -> Iterator[object]:
    """A value and everything inside it, however deep."""
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        inside: Iterator[object] = (getattr(value, each.name) for each in fields(value))
    elif isinstance(value, dict):
        inside = chain(value.keys(), value.values())
    elif isinstance(value, tuple | list | set | frozenset):
        inside = iter(value)
    else:
        return
    for each in inside:
        yield from everything_in(each)


def known(of: Case) -> Facts:
    return derive_facts(of.dossier.known_part(), of.enquiry.known_part(), PlaceKnowledge())


@settings(max_examples=200)
@given(CASES)
def test_no_protected_record_is_anywhere_in_what_staff_are_told(of: Case) -> None:
    held = list(everything_in(known(of)))
    records = [each for each in held if isinstance(each, Record)]
    assert not [type(each).__name__ for each in records if each.protected]
    assert not [
        each for each in held if isinstance(each, Occupant) and each.visibility is Visibility.PROTECTED
    ]
    assert not [each for each in records if isinstance(each, Check) and (each.result or each.concerns)]
    assert {each.source for each in records}.isdisjoint(CONFIDENTIAL_SOURCES)


@settings(max_examples=100)
@given(CASES)
def test_what_staff_are_told_is_held_to_be_missing_where_it_was_withheld(of: Case) -> None:
    assert known(of).unavailable.keys() >= CONFIDENTIAL_SOURCES - {Source.ACCESS_LIMITS}


@pytest.mark.parametrize(
    "protected",
    [
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), id="abuse she told of"),
        pytest.param(conversation(EX_PARTNER), id="what an occupier said"),
        pytest.param(note("police information"), id="what police wrote of the address"),
        pytest.param(
            replace(order(term(ProhibitionKind.NO_CONTACT)), served_on=None, present_when_made=False),
            id="an order he has not been told of",
        ),
    ],
)
def test_the_walk_finds_a_protected_record_in_the_full_facts(protected: Record) -> None:
    without = case(lives_with=(EX_PARTNER,))
    of = with_records(without, protected)
    assert any(isinstance(each, Record) and each.protected for each in everything_in(of.facts))
    assert repr(known(of)) == repr(known(without))


@settings(max_examples=100)
@given(CONVICTIONS)
def test_only_a_proven_offence_is_abuse_by_the_person(charged: Conviction) -> None:
    facts = case(charged).facts
    (fact,) = facts.history.convictions
    assert fact.proven or not facts.history.abuse_by_person
    assert fact.offence is not None or facts.tasks


@settings(max_examples=100)
@given(st.lists(EVENTS, max_size=5))
def test_every_event_is_on_exactly_one_side(events: list[Record]) -> None:
    history = case(*events).facts.history
    sides = (history.abuse_by_person, history.abuse_of_person, history.abuse_side_unclear)
    assert sum(map(len, sides)) == len(events)


def test_the_properties_reach_what_they_speak_of() -> None:
    """The shapes they are made of do give links, presences, barred terms and abuse."""
    of = case(
        order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED)),
        abuse(DomesticAbuseKind.THREATS, EX_PARTNER),
        lives_with=(EX_PARTNER,),
    )
    assert all(facts(of.facts) for facts in (links, presences, barred, abused, terms))
