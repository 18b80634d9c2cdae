"""Whether those who live at the address were asked in a way that lets them say no, and what they said."""

import re
from collections.abc import Iterable
from enum import StrEnum

from riskflag.enquiry import Occupant, PlacementKind
from riskflag.facts import Facts
from riskflag.facts.household import LinkedAs
from riskflag.facts.wording import mentions
from riskflag.matching.person import is_same_person, may_be_same_person
from riskflag.records import Consent, OccupierConversation

_UNWILLING = re.compile(
    r"\breluctan(?:t|ce|tly)\b|\bscared\b|\bafraid\b|\bfrightened\b|\bfearful\b|\buneasy\b|\bunwilling\b"
    r"|\b(?:do(?:es)? not|don'?t|doesn'?t|did not|didn'?t) want\b|\basked (?:him|her|them) to leave\b"
    r"|\bwants? (?:him|her|them) out\b|\bunder pressure\b|\bpressur(?:ed|i[sz]ed)\b|\bnervous\b|\bunhappy\b"
    r"|\bnot happy\b|\bno (?:real )?choice\b|\bwould rather (?:he|she|they|not)\b|\bworried what\b",
    re.IGNORECASE,
)
_ANSWERS = frozenset({Consent.AGREES, Consent.RELUCTANT, Consent.REFUSES})


class Doubt(StrEnum):
    """Why what an occupier said cannot be taken for consent."""

    UNWILLING = "unwilling"
    SECOND_HAND = "second_hand"
    IN_HEARING = "in_hearing"
    NOT_TOLD = "not_told"
    NOT_LISTED = "not_listed"


def doubts(facts: Facts) -> tuple[tuple[OccupierConversation, Doubt], ...]:
    """Every conversation with somebody at the address that is no free consent, and why; of somebody who is
    not listed there, only that they are unwilling. What the same occupier later agreed to, alone and knowing
    of the offences, takes its place."""
    if not any(True for said in facts.household.conversations for _ in _doubts(said)):
        return ()
    found: list[tuple[OccupierConversation, Doubt]] = []
    settled: list[OccupierConversation] = []
    for said in facts.household.conversations:
        if any(_same(said, later) for later in settled):
            continue
        reasons = tuple(_doubts(said))
        if not _lives_here(said, facts):
            unwilling = Doubt.UNWILLING in reasons and facts.household.occupants
            reasons = (Doubt.NOT_LISTED,) if unwilling else ()
        found.extend((said, doubt) for doubt in reasons)
        if not reasons and freely_agreed(said):
            settled.append(said)
    return tuple(found)


def freely_agreed(said: OccupierConversation) -> bool:
    """Whether it is the occupier's own agreement, given alone and knowing of the offences."""
    alone = said.spoken_to_alone is True and not said.through_the_person
    return said.consent is Consent.AGREES and alone and said.told_of_offences is True


def nobody_asked_alone(facts: Facts) -> bool:
    """Whether others live there and neither the main occupier, nor where none is named any adult, is recorded
    as having answered alone."""
    if facts.proposal.institution or not facts.household.occupants:
        return False
    adults = [occupant for occupant in facts.household.occupants if occupant not in facts.household.children]
    asked = [occupant for occupant in adults if occupant.main_occupier] or adults
    return not any(_asked_alone(occupant, facts) for occupant in asked)


def history_at_home(facts: Facts) -> bool:
    """Whether silence is a finding: abuse by the person is on record, or an order protects somebody there."""
    history = facts.history
    protected = any(link.linked_as is LinkedAs.PROTECTED_PERSON for link in facts.household.links)
    return protected or bool(history.abuse_by_person or history.perpetrator_evidence)


def not_known(facts: Facts, at_home: bool) -> Iterable[str]:
    """What must be known before consent can be taken as given; ``at_home`` is ``history_at_home``."""
    if facts.proposal.household_unknown and at_home:
        yield "who lives there"
    if not (facts.history.convictions or at_home):
        return
    for said in facts.household.conversations:
        agreed = said.consent is Consent.AGREES and said.told_of_offences is None
        if agreed and _lives_here(said, facts):
            yield "whether the occupier was told of the offences"


def _asked_alone(occupant: Occupant, facts: Facts) -> bool:
    return any(
        said.spoken_to_alone is True
        and said.consent in _ANSWERS
        and may_be_same_person(said.occupier, occupant.who)
        for said in facts.household.conversations
    )


def _doubts(said: OccupierConversation) -> Iterable[Doubt]:
    if said.consent in (Consent.RELUCTANT, Consent.REFUSES) or mentions(_UNWILLING, said.words):
        yield Doubt.UNWILLING
    if said.through_the_person:
        yield Doubt.SECOND_HAND
    elif said.spoken_to_alone is False and said.consent in _ANSWERS:
        yield Doubt.IN_HEARING
    if said.told_of_offences is False and said.consent is Consent.AGREES:
        yield Doubt.NOT_TOLD


def _lives_here(said: OccupierConversation, facts: Facts) -> bool:
    """Whether it may be with somebody at the address, as it may where nobody is named in another's home."""
    occupants = facts.household.occupants
    if not occupants:
        return facts.proposal.placement is not PlacementKind.OWN_TENANCY
    return any(may_be_same_person(said.occupier, occupant.who) for occupant in occupants)


def _same(one: OccupierConversation, other: OccupierConversation) -> bool:
    return is_same_person(one.occupier, other.occupier)
