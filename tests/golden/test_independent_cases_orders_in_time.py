"""Orders that end, change or were never served, and what was done in spite of them, from the catalogue alone."""

import pytest

from tests.golden.as_a_referral import HOSTEL, as_a_referral, given_away
from tests.golden.independent import (
    ALICE,
    EX,
    FAR,
    FRIEND,
    HOME,
    NINE,
    NO_ADDRESS,
    Expected,
    Json,
    abuse,
    answer,
    case,
    differences,
    lives,
    offence,
    order,
    row,
    term,
    who,
)

NO_CONTACT = term("no_contact", "not to contact Alice Renn directly or indirectly")
BY_LAWYER = term(
    "no_contact", "not to contact Alice Renn", allows="contact through solicitors about the children"
)
FAR_AWAY = {"who": ALICE, "address": FAR, "verified_on": "2026-11-01"}


def bound(*terms: Json, kind: str = "restraining_order", enquiry: Json | None = None, **more: object) -> Json:
    """The quiet case with one order that protects Alice, who lives far away."""
    return case(
        enquiry,
        protective_orders=[order(kind, [ALICE], *(terms or (NO_CONTACT,)), **more)],
        protected_places=[FAR_AWAY],
    )


def comes(*places: Json, terms: tuple[Json, ...] = (NO_CONTACT,), **records: list[Json]) -> Json:
    """An order that protects Alice, whose home is far away, and what else is known of her comings and goings."""
    held: Json = {"protective_orders": [order("restraining_order", [ALICE], *terms)], **records}
    return case(protected_places=[FAR_AWAY, *places], **held)


def here(kind: str, person: Json = ALICE, verified: str = "2026-11-01") -> Json:
    """Something that a protected person does at the proposed address."""
    return {"who": person, "kind": kind, "address": HOME, "verified_on": verified}


def noted(text: str, day: str = "2026-10-01") -> list[Json]:
    """What was written of the proposed address."""
    return [{"address": HOME, "kind": "staff", "happened_on": day, "words": text}]


COMES = [
    row("she visits", comes(here("visits")), act="RO-ADDR-05"),
    row("she works there", comes(here("work")), act="RO-ADDR-05"),
    row("her child's school is at the site", as_a_referral(comes(here("school"))), raised="RO-ADDR-05"),
    row("she is at the site where he meets his mentor", as_a_referral(comes(here("visits"))), act="RO-ADDR-05"),
    row("she works at the hostel he is referred to", as_a_referral(comes(here("work")), **HOSTEL), act="RO-ADDR-05"),
    row("she stays at weekends", case({"occupants": [*lives(FRIEND), *lives(ALICE, visits=True)]}, protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT)], protected_places=[FAR_AWAY]), stop="RO-ADDR-01"),
    row("the children are handed over there", comes(
        address_notes=noted("Handover of the children takes place here every Saturday.")), raised="RO-ADDR-05"),
    row("his host is her sister", comes(address_notes=noted("The occupier is Alice Renn's sister.")), raised="RO-ADDR-05"),
    row("she lives abroad and comes back at Christmas", comes(address_notes=noted(
        "Alice Renn last visited in 2019 and now lives abroad, but is here each Christmas.")), act="RO-ADDR-05"),
    row("she works in another town", comes({"who": ALICE, "kind": "work", "address": FAR, "verified_on": "2026-11-01"}),
        quiet="RO-ADDR-05"),
    row("the order only forbids violence", comes(here("visits"), terms=(
        term("no_violence_or_harassment", "not to use or threaten violence"),)), quiet="RO-ADDR-05"),
    row("the order has ended", comes(here("visits"), protective_orders=[order(
        "restraining_order", [ALICE], NO_CONTACT, expires_on="2026-02-01", duration_wording=None)]), quiet="RO-ADDR-05"),
    row("somebody whom no order protects works there", comes(here("work", EX)), quiet="RO-ADDR-05"),
    row("nobody asked where protected people are", case(not_asked=("protected_places",), protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT)]), unsure="RO-ADDR-05"),
    row("nobody asked for orders", case(not_asked=("protective_orders",)), unsure="RO-ADDR-05"),
    row("no order at all", case(), quiet="RO-ADDR-05"),
]  # fmt: skip

ABUSED_HER = abuse("physical_violence", ALICE, "2026-01-10", words="punched her")


def ending(
    day: str, kind: str = "restraining_order", enquiry: Json | None = None, **records: list[Json]
) -> Json:
    """The quiet case with an order that ends on a day."""
    ends = order(kind, [ALICE], NO_CONTACT, expires_on=day, duration_wording=None)
    return case(enquiry, **Json({"protective_orders": [ends], "protected_places": [FAR_AWAY], **records}))


def with_second(day: str, second: Json) -> Json:
    """An order that ends on a day, and another."""
    ends = order("restraining_order", [ALICE], NO_CONTACT, expires_on=day, duration_wording=None)
    return case(protective_orders=[ends, second], protected_places=[FAR_AWAY])


ENDS = [
    row("asked as a referral", as_a_referral(ending("2026-12-10")), act="RO-TIME-01"),
    row("on the last day of the licence", ending("2027-06-01"), act="RO-TIME-01"),
    row("the day after the licence ends", ending("2027-06-02"), quiet="RO-TIME-01"),
    row("after the licence, and he stays longer", ending("2027-09-01", enquiry={"use_to": "2027-12-31"}), act="RO-TIME-01"),
    row("ended twenty-eight days before release", ending("2026-11-03"), act="RO-TIME-01"),
    row("ended twenty-nine days before release, and nothing since", ending("2026-11-02"), quiet="RO-TIME-01"),
    row("ended in October, after abuse this year", ending("2026-10-01", domestic_abuse_events=[ABUSED_HER]), act="RO-TIME-01"),
    row("ended in October, after a breach last year", ending("2026-10-01", order_breaches=[
        {"happened_on": "2025-06-01", "how": "telephoned her", "outcome": "conviction"}]), act="RO-TIME-01"),
    row("ended in October, and the last abuse was in 2023", ending("2026-10-01", domestic_abuse_events=[
        {**ABUSED_HER, "happened_on": "2023-01-10"}]), quiet="RO-TIME-01"),
    row("ended in October, and he was the one abused", ending("2026-10-01", domestic_abuse_events=[
        {**ABUSED_HER, "person_is": "victim"}]), quiet="RO-TIME-01"),
    row("ended in October, and nobody asked for breaches", case(not_asked=("order_breaches",), protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT, expires_on="2026-10-01", duration_wording=None)]), unsure="RO-TIME-01"),
    row("another order of the same terms runs on", with_second("2026-12-10", order("restraining_order", [ALICE], NO_CONTACT)),
        quiet="RO-TIME-01"),
    row("the other order protects somebody else", with_second("2026-12-10", order(
        "restraining_order", [EX], term("no_contact", "not to contact Beth Corrie"))), act="RO-TIME-01"),
    row("the other order is only about violence", with_second("2026-12-10", order(
        "restraining_order", [ALICE], term("no_violence_or_harassment", "not to use violence"))), act="RO-TIME-01"),
    row("an extension of which no sealed copy was seen", bound(expires_on="2026-12-10", duration_wording=None, variations=[
        {"varied_on": "2026-09-01", "sealed_copy_seen": False, "prohibitions": [NO_CONTACT], "expires_on": "2029-12-10"}]),
        act="RO-TIME-01"),
    row("an extension whose sealed copy was seen", bound(expires_on="2026-12-10", duration_wording=None, variations=[
        {"varied_on": "2026-09-01", "sealed_copy_seen": True, "prohibitions": [NO_CONTACT], "expires_on": "2029-12-10"}]),
        quiet="RO-TIME-01"),
    row("nobody knows when the licence ends", ending("2028-06-01", enquiry={"licence_ends_on": None}), unsure="RO-TIME-01"),
    row("nobody knows when the licence ends, and it ends nine days after release", ending(
        "2026-12-10", enquiry={"licence_ends_on": None}), unsure="RO-TIME-01"),
    row("nobody knows when he is released", ending("2027-01-10", enquiry={"release_date": None, "licence_ends_on": None}),
        unsure="RO-TIME-01"),
    row("no address yet", ending("2026-12-10", enquiry=NO_ADDRESS), act="RO-TIME-01"),
    row("until further order", bound(), quiet="RO-TIME-01"),
    row("nobody asked for orders", case(not_asked=("protective_orders",)), unsure="RO-TIME-01"),
]  # fmt: skip


