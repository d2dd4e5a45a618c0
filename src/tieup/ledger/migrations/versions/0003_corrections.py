"""Reviews, retractions and amended statements."""

import sqlalchemy as sa
from alembic import op

from tieup.ledger.guards import guards
from tieup.ledger.tables import Moment, Word

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Add the tables and columns; nothing that stands was reviewed."""
    op.create_table(
        "reviews",
        sa.Column("no", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("statement", Word, sa.ForeignKey("statements.id"), nullable=False),
        sa.Column("decision", Word, nullable=False),
        sa.Column("reviewer", Word, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("amended", Word, sa.ForeignKey("statements.id")),
        sa.Column("stands", sa.Integer),
        sa.Column("recorded", Moment, nullable=False),
    )
    op.create_index("reviews_by_statement", "reviews", ["statement", "no"])
    op.create_table(
        "retractions",
        sa.Column("no", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content_id", Word, sa.ForeignKey("texts.content_id"), nullable=False),
        sa.Column("statement", Word, sa.ForeignKey("statements.id")),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("taken_by", Word, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("recorded", Moment, nullable=False),
    )
    op.add_column("statements", sa.Column("amends", Word))
    op.add_column("statements", sa.Column("review", sa.Integer))
    op.create_index("statements_by_moment", "statements", ["recorded"])
    op.create_index("copies_by_other", "copies", ["other"])
    dialect = op.get_context().dialect.name
    for table in ("reviews", "retractions"):
        for guard in guards(dialect, table, ["no"]):
            op.execute(guard)
