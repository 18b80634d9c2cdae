"""The people whom the inspection of 2016 met and the casebook does not name, retold with invented details."""

import pytest

from tests.golden.independent import (
    ALICE,
    EVERYTHING,
    EX,
    FAR,
    FRIEND,
    HER,
    HOME,
    MOTHER,
    NO_ADDRESS,
    Expected,
    Json,
    abuse,
    at,
    case,
    differences,
    lives,
    offence,
    order,
    row,
    said,
    term,
    who,
)

NO_CONTACT = term("no_contact", "not to contact directly or indirectly the protected person")
SOR = {"code": "SOR", "active_from": "2019-01-01"}
NOT_MET = [{"officer": "Ines Whitlow", "happened_on": "2026-11-17"}]
OWN_FLAT: Json = {"occupants": [], "placement": "own_tenancy"}
TENANCY = [{"address": HOME, "use": "main", "person_is_tenant": True}]
HIS_OFFENCES = [
    offence("00806", "Assault occasioning actual bodily harm", "2026-03-01", location=HOME, victims=[ALICE], custody_months=9),
    offence("14900", "Criminal damage", "2026-04-01", location=at("14 Larch Close, Fernhill")),
]  # fmt: skip


def answered(topic: str, concern: bool | None, words: str = "") -> Json:
    """An answer of the screening on arrival."""
    return {"tool": "basic custody screening", "topic": topic, "concern": concern, "words": words,
            "happened_on": "2026-07-12"}  # fmt: skip


def assessed(words: str = "", **levels: object) -> list[Json]:
    """The newest risk assessment."""
    return [
        {"tool": "OASys layer 3", "happened_on": "2026-10-20", "words": words, "overall": "medium", **levels}
    ]


JOE = [
    row("Joe cannot go back to where he did it, and a week is left", case(
        {"status": "previous_address", "confirmed_on": None, "release_date": "2026-11-29"},
        convictions=HIS_OFFENCES, occupier_conversations=[],
        address_notes=[{"address": HOME, "kind": "staff", "happened_on": "2026-11-20",
                        "words": "Cannot return there: it is where the offences took place."}]),
        raised="DA-OFF-01 PROC-ADDR-01 DA-UNFL-01"),
    row("Joe, and the woman he hit is still there", case(
        {"occupants": lives(ALICE), "release_date": "2026-11-29"}, convictions=HIS_OFFENCES),
        stop="DA-OFF-01 DA-ADDR-01"),
    row("Joe with another address, settled in good time", case(
        {"address": FAR}, convictions=HIS_OFFENCES), quiet="DA-OFF-01 DA-ADDR-01 PROC-ADDR-01"),
]  # fmt: skip

BARRY = [
    row("Barry, registered, no bed, an officer since Tuesday who has not met him", case(
        NO_ADDRESS, alerts=[SOR], allocations=NOT_MET), stop="SO-NFA-01", raised="PROC-RO-01 SO-NOT-01"),
    row("Barry, known as registered from probation only", case(NO_ADDRESS, allocations=[], registrations=[
        {"code": "ARSO", "description": "Registered Sex Offender", "started_on": "2026-09-01"}]),
        stop="SO-NFA-01", raised="PROC-RO-01"),
    row("Barry with a bed in approved premises and an officer who met him", case(
        {"placement": "approved_premises", "occupants": []}, alerts=[SOR]), quiet="SO-NFA-01 PROC-RO-01", raised="SO-NOT-01"),
]  # fmt: skip

JIM = [
    row("Jim may be going to his friend's, and the screening finds nothing of concern", case(
        {"status": "mentioned", "confirmed_on": None, "release_date": "2026-11-25"}, occupier_conversations=[], checks=[],
        screening_answers=[answered("accommodation", False, "may be going to his friend's"), answered("violence", False)],
        alerts=[{"code": "XVL", "active_from": "2026-07-12"}]),
        act="PROC-ADDR-01 PROC-SCR-01 CHK-01"),
    row("Jim, but the friend confirmed it and the screening told what was known", case(
        screening_answers=[answered("violence", True, "assault in 2024")], alerts=[{"code": "XVL", "active_from": "2026-07-12"}]),
        quiet="PROC-ADDR-01 PROC-SCR-01 CHK-01"),
]  # fmt: skip

