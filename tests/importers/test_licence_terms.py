"""A licence condition's words and details as one term."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.importers.licence_terms import licence_term, people_in
from riskflag.records import Zone
from riskflag.reference.hdc_conditions import hdc_condition
from riskflag.reference.licence_conditions import licence_conditions
from riskflag.vocabulary import ProhibitionKind

Kind = ProhibitionKind
KNOWN = replace(licence_conditions()[0], kinds=frozenset({Kind.NO_CONTACT}), meaning_changed=False)


@pytest.mark.parametrize(
    ("wording", "details", "kind", "place", "zone"),
    [
        pytest.param(
            "Not to enter 9 Oak Road.",
            {"nameTypeAndOrAddress": "9 Oak Road"},
            Kind.NO_ENTER_ADDRESS,
            "9 Oak Road",
            None,
            id="a house",
        ),
        pytest.param(
            "Not to enter any swimming bath.",
            {"nameTypeAndOrAddress": "any swimming bath"},
            Kind.EXCLUSION_AREA,
            None,
            Zone("any swimming bath"),
            id="a kind of place is an area that nobody drew",
        ),
        pytest.param(
            "Not to enter the area of Upper Marrow.",
            {"outOfBoundArea": "Upper Marrow"},
            Kind.EXCLUSION_AREA,
            None,
            Zone("Upper Marrow"),
            id="an area",
        ),
        pytest.param(
            "Not to go within 2 miles of the works.",
            {},
            Kind.EXCLUSION_AREA,
            None,
            Zone("Not to go within 2 miles of the works.", radius_metres=3219),
            id="a distance",
        ),
        pytest.param(
            "Reside at 9 Oak Road.",
            {"approvedAddress": "9 Oak Road,\nMarrow"},
            Kind.RESIDE_AT,
            "9 Oak Road, Marrow",
            None,
            id="where to live",
        ),
        pytest.param(
            "Not to sing.", {"curfewAddress": "9 Oak Road"}, Kind.OTHER, None, None, id="fits nothing"
        ),
    ],
)
def test_terms(
    wording: str, details: dict[str, str], kind: Kind, place: str | None, zone: Zone | None
) -> None:
    term = licence_term(wording, details, None)
    assert (term.kind, term.zone, term.wording) == (kind, zone, wording)
    assert (term.place.text if term.place else None) == place


@pytest.mark.parametrize(
    ("wording", "kinds", "changed", "kind"),
    [
        pytest.param("Be good.", {Kind.NO_CONTACT}, False, Kind.NO_CONTACT, id="the code means one thing"),
        pytest.param(
            "Be good.", {Kind.NO_CONTACT}, True, Kind.NO_CONTACT, id="once it did, and words say nothing"
        ),
        pytest.param(
            "Not to approach Jo.", {Kind.NO_CONTACT}, True, Kind.NO_APPROACH, id="once it did; words say more"
        ),
        pytest.param(
            "Not to approach Jo.",
            {Kind.NO_CONTACT, Kind.NO_APPROACH},
            False,
            Kind.NO_APPROACH,
            id="one of two",
        ),
        pytest.param("Be good.", {Kind.OTHER}, False, Kind.OTHER, id="neither code nor words"),
        pytest.param(
            "Be good.", {Kind.NOTIFY, Kind.OTHER}, True, Kind.OTHER, id="one that the words agree with"
        ),
    ],
)
def test_a_code_decides_where_it_means_one_thing(
    wording: str, kinds: set[Kind], changed: bool, kind: Kind
) -> None:
    known = replace(KNOWN, kinds=frozenset(kinds), meaning_changed=changed)
    assert licence_term(wording, {}, known).kind is kind


@pytest.mark.parametrize(
    ("details", "names"),
    [
        pytest.param({"nameOfIndividual": "Jo Elm"}, ["Jo Elm"], id="named"),
        pytest.param(
            {"name": "Jo Elm", "socialServicesDepartment": "Marrow"}, ["Jo Elm"], id="a victim's name"
        ),
        pytest.param({"name": "The clinic", "address": "9 Oak Road"}, [], id="the name of a place"),
        pytest.param({"nameOfIndividual": "Jo Elm", "victimDetails": "Jo Elm"}, ["Jo Elm"], id="named twice"),
        pytest.param({}, [], id="nobody"),
    ],
)
def test_people(details: dict[str, str], names: list[str]) -> None:
    assert [who.name for who in people_in(details)] == names


@pytest.mark.parametrize(
    ("details", "age", "ends_on"),
    [
        pytest.param({"age": "16 years"}, 16, None, id="an age"),
        pytest.param({"age": "any"}, None, None, id="no age"),
        pytest.param({"age": "1600"}, None, None, id="nobody's age"),
        pytest.param({"endDate": "01/03/2027"}, None, date(2027, 3, 1), id="an end"),
        pytest.param({"endDate": "in March"}, None, None, id="an end in words"),
    ],
)
def test_ages_and_ends(details: dict[str, str], age: int | None, ends_on: date | None) -> None:
    term = licence_term("Not to live with a child.", details, None)
    assert (term.children_under, term.ends_on) == (age, ends_on)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        pytest.param("EXCLUSION_ADDRESS", Kind.NO_ENTER_ADDRESS, id="the second version"),
        pytest.param("EXCLUSIONADDRESS", Kind.NO_ENTER_ADDRESS, id="the first version"),
        pytest.param("exclusion_address", Kind.NO_ENTER_ADDRESS, id="small letters"),
        pytest.param("LANTERNS", None, id="a code that nobody knows"),
    ],
)
def test_codes_of_the_curfew_service(code: str, kind: Kind | None) -> None:
    known = hdc_condition(code)
    assert (known[0] if known else None) is kind
