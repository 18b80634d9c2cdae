"""The person goes back to an own home that an abuser knows or can get into.

What it flags: the person holds the tenancy, and whoever abused them broke in, caused damage or abused them
there, still has keys or a share in it, or no order keeps them away any longer.

Why it matters: a repaired door does not stop the one who broke it.

What to do: before release change locks, ask for a police marker and the sanctuary scheme, look at the tenancy
and at an order, and put the person in touch with an adviser.

Limits: burglary by strangers is left out, and when the abuser is released is not known. Protections on
record make it information, because somebody has to see that they are in place.
"""

from dataclasses import replace

from riskflag.casebook import ASKED, EX_PARTNER, HER, OTHER_TOWN, PROPOSED, abuse, case
from riskflag.enquiry import PlacementKind
from riskflag.facts import Facts
from riskflag.facts.own_home import Way, holds_tenancy, made_safe, ways_in
from riskflag.facts.quoting import words_of
from riskflag.records import AbuseRole, DomesticAbuseKind
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

_DAMAGE = DomesticAbuseKind.DAMAGE
"""Damage is done somewhere: where nobody says, it may have been to this home."""
SAYS = {
    Way.WAS_HERE: "Somebody abused the person or did damage at this address, which is the person's home.",
    Way.HAS_ACCESS: "Somebody who abused the person can still get into the person's home.",
    Way.ORDER_ENDED: "No order that protected the person is in force any longer.",
    Way.NO_ORDER: "Somebody abused the person when this was already home, and no order keeps them away.",
}


def check(facts: Facts) -> Outcome:
    """Looks for ways in which an abuser knows or can get into the person's own home."""
    ways = ways_in(facts)
    unplaced = any(event.kind is _DAMAGE and event.at is None for event in facts.history.abuse_of_person)
    tenant = holds_tenancy(facts) if ways or unplaced else False
    severity = Severity.INFORM if ways and made_safe(facts) else None
    found = [Finding(SAYS[way], (cite(r, words_of(r)),), severity) for r, way in ways if tenant]
    nothing = "Nothing on record says that an abuser knows or can get into the person's own home."
    not_known = ["whether the person holds the tenancy"] if ways and tenant is None else []
    not_known += ["where the person was abused"] if unplaced and tenant else []
    return outcome_of(found, nothing, not_known)


BREAK_IN = replace(abuse(_DAMAGE, EX_PARTNER, role=AbuseRole.VICTIM), at=PROPOSED)
OWN_HOME = replace(ASKED, placement=PlacementKind.OWN_TENANCY)
NOT_SAID = replace(ASKED, placement=PlacementKind.NOT_STATED)
RULE = Rule(
    code=RuleCode("VIC-KNOWN-01"),
    title="An abuser knows or can get into the person's own home",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PERSON_AS_VICTIM,),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.DOMESTIC_ABUSE, Source.ADDRESSES, Source.PROTECTIVE_ORDERS}),
    authorities=("I-TTG16", "L-DAPO", "L-42", "P-DA", "L-DA78"),
    decides="responsible officer",
    act_by="before release",
    action="Locks, sanctuary scheme, police marker, tenancy change, advice on an order, an adviser.",
    tell=("housing provider (locks only)", "police", "responsible officer", "domestic violence adviser"),
    do_not_disclose="To the former partner, relatives or shared friends: release date, locks, marker.",
    examples=(
        raises("A former partner broke in and did damage", case(BREAK_IN, person=HER, asked=OWN_HOME)),
        clears(
            "It was at an earlier home", case(replace(BREAK_IN, at=OTHER_TOWN), person=HER, asked=OWN_HOME)
        ),
        cannot_tell(
            "Nobody knows where it was", case(replace(BREAK_IN, at=None), person=HER, asked=OWN_HOME)
        ),
        cannot_tell("Nobody said whose tenancy it is", case(BREAK_IN, person=HER, asked=NOT_SAID)),
    ),
)
