"""A payload from its first byte to what is handed on: parsed, recognised, read, and what it covers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.importers.contradictory_homes import note_homes_forbidden_and_required
from riskflag.importers.detect import shape_of
from riskflag.importers.shape import Imported, Made, Payload, Shape
from riskflag.importers.sheet import read_sheet
from riskflag.importers.strict_json import read_any_json
from riskflag.records import PersonNumbers
from riskflag.vocabulary import Source


@dataclass(frozen=True, slots=True)
class Intake:
    """One payload, read.

    shape: what shape it is of
    imported: what came of it
    taken_at: when it was taken from its source system; when it was made, where it says that that was before
    """

    shape: Shape
    imported: Imported
    taken_at: datetime

    @property
    def coverage(self) -> Mapping[Source, SourceCoverage]:
        """What is known of each source it feeds. One that only adds says nothing of completeness."""
        return {
            source: SourceCoverage(
                asked_at=self.taken_at,
                answered=True,
                complete=self._complete(source),
                unreadable=self.imported.unreadable,
            )
            for source in sorted(self._fed)
        }

    @property
    def answers(self) -> frozenset[Source]:
        """The sources of which it is all there is."""
        return self.shape.answers

    @property
    def numbers(self) -> Mapping[str, PersonNumbers]:
        """Whose numbers it gives for the person, by the field that gives each."""
        return {_field(each.path): each.numbers for each in self.imported.named}

    @property
    def _fed(self) -> frozenset[Source]:
        """The sources of which it says anything: where all of it was read, those of which it has records."""
        about = self.shape.adds_to if self.imported.sources is None else self.imported.sources
        told = frozenset(record.source for record in self.imported.records)
        return self.shape.answers | (about & told if self.imported.whole else about)

    def _complete(self, source: Source) -> bool | None:
        if self.imported.gaps:
            return False
        return self.imported.whole if source in self.shape.answers else None


def read_payload(
    text: str | bytes, taken_at: datetime, named: str | None = None, person: PersonNumbers | None = None
) -> Intake:
    """What a payload holds, JSON or CSV. Raises BadInput, which repeats nothing of it.

    taken_at: when it was taken from its source system, with its offset from UTC
    named: the name of its shape, where it is known
    person: the numbers of whom it is read for, by which one of several is chosen; None where nobody said
    """
    return read_content(parsed(text), taken_at, named, person)


def read_content(
    content: object, taken_at: datetime, named: str | None = None, person: PersonNumbers | None = None
) -> Intake:
    """The same for a payload that is parsed already."""
    if taken_at.utcoffset() is None:
        raise ValueError("taken_at needs its offset from UTC")
    payload = Payload(content, taken_at, person)
    shape = shape_of(payload, named)
    imported = shape.read(payload)
    noted = note_homes_forbidden_and_required(imported.records)
    told = replace(imported, contradictions=imported.contradictions + noted)
    return Intake(shape, told, _speaks_of(imported.made, taken_at))


def _speaks_of(made: Iterable[Made], taken_at: datetime) -> datetime:
    """The moment up to which it speaks. Raises BadInput where it was made after it was taken."""
    after = [each.path for each in made if each.moment > taken_at]
    if after:
        raise BadInput({_field(path): "is later than taken_at" for path in after})
    return min([taken_at, *(each.moment for each in made)])


def _field(path: str) -> str:
    """What a refusal calls the field at this path of a payload."""
    return f"payload.{path.replace('[', '.').replace(']', '').lstrip('.')}"


def parsed(text: str | bytes) -> object:
    """The JSON, or the ``Sheet`` of a CSV file. Raises BadInput."""
    start = text.lstrip()[:4]
    begins = start.decode("utf-8", "ignore") if isinstance(start, bytes) else start
    if begins.lstrip("\ufeff \t\r\n")[:1] in ("{", "[", ""):
        return read_any_json(text, "payload")
    sheet = read_sheet(text)
    if sheet is None:
        raise BadInput({"payload": "is neither JSON nor CSV with a heading"})
    return sheet
