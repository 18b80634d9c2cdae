"""What the service's own role may do on a server: what it needs, and nothing that changes what is kept.

Triggers refuse such a change to everybody. A role that does not own the tables cannot take those away either.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from riskflag.errors import BadInput
from riskflag.persistence import tables

KEPT = frozenset({"audit_entry", "alert", "agreement", "assessment", "decision", "known_premises"})
"""Tables whose rows are added and read, never changed. With a person, the server itself removes theirs."""
VERSION = "alembic_version"
SCHEMA = "public"
ROLE = "ROLE"

_KIND = text(
    "SELECT rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication AS mighty, "
    "EXISTS (SELECT FROM pg_tables WHERE schemaname = :schema AND pg_has_role(:role, tableowner, 'MEMBER')) "
    "AS owner FROM pg_roles WHERE rolname = :role"
)
_SEQUENCES = text("SELECT sequencename FROM pg_sequences WHERE schemaname = :schema ORDER BY sequencename")


def grant(connection: Connection, role: str) -> None:
    """Lets this role do what the service does, and takes from it all else that was granted in this schema.

    connection: of the owner of the tables
    Raises BadInput where there is no such role, where it could do more whatever is granted, and for SQLite.
    """
    if connection.dialect.name == "sqlite":
        raise BadInput({"RISKFLAG_DATABASE_URL": "names an SQLite file: only a server has roles"})
    _refuse_unless_ordinary(connection, role)
    quoted = connection.dialect.identifier_preparer.quote_identifier(role)
    for statement in _statements(_numbered(connection)):
        connection.exec_driver_sql(statement + quoted)


def _refuse_unless_ordinary(connection: Connection, role: str) -> None:
    kind = connection.execute(_KIND, {"role": role, "schema": SCHEMA}).one_or_none()
    if kind is None:
        raise BadInput({ROLE: "there is no such role on the server"})
    if kind.mighty or kind.owner:
        raise BadInput(
            {ROLE: "owns the tables, or may do more than is granted: make another for the service"}
        )


def _numbered(connection: Connection) -> list[str]:
    return list(connection.execute(_SEQUENCES, {"schema": SCHEMA}).scalars())


def _statements(sequences: list[str]) -> Iterator[str]:
    for kind in ("TABLES", "SEQUENCES"):
        yield f"REVOKE ALL ON ALL {kind} IN SCHEMA {SCHEMA} FROM "
    yield f"REVOKE ALL ON SCHEMA {SCHEMA} FROM "
    yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO "
    yield f"GRANT SELECT ON {SCHEMA}.{VERSION} TO "
    for name in tables.metadata.tables:
        allowed = "SELECT, INSERT" if name in KEPT else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {allowed} ON {SCHEMA}.{name} TO "
    for sequence in sequences:
        yield f"GRANT USAGE ON SEQUENCE {SCHEMA}.{sequence} TO "
