"""Every element comes out as a record, as something found, or as a reject with its reason."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import HIM, PROPOSED, alert
from riskflag.errors import BadInput
from riskflag.importers.fields import Fields
from riskflag.importers.reading import MOST_ELEMENTS, Reading, distinct, reads
from riskflag.importers.shape import Contradiction, Imported, Payload, Product, Reject, Unusable
from riskflag.schema.text import LONGEST_NAME
from riskflag.vocabulary import SourceRecordId
from tests.importers.payloads import NOW

SECRET = "Quuxfield 7"
RAISED = alert("XA")


def raises(element: Fields) -> Product:
    """A reader for every fate an element can have, by what stands in it."""
    match element.value:
        case "record":
            return replace(RAISED, source_id=SourceRecordId(element.path))
        case "person":
            return HIM
        case "address":
            return PROPOSED
        case "unusable":
            raise Unusable(f"{element.path}.code", "is needed")
        case "too long":
            return replace(RAISED, code="x" * (LONGEST_NAME + 1))
        case "out of order":
            return replace(RAISED, active_to=date(2020, 1, 1))
        case _:
            raise RuntimeError(SECRET)


def read(*values: object) -> Imported:
    return reads(lambda reading: reading.each(reading.top.members(), raises))(Payload(list(values), NOW))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param("unusable", "code: is needed", id="a field is missing"),
        pytest.param(
            "too long", "code: must be at most 200 characters long", id="what no case file may hold"
        ),
        pytest.param("crash", "cannot be read", id="whatever else goes wrong"),
    ],
)
def test_one_that_cannot_be_read_is_a_reject_and_the_others_are_read(value: str, reason: str) -> None:
    came = read("record", value, "person")
    assert came.rejects == (Reject("[1]", reason),)
    assert (came.elements, len(came.records), came.found) == (3, 1, (HIM,))
    assert (came.unreadable, came.whole) == (1, False)


def test_dates_that_gainsay_each_other_are_kept_and_told_of() -> None:
    came = read("out of order")
    assert len(came.records) == 1
    assert came.contradictions == (Contradiction("[0]", "active_to must not be before active_from"),)
    assert came.whole


@given(
    st.lists(
        st.sampled_from(["record", "person", "address", "unusable", "too long", "crash", "out of order"])
    )
)
def test_what_goes_in_comes_out(values: list[str]) -> None:
    came = read(*values)
    assert came.elements == len(values) == len(came.records) + len(came.found) + len(came.rejects)
    assert SECRET not in str(came)


def test_an_element_that_no_record_holds_is_counted_and_nothing_is_wrong_with_it() -> None:
    came = reads(lambda r: r.no_record(r.top.members(), "a care need"))(Payload([{}, {}], NOW))
    assert [each.reason for each in came.rejects] == ["carries no record: a care need"] * 2
    assert (came.unreadable, came.whole) == (0, True)


def test_a_payload_that_is_not_built_as_its_shape_is_keeps_what_was_read() -> None:
    def half(reading: Reading) -> None:
        reading.each(reading.top.members(), raises)
        raise KeyError(SECRET)

    came = reads(half)(Payload(["record"], NOW))
    assert (came.elements, len(came.records)) == (2, 1)
    assert came.rejects == (Reject("", "cannot be read"),)


def test_no_payload_may_hold_any_number_of_elements() -> None:
    with pytest.raises(BadInput) as refused:
        read(*["unusable"] * (MOST_ELEMENTS + 1))
    assert refused.value.problems == {"payload": "holds more than 10,000 elements"}


def test_an_element_that_is_not_accounted_for_stops_the_import() -> None:
    with pytest.raises(ValueError, match="neither a record nor a reject"):
        Imported(2, (RAISED,))


@pytest.mark.parametrize(
    ("names", "told_apart"),
    [
        pytest.param(["1", "2"], ["1", "2"], id="two"),
        pytest.param(["1", "1", "1"], ["1", "1 (2)", "1 (3)"], id="one thing three times"),
        pytest.param(["1", "1 (2)", "1"], ["1", "1 (2)", "1 (3)"], id="the name is taken already"),
        pytest.param(["x" * 200] * 2, ["x" * 200, "x" * 192 + " (2)"], id="a name of full length"),
    ],
)
def test_what_a_source_lists_twice_is_kept_twice(names: list[str], told_apart: list[str]) -> None:
    given_names = [replace(RAISED, source_id=SourceRecordId(name)) for name in names]
    assert [record.source_id for record in distinct(given_names)] == told_apart
