"""Decisions of responsible officers, and what finds whose caseload a case is on and who asked what."""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    column,
    insert,
    select,
    table,
)

from riskflag.access import plain_account
from riskflag.persistence.codec import decode
from riskflag.persistence.vault import vault_of
from riskflag.records import CaseloadLink

revision = "0005"
down_revision = "0004"

LINKS = "caseload_links"
HELD = ("sequence", "person_id", "kind", "source_system", "source_id", "body")
SQLITE = (
    (
        "CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision "
        "BEGIN SELECT RAISE(ABORT, 'decision is never changed'); END"
    ),
    (
        "CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision "
        "WHEN OLD.assessment_id IN (SELECT id FROM assessment) "
        "BEGIN SELECT RAISE(ABORT, 'decision is never changed'); END"
    ),
    (
        "CREATE TRIGGER decision_no_insert BEFORE INSERT ON decision "
        "WHEN NEW.sequence IN (SELECT sequence FROM decision) OR NEW.id IN (SELECT id FROM decision) "
        "BEGIN SELECT RAISE(ABORT, 'decision is never changed'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE FUNCTION goes_with_its_answer() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF EXISTS (SELECT FROM assessment WHERE id = OLD.assessment_id) THEN "
        "RAISE EXCEPTION '% is never changed', TG_TABLE_NAME "
        "USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN OLD; END $$"
    ),
    "CREATE TRIGGER decision_stays BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION never_changed()",
    (
        "CREATE TRIGGER decision_stays_there BEFORE DELETE ON decision "
        "FOR EACH ROW EXECUTE FUNCTION goes_with_its_answer()"
    ),
    (
        "CREATE TRIGGER decision_stays_whole BEFORE TRUNCATE ON decision "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    ),
)
"""A decision goes only with the answer that it is on, which goes only with its person."""


def upgrade() -> None:
    """Makes both tables, and indexes the links that are held already."""
    op.create_index(op.f("ix_assessment_asked_by_asked_at"), "assessment", ["asked_by", "asked_at"])
    _make_decisions()
    _make_caseload_keys()
    _index_links()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _make_decisions() -> None:
    answer = ForeignKey("assessment.id", ondelete="CASCADE")
    op.create_table(
        "decision",
        Column("sequence", Integer, primary_key=True),
        Column("id", String(32), nullable=False, unique=True),
        Column("assessment_id", String(32), answer, nullable=False),
        Column("account", String(200), nullable=False),
        Column("role", String(20), nullable=False),
        Column("decided_at", String(40), nullable=False),
        Column("body", LargeBinary, nullable=False),
        CheckConstraint("role = 'responsible_officer'", name="role"),
    )
    op.create_index(op.f("ix_decision_assessment_id"), "decision", ["assessment_id"])


def _make_caseload_keys() -> None:
    link = ForeignKey("record.sequence", ondelete="CASCADE")
    op.create_table(
        "caseload_key",
        Column("key", String(40), primary_key=True),
        Column("link", Integer, link, primary_key=True),
    )
    op.create_index(op.f("ix_caseload_key_link"), "caseload_key", ["link"])


def _index_links() -> None:
    """What cannot be read lets nobody in, so nobody is to find it."""
    connection = op.get_bind()
    vault = vault_of(connection)
    held = table("record", *(column(name) for name in HELD))
    keys = table("caseload_key", column("key"), column("link"))
    for row in connection.execute(select(held).where(held.c.kind == LINKS)).all():
        text = vault.open(row.body, "record", row.person_id, row.kind, row.source_system, row.source_id)
        link = decode(text, CaseloadLink) if text is not None else None
        account = plain_account(link.account) if link else None
        if link and account:
            key = vault.indexed(account, "caseload", link.role.value)
            connection.execute(insert(keys), {"key": key, "link": row.sequence})
