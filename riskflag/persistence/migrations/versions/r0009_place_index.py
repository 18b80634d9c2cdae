"""Every place that anybody's records name is found by its address. What is held already is indexed in step
0015, as places are indexed now."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer

revision = "0009"
down_revision = "0008"

POINTS_TO = {
    "record": "record.sequence",
    "protected_place": "protected_place.sequence",
    "incident": "place_incident.id",
}


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "indexed_place",
        Column("id", Integer, primary_key=True),
        *(
            Column(name, Integer, ForeignKey(target, ondelete="CASCADE"))
            for name, target in POINTS_TO.items()
        ),
    )
    op.create_table(
        "place_token",
        _number("token"),
        Column("place", Integer, ForeignKey("indexed_place.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table("place_token_count", _number("token"), Column("held", Integer, nullable=False))
    op.create_table("place_word_slip", _number("slip"), _number("word"), sqlite_with_rowid=False)
    for table, name in (*(("indexed_place", name) for name in POINTS_TO), ("place_token", "place")):
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)
