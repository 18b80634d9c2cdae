"""Whatever is written is read back equal; whatever does not fit its type exactly is not read at all."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.assessment import Assessment, assess
from riskflag.casebook import CHILD_OF_NINE, NOW, PROPOSED, Case, alert, case, conviction, order, term
from riskflag.enquiry import AddressEnquiry, ReferralEnquiry
from riskflag.persistence.codec import Misfit, decode, encode, moment_to_text, text_to_moment, utc_text
from riskflag.records import (
    RECORD_KINDS,
    Address,
    NamedPerson,
    Person,
    PlaceIncident,
    ProtectiveOrder,
    Record,
)
from riskflag.rule import Finding, Outcome, Raised, cite
from riskflag.rulebook import build_rulebook
from riskflag.vocabulary import ProhibitionKind, Source
from tests.test_rulebook import NOTHING, UNKNOWN, a_rule, explodes

CANARY = "canary-51c0"
EVERY_KIND = {**RECORD_KINDS, "place_incidents": PlaceIncident}
ORDER = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED))
WRITTEN = encode(ORDER)
OFFSETS = st.integers(min_value=-14 * 60, max_value=14 * 60).map(lambda m: timezone(timedelta(minutes=m)))


def found(_: object) -> Outcome:
    evidence = cite(ORDER, "not to enter the address", "the UPRNs are equal")
    return Raised((Finding("an order is in force", (evidence,)),), UNKNOWN.missing)


def answer(given: Case) -> Assessment:
    checks = {
        "TEST-01": found,
        "TEST-02": lambda _: NOTHING,
        "TEST-03": lambda _: UNKNOWN,
        "TEST-04": explodes,
    }
    rulebook = build_rulebook([a_rule(check, code) for code, check in checks.items()], "source")
    return assess(given.dossier, given.enquiry, given.place, rulebook)


@pytest.mark.parametrize("kind", EVERY_KIND.values(), ids=EVERY_KIND)
@given(data=st.data())
def test_every_kind_of_record_is_read_back_equal(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    assert decode(encode(record), kind) == record


@pytest.mark.parametrize("kind", [Person, Address, NamedPerson, AddressEnquiry, ReferralEnquiry])
@given(data=st.data())
def test_people_places_and_enquiries_are_read_back_equal(kind: type, data: st.DataObject) -> None:
    thing = data.draw(st.from_type(kind))
    assert decode(encode(thing), kind) == thing


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(case(ORDER, lives_with=[CHILD_OF_NINE]), id="flags, and rules that could not tell"),
        pytest.param(case(not_asked=Source), id="nothing was asked"),
        pytest.param(case(conviction("99999", "unheard of"), alert("QQQ")), id="records to put right"),
    ],
)
def test_an_assessment_is_read_back_equal(given: Case) -> None:
    assessment = answer(given)
    assert assessment.unanswered
    assert decode(encode(assessment), Assessment) == assessment


IN_OUR_TIME = st.datetimes(
    NOW.replace(year=1900, tzinfo=None), NOW.replace(year=2200, tzinfo=None), timezones=OFFSETS
)


@given(st.datetimes(timezones=OFFSETS))
def test_a_moment_keeps_its_instant_and_its_offset(moment: datetime) -> None:
    back = text_to_moment(moment_to_text(moment))
    assert (back.replace(tzinfo=None), back.utcoffset()) == (moment.replace(tzinfo=None), moment.utcoffset())


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        pytest.param('"easting":400000', '"easting":"400000"', id="a number in quotes"),
        pytest.param('"easting":400000', '"easting":400000.0', id="a number with a decimal point"),
        pytest.param('"easting":400000', '"easting":true', id="yes for a number"),
        pytest.param('"easting":400000', '"easting":NaN', id="not a number"),
        pytest.param('"present_when_made":true', '"present_when_made":1', id="one for yes"),
        pytest.param(
            '"present_when_made":true', '"present_when_made":"no"', id="no in quotes, which is not no"
        ),
        pytest.param('"aliases":[]', '"aliases":"Bess"', id="a word for a list of words"),
        pytest.param('"aliases":[]', '"aliases":{}', id="a mapping for a list"),
        pytest.param('"aliases":[]', '"aliases":[7]', id="a number among words"),
        pytest.param('"made_on":"2025-03-03"', '"made_on":"20250303"', id="a day in another form"),
        pytest.param('"made_on":"2025-03-03"', '"made_on":"2025-02-30"', id="a day that never was"),
        pytest.param('"made_on":"2025-03-03"', '"made_on":1741000000', id="seconds for a day"),
        pytest.param('"restraining_order"', '"restraining_ordr"', id="a kind of order that is none"),
        pytest.param('"court":', '"caught":', id="a key that is not known"),
        pytest.param('"order_type":"restraining_order",', "", id="a kind of order that is not said"),
        pytest.param(
            '"recorded_on":"2025-03-03"', '"recorded_on":null', id="nothing where something must be"
        ),
        pytest.param("{", "[", id="not JSON"),
        pytest.param(WRITTEN, "null", id="nothing"),
        pytest.param(WRITTEN, "[]", id="a list"),
        pytest.param(WRITTEN, "", id="an empty text"),
        pytest.param(WRITTEN, "[" * 100_000, id="a text nested without end"),
    ],
)
def test_what_does_not_fit_exactly_is_unreadable(was: str, becomes: str) -> None:
    assert was in WRITTEN
    assert decode(WRITTEN.replace(was, becomes, 1), ProtectiveOrder) is None


@given(st.integers(min_value=0, max_value=len(WRITTEN) - 1))
def test_a_record_cut_short_is_unreadable(length: int) -> None:
    assert decode(WRITTEN[:length], ProtectiveOrder) is None


@given(IN_OUR_TIME, IN_OUR_TIME)
def test_moments_in_utc_stand_in_the_order_of_time(one: datetime, other: datetime) -> None:
    assert text_to_moment(utc_text(one)) == one
    assert (utc_text(one) < utc_text(other)) is (one < other)


def test_a_moment_without_an_offset_is_neither_written_nor_read() -> None:
    with pytest.raises(Misfit):
        moment_to_text(NOW.replace(tzinfo=None))
    with pytest.raises(Misfit):
        utc_text(NOW.replace(tzinfo=None))
    with pytest.raises(Misfit):
        text_to_moment("2026-11-22T10:00:00")


def test_an_assessment_without_a_verdict_is_unreadable() -> None:
    written = json.loads(encode(answer(case())))
    del written["verdict"]
    assert decode(json.dumps(written), Assessment) is None


def test_what_is_written_holds_no_character_that_a_database_refuses() -> None:
    odd = NamedPerson("Zoë \x00 \U0001f600")
    assert "\x00" not in encode(odd)
    assert decode(encode(odd), NamedPerson) == odd


def test_text_that_is_not_unicode_is_refused_and_not_repeated() -> None:
    with pytest.raises(Misfit) as refused:
        encode(NamedPerson(f"{CANARY} \udc80"))
    assert CANARY not in str(refused.value)


def test_a_record_from_before_a_field_was_known_has_its_default() -> None:
    earlier = json.loads(WRITTEN)
    del earlier["court"]
    read = decode(json.dumps(earlier), ProtectiveOrder)
    assert read == replace(ORDER, court=None)
