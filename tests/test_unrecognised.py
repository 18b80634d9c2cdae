"""Risk that nobody wrote down is flagged; what somebody recognised is left to the rules."""

from dataclasses import replace

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import EX_PARTNER, Case, alert, case, order, registration, term
from riskflag.classifier.model import Model
from riskflag.classifier.scorer import NO_MODEL, UNUSABLE_MODEL, ModelUse, Scorer
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import OrderType, ProhibitionKind, Severity, Source, Verdict
from tests.classifier.test_scorer import a_served_model

RULEBOOK = load_rulebook()
ALL_THREE = {"MODEL-DA", "MODEL-ORDER", "MODEL-VIOL"}
HIGH, LOW = a_served_model(intercept=0.5), a_served_model(intercept=-5.0)
ORDER_AGAINST_LIVING_THERE = case(order(term(ProhibitionKind.NO_CONTACT)), lives_with=(EX_PARTNER,))


def answer(given: Case, model: Model) -> Assessment:
    return assess(given.dossier, given.enquiry, given.place, RULEBOOK, Scorer(ModelUse.IN_USE, model))


def raised(given: Case, model: Model = HIGH) -> set[str]:
    return {flag.code for flag in answer(given, model).flags if flag.code.startswith("MODEL-")}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(case(), ALL_THREE, id="nobody wrote anything down"),
        pytest.param(case(alert("XEL")), ALL_THREE, id="an alert that the person may escape"),
        pytest.param(ORDER_AGAINST_LIVING_THERE, set(), id="an order's rule speaks"),
        pytest.param(
            case(registration("ADVP", "Domestic Abuse Perpetrator")),
            set(),
            id="a register names the person as an abuser",
        ),
    ],
)
def test_a_flag_is_raised_where_nobody_has_recognised_the_harm(given: Case, expected: set[str]) -> None:
    assert raised(given) == expected
    assert raised(given, LOW) == set()


@pytest.mark.parametrize("kind", OrderType)
def test_whoever_is_under_an_order_is_recognised_by_a_rule_wherever_the_address_is(kind: OrderType) -> None:
    """The flag states that no order speaks of the harm."""
    bound = case(order(term(ProhibitionKind.NO_CONTACT), kind=kind))
    assert raised(bound) == set()


def test_the_flag_says_how_many_of_100_what_weighs_most_and_what_it_is_not() -> None:
    flag = next(each for each in answer(case(), HIGH).flags if each.code == "MODEL-DA")
    because = flag.findings[0].because
    assert flag.severity is Severity.ACT
    assert "Of 100 people with a record like this, about " in because
    assert "within 24 months" in because
    assert because.count(";") == 4, "five contributions are told in words"
    assert "demonstration" in flag.title
    assert "decides nothing" in flag.action
    assert flag.staff_message is None


def test_a_model_that_has_learned_from_people_is_not_called_a_demonstration() -> None:
    flag = next(each for each in answer(case(), replace(HIGH, demonstration=False)).flags)
    assert "demonstration" not in flag.title


@pytest.mark.parametrize("given", [case(), ORDER_AGAINST_LIVING_THERE, case(not_asked=Source)])
def test_a_score_changes_nothing_that_the_rules_said(given: Case) -> None:
    without = assess(given.dossier, given.enquiry, given.place, RULEBOOK, NO_MODEL)
    for model in (HIGH, LOW):
        scored = answer(given, model)
        assert set(without.flags) <= set(scored.flags)
        assert without.gaps == scored.gaps
        assert without.unanswered == scored.unanswered
    assert answer(given, LOW).verdict is without.verdict


def test_what_rules_found_stands_where_the_models_flag_cannot_be_worked_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = ORDER_AGAINST_LIVING_THERE
    without = assess(given.dossier, given.enquiry, given.place, RULEBOOK, NO_MODEL)
    monkeypatch.setattr("riskflag.assessment.unrecognised", lambda *_: 1 / 0)
    failed = answer(given, HIGH)
    assert failed.flags == without.flags
    assert failed.flags[0].severity is Severity.STOP
    assert not failed.complete
    assert "the model that looks for unrecognised risk" in [gap.what for gap in failed.gaps]


def test_a_low_score_never_clears() -> None:
    not_asked = case(not_asked=Source)
    assert answer(not_asked, LOW).verdict is not Verdict.NO_FLAGS_FOUND


def test_a_model_that_is_off_leaves_an_answer_complete_and_one_that_fails_does_not() -> None:
    given = case()
    off = assess(given.dossier, given.enquiry, given.place, RULEBOOK, NO_MODEL)
    failed = assess(given.dossier, given.enquiry, given.place, RULEBOOK, UNUSABLE_MODEL)
    assert off.verdict is Verdict.NO_FLAGS_FOUND
    assert failed.verdict is Verdict.INCOMPLETE
    assert [gap.what for gap in failed.gaps] == ["the model that looks for unrecognised risk"]
    assert failed.flags == off.flags
