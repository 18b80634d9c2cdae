"""Forced marriage, female genital mutilation or honour-based abuse, and family at the address.

What it flags: A forced marriage or female genital mutilation protection order is in force, or a record shows
honour-based abuse, and a relative, or somebody whose tie is not known, lives at the proposed address.

Why it matters: The danger often comes from the family, and one careless question can set it off.

What to do: Speak to the police first. Use nobody from the family or community as host, mentor or interpreter.

Limits: It knows relatives, not who belongs to a community. Alerts have no code for this: words are read.
"""

from riskflag.casebook import FRIEND, MOTHER, assessment, case, order, term
from riskflag.facts import Facts
from riskflag.facts.honour import honour_records
from riskflag.rule import BOTH, Clear, Outcome, Rule, cannot_tell, cite, clears, found, outcome_of, raises
from riskflag.vocabulary import (
    PERSONALLY_CONNECTED,
    HarmFamily,
    OrderType,
    ProhibitionKind,
    Relationship,
    RuleCode,
    Severity,
    Source,
)

MAY_BE_FAMILY = PERSONALLY_CONNECTED | {Relationship.UNKNOWN}
FAMILY = "A relative lives at the address, and a record shows a risk of forced marriage or honour abuse."
WHO = "Confirm what somebody at the address is to the person: a record shows a risk from family."
WHERE = "Confirm whether a relative lives at the address: a record shows a risk from family."


def check(facts: Facts) -> Outcome:
    """Looks for family at the address once a record shows the risk."""
    evidence = tuple(cite(record, says) for record, says in honour_records(facts))
    if not evidence:
        return Clear("No such order, offence or warning is on record.")
    ties = [occupant.who.relationship for occupant in facts.household.occupants]
    findings = [found(t in PERSONALLY_CONNECTED, FAMILY, WHO, *evidence) for t in ties if t in MAY_BE_FAMILY]
    for each in facts.household.perhaps_there:
        if each.occupant.who.relationship in PERSONALLY_CONNECTED:
            seen = cite(each.contact, "may live there", each.match.because)
            findings.append(found(False, FAMILY, WHERE, *evidence, seen))
    home = facts.proposal.address is not None and not facts.proposal.institution
    not_known = ["who lives at the address"] if home and not facts.proposal.occupants_stated else []
    unplaced = (each.occupant.who.relationship for each in facts.household.homes_unreadable)
    not_known += ["where a relative lives"] * any(tie in PERSONALLY_CONNECTED for tie in unplaced)
    return outcome_of(findings, "No family lives at the address.", not_known)


ORDER = order(
    term(ProhibitionKind.NO_CONTACT, "not to contact her"), kind=OrderType.FORCED_MARRIAGE_PROTECTION_ORDER
)
WARNED = assessment(words="Honour-based abuse by the family is feared.")
RULE = Rule(
    code=RuleCode("FM-01"),
    title="Forced marriage, genital mutilation or honour-based risk, and family at the address",
    severity=Severity.STOP,
    harm_families=(HarmFamily.DOMESTIC_ABUSE, HarmFamily.PERSON_AS_VICTIM),
    applies_to=BOTH,
    check=check,
    needs=frozenset(
        {Source.PROTECTIVE_ORDERS, Source.CONVICTIONS, Source.CONTACTS, Source.ALERTS, Source.REGISTRATIONS}
        | {Source.RISK_ASSESSMENTS, Source.DOMESTIC_ABUSE, Source.CHECKS, Source.SCREENING}
    ),
    authorities=("L-FMPO", "L-FGMPO", "P-HO"),
    decides="senior probation officer with the police",
    act_by="before anybody at the address is spoken to",
    action="Police first; ask the Forced Marriage Unit; involve nobody from the family or community.",
    tell=("police public protection unit", "Forced Marriage Unit", "children's services"),
    do_not_disclose="Anything to the family, even that a question was asked.",
    examples=(
        raises("An order binds him and his mother lives there", case(ORDER, lives_with=(MOTHER,))),
        raises("A warning is written, and his mother lives there", case(WARNED, lives_with=(MOTHER,))),
        clears("An order binds him and a friend lives there", case(ORDER, lives_with=(FRIEND,))),
        cannot_tell("Nobody asked for orders", case(not_asked=(Source.PROTECTIVE_ORDERS,))),
    ),
)
