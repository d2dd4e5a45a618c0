"""The ledger itself: what is appended stands, and can be read as of any day."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, Table, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from tieup.articles import Article
from tieup.ledger import rows
from tieup.ledger.asof import AsOf
from tieup.ledger.copies import origins_of, trace
from tieup.ledger.errors import LedgerError
from tieup.ledger.opening import MEMORY, open_engine, plainly, session
from tieup.ledger.tables import articles, meta, statement_pairs, statements, texts
from tieup.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """How many articles and statements were new."""

    articles: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement and the moment, in UTC, at which it was recorded."""

    statement: Statement
    recorded: datetime


class Ledger:
    """An append-only record of articles and statements, in one SQLite file.

    Use it as a context manager, or close it. Several processes may read and write one file at once.
    Every method raises LedgerError where the file fails.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        """Use ``Ledger.open``."""
        self.name = name
        self._engine = engine
        in_memory = engine.url.database == MEMORY
        self._turn = RLock() if in_memory else nullcontext()  # threads share its one connection

    @classmethod
    def open(cls, where: str | Path) -> Self:
        """The ledger in a file, made where there is none; ":memory:" keeps it nowhere.

        Args:
            where: a path, ":memory:" or a URL such as "sqlite:///tieup.db".

        Raises:
            LedgerError: where that is no ledger, or can't be one.
        """
        return cls(open_engine(where), str(where))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def append(
        self,
        articles: Iterable[Article],
        statements: Iterable[Statement] = (),
        *,
        recorded: datetime | None = None,
    ) -> Appended:
        """Add what is new, all or nothing; when this returns it is on the disk.

        What stands already is passed over and never changed: an article by its text, id and outlet,
        a statement by its id.

        Args:
            articles: dated texts.
            statements: each about one of these texts, or one that the ledger holds.
            recorded: the moment of recording, with its time zone; by default now. The record runs
                forward: now is never before the last entry, and an earlier moment is refused.

        Raises:
            LedgerError: for a statement that contradicts its text; nothing is written then.
        """
        given, said = tuple(articles), tuple(statements)
        if recorded is not None and recorded.tzinfo is None:
            message = "the moment of recording needs a time zone, such as UTC"
            raise LedgerError(message)
        with self._session(writes=True) as connection:
            _check(connection, given, said)
            last = _last_recorded(connection)
            moment = max(datetime.now(UTC), last) if recorded is None else recorded
            added = _write(connection, given, said, moment)
            if added.articles or added.statements:
                if moment < last:
                    message = (
                        f"the ledger {self.name} runs forward: its last entry is of {last}, so "
                        f"nothing can be recorded at {moment}"
                    )
                    raise LedgerError(message)
                _set_last_recorded(connection, moment)
        return added

    def articles(self) -> tuple[Article, ...]:
        """Every copy of every text, in order of publication."""
        query = _ARTICLES.order_by(*_ARTICLE_ORDER)
        with self._session() as connection:
            return tuple(map(rows.article_of, connection.execute(query).mappings()))

    def article(self, content_id: str) -> Article:
        """A text by its hash; of several copies the first published.

        Raises:
            KeyError: where the ledger has no such text.
        """
        with self._session() as connection:
            copies = _copies(connection, content_id)
        if not copies:
            message = f"no article {content_id} in the ledger {self.name}"
            raise KeyError(message)
        return copies[0]

    def statements(
        self,
        as_of: AsOf | None = None,
        election: str | None = None,
        pair: tuple[str, str] | None = None,
    ) -> tuple[Statement, ...]:
        """Statements in order of publication, article and place.

        Args:
            as_of: only what could be known then; None means all.
            election: only those about this election.
            pair: only those about the relation of these two parties, in any order.
        """
        return tuple(entry.statement for entry in self.entries(as_of, election, pair))

    def entries(
        self,
        as_of: AsOf | None = None,
        election: str | None = None,
        pair: tuple[str, str] | None = None,
    ) -> tuple[Entry, ...]:
        """As ``statements``, each with the moment at which it was recorded.

        A statement without an origin gets that of its text, as the view shows it.
        """
        with self._session() as connection:
            found = connection.execute(_entries(as_of, election, pair)).all()
            names = origins_of(connection, {body["content_id"] for body, _ in found}, as_of)
        return tuple(
            Entry(statement=rows.statement_of(body, names), recorded=recorded)
            for body, recorded in found
        )

    def origins(self, texts: Collection[str]) -> dict[str, str]:
        """The origin of each text by its hash: one name for all copies of one story."""
        with self._session() as connection:
            return origins_of(connection, texts)

    def last_day(self) -> date | None:
        """The last day on which an article was published; None in an empty ledger."""
        with self._session() as connection:
            return connection.execute(select(func.max(articles.c.published))).scalar()

    def elections(self) -> tuple[str, ...]:
        """The ids of all elections that statements are about, sorted."""
        column = statements.c.election
        query = select(column).where(column.is_not(None)).distinct().order_by(column)
        with self._session() as connection:
            return tuple(connection.execute(query).scalars())

    @contextmanager
    def _session(self, *, writes: bool = False) -> Iterator[Connection]:
        with (
            self._turn,
            plainly(self.name),
            session(self._engine, writes=writes) as connection,
        ):
            yield connection


_ARTICLES = select(articles, texts.c.text).join_from(articles, texts)
_ARTICLE_ORDER = (
    articles.c.published,
    articles.c.article,
    articles.c.outlet,
    articles.c.content_id,
)


def _entries(
    as_of: AsOf | None, election: str | None, pair: tuple[str, str] | None
) -> Select[tuple[Any, datetime]]:
    """The query that equals AsOf.sees, over an election or a relation."""
    column = statements.c
    query = select(column.body, column.recorded)
    if pair is not None:
        a, b = sorted(pair)
        query = query.join_from(statements, statement_pairs).where(
            statement_pairs.c.a == a, statement_pairs.c.b == b
        )
    if election is not None:
        query = query.where(column.election == election)
    if as_of is not None:
        known_by_day = or_(column.published <= as_of.day, column.said_on <= as_of.day)
        query = query.where(column.published <= as_of.horizon, known_by_day)
        if as_of.recorded_by is not None:
            query = query.where(column.recorded <= as_of.recorded_by)
    return query.order_by(column.published, column.article, column.start, column.id)


def _copies(connection: Connection, content_id: str) -> tuple[Article, ...]:
    """Every copy of a text, the first published first."""
    query = _ARTICLES.where(articles.c.content_id == content_id).order_by(*_ARTICLE_ORDER)
    return tuple(map(rows.article_of, connection.execute(query).mappings()))


def _check(connection: Connection, given: tuple[Article, ...], said: tuple[Statement, ...]) -> None:
    """Every statement stands in an article that is given or known, and agrees with it.

    Raises:
        LedgerError: naming the first that doesn't, and why.
    """
    copies: dict[str, list[Article]] = {}
    for article in given:
        copies.setdefault(article.content_id, []).append(article)
    for name in {statement.content_id for statement in said}:
        copies.setdefault(name, []).extend(_copies(connection, name))
    for statement in said:
        faults = _faults(statement, copies[statement.content_id])
        if faults:
            message = (
                f"statement {statement.id} of article {statement.article}: {'; '.join(faults)}; "
                "nothing of its batch was written"
            )
            raise LedgerError(message)


def _faults(statement: Statement, copies: list[Article]) -> tuple[str, ...]:
    own = [article for article in copies if article.id == statement.article]
    if not own:
        return (f"the ledger has no such article with the text {statement.content_id}",)
    if statement.published not in {article.published for article in own}:
        return (f"dated {statement.published}, its article {own[0].published}",)
    return statement.faults(own[0])


def _write(
    connection: Connection,
    given: tuple[Article, ...],
    said: tuple[Statement, ...],
    moment: datetime,
) -> Appended:
    """Insert what is new; what stands is passed over."""
    listed = [rows.statement_row(statement, moment) for statement in said]
    named = zip(said, listed, strict=True)
    pairs = [pair for statement, row in named for pair in rows.pair_rows(statement, row["id"])]
    _insert(connection, texts, [rows.text_row(article) for article in given])
    added = Appended(
        articles=_insert(connection, articles, [rows.article_row(a, moment) for a in given]),
        statements=_insert(connection, statements, listed),
    )
    _insert(connection, statement_pairs, pairs)
    trace(connection, given, moment)
    return added


def _insert(connection: Connection, table: Table, listed: list[rows.Row]) -> int:
    """How many rows were new."""
    if not listed:
        return 0
    return connection.execute(insert(table).on_conflict_do_nothing(), listed).rowcount


def _last_recorded(connection: Connection) -> datetime:
    found = connection.execute(select(meta.c.value).where(meta.c.key == "last_recorded")).scalar()
    return datetime.fromisoformat(found) if found else datetime.min.replace(tzinfo=UTC)


def _set_last_recorded(connection: Connection, moment: datetime) -> None:
    value = moment.astimezone(UTC).isoformat()
    query = insert(meta).values(key="last_recorded", value=value)
    connection.execute(query.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
