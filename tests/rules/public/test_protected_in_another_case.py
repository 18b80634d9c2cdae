"""A place that protects somebody in another case: sure, perhaps, next door, and unasked."""

from dataclasses import replace

import pytest

from riskflag.casebook import OTHER_TOWN, PROPOSED, SAME_STREET, Case, case, incident
from riskflag.enquiry import AddressEnquiry
from riskflag.records import Address, PlaceIncidentKind
from riskflag.rules.public.protected_in_another_case import HERE, PERHAPS, RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

PROTECTED = PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE
WITHOUT_POSTCODE = Address("5 Elder Row, Fernhill")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(place=(incident(PROTECTED),)), ACT, id="the very address"),
        pytest.param(case(place=(incident(PROTECTED, address=SAME_STREET),)), CLEAR, id="a neighbour's"),
        pytest.param(case(place=(incident(PROTECTED, address=OTHER_TOWN),)), CLEAR, id="another town's"),
        pytest.param(
            case(place=(incident(PlaceIncidentKind.DOMESTIC_ABUSE_CALL),)), CLEAR, id="another kind"
        ),
        pytest.param(case(), CLEAR, id="nothing"),
        pytest.param(case(not_asked=(Source.PLACE_REGISTER,)), CANNOT_TELL, id="nobody asked"),
    ],
)
def test_what_is_raised(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_another_flat_of_the_building_is_not_the_address() -> None:
    flat, other = (
        replace(PROPOSED, text=f"Flat {n}, {PROPOSED.text}", unit=str(n), uprn=None) for n in (1, 2)
    )
    found = case(place=(incident(PROTECTED, address=other),))
    assert isinstance(found.enquiry, AddressEnquiry)
    asked = replace(found.enquiry, address=flat)
    assert answer(RULE, replace(found, enquiry=asked)) == CLEAR


@pytest.mark.parametrize(
    ("address", "because"),
    [
        pytest.param(PROPOSED, HERE, id="surely"),
        pytest.param(
            replace(PROPOSED, text="Elder Row, Fernhill", uprn=None, number=None), PERHAPS, id="perhaps"
        ),
    ],
)
def test_how_sure_it_is_is_said(address: Address, because: str) -> None:
    (found,) = findings(RULE, case(place=(incident(PROTECTED, address=address),)))
    assert found.because == because


def test_nobody_is_named() -> None:
    (found,) = findings(RULE, case(place=(incident(PROTECTED),)))
    said = f"{found.because} {found.evidence}"
    assert PROPOSED.text not in said
