"""Whether the Home Office may decide where the person goes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import EX_PARTNER, HIM, Case, alert, case, conviction, custody, registration
from riskflag.facts.immigration import Citizen, citizenship
from riskflag.records import Conviction, ConvictionOutcome, CustodyEventKind
from riskflag.rules.process.home_office_may_decide_release import AT_ODDS, FLAGGED, LIABLE, RULE
from riskflag.vocabulary import Source
from tests.rules.answers import CANNOT_TELL, CLEAR, INFORM, answer, findings

INTEREST = registration("HOIE", "Home Office Interest")
LONG_AGO = date(2026, 1, 5)


def from_(nationality: str | None, *records: Conviction) -> Case:
    return case(*records, person=replace(HIM, nationality=nationality))


def sentence(months: int | None, **more: date) -> Conviction:
    return conviction("09270", "supplying a controlled drug", custody_months=months, **dict[str, Any](more))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(alert("XLDEPORT")), INFORM, id="told that he is liable"),
        pytest.param(case(alert("XSDEPORT"), lives_with=(EX_PARTNER,)), INFORM, id="a deportation order"),
        pytest.param(case(INTEREST), INFORM, id="the Home Office has an interest"),
        pytest.param(case(alert("XILLENT")), INFORM, id="entered illegally"),
        pytest.param(case(alert("XLDEPORT", active_to=LONG_AGO)), CLEAR, id="the alert was closed"),
        pytest.param(
            case(registration("HOIE", "Home Office Interest", LONG_AGO)), CLEAR, id="the entry was ended"
        ),
        pytest.param(case(), CLEAR, id="nothing, and nobody wrote his nationality down"),
        pytest.param(from_("Jamaican"), CLEAR, id="a foreign national without a sentence"),
        pytest.param(from_("Jamaican", sentence(11)), CLEAR, id="eleven months"),
        pytest.param(from_("Jamaican", sentence(12)), INFORM, id="twelve months"),
        pytest.param(from_("British", sentence(12)), CLEAR, id="twelve months, British"),
        pytest.param(from_("Irish", sentence(120)), CLEAR, id="ten years, Irish"),
        pytest.param(from_(None, sentence(12)), CANNOT_TELL, id="twelve months, nationality unknown"),
        pytest.param(from_(None, sentence(None)), CLEAR, id="neither nationality nor a long sentence known"),
        pytest.param(from_("Jamaican", sentence(None)), CANNOT_TELL, id="the sentence is not recorded"),
        pytest.param(
            from_("Jamaican", replace(sentence(18), outcome=ConvictionOutcome.ACQUITTED)),
            CLEAR,
            id="acquitted",
        ),
        pytest.param(
            case(
                sentence(12, on=date(2012, 5, 1)),
                custody(CustodyEventKind.SENTENCED, date(2026, 8, 3)),
                person=replace(HIM, nationality="Jamaican"),
            ),
            CLEAR,
            id="twelve months that ran out long ago",
        ),
        pytest.param(
            case(
                sentence(None, on=date(2026, 5, 1)),
                custody(CustodyEventKind.SENTENCED, date(2026, 8, 3)),
                person=replace(HIM, nationality="Jamaican"),
            ),
            CANNOT_TELL,
            id="found guilty in May, sentenced in August to nobody knows how long",
        ),
        pytest.param(case(not_asked=[Source.ALERTS]), CANNOT_TELL, id="nobody asked for alerts"),
        pytest.param(case(INTEREST, not_asked=[Source.ALERTS]), INFORM, id="what is known stands"),
    ],
)
def test_what_makes_it_a_matter_for_the_home_office(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ("British", Citizen.YES),
        (" british citizen ", Citizen.YES),
        ("Northern Irish", Citizen.YES),
        ("Irish and Nigerian", Citizen.YES),
        ("Polish / British", Citizen.YES),
        ("British Overseas Territories citizen", Citizen.NO),
        ("Romanian", Citizen.NO),
        ("stateless", Citizen.NO),
        ("", Citizen.NOT_KNOWN),
        ("Not stated", Citizen.NOT_KNOWN),
        (None, Citizen.NOT_KNOWN),
    ],
)
def test_nationality_is_read_as_recorded(recorded: str | None, expected: Citizen) -> None:
    assert citizenship(replace(HIM, nationality=recorded)) is expected


def test_every_ground_is_said_and_a_contradiction_is_named() -> None:
    both = case(alert("XLDEPORT"), INTEREST, sentence(18), person=replace(HIM, nationality="Jamaican"))
    assert [(f.because, len(f.evidence)) for f in findings(RULE, both)] == [(FLAGGED, 2), (LIABLE, 1)]
    at_odds = case(alert("XLDEPORT"), sentence(18), person=replace(HIM, nationality="British"))
    assert [f.because for f in findings(RULE, at_odds)] == [AT_ODDS]


def test_the_status_and_its_date_are_cited() -> None:
    (finding,) = findings(RULE, case(alert("XSDEPORT", "served in May")))
    assert [e.says for e in finding.evidence] == [
        "alert XSDEPORT served in May: Deportation Order served, open, since 1 November 2026"
    ]


def test_staff_are_told_nothing_of_it() -> None:
    assert RULE.staff_message is None
