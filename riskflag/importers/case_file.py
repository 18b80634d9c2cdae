"""The case file: one person's records and one enquiry in one JSON file, for trying out and for tests."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from riskflag.dossier import Dossier, PlaceKnowledge
from riskflag.enquiry import AddressEnquiry
from riskflag.importers.person_records import PersonRecords, by_kind
from riskflag.importers.plain import plain
from riskflag.importers.strict_json import read_json
from riskflag.schema import json_schema, load_as, schema_for

_PLACE_NOT_ASKED_ABOUT = PlaceKnowledge()


class CaseFileFormat(StrEnum):
    """Which version of the case file this is."""

    FIRST = "riskflag-case-1"


@dataclass(frozen=True, slots=True)
class CaseDescription:
    """What a case file is an example of.

    id: what to call the case
    pattern: what it shows
    note: where its facts come from, and which are invented
    """

    id: str
    pattern: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file as read.

    description: what it is an example of; None where it does not say
    dossier: the person's records as known at the moment of the question
    enquiry: what is asked
    place: what records that are not the person's own say of the place
    """

    description: CaseDescription | None
    dossier: Dossier
    enquiry: AddressEnquiry
    place: PlaceKnowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileContents(PersonRecords):
    """A case file as written.

    format: riskflag-case-1
    case: what it is an example of
    as_of: the moment of the question; left out or null, the moment of asking
    place_knowledge: what records that are not the person's own say of the place
    enquiry: the proposed address
    """

    format: CaseFileFormat
    case: CaseDescription | None = None
    as_of: datetime | None = None
    place_knowledge: PlaceKnowledge = _PLACE_NOT_ASKED_ABOUT
    enquiry: AddressEnquiry


def read_case_file(text: str | bytes, now: datetime) -> CaseFile:
    """The case that a file holds. Raises BadInput, which names fields and reasons and repeats no content.

    now: the moment of asking, with its offset from UTC; the question's, where the file gives none
    """
    if now.utcoffset() is None:
        raise ValueError("now needs its offset from UTC")
    held = load_as(CaseFileContents, read_json(text, "file"), "file")
    dossier = Dossier(held.person, held.as_of or now, held.records, held.coverage)
    return CaseFile(held.case, dossier, held.enquiry, held.place_knowledge)


def write_case_file(case_file: CaseFile) -> str:
    """The file that ``read_case_file`` would read as this case. Fields at their default are left out."""
    dossier = case_file.dossier
    parts = {
        "format": CaseFileFormat.FIRST,
        "case": case_file.description,
        "as_of": dossier.as_of,
        "person": dossier.person,
        "enquiry": case_file.enquiry,
        "records": by_kind(dossier.records),
        "place_knowledge": case_file.place,
        "coverage": dossier.coverage,
    }
    return json.dumps(plain(parts), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def case_file_json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a case file."""
    return json_schema(schema_for(CaseFileContents), "riskflag case file")
