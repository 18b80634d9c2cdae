"""The coefficients, weights and offence categories of the published instruments, from the reference files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.records import Sex
from riskflag.reference.offence_codes import ways_to_write
from riskflag.reference.tables import Row, index, read_table, yes_or_no

EXACT_OFFENCE_NEEDED = "exact_offence_needed"
_CATEGORIES = "instrument_offence_categories.csv"
_WEIGHTS = "instrument_offence_weights.csv"
_OGRS3 = "ogrs3_coefficients.csv"
_PREDICTORS = "reoffending_predictor_coefficients.csv"
_AGE_AND_SEX = "age_and_sex"


@dataclass(frozen=True, slots=True)
class OffenceCategory:
    """Where the instruments put one Home Office code.

    code: five digits
    ogrs3: its category in OGRS3; empty where it has none, so that OGRS3 gives no score
    predictor: its category in ARP, VRP and SVRP
    violent: whether a sanction for it counts as violent
    """

    code: str
    ogrs3: str
    predictor: str
    violent: bool


@dataclass(frozen=True, slots=True)
class Coefficient:
    """What one power of one term adds to the log-odds.

    term: its name
    sex: whose it is; null for both
    power: to which the term is raised
    value: log-odds for each unit
    """

    term: str
    sex: Sex | None
    power: int
    value: float


@cache
def _categories() -> Mapping[str, OffenceCategory]:
    return index(_CATEGORIES, ((each.code, each) for each in read_table(_CATEGORIES, _category)))


def _category(row: Row) -> OffenceCategory:
    violent = yes_or_no(row["violent_sanction"])
    return OffenceCategory(row["code"], row["ogrs3_category"], row["predictor_category"], violent)


def offence_category(code: str) -> OffenceCategory | None:
    """Where the instruments put this code, five digits and nothing else; None where they do not have it."""
    return _categories().get(code)


@lru_cache(maxsize=4096)
def find_offence_category(code: str) -> OffenceCategory | None:
    """The same for a code as case records write it (``8/31``); None for a court's code (``PH97003``)."""
    known = (offence_category(form) for form in ways_to_write(code))
    return next((each for each in known if each is not None), None)


@cache
def _weights() -> Mapping[tuple[Instrument, Basis, str], float]:
    return index(_WEIGHTS, read_table(_WEIGHTS, _weight))


def _weight(row: Row) -> tuple[tuple[Instrument, Basis, str], float]:
    return (Instrument(row["instrument"]), Basis(row["basis"]), row["category"]), float(row["weight"])


def offence_weight(instrument: Instrument, basis: Basis, offence: OffenceCategory) -> float | None:
    """What the current offence adds to the log-odds; None where the instrument has no weight for it."""
    category = offence.ogrs3 if instrument is Instrument.OGRS3 else offence.predictor
    return _weights().get((instrument, basis, category))


@cache
def _predictors() -> Mapping[tuple[Instrument, Basis], tuple[Coefficient, ...]]:
    grouped: dict[tuple[Instrument, Basis], list[Coefficient]] = {}
    for key, coefficient in read_table(_PREDICTORS, _coefficient):
        grouped.setdefault(key, []).append(coefficient)
    return {key: tuple(coefficients) for key, coefficients in grouped.items()}


def _coefficient(row: Row) -> tuple[tuple[Instrument, Basis], Coefficient]:
    sex = Sex(row["sex"]) if row["sex"] else None
    coefficient = Coefficient(row["term"], sex, int(row["power"]), float(row["value"]))
    return (Instrument(row["instrument"]), Basis(row["basis"])), coefficient


def predictor_coefficients(instrument: Instrument, basis: Basis) -> tuple[Coefficient, ...]:
    """The coefficients of ARP, VRP or SVRP, in the order of the source. Raises KeyError for OGRS3."""
    return _predictors()[instrument, basis]


@cache
def ogrs3_terms() -> Mapping[str, float]:
    """The coefficients of OGRS3 that do not depend on age and sex, by term."""
    return {
        row["term"]: float(row["value"])
        for row in read_table(_OGRS3, lambda row: row)
        if row["term"] != _AGE_AND_SEX
    }


@cache
def _ogrs3_ages() -> tuple[tuple[Sex, int, float], ...]:
    rows = (row for row in read_table(_OGRS3, lambda row: row) if row["term"] == _AGE_AND_SEX)
    return tuple((Sex(row["sex"]), int(row["from_age"]), float(row["value"])) for row in rows)


def ogrs3_age_and_sex(age: int, sex: Sex) -> float | None:
    """What age at the start of follow-up and sex add in OGRS3; None under ten."""
    reached = [value for of, from_age, value in _ogrs3_ages() if of is sex and from_age <= age]
    return reached[-1] if reached else None
