"""A protected person, victim or witness lives, works or learns near the proposed address.

What it flags: A protected place that was confirmed recently lies near the address by the local near-distance,
in the same street or in the same building, without an area being forbidden.

Why it matters: People who live near each other meet. Where the two of them live decides how often somebody
who must be left alone is seen, followed or called on.

What to do: Ask the victim liaison officer, weigh an exclusion zone, another area and electronic monitoring,
and write down the reasons if the address is used all the same.

Limits: The near-distance is a local setting, not law, and one for town and country alike. An old, withheld or
unlocated place cannot be measured. Shared journeys are not looked at, nor an objection that was withdrawn.
Somebody at the address itself whom an order keeps apart from the person is left to the rule about that.
"""

from collections.abc import Iterable

from riskflag.casebook import EX_PARTNER, NEIGHBOUR, OTHER_TOWN, SAME_STREET, case, protected_place
from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.kept_apart import is_home_of_somebody_kept_apart
from riskflag.facts.place import ProtectedPlaceFact
from riskflag.facts.referral_site import THE_SITE, site_unknown
from riskflag.matching.place import Nearness
from riskflag.rule import BOTH, Finding, Outcome, Rule, cannot_tell, cite, clears, outcome_of, raises
from riskflag.vocabulary import HarmFamily, RuleCode, Severity, Source

NEAR = "Somebody who must be protected from the person can be found near the proposed address."
ELSEWHERE = "No protected place on record is near the address, beyond any that an order already bars."


def check(facts: Facts) -> Outcome:
    """Sets every protected place against the address."""
    if not facts.place.protected or facts.proposal.address is None:
        return outcome_of([], ELSEWHERE, [THE_SITE] if facts.place.protected and site_unknown(facts) else [])
    places = [fact for fact in facts.place.protected if not fact.superseded]
    near = [fact for fact in places if fact.nearness is Nearness.NEAR and fact.current]
    findings = [_finding(fact) for fact in near if not is_home_of_somebody_kept_apart(fact, facts)]
    return outcome_of(findings, ELSEWHERE, _not_known(places))


def _finding(fact: ProtectedPlaceFact) -> Finding:
    kind = fact.record.kind.value
    confirmed = written_date(fact.record.verified_on)
    says = f"protected place ({kind}), confirmed {confirmed}, within the local near-distance"
    return Finding(NEAR, (cite(fact.record, says),))


def _not_known(places: Iterable[ProtectedPlaceFact]) -> Iterable[str]:
    for fact in places:
        if not fact.current:
            yield "where a protected person can be found now"
        elif fact.nearness is Nearness.CANNOT_TELL:
            yield "whether a protected place is near the address"


RULE = Rule(
    code=RuleCode("RO-ADDR-04"),
    title="Protected person, victim or witness near the address",
    severity=Severity.ACT,
    harm_families=(HarmFamily.STALKING_AND_HARASSMENT, HarmFamily.DOMESTIC_ABUSE, HarmFamily.KNOWN_ADULT),
    applies_to=BOTH,
    check=check,
    needs=frozenset({Source.PROTECTED_PLACES}),
    authorities=("L-RO", "P-VCS", "I-TTG16", "P-CVL"),
    decides="responsible officer, with the victim liaison officer",
    act_by="before the address is used",
    action="Ask the victim liaison officer; weigh an exclusion zone, another area and electronic monitoring; "
    "record the reasons if the address is used.",
    tell=("responsible officer", "victim liaison officer", "police"),
    do_not_disclose="That anybody is near, how near, or which way: a few such answers find a home.",
    examples=(
        raises("His former partner lives four doors away", case(protected_place(EX_PARTNER, SAME_STREET))),
        clears("She lives in another town", case(protected_place(EX_PARTNER, OTHER_TOWN))),
        cannot_tell("Where the witness lives is withheld", case(protected_place(NEIGHBOUR, None))),
    ),
)
