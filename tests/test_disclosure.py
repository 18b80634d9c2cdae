"""What each role sees: the officer everything, resettlement staff only what they may know, others nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import EX_PARTNER, NOW, OTHER_TOWN, REFERRED, Case, case, conviction, protected_place
from riskflag.disclosure import (
    MORE_LINE,
    REFERRAL_STOP_LINE,
    STANDING_LINE,
    STOP_LINE,
    WITHHELD_LINE,
    ShownAssessment,
    show,
)
from riskflag.dossier import PlaceKnowledge
from riskflag.errors import NotAllowed
from riskflag.facts import Facts
from riskflag.rule import BOTH, Clear, Evidence, Finding, Outcome, Raised, Rule, cite
from riskflag.rulebook import Rulebook, build_rulebook
from riskflag.vocabulary import Role, RuleCode, Severity, Source, SourceRecordId, Verdict
from tests.test_rulebook import FOUND, NOTHING, a_rule, explodes

ONLY_STAFF_SAFE_WORDS = "Ask for the check to be chased."


def rule(
    code: str,
    check: Callable[[Facts], Outcome] = lambda _: FOUND,
    severity: Severity = Severity.ACT,
    staff_message: str | None = None,
) -> Rule:
    return replace(a_rule(check, code), severity=severity, staff_message=staff_message, code=RuleCode(code))


def answers(given: Case, book: Rulebook) -> tuple[Assessment, Assessment]:
    full = assess(given.dossier, given.enquiry, given.place, book)
    known = assess(given.dossier.known_part(), given.enquiry.known_part(), PlaceKnowledge(), book)
    return full, known


def shown(role: Role, *rules: Rule, given: Case | None = None) -> ShownAssessment:
    return show(*answers(given or case(), build_rulebook(rules, "source")), role, NOW)


def test_the_officer_sees_why_what_to_do_and_on_what_basis() -> None:
    (flag,) = shown(Role.RESPONSIBLE_OFFICER, rule("A-1")).flags
    assert (flag.code, flag.message, flag.action) == ("A-1", "A rule for tests", "look")
    assert [f.because for f in flag.findings] == ["something was found"]
    assert "confirmed against its source" in flag.basis[0]


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        pytest.param(
            [("one reason", None, 0), ("one reason", None, 1)],
            [("one reason", 2)],
            id="two records, one reason",
        ),
        pytest.param(
            [("one reason", None, 0), ("one reason", None, 0)],
            [("one reason", 1)],
            id="one record, found twice",
        ),
        pytest.param(
            [("one reason", None, 0), ("another", None, 0), ("one reason", None, 1)],
            [("one reason", 2), ("another", 1)],
            id="another reason between them",
        ),
        pytest.param(
            [("one reason", None, 0), ("one reason", Severity.STOP, 1)],
            [("one reason", 1), ("one reason", 1)],
            id="one reason, graver of one record than of the other",
        ),
        pytest.param(
            [("one reason", Severity.ACT, 0), ("one reason", None, 1)],
            [("one reason", 2)],
            id="as grave as the rule, said or not",
        ),
        pytest.param([("one reason", None, None)] * 2, [("one reason", 0)], id="nothing to cite"),
    ],
)
def test_the_officer_reads_each_reason_once_with_the_evidence_of_every_finding(
    said: list[tuple[str, Severity | None, int | None]], reasons: list[tuple[str, int]]
) -> None:
    records = (
        conviction("10501", "common assault"),
        replace(conviction("00831", "breach"), source_id=SourceRecordId("OTHER")),
    )
    findings = tuple(
        Finding(because, () if n is None else (cite(records[n], "words"),), severity)
        for because, severity, n in said
    )
    (flag,) = shown(Role.RESPONSIBLE_OFFICER, rule("A-1", lambda _: Raised(findings))).flags
    assert [(f.because, len(f.evidence)) for f in flag.findings] == reasons
    assert {f.severity for f in flag.findings} == {f.severity or Severity.ACT for f in findings}


CITED = cite(conviction("10501", "common assault"), "words")
ELSEWHERE = cite(replace(conviction("00831", "breach"), source_id=SourceRecordId("OTHER")), "words")


@pytest.mark.parametrize(
    ("second", "as_under"),
    [
        pytest.param((CITED,), "A-1", id="the same record"),
        pytest.param((ELSEWHERE,), None, id="another record"),
        pytest.param((CITED, ELSEWHERE), None, id="another record besides"),
        pytest.param((replace(CITED, says="other words"),), None, id="other words of that record"),
        pytest.param((), None, id="no record at all"),
    ],
)
def test_the_officer_is_told_which_earlier_flag_cites_the_same(
    second: tuple[Evidence, ...], as_under: str | None
) -> None:
    first = rule("A-1", lambda _: Raised((Finding("one reason", (CITED,)),)), Severity.STOP)
    other = rule("B-1", lambda _: Raised((Finding("another", second),)))
    flags = shown(Role.RESPONSIBLE_OFFICER, first, other).flags
    assert [f.as_under for flag in flags for f in flag.findings] == [None, as_under]
    assert [len(f.evidence) for f in flags[1].findings] == [len(second)]


@pytest.mark.parametrize(
    ("stops", "others", "read_first"),
    [
        pytest.param(0, 0, 0, id="nothing"),
        pytest.param(0, 3, 3, id="few enough to read at once"),
        pytest.param(0, 9, 5, id="the five that matter first"),
        pytest.param(2, 9, 5, id="two stops and three more"),
        pytest.param(7, 2, 7, id="every stop, however many"),
    ],
)
def test_every_stop_is_read_first_and_no_more_than_can_be_taken_in(
    stops: int, others: int, read_first: int
) -> None:
    book = [rule(f"S-{n}", severity=Severity.STOP) for n in range(stops)]
    book += [rule(f"A-{n}") for n in range(others)] or [rule("C-1", lambda _: NOTHING)]
    answer = shown(Role.RESPONSIBLE_OFFICER, *book)
    assert answer.read_first == read_first
    assert len(answer.flags) == stops + others
    staff = shown(Role.RESETTLEMENT_STAFF, *book)
    assert staff.read_first == len(staff.flags)


@pytest.mark.parametrize(
    ("rules", "messages"),
    [
        pytest.param([rule("A-1")], [MORE_LINE], id="a rule that says nothing to staff"),
        pytest.param(
            [rule("A-1", severity=Severity.STOP)],
            [STOP_LINE],
            id="a stop without a message still stops",
        ),
        pytest.param(
            [rule("A-1", staff_message=ONLY_STAFF_SAFE_WORDS)],
            [ONLY_STAFF_SAFE_WORDS],
            id="a message meant for staff",
        ),
        pytest.param(
            [
                rule("A-1"),
                rule("B-1"),
                rule("C-1", severity=Severity.STOP),
                rule("D-1", staff_message=STOP_LINE),
            ],
            [STOP_LINE, MORE_LINE],
            id="flags that say the same to staff are one line, the gravest first",
        ),
        pytest.param([rule("A-1", lambda _: NOTHING)], [], id="nothing was raised"),
    ],
)
def test_resettlement_staff_see_messages_meant_for_them_and_nothing_else(
    rules: list[Rule], messages: list[str]
) -> None:
    seen = shown(Role.RESETTLEMENT_STAFF, *rules)
    assert [flag.message for flag in seen.flags] == messages
    for flag in seen.flags:
        assert (flag.code, flag.findings, flag.action, flag.tell, flag.basis) == (None, (), None, (), ())
    assert (seen.looked_at, seen.data_quality_tasks, seen.rulebook) == ((), (), None)


def test_resettlement_staff_are_never_told_that_nothing_was_found() -> None:
    officer = shown(Role.RESPONSIBLE_OFFICER, rule("A-1", lambda _: NOTHING))
    staff = shown(Role.RESETTLEMENT_STAFF, rule("A-1", lambda _: NOTHING))
    assert officer.verdict is Verdict.NO_FLAGS_FOUND
    assert (staff.verdict, staff.complete, staff.standing_line) == (Verdict.INCOMPLETE, False, STANDING_LINE)
    assert staff.not_told[-1].what == WITHHELD_LINE


def raised_by_protected_places(facts: Facts) -> Outcome:
    places = facts.place.protected
    if places:
        return Raised((Finding("somebody lives there", (cite(places[0].record, "home"),)),))
    return Clear("nobody does")


def test_what_rests_on_protected_places_reaches_the_officer_and_changes_nothing_for_staff() -> None:
    stop = rule("A-1", raised_by_protected_places, Severity.STOP, "This address cannot be used.")
    guarded = case(protected_place(EX_PARTNER, OTHER_TOWN))
    assert [f.code for f in shown(Role.RESPONSIBLE_OFFICER, stop, given=guarded).flags] == ["A-1"]
    with_place = shown(Role.RESETTLEMENT_STAFF, stop, given=guarded)
    assert with_place == shown(Role.RESETTLEMENT_STAFF, stop, given=case())
    assert with_place.flags == ()


def test_a_rule_that_failed_is_not_named_to_staff() -> None:
    text = repr(shown(Role.RESETTLEMENT_STAFF, rule("A-1", explodes)))
    assert "A-1" not in text


def test_staff_are_told_which_open_source_is_missing() -> None:
    seen = shown(Role.RESETTLEMENT_STAFF, rule("A-1"), given=case(not_asked=[Source.PROTECTIVE_ORDERS]))
    assert any("Protective orders: not asked for" in gap.what for gap in seen.not_told)


def test_the_officer_sees_records_to_put_right_by_system_and_identifier() -> None:
    seen = shown(Role.RESPONSIBLE_OFFICER, rule("A-1"), given=case(conviction("99999", "unheard of")))
    assert seen.data_quality_tasks == (
        "police_national_computer EXAMPLE-1: an offence code that is not known",
    )


@pytest.mark.parametrize("role", [Role.DATA_SCIENTIST, Role.AUDITOR])
def test_other_roles_see_no_assessment(role: Role) -> None:
    with pytest.raises(NotAllowed):
        shown(role, rule("A-1"))


@pytest.mark.parametrize("role", [Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF])
def test_an_expired_answer_says_so(role: Role) -> None:
    full, known = answers(case(), build_rulebook([rule("A-1", lambda _: NOTHING)], "source"))
    late = show(full, known, role, NOW + timedelta(hours=25))
    assert (late.expired, late.verdict, late.complete) == (True, Verdict.INCOMPLETE, False)


def test_both_roles_are_told_whom_to_ask() -> None:
    for role in (Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF):
        officer = shown(role, rule("A-1")).officer
        assert officer is not None
        assert officer.telephone == "01632 960001"


REFERRAL = case(conviction("05602", "arson", EX_PARTNER), asked=REFERRED)


def test_the_draft_for_a_recipient_is_the_officers_alone() -> None:
    answer = assess(REFERRAL.dossier, REFERRAL.enquiry, REFERRAL.place, build_rulebook([rule("A-1")], ""))
    draft = show(answer, answer, Role.RESPONSIBLE_OFFICER, NOW).statement
    assert draft is not None
    assert [sentence.says for sentence in draft.sentences] == [
        "The person has set a fire or threatened to (latest record: 2025)."
    ]
    assert draft.sentences[0].sources == ("Police National Computer EXAMPLE-1 (recorded 1 February 2025)",)
    assert show(answer, answer, Role.RESETTLEMENT_STAFF, NOW).statement is None


@pytest.mark.parametrize(
    ("of", "line"),
    [
        pytest.param(case(), STOP_LINE, id="an address that cannot be used"),
        pytest.param(REFERRAL, REFERRAL_STOP_LINE, id="a referral that cannot go ahead"),
    ],
)
def test_what_stops_is_named_as_what_was_asked_about(of: Case, line: str) -> None:
    both = replace(rule("A-1", severity=Severity.STOP), applies_to=BOTH)
    answer = assess(of.dossier, of.enquiry, of.place, build_rulebook([both], ""))
    assert [flag.message for flag in show(answer, answer, Role.RESETTLEMENT_STAFF, NOW).flags] == [line]
