"""The engine: every rule answers, none silences another, and nothing missing passes for nothing found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from riskflag.casebook import case
from riskflag.dossier import Missing, MissingReason
from riskflag.errors import NotFound, ReferenceDataError, RulebookError
from riskflag.facts import Facts
from riskflag.rule import CannotTell, Clear, Finding, Outcome, Raised, Rule
from riskflag.rulebook import build_rulebook, load_rulebook
from riskflag.vocabulary import EnquiryKind, HarmFamily, RuleCode, Severity, Source

FOUND = Raised((Finding("something was found"),))
NOTHING = Clear("there was nothing")
UNKNOWN = CannotTell((Missing("the release date", MissingReason.UNKNOWN_FACT),))
NO_FINDINGS: Any = ("words",)


def a_rule(check: Callable[[Facts], Outcome], code: str = "TEST-01") -> Rule:
    return Rule(
        code=RuleCode(code),
        title="A rule for tests",
        severity=Severity.ACT,
        harm_families=(HarmFamily.PROCESS_GAP,),
        applies_to=frozenset({EnquiryKind.ADDRESS}),
        check=check,
        needs=frozenset({Source.PROTECTIVE_ORDERS, Source.LICENCE_CONDITIONS}),
        rests_on_silence_of=frozenset({Source.LICENCE_CONDITIONS}),
        authorities=("L-RO",),
        decides="the responsible officer",
        act_by="before release",
        action="look",
        tell=("the responsible officer",),
        do_not_disclose="nothing",
        examples=(),
    )


def explodes(facts: Facts) -> Outcome:
    raise ValueError("broken")


@pytest.mark.parametrize(
    ("outcome", "not_asked", "expected"),
    [
        pytest.param(FOUND, (), Raised, id="found, everything asked"),
        pytest.param(NOTHING, (), Clear, id="nothing found, everything asked"),
        pytest.param(
            NOTHING, (Source.PROTECTIVE_ORDERS,), CannotTell, id="nothing found, but orders not asked"
        ),
        pytest.param(NOTHING, (Source.SCREENING,), Clear, id="a source it does not need is missing"),
        pytest.param(FOUND, (Source.PROTECTIVE_ORDERS,), Raised, id="what was found stands"),
        pytest.param(
            FOUND,
            (Source.LICENCE_CONDITIONS,),
            CannotTell,
            id="silence of a source nobody asked is no finding",
        ),
        pytest.param(UNKNOWN, (), CannotTell, id="a fact is unknown"),
        pytest.param(Raised(()), (), CannotTell, id="raised without a finding is a fault"),
        pytest.param(Raised(NO_FINDINGS), (), CannotTell, id="raised with what is no finding is a fault"),
        pytest.param(CannotTell(()), (), CannotTell, id="cannot tell without saying what is a fault"),
        pytest.param(None, (), CannotTell, id="it answered with something else"),
    ],
)
def test_an_outcome_is_weighed_against_what_was_looked_at(
    outcome: Outcome, not_asked: tuple[Source, ...], expected: type[Outcome]
) -> None:
    book = build_rulebook([a_rule(lambda _: outcome)], "source")
    (answer,) = book.run(case(not_asked=not_asked).facts)
    assert isinstance(answer.outcome, expected)


def test_what_was_found_says_what_else_was_missing() -> None:
    book = build_rulebook([a_rule(lambda _: FOUND)], "source")
    (answer,) = book.run(case(not_asked=(Source.PROTECTIVE_ORDERS,)).facts)
    assert isinstance(answer.outcome, Raised)
    assert [m.source for m in answer.outcome.missing] == [Source.PROTECTIVE_ORDERS]


def test_what_a_rule_could_not_tell_and_what_was_missing_besides_are_both_told() -> None:
    book = build_rulebook([replace(a_rule(lambda _: UNKNOWN), rests_on_silence_of=frozenset())], "source")
    (answer,) = book.run(case(not_asked=(Source.PROTECTIVE_ORDERS,)).facts)
    assert isinstance(answer.outcome, CannotTell)
    told = [(m.what, m.reason) for m in answer.outcome.missing]
    assert told == [
        ("the release date", MissingReason.UNKNOWN_FACT),
        ("protective orders", MissingReason.NOT_ASKED),
    ]


def test_a_rule_that_breaks_cannot_tell_and_the_others_still_run() -> None:
    book = build_rulebook([a_rule(explodes), a_rule(lambda _: FOUND, "TEST-02")], "source")
    broken, sound = book.run(case().facts)
    assert isinstance(broken.outcome, CannotTell)
    assert broken.outcome.missing[0].reason is MissingReason.RULE_FAILED
    assert isinstance(sound.outcome, Raised)


def late_with(outcome: Outcome) -> Callable[[Facts], Outcome]:
    """A check that gives ``outcome`` after the time limit, by the clock of the rulebook."""

    def check(_: Facts) -> Outcome:
        ticking.append(1.0)
        return outcome

    return check


ticking: list[float] = []


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        pytest.param(NOTHING, CannotTell, id="nothing found too late is not nothing found"),
        pytest.param(UNKNOWN, CannotTell, id="unknown stays unknown"),
        pytest.param(FOUND, Raised, id="what was found stands however late"),
        pytest.param(Raised(()), CannotTell, id="found, but not what"),
    ],
)
def test_a_rule_that_is_late_cannot_say_that_there_is_nothing(
    outcome: Outcome, expected: type[Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskflag.rulebook.perf_counter", lambda: sum(ticking))
    book = build_rulebook([a_rule(late_with(outcome))], "source")
    (found,) = book.run(case(not_asked=[Source.PROTECTIVE_ORDERS]).facts)
    assert isinstance(found.outcome, expected)
    assert not isinstance(found.outcome, Clear)
    assert MissingReason.RULE_FAILED in {missing.reason for missing in found.outcome.missing}


@pytest.mark.parametrize(
    ("stalls", "expected"),
    [
        pytest.param((1.0, 0.0), Clear, id="late once: the machine had other things to do"),
        pytest.param((1.0, 1.0, 0.0), CannotTell, id="late twice: nobody asks a third time"),
        pytest.param((0.25, 0.25), Clear, id="just in time"),
        pytest.param((0.2501, 0.2501), CannotTell, id="just too late"),
    ],
)
def test_a_rule_is_late_when_it_was_late_twice(
    stalls: tuple[float, ...], expected: type[Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_come, moment = iter(stalls), [0.0]

    def check(_: Facts) -> Outcome:
        moment[0] += next(to_come, 0.0)
        return NOTHING

    monkeypatch.setattr("riskflag.rulebook.perf_counter", lambda: moment[0])
    (found,) = build_rulebook([a_rule(check)], "source").run(case().facts)
    assert isinstance(found.outcome, expected)


def test_a_rule_that_speaks_of_referrals_alone_is_not_asked_about_an_address() -> None:
    referral = replace(a_rule(lambda _: FOUND), applies_to=frozenset({EnquiryKind.REFERRAL}))
    assert build_rulebook([referral], "source").run(case().facts) == ()


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        pytest.param([], RulebookError, id="no rules at all"),
        pytest.param([a_rule(explodes), a_rule(explodes)], RulebookError, id="two rules with one code"),
        pytest.param(
            [replace(a_rule(explodes), needs=frozenset())], RulebookError, id="silence of a source not needed"
        ),
        pytest.param(
            [replace(a_rule(explodes), authorities=("L-NONE",))],
            ReferenceDataError,
            id="an unknown authority",
        ),
    ],
)
def test_an_unsound_rulebook_is_refused(rules: list[Rule], error: type[Exception]) -> None:
    with pytest.raises(error):
        build_rulebook(rules, "source")


def test_a_retired_rule_no_longer_runs() -> None:
    facts = case().facts
    retired = replace(a_rule(lambda _: FOUND), retired_on=facts.as_of.replace(day=1))
    assert build_rulebook([retired], "source").run(facts) == ()


def test_which_rules_run_is_told_apart_by_rulebook_kind_and_day() -> None:
    day = case().facts.as_of
    rule = replace(a_rule(lambda _: FOUND), applies_to=frozenset({EnquiryKind.ADDRESS}), retired_on=day)
    first, second = build_rulebook([rule], "one"), build_rulebook([replace(rule, retired_on=None)], "one")
    assert first.applying(EnquiryKind.ADDRESS, day) == (rule,)
    assert first.applying(EnquiryKind.REFERRAL, day) == ()
    assert first.applying(EnquiryKind.ADDRESS, day + timedelta(days=1)) == ()
    assert len(second.applying(EnquiryKind.ADDRESS, day + timedelta(days=1))) == 1


def test_any_change_of_source_changes_the_fingerprint() -> None:
    rules = [a_rule(explodes)]
    assert build_rulebook(rules, "one").fingerprint != build_rulebook(rules, "two").fingerprint


def test_the_rulebook_of_this_installation_loads_in_order_of_code() -> None:
    codes = [rule.code for rule in load_rulebook().rules]
    assert codes == sorted(codes)
    assert load_rulebook().rule(codes[0].lower()).code == codes[0]
    with pytest.raises(NotFound):
        load_rulebook().rule("NONE-00")
