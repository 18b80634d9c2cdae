"""Where a protected person lives is unknown, withheld or out of date, so the address is not cleared.

What it flags: An order or condition in force keeps the person away from somebody, and no recent record says
where that somebody lives. The answer is "not cleared", never "no conflict".

Why it matters: An address cannot be set against a home that nobody knows. People who have fled move often,
and the record of where they were protects nobody.

What to do: Ask victim liaison, the police or an independent domestic violence adviser to compare the two
addresses and to answer yes or no.

Limits: Approved premises, hospitals and release without an address are not asked about.
"""

from datetime import date

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, case, order, protected_place, term
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.presence import ORDER_SOURCES
from riskflag.facts.whereabouts import HomeKnown, KeptAwayFrom
from riskflag.rule import ADDRESS, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, ProhibitionKind, RuleCode, Severity, Source

NOT_CLEARED = "The proposed address is not cleared, because {}."
WHY = {
    HomeKnown.NOT_ON_RECORD: "it is not on record where a protected person lives",
    HomeKnown.WITHHELD: "where a protected person lives is withheld or cannot be located",
    HomeKnown.OUT_OF_DATE: "it was confirmed too long ago where a protected person lives",
    HomeKnown.NOBODY_NAMED: "nobody recorded whom an order or condition keeps the person away from",
}


def check(facts: Facts) -> Outcome:
    """Asks of everybody from whom the person must keep away whether it is known where they live."""
    if facts.proposal.address is None or facts.proposal.institution:
        return outcome_of([], "No private address is proposed that would have to be cleared.")
    findings = [_finding(entry) for entry in facts.keep_away_from if entry.home in WHY]
    unread = ["the terms of an order in force"] if facts.orders.without_terms else []
    return outcome_of(findings, "It was confirmed lately where every protected person lives.", unread)


def _finding(entry: KeptAwayFrom) -> Finding:
    homes = [
        cite(home.record, f"last confirmed: {written_date(home.record.verified_on)}") for home in entry.homes
    ]
    because = NOT_CLEARED.format(WHY[entry.home])
    return Finding(because, (cite(entry.term.record, entry.term.quoted), *homes))


ORDER = order(term(ProhibitionKind.NO_CONTACT, "not to contact her"))
CONFIRMED = protected_place(EX_PARTNER, OTHER_TOWN)
LONG_AGO = protected_place(EX_PARTNER, OTHER_TOWN, date(2026, 4, 1))
RULE = Rule(
    code=RuleCode("RO-ADDR-06"),
    title="Protected person's address unknown, withheld or out of date: not cleared",
    severity=Severity.ACT,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.DOMESTIC_ABUSE),
    applies_to=ADDRESS,
    check=check,
    needs=ORDER_SOURCES | {Source.PROTECTED_PLACES},
    rests_on_silence_of=frozenset({Source.PROTECTED_PLACES}),
    authorities=("P-VCS", "L-DPA", "L-RO"),
    decides="responsible officer, on the answer of victim liaison or police",
    act_by="before the address is used",
    action="Have victim liaison, police or an independent domestic violence adviser answer yes or no.",
    tell=("responsible officer", "victim liaison officer", "police"),
    do_not_disclose="The answer is yes or no: do not ask for the address, copy it or store it.",
    examples=(
        raises("Nobody knows where she went", case(ORDER)),
        raises("She was last confirmed in April", case(ORDER, LONG_AGO)),
        clears("Her home was confirmed three weeks ago", case(ORDER, CONFIRMED)),
        cannot_tell("Victim liaison was not asked", case(ORDER, not_asked=(Source.PROTECTED_PLACES,))),
    ),
)
