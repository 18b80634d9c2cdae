"""Any case that can be held can be written as a file and read again, and joins with others as it should."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.casebook import NOW
from riskflag.dossier import Dossier, PlaceKnowledge, SourceCoverage
from riskflag.enquiry import AddressEnquiry, ReferralEnquiry
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseDescription, CaseFile, read_case_file, write_case_file
from riskflag.importers.loading import as_if_asked_at, joined_place_knowledge
from riskflag.importers.person_records import by_kind
from riskflag.records import RECORD_KINDS, Person, Record
from riskflag.vocabulary import Source, SourceRecordId
from tests.strategies import instances, records

COVERAGE = st.dictionaries(st.sampled_from(Source), instances(SourceCoverage), max_size=4).map(
    lambda told: {source: told[source] for source in Source if source in told}
)


def numbered(drawn: Sequence[Record]) -> tuple[Record, ...]:
    """The records, no two of which claim one place, by kind as a file holds them."""
    told_apart = [replace(each, source_id=SourceRecordId(f"R-{n}")) for n, each in enumerate(drawn)]
    return tuple(each for group in by_kind(told_apart).values() for each in group)


CASES = st.builds(
    CaseFile,
    st.none() | instances(CaseDescription),
    st.builds(
        Dossier,
        instances(Person),
        st.just(NOW),
        st.lists(records(), max_size=4).map(numbered),
        COVERAGE,
    ),
    instances(AddressEnquiry) | instances(ReferralEnquiry),
    instances(PlaceKnowledge),
)


@settings(max_examples=60)
@given(CASES)
def test_a_case_that_is_written_is_read_again(case: CaseFile) -> None:
    written = write_case_file(case)
    read = read_case_file(written, NOW + timedelta(days=9))
    assert read == case
    assert write_case_file(read) == written


@settings(max_examples=40)
@given(CASES, st.data())
def test_the_order_of_fields_means_nothing(case: CaseFile, data: st.DataObject) -> None:
    whole = json.loads(write_case_file(case))
    names = data.draw(st.permutations(sorted(whole)))
    assert read_case_file(json.dumps({name: whole[name] for name in names}), NOW) == case


@settings(max_examples=40)
@given(CASES)
def test_a_record_given_twice_is_refused_wherever_it_stands(case: CaseFile) -> None:
    whole = json.loads(write_case_file(case))
    for name, group in whole["records"].items():
        twice = {**whole, "records": {**whole["records"], name: [*group, group[0]]}}
        with pytest.raises(BadInput) as caught:
            read_case_file(json.dumps(twice), NOW)
        assert list(caught.value.problems) == [f"records.{name}.{len(group)}.source_id"]


@given(st.lists(records(), max_size=8))
def test_grouping_by_kind_loses_and_mixes_nothing(drawn: list[Record]) -> None:
    grouped = by_kind(drawn)
    assert sum(map(len, grouped.values())) == len(drawn)
    assert all(grouped.values())
    assert list(grouped) == [name for name in RECORD_KINDS if name in grouped]
    assert all(type(each) is RECORD_KINDS[name] for name, group in grouped.items() for each in group)


@settings(max_examples=60)
@given(st.lists(CASES, min_size=1, max_size=3))
def test_joined_registers_are_relied_on_only_where_each_of_them_could_be(cases: list[CaseFile]) -> None:
    cases = [replace(case, place=replace(case.place, people=())) for case in cases]
    joined = joined_place_knowledge(cases)
    told = [case.place.coverage for case in cases]
    for moment in (NOW, *(each.asked_at for each in told if each.asked_at)):
        if joined.coverage.gap(Source.PLACE_REGISTER, moment) is None:
            assert {each.gap(Source.PLACE_REGISTER, moment) for each in told} == {None}
    held = {(i.source_system, i.source_id) for case in cases for i in case.place.incidents}
    assert {(i.source_system, i.source_id) for i in joined.incidents} == held
    assert len(joined.incidents) == len(held)
    assert joined.coverage.unreadable == sum(case.place.coverage.unreadable for case in cases)


@settings(max_examples=60)
@given(CASES, st.timedeltas(timedelta(0), timedelta(days=900)))
def test_dating_a_case_anew_never_makes_a_source_answer_more_than_it_did(
    case: CaseFile, later: timedelta
) -> None:
    dated = as_if_asked_at(case, NOW + later)
    assert (dated.dossier.records, dated.enquiry) == (case.dossier.records, case.enquiry)
    for source in Source:
        before = case.dossier.coverage.get(source, SourceCoverage())
        after = dated.dossier.coverage.get(source, SourceCoverage())
        assert (after.asked_at is None) is (before.asked_at is None)
        assert (after.watermark is None) is (before.watermark is None)
        kept = (before.answered, before.complete, before.unreadable)
        assert (after.answered, after.complete, after.unreadable) == kept
