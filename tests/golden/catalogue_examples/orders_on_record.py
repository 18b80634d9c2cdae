"""Orders about children, breaches of orders, and orders set against licence and flags."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.orders_in_time import OUTLIVED
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import (
    ALICE,
    FAR,
    FRIEND,
    HOME,
    MOTHER,
    NINE,
    NO_ADDRESS,
    Json,
    at,
    case,
    lives,
    order,
    term,
    who,
)

NO_CONTACT = term("no_contact", "not to contact directly or indirectly the protected person")
FAR_AWAY: list[Json] = [{"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}]
TWELVE = who("Gil Renn", "stepchild", "2014-03-03")
ANOTHER_REGION = at(
    "5 Cove Road, Seaholme, ZY7 5CV",
    point={"easting": 500000, "northing": 300000, "precision_metres": 10},
)


def bound(enquiry: Json | None = None, **records: list[Json]) -> Json:
    """The quiet case with an order of no contact, whose protected person lives far away unless said."""
    orders = [order("restraining_order", [ALICE], NO_CONTACT)]
    return case(enquiry, **Json({"protective_orders": orders, "protected_places": FAR_AWAY, **records}))


def condition(kind: str, wording: str, *named: Json, code: str | None = None, **more: object) -> Json:
    """An approved licence condition."""
    return {
        "code": code,
        "status": "approved",
        "prohibition": term(kind, wording, **more),
        "names": list(named),
    }


STANDARD = condition("other", "to be of good behaviour", code="9ce9d594-e346-4785-9642-c87e764bee37")
CHILDREN = (
    positive("RO-CHLD-01", "the relevant children spend every weekend with their grandmother, where he would live", case(
        {"occupants": [*lives(MOTHER), *lives(NINE, TWELVE, visits=True)]},
        protective_orders=[order("non_molestation_order", [ALICE, NINE, TWELVE], term(
            "no_contact_with_children", "not to contact the relevant children"))]), Severity.STOP),
    near_miss("RO-CHLD-01", "the children whom it names live a hundred kilometres off and never come", case(
        protective_orders=[order("restraining_order", [NINE, TWELVE], term(
            "no_contact_with_children", "not to contact Fay Renn or Gil Renn", protects=["Fay Renn", "Gil Renn"]))],
        protected_places=[{"who": each, "address": ANOTHER_REGION, "verified_on": "2026-11-01"} for each in (NINE, TWELVE)])),
)  # fmt: skip


def breaches(*days: str) -> list[Json]:
    """Breaches of an order, each proved by conviction."""
    return [{"happened_on": day, "how": "telephoned her", "outcome": "conviction"} for day in days]


def released(day: str, recalled_on: str | None = None) -> list[Json]:
    """An earlier release, and the sentence that runs now."""
    recall = [{"kind": "recalled", "happened_on": recalled_on}] if recalled_on else []
    return [
        {"kind": "released", "happened_on": day},
        *recall,
        {"kind": "received", "happened_on": "2026-07-10"},
        {"kind": "sentenced", "happened_on": "2026-07-20"},
    ]


BREACHED = (
    positive("RO-BRCH-01", "convicted of four breaches in five years", case(
        order_breaches=breaches("2022-03-01", "2023-04-01", "2024-05-01", "2026-06-01"))),
    near_miss("RO-BRCH-01", "once, in 2015", case(order_breaches=breaches("2015-03-01"))),
    positive("RO-BRCH-02", "back at her door two days after the last release, and now no address", case(
        NO_ADDRESS, custody_events=released("2026-01-05", "2026-01-20"), order_breaches=breaches("2026-01-07"))),
    near_miss("RO-BRCH-02", "three years went by before the breach", case(
        NO_ADDRESS, custody_events=released("2023-01-05"), order_breaches=breaches("2026-01-07")), instead="RO-BRCH-01"),
)  # fmt: skip

HOSTEL: Json = {"placement": "hostel", "occupants": []}
REGISTERED = {"code": "RSTO", "description": "Restraining Order", "started_on": "2024-05-02"}
HELD_TOGETHER = (
    positive("RO-LIC-01", "the order names her, the licence holds nothing that others do not have", bound(
        licence_conditions=[STANDARD])),
    near_miss("RO-LIC-01", "the licence keeps him away from her too", bound(licence_conditions=[STANDARD, condition(
        "no_contact", "not to seek to approach or communicate with Alice Renn", ALICE,
        code="4858cd8b-bca6-4f11-b6ee-439e27216d7d")])),
    positive("RO-LIC-02", "curfew at the home of the partner he harmed", bound(
        {"purpose": "home_detention_curfew", "occupants": lives(ALICE)}, protected_places=[],
        licence_conditions=[condition("curfew_at", "curfew at 14 Larch Close", place=HOME)]), Severity.STOP, "RO-ADDR-01"),
    near_miss("RO-LIC-02", "curfew and residence at one hostel", case(HOSTEL, licence_conditions=[
        condition("curfew_at", "curfew at the hostel", place=HOME),
        condition("reside_at", "to live at the hostel", place=at("14 larch close fernhill zz14lc"))])),
    positive("RO-REG-01", "the register was closed when supervision ended, the order runs on", OUTLIVED),
    near_miss("RO-REG-01", "order, alert and register say the same", bound(
        {"occupants": lives(FRIEND)}, registrations=[REGISTERED],
        alerts=[{"code": "OHCO", "comment": "restraining order, see file", "active_from": "2026-07-11"}])),
)  # fmt: skip
ROWS: tuple[CatalogueExample, ...] = (*CHILDREN, *BREACHED, *HELD_TOGETHER)
