"""What was asked about an address, on what promise it was allowed, and how its occupier agreed."""

from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import HOME, MOTHER, Json, case, checked, lives, said

POLICE = "police_domestic_abuse"
TO_HER: Json = {"occupants": lives(MOTHER)}


def decided(words: str, **more: object) -> Json:
    """The quiet case with a decision about the address."""
    one: Json = {"decision": "approved_with_conditions", "address": HOME, "happened_on": "2026-11-10"}
    return case(address_decisions=[{**one, "words": words, **more}])


ROWS: tuple[CatalogueExample, ...] = (
    positive("CHK-01", "a curfew address, police asked twenty days ago, no answer", case(
        {"purpose": "home_detention_curfew"}, checks=[checked(POLICE, None, requested_on="2026-11-02")])),
    near_miss("CHK-01", "police answered two weeks ago", case(
        {"purpose": "home_detention_curfew"}, checks=[checked(POLICE, "2026-11-08", requested_on="2026-11-02")])),
    positive("DA-CON-01", "he may stay while he keeps off drink and drugs, and nothing stands behind it", decided(
        "Allowed to stay as long as he is abstinent from drugs and alcohol.")),
    near_miss("DA-CON-01", "an alcohol tag, a visit every week, and a bed elsewhere if it fails", decided(
        "As long as he stays sober.", monitoring="alcohol tag, weekly visit", contingency="bed in supported housing")),
    near_miss("DA-CON-01", "the same, and she has the team's number", decided(
        "As long as he stays sober.", monitoring="alcohol tag, weekly visit", contingency="bed in supported housing",
        victim_contact_plan="she has the team's number")),
    positive("DA-OCC-01", "he says that his mother is content, and nobody rang her", case(
        TO_HER, occupier_conversations=[said(MOTHER, spoken_to_alone=None, told_of_offences=None, through_the_person=True)])),
    near_miss("DA-OCC-01", "his mother was asked alone five days ago, and agrees", case(
        TO_HER, occupier_conversations=[said(MOTHER, day="2026-11-17")])),
)  # fmt: skip
