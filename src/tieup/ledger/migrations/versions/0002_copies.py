"""Copies of one story, found by signatures."""

import sqlalchemy as sa
from alembic import op

from tieup.ledger.guards import guards
from tieup.ledger.tables import Moment, Word

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Add the tables; the texts that stand are signed when the next article comes."""
    op.create_table(
        "signatures",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("content_id", Word, sa.ForeignKey("texts.content_id"), nullable=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("scheme", Word, nullable=False),
        sa.UniqueConstraint("content_id", "published", "scheme"),
    )
    op.create_table(
        "slots",
        sa.Column("slot", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("published", sa.Date, primary_key=True),
        sa.Column("signature", sa.Integer, sa.ForeignKey("signatures.no"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        sa.Column("one", Word, sa.ForeignKey("texts.content_id"), primary_key=True),
        sa.Column("other", Word, sa.ForeignKey("texts.content_id"), primary_key=True),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("recorded", Moment, nullable=False),
    )
    dialect = op.get_context().dialect.name
    for table, key in (
        ("signatures", ["no"]),
        ("slots", ["slot", "published", "signature"]),
        ("copies", ["one", "other"]),
    ):
        for guard in guards(dialect, table, key):
            op.execute(guard)
