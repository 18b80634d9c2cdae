"""Those of whom no date of birth is held are found by first name and surname."""

from alembic import op

from riskflag.persistence.name_rebuilding import index_all_named, index_people

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Indexes everybody anew: what was there stays, and they are added."""
    index_people(op.get_bind())
    index_all_named(op.get_bind())
