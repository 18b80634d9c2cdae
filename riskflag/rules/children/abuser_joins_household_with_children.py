"""The person has abused a partner or relative, and children live at the address.

What it flags: a record that the person has perpetrated domestic abuse, and a child who lives or stays here,
whether or not anybody here was abused before.

Why it matters: a child who sees, hears or feels abuse is a victim of it.

What to do: ask children's services and police, and plan for the safety of the adult and the child, apart.

Limits: it gives way only to a fresh answer of children's services without concern where all abuse is
over ten years past. It knows only the people and the ages that were given.
"""

from riskflag.casebook import CHILD_OF_NINE, FRIEND, OCCUPANTS_UNKNOWN, case, registration
from riskflag.facts import Facts
from riskflag.facts.abuse_and_children import settled_by_time_and_answer
from riskflag.facts.age_bands import age_bands
from riskflag.facts.perpetrator import PERPETRATOR_SOURCES, shows_perpetrator
from riskflag.facts.quoting import quoted
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

CHILD = "A child lives or stays at this address, and the person has abused a partner or relative."
AGE = "Somebody here may be a child, and the person has abused a partner or relative: find out."
PERHAPS = "A child may live here, and the person has abused a partner or relative: confirm it."


def check(facts: Facts) -> Outcome:
    """Where the person has abused, looks for children at the address."""
    abused, household = shows_perpetrator(facts), facts.household
    if not abused or settled_by_time_and_answer(facts) is not None:
        nothing = "No abuse by the person is on record, or it is long past and its answer fresh."
        unclear = not abused and any(event.corroborated for event in facts.history.abuse_side_unclear)
        return outcome_of([], nothing, ["who harmed whom"] if unclear and household.children else [])
    may_be_there = (*household.children, *household.ages_unknown, *household.children_to_confirm)
    ages = age_bands((child.who for child in household.children), facts.as_of) or None
    evidence = tuple(cite(r, quoted(r, facts), ages) for r in abused) if may_be_there else ()
    found = [Finding(CHILD, evidence)] if household.children else []
    if household.ages_unknown:
        found.append(Finding(AGE, evidence))
    perhaps = (cite(c.contact, "may live here", c.match.because) for c in household.children_to_confirm)
    found += [Finding(PERHAPS, (*evidence, contact)) for contact in perhaps]
    not_known = ["who lives there"] if facts.proposal.household_unknown else []
    not_known += ["whether a child in the person's life lives there"] * household.child_unplaced
    return outcome_of(found, "No child is among those who live here.", not_known)


FLAGGED = registration("ADVP", "Domestic Abuse Perpetrator")
RULE = Rule(
    code=RuleCode("CH-ADDR-02"),
    title="Person who has abused would join a household with children",
    severity=Severity.ACT,
    harm_families=(HarmFamily.CHILDREN, HarmFamily.DOMESTIC_ABUSE),
    applies_to=ADDRESS,
    check=check,
    needs=PERPETRATOR_SOURCES | {Source.CONTACTS},
    authorities=("L-DAA", "I-BEND", "I-DA23"),
    decides="responsible officer, after children's services and police have answered",
    act_by="before the address is used",
    action="Ask children's services and police; plan for the safety of the adult and of the child apart.",
    tell=("children's services", "police", "responsible officer"),
    do_not_disclose="To a partner or host: what the person did; that is for the police to disclose.",
    examples=(
        raises("Registered, with a child of nine", case(FLAGGED, lives_with=(CHILD_OF_NINE,))),
        clears("Only a grown friend lives there", case(FLAGGED, lives_with=(FRIEND,))),
        clears("A child, and no abuse on record", case(lives_with=(CHILD_OF_NINE,))),
        cannot_tell("Nobody said who lives there", case(FLAGGED, asked=OCCUPANTS_UNKNOWN)),
    ),
)
