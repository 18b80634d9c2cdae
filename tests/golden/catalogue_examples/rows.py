"""One row: an example that the catalogue of rules gives for one rule, as a case that runs.

A positive must be raised as gravely as the example says. A near miss must be found clear by its own rule,
which looked at everything it needs: a rule that could not tell has not shown that it stays silent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from riskflag.assessment import Assessment
from riskflag.vocabulary import Severity
from tests.golden.independent import Json, answer


class ExampleKind(StrEnum):
    """Which of a rule's two examples this is."""

    POSITIVE = "positive"
    NEAR_MISS = "near_miss"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueExample:
    """One example of one rule. Codes are separated by spaces.

    code: the rule whose example it is
    story: what happened
    case: the case file
    severity: of a positive, how grave the flag is; of a near miss, the lesser flag that the catalogue leaves
        standing, None where it leaves none
    instead: what must be raised besides a positive, or in place of a near miss
    silent: other rules that may not be raised either
    unknown: the near miss lies in something that nobody knows, so that the rule says that it cannot tell
    """

    code: str
    kind: ExampleKind
    story: str
    case: Json
    severity: Severity | None
    instead: str = ""
    silent: str = ""
    unknown: bool = False


def positive(
    code: str, story: str, case: Json, severity: Severity = Severity.ACT, instead: str = ""
) -> CatalogueExample:
    """The example in which the rule is raised."""
    return CatalogueExample(
        code=code, kind=ExampleKind.POSITIVE, story=story, case=case, severity=severity, instead=instead
    )


def near_miss(
    code: str,
    story: str,
    case: Json,
    *,
    instead: str = "",
    silent: str = "",
    remains: Severity | None = None,
    unknown: bool = False,
) -> CatalogueExample:
    """The example that comes close and is not raised, or only as the lesser flag that ``remains``."""
    return CatalogueExample(
        code=code,
        kind=ExampleKind.NEAR_MISS,
        story=story,
        case=case,
        severity=remains,
        instead=instead,
        silent=silent,
        unknown=unknown,
    )


def departures(example: CatalogueExample) -> list[str]:
    """Everything in which the full rulebook's answer departs from the example, a line each."""
    result = answer(example.case)
    raised = {str(flag.code) for flag in result.flags}
    return [
        *_of_its_own_rule(example, result),
        *(f"{code} is not raised" for code in example.instead.split() if code not in raised),
        *(f"{code} is raised" for code in example.silent.split() if code in raised),
    ]


def _of_its_own_rule(example: CatalogueExample, result: Assessment) -> Iterator[str]:
    demanded = str(example.severity) if example.severity else "unknown" if example.unknown else "clear"
    said = _said(example.code, result)
    if said != demanded:
        yield f"{example.code} is {said}, not {demanded}"


def _said(code: str, result: Assessment) -> str:
    """How grave the rule's flag is, or that it is clear, unknown or was never asked."""
    for flag in result.flags:
        if flag.code == code:
            return str(flag.severity)
    if code in {each.code for each in result.unanswered}:
        return "unknown"
    return "clear" if code in {each.code for each in result.looked_at} else "not asked"
