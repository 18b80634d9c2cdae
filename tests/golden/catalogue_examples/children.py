"""Children where the person would live."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import ALICE, EX, HER, HOME, NINE, Json, abuse, case, lives, offence, said, who

SIX = who("Ned Renn", "stepchild", "2020-06-01")
SON = who("Leo Pyke", "child", "2017-01-01")
DAUGHTER = who("Ivy Vane", "child", "2016-01-01")
RCHD = {"code": "RCHD", "description": "Risk to Children", "level": "High", "started_on": "2026-09-01"}
ADVP = {"code": "ADVP", "description": "Domestic Abuse Perpetrator", "started_on": "2026-03-01"}
CLASSMATE = who("Col Dray", "acquaintance", "1971-01-01")


def with_partner(*children: Json, person: Json | None = None, **records: list[Json]) -> Json:
    """The quiet case, with release to a partner and these children."""
    return case({"occupants": lives(ALICE, *children)}, person, **Json({"occupier_conversations": [said(ALICE)], **records}))  # fmt: skip


ROWS: tuple[CatalogueExample, ...] = (
    positive("CH-ADDR-01", "a high risk to children, and his partner's boy is six", with_partner(
        SIX, registrations=[RCHD]), Severity.STOP),
    near_miss("CH-ADDR-01", "at sixteen he hit a boy of sixteen, in 1987, and never since", with_partner(
        SIX, person={"date_of_birth": "1971-02-11"},
        convictions=[offence("10501", "Common assault", "1987-06-01", victims=[CLASSMATE])])),
    positive("CH-ADDR-02", "registered for abuse, and a new partner with two children", with_partner(
        NINE, SIX, registrations=[ADVP]), Severity.ACT, "DA-NEW-01"),
    near_miss("CH-ADDR-02", "she was the one abused, and goes home to her own daughter", case(
        {"occupants": lives(DAUGHTER), "placement": "own_tenancy"}, person=HER, occupier_conversations=[],
        addresses=[{"address": HOME, "use": "main", "person_is_tenant": True}],
        domestic_abuse_events=[abuse("physical_violence", EX, "2026-01-09", "victim", corroborated=True,
                                     at=HOME, other_still_has_access=True)]),
        instead="VIC-KNOWN-01"),
    positive("CH-CON-01", "no contact allowed, and home to the child", with_partner(
        SON, alerts=[{"code": "CC1", "active_from": "2026-08-01"}]), Severity.STOP),
    near_miss("CH-CON-01", "contact with his own son only, the one child there", with_partner(
        SON, alerts=[{"code": "CC4", "active_from": "2026-08-01", "comment": "Leo Pyke only"}]), remains=Severity.ACT),
)  # fmt: skip
