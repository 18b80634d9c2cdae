"""Whether the address lies in a forbidden area: drawn, half drawn, or around somebody's home."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    condition,
    order,
    protected_place,
    term,
)
from riskflag.records import Point, Prohibition, Zone
from riskflag.rules.orders.address_inside_prohibited_area import RULE
from riskflag.vocabulary import ProhibitionKind
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

HERE = Point(400000, 300000, 10)
SQUARE = tuple(
    Point(e, n, 10) for e, n in ((399800, 299800), (400200, 299800), (400200, 300200), (399800, 300200))
)
NOT_LOCATED = replace(ASKED, address=replace(PROPOSED, point=None))
NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)


def area(zone: Zone | None, kind: ProhibitionKind = ProhibitionKind.EXCLUSION_AREA) -> Prohibition:
    """A term about an area."""
    return term(kind, "to keep out of the area", zone=zone)


def circle(metres_away: int, radius: int) -> Prohibition:
    """A circle whose centre lies that far from the proposed address."""
    return area(Zone("round the shop", Point(HERE.easting, HERE.northing + metres_away, 10), radius))


WITHIN_100 = Zone("100 metres of her", None, 100)
FROM_HER = area(WITHIN_100, ProhibitionKind.NO_APPROACH)
NOWHERE = replace(OTHER_TOWN, point=None)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(condition(area(Zone("the estate", boundary=SQUARE)))), STOP, id="inside the licence's map"
        ),
        pytest.param(case(order(circle(100, 140))), STOP, id="forty metres inside"),
        pytest.param(
            case(order(circle(400, 100))), CLEAR, id="three hundred metres outside, precisely located"
        ),
        pytest.param(case(order(circle(100, 95))), ACT, id="nearer to the edge than the map is precise"),
        pytest.param(
            case(order(circle(100, 140)), asked=NOT_LOCATED), CANNOT_TELL, id="the address is not located"
        ),
        pytest.param(case(order(area(Zone("the town centre")))), CANNOT_TELL, id="nobody drew the area"),
        pytest.param(case(order(area(None))), CANNOT_TELL, id="the area is not recorded at all"),
        pytest.param(
            case(order(term(ProhibitionKind.EXCLUSION_AREA, "the house and its surroundings", OTHER_TOWN))),
            CANNOT_TELL,
            id="an area around a house elsewhere, and nobody drew how far it reaches",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.EXCLUSION_AREA, "the house and its surroundings", PROPOSED))),
            CLEAR,
            id="an area around this very house is a named address, which another rule stops",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_APPROACH, "not near her work", SAME_STREET, WITHIN_100))),
            STOP,
            id="a distance around a named place in this street",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_APPROACH, "not near her work", OTHER_TOWN, WITHIN_100))),
            CLEAR,
            id="a distance around a named place in another town",
        ),
        pytest.param(
            case(order(term(ProhibitionKind.NO_APPROACH, "not near her work", NOWHERE, WITHIN_100))),
            CANNOT_TELL,
            id="a distance around a named place that nobody located",
        ),
        pytest.param(
            case(order(circle(100, 140), expires_on=date(2026, 1, 1))), CLEAR, id="the order has ended"
        ),
        pytest.param(
            case(order(replace(circle(100, 140), allows="to live at his mother's house"))),
            CLEAR,
            id="the order allows living there",
        ),
        pytest.param(
            case(condition(replace(circle(100, 140), allows="entry with prior approval"))),
            STOP,
            id="approval can be given and is not on record",
        ),
        pytest.param(case(order(circle(100, 140)), asked=NO_ADDRESS), CLEAR, id="no fixed abode"),
        pytest.param(case(order()), CANNOT_TELL, id="no term is recorded"),
    ],
)
def test_areas(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(
            case(order(FROM_HER), protected_place(EX_PARTNER, SAME_STREET)),
            STOP,
            id="she lives in the street",
        ),
        pytest.param(
            case(order(FROM_HER), protected_place(EX_PARTNER, OTHER_TOWN)), CLEAR, id="she lives far away"
        ),
        pytest.param(case(order(FROM_HER)), CANNOT_TELL, id="nobody knows where she lives"),
        pytest.param(
            case(order(FROM_HER), protected_place(EX_PARTNER, OTHER_TOWN, date(2026, 1, 5))),
            CANNOT_TELL,
            id="where she lives was last confirmed in January",
        ),
        pytest.param(
            case(order(FROM_HER), protected_place(EX_PARTNER, OTHER_TOWN), protected_place(EX_PARTNER, None)),
            CANNOT_TELL,
            id="one of her places is withheld",
        ),
    ],
)
def test_a_distance_from_somebody_is_measured_from_where_they_are(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected
