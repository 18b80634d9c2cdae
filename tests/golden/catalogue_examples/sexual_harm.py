"""Orders against sexual harm, notification to the police, and release without an address."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import NO_ADDRESS, SISTER, Json, case, lives, order, said, term, who

SHPO = "sexual_harm_prevention_order"
SOR = {"code": "SOR", "active_from": "2020-01-01"}
NEPHEW = who("Leo Pyke", "other_relative", "2017-03-03")
UNDER_16 = term(
    "no_reside_with_children", "not to live in a household with any child under 16", children_under=16
)
INTERNET = term(
    "devices_or_internet", "not to use a device that can reach the internet unless it keeps a history"
)


def with_sister(*others: Json, enquiry: Json | None = None, **records: list[Json]) -> Json:
    """The quiet case, with release to the sister's home."""
    household = {"occupants": lives(SISTER, *others), **(enquiry or {})}
    return case(household, **Json({"occupier_conversations": [said(SISTER)], **records}))


ROWS: tuple[CatalogueExample, ...] = (
    positive("SO-ADDR-01", "no household with a child under sixteen, and his sister's boy is nine", with_sister(
        NEPHEW, protective_orders=[order(SHPO, [], UNDER_16)], alerts=[SOR]), Severity.STOP),
    near_miss("SO-ADDR-01", "the order is about the internet, and no child lives with her", with_sister(
        protective_orders=[order(SHPO, [], INTERNET)]), remains=Severity.INFORM),
    positive("SO-NOT-01", "on the register, and out to his sister in six days", with_sister(
        enquiry={"release_date": "2026-11-28"}, alerts=[SOR])),
    near_miss("SO-NOT-01", "the prison says that he need not register, and no order binds him", with_sister(
        alerts=[{"code": "SONR", "active_from": "2020-01-01"}])),
    positive("SO-NFA-01", "on the register, inside for theft, no address ten days before release", case(
        {**NO_ADDRESS, "release_date": "2026-12-02"}, alerts=[SOR]), Severity.STOP),
    near_miss("SO-NFA-01", "a thief of low risk without an address", case(NO_ADDRESS), instead="PROC-ADDR-01"),
)  # fmt: skip
