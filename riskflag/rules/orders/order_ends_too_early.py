"""An order ends before the licence or the use of the address does, or soon after new harm.

What it flags: An order, or a term of it, whose last day falls in the four weeks before release or before the
licence and the use of the address end; one that ended within the last two years where breach or abuse falls
within them too.

Why it matters: On the next day nothing forbids what the order forbade. It takes weeks to renew one, and
nobody can do it for an order whose end they did not notice.

What to do: Tell the police and the victim liaison officer in time to apply; bridge the gap with the licence.

Limits: Another order counts as its replacement only where it plainly forbids the same for the same people.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import ASKED, EX_PARTNER, abuse, case, order, term
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.ending_orders import Ending, Timing, ending_orders
from riskflag.facts.quoting import quoted
from riskflag.records import DomesticAbuseKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source

BECAUSE = {
    Timing.TO_COME: "An order or one of its terms ends before the licence or the use of the address does.",
    Timing.OVER: "An order or one of its terms ended not long ago and nothing on record took its place.",
}
NOT_KNOWN = {Timing.RELEASE_UNKNOWN: "the release date", Timing.LICENCE_END_UNKNOWN: "when the licence ends"}


def check(facts: Facts) -> Outcome:
    """Sets the last day of every order and of its terms against the release and the licence."""
    endings = ending_orders(facts)
    findings = [_finding(each, facts) for each in endings if each.timing in BECAUSE]
    not_known = [NOT_KNOWN[each.timing] for each in endings if each.timing in NOT_KNOWN]
    return outcome_of(findings, "No order ends too early, or another takes its place.", not_known)


def _finding(each: Ending, facts: Facts) -> Finding:
    licence_ends = written_date(facts.proposal.licence_ends_on)
    evidence = [cite(each.order.order, f"{each.says}; licence ends: {licence_ends}")]
    if each.incident is not None:
        evidence.append(cite(each.incident, f"last on record: {quoted(each.incident, facts)}"))
    return Finding(BECAUSE[each.timing], tuple(evidence))


NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NINE_DAYS_AFTER, YEARS_AFTER = date(2026, 12, 10), date(2029, 6, 1)
ENDS = order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER, expires_on=NINE_DAYS_AFTER)
ENDED = order(NO_CONTACT, expires_on=date(2026, 3, 2))
HARM = abuse(DomesticAbuseKind.THREATS, EX_PARTNER, date(2026, 2, 1))
RULE = Rule(
    code=RuleCode("RO-TIME-01"),
    title="Order ends before the licence or the use of the address does",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=frozenset(
        {Source.PROTECTIVE_ORDERS, Source.ORDER_BREACHES, Source.CONVICTIONS, Source.DOMESTIC_ABUSE}
    ),
    authorities=("L-RO", "L-42", "P-CVL"),
    decides="responsible officer",
    act_by="in time for an application before the order ends",
    action="Ask the police and the victim liaison officer to consider an application before the order ends; "
    "add a no-contact condition to the licence to bridge the gap.",
    tell=("victim liaison officer", "police", "Crown Prosecution Service"),
    do_not_disclose="That anybody considers having the order renewed: not to the person.",
    examples=(
        raises("It ends nine days after release", case(ENDS)),
        raises("It ended in March, and he threatened her in February", case(ENDED, HARM)),
        clears("It ends two years after the licence", case(order(NO_CONTACT, expires_on=YEARS_AFTER))),
        cannot_tell("When he is released is not known", case(ENDS, asked=replace(ASKED, release_date=None))),
    ),
)
