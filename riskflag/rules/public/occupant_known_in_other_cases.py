"""Other people's records speak of somebody at the address.

What it flags: Somebody who lives at the proposed address is, or may be, protected by an order, recorded as a
victim of abuse or under supervision themselves, in a case that is not this person's.

Why it matters: What is known in one case is not looked for in another: an abused woman is given a lodger who
abused before, and two people who must be kept apart share a home.

What to do: Ask the officer of the other case, through public protection, before the address is decided on.

Limits: Somebody is found by name and date of birth: not by one in which more is wrong than a single slip;
where there is one, by their whole name. A record without a date of birth is told of for everybody with that
first name and surname, to be confirmed. Not under a false name.
"""

from riskflag.casebook import FRIEND, case, known_elsewhere
from riskflag.facts import Facts
from riskflag.facts.household import who_may_be_there
from riskflag.matching.person import may_be_same_person
from riskflag.records import KnownAs, NamedPerson
from riskflag.rule import ADDRESS, Outcome, Rule, cannot_tell, cite, clears, found, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

SURE = {
    KnownAs.PROTECTED: "Somebody at the address is protected in another person's case.",
    KnownAs.VICTIM: "Somebody at the address is recorded as harmed by somebody in another person's case.",
    KnownAs.SUPERVISED: "Somebody at the address has a record of their own here.",
}
MAY_BE = {
    KnownAs.PROTECTED: "Somebody at the address may be protected in another person's case: confirm it.",
    KnownAs.VICTIM: "Somebody at the address may be recorded as harmed in another person's case: confirm it.",
    KnownAs.SUPERVISED: "Somebody at the address may have a record of their own here: confirm it.",
}


def check(facts: Facts) -> Outcome:
    """Tells of occupants whom other people's records speak of."""
    there = who_may_be_there(facts.household)
    findings = [
        found(each.sure, SURE[each.known_as], MAY_BE[each.known_as], cite(each, each.known_as, each.because))
        for each in facts.place.known_elsewhere
        if any(may_be_same_person(each.who, who) for who in there)
    ]
    undated = any(occupant.who.date_of_birth is None for occupant in facts.household.occupants)
    not_known = ["the date of birth of somebody who lives there"] if undated else []
    return outcome_of(findings, "No other person's record speaks of anybody who lives there.", not_known)


UNDATED = NamedPerson("Dan Sample", FRIEND.relationship)
RULE = Rule(
    code=RuleCode("KNOWN-01"),
    title="Other people's records speak of somebody at the address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC, HarmFamily.DOMESTIC_ABUSE),
    applies_to=ADDRESS,
    check=check,
    needs=frozenset({Source.PLACE_REGISTER}),
    authorities=("L-DAA", "L-DPA", "P-DA"),
    decides="responsible officer",
    act_by="before the address is used",
    action="Ask public protection which case it is, and its officer whether the two may share a home.",
    tell=("responsible officer of the other case",),
    do_not_disclose="Everything about the other case, to the person and to whoever lives there.",
    examples=(
        raises(
            "An order in another man's case protects the friend he would live with",
            case(lives_with=(FRIEND,), elsewhere=(known_elsewhere(FRIEND, KnownAs.PROTECTED),)),
        ),
        raises(
            "Somebody under supervision has the friend's name and nearly his date of birth",
            case(lives_with=(FRIEND,), elsewhere=(known_elsewhere(FRIEND, KnownAs.SUPERVISED, sure=False),)),
        ),
        clears("Nobody else's record speaks of the friend", case(lives_with=(FRIEND,))),
        cannot_tell("Nobody said when the friend was born", case(lives_with=(UNDATED,))),
    ),
)
