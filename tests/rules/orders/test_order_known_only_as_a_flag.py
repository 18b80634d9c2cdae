"""Orders that somebody spoke of and nobody has read."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, alert, assessment, case, order, registration, term
from riskflag.records import Alert, OrderRole, Registration
from riskflag.rule import Raised
from riskflag.rules.orders.order_known_only_as_a_flag import PERHAPS, RULE, UNSEEN
from riskflag.vocabulary import OrderType, ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings, outcome

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
COURT_ORDER = alert("OHCO", "order about his ex")
REGISTERED = registration("RSTO", "Restraining Order")
RESTRAINING = order(NO_CONTACT)
PREVENTION = order(NO_CONTACT, kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER, protects=())
LAST_YEAR = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(COURT_ORDER), ACT, id="an alert for court orders, and no order"),
        pytest.param(case(REGISTERED), ACT, id="a register entry, and no order"),
        pytest.param(
            case(registration("CODE1", "Restraining Order")),
            ACT,
            id="a made-up code with the right description",
        ),
        pytest.param(
            case(registration("SPO", "Stalking Protection Order")), ACT, id="a stalking order registered"
        ),
        pytest.param(case(alert("RDV")), ACT, id="an abuse alert, which often stands for an order"),
        pytest.param(
            case(alert("XA", "restraining order, not to go to hers")), ACT, id="words under another code"
        ),
        pytest.param(case(alert("XA", "no restraining order")), CLEAR, id="words that say there is none"),
        pytest.param(
            case(assessment(words="He says he has a non-molestation order.")),
            ACT,
            id="an assessment mentions one",
        ),
        pytest.param(case(alert("OHCO", active_to=LAST_YEAR)), CLEAR, id="an alert closed last year"),
        pytest.param(case(alert("XVL")), CLEAR, id="an alert that is not about orders"),
        pytest.param(case(COURT_ORDER, RESTRAINING), CLEAR, id="the order is on file with its terms"),
        *(
            pytest.param(case(flag, order(NO_CONTACT, kind=kind)), expected, id=f"{flag.code}: {kind.value}")
            for flag in (COURT_ORDER, alert("RDV"))
            for kind, expected in (
                (OrderType.NON_MOLESTATION_ORDER, CLEAR),
                (OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER, CLEAR),
                (OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER, CLEAR),
                (OrderType.STALKING_PROTECTION_ORDER, CLEAR),
                (OrderType.CLOSURE_NOTICE, ACT),
                (OrderType.GANG_INJUNCTION, ACT),
                (OrderType.CRIMINAL_BEHAVIOUR_ORDER, ACT),
                (OrderType.LICENCE, ACT),
            )
        ),
        pytest.param(
            case(alert("XA", "has a restraining order"), order(NO_CONTACT, kind=OrderType.GANG_INJUNCTION)),
            ACT,
            id="words speak of an order, and a gang injunction is on file",
        ),
        pytest.param(
            case(alert("XSC"), order(NO_CONTACT, kind=OrderType.SERIOUS_CRIME_PREVENTION_ORDER)),
            CLEAR,
            id="an alert for a serious crime prevention order, and that order is on file",
        ),
        pytest.param(
            case(COURT_ORDER, order(NO_CONTACT, expires_on=LAST_YEAR)),
            ACT,
            id="the only order on file has ended",
        ),
        pytest.param(
            case(REGISTERED, PREVENTION), ACT, id="a restraining order registered, another kind on file"
        ),
        pytest.param(
            case(registration("SOPS", "Sexual Harm Prevention Order"), RESTRAINING),
            ACT,
            id="a prevention order registered, a restraining order on file",
        ),
        pytest.param(
            case(registration("SOPS", "Sexual Harm Prevention Order"), PREVENTION),
            CLEAR,
            id="a prevention order protects a class of people and names nobody",
        ),
        pytest.param(case(order()), ACT, id="an order without terms, and no flag at all"),
        pytest.param(
            case(order(NO_CONTACT, protects=())), ACT, id="an order that does not say whom it protects"
        ),
        pytest.param(
            case(COURT_ORDER, not_asked=[Source.PROTECTIVE_ORDERS]),
            CANNOT_TELL,
            id="orders were not asked for",
        ),
    ],
)
def test_what_is_spoken_of_must_have_been_read(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_an_order_that_protects_the_person_is_not_the_one_that_is_spoken_of() -> None:
    theirs = replace(RESTRAINING, person_is=OrderRole.PROTECTED)

    assert answer(RULE, case(COURT_ORDER, theirs)) == ACT


@pytest.mark.parametrize(
    ("flag", "because"),
    [
        pytest.param(alert("RDV"), PERHAPS, id="domestic violence may or may not mean an order"),
        pytest.param(alert("OHCO"), PERHAPS, id="so may harassment offences and court orders"),
        pytest.param(alert("RDV", "restraining order 2024"), UNSEEN, id="its words speak of one"),
        pytest.param(REGISTERED, UNSEEN, id="a register entry for restraining orders speaks of one"),
    ],
)
def test_only_what_speaks_of_an_order_is_said_to(flag: Alert | Registration, because: str) -> None:
    (finding,) = findings(RULE, case(flag))
    assert finding.because == because


def test_the_flag_is_cited_with_its_code() -> None:
    raised = outcome(RULE, case(COURT_ORDER))

    assert isinstance(raised, Raised)
    assert [evidence.says for evidence in raised.findings[0].evidence] == ["OHCO: order about his ex"]
