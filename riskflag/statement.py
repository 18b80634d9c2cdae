"""The least that one kind of recipient must be told, drafted from the facts for the officer to edit.

Every sentence is one of ours: no word of a record gets in, so neither can a name, a place or a diagnosis. A
record of which the person has not been told gives no sentence, only a line to the officer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from riskflag.enquiry import ReferralConsent
from riskflag.facts import Facts
from riskflag.facts.history import when
from riskflag.facts.known_risks import KNOWN_FROM, known_risks
from riskflag.facts.referral_needs import Extent, Need, needs_of, recipients
from riskflag.reading.themes import RiskTheme
from riskflag.records import RecipientKind, Record
from riskflag.vocabulary import SourceRecordId, SourceSystem

SENTENCES: Mapping[RiskTheme, str] = MappingProxyType(
    {
        RiskTheme.ARSON: "The person has set a fire or threatened to",
        RiskTheme.VIOLENCE: "Violence by the person is recorded",
        RiskTheme.DOMESTIC_ABUSE: "Domestic abuse by the person is recorded",
        RiskTheme.SEXUAL_OFFENDING: "Sexual offending by the person is recorded",
        RiskTheme.RISK_TO_CHILDREN: "A risk to children is recorded",
        RiskTheme.RISK_TO_STAFF: "A risk to staff or landlords is recorded: ask the responsible officer "
        "before anybody meets the person alone",
        RiskTheme.WEAPONS: "A weapon carried or used by the person is recorded",
        RiskTheme.DRUG_SUPPLY: "Supply of drugs by the person is recorded",
        RiskTheme.SUBSTANCE_MISUSE: "The person is supported in recovery from drugs or alcohol",
        RiskTheme.MENTAL_HEALTH: "The person has mental health needs",
        RiskTheme.SUICIDE_OR_SELF_HARM: "A risk of suicide or self-harm is recorded",
        RiskTheme.STALKING_OR_HARASSMENT: "Stalking or harassment by the person is recorded",
        RiskTheme.HATE: "Hostility of the person towards a group of people is recorded",
        RiskTheme.GANG: "A link of the person to a gang, or conflict with other prisoners, is recorded",
        RiskTheme.PROTECTIVE_ORDER: "An order or a registration limits where the person may be, or with "
        "whom: [responsible officer: only the terms that matter here]",
        RiskTheme.NO_GO_AREA: "There is an area that the person must keep out of: [responsible officer: "
        "the ward or district, and nothing closer]",
    }
)
PARTS: Mapping[tuple[RiskTheme, Extent], str] = MappingProxyType(
    {
        (
            RiskTheme.RISK_TO_CHILDREN,
            Extent.HOUSEHOLD_BANS,
        ): "The person must not be placed where children live or stay",
        (RiskTheme.PROTECTIVE_ORDER, Extent.HOUSEHOLD_BANS): "There is somebody with whom the person may not "
        "share a home: ask the responsible officer before anybody is placed with them",
        (RiskTheme.PROTECTIVE_ORDER, Extent.WORK_BARS): "Some work is barred to the person, or limited: "
        "[responsible officer: which work, and nothing else]",
    }
)
CHECK_EACH = "Check each sentence against its sources, and cut what this recipient does not need."
NOT_AGREED = "The person has not agreed to this being told: record the basis for telling it all the same."
NO_AGREEMENT = "No agreement on sharing information is recorded: record the basis, or send no risk."
NOTHING_KNOWN = "Nothing that this recipient needs was found in what was looked at."
NOT_DRAFTED = "No draft could be made. Write the statement from the records."


@dataclass(frozen=True, slots=True)
class StatementSource:
    """A record that a sentence rests on, by where it is held; never its words."""

    source_system: SourceSystem
    source_id: SourceRecordId
    recorded_on: date


@dataclass(frozen=True, slots=True)
class StatementSentence:
    """One sentence for the recipient.

    theme: the risk it is about
    says: the sentence
    why: why this recipient needs it, for the officer
    sources: the records that it rests on, for the officer
    """

    theme: RiskTheme
    says: str
    why: str
    sources: tuple[StatementSource, ...]


@dataclass(frozen=True, slots=True)
class RiskStatement:
    """A draft that nobody may send unread.

    recipient: for whom
    sentences: what to tell them; empty where nothing that they need is known
    before_sending: what the officer must settle first
    """

    recipient: RecipientKind
    sentences: tuple[StatementSentence, ...]
    before_sending: tuple[str, ...]


def draft_statement(facts: Facts, recipient: RecipientKind) -> RiskStatement:
    """The least that this kind of recipient must be told of what is known."""
    known = [(need, known_risks(need, facts)) for need in needs_of(recipient)]
    sentences = [_sentence(need, records) for need, records in known if _tellable(records)]
    in_confidence = [need.theme for need, records in known if records and not _tellable(records)]
    settle = [CHECK_EACH if sentences else NOTHING_KNOWN, *_to_settle(facts, recipient, in_confidence)]
    return RiskStatement(recipient, tuple(sentences), tuple(settle))


def drafted(facts: Facts) -> RiskStatement | None:
    """The draft for the recipient that is asked about; None for an address. A draft that fails takes no flag
    with it."""
    if facts.referral is None:
        return None
    try:
        return draft_statement(facts, facts.referral.recipient)
    except Exception:  # the flags must reach the officer whatever becomes of the draft
        return RiskStatement(facts.referral.recipient, (), (NOT_DRAFTED,))


def _tellable(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records of which the person may know all: of a check they may know only that it was made."""
    return tuple(record for record in records if record.known_part() == record)


def _sentence(need: Need, records: tuple[Record, ...]) -> StatementSentence:
    tellable = _tellable(records)
    says = PARTS.get((need.theme, need.extent)) or SENTENCES[need.theme]
    year = max(when(record) for record in tellable).year
    dated = f"{says} (latest record: {year})." if need.extent is Extent.FACT else f"{says}."
    sources = (StatementSource(r.source_system, r.source_id, r.recorded_on) for r in tellable)
    return StatementSentence(need.theme, dated, need.why, tuple(sources))


def _to_settle(facts: Facts, recipient: RecipientKind, in_confidence: Iterable[RiskTheme]) -> Iterable[str]:
    for theme in in_confidence:
        about = theme.value.replace("_", " ")
        yield f"What is known of {about} was recorded in confidence: decide what, if anything, may be told."
    missing = [source.value.replace("_", " ") for source in facts.unavailable if source in KNOWN_FROM]
    if missing:
        yield f"There may be more to tell, for these could not be relied on: {', '.join(missing)}."
    asked = facts.referral
    if asked is not None and asked.consent is not ReferralConsent.GIVEN:
        yield NOT_AGREED
    if not recipients()[recipient].statutory and (asked is None or asked.agreement is not True):
        yield NO_AGREEMENT
