"""The place register: what is known of places from records that are not the person's own.

An incident is kept under every key its address may be asked for by: UPRNs, and its postcode with each single
slip of the keyboard. One without a full postcode is looked at in every enquiry, and an enquiry without one
cannot look everywhere, so the register then answers in part only. Whether two addresses are the same place is
for ``matching`` to say; this only brings together those that may be.

How many lie under each key is counted, and under ``ANYWHERE`` always: whoever does not find that count looks
with another key than the register was kept under, or at what is left of it, and "nothing here" is no answer.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select, update

from riskflag.dossier import NEVER_ASKED, PlaceKnowledge, SourceCoverage
from riskflag.matching.address_parts import take_apart
from riskflag.persistence import tables
from riskflag.persistence.coverage import coverage_row, read_coverage, with_unreadable
from riskflag.persistence.many_numbers import for_numbers, for_texts, some_at_a_time
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_indexing import forget_places, index_places
from riskflag.persistence.place_numbers import Shelf
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.records import Address, PlaceIncident
from riskflag.reference.thresholds import RECORD_COUNT_FALL_PERCENT
from riskflag.vocabulary import Source

ANYWHERE = "anywhere"
POSTCODE = "postcode:"

_INCIDENTS = tables.place_incident
_KEYS, _COUNTS = tables.place_key, tables.place_count
_SELECT = for_numbers(select(_INCIDENTS.c.id, _INCIDENTS.c.body), _INCIDENTS.c.id)
_EVERY = select(_INCIDENTS.c.id, _INCIDENTS.c.body).order_by(_INCIDENTS.c.id)
_SELECT_COVERAGE = select(tables.place_register).where(
    tables.place_register.c.source == Source.PLACE_REGISTER.value
)
_COUNTED = for_texts(select(_COUNTS.c.key, _COUNTS.c.held), _COUNTS.c.key)
_FOUND = for_texts(select(_KEYS.c.key, _KEYS.c.incident_id), _KEYS.c.key)
_EXPECTED = select(tables.place_register.c.expected).where(
    tables.place_register.c.source == Source.PLACE_REGISTER.value
)


def replace_register(
    connection: Connection, incidents: Sequence[PlaceIncident], coverage: SourceCoverage
) -> None:
    """Puts these incidents in the place of all that the register held.

    A register that lost more than RECORD_COUNT_FALL_PERCENT of what it held answers in part, until one holds
    as many again or somebody made sure that so few are all there are (``expect_anything``).
    """
    expected = expected_places(connection)
    fallen = len(incidents) * 100 < expected * (100 - RECORD_COUNT_FALL_PERCENT.value)
    if fallen:
        coverage = replace(coverage, complete=False)
    forget_places(connection, tables.indexed_place.c.incident.is_not(None))
    for table in (_KEYS, _INCIDENTS, tables.place_count, tables.place_register):
        connection.execute(delete(table))
    numbered = list(enumerate(incidents, start=1))
    if numbered:
        connection.execute(
            insert(_INCIDENTS),
            [
                {"id": number, "body": sealed_value(connection, incident, "place_incident", str(number))}
                for number, incident in numbered
            ],
        )
    keys = [
        {"incident_id": number, "key": key}
        for number, incident in numbered
        for key in sorted(kept_under(connection, incident.address))
    ]
    if keys:
        connection.execute(insert(_KEYS), keys)
    index_places(connection, Shelf.INCIDENT, ((number, places_named(each)) for number, each in numbered))
    counted = Counter(dict.fromkeys(_indexed(connection, [ANYWHERE]), 0))
    counted.update(str(row["key"]) for row in keys)
    rows = [{"key": key, "held": number} for key, number in counted.items()]
    connection.execute(insert(tables.place_count), rows)
    row = coverage_row(Source.PLACE_REGISTER, coverage)
    row["expected"] = expected if fallen else len(incidents)
    connection.execute(insert(tables.place_register), row)


def every_incident(connection: Connection) -> tuple[PlaceIncident, ...]:
    """All that the register holds and that can be read."""
    rows = connection.execute(_EVERY)
    opened = (
        opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id)) for row in rows
    )
    return tuple(incident for incident in opened if incident is not None)


def expect_anything(connection: Connection) -> None:
    """Takes the next register as it comes, however few places it holds."""
    connection.execute(update(tables.place_register).values(expected=0))


def read_place(connection: Connection, address: Address | None) -> PlaceKnowledge:
    """What the register holds about places that may be this one."""
    return read_places(connection, [address])[0]


def read_places(connection: Connection, addresses: Sequence[Address | None]) -> list[PlaceKnowledge]:
    """The same for each of many places, read together."""
    row = connection.execute(_SELECT_COVERAGE).one_or_none()
    coverage = read_coverage(row) if row is not None else NEVER_ASKED
    asked = [_asked(connection, address) if address is not None else None for address in addresses]
    held = _Held.under(connection, {key for each in asked if each for key in each.keys})
    return [
        _place(coverage, each, held, counted=row is not None) if each else PlaceKnowledge(coverage)
        for each in asked
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a place is asked for by.

    keys: the keyed indexes
    anywhere: that of ``ANYWHERE``, which is one of them
    by_postcode: whether a postcode is among them
    """

    keys: frozenset[str]
    anywhere: str
    by_postcode: bool


