"""The referral says more than its recipient may be told.

What it flags: text or attachments that hold who a victim or child is, where somebody protected is, what came
in confidence, private detail or a whole assessment; or risk told where no agreement allows it.

Why it matters: a victim's new street in an inbox can cost a life, and cannot be taken back.

What to do: do not send it. Take out what is not needed, send the least, and record the basis.

Limits: the item is named by its kind and never repeated. Words are read, pictures and files are not. A
statutory recipient may have more where a need of public protection is recorded, never gender history.
"""

from dataclasses import replace

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, REFERRED, case, protected_place
from riskflag.facts import Facts
from riskflag.facts.referral_disclosures import NAMES_FROM, disclosed, lacks_agreement
from riskflag.facts.referral_text import nothing_to_read
from riskflag.reading.themes import DisclosureTheme, Stance
from riskflag.rule import REFERRAL, Finding, Outcome, Rule, cannot_tell, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity

ITEMS = {
    DisclosureTheme.VICTIM_OR_CHILD_IDENTITY: "who a victim, a protected person or a child is",
    DisclosureTheme.PROTECTED_WHEREABOUTS: "where a protected person can be found",
    DisclosureTheme.VICTIM_LIAISON: "what came through victim liaison",
    DisclosureTheme.MARAC: "what a multi-agency risk assessment conference heard",
    DisclosureTheme.POLICE_INTELLIGENCE: "police intelligence",
    DisclosureTheme.IRRELEVANT_CONVICTION: "a conviction that is spent or of no concern here",
    DisclosureTheme.HEALTH_DETAIL: "detail of health",
    DisclosureTheme.SEX_WORK: "sex work",
    DisclosureTheme.TRAFFICKING: "that somebody was trafficked or exploited",
    DisclosureTheme.WITNESS: "that somebody is a witness",
    DisclosureTheme.GENDER_RECOGNITION: "somebody's gender history",
    DisclosureTheme.FULL_ASSESSMENT_ATTACHED: "a whole assessment, and the recipient may not have it",
}
UNAGREED = "The referral tells of risk, and no agreement on sharing information covers this recipient."
OPEN = "whether an agreement on sharing information covers the recipient"


def check(facts: Facts) -> Outcome:
    """Every kind of thing that this recipient should not be told, and whether anything may be told at all."""
    unagreed = lacks_agreement(facts)
    found = [_finding(*item) for item in disclosed(facts).items()] + [Finding(UNAGREED)] * bool(unagreed)
    unread = [OPEN] * (unagreed is None) + ["what the referral says"] * nothing_to_read(facts)
    return outcome_of(found, "It holds nothing that this recipient should not be told.", unread)


def _finding(item: DisclosureTheme, stance: Stance) -> Finding:
    if stance is Stance.STATED:
        return Finding(f"The referral tells this recipient {ITEMS[item]}.")
    return Finding(f"The text may tell this recipient {ITEMS[item]}: check it.", severity=Severity.ACT)


WHERE_SHE_IS = replace(REFERRED, text="He must keep away from 31 Quay Street, Marlow Sands.")
WARD = replace(REFERRED, text="Do not place in Northgate ward.")
RULE = Rule(
    code=RuleCode("REF-EXC-01"),
    title="Referral tells its recipient more than is needed",
    severity=Severity.STOP,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.PERSON_AS_VICTIM),
    applies_to=REFERRAL,
    check=check,
    needs=NAMES_FROM,
    authorities=("L-DPA", "L-ROA", "P-VCS", "L-MARAC", "L-GRA"),
    decides="senior probation officer, or the data protection officer",
    act_by="before it is sent; today where it has been",
    action="Do not send it; take out what is not needed, send the least and record the basis.",
    tell=("whoever wrote it", "data protection lead, where it was sent"),
    do_not_disclose="The item itself, to anybody.",
    staff_message="This referral must not be sent as it is. Speak to the responsible officer.",
    examples=(
        raises("It gives her street", case(protected_place(EX_PARTNER, OTHER_TOWN), asked=WHERE_SHE_IS)),
        clears("It names a ward only", case(protected_place(EX_PARTNER, OTHER_TOWN), asked=WARD)),
        cannot_tell("Nobody handed over the text", case(asked=replace(REFERRED, text=None))),
    ),
)
