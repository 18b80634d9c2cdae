"""A complete case file about an ordinary man of whom nothing is known, and short words for changing it.

The rows that use it were written from the catalogue of rules alone, by somebody who wrote none of the rules.
Today is 22 November 2026, release is on 1 December 2026, the licence ends on 1 June 2027.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import NOW
from riskflag.importers.case_file import read_case_file
from riskflag.rulebook import Rulebook, load_rulebook
from riskflag.vocabulary import Severity, Source

Json = dict[str, Any]
EVERYTHING = "everything"

ASKED = {"asked_at": NOW.isoformat(), "answered": True, "complete": True}
HOME: Json = {"text": "14 Larch Close, Fernhill, ZZ1 4LC", "uprn": "990000000140", "postcode": "ZZ1 4LC"}
HOME |= {"point": {"easting": 400000, "northing": 300000, "precision_metres": 10}}
FAR: Json = {"text": "31 Quay Street, Marlow Sands, ZY9 4BB", "uprn": "990000000310", "postcode": "ZY9 4BB"}
FAR |= {"point": {"easting": 440000, "northing": 330000, "precision_metres": 10}}
HIM: Json = {"name": "Aaron Pyke", "date_of_birth": "1990-02-11", "sex": "male", "noms_number": "A9001ZZ"}
HER: Json = {"name": "Hester Vane", "date_of_birth": "1991-08-03", "sex": "female", "noms_number": "A9002ZZ"}


def at(text: str, **more: object) -> Json:
    """An address of which only the text is known, unless more is said."""
    return {"text": text, **more}


def who(name: str, relationship: str = "unknown", born: str | None = None, **more: object) -> Json:
    """Somebody named in a record."""
    return {"name": name, "relationship": relationship, **({"date_of_birth": born} if born else {}), **more}


FRIEND = who("Ossie Tarn", "friend", "1984-05-17")
ALICE = who("Alice Renn", "partner", "1991-05-06")
EX = who("Beth Corrie", "ex_partner", "1989-01-30")
MOTHER = who("Carol Pyke", "parent", "1962-09-09")
SISTER = who("Dawn Pyke", "sibling", "1987-03-03")
NINE = who("Fay Renn", "stepchild", "2017-06-01")


def lives(*people: Json, visits: bool = False) -> list[Json]:
    """They live at the proposed address, the first of them as main occupier; or regularly stay there."""
    first = {} if visits else {"main_occupier": True}
    rest: Json = {"visits_only": True} if visits else {}
    return [{"who": each, **(first if n == 0 else {}), **rest} for n, each in enumerate(people)]


def term(kind: str, wording: str, **more: object) -> Json:
    """One term of an order or a licence."""
    return {"kind": kind, "wording": wording, **more}


def order(order_type: str, protects: list[Json], *terms: Json, **more: object) -> Json:
    """An order, until further order and served, unless more is said."""
    dates = {"made_on": "2024-05-01", "served_on": "2024-05-01", "recorded_on": "2024-05-03"}
    base = {"order_type": order_type, "protects": protects, "prohibitions": list(terms), **dates}
    return {**base, "duration_wording": "until further order", "court": "Fernhill Crown Court", **more}


def offence(code: str, description: str, day: str = "2025-03-01", **more: object) -> Json:
    """A conviction two months after the offence."""
    return {"offence_code": code, "description": description, "happened_on": day, "convicted_on": day, **more}


def abuse(kind: str, other: Json, day: str, person_is: str = "perpetrator", **more: object) -> Json:
    """An incident of domestic abuse, or a disclosure of it."""
    return {"kind": kind, "other": other, "happened_on": day, "person_is": person_is, **more}


def said(occupier: Json, consent: str = "agrees", day: str = "2026-11-17", **more: object) -> Json:
    """What an occupier said, alone and told of the offences unless more is said."""
    alone = {"spoken_to_alone": True, "told_of_offences": True, "happened_on": day}
    return {"occupier": occupier, "consent": consent, **alone, **more}


def checked(kind: str, returned: str | None = "2026-11-10", **more: object) -> Json:
    """An enquiry of police or children's services about the person and the proposed address."""
    base = {"kind": kind, "address": HOME, "requested_on": "2026-08-01", "returned_on": returned}
    return {**base, "concerns": None if returned is None else False, **more}


