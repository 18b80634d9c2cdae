"""Domestic abuse, from the catalogue alone: who was harmed and lives there, what was recorded, who agreed."""

import pytest

from tests.golden.independent import (
    ALICE,
    EX,
    FAR,
    FRIEND,
    HOME,
    MOTHER,
    SISTER,
    Expected,
    Json,
    abuse,
    at,
    case,
    checked,
    differences,
    lives,
    offence,
    row,
    said,
    who,
)

ADVP = {
    "code": "ADVP",
    "description": "Domestic Abuse Perpetrator",
    "started_on": "2026-08-20",
    "review_due_on": "2026-12-20",
}
GIRLFRIEND = who("Cleo Marsh", "partner", "1994-04-04")
HIT = "Assault occasioning actual bodily harm"


def to(home: Json, **records: list[Json]) -> Json:
    """The quiet case with somebody as only occupant, who agreed."""
    place = records.pop("place", None)
    return case(
        {"occupants": lives(home)}, place=place, **Json({"occupier_conversations": [said(home)], **records})
    )


def hit(victim: Json, day: str = "2025-06-01", **more: object) -> Json:
    """A conviction of actual bodily harm."""
    return offence("00806", HIT, day, victims=[victim], custody_months=6, **more)


SAFE_DECISION: Json = {
    "decision": "approved_with_conditions", "address": HOME, "happened_on": "2026-11-19",
    "decided_by": "senior probation officer", "monitoring": "weekly visits", "contingency": "bed held elsewhere",
    "victim_contact_plan": "adviser rings her weekly",
}  # fmt: skip

ABUSED_PARTNER = [
    row("her flat, under the surname she had when he was convicted", to(
        who("Alice Renn", "ex_partner", "1991-05-06", former_names=["Alice Dunmore"]),
        convictions=[hit(who("Alice Dunmore", "partner", "1991-05-06"))]), stop="DA-ADDR-01"),
    row("the police log says partner and no more", to(
        ALICE, domestic_abuse_events=[abuse("physical_violence", who("partner", "partner"), "2025-06-01", corroborated=True)]),
        raised="DA-ADDR-01"),
    row("threats four years ago, no conviction", to(
        ALICE, domestic_abuse_events=[abuse("threats", ALICE, "2022-11-23", corroborated=True)]), stop="DA-ADDR-01"),
    row("he choked her fourteen years ago", to(
        ALICE, domestic_abuse_events=[abuse("strangulation", ALICE, "2012-02-02", corroborated=True)]), stop="DA-ADDR-01"),
    row("one old call-out that nothing supports", to(
        ALICE, domestic_abuse_events=[abuse("verbal_dispute", ALICE, "2019-02-02")]), act="DA-ADDR-01"),
    row("a senior officer decided after every safeguard", to(
        ALICE, domestic_abuse_events=[abuse("physical_violence", ALICE, "2025-06-01", corroborated=True)],
        address_decisions=[SAFE_DECISION],
        checks=[checked("police_domestic_abuse"), checked("childrens_services")]), not_stop="DA-ADDR-01"),
    row("she says she wants him there, and nobody decided", to(
        ALICE, domestic_abuse_events=[abuse("physical_violence", ALICE, "2025-06-01", corroborated=True)]), stop="DA-ADDR-01"),
    row("quashed, so not proof", to(ALICE, convictions=[hit(ALICE, outcome="quashed")]), not_stop="DA-ADDR-01"),
    row("nobody asked the police for incidents", case(
        {"occupants": lives(ALICE)}, not_asked=("domestic_abuse",)), unsure="DA-ADDR-01"),
]  # fmt: skip

