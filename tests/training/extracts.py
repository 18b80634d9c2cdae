"""Small extracts, written from simulated people as a department would write them from its own systems."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from riskflag.dossier import Dossier, SourceCoverage
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile, write_case_file
from riskflag.vocabulary import Source
from training.cohort import Release, SimulatedPerson, Window, enquiry_at, place_at, simulate_people
from training.config import CohortConfig
from training.extract_checks import check_extract
from training.point_in_time import evening_of

FOLLOWED_TO = date(2026, 10, 31)
TAKEN_OUT = evening_of(date(2026, 11, 15))
COHORT = CohortConfig(40, 22, date(2010, 1, 1), date(2023, 12, 31), FOLLOWED_TO)
COLUMNS = ["case", "followed_to", "ethnicity", "region"]
ANSWERED = SourceCoverage(TAKEN_OUT, answered=True, complete=True, watermark=TAKEN_OUT)


@cache
def people() -> tuple[SimulatedPerson, ...]:
    """The people of the tests' cohort."""
    return tuple(simulate_people(COHORT.seed, range(COHORT.people), Window(COHORT.first, COHORT.last)))


def releases() -> list[tuple[SimulatedPerson, Release]]:
    """Their releases, each with whose it is."""
    return [(person, release) for person in people() for release in person.releases]


def case_of(person: SimulatedPerson, release: Release) -> CaseFile:
    """Everything that is on record of a person when it is taken out, and where they were to live after a release."""
    coverage: dict[Source, SourceCoverage] = {
        source: replace(ANSWERED, complete=source not in person.unanswered)
        for source in Source
        if source is not Source.PLACE_REGISTER
    }
    records = tuple(each for each in person.records if each.recorded_on <= TAKEN_OUT.date())
    dossier = Dossier(person.person, TAKEN_OUT, records, coverage, asked_before=())
    return CaseFile(None, dossier, enquiry_at(person, release), place_at(TAKEN_OUT))


def write_extract(folder: Path, cases: Iterable[CaseFile]) -> Path:
    """An extract of these cases, called 1.json, 2.json and so on."""
    (folder / "cases").mkdir(parents=True)
    rows = []
    for number, case in enumerate(cases, start=1):
        (folder / "cases" / f"{number}.json").write_text(write_case_file(case), encoding="utf-8")
        rows.append([f"{number}.json", FOLLOWED_TO.isoformat(), "", "North Invented"])
    write_follow_up(folder, [COLUMNS, *rows])
    return folder


def write_follow_up(folder: Path, lines: Iterable[Iterable[str]]) -> None:
    """``follow_up.csv``, the headings first."""
    with (folder / "follow_up.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


SECRET = "Xanthippe Secret"
"""What stands wherever an extract is wrong, and may stand in no message."""


def write_four(folder: Path) -> Path:
    """An extract of four releases that may be learned from."""
    return write_extract(folder, [case_of(*each) for each in releases()[:4]])


def problems(folder: Path) -> dict[str, str]:
    """What is wrong with an extract: where, and which rule."""
    with pytest.raises(BadInput) as refused:
        check_extract(folder)
    assert SECRET.split(maxsplit=1)[0] not in str(refused.value)
    return refused.value.problems


def rows(*changed: list[str]) -> list[list[str]]:
    """The lines of ``follow_up.csv`` for four releases, the first of them changed."""
    whole = [[f"{number}.json", FOLLOWED_TO.isoformat(), "", "North"] for number in range(1, 5)]
    return [COLUMNS, *changed, *whole[len(changed) :]]
