"""What is sent and sent back about people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from marshmallow import fields

from api.answers import answer
from riskflag.importers.person_records import (
    address_enquiry_schema,
    person_records_schema,
    referral_enquiry_schema,
)
from riskflag.importers.report import ImportReport
from riskflag.persistence.people_search import FoundByName, SoughtByName
from riskflag.schema import schema_for
from riskflag.schema.building import FIELD
from riskflag.schema.fields import ALWAYS
from riskflag.service import PersonNumbers
from riskflag.vocabulary import AgreementReason, CaseReferenceNumber, NomsNumber, PersonId, PncNumber


@dataclass(frozen=True, slots=True)
class PersonReference:
    """Somebody who is held.

    person_id: an opaque reference, for use in addresses of routes
    """

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody who may be meant by a name with a date of birth.

    person_id: an opaque reference, for use in addresses of routes
    name, date_of_birth: as they are held
    noms_number, case_reference_number, pnc_number: what confirms who this is; null where it is not held
    agrees: whether the name and the date of birth agree; if not, another identifier must confirm who this is
    because: what agreed or differed
    """

    person_id: PersonId
    name: str
    date_of_birth: date | None
    noms_number: NomsNumber | None
    case_reference_number: CaseReferenceNumber | None
    pnc_number: PncNumber | None
    agrees: bool
    because: str

    @classmethod
    def of(cls, found: FoundByName) -> "FoundPerson":
        """Who was found, as it is sent back."""
        person = found.person
        return cls(
            person_id=found.person_id,
            name=person.name,
            date_of_birth=person.date_of_birth,
            noms_number=person.noms_number,
            case_reference_number=person.case_reference_number,
            pnc_number=person.pnc_number,
            agrees=found.agrees,
            because=found.because,
        )


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """Everybody who may be meant, those whose name and date of birth agree first. None of them is chosen."""

    people: tuple[FoundPerson, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A second person agrees that more addresses are asked about for somebody.

    reason: why
    """

    reason: AgreementReason


_OBJECT_OR_LIST = {"anyOf": [{"type": "object"}, {"type": "array", "items": {}}]}


@dataclass(frozen=True, slots=True)
class AsSent:
    """JSON as plain objects, untouched.

    content: an object or a list
    """

    content: object


class AnyJson(fields.Raw):
    """An object or a list, whose shape is its sender's."""

    default_error_messages = ALWAYS | {"invalid": "must be an object or a list"}

    def __init__(self, *, required: bool, metadata: Mapping[str, str]) -> None:
        super().__init__(required=required, metadata={**metadata, **_OBJECT_OR_LIST})

    def _deserialize(self, value: object, *_: object, **__: object) -> AsSent:
        if not isinstance(value, dict | list):
            raise self.make_error("invalid")
        return AsSent(value)


@dataclass(frozen=True, slots=True)
class SentPayload:
    """A payload of one of the systems that records come from.

    taken_at: when it was taken from its source system. No payload shows that, and the answers that rest on it
        are as old as this
    payload: the payload as that system gave it
    """

    taken_at: datetime
    payload: AsSent = field(metadata={FIELD: AnyJson})


PERSON_RECORDS = person_records_schema()()
ADDRESS_ENQUIRY = address_enquiry_schema()()
REFERRAL_ENQUIRY = referral_enquiry_schema()()
AGREEMENT = schema_for(Agreement)()
SENT_PAYLOAD = schema_for(SentPayload)()
PERSON_NUMBERS = schema_for(PersonNumbers)()
SOUGHT_BY_NAME = schema_for(SoughtByName)()
FOUND_PEOPLE = answer(FoundPeople)
PERSON_REFERENCE = answer(PersonReference)
IMPORT_REPORT = answer(ImportReport)
