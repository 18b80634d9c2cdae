"""Real people, from an extract -> rows, by the same steps as simulated people; and never a name.

An extract is a folder: ``cases/1.json`` and so on, a riskflag case file for each release with everything on
record up to the day of extraction, and ``follow_up.csv``; with ``decisions.csv`` also what officers decided.
``docs/retraining.md`` says it whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from riskflag.classifier.harm import Harm
from riskflag.dossier import Dossier
from riskflag.facts import Facts, derive_facts
from riskflag.facts.history import derive_history
from riskflag.importers.case_file import CaseFile
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Source
from training.config import SplitConfig
from training.extract_case import ReleaseCase, read_case
from training.extract_checks import check_extract
from training.labels import outcomes
from training.officers import OfficerDecision, read_decisions, with_decisions
from training.point_in_time import dossier_as_known, evening_of, morning_of, place_as_known
from training.rows import Followed, Row, row_of
from training.split import parts_of
from training.table import Outcome, Part

PROVED_IN: Mapping[Harm, frozenset[Source]] = {
    Harm.DOMESTIC_ABUSE: frozenset({Source.CONVICTIONS}),
    Harm.ORDER_BREACH: frozenset({Source.CONVICTIONS, Source.ORDER_BREACHES}),
    Harm.VIOLENCE: frozenset({Source.CONVICTIONS}),
}
"""Where each harm is on record once it is proved. That it did not happen can be said only where these
answered in full."""


class ExtractPeople:
    """The people of an extract, checked whole before the first row is worked out.

    folder: the extract. Raises BadInput with everything that is wrong with it
    jobs: how many processes check it
    decisions: whether what officers decided counts beside what was proved
    """

    def __init__(self, folder: Path, jobs: int = 1, *, decisions: bool = False) -> None:
        self._folder = folder
        self._people = check_extract(folder, jobs, decisions=decisions)
        self._decided: dict[str, list[OfficerDecision]] = {}
        for each in read_decisions(folder)[0] if decisions else ():
            self._decided.setdefault(each.case, []).append(each)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._people)

    def rows(self, numbers: range, split: SplitConfig) -> Iterator[Row]:
        """The rows of these people that are used for anything, in order."""
        rulebook = load_rulebook()
        for number in numbers:
            releases = self._people[number]
            parts = parts_of([release.released for release in releases], split)
            for release, part in zip(releases, parts, strict=True):
                if part is not Part.UNUSED:
                    case = read_case(self._folder, release.follow.case)
                    decided = self._decided.get(release.follow.case, ())
                    followed = _followed(case, release, number, part, decided)
                    yield row_of(_facts(case, release), followed, rulebook)


def _facts(case: CaseFile, release: ReleaseCase) -> Facts:
    """What could be known on the morning of the release."""
    moment, held = morning_of(release.released), case.dossier
    dossier = dossier_as_known(held.person, held.records, held.coverage, moment, held.asked_before)
    return derive_facts(dossier, case.enquiry, place_as_known(case.place, moment))


def _followed(
    case: CaseFile, release: ReleaseCase, number: int, part: Part, decided: Iterable[OfficerDecision]
) -> Followed:
    follow, held = release.follow, case.dossier
    in_the_end = dossier_as_known(
        held.person, held.records, held.coverage, evening_of(follow.followed_to), held.asked_before
    )
    return Followed(
        person=number,
        released=release.released,
        part=part,
        outcomes=with_decisions(
            _outcomes(in_the_end, release), decided, release.released, follow.followed_to
        ),
        truth={},
        ethnicity=follow.ethnicity,
        region=follow.region,
    )


def _outcomes(in_the_end: Dossier, release: ReleaseCase) -> Mapping[Harm, Outcome]:
    """What happened and what did not; neither where a source that would hold it did not answer in full. To
    keep only what happened would make the harm look more common than it is."""
    found = outcomes(derive_history(in_the_end), release.released, release.follow.followed_to)
    gaps = in_the_end.gaps().keys()
    return {harm: Outcome.OPEN if PROVED_IN[harm] & gaps else outcome for harm, outcome in found.items()}