ROBERT_GARETH_IAN = [
    row("Robert loses his flat in custody and nobody acted on it", case(
        NO_ADDRESS, addresses=[{"address": HOME, "use": "previous", "ends_on": "2026-09-30"}],
        screening_answers=[answered("accommodation", True, "has a flat, rent not being paid")],
        referrals=[{"recipient": "housing_provider", "status": "sent", "sent_on": "2026-10-01"}]),
        act="PROC-ADDR-01", quiet="SO-NFA-01 RO-ADDR-01 DA-ADDR-01"),
    row("Gareth leaves with no address, no officer met and a high risk", case(
        NO_ADDRESS, allocations=NOT_MET, risk_assessments=assessed(overall="high")),
        stop="SO-NFA-01", raised="PROC-RO-01"),
    row("Gareth with a low risk", case(NO_ADDRESS), act="PROC-ADDR-01", quiet="SO-NFA-01"),
    row("Ian, whose mentor confirmed a room", case(
        {"occupants": [], "placement": "supported_housing"}, occupier_conversations=[], referrals=[
            {"recipient": "mentor", "status": "accepted", "sent_on": "2026-10-20", "happened_on": "2026-11-16",
             "outcome": "Room confirmed.", "suitable": True}]), quiet=EVERYTHING),
]  # fmt: skip

BROKE_IN = abuse("damage", EX, "2026-09-09", "victim", at=HOME, words="Broke in and smashed the kitchen.")
VICTOR = [{"kind": "substance_recovery", "words": "on the drug recovery unit", "happened_on": "2026-09-01"}]
SICK = [{"kind": "diagnosis", "words": "psychosis", "happened_on": "2026-08-01", "mental_health": True,
         "told_responsible_officer": False}]  # fmt: skip
USED_THERE = {
    "address": at("14 Larch Cl, Fernhill, ZZ1 4LC"),
    "kind": "drug_use",
    "happened_on": "2026-06-01",
}
ROSE_VICTOR = [
    row("Rose, whose former partner broke in while she was in custody", case(
        OWN_FLAT, person=HER, addresses=TENANCY, occupier_conversations=[], domestic_abuse_events=[BROKE_IN]),
        act="VIC-KNOWN-01", quiet="DA-ADDR-01 DA-OFF-01 DA-UNFL-01 DA-NEW-01"),
    row("Rose, where the place is not said and he had a key", case(
        OWN_FLAT, person=HER, addresses=TENANCY, occupier_conversations=[], domestic_abuse_events=[
            {**BROKE_IN, "at": None, "other_still_has_access": True}]), act="VIC-KNOWN-01"),
    row("Rose moves to another town", case(
        {"address": FAR, "occupants": [], "placement": "supported_housing"}, person=HER, occupier_conversations=[],
        domestic_abuse_events=[BROKE_IN]), quiet="VIC-KNOWN-01 VIC-ADDR-01"),
    row("Victor, in recovery, to a household that uses, and nobody told the officer of his illness", case(
        health_and_care=[*VICTOR, *SICK], place=[USED_THERE]), act="DRUG-01 MH-01"),
    row("Victor, where only a note says that they use", case(
        health_and_care=VICTOR, address_notes=[{"address": HOME, "kind": "staff", "happened_on": "2026-10-01",
                                               "words": "His cousin there smokes cannabis."}]), act="DRUG-01"),
    row("Victor to a household that never used", case(health_and_care=VICTOR), quiet="DRUG-01"),
]  # fmt: skip

SHE_IS_PROTECTED = order(
    "restraining_order", [who("Hester Vane", born="1991-08-03")], term("no_contact", "Paul Stead must not contact her"),
    person_is="protected")  # fmt: skip
