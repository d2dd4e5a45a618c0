"""Statements by the place in which they stand, for pages of them and for those of one text."""

from alembic import op

revision = "7"
down_revision = "6"


def upgrade() -> None:
    """Add the index; what comes in order of publication is added at its end."""
    op.create_index("statements_by_place", "statements", ["published", "article", "start", "id"])
