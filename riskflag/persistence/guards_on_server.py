"""What guards the tables on a PostgreSQL server: triggers, their functions, and who may do what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, text

ROW, BEFORE, INSERT, DELETE, UPDATE, TRUNCATE = 1, 2, 4, 8, 16, 32
"""How the catalogue writes when a trigger acts (pg_trigger.tgtype)."""
_WORDS: Mapping[str, int] = {
    "ROW": ROW,
    "BEFORE": BEFORE,
    "INSERT": INSERT,
    "DELETE": DELETE,
    "UPDATE": UPDATE,
    "TRUNCATE": TRUNCATE,
}
_TRIGGERS = text(
    "SELECT t.tgname, c.relname, t.tgtype, p.proname, p.prosrc, "
    "t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND t.tgnargs = 0 AND CAST(t.tgattr AS text) = '' "
    "AND n.oid = c.relnamespace AND p.proowner = c.relowner AND l.lanname = 'plpgsql' "
    "AND p.proconfig IS NULL AS plain "
    "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
    "JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang "
    "WHERE c.relnamespace = CAST('public' AS regnamespace) AND NOT t.tgisinternal"
)
_STRANGERS = text(
    "SELECT (SELECT count(*) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class "
    "WHERE c.relnamespace = CAST('public' AS regnamespace) AND c.relkind IN ('r', 'p')) "
    "+ (SELECT count(*) FROM pg_class c WHERE c.relnamespace = CAST('public' AS regnamespace) "
    "AND c.relkind = 'r' AND (c.relrowsecurity OR c.relforcerowsecurity)) "
    "+ (SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE c.relnamespace = CAST('public' AS regnamespace) AND t.tgisinternal "
    "AND t.tgenabled NOT IN ('O', 'A'))"
)
_RIGHTS = text(
    "SELECT (SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a "
    "WHERE c.relnamespace = CAST('public' AS regnamespace) AND c.relname IN :kept "
    "AND a.grantee <> c.relowner AND a.privilege_type NOT IN ('SELECT', 'INSERT')) "
    "+ (SELECT count(*) FROM pg_attribute f JOIN pg_class c ON c.oid = f.attrelid, aclexplode(f.attacl) a "
    "WHERE c.relnamespace = CAST('public' AS regnamespace) AND c.relname IN :kept "
    "AND a.grantee <> c.relowner AND a.privilege_type NOT IN ('SELECT', 'INSERT'))"
).bindparams(bindparam("kept", expanding=True))
_SWITCHED_OFF = text(
    "SELECT (SELECT count(*) FROM pg_db_role_setting "
    "WHERE array_to_string(setconfig, ' ') ILIKE '%session_replication_role=replica%') "
    "+ CAST(current_setting('session_replication_role') = 'replica' AS int)"
)
_OWNER = text(
    "SELECT rolsuper OR EXISTS (SELECT FROM pg_class WHERE relname = 'audit_entry' "
    "AND relnamespace = CAST('public' AS regnamespace) AND pg_has_role(current_user, relowner, 'MEMBER')) "
    "FROM pg_roles WHERE rolname = current_user"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger, as it was made or as it is.

    table: on what
    when: when it acts, as the catalogue writes it
    function: which function it calls
    source: what that does
    plain: that it acts always, and its function is in the language and of the owner that it was made with
    """

    table: str
    when: int
    function: str
    source: str | None
    plain: bool = True


def named(statement: str) -> str:
    """The name of the trigger that this statement makes, with its table."""
    words = statement.split()
    return f"{words[words.index('ON') + 1]}.{words[2]}"


def expected(statement: str, functions: Mapping[str, str]) -> Trigger:
    """The trigger that this statement makes. ``functions``: what each function does, by its name."""
    words = statement.split()
    function = words[-1].removesuffix("()")
    when = sum(_WORDS.get(word, 0) for word in words)
    return Trigger(words[words.index("ON") + 1], when, function, functions.get(function))


def function(statement: str) -> tuple[str, str]:
    """The name of the function that this statement makes, and what it does."""
    return statement.split()[2].removesuffix("()"), statement.split("$$")[1]


def triggers(connection: Connection) -> dict[str, Trigger]:
    """Every trigger on a table of ours, by its table and name."""
    return {
        f"{row.relname}.{row.tgname}": Trigger(row.relname, row.tgtype, row.proname, row.prosrc, row.plain)
        for row in connection.execute(_TRIGGERS)
    }


def strangers(connection: Connection) -> int:
    """Rules, hidden rows and foreign keys switched off: nothing of that was made here."""
    return int(connection.execute(_STRANGERS).scalar_one())


def opened(connection: Connection, kept: Collection[str]) -> int:
    """Rights to change these tables that somebody has besides their owner, and settings that switch triggers
    off."""
    rights = connection.execute(_RIGHTS, {"kept": sorted(kept)}).scalar_one()
    return int(rights) + int(connection.execute(_SWITCHED_OFF).scalar_one())


def is_owner(connection: Connection) -> bool:
    """Whether the role that looks could take the guards away."""
    return bool(connection.execute(_OWNER).scalar_one())