_USUAL_SYSTEM = {
    "convictions": "police_national_computer",
    "protective_orders": "court",
    "order_breaches": "police_national_computer",
    "domestic_abuse_events": "police",
    "alerts": "nomis",
    "risk_assessments": "oasys",
    "licence_conditions": "create_and_vary_a_licence",
    "screening_answers": "basic_custody_screening",
    "checks": "police",
    "custody_events": "nomis",
    "health_and_care": "healthcare",
    "protected_places": "victim_liaison",
}
_QUIET: dict[str, list[Json]] = {
    "convictions": [offence("04600", "Theft from shops", "2026-07-01", custody_months=10)],
    "custody_events": [
        {"kind": "received", "happened_on": "2026-07-10"},
        {"kind": "sentenced", "happened_on": "2026-07-20"},
    ],
    "allocations": [
        {"officer": "Ines Whitlow", "happened_on": "2026-07-25", "met_person_on": "2026-08-10"},
    ],
    "risk_assessments": [
        {"tool": "OASys layer 3", "happened_on": "2026-10-20", "overall": "low", "to_public": "low"},
    ],
    "occupier_conversations": [said(FRIEND)],
    "checks": [checked("police_domestic_abuse"), checked("childrens_services")],
}
_QUIET_ENQUIRY: Json = {
    "purpose": "release_planning",
    "address": HOME,
    "occupants": lives(FRIEND),
    "occupants_stated": True,
    "status": "confirmed",
    "confirmed_on": "2026-11-16",
    "placement": "private_household",
    "release_date": "2026-12-01",
    "licence_ends_on": "2027-06-01",
}
NO_ADDRESS: Json = {
    "address": None,
    "no_fixed_abode": True,
    "occupants": [],
    "status": "none",
    "confirmed_on": None,
    "placement": "not_stated",
}


def _complete(kind: str, number: int, record: Json) -> Json:
    source = {"source_system": _USUAL_SYSTEM.get(kind, "ndelius"), "source_id": f"{kind}-{number}"}
    day = record.get("convicted_on") or record.get("happened_on") or "2026-09-01"
    return {**source, "recorded_on": day, **record}


def case(
    enquiry: Json | None = None,
    person: Json | None = None,
    place: list[Json] | None = None,
    not_asked: tuple[str, ...] = (),
    elsewhere: list[Json] | None = None,
    **records: list[Json],
) -> Json:
    """The quiet case with changes. A kind of record that is given replaces what the quiet case has of it."""
    held = {**_QUIET, **records}
    incidents = [_complete("place", n, one) for n, one in enumerate(place or [])]
    people = [_complete("elsewhere", n, one) for n, one in enumerate(elsewhere or [])]
    return {
        "format": "riskflag-case-1",
        "as_of": NOW.isoformat(),
        "person": {**HIM, **(person or {})},
        "enquiry": {**_QUIET_ENQUIRY, **(enquiry or {})},
        "records": {
            kind: [_complete(kind, number, one) for number, one in enumerate(several)]
            for kind, several in held.items()
        },
        "place_knowledge": {"coverage": ASKED, "incidents": incidents, "people": people},
        "coverage": {source.value: ASKED for source in Source if source.value not in not_asked},
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the catalogue demands of one case. Codes are separated by spaces.

    stop: raised, and grave enough to stop the plan
    act: raised, and less than a stop
    raised: raised, however gravely
    quiet: not raised; "everything" for no flag at all and nothing missing
    not_stop: not raised as a stop
    unsure: neither raised nor found clear
    """

    stop: str = ""
    act: str = ""
    raised: str = ""
    quiet: str = ""
    not_stop: str = ""
    unsure: str = ""


def row(story: str, file: Json, **expected: str) -> object:
    """One row of a table: what happened, the case file, and what the catalogue demands."""
    return pytest.param(file, Expected(**expected), id=story)


@cache
def _rulebook() -> Rulebook:
    return load_rulebook()


def answer(file: Json) -> Assessment:
    """The answer to a case file, by the way that every case file takes."""
    held = read_case_file(json.dumps(file), NOW)
    return assess(held.dossier, held.enquiry, held.place, _rulebook())


def differences(file: Json, expected: Expected) -> list[str]:
    """Everything in which the answer differs from what the catalogue demands, a line each."""
    result = answer(file)
    if expected.quiet == EVERYTHING:
        found = [f"{flag.code} is raised" for flag in result.flags]
        return [*found, *(f"{gap.what} is missing" for gap in result.gaps)]
    raised = {str(flag.code) for flag in result.flags}
    stopped = {str(flag.code) for flag in result.flags if flag.severity is Severity.STOP}
    unsure = {str(each.code) for each in result.unanswered}
    demands: tuple[tuple[str, Callable[[str], bool], str], ...] = (
        (expected.stop, lambda code: code in stopped, "is not a stop"),
        (expected.act, lambda code: code in raised - stopped, "is not raised, or is a stop"),
        (expected.raised, lambda code: code in raised, "is not raised"),
        (expected.quiet, lambda code: code not in raised, "is raised"),
        (expected.not_stop, lambda code: code not in stopped, "is a stop"),
        (expected.unsure, lambda code: code in unsure, "is not unsure"),
    )
    return [
        f"{code} {otherwise}"
        for codes, holds, otherwise in demands
        for code in codes.split()
        if not holds(code)
    ]
