"""What is wrong with an extract is told whole and at once: where, and which rule, and nothing of anybody."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from riskflag.records import Person, PersonNumbers
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber
from tests.training.extracts import (
    SECRET,
    TAKEN_OUT,
    case_of,
    problems,
    releases,
    rows,
    write_extract,
    write_follow_up,
    write_four,
)
from training.extract_case import ReleaseCase
from training.extract_checks import check_extract, people_of
from training.follow_up import NAME_RULE, FollowUp


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_four(tmp_path)


def test_an_extract_in_order_is_its_people_with_their_releases(folder: Path) -> None:
    found = check_extract(folder)
    expected: dict[str, list[date]] = {}
    for person, release in releases()[:4]:
        expected.setdefault(str(person.person.noms_number), []).append(release.on)
    assert [[case.released for case in cases] for cases in found] == list(expected.values())


def test_files_called_by_names_are_counted_and_not_named(folder: Path) -> None:
    for name in (f"{SECRET}.json", "notes.txt", ".hidden"):
        (folder / "cases" / name).write_text("{}", encoding="utf-8")
    assert problems(folder) == {"cases, 2 of 6 file names": NAME_RULE}


def test_without_its_cases_an_extract_is_none(tmp_path: Path) -> None:
    write_follow_up(tmp_path, rows())
    found = problems(tmp_path)
    assert found.pop("cases") == "is not there, or is no folder"
    assert set(found.values()) == {"must name a file in cases/"}


def test_two_releases_of_one_person_on_one_day_are_one_too_many(tmp_path: Path) -> None:
    folder = write_extract(tmp_path, [case_of(*releases()[0]), case_of(*releases()[0])])
    rule = "is the same as in cases/1.json, which is of the same person"
    assert problems(folder) == {"cases/2.json, enquiry.release_date": rule}


def test_numbers_of_two_people_in_one_are_told_of(tmp_path: Path) -> None:
    one, other = case_of(*releases()[0]), case_of(*releases()[0])
    people = [
        replace(one.dossier.person, case_reference_number=CaseReferenceNumber(crn))
        for crn in ("X000001", "X000002")
    ]
    assert one.enquiry.release_date is not None
    later = replace(other.enquiry, release_date=one.enquiry.release_date + timedelta(days=1))
    cases = [
        replace(one, dossier=replace(one.dossier, person=people[0])),
        replace(other, dossier=replace(other.dossier, person=people[1]), enquiry=later),
    ]
    rule = "shares a number with cases/1.json, directly or not, and differs in another"
    assert problems(write_extract(tmp_path, cases)) == {"cases/2.json, person": rule}


def test_everything_is_told_at_once(folder: Path) -> None:
    write_follow_up(folder, rows(["1.json", SECRET, "", ""], [SECRET, "2026-10-31", "", ""]))
    for name in ("3.json", "4.json"):
        (folder / "cases" / name).write_text(SECRET, encoding="utf-8")
    assert list(problems(folder)) == [
        "cases/3.json, file",
        "cases/4.json, file",
        "follow_up.csv, row 2, followed_to",
        "follow_up.csv, row 3, case",
    ]


def numbered(
    row: int, noms: str | None = None, crn: str | None = None, pnc: str | None = None
) -> ReleaseCase:
    """A release of somebody who has these numbers."""
    person = Person(
        "Nobody",
        noms_number=NomsNumber(noms) if noms else None,
        case_reference_number=CaseReferenceNumber(crn) if crn else None,
        pnc_number=PncNumber(pnc) if pnc else None,
    )
    follow = FollowUp(row, f"{row}.json", TAKEN_OUT.date(), "", "")
    return ReleaseCase(follow, date(2020, 1, row), PersonNumbers.of(person))


@pytest.mark.parametrize(
    ("cases", "groups"),
    [
        pytest.param([(2, "A1"), (3, "B1"), (4, "A1")], [[2, 4], [3]], id="one number"),
        pytest.param([(2, "A1"), (3, None, "X1"), (4, "A1", "X1")], [[2, 3, 4]], id="joined by a third"),
        pytest.param(
            [(2, "A1"), (3, None, "A1")], [[2], [3]], id="numbers of two kinds that are written alike"
        ),
        pytest.param(
            [(2, None, None, "2019/0000123A"), (3, None, None, "19/123A")],
            [[2, 3]],
            id="one number in two ways",
        ),
        pytest.param([(4, "A1"), (3, "B1"), (2, "A1")], [[2, 4], [3]], id="in whatever order they come"),
    ],
)
def test_releases_that_share_a_number_are_of_one_person(
    cases: list[tuple[Any, ...]], groups: list[list[int]]
) -> None:
    found = people_of([numbered(*case) for case in cases])
    assert [[case.follow.row for case in releases] for releases in found] == groups
