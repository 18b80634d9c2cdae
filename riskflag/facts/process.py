"""What was screened, checked, allocated and handed over on the way to release."""

from dataclasses import dataclass

from riskflag.dossier import Dossier
from riskflag.facts.history import newest_first
from riskflag.facts.proposal import ProposalFacts
from riskflag.matching.address import compare_addresses
from riskflag.records import (
    Check,
    HealthAndCareRecord,
    Referral,
    ResponsibleOfficerAllocation,
    ScreeningAnswer,
)
from riskflag.vocabulary import AddressBand


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """The process so far; everything newest first.

    screening: answers in screenings and plans
    checks: enquiries of police and children's services about the person, or about the proposed address
    allocation: the current responsible officer; None where nobody is recorded
    referrals: referrals made
    health_and_care: needs, observations, assessments and handovers
    """

    screening: tuple[ScreeningAnswer, ...]
    checks: tuple[Check, ...]
    allocation: ResponsibleOfficerAllocation | None
    referrals: tuple[Referral, ...]
    health_and_care: tuple[HealthAndCareRecord, ...]


def derive_process(dossier: Dossier, proposal: ProposalFacts) -> ProcessFacts:
    """Draws the process records together."""
    today = dossier.as_of_date
    allocations = newest_first(
        a
        for a in dossier.of(ResponsibleOfficerAllocation)
        if a.officer and (a.ended_on is None or a.ended_on >= today)
    )
    return ProcessFacts(
        screening=newest_first(dossier.of(ScreeningAnswer)),
        checks=newest_first(c for c in dossier.of(Check) if _about_this(c, proposal)),
        allocation=allocations[0] if allocations else None,
        referrals=newest_first(dossier.of(Referral)),
        health_and_care=newest_first(dossier.of(HealthAndCareRecord)),
    )


def _about_this(check: Check, proposal: ProposalFacts) -> bool:
    """A check on another address says nothing about this one."""
    if check.address is None or proposal.address is None:
        return False
    return compare_addresses(check.address, proposal.address).band is AddressBand.SAME_PROPERTY