def varied(seen: bool, *terms: Json, on: str = "2025-06-01", **more: object) -> Json:
    """A later version of an order."""
    return {"varied_on": on, "sealed_copy_seen": seen, "prohibitions": list(terms), **more}


CHANGED = [
    row("contact through solicitors, and nobody has seen it", bound(variations=[varied(False, BY_LAWYER)]), act="RO-TIME-04"),
    row("asked as a referral", as_a_referral(bound(variations=[varied(False, BY_LAWYER)])), act="RO-TIME-04"),
    row("the first of two variations was seen and the second not", bound(variations=[
        varied(True, NO_CONTACT), varied(False, BY_LAWYER, on="2026-06-01")]), act="RO-TIME-04"),
    row("the court will hear it again in spring", bound(hearing_on="2027-04-01"), act="RO-TIME-04"),
    row("never varied", bound(), quiet="RO-TIME-04"),
    row("two systems hold different terms of one order", case(protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT), order("restraining_order", [ALICE], BY_LAWYER)]), act="RO-TIME-04"),
    row("two systems disagree whom it protects", case(protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT), order("restraining_order", [ALICE, NINE], NO_CONTACT)]), act="RO-TIME-04"),
    row("two systems hold the same order", case(protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT), order("restraining_order", [ALICE], NO_CONTACT)]), quiet="RO-TIME-04"),
    row("a variation came in as an order of its own", case(protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT),
        order("restraining_order", [ALICE], BY_LAWYER, made_on="2025-06-01", served_on=None, recorded_on="2025-06-02")]),
        act="RO-TIME-04"),
    row("two orders protect two people", case(protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT),
        order("restraining_order", [EX], term("no_contact", "not to contact Beth Corrie"), made_on="2022-01-01")]),
        quiet="RO-TIME-04"),
    row("the order has ended", bound(expires_on="2025-12-01", duration_wording=None, variations=[
        varied(False, BY_LAWYER, expires_on="2025-12-01")]), quiet="RO-TIME-04"),
    row("a variation without an end, nobody saw it, and the order has ended", bound(
        expires_on="2025-12-01", duration_wording=None, variations=[varied(False, BY_LAWYER)]), act="RO-TIME-04"),
    row("discharged, and seen to be", bound(discharged_on="2026-02-02", discharge_evidence="court result", variations=[
        varied(False, BY_LAWYER)]), quiet="RO-TIME-04"),
    row("nobody asked for orders", case(not_asked=("protective_orders",)), unsure="RO-TIME-04"),
]  # fmt: skip

