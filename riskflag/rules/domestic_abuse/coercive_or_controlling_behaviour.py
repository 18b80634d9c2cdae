"""The person controls or coerces a partner or relative, or keeps their money.

What it flags: a conviction or charge of controlling or coercive behaviour, a court's finding of domestic
abuse, an event recorded as control, or two signs of it: monitoring, isolation, exposure, money, children.

Why it matters: control goes on by telephone, by money and through children, and comes before worse.

What to do: speak to the partner alone, plan for telephones and money, and check the category under MAPPA.

Limits: signs are read from the words of events, and of the newest assessment where it calls the person an
abuser; one row about bills is none. Control of which the person is the victim belongs to another rule.
"""

from riskflag.casebook import EX_PARTNER, abuse, case, conviction
from riskflag.facts import Facts
from riskflag.facts.control import recorded_control
from riskflag.facts.history import ConvictionFact
from riskflag.facts.quoting import words_of
from riskflag.records import ConvictionOutcome, DomesticAbuseKind
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import MAPPA_CUSTODY_MONTHS
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

CHARGED = "There is a conviction or charge of controlling or coercive behaviour."
LONG = "There is a long sentence for controlling or coercive behaviour: check category 2 under MAPPA."
COURT = "A court found that an offence involved domestic abuse: look for control."
SIGNS = "What is recorded of abuse by the person shows control or coercion."
NOT_CHARGED = frozenset({ConvictionOutcome.ACQUITTED, ConvictionOutcome.QUASHED})


def check(facts: Facts) -> Outcome:
    """Looks for offences, findings and signs of control by the person."""
    found = [
        Finding(because, (cite(fact.record, words_of(fact.record)),))
        for fact in facts.history.convictions
        if (because := _because(fact))
    ]
    if signs := recorded_control(facts):
        found.append(
            Finding(SIGNS, tuple(cite(event, f"{sign}: {words_of(event)}") for event, sign in signs))
        )
    return outcome_of(found, "No control or coercion by the person is on record.")


def _because(fact: ConvictionFact) -> str | None:
    if OffenceTheme.COERCIVE_CONTROL in fact.themes and fact.record.outcome not in NOT_CHARGED:
        long = fact.proven and (fact.record.custody_months or 0) >= MAPPA_CUSTODY_MONTHS.value
        return LONG if long else CHARGED
    return COURT if fact.proven and fact.record.domestic_abuse_found else None


ROW = abuse(DomesticAbuseKind.VERBAL_DISPUTE, EX_PARTNER, words="argument about bills")
RULE = Rule(
    code=RuleCode("DA-CCB-01"),
    title="Coercive or controlling behaviour or economic abuse",
    severity=Severity.ACT,
    harm_families=(HarmFamily.DOMESTIC_ABUSE,),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.CONVICTIONS, Source.DOMESTIC_ABUSE, Source.RISK_ASSESSMENTS}),
    authorities=("L-CCB", "L-MAPPA", "P-HO"),
    decides="responsible officer",
    act_by="before the address is used",
    action="Visit; speak to the partner alone; plan for telephones and money; check category 2 under MAPPA.",
    tell=("responsible officer", "police"),
    do_not_disclose="To the person: what a partner or anybody near them said.",
    examples=(
        raises(
            "A conviction with 18 months",
            case(conviction("00867", "coercion", EX_PARTNER, custody_months=18)),
        ),
        clears("One argument about bills", case(ROW)),
        cannot_tell("Convictions were not asked for", case(not_asked=(Source.CONVICTIONS,))),
    ),
)
