"""An answer on paper: everything that is shown is there, in order, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.assessment import LookedAt
from riskflag.catalogue import describe
from riskflag.disclosure import (
    STANDING_LINE,
    ShownAssessment,
    ShownFinding,
    ShownFlag,
    ShownGap,
    ShownOfficer,
)
from riskflag.records import RecipientKind
from riskflag.report import WIDTH, render_rule, render_text
from riskflag.rulebook import load_rulebook
from riskflag.shown_statement import ShownSentence, ShownStatement
from riskflag.vocabulary import Role, RuleCode, Severity, Verdict

CODE = RuleCode("RO-ADDR-01")
FLAG = ShownFlag(
    severity=Severity.STOP,
    message="Protected person lives at the proposed address",
    code=CODE,
    findings=(
        ShownFinding("She lives there.", Severity.STOP, ("court ORDER-1: no contact", "nDelius C-2: home")),
    ),
    action="Refuse the address.",
    decides="the responsible officer",
    act_by="before release",
    tell=("the responsible officer", "the police"),
    do_not_disclose="where she lives",
    basis=("Protection from Harassment Act 1997 s.5", "a policy framework"),
    not_looked_at=("Alerts: not asked for.", "Custody: too old to rely on."),
)
OFFICER = ShownOfficer("Priya Officer", "Fernhill probation office", "01632 960001", "p@fernhill.example")
SHOWN = ShownAssessment(
    role=Role.RESPONSIBLE_OFFICER,
    verdict=Verdict.FLAGS_RAISED,
    complete=False,
    headline="Flags raised.",
    standing_line=None,
    as_of=datetime(2026, 7, 1, 9, 0, tzinfo=UTC),
    valid_until=datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
    expired=False,
    flags=(FLAG,),
    read_first=1,
    not_told=(ShownGap("Alerts: not asked for.", "Ask for it.", (CODE, RuleCode("RO-ADDR-02"))),),
    looked_at=(LookedAt(RuleCode("FM-01"), "a title", "No such order."),),
    data_quality_tasks=("nomis A-1: an alert code that is not known",),
    officer=OFFICER,
    rulebook="f" * 64,
)
LABELS = [
    pytest.param("findings", "Why: She lives there.", (), id="why"),
    pytest.param("action", "What to do: Refuse the address.", None, id="what to do"),
    pytest.param("decides", "Who decides: the responsible officer", None, id="who decides"),
    pytest.param("act_by", "By when: before release", None, id="by when"),
    pytest.param("tell", "Tell: the responsible officer; the police", (), id="whom to tell"),
    pytest.param("do_not_disclose", "Do not disclose: where she lives", None, id="what not to disclose"),
    pytest.param(
        "basis", "Basis: Protection from Harassment Act 1997 s.5; a policy framework", (), id="on what basis"
    ),
    pytest.param(
        "not_looked_at",
        "Not looked at: Alerts: not asked for. Custody: too old to rely on.",
        (),
        id="what was not looked at besides",
    ),
]


def lines(shown: ShownAssessment) -> list[str]:
    """The lines of the answer, without their indents."""
    return [line.strip() for line in render_text(shown).splitlines()]


def with_flag(**given: object) -> ShownAssessment:
    changes: dict[str, Any] = given
    return replace(SHOWN, flags=(replace(FLAG, **changes),))


def with_three_flags(read_first: int) -> ShownAssessment:
    """Three flags, of which so many are to be read first."""
    flags = tuple(replace(FLAG, message=f"flag {letter}") for letter in "abc")
    return replace(SHOWN, flags=flags, read_first=read_first)


@pytest.mark.parametrize(("name", "line", "absent"), LABELS)
def test_each_part_of_a_flag_has_its_label_and_none_stands_empty(
    name: str, line: str, absent: object
) -> None:
    assert lines(SHOWN).count(line) == 1
    label = line.partition(":")[0]
    without = lines(with_flag(**{name: absent}))
    assert [each for each in without if each.startswith(f"{label}:")] == []


def test_evidence_stands_under_its_finding() -> None:
    shown = lines(SHOWN)
    why = shown.index("Why: She lives there.")
    assert shown[why + 1 : why + 3] == ["Evidence: court ORDER-1: no contact", "Evidence: nDelius C-2: home"]


def test_the_parts_come_in_the_order_in_which_they_matter() -> None:
    shown = lines(SHOWN)
    order = (
        "VERDICT: FLAGS RAISED",
        "COMPLETE: NO",
        "Flags raised.",
        "As known at 10:00 on 1 July 2026. Valid until 09:00 on 1 December 2026.",
        "1. STOP - Protected person lives at the proposed address [RO-ADDR-01]",
        "WHAT COULD NOT BE TOLD, AND WHY",
        "- Alerts: not asked for. Ask for it. Rules that wait for it: RO-ADDR-01, RO-ADDR-02.",
        "LOOKED AT, NOTHING FOUND (1 rules)",
        "- FM-01: No such order.",
        "RECORDS TO PUT RIGHT",
        "- nomis A-1: an alert code that is not known",
        "Responsible officer: Priya Officer, Fernhill probation office, 01632 960001, p@fernhill.example",
        "This service flags. A named person decides.",
    )
    places = [shown.index(line) for line in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("changes", "present", "absent"),
    [
        pytest.param({"complete": True}, "COMPLETE: yes", "COMPLETE: NO", id="complete"),
        pytest.param({"verdict": Verdict.INCOMPLETE}, "VERDICT: INCOMPLETE", "FLAGS RAISED", id="incomplete"),
        pytest.param({"verdict": Verdict.NO_FLAGS_FOUND}, "VERDICT: NO FLAGS FOUND", "RAISED", id="nothing"),
        pytest.param({"expired": True}, "EXPIRED. This answer was for an earlier time.", "", id="expired"),
        pytest.param({}, "VERDICT", "EXPIRED", id="not expired"),
        pytest.param({"standing_line": STANDING_LINE}, STANDING_LINE, "", id="what staff are always told"),
        pytest.param({}, "VERDICT", STANDING_LINE, id="what the officer is not"),
        pytest.param({"flags": ()}, "VERDICT", "STOP", id="no flags"),
        pytest.param({"not_told": ()}, "VERDICT", "COULD NOT BE TOLD", id="nothing untold"),
        pytest.param({"looked_at": ()}, "VERDICT", "LOOKED AT", id="nothing looked at"),
        pytest.param({"data_quality_tasks": ()}, "VERDICT", "PUT RIGHT", id="nothing to put right"),
        pytest.param(
            {"officer": None}, "nobody is recorded. Ask the duty senior", "Priya", id="nobody to ask"
        ),
        pytest.param(
            {"officer": ShownOfficer("Priya Officer", "", None, None)},
            "Responsible officer: Priya Officer\n",
            "None",
            id="an officer without a telephone",
        ),
        pytest.param({}, "VERDICT", "f" * 64, id="the fingerprint is for programs"),
        pytest.param(
            {"not_told": (ShownGap("Alerts: not asked for.", "Ask for it."),)},
            "- Alerts: not asked for. Ask for it.\n",
            "Rules that wait",
            id="a gap for which no rule waits",
        ),
    ],
)
def test_what_is_shown_is_said_and_what_is_not_is_not(
    changes: dict[str, Any], present: str, absent: str
) -> None:
    text = render_text(replace(SHOWN, **changes))
    assert present in text
    assert not absent or absent not in text


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("code", [CODE, None])
def test_a_flag_without_a_code_explains_no_severity(severity: Severity, code: RuleCode | None) -> None:
    text = render_text(with_flag(severity=severity, code=code))
    assert f"1. {severity.value.upper()} - " in text
    assert (f"{severity.value.upper()}: " in text) is (code is not None)
    assert (f"[{CODE}]" in text) is (code is not None)


def test_flags_are_numbered_in_the_order_given() -> None:
    numbered = [line for line in lines(with_three_flags(read_first=2)) if "STOP - " in line]
    assert numbered == [f"{n}. STOP - flag {letter} [{CODE}]" for n, letter in enumerate("abc", start=1)]


def test_what_may_wait_is_given_in_short_after_the_rest() -> None:
    shown = lines(with_three_flags(read_first=1))
    short = shown[shown.index("ALSO RAISED, IN SHORT (2 flags)") :]
    assert [line for line in short if line.startswith("What to do")] == [
        "What to do: Refuse the address."
    ] * 2
    assert "She lives there." in short
    assert [line for line in short if line.startswith(("Evidence", "Basis", "Tell"))] == []
    assert shown.count("Evidence: nDelius C-2: home") == 1


def test_unfolded_every_flag_is_given_in_full() -> None:
    text = render_text(with_three_flags(read_first=1), unfolded=True)
    assert text.count("Evidence: nDelius C-2: home") == 3
    assert "IN SHORT" not in text


def test_evidence_that_an_earlier_flag_cites_is_not_printed_again() -> None:
    again = ShownFinding("It says so too.", Severity.ACT, ("court ORDER-1: no contact",), as_under=CODE)
    shown = lines(with_flag(findings=(again,)))
    assert "Evidence: as under RO-ADDR-01." in shown
    assert not [line for line in shown if "ORDER-1" in line]


WORDS = st.text("abcdefg -.,;é", min_size=1, max_size=400).filter(str.strip)


@given(WORDS, st.lists(st.sampled_from([rule.code for rule in load_rulebook().rules]), max_size=40))
def test_no_line_is_too_wide_and_no_code_is_cut_in_two(words: str, codes: list[RuleCode]) -> None:
    shown = replace(SHOWN, headline=words, not_told=(ShownGap(words, words, tuple(codes)),))
    text = render_text(shown)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert [code for code in codes if code not in text] == []


def test_a_rule_on_paper_says_everything_that_the_catalogue_says() -> None:
    for described in map(describe, load_rulebook().rules):
        text = " ".join(render_rule(described).split())
        said = (described.title, described.what_it_flags, described.limits, *described.tell, *described.basis)
        stories = [example.story for example in described.examples]
        assert [each for each in (*said, *stories) if " ".join(each.split()) not in text] == []


DRAFT = ShownStatement(
    RecipientKind.MENTOR,
    (
        ShownSentence(
            "A risk to staff is recorded.", "A mentor meets the person alone", ("OASys O-1", "NOMIS A-1")
        ),
    ),
    ("Check each sentence.", "Record the basis."),
)


def test_a_draft_is_printed_with_what_must_be_settled_first() -> None:
    text = render_text(replace(SHOWN, statement=DRAFT))
    assert "DRAFT OF WHAT TO TELL THIS RECIPIENT (mentor). NOBODY MAY SEND IT UNREAD" in text
    lines = ["Check each sentence.", "Record the basis.", "- A risk to staff is recorded.", "A mentor meets"]
    assert [text.index(line) for line in lines] == sorted(text.index(line) for line in lines)
    assert "Sources: OASys O-1; NOMIS A-1." in text


def test_an_answer_without_a_draft_speaks_of_none() -> None:
    assert "DRAFT" not in render_text(SHOWN)
