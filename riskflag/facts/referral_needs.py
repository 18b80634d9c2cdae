"""What each kind of recipient must be told, how much of it, and what it may be sent besides.

Rows marked as own judgement go beyond the catalogue of rules and are to be settled locally.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import RecipientKind
from riskflag.reference.tables import Row, index, read_table, yes_or_no

NEEDS_FILE = "referral_needs.csv"
RECIPIENTS_FILE = "referral_recipients.csv"


class Extent(StrEnum):
    """How much of a risk the recipient needs.

    FACT: that it is so, and when last. AREA_ONLY: the area, never whose it is. HOUSEHOLD_BANS: with whom the
    person may not live. WORK_BARS: which work the person may not do.
    """

    FACT = "fact"
    AREA_ONLY = "area_only"
    HOUSEHOLD_BANS = "household_bans"
    WORK_BARS = "work_bars"


@dataclass(frozen=True, slots=True)
class Need:
    """One risk that one kind of recipient must be told of.

    recipient: kind of recipient
    theme: the risk
    extent: how much of it
    why: why the recipient needs it
    basis: codes of authorities
    own_judgement: whether this goes beyond the catalogue of rules
    """

    recipient: RecipientKind
    theme: RiskTheme
    extent: Extent
    why: str
    basis: tuple[str, ...]
    own_judgement: bool


@dataclass(frozen=True, slots=True)
class Recipient:
    """One kind of recipient.

    kind: which
    statutory: whether it is a body under a duty to co-operate in public protection
    may_receive: items beyond the ordinary that it may be sent
    why: why it is taken so
    basis: codes of authorities
    own_judgement: whether this goes beyond the catalogue of rules
    """

    kind: RecipientKind
    statutory: bool
    may_receive: frozenset[DisclosureTheme]
    why: str
    basis: tuple[str, ...]
    own_judgement: bool


@cache
def needs_of(recipient: RecipientKind) -> tuple[Need, ...]:
    """What a kind of recipient must be told, in the order of the table."""
    return tuple(need for need in all_needs() if need.recipient is recipient)


@cache
def all_needs() -> tuple[Need, ...]:
    """Every row of the table. Raises ReferenceDataError where a risk is listed twice for a recipient."""
    needs = read_table(NEEDS_FILE, _need)
    return tuple(index(NEEDS_FILE, (((need.recipient, need.theme), need) for need in needs)).values())


@cache
def recipients() -> Mapping[RecipientKind, Recipient]:
    """Every kind of recipient."""
    return index(RECIPIENTS_FILE, ((each.kind, each) for each in read_table(RECIPIENTS_FILE, _recipient)))


def _need(row: Row) -> Need:
    return Need(
        recipient=RecipientKind(row["recipient"]),
        theme=RiskTheme(row["theme"]),
        extent=Extent(row["extent"]),
        why=row["why"],
        basis=tuple(row["basis"].split()),
        own_judgement=yes_or_no(row["own_judgement"]),
    )


def _recipient(row: Row) -> Recipient:
    return Recipient(
        kind=RecipientKind(row["recipient"]),
        statutory=yes_or_no(row["statutory"]),
        may_receive=frozenset(DisclosureTheme(word) for word in row["may_receive"].split()),
        why=row["why"],
        basis=tuple(row["basis"].split()),
        own_judgement=yes_or_no(row["own_judgement"]),
    )
