"""Orders against the proposed address: who lives there, what it names, how near, and what nobody has seen."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import ALICE, EX, FAR, HOME, Json, at, case, lives, order, term, who

NO_CONTACT = term("no_contact", "not to contact directly or indirectly the protected person")
NOT_TO_ATTEND = term("no_attend_address", "not to attend 14 Larch Close, Fernhill", place=HOME)
BLOCK = {"parent_uprn": "990000000500", "postcode": "ZZ1 5TW"}
FLAT_FIVE = at("Flat 5, Tern House, Fernhill, ZZ1 5TW", uprn="990000000505", **BLOCK)
FLAT_TWO = at("Flat 2, Tern House, Fernhill, ZZ1 5TW", uprn="990000000502", **BLOCK)
TENANT = who("Desmond Quill", "stranger", "1958-04-04")


def located(text: str, metres_east: int, **more: object) -> Json:
    """An address so many metres east of the usual proposed one, located to ten metres."""
    point = {"easting": 400000 + metres_east, "northing": 300000, "precision_metres": 10}
    return at(text, point=point, **more)


def bound(*terms: Json, enquiry: Json | None = None, place: Json | None = FAR, **records: list[Json]) -> Json:
    """An order of these terms, or of no contact, whose protected person was found on 1 November at a place."""
    found = [{"who": ALICE, "address": place, "verified_on": "2026-11-01"}]
    orders = [order("restraining_order", [ALICE], *(terms or (NO_CONTACT,)))]
    return case(enquiry, **Json({"protective_orders": orders, "protected_places": found, **records}))


def hostel(metres_east: int) -> Json:
    """A hostel so far east of the middle of a square zone of the licence, which ends 500 metres east."""
    corners = [(399500, 299500), (400500, 299500), (400500, 300500), (399500, 300500)]
    boundary = [{"easting": east, "northing": north, "precision_metres": 1} for east, north in corners]
    area = {"description": "the marked area", "boundary": boundary}
    return case(
        {
            "address": located("Wharf Hostel, 3 Mill Lane, Fernhill, ZZ1 7ML", metres_east),
            "placement": "hostel",
            "occupants": [],
        },
        licence_conditions=[
            {
                "code": "0f9a20f4-35c7-4c77-8af8-f200f153fa11",
                "status": "approved",
                "prohibition": term("exclusion_area", "not to enter the marked area", zone=area),
            }
        ],
    )


def noted(words: str, day: str, kind: str = "staff") -> list[Json]:
    """What was written of the proposed address."""
    return [{"address": HOME, "kind": kind, "happened_on": day, "words": words}]


OHCO: Json = {"code": "OHCO", "comment": "RO re ex", "active_from": "2026-07-11"}
LIVES_THERE = (
    positive("RO-ADDR-01", "the order says Ms A and the form says A., his partner", case(
        {"occupants": lives(who("A.", "partner"))},
        protective_orders=[order("restraining_order", [who("Ms A", "partner")], NO_CONTACT)],
    ), Severity.STOP),
    near_miss("RO-ADDR-01", "she left fourteen months ago, police saw her elsewhere last month, a stranger rents it", bound(
        enquiry={"occupants": lives(TENANT)},
        protected_places=[
            {"who": ALICE, "address": HOME, "verified_on": "2025-06-01", "recorded_on": "2025-06-01"},
            {"who": ALICE, "address": FAR, "verified_on": "2026-10-20", "recorded_on": "2026-10-20"}],
        address_notes=noted("She moved out in September 2025. Let to a new tenant.", "2026-10-20", "police_information"),
    ), silent="RO-ADDR-02 RO-ADDR-03 RO-ADDR-05"),
    positive("RO-ADDR-02", "the order of 2024 names the house, and she left it in 2025", bound(NOT_TO_ATTEND), Severity.STOP),
    near_miss("RO-ADDR-02", "number fourteen is named, a hundred and fourteen is proposed", bound(
        NOT_TO_ATTEND, enquiry={"address": located("114 Larch Close, Fernhill, ZZ1 4LD", 900)})),
    positive("RO-ADDR-03", "the hostel lies forty metres inside the licence's zone", hostel(460), Severity.STOP),
    near_miss("RO-ADDR-03", "the hostel lies three hundred metres outside it", hostel(800)),
)  # fmt: skip

NEAR = (
    positive("RO-ADDR-04", "she lives in the same tower block", bound(enquiry={"address": FLAT_FIVE}, place=FLAT_TWO)),
    near_miss("RO-ADDR-04", "the other end of town, six kilometres off", bound(place=located("2 Fold Lane, Fernhill", 6000)),
        silent="RO-ADDR-06"),
    positive("RO-ADDR-05", "his former wife is at her sister's every afternoon, and that is where he would go", case(
        {"occupants": lives(who("Greta Corrie", "other_relative", "1986-02-02"))},
        protective_orders=[order("non_molestation_order", [EX], NO_CONTACT)],
        protected_places=[{"who": EX, "address": FAR, "verified_on": "2026-11-01"},
                          {"who": EX, "kind": "visits", "address": HOME, "verified_on": "2026-11-01"}])),
    near_miss("RO-ADDR-05", "she came for the last time in 2019 and has emigrated", bound(
        place=at("12 Rua das Flores, Porto, Portugal"),
        address_notes=noted("Alice Renn last visited in 2019 and now lives abroad.", "2026-06-01"))),
    positive("RO-ADDR-06", "she left in 2023 and nobody knows where to", bound(
        protected_places=[], address_notes=noted("Protected person left in 2023, no forwarding address.", "2023-06-01"))),
    near_miss("RO-ADDR-06", "victim liaison saw her three weeks ago, forty kilometres away", bound(
        place=located("8 Beck View, Ashmoor, ZY3 2BV", 40000))),
    positive("RO-ADDR-07", "an alert about an order that nobody holds", case(alerts=[OHCO])),
    near_miss("RO-ADDR-07", "the alert, and the order with its terms", bound(
        enquiry={"occupants": lives(ALICE)}, alerts=[OHCO]), instead="RO-ADDR-01"),
)  # fmt: skip
ROWS: tuple[CatalogueExample, ...] = (*LIVES_THERE, *NEAR)
