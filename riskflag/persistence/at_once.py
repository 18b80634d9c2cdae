"""Rows about many at once: one statement for hundreds of them, where a list would take one for each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, Select, bindparam

AT_ONCE = 500
"""How many are asked for in one statement."""
_EACH = "each_of"


def each_of() -> BindParameter[Any]:
    """What stands in a statement for those who are asked for."""
    return bindparam(_EACH, expanding=True)


def rows_by(
    connection: Connection, statement: Select[Any], column: str, wanted: Iterable[str]
) -> Mapping[str, list[Row[Any]]]:
    """The rows of each, in the order of the statement; none of whoever has none.

    statement: selects where ``column`` is in ``each_of()``
    """
    found: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    all_of_them = list(dict.fromkeys(wanted))
    for start in range(0, len(all_of_them), AT_ONCE):
        for row in connection.execute(statement, {_EACH: all_of_them[start : start + AT_ONCE]}):
            found[row._mapping[column]].append(row)
    return found
