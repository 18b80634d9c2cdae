"""Answers are found by person and moment, so that old ones are not read to find the newest."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Puts an index by person and moment in the place of the one by person, which it begins with."""
    op.create_index(op.f("ix_assessment_person_id_asked_at"), "assessment", ["person_id", "asked_at"])
    op.drop_index(op.f("ix_assessment_person_id"), "assessment")
