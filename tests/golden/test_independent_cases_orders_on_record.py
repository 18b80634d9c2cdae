"""What orders say of themselves, from the catalogue alone: end, service, breach, licence, flags, bail, family."""

import pytest

from tests.golden.independent import (
    ALICE,
    FAR,
    FRIEND,
    HOME,
    NO_ADDRESS,
    Expected,
    Json,
    at,
    case,
    checked,
    differences,
    lives,
    offence,
    order,
    row,
    said,
    term,
    who,
)

NO_CONTACT = term("no_contact", "not to contact directly or indirectly the protected person")
OUT = term("leave_premises", "to leave and not return to 14 Larch Close", place=HOME)
FAR_AWAY: list[Json] = [{"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}]
RSTO = {"code": "RSTO", "description": "Restraining Order", "started_on": "2024-05-02"}
OHCO = {"code": "OHCO", "active_from": "2024-05-02"}
BROTHER = who("Glen Pyke", "sibling", "1993-12-01")
UNCLE = who("Karim Daud", "other_relative", "1970-01-01")


def bound(*terms: Json, kind: str = "restraining_order", protects: Json = ALICE, **more: object) -> Json:
    """The quiet case with one order, whose protected person lives far away."""
    return case(
        protective_orders=[order(kind, [protects], *(terms or (NO_CONTACT,)), **more)],
        protected_places=FAR_AWAY,
    )


ENDS = [
    row("nobody wrote an end", bound(duration_wording=None), act="RO-TIME-03"),
    row("an end that nobody can read", bound(duration_wording="as per memo"), raised="RO-TIME-03"),
    row("ended by a date still to come", bound(expires_on="2028-01-01", duration_wording=None), quiet="RO-TIME-03"),
    row("discharged, with the court's order seen", bound(
        discharged_on="2026-02-02", discharge_evidence="court result"), quiet="RO-TIME-03"),
]  # fmt: skip

NOTICE = "domestic_violence_protection_notice"
INTERIM = [
    row("a notice older than two days that nobody decided on", case(
        {"occupants": lives(ALICE)},
        protective_orders=[order("domestic_abuse_protection_notice", [ALICE], NO_CONTACT, made_on="2026-11-12",
                                 recorded_on="2026-11-12", duration_wording=None)]), stop="RO-INT-01"),
    row("a notice that was withdrawn", case(
        {"occupants": lives(FRIEND)},
        protective_orders=[order(NOTICE, [ALICE], OUT, made_on="2026-11-12", recorded_on="2026-11-12",
                                 discharged_on="2026-11-14", discharge_evidence="withdrawn by superintendent")],
    ), quiet="RO-INT-01 OCC-01 RO-ADDR-02"),
    row("an interim stalking order at the home of its victim", case(
        {"occupants": lives(ALICE)}, protective_orders=[
            order("stalking_protection_order", [ALICE], NO_CONTACT, interim=True, made_on="2026-11-01",
                  recorded_on="2026-11-02", duration_wording="until the final hearing")]), stop="RO-INT-01"),
    row("the full order is heard in nine days", bound(
        kind="stalking_protection_order", interim=True, hearing_on="2026-12-01"), stop="RO-INT-01"),
    row("a full order with a hearing to vary it in spring", bound(hearing_on="2027-04-01"), quiet="RO-INT-01"),
]  # fmt: skip


def breaches(*days: str, **more: object) -> list[Json]:
    """Breaches of an order, each proved."""
    return [{"happened_on": day, "how": "telephoned her", "outcome": "conviction", **more} for day in days]


def released(day: str, back: str = "recalled", back_on: str = "2026-07-10") -> list[Json]:
    """An earlier release and how it ended, before this sentence."""
    start = [{"kind": "released", "happened_on": day}, {"kind": back, "happened_on": back_on}]
    return [
        *start,
        {"kind": "received", "happened_on": "2026-07-10"},
        {"kind": "sentenced", "happened_on": "2026-07-20"},
    ]


BREACHED = [
    row("one breach in the year before custody", case(order_breaches=breaches("2025-09-01")), act="RO-BRCH-01"),
    row("two charges of one day long before custody", case(
        order_breaches=breaches("2023-05-01", "2023-05-01")), quiet="RO-BRCH-01"),
    row("two allegations that nobody proved", case(
        order_breaches=breaches("2023-05-01", "2024-05-01", outcome="alleged")), quiet="RO-BRCH-01"),
    row("two breaches, one of them six years ago", case(
        order_breaches=breaches("2020-10-01", "2023-05-01")), quiet="RO-BRCH-01"),
    row("two breaches known only as convictions", case(convictions=[
        offence("00831", "Breach of a restraining order", "2023-02-01"),
        offence("8/31", "Breach of a restraining order", "2024-02-01")]), act="RO-BRCH-01"),
    row("two failures to tell the police where he lives", case(convictions=[
        offence("06816", "Failing to notify within 3 days", "2023-02-01"),
        offence("06816", "Failing to notify within 3 days", "2024-02-01")]), act="RO-BRCH-01"),
    row("recalled on the twenty-eighth day, and now no address", case(
        NO_ADDRESS, custody_events=released("2026-01-05", back_on="2026-02-02"),
        protective_orders=[order("restraining_order", [ALICE], NO_CONTACT)]), act="RO-BRCH-02"),
    row("nobody asked for breaches", case(not_asked=("order_breaches",)), unsure="RO-BRCH-01"),
]  # fmt: skip


def condition(
    kind: str, wording: str, *named: Json, status: str = "approved", code: str | None = None
) -> Json:
    """A licence condition."""
    return {"code": code, "prohibition": term(kind, wording), "names": list(named), "status": status}


APPROACH = "4858cd8b-bca6-4f11-b6ee-439e27216d7d"


def licensed(*conditions: Json, **enquiry: object) -> Json:
    """The quiet case with an order of no contact and a licence."""
    orders = [order("restraining_order", [ALICE], NO_CONTACT)]
    return case(
        enquiry, protective_orders=orders, protected_places=FAR_AWAY, licence_conditions=list(conditions)
    )


LICENCE = [
    row("a condition about somebody else", licensed(
        condition("no_contact", "not to contact Beth Corrie", who("Beth Corrie", "ex_partner"), code=APPROACH)), act="RO-LIC-01"),
    row("the condition was removed", licensed(
        condition("no_contact", "not to contact her", ALICE, status="removed", code=APPROACH)), act="RO-LIC-01"),
    row("nobody has drafted a licence and release is far off", licensed(
        release_date="2027-03-01", licence_ends_on="2027-09-01", use_to="2027-09-01"), quiet="RO-LIC-01"),
    row("to live in one town and be home by seven in another", case(licence_conditions=[
        {"code": None, "prohibition": term("curfew_at", "curfew", place=HOME)},
        {"code": None, "prohibition": term("reside_at", "to live at 31 Quay Street", place=FAR)},
    ]), stop="RO-LIC-02"),
    row("an order that nobody flagged", bound(), act="RO-REG-01"),
    row("a flag that outlived its order", case(
        protective_orders=[order("restraining_order", [ALICE], NO_CONTACT, expires_on="2025-05-01", duration_wording=None)],
        registrations=[RSTO]), act="RO-REG-01"),
]  # fmt: skip

EXCLUDED = [
    row("an undertaking that spells the address another way", bound(
        term("no_enter_address", "not to enter", place=at("14 LARCH CLOSE, ZZ1 4LC")), kind="undertaking"), stop="OCC-01"),
    row("a housing injunction", bound(term("no_enter_address", "not to enter", place=HOME), kind="housing_injunction"),
        stop="OCC-01"),
    row("the place register knows of a closure", case(place=[
        {"address": HOME, "kind": "closure", "happened_on": "2026-10-20", "recorded_on": "2026-10-20",
         "words": "closure order until 20 January 2027"}]), raised="OCC-01"),
    row("a closure of another house in the road", case(place=[
        {"address": {**HOME, "text": "40 Larch Close, Fernhill", "uprn": "990000000400"}, "kind": "closure",
         "happened_on": "2026-10-20", "recorded_on": "2026-10-20"}]), quiet="OCC-01"),
    row("an occupation order that does not say which home", bound(
        term("leave_premises", "to leave the family home"), kind="occupation_order"), unsure="OCC-01"),
]  # fmt: skip

FORCED = "forced_marriage_protection_order"
FAMILY = [
    row("she is protected, and the uncle whom it binds lives there", case(
        {"occupants": lives(UNCLE)}, person={"sex": "female"}, protective_orders=[
            order(FORCED, [UNCLE], NO_CONTACT, person_is="protected")]), stop="FM-01"),
    row("no order, but a warning of honour-based abuse, and her uncle's house", case(
        {"occupants": lives(UNCLE)}, person={"sex": "female"}, alerts=[{"code": "VU", "comment": "HBA marker: family"}]),
        stop="FM-01"),
    row("any child under sixteen, and a girl of nine lives there", case(
        {"occupants": lives(FRIEND, who("Fay Tarn", "unknown", "2017-06-01"))},
        protective_orders=[order("restraining_order", [], term(
            "no_reside_with_children", "not to live with any child under 16", children_under=16))]), stop="RO-CHLD-01"),
    row("any child under sixteen, and the boy there turned seventeen", case(
        {"occupants": lives(FRIEND, who("Leo Tarn", "unknown", "2009-06-01"))},
        protective_orders=[order("restraining_order", [], term(
            "no_reside_with_children", "not to live with any child under 16", children_under=16))]), quiet="RO-CHLD-01"),
    row("a child of whom nobody wrote the age", case(
        {"occupants": lives(FRIEND, who("the baby", "unknown", is_child=True))},
        protective_orders=[order("restraining_order", [], term(
            "no_reside_with_children", "not to live with any child under 16", children_under=16))]), raised="RO-CHLD-01"),
]  # fmt: skip

ON_BAIL = [
    row("police bail to live somewhere else", case(protective_orders=[order(
        "police_bail", [], term("reside_at", "to live and sleep at 31 Quay Street", place=FAR))]), stop="BAIL-01"),
    row("the complainant of a live case lives there", case(
        {"occupants": lives(BROTHER)}, occupier_conversations=[said(BROTHER)],
        convictions=[offence("00806", "Assault occasioning actual bodily harm", "2026-05-01", outcome="pending",
                             convicted_on=None, victims=[BROTHER])]), stop="BAIL-01"),
    row("the complainant of a case that he was acquitted of", case(
        {"occupants": lives(BROTHER)}, occupier_conversations=[said(BROTHER)],
        checks=[checked("police_domestic_abuse"), checked("childrens_services")],
        convictions=[offence("00806", "Assault occasioning actual bodily harm", "2026-05-01", outcome="acquitted",
                             convicted_on=None, victims=[BROTHER])]), quiet="BAIL-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "expected"), [*ENDS, *INTERIM, *BREACHED, *LICENCE, *EXCLUDED, *FAMILY, *ON_BAIL]
)
def test_what_the_catalogue_demands_of_orders_on_record(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []
