"""Whom somebody looks for: by one of the numbers that identify people, of which each is written as no other
is, or by a name with a date of birth."""

import re
from collections.abc import Mapping
from typing import Any

from api.pages.forms import Form
from api.pages.problems import Field, sentences
from riskflag.errors import BadInput
from riskflag.persistence.people_search import SoughtByName
from riskflag.schema import schema_for
from riskflag.schema.text import IDENTIFIERS
from riskflag.service import PersonNumbers
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber

SOUGHT_BY_NAME = schema_for(SoughtByName)()
FIELD = "number"
NAME, BORN = "name", "date_of_birth"
FIELDS = {
    NAME: Field("Name", "Enter the name"),
    BORN: Field("Date of birth", "Enter the date of birth"),
}
NEEDED = "Enter a prison number, a case reference number (CRN) or a PNC number"
NO_NUMBER = (
    "Check the number. It must be like A1234BC (prison number), X123456 (CRN) or 2012/345678A (PNC number)"
)
KINDS: Mapping[str, Any] = {
    "noms_number": NomsNumber,
    "case_reference_number": CaseReferenceNumber,
    "pnc_number": PncNumber,
}


def numbers_in(form: Form) -> PersonNumbers:
    """The number that was typed, in capitals or not, with gaps or not. Raises BadInput where it is none."""
    typed = re.sub(r"\s+", "", form.values.get(FIELD, "")).upper()
    if not typed:
        raise BadInput({FIELD: NEEDED})
    for name, kind in KINDS.items():
        if re.fullmatch(IDENTIFIERS[kind][0], typed):
            given: dict[str, Any] = {name: typed}
            return PersonNumbers(**given)
    raise BadInput({FIELD: NO_NUMBER})


def name_in(form: Form) -> SoughtByName:
    """The name and the date of birth that were typed. Raises BadInput."""
    sought = form.load(SOUGHT_BY_NAME)
    if not isinstance(sought, SoughtByName):
        raise BadInput({NAME: "is needed"})
    return sought


def in_sentences(problems: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with a name or a date of birth, in the order of the page."""
    said = sentences(problems, FIELDS)
    return {name: said[name] for name in dict.fromkeys((*FIELDS, *said)) if name in said}
