"""Sexual harm, children, the person as victim, and care, from the catalogue alone."""

import pytest

from tests.golden.independent import (
    ALICE,
    EX,
    FAR,
    FRIEND,
    HER,
    HOME,
    MOTHER,
    NINE,
    NO_ADDRESS,
    SISTER,
    Expected,
    Json,
    abuse,
    case,
    checked,
    differences,
    lives,
    offence,
    order,
    row,
    said,
    term,
    who,
)

SHPO = "sexual_harm_prevention_order"
SOR = {"code": "SOR", "active_from": "2020-01-01"}
ARSO = {
    "code": "ARSO",
    "description": "Registered Sex Offender",
    "started_on": "2020-01-01",
    "review_due_on": "2027-01-01",
}
UNDER_16 = term(
    "no_reside_with_children", "not to live in a household with any child under 16", children_under=16
)
BOY = who("Leo Pyke", "other_relative", "2017-03-03")


def with_sister(*others: Json, **records: list[Json]) -> Json:
    """The quiet case, with release to the sister's home."""
    return case(
        {"occupants": lives(SISTER, *others)}, **Json({"occupier_conversations": [said(SISTER)], **records})
    )


SEXUAL = [
    row("an order made before 2015 still runs", with_sister(
        BOY, protective_orders=[order("sexual_offences_prevention_order", [], UNDER_16, made_on="2013-05-01",
                                      served_on="2013-05-01", recorded_on="2013-05-02")]), stop="SO-ADDR-01"),
    row("only the licence says so", with_sister(BOY, licence_conditions=[
        {"code": "fce34fb2-02f4-4eb0-9b8d-d091e11451fa", "prohibition": UNDER_16, "status": "approved"}]), raised="SO-ADDR-01"),
    row("the child comes every weekend", case(
        {"occupants": [*lives(SISTER), *lives(BOY, visits=True)]}, occupier_conversations=[said(SISTER)],
        protective_orders=[order(SHPO, [], UNDER_16)]), stop="SO-ADDR-01"),
    row("she turns sixteen the day before release", with_sister(
        who("Kay Pyke", "other_relative", "2010-11-22"), protective_orders=[order(SHPO, [], UNDER_16)]), not_stop="SO-ADDR-01"),
    row("probation's register says so", with_sister(registrations=[ARSO]), act="SO-NOT-01"),
    row("a rape on record and no flag at all", with_sister(convictions=[
        offence("SX03001", "Rape of a woman aged 16 or over", "2018-01-01", custody_months=72)]), raised="SO-NOT-01"),
    row("shoplifting only", with_sister(), quiet="SO-NOT-01 SO-NFA-01 SO-ADDR-01"),
    row("very high risk and no address", case(NO_ADDRESS, risk_assessments=[
        {"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "very_high"}]), stop="SO-NFA-01"),
    row("high risk is only on the register", case(NO_ADDRESS, registrations=[
        {"code": "RHRH", "description": "High RoSH", "started_on": "2026-09-01"}]), stop="SO-NFA-01"),
    row("a bed in approved premises is confirmed", case(
        {"placement": "approved_premises", "occupants": []}, alerts=[SOR]), quiet="SO-NFA-01"),
    row("registered, and release is in the spring", case(
        {**NO_ADDRESS, "release_date": "2027-04-20", "licence_ends_on": "2027-09-01"}, alerts=[SOR]), not_stop="SO-NFA-01"),
    row("nobody asked for registrations", case(NO_ADDRESS, not_asked=("registrations",)), unsure="SO-NFA-01"),
]  # fmt: skip

RCHD = {"code": "RCHD", "description": "Risk to Children", "level": "High", "started_on": "2026-09-01"}
CHILD = [
    row("the prison says so", case({"occupants": lives(ALICE, NINE)}, alerts=[{"code": "CPC"}]), stop="CH-ADDR-01"),
    row("the assessment says medium to children", case({"occupants": lives(ALICE, NINE)}, risk_assessments=[
        {"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "medium", "to_children": "medium"}]), stop="CH-ADDR-01"),
    row("indecent images ten years ago", case({"occupants": lives(ALICE, NINE)}, convictions=[
        offence("08610", "Possession of indecent photograph of a child", "2016-01-01", custody_months=8)]), stop="CH-ADDR-01"),
    row("nobody wrote how old the little brother is", case(
        {"occupants": lives(ALICE, who("little brother", "unknown", is_child=True))}, registrations=[RCHD]), raised="CH-ADDR-01"),
    row("the occupant is eighteen on the day of the question", case(
        {"occupants": lives(ALICE, who("Kay Renn", "unknown", "2008-11-22"))}, registrations=[RCHD]), quiet="CH-ADDR-01"),
    row("she is expecting a child", case(
        {"occupants": lives(ALICE), "notes": "Partner is 30 weeks pregnant."}, registrations=[RCHD]), raised="CH-ADDR-01"),
    row("a child, and a shoplifter", case({"occupants": lives(FRIEND, NINE)}), quiet="CH-ADDR-01"),
    row("children's services support it in writing", case(
        {"occupants": lives(ALICE, NINE)}, registrations=[RCHD], checks=[
            checked("police_domestic_abuse"), checked("childrens_services", "2026-11-10", concerns=False,
            result="Written assessment: the placement with the child is supported.")]), not_stop="CH-ADDR-01"),
    row("nobody said who lives there", case(
        {"occupants": [], "occupants_stated": None}, registrations=[RCHD]), unsure="CH-ADDR-01"),
]  # fmt: skip

STEAD = who("Paul Stead", "partner", "1985-05-05")
HIT_HER = abuse("controlling_or_coercive", STEAD, "2026-08-01", "victim", words="partner is too controlling")
ADVV = {
    "code": "ADVV",
    "description": "Domestic Abuse Victim",
    "started_on": "2026-08-01",
    "review_due_on": "2027-02-01",
}


def her(home: Json, enquiry: Json | None = None, **records: list[Json]) -> Json:
    """A woman's quiet case, with release to somebody."""
    return case({"occupants": lives(home), **(enquiry or {})}, person=HER,
                **Json({"occupier_conversations": [said(home)], **records}))  # fmt: skip


OWN_FLAT: Json = {"occupants": [], "placement": "own_tenancy"}
TENANCY = [{"address": HOME, "use": "main", "person_is_tenant": True}]
HURT = [
    row("she told us that he is too controlling, and goes back to him", her(STEAD, domestic_abuse_events=[HIT_HER]),
        stop="VIC-ADDR-01", quiet="DA-ADDR-01 DA-NEW-01 DA-CCB-01 DA-UNFL-01"),
    row("the disclosure calls him her partner and no name", her(STEAD, domestic_abuse_events=[
        {**HIT_HER, "other": who("partner", "partner")}]), raised="VIC-ADDR-01"),
    row("a non-molestation order protects her from him", her(STEAD, protective_orders=[order(
        "non_molestation_order", [who("Hester Vane")], term("no_contact", "Paul Stead must not contact her"),
        person_is="protected")]), raised="VIC-ADDR-01"),
    row("she chose it, alone and advised, with a plan", her(
        STEAD, domestic_abuse_events=[HIT_HER], address_decisions=[{
            "decision": "approved_with_conditions", "address": HOME, "happened_on": "2026-11-19",
            "decided_by": "senior probation officer", "victim_contact_plan": "adviser rings her weekly",
            "words": "Her informed choice, made alone after advice from the women's service, with a safety plan."}]),
        raised="VIC-ADDR-01"),
    row("registered as a victim, and the partner lives there", her(STEAD, registrations=[ADVV]), raised="VIC-ADDR-01"),
    row("her former partner broke in while she was away", her(
        FRIEND, OWN_FLAT, addresses=TENANCY, occupier_conversations=[], domestic_abuse_events=[abuse(
            "damage", EX, "2026-09-09", "victim", at=HOME, other_still_has_access=True, words="broke in and smashed it up")]),
        act="VIC-KNOWN-01"),
    row("he still has the keys to her flat", her(
        FRIEND, OWN_FLAT, addresses=TENANCY, occupier_conversations=[], domestic_abuse_events=[abuse(
            "threats", EX, "2026-01-09", "victim", other_still_has_access=True, words="kept a key")]), raised="VIC-KNOWN-01"),
    row("he abuses his partner and lives with his friend: no victim's rule", case(
        domestic_abuse_events=[abuse("threats", ALICE, "2026-01-01")]), quiet="VIC-ADDR-01 VIC-KNOWN-01"),
]  # fmt: skip

OLD = {"date_of_birth": "1964-02-11"}


def breaches(several: int) -> list[Json]:
    """So many proven breaches, a year apart."""
    return [{"happened_on": f"{2026 - each}-02-01", "how": "went to her door"} for each in range(several)]


def noted(kind: str, words: str, day: str = "2026-09-01", **more: object) -> Json:
    """A health or care record."""
    return {"kind": kind, "words": words, "happened_on": day, **more}


SICK = noted("diagnosis", "schizophrenia", mental_health=True)
ADMITTED = noted("hospital_admission", "transferred to hospital", "2026-08-15", mental_health=True)
APPOINTED = noted("community_appointment", "community team on 4 December", "2026-11-16", mental_health=True)
TOLD = noted("handover", "discharge letter sent to the named team", "2026-11-16", mental_health=True,
             told_responsible_officer=True)  # fmt: skip
CARE = [
    row("a learning disability, and breaches", case(
        order_breaches=breaches(2), health_and_care=[noted("learning_disability", "screen positive")]), act="VULN-01"),
    row("assessed by social care in the summer", case(
        person=OLD, order_breaches=breaches(4), health_and_care=[
            noted("cognition_observed", "forgets what the order says"),
            noted("capacity_or_care_assessment", "assessed: understands the order", "2026-10-01")]), quiet="VULN-01"),
    row("assessed last year", case(
        person=OLD, order_breaches=breaches(4), health_and_care=[
            noted("cognition_observed", "forgets what the order says"),
            noted("capacity_or_care_assessment", "assessed", "2025-10-01")]), act="VULN-01"),
    row("an adult at risk, by alert", case(alerts=[{"code": "ADSC"}], order_breaches=breaches(2)), act="VULN-01"),
    row("an open plan against self-harm", case(alerts=[{"code": "HA", "active_from": "2026-11-01"}]), act="MH-01"),
    row("an appointment, a named team, and the officer was told", case(health_and_care=[SICK, APPOINTED, TOLD]), quiet="MH-01"),
    row("an appointment of which the officer was not told", case(
        health_and_care=[{**SICK, "told_responsible_officer": False}, ADMITTED, APPOINTED]), raised="MH-01"),
    row("nobody asked healthcare", case(not_asked=("health_and_care",)), unsure="MH-01 VULN-01"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), [*SEXUAL, *CHILD, *HURT, *CARE])
def test_what_the_catalogue_demands_of_children_and_victims(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


def test_a_quiet_home_far_from_a_child_raises_nothing() -> None:
    assert differences(case({"address": FAR, "occupants": lives(MOTHER)}, checks=[
        checked("police_domestic_abuse", address=FAR)], occupier_conversations=[said(MOTHER)]),
        Expected(quiet="everything")) == []  # fmt: skip
