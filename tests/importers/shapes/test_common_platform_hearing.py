"""A hearing of Common Platform: every result is an order, carries no record or cannot be read."""

import copy
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from riskflag.assessment import assess
from riskflag.casebook import case
from riskflag.importers.detect import shape_of
from riskflag.importers.shape import Imported, Payload
from riskflag.records import Conviction, ConvictionOutcome, Person, ProtectiveOrder, Zone
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import OrderType, ProhibitionKind

Kind = ProhibitionKind
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEARING = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "common_platform_hearing.json").read_text(encoding="utf-8")
)


def read(content: object) -> Imported:
    payload = Payload(content, NOW)
    shape = shape_of(payload)
    assert shape.name == "common-platform-hearing"
    return shape.read(payload)


def orders(imported: Imported) -> dict[str, ProtectiveOrder]:
    return {each.source_id: each for each in imported.records if isinstance(each, ProtectiveOrder)}


def with_prompts(*prompts: tuple[str, str, str | None], label: str = "Restraining order") -> ProtectiveOrder:
    """The order of a hearing with one result that has these prompts: label, value, type."""
    hearing = copy.deepcopy(HEARING)
    defendant = hearing["hearing"]["prosecutionCases"][0]["defendants"][0]
    made = [
        {"label": name, "value": value} | ({"type": kind} if kind else {}) for name, value, kind in prompts
    ]
    defendant["judicialResults"] = []
    defendant["offences"][0]["judicialResults"] = []
    result = {"judicialResultId": "the-one", "label": label, "judicialResultPrompts": made}
    defendant["offences"][1]["judicialResults"] = [result | {"orderedDate": "2026-10-05"}]
    return orders(read(hearing))["the-one"]


IMPORTED = read(HEARING)
ORDERS = orders(IMPORTED)


def test_everything_in_the_hearing_is_accounted_for() -> None:
    assert (IMPORTED.elements, len(IMPORTED.records), len(IMPORTED.found)) == (13, 7, 1)
    assert [(reject.path.rpartition(".")[2], reject.carries_no_record) for reject in IMPORTED.rejects] == [
        ("judicialResults[3]", True),
        ("judicialResults[4]", True),
        ("judicialResults[5]", True),
        ("judicialResults[0]", False),
        ("judicialResults[1]", False),
    ]


def test_no_reason_repeats_what_the_hearing_says() -> None:
    told = " ".join(str(each) for each in (*IMPORTED.rejects, *IMPORTED.contradictions, *IMPORTED.gaps))
    for secret in ("Quillfeather", "Quennell", "Pettigrew", "ZZ3", "Lantern", "2015/7654321D"):
        assert secret not in told


def test_a_curfew_and_an_exclusion_at_one_house_are_both_kept_and_told_of() -> None:
    terms = ORDERS["result-dapo"].prohibitions
    assert [term.kind for term in terms] == [Kind.CURFEW_AT, Kind.NO_ENTER_ADDRESS]
    assert {term.place.postcode or term.place.text for term in terms if term.place} == {
        "14 Quillfeather Row, Lower Marrow, ZZ3 4QF",
        "14 Quillfeather Row, Lower Marrow ZZ3 4QF",
    }
    assert [each.what for each in IMPORTED.contradictions] == [
        "one condition requires the address that another forbids",
        "a condition ends before it starts",
    ]


def test_an_order_until_further_order_has_no_end() -> None:
    order = ORDERS["result-dapo"]
    assert (order.expires_on, order.duration_wording) == (None, "until further order")
    assert (order.made_on, order.present_when_made) == (date(2026, 10, 5), True)


