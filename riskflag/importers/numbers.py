"""A number that identifies somebody, as it is typed: which kind it is shows from how it is written."""

import re

from riskflag.errors import BadInput
from riskflag.records import PersonNumbers
from riskflag.schema.text import IDENTIFIERS
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber


def written_as(kind: object, number: str) -> bool:
    """Whether the number is written as numbers of this kind are."""
    return re.fullmatch(IDENTIFIERS[kind][0], number) is not None


def as_numbers(kind: object, number: str) -> PersonNumbers:
    """The number as one of a person's."""
    return PersonNumbers(
        NomsNumber(number) if kind is NomsNumber else None,
        CaseReferenceNumber(number) if kind is CaseReferenceNumber else None,
        PncNumber(number) if kind is PncNumber else None,
    )


def numbers_in(typed: str) -> PersonNumbers:
    """The number that was typed. Raises BadInput where it is none, and does not repeat it."""
    number = "".join(typed.split()).upper()
    for kind in (NomsNumber, CaseReferenceNumber, PncNumber):
        if written_as(kind, number):
            return as_numbers(kind, number)
    raise BadInput({"--person": "must be a NOMS number, a CRN or a PNC number"})
