"""Users of the web desk."""

import sqlalchemy as sa
from alembic import op

from tieup.ledger.tables import Moment, Word

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Add the table; unlike the record, users come and go."""
    op.create_table(
        "users",
        sa.Column("name", Word, primary_key=True),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("since", Moment, nullable=False),
    )
