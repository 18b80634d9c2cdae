"""An order was made and nothing shows that the person was told of it.

What it flags: An order in force that binds only from service, or only somebody who knows of it, without a day
of service and without the person in court; any order made in their absence and not served since.

Why it matters: Such an order may not bind on the day of release, and a breach may not be an offence. Who
hears of it first from somebody at the prison learns too soon that another person went to court.

What to do: Confirm service with the court and the police. Protect the address as if it had been served.

Limits: Service of a variation is not recorded. Of other orders it cannot tell where neither is recorded.
"""

from dataclasses import replace
from datetime import date

from riskflag.casebook import case, order, term
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.orders import OrderFact
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, OrderType, ProhibitionKind, RuleCode, Severity, Source, Visibility

NOT_TOLD = "Nothing shows that the person was told of an order that is in force."
IN_CUSTODY = "An order was made while the person was in custody and nothing shows that they were told of it."
ABSENT, NOT_SAID = "the person was not in court", "not recorded whether the person was in court"


def check(facts: Facts) -> Outcome:
    """Looks at every order in force for a day of service, or for the person in court."""
    untold = [fact for fact in facts.orders.in_force if _nothing_shows_it(fact, facts.as_of)]
    findings = [_finding(fact, facts) for fact in untold if _matters(fact)]
    rest = [f for f in untold if not _matters(f) and f.order.visibility is not Visibility.KNOWN_TO_SUBJECT]
    not_known = ["whether the person knows of an order"] if rest else []
    return outcome_of(findings, "The person was told of every order in force.", not_known)


def _nothing_shows_it(fact: OrderFact, today: date) -> bool:
    order, served = fact.order, fact.order.served_on
    made = order.made_on is None or order.made_on <= today
    return made and order.present_when_made is not True and (served is None or served > today)


def _matters(fact: OrderFact) -> bool:
    absent = fact.order.present_when_made is False or fact.order.served_on is not None
    return absent or fact.order.interim or fact.info.service_matters


def _finding(fact: OrderFact, facts: Facts) -> Finding:
    made, began = fact.order.made_on, facts.returns.custody_began or date.max
    because = IN_CUSTODY if made and began <= made else NOT_TOLD
    served = written_date(fact.order.served_on, "no day of service")
    present = NOT_SAID if fact.order.present_when_made is None else ABSENT
    return Finding(because, (cite(fact.order, f"{fact.described}; {present}; {served}"),))


NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
WITHOUT_NOTICE = order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER, made_on=date(2026, 11, 20))
UNSERVED = replace(WITHOUT_NOTICE, served_on=None, present_when_made=False)
NOT_RECORDED = replace(order(NO_CONTACT), served_on=None, present_when_made=None)
RULE = Rule(
    code=RuleCode("RO-SERV-01"),
    title="Order made, and nothing shows that the person knows of it",
    severity=Severity.ACT,
    harm_families=(HarmFamily.PROCESS_GAP, HarmFamily.DOMESTIC_ABUSE),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.PROTECTIVE_ORDERS}),
    authorities=("L-42A", "L-SPO", "L-DAPO"),
    decides="prison offender manager, with the police and the court",
    act_by="before release",
    action="Confirm service with the court and the police, or arrange it; protect the address regardless.",
    tell=("police", "the court", "responsible officer"),
    do_not_disclose="The order or its terms, said informally: they may give away where somebody lives.",
    examples=(
        raises("Made without notice two days ago and not served", case(UNSERVED)),
        clears("Made at sentence with him in the dock", case(replace(UNSERVED, present_when_made=True))),
        cannot_tell("A restraining order that says nothing of service", case(NOT_RECORDED)),
    ),
)
