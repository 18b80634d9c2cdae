"""The person as the one who was hurt: who lives at the address, and who can get into it."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import EX, HER, HOME, Json, abuse, case, lives, said, who

STEAD = who("Paul Stead", "partner", "1985-05-05")
HER_MOTHER = who("Joan Vane", "parent", "1960-01-01")
OWN_FLAT: Json = {"occupants": [], "placement": "own_tenancy"}
TENANCY = [{"address": HOME, "use": "main", "person_is_tenant": True}]


def to(home: Json, **records: list[Json]) -> Json:
    """A woman's quiet case, with release to somebody."""
    return case({"occupants": lives(home)}, person=HER, occupier_conversations=[said(home)], **Json(records))


def alone(**records: list[Json]) -> Json:
    """A woman's quiet case, with release to her own flat."""
    return case(OWN_FLAT, person=HER, addresses=TENANCY, occupier_conversations=[], **Json(records))


ROWS: tuple[CatalogueExample, ...] = (
    positive("VIC-ADDR-01", "she told us that he is too controlling, and goes back to him", to(STEAD, domestic_abuse_events=[
        abuse("controlling_or_coercive", STEAD, "2026-08-01", "victim", words="partner is too controlling")]), Severity.STOP),
    near_miss("VIC-ADDR-01", "a former husband abroad, and home to her own mother", to(HER_MOTHER, domestic_abuse_events=[
        abuse("physical_violence", who("Juan Diaz", "ex_spouse", "1979-02-02"), "2012-01-01", "victim")]), silent="DA-ADDR-02"),
    positive("VIC-KNOWN-01", "her former partner broke in while she was away", alone(domestic_abuse_events=[
        abuse("damage", EX, "2026-09-09", "victim", at=HOME, words="Broke in and smashed the kitchen.")])),
    near_miss("VIC-KNOWN-01", "strangers burgled it and the locks were changed", alone(address_notes=[
        {"address": HOME, "kind": "staff", "happened_on": "2026-09-09", "words": "Burgled by strangers; locks changed since."}])),
)  # fmt: skip
