"""A ledger in one SQLite file, or in memory."""

import sqlite3
import time
from pathlib import Path

import orjson
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

from tieup.ledger.errors import LedgerError
from tieup.ledger.rows import as_json

MEMORY = ":memory:"
#: Marks a SQLite file as a tieup ledger ("tieu" in ASCII), in the file's own header.
APPLICATION_ID = 0x74696575
#: Seconds that a writer waits for another.
PATIENCE = 30.0
#: Bytes of the file that a connection keeps at hand: a large ledger's indexes, or most of them.
_AT_HAND = 64 * 1024 * 1024
#: Pages that are logged ahead, 64 MB, before they are carried over into the file: then most were
#: written more than once, and go over once.
_AHEAD = 16_000
_MAGIC = b"SQLite format 3\0"


def engine(path: Path | None) -> Engine:
    """An engine on a file, which need not be there yet; None means memory.

    Raises:
        LedgerError: for what can't be a ledger, before anything touches it.
    """
    if path is not None:
        _check_file(path)
    made = create_engine(
        URL.create("sqlite", database=MEMORY if path is None else str(path)),
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
        json_serializer=as_json,
        json_deserializer=orjson.loads,
        # The connection last used has the most at hand, and others need not have it, too.
        **({"poolclass": StaticPool} if path is None else {"pool_use_lifo": True}),
    )
    event.listen(made, "connect", _on_connect)
    event.listen(made, "begin", _on_begin)
    return made


def is_ledger(connection: Connection, name: str) -> bool:
    """Whether a ledger is there; not so in an empty database.

    Raises:
        LedgerError: for another program's database.
    """
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if mark != APPLICATION_ID and (mark or tables):
        message = f"{name} is another program's database, no tieup ledger; name another file"
        raise LedgerError(message)
    return bool(mark == APPLICATION_ID)


def log_ahead(engine: Engine) -> None:
    """Turn to write-ahead logging, for good; SQLite doesn't wait for others here by itself."""
    raw = engine.raw_connection()
    until = time.monotonic() + PATIENCE
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                return
    finally:
        raw.close()


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            message = f"{path} is a folder; name a file in it, such as {path / 'tieup.db'}"
            raise LedgerError(message)
        if not path.parent.is_dir():
            message = f"there is no folder {path.parent}; make it, or name another file"
            raise LedgerError(message)
        if not path.exists():
            return
        with path.open("rb") as stream:
            start = stream.read(len(_MAGIC))
    except OSError as error:
        message = f"{path} can't be read ({error.strerror}); check its permissions"
        raise LedgerError(message) from error
    if start not in {b"", _MAGIC}:
        message = f"{path} is no tieup ledger; name another file"
        raise LedgerError(message)


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    """SQLite's own transactions, as _on_begin starts them; each commit waits for the disk."""
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_AT_HAND // 1024}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_AHEAD}")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("tieup_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
