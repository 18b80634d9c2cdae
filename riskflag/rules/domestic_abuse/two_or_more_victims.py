"""The person has abused two or more different people.

What it flags: convictions, orders and credible reports, ever, that name two or more partners or relatives, at
least one of them within five years or protected today.

Why it matters: whoever abused more than one person is likely to abuse the next, who knows nothing of it.

What to do: consider multi-agency public protection, ask the police to disclose, and assess with SARA.

Limits: children are not counted beside a parent. Where two records may name one victim under two names, it
asks somebody to confirm. Where an offence names nobody, it cannot tell.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import EX_PARTNER, MOTHER, PARTNER, abuse, case, order
from riskflag.facts import Facts
from riskflag.facts.abuse_victims import abuse_of_nobody_named, abuse_victims
from riskflag.facts.dates import years_before
from riskflag.facts.quoting import quoted
from riskflag.records import DomesticAbuseKind, NamedPerson
from riskflag.reference.thresholds import DOMESTIC_ABUSE_YEARS
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, Relationship, RuleCode, Severity, Source

SEVERAL = "The record shows abuse of {count} different people or more."
CONFIRM = "The record names victims of abuse who may be one person or several: confirm which."
WHOM = "whom an offence of domestic abuse harmed"


def check(facts: Facts) -> Outcome:
    """Counts the people whom the person has abused, where any of it is recent."""
    victims, nameless = abuse_victims(facts), abuse_of_nobody_named(facts)
    since = years_before(facts.as_of, DOMESTIC_ABUSE_YEARS.value)
    found = []
    if any(each.day >= since for group in victims.groups for each in group) and len(victims.groups) > 1:
        sure = victims.at_least > 1
        because = SEVERAL.format(count=victims.at_least) if sure else CONFIRM
        labelled = [(n, each) for n, group in enumerate(victims.groups, start=1) for each in group]
        says = ((each.record, f"victim {n}: {quoted(each.record, facts)}") for n, each in labelled)
        found.append(Finding(because, tuple(cite(record, words) for record, words in says)))
    one = "Nothing on record shows abuse of more than one person that still counts."
    return outcome_of(found, one, [WHOM] if nameless and victims.groups and not found else ())


HIT_HIS_MOTHER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, MOTHER, on=date(2026, 2, 1))
HIT_HER = abuse(DomesticAbuseKind.PHYSICAL_VIOLENCE, PARTNER, on=date(2019, 2, 1))
AGAIN = replace(HIT_HER, other=NamedPerson("Ali Sample", Relationship.PARTNER, PARTNER.date_of_birth))
RULE = Rule(
    code=RuleCode("DA-SER-01"),
    title="Serial perpetrator: two or more different victims of domestic abuse",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.CONVICTIONS, Source.PROTECTIVE_ORDERS, Source.DOMESTIC_ABUSE}),
    authorities=("L-MAPPA", "L-DVDS", "P-DA"),
    decides="responsible officer",
    act_by="before the address is used or the referral is sent",
    action="Consider category 3 of MAPPA and police tasking; ask for disclosure to a partner; do a SARA.",
    tell=("police", "MAPPA co-ordinator"),
    do_not_disclose="To anybody: who the other victims are.",
    examples=(
        raises(
            "He hit one, and an order protects another", case(HIT_HIS_MOTHER, order(protects=(EX_PARTNER,)))
        ),
        clears("One victim under two names", case(HIT_HER, replace(AGAIN, happened_on=date(2026, 1, 1)))),
        cannot_tell("Orders were not asked for", case(not_asked=(Source.PROTECTIVE_ORDERS,))),
    ),
)
