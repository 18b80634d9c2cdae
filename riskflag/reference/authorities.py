"""The statutes, policies, inspections and research that rules rest on, and how far each was checked.

The wording is ours and says no more than was checked. A status is never hardened: what was only partly
confirmed says so to its reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from riskflag.errors import ReferenceDataError
from riskflag.reference.tables import Row, index, read_table
from riskflag.vocabulary import Confirmation

AUTHORITIES_FILE = "authorities.csv"


@dataclass(frozen=True, slots=True)
class Authority:
    """One thing that a rule rests on.

    code: short name used by rules
    citation: statute, policy or report, as it is cited
    says: what it says that matters here, and what is not known about it
    confirmation: how far this was checked against the source
    checked_against: what it was checked against; empty where it was not
    """

    code: str
    citation: str
    says: str
    confirmation: Confirmation
    checked_against: str


def authority(code: str) -> Authority:
    """The authority of that code. Raises ReferenceDataError for an unknown one: no rule may invent one."""
    try:
        return all_authorities()[code]
    except KeyError:
        raise ReferenceDataError(f"{AUTHORITIES_FILE}: no authority {code}") from None


@cache
def all_authorities() -> Mapping[str, Authority]:
    """Every authority, by code."""
    entries = read_table(AUTHORITIES_FILE, _authority)
    return index(AUTHORITIES_FILE, ((entry.code, entry) for entry in entries))


def _authority(row: Row) -> Authority:
    return Authority(
        code=row["code"],
        citation=row["citation"],
        says=row["says"],
        confirmation=Confirmation(row["confirmation"]),
        checked_against=row["checked_against"],
    )
