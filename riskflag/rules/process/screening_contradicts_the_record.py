"""A screening says there is no concern, and the record shows one.

What it flags: an answer of "no concern", or no answer, on a topic on which the record holds something.

Why it matters: plans are built on the screening. What it leaves out is planned around as if it were not so.

What to do: screen again from the records, correct the plan, and look again at what was built on it.

Limits: each tool's newest answer counts, and the gravest three records are cited. A review copied from the
last shows only where it is wrong.
"""

from collections.abc import Iterable
from enum import StrEnum

from riskflag.casebook import EX_PARTNER, case, order, screening, term
from riskflag.facts import Facts
from riskflag.facts.quoting import gravest, quoted
from riskflag.facts.topics import RECORD_SOURCES, records_on
from riskflag.records import ScreeningAnswer, ScreeningTopic
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

FINE = screening(ScreeningTopic.ACCOMMODATION, concern=False, words="has an address to return to")
ORDER = order(term(ProhibitionKind.NO_CONTACT))


def check(facts: Facts) -> Outcome:
    """Each answer that records no concern, against what the record holds on its topic."""
    findings: list[Finding] = []
    for answer in _newest(facts.process.screening):
        shown = () if answer.concern else records_on(answer.topic, facts)
        if shown:
            said = "records no concern" if answer.concern is False else "is left open"
            because = f"The screening question on {_words(answer.topic)} {said}, and the record shows one."
            evidence = (
                cite(answer, answer.words or said),
                *(cite(r, quoted(r, facts)) for r in gravest(shown, 3)),
            )
            findings.append(Finding(because, evidence))
    return outcome_of(findings, "No screening answer is at odds with the record.")


def _newest(answers: tuple[ScreeningAnswer, ...]) -> Iterable[ScreeningAnswer]:
    """One answer a tool and topic; answers come newest first."""
    return {(answer.tool, answer.topic): answer for answer in reversed(answers)}.values()


def _words(name: StrEnum) -> str:
    return name.value.replace("_", " ")


RULE = Rule(
    code=RuleCode("PROC-SCR-01"),
    title="Screening says no concern, and the record shows one",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=BOTH,
    check=check,
    needs=RECORD_SOURCES | {Source.SCREENING},
    authorities=("I-TTG16",),
    decides="responsible officer",
    act_by="before the plan is used",
    action="Screen again from the records; correct the plan and whatever was sent out on its strength.",
    tell=("prison offender manager", "responsible officer"),
    do_not_disclose="What the record shows, to anybody who may not see the record itself.",
    examples=(
        raises(
            "'Has an address to return to', where the protected person lives",
            case(FINE, ORDER, lives_with=(EX_PARTNER,)),
        ),
        clears("The same answer, and nothing is known against the address", case(FINE)),
        cannot_tell(
            "Nobody asked for orders",
            case(FINE, not_asked=[Source.PROTECTIVE_ORDERS]),
        ),
    ),
)
