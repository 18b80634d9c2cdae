"""Somebody from whom the person must keep away comes to the proposed address.

What it flags: They work, learn or visit there, their relative or friend lives there, or children are handed
over there, by what a protected place says and by what was written about the address and its occupants.

Why it matters: They need not live together to meet. Inspectors found somebody back at the same door because
only where people live was asked about.

What to do: Agree arrangements that remove the meeting, or find another address.

Limits: Whose relative an occupant is stands only in words, so it is known only where somebody wrote it.
"""

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, PROPOSED, case, order, protected_place, term
from riskflag.facts import Facts
from riskflag.facts.meeting_there import Meeting, MeetingThere, meetings_there, not_known
from riskflag.facts.presence import ORDER_SOURCES
from riskflag.records import ProtectedPlaceKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

BECAUSE = {
    Meeting.GOES_THERE: "Somebody from whom the person must keep away goes to the proposed address.",
    Meeting.MAY_GO_THERE: "Somebody from whom the person must keep away may go to this address: confirm it.",
    Meeting.TIED: "What is written ties somebody from whom the person must keep away to this address.",
    Meeting.HANDOVER: "Children may be handed over there although a term keeps the person from somebody.",
}


def check(facts: Facts) -> Outcome:
    """Sets protected places other than homes, and what is written of the address, against the terms."""
    findings = [_finding(each) for each in meetings_there(facts)]
    nothing = "Nothing on record brings a protected person to the address."
    return outcome_of(findings, nothing, tuple(not_known(facts)))


def _finding(each: MeetingThere) -> Finding:
    said = (cite(each.record, each.says, each.matched),) if each.record else ()
    return Finding(BECAUSE[each.meeting], (*said, cite(each.term.record, each.term.quoted)))


ORDER = order(term(ProhibitionKind.NO_CONTACT, "not to contact her directly or indirectly"))
SHE_VISITS, ELSEWHERE, WITHHELD = (
    protected_place(EX_PARTNER, where, kind=ProtectedPlaceKind.VISITS)
    for where in (PROPOSED, OTHER_TOWN, None)
)
RULE = Rule(
    code=RuleCode("RO-ADDR-05"),
    title="Protected person visits, works or hands children over at the address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.DOMESTIC_ABUSE),
    applies_to=BOTH,
    check=check,
    needs=ORDER_SOURCES | {Source.PROTECTED_PLACES, Source.HOUSEHOLD_ENQUIRIES, Source.CONTACTS},
    authorities=("L-RO", "L-42", "L-DAA"),
    decides="responsible officer",
    act_by="before the address is used",
    action="Agree arrangements that remove the meeting, or find another address.",
    tell=(
        "responsible officer",
        "victim liaison officer",
        "the family court and children's services where children are handed over",
    ),
    do_not_disclose="To the host, anything of the protected person beyond what the host already knows.",
    examples=(
        raises("She is at her sister's there each afternoon", case(ORDER, SHE_VISITS)),
        clears("She visits a house in another town", case(ORDER, ELSEWHERE)),
        cannot_tell("Where she visits is withheld", case(ORDER, WITHHELD)),
    ),
)