def test_a_variation_keeps_when_the_order_was_first_made_and_is_not_taken_as_seen() -> None:
    order = ORDERS["result-varied"]
    assert (order.order_type, order.made_on) == (OrderType.RESTRAINING_ORDER, date(2025, 3, 11))
    assert order.court == "Oldmere Crown Court"
    assert [who.name for who in order.protects] == ["Isolde Quennell"]
    (variation,) = order.variations
    assert (variation.varied_on, variation.sealed_copy_seen, variation.expires_on) == (
        date(2026, 10, 5),
        False,
        None,
    )
    assert [term.kind for term in variation.prohibitions] == [
        Kind.NO_CONTACT,
        Kind.NO_ENTER_HOME_OF,
        Kind.OTHER,
    ]


def test_an_order_of_an_unknown_kind_keeps_its_wording() -> None:
    order = ORDERS["result-unknown"]
    assert (order.order_type, order.duration_wording) == (OrderType.OTHER_ORDER, "on a day to be fixed")
    assert [(term.kind, term.wording) for term in order.prohibitions] == [
        (Kind.OTHER, "Lanterns to be kept unlit after dusk")
    ]


def test_bail_runs_to_the_next_hearing_and_names_its_areas() -> None:
    bail = ORDERS["result-bail"]
    assert (bail.order_type, bail.expires_on, bail.hearing_on) == (
        OrderType.COURT_BAIL,
        None,
        date(2026, 12, 3),
    )
    around, area, home, curfew = bail.prohibitions
    assert around.zone == Zone("Marrow Cross", radius_metres=3219)
    assert around.allows == "unless accompanied by a police officer"
    assert (area.kind, area.place, area.zone) == (Kind.EXCLUSION_AREA, None, Zone("Upper Marrow"))
    assert home.place is not None
    assert (home.kind, home.place.text) == (Kind.RESIDE_AT, "Flat 2, 9 Teasel Street, ZZ5 1AB")
    assert (curfew.kind, curfew.place) == (Kind.CURFEW_AT, None)


def test_a_requirement_on_its_own_ends_with_its_term() -> None:
    order = ORDERS["result-exclusion"]
    assert order.order_type is OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER
    assert order.expires_on == order.prohibitions[0].ends_on == date(2027, 4, 4)


def test_offences_are_convictions_or_charges_that_are_not_decided() -> None:
    outcomes = [each.outcome for each in IMPORTED.records if isinstance(each, Conviction)]
    assert outcomes == [ConvictionOutcome.CONVICTED, ConvictionOutcome.PENDING]


def test_the_defendant_is_somebody_found() -> None:
    (person,) = IMPORTED.found
    assert isinstance(person, Person)
    assert (person.name, person.date_of_birth) == ("Orlando Pettigrew", date(1990, 2, 3))
    assert [str(named.numbers.pnc_number) for named in IMPORTED.named] == ["2015/7654321D"]


@pytest.mark.parametrize(
    ("prompts", "expires_on", "duration"),
    [
        pytest.param((("End date", "04/10/2027", "DATE"),), date(2027, 10, 4), None, id="a date"),
        pytest.param((("End date", "31/02/2027", "DATE"),), None, "31/02/2027", id="a day that never comes"),
        pytest.param((("End date", "a year on", "TXT"),), None, "a year on", id="words for an end"),
        pytest.param((("Period of order", "2 Years", "INT"),), None, "2 Years", id="a length only"),
        pytest.param(
            (("Order details", "This holds until further order", "TXT"),),
            None,
            "until further order",
            id="further order, in a text",
        ),
        pytest.param(
            (("Order made until further order", "false", "BOOLEAN"), ("End date", "04/10/2027", "DATE")),
            date(2027, 10, 4),
            None,
            id="not until further order",
        ),
        pytest.param((), None, None, id="nothing about an end"),
    ],
)
def test_how_an_order_ends(
    prompts: tuple[tuple[str, str, str | None], ...], expires_on: date | None, duration: str | None
) -> None:
    order = with_prompts(*prompts)
    assert (order.expires_on, order.duration_wording) == (expires_on, duration)


