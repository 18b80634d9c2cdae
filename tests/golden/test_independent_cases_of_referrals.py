"""What a referral leaves out, says too much of, came to, and where it sends the person: from the catalogue alone."""

import pytest

from tests.golden.independent import (
    EVERYTHING,
    EX,
    FAR,
    HOME,
    Expected,
    Json,
    at,
    differences,
    lives,
    offence,
    order,
    row,
    term,
)
from tests.golden.independent_referrals import CLINIC, MENTOR, SUPPLY, WORK, found_clear, referred

FIRE = [offence("05602", "Arson not endangering life", "2020-05-01", custody_months=20)]
KNIFE = [offence("00826", "Having an article with a blade or point", "2026-05-01", custody_months=4)]
SOLD = [offence(SUPPLY["offence_code"], SUPPLY["description"], custody_months=30)]


def oasys(words: str = "", **more: object) -> list[Json]:
    """One risk assessment that says this."""
    return [{"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "words": words, **more}]


EVICTED = oasys(
    "Evicted from his last accommodation in December 2025 for threatening behaviour and drug use."
)
NO_CONTACT = term("no_contact", "not to contact Beth Corrie")
AREA = term("exclusion_area", "not to enter the Northgate ward of Fernhill",
            zone={"description": "the Northgate ward of Fernhill",
                  "centre": {"easting": 430000, "northing": 300000}, "radius_metres": 2000})  # fmt: skip
WARD = [order("restraining_order", [EX], NO_CONTACT, AREA)]
UNDER_16 = term(
    "no_reside_with_children", "not to live in a household with a person under 16", children_under=16
)
NO_CHILDREN = term(
    "no_contact_with_children", "no unsupervised contact with any child under 16", children_under=16
)
SHPO = [order("sexual_harm_prevention_order", [], UNDER_16, NO_CHILDREN)]


def says(text: str | None, base: Json | None = None, **more: object) -> Json:
    """A referral in these words."""
    return {**(base or {}), "text": text, **more}


ILL = [
    {"kind": "hospital_admission", "words": "psychosis", "happened_on": "2026-09-01", "mental_health": True}
]
NOTHING_SAID = "He needs a single room from 1 December."
OMITTED = [
    row("nothing is known and nothing is said", referred(), quiet=EVERYTHING),
    row("a fire, ticked in the form", referred(says(NOTHING_SAID, risks_stated=["arson"]), convictions=FIRE), quiet="REF-OMIT-01"),
    row("a fire, and the recipient acknowledged the whole pack", referred(
        says(NOTHING_SAID, risk_pack_acknowledged_on="2026-11-05"), convictions=FIRE), quiet="REF-OMIT-01"),
    row("a fire, which the text denies", referred(says("He has never set a fire."), convictions=FIRE), act="REF-OMIT-01"),
    row("an empty text", referred(says(""), convictions=FIRE), act="REF-OMIT-01"),
    row("acquitted of arson", referred(convictions=[{**FIRE[0], "outcome": "acquitted", "custody_months": None}]), quiet="REF-OMIT-01"),
    row("a supplier, and the landlord is not told", referred(says(NOTHING_SAID), convictions=SOLD), act="REF-OMIT-01"),
    row("an area to keep out of, and the landlord is not told", referred(says(NOTHING_SAID), protective_orders=WARD), act="REF-OMIT-01"),
    row("not to live with children, and the landlord is not told", referred(says(NOTHING_SAID), protective_orders=SHPO), act="REF-OMIT-01"),
    row("an employer need not know of a fire", referred(WORK, convictions=FIRE), quiet="REF-OMIT-01"),
    row("nor of an eviction", referred(WORK, risk_assessments=EVICTED), quiet="REF-OMIT-01"),
    row("an employer whose work an order bars", referred(
        {**WORK, "regulated_work": True, "children_attend": True}, protective_orders=SHPO), raised="REF-OMIT-01", stop="REF-SITE-01"),
    row("a mentor is not told of threats to staff", referred(MENTOR, risk_assessments=EVICTED), act="REF-OMIT-01"),
    row("a mentor is not told where not to meet", referred(MENTOR, protective_orders=WARD), act="REF-OMIT-01"),
    row("a mentor need not know of a fire", referred(MENTOR, convictions=FIRE), quiet="REF-OMIT-01"),
    row("a drug service is not told of a knife", referred(CLINIC, convictions=KNIFE), act="REF-OMIT-01"),
    row("a drug service is not told of an admission", referred(CLINIC, health_and_care=ILL), act="REF-OMIT-01"),
    row("a drug service is not told of a suicide watch", referred(CLINIC, alerts=[{"code": "HA"}]), act="REF-OMIT-01"),
    row("nobody asked for convictions", referred(not_asked=("convictions",)), unsure="REF-OMIT-01"),
]  # fmt: skip

HIS_EX = [order("restraining_order", [EX], NO_CONTACT)]
EXCESS = [
    row("a child is named", referred(says("He must not see his stepdaughter Fay Renn, 9.")), stop="REF-EXC-01"),
    row("what victim liaison said", referred(says("The victim liaison officer asks for another town.")), stop="REF-EXC-01"),
    row("what the conference said", referred(says("The case was heard at MARAC in October.")), stop="REF-EXC-01"),
    row("what police believe", referred(says("Police intelligence suggests that he deals cocaine.")), stop="REF-EXC-01"),
    row("his infection", referred(says("He is HIV positive.")), stop="REF-EXC-01"),
    row("a caution of 1998", referred(says("In 1998 he was cautioned for shoplifting.")), raised="REF-EXC-01"),
    row("a spent conviction", referred(says("He has a spent conviction for theft.")), stop="REF-EXC-01"),
    row("her street without a number", referred(says("Keep him away from Quay Street."), protective_orders=HIS_EX,
        protected_places=[{"who": EX, "address": FAR, "verified_on": "2026-11-01"}]), stop="REF-EXC-01"),
    row("the child's school", referred(says("Not near St Bride's School."), protective_orders=HIS_EX, protected_places=[
        {"who": EX, "kind": "school", "verified_on": "2026-11-01", "address": at("St Bride's School, Kiln Road, Fernhill")}]),
        stop="REF-EXC-01"),
    row("whom he may not see", referred(says("He must not see Mia, his daughter. No contact with his stepson Leo Ash.")),
        stop="REF-EXC-01"),
    row("asked not to be told", referred(says("Do not tell him that the victim liaison officer asked for it.")),
        raised="REF-EXC-01"),
    row("sex work", referred(says("She has been a sex worker.")), stop="REF-EXC-01"),
    row("trafficking", referred(says("She has a positive NRM decision.")), stop="REF-EXC-01"),
    row("a witness", referred(says("His neighbour Tom Ash gave evidence against him as a witness.")), stop="REF-EXC-01"),
    row("a gender recognition certificate", referred(says("She holds a gender recognition certificate.")), stop="REF-EXC-01"),
    row("the whole assessment to a landlord", referred({"attached": ["full_assessment_attached"]}), stop="REF-EXC-01"),
    row("to approved premises, where public protection recorded the need", referred({
        "recipient": "approved_premises", "placement": "approved_premises", "attached": ["full_assessment_attached"],
        "mappa_need_recorded": True}), quiet="REF-EXC-01"),
    row("to a landlord, a recorded need does not make it statutory", referred({
        "attached": ["full_assessment_attached"], "mappa_need_recorded": True}), stop="REF-EXC-01"),
    row("a recipient without an agreement is told of a fire", referred(
        says("Fire-setting in 2020.", agreement=False), convictions=FIRE), stop="REF-EXC-01"),
    row("nobody knows whether there is an agreement", referred(
        says("Fire-setting in 2020.", agreement=None), convictions=FIRE), unsure="REF-EXC-01"),
    row("the officer's own name and number", referred(says("Ring Ines Whitlow, probation, 01632 960044.")), quiet="REF-EXC-01"),
    row("nobody handed over the text", referred(says(None)), unsure="REF-EXC-01"),
]  # fmt: skip


def came_to(outcome: str | None, status: str = "complete", **more: object) -> Json:
    """A referral that ended like this, with no place confirmed."""
    return referred(
        {"status": status, "outcome": outcome, "confirmed_start_on": None, "suitable": None, **more}
    )


WAITING: Json = {"acknowledged_on": None, "suitable": None, "confirmed_start_on": None, "outcome": None}
CLOSED = [
    *(row(f"closed, and the outcome is {words}", came_to(words), act="REF-SENT-01") for words in (
        None, "", "sent", "Emailed.", "passed to colleague", "Leaflet given.", "no vacancy", "Declined by provider.")),
    row("declined", came_to("No room for him.", "declined"), act="REF-SENT-01"),
    row("sent on Thursday week and not acknowledged", referred({**WAITING, "status": "sent", "sent_on": "2026-11-12"}),
        act="REF-SENT-01"),
    row("sent four working days ago", referred({**WAITING, "status": "sent", "sent_on": "2026-11-16"}), quiet="REF-SENT-01"),
    row("sent long ago and acknowledged", referred({
        **WAITING, "status": "acknowledged", "sent_on": "2026-10-13", "acknowledged_on": "2026-10-15"}), quiet="REF-SENT-01"),
    row("still a draft", referred({**WAITING, "status": "drafted", "sent_on": None}), quiet="REF-SENT-01"),
    row("confirmed once, declined since", came_to(
        "Withdrawn by provider.", "declined", confirmed_start_on="2026-12-01"), act="REF-SENT-01"),
]  # fmt: skip

SHE_IS_THERE = {"who": EX, "address": HOME, "verified_on": "2026-11-01"}


def site(kind: str = "visits", orders: list[Json] = HIS_EX, base: Json = CLINIC, **more: object) -> Json:
    """A session at a place where somebody protected may be met."""
    return referred(
        {**base, **more}, protective_orders=orders, protected_places=[{**SHE_IS_THERE, "kind": kind}]
    )


WORKING_WITH_CHILDREN: Json = {**WORK, "regulated_work": True}
SITES = [
    row("where she works", site("work"), stop="REF-SITE-01"),
    row("the house in which she lives", site("home", base={}), stop="REF-SITE-01"),
    row("another day was agreed and recorded", site(kept_apart="Agreed 12 November: Tuesdays, she attends on Fridays."),
        not_stop="REF-SITE-01"),
    row("all of it by telephone", referred({**CLINIC, "site": None, "nothing_to_attend": True}, protective_orders=HIS_EX),
        quiet="REF-SITE-01"),
    row("the order was discharged, sealed copy seen", referred({**CLINIC, "occupants": lives(EX, visits=True)},
        protective_orders=[{**HIS_EX[0], "discharged_on": "2026-06-01", "discharge_evidence": "sealed order"}]),
        not_stop="REF-SITE-01"),
    row("she is known to come there", referred({**CLINIC, "occupants": lives(EX, visits=True)}, protective_orders=HIS_EX),
        stop="REF-SITE-01"),
    row("work with children, and a bar on it", referred({
        **WORKING_WITH_CHILDREN, "children_attend": True}, protective_orders=SHPO), stop="REF-SITE-01"),
    row("work with children, and no bar at all", referred({**WORKING_WITH_CHILDREN, "children_attend": True}), quiet="REF-SITE-01"),
    row("the licence bars work with children", referred(WORKING_WITH_CHILDREN, licence_conditions=[{
        "code": "9da214a3-c6ae-45e1-a465-12e22adf7c87", "status": "approved",
        "prohibition": term("no_contact_with_children", "Not to take part in work or activity with a person under 18",
                            children_under=18)}]), stop="REF-SITE-01"),
    row("nobody knows whether children come, and he may not meet them", referred(
        {**CLINIC, "children_attend": None}, protective_orders=SHPO), unsure="REF-SITE-01"),
    row("nobody knows where it is", referred({**CLINIC, "site": None}, protective_orders=HIS_EX), unsure="REF-SITE-01"),
    row("nobody asked where she may be met", referred(CLINIC, protective_orders=HIS_EX, not_asked=("protected_places",)),
        unsure="REF-SITE-01"),
]  # fmt: skip

TWICE: Json = {**MENTOR, "missed_on": ["2026-11-05", "2026-11-12"]}
IN_PLAN = oasys("Risk management plan: the mentor is a key control.")
BROKE = [
    {"outcome": "conviction", "how": "attended her home", "happened_on": day}
    for day in ("2025-02-01", "2026-03-01")
]
SUPPORT = [
    row("the mentor is in the plan, two meetings missed", referred(TWICE, risk_assessments=IN_PLAN), raised="REF-DIS-01", not_stop="REF-DIS-01"),
    row("one missed, and the provider will close", referred(
        {**TWICE, "missed_on": ["2026-11-05"], "provider_will_close": True}, risk_assessments=IN_PLAN), raised="REF-DIS-01"),
    row("orders broken again and again, two meetings missed", referred(TWICE, protective_orders=HIS_EX, order_breaches=BROKE),
        raised="REF-DIS-01"),
    row("registered and without an address, and the provider will close", referred(
        {**MENTOR, "provider_will_close": True, "address_status": "none", "address_confirmed_on": None}, alerts=[{"code": "SOR"}]),
        raised="REF-DIS-01"),
    row("two missed, and nothing rests on it", referred(TWICE), quiet="REF-DIS-01"),
    row("nobody asked for the risk assessments", referred(TWICE, not_asked=("risk_assessments",)), unsure="REF-DIS-01"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "expected"), [*OMITTED, *EXCESS, *CLOSED, *SITES, *SUPPORT])
def test_referrals(file: Json, expected: Expected) -> None:
    assert differences(file, expected) == []


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        pytest.param(referred(says(None), convictions=FIRE), "REF-OMIT-01 REF-EXC-01", id="nobody handed it over"),
        pytest.param(referred(says(None)), "REF-EXC-01", id="nobody handed it over, nothing known"),
        pytest.param(referred(says("No MARAC.")), "REF-EXC-01", id="a conference that was not held"),
        pytest.param(
            referred(says("There may be some history of fire-setting."), convictions=FIRE), "REF-OMIT-01", id="hedged"
        ),
        pytest.param(
            referred(says("His brother set a fire in 2020."), convictions=FIRE), "REF-OMIT-01", id="of somebody else"
        ),
        pytest.param(referred(says("He might be HIV positive.")), "REF-EXC-01", id="a hedged illness"),
        pytest.param(referred({**WAITING, "status": "sent", "sent_on": None}), "REF-SENT-01", id="sent, nobody knows when"),
        pytest.param(came_to("Waiting to hear about a room."), "REF-SENT-01", id="closed while waiting"),
        pytest.param(referred({**TWICE, "provider_will_close": None, "missed_on": ["2026-11-05"]}, risk_assessments=IN_PLAN),
                     "REF-DIS-01", id="one missed, and nobody asked whether it will close"),
    ],
)  # fmt: skip
def test_doubt_is_never_silence(file: Json, codes: str) -> None:
    assert found_clear(file, codes) == []
