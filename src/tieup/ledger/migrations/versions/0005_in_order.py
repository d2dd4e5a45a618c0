"""What is said of a relation in one place and in order; histories that tell timelines, too."""

import sqlalchemy as sa
from alembic import op

from tieup.ledger.guards import guards
from tieup.ledger.tables import Word

revision = "5"
down_revision = "4"

_KEY = ("a", "b", "election", "published", "statement")


def upgrade() -> None:
    """Order relations by election and day; forget boards, which are worked out when asked for."""
    op.create_table(
        "pairs_in_order",
        *(sa.Column(name, Word, primary_key=True) for name in _KEY[:3]),
        sa.Column("published", sa.Date, primary_key=True),
        sa.Column("statement", Word, sa.ForeignKey("statements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO pairs_in_order (a, b, election, published, statement) "
        "SELECT a, b, COALESCE(election, ''), published, statement "
        "FROM statement_parties JOIN statements ON id = statement ORDER BY 1, 2, 3, 4, 5"
    )
    op.drop_table("statement_parties")
    op.rename_table("pairs_in_order", "statement_parties")
    for guard in guards(op.get_context().dialect.name, "statement_parties", _KEY):
        op.execute(guard)
    op.drop_index("statements_by_day", "statements")
    op.execute("DELETE FROM wholes")
    op.execute("DELETE FROM meta WHERE key LIKE 'kept %'")
    op.drop_table("relations")
    op.create_table(
        "relations",
        *(sa.Column(name, Word, primary_key=True) for name in ("election", "a", "b")),
        sa.Column("named", sa.Date, nullable=False),
        sa.Column("live", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.drop_table("moments")
    op.create_table(
        "moments",
        *(sa.Column(name, Word, primary_key=True) for name in ("election", "a", "b")),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("turn", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
