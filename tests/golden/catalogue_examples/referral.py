"""What a referral leaves out, says too much of, came to, where it sends the person, and support that ends."""

from riskflag.vocabulary import Severity
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import EX, FAR, HOME, Json, offence, order, term
from tests.golden.independent_referrals import CLINIC, MENTOR, referred

FIRE = [offence("05602", "Arson not endangering life", "2020-05-01", custody_months=20)]
HIS_EX = [order("restraining_order", [EX], term("no_contact", "not to contact Beth Corrie"))]
SHE_ATTENDS = [{"who": EX, "address": HOME, "verified_on": "2026-11-01", "kind": "visits"}]
MISSED: Json = {**MENTOR, "missed_on": ["2026-11-05", "2026-11-12"]}
REBOOKED: Json = {**MENTOR, "missed_on": ["2026-11-05"]}


def oasys(words: str) -> list[Json]:
    """One risk assessment that says this."""
    return [{"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "words": words}]


EVICTED = oasys(
    "Evicted from his last accommodation in December 2025 for threatening behaviour and drug use."
)
IN_PLAN = oasys("Risk management plan: the mentor is a key control.")
ROWS: tuple[CatalogueExample, ...] = (
    positive("REF-OMIT-01", "evicted for threats, and the hostel is not told", referred(
        {"text": "Housing please, no fixed abode on release."}, risk_assessments=EVICTED), instead="STAFF-01"),
    near_miss("REF-OMIT-01", "a fire, told in four words", referred(
        {"text": "Fire-setting 2020, see risk pack."}, convictions=FIRE)),
    positive("REF-EXC-01", "a landlord is told the street to which she moved", referred(
        {"text": "The victim, Beth Corrie, has moved to 31 Quay Street, Marlow Sands."}, protective_orders=HIS_EX), Severity.STOP),
    near_miss("REF-EXC-01", "only the ward to avoid", referred({"text": "Do not place in Northgate ward."})),
    near_miss("REF-EXC-01", "only the ward to avoid, and an order stands behind it", referred(
        {"text": "Do not place in Northgate ward."}, protective_orders=HIS_EX)),
    positive("REF-SENT-01", "a mattress on an office floor, marked complete", referred(
        {"status": "complete", "outcome": "Contact details given: rough sleepers' project, mattresses on the office floor.",
         "suitable": False, "confirmed_start_on": None})),
    near_miss("REF-SENT-01", "a room is confirmed", referred(
        {"status": "complete", "outcome": "Room confirmed.", "suitable": None, "confirmed_start_on": "2026-12-01"})),
    positive("REF-SITE-01", "the service that she attends", referred(
        CLINIC, protective_orders=HIS_EX, protected_places=SHE_ATTENDS), Severity.STOP),
    near_miss("REF-SITE-01", "the same charity in another town", referred(
        {**CLINIC, "site": FAR}, protective_orders=HIS_EX, protected_places=SHE_ATTENDS)),
    positive("REF-DIS-01", "an order, a mentor who is in the plan, and two meetings missed", referred(
        MISSED, risk_assessments=IN_PLAN, protective_orders=HIS_EX), Severity.INFORM),
    near_miss("REF-DIS-01", "one missed and rebooked", referred(
        REBOOKED, risk_assessments=IN_PLAN, protective_orders=HIS_EX)),
)  # fmt: skip
