"""What an officer decides on an answer, point by point: where each stands on the page, and its form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from api.pages.problems import Field, sentences
from api.pages.repeating import new_name
from riskflag.decisions import DecidedOn, DecisionWord
from riskflag.disclosure import ShownGap
from riskflag.shown_decisions import ShownDecision, ShownDecisions
from riskflag.vocabulary import RuleCode

ON_PROPOSAL = "decide"
"""Where the decision on the whole stands on the page."""

NOTHING: Mapping[str, str] = MappingProxyType({})
FIELDS = {
    "decision": Field("What you decide", "Choose what you decide"),
    "words": Field("What you write"),
    "name": Field("Your name", "Enter your name"),
    "once": Field("This form"),
    "form": Field("This form"),
}
_IN_FORM = ("decision", "words", "name")
_BEFORE_APPROVAL = ("flags.", "gaps.")


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A decision that was sent and not taken.

    values: what was filled in
    problems: what is wrong, by field or by what stands in the way
    """

    values: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


TAKEN = NotTaken()


@dataclass(frozen=True, slots=True)
class Point:
    """One point on which an officer may decide.

    place: its place on the page, which a link leads to
    on: what it is
    key: the flag's code, or the gap's key; empty for the whole
    waits: whether an approval waits for a decision on it
    decisions: the latest first
    filled: what was filled in and not taken
    problems: what is wrong, as sentences, by the name of the field; under its place what the whole waits for
    once: the name of its form
    """

    place: str
    on: DecidedOn
    key: str
    waits: bool
    decisions: tuple[ShownDecision, ...]
    filled: Mapping[str, str]
    problems: Mapping[str, str]
    once: str

    @property
    def open(self) -> bool:
        """Whether an approval still waits for it."""
        return self.waits and not self.decisions


@dataclass(frozen=True, slots=True)
class Points:
    """Every point of an answer.

    flags: by the flag's code
    gaps: in the order in which the answer names them; None beside what no decision can be recorded on
    proposal: the whole
    problems: what is wrong anywhere, each as a sentence, by the place on the page that it leads to
    """

    flags: Mapping[RuleCode, Point]
    gaps: tuple[tuple[ShownGap, Point | None], ...]
    proposal: Point
    problems: Mapping[str, str]

    @property
    def open_flags(self) -> frozenset[RuleCode]:
        """The flags that an approval still waits for."""
        return frozenset(code for code, point in self.flags.items() if point.open)

    @property
    def open_gaps(self) -> int:
        """How many gaps nobody has said to be closed."""
        return sum(1 for _, point in self.gaps if point is not None and point.open)


def place_of(values: Mapping[str, str]) -> str:
    """Where on the page a decision stands, by what was sent."""
    if values.get("on") == DecidedOn.FLAG and values.get("code"):
        return f"flag-{values['code']}"
    if values.get("on") == DecidedOn.GAP and values.get("gap"):
        return f"gap-{values['gap']}"
    return ON_PROPOSAL


def points(made: ShownDecisions, not_told: Sequence[ShownGap], refused: NotTaken = TAKEN) -> Points:
    """Every point of an answer.

    made: what was decided
    not_told: what the answer could not tell, as it is shown now
    refused: what was sent last and not taken
    """
    titles = _titles(made)
    sent_at = place_of(refused.values)
    if sent_at not in titles:
        sent_at = ON_PROPOSAL
    said = _said(refused.problems, sent_at, titles)

    def point(on: DecidedOn, key: str, waits: bool, decisions: tuple[ShownDecision, ...]) -> Point:
        place = f"{on}-{key}" if key else ON_PROPOSAL
        own = {name.removeprefix(f"{place}-"): each for name, each in said.items() if _within(name, place)}
        filled = refused.values if place == sent_at else NOTHING
        return Point(place, on, key, waits, decisions, filled, own, new_name())

    gaps = [(gap.what, point(DecidedOn.GAP, gap.gap, True, gap.decisions)) for gap in made.gaps]
    return Points(
        flags={
            each.code: point(DecidedOn.FLAG, each.code, each.must_be_decided, each.decisions)
            for each in made.flags
        },
        gaps=tuple(_beside(not_told, gaps)),
        proposal=point(DecidedOn.PROPOSAL, "", False, made.proposal),
        problems=said,
    )


def _titles(made: ShownDecisions) -> dict[str, str]:
    """What stands at each place of the page."""
    flags = {f"flag-{each.code}": each.title for each in made.flags}
    return {**flags, **{f"gap-{each.gap}": each.what.rstrip(".") for each in made.gaps}, ON_PROPOSAL: ""}


def _said(problems: Mapping[str, str], sent_at: str, titles: Mapping[str, str]) -> dict[str, str]:
    """Each problem as a sentence, by the place on the page that it leads to."""
    said: dict[str, str] = {}
    for name, reason in problems.items():
        if name.startswith(_BEFORE_APPROVAL):
            kind, _, key = name.partition(".")
            place = f"{kind.removesuffix('s')}-{key}"
            said[place] = f"{titles.get(place, key)}: {reason}"
        elif name == "answer":
            said["answer"] = f"This answer {reason}"
        elif name in _IN_FORM:
            said[f"{sent_at}-{name}"] = sentences({name: reason}, FIELDS)[name]
        else:
            said[sent_at] = sentences({name: reason}, FIELDS)[name]
    return said


def _within(name: str, place: str) -> bool:
    return name in (place, *(f"{place}-{each}" for each in _IN_FORM))


def _beside(
    not_told: Iterable[ShownGap], gaps: Iterable[tuple[str, Point]]
) -> Iterable[tuple[ShownGap, Point | None]]:
    """Each gap that is shown with its point. That the answer has expired is a gap without one."""
    left = list(gaps)
    for gap in not_told:
        found = next((each for each in left if each[0] == gap.what), None)
        if found is not None:
            left.remove(found)
        yield gap, found[1] if found else None


CHOICES: Mapping[DecidedOn, tuple[tuple[DecisionWord, str, str], ...]] = {
    DecidedOn.FLAG: (
        (DecisionWord.CONFIRMED, "Confirmed", "It applies. You need not write anything."),
        (DecisionWord.NOT_APPLICABLE, "Not applicable", "Say why it does not apply."),
        (DecisionWord.ACTION_TAKEN, "Action taken", "Say what was done."),
    ),
    DecidedOn.GAP: (),
    DecidedOn.PROPOSAL: (
        (
            DecisionWord.APPROVED,
            "Approve",
            "Every Stop and Act flag and every gap must have a decision first.",
        ),
        (DecisionWord.REFUSED, "Refuse", "You can refuse at any time."),
    ),
}
"""What may be chosen on each: the word, what it is called, and what it asks for. A gap can only be closed."""