STEAD = who("Paul Stead", "partner", "1985-05-05")
FAMILIES = [
    row("a young man to his mother, with one old call-out that nothing supports", case(
        {"occupants": lives(MOTHER)}, person={"date_of_birth": "2004-02-11"}, occupier_conversations=[said(MOTHER)],
        domestic_abuse_events=[abuse("verbal_dispute", MOTHER, "2020-08-08", words="shouting heard")]),
        act="DA-ADDR-02", quiet="DA-OCC-01 DA-NEW-01 RO-ADDR-01"),
    row("a young man who hit his mother last year, whom nobody convicted", case(
        {"occupants": lives(MOTHER)}, person={"date_of_birth": "2004-02-11"}, occupier_conversations=[said(MOTHER)],
        domestic_abuse_events=[abuse("physical_violence", MOTHER, "2025-08-08", corroborated=True)]), stop="DA-ADDR-02"),
    row("an order protects her, and she goes to live with the man it binds", case(
        {"occupants": lives(STEAD)}, person=HER, occupier_conversations=[said(STEAD)],
        protective_orders=[{**SHE_IS_PROTECTED, "visibility": "known_to_subject"}],
        domestic_abuse_events=[abuse("physical_violence", STEAD, "2025-08-08", "victim", corroborated=True)]),
        stop="VIC-ADDR-01", quiet="RO-ADDR-01 DA-ADDR-01 RO-LIC-01 RO-REG-01 RO-TIME-03"),
    row("an order protects her, and he lives far away", case(
        {"occupants": lives(FRIEND)}, person=HER, protective_orders=[SHE_IS_PROTECTED]), quiet="RO-ADDR-01 VIC-ADDR-01"),
    row("acquitted, bound all the same, and back to her", case(
        {"occupants": lives(ALICE)}, occupier_conversations=[said(ALICE)],
        convictions=[offence("00806", "Actual bodily harm", "2024-03-01", outcome="acquitted", convicted_on=None, victims=[ALICE])],
        protective_orders=[order("restraining_order_on_acquittal", [ALICE], NO_CONTACT)]),
        stop="RO-ADDR-01", quiet="DA-UNFL-01 DA-NEW-01"),
    row("acquitted, bound, and to his friend's", case(
        protective_orders=[order("restraining_order_on_acquittal", [ALICE], NO_CONTACT)],
        protected_places=[{"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}]),
        quiet="RO-ADDR-01 DA-UNFL-01 DA-NEW-01", raised="RO-TIME-03"),
    row("a notice on Friday, home on Monday", case(
        {"release_date": "2026-11-23", "occupants": lives(ALICE)}, occupier_conversations=[said(ALICE)],
        protective_orders=[order(
            "domestic_violence_protection_notice", [ALICE], NO_CONTACT,
            term("leave_premises", "to leave the premises", place=at("14 Larch Close, Fernhill")),
            made_on="2026-11-20", served_on="2026-11-20", recorded_on="2026-11-20", court=None, interim=True,
            duration_wording=None)]), stop="RO-INT-01 RO-ADDR-01", raised="OCC-01"),
    row("a tag at the home of the partner whom the order protects", case(
        {"purpose": "home_detention_curfew", "occupants": lives(ALICE)}, occupier_conversations=[said(ALICE)],
        protective_orders=[order("restraining_order", [ALICE], NO_CONTACT)]), stop="RO-LIC-02 RO-ADDR-01"),
    row("a tag at the home of the partner he hit, without an order", case(
        {"purpose": "home_detention_curfew", "occupants": lives(ALICE)}, occupier_conversations=[said(ALICE)],
        convictions=[offence("00806", "Actual bodily harm", "2026-03-01", victims=[ALICE], custody_months=9)]),
        stop="DA-ADDR-01"),
    row("a tag at his friend's", case({"purpose": "home_detention_curfew"}), quiet=EVERYTHING),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "expected"), [*JOE, *BARRY, *JIM, *ROBERT_GARETH_IAN, *ROSE_VICTOR, *FAMILIES]
)
def test_what_the_inspection_would_have_wanted_flagged(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []
