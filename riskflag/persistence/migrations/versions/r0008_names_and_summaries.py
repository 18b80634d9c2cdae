"""By what people, and those named in records, are found by name and date of birth; what lists say of an
answer.

Those who are held already are indexed. Answers that are kept already have no summary: lists read all of them.
"""

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, String, column, select, table

from riskflag.persistence.codec import decode
from riskflag.persistence.name_index import index_named, index_names
from riskflag.persistence.named_people import KINDS_THAT_NAME_PEOPLE, spoken_of
from riskflag.persistence.shelves import KIND_NAMES, record_in
from riskflag.persistence.vault import vault_of
from riskflag.records import Person

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Makes both tables, and indexes the people who are held."""
    for name in ("person_name_key", "named_person_key"):
        op.create_table(
            name,
            Column("key", String(40), primary_key=True),
            Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
        )
        op.create_index(op.f(f"ix_{name}_person_id"), name, ["person_id"])
    op.create_table(
        "answer_summary",
        Column(
            "assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("body", LargeBinary, nullable=False),
    )
    _index_people()
    _index_those_named()


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


def _index_those_named() -> None:
    """Of what can be read; what cannot is told as unreadable wherever it is looked at."""
    connection = op.get_bind()
    kinds = [KIND_NAMES[kind] for kind in KINDS_THAT_NAME_PEOPLE]
    for shelf in ("record", "protected_place"):
        names = ("person_id", "kind", "source_system", "source_id", "body")
        held = table(shelf, *(column(name) for name in names))
        for row in connection.execute(select(held).where(held.c.kind.in_(kinds))).all():
            record = record_in(connection, row)
            if record is not None:
                index_named(connection, row.person_id, [who for who, _ in spoken_of(record)])
