"""Rules about homes and about plans, when what is asked about is a referral: from the catalogue alone."""

import pytest

from tests.golden.independent import (
    EX,
    FAR,
    NINE,
    Expected,
    Json,
    differences,
    lives,
    offence,
    order,
    row,
    term,
    who,
)
from tests.golden.independent_referrals import CLINIC, MENTOR, WORK, found_clear, referred

NO_CONTACT = term("no_contact", "not to contact Beth Corrie")
HIS_EX = [order("restraining_order", [EX], NO_CONTACT)]
FIRE = [offence("05602", "Arson not endangering life", "2020-05-01", custody_months=20)]


def away(metres: int, **more: object) -> list[Json]:
    """Her home so many metres east of the site, verified three weeks ago."""
    point = {"easting": 400000 + metres, "northing": 300000, "precision_metres": 1}
    where = {
        "text": "7 Tollgate Road, Fernhill, ZZ1 6TR",
        "uprn": "990000000777",
        "postcode": "ZZ1 6TR",
        "point": point,
    }
    return [{"who": EX, "address": where, "verified_on": "2026-11-01", **more}]


def oasys(words: str = "", **more: object) -> list[Json]:
    """One risk assessment that says this."""
    return [{"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "words": words, **more}]


NEAR = [
    row("a room 300 metres from her", referred(protective_orders=HIS_EX, protected_places=away(300)), act="RO-ADDR-04"),
    row("a clinic 300 metres from her", referred(CLINIC, protective_orders=HIS_EX, protected_places=away(300)), act="RO-ADDR-04"),
    row("a clinic three kilometres from her", referred(CLINIC, protective_orders=HIS_EX, protected_places=away(3000)), quiet="RO-ADDR-04"),
    row("no order and no victim", referred(CLINIC), quiet="RO-ADDR-04"),
    row("nobody asked where she lives", referred(CLINIC, protective_orders=HIS_EX, not_asked=("protected_places",)), unsure="RO-ADDR-04"),
    row("by telephone only", referred({**CLINIC, "site": None, "nothing_to_attend": True}, protective_orders=HIS_EX,
                                      protected_places=away(300)), quiet="RO-ADDR-04"),
    row("nobody knows where the clinic is", referred({**CLINIC, "site": None}, protective_orders=HIS_EX,
                                                     protected_places=away(300)), unsure="REF-SITE-01"),
]  # fmt: skip

UNDER_16 = term("no_contact_with_children", "no contact with any child under 16", children_under=16)
CLASS = [order("sexual_harm_prevention_order", [], UNDER_16)]
FAY = {**NINE, "relationship": "stepchild"}
HERS = [
    order("non_molestation_order", [FAY], term("no_contact", "not to contact the relevant child Fay Renn"))
]
AT_CENTRE = term("no_contact_with_children", "no contact with any child under 16", children_under=16,
                 allows="supervised contact at the contact centre")  # fmt: skip
CHILDREN = [
    row("children come to the clinic", referred({**CLINIC, "children_attend": True}, protective_orders=CLASS),
        stop="RO-CHLD-01 SO-ADDR-01 REF-SITE-01"),
    row("a family lives in the shared house", referred({"occupants": lives(who("Mia Ash", "unknown", "2018-01-01"))},
        protective_orders=CLASS), stop="RO-CHLD-01 SO-ADDR-01"),
    row("the child whom the order names stays there", referred({"occupants": lives(FAY, visits=True)}, protective_orders=HERS),
        stop="RO-CHLD-01"),
    row("the child whom the order names lives far away", referred(protective_orders=HERS, protected_places=[
        {"who": FAY, "address": FAR, "verified_on": "2026-11-01"}]), quiet="RO-CHLD-01"),
    row("no children anywhere", referred(CLINIC, protective_orders=CLASS), quiet="RO-CHLD-01"),
    row("nobody knows whether children come", referred({**CLINIC, "children_attend": None}, protective_orders=CLASS),
        unsure="RO-CHLD-01"),
    row("children come, and nothing forbids it", referred({**CLINIC, "children_attend": True}), quiet="RO-CHLD-01 SO-ADDR-01"),
    row("the order ended in the spring", referred({**CLINIC, "children_attend": True}, protective_orders=[
        {**CLASS[0], "duration_wording": None, "expires_on": "2026-04-01"}]), quiet="RO-CHLD-01 SO-ADDR-01"),
    row("its last day is today", referred({**CLINIC, "children_attend": True}, protective_orders=[
        {**CLASS[0], "duration_wording": None, "expires_on": "2026-11-22"}]), stop="RO-CHLD-01"),
]  # fmt: skip

RESIDE = term(
    "no_reside_with_children", "not to live in a household with a person under 16", children_under=16
)
INTERNET = term(
    "devices_or_internet", "not to use a device that can reach the internet unless police may inspect it"
)
SEXUAL = [
    row("a room beside a child of nine", referred({"occupants": lives(NINE)}, protective_orders=[
        order("sexual_harm_prevention_order", [], RESIDE)]), stop="SO-ADDR-01"),
    row("an order of 2014 of the old kind", referred({"occupants": lives(NINE)}, protective_orders=[
        order("sexual_offences_prevention_order", [], RESIDE, made_on="2014-05-01", served_on="2014-05-01")]), stop="SO-ADDR-01"),
    row("the internet only, and no children", referred(protective_orders=[
        order("sexual_harm_prevention_order", [], INTERNET)]), not_stop="SO-ADDR-01"),
    row("children come to the college and the order is about a household", referred(
        {**CLINIC, "recipient": "education", "children_attend": True}, protective_orders=[
            order("sexual_harm_prevention_order", [], RESIDE)]), not_stop="SO-ADDR-01"),
    row("discharged, and the sealed order was seen", referred({"occupants": lives(NINE)}, protective_orders=[
        order("sexual_harm_prevention_order", [], RESIDE, discharged_on="2025-01-01", discharge_evidence="sealed order")]),
        quiet="SO-ADDR-01"),
    row("the licence forbids it", referred({"occupants": lives(NINE)}, licence_conditions=[{
        "code": "fce34fb2-02f4-4eb0-9b8d-d091e11451fa", "status": "approved", "prohibition": RESIDE}]), stop="SO-ADDR-01"),
    row("nobody asked for orders", referred(not_asked=("protective_orders",)), unsure="SO-ADDR-01"),
]  # fmt: skip

EVICTION = "Evicted from his last accommodation in {} for threatening behaviour and drug use."
STAFF_AND_FIRES = [
    row("evicted for threats last year, to a mentor", referred(MENTOR, risk_assessments=oasys(EVICTION.format("December 2025"))),
        act="STAFF-01"),
    row("evicted for rent arrears", referred(MENTOR, risk_assessments=oasys("Evicted in December 2025 for rent arrears.")),
        quiet="STAFF-01"),
    row("evicted for threats nine years ago", referred(MENTOR, risk_assessments=oasys(EVICTION.format("March 2017"))),
        not_stop="STAFF-01"),
    row("risk to staff on the register, to a job", referred(WORK, registrations=[
        {"code": "AV2S", "description": "Risk to Staff", "started_on": "2026-09-01"}]), act="STAFF-01"),
    row("a previous provider shut him out for abuse", referred(referrals=[
        {"recipient": "housing_provider", "status": "declined", "sent_on": "2026-10-20", "happened_on": "2026-10-20",
         "outcome": "Declined: excluded in 2025 for abusive and aggressive behaviour to staff."}]), act="STAFF-01"),
    row("arson, to a shared house", referred(convictions=FIRE), act="ARS-01"),
    row("a bin at twelve", referred(convictions=[
        offence("05602", "Arson not endangering life", "2002-05-01", method="set light to a bin"),
        offence("04600", "Theft from shops", "2026-07-01", custody_months=10)]), not_stop="ARS-01"),
    row("no fires", referred(), quiet="ARS-01 STAFF-01"),
    row("nobody asked for convictions", referred(not_asked=("convictions",)), unsure="ARS-01"),
]  # fmt: skip


def answered(topic: str, concern: bool | None, words: str = "") -> Json:
    """An answer of the screening on arrival."""
    return {"tool": "basic custody screening", "topic": topic, "concern": concern, "words": words,
            "happened_on": "2026-07-12"}  # fmt: skip


FOUGHT = [offence("00806", "Assault occasioning actual bodily harm", "2026-03-01", custody_months=9)]
UNMET = [{"officer": None, "happened_on": "2026-08-01"}]
LATER: Json = {
    "release_date": "2027-10-01",
    "licence_ends_on": "2028-10-01",
    "confirmed_start_on": "2027-10-01",
}


def sentenced(day: str, allocations: list[Json]) -> Json:
    """A long sentence that began on that day, release next autumn."""
    came = {"kind": "received", "happened_on": day}
    return referred(
        LATER, custody_events=[came, {"kind": "sentenced", "happened_on": day}], allocations=allocations
    )


PROCESS = [
    row("the screening found no violence, and there is a conviction", referred(
        convictions=FOUGHT, screening_answers=[answered("violence", False)]), act="PROC-SCR-01"),
    row("the screening tells of it", referred(
        convictions=FOUGHT, screening_answers=[answered("violence", True, "assault in March")]), quiet="PROC-SCR-01"),
    row("no arson, said the screening", referred(convictions=FIRE, screening_answers=[answered("arson", False)]), act="PROC-SCR-01"),
    row("nobody asked for the screening", referred(not_asked=("screening",)), unsure="PROC-SCR-01"),
    row("nobody allocated, release in nine days", referred(allocations=UNMET), raised="PROC-RO-01"),
    row("nobody allocated, an order in force and nine days", referred(protective_orders=HIS_EX, allocations=[]), stop="PROC-RO-01"),
    row("a registered person whom nobody has, release in nine days", referred(alerts=[{"code": "SOR"}], allocations=[]),
        stop="PROC-RO-01"),
    row("sentenced three weeks ago, nobody allocated", sentenced("2026-11-02", []), act="PROC-RO-01"),
    row("sentenced a week ago, nobody allocated", sentenced("2026-11-13", []), quiet="PROC-RO-01"),
    row("ten working days are up", sentenced("2026-11-05", []), act="PROC-RO-01"),
    row("allocated and met", referred(), quiet="PROC-RO-01"),
    row("nobody asked who has the case", referred(not_asked=("allocation",)), unsure="PROC-RO-01"),
]  # fmt: skip


def care(kind: str, day: str, words: str = "", **more: object) -> Json:
    """A record of mental health care."""
    return {"kind": kind, "happened_on": day, "words": words, "mental_health": True, **more}


ADMITTED = care("hospital_admission", "2026-09-01", "schizophrenia", told_responsible_officer=True)
APPOINTED = care("community_appointment", "2026-12-10", "community team", told_responsible_officer=True,
                 recorded_on="2026-11-10")  # fmt: skip
HEALTH = [
    row("admitted in September and nothing handed over", referred(health_and_care=[ADMITTED]), act="MH-01"),
    row("counselling in 2018", referred(health_and_care=[care("medication", "2018-03-01", "counselling")]), quiet="MH-01"),
    row("an appointment nine days after release", referred(health_and_care=[ADMITTED, APPOINTED]), quiet="MH-01"),
    row("an appointment fifteen days after release", referred(health_and_care=[ADMITTED, {**APPOINTED, "happened_on": "2026-12-16"}]),
        act="MH-01"),
    row("an appointment fourteen days after release", referred(health_and_care=[ADMITTED, {**APPOINTED, "happened_on": "2026-12-15"}]),
        quiet="MH-01"),
    row("the responsible officer was told nothing", referred(health_and_care=[
        {**ADMITTED, "told_responsible_officer": False}, {**APPOINTED, "told_responsible_officer": False}]), act="MH-01"),
    row("the register of mental health", referred(registrations=[
        {"code": "AMHL", "description": "Mental Health Issues", "started_on": "2026-09-01"}]), act="MH-01"),
    row("nobody asked healthcare", referred(not_asked=("health_and_care",)), unsure="MH-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "expected"), [*NEAR, *CHILDREN, *SEXUAL, *STAFF_AND_FIRES, *PROCESS, *HEALTH]
)
def test_rules_of_homes_and_plans_asked_of_a_referral(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        pytest.param(
            referred(protective_orders=HIS_EX, protected_places=away(300, verified_on="2026-01-10")),
            "RO-ADDR-04", id="where she lived in January is not where she lives"),
        pytest.param(
            referred(CLINIC, protective_orders=HIS_EX, protected_places=away(300, withheld=True, address=None)),
            "RO-ADDR-04 REF-SITE-01", id="her address is withheld"),
        pytest.param(
            referred({**CLINIC, "children_attend": True}, protective_orders=[order("sexual_harm_prevention_order", [], AT_CENTRE)]),
            "RO-CHLD-01", id="supervised contact at another place than this"),
        pytest.param(
            referred({"occupants": [], "occupants_stated": None}, protective_orders=CLASS),
            "RO-CHLD-01 SO-ADDR-01", id="nobody said who lives in the shared house"),
    ],
)  # fmt: skip
def test_doubt_about_a_site_is_never_silence(file: Json, codes: str) -> None:
    assert found_clear(file, codes) == []
