"""People: their records in, and enquiries about a proposed address or a referral."""

from http import HTTPStatus

from api.assessments.schemas import SHOWN_ASSESSMENT
from api.assessments.showing import as_seen_by
from api.auth import OFFICER, OFFICER_AND_STAFF, RECORD_FEED, actor, policy
from api.bodies import RECORDS_BYTES
from api.pace import paced
from api.people.asking import answer_to
from api.people.schemas import (
    ADDRESS_ENQUIRY,
    AGREEMENT,
    FOUND_PEOPLE,
    IMPORT_REPORT,
    PERSON_NUMBERS,
    PERSON_RECORDS,
    PERSON_REFERENCE,
    REFERRAL_ENQUIRY,
    SENT_PAYLOAD,
    SOUGHT_BY_NAME,
    Agreement,
    FoundPeople,
    FoundPerson,
    PersonReference,
    SentPayload,
)
from api.repeating import DESCRIBED, once
from api.section import Section
from api.wiring import wired
from riskflag.disclosure import ShownAssessment
from riskflag.enquiry import AddressEnquiry, Enquiry, ReferralEnquiry
from riskflag.errors import BadInput, NotFound
from riskflag.importers.intake import read_content
from riskflag.importers.person_records import PersonRecords
from riskflag.importers.report import ImportReport, report_of
from riskflag.importers.taken import taken_by
from riskflag.pace import Asking
from riskflag.persistence.people_search import SoughtByName
from riskflag.service import PersonNumbers
from riskflag.vocabulary import PersonId

people = Section("people", "People: their records, and enquiries about a proposed address or a referral.")
Answered = tuple[ShownAssessment, HTTPStatus, dict[str, str]]
LOCATION = {"Location": {"description": "where the answer can be read again", "schema": {"type": "string"}}}


@people.route("/people", methods=["POST"])
@policy(RECORD_FEED, refusals=(409,), largest_body=RECORDS_BYTES)
@people.arguments(PERSON_RECORDS)
@people.response(HTTPStatus.OK, PERSON_REFERENCE, description="held already; the records were replaced")
@people.response(HTTPStatus.CREATED, PERSON_REFERENCE, description="stored")
def put_person(sent: PersonRecords) -> tuple[PersonReference, HTTPStatus]:
    """Store somebody with all their records

    Somebody who is held already is found by their numbers, and all their records are replaced. Numbers that
    belong to more than one person who is held are a conflict.
    """
    held = _holds(PersonNumbers.of(sent.person))
    person_id = wired().service.put_person(sent.person, sent.records, sent.coverage, actor())
    return PersonReference(person_id), HTTPStatus.OK if held else HTTPStatus.CREATED


@people.route("/people/<opaque:person_id>/records", methods=["PUT"])
@policy(RECORD_FEED, refusals=(404, 409), largest_body=RECORDS_BYTES)
@people.arguments(PERSON_RECORDS)
@people.response(HTTPStatus.NO_CONTENT, description="replaced")
def put_records(sent: PersonRecords, person_id: PersonId) -> None:
    """Replace all that is held of somebody"""
    wired().service.put_records(person_id, sent.person, sent.records, sent.coverage, actor())


@people.route("/people/find", methods=["POST"])
@policy(OFFICER_AND_STAFF, refusals=(404, 409))
@paced(Asking.LOOKUP)
@people.arguments(PERSON_NUMBERS)
@people.response(HTTPStatus.OK, PERSON_REFERENCE)
def find_person(numbers: PersonNumbers) -> PersonReference:
    """Find somebody by their numbers

    A name alone identifies nobody, so it is not asked for. That somebody looked is recorded.
    """
    if numbers == PersonNumbers():
        raise BadInput({"body": "must give at least one number"})
    return PersonReference(wired().service.find_person(numbers, actor()))


