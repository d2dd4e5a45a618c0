"""The ledger itself: what is appended stands, and can be read as of any day."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tieup.articles import Article
from tieup.ledger import lookups, selection
from tieup.ledger.appending import append, copies_of
from tieup.ledger.asof import AsOf
from tieup.ledger.checking import check
from tieup.ledger.copies import origins_of
from tieup.ledger.corrections import Corrections
from tieup.ledger.entries import Appended, Entry
from tieup.ledger.errors import plainly
from tieup.ledger.kept import KeptBoards
from tieup.ledger.lookups import Page
from tieup.ledger.store import Store
from tieup.ledger.users import Users
from tieup.ledger.watch import Watch
from tieup.ledger.writing import close, last_moment, next_moment
from tieup.problems import Problem
from tieup.statements import Statement


class Ledger:
    """An append-only record of articles, statements and corrections, in SQLite or PostgreSQL.

    Use it as a context manager, or close it. Several processes may read and write one ledger at
    once. What is recorded at one moment was committed as one: moments run in the order of commits.
    Every method raises LedgerError where the database fails.
    """

    def __init__(self, store: Store) -> None:
        """Use ``Ledger.open``."""
        self.name = store.name
        self._store = store
        self._session = store.session
        self._watch = Watch(store.engine)

    @classmethod
    def open(cls, where: str | Path) -> Self:
        """The ledger in a place, made where there is none and brought up to date where it is older.

        Args:
            where: a path, ":memory:" (kept nowhere) or a URL such as "sqlite:///tieup.db" or
                "postgresql+psycopg://user@host/database".

        Raises:
            LedgerError: where that is no ledger, or can't be one.
        """
        return cls(Store.open(where))

    def close(self) -> None:
        """Let go of the database."""
        self._watch.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- in --------------------------------------------------------------------------------------

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
                forward: now is always after the last entry, and a moment that isn't is refused.

        Raises:
            LedgerError: for a statement that contradicts its text; nothing is written then.
        """
        given, said = tuple(articles), tuple(statements)
        with self._session(writes=True) as connection:
            moment = next_moment(connection, recorded)
            added = append(connection, given, said, moment)
            if added.articles or added.statements:
                close(connection, moment)
        return added

    # -- out -------------------------------------------------------------------------------------

    def articles(self) -> tuple[Article, ...]:
        """Every copy of every text, in order of publication."""
        with self._session() as connection:
            return tuple(article for article, _ in lookups.articles(connection))

    def article(self, content_id: str) -> Article:
        """A text by its hash; of several copies the first published.

        Raises:
            KeyError: where the ledger has no such text.
        """
        with self._session() as connection:
            copies = copies_of(connection, content_id)
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
        """Statements in order of publication, article and place, as reviews leave them.

        Args:
            as_of: only what could be known then; None means all, as it stands.
            election: only those about this election.
            pair: only those about the relation of these two parties, in any order.
        """
        return tuple(entry.statement for entry in self.entries(as_of, election, pair))

    def entries(
        self,
        as_of: AsOf | None = None,
        election: str | None = None,
        pair: tuple[str, str] | None = None,
        *,
        since: datetime | None = None,
    ) -> tuple[Entry, ...]:
        """As ``statements``, each with its moment of recording and the review that holds.

        A statement without an origin gets that of its text, as the view shows it.

        Args:
            as_of: as for ``statements``.
            election: as for ``statements``.
            pair: as for ``statements``.
            since: only what was recorded after this moment, an amended statement with its review.
        """
        with self._session() as connection:
            query = selection.entries(as_of, election, pair, since)
            return lookups.seen(connection, query, as_of)

    def about(
        self, pairs: Collection[tuple[str, str]], election: str, as_of: AsOf | None = None
    ) -> tuple[Statement, ...]:
        """As ``statements``, about any of several relations of an election.

        Args:
            pairs: sorted; of one party alone, that party twice.
            election: its id.
            as_of: as for ``statements``.
        """
        with self._session() as connection:
            found = lookups.seen(connection, selection.about(pairs, as_of, election), as_of)
        return tuple(entry.statement for entry in found)

    def retold(self, as_of: AsOf | None = None) -> tuple[Statement, ...]:
        """As ``statements``, those that tell of an election as history."""
        with self._session() as connection:
            found = lookups.seen(connection, selection.retold(as_of), as_of)
        return tuple(entry.statement for entry in found)

    def undecided(self, election: str | None = None, *, most: int) -> tuple[Entry, ...]:
        """As ``entries``, so many that nobody has decided on, the least certain first."""
        with self._session() as connection:
            return lookups.seen(connection, selection.undecided(election).limit(most), None)

    def in_text(self, content_id: str) -> tuple[Entry, ...]:
        """As ``entries``, those of one text, by its hash."""
        with self._session() as connection:
            return lookups.seen(connection, selection.in_text(content_id), None)

    def page(
        self,
        as_of: AsOf | None = None,
        *,
        election: str | None = None,
        party: str | None = None,
        after: str | None = None,
        most: int = 100,
    ) -> Page | None:
        """As ``entries``, a page of them.

        Args:
            as_of: as for ``statements``.
            election: as for ``statements``.
            party: only those that name this party.
            after: the id of the statement after which the page begins; the first page where None.
            most: so many at most.

        Returns:
            None where no statement ``after`` which to begin is in the ledger.
        """
        with self._session() as connection:
            return lookups.page(
                connection, as_of=as_of, election=election, party=party, after=after, most=most
            )

    def count(
        self,
        as_of: AsOf | None = None,
        election: str | None = None,
        pair: tuple[str, str] | None = None,
    ) -> int:
        """How many statements are seen; what ``statements`` would give, without reading them."""
        with self._session() as connection:
            return lookups.count(connection, as_of, election, pair)

    def as_read(self, *, since: datetime | None = None) -> tuple[Entry, ...]:
        """Every statement as it was read, whatever was said of it later.

        Args:
            since: only what was recorded after this moment.
        """
        with self._session() as connection:
            return lookups.as_read(connection, selection.as_read(since))

    def origins(self, texts: Collection[str]) -> dict[str, str]:
        """The origin of each text by its hash: one name for all copies of one story."""
        with self._session() as connection:
            return origins_of(connection, texts)

    def last_day(self) -> date | None:
        """The last day on which an article was published; None in an empty ledger."""
        with self._session() as connection:
            return lookups.last_day(connection)

    def last_moment(self) -> datetime | None:
        """The moment of the last entry; None where there is none yet.

        Of a file it is looked up again only where anything was written since.
        """
        with plainly(self.name):
            return self._watch.moment(self._moment)

    def _moment(self) -> datetime | None:
        with self._session() as connection:
            return last_moment(connection)

    @property
    def is_near(self) -> bool:
        """Whether ``last_moment`` waits for nobody: so where the ledger is a file."""
        return self._watch.is_near

    def elections(self) -> tuple[str, ...]:
        """The ids of all elections that statements are about, sorted."""
        with self._session() as connection:
            return lookups.elections(connection)

    def arrivals(self) -> tuple[tuple[Article, datetime], ...]:
        """Every copy of every text with the moment at which it was recorded, in that order."""
        with self._session() as connection:
            return tuple(sorted(lookups.articles(connection), key=lambda one: one[1]))

    def said(self, ids: Collection[str], as_of: AsOf | None = None) -> dict[str, Statement]:
        """Statements by their ids, as a view shows them; those that it doesn't are left out."""
        with self._session() as connection:
            return lookups.by_id(connection, ids, as_of)

    def named(self, beginning: str) -> tuple[Entry, ...]:
        """The statements, as they were read, whose ids begin so; up to ten of them."""
        with self._session() as connection:
            return lookups.as_read(connection, selection.named(beginning))

    @property
    def corrections(self) -> Corrections:
        """What people and outlets said of statements."""
        return Corrections(self._session)

    @property
    def boards(self) -> KeptBoards:
        """Boards that were worked out before."""
        return KeptBoards(self._session)

    @property
    def users(self) -> Users:
        """Who may enter changes through the web desk."""
        return Users(self._session)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong in the ledger, and where; empty where all is sound. Reads every row."""
        with self._session() as connection:
            return tuple(check(connection, self.name))
