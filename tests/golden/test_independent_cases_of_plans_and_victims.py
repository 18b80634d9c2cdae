"""Addresses that systems hold, victims whom nobody asked and removals, from the catalogue alone."""

import pytest

from tests.golden.independent import (
    ALICE,
    FAR,
    Expected,
    Json,
    at,
    case,
    checked,
    differences,
    offence,
    row,
    who,
)
from tests.golden.independent_referrals import referred


def held(use: str, address: Json = FAR, **more: object) -> Json:
    """An address that one system holds for the time after release."""
    return {"use": use, "address": address, "happened_on": "2026-10-20", **more}


def addresses(*several: Json, enquiry: Json | None = None, **more: list[Json]) -> Json:
    """The quiet case in which systems hold these addresses too."""
    return case(enquiry, addresses=list(several), **Json(more))


CURFEW = held("curfew", source_system="nomis")
LICENCE = held("licence_residence", source_system="create_and_vary_a_licence")
ADDRESSES = [
    row("the curfew papers name another address", addresses(CURFEW), act="PROC-HDC-01"),
    row("the licence names another address", addresses(LICENCE), act="PROC-HDC-01"),
    row("the resettlement plan names another address", addresses(held("resettlement_plan")), act="PROC-HDC-01"),
    row("bail still runs at another address", addresses(held("bail", source_system="court")), act="PROC-HDC-01"),
    row("police were told of another address for his release", addresses(
        held("police_notified", source_system="police", starts_on="2026-12-01"), alerts=[{"code": "SOR"}]), act="PROC-HDC-01"),
    row("two others agree with each other and not with the plan", addresses(CURFEW, LICENCE), act="PROC-HDC-01"),
    row("the same property without its number of reference", addresses(
        held("curfew", at("14, Larch Close, FERNHILL, ZZ1 4LC"))), quiet="PROC-HDC-01"),
    row("curfew first, the friend's from the day after it ends", addresses(
        {**CURFEW, "starts_on": "2026-12-01", "ends_on": "2026-12-20"}, enquiry={"use_from": "2026-12-21"}), quiet="PROC-HDC-01"),
    row("the two overlap by a fortnight", addresses(
        {**CURFEW, "starts_on": "2026-12-01", "ends_on": "2027-01-04"}, enquiry={"use_from": "2026-12-21"}), act="PROC-HDC-01"),
    row("where he lived before", addresses(held("previous", ends_on="2026-07-09")), quiet="PROC-HDC-01"),
    row("a bail address that ended before release", addresses(held("bail", ends_on="2026-07-09")), quiet="PROC-HDC-01"),
    row("nobody asked what other systems hold", case(not_asked=("addresses",)), unsure="PROC-HDC-01"),
]  # fmt: skip

REX = who("Rex Holm", "stranger", "1980-01-01")
TAKES_PART = [{"code": "INVI", "description": "Victim Contact", "started_on": "2026-08-01"}]
USUAL = [checked("police_domestic_abuse"), checked("childrens_services")]
ASKED = [
    *USUAL,
    checked(
        "victim_liaison", source_system="victim_liaison", requested_on="2026-10-01", returned_on="2026-10-09"
    ),
]


def harmed(code: str, description: str, months: int, victim: Json = REX, **more: object) -> list[Json]:
    """One conviction for harming somebody, with a sentence of so many months."""
    return [offence(code, description, "2026-05-01", custody_months=months, victims=[victim], **more)]


