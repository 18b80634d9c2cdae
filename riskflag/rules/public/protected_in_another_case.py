"""Somebody is protected at the address in another person's case.

What it flags: a protected person's home, work or school on another person's record, or a place that another
person's order names, that is or may be the proposed address.

Why it matters: whoever lives there was harmed once. Others who come to live there, and those who visit them,
may lead the one from whom they are protected to the door.

What to do: ask a senior probation officer who holds the other case whether this address can be used at all.

Limits: says neither who is protected nor from whom. Only places on the records of people held here are known.
"""

from riskflag.casebook import PROPOSED, SAME_STREET, case, incident
from riskflag.facts import Facts
from riskflag.facts.place import HappenedHere
from riskflag.facts.wording import may_be_here
from riskflag.records import PlaceIncident, PlaceIncidentKind
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

HERE = "Somebody is protected at this address in another person's case."
PERHAPS = "Somebody may be protected at this address in another person's case: have it confirmed."


def check(facts: Facts) -> Outcome:
    """Looks at what other people's records say of the place."""
    findings = [
        Finding(HERE if here.sure else PERHAPS, (cite(here.record, here.record.words, _matched(here)),))
        for here in facts.place.incidents
        if isinstance(here.record, PlaceIncident)
        and here.record.kind is PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE
        and may_be_here(here)
    ]
    return outcome_of(findings, "No other person's record protects anybody at this address.")


def _matched(here: HappenedHere) -> str | None:
    return here.match.because if here.match else None


PROTECTED = PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE
RULE = Rule(
    code=RuleCode("VIC-OTHER-01"),
    title="Somebody is protected at the address in another case",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC, HarmFamily.DOMESTIC_ABUSE),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.PLACE_REGISTER}),
    authorities=("P-VCS", "P-DA", "P-PPM"),
    decides="responsible officer, with a senior probation officer",
    act_by="before the address is used or the referral is sent",
    action="Ask who holds the other case whether the address can be used; until then use another.",
    tell=("senior probation officer", "victim liaison"),
    do_not_disclose="To the person, the household or the provider: that anybody is protected here.",
    examples=(
        raises(
            "The proposed address is a protected home of another case", case(place=(incident(PROTECTED),))
        ),
        clears("One in the same street", case(place=(incident(PROTECTED, address=SAME_STREET),))),
        clears(
            "Another kind of incident here",
            case(place=(incident(PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE, address=PROPOSED),)),
        ),
        cannot_tell("The place register was not asked", case(not_asked=(Source.PLACE_REGISTER,))),
    ),
)
