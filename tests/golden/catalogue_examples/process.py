"""What was identified, allocated, screened, settled, asked, recorded and assessed on the way to release."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import ALICE, EX, FAR, Json, at, case, lives, offence, order, said, term, who

REX = who("Rex Holm", "stranger", "1980-01-01")
KNIFE = offence("00826", "Having an article with a blade or point", "2026-05-01", custody_months=4)
REGISTERED = {"code": "SOR", "active_from": "2019-01-01"}
LATER: Json = {"release_date": "2027-10-01", "licence_ends_on": "2028-10-01"}


def wounding(months: int) -> Json:
    """Section 20 wounding and a sentence of so many months."""
    return case(convictions=[offence("00801", "Wounding without intent", "2026-05-01", custody_months=months, victims=[REX])])  # fmt: skip


def screened(concern: bool, words: str = "") -> list[Json]:
    """What the screening on arrival says of violence."""
    tool = {"tool": "basic custody screening", "topic": "violence", "happened_on": "2026-07-12"}
    return [{**tool, "concern": concern, "words": words}]


def assessed(day: str, level: str = "low", **more: object) -> list[Json]:
    """One risk assessment."""
    return [{"tool": "OASys layer 3", "happened_on": day, "overall": level, "to_public": level, **more}]


def held(use: str, address: Json, **more: object) -> list[Json]:
    """An address that one system holds for the time after release."""
    return [{"use": use, "address": address, "happened_on": "2026-10-20", **more}]


def bound_to_her(relationship: Json) -> list[Json]:
    """A restraining order that protects somebody."""
    return [order("restraining_order", [relationship], term("no_contact", "not to contact her"))]


def from_abroad(nationality: str, months: int) -> Json:
    """Somebody of this nationality with a sentence of so many months for theft."""
    theft = offence("04600", "Theft from shops", "2026-07-01", custody_months=months)
    return case(person={"nationality": nationality}, convictions=[theft])


ROWS: tuple[CatalogueExample, ...] = (
    positive("MAPPA-01", "fourteen months for wounding and nobody identified him", wounding(14)),
    near_miss("MAPPA-01", "eight months for the same", wounding(8)),
    positive("PROC-RO-01", "a registered man, sentenced twenty days ago, and nobody allocated", case(
        LATER, alerts=[REGISTERED], allocations=[], custody_events=[{"kind": "sentenced", "happened_on": "2026-11-02"}])),
    positive("PROC-RO-01", "a registered man, twenty days from release, and nobody allocated", case(
        {"release_date": "2026-12-12"}, alerts=[REGISTERED], allocations=[]), Severity.STOP),
    near_miss("PROC-RO-01", "allocated in the first week, met by video", case(allocations=[
        {"officer": "Ines Whitlow", "happened_on": "2026-07-25", "met_person_on": "2026-08-10"}])),
    positive("PROC-SCR-01", "no violence, says the screening, and the prison's alert says otherwise", case(
        screening_answers=screened(False), alerts=[{"code": "XVL", "active_from": "2026-07-12"}])),
    near_miss("PROC-SCR-01", "the screening lists what is known", case(
        screening_answers=screened(True, "actual bodily harm in 2024"), convictions=[
            offence("00806", "Assault occasioning actual bodily harm", "2024-05-01", victims=[REX])])),
    positive("PROC-ADDR-01", "going to a friend's, with three days left", case(
        {"status": "mentioned", "confirmed_on": None, "release_date": "2026-11-25"})),
    near_miss("PROC-ADDR-01", "a room that the charity's mentor confirmed a fortnight ago", case(
        {"occupants": [], "placement": "supported_housing", "confirmed_on": "2026-11-08"}, occupier_conversations=[],
        referrals=[{"recipient": "mentor", "status": "accepted", "sent_on": "2026-10-20", "happened_on": "2026-11-08",
                    "outcome": "Room confirmed.", "suitable": True}])),
    positive("PROC-HDC-01", "a hostel in the plan, and the curfew papers name his partner's", case(
        {"occupants": [], "placement": "hostel"}, occupier_conversations=[], contacts=[{"who": ALICE, "lives_at": FAR}],
        addresses=held("curfew", FAR, source_system="nomis"))),
    positive("PROC-HDC-01", "the same asked of his partner's, whom an order protects", case(
        {"purpose": "home_detention_curfew", "occupants": lives(ALICE)}, occupier_conversations=[said(ALICE)],
        addresses=held("resettlement_plan", FAR), protective_orders=bound_to_her(ALICE)), instead="RO-ADDR-01"),
    near_miss("PROC-HDC-01", "the same property written shorter", case(addresses=held(
        "curfew", at("14 Larch Cl, Fernhill ZZ1 4LC", uprn="990000000140")))),
    positive("PROC-VCS-01", "six years for wounding with intent, no victim liaison at all", case(convictions=[offence(
        "00501", "Wounding with intent to do grievous bodily harm", "2026-05-01", custody_months=72, victims=[REX])])),
    near_miss("PROC-VCS-01", "three weeks for theft", case(convictions=[
        offence("04600", "Theft from shops", "2026-07-01", custody_months=1)])),
    positive("PROC-CONF-01", "two prison numbers for one man, and under one of them he is registered", case(
        alerts=[{**REGISTERED, "comment": "held under A9003ZZ"}],
        registrations=[{"code": "DOFF", "description": "Duplicate Offender Records Exist", "started_on": "2026-08-01"}])),
    near_miss("PROC-CONF-01", "upper case and spaces", case(addresses=held(
        "release", at("14  LARCH  CLOSE,  FERNHILL, ZZ14LC")))),
    positive("RA-01", "assessed low in 2024, and a knife since", case(
        convictions=[KNIFE], risk_assessments=assessed("2024-11-01"))),
    near_miss("RA-01", "three weeks old, medium with the weapon explained", case(convictions=[KNIFE], risk_assessments=assessed(
        "2026-11-01", "medium", weapon_considered=True, words="Knife considered.")), silent="WPN-01"),
    near_miss("RA-01", "the same, where only the words explain it", case(convictions=[KNIFE], risk_assessments=assessed(
        "2026-11-01", "medium", words="The knife was considered: carried once, on the way home.")), silent="WPN-01"),
    positive("IMM-01", "to be deported, and the address is that of his former wife", case(
        {"occupants": lives(EX)}, alerts=[{"code": "XSDEPORT"}], protective_orders=bound_to_her(EX)),
        Severity.INFORM, instead="RO-ADDR-01"),
    near_miss("IMM-01", "British, three years", from_abroad("British", 36)),
)  # fmt: skip
