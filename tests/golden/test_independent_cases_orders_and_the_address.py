"""Orders and the proposed address, from the catalogue alone: who lives there, what is named, how near."""

import pytest

from tests.golden.independent import (
    ALICE,
    EX,
    FAR,
    FRIEND,
    HOME,
    Expected,
    Json,
    at,
    case,
    differences,
    lives,
    order,
    row,
    term,
    who,
)

NO_CONTACT = term("no_contact", "not to contact directly or indirectly the protected person")
NO_ENTRY = term("no_enter_address", "not to attend 14 Larch Close, Fernhill", place=HOME)
WITH_ALICE: Json = {"occupants": lives(ALICE)}
BLOCK = {"parent_uprn": "990000000500", "postcode": "ZZ1 5TW"}
FLAT_FIVE = at("Flat 5, Tern House, Fernhill, ZZ1 5TW", uprn="990000000505", **BLOCK)
FLAT_TWO = at("Flat 2, Tern House, Fernhill, ZZ1 5TW", uprn="990000000502", **BLOCK)


def bound(*terms: Json, protects: Json = ALICE, kind: str = "restraining_order", **more: object) -> Json:
    """A case-file order that binds the person, of terms or of no contact."""
    return order(kind, [protects], *(terms or (NO_CONTACT,)), **more)


def alice_at(place: Json | None, verified: str | None = "2026-11-01", **more: object) -> list[Json]:
    """Where the protected person can be found, as victim liaison last confirmed it."""
    return [{"who": ALICE, "address": place, "verified_on": verified, **more}]


def with_order(one: Json, enquiry: Json | None = None, **records: list[Json]) -> Json:
    """The quiet case with one order, and with the protected person confirmed far away unless said."""
    return case(enquiry, protective_orders=[one], **Json({"protected_places": alice_at(FAR), **records}))


def zone(**shape: object) -> Json:
    """A term that keeps out of an area."""
    return term("exclusion_area", "not to enter the marked area", zone={"description": "the area", **shape})


def circle(metres_away: int, radius: int) -> Json:
    """A round zone whose centre lies so far from the proposed address."""
    centre = {"easting": 400000 + metres_away, "northing": 300000, "precision_metres": 10}
    return zone(centre=centre, radius_metres=radius)


