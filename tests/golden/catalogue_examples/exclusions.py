"""Orders that keep somebody out of a home, a town or a company, and bail."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import (
    ALICE,
    FAR,
    HER,
    HOME,
    Json,
    case,
    lives,
    offence,
    order,
    said,
    term,
    who,
)

NO_CONTACT = term("no_contact", "not to contact directly or indirectly the protected person")
OUT = term("leave_premises", "to leave and not return to 14 Larch Close", place=HOME)
TENANCY: list[Json] = [{"address": HOME, "use": "main", "person_is_tenant": True}]
FORCED = "forced_marriage_protection_order"
NIECE = who("Samira Daud", "other_relative", "2008-07-07")
UNCLE = who("Karim Daud", "other_relative", "1971-02-02")
BROTHER = who("Neil Pyke", "sibling", "1994-08-08")


def expelled(from_: str, to: str, enquiry: Json | None = None, **records: list[Json]) -> Json:
    """The tenant of the proposed address, whom an occupation order kept out of it between two days."""
    made: Json = {
        "made_on": from_,
        "served_on": from_,
        "recorded_on": from_,
        "expires_on": to,
        "duration_wording": None,
    }
    orders = [order("occupation_order", [ALICE], OUT, **made)]
    return case(enquiry, **Json({"protective_orders": orders, "addresses": TENANCY, **records}))  # fmt: skip


OWN_FLAT: Json = {"occupants": [], "placement": "own_tenancy"}
KEPT_OUT = (
    positive("OCC-01", "six months out of the home that he rents, of which half have passed", expelled(
        "2026-09-10", "2027-03-09", {"occupants": lives(ALICE)}), Severity.STOP),
    near_miss("OCC-01", "the order is over, she has moved, and he is sole tenant where he hit her", expelled(
        "2026-03-10", "2026-09-09", OWN_FLAT, occupier_conversations=[],
        protected_places=[{"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}],
        convictions=[offence("10501", "Common assault", "2026-03-01", victims=[ALICE], location=HOME)],
    ), instead="DA-OFF-01", silent="RO-ADDR-02"),
    positive("FM-01", "his uncle's house, where the niece is whom the order protects from him", case(
        {"occupants": lives(UNCLE, NIECE)}, protective_orders=[order(FORCED, [NIECE], NO_CONTACT)],
        occupier_conversations=[said(UNCLE)]), Severity.STOP),
    near_miss("FM-01", "she is the one protected, and a specialist refuge has a room for her", case(
        {"occupants": [], "placement": "supported_housing", "address": FAR}, person=HER, occupier_conversations=[],
        protective_orders=[order(FORCED, [who("Hester Vane", born="1991-08-03")], NO_CONTACT, person_is="protected")])),
)  # fmt: skip


def banned(*terms: Json, enquiry: Json | None = None) -> Json:
    """The quiet case with a criminal behaviour order."""
    return case(enquiry, protective_orders=[order("criminal_behaviour_order", [], *terms)])


CORNERS = [(399000, 299000), (401000, 299000), (401000, 301000), (399000, 301000)]
CENTRE: Json = {
    "description": "Fernhill town centre",
    "boundary": [{"easting": e, "northing": n, "precision_metres": 1} for e, n in CORNERS],
}
GATE = {"easting": 401000, "northing": 300000, "precision_metres": 10}
STATION: Json = {"description": "outside Fernhill Station", "centre": GATE, "radius_metres": 50}
LIMITED = (
    positive("CBO-01", "banned from the town centre, and the hostel stands in it", banned(
        term("exclusion_area", "not to enter Fernhill town centre", zone=CENTRE),
        enquiry={"placement": "hostel", "occupants": []}), Severity.STOP, "RO-ADDR-03"),
    near_miss("CBO-01", "not to beg outside the station, which is a kilometre off", banned(
        term("other", "not to beg within 50 metres of Fernhill Station", zone=STATION))),
    positive("BAIL-01", "bailed not to contact his brother, and released to him", case(
        {"occupants": lives(BROTHER)}, protective_orders=[order("court_bail", [BROTHER], NO_CONTACT)],
        occupier_conversations=[said(BROTHER)]), Severity.STOP),
    near_miss("BAIL-01", "that case is over, and bail with it", case(
        {"occupants": lives(BROTHER)}, occupier_conversations=[said(BROTHER)], protective_orders=[order(
            "court_bail", [BROTHER], NO_CONTACT, discharged_on="2026-08-01", discharge_evidence="case ended")])),
)  # fmt: skip
ROWS: tuple[CatalogueExample, ...] = (*KEPT_OUT, *LIMITED)