WOUNDING = harmed("00501", "Wounding with intent to do grievous bodily harm", 72)
LIAISON = [
    row("the same, asked as a referral", referred(convictions=WOUNDING), act="PROC-VCS-01"),
    row("exactly twelve months for wounding", case(convictions=harmed("00801", "Wounding without intent", 12)), act="PROC-VCS-01"),
    row("eleven months for wounding a stranger", case(convictions=harmed("00801", "Wounding without intent", 11)), quiet="PROC-VCS-01"),
    row("a sexual offence and fourteen months", case(convictions=harmed("01908", "Rape of a female aged 16 or over", 14)),
        act="PROC-VCS-01"),
    row("he hit his partner, nine months", case(convictions=harmed(
        "00806", "Assault occasioning actual bodily harm", 9, ALICE, domestic_abuse_found=True)), act="PROC-VCS-01"),
    row("contact offered, liaison asked in October", case(convictions=WOUNDING, registrations=TAKES_PART, checks=ASKED),
        quiet="PROC-VCS-01"),
    row("contact offered, nobody asked liaison about this release", case(convictions=WOUNDING, registrations=TAKES_PART),
        act="PROC-VCS-01"),
    row("contact offered, release half a year away", case(
        {"release_date": "2027-05-20", "licence_ends_on": "2028-05-20"}, convictions=WOUNDING, registrations=TAKES_PART),
        quiet="PROC-VCS-01"),
    row("exactly twelve weeks away and liaison not asked", case(
        {"release_date": "2027-02-14"}, convictions=WOUNDING, registrations=TAKES_PART), act="PROC-VCS-01"),
    row("the victim does not take part, and liaison was not asked", case(convictions=WOUNDING, registrations=[
        {**TAKES_PART[0], "notes": "Victim not engaged."}]), act="PROC-VCS-01"),
    row("acquitted of the wounding", case(convictions=[
        {**WOUNDING[0], "outcome": "acquitted", "convicted_on": None, "custody_months": None},
        offence("04600", "Theft from shops", "2026-07-01", custody_months=10)]), quiet="PROC-VCS-01"),
    row("the length of the sentence is not held", case(convictions=[{**WOUNDING[0], "custody_months": None}]), unsure="PROC-VCS-01"),
    row("nobody asked for the registers", case(convictions=WOUNDING, not_asked=("registrations",)), unsure="PROC-VCS-01"),
    row("nobody asked for convictions", case(not_asked=("convictions",)), unsure="PROC-VCS-01"),
]  # fmt: skip


def from_abroad(nationality: str | None, months: int, **more: list[Json]) -> Json:
    """Somebody of this nationality with a sentence of so many months for theft."""
    theft = offence("04600", "Theft from shops", "2026-07-01", custody_months=months)
    return case(person={"nationality": nationality}, **Json({"convictions": [theft], **more}))


REMOVAL = [
    row("liable to deportation, the prison says", case(alerts=[{"code": "XLDEPORT"}]), raised="IMM-01", not_stop="IMM-01"),
    row("a deportation order was served", case(alerts=[{"code": "XSDEPORT"}]), raised="IMM-01", not_stop="IMM-01"),
    row("the register of Home Office interest", case(registrations=[
        {"code": "HOIE", "description": "Home Office Interest", "started_on": "2026-08-01"}]), raised="IMM-01"),
    row("a referral, and liable to deportation", referred(alerts=[{"code": "XLDEPORT"}]), raised="IMM-01"),
    row("Polish, exactly twelve months", from_abroad("Polish", 12), raised="IMM-01"),
    row("Polish, eleven months", from_abroad("Polish", 11), quiet="IMM-01"),
    row("Irish, three years", from_abroad("Irish", 36), quiet="IMM-01"),
    row("Polish and British, three years", from_abroad("British, Polish", 36), quiet="IMM-01"),
    row("nobody knows his nationality, three years", from_abroad(None, 36), unsure="IMM-01"),
    row("the alert was closed", from_abroad("British", 36, alerts=[
        {"code": "XLDEPORT", "active_from": "2018-01-01", "active_to": "2019-01-01", "recorded_on": "2018-01-01"}]), quiet="IMM-01"),
    row("nobody asked for the alerts", case(not_asked=("alerts",)), unsure="IMM-01"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), [*ADDRESSES, *LIAISON, *REMOVAL])
def test_plans_victims_and_removal(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []
