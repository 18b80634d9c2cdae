"""What a published instrument says: a score with every part of it, or a refusal with every reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import fsum

from riskflag.vocabulary import RiskLevel


class Instrument(StrEnum):
    """A published actuarial instrument of England and Wales. Each speaks of proven reoffending.

    OGRS3: any reoffending, within one year and within two (until June 2026)
    ARP: any reoffending, within two years
    VRP: violent reoffending, within two years
    SVRP: serious violent reoffending, within two years
    """

    OGRS3 = "ogrs3"
    ARP = "arp"
    VRP = "vrp"
    SVRP = "svrp"


class Basis(StrEnum):
    """What went into a score. DYNAMIC: answers from an assessment too, and not the record alone."""

    STATIC = "static"
    DYNAMIC = "dynamic"


@dataclass(frozen=True, slots=True)
class Contribution:
    """One term of a score.

    term: its name ("rate_of_sanctions")
    log_odds: what it adds to the log-odds; nought where it does not apply
    """

    term: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely reoffending is within so many years.

    years: the period, from the start of follow-up
    probability: as calculated, above 0 and below 1
    percentage: as the instrument states it: OGRS3 in whole per cent, the others to two decimals
    """

    years: int
    probability: float
    percentage: float


@dataclass(frozen=True, slots=True)
class Score:
    """What the instrument says of this person.

    instrument: which
    basis: whether answers went into it
    two_years: the likelihood within two years
    one_year: the likelihood within one year; OGRS3 alone states it
    band: the instrument's own band for the likelihood within two years
    log_odds: of the likelihood within two years, before rounding
    contributions: the terms of ``log_odds``, which is their sum exactly (``math.fsum``)
    missing_answers: answers for want of which the score is static; empty where nothing more is asked
    answered_on: the day of the assessment whose answers were looked at; None where there was none
    notes: how an input was chosen from the records, where there was a choice
    """

    instrument: Instrument
    basis: Basis
    two_years: Likelihood
    one_year: Likelihood | None
    band: RiskLevel
    log_odds: float
    contributions: tuple[Contribution, ...]
    missing_answers: tuple[str, ...] = ()
    answered_on: date | None = None
    notes: tuple[str, ...] = ()


class Problem(StrEnum):
    """Why an instrument gives no score."""

    MISSING = "missing"
    SANCTION_OCCASIONS_OUT_OF_RANGE = "sanction_occasions_out_of_range"
    VIOLENT_SANCTIONS_OUT_OF_RANGE = "violent_sanctions_out_of_range"
    AGE_AT_FIRST_SANCTION_OUT_OF_RANGE = "age_at_first_sanction_out_of_range"
    FIRST_SANCTION_AFTER_CONVICTION = "first_sanction_after_conviction"
    OFFENCE_CODE_MALFORMED = "offence_code_malformed"
    OFFENCE_CODE_UNMAPPED = "offence_code_unmapped"
    EXACT_OFFENCE_NEEDED = "exact_offence_needed"
    CONVICTED_BEFORE_BIRTH = "convicted_before_birth"
    CONVICTED_UNDER_TEN = "convicted_under_ten"
    CONVICTED_AFTER_ASSESSMENT = "convicted_after_assessment"
    FOLLOW_UP_BEFORE_BIRTH = "follow_up_before_birth"
    FOLLOW_UP_AGE_OUT_OF_RANGE = "follow_up_age_out_of_range"
    ROUNDS_TO_NOUGHT = "rounds_to_nought"


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason for a refusal.

    problem: what is wrong
    inputs: the names of the inputs that it is about, never what they hold
    """

    problem: Problem
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """The instrument gives no score. That is never a low score.

    instrument: which
    faults: every reason, at least one
    notes: what of the records led to it
    """

    instrument: Instrument
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the inputs that are not known."""
        return tuple(
            name for fault in self.faults if fault.problem is Problem.MISSING for name in fault.inputs
        )


Result = Score | Refusal


def log_odds(contributions: Iterable[Contribution]) -> float:
    """The sum of the terms, rounded once."""
    return fsum(each.log_odds for each in contributions)


def rounded(value: float | Decimal, decimals: int) -> Decimal:
    """The value to so many decimals, halves away from nought."""
    return Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def band(percentage: float, bounds: tuple[float, float, float]) -> RiskLevel:
    """The band of a percentage: each bound is the lowest percentage of the next band."""
    return tuple(RiskLevel)[sum(percentage >= bound for bound in bounds)]