UNSERVED: Json = {"made_on": "2026-11-20", "recorded_on": "2026-11-20", "served_on": None}
SERVED = [
    row("asked as a referral", as_a_referral(bound(kind="non_molestation_order", **UNSERVED)), act="RO-SERV-01"),
    row("a domestic abuse protection order", bound(kind="domestic_abuse_protection_order", **UNSERVED), act="RO-SERV-01"),
    row("a violence protection notice", bound(kind="domestic_violence_protection_notice", interim=True, **UNSERVED),
        act="RO-SERV-01"),
    row("a stalking protection order", bound(kind="stalking_protection_order", **UNSERVED), act="RO-SERV-01"),
    row("an interim sexual harm prevention order", bound(kind="sexual_harm_prevention_order", interim=True, **UNSERVED),
        act="RO-SERV-01"),
    row("they say that he was not in court", bound(
        kind="non_molestation_order", present_when_made=False, **UNSERVED), act="RO-SERV-01"),
    row("his solicitor was in court", bound(
        kind="non_molestation_order", present_when_made=True, **UNSERVED), quiet="RO-SERV-01"),
    row("served next day", bound(kind="non_molestation_order", **{**UNSERVED, "served_on": "2026-11-21"}), quiet="RO-SERV-01"),
    row("it ended before anybody served it", bound(kind="non_molestation_order", made_on="2024-05-01", served_on=None,
        expires_on="2025-05-01", duration_wording=None), quiet="RO-SERV-01"),
    row("it protects him", case(protective_orders=[order(
        "non_molestation_order", [who("Aaron Pyke")], NO_CONTACT, person_is="protected", **UNSERVED)]), quiet="RO-SERV-01"),
    row("nobody asked for orders", case(not_asked=("protective_orders",)), unsure="RO-SERV-01"),
]  # fmt: skip

INSIDE: list[Json] = [
    {"kind": "received", "happened_on": "2026-07-10"},
    {"kind": "sentenced", "happened_on": "2026-07-20"},
]


def contact(words: str, day: str = "2026-09-05", *terms: Json) -> Json:
    """The quiet case with an order, and contact that was noticed in prison."""
    event = {"kind": "contact_with_protected_person", "happened_on": day, "words": words}
    orders = [order("restraining_order", [ALICE], *(terms or (NO_CONTACT,)))]
    return case(protective_orders=orders, protected_places=[FAR_AWAY], custody_events=[*INSIDE, event])


def breached(how: str, day: str) -> Json:
    """The quiet case with an order and one breach."""
    return case(
        protective_orders=[order("restraining_order", [ALICE], NO_CONTACT)],
        protected_places=[FAR_AWAY],
        order_breaches=[{"happened_on": day, "how": how, "outcome": "alleged"}],
    )


REACHED = [
    row("asked as a referral", as_a_referral(contact("14 calls to her via his mother's phone")), act="COMM-01"),
    row("a letter stopped in the post room", contact("Attempted letter to her, stopped"), act="COMM-01"),
    row("a breach by telephone while inside", breached("telephoned her from prison", "2026-08-20"), act="COMM-01"),
    row("a breach before he came in", breached("telephoned her", "2026-05-20"), quiet="COMM-01"),
    row("abuse by telephone while inside", case(domestic_abuse_events=[
        abuse("stalking_or_harassment", ALICE, "2026-08-15", words="14 calls from prison through a friend")]), act="COMM-01"),
    row("her number is on his list", case(
        protective_orders=[order("restraining_order", [ALICE], NO_CONTACT)], protected_places=[FAR_AWAY],
        contacts=[{"who": ALICE, "note": "Number on PIN list, approved in August."}]), act="COMM-01"),
    row("she asked for no contact and there was none", case(alerts=[{"code": "ONCR"}]), quiet="COMM-01"),
    row("she asked for no contact and he wrote", case(alerts=[{"code": "ONCR"}], custody_events=[*INSIDE, {
        "kind": "contact_with_protected_person", "happened_on": "2026-09-05", "words": "Letter to her"}]), act="COMM-01"),
    row("an order, and no contact", bound(), quiet="COMM-01"),
    row("nobody asked what happened in custody", case(not_asked=("custody",), protective_orders=[
        order("restraining_order", [ALICE], NO_CONTACT)]), unsure="COMM-01"),
    row("convicted of theft", case(convictions=[offence("04600", "Theft from shops")]), quiet="COMM-01"),
]  # fmt: skip
ALL = [*COMES, *ENDS, *CHANGED, *SERVED, *REACHED]


@pytest.mark.parametrize(("file", "expected"), ALL)
def test_what_the_catalogue_demands_of_orders_in_time(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


@pytest.mark.parametrize(("file", "_expected"), ALL)
def test_no_reason_names_anybody_or_any_place(file: Json, _expected: Expected) -> None:
    assert given_away(file, answer(file)) == []
