"""The case file: one person's records and one enquiry in one JSON file, for trying out and for tests."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from riskflag.dossier import Dossier, EarlierEnquiry, PlaceKnowledge
from riskflag.enquiry import AddressEnquiry, Enquiry, ReferralEnquiry
from riskflag.errors import BadInput
from riskflag.importers.person_records import PersonRecords, by_kind
from riskflag.importers.plain import plain
from riskflag.importers.strict_json import read_json
from riskflag.schema import json_schema, load_as, schema_for
from riskflag.vocabulary import EnquiryKind

_PLACE_NOT_ASKED_ABOUT = PlaceKnowledge()
_KEYS = {EnquiryKind.ADDRESS: "enquiry", EnquiryKind.REFERRAL: "referral"}


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
    enquiry: what is asked, about an address or a referral
    place: what records that are not the person's own say of the place
    """

    description: CaseDescription | None
    dossier: Dossier
    enquiry: Enquiry
    place: PlaceKnowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileContents(PersonRecords):
    """A case file as written.

    format: riskflag-case-1
    case: what it is an example of
    as_of: the moment of the question; left out or null, the moment of asking
    place_knowledge: what records that are not the person's own say of the place
    asked_before: addresses asked about lately for the same person; left out, none; null, nobody looked
    enquiry: the proposed address, where that is asked about
    referral: the referral, where that is asked about; a file asks about one of the two
    """

    format: CaseFileFormat
    case: CaseDescription | None = None
    as_of: datetime | None = None
    place_knowledge: PlaceKnowledge = _PLACE_NOT_ASKED_ABOUT
    asked_before: tuple[EarlierEnquiry, ...] | None = ()
    enquiry: AddressEnquiry | None = None
    referral: ReferralEnquiry | None = None


def read_case_file(text: str | bytes, now: datetime) -> CaseFile:
    """The case that a file holds. Raises BadInput, which names fields and reasons and repeats no content.

    now: the moment of asking, with its offset from UTC; the question's, where the file gives none
    """
    if now.utcoffset() is None:
        raise ValueError("now needs its offset from UTC")
    held = load_as(CaseFileContents, read_json(text, "file"), "file")
    moment = held.as_of or now
    dossier = Dossier(held.person, moment, held.records, held.coverage, asked_before=held.asked_before)
    return CaseFile(held.case, dossier, _asked(held), held.place_knowledge)


def write_case_file(case_file: CaseFile) -> str:
    """The file that ``read_case_file`` would read as this case. Fields at their default are left out."""
    dossier = case_file.dossier
    parts = {
        "format": CaseFileFormat.FIRST,
        "case": case_file.description,
        "as_of": dossier.as_of,
        "person": dossier.person,
        _KEYS[case_file.enquiry.kind]: case_file.enquiry,
        "records": by_kind(dossier.records),
        "place_knowledge": case_file.place,
        "coverage": dossier.coverage,
        **({} if dossier.asked_before == () else {"asked_before": dossier.asked_before}),
    }
    return json.dumps(plain(parts), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def case_file_json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a case file."""
    published = json_schema(schema_for(CaseFileContents), "riskflag case file")
    one_of_the_two = {"oneOf": [{"required": [key]} for key in _KEYS.values()]}
    parts = {
        **published["$defs"],
        "CaseFileContents": published["$defs"]["CaseFileContents"] | one_of_the_two,
    }
    return {**published, "$defs": parts}


def _asked(held: CaseFileContents) -> Enquiry:
    """The one thing that the file asks. Raises BadInput where it asks nothing, or two things."""
    if held.enquiry is not None and held.referral is not None:
        raise BadInput({"referral": "must not stand beside an enquiry: a file asks about one of the two"})
    asked = held.enquiry or held.referral
    if asked is None:
        raise BadInput({"enquiry": "is needed, or a referral in its place"})
    return asked
