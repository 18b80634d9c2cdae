"""Areas, company and other terms of behaviour orders, injunctions and other preventive orders."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    FRIEND,
    OCCUPANTS_UNKNOWN,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    case,
    condition,
    contact,
    order,
    term,
)
from riskflag.dossier import MissingReason
from riskflag.enquiry import PlacementKind
from riskflag.records import NamedPerson, Point, Prohibition, ProtectiveOrder, Zone
from riskflag.reference.orders import order_info
from riskflag.rulebook import load_rulebook
from riskflag.rules.public.preventive_order_limits_address import GROUP, RULE, TO_READ
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, findings

NED = NamedPerson("Ned Sample", Relationship.CO_DEFENDANT, date(2006, 12, 19))
NAME_ALONE = NamedPerson("Ned Sample")
CENTRE = Point(400000, 300300, 10)
AREA, COMPANY, OTHER = (
    ProhibitionKind.EXCLUSION_AREA,
    ProhibitionKind.NO_ASSOCIATION,
    ProhibitionKind.OTHER,
)
HOSTEL = replace(OCCUPANTS_UNKNOWN, placement=PlacementKind.HOSTEL)
NOWHERE = replace(ASKED, address=None, no_fixed_abode=True)


def cbo(*terms: Prohibition, kind: OrderType = OrderType.CRIMINAL_BEHAVIOUR_ORDER) -> ProtectiveOrder:
    """A behaviour order that lists nobody."""
    return order(*terms, kind=kind, protects=())


def around(metres: int) -> Prohibition:
    """An area around a point that is 300 metres from the address."""
    return term(AREA, "not to enter the area", zone=Zone("the area", CENTRE, metres))


WITH_NED = replace(cbo(term(COMPANY, "not to associate with Ned Sample")), protects=(NED,))
IN_WORDS = cbo(term(COMPANY, "not to associate with Ned Sample"))
A_GROUP = cbo(term(COMPANY, "not to associate with members of the named group"))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(cbo(around(600))), STOP, id="inside the area"),
        pytest.param(case(cbo(around(100))), CLEAR, id="well outside it"),
        pytest.param(case(cbo(around(305))), ACT, id="too close to the edge to call"),
        pytest.param(case(cbo(term(AREA, "not to enter the estate"))), CANNOT_TELL, id="an area nobody drew"),
        pytest.param(
            case(cbo(term(ProhibitionKind.NO_ENTER_ADDRESS, "not to enter the named premises"))), CANNOT_TELL, id="a building nobody recorded"
        ),
        pytest.param(
            case(cbo(term(ProhibitionKind.NO_ENTER_ADDRESS, "not to enter the named premises")), asked=NOWHERE), CLEAR,
            id="a building nobody recorded, and no address is proposed",
        ),
        pytest.param(case(cbo(replace(around(600), allows="to live at the hostel"))), CLEAR, id="he may live there"),
        pytest.param(case(cbo(replace(around(600), allows="to travel through"))), STOP, id="he may travel through it"),
        pytest.param(
            case(cbo(term(ProhibitionKind.NO_ENTER_ADDRESS, "not to enter it", place=PROPOSED))), STOP, id="the address itself"
        ),
        pytest.param(
            case(cbo(term(ProhibitionKind.NO_ENTER_ADDRESS, "not to enter it", place=SAME_STREET))), CLEAR, id="four doors away"
        ),
        pytest.param(case(order(around(600))), CLEAR, id="a restraining order, which other rules read"),
        pytest.param(case(condition(around(600))), CLEAR, id="a licence, which other rules read"),
        pytest.param(case(cbo(around(600)), asked=NOWHERE), CLEAR, id="no address is proposed"),
        pytest.param(case(cbo()), CANNOT_TELL, id="no term is recorded"),
        pytest.param(case(replace(cbo(around(600)), expires_on=date(2026, 11, 1), duration_wording=None)), CLEAR, id="it has ended"),
    ],
)  # fmt: skip
def test_areas(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    "kind", [pytest.param(k, id=k.value) for k in OrderType if order_info(k).catalogue_group in (12, 13, 20)]
)
def test_every_kind_of_preventive_order_is_read(kind: OrderType) -> None:
    assert answer(RULE, case(cbo(around(600), kind=kind))) == STOP


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(WITH_NED, lives_with=(NED,)), ACT, id="he lives there"),
        pytest.param(case(WITH_NED, lives_with=(NAME_ALONE,)), ACT, id="somebody of his name lives there"),
        pytest.param(case(WITH_NED, contact(NED, PROPOSED)), ACT, id="a contact record places him there"),
        pytest.param(case(WITH_NED, contact(NED, OTHER_TOWN)), CLEAR, id="a contact record places him elsewhere"),
        pytest.param(case(WITH_NED, lives_with=(FRIEND,)), CLEAR, id="somebody else lives there"),
        pytest.param(case(WITH_NED), CLEAR, id="nobody lives there"),
        pytest.param(case(WITH_NED, asked=OCCUPANTS_UNKNOWN), CANNOT_TELL, id="nobody said who lives there"),
        pytest.param(case(WITH_NED, asked=HOSTEL), CANNOT_TELL, id="a hostel, nobody said with whom"),
        pytest.param(
            case(WITH_NED, asked=replace(OCCUPANTS_UNKNOWN, placement=PlacementKind.APPROVED_PREMISES)), CANNOT_TELL,
            id="approved premises, nobody said with whom",
        ),
        pytest.param(case(IN_WORDS, lives_with=(NAME_ALONE,)), ACT, id="the wording has his name"),
        pytest.param(case(A_GROUP, lives_with=(FRIEND,)), ACT, id="a group, and a friend lives there"),
        pytest.param(case(A_GROUP), CLEAR, id="a group, and nobody else lives there"),
        pytest.param(case(A_GROUP, asked=HOSTEL), ACT, id="a group, and a hostel"),
        pytest.param(case(A_GROUP, asked=NOWHERE), CLEAR, id="a group, and no address"),
        pytest.param(
            case(condition(term(COMPANY), NED), lives_with=(NED,)), CLEAR, id="a licence says so, which another rule reads"
        ),
    ],
)  # fmt: skip
def test_company(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


BIKES = term(OTHER, "not to ride a bicycle in the precinct")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(cbo(BIKES), ACT, id="nobody can say where it applies"),
        pytest.param(cbo(replace(BIKES, zone=Zone("the precinct", CENTRE, 100))), CLEAR, id="an area elsewhere"),
        pytest.param(cbo(replace(BIKES, zone=Zone("the precinct", CENTRE, 600))), ACT, id="an area around the address"),
        pytest.param(cbo(replace(BIKES, zone=Zone("the precinct"))), ACT, id="an area nobody drew"),
        pytest.param(cbo(replace(BIKES, place=OTHER_TOWN)), CLEAR, id="a building elsewhere"),
        pytest.param(cbo(replace(BIKES, place=PROPOSED)), ACT, id="this building"),
        pytest.param(
            cbo(replace(BIKES, place=OTHER_TOWN, zone=Zone("around it", CENTRE, 600))), ACT, id="a building elsewhere, an area here"
        ),
        pytest.param(order(BIKES), CLEAR, id="a restraining order: the answer stays open without this rule"),
        pytest.param(cbo(term(ProhibitionKind.NO_POSSESSION, "not to carry a knife")), CLEAR, id="a term about things"),
    ],
)  # fmt: skip
def test_terms_of_no_kind_there_is(made: ProtectiveOrder, expected: str) -> None:
    assert answer(RULE, case(made)) == expected


@pytest.mark.parametrize(
    ("of", "because", "says"),
    [
        pytest.param(case(cbo(BIKES)), TO_READ, "not to ride a bicycle in the precinct", id="a term to read"),
        pytest.param(
            case(A_GROUP, lives_with=(FRIEND,)), GROUP, "not to associate with members of the named group", id="a group"
        ),
    ],
)  # fmt: skip
def test_the_evidence_quotes_the_term(of: Case, because: str, says: str) -> None:
    (finding,) = findings(RULE, of)
    assert finding.because == because
    assert finding.evidence[0].says.endswith(says)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in OrderType])
def test_a_term_of_no_kind_is_put_to_the_officer_or_leaves_the_answer_open(kind: OrderType) -> None:
    of = case(order(BIKES, kind=kind))
    answered = assess(of.dossier, of.enquiry, of.place, load_rulebook())
    put = any(flag.code == RULE.code for flag in answered.flags)
    open_gap = any(gap.reason is MissingReason.NOT_READ for gap in answered.gaps)
    assert put is not open_gap


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in OrderType])
def test_barred_company_at_the_address_is_flagged_whatever_order_bars_it(kind: OrderType) -> None:
    of = case(order(term(COMPANY), kind=kind, protects=(NED,)), lives_with=(NED,))
    answered = assess(of.dossier, of.enquiry, of.place, load_rulebook())
    assert {flag.code for flag in answered.flags} & {"CBO-01", "GANG-01"}