ABUSED_RELATIVE = [
    row("the record says mother and no name", to(
        MOTHER, domestic_abuse_events=[abuse("physical_violence", who("mother", "parent"), "2025-05-01", corroborated=True)]),
        raised="DA-ADDR-02"),
    row("both records say mother and no name", to(
        who("mother", "parent"), domestic_abuse_events=[
            abuse("physical_violence", who("mother", "parent"), "2025-05-01", corroborated=True)]), stop="DA-ADDR-02"),
    row("he stole from his grandmother", to(
        who("Ivy Pyke", "grandparent", "1938-01-01"),
        domestic_abuse_events=[abuse("economic_abuse", who("Ivy Pyke", "grandparent", "1938-01-01"), "2025-05-01",
                                     corroborated=True)]), stop="DA-ADDR-02"),
    row("he broke his sister's windows", to(
        SISTER, convictions=[offence("14900", "Criminal damage", "2025-05-01", victims=[SISTER])]), raised="DA-ADDR-02"),
    row("one old quarrel with his mother", to(
        MOTHER, domestic_abuse_events=[abuse("verbal_dispute", MOTHER, "2018-05-01")]), act="DA-ADDR-02"),
    row("nothing between him and his mother", to(MOTHER), quiet="everything"),
    row("the sister he hit moved out", to(
        MOTHER, domestic_abuse_events=[abuse("physical_violence", SISTER, "2025-05-01", corroborated=True)],
        contacts=[{"who": SISTER, "lives_at": FAR}]), quiet="DA-ADDR-02"),
]  # fmt: skip

