"""What is never changed once it is written, enforced by the database itself, in the words of each kind."""

from alembic import op

SQLITE = (
    (
        "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'audit_entry is never changed'); END"
    ),
    (
        "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'audit_entry is never changed'); END"
    ),
    # SQLite's REPLACE deletes without a word to the DELETE trigger.
    (
        "CREATE TRIGGER audit_entry_no_insert BEFORE INSERT ON audit_entry "
        "WHEN NEW.sequence IN (SELECT sequence FROM audit_entry) "
        "BEGIN SELECT RAISE(ABORT, 'audit_entry is never changed'); END"
    ),
    (
        "CREATE TRIGGER assessment_no_update BEFORE UPDATE ON assessment "
        "BEGIN SELECT RAISE(ABORT, 'assessment is never changed'); END"
    ),
    (
        "CREATE TRIGGER assessment_no_insert BEFORE INSERT ON assessment "
        "WHEN NEW.id IN (SELECT id FROM assessment) "
        "BEGIN SELECT RAISE(ABORT, 'assessment is never changed'); END"
    ),
    (
        "CREATE TRIGGER agreement_no_update BEFORE UPDATE ON agreement "
        "BEGIN SELECT RAISE(ABORT, 'agreement is never changed'); END"
    ),
    (
        "CREATE TRIGGER alert_no_update BEFORE UPDATE ON alert "
        "BEGIN SELECT RAISE(ABORT, 'alert is never changed'); END"
    ),
    (
        "CREATE TRIGGER alert_no_delete BEFORE DELETE ON alert "
        "BEGIN SELECT RAISE(ABORT, 'alert is never changed'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    ),
    (
        "CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    ),
    (
        "CREATE TRIGGER audit_entry_stays_whole BEFORE TRUNCATE ON audit_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    ),
    (
        "CREATE TRIGGER assessment_stays BEFORE UPDATE ON assessment "
        "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    ),
    (
        "CREATE TRIGGER assessment_stays_whole BEFORE TRUNCATE ON assessment "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    ),
    "CREATE TRIGGER agreement_stays BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION never_changed()",
    (
        "CREATE TRIGGER agreement_stays_whole BEFORE TRUNCATE ON agreement "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    ),
    (
        "CREATE TRIGGER alert_stays BEFORE UPDATE OR DELETE ON alert "
        "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    ),
    (
        "CREATE TRIGGER alert_stays_whole BEFORE TRUNCATE ON alert "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    ),
)


def make_triggers(dialect: str) -> None:
    """Makes them all. ``dialect``: which kind of database it is."""
    for statement in SQLITE if dialect == "sqlite" else POSTGRESQL:
        op.execute(statement)
