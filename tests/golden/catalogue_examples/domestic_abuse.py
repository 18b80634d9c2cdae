"""Abuse of partners and relatives: who lives there, what was done there, how often and to how many."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import (
    ALICE,
    EX,
    HOME,
    MOTHER,
    Json,
    abuse,
    at,
    case,
    lives,
    offence,
    order,
    said,
    term,
    who,
)

HIT = "Assault occasioning actual bodily harm"
NO_CONTACT = term("no_contact", "not to contact her")
GIRLFRIEND = who("Cleo Marsh", "partner", "1994-04-04")
THIRD = who("Cara Holt", "ex_partner", "1993-02-02")
MANAGER = who("a supermarket manager", "stranger")
HOUSE: Json = {"parent_uprn": "990000000700", "postcode": "ZZ1 9HS"}
FLAT_ABOVE = at("Flat 1, 8 High Street, Fernhill, ZZ1 9HS", uprn="990000000701", **HOUSE)
SHOP_BELOW = at("Ground Floor Shop, 8 High Street, Fernhill, ZZ1 9HS", uprn="990000000702", **HOUSE)


def to(home: Json, **records: list[Json]) -> Json:
    """The quiet case with somebody as only occupant, who agreed."""
    return case({"occupants": lives(home)}, **Json({"occupier_conversations": [said(home)], **records}))


def hit(victim: Json, day: str = "2025-06-01", **more: object) -> Json:
    """A conviction of actual bodily harm."""
    return offence("00806", HIT, day, victims=[victim], custody_months=6, **more)


def violence(other: Json, day: str, **more: object) -> Json:
    """Violence to somebody, which more than one source supports."""
    return abuse("physical_violence", other, day, corroborated=True, **Json(more))


SHOPLIFTING = offence("04600", "Theft from shops", "2026-07-01", custody_months=10, location=SHOP_BELOW)
AT_HOME = (
    positive("DA-ADDR-01", "two assaults on her last year, no order, and home to her flat", to(
        ALICE, convictions=[hit(ALICE), hit(ALICE, "2025-09-09")]), Severity.STOP),
    near_miss("DA-ADDR-01", "the partner before her was the one he hit", to(ALICE, convictions=[hit(EX)]), instead="DA-NEW-01"),
    positive("DA-ADDR-02", "violent to his mother, who would rather not have him back", to(
        MOTHER, domestic_abuse_events=[violence(MOTHER, "2025-05-01")], occupier_conversations=[said(MOTHER, "reluctant")],
    ), Severity.STOP, "DA-OCC-01"),
    near_miss("DA-ADDR-02", "a fight in a pub, and his mother is content to have him", to(
        MOTHER, convictions=[hit(who("Rex Holm", "stranger"))]), silent="DA-ADDR-01 DA-OCC-01 DA-UNFL-01 DA-NEW-01"),
    positive("DA-NEW-01", "abused two before, and met this one on line from prison", to(
        GIRLFRIEND, domestic_abuse_events=[violence(EX, "2022-05-01"), violence(THIRD, "2025-05-01")],
        contacts=[{"who": GIRLFRIEND, "note": "Met online in August, while in custody."}])),
    near_miss("DA-NEW-01", "a new partner, and no abuse on record", to(GIRLFRIEND)),
    positive("DA-OFF-01", "the assault on her happened in the house to which he would return", case(
        convictions=[hit(ALICE, location=HOME)])),
    near_miss("DA-OFF-01", "shoplifting in the shop below the flat", case(
        {"address": FLAT_ABOVE}, convictions=[SHOPLIFTING])),
)  # fmt: skip

PATTERN = (
    positive("DA-UNFL-01", "his mother's door broken and she struck, and nobody put him on a register", case(convictions=[
        offence("14900", "Criminal damage", "2025-05-01", victims=[MOTHER], method="Kicked in his mother's front door."),
        offence("10501", "Common assault", "2025-05-01", victims=[MOTHER])])),
    near_miss("DA-UNFL-01", "the order that he broke protects the manager of a supermarket", case(
        protective_orders=[order("restraining_order", [MANAGER], term("no_contact", "not to contact the store manager"))],
        convictions=[offence("00831", "Breach of a restraining order", "2025-05-01", victims=[MANAGER])])),
    positive("DA-SER-01", "an order for one, an order for the next, police calls by a third", case(
        domestic_abuse_events=[violence(THIRD, "2026-05-01")], protective_orders=[
            order("restraining_order", [ALICE], NO_CONTACT, made_on="2019-05-01", served_on="2019-05-01"),
            order("restraining_order", [EX], NO_CONTACT, made_on="2023-05-01", served_on="2023-05-01")])),
    near_miss("DA-SER-01", "five times, and always the same woman", case(
        domestic_abuse_events=[violence(ALICE, f"2026-0{month}-01") for month in range(1, 6)]), instead="DA-ESC-01"),
    positive("DA-ESC-01", "shouting in January, a slap in March, an injury in May", case(domestic_abuse_events=[
        abuse("verbal_dispute", ALICE, "2026-01-05", words="shouting"),
        violence(ALICE, "2026-03-05", words="common assault"), violence(ALICE, "2026-05-05", words="actual bodily harm")])),
    near_miss("DA-ESC-01", "three calls, all in 2014", case(domestic_abuse_events=[
        abuse("verbal_dispute", ALICE, f"2014-0{month}-01") for month in (2, 3, 4)])),
)  # fmt: skip
ROWS: tuple[CatalogueExample, ...] = (*AT_HOME, *PATTERN)
