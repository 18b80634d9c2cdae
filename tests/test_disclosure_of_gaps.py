"""What each role reads of what was not looked at, of how grave a line is, and of whether an answer still holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.casebook import NOW, case
from riskflag.disclosure import MORE_LINE, STANDING_LINE, STOP_LINE, WITHHELD_LINE, show
from riskflag.dossier import CONFIDENTIAL_SOURCES, SourceCoverage
from riskflag.explanation import headline
from riskflag.records import ResponsibleOfficerAllocation
from riskflag.rule import Finding, Raised, Rule
from riskflag.rulebook import build_rulebook
from riskflag.vocabulary import Role, Severity, Source, Verdict
from tests.test_disclosure import answers, rule, shown
from tests.test_rulebook import NOTHING

OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF
OLD = NOW - timedelta(days=9)
STALE = SourceCoverage(OLD, answered=True, complete=True, watermark=OLD)
SAYS = "Ask before anything is booked."


@pytest.mark.parametrize("role", [OFFICER, STAFF])
@pytest.mark.parametrize(
    ("after", "expired"),
    [
        pytest.param(timedelta(0), False, id="at once"),
        pytest.param(timedelta(hours=24), False, id="at the last moment"),
        pytest.param(timedelta(hours=24, seconds=1), True, id="a second later"),
    ],
)
def test_an_answer_is_expired_after_its_last_moment_and_not_before(
    role: Role, after: timedelta, expired: bool
) -> None:
    full, known = answers(case(), build_rulebook([rule("A-1", lambda _: NOTHING)], "source"))
    assert show(full, known, role, NOW + after).expired is expired


def test_staff_are_told_of_nothing_withheld_but_that_something_may_be() -> None:
    looks = replace(
        rule("A-1", lambda _: NOTHING), needs=CONFIDENTIAL_SOURCES, rests_on_silence_of=frozenset()
    )
    seen = shown(STAFF, looks)
    assert [gap.what for gap in seen.not_told] == [WITHHELD_LINE]
    assert seen.headline == headline(Verdict.INCOMPLETE, complete=False)
    assert headline(Verdict.FLAGS_RAISED, complete=False) != headline(Verdict.FLAGS_RAISED, complete=True)
    assert shown(STAFF, rule("A-1")).headline == headline(Verdict.FLAGS_RAISED, complete=False)
    assert STANDING_LINE in WITHHELD_LINE


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param(STALE, "Protective orders", id="too old"),
        pytest.param(replace(STALE, unreadable=1), "Protective orders", id="unreadable"),
        pytest.param(replace(STALE, answered=None), "Protective orders", id="no answer"),
        pytest.param(replace(STALE, complete=None), "Protective orders", id="in part"),
    ],
)
@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_both_roles_are_told_why_a_source_cannot_be_relied_on(
    role: Role, told: SourceCoverage, words: str
) -> None:
    given = case()
    covered = {**given.dossier.coverage, Source.PROTECTIVE_ORDERS: told}
    given = replace(given, dossier=replace(given.dossier, coverage=covered))
    seen = shown(role, rule("A-1", lambda _: NOTHING), given=given)
    assert [gap for gap in seen.not_told if gap.what.startswith(words)]
    assert seen.verdict is Verdict.INCOMPLETE


def test_the_officer_is_told_of_every_gap_which_rules_wait_for_it() -> None:
    waits = rule("A-1", lambda _: NOTHING)
    seen = shown(OFFICER, waits, given=case(not_asked=[Source.PROTECTIVE_ORDERS]))
    (gap,) = [gap for gap in seen.not_told if gap.what.startswith("Protective orders")]
    assert gap.rules == ("A-1",)
    assert gap.remedy


def a_rule_as_grave(severity: Severity, message: str | None, finding: Severity | None = None) -> Rule:
    return rule("A-1", lambda _: Raised((Finding("it was found", (), finding),)), severity, message)


@pytest.mark.parametrize(
    ("raised", "line", "severity"),
    [
        pytest.param(a_rule_as_grave(Severity.STOP, None), STOP_LINE, Severity.STOP, id="a stop is a stop"),
        pytest.param(a_rule_as_grave(Severity.STOP, SAYS), SAYS, Severity.STOP, id="whatever its words"),
        pytest.param(a_rule_as_grave(Severity.ACT, SAYS), SAYS, Severity.ACT, id="something to do"),
        pytest.param(a_rule_as_grave(Severity.INFORM, SAYS), SAYS, Severity.INFORM, id="something to know"),
        pytest.param(
            a_rule_as_grave(Severity.ACT, None), MORE_LINE, Severity.ACT, id="more, which is not said"
        ),
        pytest.param(
            a_rule_as_grave(Severity.INFORM, None),
            MORE_LINE,
            Severity.ACT,
            id="more, whose weight would say what it is",
        ),
    ],
)
def test_a_line_to_staff_is_as_grave_as_they_may_know(raised: Rule, line: str, severity: Severity) -> None:
    (flag,) = shown(STAFF, raised).flags
    assert (flag.message, flag.severity) == (line, severity)


@pytest.mark.parametrize("role", [OFFICER, STAFF])
def test_where_nobody_is_recorded_nobody_is_named(role: Role) -> None:
    given = case(routine=False)
    assert not given.dossier.of(ResponsibleOfficerAllocation)
    assert shown(role, rule("A-1"), given=given).officer is None
