"""What was screened, checked, allocated and handed over on the way to release."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.dossier import Dossier
from riskflag.facts.history import newest_first
from riskflag.facts.presence import MAY_BE_HERE
from riskflag.facts.proposal import ProposalFacts
from riskflag.matching.address import compare_addresses
from riskflag.records import (
    Check,
    CheckKind,
    HealthAndCareRecord,
    Referral,
    ResponsibleOfficerAllocation,
    ScreeningAnswer,
)
from riskflag.vocabulary import AddressBand


@dataclass(frozen=True, slots=True)
class PersonProcess:
    """The process so far, whatever place is asked about; everything newest first.

    screening: answers in screenings and plans
    victim_liaison: enquiries of victim liaison about the person, or about any address
    allocation: the current responsible officer; None where nobody is recorded
    referrals: referrals made
    health_and_care: needs, observations, assessments and handovers
    """

    screening: tuple[ScreeningAnswer, ...]
    victim_liaison: tuple[Check, ...]
    allocation: ResponsibleOfficerAllocation | None
    referrals: tuple[Referral, ...]
    health_and_care: tuple[HealthAndCareRecord, ...]


@dataclass(frozen=True, slots=True)
class ProcessFacts(PersonProcess):
    """The same with the checks, newest first.

    checks: enquiries of police and children's services about the proposed address
    concerns: their answers that raise a concern about the person, or about an address that is or may be the
        proposed one, and that no later answer of the same body about the same place has taken back
    """

    checks: tuple[Check, ...]
    concerns: tuple[Check, ...]


def derive_person_process(dossier: Dossier) -> PersonProcess:
    """Draws together the process records that say the same of every place."""
    today = dossier.as_of_date
    allocations = newest_first(
        a
        for a in dossier.of(ResponsibleOfficerAllocation)
        if a.officer and (a.ended_on is None or a.ended_on >= today)
    )
    return PersonProcess(
        screening=newest_first(dossier.of(ScreeningAnswer)),
        victim_liaison=newest_first(c for c in dossier.of(Check) if c.kind is CheckKind.VICTIM_LIAISON),
        allocation=allocations[0] if allocations else None,
        referrals=newest_first(dossier.of(Referral)),
        health_and_care=newest_first(dossier.of(HealthAndCareRecord)),
    )


def derive_process(own: PersonProcess, dossier: Dossier, proposal: ProposalFacts) -> ProcessFacts:
    """Sets the checks against the proposal."""
    checks = dossier.of(Check)
    return ProcessFacts(
        screening=own.screening,
        victim_liaison=own.victim_liaison,
        allocation=own.allocation,
        referrals=own.referrals,
        health_and_care=own.health_and_care,
        checks=newest_first(check for check in checks if _about_this(check, proposal)),
        concerns=tuple(_concerns(checks, proposal)),
    )


def _concerns(checks: tuple[Check, ...], proposal: ProposalFacts) -> Iterable[Check]:
    for check in checks:
        if check.concerns and _may_be_about_this(check, proposal):
            same = (c for c in checks if (c.kind, c.address) == (check.kind, check.address))
            if not any(_takes_back(later, check) for later in same):
                yield check


def _takes_back(later: Check, concern: Check) -> bool:
    """Whether a later answer says that there is no concern; one without its date says nothing of the kind."""
    if later.concerns is not False or later.returned_on is None or concern.returned_on is None:
        return False
    return later.returned_on > concern.returned_on


def _may_be_about_this(check: Check, proposal: ProposalFacts) -> bool:
    """Whether it is about the person wherever they live, or about what may be the proposed address."""
    if check.address is None or proposal.address is None:
        return check.address is None
    return compare_addresses(check.address, proposal.address).band in MAY_BE_HERE


def _about_this(check: Check, proposal: ProposalFacts) -> bool:
    """A check on another address says nothing about this one. What a victim wishes verifies no address."""
    if check.address is None or proposal.address is None or check.kind is CheckKind.VICTIM_LIAISON:
        return False
    return compare_addresses(check.address, proposal.address).band is AddressBand.SAME_PROPERTY
