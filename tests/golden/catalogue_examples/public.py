"""Weapons, fires, hate, staff, associates and drugs."""

from riskflag.vocabulary import Severity
from tests.golden.as_a_referral import HOSTEL, as_a_referral
from tests.golden.catalogue_examples.rows import CatalogueExample, near_miss, positive
from tests.golden.independent import FAR, HOME, Json, case, lives, offence, said, who
from tests.golden.independent_referrals import referred

THEFT = offence("04600", "Theft from shops", "2026-07-01", custody_months=10)
BURGLARY = offence("03001", "Burglary in a building other than a dwelling", "2026-05-01", custody_months=10)
BLADE = offence("00826", "Having an article with a blade or point", "2026-05-01", custody_months=4)
POCKET_KNIFE = offence("00826", "Having a pocket knife", "1999-05-01", outcome="cautioned")
FIRE = offence("05602", "Arson not endangering life", "2020-05-01", custody_months=20)
BIN = offence("05602", "Arson not endangering life", "2002-05-01", method="set light to a bin")
RACIAL = offence("00834", "Racially aggravated actual bodily harm", "2024-05-01", location=FAR)
ALONE: Json = {"placement": "own_tenancy", "occupants": []}
LANDLADY = who("Greta Marl", "landlord", "1958-04-02")
CO_DEFENDANT = who("Rex Lomax", "co_defendant", "1992-03-03")


def assessed(words: str = "", **more: object) -> list[Json]:
    """One risk assessment, of low risk."""
    levels = {"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "to_public": "low"}
    return [{**levels, "words": words, **more}]


def note(words: str) -> Json:
    """The quiet case with something written about the address."""
    return case(
        address_notes=[{"address": HOME, "kind": "staff", "happened_on": "2026-10-01", "words": words}]
    )


def known(whom: Json, known_as: str) -> Json:
    """What another person's record says of an occupant."""
    return {
        "source_system": "riskflag",
        "who": whom,
        "known_as": known_as,
        "sure": True,
        "because": "the name agrees",
    }


def elsewhere(where: Json) -> Json:
    """Another person's record protects somebody there."""
    return {"source_system": "court", "address": where, "kind": "protected_in_another_case"}


ROWS: tuple[CatalogueExample, ...] = (
    positive("WPN-01", "a burglary, a blade with it, and low risk", case(
        convictions=[BURGLARY, BLADE], risk_assessments=assessed(weapon_considered=False))),
    near_miss("WPN-01", "a pocket knife in 1999, and an assessment that considers it", case(
        convictions=[POCKET_KNIFE, THEFT],
        risk_assessments=assessed("Pocket knife in 1999 considered: low, with reasons.", weapon_considered=True))),
    near_miss("WPN-01", "the same, where only the words say that it was considered", case(
        convictions=[POCKET_KNIFE, THEFT],
        risk_assessments=assessed("Pocket knife of 1999 considered: he was a boy then, and there was none since."))),
    positive("ARS-01", "arson, and a referral for a room that does not say so", referred(
        {"text": "He needs a single room from 1 December."}, convictions=[FIRE]), instead="REF-OMIT-01"),
    near_miss("ARS-01", "a bin at twelve is no more than told", case(convictions=[BIN, THEFT]), remains=Severity.INFORM),
    positive("HATE-01", "racially aggravated injury, and a shared room in a hostel", case(
        {"placement": "hostel", "occupants": []}, convictions=[RACIAL])),
    near_miss("HATE-01", "public order in 1995, no marker, his own flat", case(
        ALONE, convictions=[offence("12511", "Public order", "1995-05-01"), THEFT])),
    positive("STAFF-01", "evicted for threats, and only the risk assessment knows", case(risk_assessments=assessed(
        "Evicted from his last accommodation in December 2025 for threatening behaviour and drug use."))),
    near_miss("STAFF-01", "evicted for rent arrears", case(
        risk_assessments=assessed("Evicted in December 2025 for rent arrears."))),
    positive("GANG-01", "his co-defendant lives at the hostel that he is referred to", as_a_referral(case(
        {"occupants": lives(CO_DEFENDANT)}, occupier_conversations=[said(CO_DEFENDANT)]), **HOSTEL)),
    near_miss("GANG-01", "convicted with him in 2009, since deported", case(
        convictions=[offence("00806", "Assault occasioning actual bodily harm", "2009-05-01"), THEFT],
        contacts=[{"who": CO_DEFENDANT, "active": False, "note": "Co-accused in 2009, deported in 2010."}])),
    positive("VIC-OTHER-01", "a woman is protected there from somebody else", case(place=[elsewhere(HOME)])),
    near_miss("VIC-OTHER-01", "she is protected in another town", case(place=[elsewhere(FAR)])),
    positive("KNOWN-01", "the landlady is protected by an order against another man", case(
        {"occupants": lives(LANDLADY)}, elsewhere=[known(LANDLADY, "protected")])),
    near_miss("KNOWN-01", "the landlady is in nobody else's record", case({"occupants": lives(LANDLADY)})),
    near_miss("KNOWN-01", "nobody knows when she was born", case(
        {"occupants": lives(who("Greta Marl", "landlord"))}), unknown=True),
    positive("DRUG-01", "his mother's address, which somebody called a drug den", note("Described as a drug den.")),
    near_miss("DRUG-01", "the occupant takes methadone on prescription and is stable", note(
        "Occupant on methadone script, stable.")),
)  # fmt: skip
