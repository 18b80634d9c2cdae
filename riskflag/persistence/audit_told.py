"""What the entries of the audit tell of what is held: answers, people, the place register, decisions and what
second persons agreed to.

An entry from before there were digests says that something was written, and not what.
"""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select

from riskflag.persistence import tables
from riskflag.persistence.audit import Action
from riskflag.persistence.digests import Row, Vouched, as_they_are, over_which, some_at_a_time, vouched

GIVEN = frozenset({Action.ADDRESS_ASSESSED, Action.REFERRAL_ASSESSED, Action.CASE_CHECKED})
"""With these an answer is given."""
STORED = frozenset({Action.PERSON_STORED, Action.RECORDS_REPLACED, Action.PAYLOAD_IMPORTED})
"""With these something is held of a person from then on."""

_ENTRY = tables.audit_entry
_SAID = ("at", "actor", "role", "action", "person_id", "assessment_id", "purpose", "detail")
_ENTRIES = (
    select(*as_they_are(_ENTRY, _SAID))
    .where(_ENTRY.c.sequence <= bindparam("newest"))
    .order_by(_ENTRY.c.sequence)
)


@dataclass(frozen=True, slots=True)
class State:
    """What something was when it was last written.

    digest: what the entry vouches for; None where it is from before digests
    meddled: whether it was not what the entry before vouched for, when something was added to it
    """

    digest: str | None
    meddled: bool = False

    def followed_by(self, vouches: Vouched) -> "State":
        """What it is from the next entry on."""
        if vouches.over is None:
            return State(vouches.digest)
        changed = self.digest is not None and over_which(self.digest) != vouches.over
        return State(vouches.digest, self.meddled or changed)

    def weighed(self, digest: str | None) -> str:
        """What it is counted as, by the digest of what is there now."""
        if self.digest is None:
            return "before"
        return "other" if self.meddled else weighed(self.digest, digest)


NOT_YET = State(None)


@dataclass(slots=True)
class Told:
    """What the entries tell.

    given: of each answer the entry with which it was given
    read: answers that were read again
    stored: what the newest entry about each person vouches for
    registered: the same of the place register; None where nobody ever filled it
    premises: the same of the list of known premises
    decided: by answer, account, role and moment, what was vouched for of each decision
    agreed: what was agreed to
    """

    given: dict[str, Row] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    stored: dict[str, State] = field(default_factory=dict)
    registered: State | None = None
    premises: State | None = None
    decided: dict[tuple[str, ...], list[str | None]] = field(default_factory=dict)
    agreed: Counter[tuple[object, ...]] = field(default_factory=Counter)


def told_by_entries(connection: Connection, newest: int) -> Told:
    """What the entries up to the one with the number ``newest`` tell: those of which the chain holds."""
    told = Told()
    for row in some_at_a_time(connection, _ENTRIES.params(newest=newest)):
        _take(told, {name: row[f"{_ENTRY.name}_{name}"] for name in _SAID})
    return told


def weighed(expected: str | None, digest: str | None) -> str:
    """What something is counted as, by the digest that is vouched for and that of what is there."""
    if digest is None:
        return "unopened"
    return "vouched" if digest == expected else "other"


def _take(told: Told, entry: Row) -> None:
    """Takes in an entry. Since the chain holds, it says what this program wrote."""
    match entry["action"]:
        case action if action in GIVEN:
            told.given.setdefault(entry["assessment_id"], entry)
        case Action.ASSESSMENT_READ:
            told.read.add(entry["assessment_id"])
        case action if action in STORED:
            before = told.stored.get(entry["person_id"], NOT_YET)
            told.stored[entry["person_id"]] = before.followed_by(vouched(entry["detail"]))
        case Action.DECISION_RECORDED:
            decided = entry["assessment_id"], entry["actor"], entry["role"], entry["at"]
            told.decided.setdefault(decided, []).append(vouched(entry["detail"]).digest)
        case Action.FURTHER_PLACES_AGREED:
            told.agreed[entry["person_id"], entry["actor"], entry["role"], entry["at"], entry["detail"]] += 1
        case _:
            _take_of_lists(told, entry)


def _take_of_lists(told: Told, entry: Row) -> None:
    """The same of an entry about the place register or the list of known premises."""
    match entry["action"]:
        case Action.PLACE_REGISTER_REPLACED:
            told.registered = NOT_YET.followed_by(vouched(entry["detail"]))
        case Action.FEWER_PLACES_ACCEPTED if told.registered is not None:
            told.registered = told.registered.followed_by(vouched(entry["detail"]))
        case Action.PREMISES_LISTED | Action.PREMISES_REMOVED:
            told.premises = (told.premises or NOT_YET).followed_by(vouched(entry["detail"]))
