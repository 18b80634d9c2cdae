"""What staff read of a referral is the same whatever is held in confidence, and so is what a draft quotes: nothing."""

import json
import re

import pytest

from riskflag.assessment import assess
from riskflag.casebook import NOW
from riskflag.disclosure import show
from riskflag.dossier import PlaceKnowledge
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role
from tests.golden.independent import EX, FAR, HER, HOME, Json, abuse, checked, offence, order, term, who
from tests.golden.independent_referrals import CLINIC, MENTOR, WORK, referred
from tests.golden.independent_searches import GUARDED, again, before

NO_CONTACT = term("no_contact", "not to contact Beth Corrie")
AREA = term("exclusion_area", "not to enter Quay Street, Marlow Sands, where Beth Corrie lives",
            zone={"description": "Quay Street, Marlow Sands",
                  "centre": {"easting": 440000, "northing": 330000}, "radius_metres": 400})  # fmt: skip
SERVED = [order("restraining_order", [EX], NO_CONTACT)]
UNSERVED = order("restraining_order", [EX], NO_CONTACT, served_on=None, present_when_made=False)
VISITS = {"who": EX, "address": HOME, "verified_on": "2026-11-01", "kind": "visits"}
HOME_OF_HERS = {"who": EX, "address": FAR, "verified_on": "2026-11-01"}
INVI = {"code": "INVI", "description": "Victim Contact", "started_on": "2026-08-01"}
ASKED_LIAISON = checked(
    "victim_liaison", source_system="victim_liaison", requested_on="2026-10-01", returned_on="2026-10-09"
)
WOUNDING = offence("00501", "Wounding with intent", "2026-05-01", custody_months=72, victims=[EX])
TEXTS = (
    "He needs a room from 1 December.",
    "The victim has moved to 31 Quay Street, Marlow Sands.",
    "Not near Quay Street.",
    "Ask for Beth.",
)
BASES: dict[str, Json] = {"a room": {}, "a clinic": CLINIC, "a mentor": MENTOR, "a job": WORK}
OCCUPANT = {"who": EX, "visibility": "protected"}


def held(file: Json) -> CaseFile:
    """A case file, read."""
    return read_case_file(json.dumps(file), NOW)


def staff_read(file: Json) -> str:
    """Everything that staff are shown."""
    of, book = held(file), load_rulebook()
    full = assess(of.dossier, of.enquiry, of.place, book)
    known = assess(of.dossier.known_part(), of.enquiry.known_part(), PlaceKnowledge(), book)
    return repr(show(full, known, Role.RESETTLEMENT_STAFF, NOW))


def officer_reads(file: Json) -> str:
    """Everything that the responsible officer is shown."""
    of = held(file)
    full = assess(of.dossier, of.enquiry, of.place, load_rulebook())
    return repr(show(full, full, Role.RESPONSIBLE_OFFICER, NOW))


CONFIDENCES: dict[str, Json] = {
    "she attends the site": {"protected_places": [VISITS]},
    "she lives where the text says": {"protected_places": [HOME_OF_HERS]},
    "her address is withheld": {"protected_places": [{"who": EX, "address": None, "withheld": True}]},
    "abuse of her was reported": {"domestic_abuse_events": [abuse("strangulation", EX, "2026-01-01")]},
    "an order waits to be served": {"protective_orders": [*SERVED, UNSERVED]},
    "victim liaison has the case": {"registrations": [INVI]},
    "contact from custody was noticed": {"custody_events": [
        {"kind": "received", "happened_on": "2026-07-10"}, {"kind": "sentenced", "happened_on": "2026-07-20"},
        {"kind": "contact_with_protected_person", "happened_on": "2026-10-05", "words": "rang Beth Corrie"}]},
    "a note of it was written": {"address_notes": [
        {"address": HOME, "kind": "police_information", "happened_on": "2026-10-01", "words": "Beth Corrie attends."}]},
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_staff_read_the_same_whatever_is_held_in_confidence(base: Json, text: str) -> None:
    plain: Json = {"protective_orders": SERVED, "convictions": [WOUNDING]}
    alone = staff_read(referred({**base, "text": text}, **plain))
    for records in CONFIDENCES.values():
        assert staff_read(referred({**base, "text": text}, **{**plain, **records})) == alone


@pytest.mark.parametrize("records", CONFIDENCES.values(), ids=CONFIDENCES)
def test_the_officer_can_tell_the_worlds_apart(records: Json) -> None:
    plain: Json = {"protective_orders": SERVED, "convictions": [WOUNDING]}
    one = officer_reads(referred({**CLINIC, "text": TEXTS[1]}, **plain))
    assert officer_reads(referred({**CLINIC, "text": TEXTS[1]}, **{**plain, **records})) != one


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"occupants": [OCCUPANT]}, id="she is known to come, in confidence"),
        pytest.param({"kept_apart": "She attends on Fridays, he on Tuesdays."}, id="another day was agreed"),
    ],
)
def test_what_is_said_in_confidence_with_the_question_changes_nothing_for_staff(changes: Json) -> None:
    alone = staff_read(referred(CLINIC, protective_orders=SERVED))
    assert staff_read(referred({**CLINIC, **changes}, protective_orders=SERVED)) == alone


