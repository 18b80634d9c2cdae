"""Each token has a number that is another after every change of what lies under it. The index of places is
made anew from the records that are held, with such numbers and as addresses are read now.

People may also lie under two of year, month and day of their birth, as for a while they did from 0014 on.
Nothing looks there any more, and all that is looked under is there too, so their index is left as it is.
"""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer

from riskflag.persistence.place_rebuilding import rebuild

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Makes the table of the counts anew, and fills all tables of the index."""
    op.drop_table("place_token_count")
    op.create_table(
        "place_token_count",
        Column("token", BigInteger, primary_key=True, autoincrement=False),
        Column("held", Integer, nullable=False),
        Column("changed", BigInteger, nullable=False),
    )
    rebuild(op.get_bind())
