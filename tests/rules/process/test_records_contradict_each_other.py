"""Conflicts between records are put to somebody, not settled by us."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, alert, case, note, order, registration, term
from riskflag.rules.process.records_contradict_each_other import RULE
from riskflag.vocabulary import ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

ORDER = order(term(ProhibitionKind.NO_CONTACT))
TWICE = registration("DOFF", "Duplicate Offender Records Exist")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="nothing on record"),
        pytest.param(case(ORDER, alert("OHCO", "order about his ex")), CLEAR, id="flag and order agree"),
        pytest.param(case(TWICE), ACT, id="a second record"),
        pytest.param(case(ORDER, alert("OHCO", "order lifted?")), ACT, id="a flag with a doubt in it"),
        pytest.param(
            case(replace(ORDER, discharged_on=date(2026, 1, 5))), ACT, id="discharged without evidence"
        ),
        pytest.param(
            case(note("would not be suitable"), note("settled with family")), ACT, id="two views of a home"
        ),
        pytest.param(
            case(not_asked=[Source.REGISTRATIONS]), CANNOT_TELL, id="nobody asked for registrations"
        ),
        pytest.param(case(TWICE, not_asked=[Source.ALERTS]), ACT, id="a conflict stands whatever is missing"),
    ],
)
def test_a_conflict_is_flagged(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_each_conflict_is_a_finding_with_both_sides() -> None:
    found = findings(RULE, case(TWICE, note("not suitable"), note("settled")))

    assert [len(finding.evidence) for finding in found] == [1, 2]
