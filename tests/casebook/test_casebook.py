"""The casebook: what every example and most tests are built from must itself be sound and say what it says."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta

import pytest

from riskflag import casebook
from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    HER,
    HIM,
    MOTHER,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    RELEASE,
    SAME_STREET,
    TODAY,
    Case,
    abuse,
    access_limitation,
    alert,
    allocation,
    assessment,
    breach,
    case,
    caseload_link,
    check,
    condition,
    contact,
    conversation,
    conviction,
    custody,
    decision,
    health,
    incident,
    known_elsewhere,
    note,
    order,
    own_address,
    predictor_score,
    protected_place,
    referral,
    registration,
    screening,
    term,
)
from riskflag.enquiry import Occupant
from riskflag.importers.plain import plain
from riskflag.matching.address import compare_addresses
from riskflag.records import (
    Address,
    AddressUse,
    Check,
    CheckKind,
    CustodyEventKind,
    DecisionKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    KnownAs,
    PlaceIncidentKind,
    Predictor,
    Record,
    ResponsibleOfficerAllocation,
    RiskAssessment,
    ScreeningTopic,
    Whereabouts,
)
from riskflag.records.soundness import is_sound
from riskflag.rulebook import load_rulebook
from riskflag.schema import load_as
from riskflag.vocabulary import AddressBand, ProhibitionKind, Source, Verdict, Visibility
from tests.strategies import EVERY_KIND

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
BUILT: dict[str, Record] = {
    "abuse": abuse(DomesticAbuseKind.THREATS, EX_PARTNER),
    "access_limitation": access_limitation("j.smith"),
    "alert": alert("OHCO"),
    "allocation": allocation(),
    "assessment": assessment(),
    "breach": breach(TODAY),
    "caseload_link": caseload_link("p.officer"),
    "check": check(CheckKind.POLICE_DOMESTIC_ABUSE),
    "condition": condition(NO_CONTACT, EX_PARTNER),
    "contact": contact(MOTHER, OTHER_TOWN, "visits"),
    "conversation": conversation(MOTHER),
    "conviction": conviction("10501", "common assault", EX_PARTNER),
    "custody": custody(CustodyEventKind.RECEIVED, TODAY),
    "decision": decision(DecisionKind.APPROVED, "approved"),
    "health": health(HealthAndCareKind.DIAGNOSIS),
    "incident": incident(PlaceIncidentKind.CLOSURE),
    "known_elsewhere": known_elsewhere(FRIEND, KnownAs.VICTIM),
    "note": note("seen at the door"),
    "order": order(NO_CONTACT),
    "own_address": own_address(OTHER_TOWN, AddressUse.MAIN),
    "predictor_score": predictor_score(Predictor.VIOLENT_OFFENDING, 1234),
    "protected_place": protected_place(EX_PARTNER, OTHER_TOWN),
    "referral": referral(),
    "registration": registration("ADVP", "perpetrator"),
    "screening": screening(ScreeningTopic.ACCOMMODATION, concern=False),
}
RECORD = pytest.mark.parametrize("record", BUILT.values(), ids=BUILT)


def texts(value: object) -> list[str]:
    """Every text in a value."""
    if is_dataclass(value):
        return [each for field in fields(value) for each in texts(getattr(value, field.name))]
    if isinstance(value, Whereabouts):
        return texts(value.reveal())
    if isinstance(value, tuple):
        return [each for inner in value for each in texts(inner)]
    return [value] if isinstance(value, str) else []


def verdict(given: Case) -> Verdict:
    return assess(given.dossier, given.enquiry, given.place, load_rulebook()).verdict


def test_there_is_a_builder_of_every_kind_of_record() -> None:
    assert {type(record) for record in BUILT.values()} == set(EVERY_KIND.values())
    builders = {name for name in casebook.__all__ if name[0].islower()} - {"asked_earlier", "case", "term"}
    assert builders == set(BUILT)


@RECORD
def test_what_is_built_could_have_been_sent(record: Record) -> None:
    assert is_sound(record)
    assert load_as(type(record), plain(record)) == record


@RECORD
def test_what_is_built_lies_in_the_past_of_the_question(record: Record) -> None:
    assert record.recorded_on <= TODAY
    assert record.happened_on is None or record.happened_on <= record.recorded_on


@RECORD
def test_what_is_built_is_as_visible_as_its_kind(record: Record) -> None:
    assert record.visibility is None
    assert record.protected is (type(record).usual_visibility is Visibility.PROTECTED)


@RECORD
def test_nobody_and_no_place_is_real(record: Record) -> None:
    words = " ".join(texts(record))
    assert not re.search(r"\b(?!Z[YZ])[A-Z]{1,2}[0-9]{1,2}[A-Z]? [0-9][A-Z]{2}\b", words)
    assert all(number.startswith("01632 960") for number in re.findall(r"\b0\d{4} ?\d{6}\b", words))


def test_a_case_alone_is_complete_and_there_is_nothing_to_flag() -> None:
    assert verdict(case()) is Verdict.NO_FLAGS_FOUND
    assert case().dossier.gaps() == {}
    assert case() == case()


@pytest.mark.parametrize("source", Source)
def test_a_source_that_was_not_asked_is_the_only_gap(source: Source) -> None:
    given = case(not_asked=[source])
    assert set(given.dossier.gaps()) == {source} - {Source.ACCESS_LIMITS}
    assert (given.place.gap(NOW) is None) is (source is not Source.PLACE_REGISTER)
    no_rule_needs = {Source.REFERRALS, Source.ACCESS_LIMITS}
    assert verdict(given) is not Verdict.NO_FLAGS_FOUND or source in no_rule_needs


@pytest.mark.parametrize(
    ("given", "kind", "count"),
    [
        pytest.param(allocation(None), ResponsibleOfficerAllocation, 1, id="an allocation"),
        pytest.param(assessment(None), RiskAssessment, 1, id="an assessment"),
        pytest.param(check(CheckKind.OTHER), Check, 1, id="a check takes the place of both"),
        pytest.param(alert("OHCO"), Check, 2, id="an alert takes the place of nothing"),
    ],
)
def test_a_record_takes_the_place_of_the_routine_one(given: Record, kind: type[Record], count: int) -> None:
    held = case(given).dossier
    assert len(held.of(kind)) == count
    assert [replace(r, source_id=given.source_id) for r in held.of(type(given))] == [given]


def test_without_the_routine_there_is_only_what_was_given() -> None:
    assert case(routine=False).dossier.records == ()
    assert [type(record) for record in case(order(), routine=False).dossier.records] == [type(order())]


def test_records_are_numbered_in_the_order_given_and_none_twice() -> None:
    held = case(alert("OHCO"), alert("OHCO"), order()).dossier.records
    assert [record.source_id for record in held] == [f"EXAMPLE-{n}" for n in range(1, len(held) + 1)]
    assert [type(record).__name__ for record in held[:3]] == ["Alert", "Alert", "ProtectiveOrder"]


def test_people_and_occupants_may_both_live_there() -> None:
    hidden = Occupant(EX_PARTNER, visibility=Visibility.PROTECTED)
    asked = case(lives_with=(FRIEND, hidden), asked=replace(ASKED, occupants=(Occupant(MOTHER),))).enquiry
    assert asked.occupants == (Occupant(MOTHER), Occupant(FRIEND), hidden)


@pytest.mark.parametrize(
    ("left", "right", "band"),
    [
        pytest.param(PROPOSED, PROPOSED, AddressBand.SAME_PROPERTY, id="itself"),
        pytest.param(PROPOSED, SAME_STREET, AddressBand.DIFFERENT, id="four doors on"),
        pytest.param(PROPOSED, OTHER_TOWN, AddressBand.DIFFERENT, id="another town"),
    ],
)
def test_the_places_are_as_far_apart_as_they_are_called(
    left: Address, right: Address, band: AddressBand
) -> None:
    assert compare_addresses(left, right).band is band


def test_the_people_are_two_and_release_lies_ahead() -> None:
    assert (HIM.identified, HER.identified, HIM.noms_number != HER.noms_number) == (True, True, True)
    assert timedelta(0) < RELEASE - TODAY < timedelta(days=14)
    assert NOW.date() == TODAY


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(lambda: order().expires_on, None, id="an order has no end"),
        pytest.param(lambda: order(expires_on=TODAY).expires_on, TODAY, id="or the one it is given"),
        pytest.param(lambda: order(expires_on=TODAY).duration_wording, None, id="unless it is given one"),
        pytest.param(lambda: order(made_on=None).recorded_on < TODAY, True, id="made nobody knows when"),
        pytest.param(lambda: protected_place(EX_PARTNER, None).withheld, True, id="no address is withheld"),
        pytest.param(lambda: protected_place(EX_PARTNER, PROPOSED).withheld, False, id="an address is not"),
        pytest.param(
            lambda: check(CheckKind.OTHER, returned_on=None).concerns, None, id="a check that is still out"
        ),
        pytest.param(lambda: check(CheckKind.OTHER).concerns, False, id="one that came back"),
        pytest.param(lambda: term(ProhibitionKind.NO_CONTACT).wording, "not to: no contact", id="a term"),
        pytest.param(lambda: term(ProhibitionKind.OTHER, "as said").wording, "as said", id="in its words"),
    ],
)
def test_what_is_left_out_means(made: Callable[[], object], expected: object) -> None:
    assert made() == expected
