"""The referral leads to where a protected person, a victim or children are, or to work that is barred.

What it flags: the site is where somebody protected lives, works, learns or attends, a place or area that a
term bars, or one for children from whom a term keeps the person; or the work itself is barred.

Why it matters: a waiting room brings two people together on a known day, with nobody watching.

What to do: use another site, day or provider. The recipient hears only that the location is unsuitable.

Limits: who attends is known only where somebody recorded it. A separate day or entrance that was agreed
answers for people at a site that the person only attends, never for a home, or what is barred.
"""

from dataclasses import replace

from riskflag.casebook import EX_PARTNER, MENTORED, OTHER_TOWN, PROPOSED, case, protected_place
from riskflag.facts import Facts
from riskflag.facts.presence import PRESENCE_SOURCES
from riskflag.facts.referral_site import Against, SiteRisk, not_known, site_risks
from riskflag.records import ProtectedPlaceKind
from riskflag.rule import (
    REFERRAL,
    Finding,
    Outcome,
    Rule,
    cannot_tell,
    cite,
    clears,
    found,
    outcome_of,
    raises,
)
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Against.KEPT_AWAY: "Somebody from whom an order or condition keeps the person is at the site.",
    Against.CAN_BE_FOUND: "The site is where somebody who must be protected from the person can be found.",
    Against.VICTIM: "A victim of the person is at the site.",
    Against.CO_DEFENDANT: "A term keeps the person from associates, and one of them is at the site.",
    Against.BARRED: "A term in force keeps the person out of this place or area.",
    Against.CHILDREN: "A term in force keeps the person away from children, and children come to the site.",
    Against.WORK: "The work is with children or adults at risk, from which the person is barred.",
}
CONFIRM = "An order, a condition or a protected person may have to do with this site: confirm it."


def check(facts: Facts) -> Outcome:
    """Everything on record that stands against the site or the work."""
    findings = [_finding(risk) for risk in site_risks(facts)]
    return outcome_of(findings, "Nothing on record stands against the site.", tuple(not_known(facts)))


def _finding(risk: SiteRisk) -> Finding:
    return found(risk.sure, BECAUSE[risk.against], CONFIRM, cite(risk.record, risk.says, risk.matched))


SHE_ATTENDS = protected_place(EX_PARTNER, PROPOSED, kind=ProtectedPlaceKind.VISITS)
ELSEWHERE = protected_place(EX_PARTNER, OTHER_TOWN, kind=ProtectedPlaceKind.VISITS)
RULE = Rule(
    code=RuleCode("REF-SITE-01"),
    title="Referral leads to where a protected person, a victim or children are, or to barred work",
    severity=Severity.STOP,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.CHILDREN, HarmFamily.PUBLIC),
    applies_to=REFERRAL,
    check=check,
    needs=PRESENCE_SOURCES | {Source.DOMESTIC_ABUSE, Source.ALERTS, Source.REGISTRATIONS},
    authorities=("L-RO", "P-CVL", "L-SHPO", "P-VCS", "L-DPA"),
    decides="responsible officer, or the senior probation officer where an order is in force",
    act_by="before the person goes there",
    action="Use another site, day or provider; tell the recipient only that the location is unsuitable.",
    tell=("responsible officer", "victim liaison officer"),
    do_not_disclose="That anybody attends, lives or works there, to provider, employer or person.",
    staff_message="This site cannot be used. Speak to the responsible officer.",
    examples=(
        raises("His former partner goes to the same service", case(SHE_ATTENDS, asked=MENTORED)),
        clears("She goes to one in another town", case(ELSEWHERE, asked=MENTORED)),
        cannot_tell("Nobody says where he would go", case(asked=replace(MENTORED, site=None))),
    ),
)
