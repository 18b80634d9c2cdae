"""A shown assessment as plain text, for the terminal and for the file."""

from collections.abc import Iterable, Sequence
from textwrap import fill

from riskflag.catalogue import RuleDescription
from riskflag.disclosure import ShownAssessment, ShownFlag, ShownGap
from riskflag.explanation import SEVERITY_WORDS, moment
from riskflag.shown_scores import ShownHarm, ShownScores
from riskflag.shown_statement import ShownStatement

WIDTH = 100
WEIGHTS_TOLD = 3
"""How many contributions to a score are put on paper; the service holds them all."""
WORTH_TELLING = 0.05
"""Log-odds below which a contribution changes nothing that a reader would see."""


def render_text(shown: ShownAssessment, unfolded: bool = False) -> str:
    """The answer on paper: verdict first, then flags, then what could not be told, then whom to ask.

    unfolded: every flag in full; else those that need not be read first are given in short
    """
    numbered = list(enumerate(shown.flags, start=1))
    first = len(numbered) if unfolded else shown.read_first
    blocks = [
        *_head(shown),
        *(block for number, flag in numbered[:first] for block in _flag(number, flag)),
        *_in_short(numbered[first:]),
        *_statement(shown.statement),
        *_scores(shown.scores),
        *_not_told(shown.not_told),
        *_looked_at(shown),
        *_tasks(shown),
        _officer(shown),
        "This service flags. A named person decides.",
    ]
    return "\n\n".join(blocks) + "\n"


def render_rule(rule: RuleDescription) -> str:
    """A rule on paper: what it flags, why, what to do, its limits, and its examples."""
    lines = [
        f"{rule.code}  {rule.severity.upper()}  {rule.title}",
        f"What it flags: {rule.what_it_flags}",
        f"Why it matters: {rule.why_it_matters}",
        f"What to do: {rule.what_to_do}",
        f"Limits: {rule.limits}",
        f"Action: {rule.action}",
        f"Who decides: {rule.decides}",
        f"By when: {rule.act_by}",
        f"Tell: {'; '.join(rule.tell)}",
        f"Do not disclose: {rule.do_not_disclose}",
        f"Basis: {'; '.join(rule.basis)}",
        f"Needs: {', '.join(source.replace('_', ' ') for source in rule.needs)}",
        *(f"Example, {e.expected.replace('_', ' ')}: {e.story}" for e in rule.examples),
    ]
    return "\n".join(_wrapped(line) for line in lines) + "\n"


def _head(shown: ShownAssessment) -> Iterable[str]:
    verdict = shown.verdict.value.replace("_", " ").upper()
    yield f"VERDICT: {verdict}\nCOMPLETE: {'yes' if shown.complete else 'NO'}"
    if shown.expired:
        yield _wrapped("EXPIRED. This answer was for an earlier time. Ask again before relying on it.")
    yield _wrapped(shown.headline)
    yield f"As known at {moment(shown.as_of)}. Valid until {moment(shown.valid_until)}."
    if shown.standing_line:
        yield _wrapped(shown.standing_line)


def _flag(number: int, flag: ShownFlag) -> Iterable[str]:
    code = f" [{flag.code}]" if flag.code else ""
    yield f"{number}. {flag.severity.value.upper()} - {flag.message}{code}"
    lines = [f"{SEVERITY_WORDS[flag.severity]}."] if flag.code else []
    for finding in flag.findings:
        lines.append(f"Why: {finding.because}")
        if finding.as_under is not None:
            lines.append(f"  Evidence: as under {finding.as_under}.")
        else:
            lines += [f"  Evidence: {evidence}" for evidence in finding.evidence]
    lines += _labelled(flag)
    if lines:
        yield "\n".join(_wrapped(line, "   ") for line in lines)


