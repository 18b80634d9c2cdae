"""What ties the proposed address to drugs: the place register, what is written, and offences there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.facts import Facts
from riskflag.facts.dates import years_before
from riskflag.facts.history import when
from riskflag.facts.wording import may_be_here, mentions
from riskflag.matching.person import compare_people
from riskflag.records import (
    AddressDecision,
    AddressNote,
    Contact,
    HealthAndCareKind,
    NoteKind,
    PlaceIncident,
    PlaceIncidentKind,
    Record,
)
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import ADDRESS_INTELLIGENCE_YEARS
from riskflag.vocabulary import PersonBand

_DRUG = r"(?:drugs?|class [abc]|heroin|crack|cocaine|cannabis|weed|spice|ketamine|amphetamines?|ecstasy)"
DRUG_ADDRESS = re.compile(
    rf"\b(?:{_DRUG}[ -](?:den|house|dens|houses|suppl\w+|deal\w+|us(?:e|ers?|ing)|taking|activity|warrants?"
    rf"|raids?|farm|factory|cultivation|production|related)"
    rf"|(?:suppl\w+|deal\w+|sell\w+|grow\w+|cultivat\w+|produc\w+) (?:in |of )?{_DRUG}"
    rf"|trap ?house|county lines|crack den|closure (?:order|notice)|drugs? paraphernalia|PWITS"
    rf"|misuse of drugs act|intent to supply)\b",
    re.IGNORECASE,
)
"""Words for an address at which drugs are supplied, made or used, or for somebody who supplies them."""
DRUG_USE = re.compile(
    rf"{DRUG_ADDRESS.pattern}|\b(?:us(?:es?|ing)|smok(?:es?|ing)|tak(?:es?|ing)|inject(?:s|ing)) {_DRUG}\b"
    rf"|\bsmell(?:s|ed|ing)? (?:\w+ )?of {_DRUG}\b|\bactive (?:drug )?(?:users?|addiction)\b"
    rf"|\busing (?:household|address)\b|\baddicted to {_DRUG}\b",
    re.IGNORECASE,
)
"""Those, and words for one occupant's own use: they matter to somebody in recovery."""
_NOTHING_OF = re.compile(
    r"\bno (?:evidence|record|intelligence|sign|suggestion|history|concerns?) (?:of|about)\b", re.IGNORECASE
)
_HOUSEHOLD_CHANGED = re.compile(
    r"\b(?:new|different) (?:tenants?|occupiers?|household|owners?)\b|\bhousehold (?:has )?changed\b",
    re.IGNORECASE,
)
_OF_DRUGS = frozenset({PlaceIncidentKind.DRUG_SUPPLY, PlaceIncidentKind.DRUG_USE, PlaceIncidentKind.CLOSURE})
_FREE_OF_SUBSTANCES = frozenset({"ISFL", "OISFL"})
"""Prison alerts for incentivised substance free living."""


@dataclass(frozen=True, slots=True)
class DrugSign:
    """One record that ties the address to drugs.

    record: the record
    says: its words; police information is named as such and not repeated
    matched: what links it to the address; None where it is written about this proposal
    sure: whether it is surely about this address, or surely about somebody in it
    old: so long ago that it counts only while the same household lives there
    """

    record: Record
    says: str
    matched: str | None
    sure: bool
    old: bool


def drug_signs(facts: Facts, words: re.Pattern[str] = DRUG_ADDRESS) -> tuple[DrugSign, ...]:
    """Every record that ties the proposed address to drugs; nothing where no address is proposed."""
    if facts.proposal.address is None:
        return ()
    return (*_at_the_place(facts, words), *_of_the_household(facts, words))


def changed_since(sign: DrugSign, facts: Facts) -> bool:
    """Whether a later note says that another household lives there now."""
    return any(
        mentions(_HOUSEHOLD_CHANGED, note.record.words) and when(note.record) > when(sign.record)
        for note in facts.place.notes
        if note.sure and isinstance(note.record, AddressNote)
    )


def in_recovery(facts: Facts) -> tuple[Record, ...]:
    """Records that the person is in recovery from drugs."""
    kind = HealthAndCareKind.SUBSTANCE_RECOVERY
    care = [record for record in facts.process.health_and_care if record.kind is kind]
    free = [f.record for f in facts.history.flags if f.is_open and f.record.code in _FREE_OF_SUBSTANCES]
    return (*care, *free)


def says_drugs(words: re.Pattern[str], text: str) -> bool:
    """Whether a text speaks of drugs without denying it."""
    return bool(text) and mentions(words, _NOTHING_OF.sub("no", text))


def _at_the_place(facts: Facts, words: re.Pattern[str]) -> Iterable[DrugSign]:
    place = facts.place
    written = (*place.notes, *place.decisions, *place.incidents, *place.offences)
    if not written:
        return
    supply = [fact.record for fact in facts.history.convicted_of(OffenceTheme.DRUG_SUPPLY)]
    for said in written:
        record = said.record
        match record:
            case PlaceIncident():
                of_drugs = record.kind in _OF_DRUGS
            case AddressNote() | AddressDecision():
                of_drugs = says_drugs(words, record.words)
            case _:
                of_drugs = record in supply
        if of_drugs and may_be_here(said):
            yield _sign(facts, record, said.match.because if said.match else None, said.sure)


def _of_the_household(facts: Facts, words: re.Pattern[str]) -> Iterable[DrugSign]:
    for conversation in facts.household.conversations:
        if says_drugs(words, conversation.words):
            yield _sign(facts, conversation, None, sure=True)
    for check in facts.process.checks:
        if says_drugs(words, check.result):
            yield _sign(facts, check, "an answer about this address", sure=True)
    for contact in facts.household.contacts:
        if contact.active and says_drugs(words, contact.note):
            yield from _living_there(facts, contact)


def _living_there(facts: Facts, contact: Contact) -> Iterable[DrugSign]:
    matches = [compare_people(occupant.who, contact.who) for occupant in facts.household.occupants]
    likely = [match for match in matches if match.band is not PersonBand.DIFFERENT]
    if likely:
        sure = next((match for match in likely if match.band is PersonBand.SAME_PERSON), None)
        yield _sign(facts, contact, (sure or likely[0]).because, sure is not None)


def _sign(facts: Facts, record: Record, matched: str | None, sure: bool) -> DrugSign:
    old = when(record) < years_before(facts.as_of, ADDRESS_INTELLIGENCE_YEARS.value)
    return DrugSign(record, _quoted(record), matched, sure, old)


def _quoted(record: Record) -> str:
    if isinstance(record, PlaceIncident):
        return f"police information: {record.kind.value.replace('_', ' ')}"
    if isinstance(record, AddressNote) and record.kind is NoteKind.POLICE_INFORMATION:
        return "police information"
    fields = ("words", "result", "note", "description")
    return next((text for name in fields if (text := getattr(record, name, ""))), "speaks of drugs")
