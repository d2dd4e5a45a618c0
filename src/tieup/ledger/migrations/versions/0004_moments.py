"""Boards worked out before, statements of one party found by it, signatures packed by day."""

import sqlalchemy as sa
from alembic import op

from tieup.ledger.guards import guards
from tieup.ledger.tables import Word

revision = "4"
down_revision = "3"

_ALONE = {
    "sqlite": (
        "INSERT INTO statement_parties (a, b, statement) "
        "SELECT json_extract(body, '$.parties[0]'), json_extract(body, '$.parties[0]'), id "
        "FROM statements WHERE json_array_length(body, '$.parties') = 1"
    ),
    "postgresql": (
        "INSERT INTO statement_parties (a, b, statement) "
        "SELECT body->'parties'->>0, body->'parties'->>0, id "
        "FROM statements WHERE json_array_length(body->'parties') = 1"
    ),
}


def upgrade() -> None:
    """Add the tables, empty: what they hold is worked out when it is first asked for."""
    pair = ("election", "a", "b")
    op.create_table(
        "relations",
        *(sa.Column(name, Word, primary_key=True) for name in pair),
        sa.Column("live", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "moments",
        *(sa.Column(name, Word, primary_key=True) for name in pair),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wholes",
        sa.Column("election", Word, primary_key=True),
        sa.Column("statement", Word, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("parties", Word, nullable=False),
        sqlite_with_rowid=False,
    )
    dialect = op.get_context().dialect.name
    op.execute(_ALONE[dialect])
    op.create_index("statement_parties_by_statement", "statement_parties", ["statement"])
    _pack_signatures(dialect)


def _pack_signatures(dialect: str) -> None:
    """Keep them in one row each; the texts that stand are signed anew when the next one comes."""
    op.drop_table("slots")
    op.drop_table("signatures")
    op.create_table(
        "signatures",
        sa.Column("published", sa.Date, primary_key=True),
        sa.Column("content_id", Word, sa.ForeignKey("texts.content_id"), primary_key=True),
        sa.Column("scheme", Word, primary_key=True),
        sa.Column("slots", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    for guard in guards(dialect, "signatures", ["published", "content_id", "scheme"]):
        op.execute(guard)
    op.execute("DELETE FROM meta WHERE key = 'signatures'")
