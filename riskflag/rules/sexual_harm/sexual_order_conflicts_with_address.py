"""A term made because of a sexual risk conflicts with the address.

What it flags: a sexual harm prevention, sexual offences prevention, sexual risk or violent offender order, or
a licence condition about children, forbids living with somebody here or being in this place.

Why it matters: such terms exist because of what the person did or may do, and breaking one is an offence.

What to do: do not use the address; police who manage sex offenders and the responsible officer decide.

Limits: schools and play areas nearby are not searched. What a term allows with written approval becomes an
action once children's services have assessed it in writing.
"""

from riskflag.casebook import CHILD_OF_NINE, FRIEND, OCCUPANTS_UNKNOWN, case, order, term
from riskflag.facts import Facts
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.facts.sexual_terms import Conflict, TermConflict, not_seen, sexual_conflicts
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source

SAYS = {
    Conflict.CHILD: "A term in force keeps the person away from children, and a child lives or stays here.",
    Conflict.CHILD_ASSESSED: "A child lives here and children's services support it: confirm the approval.",
    Conflict.PERSON: "A term in force keeps the person away from somebody who lives or stays here.",
    Conflict.PLACE: "A term in force keeps the person out of this place.",
    Conflict.PARTNER_TO_NOTIFY: "The person must report relationships, and a partner lives here.",
    Conflict.DEVICES: "A term in force limits devices or the internet: plan for those in this household.",
}
CONFIRM = "A term made because of a sexual risk may be about somebody here or this place: confirm it."
STOPS = frozenset({Conflict.CHILD, Conflict.PERSON, Conflict.PLACE})


def check(facts: Facts) -> Outcome:
    """Sets terms made because of a sexual risk against the address and those who live there."""
    found = [_finding(each) for each in sexual_conflicts(facts)]
    return outcome_of(found, "No term made because of a sexual risk conflicts with this.", not_seen(facts))


def _finding(each: TermConflict) -> Finding:
    evidence = (cite(each.record, each.says, each.because),)
    if not each.sure:
        return Finding(CONFIRM, evidence, Severity.ACT)
    lower = Severity.INFORM if each.conflict is Conflict.DEVICES else Severity.ACT
    return Finding(SAYS[each.conflict], evidence, None if each.conflict in STOPS else lower)


PREVENTION = OrderType.SEXUAL_HARM_PREVENTION_ORDER
NO_CHILD = order(term(ProhibitionKind.NO_RESIDE_WITH_CHILDREN), kind=PREVENTION, protects=())
INTERNET = order(term(ProhibitionKind.DEVICES_OR_INTERNET), kind=PREVENTION, protects=())
RULE = Rule(
    code=RuleCode("SO-ADDR-01"),
    title="Term made because of a sexual risk conflicts with the address or referral",
    severity=Severity.STOP,
    harm_families=(HarmFamily.SEXUAL_HARM, HarmFamily.CHILDREN),
    applies_to=BOTH,
    check=check,
    needs=PRESENCE_SOURCES | {Source.ALERTS, Source.REGISTRATIONS},
    authorities=("L-SHPO", "L-SRO", "L-VOO", "P-ALERT", "P-NDEL", "P-CVL"),
    decides="police who manage sex offenders, with the senior probation officer",
    act_by="before the address is used",
    action="Do not use it; decide jointly with the police, who check their register.",
    tell=("police who manage sex offenders", "responsible officer", "children's services"),
    do_not_disclose="To the host or recipient: police or the multi-agency meeting decide on disclosure.",
    examples=(
        raises("No living with children, and one lives here", case(NO_CHILD, lives_with=(CHILD_OF_NINE,))),
        raises("It limits the internet alone", case(INTERNET, lives_with=(FRIEND,)), Severity.INFORM),
        clears("No living with children, and none lives here", case(NO_CHILD, lives_with=(FRIEND,))),
        cannot_tell("Nobody said who lives there", case(NO_CHILD, asked=OCCUPANTS_UNKNOWN)),
    ),
)
