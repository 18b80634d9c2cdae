"""Strangulation, control, stalking, threats to kill and contact from custody."""

from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import ALICE, EX, FAR, HOME, Json, abuse, case, offence, order, term

INSIDE: list[Json] = [
    {"kind": "received", "happened_on": "2026-07-10"},
    {"kind": "sentenced", "happened_on": "2026-07-20"},
]
HER_OFFICE: Json = {
    "text": "2 Counting House Yard, Fernhill, ZZ1 7CH",
    "uprn": "990000000702",
    "postcode": "ZZ1 7CH",
    "point": {"easting": 400800, "northing": 300000, "precision_metres": 1},
}
BY_LAWYER = term(
    "no_contact", "not to contact Alice Renn", allows="contact through solicitors about the children"
)


def reached(words: str, *terms: Json) -> Json:
    """An order that protects Alice, who lives far away, and contact with her that was noticed in prison."""
    event = {"kind": "contact_with_protected_person", "happened_on": "2026-09-05", "words": words}
    return case(
        protective_orders=[order("restraining_order", [ALICE], *terms)],
        protected_places=[{"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}],
        custody_events=[*INSIDE, event],
    )


ROWS: tuple[CatalogueExample, ...] = (
    positive("DA-STR-01", "convicted of common assault, and the account has his hands round her throat", case(
        convictions=[offence("10501", "Common assault", victims=[ALICE], method="hands round throat")])),
    near_miss("DA-STR-01", "healthcare wrote that he choked on food", case(health_and_care=[
        {"kind": "handover", "happened_on": "2026-09-01", "words": "Choked on food in the servery, no treatment."}])),
    positive("DA-CCB-01", "eighteen months for coercive control, and MAPPA applies as well", case(convictions=[offence(
        "00867", "Controlling or coercive behaviour", "2025-08-01", custody_months=18, victims=[ALICE])]), instead="MAPPA-01"),
    near_miss("DA-CCB-01", "one quarrel about bills", case(domestic_abuse_events=[
        abuse("verbal_dispute", ALICE, "2025-05-01", words="argument about bills")])),
    positive("ST-01", "a stalking protection order, and 800 metres from the address to the office she works in", case(
        protective_orders=[order("stalking_protection_order", [EX], term("no_contact", "not to contact Beth Corrie"))],
        protected_places=[{"who": EX, "kind": "work", "address": HER_OFFICE, "verified_on": "2026-11-01"}])),
    near_miss("ST-01", "a neighbour and noise, once", case(address_notes=[{
        "address": HOME, "kind": "police_information", "happened_on": "2025-05-01",
        "words": "Single dispute with a neighbour about noise."}])),
    near_miss("ST-01", "a neighbour and noise, once, at an address he has left", case(address_notes=[{
        "address": FAR, "kind": "staff", "happened_on": "2025-05-01", "words": "Single dispute with a neighbour about noise."}])),
    positive("TTK-01", "heard on the prison telephone", case(domestic_abuse_events=[abuse(
        "threats", EX, "2026-10-05", words="'I'll finish her when I'm out'", corroborated=True)])),
    near_miss("TTK-01", "shouted at the television", case(custody_events=[*INSIDE, {
        "kind": "violence", "happened_on": "2026-09-01",
        "words": "Shouted 'I could murder him' at the television, no target."}])),
    near_miss("TTK-01", "shouted as if he meant it, at the television", case(custody_events=[*INSIDE, {
        "kind": "violence", "happened_on": "2026-09-01",
        "words": "When his team lost he yelled 'I'll kill them' at the television. No target."}])),
    positive("COMM-01", "fourteen calls through his mother's telephone", reached(
        "14 calls to her via his mother's phone", term("no_contact", "not to contact Alice Renn"))),
    near_miss("COMM-01", "a letter by his solicitor, as the order allows", reached(
        "Letter through solicitors about the children, as the order allows", BY_LAWYER)),
)  # fmt: skip
