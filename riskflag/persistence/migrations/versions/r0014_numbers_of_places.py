"""The number of a place in the index says which record names it."""

from alembic import op
from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer

revision = "0014"
down_revision = "0013"

POINTS_TO = {
    "record": "record.sequence",
    "protected_place": "protected_place.sequence",
    "incident": "place_incident.id",
}


def upgrade() -> None:
    """Makes both tables anew in which places have numbers. They are filled in step 0015."""
    op.drop_table("place_token")
    op.drop_table("indexed_place")
    op.create_table(
        "indexed_place",
        Column("id", Integer, primary_key=True, autoincrement=False),
        *(
            Column(name, Integer, ForeignKey(target, ondelete="CASCADE"))
            for name, target in POINTS_TO.items()
        ),
        CheckConstraint(
            "id = coalesce(3 * protected_place, 3 * record + 1, 3 * incident + 2)", name="says_which_record"
        ),
    )
    op.create_table(
        "place_token",
        Column("token", BigInteger, primary_key=True, autoincrement=False),
        Column("place", Integer, ForeignKey("indexed_place.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    for table, name in (*(("indexed_place", name) for name in POINTS_TO), ("place_token", "place")):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])
