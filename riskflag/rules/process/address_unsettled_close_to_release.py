"""Release is close and the address is not settled.

What it flags: within four weeks of release, no address, one nobody has verified, one that was refused, or
an unanswered referral.

Why it matters: people released to a hope go where they went before, or nowhere, and nobody has looked.

What to do: ask the occupier or landlord, make the duty to refer, look for temporary housing, tell the person.

Limits: a named household is not a verified one. Sex offenders and high risk have a rule of their own.
"""

from dataclasses import replace

from riskflag.casebook import ASKED, case
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.settled import VERIFIED_IN, Settled, how_settled, unanswered_housing_referrals
from riskflag.reference.thresholds import RELEASE_SOON_DAYS
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises, unknown
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

BECAUSE = {
    Settled.NO_ADDRESS: "Release is within four weeks and no address is proposed.",
    Settled.NOT_VERIFIED: "Release is within four weeks and nobody has verified the address.",
    Settled.OUT_OF_DATE: "Release is within four weeks and the address was last confirmed over a month ago.",
    Settled.REFUSED: "Release is within four weeks and the newest decision about the address refused it.",
}
UNANSWERED = "Release is within four weeks and a request for housing has not been answered."


def check(facts: Facts) -> Outcome:
    """Whether, close to release, there is an address that somebody has verified."""
    soon = facts.proposal.release_within(RELEASE_SOON_DAYS.value)
    if soon is None:
        return unknown("the release date")
    settled = how_settled(facts) if soon else Settled.SETTLED
    findings = [Finding(BECAUSE[settled])] if settled in BECAUSE else []
    if settled is not Settled.SETTLED:
        late = unanswered_housing_referrals(facts)
        findings += [
            Finding(UNANSWERED, (cite(r, f"{r.status}, sent {written_date(r.sent_on, 'never')}"),))
            for r in late
        ]
    if settled is Settled.CANNOT_TELL and not findings:
        return unknown("whether anybody has verified the address")
    return outcome_of(findings, "Release is not close, or the address has been verified.")


NOWHERE = replace(ASKED, address=None, no_fixed_abode=True)
RULE = Rule(
    code=RuleCode("PROC-ADDR-01"),
    title="No verified address close to release",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.VULNERABILITY),
    applies_to=BOTH,
    check=check,
    needs=VERIFIED_IN | {Source.REFERRALS},
    authorities=("I-TTG16", "L-HRA"),
    decides="responsible officer",
    act_by="now; at the latest a week before release",
    action=(
        "Verify the address with whoever can say yes to it, or find another; say where the person is a care "
        "leaver or vulnerable; ask again about any address that changes."
    ),
    tell=("responsible officer", "prison resettlement team"),
    do_not_disclose="Why an address was turned down, to a landlord or provider.",
    staff_message="There is no verified address for this release. Verify the address or find one.",
    examples=(
        raises("No address, nine days before release", case(asked=NOWHERE)),
        clears("The landlord confirmed it in writing six days ago", case()),
        cannot_tell("Nobody knows when he is released", case(asked=replace(ASKED, release_date=None))),
    ),
)
