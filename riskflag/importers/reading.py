"""Going through a payload element by element: each becomes a record, something found, or a reject."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import cast

from riskflag.errors import BadInput
from riskflag.importers.fields import Fields, Notes
from riskflag.importers.plain import plain
from riskflag.importers.shape import Contradiction, Found, Imported, Payload, Product, Reject, Unusable
from riskflag.records import RECORD_KINDS, Record
from riskflag.schema import load_as
from riskflag.schema.building import OUT_OF_ORDER
from riskflag.schema.text import LONGEST_NAME
from riskflag.vocabulary import Source, SourceRecordId

Reader = Callable[[Fields], Product]
MOST_ELEMENTS = 10_000
"""In one payload. A person has a few hundred of anything."""

_LONGEST_ID = LONGEST_NAME - len(f" ({MOST_ELEMENTS})")
_KINDS = frozenset(RECORD_KINDS.values())
_CANNOT_BE_READ = "cannot be read"


class Reading:
    """One payload on its way to records. ``top`` is the payload itself; ``done`` is what came of it."""

    def __init__(self, payload: Payload) -> None:
        self.payload = payload
        self._notes = Notes()
        self.top = Fields(payload.content, "", payload.taken_on, self._notes)
        self._elements = 0
        self._records: list[Record] = []
        self._found: list[Found] = []
        self._rejects: list[Reject] = []
        self._sources: frozenset[Source] | None = None

    def each(self, elements: Iterable[Fields], reader: Reader) -> None:
        """Reads every element. One that cannot be read is a reject, and the others are read all the same."""
        for element in elements:
            self.one(element, reader)

    def one(self, element: Fields, reader: Reader) -> None:
        """Reads one element."""
        self._count()
        try:
            product = reader(element)
            self._check(element, product)
        except Unusable as unusable:
            self._reject(element, _from_there(str(unusable), element.path))
            return
        except Exception:  # whatever an element holds, it must not take the others with it, nor vanish
            self._reject(element, _CANNOT_BE_READ)
            return
        if type(product) in _KINDS:
            self._records.append(cast("Record", product))
        else:
            self._found.append(cast("Found", product))

    def no_record(self, elements: Iterable[Fields], what: str) -> None:
        """Counts elements that hold something for which there is no record. what: "a care need"."""
        for element in elements:
            self._count()
            self._rejects.append(Reject(element.path, f"carries no record: {what}", carries_no_record=True))

    def unreadable(self, path: str) -> None:
        """Counts one element more, of which nothing can be said but where it is."""
        self._count()
        self._rejects.append(Reject(path, _CANNOT_BE_READ))

    def feeds(self, sources: frozenset[Source]) -> None:
        """Narrows which of the shape's sources this payload is about."""
        self._sources = sources

    def done(self) -> Imported:
        """What came of the payload. Raises ValueError where an element is not accounted for."""
        return Imported(
            self._elements,
            distinct(self._records),
            tuple(self._found),
            tuple(self._rejects),
            tuple(self._notes.contradictions),
            tuple(self._notes.gaps),
            tuple(self._notes.named),
            self._sources,
            tuple(self._notes.made),
        )

    def _count(self) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise BadInput({"payload": f"holds more than {MOST_ELEMENTS:,} elements"})

    def _reject(self, element: Fields, reason: str) -> None:
        self._rejects.append(Reject(element.path, reason))

    def _check(self, element: Fields, product: Product) -> None:
        """Holds what was made to what a case file may hold, save that its dates may gainsay each other."""
        try:
            load_as(type(product), plain(product), "")
        except BadInput as refused:
            wrong = {name: why for name, why in refused.problems.items() if OUT_OF_ORDER not in why}
            if wrong:
                name, why = next(iter(wrong.items()))
                raise Unusable(f"{element.path}: {name}", why) from None
            for name, why in refused.problems.items():
                self._notes.contradictions.append(Contradiction(element.path, f"{name} {why}"))


def _from_there(reason: str, path: str) -> str:
    """The reason with its field named from the element on."""
    return reason.removeprefix(path).lstrip(".: ") if path else reason


def distinct(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records under identifiers of their own: a source that lists one thing twice loses neither."""
    seen: Counter[tuple[type, str, str]] = Counter()
    own: list[Record] = []
    for record in records:
        name = record.source_id
        while (place := (type(record), record.source_system, name)) in seen:
            seen[place] += 1
            name = SourceRecordId(f"{record.source_id[:_LONGEST_ID]} ({seen[place]})")
        seen[place] = 1
        own.append(record if name == record.source_id else replace(record, source_id=name))
    return tuple(own)


def reads(read: Callable[[Reading], None]) -> Callable[[Payload], Imported]:
    """A shape's ``read``, made of a function that goes through a ``Reading``.

    It raises BadInput for a payload of too many elements, and nothing else.
    """

    def through(payload: Payload) -> Imported:
        reading = Reading(payload)
        try:
            read(reading)
        except BadInput:
            raise
        except Exception:  # what is not built as its shape is must be told of
            reading.unreadable("")
        return reading.done()

    return through
