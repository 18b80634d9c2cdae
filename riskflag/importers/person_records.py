"""One person's records as files and requests carry them: by kind, and with what was asked of each source."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from marshmallow import Schema, ValidationError, missing, pre_dump, pre_load

from riskflag.dossier import SourceCoverage
from riskflag.enquiry import AddressEnquiry, ReferralEnquiry
from riskflag.importers.drawn_zones import zones_read
from riskflag.records import RECORD_KINDS, Person, Record
from riskflag.schema import FIELD, StrictSchema, schema_for
from riskflag.schema.fields import FEW_ENOUGH, Inside, Several
from riskflag.vocabulary import Source

PLAN = "release_date"
_TWICE = "is the same as that of an earlier record of this kind and system"


def by_kind(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records under the names of their kinds, in the order of RECORD_KINDS; no kind without any."""
    held = list(records)
    grouped = {name: [each for each in held if type(each) is kind] for name, kind in RECORD_KINDS.items()}
    return {name: group for name, group in grouped.items() if group}


def _in_one(**kinds: tuple[Record, ...]) -> tuple[Record, ...]:
    """Every record, whatever its kind. Raises ValidationError where one is given twice."""
    twice = {name: found for name, records in kinds.items() if (found := _given_twice(records))}
    if twice:
        raise ValidationError(twice)
    return tuple(chain.from_iterable(kinds.values()))


class _RecordsSchema(StrictSchema):
    """``{"convictions": [...], "alerts": [...]}`` <-> one tuple of records."""

    builds = staticmethod(_in_one)

    @pre_load
    def read_drawn_zones(self, data: object, **_: object) -> object:
        """The records with every zone in fields of its own. Raises ValidationError."""
        return zones_read(data)

    @pre_dump
    def group(self, records: Iterable[Record], **_: object) -> dict[str, list[Record]]:
        """The records by kind, as they are written."""
        return by_kind(records)


def _list_of(kind: type[Record]) -> Several:
    meaning = (kind.__doc__ or "").splitlines()[0]
    one = Inside(schema_for(kind))
    return Several(one, validate=FEW_ENOUGH, load_default=(), metadata={"description": meaning})


_RECORDS_BY_KIND = _RecordsSchema.from_dict(
    {name: _list_of(kind) for name, kind in RECORD_KINDS.items()}, name="RecordsByKindSchema"
)


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """Everything that is held about one person, and what was asked to know it.

    person: who it is about
    records: what is held, by kind; a kind that is left out has none
    coverage: what was asked of each source; a source that is left out was not asked
    """

    person: Person
    records: tuple[Record, ...] = field(metadata={FIELD: partial(Inside, _RECORDS_BY_KIND)})
    coverage: Mapping[Source, SourceCoverage]


def person_records_schema() -> type[Schema]:
    """The schema of one person's records: reads into ``PersonRecords``."""
    return schema_for(PersonRecords)


def address_enquiry_schema() -> type[Schema]:
    """The schema of an enquiry about an address as somebody sends it: reads into ``AddressEnquiry``."""
    return _with_its_plan(AddressEnquiry)


def referral_enquiry_schema() -> type[Schema]:
    """The schema of an enquiry about a referral as somebody sends it: reads into ``ReferralEnquiry``."""
    return _with_its_plan(ReferralEnquiry)


def _with_its_plan(kind: type) -> type[Schema]:
    """The schema of an enquiry that must say of what release plan it is part: by its date, or by null where
    none is set yet. A case file may leave that out."""
    schema = schema_for(kind)
    date = copy(schema().fields[PLAN])
    date.required, date.load_default = True, missing
    return type(schema.__name__, (schema,), {PLAN: date})


def _given_twice(records: Iterable[Record]) -> dict[int, dict[str, list[str]]]:
    """Where a record has the system and the identifier of an earlier one: counted twice, it would mislead."""
    seen: set[tuple[str, str]] = set()
    problems: dict[int, dict[str, list[str]]] = {}
    for index, record in enumerate(records):
        key = (record.source_system, record.source_id)
        if key in seen:
            problems[index] = {"source_id": [_TWICE]}
        seen.add(key)
    return problems
