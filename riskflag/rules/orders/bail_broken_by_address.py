"""Bail in other proceedings is broken by the address, or a complainant is at or near it.

What it flags: A bail condition names another address, bars the proposed one or keeps the person from somebody
there; or the complainant in a live case lives at the address or near it.

Why it matters: Such an address breaks bail from the first night, and puts pressure on people whose evidence
has still to be heard.

What to do: Use an address that bail allows, or have the defence ask the court to vary the bail.

Limits: Bail that lapsed is known only by its recorded end. Witnesses are known only as protected places.
"""

from datetime import date

from riskflag.casebook import FRIEND, OTHER_TOWN, case, order, term
from riskflag.facts import Facts
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.rule import BOTH, Outcome, Rule, cannot_tell, cite, clears, found, linked, outcome_of, raises
from riskflag.vocabulary import AddressBand, HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity

BROKEN = "A bail condition bars the proposed address or keeps the person from somebody there."
MAY_BREAK = "A bail condition may bar the address or keep the person from somebody there: confirm it."
ELSEWHERE = "Bail requires the person to live at an address that is not the proposed one."
PERHAPS = "Bail requires an address that may not be the proposed one: confirm whether it is."
COMPLAINANT = "Somebody who is the complainant in a live case is at the address or near it."
NOT_HERE = frozenset({AddressBand.DIFFERENT, None})
MAY_BE = "Somebody at the address may be the complainant in a live case: confirm who they are."


def check(facts: Facts) -> Outcome:
    """Looks at bail conditions, and at those whom live charges are about."""
    findings = [linked(link, link.terms, BROKEN, MAY_BREAK) for link in facts.barred.by_bail]
    bail = [each for each in facts.required.addresses if each.by_bail]
    findings += [
        found(each.band in NOT_HERE, ELSEWHERE, PERHAPS, cite(each.record, each.says))
        for each in bail
        if facts.proposal.lives_there and each.place is not None
        if each.band is not AddressBand.SAME_PROPERTY
    ]
    for each in facts.live_complainants:
        records = [each.charge, each.seen_in] if each.seen_in else [each.charge]
        evidence = (cite(record, "a live case", each.because) for record in records)
        findings.append(found(each.sure, COMPLAINANT, MAY_BE, *evidence))
    unread = ["the address that bail names"] if any(each.place is None for each in bail) else []
    return outcome_of(findings, "No bail condition and no live case touches the address.", unread)


AT_HOSTEL = term(ProhibitionKind.RESIDE_AT, "to live and sleep at the hostel", OTHER_TOWN)
NO_PLACE = term(ProhibitionKind.RESIDE_AT, "to live and sleep where directed")
NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact him")
ENDED = order(NO_CONTACT, kind=OrderType.COURT_BAIL, protects=(FRIEND,), expires_on=date(2026, 8, 1))
BAIL = order(NO_CONTACT, kind=OrderType.COURT_BAIL, protects=(FRIEND,))
RULE = Rule(
    code=RuleCode("BAIL-01"),
    title="Bail or remand conditions in other live proceedings",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.KNOWN_ADULT),
    applies_to=BOTH,
    check=check,
    needs=PRESENCE_SOURCES,
    authorities=("L-BAIL", "P-HO"),
    decides="the court, or the senior probation officer where bail allows",
    act_by="before the address is used",
    action="Use an address that bail allows, or seek a variation through the defence and the prosecution.",
    tell=("responsible officer", "the police officer in the case", "the court"),
    do_not_disclose="Where the complainant is, and that anybody is giving evidence.",
    examples=(
        raises("Bail forbids contact with the friend who lives here", case(BAIL, lives_with=(FRIEND,))),
        raises("Bail requires him to live at a hostel", case(order(AT_HOSTEL, kind=OrderType.COURT_BAIL))),
        clears("The case is over and bail ended in August", case(ENDED, lives_with=(FRIEND,))),
        cannot_tell("Bail names no address", case(order(NO_PLACE, kind=OrderType.POLICE_BAIL))),
    ),
)
