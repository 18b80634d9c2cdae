"""Hate crime, where the home is shared or victims are close by; and a home of one's own elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    NEIGHBOUR,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    alert,
    case,
    contact,
    conviction,
    protected_place,
    registration,
)
from riskflag.enquiry import PlacementKind
from riskflag.records import Address, ConvictionOutcome, NamedPerson, Record
from riskflag.rules.public.hate_crime_and_likely_targets import BECAUSE, RULE
from riskflag.vocabulary import Source, Visibility
from tests.facts.bands import NO_NUMBER
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

ASSAULT = conviction("00860", "racially aggravated bodily harm", NEIGHBOUR)
HOSTEL = replace(ASKED, placement=PlacementKind.HOSTEL)
CLOSED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(ASSAULT, ACT, id="racially aggravated"),
        pytest.param(replace(ASSAULT, happened_on=date(1999, 1, 1)), ACT, id="long ago"),
        pytest.param(replace(ASSAULT, outcome=ConvictionOutcome.PENDING), ACT, id="charged"),
        pytest.param(replace(ASSAULT, outcome=ConvictionOutcome.ACQUITTED), CLEAR, id="acquitted"),
        pytest.param(conviction("12509", "public order"), CLEAR, id="no marker of hate"),
        pytest.param(registration("IRMO", "Hate Crime"), ACT, id="registered"),
        pytest.param(alert("XR"), ACT, id="racist, by alert"),
        pytest.param(alert("REG"), ACT, id="risk to ethnic groups"),
        pytest.param(alert("RLG"), ACT, id="risk to lesbian, gay and bisexual people"),
        pytest.param(alert("RTP"), ACT, id="risk to transgender people"),
        pytest.param(alert("RDP"), ACT, id="risk to disabled people"),
        pytest.param(alert("XR", active_to=CLOSED), CLEAR, id="an alert that was closed"),
    ],
)
def test_what_shows_hate_crime(record: Record, expected: str) -> None:
    assert answer(RULE, case(record, asked=HOSTEL)) == expected


@pytest.mark.parametrize(
    ("placement", "expected"),
    [
        pytest.param(PlacementKind.HOSTEL, ACT, id="hostel"),
        pytest.param(PlacementKind.SUPPORTED_HOUSING, ACT, id="supported housing"),
        pytest.param(PlacementKind.APPROVED_PREMISES, ACT, id="approved premises"),
        pytest.param(PlacementKind.HOSPITAL_OR_CARE_HOME, ACT, id="care home"),
        pytest.param(PlacementKind.OWN_TENANCY, CLEAR, id="his own flat"),
        pytest.param(PlacementKind.PRIVATE_HOUSEHOLD, CLEAR, id="somebody's home"),
        pytest.param(PlacementKind.NOT_STATED, CANNOT_TELL, id="nobody says"),
    ],
)
def test_whether_the_home_is_shared(placement: PlacementKind, expected: str) -> None:
    assert answer(RULE, case(ASSAULT, asked=replace(ASKED, placement=placement))) == expected


LIVES, PERHAPS, CLOSE_BY = list(BECAUSE.values())[1:]


@pytest.mark.parametrize(
    ("of", "because"),
    [
        pytest.param(case(ASSAULT, lives_with=(NEIGHBOUR,)), [LIVES], id="the victim lives there"),
        pytest.param(
            case(ASSAULT, lives_with=(NamedPerson(NEIGHBOUR.name),)),
            [PERHAPS],
            id="somebody of his name does",
        ),
        pytest.param(case(ASSAULT, contact(NEIGHBOUR, NO_NUMBER)), [PERHAPS], id="the victim may live there"),
        pytest.param(case(ASSAULT, lives_with=(FRIEND,)), [], id="a friend lives there"),
        pytest.param(case(replace(ASSAULT, location=SAME_STREET)), [CLOSE_BY], id="in the same street"),
        pytest.param(case(replace(ASSAULT, location=PROPOSED)), [CLOSE_BY], id="at the address"),
        pytest.param(case(replace(ASSAULT, location=OTHER_TOWN)), [], id="in another town"),
        pytest.param(case(ASSAULT, protected_place(NEIGHBOUR, SAME_STREET)), [CLOSE_BY], id="he lives by"),
        pytest.param(case(ASSAULT, protected_place(NEIGHBOUR, OTHER_TOWN)), [], id="he has moved away"),
        pytest.param(case(ASSAULT, protected_place(NEIGHBOUR, None)), [], id="nobody may say where he is"),
        pytest.param(case(ASSAULT, protected_place(FRIEND, SAME_STREET)), [], id="somebody else lives by"),
        pytest.param(
            case(replace(ASSAULT, location=SAME_STREET), asked=replace(ASKED, address=None)),
            [],
            id="no address",
        ),
        pytest.param(
            case(conviction("10501", "assault", NEIGHBOUR), lives_with=(NEIGHBOUR,)), [], id="no hate"
        ),
    ],
)
def test_victims_here_and_close_by(of: Case, because: list[str]) -> None:
    assert [found.because for found in findings(RULE, of)] == because


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(ASSAULT, protected_place(NEIGHBOUR, None)), CANNOT_TELL, id="where he is is withheld"),
        pytest.param(case(ASSAULT, protected_place(FRIEND, None)), CLEAR, id="where somebody else is"),
        pytest.param(
            case(ASSAULT, protected_place(NEIGHBOUR, Address("ask the officer"))), CANNOT_TELL, id="his home cannot be read"
        ),
        pytest.param(
            case(replace(ASSAULT, location=Address("in the street"))), CANNOT_TELL, id="where it was done cannot be read"
        ),
        pytest.param(case(replace(ASSAULT, location=OTHER_TOWN)), CLEAR, id="it was done in another town"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_read_is_not_far_away(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_where_a_victim_can_be_found_stays_protected() -> None:
    (found,) = findings(RULE, case(ASSAULT, protected_place(NEIGHBOUR, SAME_STREET)))
    assert found.evidence[1].visibility is Visibility.PROTECTED
    assert SAME_STREET.text not in str(found)


def test_it_cannot_say_that_there_is_nothing_without_alerts() -> None:
    assert answer(RULE, case(not_asked=(Source.ALERTS,))) == CANNOT_TELL
