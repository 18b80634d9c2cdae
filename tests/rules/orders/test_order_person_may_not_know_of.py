"""Orders of which nothing shows that the person was told."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import TODAY, Case, case, custody, order, term
from riskflag.records import CustodyEventKind, OrderRole, ProtectiveOrder
from riskflag.rules.orders.order_person_may_not_know_of import IN_CUSTODY, NOT_TOLD, RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Visibility
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

MADE = date(2026, 11, 10)
LATER, TO_COME = date(2026, 11, 14), date(2026, 11, 24)
BINDS_FROM_SERVICE = [
    OrderType.NON_MOLESTATION_ORDER,
    OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE,
    OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
    OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
    OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
    OrderType.STALKING_PROTECTION_ORDER,
]


def made(
    present: bool | None,
    served_on: date | None = None,
    kind: OrderType = OrderType.RESTRAINING_ORDER,
) -> ProtectiveOrder:
    """An order of 10 November, until further order."""
    one = order(term(ProhibitionKind.NO_CONTACT), kind=kind, made_on=MADE)
    return replace(one, present_when_made=present, served_on=served_on)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in BINDS_FROM_SERVICE])
@pytest.mark.parametrize(
    ("present", "served_on", "expected"),
    [
        pytest.param(False, None, ACT, id="made without him, not served"),
        pytest.param(None, None, ACT, id="nobody recorded either"),
        pytest.param(False, LATER, CLEAR, id="made without him and served four days later"),
        pytest.param(False, TODAY, CLEAR, id="served today"),
        pytest.param(False, TO_COME, ACT, id="to be served on Tuesday"),
        pytest.param(None, LATER, CLEAR, id="served, nobody recorded who was in court"),
        pytest.param(True, None, CLEAR, id="he was in court"),
        pytest.param(True, TO_COME, CLEAR, id="he was in court, the paper is to come"),
    ],
)
def test_orders_that_bind_from_service(
    kind: OrderType, present: bool | None, served_on: date | None, expected: str
) -> None:
    assert answer(RULE, case(made(present, served_on, kind))) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(made(False)), ACT, id="a restraining order made in his absence"),
        pytest.param(case(made(None)), CANNOT_TELL, id="a restraining order of which neither is recorded"),
        pytest.param(case(made(None, TO_COME)), ACT, id="a restraining order to be served on Tuesday"),
        pytest.param(
            case(replace(made(None), visibility=Visibility.KNOWN_TO_SUBJECT)),
            CLEAR,
            id="the record says that he knows",
        ),
        pytest.param(case(replace(made(None), interim=True)), ACT, id="an interim order, neither recorded"),
        pytest.param(case(replace(made(True), interim=True)), CLEAR, id="an interim order, he was in court"),
        pytest.param(
            case(replace(made(False), made_on=None)),
            ACT,
            id="nobody recorded when it was made either",
        ),
        pytest.param(
            case(replace(made(False), made_on=date(2026, 11, 25))), CLEAR, id="to be made on Wednesday"
        ),
        pytest.param(
            case(replace(made(False), duration_wording=None, expires_on=date(2026, 11, 20))),
            CLEAR,
            id="it has ended",
        ),
        pytest.param(
            case(replace(made(False), discharged_on=date(2026, 11, 20), discharge_evidence="court order")),
            CLEAR,
            id="it was discharged",
        ),
        pytest.param(
            case(replace(made(False), discharged_on=date(2026, 11, 20))), ACT, id="said to be discharged"
        ),
        pytest.param(case(replace(made(False), person_is=OrderRole.PROTECTED)), CLEAR, id="it protects him"),
        pytest.param(case(made(True), made(False)), ACT, id="one of two orders"),
        pytest.param(case(made(None), made(False)), ACT, id="one not told, and one that cannot be told"),
    ],
)
def test_other_orders(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("received_on", "because"),
    [
        pytest.param(date(2026, 11, 1), IN_CUSTODY, id="he was in custody by then"),
        pytest.param(MADE, IN_CUSTODY, id="received on the same day"),
        pytest.param(date(2026, 11, 12), NOT_TOLD, id="received two days later"),
        pytest.param(None, NOT_TOLD, id="nobody recorded when he was received"),
    ],
)
def test_an_order_made_while_he_was_in_custody_says_so(received_on: date | None, because: str) -> None:
    events = [custody(CustodyEventKind.RECEIVED, received_on)] if received_on else []
    (finding,) = findings(RULE, case(made(False), *events))
    assert finding.because == because


def test_the_evidence_gives_the_day_who_was_in_court_and_that_it_was_not_served() -> None:
    (finding,) = findings(RULE, case(made(False)))
    (cited,) = finding.evidence
    assert "made 10 November 2026" in cited.says
    assert "the person was not in court; no day of service" in cited.says
    assert cited.visibility is Visibility.PROTECTED


def test_staff_are_not_told_of_an_order_that_the_person_may_not_know_of() -> None:
    for present in (False, None):
        of = case(made(present))
        assert answer(RULE, replace(of, dossier=of.dossier.known_part())) == CLEAR
