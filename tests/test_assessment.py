"""The verdict: when it may say that nothing was found, and that it never does otherwise."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import (
    ASKED,
    HIM,
    NOW,
    OCCUPANTS_UNKNOWN,
    PROPOSED,
    Case,
    alert,
    case,
    condition,
    conviction,
    order,
    term,
)
from riskflag.dossier import PlaceKnowledge, SourceCoverage
from riskflag.enquiry import Occupant
from riskflag.facts import Facts
from riskflag.records import NamedPerson, Record
from riskflag.rule import Clear, Finding, Outcome, Raised
from riskflag.rulebook import Rulebook, RuleOutcome, build_rulebook
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, Source, SourceSystem, Verdict
from tests.test_rulebook import FOUND, NOTHING, a_rule, explodes

QUIET = build_rulebook([a_rule(lambda _: NOTHING)], "source")
LOUD = build_rulebook([a_rule(lambda _: FOUND)], "source")


def answer(given: Case, rulebook: Rulebook = QUIET) -> Assessment:
    return assess(given.dossier, given.enquiry, given.place, rulebook)


NO_TERM_ADDRESS = replace(PROPOSED, uprn=None, number=None, postcode=None, text="the house by the church")


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        pytest.param(case(), Verdict.NO_FLAGS_FOUND, id="everything asked, everything known, nothing there"),
        pytest.param(
            case(not_asked=[Source.PROTECTIVE_ORDERS]), Verdict.INCOMPLETE, id="orders were not asked for"
        ),
        pytest.param(
            case(person=replace(HIM, noms_number=None)), Verdict.INCOMPLETE, id="no number says who he is"
        ),
        pytest.param(
            case(asked=replace(ASKED, address=NO_TERM_ADDRESS)),
            Verdict.INCOMPLETE,
            id="the address could be any of several",
        ),
        pytest.param(case(asked=replace(ASKED, release_date=None)), Verdict.INCOMPLETE, id="no release date"),
        pytest.param(case(asked=OCCUPANTS_UNKNOWN), Verdict.INCOMPLETE, id="nobody said who lives there"),
        pytest.param(
            case(
                asked=replace(
                    ASKED,
                    occupants=(Occupant(NamedPerson("Una Example", Relationship.FRIEND)),),
                    occupants_stated=False,
                )
            ),
            Verdict.INCOMPLETE,
            id="one who lives there was named, and there may be others",
        ),
        pytest.param(
            case(conviction("99999", "an offence nobody has heard of")),
            Verdict.INCOMPLETE,
            id="an offence code that is not known",
        ),
        pytest.param(case(alert("QQQ")), Verdict.INCOMPLETE, id="an alert code that is not known"),
    ],
)
def test_nothing_found_is_said_only_with_proof(given: Case, verdict: Verdict) -> None:
    assessment = answer(given)
    assert assessment.verdict is verdict
    assert assessment.complete is (verdict is Verdict.NO_FLAGS_FOUND)
    assert bool(assessment.gaps) is not assessment.complete


@pytest.mark.parametrize(
    ("held", "complete"),
    [
        pytest.param(order(term(ProhibitionKind.OTHER)), False, id="a term of an order, of no kind there is"),
        pytest.param(
            order(term(ProhibitionKind.OTHER), kind=OrderType.CRIMINAL_BEHAVIOUR_ORDER),
            True,
            id="one of a behaviour order, which a rule puts to the officer",
        ),
        pytest.param(order(term(ProhibitionKind.NO_ASSOCIATION)), True, id="whom he may not associate with"),
        pytest.param(condition(term(ProhibitionKind.NO_ASSOCIATION)), True, id="so says his licence"),
        pytest.param(condition(term(ProhibitionKind.OTHER)), True, id="what any licence says besides"),
        pytest.param(order(term(ProhibitionKind.NO_CONTACT)), True, id="a term that rules read"),
        pytest.param(
            order(term(ProhibitionKind.OTHER), expires_on=date(2026, 11, 21)),
            True,
            id="it ended yesterday",
        ),
    ],
)
def test_a_term_in_force_that_no_rule_reads_leaves_the_answer_open(held: Record, complete: bool) -> None:
    assessment = answer(case(held))
    assert assessment.complete is complete
    assert (assessment.verdict is Verdict.NO_FLAGS_FOUND) is complete


def test_a_record_to_put_right_is_named_by_its_identifier() -> None:
    (task,) = answer(case(alert("QQQ"))).tasks
    assert (task.source_system, task.source_id) == (SourceSystem.NOMIS, "EXAMPLE-1")
    assert "QQQ" not in task.what


def test_flags_stand_when_something_is_missing() -> None:
    assessment = answer(case(not_asked=[Source.PROTECTIVE_ORDERS]), LOUD)
    assert (assessment.verdict, assessment.complete) == (Verdict.FLAGS_RAISED, False)


def test_a_rule_that_breaks_makes_the_answer_incomplete() -> None:
    assessment = answer(case(), build_rulebook([a_rule(explodes)], "source"))
    assert assessment.verdict is Verdict.INCOMPLETE
    assert [u.code for u in assessment.unanswered] == ["TEST-01"]


NO_WORD: Any = None
NO_SEX: Any = "male"
NO_FINDINGS: Any = ("a text",)
NO_SEVERITY: Any = "grave"
UNSOUND = replace(order(), variations=NO_WORD)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(case(UNSOUND), id="an order that cannot be read"),
        pytest.param(case(asked=replace(ASKED, placement=NO_WORD)), id="a question that cannot be read"),
        pytest.param(case(person=replace(HIM, sex=NO_SEX)), id="a person who cannot be read"),
    ],
)
def test_what_cannot_be_read_makes_the_answer_incomplete(given: Case) -> None:
    assessment = answer(given)
    assert (assessment.verdict, assessment.complete) == (Verdict.INCOMPLETE, False)
    assert len(assessment.unanswered) == len(QUIET.rules)


def test_a_record_that_cannot_be_read_costs_no_flag_that_rests_on_others() -> None:
    assessment = answer(case(UNSOUND), LOUD)
    assert (assessment.verdict, assessment.complete) == (Verdict.FLAGS_RAISED, False)


@pytest.mark.parametrize(
    "outcome",
    [
        pytest.param(Raised(NO_FINDINGS), id="findings that are none"),
        pytest.param(Raised((Finding("found", severity=NO_SEVERITY),)), id="a severity that is none"),
    ],
)
def test_a_rule_that_answers_rubbish_makes_the_answer_incomplete(outcome: Outcome) -> None:
    assert answer(case(), build_rulebook([a_rule(lambda _: outcome)], "source")).verdict is Verdict.INCOMPLETE


CLEAR_OF_TWO = build_rulebook([a_rule(lambda _: NOTHING, f"TEST-0{n}") for n in (1, 2)], "source")


@dataclass(frozen=True)
class Miscounting(Rulebook):
    """A rulebook that gives another number of outcomes than it has rules."""

    given: int = 0

    def run(self, facts: Facts) -> tuple[RuleOutcome, ...]:
        return tuple((super().run(facts) * 2)[: self.given])


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        pytest.param(0, Verdict.INCOMPLETE, id="none at all"),
        pytest.param(1, Verdict.INCOMPLETE, id="one too few"),
        pytest.param(2, Verdict.NO_FLAGS_FOUND, id="one for each rule"),
        pytest.param(3, Verdict.INCOMPLETE, id="one too many"),
    ],
)
def test_there_must_be_one_outcome_for_each_rule(given: int, verdict: Verdict) -> None:
    book = Miscounting(CLEAR_OF_TWO.rules, CLEAR_OF_TWO.fingerprint, given)
    assert answer(case(), book).verdict is verdict


def test_without_any_rule_nothing_is_found_out() -> None:
    assert answer(case(), Rulebook((), "none")).verdict is Verdict.INCOMPLETE


def test_every_outcome_is_kept() -> None:
    def quiet(_: object) -> Outcome:
        return Clear("there was nothing")

    book = build_rulebook(
        [a_rule(lambda _: FOUND, "TEST-01"), a_rule(quiet, "TEST-02"), a_rule(explodes, "TEST-03")], "source"
    )
    assessment = answer(case(), book)
    assert [f.code for f in assessment.flags] == ["TEST-01"]
    assert [c.code for c in assessment.looked_at] == ["TEST-02"]
    assert [u.code for u in assessment.unanswered] == ["TEST-03"]


def with_coverage(given: Case, source: Source, coverage: SourceCoverage) -> Case:
    return replace(
        given, dossier=replace(given.dossier, coverage={**given.dossier.coverage, source: coverage})
    )


def test_an_answer_is_valid_for_a_day_at_most() -> None:
    assert answer(case()).valid_until == NOW + timedelta(hours=24)


def test_an_answer_ends_when_its_first_source_grows_too_old() -> None:
    ten_hours_ago = NOW - timedelta(hours=10)
    older = SourceCoverage(ten_hours_ago, answered=True, complete=True, watermark=ten_hours_ago)
    assert answer(with_coverage(case(), Source.CONVICTIONS, older)).valid_until == NOW + timedelta(hours=14)


def test_an_answer_ends_when_the_place_register_grows_too_old() -> None:
    ten_hours_ago = NOW - timedelta(hours=10)
    register = PlaceKnowledge(SourceCoverage(ten_hours_ago, answered=True, complete=True))
    given = replace(case(), place=register)
    assert answer(given).valid_until == NOW + timedelta(hours=14)
    covered: dict[Source, SourceCoverage] = {
        s: c for s, c in given.dossier.coverage.items() if s is not Source.PLACE_REGISTER
    }
    alone = replace(given, dossier=replace(given.dossier, coverage=covered))
    assert answer(alone).valid_until == NOW + timedelta(hours=14)


@pytest.mark.parametrize(
    "made_on",
    [
        pytest.param(None, id="nobody recorded when it was made"),
        pytest.param(NOW.date(), id="made today"),
        pytest.param(NOW.date() - timedelta(days=400), id="made last year"),
    ],
)
def test_an_order_that_has_started_ends_no_answer(made_on: date | None) -> None:
    held = replace(order(term(ProhibitionKind.NO_CONTACT)), made_on=made_on)
    assessment = answer(case(held))
    assert (assessment.verdict, assessment.valid_until) == (Verdict.NO_FLAGS_FOUND, NOW + timedelta(hours=24))


def test_an_answer_ends_when_the_next_order_starts() -> None:
    tomorrow = replace(order(term(ProhibitionKind.NO_CONTACT)), made_on=NOW.date() + timedelta(days=1))
    assert answer(case(tomorrow)).valid_until.date() == date(2026, 11, 23)
    assert answer(case(tomorrow)).valid_until < NOW + timedelta(hours=24)


@pytest.mark.parametrize(
    ("rulebook", "verdict"),
    [
        pytest.param(QUIET, Verdict.INCOMPLETE, id="nothing found yesterday is incomplete today"),
        pytest.param(LOUD, Verdict.FLAGS_RAISED, id="flags stand, though expired"),
    ],
)
def test_an_expired_answer_is_incomplete(rulebook: Rulebook, verdict: Verdict) -> None:
    assessment = answer(case(), rulebook)
    for moment in (NOW, assessment.valid_until):
        assert assessment.at(moment) == assessment
    late = assessment.at(assessment.valid_until + timedelta(seconds=1))
    assert (late.verdict, late.complete) == (verdict, False)
    assert late.gaps


def test_the_same_question_gives_the_same_answer() -> None:
    given = case(order(term(ProhibitionKind.NO_CONTACT)))
    assert answer(given) == answer(given)


def test_a_place_register_that_was_not_asked_is_a_gap_for_the_rules_that_need_it() -> None:
    book = build_rulebook(
        [
            replace(
                a_rule(lambda _: NOTHING),
                needs=frozenset({Source.PLACE_REGISTER}),
                rests_on_silence_of=frozenset(),
            )
        ],
        "source",
    )
    asked = case()
    assert answer(asked, book).complete
    assert not answer(replace(asked, place=PlaceKnowledge()), book).complete
