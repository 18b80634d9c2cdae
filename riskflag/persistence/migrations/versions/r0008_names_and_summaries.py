"""What people are looked for by a name with their date of birth, and what lists say of an answer.

Those who are held already are indexed. Answers that are kept already have no summary: lists read all of them.
"""

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, String, column, select, table

from riskflag.persistence.codec import decode
from riskflag.persistence.name_index import index_names
from riskflag.persistence.vault import vault_of
from riskflag.records import Person

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Makes both tables, and indexes the people who are held."""
    op.create_table(
        "person_name_key",
        Column("key", String(40), primary_key=True),
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index(op.f("ix_person_name_key_person_id"), "person_name_key", ["person_id"])
    op.create_table(
        "answer_summary",
        Column(
            "assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("body", LargeBinary, nullable=False),
    )
    _index_people()


def _index_people() -> None:
    """Whoever cannot be read is found by no name: who looks by a number is told that they cannot be read."""
    connection = op.get_bind()
    vault = vault_of(connection)
    held = table("person", column("id"), column("body"))
    for row in connection.execute(select(held).order_by(held.c.id)).all():
        text = vault.open(row.body, "person", row.id)
        person = decode(text, Person) if text is not None else None
        if person is not None:
            index_names(connection, row.id, person)
