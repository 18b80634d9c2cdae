"""Who somebody is, as several systems write it."""

import re
from typing import Any

from riskflag.importers.fields import Fields
from riskflag.importers.shape import Unusable
from riskflag.records import Sex
from riskflag.schema.text import IDENTIFIERS
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber

_SEXES = {"m": Sex.MALE, "male": Sex.MALE, "f": Sex.FEMALE, "female": Sex.FEMALE}
_KINDS = {"noms_number": NomsNumber, "case_reference_number": CaseReferenceNumber, "pnc_number": PncNumber}


def sex_of(written: str | None) -> Sex:
    """Sex as recorded; not known where it is written in any other way."""
    return _SEXES.get((written or "").strip().lower(), Sex.NOT_KNOWN)


def full_name(who: Fields, *names: str) -> str:
    """The name in these fields, each of them text or a list of texts. Raises Unusable where all are empty."""
    parts: list[str] = []
    for name in names:
        held = who.get(name)
        parts += who.texts(name) if isinstance(held, list) else [who.text_or_none(name) or ""]
    words = " ".join(parts).split()
    if not words:
        raise Unusable(names[-1], "is needed")
    return " ".join(words)


def numbers_of(who: Fields, **names: str) -> dict[str, Any]:
    """The numbers of whom the payload is about, for a Person; one that is not written as it should be is left
    out and told of.

    names: the field under which each of a Person's numbers stands
    """
    found: dict[str, Any] = {}
    for number, name in names.items():
        kind = _KINDS[number]
        who.is_about(name, kind)
        value = who.text_or_none(name)
        if value and re.fullmatch(IDENTIFIERS[kind][0], value):
            found[number] = value
    return found
