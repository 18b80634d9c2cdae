"""A barred associate, a co-defendant, a gang member or a rival is at the address, or may be.

What it flags: Somebody at the address with whom a term forbids the person to associate, a co-defendant, or
somebody whom a flag or a contact ties to a gang; a gang flag where others are placed; a threat to the person.

Why it matters: Offending starts again, a condition is broken, or people who mean harm find the person.

What to do: Ask the police for a threat assessment, and use another area or another time.

Limits: Where gangs and rivals are in the area is not on record here. Only listed words and names are read.
"""

from riskflag.casebook import FRIEND, OCCUPANTS_UNKNOWN, case, condition, conviction, term
from riskflag.facts import Facts
from riskflag.facts.associates import GANG_FLAGS, Tie, associates_there
from riskflag.facts.barred_company import ASSOCIATION, barred_company, company_unknown, terms_about_a_group
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.facts.preventive import is_preventive
from riskflag.facts.spoken_orders import TEXT_SOURCES
from riskflag.records import NamedPerson
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, linked, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, Relationship, RuleCode, Severity, Source

BARRED = "Somebody with whom the person is forbidden to associate lives at the proposed address."
MAY_BE_BARRED = "Somebody at the address may be one with whom the person may not associate: confirm it."
GROUP = "A term bars a kind of company without naming anybody: make sure that nobody at the address is of it."
BECAUSE = {
    Tie.CO_DEFENDANT: "A co-defendant lives at the proposed address.",
    Tie.CALLED_ASSOCIATE: "Somebody at the address is recorded as an associate in offending, or as a rival.",
    Tie.NAMED_IN_FLAG: "A flag about gangs, organised crime or conflict names somebody at the address.",
    Tie.SUPERVISED_THERE: "A person under supervision lives there, and a flag warns of gangs or conflict.",
    Tie.SHARED_PLACE: "A flag warns of gangs or conflict, and others are placed at the address: ask who.",
    Tie.WRITTEN_OF_IT: "What is written of the address speaks of gangs, rivals or a co-defendant: read it.",
    Tie.UNDER_THREAT: "The record says that others threaten the person: ask whether the address is safe.",
}


def check(facts: Facts) -> Outcome:
    """Sets terms against association, co-defendants, flags and threats against who lives there."""
    findings = [linked(who, terms, BARRED, MAY_BE_BARRED) for who, terms in barred_company(facts)]
    groups = (term for term in terms_about_a_group(facts) if not is_preventive(term))
    findings += [Finding(GROUP, (cite(term.record, term.quoted),)) for term in groups]
    for each in associates_there(facts):
        evidence = (cite(each.record, each.says, each.matched),) if each.record else ()
        findings.append(Finding(BECAUSE[each.tie], evidence))
    asked = facts.orders.terms_of(ASSOCIATION) or facts.history.flagged(*GANG_FLAGS)
    not_known = ["who lives at the address"] if asked and company_unknown(facts) else []
    return outcome_of(findings, "Nobody barred, and no associate or rival on record, is there.", not_known)


ACCUSED = NamedPerson("Ned Sample", Relationship.CO_DEFENDANT)
TERM = term(ProhibitionKind.NO_ASSOCIATION, "not to associate with members of the named group")
SUPPLY = conviction("09270", "possession of cocaine with intent to supply, with another")
RULE = Rule(
    code=RuleCode("GANG-01"),
    title="Co-defendant, gang associate or rival at the address, or a threat to the person",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PUBLIC, HarmFamily.EXPLOITATION),
    applies_to=BOTH,
    check=check,
    needs=PRESENCE_SOURCES | TEXT_SOURCES | {Source.ALERTS, Source.REGISTRATIONS, Source.PLACE_REGISTER},
    authorities=("P-NDEL", "P-ALERT", "P-CVL", "L-GANG"),
    decides="responsible officer, with the police",
    act_by="before the address is used",
    action="Find a different area or time; ask the police for a threat assessment.",
    tell=("police", "responsible officer", "provider, of the place and time alone"),
    do_not_disclose="Intelligence, and anything about another person's case.",
    examples=(
        raises("A co-defendant lives there", case(SUPPLY, lives_with=(ACCUSED,))),
        raises(
            "The licence bars a group and he would live with a friend",
            case(condition(TERM), lives_with=(FRIEND,)),
        ),
        clears("He would live with a friend and nothing ties them", case(SUPPLY, lives_with=(FRIEND,))),
        cannot_tell("Nobody said who lives there", case(condition(TERM), asked=OCCUPANTS_UNKNOWN)),
    ),
)
