"""One case file of an extract: the records of one person, all that there are, and one release of theirs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from riskflag.dossier import LONDON, NEVER_ASKED, MissingReason
from riskflag.enquiry import AddressEnquiry
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.records import PersonNumbers
from riskflag.vocabulary import Source
from training.follow_up import FOLLOW_UP, FollowUp
from training.point_in_time import coverage_as_known, evening_of
from training.problems import Problem

CASES = "cases"
PROVED_IN = (Source.CONVICTIONS, Source.ORDER_BREACHES)
"""Where it is recorded that a harm was proved."""
_NOT_DATED = datetime(9999, 12, 31, tzinfo=UTC)
_SAYS_NOTHING = {
    MissingReason.NOT_ASKED: "must have been asked: it says whether a harm was proved",
    MissingReason.NO_ANSWER: "must have answered: it says whether a harm was proved",
    MissingReason.STALE: "must be known up to followed_to: it says whether a harm was proved",
}


@dataclass(frozen=True, slots=True)
class ReleaseCase:
    """A case file that may be learned from.

    follow: its row in ``follow_up.csv``
    released: day of the release
    numbers: by which the person's other releases are found
    """

    follow: FollowUp
    released: date
    numbers: PersonNumbers = field(repr=False)


def read_case(folder: Path, name: str) -> CaseFile:
    """A case file of an extract. Raises BadInput, which repeats no content."""
    try:
        text = (folder / CASES / name).read_bytes()
    except OSError:
        raise BadInput({"file": "is not there, or cannot be read"}) from None
    return read_case_file(text, _NOT_DATED)


def checked_case(folder: Path, follow: FollowUp) -> tuple[ReleaseCase | None, list[Problem]]:
    """The case of a row, where nothing in its file is wrong, and everything that is."""
    file = f"{CASES}/{follow.case}"
    try:
        case = read_case(folder, follow.case)
    except BadInput as refused:
        return None, [Problem(file, 0, where, reason) for where, reason in refused.problems.items()]
    problems = [Problem(file, 0, where, rule) for where, rule in _needed(case)]
    if problems or not isinstance(case.enquiry, AddressEnquiry) or case.enquiry.release_date is None:
        return None, problems
    released = case.enquiry.release_date
    problems += [Problem(file, 0, where, rule) for where, rule in _in_time(case, case.enquiry, released)]
    problems += [Problem(file, 0, where, rule) for where, rule in _proofs(case, follow.followed_to)]
    problems += [
        Problem(FOLLOW_UP, follow.row, "followed_to", rule)
        for rule in _followed(follow.followed_to, released, case.dossier.as_of_date)
    ]
    return ReleaseCase(follow, released, PersonNumbers.of(case.dossier.person)), problems


def _needed(case: CaseFile) -> Iterable[tuple[str, str]]:
    if case.dossier.as_of == _NOT_DATED:
        yield "as_of", "is needed: the moment at which the records were taken out"
    if not case.dossier.person.identified:
        yield "person", "needs a number: by it the releases of one person are found"
    if not isinstance(case.enquiry, AddressEnquiry):
        yield "enquiry", "is needed: the address that was proposed for the release"
    elif case.enquiry.release_date is None:
        yield "enquiry.release_date", "is needed: the day of the release"


def _in_time(case: CaseFile, enquiry: AddressEnquiry, released: date) -> Iterable[tuple[str, str]]:
    taken_out = case.dossier.as_of.astimezone(LONDON).date()
    if released > taken_out:
        yield "enquiry.release_date", "must not be after as_of: it is of a release that was"
    if enquiry.confirmed_on is not None and enquiry.confirmed_on > released:
        yield "enquiry.confirmed_on", "must not be after the release: nobody knew it that morning"
    if any(record.recorded_on > taken_out for record in case.dossier.records):
        yield "records", "must not be recorded after as_of"


def _followed(followed_to: date, released: date, taken_out: date) -> Iterable[str]:
    if followed_to < released:
        yield "must not be before the release"
    if followed_to > taken_out:
        yield "must not be after as_of of its case: the records end there"


def _proofs(case: CaseFile, followed_to: date) -> Iterable[tuple[str, str]]:
    end = evening_of(followed_to)
    for source in PROVED_IN:
        gap = coverage_as_known(case.dossier.coverage.get(source, NEVER_ASKED), end).gap(source, end)
        if gap in _SAYS_NOTHING:
            yield f"coverage.{source}", _SAYS_NOTHING[gap]
