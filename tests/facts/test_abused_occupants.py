"""Whom at the address the person has abused, how strong the record is, and what weakens it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PARTNER,
    PROPOSED,
    Case,
    abuse,
    assessment,
    case,
    check,
    conversation,
    conviction,
    decision,
    order,
    protected_place,
    term,
)
from riskflag.facts.abused_occupants import Ground, abused_occupants
from riskflag.records import (
    AbuseRole,
    Address,
    CheckKind,
    ConvictionOutcome,
    DecisionKind,
    DomesticAbuseKind,
    NamedPerson,
    ProtectedPlaceKind,
    Record,
)
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, RiskLevel, Visibility
from tests.facts.bands import (
    ELSEWHERE,
    FLAT_IN_IT,
    NAME_ALONE,
    NO_NUMBER,
    NOT_READABLE,
    REMARRIED,
    UNREADABLE_NAME,
)

HIT_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, EX_PARTNER)
NOT_TO_THREATEN = term(ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT)
OLD_DAY = date(2020, 1, 6)
GRAVE = ["strangulation", "controlling_or_coercive", "sexual_violence", "stalking_or_harassment", "threats"]
ROW_YEARS_AGO = abuse(DomesticAbuseKind.VERBAL_DISPUTE, EX_PARTNER, on=OLD_DAY)


def grounds(*records: Record, lives_with: tuple[NamedPerson, ...] = (EX_PARTNER,)) -> list[Ground]:
    return [each.ground for each in abused_occupants(case(*records, lives_with=lives_with).facts)]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param(EX_PARTNER, [Ground.ABUSED], id="she herself"),
        pytest.param(REMARRIED, [Ground.ABUSED], id="she under her new name"),
        pytest.param(NAME_ALONE, [Ground.TO_CONFIRM], id="somebody of her name"),
        pytest.param(UNREADABLE_NAME, [Ground.TO_CONFIRM], id="somebody whose name cannot be read"),
        pytest.param(FRIEND, [], id="somebody else"),
    ],
)
def test_an_occupant_whom_the_person_abused(who: NamedPerson, expected: list[Ground]) -> None:
    assert grounds(HIT_HER, lives_with=(who,)) == expected
    assert grounds(conviction("10501", "common assault", EX_PARTNER), lives_with=(who,)) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param(PROPOSED, [Ground.ABUSED], id="her home is the address"),
        pytest.param(NO_NUMBER, [Ground.TO_CONFIRM], id="her home may be the address"),
        pytest.param(NOT_READABLE, [Ground.TO_CONFIRM], id="her home cannot be read"),
        pytest.param(FLAT_IN_IT, [], id="her home is another flat"),
        pytest.param(ELSEWHERE, [], id="her home is elsewhere"),
        pytest.param(None, [], id="her home is withheld"),
    ],
)
def test_somebody_whom_only_a_protected_place_puts_there(
    address: Address | None, expected: list[Ground]
) -> None:
    assert grounds(HIT_HER, protected_place(EX_PARTNER, address), lives_with=()) == expected


@pytest.mark.parametrize(
    ("kind", "there"),
    [
        pytest.param(ProtectedPlaceKind.HOME, True, id="lives there"),
        pytest.param(ProtectedPlaceKind.VISITS, True, id="visits"),
        pytest.param(ProtectedPlaceKind.WORK, False, id="works there"),
        pytest.param(ProtectedPlaceKind.SCHOOL, False, id="studies there"),
    ],
)
def test_work_and_school_put_nobody_in_the_household(kind: ProtectedPlaceKind, there: bool) -> None:
    place = protected_place(EX_PARTNER, PROPOSED, kind=kind)
    assert bool(grounds(HIT_HER, place, lives_with=())) is there


def test_a_home_she_has_left_does_not_put_her_there() -> None:
    left = protected_place(EX_PARTNER, PROPOSED, date(2026, 1, 5))
    moved = protected_place(EX_PARTNER, ELSEWHERE, date(2026, 10, 5))
    assert grounds(HIT_HER, left, moved, lives_with=()) == []


def test_she_is_told_once_though_two_records_put_her_there() -> None:
    of = case(HIT_HER, protected_place(EX_PARTNER, PROPOSED), lives_with=(EX_PARTNER,))
    (found,) = abused_occupants(of.facts)
    assert found.seen_in is None
    (unnamed,) = abused_occupants(case(HIT_HER, protected_place(EX_PARTNER, PROPOSED)).facts)
    assert unnamed.seen_in is not None
    assert unnamed.occupant.visibility is Visibility.PROTECTED


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(HIT_HER, [Ground.ABUSED], id="he hit her"),
        pytest.param(replace(HIT_HER, person_is=AbuseRole.NOT_CLEAR), [Ground.SIDE_NOT_CLEAR], id="not said"),
        pytest.param(replace(HIT_HER, person_is=AbuseRole.VICTIM), [], id="she hit him"),
        pytest.param(conviction("00806", "ABH", EX_PARTNER), [Ground.ABUSED], id="convicted of hurting her"),
        pytest.param(
            conviction("00806", "ABH", EX_PARTNER, outcome=ConvictionOutcome.PENDING),
            [],
            id="charged with it",
        ),
        pytest.param(order(NOT_TO_THREATEN), [Ground.ORDER], id="an order that lets them live together"),
        pytest.param(
            order(NOT_TO_THREATEN, expires_on=date(2026, 11, 22)), [Ground.ORDER], id="it ends today"
        ),
        pytest.param(
            order(NOT_TO_THREATEN, expires_on=date(2026, 11, 21)),
            [Ground.ORDER_TO_CHECK],
            id="it ended yesterday",
        ),
        pytest.param(
            order(NOT_TO_THREATEN, kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL),
            [Ground.ORDER_TO_CHECK],
            id="it was made on acquittal",
        ),
        pytest.param(
            order(term(ProhibitionKind.NO_CONTACT)), [], id="an order about which other rules speak"
        ),
        pytest.param(order(), [], id="an order without recorded terms: other rules speak"),
        pytest.param(
            order(expires_on=date(2026, 11, 21)), [Ground.ORDER_TO_CHECK], id="such an order, ended"
        ),
        pytest.param(
            order(replace(term(ProhibitionKind.NO_CONTACT), allows="may live with her")),
            [Ground.ORDER],
            id="no contact, and living with her allowed",
        ),
    ],
)
def test_what_a_record_shows_by_itself(record: Record, expected: list[Ground]) -> None:
    assert grounds(record) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param(EX_PARTNER, [Ground.ORDER], id="a former partner"),
        pytest.param(MOTHER, [Ground.ORDER], id="his mother"),
        pytest.param(FRIEND, [], id="a friend"),
        pytest.param(replace(FRIEND, relationship=Relationship.UNKNOWN), [], id="nobody says what they are"),
    ],
)
def test_an_order_counts_for_partners_and_relatives(who: NamedPerson, expected: list[Ground]) -> None:
    assert grounds(order(NOT_TO_THREATEN, protects=(who,)), lives_with=(who,)) == expected


def test_an_order_that_may_protect_the_occupant_is_to_be_confirmed() -> None:
    assert grounds(order(NOT_TO_THREATEN), lives_with=(NAME_ALONE,)) == [Ground.TO_CONFIRM]
    assert grounds(order(NOT_TO_THREATEN), lives_with=(EX_PARTNER, MOTHER)) == [Ground.ORDER]
    other = order(term(ProhibitionKind.NO_CONTACT), protects=(MOTHER,))
    assert grounds(order(NOT_TO_THREATEN), other) == [Ground.ORDER]


@pytest.mark.parametrize(
    ("records", "ground"),
    [
        pytest.param(
            (HIT_HER, replace(HIT_HER, person_is=AbuseRole.NOT_CLEAR)), Ground.ABUSED, id="abuse and a doubt"
        ),
        pytest.param(
            (order(NOT_TO_THREATEN), replace(HIT_HER, person_is=AbuseRole.NOT_CLEAR)),
            Ground.ORDER,
            id="an order and a doubt",
        ),
    ],
)
def test_the_strongest_record_counts(records: tuple[Record, ...], ground: Ground) -> None:
    (found,) = abused_occupants(case(*records, lives_with=(EX_PARTNER,)).facts)
    assert (found.ground, len(found.traces)) == (ground, 2)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, Ground.ONE_OLD_REPORT, id="a row, six years ago"),
        pytest.param({"happened_on": date(2021, 11, 21)}, Ground.ONE_OLD_REPORT, id="over five years ago"),
        pytest.param({"happened_on": date(2021, 11, 22)}, Ground.ABUSED, id="five years ago to the day"),
        pytest.param({"happened_on": None}, Ground.ABUSED, id="nobody knows when"),
        pytest.param({"kind": DomesticAbuseKind.PHYSICAL_VIOLENCE}, Ground.ABUSED, id="supported violence"),
        pytest.param(
            {"kind": DomesticAbuseKind.PHYSICAL_VIOLENCE, "corroborated": False},
            Ground.ONE_OLD_REPORT,
            id="violence that nothing supports",
        ),
    ],
)
def test_one_old_report_of_nothing_grave(changes: dict[str, Any], expected: Ground) -> None:
    assert grounds(replace(ROW_YEARS_AGO, **changes)) == [expected]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in DomesticAbuseKind])
def test_grave_abuse_counts_however_long_ago(kind: DomesticAbuseKind) -> None:
    (ground,) = grounds(replace(ROW_YEARS_AGO, kind=kind, corroborated=False))
    assert (ground is Ground.ABUSED) is (kind.value in GRAVE)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(None, Ground.ONE_OLD_REPORT, id="no level"),
        pytest.param(RiskLevel.LOW, Ground.ONE_OLD_REPORT, id="low"),
        pytest.param(RiskLevel.MEDIUM, Ground.ABUSED, id="medium"),
        pytest.param(RiskLevel.HIGH, Ground.ABUSED, id="high"),
        pytest.param(RiskLevel.VERY_HIGH, Ground.ABUSED, id="very high"),
    ],
)
def test_a_raised_risk_to_a_known_adult_makes_an_old_report_count(level: RiskLevel, expected: Ground) -> None:
    assert grounds(ROW_YEARS_AGO, replace(assessment(), to_known_adult=level)) == [expected]
    section = replace(assessment(overall=None, on=date(2026, 11, 10)), to_known_adult=level)
    assert grounds(ROW_YEARS_AGO, assessment(), section) == [expected], "a later section counts too"


def test_two_old_reports_are_not_one() -> None:
    assert grounds(ROW_YEARS_AGO, replace(ROW_YEARS_AGO, words="again")) == [Ground.ABUSED]
    assert grounds(conviction("00806", "ABH", EX_PARTNER, on=OLD_DAY)) == [Ground.ABUSED]


@pytest.mark.parametrize(
    ("happened_on", "expected"),
    [
        pytest.param(date(2026, 5, 1), Ground.DECIDED, id="the abuse came before all that"),
        pytest.param(date(2026, 11, 12), Ground.ABUSED, id="he hit her after the checks came back"),
    ],
)
def test_a_decision_with_safeguards_weakens_it(happened_on: date, expected: Ground) -> None:
    approved = replace(
        decision(DecisionKind.APPROVED, "may live there"),
        happened_on=date(2026, 11, 15),
        victim_contact_plan="a number to ring at night",
    )
    checks = (check(CheckKind.POLICE_DOMESTIC_ABUSE), check(CheckKind.CHILDRENS_SERVICES))
    hit_her = replace(HIT_HER, happened_on=happened_on)
    assert grounds(hit_her, approved, *checks, conversation(EX_PARTNER)) == [expected]
    earlier = replace(HIT_HER, happened_on=date(2025, 1, 6))
    assert grounds(earlier, hit_her, approved, *checks, conversation(EX_PARTNER)) == [expected]


@pytest.mark.parametrize(
    ("who", "relative"),
    [
        pytest.param(MOTHER, True, id="his mother"),
        pytest.param(EX_PARTNER, False, id="a former partner"),
        pytest.param(PARTNER, False, id="his partner"),
        pytest.param(FRIEND, False, id="a friend"),
    ],
)
def test_relatives_and_partners_are_told_apart(who: NamedPerson, relative: bool) -> None:
    of = case(abuse(DomesticAbuseKind.THREATS, who), lives_with=(who,))
    (found,) = abused_occupants(of.facts)
    assert found.relative is relative


def test_a_relative_who_was_his_partner_counts_as_a_partner() -> None:
    called_sister = replace(EX_PARTNER, relationship=Relationship.SIBLING)
    (found,) = abused_occupants(case(HIT_HER, lives_with=(called_sister,)).facts)
    assert not found.relative


def test_evidence_holds_the_records_her_words_and_her_home() -> None:
    said = replace(conversation(EX_PARTNER), words="I am scared of him")
    others = conversation(FRIEND)
    of: Case = case(HIT_HER, said, others, protected_place(EX_PARTNER, PROPOSED))
    (found,) = abused_occupants(of.facts)
    assert [says for _, says, _ in found.evidence] == [
        "physical violence",
        "I am scared of him",
        "places them at the address",
    ]
