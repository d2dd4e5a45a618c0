"""Opening a ledger's file: made where there is none, refused where it is something else."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from tieup.ledger.errors import LedgerError
from tieup.ledger.tables import TABLES, meta, schema, sqlite_guards

SCHEMA_VERSION = max(TABLES)
MEMORY = ":memory:"
#: Marks a SQLite file as a tieup ledger ("tieu" in ASCII), in the file's own header.
APPLICATION_ID = 0x74696575
#: Seconds that a writer waits for another.
PATIENCE = 30.0
_SQLITE_MAGIC = b"SQLite format 3\0"


def open_engine(where: str | Path) -> Engine:
    """An engine on a sound ledger, which is made where there is none.

    Args:
        where: a file, ":memory:", or a database URL.

    Raises:
        LedgerError: with one line that says what to do.
    """
    path = _file(where)
    if path is not None:
        _check_file(path)
    engine = _engine(path)
    name = MEMORY if path is None else str(path)
    try:
        with plainly(name):
            _make_or_check(engine, name)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def session(engine: Engine, *, writes: bool = False) -> Iterator[Connection]:
    """One transaction; one that writes is alone from its start, and on the disk when this ends."""
    with (
        engine.connect().execution_options(tieup_writes=writes) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Turn what the database says into one line that says what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise LedgerError(_advice(name, str(getattr(error, "orig", error)))) from error
    except UnicodeEncodeError as error:
        message = f"the ledger {name} can't keep a text with lone surrogates; remove them"
        raise LedgerError(message) from error


def _file(where: str | Path) -> Path | None:
    """The file that is meant; None means memory."""
    if isinstance(where, Path) or "://" not in where:
        return None if str(where) == MEMORY else Path(where)
    try:
        url = make_url(where)
    except ArgumentError:
        message = f"'{where}' is no database URL; give a file, such as tieup.db"
        raise LedgerError(message) from None
    if url.get_backend_name() in {"postgresql", "postgres"}:
        message = "ledgers in PostgreSQL are not there yet; give a file, such as tieup.db"
        raise LedgerError(message)
    if url.get_backend_name() != "sqlite":
        message = (
            f"a ledger can't be kept in {url.get_backend_name()}; give a file, such as tieup.db"
        )
        raise LedgerError(message)
    return None if url.database in {None, "", MEMORY} else Path(str(url.database))


def _check_file(path: Path) -> None:
    """Refuse what can't be a ledger before anything touches it."""
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
            start = stream.read(len(_SQLITE_MAGIC))
    except OSError as error:
        message = f"{path} can't be read ({error.strerror}); check its permissions"
        raise LedgerError(message) from error
    if start not in {b"", _SQLITE_MAGIC}:
        message = f"{path} is no tieup ledger; name another file"
        raise LedgerError(message)


def _engine(path: Path | None) -> Engine:
    url = URL.create("sqlite", database=MEMORY if path is None else str(path))
    engine = create_engine(
        url,
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
        json_serializer=partial(json.dumps, ensure_ascii=False),
        poolclass=StaticPool if path is None else None,
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    """SQLite's own transactions, as _on_begin starts them; each commit waits for the disk."""
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("tieup_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_or_check(engine: Engine, name: str) -> None:
    """Nothing is written before it is sure that the file is no other program's."""
    with session(engine) as connection:
        found = _schema_of(connection, name)
    if not found:
        _log_ahead(engine)
    if found < SCHEMA_VERSION:
        with session(engine, writes=True) as connection:
            found = _schema_of(connection, name)  # another may have made it in between
            if not found:
                _make(connection)
            elif found < SCHEMA_VERSION:
                _upgrade(connection, found)


def _log_ahead(engine: Engine) -> None:
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


def _schema_of(connection: Connection, name: str) -> int:
    """The ledger's schema; 0 for an empty file.

    Raises:
        LedgerError: for another program's database, or a newer tieup's.
    """
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if not mark and not tables:
        return 0
    if mark != APPLICATION_ID:
        message = f"{name} is another program's database, no tieup ledger; name another file"
        raise LedgerError(message)
    found = connection.execute(select(meta.c.value).where(meta.c.key == "schema")).scalar()
    if found is None or not found.isdigit():
        message = f"{name} is damaged: it doesn't tell its schema; restore it from a copy"
        raise LedgerError(message)
    if int(found) > SCHEMA_VERSION:
        message = (
            f"{name} was made by a newer tieup (schema {found}, this one knows {SCHEMA_VERSION}); "
            "update tieup"
        )
        raise LedgerError(message)
    return int(found)


def _make(connection: Connection) -> None:
    schema.create_all(connection, checkfirst=False)
    for tables in TABLES.values():
        _guard(connection, tables)
    values = {"schema": str(SCHEMA_VERSION), "made_by": f"tieup {version('tieup')}"}
    connection.execute(insert(meta), [{"key": key, "value": values[key]} for key in values])
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _upgrade(connection: Connection, found: int) -> None:
    """Add the tables that an older ledger lacks; what stands in it is left as it is."""
    for version_, tables in TABLES.items():
        if version_ > found:
            schema.create_all(connection, tables=tables, checkfirst=False)
            _guard(connection, tables)
    told = update(meta).where(meta.c.key == "schema")
    connection.execute(told.values(value=str(SCHEMA_VERSION)))


def _guard(connection: Connection, tables: Iterable[Table]) -> None:
    for guard in sqlite_guards(tables):
        connection.exec_driver_sql(guard)


#: What SQLite says, and what to do about it.
_ADVICE = (
    ("readonly", "can't be written; check the permissions of the file and its folder"),
    ("unable to open", "can't be opened; check the permissions of the file and its folder"),
    ("locked", "is being written by another program; try again when that is done"),
    ("full", "has no room left on its disk; make room and try again, nothing half is written"),
    ("malformed", "is damaged; restore it from a copy"),
    ("not a database", "is damaged, or no tieup ledger; restore it from a copy"),
    ("no such table", "is damaged; restore it from a copy"),
    ("disk I/O error", "can't be read or written by its disk; restore it from a copy elsewhere"),
)


def _advice(name: str, said: str) -> str:
    for sign, advice in _ADVICE:
        if sign in said:
            return f"the ledger {name} {advice}"
    return f"the ledger {name} failed: {' '.join(said.split())}"
