"""A residence or curfew requirement collides with an order, bail or another requirement.

What it flags: The person must live or be at an address that an order or condition bars, that is the home of
somebody they must keep away from, or at two addresses at once.

Why it matters: Whatever the person does breaks something. Inspectors found curfews that put people into the
home of somebody they might harm.

What to do: Settle it before the tag is fitted: correct the licence and tell whoever monitors the curfew.

Limits: It compares addresses that are written down; a condition to live "as approved" names none.
"""

from riskflag.casebook import PROPOSED, case, order, own_address, term
from riskflag.facts import Facts
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.facts.required import CollisionKind
from riskflag.facts.tied import against_where_tied
from riskflag.records import AddressUse
from riskflag.rule import ADDRESS, Outcome, Rule, cannot_tell, cite, clears, found, linked, outcome_of, raises
from riskflag.vocabulary import AddressBand, HarmFamily, ProhibitionKind, RuleCode, Severity, Source

BECAUSE = {
    CollisionKind.BARRED: "A residence or curfew address is barred by an order or condition.",
    CollisionKind.PROTECTED_HOME: "A residence or curfew address is the home of somebody an order protects.",
    CollisionKind.TWO_ADDRESSES: "Two requirements name different addresses for the same night.",
}
TO_CONFIRM = "{}, unless the addresses were misread: confirm them."
ELSEWHERE = "An order requires the person to be at an address that is not the proposed one."
LICENCE_ELSEWHERE = "The licence names another address than the proposed one: settle which of them holds."


def check(facts: Facts) -> Outcome:
    """Sets every required address against what forbids it and against the other requirements."""
    findings = []
    for each in facts.required.collisions:
        evidence = (cite(each.required.record, each.required.says), cite(each.record, each.says))
        to_confirm = TO_CONFIRM.format(BECAUSE[each.kind][:-1])
        findings.append(found(each.sure, BECAUSE[each.kind], to_confirm, *evidence))
    terms = [each for each in facts.required.addresses if each.term and not each.by_bail]
    for required in terms:
        if required.band is AddressBand.DIFFERENT:
            says = cite(required.record, required.says)
            findings.append(found(required.by_order, ELSEWHERE, LICENCE_ELSEWHERE, says))
    for kind, link, terms_here in against_where_tied(facts):
        to_confirm = TO_CONFIRM.format(BECAUSE[kind][:-1])
        findings.append(linked(link, terms_here, BECAUSE[kind], to_confirm))
    unread = any(required.place is None and required.by_order for required in terms)
    not_known = ["the address that an order requires"] if unread else []
    return outcome_of(findings, "No residence or curfew requirement collides with anything.", not_known)


BARRED = order(term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend her home", PROPOSED))
WHERE = order(term(ProhibitionKind.RESIDE_AT, "to live where the court directed"))
CURFEW, LICENCE = (own_address(PROPOSED, use) for use in (AddressUse.CURFEW, AddressUse.LICENCE_RESIDENCE))
RULE = Rule(
    code=RuleCode("RO-LIC-02"),
    title="Residence or curfew requirement collides with an order, bail or another requirement",
    severity=Severity.STOP,
    harm_families=(HarmFamily.PROCESS_GAP,),
    applies_to=ADDRESS,
    check=check,
    needs=PRESENCE_SOURCES | {Source.ADDRESSES},
    authorities=("I-EM22", "P-HDC", "L-LIC"),
    decides="senior probation officer",
    act_by="before release and before a tag is fitted",
    action="Settle which requirement holds, correct the licence and tell the electronic monitoring provider.",
    tell=("responsible officer", "prison curfew team", "electronic monitoring provider", "the court"),
    do_not_disclose="Why an address is barred, and who lives there.",
    examples=(
        raises("The curfew is at a house that the order bars", case(BARRED, CURFEW)),
        clears("Curfew and licence name the same house", case(CURFEW, LICENCE)),
        cannot_tell("The order does not say where he must live", case(WHERE)),
    ),
)
