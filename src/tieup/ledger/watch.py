"""The watch on a ledger: the moment of its last entry, for who asks again and again."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from tieup.ledger.sqlite import MEMORY

if TYPE_CHECKING:
    from sqlalchemy.pool import PoolProxiedConnection


class Watch:
    """Looks the moment up again only where anything was written since.

    SQLite counts for each connection to a file what others write. The watch has a connection of its
    own, which never writes: so it hears of all, whoever writes. Of other ledgers it knows nothing.
    """

    def __init__(self, engine: Engine) -> None:
        """Nothing is watched yet."""
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None
        self._lock = Lock()
        self._last: tuple[int | None, datetime | None] = (None, None)

    @property
    def is_near(self) -> bool:
        """Whether a ledger is a file of this machine."""
        return self._engine.dialect.name == "sqlite" and self._engine.url.database != MEMORY

    def moment(self, look: Callable[[], datetime | None]) -> datetime | None:
        """The moment of the last entry.

        Args:
            look: looks it up in the ledger.

        Raises:
            sqlite3.Error: where the file can't be read.
        """
        number = self._number() if self.is_near else None
        seen, moment = self._last
        if number is None or number != seen:
            moment = look()
            self._last = number, moment  # of then, or later: what comes now has another number
        return moment

    def _number(self) -> int:
        """Another one after each write."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
                self._connection.detach()
            cursor = self._connection.cursor()
            try:
                cursor.execute("PRAGMA data_version")
                ((number,),) = cursor.fetchall()
                return int(number)
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.close()
                self._connection = None
