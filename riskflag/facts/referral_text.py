"""What a referral tells of risk: what its text says, how surely, and what its forms and attachments state."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import Facts
from riskflag.facts.known_risks import known_risks
from riskflag.facts.referral_needs import Need, needs_of
from riskflag.reading.reader import read_risks, stances
from riskflag.reading.themes import Stance, Theme
from riskflag.records import Record


@dataclass(frozen=True, slots=True)
class Untold:
    """A risk that the record knows, that the recipient needs and that the referral does not surely state.

    need: the risk and why the recipient needs it
    records: what shows it
    stance: UNSURE where the text may say it, DENIED where it denies it; None where it is silent
    """

    need: Need
    records: tuple[Record, ...]
    stance: Stance | None


def told(referral: ReferralEnquiry) -> Mapping[Theme, Stance]:
    """How surely the referral tells of each risk. What a form states is stated, whatever its text leaves out;
    what its text denies has to be checked all the same."""
    read = stances(read_risks(referral.text or ""))
    stated: dict[Theme, Stance] = dict.fromkeys(referral.risks_stated, Stance.STATED)
    contradicted = [theme for theme in stated if read.get(theme) is Stance.DENIED]
    return {**read, **stated, **dict.fromkeys(contradicted, Stance.UNSURE)}


def text_withheld(facts: Facts) -> bool:
    """Whether nobody handed over what the referral says."""
    return facts.referral is not None and facts.referral.text is None


def nothing_to_read(facts: Facts) -> bool:
    """Whether no words of the referral came: none were handed over, or its text is blank, which an empty
    field and a lost text both are."""
    return facts.referral is not None and not (facts.referral.text or "").strip()


def tells_of_risk(referral: ReferralEnquiry) -> bool:
    """Whether it says anything of risk, or may, so that it matters who reads it."""
    return bool(referral.attached) or any(said is not Stance.DENIED for said in told(referral).values())


def untold_risks(facts: Facts) -> Iterable[Untold]:
    """Every known risk that the recipient needs and has not surely been told. A pack that the recipient
    acknowledged told it what was recorded by then."""
    referral = facts.referral
    if referral is None:
        return
    said = told(referral)
    for need in needs_of(referral.recipient):
        stance = said.get(need.theme)
        records = () if stance is Stance.STATED else known_risks(need, facts)
        untold = _since(_acknowledged_on(referral, facts.as_of), records)
        if untold:
            yield Untold(need, untold, stance)


def _acknowledged_on(referral: ReferralEnquiry, today: date) -> date | None:
    """When the recipient acknowledged a pack; a day that is still to come shows nothing."""
    day = referral.risk_pack_acknowledged_on
    return day if day is not None and day <= today else None


def _since(acknowledged_on: date | None, records: tuple[Record, ...]) -> tuple[Record, ...]:
    if acknowledged_on is None:
        return records
    return tuple(record for record in records if record.recorded_on > acknowledged_on)