@pytest.mark.parametrize(
    ("prompts", "terms"),
    [
        pytest.param((), [(Kind.OTHER, "Restraining order")], id="no prompts: somebody must read the order"),
        pytest.param(
            (("Exclusion - not to enter a place", "9 Oak Road", None),),
            [(Kind.NO_ENTER_ADDRESS, "Exclusion - not to enter a place. 9 Oak Road")],
            id="a value without a label",
        ),
        pytest.param(
            (("Conditions", "not to contact Jo; not to approach Jo", "TXT"),),
            [(Kind.NO_CONTACT, "not to contact Jo"), (Kind.NO_APPROACH, "not to approach Jo")],
            id="two terms in one text",
        ),
        pytest.param(
            (("Singing", "Song:any", None),),
            [(Kind.OTHER, "Singing. Song: any")],
            id="what fits nothing is kept",
        ),
    ],
)
def test_terms(prompts: tuple[tuple[str, str, str | None], ...], terms: list[tuple[Kind, str]]) -> None:
    assert [(term.kind, term.wording) for term in with_prompts(*prompts).prohibitions] == terms


@pytest.mark.parametrize(
    ("label", "discharged"),
    [
        pytest.param("Restraining order revoked", date(2026, 10, 5), id="ended by the court"),
        pytest.param("Restraining order", None, id="made by the court"),
    ],
)
def test_a_result_that_ends_an_order_is_the_evidence_that_it_ended(
    label: str, discharged: date | None
) -> None:
    order = with_prompts(label=label)
    assert order.discharged_on == discharged
    assert bool(order.discharge_evidence) is (discharged is not None)


def damaged(path: str, value: object) -> object:
    hearing = copy.deepcopy(HEARING)
    part: Any = hearing["hearing"]["prosecutionCases"][0]["defendants"][0]["offences"][0]["judicialResults"][
        0
    ]
    part[path] = value
    return hearing


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("label", 7, id="a label that is a number"),
        pytest.param("label", None, id="no label"),
        pytest.param("judicialResultPrompts", [7], id="a prompt that is a number"),
        pytest.param("judicialResultPrompts", [{"label": 3, "value": []}], id="a prompt of the wrong kinds"),
        pytest.param("orderedDate", "the day before", id="a date in words"),
    ],
)
def test_a_damaged_result_costs_no_other_and_is_told_of(field: str, value: object) -> None:
    imported = read(damaged(field, value))
    assert {"result-varied", "result-bail", "result-exclusion"} <= set(orders(imported))
    assert not imported.whole


def test_results_in_an_unknown_part_are_found_and_the_name_of_the_part_is_not_told() -> None:
    hearing = copy.deepcopy(HEARING)
    hearing["hearing"]["Ms Quuxfield"] = [[{"judicialResults": [{"label": "Deemed served"}, 7]}]]
    imported = read(hearing)
    assert imported.elements == IMPORTED.elements + 2
    assert "Quuxfield" not in str(imported.rejects)


@pytest.mark.parametrize(
    ("starts", "ends", "kept"),
    [
        pytest.param("10/10/2026", "09/11/2026", date(2026, 11, 9), id="an end after its start"),
        pytest.param("10/10/2026", "10/10/2026", date(2026, 10, 10), id="one day"),
        pytest.param("10/11/2026", "09/11/2026", None, id="an end before its start cannot be read"),
        pytest.param(
            "06/10/2026", "04/10/2026", date(2026, 10, 4), id="one before the order stands as it came"
        ),
    ],
)
def test_the_end_of_a_term(starts: str, ends: str, kept: date | None) -> None:
    value = f"Exclusion period:1 Months\nPlace:9 Oak Road\nStart date:{starts}\nEnd date:{ends}"
    (term,) = with_prompts(("Exclusion - not to enter", value, None)).prohibitions
    assert term.ends_on == kept


def test_the_order_that_gainsays_itself_is_flagged_for_that() -> None:
    given = case(ORDERS["result-dapo"])
    answer = assess(given.dossier, given.enquiry, given.place, load_rulebook())
    assert {"PROC-CONF-01", "RO-LIC-02"} <= {flag.code for flag in answer.flags}
