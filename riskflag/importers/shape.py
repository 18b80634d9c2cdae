"""What a reader of one source shape is, and what comes of a payload: nothing in it is lost without a word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from riskflag.dossier import LONDON
from riskflag.enquiry import AddressEnquiry
from riskflag.records import Address, Person, PersonNumbers, PlaceIncident, Record
from riskflag.vocabulary import Source

Found = Person | Address | AddressEnquiry | PlaceIncident
"""What a payload can hold that is no record of the person's: it is shown and not stored."""

Product = Record | Person | Address | AddressEnquiry


class Unusable(Exception):
    """Raised by a reader for an element that cannot become a record. Neither part repeats any content.

    field: the path of the field in the payload; empty for the payload itself
    reason: what is wrong with it, in words that follow the field's name
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reject:
    """An element of which no record was made.

    path: where it is in the payload (``content[3]``)
    reason: which field is wrong, and how
    carries_no_record: nothing is wrong with it, but no record holds what it says
    """

    path: str
    reason: str
    carries_no_record: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something kept as it came although one part of it gainsays another.

    path: where it is in the payload
    what: which fields, and how
    """

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a record lacks, or a payload, although the source holds it.

    path: where it is in the payload
    what: what is missing, and why
    """

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a payload says that it is about.

    path: where it says so
    numbers: the number given there
    """

    path: str
    numbers: PersonNumbers


@dataclass(frozen=True, slots=True)
class Made:
    """When a payload says that it was made.

    path: where it says so
    moment: the moment given there, with its offset from UTC
    """

    path: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a payload. Raises ValueError where an element is not accounted for.

    elements: how many there were in it
    records: what is held of the person from now on
    found: what it told besides
    rejects: elements that became neither
    contradictions: what was kept although it gainsays itself
    gaps: what the source holds and the payload or its reader left out
    named: whom it says that it is about
    sources: which of the shape's sources this payload is about; None where that is all of them
    made: when it says that it was made
    """

    elements: int
    records: tuple[Record, ...] = ()
    found: tuple[Found, ...] = ()
    rejects: tuple[Reject, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    gaps: tuple[Gap, ...] = ()
    named: tuple[Named, ...] = ()
    sources: frozenset[Source] | None = None
    made: tuple[Made, ...] = ()

    def __post_init__(self) -> None:
        if self.elements != len(self.records) + len(self.found) + len(self.rejects):
            raise ValueError("an element of the payload is neither a record nor a reject")

    @property
    def unreadable(self) -> int:
        """How many elements could not be read. One that no record could hold is none of them."""
        return sum(not reject.carries_no_record for reject in self.rejects)

    @property
    def whole(self) -> bool:
        """Whether everything that the source holds has been read from it."""
        return not self.gaps and not self.unreadable


@dataclass(frozen=True, slots=True)
class Payload:
    """One payload as it came.

    content: its JSON as plain objects, or a ``Sheet`` of CSV
    taken_at: when it was taken from its source system, with its offset from UTC
    person: the numbers of whom it is read for; None where nobody said
    """

    content: object
    taken_at: datetime
    person: PersonNumbers | None = None

    @property
    def taken_on(self) -> date:
        """The day on which it was taken, in England and Wales: the "today" of all that it says."""
        return self.taken_at.astimezone(LONDON).date()


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape in which a source's records arrive.

    name: what it is called on the command line ("alerts-api")
    title: what it is, in words
    recognises: whether a payload is of this shape; never raises
    read: what comes of a payload of this shape
    answers: sources of which one payload holds everything there is, so that it replaces what was held
    adds_to: sources of which it holds a part, so that it adds and never takes away
    """

    name: str
    title: str
    recognises: Callable[[object], bool]
    read: Callable[[Payload], Imported]
    answers: frozenset[Source] = frozenset()
    adds_to: frozenset[Source] = frozenset()
