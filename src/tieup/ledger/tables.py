"""The ledger's tables, and the triggers that keep all but the last of them append-only."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, with microseconds; SQLite keeps no time zone, so UTC goes without saying."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; without its zone where the database has none."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


schema = MetaData()

#: One row a text, however many outlets print it.
texts = Table(
    "texts",
    schema,
    Column("content_id", String, primary_key=True),
    Column("text", Text, nullable=False),
)

#: One row a copy: a text under one id in one outlet ("" where none is named).
articles = Table(
    "articles",
    schema,
    Column("content_id", ForeignKey(texts.c.content_id), primary_key=True),
    Column("article", String, primary_key=True),
    Column("outlet", String, primary_key=True),
    Column("published", Date, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("agency", Text),
    Column("sources", JSON, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index("articles_by_day", "published", "article"),
)

#: One row a statement; `body` is its published JSON, the other columns are there to find it by.
statements = Table(
    "statements",
    schema,
    Column("id", String, primary_key=True),
    Column("content_id", ForeignKey(texts.c.content_id), nullable=False),
    Column("article", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("act", String),
    Column("election", String),
    Column("background", Boolean, nullable=False),
    Column("published", Date, nullable=False),
    Column("said_on", Date),
    Column("body", JSON, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index("statements_by_election", "election", "published"),
    Index("statements_by_day", "published"),
)

#: The relations that a statement is about; a < b.
statement_pairs = Table(
    "statement_parties",
    schema,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("statement", ForeignKey(statements.c.id), primary_key=True),
    sqlite_with_rowid=False,
)

#: One row a text and day of publication: that it was signed, by which scheme.
signatures = Table(
    "signatures",
    schema,
    Column("no", Integer, primary_key=True),
    Column("content_id", ForeignKey(texts.c.content_id), nullable=False),
    Column("published", Date, nullable=False),
    Column("scheme", String, nullable=False),
    UniqueConstraint("content_id", "published", "scheme"),
)

#: The slots of each signature; texts that agree in some may be copies.
slots = Table(
    "slots",
    schema,
    Column("slot", BigInteger, primary_key=True),
    Column("published", Date, primary_key=True),
    Column("signature", ForeignKey(signatures.c.no), primary_key=True),
    sqlite_with_rowid=False,
)

#: Two texts that are copies of each other, one < other; known from the day that both are published.
copies = Table(
    "copies",
    schema,
    Column("one", ForeignKey(texts.c.content_id), primary_key=True),
    Column("other", ForeignKey(texts.c.content_id), primary_key=True),
    Column("published", Date, nullable=False),
    Column("recorded", Moment, nullable=False),
)

#: What the ledger says of itself: "schema", "made_by", "last_recorded", "signatures".
meta = Table(
    "meta",
    schema,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)


#: The tables that each schema of the ledger brought; a ledger of an older one gets those it lacks.
TABLES = {1: (texts, articles, statements, statement_pairs), 2: (signatures, slots, copies)}


def sqlite_guards(tables: Iterable[Table]) -> Iterator[str]:
    """Triggers by which SQLite itself keeps tables append-only."""
    for table in tables:
        name = table.name
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )
        # INSERT OR REPLACE deletes without firing a DELETE trigger: what stands is passed over.
        same = " AND ".join(f"{column.name} = NEW.{column.name}" for column in table.primary_key)
        stands = f"SELECT 1 FROM {name} WHERE {same}"  # noqa: S608 - names of our own tables
        yield (
            f"CREATE TRIGGER {name}_no_replace BEFORE INSERT ON {name} WHEN EXISTS ({stands}) "
            "BEGIN SELECT RAISE(IGNORE); END"
        )
