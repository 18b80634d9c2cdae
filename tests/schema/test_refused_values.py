"""Every field of everything that may be sent refuses what its type refuses, and repeats none of it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.dossier import SourceCoverage
from riskflag.enquiry import AddressEnquiry, Occupant, ReferralEnquiry
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseDescription
from riskflag.importers.plain import plain
from riskflag.records import Address, NamedPerson, Person, Point, Prohibition, Variation, Zone
from riskflag.schema import load_as
from riskflag.schema.building import DATES_IN_ORDER, NOWHERE_AND_SOMEWHERE
from riskflag.service import PersonNumbers
from tests.schema.refusals import CANARY, HIDDEN, LONG_FIELDS, Place, of_items, places, refused
from tests.strategies import EVERY_KIND, instances, whole

SENT = (
    *EVERY_KIND.values(),
    *(Person, PersonNumbers, Address, Point, NamedPerson, Zone, Prohibition, Variation),
    *(Occupant, AddressEnquiry, ReferralEnquiry, SourceCoverage, CaseDescription),
)
PLACES = [(cls, place) for cls in SENT for place in places(cls)]
EVERY_PLACE = [pytest.param(cls, place, id=f"{cls.__name__}.{place.name}") for cls, place in PLACES]
LISTS = [each for each, (_, place) in zip(EVERY_PLACE, PLACES, strict=True) if of_items(place)]
TEXTS = [
    each
    for each, (_, place) in zip(EVERY_PLACE, PLACES, strict=True)
    if place.hint is str and place.name not in LONG_FIELDS
]


def good(cls: type) -> dict[str, object]:
    """An object with something in every field, as it is sent."""
    written = plain(whole(cls))
    assert isinstance(written, dict)
    nowhere = {none_of_it for none_of_it, _, _ in NOWHERE_AND_SOMEWHERE}
    return {name: value for name, value in written.items() if name not in nowhere}


def least(cls: type) -> dict[str, object]:
    """The same with nothing in it that may be left out."""
    needed = {place.name for place in places(cls) if place.required}
    return {name: value for name, value in good(cls).items() if name in needed}


def reasons(cls: type, sent: object) -> dict[str, str]:
    """Why it is refused; nothing where it is taken."""
    try:
        load_as(cls, sent, "body")
    except BadInput as error:
        refusal = error
    else:
        return {}
    assert CANARY not in str(refusal) + repr(refusal.__context__) + repr(refusal.__cause__)
    return refusal.problems


def taken(cls: type, place: Place, wrong: Iterable[tuple[object, str]], path: str) -> list[str]:
    """The values that are taken after all, or are refused in other words or under another path."""
    whole_object = good(cls)
    return [
        ascii(value)[:60]
        for value, reason in wrong
        if reasons(cls, {**whole_object, place.name: value}) != {path: reason}
    ]


def in_list(wrong: Iterable[tuple[object, str]]) -> Iterable[tuple[object, str]]:
    """The same values, each in a list."""
    return (([value], reason) for value, reason in wrong)


@pytest.mark.parametrize("cls", SENT, ids=lambda cls: cls.__name__)
def test_what_the_wrong_values_are_put_into_is_right(cls: type) -> None:
    assert reasons(cls, good(cls)) == {}


@pytest.mark.parametrize(("cls", "place"), EVERY_PLACE)
def test_a_field_refuses_what_is_not_of_its_type(cls: type, place: Place) -> None:
    assert taken(cls, place, refused(place), place.name) == []


@pytest.mark.parametrize(("cls", "place"), LISTS)
def test_a_list_refuses_what_is_not_of_the_type_of_its_members(cls: type, place: Place) -> None:
    item = of_items(place)
    assert item is not None
    assert taken(cls, place, in_list(refused(item)), f"{place.name}.0") == []


@pytest.mark.parametrize(("cls", "place"), EVERY_PLACE)
def test_a_field_may_be_left_out_or_null_only_where_its_type_says_so(cls: type, place: Place) -> None:
    rest = {name: value for name, value in good(cls).items() if name != place.name}
    assert reasons(cls, rest) == ({place.name: "is needed"} if place.required else {})
    assert bool(reasons(cls, {**rest, place.name: None})) is not place.nullable


@pytest.mark.parametrize(("cls", "place"), TEXTS)
@pytest.mark.parametrize("length", [200, 201])
def test_a_short_text_is_as_long_as_it_may_be(cls: type, place: Place, length: int) -> None:
    found = reasons(cls, {**good(cls), place.name: "é" * length})
    assert found == ({} if length == 200 else {place.name: "must be at most 200 characters long"})


@pytest.mark.parametrize("cls", SENT, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize(
    "extra",
    [
        pytest.param(CANARY, id="a name of somebody"),
        pytest.param("__class__", id="what Python has of its own"),
        pytest.param("source", id="a constant of the class"),
        pytest.param("protected", id="what is worked out"),
        pytest.param("", id="no name at all"),
        pytest.param("_by_kind", id="a private field"),
        pytest.param("name\x00", id="a name with a NUL"),
        pytest.param("\ud800", id="half a character"),
    ],
)
def test_nothing_unknown_is_passed_over(cls: type, extra: str) -> None:
    found = reasons(cls, {**good(cls), extra: CANARY})
    assert list(found) == ["body"]
    assert found["body"].startswith("holds a field that is not known")


@pytest.mark.parametrize("cls", SENT, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("sent", [None, [], [{}], "", CANARY, 0, 1, True, 1.5], ids=ascii)
def test_only_an_object_is_an_object(cls: type, sent: object) -> None:
    assert reasons(cls, sent) == {"body": "must be an object"}


IN_ORDER = {
    ("happened_on", "recorded_on"),
    ("made_on", "expires_on"),
    ("made_on", "discharged_on"),
    ("varied_on", "expires_on"),
    ("starts_on", "ends_on"),
    ("started_on", "ended_on"),
    ("active_from", "active_to"),
    ("requested_on", "returned_on"),
    ("release_date", "licence_ends_on"),
    ("use_from", "use_to"),
}
PAIRS = [
    pytest.param(cls, earlier, later, id=f"{cls.__name__}: {earlier}, {later}")
    for cls in SENT
    for earlier, later in sorted(IN_ORDER)
    if {earlier, later} <= {place.name for place in places(cls)}
]


def test_every_pair_of_dates_that_must_be_in_order_is_somewhere() -> None:
    assert set(DATES_IN_ORDER) == IN_ORDER == {each.values[1:] for each in PAIRS}


@pytest.mark.parametrize(
    ("first", "second", "allowed"),
    [
        pytest.param("2026-10-01", "2026-10-02", True, id="in order"),
        pytest.param("2026-10-01", "2026-10-01", True, id="on one day"),
        pytest.param("2026-10-02", "2026-10-01", False, id="the end a day before the beginning"),
        pytest.param("9999-12-31", "1900-01-01", False, id="as far apart as can be"),
    ],
)
@pytest.mark.parametrize(("cls", "earlier", "later"), PAIRS)
def test_no_end_is_before_its_beginning(
    cls: type, earlier: str, later: str, first: str, second: str, allowed: bool
) -> None:
    assert reasons(cls, {**least(cls), earlier: first, later: second}) == (
        {} if allowed else {later: f"must not be before {earlier}"}
    )


@pytest.mark.parametrize(("cls", "earlier", "later"), PAIRS)
def test_an_open_beginning_or_end_is_not_out_of_order(cls: type, earlier: str, later: str) -> None:
    nullable = {place.name for place in places(cls) if place.nullable}
    for absent, other in ((earlier, later), (later, earlier)):
        if absent in nullable:
            assert reasons(cls, {**least(cls), absent: None, other: "1900-01-01"}) == {}


@given(st.sampled_from(SENT).flatmap(instances), st.data())
def test_one_invisible_character_anywhere_in_words_is_refused(made: object, data: st.DataObject) -> None:
    sent = plain(made)
    holders = [(holder, key) for holder, key in words_in(sent) if key in NAMES]
    if holders:
        holder, key = data.draw(st.sampled_from(holders))
        holder[key] += data.draw(st.sampled_from(HIDDEN))
        assert reasons(type(made), sent)


NAMES = {place.name for _, place in PLACES if place.hint is str}


def words_in(value: object) -> list[tuple[dict[str, str], str]]:
    """Every place in a JSON value where a text stands under a name."""
    if isinstance(value, list):
        return [found for inner in value for found in words_in(inner)]
    if not isinstance(value, dict):
        return []
    here = [(value, key) for key, inner in value.items() if isinstance(inner, str)]
    return here + [found for inner in value.values() for found in words_in(inner)]
