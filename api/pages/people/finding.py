"""Which of the numbers that identify people somebody has typed. Each is written as no other is."""

import re
from collections.abc import Mapping
from typing import Any

from api.pages.forms import Form
from riskflag.errors import BadInput
from riskflag.schema.text import IDENTIFIERS
from riskflag.service import PersonNumbers
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber

FIELD = "number"
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