def test_that_victim_liaison_was_asked_changes_nothing_for_staff() -> None:
    usual = [checked("police_domestic_abuse"), checked("childrens_services")]
    alone = staff_read(referred(convictions=[WOUNDING], checks=usual))
    assert staff_read(referred(convictions=[WOUNDING], checks=[*usual, ASKED_LIAISON])) == alone


def test_a_source_of_confidences_that_did_not_answer_changes_nothing_for_staff() -> None:
    alone = staff_read(referred(CLINIC, protective_orders=SERVED))
    for source in ("protected_places", "place_register"):
        assert staff_read(referred(CLINIC, protective_orders=SERVED, not_asked=(source,))) == alone


SORE = (
    "beth",
    "corrie",
    "quay",
    "marlow",
    "zy9",
    "liaison",
    "schizophrenia",
    "hiv",
    "sex work",
    "trafficking",
)
FAY = who("Fay Renn", "stepchild", "2017-06-01")
EVERYTHING_KNOWN: Json = {
    "protective_orders": [
        order("restraining_order", [EX, FAY], NO_CONTACT, AREA,
              term("no_reside_with", "not to live with Beth Corrie or Fay Renn"),
              source_system="victim_liaison"),
        order("sexual_harm_prevention_order", [FAY], term("no_contact_with_children", "no contact with Fay Renn")),
    ],
    "convictions": [{**WOUNDING, "method": "at 31 Quay Street", "location": FAR},
                    offence("05602", "Arson of Beth Corrie's car", "2020-05-01", victims=[EX], location=FAR)],
    "protected_places": [HOME_OF_HERS, VISITS],
    "registrations": [INVI, {"code": "MSV", "description": "Modern Day Slavery - Victim", "started_on": "2026-05-01"},
                      {"code": "AV2S", "description": "Risk to Staff", "notes": "hit Beth Corrie at work",
                       "started_on": "2026-09-01"}],
    "alerts": [{"code": "XTMS", "comment": "sex work, trafficking"}, {"code": "HA", "comment": "HIV"}],
    "health_and_care": [{"kind": "diagnosis", "words": "schizophrenia, HIV", "happened_on": "2026-09-01", "mental_health": True}],
    "domestic_abuse_events": [abuse("strangulation", EX, "2026-01-01", words="Beth Corrie, Quay Street")],
    "risk_assessments": [{"tool": "OASys", "happened_on": "2026-10-20", "overall": "high", "fire_setting": True,
                          "words": "Threatened staff at the hostel where Beth Corrie works. Sex work disclosed."}],
}  # fmt: skip
RECIPIENTS = ("housing_provider", "approved_premises", "substance_misuse_service", "mental_health_service",
              "employer", "mentor", "education", "benefits", "other")  # fmt: skip


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_no_draft_quotes_what_hurts(recipient: str) -> None:
    """The sentences for the recipient; what the officer must settle first may name sources, never people."""
    of = held(referred({"recipient": recipient, "text": TEXTS[1]}, person=HER, **EVERYTHING_KNOWN))
    draft = assess(of.dossier, of.enquiry, of.place, load_rulebook()).statement
    assert draft is not None
    told = " ".join(sentence.says for sentence in draft.sentences).casefold()
    asked = " ".join(draft.before_sending).casefold()
    assert [word for word in (*SORE, "fay", "renn", "aaron", "hester") if word in told] == []
    assert [word for word in ("beth", "corrie", "quay", "fay", "renn", "hiv") if word in asked] == []
    assert bool(told) or recipient in ("education", "benefits", "other")
    if recipient not in ("mental_health_service", "substance_misuse_service", "approved_premises"):
        assert not re.search(r"mental|suicide|self-harm|recovery", told)


def test_what_staff_read_never_holds_a_name() -> None:
    for base in BASES.values():
        read = staff_read(referred({**base, "text": TEXTS[1]}, **EVERYTHING_KNOWN)).casefold()
        assert [word for word in (*SORE, "fay", "renn") if word in read] == []


def test_a_search_looks_the_same_to_staff_whether_or_not_she_lives_there() -> None:
    """Three questions in her postcode sector, of which those that stopped did so unseen, or in nobody's."""
    read = {
        staff_read(
            again(before(3, "2026-11-02", stopped=stopped), before(5, "2026-11-12"), protected_places=places)
        )
        for stopped in (False, True)
        for places in (GUARDED["protected_places"], [])
    }
    assert len(read) == 1