NEW_PARTNER = [
    row("on the register, and a new girlfriend", to(GIRLFRIEND, registrations=[ADVP]), act="DA-NEW-01"),
    row("the prison alert says perpetrator", to(GIRLFRIEND, alerts=[{"code": "RDV"}]), act="DA-NEW-01"),
    row("the assessment says perpetrator", to(GIRLFRIEND, risk_assessments=[
        {"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "medium", "domestic_abuse_perpetrator": True}]),
        act="DA-NEW-01"),
    row("on the register, and home to his mother", to(MOTHER, registrations=[ADVP]), quiet="DA-NEW-01 DA-ADDR-02"),
    row("the woman he hit is not a new partner", to(ALICE, registrations=[ADVP], convictions=[hit(ALICE)]),
        quiet="DA-NEW-01", stop="DA-ADDR-01"),
    row("she was abused and he is on no register: she is not the perpetrator", to(
        GIRLFRIEND, domestic_abuse_events=[abuse("physical_violence", EX, "2025-01-01", "victim")]), quiet="DA-NEW-01"),
]  # fmt: skip

HERE = [
    row("he assaulted her in this house", to(
        FRIEND, convictions=[hit(ALICE, location=at("14 larch cl, fernhill"))]), raised="DA-OFF-01"),
    row("and she still lives in it", to(ALICE, convictions=[hit(ALICE, location=HOME)]), stop="DA-OFF-01"),
    row("he stole from the shop below", case(convictions=[offence(
        "04600", "Theft from shops", "2026-05-01", location=at("14A Larch Close, Fernhill, ZZ1 4LC"))]), quiet="DA-OFF-01"),
    row("he set fire to it", case(convictions=[offence("05602", "Arson", "2024-05-01", location=HOME)]), raised="DA-OFF-01"),
    row("the assault was in another town", to(FRIEND, convictions=[hit(ALICE, location=FAR)]), quiet="DA-OFF-01"),
    row("charged, and not yet tried", to(FRIEND, convictions=[
        hit(ALICE, "2026-05-05", location=HOME, outcome="pending")]), raised="DA-OFF-01"),
]  # fmt: skip

UNFLAGGED = [
    row("only the account of it says ex-partner", case(convictions=[
        offence("00806", HIT, "2025-05-01", method="Punched his ex-partner in the face.")]), act="DA-UNFL-01"),
    row("the court found domestic abuse", case(convictions=[
        offence("00806", HIT, "2025-05-01", domestic_abuse_found=True)]), act="DA-UNFL-01"),
    row("a breach of a non-molestation order", case(convictions=[
        offence("06639", "Breach of non-molestation order", "2025-05-01")]), act="DA-UNFL-01"),
    row("coercive control", case(convictions=[
        offence("00867", "Controlling or coercive behaviour", "2025-05-01", custody_months=6)]), act="DA-UNFL-01 DA-CCB-01"),
    row("everybody knows: he is on the register", case(
        registrations=[ADVP], convictions=[hit(ALICE)]), quiet="DA-UNFL-01"),
    row("acquitted", case(convictions=[hit(ALICE, outcome="acquitted")]), quiet="DA-UNFL-01"),
    row("charged with coercive control", case(convictions=[
        offence("00867", "Controlling or coercive behaviour", "2026-05-01", outcome="pending", convicted_on=None)]),
        act="DA-CCB-01"),
    row("kept her money and watched her phone", case(domestic_abuse_events=[
        abuse("economic_abuse", ALICE, "2025-05-01", words="took her wages"),
        abuse("controlling_or_coercive", ALICE, "2025-06-01", words="tracked her phone")]), act="DA-CCB-01"),
]  # fmt: skip

POLICE, CHILDREN = "police_domestic_abuse", "childrens_services"
CHECKS = [
    row("returned three months ago to the day", case(checks=[checked(POLICE, "2026-08-23")]), quiet="CHK-01"),
    row("returned last winter", case(checks=[checked(POLICE, "2026-02-01", requested_on="2026-01-20")]), act="CHK-01"),
    row("returned about another address", case(checks=[checked(POLICE, address=FAR)]), act="CHK-01"),
    row("nobody asked anybody, and he has no history", case(checks=[]), act="CHK-01"),
    row("approved premises", case({"placement": "approved_premises", "occupants": []}, checks=[]), quiet="CHK-01"),
    row("a child, a violent man, and children's services not asked", case(
        {"occupants": lives(FRIEND, who("Leo Tarn", "unknown", "2015-06-01"))},
        convictions=[hit(who("Rex Holm", "stranger"))], checks=[checked(POLICE)]), act="CHK-01"),
    row("a child, a shoplifter, and the police answered", case(
        {"occupants": lives(FRIEND, who("Leo Tarn", "unknown", "2015-06-01"))}, checks=[checked(POLICE)]), quiet="CHK-01"),
]  # fmt: skip


def decided(words: str, **more: object) -> Json:
    """The quiet case with a decision about the address."""
    one = {
        "decision": "approved_with_conditions",
        "address": HOME,
        "happened_on": "2026-11-10",
        "words": words,
    }
    return case(address_decisions=[{**one, **more}])


CONSENT = [
    row("if he stays off the drink", decided("OK if he stays off the drink", decision="approved"), act="DA-CON-01"),
    row("provided that he behaves", decided("Approved provided that he behaves himself."), act="DA-CON-01"),
    row("approved without more", decided("Approved.", decision="approved"), quiet="DA-CON-01"),
    row("he hit her, says that she is fine with it, and nobody rang", case(
        {"occupants": lives(MOTHER)}, occupier_conversations=[], domestic_abuse_events=[
            abuse("physical_violence", MOTHER, "2025-05-01", corroborated=True)]), act="DA-OCC-01"),
    row("she agrees and is scared", to(MOTHER, occupier_conversations=[
        said(MOTHER, words="Says yes but is scared of him when he drinks.")]), act="DA-OCC-01"),
    row("she was not told what he did", to(MOTHER, occupier_conversations=[said(MOTHER, told_of_offences=False)]), act="DA-OCC-01"),
    row("he was in the room", to(MOTHER, occupier_conversations=[said(MOTHER, spoken_to_alone=False)]), act="DA-OCC-01"),
    row("his own flat and nobody else in it", case(
        {"occupants": [], "placement": "own_tenancy"}, occupier_conversations=[],
        addresses=[{"address": HOME, "use": "main", "person_is_tenant": True}]), quiet="DA-OCC-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "expected"),
    [*ABUSED_PARTNER, *ABUSED_RELATIVE, *NEW_PARTNER, *HERE, *UNFLAGGED, *CHECKS, *CONSENT],
)
def test_what_the_catalogue_demands_of_domestic_abuse(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []
