"""Patterns of domestic abuse, and households with children, from the catalogue alone."""

import pytest

from tests.golden.as_a_referral import as_a_referral, given_away
from tests.golden.independent import (
    ALICE,
    EX,
    FRIEND,
    MOTHER,
    NINE,
    SISTER,
    Expected,
    Json,
    abuse,
    answer,
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

NO_CONTACT = term("no_contact", "not to contact her")


def hit(other: Json, day: str, **more: object) -> Json:
    """Violence to somebody, which more than one source supports."""
    return abuse("physical_violence", other, day, corroborated=True, **Json(more))


def abused(*events: Json, **records: list[Json]) -> Json:
    """The quiet case with these events."""
    return case(domestic_abuse_events=list(events), **Json(records))


SERIAL = [
    row("asked as a referral", as_a_referral(abused(hit(EX, "2019-05-01"), hit(ALICE, "2026-05-01"))), act="DA-SER-01"),
    row("she married, and is not two women", abused(hit(ALICE, "2024-05-01"), hit(
        who("Alice Vane", "ex_partner", "1991-05-06", former_names=["Alice Renn"]), "2026-05-01")), quiet="DA-SER-01"),
    row("the reference says that both are one", abused(
        hit({**ALICE, "reference": "P1"}, "2024-05-01"),
        hit(who("A.", "partner", reference="P1"), "2026-05-01")), quiet="DA-SER-01"),
    row("one of the two is his mother", abused(hit(MOTHER, "2020-05-01"), hit(ALICE, "2026-05-01")), act="DA-SER-01"),
    row("the last of it just within five years", abused(hit(EX, "2010-05-01"), hit(ALICE, "2021-11-23")), act="DA-SER-01"),
    row("the last of it six years ago", abused(hit(EX, "2010-05-01"), hit(ALICE, "2020-11-01")), quiet="DA-SER-01"),
    row("of one of them nobody wrote the day", abused(hit(EX, "2010-05-01"), {
        **hit(ALICE, "2026-05-01"), "happened_on": None, "recorded_on": "2026-05-02"}), raised="DA-SER-01"),
    row("the other was a stranger", case(domestic_abuse_events=[hit(ALICE, "2026-05-01")], convictions=[
        offence("10501", "Common assault", victims=[who("a doorman", "stranger")])]), quiet="DA-SER-01"),
    row("he was the one who was hit", abused(
        hit(EX, "2024-05-01", person_is="victim"), hit(ALICE, "2026-05-01", person_is="victim")), quiet="DA-SER-01"),
    row("two convictions for hurting partners", case(convictions=[
        offence("00806", "Assault occasioning actual bodily harm", "2020-05-01", victims=[EX]),
        offence("10501", "Common assault", "2024-05-01", victims=[ALICE])]), act="DA-SER-01"),
    row("acquitted of hurting the second", case(convictions=[
        offence("00806", "Assault occasioning actual bodily harm", "2023-05-01", victims=[EX]),
        offence("10501", "Common assault", "2024-05-01", victims=[ALICE], outcome="acquitted", convicted_on=None)]),
        quiet="DA-SER-01"),
    row("nobody asked for abuse", case(not_asked=("domestic_abuse",)), unsure="DA-SER-01"),
    row("a quiet life", case(), quiet="DA-SER-01 DA-ESC-01 DA-STR-01"),
]  # fmt: skip

INSIDE_LONG: list[Json] = [
    {"kind": "received", "happened_on": "2022-08-01"},
    {"kind": "sentenced", "happened_on": "2022-09-01"},
    {"kind": "released", "happened_on": "2025-08-01"},
    {"kind": "received", "happened_on": "2026-07-10"},
]
WORSE = [
    abuse("verbal_dispute", ALICE, "2026-01-05", words="shouting"),
    hit(ALICE, "2026-03-05", words="common assault"),
    hit(ALICE, "2026-05-05", words="actual bodily harm"),
]
MARAC = {"code": "IMAR", "description": "MARAC", "started_on": "2025-11-01", "recorded_on": "2025-11-01"}
ESCALATES = [
    row("asked as a referral", as_a_referral(abused(*WORSE)), act="DA-ESC-01"),
    row("three of one kind in eleven months", abused(
        hit(ALICE, "2025-07-01"), hit(ALICE, "2025-11-01"), hit(ALICE, "2026-06-01")), act="DA-ESC-01"),
    row("three of one kind, ever further apart", abused(
        hit(ALICE, "2023-01-01"), hit(ALICE, "2024-02-01"), hit(ALICE, "2026-05-01")), quiet="DA-ESC-01"),
    row("the interval did not quite halve", abused(
        hit(ALICE, "2023-06-01"), hit(ALICE, "2025-06-01"), hit(ALICE, "2026-06-30")), quiet="DA-ESC-01"),
    row("the interval halved", abused(
        hit(ALICE, "2022-06-01"), hit(ALICE, "2025-01-01"), hit(ALICE, "2026-03-01")), act="DA-ESC-01"),
    row("worse each time, years apart", abused(
        abuse("verbal_dispute", ALICE, "2021-01-01"), abuse("damage", ALICE, "2023-06-01"), hit(ALICE, "2026-05-01")), act="DA-ESC-01"),
    row("again within a year of the meeting about her", abused(hit(ALICE, "2026-05-01"), registrations=[MARAC]), act="DA-ESC-01"),
    row("again more than a year after the meeting", abused(hit(ALICE, "2026-05-01"), registrations=[
        {**MARAC, "started_on": "2024-01-01", "recorded_on": "2024-01-01"}]), quiet="DA-ESC-01"),
    row("three reports of one evening", abused(*(hit(ALICE, "2026-05-01") for _ in range(3))), quiet="DA-ESC-01"),
    row("three in a year at liberty, with three years inside between", abused(
        hit(ALICE, "2022-05-01"), hit(ALICE, "2022-07-01"), hit(ALICE, "2025-10-01"), custody_events=INSIDE_LONG), act="DA-ESC-01"),
    row("two calls and a conviction", abused(hit(ALICE, "2025-12-01"), hit(ALICE, "2026-02-01"), convictions=[
        offence("10501", "Common assault", "2026-05-01", victims=[ALICE])]), act="DA-ESC-01"),
    row("he was the one who was hit", abused(*({**each, "person_is": "victim"} for each in WORSE)), quiet="DA-ESC-01"),
    row("once", abused(hit(ALICE, "2026-05-01")), quiet="DA-ESC-01"),
    row("of three nobody wrote the day", abused(*({
        **hit(ALICE, "2026-05-01", words=f"call {n}"), "happened_on": None} for n in range(3))), unsure="DA-ESC-01"),
    row("nobody asked for abuse", case(not_asked=("domestic_abuse",)), unsure="DA-ESC-01"),
]  # fmt: skip


def assault(method: str, *victims: Json, **more: object) -> Json:
    """The quiet case with an assault, done in this way."""
    return case(
        convictions=[offence("10501", "Common assault", victims=list(victims), method=method, **Json(more))]
    )


def assessed(words: str) -> Json:
    """The quiet case whose risk assessment says this."""
    return case(risk_assessments=[{"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "words": words}])  # fmt: skip


STRANGLED = [
    row("the offence itself", case(convictions=[offence("SC15005", "Intentional strangulation", victims=[ALICE])]), act="DA-STR-01"),
    row("by its other code, nobody wrote the victim", case(convictions=[offence("00877", "Intentional strangulation")]),
        act="DA-STR-01"),
    row("suffocation, racially aggravated", case(convictions=[offence("00878", "Suffocation", victims=[EX])]), act="DA-STR-01"),
    row("choking her to commit an offence", case(convictions=[offence("00504", "Attempting to choke", victims=[EX])]),
        act="DA-STR-01"),
    row("asked as a referral", as_a_referral(assault("hands round throat", ALICE)), act="DA-STR-01"),
    row("by the neck", abused(hit(ALICE, "2025-05-01", words="grabbed her by the neck against a wall")), act="DA-STR-01"),
    row("a pillow", abused(hit(ALICE, "2025-05-01", words="tried to suffocate her with a pillow")), act="DA-STR-01"),
    row("the sort of incident says so", abused(abuse("strangulation", ALICE, "1998-05-01")), act="DA-STR-01"),
    row("only the assessment knows", assessed("In 2015 he strangled his ex-partner until she passed out."), act="DA-STR-01"),
    row("charged and not tried", case(convictions=[offence(
        "SC15005", "Intentional strangulation", outcome="pending", convicted_on=None, victims=[ALICE])]), raised="DA-STR-01"),
    row("choked a shopkeeper in a robbery", case(convictions=[offence(
        "03401", "Robbery", victims=[who("a shopkeeper", "stranger")], method="held him in a choke hold")]), quiet="DA-STR-01"),
    row("she denies it", abused(hit(ALICE, "2025-05-01", words="Slapped her. No strangulation or choking.")),
        quiet="DA-STR-01"),
    row("a necklace", abused(abuse("damage", ALICE, "2025-05-01", words="broke her necklace")), quiet="DA-STR-01"),
    row("it was done to him", abused(abuse("strangulation", EX, "2025-05-01", person_is="victim")), quiet="DA-STR-01"),
    row("acquitted", case(convictions=[offence(
        "SC15005", "Intentional strangulation", outcome="acquitted", convicted_on=None, victims=[ALICE])]), quiet="DA-STR-01"),
    row("nobody asked for abuse", case(not_asked=("domestic_abuse",)), unsure="DA-STR-01"),
]  # fmt: skip

ADVP = {"code": "ADVP", "description": "Domestic Abuse Perpetrator", "started_on": "2026-03-01"}
CPC = {"code": "CPC"}
OLD = offence("10501", "Common assault", "2014-05-01", victims=[EX])


def at_home(*people: Json, **records: list[Json]) -> Json:
    """The quiet case, with release to these people."""
    return case(
        {"occupants": lives(*people)}, **Json({"occupier_conversations": [said(people[0])], **records})
    )


HOUSEHOLD = [
    row("only the assessment says so", at_home(ALICE, NINE, risk_assessments=[
        {"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "domestic_abuse_perpetrator": True}]), act="CH-ADDR-02"),
    row("an order protects a former partner", at_home(ALICE, NINE, protective_orders=[
        order("restraining_order", [EX], NO_CONTACT)]), act="CH-ADDR-02"),
    row("convicted last year", at_home(ALICE, NINE, convictions=[{**OLD, "happened_on": "2025-05-01", "convicted_on": "2025-06-01"}]),
        act="CH-ADDR-02"),
    row("a child of whom nobody wrote the age", at_home(SISTER, who("the baby", is_child=True), registrations=[ADVP]), act="CH-ADDR-02"),
    row("eighteen on the day after release", at_home(
        SISTER, who("Kay Pyke", "other_relative", "2008-12-02"), registrations=[ADVP]), act="CH-ADDR-02"),
    row("eighteen already", at_home(SISTER, who("Kay Pyke", "other_relative", "2008-11-01"), registrations=[ADVP]), quiet="CH-ADDR-02"),
    row("no child", at_home(ALICE, registrations=[ADVP]), quiet="CH-ADDR-02"),
    row("he was the one abused, and goes home to his children", at_home(
        SISTER, who("Leo Pyke", "child", "2017-01-01"), domestic_abuse_events=[hit(EX, "2025-05-01", person_is="victim")]),
        quiet="CH-ADDR-02"),
    row("abuse twelve years ago, and children's services are content", at_home(ALICE, NINE, convictions=[OLD]), quiet="CH-ADDR-02"),
    row("abuse twelve years ago, and their answer is four months old", at_home(ALICE, NINE, convictions=[OLD], checks=[
        checked("police_domestic_abuse"), checked("childrens_services", "2026-07-10", requested_on="2026-07-01")]), act="CH-ADDR-02"),
    row("abuse twelve years ago, and they have concerns", at_home(ALICE, NINE, convictions=[OLD], checks=[
        checked("police_domestic_abuse"), checked("childrens_services", concerns=True)]), act="CH-ADDR-02"),
    row("abuse twelve years ago, and they have not answered", at_home(ALICE, NINE, convictions=[OLD], checks=[
        checked("police_domestic_abuse"), checked("childrens_services", None)]), act="CH-ADDR-02"),
    row("abuse nine years ago, and they are content", at_home(ALICE, NINE, convictions=[
        {**OLD, "happened_on": "2017-05-01", "convicted_on": "2017-06-01"}]), act="CH-ADDR-02"),
    row("nobody said who lives there", case({"occupants": [], "occupants_stated": None}, registrations=[ADVP]), unsure="CH-ADDR-02"),
    row("nobody asked for abuse, and a child lives there", case(
        {"occupants": lives(ALICE, NINE)}, not_asked=("domestic_abuse",)), unsure="CH-ADDR-02"),
]  # fmt: skip

LEO = who("Leo Pyke", "child", "2017-01-01")
LEVELS = [
    row("letters only", at_home(ALICE, LEO, alerts=[{"code": "CC2"}]), stop="CH-CON-01"),
    row("a person posing a risk to children", at_home(ALICE, LEO, alerts=[CPC]), stop="CH-CON-01"),
    row("the child comes at weekends", case({"occupants": [*lives(SISTER), *lives(LEO, visits=True)]},
        occupier_conversations=[said(SISTER)], alerts=[{"code": "CC1"}]), stop="CH-CON-01"),
    row("a child of unknown age", at_home(SISTER, who("the baby", is_child=True), alerts=[{"code": "CC1"}]), stop="CH-CON-01"),
    row("contact with his own son only, and her daughter lives there", at_home(ALICE, NINE, alerts=[
        {"code": "CC4", "comment": "Leo Pyke only"}]), stop="CH-CON-01"),
    row("telephone with his son only, and her daughter lives there too", at_home(ALICE, LEO, NINE, alerts=[
        {"code": "CC3", "comment": "Leo Pyke only"}]), stop="CH-CON-01"),
    row("reviewed for release and raised", at_home(ALICE, LEO, alerts=[
        {"code": "CC1", "active_from": "2025-01-01", "active_to": "2026-10-01"},
        {"code": "CC4", "active_from": "2026-10-01", "comment": "Leo Pyke, reviewed for release"}]), not_stop="CH-CON-01"),
    row("the earlier level was never closed", at_home(ALICE, LEO, alerts=[
        {"code": "CC1", "active_from": "2026-09-01"}, {"code": "CC4", "active_from": "2025-01-01"}]), stop="CH-CON-01"),
    row("nobody under eighteen", at_home(FRIEND, who("Kay Tarn", "unknown", "2008-01-01"), alerts=[{"code": "CC1"}]), quiet="CH-CON-01"),
    row("no level on record", at_home(ALICE, LEO), quiet="CH-CON-01"),
    row("nobody said who lives there", case({"occupants": [], "occupants_stated": None}, alerts=[{"code": "CC1"}]), unsure="CH-CON-01"),
    row("nobody asked for alerts", case({"occupants": lives(ALICE, LEO)}, not_asked=("alerts",)), unsure="CH-CON-01"),
]  # fmt: skip
ALL = [*SERIAL, *ESCALATES, *STRANGLED, *HOUSEHOLD, *LEVELS]


@pytest.mark.parametrize(("file", "expected"), ALL)
def test_what_the_catalogue_demands_of_patterns_of_abuse(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


@pytest.mark.parametrize(("file", "_expected"), ALL)
def test_no_reason_names_anybody_or_any_place(file: Json, _expected: Expected) -> None:
    assert given_away(file, answer(file)) == []
