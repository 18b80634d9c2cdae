"""What a licence condition code (Create and Vary a Licence) stands for.

The same code has meant different things in different versions of the licence policy: one that once was
"reside at an approved address" is now about names. ``kinds`` therefore joins what the code has meant in
every version, and ``meaning_changed`` says that the wording must be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from riskflag.reference.offences import CodeStatus
from riskflag.reference.tables import Row, index, read_table, yes_or_no
from riskflag.vocabulary import ProhibitionKind

CONDITIONS_FILE = "licence_conditions.csv"
SHORT_CODE_LENGTH = 8
"""Reports quote the first eight hexadecimal digits of a code; no two codes share them."""


@dataclass(frozen=True, slots=True)
class ConditionType:
    """What one licence condition code stands for.

    code: the full code (a UUID in lower case)
    category: the policy's heading, or "Standard condition"
    title: what the latest version asks, in a few words of ours
    kinds: what it forbids or requires, over every version of the policy
    status: current when the latest version has it, else retired
    latest_version: the latest version of the policy that has it
    post_sentence_only: used for post-sentence supervision only
    meaning_changed: later versions reuse the code for another condition
    """

    code: str
    category: str
    title: str
    kinds: frozenset[ProhibitionKind]
    status: CodeStatus
    latest_version: str
    post_sentence_only: bool
    meaning_changed: bool


def find_condition(code: str) -> ConditionType | None:
    """The condition that a code, or its first eight digits, stands for; None for an unknown code."""
    return _by_code().get(code.strip().lower())


@cache
def licence_conditions() -> tuple[ConditionType, ...]:
    """Every condition of every published version of the policy."""
    return read_table(CONDITIONS_FILE, _condition)


@cache
def _by_code() -> Mapping[str, ConditionType]:
    conditions = licence_conditions()
    full = [(condition.code, condition) for condition in conditions]
    short = [(condition.code[:SHORT_CODE_LENGTH], condition) for condition in conditions]
    return index(CONDITIONS_FILE, [*full, *short])


def _condition(row: Row) -> ConditionType:
    return ConditionType(
        code=row["code"],
        category=row["category"],
        title=row["title"],
        kinds=frozenset(ProhibitionKind(word) for word in row["kinds"].split()),
        status=CodeStatus(row["status"]),
        latest_version=row["latest_version"],
        post_sentence_only=yes_or_no(row["post_sentence_only"]),
        meaning_changed=yes_or_no(row["meaning_changed"]),
    )
