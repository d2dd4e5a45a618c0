"""The store: the database that a ledger is in, asked in one transaction after another."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import RLock
from typing import Self

from sqlalchemy import Connection, Engine

from tieup.ledger.errors import plainly
from tieup.ledger.opening import open_engine, session
from tieup.ledger.sqlite import MEMORY


class Store:
    """A database, in a file, in memory or of PostgreSQL, for any number of threads.

    Attributes:
        name: what people know it by.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        """Use ``Store.open``."""
        self.engine = engine
        self.name = name
        in_memory = engine.url.database == MEMORY
        self._turn = RLock() if in_memory else nullcontext()  # threads share its one connection

    @classmethod
    def open(cls, where: str | Path) -> Self:
        """The store in a place, as ``Ledger.open`` says.

        Raises:
            LedgerError: where that is no ledger, or can't be one.
        """
        return cls(*open_engine(where))

    @contextmanager
    def session(self, *, writes: bool = False) -> Iterator[Connection]:
        """One transaction; what the database fails by is told in a line.

        Args:
            writes: whether it writes, and so waits for its turn and is alone.

        Raises:
            LedgerError: where the database fails.
        """
        with self._turn, plainly(self.name), session(self.engine, writes=writes) as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
