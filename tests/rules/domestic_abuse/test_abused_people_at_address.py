"""Those the person abused, at the address: partners and others in one rule, relatives in the other."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    HER,
    MOTHER,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    SAME_STREET,
    Case,
    abuse,
    assessment,
    case,
    check,
    contact,
    conversation,
    conviction,
    decision,
    order,
    protected_place,
    term,
)
from riskflag.enquiry import PlacementKind
from riskflag.records import (
    AbuseRole,
    AddressDecision,
    CheckKind,
    Consent,
    DecisionKind,
    DomesticAbuseKind,
    NamedPerson,
    Record,
)
from riskflag.rule import Raised
from riskflag.rules.domestic_abuse.abused_partner_lives_at_address import RULE as PARTNERS
from riskflag.rules.domestic_abuse.abused_relative_lives_at_address import RULE as RELATIVES
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, outcome

VIOLENCE = DomesticAbuseKind.PHYSICAL_VIOLENCE
LONG_AGO = date(2015, 5, 1)
ASSAULT = conviction("10501", "common assault", PARTNER)
OLD_ROW = abuse(DomesticAbuseKind.VERBAL_DISPUTE, PARTNER, LONG_AGO, corroborated=False)
SISTER = NamedPerson("Gail Example", Relationship.SIBLING, date(1992, 1, 1))
GROWN_CHILD = NamedPerson("Hal Example", Relationship.CHILD, date(2009, 1, 1))
ONLY_A_NAME = NamedPerson("Alice Sample")
NO_VIOLENCE = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
ENDED = date(2026, 1, 1)
NOBODY_SAID = replace(ASKED, occupants_stated=None)


def event(
    kind: DomesticAbuseKind = VIOLENCE,
    on: date | None = date(2025, 5, 1),
    role: AbuseRole = AbuseRole.PERPETRATOR,
    corroborated: bool = False,
    other: NamedPerson = PARTNER,
) -> Record:
    return abuse(kind, other, on, role, corroborated)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(event(), lives_with=(PARTNER,)), STOP, id="an unproved report last year"),
        pytest.param(case(event(on=None), lives_with=(PARTNER,)), STOP, id="nobody knows when it was"),
        pytest.param(case(event(on=LONG_AGO), lives_with=(PARTNER,)), ACT, id="one unproved report in 2015"),
        pytest.param(
            case(event(on=LONG_AGO), event(on=LONG_AGO), lives_with=(PARTNER,)),
            STOP,
            id="two reports in 2015",
        ),
        pytest.param(
            case(event(on=LONG_AGO, corroborated=True), lives_with=(PARTNER,)), STOP, id="proved in 2015"
        ),
        pytest.param(
            case(event(DomesticAbuseKind.STRANGULATION, LONG_AGO), lives_with=(PARTNER,)),
            STOP,
            id="strangulation however long ago",
        ),
        pytest.param(
            case(event(DomesticAbuseKind.THREATS, LONG_AGO), lives_with=(PARTNER,)), STOP, id="old threats"
        ),
        pytest.param(
            case(OLD_ROW, replace(assessment(), to_known_adult=RiskLevel.HIGH), lives_with=(PARTNER,)),
            STOP,
            id="an old row, and the risk to a known adult is high",
        ),
        pytest.param(case(ASSAULT, lives_with=(FRIEND,)), CLEAR, id="she does not live there"),
        pytest.param(case(ASSAULT, lives_with=(EX_PARTNER,)), CLEAR, id="another partner does"),
        pytest.param(
            case(ASSAULT, contact(PARTNER, PROPOSED)), STOP, id="a contact record places her there, unnamed"
        ),
        pytest.param(
            case(ASSAULT, protected_place(PARTNER, PROPOSED)), STOP, id="it is her home, and nobody said so"
        ),
        pytest.param(
            case(ASSAULT, protected_place(PARTNER, SAME_STREET)), CLEAR, id="her home is in the same street"
        ),
        pytest.param(
            case(ASSAULT, protected_place(PARTNER, OTHER_TOWN), lives_with=(FRIEND,)),
            CLEAR,
            id="her home is elsewhere",
        ),
        pytest.param(case(ASSAULT, lives_with=(ONLY_A_NAME,)), ACT, id="only the name agrees"),
        pytest.param(case(ASSAULT, asked=NOBODY_SAID), CANNOT_TELL, id="nobody said who lives there"),
        pytest.param(
            case(ASSAULT, asked=replace(NOBODY_SAID, placement=PlacementKind.APPROVED_PREMISES)),
            CLEAR,
            id="approved premises have no household",
        ),
        pytest.param(
            case(event(role=AbuseRole.NOT_CLEAR), lives_with=(PARTNER,)),
            ACT,
            id="nobody wrote down who harmed whom",
        ),
        pytest.param(
            case(event(role=AbuseRole.VICTIM), person=HER, lives_with=(PARTNER,)),
            CLEAR,
            id="she is the one who was harmed",
        ),
        pytest.param(
            case(event(other=FRIEND), lives_with=(FRIEND,)), STOP, id="recorded as abuse, called a friend"
        ),
        pytest.param(case(event(other=MOTHER), lives_with=(MOTHER,)), CLEAR, id="a mother has her own rule"),
    ],
)
def test_partners_and_others(of: Case, expected: str) -> None:
    assert answer(PARTNERS, of) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(order(NO_CONTACT, protects=(PARTNER,)), CLEAR, id="the rules on orders stop it"),
        pytest.param(order(protects=(PARTNER,)), CLEAR, id="no terms seen: the rules on orders ask"),
        pytest.param(order(NO_VIOLENCE, protects=(PARTNER,)), STOP, id="an order not to be violent to her"),
        pytest.param(
            order(replace(NO_CONTACT, allows="living together"), protects=(PARTNER,)),
            STOP,
            id="the order lets them live together",
        ),
        pytest.param(
            order(NO_VIOLENCE, protects=(PARTNER,), kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL),
            ACT,
            id="made on acquittal",
        ),
        pytest.param(order(NO_CONTACT, protects=(PARTNER,), expires_on=ENDED), ACT, id="it ended in January"),
        pytest.param(
            order(NO_VIOLENCE, protects=(ONLY_A_NAME,)), ACT, id="it protects somebody of the same name"
        ),
    ],
)
def test_orders_that_do_not_keep_them_apart(record: Record, expected: str) -> None:
    assert answer(PARTNERS, case(record, lives_with=(PARTNER,))) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(event(other=MOTHER), lives_with=(MOTHER,)), STOP, id="violence to his mother"),
        pytest.param(
            case(event(DomesticAbuseKind.ECONOMIC_ABUSE, other=MOTHER), lives_with=(MOTHER,)),
            STOP,
            id="money taken from his mother",
        ),
        pytest.param(
            case(conviction("04900", "theft", SISTER), lives_with=(SISTER,)), STOP, id="theft from his sister"
        ),
        pytest.param(
            case(event(DomesticAbuseKind.VERBAL_DISPUTE, LONG_AGO, other=MOTHER), lives_with=(MOTHER,)),
            ACT,
            id="one argument in 2015",
        ),
        pytest.param(
            case(event(other=GROWN_CHILD), lives_with=(GROWN_CHILD,)), STOP, id="a son of seventeen"
        ),
        pytest.param(
            case(event(other=CHILD_OF_NINE), lives_with=(CHILD_OF_NINE,)),
            CLEAR,
            id="a child of nine has rules of its own",
        ),
        pytest.param(case(event(), lives_with=(PARTNER,)), CLEAR, id="a partner has another rule"),
        pytest.param(case(event(other=SISTER), lives_with=(MOTHER,)), CLEAR, id="his sister is not there"),
        pytest.param(
            case(conviction("02803", "burglary"), lives_with=(MOTHER,)),
            CLEAR,
            id="a burglar at his mother's, who was never harmed",
        ),
        pytest.param(
            case(event(role=AbuseRole.NOT_CLEAR, other=MOTHER), lives_with=(MOTHER,)), ACT, id="sides unclear"
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(MOTHER,), expires_on=ENDED), lives_with=(MOTHER,)),
            ACT,
            id="an order that protected her has ended",
        ),
        pytest.param(case(event(other=MOTHER), asked=NOBODY_SAID), CANNOT_TELL, id="household unknown"),
    ],
)
def test_relatives(of: Case, expected: str) -> None:
    assert answer(RELATIVES, of) == expected


def approved(by: str = "senior probation officer", plan: str = "own line to police") -> AddressDecision:
    made = decision(DecisionKind.APPROVED, "approved after enquiries")
    return replace(made, happened_on=date(2026, 11, 15), decided_by=by, victim_contact_plan=plan)


RETURNED = (check(CheckKind.POLICE_DOMESTIC_ABUSE), check(CheckKind.CHILDRENS_SERVICES))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param((approved(), conversation(PARTNER), *RETURNED), ACT, id="everything was done first"),
        pytest.param((approved(), *RETURNED), STOP, id="she was not spoken to"),
        pytest.param(
            (approved(), conversation(PARTNER, alone=None), *RETURNED), STOP, id="perhaps not alone"
        ),
        pytest.param(
            (approved(), conversation(PARTNER, Consent.RELUCTANT), *RETURNED), STOP, id="she is reluctant"
        ),
        pytest.param((approved(), conversation(PARTNER), RETURNED[0]), STOP, id="one check is outstanding"),
        pytest.param(
            (approved(by="keyworker"), conversation(PARTNER), *RETURNED), STOP, id="too junior a decision"
        ),
        pytest.param((approved(plan=""), conversation(PARTNER), *RETURNED), STOP, id="no plan for her"),
        pytest.param(
            (decision(DecisionKind.REFUSED, "refused"), conversation(PARTNER), *RETURNED), STOP, id="refused"
        ),
        pytest.param(
            (approved(), conversation(PARTNER), *RETURNED, event(on=date(2026, 11, 20))),
            STOP,
            id="it happened again since",
        ),
    ],
)
def test_a_decision_counts_only_with_its_safeguards(records: tuple[Record, ...], expected: str) -> None:
    assert answer(PARTNERS, case(ASSAULT, *records, lives_with=(PARTNER,))) == expected


def test_evidence_gives_each_event_and_what_the_occupier_said() -> None:
    reluctant = conversation(MOTHER, Consent.RELUCTANT, words="would rather he lived elsewhere")
    raised = outcome(RELATIVES, case(event(other=MOTHER), reluctant, lives_with=(MOTHER,)))
    assert isinstance(raised, Raised)
    (finding,) = raised.findings
    assert [cited.says for cited in finding.evidence] == [
        "physical violence",
        "would rather he lived elsewhere",
    ]


def test_what_was_found_stands_when_another_source_is_missing() -> None:
    of = case(ASSAULT, lives_with=(PARTNER,), not_asked=(Source.DOMESTIC_ABUSE,))
    assert answer(PARTNERS, of) == STOP


def test_no_relative_is_offered_the_scheme_for_partners() -> None:
    said = " ".join((RELATIVES.action, *RELATIVES.tell, RELATIVES.decides)).casefold()
    assert "scheme" not in said
    assert "common law" in said
