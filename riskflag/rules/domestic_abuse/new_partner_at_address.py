"""A partner lives at the address who is not known to be an earlier victim, and the person has abused.

What it flags: somebody recorded as a perpetrator of domestic abuse would live with a partner, or with a
friend whom a contact record calls a partner, and nobody has decided on disclosure to them.

Why it matters: whoever abused one partner is likely to abuse the next, who often knows nothing of it.

What to do: ask the police to disclose under the scheme for partners, visit, and speak to the partner alone.

Limits: a partner who is, or may be, an earlier victim or is protected by an order is left to other rules. A
disclosure decision is known from an answered check on this address that names the scheme.
"""

import re

from riskflag.casebook import OCCUPANTS_UNKNOWN, PARTNER, case, registration
from riskflag.facts import Facts
from riskflag.facts.dates import months_before
from riskflag.facts.household import LinkedAs
from riskflag.facts.partners import partners_here, partners_to_confirm, unclear_ties
from riskflag.facts.perpetrator import PERPETRATOR_SOURCES, shows_perpetrator
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.reference.thresholds import DISCLOSURE_DECISION_MONTHS
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = "The person has abused before, and a partner here is not known to have been told."
CONFIRM = "The person has abused before, and a partner may live here: confirm whether it is this address."
KNOWN = (LinkedAs.PROTECTED_PERSON, LinkedAs.ABUSE_VICTIM)
SCHEME = re.compile(r"\bdisclosure (?:scheme|decision)|\bclare's law|\bDVDS\b", re.I)


def check(facts: Facts) -> Outcome:
    """Looks for partners at the address whom nobody has told, where the person has abused."""
    abused = shows_perpetrator(facts)
    if not abused or _disclosure_decided(facts):
        return outcome_of([], "No record of abuse by the person, or disclosure was decided within the year.")
    known = {link.occupant for link in facts.household.linked(*KNOWN)}
    partners = [partner for partner in partners_here(facts) if partner not in known]
    evidence = tuple(cite(record, words_of(record)) for record in abused) if partners else ()
    found = [Finding(BECAUSE, evidence) for _ in partners]
    for each in partners_to_confirm(facts):
        if each.occupant not in known:
            seen = cite(each.contact, "may place them at the address", each.match.because)
            found.append(Finding(CONFIRM, (*(cite(record, words_of(record)) for record in abused), seen)))
    nobody = "No partner who is not already known to the record lives here."
    return outcome_of(found, nobody, tuple(unclear_ties(facts)))


def _disclosure_decided(facts: Facts) -> bool:
    since = months_before(facts.as_of, DISCLOSURE_DECISION_MONTHS.value)
    answered = (c for c in facts.process.checks if c.returned_on and c.returned_on >= since)
    return any(mentions(SCHEME, check.result) for check in answered)


FLAGGED = registration("ADVP", "Domestic Abuse Perpetrator")
RULE = Rule(
    code=RuleCode("DA-NEW-01"),
    title="New or different partner at the address of a person who has abused",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=ADDRESS,
    check=check,
    needs=PERPETRATOR_SOURCES | {Source.CONTACTS},
    authorities=("L-DVDS", "P-CVL", "I-BEND"),
    decides="police lead for disclosure to partners",
    act_by="before the address is used",
    action="Apply under the scheme for partners; visit; speak to the partner alone; add the condition to "
    "report new relationships.",
    tell=("police lead for disclosure to partners", "MARAC co-ordinator", "children's services"),
    do_not_disclose="Staff do not tell the partner about convictions; the person is not warned.",
    examples=(
        raises("Flagged as a perpetrator, with a new partner", case(FLAGGED, lives_with=(PARTNER,))),
        clears("A new partner and no history", case(lives_with=(PARTNER,))),
        cannot_tell("Nobody said who lives there", case(FLAGGED, asked=OCCUPANTS_UNKNOWN)),
    ),
)
