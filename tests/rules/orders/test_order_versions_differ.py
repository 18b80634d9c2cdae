"""Variations, second records, hearings to come and words that leave open which version of an order holds."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    PARTNER,
    TODAY,
    Case,
    alert,
    assessment,
    case,
    contact,
    decision,
    note,
    order,
    term,
)
from riskflag.facts.order_versions import Unsettled
from riskflag.records import DecisionKind, OrderRole, Prohibition, ProtectiveOrder, Record, Variation
from riskflag.rules.orders.order_versions_differ import BECAUSE, RULE
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.rules.answers import ACT, CLEAR, answer, findings

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_HARM = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT, "not to harass her")
MADE = order(NO_CONTACT)
FEBRUARY, HEARING = date(2026, 2, 1), date(2027, 2, 1)
FURTHER = "until further order"


def varied(*versions: Variation, made: ProtectiveOrder = MADE) -> Case:
    """A case with an order of these later versions."""
    return case(replace(made, variations=versions))


def to(
    *terms: Prohibition, seen: bool = False, on: date = FEBRUARY, duration: str | None = FURTHER
) -> Variation:
    """A variation to these terms."""

    return Variation(on, seen, terms, duration_wording=duration)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(MADE), CLEAR, id="never varied"),
        pytest.param(varied(to(NO_HARM)), ACT, id="other terms, not seen"),
        pytest.param(varied(to(NO_HARM, seen=True)), CLEAR, id="other terms, seen under seal"),
        pytest.param(varied(to(NO_CONTACT)), CLEAR, id="not seen, and word for word the same"),
        pytest.param(varied(to(NO_CONTACT, duration="until 2030")), ACT, id="another end, not seen"),
        pytest.param(varied(to()), ACT, id="nobody recorded the terms as varied"),
        pytest.param(varied(to(NO_HARM, seen=True, on=date(2026, 12, 2))), ACT, id="seen, and still to come"),
        pytest.param(
            varied(to(NO_HARM), to(NO_HARM, seen=True, on=date(2026, 5, 1))), CLEAR, id="the later of two was seen"
        ),
        pytest.param(
            varied(to(NO_HARM, seen=True), to(NO_CONTACT, on=date(2026, 5, 1))), ACT, id="the earlier of two was seen"
        ),
        pytest.param(
            varied(to(NO_HARM), made=replace(MADE, discharged_on=FEBRUARY, discharge_evidence="court order")),
            CLEAR,
            id="it was discharged since",
        ),
        pytest.param(varied(to(NO_HARM), made=replace(MADE, person_is=OrderRole.PROTECTED)), CLEAR, id="it protects him"),
        pytest.param(varied(to(NO_HARM), made=replace(MADE, order_type=OrderType.COURT_BAIL)), CLEAR, id="bail"),
    ],
)  # fmt: skip
def test_variations(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(replace(MADE, hearing_on=HEARING), ACT, id="a hearing next year"),
        pytest.param(replace(MADE, hearing_on=TODAY), ACT, id="a hearing today"),
        pytest.param(replace(MADE, hearing_on=date(2026, 11, 21)), CLEAR, id="a hearing that was yesterday"),
        pytest.param(replace(MADE, hearing_on=HEARING, interim=True), CLEAR, id="an interim order awaits its hearing"),
        pytest.param(
            replace(MADE, hearing_on=HEARING, order_type=OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE), CLEAR,
            id="a notice awaits its hearing",
        ),
    ],
)  # fmt: skip
def test_hearings_to_come(made: ProtectiveOrder, expected: str) -> None:
    assert answer(RULE, case(made)) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(MADE, CLEAR, id="the same again"),
        pytest.param(order(term(ProhibitionKind.NO_CONTACT, "must not contact H")), CLEAR, id="the same, worded otherwise"),
        pytest.param(order(NO_HARM), ACT, id="other terms"),
        pytest.param(order(NO_CONTACT, expires_on=date(2028, 1, 1)), ACT, id="another end"),
        pytest.param(order(NO_CONTACT, protects=(EX_PARTNER, PARTNER)), ACT, id="for one more"),
        pytest.param(order(NO_HARM, protects=(PARTNER,)), CLEAR, id="for somebody else"),
        pytest.param(order(NO_HARM, kind=OrderType.NON_MOLESTATION_ORDER), CLEAR, id="of another kind"),
        pytest.param(order(NO_HARM, expires_on=date(2026, 1, 1)), CLEAR, id="that has ended"),
    ],
)  # fmt: skip
def test_two_records_of_what_may_be_one_order(other: ProtectiveOrder, expected: str) -> None:
    assert answer(RULE, case(MADE, other)) == expected


OVER, CHANGED = BECAUSE[Unsettled.SAID_TO_BE_OVER], BECAUSE[Unsettled.SAID_TO_BE_CHANGED]


@pytest.mark.parametrize(
    ("words", "because"),
    [
        pytest.param("RO lifted, returning to the family home.", OVER, id="lifted"),
        pytest.param("The restraining order has been discharged.", OVER, id="discharged"),
        pytest.param("He says that she has dropped the order.", OVER, id="dropped"),
        pytest.param("The order expired in the summer.", OVER, id="expired"),
        pytest.param("She has applied to vary the injunction.", CHANGED, id="an application to vary"),
        pytest.param("Non-molestation order relaxed by the court.", CHANGED, id="relaxed"),
        pytest.param("Restraining order in force, not lifted.", None, id="not lifted"),
        pytest.param("The order has never been varied.", None, id="never varied"),
        pytest.param("No order was lifted.", None, id="no order"),
        pytest.param("He moved over in order to work.", None, id="in order to"),
        pytest.param("The curfew was lifted.", None, id="something else was lifted"),
        pytest.param("Restraining order until further order.", None, id="until further order"),
    ],
)
def test_words_that_speak_of_a_change(words: str, because: str | None) -> None:
    said = [finding.because for finding in findings(RULE, case(MADE, assessment(words=words)))]
    assert said == ([because] if because else [])
    assert answer(RULE, case(assessment(words=words))) == CLEAR


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(note("RO lifted"), id="a note about the address"),
        pytest.param(alert("OHCO", "order lifted?"), id="an alert"),
        pytest.param(contact(EX_PARTNER, note="order lifted in May"), id="a contact"),
        pytest.param(decision(DecisionKind.APPROVED, "approved, order lifted"), id="a decision"),
    ],
)
def test_it_matters_wherever_it_was_written(record: Record) -> None:
    assert answer(RULE, case(MADE, record)) == ACT


def test_what_was_said_with_the_enquiry_has_the_order_for_evidence() -> None:
    (finding,) = findings(RULE, case(MADE, asked=replace(ASKED, notes="RO lifted")))
    assert [each.says for each in finding.evidence] == ["as made, until further order: not to contact her"]


def test_a_sealed_variation_explains_that_it_was_varied_and_not_that_it_was_lifted() -> None:
    seen = replace(MADE, variations=(to(NO_HARM, seen=True),))
    assert answer(RULE, case(seen, assessment(words="The order was varied in February."))) == CLEAR
    assert answer(RULE, case(seen, assessment(words="The order was lifted in February."))) == ACT


def test_the_evidence_gives_every_version_with_its_terms() -> None:
    (finding,) = findings(RULE, varied(to(NO_HARM, duration=None)))
    assert [each.says for each in finding.evidence] == [
        "as made, until further order: not to contact her",
        "as varied 1 February 2026, end not recorded: not to harass her",
    ]
