"""The facts as a whole: the person's age, what somebody must put right, and what cannot be relied on."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from riskflag.casebook import (
    HIM,
    TODAY,
    Case,
    alert,
    case,
    condition,
    conviction,
    incident,
    registration,
    term,
)
from riskflag.dossier import MissingReason, PlaceKnowledge
from riskflag.facts import derive_facts
from riskflag.records import ConvictionOutcome, LicenceConditionStatus, PlaceIncidentKind, Record
from riskflag.vocabulary import ProhibitionKind, Source

OLD = date(2024, 1, 1)
RESIDE = term(ProhibitionKind.RESIDE_AT)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        pytest.param(date(1988, 11, 22), 38, id="on the birthday"),
        pytest.param(date(1988, 11, 23), 37, id="the day before it"),
        pytest.param(None, None, id="nobody knows"),
    ],
)
def test_how_old_the_person_is(born: date | None, age: int | None) -> None:
    assert case(person=replace(HIM, date_of_birth=born)).facts.age == age


def test_the_day_is_that_of_england_and_wales() -> None:
    of = case()
    after_midnight = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    facts = derive_facts(replace(of.dossier, as_of=after_midnight), of.enquiry, of.place)
    assert facts.as_of == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("record", "task"),
    [
        pytest.param(conviction("00806", "ABH"), None, id="an offence code in use"),
        pytest.param(
            conviction("99999", "something"),
            "an offence code that is not known",
            id="an unknown offence code",
        ),
        pytest.param(
            conviction("99999", "something", outcome=ConvictionOutcome.ACQUITTED),
            "an offence code that is not known",
            id="even of an acquittal",
        ),
        pytest.param(
            conviction("PF85001", "something"),
            "an offence code that is repealed",
            id="a repealed offence code",
        ),
        pytest.param(alert("OHCO"), None, id="an alert code in use"),
        pytest.param(alert("ZZZZ"), "an alert or register code that is not known", id="an unknown alert"),
        pytest.param(alert("ZZZZ", active_to=OLD), None, id="an unknown alert that is closed"),
        pytest.param(alert("OHA"), "an alert or register code that is retired", id="a retired alert"),
        pytest.param(alert("OHA", active_to=OLD), None, id="a retired alert that is closed"),
        pytest.param(
            registration("QQ", "Something"), "an alert or register code that is not known", id="a register"
        ),
        pytest.param(registration("QQ", "Restraining Order"), None, id="a register known by its description"),
        pytest.param(condition(RESIDE), None, id="a condition without a code"),
        pytest.param(condition(RESIDE, code="4858cd8b"), None, id="a condition with a known code"),
        pytest.param(
            condition(RESIDE, code="00000000"),
            "a licence condition code that is not known",
            id="an unknown one",
        ),
        pytest.param(
            condition(RESIDE, code="8e15cf42"),
            "a licence condition code that is retired",
            id="one that the policy has retired",
        ),
        pytest.param(
            replace(condition(RESIDE, code="00000000"), status=LicenceConditionStatus.REMOVED),
            None,
            id="an unknown one that was removed",
        ),
    ],
)
def test_a_code_that_nobody_can_read_is_a_task_and_a_gap(record: Record, task: str | None) -> None:
    facts = case(record).facts
    assert [each.what for each in facts.tasks] == ([task] if task else [])
    gap = facts.unavailable.get(record.source)
    assert (gap.reason if gap else None) is (MissingReason.UNMAPPED_CODE if task else None)


INCIDENT = incident(PlaceIncidentKind.DRUG_USE)
NO_TEXT: dict[str, Any] = {"words": 3}


@pytest.mark.parametrize(
    ("of", "reason"),
    [
        pytest.param(case(), None, id="asked and answered"),
        pytest.param(case(place=(INCIDENT,)), None, id="asked, and something is known"),
        pytest.param(case(not_asked=(Source.PLACE_REGISTER,)), MissingReason.NOT_ASKED, id="not asked"),
        pytest.param(
            case(place=(replace(INCIDENT, **NO_TEXT),)), MissingReason.UNREADABLE, id="one cannot be read"
        ),
    ],
)
def test_the_place_register_is_relied_on_by_its_own_answer(of: Case, reason: MissingReason | None) -> None:
    gap = of.facts.unavailable.get(Source.PLACE_REGISTER)
    assert (gap.reason if gap else None) is reason


def test_a_reader_from_whom_the_register_is_withheld_is_told_that_alone() -> None:
    of = case(place=(INCIDENT,))
    withheld = derive_facts(of.dossier.known_part(), of.enquiry, of.place)
    assert withheld.unavailable[Source.PLACE_REGISTER].reason is MissingReason.WITHHELD
    none_known = derive_facts(of.dossier.known_part(), of.enquiry, PlaceKnowledge())
    assert withheld.unavailable == none_known.unavailable


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({}, None, id="recorded this month"),
        pytest.param({"recorded_on": TODAY}, None, id="recorded today"),
        pytest.param({"recorded_on": date(2026, 11, 23)}, MissingReason.DATED_LATER, id="recorded tomorrow"),
        pytest.param({"comment": None}, MissingReason.UNREADABLE, id="a field that holds what it cannot"),
    ],
)
def test_a_record_that_cannot_be_right_spoils_its_source(
    changes: dict[str, Any], reason: MissingReason | None
) -> None:
    gap = case(replace(alert("OHCO"), **changes)).facts.unavailable.get(Source.ALERTS)
    assert (gap.reason if gap else None) is reason