def _in_short(numbered: Sequence[tuple[int, ShownFlag]]) -> Iterable[str]:
    """The flags that may wait, none left out: what, why and what to do."""
    if numbered:
        yield f"ALSO RAISED, IN SHORT ({len(numbered)} flags)"
    for number, flag in numbered:
        reasons = " ".join(finding.because for finding in flag.findings)
        head = f"{number}. {flag.severity.value.upper()} - {flag.message} [{flag.code}]"
        yield "\n".join([head, *(_wrapped(each, "   ") for each in (reasons, f"What to do: {flag.action}"))])


def _labelled(flag: ShownFlag) -> Iterable[str]:
    labels = (
        ("What to do", flag.action),
        ("Who decides", flag.decides),
        ("By when", flag.act_by),
        ("Tell", "; ".join(flag.tell)),
        ("Do not disclose", flag.do_not_disclose),
        ("Basis", "; ".join(flag.basis)),
        ("Not looked at", " ".join(flag.not_looked_at)),
    )
    return (f"{label}: {text}" for label, text in labels if text)


def _statement(draft: ShownStatement | None) -> Iterable[str]:
    if draft is None:
        return
    recipient = draft.recipient.value.replace("_", " ")
    yield f"DRAFT OF WHAT TO TELL THIS RECIPIENT ({recipient}). NOBODY MAY SEND IT UNREAD"
    lines = [f"Before it is sent: {line}" for line in draft.before_sending]
    for sentence in draft.sentences:
        lines += [f"- {sentence.says}", f"  Why: {sentence.why}. Sources: {'; '.join(sentence.sources)}."]
    yield "\n".join(_wrapped(line, "  ") for line in lines)


def _scores(scores: ShownScores | None) -> Iterable[str]:
    if scores is None:
        return
    yield "SCORES. THEY RANK, AND DECIDE NOTHING"
    lines = [f"- {e.instrument.upper()}: {' '.join((e.says, *e.notes))}" for e in scores.instruments]
    lines += [f"- {scores.line}", *(f"- {harm.says} {_raised_most(harm)}" for harm in scores.harms)]
    yield "\n".join(_wrapped(line, "  ") for line in lines)


def _raised_most(harm: ShownHarm) -> str:
    said = [f"{c.what} (+{c.log_odds:.2f})" for c in harm.contributions if c.log_odds >= WORTH_TELLING]
    return f"Raised most by: {'; '.join(said[:WEIGHTS_TOLD])}." if said else "Nothing raises it much."


def _not_told(gaps: tuple[ShownGap, ...]) -> Iterable[str]:
    if not gaps:
        return
    yield "WHAT COULD NOT BE TOLD, AND WHY"
    for gap in gaps:
        waiting = f" Rules that wait for it: {', '.join(gap.rules)}." if gap.rules else ""
        yield _wrapped(f"- {gap.what} {gap.remedy}{waiting}", "  ")


def _looked_at(shown: ShownAssessment) -> Iterable[str]:
    if shown.looked_at:
        yield f"LOOKED AT, NOTHING FOUND ({len(shown.looked_at)} rules)"
        yield "\n".join(_wrapped(f"- {rule.code}: {rule.because}", "  ") for rule in shown.looked_at)


def _tasks(shown: ShownAssessment) -> Iterable[str]:
    if shown.data_quality_tasks:
        yield "RECORDS TO PUT RIGHT\n" + "\n".join(f"- {task}" for task in shown.data_quality_tasks)


def _officer(shown: ShownAssessment) -> str:
    if shown.officer is None:
        return "Responsible officer: nobody is recorded. Ask the duty senior probation officer."
    ways = [shown.officer.team, shown.officer.telephone, shown.officer.email]
    return "Responsible officer: " + ", ".join([shown.officer.name, *(way for way in ways if way)])


def _wrapped(text: str, indent: str = "") -> str:
    below = indent + "  " * bool(indent)
    # Codes of rules hold hyphens, and a code in two parts is found by nobody who looks for it.
    return fill(text, WIDTH, initial_indent=indent, subsequent_indent=below, break_on_hyphens=False)
