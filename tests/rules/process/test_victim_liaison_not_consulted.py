"""Whether a victim who is due to be offered contact was, and whether victim liaison was asked in time."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.assessment import assess
from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    TODAY,
    Case,
    case,
    check,
    conviction,
    custody,
    order,
    protected_place,
    registration,
)
from riskflag.disclosure import show
from riskflag.dossier import PlaceKnowledge
from riskflag.records import Check, CheckKind, Conviction, ConvictionOutcome, CustodyEventKind
from riskflag.rulebook import build_rulebook
from riskflag.rules.process.victim_liaison_not_consulted import NOT_ASKED, NOT_OFFERED, RULE
from riskflag.vocabulary import Role, Source, SourceSystem
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

OFFERED = registration("INVI", "Victim Contact")
UNKNOWN_RELEASE = replace(ASKED, release_date=None)
IN_SPRING = replace(ASKED, release_date=date(2027, 4, 1))


def asked(on: date = date(2026, 11, 3), returned_on: date | None = None) -> Check:
    return replace(check(CheckKind.VICTIM_LIAISON, on, returned_on), address=None)


def offence(code: str, months: int | None, on: date = date(2026, 6, 1)) -> Conviction:
    return conviction(code, "an offence", FRIEND, on=on, custody_months=months)


WOUNDING = offence("00801", 14)
BREACH = conviction("00831", "breach of a restraining order", EX_PARTNER, custody_months=4)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(WOUNDING), ACT, id="wounding, fourteen months"),
        pytest.param(case(offence("00801", 12)), ACT, id="twelve months"),
        pytest.param(case(offence("00801", 11)), CLEAR, id="eleven months"),
        pytest.param(case(offence("02005", 36)), ACT, id="a sexual offence"),
        pytest.param(case(offence("00866", 18)), ACT, id="stalking"),
        pytest.param(case(offence("04600", 18)), CLEAR, id="theft, however long"),
        pytest.param(case(offence("09270", 60)), CLEAR, id="drugs, however long"),
        pytest.param(case(offence("00801", None)), CANNOT_TELL, id="nobody recorded the sentence"),
        pytest.param(case(offence("10501", None)), CLEAR, id="common assault never brings as much"),
        pytest.param(case(BREACH), ACT, id="domestic abuse with four months: contact at discretion"),
        pytest.param(case(conviction("10501", "assault", FRIEND, custody_months=4)), CLEAR, id="a friend"),
        pytest.param(
            case(replace(WOUNDING, outcome=ConvictionOutcome.ACQUITTED)),
            CLEAR,
            id="acquitted of the wounding",
        ),
        pytest.param(
            case(
                offence("00801", 14, date(2011, 1, 1)), custody(CustodyEventKind.SENTENCED, date(2026, 8, 3))
            ),
            CLEAR,
            id="a sentence that ran out before this one",
        ),
        pytest.param(
            case(
                offence("00801", None, date(2026, 5, 1)),
                custody(CustodyEventKind.SENTENCED, date(2026, 8, 3)),
            ),
            CANNOT_TELL,
            id="found guilty in May, sentenced in August to nobody knows how long",
        ),
        pytest.param(
            case(
                offence("00801", None, date(2011, 1, 1)),
                custody(CustodyEventKind.SENTENCED, date(2026, 8, 3)),
            ),
            CLEAR,
            id="long ago, and a year of it would be over",
        ),
        pytest.param(case(order()), CLEAR, id="an order without an offence"),
    ],
)
def test_who_is_due_to_be_offered_contact(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(WOUNDING, OFFERED), ACT, id="offered, and victim liaison not asked"),
        pytest.param(case(OFFERED), ACT, id="so it is where the offence would not need it"),
        pytest.param(case(WOUNDING, OFFERED, asked()), CLEAR, id="asked three weeks ago"),
        pytest.param(case(WOUNDING, asked()), CLEAR, id="asked, and no register entry"),
        pytest.param(case(WOUNDING, OFFERED, asked(date(2026, 8, 30))), CLEAR, id="twelve weeks ago today"),
        pytest.param(case(WOUNDING, OFFERED, asked(date(2026, 8, 29))), ACT, id="a day longer ago"),
        pytest.param(
            case(WOUNDING, OFFERED, asked(date(2026, 8, 1), TODAY)),
            CLEAR,
            id="asked long ago, answered today",
        ),
        pytest.param(
            case(WOUNDING, OFFERED, replace(asked(), address=PROPOSED)), CLEAR, id="asked about this address"
        ),
        pytest.param(
            case(WOUNDING, OFFERED, replace(asked(), address=OTHER_TOWN)),
            ACT,
            id="asked about another address",
        ),
        pytest.param(
            case(
                WOUNDING,
                OFFERED,
                replace(asked(), address=OTHER_TOWN),
                asked=replace(ASKED, address=None, no_fixed_abode=True),
            ),
            CLEAR,
            id="asked about another address, and none is proposed",
        ),
        pytest.param(
            case(WOUNDING, OFFERED, protected_place(EX_PARTNER, OTHER_TOWN)),
            CLEAR,
            id="a home confirmed lately",
        ),
        pytest.param(
            case(WOUNDING, OFFERED, protected_place(EX_PARTNER, OTHER_TOWN, date(2026, 4, 1))),
            ACT,
            id="a home confirmed in spring",
        ),
        pytest.param(
            case(WOUNDING, replace(protected_place(EX_PARTNER, None), source_system=SourceSystem.POLICE)),
            ACT,
            id="a home of which only the police know",
        ),
        pytest.param(case(WOUNDING, OFFERED, asked=IN_SPRING), CLEAR, id="release is in spring"),
        pytest.param(case(WOUNDING, asked=IN_SPRING), ACT, id="nobody offered contact, release in spring"),
        pytest.param(
            case(WOUNDING, OFFERED, asked=UNKNOWN_RELEASE), CANNOT_TELL, id="nobody knows when he is released"
        ),
        pytest.param(
            case(WOUNDING, registration("INVI", "Victim Contact", date(2026, 9, 1))),
            ACT,
            id="the entry was ended",
        ),
        pytest.param(
            case(WOUNDING, check(CheckKind.POLICE_DOMESTIC_ABUSE)),
            ACT,
            id="the police are not victim liaison",
        ),
    ],
)
def test_victim_liaison_has_the_case_and_is_asked(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize("source", sorted(RULE.rests_on_silence_of))
def test_silence_of_a_source_that_nobody_asked_is_no_finding(source: Source) -> None:
    assert answer(RULE, case(WOUNDING, not_asked=[source])) == CANNOT_TELL


def test_reasons_cite_the_offence_and_what_is_held() -> None:
    assert [f.because for f in findings(RULE, case(WOUNDING))] == [NOT_OFFERED]
    (finding,) = findings(RULE, case(WOUNDING, OFFERED))
    assert finding.because == NOT_ASKED
    assert [e.says for e in finding.evidence] == [
        "an offence (convicted), 14 months",
        "register INVI Victim Contact",
    ]


@pytest.mark.parametrize(
    "held",
    [
        pytest.param((WOUNDING,), id="never offered"),
        pytest.param((WOUNDING, OFFERED), id="offered, not asked"),
        pytest.param((WOUNDING, OFFERED, asked()), id="offered and asked"),
        pytest.param((offence("00801", None),), id="length unknown"),
    ],
)
def test_staff_see_the_same_whatever_victim_liaison_holds(held: tuple[Conviction, ...]) -> None:
    book = build_rulebook([RULE], "this rule alone")
    of = case(*held)
    full = assess(of.dossier, of.enquiry, of.place, book)
    known = assess(of.dossier.known_part(), of.enquiry.known_part(), PlaceKnowledge(), book)
    seen = show(full, known, Role.RESETTLEMENT_STAFF, NOW)
    assert known.flags == ()
    assert seen.flags == ()
    assert "victim" not in repr((seen.not_told, seen.headline, seen.data_quality_tasks)).lower()
    assert "sentence" not in repr(seen.not_told)