def square(side: int) -> Json:
    """A square zone with the proposed address in its middle."""
    east, north = (400000 - side // 2, 400000 + side // 2), (300000 - side // 2, 300000 + side // 2)
    corners = [(east[0], north[0]), (east[1], north[0]), (east[1], north[1]), (east[0], north[1])]
    return zone(boundary=[{"easting": e, "northing": n, "precision_metres": 1} for e, n in corners])


LIVES_THERE = [
    row("she lives there under the name in the order", with_order(bound(), WITH_ALICE), stop="RO-ADDR-01"),
    row(
        "the order has her maiden name",
        with_order(
            bound(protects=who("Alice Dunmore", "partner", "1991-05-06")),
            {"occupants": lives(who("Alice Renn", "partner", "1991-05-06", former_names=["Alice Dunmore"]))},
        ),
        stop="RO-ADDR-01",
    ),
    row(
        "the order knows her by the name she goes by",
        with_order(
            bound(protects=who("Allie Renn", "ex_partner", aliases=["Alice Renn"])),
            {"occupants": lives(who("Alice Renn", "ex_partner"))},
        ),
        stop="RO-ADDR-01",
    ),
    row(
        "nobody says that she is a partner, but surname and date of birth agree",
        with_order(bound(), {"occupants": lives(who("A Renn", "friend", "1991-05-06"))}),
        stop="RO-ADDR-01",
    ),
    row(
        "only the name agrees, so who she is must be confirmed",
        with_order(bound(protects=who("Alice Renn")), {"occupants": lives(who("Alice Renn", "friend"))}),
        act="RO-ADDR-01",
    ),
    row(
        "a friend is named as occupier, and victim liaison has her there, spelt another way",
        with_order(bound(), protected_places=alice_at(at("14 LARCH CL, FERNHILL ZZ14LC"))),
        stop="RO-ADDR-01",
    ),
    row(
        "the prison's contact list has her there",
        with_order(bound(), contacts=[{"who": ALICE, "lives_at": HOME}]),
        raised="RO-ADDR-01",
    ),
    row("a stalking protection order", with_order(
        bound(term("no_approach", "not to approach her"), kind="stalking_protection_order"), WITH_ALICE
    ), stop="RO-ADDR-01"),
    row("a non-molestation order not to go to her home", with_order(
        bound(term("no_enter_home_of", "not to go to any home of hers"), kind="non_molestation_order"), WITH_ALICE
    ), stop="RO-ADDR-01"),
    row("an order made although he was acquitted", with_order(
        bound(kind="restraining_order_on_acquittal"), WITH_ALICE
    ), stop="RO-ADDR-01"),
    row("the order names her sister too, who lives there", with_order(
        order("restraining_order", [ALICE, who("Greta Renn", "other_relative")], NO_CONTACT),
        {"occupants": lives(who("Greta Renn", "other_relative"))},
    ), stop="RO-ADDR-01"),
    row("she only stays at weekends", with_order(bound(), {"occupants": lives(ALICE, visits=True)}), stop="RO-ADDR-01"),
    row("she wants him back", with_order(
        bound(), WITH_ALICE, occupier_conversations=[{
            "occupier": ALICE, "consent": "agrees", "spoken_to_alone": True, "told_of_offences": True,
            "happened_on": "2026-11-17", "words": "She wants him home for Christmas.",
        }],
    ), stop="RO-ADDR-01"),
    row("the order ends on the day of release", with_order(
        bound(expires_on="2026-12-01", duration_wording=None), WITH_ALICE), stop="RO-ADDR-01"),
    row("the order ended the day before the question", with_order(
        bound(expires_on="2026-11-21", duration_wording=None), WITH_ALICE), not_stop="RO-ADDR-01"),
    row("the order has no end that anybody wrote down", with_order(
        bound(duration_wording=None), WITH_ALICE), stop="RO-ADDR-01", raised="RO-TIME-03"),
    row("somebody wrote that it was discharged, and nothing shows it", with_order(
        bound(discharged_on="2026-03-01"), WITH_ALICE), stop="RO-ADDR-01"),
    row("it was discharged, and the sealed order shows it", with_order(
        bound(discharged_on="2026-03-01", discharge_evidence="sealed order seen"), WITH_ALICE), quiet="RO-ADDR-01"),
    row("the court varied it so that he may live there", with_order(bound(variations=[{
        "varied_on": "2026-06-01", "sealed_copy_seen": True, "duration_wording": "until further order",
        "prohibitions": [term("no_contact", "not to contact her", allows="he may reside at her home")],
    }]), WITH_ALICE), quiet="RO-ADDR-01"),
    row("he says that the court varied it, and nobody saw the order", with_order(bound(variations=[{
        "varied_on": "2026-06-01", "sealed_copy_seen": False, "duration_wording": "until further order",
        "prohibitions": [term("no_violence_or_harassment", "not to use violence")],
    }]), WITH_ALICE), stop="RO-ADDR-01"),
    row("the order forbids violence only", with_order(
        bound(term("no_violence_or_harassment", "not to use or threaten violence")), WITH_ALICE), quiet="RO-ADDR-01"),
    row("a licence condition names her in its wording only", case(WITH_ALICE, licence_conditions=[
        {"code": "4858cd8b-bca6-4f11-b6ee-439e27216d7d", "status": "approved",
         "prohibition": term("no_contact", "not to approach or communicate with Alice Renn")}]), raised="RO-ADDR-01"),
    row("an order that lists nobody names her in its wording", with_order(
        order("restraining_order", [], term("no_contact", "not to contact ALICE RENN")), WITH_ALICE), raised="RO-ADDR-01"),
    row("nobody asked for orders at all", case(WITH_ALICE, not_asked=("protective_orders",)), unsure="RO-ADDR-01"),
    row("nobody said who lives there", with_order(bound(), {"occupants": [], "occupants_stated": None}), unsure="RO-ADDR-01"),
]  # fmt: skip

NAMED = [
    row("the order writes it another way and without an identifier", with_order(
        bound(term("no_attend_address", "not to attend", place=at("14, Larch Cl., Fernhill")))), stop="RO-ADDR-02"),
    row("another flat of the same house", with_order(
        bound(term("no_enter_address", "not to enter Flat 2", place=FLAT_TWO)), {"address": FLAT_FIVE}), act="RO-ADDR-02"),
    row("the whole house is forbidden", with_order(
        bound(term("no_enter_address", "not to enter any part of the building Tern House", place=FLAT_TWO)),
        {"address": FLAT_FIVE}), stop="RO-ADDR-02"),
    row("only the postcode agrees", with_order(
        bound(term("no_enter_address", "not to enter", place=at("ZZ1 4LC", postcode="ZZ1 4LC")))), not_stop="RO-ADDR-02"),
    row("that term ended in spring", with_order(
        bound({**NO_ENTRY, "ends_on": "2026-04-01"}, NO_CONTACT)), quiet="RO-ADDR-02"),
    row("the court took the address out", with_order(bound(NO_ENTRY, NO_CONTACT, variations=[{
        "varied_on": "2026-06-01", "sealed_copy_seen": True, "prohibitions": [NO_CONTACT],
        "duration_wording": "until further order"}])), quiet="RO-ADDR-02"),
    row("the address is only in the wording", with_order(
        bound(term("no_enter_address", "not to attend 14 Larch Close, Fernhill ZZ1 4LC"))), stop="RO-ADDR-02"),
    row("the wording names a house by its name", with_order(
        bound(term("no_enter_address", "not to attend The Old Forge"))), unsure="RO-ADDR-02"),
]  # fmt: skip

ZONES = [
    row("inside a polygon", with_order(bound(square(400))), stop="RO-ADDR-03"),
    row("inside a circle of the licence", with_order(bound(), licence_conditions=[
        {"code": "0f9a20f4-35c7-4c77-8af8-f200f153fa11", "prohibition": circle(900, 1000), "status": "approved"}
    ]), stop="RO-ADDR-03"),
    row("three hundred metres outside", with_order(bound(circle(1300, 1000))), quiet="RO-ADDR-03"),
    row("outside, but the address is known to half a mile only", with_order(bound(circle(1100, 1000)), {
        "address": {**HOME, "point": {"easting": 400000, "northing": 300000, "precision_metres": 800}}
    }), raised="RO-ADDR-03"),
    row("an area that nobody drew", with_order(bound(zone())), unsure="RO-ADDR-03"),
    row("an address that nobody located", with_order(bound(square(400)), {
        "address": at("14 Larch Close, Fernhill, ZZ1 4LC", uprn="990000000140")}), unsure="RO-ADDR-03"),
    row("the zone ended before release", with_order(bound({**square(400), "ends_on": "2026-11-01"})), quiet="RO-ADDR-03"),
]  # fmt: skip

NEXT_DOOR = {**HOME, "text": "16 Larch Close, Fernhill, ZZ1 4LC", "uprn": "990000000160"}
NEAR = [
    row("she lives two doors away", with_order(bound(), protected_places=alice_at(NEXT_DOOR)), act="RO-ADDR-04"),
    row("she works next door", with_order(bound(), protected_places=alice_at(NEXT_DOOR, kind="work")), act="RO-ADDR-04"),
    row("the victim of his robbery lives two doors away", case(
        protected_places=[{"who": who("Ned Orr", "stranger"), "address": NEXT_DOOR, "verified_on": "2026-11-01"}],
    ), act="RO-ADDR-04"),
    row("she is in a refuge that nobody names", with_order(
        bound(), protected_places=alice_at(None, withheld=True)), act="RO-ADDR-06"),
    row("her address was confirmed six months ago to the day", with_order(
        bound(), protected_places=alice_at(FAR, "2026-05-23")), quiet="RO-ADDR-06"),
    row("her address was confirmed last winter", with_order(
        bound(), protected_places=alice_at(FAR, "2026-01-10")), act="RO-ADDR-06"),
    row("nobody wrote when her address was confirmed", with_order(
        bound(), protected_places=alice_at(FAR, None)), act="RO-ADDR-06"),
    row("two are protected, and one of them can be found", with_order(
        order("restraining_order", [ALICE, EX], NO_CONTACT)), act="RO-ADDR-06"),
    row("the order is about the internet and about nobody", with_order(
        order("restraining_order", [], term("devices_or_internet", "not to use a phone with a camera")),
        protected_places=[]), quiet="RO-ADDR-06"),
]  # fmt: skip

RSTO = {"code": "RSTO", "description": "Restraining Order", "started_on": "2024-05-02"}
ONLY_A_FLAG = [
    row("a register says restraining order", case(registrations=[RSTO]), act="RO-ADDR-07"),
    row("a register with a code of its own", case(
        registrations=[{**RSTO, "code": "ZZ9", "description": "Restraining Order (ex-wife)"}]), act="RO-ADDR-07"),
    row("only the risk assessment speaks of one", case(risk_assessments=[{
        "tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "to_public": "low",
        "words": "He says there is a restraining order about his former wife."}]), act="RO-ADDR-07"),
    row("a register entry in words of its own", case(registrations=[
        {**RSTO, "code": None, "description": "Non-Molestation Order - ex wife"}]), act="RO-ADDR-07"),
    row("the alert's code in small letters", case(alerts=[{"code": "ohco"}]), act="RO-ADDR-07"),
    row("the screening says so", case(screening_answers=[{
        "tool": "basic custody screening", "topic": "accommodation", "concern": True, "happened_on": "2026-07-12",
        "words": "Says that there is a restraining order against him."}]), act="RO-ADDR-07"),
    row("the police's answer says so", case(checks=[{
        "kind": "police_domestic_abuse", "address": HOME, "requested_on": "2026-10-01", "returned_on": "2026-11-10",
        "result": "Non-molestation order granted in May."}]), act="RO-ADDR-07"),
    row("only the notes of the enquiry say so", case({"notes": "NMO in force re ex."}), act="RO-ADDR-07"),
    row("the notes speak of the responsible officer", case({"notes": "Spoke to RO re housing."}), quiet="everything"),
    row("an order without terms or a name", with_order(order("restraining_order", [])), act="RO-ADDR-07"),
    row("the risk assessment says that there is none", case(risk_assessments=[{
        "tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "to_public": "low",
        "words": "There is no evidence of a restraining order."}]), quiet="RO-ADDR-07"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), [*LIVES_THERE, *NAMED, *ZONES, *NEAR, *ONLY_A_FLAG])
def test_what_the_catalogue_demands_of_orders_and_addresses(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


def test_a_friend_who_agrees_and_a_quiet_record_raise_nothing() -> None:
    assert differences(case({"occupants": lives(FRIEND)}), Expected(quiet="everything")) == []
