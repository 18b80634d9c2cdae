"""Support that keeps risk down is about to be withdrawn.

What it flags: two missed appointments or a provider that will close the case, where an assessment names the
support as a control, or breaches, care needs or a high risk without a home make it matter.

Why it matters: a mentor or a tenancy is often the only plan there is, and is lost over two missed mornings.

What to do: the officer rings the provider, reaches out to the person and has the closure reviewed first.

Limits: appointments are those that somebody wrote down. An assessment is read by its words.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import MENTORED, assessment, case
from riskflag.facts import Facts
from riskflag.facts.quoting import quoted
from riskflag.facts.referral_support import SUPPORT_MATTERS_IN, ending, may_be_ending, rests_on_support
from riskflag.rule import REFERRAL, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

CLEAR = "No support on which the person's risk rests is about to end."


def check(facts: Facts) -> Outcome:
    """Whether the support is about to end, and whether the person's risk rests on it."""
    records = rests_on_support(facts)
    evidence = tuple(cite(record, quoted(record, facts)) for record in records)
    findings = [Finding(sign, evidence) for sign in ending(facts)] if records else []
    not_known = ["whether the provider means to end it"] if records and may_be_ending(facts) else []
    return outcome_of(findings, CLEAR, not_known)


CONTROL = assessment(words="Low. The mentor scheme is what keeps him in touch.")
MISSED = (date(2026, 11, 5), date(2026, 11, 12))
RULE = Rule(
    code=RuleCode("REF-DIS-01"),
    title="Support on which risk rests is about to be withdrawn",
    severity=Severity.INFORM,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=REFERRAL,
    check=check,
    needs=SUPPORT_MATTERS_IN,
    authorities=("I-TTG16",),
    decides="responsible officer",
    act_by="before the provider closes the case",
    action="Ring the provider, reach out to the person, and have the closure reviewed before it happens.",
    tell=("responsible officer", "the provider"),
    do_not_disclose="Nothing beyond the ordinary rules.",
    staff_message="This support may end. Tell the responsible officer before the case is closed.",
    examples=(
        raises(
            "Two meetings missed, and the mentor is the plan",
            case(CONTROL, asked=replace(MENTORED, missed_on=MISSED)),
        ),
        clears("One missed and booked again", case(CONTROL, asked=replace(MENTORED, missed_on=MISSED[:1]))),
        cannot_tell(
            "Nobody says whether it goes on",
            case(CONTROL, asked=replace(MENTORED, provider_will_close=None)),
        ),
    ),
)