@dataclass(frozen=True, slots=True)
class _Held:
    """What the register holds under some keys: of each the incidents and how many there must be, and of each
    incident that is there what it says, None where it cannot be read."""

    under_key: Mapping[str, frozenset[int]]
    counted: Mapping[str, int]
    incidents: Mapping[int, PlaceIncident | None]

    @classmethod
    def under(cls, connection: Connection, keys: Collection[str]) -> "_Held":
        """All of it, for these keys."""
        under_key: dict[str, set[int]] = {}
        for row in some_at_a_time(connection, _FOUND, keys):
            under_key.setdefault(row.key, set()).add(row.incident_id)
        counted = {row.key: row.held for row in some_at_a_time(connection, _COUNTED, keys)}
        numbers = {number for under in under_key.values() for number in under}
        return cls(
            {key: frozenset(under) for key, under in under_key.items()},
            counted,
            {
                row.id: opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
                for row in some_at_a_time(connection, _SELECT, numbers)
            },
        )


def _asked(connection: Connection, address: Address) -> _Asked:
    keys = _keys(address)
    *indexed, anywhere = _indexed(connection, [*sorted(keys), ANYWHERE])
    return _Asked(frozenset((*indexed, anywhere)), anywhere, _gives_a_postcode(keys))


def _place(coverage: SourceCoverage, asked: _Asked, held: _Held, *, counted: bool) -> PlaceKnowledge:
    if not asked.by_postcode:
        coverage = replace(coverage, complete=False)
    numbers = sorted({number for key in asked.keys for number in held.under_key.get(key, ())})
    found = [held.incidents[number] for number in numbers if number in held.incidents]
    readable = tuple(incident for incident in found if incident is not None)
    lost = _lost(asked, held, len(numbers) - len(found)) if counted else 0
    unreadable = {Source.PLACE_REGISTER: len(found) - len(readable) + lost}
    known = with_unreadable({Source.PLACE_REGISTER: coverage}, unreadable)
    return PlaceKnowledge(known[Source.PLACE_REGISTER], readable)


def _lost(asked: _Asked, held: _Held, not_there: int) -> int:
    """How many keys and incidents that were kept under what is asked are no longer there, or were not."""
    under = {key: len(held.under_key.get(key, ())) for key in asked.keys}
    wrong = sum(abs(held.counted.get(key, 0) - number) for key, number in under.items())
    return wrong + not_there + (asked.anywhere not in held.counted)


def expected_places(connection: Connection) -> int:
    """How many places the next register must hold to be whole, within RECORD_COUNT_FALL_PERCENT."""
    expected: int | None = connection.execute(_EXPECTED).scalar()
    return expected or 0


def kept_under(connection: Connection, address: Address) -> set[str]:
    """The keyed indexes that a place is kept under, so that whoever asks for it finds it."""
    keys = _keys(address)
    return set(_indexed(connection, keys if _gives_a_postcode(keys) else keys | {ANYWHERE}))


def _indexed(connection: Connection, keys: Iterable[str]) -> list[str]:
    return list(map(vault_of(connection).index("place").code, keys))


def _keys(address: Address) -> set[str]:
    uprns = {(uprn or "").strip().lstrip("0") for uprn in (address.uprn, address.parent_uprn)}
    outward, _, inward = take_apart(address).postcode.partition(" ")
    postcodes = _slips(outward + inward) if inward else ()
    return {f"uprn:{uprn}" for uprn in uprns if uprn} | {POSTCODE + postcode for postcode in postcodes}


def _gives_a_postcode(keys: set[str]) -> bool:
    return any(key.startswith(POSTCODE) for key in keys)


def _slips(postcode: str) -> set[str]:
    """The postcode, and it without each of its characters: two that are one slip apart share one of these."""
    return {postcode} | {postcode[:place] + postcode[place + 1 :] for place in range(len(postcode))}
