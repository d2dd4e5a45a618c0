"""Articles and statements."""

from importlib.metadata import version

import sqlalchemy as sa
from alembic import op

from tieup.ledger.guards import REFUSAL, guards
from tieup.ledger.tables import Moment, Word

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make an empty database a ledger."""
    op.create_table(
        "texts",
        sa.Column("content_id", Word, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("content_id", Word, sa.ForeignKey("texts.content_id"), primary_key=True),
        sa.Column("article", Word, primary_key=True),
        sa.Column("outlet", Word, primary_key=True),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("agency", sa.Text),
        sa.Column("sources", sa.JSON, nullable=False),
        sa.Column("recorded", Moment, nullable=False),
    )
    op.create_index("articles_by_day", "articles", ["published", "article"])
    op.create_table(
        "statements",
        sa.Column("id", Word, primary_key=True),
        sa.Column("content_id", Word, sa.ForeignKey("texts.content_id"), nullable=False),
        sa.Column("article", Word, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("kind", Word, nullable=False),
        sa.Column("act", Word),
        sa.Column("election", Word),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("said_on", sa.Date),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("recorded", Moment, nullable=False),
    )
    op.create_index("statements_by_election", "statements", ["election", "published"])
    op.create_index("statements_by_day", "statements", ["published"])
    op.create_table(
        "statement_parties",
        sa.Column("a", Word, primary_key=True),
        sa.Column("b", Word, primary_key=True),
        sa.Column("statement", Word, sa.ForeignKey("statements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    meta = op.create_table(
        "meta",
        sa.Column("key", Word, primary_key=True),
        sa.Column("value", Word, nullable=False),
    )
    op.bulk_insert(meta, [{"key": "made_by", "value": f"tieup {version('tieup')}"}])
    dialect = op.get_context().dialect.name
    if dialect == "postgresql":
        op.execute(REFUSAL)
    else:
        op.execute("PRAGMA application_id = 0x74696575")  # "tieu", in the file's own header
    for table, key in (
        ("texts", ["content_id"]),
        ("articles", ["content_id", "article", "outlet"]),
        ("statements", ["id"]),
        ("statement_parties", ["a", "b", "statement"]),
    ):
        for guard in guards(dialect, table, key):
            op.execute(guard)
