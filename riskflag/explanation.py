"""Plain English for the parts of an answer. A rule's own sentences stay in its file."""

from datetime import datetime

from riskflag.dossier import LONDON, Missing, MissingReason
from riskflag.facts.dates import written_date
from riskflag.reference.authorities import Authority
from riskflag.rule import Evidence
from riskflag.statement import StatementSource
from riskflag.vocabulary import Confirmation, Severity, SourceSystem, Verdict

HEADLINES = {
    (Verdict.FLAGS_RAISED, True): "Flags raised. Everything that should be looked at was looked at.",
    (Verdict.FLAGS_RAISED, False): "Flags raised, and not everything could be looked at. There may be more.",
    (Verdict.INCOMPLETE, False): (
        "Incomplete. No flag was raised, but not everything could be looked at. "
        "This does not mean that there is nothing."
    ),
    (
        Verdict.NO_FLAGS_FOUND,
        True,
    ): "No flags found. The rules of this rulebook found nothing in the records that were looked at.",
}

SEVERITY_WORDS = {
    Severity.STOP: "STOP: must not go ahead without the decision named below",
    Severity.ACT: "ACT: do this before release, or by the time stated",
    Severity.INFORM: "INFORM: tell the people named below",
}

_REASONS = {
    MissingReason.NOT_ASKED: "not asked for",
    MissingReason.NO_ANSWER: "asked for, and no answer came",
    MissingReason.PARTIAL: "answered only in part, or without saying that the answer was complete",
    MissingReason.STALE: "too old to rely on",
    MissingReason.DATED_LATER: "dated later than the question, so a clock is wrong",
    MissingReason.UNREADABLE: "holds something that could not be read",
    MissingReason.UNMAPPED_CODE: "what it stands for cannot be relied on",
    MissingReason.WITHHELD: "held in confidence",
    MissingReason.UNKNOWN_FACT: "not known",
    MissingReason.NOT_READ: "no rule reads it",
    MissingReason.RULE_FAILED: "failed and did not answer",
}

_REMEDIES = {
    MissingReason.NOT_ASKED: "Ask for it.",
    MissingReason.NO_ANSWER: "Ask again, or ask by telephone.",
    MissingReason.PARTIAL: "Ask for the rest, or for confirmation that there is no more.",
    MissingReason.STALE: "Ask again.",
    MissingReason.DATED_LATER: "Have the dates checked, then ask again.",
    MissingReason.UNREADABLE: "Have the record put right, or read it at its source.",
    MissingReason.UNMAPPED_CODE: "Have the code put right at its source; read the record yourself meanwhile.",
    MissingReason.WITHHELD: "Ask the responsible officer.",
    MissingReason.UNKNOWN_FACT: "Find it out and record it.",
    MissingReason.NOT_READ: "Read it yourself, and set it against the address and whoever lives there.",
    MissingReason.RULE_FAILED: "Tell the people who run this service; treat it as not looked at.",
}

_CONFIRMATION = {
    Confirmation.CONFIRMED: "confirmed against its source",
    Confirmation.PARTLY_CONFIRMED: "partly confirmed against its source",
    Confirmation.NOT_CONFIRMED: "not confirmed against its source: check before relying on it",
}

_SYSTEMS = {
    SourceSystem.NOMIS: "NOMIS",
    SourceSystem.NDELIUS: "nDelius",
    SourceSystem.OASYS: "OASys",
    SourceSystem.POLICE_NATIONAL_COMPUTER: "Police National Computer",
    SourceSystem.CREATE_AND_VARY_A_LICENCE: "Create and Vary a Licence",
    SourceSystem.CHILDRENS_SERVICES: "children's services",
}


def headline(verdict: Verdict, complete: bool) -> str:
    """The whole answer in one or two sentences. A combination that cannot be is read as incomplete."""
    return HEADLINES.get((verdict, complete), HEADLINES[(Verdict.INCOMPLETE, False)])


def missing_sentence(missing: Missing) -> str:
    """What is missing and why, in one line."""
    return f"{missing.what[:1].upper()}{missing.what[1:]}: {_REASONS[missing.reason]}."


def remedy(missing: Missing) -> str:
    """How to close the gap."""
    return _REMEDIES[missing.reason]


def evidence_sentence(evidence: Evidence) -> str:
    """Where it is held, when, what it says and how it was matched."""
    dates = f"recorded {written_date(evidence.recorded_on)}"
    if evidence.happened_on and evidence.happened_on != evidence.recorded_on:
        dates = f"happened {written_date(evidence.happened_on)}, {dates}"
    matched = f" Matched: {evidence.matched}." if evidence.matched else ""
    return (
        f"{system_name(evidence.source_system)} {evidence.source_id} ({dates}): “{evidence.says}”.{matched}"
    )


def source_sentence(source: StatementSource) -> str:
    """Where a record is held and when it was written down; never what it says."""
    held = f"{system_name(source.source_system)} {source.source_id}"
    return f"{held} (recorded {written_date(source.recorded_on)})"


def authority_sentence(authority: Authority) -> str:
    """The basis of a rule and how far it was checked."""
    return f"{authority.citation} ({_CONFIRMATION[authority.confirmation]})"


def system_name(system: SourceSystem) -> str:
    """A system as its users call it."""
    return _SYSTEMS.get(system, system.value.replace("_", " "))


def moment(value: datetime) -> str:
    """A moment in London time: 10:00 on 22 November 2026."""
    local = value.astimezone(LONDON)
    return f"{local:%H:%M} on {written_date(local.date())}"