@people.route("/people/find-by-name", methods=["POST"])
@policy(OFFICER_AND_STAFF, refusals=(404,))
@paced(Asking.LOOKUP)
@people.arguments(SOUGHT_BY_NAME)
@people.response(HTTPStatus.OK, FOUND_PEOPLE)
def find_by_name(sought: SoughtByName) -> FoundPeople:
    """Find somebody by their name and date of birth

    For whoever has no number. Both are needed. Several may be meant, and none of them is chosen: another
    identifier confirms who it is. That somebody looked is recorded, without what they looked for.
    """
    found = wired().service.looking_up.by_name(sought, actor())
    return FoundPeople(tuple(map(FoundPerson.of, found)))


@people.route("/people/<opaque:person_id>/address-enquiries", methods=["POST"])
@policy(OFFICER_AND_STAFF, refusals=(404, 409, 423))
@paced(Asking.ENQUIRY)
@people.doc(parameters=[DESCRIBED])
@people.arguments(ADDRESS_ENQUIRY)
@people.response(HTTPStatus.CREATED, SHOWN_ASSESSMENT, description="answered", headers=LOCATION)
def ask_about_address(enquiry: AddressEnquiry, person_id: PersonId) -> Answered:
    """Ask about a proposed address

    The answer is what the reader's role may see of it. It is recorded before it is shown. Of one person only
    so many addresses are answered in a month until another responsible officer agrees to more.
    """
    return _answer(enquiry, person_id)


@people.route("/people/<opaque:person_id>/referral-enquiries", methods=["POST"])
@policy(OFFICER_AND_STAFF, refusals=(404, 409, 423))
@paced(Asking.ENQUIRY)
@people.doc(parameters=[DESCRIBED])
@people.arguments(REFERRAL_ENQUIRY)
@people.response(HTTPStatus.CREATED, SHOWN_ASSESSMENT, description="answered", headers=LOCATION)
def ask_about_referral(enquiry: ReferralEnquiry, person_id: PersonId) -> Answered:
    """Ask about a referral

    What it leaves out, what it should not say, whether its site is safe, and whether it arrived. The answer
    is what the reader's role may see of it. It is recorded before it is shown.
    """
    return _answer(enquiry, person_id)


def _answer(enquiry: Enquiry, person_id: PersonId) -> Answered:
    stored = answer_to(enquiry, person_id, once())
    where = {"Location": f"/assessments/{stored.id}"}
    return as_seen_by(actor(), stored), HTTPStatus.CREATED, where


@people.route("/people/<opaque:person_id>/payloads", methods=["POST"])
@policy(RECORD_FEED, refusals=(404,), largest_body=RECORDS_BYTES)
@people.arguments(SENT_PAYLOAD)
@people.response(HTTPStatus.OK, IMPORT_REPORT, description="stored, and what came of every part of it")
def import_payload(sent: SentPayload, person_id: PersonId) -> ImportReport:
    """Import a payload of one of the systems that records come from

    Its shape is told from its fields, and exactly one shape must fit. What it holds is added to what is held
    of the person, or replaces what the same system gave before where it is all there is. It counts as of when
    it was taken from its source system, which the sender must say; what was taken later is never replaced by
    it. A payload that names somebody else is refused; of several defendants in a hearing, the one with the
    person's number is read. Every element comes out as a record, as something found besides or as a reject.
    """
    service = wired().service
    taken_at = taken_by(service.moment(), sent.taken_at, "taken_at")
    numbers = service.numbers_of(person_id, actor())
    intake = read_content(sent.payload.content, taken_at, person=numbers)
    service.import_payload(person_id, intake, actor())
    return report_of(intake)


@people.route("/people/<opaque:person_id>/agreements", methods=["POST"])
@policy(OFFICER, refusals=(404,))
@people.arguments(AGREEMENT)
@people.response(HTTPStatus.NO_CONTENT, description="recorded")
def agree(agreement: Agreement, person_id: PersonId) -> None:
    """Agree that more addresses are asked about for somebody

    For a responsible officer who did not ask beyond the cap. It allows a few more, for a month.
    """
    wired().service.agree_to_further_places(person_id, agreement.reason, actor())


def _holds(numbers: PersonNumbers) -> bool:
    try:
        wired().service.find_person(numbers, actor())
    except NotFound:
        return False
    return True
