"""The published JSON Schema and the reader say the same, so that whoever writes our files can rely on it."""

import json
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.dossier import PlaceKnowledge, SourceCoverage
from riskflag.enquiry import AddressEnquiry, Occupant, ReferralEnquiry
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFileContents
from riskflag.importers.plain import plain
from riskflag.records import Address, NamedPerson, Person, Prohibition, Variation, Zone
from riskflag.schema import json_schema, load_as, schema_for
from riskflag.schema.building import NOWHERE_AND_SOMEWHERE
from tests.api.conforming import LIMITS, misfits, references, resolve
from tests.schema.refusals import UNSEEN, Place, places, refused
from tests.strategies import EVERY_KIND, instances, whole, written

KINDS = (
    *EVERY_KIND.values(),
    *(Person, Address, NamedPerson, Zone, Prohibition, Variation, Occupant, AddressEnquiry, ReferralEnquiry),
    *(SourceCoverage, PlaceKnowledge),
)
CLASSES = pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
ONLY_THE_READER_KNOWS = (
    UNSEEN,
    "must be a real date written YYYY-MM-DD, from 1900 on",
    "must be a real date and time with its offset, written YYYY-MM-DDThh:mm:ss+00:00",
)
"""What JSON Schema cannot say: characters that cannot be seen, and how far back a date may lie."""
LONG_AGO = {"1899-12-31", "1999-12-31T23:59:59Z", "2101-01-01T00:00:00Z", "9999-12-31T23:59:59+00:00"}


@cache
def published(cls: type) -> dict[str, Any]:
    """The JSON Schema of a class."""
    return json_schema(schema_for(cls), "a thing")


def fits(cls: type, value: object) -> bool:
    """Whether the published schema takes it."""
    return misfits(published(cls), published(cls) | {"$ref": f"#/$defs/{cls.__name__}"}, value) == []


def read(cls: type, value: object) -> bool:
    """Whether the reader takes it."""
    try:
        load_as(cls, value)
    except BadInput:
        return False
    return True


@CLASSES
@settings(max_examples=25)
@given(data=st.data())
def test_whatever_the_reader_takes_is_as_published(cls: type, data: st.DataObject) -> None:
    made = data.draw(instances(cls))
    for each in (plain(made), written(made)):
        sent = json.loads(json.dumps(each))
        assert read(cls, sent)
        assert fits(cls, sent)


@CLASSES
def test_whatever_the_reader_refuses_is_not_as_published_where_that_can_be_said(cls: type) -> None:
    good: Any = json.loads(json.dumps(plain(whole(cls))))
    for none_of_it, _, _ in NOWHERE_AND_SOMEWHERE:
        good.pop(none_of_it, None)
    assert fits(cls, good)
    for place in places(cls):
        wrong = [value for value, reason in refused(place) if sayable(value, reason)]
        assert [ascii(value)[:50] for value in wrong if fits(cls, good | {place.name: value})] == []


def sayable(value: object, reason: str) -> bool:
    """Whether JSON Schema has words for what is wrong."""
    return reason not in ONLY_THE_READER_KNOWS or (reason != UNSEEN and str(value) not in LONG_AGO)


@CLASSES
def test_what_may_be_left_out_has_the_default_that_is_published(cls: type) -> None:
    properties = published(cls)["$defs"][cls.__name__]["properties"]
    needed = published(cls)["$defs"][cls.__name__].get("required", [])
    for place in places(cls):
        assert (place.name in needed) is place.required
        assert ("default" in properties[place.name]) is not place.required
        if "default" in properties[place.name]:
            assert misfits(published(cls), properties[place.name], properties[place.name]["default"]) == []


@CLASSES
def test_the_published_default_means_the_same_as_leaving_it_out(cls: type) -> None:
    part = published(cls)["$defs"][cls.__name__]
    least = {place.name: value_of(cls, place) for place in places(cls) if place.required}
    defaults = {name: said["default"] for name, said in part["properties"].items() if "default" in said}
    assert load_as(cls, {**least, **json.loads(json.dumps(defaults))}) == load_as(cls, least)


def value_of(cls: type, place: Place) -> object:
    """A value that the field takes."""
    return plain(getattr(whole(cls), place.name))


def test_nothing_is_published_that_this_check_does_not_understand() -> None:
    document = published(CaseFileContents)
    used = {name for part in parts(document["$defs"]) for name in part}
    assert used >= set(LIMITS)
    assert not [found for found in references(document) if not resolve(document, found)]


def parts(definitions: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """What is said of each property of each part."""
    for part in definitions.values():
        yield from part.get("properties", {}).values()
        yield from (said["items"] for said in part.get("properties", {}).values() if "items" in said)


ALERT = {"source_system": "nomis", "source_id": "A-1", "recorded_on": "2026-11-01", "code": "OHCO"}
WHOLE_FILE: dict[str, Any] = {
    "format": "riskflag-case-1",
    "person": {"name": "Ann Example"},
    "records": {"alerts": [ALERT]},
    "coverage": {"alerts": {"answered": True}},
    "enquiry": {"purpose": "release_planning", "address": {"text": "5 Elder Row"}},
}


@pytest.mark.parametrize(
    ("path", "value", "taken"),
    [
        pytest.param(("format",), "riskflag-case-1", True, id="as it stands"),
        pytest.param(("format",), "riskflag-case-2", False, id="another format"),
        pytest.param(("case",), None, True, id="a case that says nothing of itself"),
        pytest.param(("case",), {}, False, id="a case without a number"),
        pytest.param(("as_of",), "2026-11-22T10:00:00+00:00", True, id="a moment"),
        pytest.param(("as_of",), "2026-11-22", False, id="a day for a moment"),
        pytest.param(("records", "alerts"), [], True, id="no alerts"),
        pytest.param(("records", "alerts"), None, False, id="nothing for a list"),
        pytest.param(("records", "rumours"), [], False, id="a kind that is none"),
        pytest.param(("records", "alerts", 0, "code"), " ", False, id="a blank code"),
        pytest.param(("coverage", "alerts", "unreadable"), 10_000_001, False, id="more than there can be"),
        pytest.param(("coverage", "alerts", "unreadable"), 10_000_000, True, id="as many as there can be"),
        pytest.param(("coverage", "rumours"), {}, False, id="a source that is none"),
        pytest.param(("coverage", "alerts"), None, False, id="nothing said of a source"),
        pytest.param(("enquiry", "address"), None, True, id="no address"),
        pytest.param(("enquiry", "address", "uprn"), "12", True, id="a short UPRN"),
        pytest.param(("enquiry", "address", "uprn"), "12x", False, id="a UPRN with a letter"),
        pytest.param(("enquiry", "address", "point"), {"easting": 1}, False, id="half a point"),
        pytest.param(("enquiry", "occupants"), [{"who": {"name": "B"}}], True, id="an occupant"),
        pytest.param(("enquiry", "occupants"), [{"who": "B"}], False, id="an occupant in a word"),
        pytest.param(("place_knowledge",), {}, True, id="a register that says nothing"),
        pytest.param(("place_knowledge",), None, False, id="no register at all"),
        pytest.param(("person", "aliases"), ["B"] * 1000, True, id="a thousand aliases"),
        pytest.param(("person", "aliases"), ["B"] * 1001, False, id="one more"),
    ],
)
def test_the_reader_and_the_schema_agree_on_a_whole_file(
    path: tuple[str | int, ...], value: object, taken: bool
) -> None:
    sent = deepcopy(WHOLE_FILE)
    holder: Any = sent
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert (read(CaseFileContents, sent), fits(CaseFileContents, sent)) == (taken, taken)
