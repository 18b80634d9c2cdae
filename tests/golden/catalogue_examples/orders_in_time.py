"""Orders that end, change, wait for service or for a hearing."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import ALICE, FAR, HOME, Json, abuse, case, lives, order, term

NO_CONTACT = term("no_contact", "not to contact Alice Renn directly or indirectly")
LEAVE = term("leave_premises", "to leave and not return to 14 Larch Close", place=HOME)
FAR_AWAY: list[Json] = [{"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}]


def bound(kind: str = "restraining_order", enquiry: Json | None = None, **more: object) -> Json:
    """The quiet case with one order, whose protected person lives far away."""
    return case(
        enquiry, protective_orders=[order(kind, [ALICE], NO_CONTACT, **more)], protected_places=FAR_AWAY
    )


def varied(seen: bool, term_of_it: Json) -> list[Json]:
    """A variation of 2025 by which one term replaces the others."""
    return [
        {
            "varied_on": "2025-06-01",
            "sealed_copy_seen": seen,
            "prohibitions": [term_of_it],
            "duration_wording": "until further order",
        }
    ]


def made(day: str) -> Json:
    """The dates of an order that was made on a day and not yet served."""
    return {"made_on": day, "recorded_on": day, "served_on": None}


REGISTER_ENDED: Json = {
    "code": "RSTO",
    "description": "Restraining Order",
    "started_on": "2016-02-03",
    "recorded_on": "2016-02-03",
    "ended_on": "2021-03-01",
}
OUTLIVED = case(
    protective_orders=[
        order(
            "restraining_order",
            [ALICE],
            NO_CONTACT,
            made_on="2016-02-01",
            served_on="2016-02-01",
            recorded_on="2016-02-03",
        )
    ],
    protected_places=FAR_AWAY,
    registrations=[REGISTER_ENDED],
)
"""An order of 2016 until further order, whose register was closed when supervision ended in 2021."""

ENDS = (
    positive("RO-TIME-01", "it runs out nine days after release", bound(
        "non_molestation_order", expires_on="2026-12-10", duration_wording=None)),
    near_miss("RO-TIME-01", "it runs out two years after the licence", bound(
        expires_on="2029-06-01", duration_wording=None)),
    positive("RO-TIME-03", "its register was closed with supervision, the order never ended", OUTLIVED, Severity.INFORM),
    near_miss("RO-TIME-03", "made in 2016 for five years", bound(
        made_on="2016-02-01", served_on="2016-02-01", recorded_on="2016-02-03", expires_on="2021-01-31",
        duration_wording="for 5 years"), silent="RO-LIC-01"),
    positive("RO-TIME-04", "solicitors may write, so the plan says that the order was lifted", bound(
        enquiry={"notes": "Resettlement plan: RO lifted."}, variations=varied(False, term(
            "no_contact", "not to contact Alice Renn save through solicitors", allows="contact through solicitors")))),
    near_miss("RO-TIME-04", "the sealed variation lets them live together", case(
        {"occupants": lives(ALICE)}, protective_orders=[order("restraining_order", [ALICE], NO_CONTACT, variations=varied(
            True, term("no_violence_or_harassment", "not to use violence", allows="he may live with her at her home")))],
    ), silent="RO-ADDR-01"),
)  # fmt: skip

BEGINS = (
    positive("RO-SERV-01", "made without notice three days before release", bound(
        "non_molestation_order", {"release_date": "2026-11-23"}, **made("2026-11-20"))),
    near_miss("RO-SERV-01", "made when he was sentenced, with him in the dock", bound(
        **{**made("2026-07-20"), "present_when_made": True})),
    positive("RO-INT-01", "a notice on Friday, and home on Monday", case(
        {"release_date": "2026-11-23", "occupants": lives(ALICE)},
        protective_orders=[order("domestic_violence_protection_notice", [ALICE], LEAVE, NO_CONTACT, **{
            **made("2026-11-20"), "served_on": "2026-11-20", "interim": True, "court": None, "duration_wording": None})],
    ), Severity.STOP, "RO-ADDR-01 OCC-01"),
    near_miss("RO-INT-01", "an order of twenty-eight days at most, two months old, and nothing pending", case(
        {"occupants": lives(ALICE)}, protective_orders=[order("domestic_violence_protection_order", [ALICE], LEAVE, **{
            **made("2026-09-20"), "served_on": "2026-09-20", "expires_on": "2026-10-17", "duration_wording": "28 days"})],
        domestic_abuse_events=[abuse("physical_violence", ALICE, "2026-09-18", corroborated=True)],
    ), instead="DA-ADDR-01", silent="OCC-01 RO-ADDR-02"),
)  # fmt: skip
ROWS: tuple[CatalogueExample, ...] = (*ENDS, *BEGINS)
