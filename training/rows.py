"""From facts to a row: the same features, instruments and rules that serve, and never a name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from riskflag.classifier.actuarial import actuarial_scores
from riskflag.classifier.features import feature_vector
from riskflag.classifier.harm import Harm
from riskflag.facts import Facts
from riskflag.flags import rank_flags
from riskflag.rulebook import Rulebook
from riskflag.unrecognised import recognised
from training.arrays import Numbers, Words
from training.table import HARMS, INSTRUMENTS, NOT_STATED, Outcome, Part, Table

AGE_BANDS = ((18, "under 18"), (25, "18 to 24"), (35, "25 to 34"), (50, "35 to 49"))
OLDEST = "50 and over"
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One release of one person. Fields are as the columns of ``Table``."""

    vector: tuple[float, ...]
    outcomes: Mapping[Harm, Outcome]
    truth: Mapping[Harm, float]
    instruments: tuple[float, ...]
    recognised: Mapping[Harm, bool]
    part: Part
    person: int
    released: date
    sex: str
    age_band: str
    ethnicity: str
    region: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of a release, and what only an audit may know of the person.

    person: number of the person in the table
    released: day of the release
    part: what the row is for
    outcomes: whether each harm happened
    truth: the true probability of each harm, where the person is simulated; else empty
    ethnicity, region: groups to audit by; never features
    """

    person: int
    released: date
    part: Part
    outcomes: Mapping[Harm, Outcome]
    truth: Mapping[Harm, float]
    ethnicity: str = NOT_STATED
    region: str = NOT_STATED


def row_of(facts: Facts, followed: Followed, rulebook: Rulebook) -> Row:
    """The row of one release. What rules and instruments made of it is worked out only where it is asked for:
    to choose a threshold and to judge, not to fit.

    facts: what was known on the morning of the release
    """
    judged = followed.part is not Part.TRAIN
    flags = rank_flags(rulebook.run(facts)) if judged else ()
    scores = actuarial_scores(facts) if judged else ()
    percentages = {each.instrument: each.percentage for each in scores}
    stated = (percentages.get(instrument) for instrument in INSTRUMENTS)
    return Row(
        vector=feature_vector(facts),
        outcomes=followed.outcomes,
        truth=followed.truth,
        instruments=tuple(nan if each is None else each for each in stated),
        recognised={harm: judged and recognised(harm, facts, flags) for harm in HARMS},
        part=followed.part,
        person=followed.person,
        released=followed.released,
        sex=facts.person.sex.value,
        age_band=_age_band(facts.age),
        ethnicity=followed.ethnicity,
        region=followed.region,
    )


def table_of(rows: Iterable[Row], features: int) -> Table:
    """The rows as a table, in order."""
    held = tuple(rows)
    return Table(
        vectors=_lines((row.vector for row in held), features),
        outcomes=_lines(([row.outcomes[harm] for harm in HARMS] for row in held), len(HARMS)).astype(np.int8),
        truth=_lines(([row.truth.get(harm, nan) for harm in HARMS] for row in held), len(HARMS)),
        instruments=_lines((row.instruments for row in held), len(INSTRUMENTS)),
        recognised=_lines(([row.recognised[harm] for harm in HARMS] for row in held), len(HARMS)) > 0,
        part=np.array([row.part for row in held], dtype=np.int8),
        person=np.array([row.person for row in held], dtype=np.int64),
        released=np.array([(row.released - EPOCH).days for row in held], dtype=np.int64),
        sex=_words(row.sex for row in held),
        age_band=_words(row.age_band for row in held),
        ethnicity=_words(row.ethnicity for row in held),
        region=_words(row.region for row in held),
    )


def _lines(lines: Iterable[Sequence[float]], width: int) -> Numbers:
    return np.array(list(lines), dtype=np.float64).reshape(-1, width)


def _words(words: Iterable[str]) -> Words:
    return np.array(list(words), dtype=np.str_)


def _age_band(age: int | None) -> str:
    if age is None:
        return NOT_STATED
    return next((band for below, band in AGE_BANDS if age < below), OLDEST)
