"""The ledger's tables as they are now; `migrations` makes them, most of them append-only."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
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
#: The number of this schema, the last of the migrations.
SCHEMA = 7

#: A name or id, in the order of its code points on every database.
Word = String().with_variant(String(collation="C"), "postgresql")

#: One row a text, however many outlets print it.
texts = Table(
    "texts",
    schema,
    Column("content_id", Word, primary_key=True),
    Column("text", Text, nullable=False),
)

#: One row a copy: a text under one id in one outlet ("" where none is named).
articles = Table(
    "articles",
    schema,
    Column("content_id", ForeignKey(texts.c.content_id), primary_key=True),
    Column("article", Word, primary_key=True),
    Column("outlet", Word, primary_key=True),
    Column("published", Date, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("agency", Text),
    Column("sources", JSON, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index("articles_by_day", "published", "article"),
)

#: One row a statement; `body` is its published JSON, the other columns are there to find it by. An
#: amended one names what it `amends` and the `review` that brought it, whose number stands in its
#: id, too: so a reader that reads the same later has a row of its own.
statements = Table(
    "statements",
    schema,
    Column("id", Word, primary_key=True),
    Column("content_id", ForeignKey(texts.c.content_id), nullable=False),
    Column("article", Word, nullable=False),
    Column("start", Integer, nullable=False),
    Column("kind", Word, nullable=False),
    Column("act", Word),
    Column("election", Word),
    Column("background", Boolean, nullable=False),
    Column("published", Date, nullable=False),
    Column("said_on", Date),
    Column("body", JSON, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("amends", Word),
    Column("review", Integer),
    Index("statements_by_election", "election", "published"),
    Index("statements_by_moment", "recorded"),
    Index("statements_by_place", "published", "article", "start", "id"),
)

#: The relations that a statement is about; a < b. Of one party alone, that party twice. What is
#: said of one relation for one election ("" for none) stands together, in order of publication.
statement_pairs = Table(
    "statement_parties",
    schema,
    Column("a", Word, primary_key=True),
    Column("b", Word, primary_key=True),
    Column("election", Word, primary_key=True),
    Column("published", Date, primary_key=True),
    Column("statement", ForeignKey(statements.c.id), primary_key=True),
    sqlite_with_rowid=False,
)

#: By what copies are looked for: of each text and day of publication the signature, packed. In the
#: order of days, so that those of some days are read together and new days come at the end.
signatures = Table(
    "signatures",
    schema,
    Column("published", Date, primary_key=True),
    Column("content_id", ForeignKey(texts.c.content_id), primary_key=True),
    Column("scheme", Word, primary_key=True),
    Column("slots", LargeBinary, nullable=False),
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
    Index("copies_by_other", "other"),
)

#: What people decided on statements as they were read, in order, and the row that holds what one
#: was `amended` to. `stands` is the review that holds once this one is entered: itself, or after an
#: undo the one before; None where none is left.
reviews = Table(
    "reviews",
    schema,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("statement", ForeignKey(statements.c.id), nullable=False),
    Column("decision", Word, nullable=False),
    Column("reviewer", Word, nullable=False),
    Column("note", Text, nullable=False),
    Column("amended", ForeignKey(statements.c.id)),
    Column("stands", Integer),
    Column("recorded", Moment, nullable=False),
    Index("reviews_by_statement", "statement", "no"),
)

#: What was taken back by whom: a text, or one statement in it as it was read.
retractions = Table(
    "retractions",
    schema,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("content_id", ForeignKey(texts.c.content_id), nullable=False),
    Column("statement", ForeignKey(statements.c.id)),
    Column("published", Date, nullable=False),
    Column("taken_by", Word, nullable=False),
    Column("note", Text, nullable=False),
    Column("recorded", Moment, nullable=False),
)

#: Boards worked out before: the relations of an election, each on the board from the day on which
#: it was first `named`. A `live` one is worked out each time.
#: Nothing here or in the next two tables is news: they may be emptied at any time.
relations = Table(
    "relations",
    schema,
    Column("election", Word, primary_key=True),
    Column("a", Word, primary_key=True),
    Column("b", Word, primary_key=True),
    Column("named", Date, nullable=False),
    Column("live", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

#: Where a relation stood from a day on, until the next, and the `turn` that brought it there, which
#: no board asks for; both are JSON, decoded many at a time.
moments = Table(
    "moments",
    schema,
    Column("election", Word, primary_key=True),
    Column("a", Word, primary_key=True),
    Column("b", Word, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("body", Text, nullable=False),
    Column("turn", Text, nullable=False),
    sqlite_with_rowid=False,
)

#: The parties of each statement that calls more than two agreed as a whole, in JSON.
wholes = Table(
    "wholes",
    schema,
    Column("election", Word, primary_key=True),
    Column("statement", Word, primary_key=True),
    Column("day", Date, nullable=False),
    Column("parties", Word, nullable=False),
    sqlite_with_rowid=False,
)

#: Who may enter changes through the web desk, with the hash of a password.
users = Table(
    "users",
    schema,
    Column("name", Word, primary_key=True),
    Column("password", Text, nullable=False),
    Column("since", Moment, nullable=False),
)

#: What the ledger says of itself: "schema", "made_by", "last_recorded", "signatures"; and the
#: secret that sessions of the web desk are signed with.
meta = Table(
    "meta",
    schema,
    Column("key", Word, primary_key=True),
    Column("value", Word, nullable=False),
)

#: The tables that are no record: of all others no row is ever changed.
CHANGING = (relations, moments, wholes, users, meta)
