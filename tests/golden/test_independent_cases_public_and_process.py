"""Harm to the public and failures of planning, from the catalogue alone."""

import pytest

from tests.golden.independent import (
    ALICE,
    EVERYTHING,
    FAR,
    FRIEND,
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

THEFT = offence("04600", "Theft from shops", "2026-07-01", custody_months=10)
KNIFE = offence("00826", "Having an article with a blade or point", "2026-05-01", custody_months=4)


def assessed(day: str = "2026-10-20", overall: str = "low", **more: object) -> list[Json]:
    """One risk assessment."""
    return [{"tool": "OASys layer 3", "happened_on": day, "overall": overall, "to_public": overall, **more}]


def words(text: str, **more: object) -> Json:
    """The quiet case whose risk assessment says this."""
    return case(risk_assessments=assessed(words=text), **Json(more))


WEAPONS = [
    row("the assessment says nothing of weapons", case(convictions=[KNIFE]), act="WPN-01"),
    row("a code with a stroke", case(convictions=[{**KNIFE, "offence_code": "8/11"}]), act="WPN-01"),
    row("a weapon found in his cell this year", case(custody_events=[
        {"kind": "sentenced", "happened_on": "2024-01-20"}, {"kind": "weapon_found", "happened_on": "2026-01-20"}]), act="WPN-01"),
    row("a weapon found in his cell three years ago", case(custody_events=[
        {"kind": "sentenced", "happened_on": "2023-01-20"}, {"kind": "weapon_found", "happened_on": "2023-06-20"}]), quiet="WPN-01"),
    row("acquitted of the knife", case(convictions=[{**KNIFE, "outcome": "acquitted"}, THEFT]), quiet="WPN-01"),
]  # fmt: skip

FIRES = [
    row("arson, going to a hostel", case(
        {"placement": "hostel"}, convictions=[offence("05602", "Arson not endangering life", "2022-05-01")]), act="ARS-01"),
    row("the prison alert", case(alerts=[{"code": "XA"}]), act="ARS-01"),
    row("he said he would burn the house down", words("In May he threatened to burn down her house."), act="ARS-01"),
    row("fire-setting ticked in the assessment", case(risk_assessments=assessed(fire_setting=True)), act="ARS-01"),
    row("no evidence of fire-setting", words("There is no evidence of arson or fire-setting."), quiet="ARS-01"),
    row("not an arsonist", words("He is not an arsonist."), quiet="ARS-01"),
    row("a theft from a fire station", case(convictions=[{**THEFT, "description": "Theft from a fire station"}]), quiet="ARS-01"),
]  # fmt: skip

STAFF = [
    row("probation's register of risk to staff", case(registrations=[
        {"code": "AV2S", "description": "Risk to Staff", "started_on": "2026-09-01"}]), act="STAFF-01"),
    row("the prison's staff assaulter alert", case(alerts=[{"code": "XSA"}]), act="STAFF-01"),
    row("not to be seen alone", case(alerts=[{"code": "RNO121"}]), act="STAFF-01"),
    row("the alert was closed years ago", case(alerts=[
        {"code": "XSA", "active_from": "2014-01-01", "active_to": "2015-01-01", "recorded_on": "2014-01-01"}]), quiet="STAFF-01"),
    row("he hit a paramedic", case(convictions=[offence("00873", "Assault of an emergency worker", "2024-05-01")]), act="STAFF-01"),
    row("he hit a constable twelve years ago", case(convictions=[
        offence("00873", "Assault of an emergency worker", "2014-05-01"), THEFT]), quiet="STAFF-01"),
    row("the assessment says medium to staff", case(risk_assessments=assessed(to_staff="medium")), act="STAFF-01"),
    row("low to staff", case(risk_assessments=assessed(to_staff="low")), quiet=EVERYTHING),
    row("banned from the day centre for threatening a worker", case(address_notes=[
        {"address": FAR, "kind": "staff", "happened_on": "2025-03-01",
         "words": "Banned from the day centre after he threatened a worker."}]), act="STAFF-01"),
    row("a hostel turned him down because he had been aggressive", case(referrals=[
        {"recipient": "housing_provider", "status": "declined", "sent_on": "2026-10-20", "happened_on": "2026-10-20",
         "outcome": "Declined: excluded in 2025 for abusive and aggressive behaviour to staff."}]), act="STAFF-01"),
    row("never evicted for threats", words("He has never been evicted for threatening behaviour."), quiet="STAFF-01"),
    row("evicted, and elsewhere he threatened a neighbour", words(
        "Evicted in 2025 for rent arrears. In 2019 he threatened a neighbour."), quiet="STAFF-01"),
    row("nobody asked for the risk assessments", case(not_asked=("risk_assessments",)), unsure="STAFF-01"),
]  # fmt: skip


def note(text: str, **more: object) -> Json:
    """The quiet case with something written about the address."""
    return case(
        address_notes=[{"address": HOME, "kind": "staff", "happened_on": "2026-10-01", "words": text, **more}]
    )


DRUGS = [
    row("the register knows of supply there", case(place=[
        {"address": at("14 Larch Cl, Fernhill ZZ1 4LC"), "kind": "drug_supply", "happened_on": "2026-06-01",
         "words": "warrant executed"}]), raised="DRUG-01"),
    row("police say that dealers use it", note("Intelligence: class A dealing from the address.", kind="police_information"),
        act="DRUG-01"),
    row("he is on the wing for recovery and they use there", case(
        {"notes": "Occupants are active users."}, alerts=[{"code": "OISFL"}]), raised="DRUG-01"),
    row("no evidence of drugs", note("No evidence of drug use or dealing at the address."), quiet="DRUG-01"),
    row("not a drug den", note("Visited: it is not a drug den."), quiet="DRUG-01"),
    row("supply in another road", case(place=[{"address": FAR, "kind": "drug_supply", "happened_on": "2026-06-01"}]), quiet="DRUG-01"),
]  # fmt: skip


def wounding(months: int, **records: list[Json]) -> Json:
    """Section 20 wounding and a sentence of so many months."""
    return case(convictions=[offence("00801", "Wounding without intent", "2026-05-01", custody_months=months,
                                     victims=[who("Rex Holm", "stranger")])], **Json(records))  # fmt: skip


NOT_ELIGIBLE = {"code": "NOTMAPPA", "description": "Not MAPPA Eligible", "started_on": "2026-09-01",
                "notes": "considered after this sentence"}  # fmt: skip
MAPPA = [
    row("twelve months exactly", wounding(12), act="MAPPA-01"),
    row("level to be confirmed, nine days before release", wounding(14, alerts=[{"code": "P55"}]), act="MAPPA-01"),
    row("level confirmed and registered", wounding(14, alerts=[{"code": "P66"}], registrations=[
        {"code": "MAPP", "description": "MAPPA", "level": "MAPPA Level 1", "started_on": "2026-09-01",
         "review_due_on": "2027-01-01"}]), quiet="MAPPA-01"),
    row("considered and found not eligible since", wounding(14, registrations=[NOT_ELIGIBLE]), quiet="MAPPA-01"),
    row("registered for sex offences and no MAPPA flag", case(alerts=[{"code": "SOR"}]), raised="MAPPA-01"),
]  # fmt: skip

NO_OFFICER: list[Json] = []
OFFICER = [
    row("registered, nine days to go, and nobody allocated", case(alerts=[{"code": "SOR"}], allocations=NO_OFFICER), raised="PROC-RO-01"),
    row("allocated and never met, nine days to go", case(allocations=[
        {"officer": "Ines Whitlow", "happened_on": "2026-08-01"}]), raised="PROC-RO-01"),
    row("the allocation ended and nobody took over", case(allocations=[
        {"officer": "Ines Whitlow", "happened_on": "2026-07-25", "met_person_on": "2026-08-10", "ended_on": "2026-10-01"}]),
        raised="PROC-RO-01"),
    row("sentenced last week: there is time", case(
        {"release_date": "2027-06-01", "licence_ends_on": "2027-12-01"}, allocations=NO_OFFICER,
        custody_events=[{"kind": "sentenced", "happened_on": "2026-11-16"}],
        convictions=[offence("04600", "Theft", "2026-11-16", custody_months=12)], risk_assessments=assessed("2026-11-18")),
        quiet="PROC-RO-01"),
    row("nobody asked who manages him", case(not_asked=("allocation",)), unsure="PROC-RO-01"),
]  # fmt: skip


def screened(topic: str, concern: bool | None, text: str = "") -> list[Json]:
    """One answer of the screening."""
    return [
        {
            "tool": "basic custody screening",
            "topic": topic,
            "concern": concern,
            "words": text,
            "happened_on": "2026-07-12",
        }
    ]


SCREENING = [
    row("no domestic abuse, he says, and there is a conviction", case(
        screening_answers=screened("domestic_abuse", False, "denies any"),
        convictions=[offence("00867", "Controlling or coercive behaviour", "2025-05-01", custody_months=6)]), act="PROC-SCR-01"),
    row("has an address to return to: that of the protected partner", case(
        {"occupants": lives(ALICE)}, screening_answers=screened("accommodation", False, "has an address to return to"),
        protective_orders=[order("restraining_order", [ALICE], term("no_contact", "not to contact her"))]),
        act="PROC-SCR-01", stop="RO-ADDR-01"),
    row("nobody asked him, and the assessment knows of threats", case(
        screening_answers=screened("violence", None), risk_assessments=assessed(words="He threatened a neighbour with a knife.")),
        raised="PROC-SCR-01"),
    row("no concern and nothing to be concerned about", case(screening_answers=screened("violence", False)), quiet=EVERYTHING),
    row("never violent, says the assessment too", case(
        screening_answers=screened("violence", False), risk_assessments=assessed(words="No evidence of violence.")), quiet="PROC-SCR-01"),
]  # fmt: skip

VAGUE: Json = {"status": "mentioned", "confirmed_on": None}
ADDRESS = [
    row("back to his previous address, he says", case({**VAGUE, "status": "previous_address"}, occupier_conversations=[]), act="PROC-ADDR-01"),
    row("none, and release is in twenty-eight days", case({**NO_ADDRESS, "release_date": "2026-12-20"}), act="PROC-ADDR-01"),
    row("none, and release is in the spring", case({**NO_ADDRESS, "release_date": "2027-04-20", "licence_ends_on": "2027-09-01"}),
        quiet="PROC-ADDR-01"),
    row("proposed, and it was refused", case(
        {"status": "proposed", "confirmed_on": None}, address_decisions=[
            {"decision": "refused", "address": HOME, "happened_on": "2026-11-18", "words": "Landlord will not have him."}]),
        act="PROC-ADDR-01"),
    row("confirmed in writing, and refused afterwards", case(address_decisions=[
        {"decision": "refused", "address": HOME, "happened_on": "2026-11-20", "words": "Landlord changed his mind."}]), act="PROC-ADDR-01"),
    row("refused in spring and approved since", case(address_decisions=[
        {"decision": "refused", "address": HOME, "happened_on": "2026-05-01"},
        {"decision": "approved", "address": HOME, "happened_on": "2026-11-18"}]), quiet="PROC-ADDR-01"),
    row("another address was refused", case(address_decisions=[
        {"decision": "refused", "address": FAR, "happened_on": "2026-11-18"}]), quiet="PROC-ADDR-01"),
    row("the friend said no", case(VAGUE, occupier_conversations=[said(FRIEND, "refuses")]), act="PROC-ADDR-01"),
    row("confirmed five weeks ago in somebody else's home", case({"confirmed_on": "2026-10-17"}), act="PROC-ADDR-01"),
    row("the hostel never answered", case(NO_ADDRESS, referrals=[
        {"recipient": "housing_provider", "status": "sent", "sent_on": "2026-10-20"}]), act="PROC-ADDR-01"),
    row("nobody knows when he is released", case({**NO_ADDRESS, "release_date": None}), unsure="PROC-ADDR-01"),
]  # fmt: skip

CONFLICTS = [
    row("two records for one man", case(registrations=[
        {"code": "DOFF", "description": "Duplicate Offender Records Exist", "started_on": "2026-08-01"}]), act="PROC-CONF-01"),
    row("the flag's own words take it back", case(alerts=[{"code": "OHCO", "comment": "RO lifted?"}]), act="PROC-CONF-01"),
    row("registered and not required to register", case(alerts=[{"code": "SOR"}, {"code": "SONR"}]), act="PROC-CONF-01"),
    row("unsuitable and settled", case(address_notes=[
        {"address": HOME, "kind": "staff", "words": "would not be considered suitable", "happened_on": "2026-10-01"},
        {"address": HOME, "kind": "staff", "words": "settled accommodation", "happened_on": "2026-10-09"}]), raised="PROC-CONF-01"),
    row("the licence and the plan name different homes", case(addresses=[
        {"address": FAR, "use": "licence_residence", "starts_on": "2026-12-01"}]), raised="PROC-HDC-01"),
]  # fmt: skip

STALE = [
    row("no assessment at all", case(risk_assessments=[]), act="RA-01"),
    row("a year old and a day", case(
        convictions=[offence("04600", "Theft", "2025-07-01", custody_months=30)],
        custody_events=[{"kind": "sentenced", "happened_on": "2025-07-20"}], risk_assessments=assessed("2025-11-21")), act="RA-01"),
    row("low, with an order in force and two breaches of it", case(
        protective_orders=[order("restraining_order", [ALICE], term("no_contact", "not to contact her"))],
        order_breaches=[{"happened_on": "2023-05-01"}, {"happened_on": "2024-05-01"}]), act="RA-01"),
    row("the register should have been reviewed in spring", case(registrations=[
        {"code": "ADVP", "description": "Domestic Abuse Perpetrator", "started_on": "2025-09-01", "review_due_on": "2026-03-01"}]),
        act="RA-01"),
    row("he choked her, and the level is low", case(
        {"occupants": lives(MOTHER)}, occupier_conversations=[said(MOTHER)],
        domestic_abuse_events=[abuse("strangulation", ALICE, "2026-01-01", corroborated=True)]), act="RA-01"),
    row("recalled since the assessment", case(custody_events=[
        {"kind": "sentenced", "happened_on": "2026-07-20"}, {"kind": "recalled", "happened_on": "2026-11-01"}]), act="RA-01"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), [*WEAPONS, *FIRES, *STAFF, *DRUGS, *MAPPA])
def test_what_the_catalogue_demands_of_harm_to_the_public(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


@pytest.mark.parametrize(("file", "expected"), [*OFFICER, *SCREENING, *ADDRESS, *CONFLICTS, *STALE])
def test_what_the_catalogue_demands_of_planning(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []
