"""What is sent and sent back about people."""

from dataclasses import dataclass

from api.answers import answer
from riskflag.importers.person_records import (
    address_enquiry_schema,
    person_records_schema,
    referral_enquiry_schema,
)
from riskflag.importers.report import ImportReport
from riskflag.schema import schema_for
from riskflag.service import PersonNumbers
from riskflag.vocabulary import PersonId


@dataclass(frozen=True, slots=True)
class PersonReference:
    """Somebody who is held.

    person_id: an opaque reference, for use in addresses of routes
    """

    person_id: PersonId


PERSON_RECORDS = person_records_schema()()
ADDRESS_ENQUIRY = address_enquiry_schema()()
REFERRAL_ENQUIRY = referral_enquiry_schema()()
PERSON_NUMBERS = schema_for(PersonNumbers)()
PERSON_REFERENCE = answer(PersonReference)
IMPORT_REPORT = answer(ImportReport)
