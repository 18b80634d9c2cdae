"""By what people, and those named in records, are found by name and date of birth; what lists say of an
answer.

Those who are held already are indexed. Answers that are kept already have no summary: lists read all of them.
"""

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, String

from riskflag.persistence.name_rebuilding import index_all_named, index_people

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
    index_people(op.get_bind())
    index_all_named(op.get_bind())
