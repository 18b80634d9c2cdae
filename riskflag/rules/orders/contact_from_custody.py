"""The person made contact from custody with somebody whom they must leave alone.

What it flags: Contact or an attempt that staff noticed, a breach of an order or abuse while the person was in
custody, and somebody whom a term protects from contact among the people the person may ring, write to or see.

Why it matters: Somebody who does not stop at the prison wall will not stop at the gate. The person who was
rung needs help now, and the plan for release needs to know.

What to do: Tell security and the police, block the contact and look at the risk again.

Limits: A call through somebody else is known only where staff noticed it and wrote it down.
"""

from datetime import date

from riskflag.casebook import breach, case, custody, order, term
from riskflag.facts import Facts
from riskflag.facts.contact_from_custody import Sign, contact_from_custody, not_known
from riskflag.records import CustodyEventKind
from riskflag.reference.flags import FlagTheme
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

BECAUSE = {
    Sign.NOTICED: "The person made contact from custody, or tried to, with somebody they must leave alone.",
    Sign.ORDER_BROKEN: "An order was broken, or is said to have been, while the person was in custody.",
    Sign.ABUSE: "Abuse of a partner or relative is recorded while the person was in custody.",
    Sign.LISTED: "Somebody like one whom the person may not contact is on the list of contacts: confirm it.",
}


def check(facts: Facts) -> Outcome:
    """Looks for contact noticed in custody, for breaches and abuse since it began, and at the contacts."""
    found = list(contact_from_custody(facts))
    asked_not_to = facts.history.flagged(FlagTheme.NO_CONTACT_REQUEST) if found else ()
    requests = tuple(cite(flag.record, f"{flag.described} {flag.words}".strip()) for flag in asked_not_to)
    findings = [Finding(BECAUSE[e.sign], (cite(e.record, e.says, e.matched), *requests)) for e in found]
    return outcome_of(findings, "No contact from custody is on record.", tuple(not_known(facts)))


RECEIVED = custody(CustodyEventKind.RECEIVED, date(2026, 6, 15))
CALLS = custody(
    CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON,
    date(2026, 10, 5),
    "14 calls through his mother's telephone",
)
ORDER = order(term(ProhibitionKind.NO_CONTACT, "not to contact her but through solicitors"))
LETTER = custody(
    CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON, date(2026, 10, 5), "letter through solicitors"
)
RANG = breach(date(2026, 4, 2), "telephoned her")
RULE = Rule(
    code=RuleCode("COMM-01"),
    title="Contact from custody with somebody the person must leave alone",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.STALKING_AND_HARASSMENT),
    applies_to=BOTH,
    check=check,
    needs=frozenset(
        {Source.CUSTODY, Source.ORDER_BREACHES, Source.CONVICTIONS, Source.DOMESTIC_ABUSE, Source.ALERTS}
        | {Source.CONTACTS, Source.PROTECTIVE_ORDERS, Source.LICENCE_CONDITIONS}
    ),
    authorities=("P-PPM", "L-RO", "P-ALERT", "P-VCS"),
    decides="responsible officer, with prison security",
    act_by="at once; a breach of an order is an offence",
    action="Report it to security and the police, block the number and look at the risk again.",
    tell=("police", "responsible officer", "victim liaison officer"),
    do_not_disclose="How the contact was noticed.",
    examples=(
        raises("He rang her through his mother fourteen times", case(ORDER, RECEIVED, CALLS)),
        clears("The order lets a letter through solicitors pass", case(ORDER, RECEIVED, LETTER)),
        clears("He rang her before this custody", case(ORDER, RECEIVED, RANG)),
        cannot_tell("He rang her, and nobody knows when custody began", case(ORDER, RANG)),
    ),
)
