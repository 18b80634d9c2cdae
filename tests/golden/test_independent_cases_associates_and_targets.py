"""Areas and company that are barred, rivals, likely targets, stalking and threats, from the catalogue alone."""

import pytest

from tests.golden.as_a_referral import HOSTEL, as_a_referral, given_away
from tests.golden.independent import (
    EX,
    FAR,
    FRIEND,
    HOME,
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
    said,
    term,
    who,
)

CBO = "criminal_behaviour_order"
RIVAL = who("Rex Lomax", "acquaintance", "1992-03-03")
THEFT = offence("04600", "Theft from shops", "2026-07-01", custody_months=10)


def area(metres: int, north: int = 300000, **more: object) -> Json:
    """A term that keeps him out of a circle; the proposed home is at its centre unless it lies further north."""
    zone = {
        "description": "the town centre",
        "centre": {"easting": 400000, "northing": north, "precision_metres": 10},
    }
    return term("exclusion_area", "not to enter the town centre", zone={**zone, "radius_metres": metres}, **more)  # fmt: skip


def limited(*terms: Json, kind: str = CBO, enquiry: Json | None = None, **more: object) -> Json:
    """The quiet case with an order that protects nobody in particular."""
    return case(enquiry, protective_orders=[order(kind, [], *terms, **more)])


def with_rival(*terms: Json, kind: str = "gang_injunction", **more: object) -> Json:
    """Somebody lives there of whom the gang injunction may speak."""
    return case(
        {"occupants": lives(RIVAL)},
        protective_orders=[order(kind, [RIVAL], *terms, **more)],
        occupier_conversations=[said(RIVAL)],
    )


NOT_WITH = term("no_association", "not to associate with Rex Lomax", protects=["Rex Lomax"])
LIMITS = [
    row("the hostel lies inside the area", limited(area(400)), stop="RO-ADDR-03", raised="CBO-01"),
    row("the mentor's office lies inside the area", as_a_referral(limited(area(400))), raised="CBO-01"),
    row("a kilometre outside", limited(area(300, north=301300)), quiet="CBO-01 RO-ADDR-03"),
    row("no begging outside the station, a kilometre away", limited(term(
        "other", "not to beg within 50 metres of the station")), not_stop="CBO-01"),
    row("an area that nobody has drawn", limited(term("exclusion_area", "not to enter the town centre of Fernhill")),
        unsure="CBO-01 RO-ADDR-03"),
    row("he may travel to his home in it", limited(area(
        400, allows="to travel directly to and from his home at 14 Larch Close, Fernhill")), act="CBO-01 RO-ADDR-03"),
    row("he may travel to a home in it that is another", limited(area(
        400, allows="to travel directly to and from his home at 16 Larch Close, Fernhill")), stop="CBO-01 RO-ADDR-03"),
    row("he may only enter it for court", limited(area(400, allows="to attend court")), raised="CBO-01 RO-ADDR-03"),
    row("a football banning order", limited(area(400), kind="other_order"), raised="RO-ADDR-03"),
    row("a respect order", limited(area(400), kind="respect_order"), raised="CBO-01"),
    row("a knife crime prevention order", limited(area(400), kind="knife_crime_prevention_order"), raised="CBO-01"),
    row("the term ended, the order did not", limited(area(400, ends_on="2026-09-01")), quiet="CBO-01 RO-ADDR-03"),
    row("the order ended", limited(area(400), expires_on="2026-09-01", duration_wording=None), quiet="CBO-01 RO-ADDR-03"),
    row("he lives with the man he must not meet", with_rival(NOT_WITH), raised="CBO-01"),
    row("he is referred to where that man goes", as_a_referral(with_rival(NOT_WITH)), raised="CBO-01"),
    row("the man he must not meet lives elsewhere", case(protective_orders=[
        order("gang_injunction", [RIVAL], NOT_WITH)], contacts=[{"who": RIVAL, "lives_at": FAR}]), quiet="CBO-01 GANG-01"),
    row("nobody said who lives there", case({"occupants": [], "occupants_stated": None}, protective_orders=[
        order("gang_injunction", [RIVAL], NOT_WITH)]), unsure="CBO-01"),
    row("it protects him", case(protective_orders=[order(CBO, [], area(400), person_is="protected")]), quiet="CBO-01"),
    row("nobody asked for orders", case(not_asked=("protective_orders",)), unsure="CBO-01"),
    row("no order", case(), quiet="CBO-01 GANG-01 HATE-01 ST-01 TTK-01"),
]  # fmt: skip

CO = who("Rex Lomax", "co_defendant", "1992-03-03")


def there(*people: Json, **records: list[Json]) -> Json:
    """The quiet case, where these people live."""
    return case(
        {"occupants": lives(*people)}, **Json({"occupier_conversations": [said(people[0])], **records})
    )


def written(text: str, day: str = "2026-10-01", **records: list[Json]) -> Json:
    """The quiet case with something written of the address."""
    note = {"address": HOME, "kind": "police_information", "happened_on": day, "words": text}
    return case(address_notes=[note], **Json(records))


RIVALS = [
    row("a co-defendant lives there", there(CO), act="GANG-01"),
    row("a contact says that he is a co-defendant", there(RIVAL, contacts=[{"who": CO, "note": "convicted with him in 2025"}]),
        act="GANG-01"),
    row("a co-defendant comes to the same mentor", as_a_referral(there(CO)), act="GANG-01"),
    row("a co-defendant stays at weekends", case({"occupants": [*lives(FRIEND), *lives(CO, visits=True)]}), act="GANG-01"),
    row("a co-defendant lives in another town", case(contacts=[{"who": CO, "lives_at": FAR}]), quiet="GANG-01"),
    row("the only case together was twelve years ago", there(CO, convictions=[
        offence("00806", "Assault occasioning actual bodily harm", "2014-05-01")]), quiet="GANG-01"),
    row("the licence bars him", there(RIVAL, licence_conditions=[{
        "code": "18b69f61-800f-46b2-95c4-2019d33e34d6", "prohibition": NOT_WITH, "names": [RIVAL], "status": "approved"}]), raised="GANG-01"),
    row("gang members use the address", written("Members of his gang use the address."), raised="GANG-01"),
    row("a conflict in prison with somebody at the hostel", as_a_referral(there(RIVAL, alerts=[
        {"code": "RCON", "comment": "Conflict with Rex Lomax"}]), **HOSTEL), act="GANG-01"),
    row("a gang member, and nobody said who lives there", case(
        {"occupants": [], "occupants_stated": None}, alerts=[{"code": "XGANG"}]), unsure="GANG-01"),
    row("he is under threat in the street", written("Threat to his life from rivals in this street."), raised="GANG-01"),
    row("no gang uses the address", written("No intelligence of gang activity at the address."), quiet="GANG-01"),
    row("only a friend", there(FRIEND), quiet="GANG-01"),
    row("nobody asked for contacts, and a gang alert is open", case(not_asked=("contacts",), alerts=[{"code": "XGANG"}]), unsure="GANG-01"),
]  # fmt: skip

RACIAL = offence("00834", "Racially aggravated actual bodily harm", "2024-05-01", location=FAR)


def housed(placement: str, **records: list[Json]) -> Json:
    """The quiet case in another sort of placement, alone."""
    return case({"placement": placement, "occupants": []}, **Json(records))


TARGETS = [
    row("referred to a hostel", as_a_referral(case(convictions=[RACIAL]), **HOSTEL), act="HATE-01"),
    row("religiously aggravated, and supported housing", housed("supported_housing", convictions=[
        offence("00840", "Religiously aggravated wounding", "2024-05-01")]), act="HATE-01"),
    row("the register of hate crime", housed("hostel", registrations=[
        {"code": "IRMO", "description": "Hate Crime", "started_on": "2026-09-01"}]), act="HATE-01"),
    row("the alert about transgender people", housed("approved_premises", alerts=[{"code": "RTP"}]), act="HATE-01"),
    row("the alert about disabled people, and supported housing", housed("supported_housing", alerts=[{"code": "RDP"}]), act="HATE-01"),
    row("his own flat, far from where it happened", housed("own_tenancy", convictions=[RACIAL]), quiet="HATE-01"),
    row("the street where it happened", housed("own_tenancy", convictions=[
        {**RACIAL, "location": {"text": "20 Larch Close, Fernhill, ZZ1 4LC", "uprn": "990000000200", "number": "20",
                                "street": "Larch Close", "town": "Fernhill", "postcode": "ZZ1 4LC"}}]), act="HATE-01"),
    row("public order in 1995, no marker, and a hostel", housed("hostel", convictions=[
        offence("12511", "Public order", "1995-05-01")]), quiet="HATE-01"),
    row("acquitted, and a hostel", housed("hostel", convictions=[
        {**RACIAL, "outcome": "acquitted", "convicted_on": None}, THEFT]), quiet="HATE-01"),
    row("nobody said what sort of place it is", housed("not_stated", convictions=[RACIAL]), unsure="HATE-01"),
    row("a hostel, and nobody asked for alerts", case({"placement": "hostel"}, not_asked=("alerts",)), unsure="HATE-01"),
]  # fmt: skip

FOUR = "Fixated on her: obsessive, unwanted and repeated visits, with friends sent to follow her."
STALKS = [
    *(row(f"convicted under {code}", case(convictions=[offence(code, "Stalking", "2024-05-01", victims=[EX])]), act="ST-01")
      for code in ("00865", "00866", "19512", "00874")),
    row("asked as a referral", as_a_referral(case(convictions=[offence("00865", "Stalking", victims=[EX])])), act="ST-01"),
    row("a stalking protection order", case(protective_orders=[
        order("stalking_protection_order", [EX], term("no_contact", "not to contact Beth Corrie"))]), act="ST-01"),
    row("an interim one", case(protective_orders=[order("stalking_protection_order", [EX], term(
        "no_contact", "not to contact Beth Corrie"), interim=True)]), act="ST-01"),
    row("the prison's alert", case(alerts=[{"code": "RSP"}]), act="ST-01"),
    row("all four markers in the words of a call", case(domestic_abuse_events=[
        abuse("not_stated", EX, "2025-05-01", words=FOUR)]), act="ST-01"),
    row("all four markers, a colleague at her work", case(convictions=[offence(
        "12511", "Harassment", victims=[who("a colleague", "colleague")],
        method="Obsessed and fixated: repeated unwanted messages at her workplace")]), act="ST-01"),
    row("acquitted", case(convictions=[THEFT, offence(
        "00865", "Stalking", outcome="acquitted", convicted_on=None, victims=[EX])]), quiet="ST-01"),
    row("the order protects him", case(protective_orders=[order(
        "stalking_protection_order", [who("Aaron Pyke")], term("no_contact", "not to contact him"), person_is="protected")]), quiet="ST-01"),
    row("no evidence of stalking", case(risk_assessments=[{"tool": "OASys layer 3", "happened_on": "2026-10-20",
        "overall": "low", "words": "No evidence of stalking or fixation."}]), quiet="ST-01"),
    row("nobody asked for alerts", case(not_asked=("alerts",)), unsure="ST-01"),
]  # fmt: skip


def heard(words: str, day: str | None = "2026-10-05", **more: object) -> Json:
    """The quiet case with a threat that was reported."""
    told = {"recorded_on": day or "2026-10-06", "happened_on": day, "corroborated": True}
    return case(domestic_abuse_events=[{**abuse("threats", EX, "2026-10-05", words=words), **told, **more}])


def threat(day: str, code: str = "00301", **more: object) -> Json:
    """The quiet case with a conviction for threats to kill."""
    return case(convictions=[THEFT, offence(code, "Threats to kill", day, victims=[EX], **more)])


THREATS = [
    row("convicted of threats to kill", threat("2025-05-01"), act="TTK-01"),
    row("asked as a referral", as_a_referral(threat("2025-05-01")), act="TTK-01"),
    row("a message that threatened death", threat("2025-05-01", "00528"), act="TTK-01"),
    row("within twenty-four months", threat("2024-11-25"), act="TTK-01"),
    row("twenty-five months ago", threat("2024-10-20"), quiet="TTK-01"),
    row("old, and about the day of release", heard("He will kill her when he is released.", "2021-05-01"), act="TTK-01"),
    row("nobody wrote the day", heard("threatened to kill her", None), raised="TTK-01"),
    row("charged and not tried", threat("2025-05-01", outcome="pending", convicted_on=None), raised="TTK-01"),
    row("acquitted", threat("2025-05-01", outcome="acquitted", convicted_on=None), quiet="TTK-01"),
    row("it was said to him", heard("threatened to kill him", person_is="victim"), quiet="TTK-01"),
    row("only the assessment knows", case(risk_assessments=[{"tool": "OASys layer 3", "happened_on": "2026-10-20",
        "overall": "high", "words": "Has threatened to kill his ex-partner on release."}]), act="TTK-01"),
    row("himself", case(risk_assessments=[{"tool": "OASys layer 3", "happened_on": "2026-10-20",
        "overall": "low", "words": "Threatened to kill himself in 2025."}]), quiet="TTK-01"),
    row("no threats", heard("Argued about money. No threats to kill.", kind="verbal_dispute"), quiet="TTK-01"),
    row("nobody asked for abuse", case(not_asked=("domestic_abuse",)), unsure="TTK-01"),
]  # fmt: skip
ALL = [*LIMITS, *RIVALS, *TARGETS, *STALKS, *THREATS]


@pytest.mark.parametrize(("file", "expected"), ALL)
def test_what_the_catalogue_demands_of_associates_and_targets(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


@pytest.mark.parametrize(("file", "_expected"), ALL)
def test_no_reason_names_anybody_or_any_place(file: Json, _expected: Expected) -> None:
    assert given_away(file, answer(file)) == []
