"""Enquiries about this person look like a search for somebody.

What it flags: a third address within a month in an area where somebody must be protected, or an address close
to one that was stopped.

Why it matters: each answer says a little of where somebody is. Enough of them lead to the door.

What to do: ask no more; the responsible officer decides, and the audit log is looked at.

Limits: what a responsible officer asked does not count. What was asked of case files is not seen.
"""

from dataclasses import replace

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, PROPOSED, SAME_STREET, asked_earlier, case, order, term
from riskflag.facts import Facts
from riskflag.facts.asked_before import combs_an_area, follows_a_stop, may_comb_an_area
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source, Uprn

COMBS = "Several addresses in one area were asked about for this person within a month: see the audit log."
AFTER_STOP = "This address was asked about after another in the same area was stopped: see the audit log."


def check(facts: Facts) -> Outcome:
    """The addresses asked about in the last month, with this one."""
    if facts.proposal.address is None:
        return outcome_of([], "No address is asked about.")
    findings = [Finding(COMBS)] if combs_an_area(facts) else []
    findings += [Finding(AFTER_STOP)] if follows_a_stop(facts) else []
    not_known = ["what was asked before about this person"] if facts.asked_before is None else []
    not_known += ["whether an address asked about before is another one"] if may_comb_an_area(facts) else []
    return outcome_of(findings, "The enquiries about this person do not look like a search.", not_known)


ORDER = order(term(ProhibitionKind.NO_CONTACT), protects=(EX_PARTNER,))
ACROSS = replace(PROPOSED, text="6 Elder Row, Fernhill, ZZ1 1AA", number="6", uprn=Uprn("990000000006"))
NEIGHBOURS = (asked_earlier(SAME_STREET), asked_earlier(ACROSS))
RULE = Rule(
    code=RuleCode("META-01"),
    title="Repeated enquiries could reveal a protected address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT,),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.PROTECTED_PLACES, Source.PROTECTIVE_ORDERS, Source.LICENCE_CONDITIONS}),
    authorities=("L-DPA", "P-VCS"),
    decides="responsible officer",
    act_by="before anything more is asked",
    action="Ask about no further address; the responsible officer decides; have the audit log reviewed.",
    tell=("responsible officer", "security manager"),
    do_not_disclose="Everything: no answer may differ in a way that says how far off anybody is.",
    staff_message="Several addresses were asked about. Ask no more: the responsible officer must decide.",
    examples=(
        raises("The third house in the street in three days", case(ORDER, asked_before=NEIGHBOURS)),
        clears("Two homes in different towns", case(ORDER, asked_before=(asked_earlier(OTHER_TOWN),))),
        cannot_tell("Nobody looked what was asked before", case(asked_before=None)),
    ),
)
