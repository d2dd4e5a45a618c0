"""Opening a ledger: made where there is none, brought up to date, refused where it is no ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tieup.ledger import postgresql, sqlite
from tieup.ledger.errors import LedgerError, plainly
from tieup.ledger.migrations import migrate
from tieup.ledger.sqlite import MEMORY
from tieup.ledger.tables import SCHEMA
from tieup.ledger.writing import told


def open_engine(where: str | Path) -> tuple[Engine, str]:
    """An engine on a sound ledger, which is made where there is none, and its name for people.

    Args:
        where: a file, ":memory:", or a database URL.

    Raises:
        LedgerError: with one line that says what to do.
    """
    place = _place(where)
    if isinstance(place, URL):
        engine, name = postgresql.engine(place), place.render_as_string(hide_password=True)
    else:
        engine, name = sqlite.engine(place), MEMORY if place is None else str(place)
    try:
        with plainly(name):
            _make_or_upgrade(engine, name)
    except BaseException:
        engine.dispose()
        raise
    return engine, name


@contextmanager
def session(engine: Engine, *, writes: bool = False) -> Iterator[Connection]:
    """One transaction.

    One that reads sees one state of the ledger throughout; one that writes is alone from its start,
    and on the disk when this ends.
    """
    options: dict[str, object] = {"tieup_writes": writes}
    if engine.dialect.name == "postgresql" and not writes:
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _place(where: str | Path) -> URL | Path | None:
    """What is meant: PostgreSQL's address, a file, or None for memory."""
    if isinstance(where, Path) or "://" not in where:
        return None if str(where) == MEMORY else Path(where)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        message = "that is no database URL; give one, or a file, such as tieup.db"
        raise LedgerError(message) from None
    backend = url.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return url
    if backend != "sqlite":
        message = f"a ledger can't be kept in {backend}; give a file, such as tieup.db"
        raise LedgerError(message)
    return None if url.database in {None, "", MEMORY} else Path(str(url.database))


def _make_or_upgrade(engine: Engine, name: str) -> None:
    """Nothing is written before it is sure that the database is no other program's."""
    with session(engine) as connection:
        found = _schema_of(connection, name)
    if not found and engine.dialect.name == "sqlite":
        sqlite.log_ahead(engine)
    if found < SCHEMA:
        with session(engine, writes=True) as connection:
            if _schema_of(connection, name) < SCHEMA:  # another may have made it in between
                migrate(connection)


def _schema_of(connection: Connection, name: str) -> int:
    """The ledger's schema; 0 for an empty database.

    Raises:
        LedgerError: for another program's database, or a newer tieup's.
    """
    database = sqlite if connection.dialect.name == "sqlite" else postgresql
    if not database.is_ledger(connection, name):
        return 0
    found = told(connection, "schema")
    if found is None or not found.isdigit():
        message = f"{name} is damaged: it doesn't tell its schema; restore it from a copy"
        raise LedgerError(message)
    if int(found) > SCHEMA:
        message = (
            f"{name} was made by a newer tieup (schema {found}, this one knows {SCHEMA}); "
            "update tieup"
        )
        raise LedgerError(message)
    return int(found)
