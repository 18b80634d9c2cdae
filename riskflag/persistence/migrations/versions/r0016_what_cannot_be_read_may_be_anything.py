"""What cannot be read and is in no index may be any place, and anybody: whatever is asked, it is told that
this was not looked at. Until now it was left out whenever an index was made anew.
"""

from alembic import op

from riskflag.persistence.name_rebuilding import index_whoever_cannot_be_read
from riskflag.persistence.place_rebuilding import index_what_was_left_out

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Puts that into the indexes of places and of names."""
    index_what_was_left_out(op.get_bind())
    index_whoever_cannot_be_read(op.get_bind())
