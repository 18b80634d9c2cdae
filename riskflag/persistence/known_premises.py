"""The list of known premises, sealed, under a keyed index of the building.

That a building is put on it or taken from it is added, and nothing is ever changed.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, bindparam, insert, select

from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.codec import utc_text
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.probing.place import canonical_building
from riskflag.probing.premises import KnownPremises, is_among
from riskflag.records import Address

_TABLE = tables.known_premises
_ALL = select(_TABLE).order_by(_TABLE.c.sequence)
_OF_BUILDING = _ALL.where(_TABLE.c.building == bindparam("of_building"))

Row = RowMapping | Mapping[str, Any]


def is_known(connection: Connection, address: Address) -> bool:
    """Whether an address is on the list now. Where what is held of it cannot be read, it is not."""
    building = _index(connection, canonical_building(address))
    rows = connection.execute(_OF_BUILDING, {"of_building": building}).mappings()
    try:
        return is_among(address, _now_listed(connection, rows))
    except StoreUnavailable:
        return False


def listed_premises(connection: Connection) -> tuple[KnownPremises, ...]:
    """Everything on the list now, in the order in which it was put there. Raises StoreUnavailable where
    something of it cannot be read."""
    return _now_listed(connection, connection.execute(_ALL).mappings())


def add_premises(connection: Connection, premises: Iterable[KnownPremises], at: datetime) -> int:
    """Puts these on the list. How many were not on it as they are. Raises StoreUnavailable."""
    before = {_said(each) for each in listed_premises(connection)}
    new = {_said(each): each for each in premises if _said(each) not in before}
    for each in new.values():
        _write(connection, each, at, listed=True)
    return len(new)


def remove_premises(connection: Connection, premises: Iterable[KnownPremises], at: datetime) -> int:
    """Takes these buildings from the list, with every UPRN and location that they have there. How many they
    are. Raises StoreUnavailable, and BadInput where one is not on the list: then none is taken."""
    held = {each.building for each in listed_premises(connection)}
    asked = list(premises)
    missing = {
        f"rows[{number}].address": "is not on the list"
        for number, each in enumerate(asked, start=1)
        if each.building not in held
    }
    if missing:
        raise BadInput(missing)
    buildings = {each.building: each for each in asked}
    for each in buildings.values():
        _write(connection, each, at, listed=False)
    return len(buildings)


def belongs(row: Row) -> tuple[str, ...]:
    """Where what is sealed in a row belongs: on which building, and whether it was put on the list."""
    return _TABLE.name, row["id"], row["building"], "listed" if row["listed"] else "removed"


def _now_listed(connection: Connection, rows: Iterable[Row]) -> tuple[KnownPremises, ...]:
    """What is on the list after all that these rows did, one after the other."""
    listed: dict[str, list[KnownPremises]] = {}
    for row in rows:
        premises = opened_value(connection, row["body"], KnownPremises, *belongs(row))
        if premises is None:
            raise StoreUnavailable("the list of known premises cannot be read")
        if row["listed"]:
            listed.setdefault(row["building"], []).append(premises)
        else:
            listed.pop(row["building"], None)
    return tuple(each for same in listed.values() for each in same)


def _said(premises: KnownPremises) -> tuple[object, ...]:
    address = premises.address
    return premises.building, address.uprn, address.point


def _write(connection: Connection, premises: KnownPremises, at: datetime, *, listed: bool) -> None:
    row = {
        "id": uuid4().hex,
        "building": _index(connection, premises.building),
        "listed": listed,
        "changed_at": utc_text(at),
    }
    body = sealed_value(connection, premises, *belongs(row))
    connection.execute(insert(_TABLE), {**row, "body": body})


def _index(connection: Connection, building: str) -> str:
    return vault_of(connection).indexed(building, "known premises")
