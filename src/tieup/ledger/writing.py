"""Writing: rows that are new, and the moment at which they are recorded."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table, bindparam, func, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite

from tieup.ledger.errors import LedgerError
from tieup.ledger.rows import Columns
from tieup.ledger.tables import meta

_STEP = timedelta(microseconds=1)
_BEGINNING = datetime.min.replace(tzinfo=UTC)
_END = datetime.max.replace(tzinfo=UTC)


def put(connection: Connection, table: Table, columns: Columns) -> int:
    """Insert what is new and pass over what stands; how many rows were new.

    Args:
        connection: of a transaction that writes.
        table: to write to.
        columns: of the rows, by their names.
    """
    names = tuple(columns)
    if not names or not columns[names[0]]:
        return 0
    if connection.dialect.name == "postgresql":  # which counts many rows only as it returns them
        new = postgresql.insert(table).on_conflict_do_nothing().returning(literal(1))
        told = [dict(zip(names, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        return len(connection.execute(new, told).all())
    # Past what SQLAlchemy does for each row: that costs more than the writing.
    bound = (_bound(connection, table.c[name], values) for name, values in columns.items())
    # In the order of the index, so that rows that stand near each other there are written together.
    key = itemgetter(*(names.index(column.name) for column in table.primary_key))
    rows = sorted(zip(*bound, strict=True), key=key)
    return connection.exec_driver_sql(_insertion(table, names), rows).rowcount


@cache
def _insertion(table: Table, names: tuple[str, ...]) -> str:
    new = sqlite.insert(table).on_conflict_do_nothing()
    return str(new.compile(dialect=sqlite.dialect(), column_keys=names))


def _bound(connection: Connection, column: Column[Any], values: Sequence[Any]) -> Sequence[Any]:
    """The values of a column as the driver takes them; a value that recurs is turned once."""
    kind = column.type.dialect_impl(connection.dialect)
    bind = kind.bind_processor(connection.dialect)
    if bind is None or isinstance(kind, JSON):  # which comes encoded
        return values
    known = {value: bind(value) for value in set(values)}
    return [known[value] for value in values]


def tell(connection: Connection, key: str, value: str) -> None:
    """Set what the ledger says of itself."""
    told = update(meta).where(meta.c.key == key).values(value=value)
    if not connection.execute(told).rowcount:
        connection.execute(meta.insert().values(key=key, value=value))


_TOLD = select(meta.c.value).where(meta.c.key == bindparam("wanted"))


def told(connection: Connection, key: str) -> str | None:
    """What the ledger says of itself; None where it says nothing."""
    return connection.execute(_TOLD, {"wanted": key}).scalar()


def next_number(connection: Connection, table: Table) -> int:
    """The number after the last of a table that counts its entries; of a writer in its turn."""
    return (connection.execute(select(func.max(table.c.no))).scalar() or 0) + 1


def next_moment(connection: Connection, asked: datetime | None) -> datetime:
    """The moment of what a writer in its turn writes: now, and always after the last entry.

    So the order of moments is the order of commits. `close` holds it fast.

    Raises:
        LedgerError: for a moment without its time zone, or out of bounds.
    """
    if asked is None:
        last = _last(connection)
        if last == _END:
            message = "no moment is left after the ledger's last entry: it was given a wrong one"
            raise LedgerError(message)
        return max(datetime.now(UTC), last + _STEP)
    if asked.tzinfo is None:
        message = "the moment of recording needs a time zone, such as UTC"
        raise LedgerError(message)
    try:
        return asked.astimezone(UTC)
    except OverflowError:
        message = f"{asked} is no moment that a ledger keeps, in UTC"
        raise LedgerError(message) from None


def close(connection: Connection, moment: datetime) -> None:
    """End a batch: the next one will be after it.

    Raises:
        LedgerError: where the moment is not after the last.
    """
    last = _last(connection)
    if moment <= last:
        message = (
            f"the ledger runs forward: its last entry is of {last}, so nothing can be recorded at "
            f"{moment}"
        )
        raise LedgerError(message)
    tell(connection, "last_recorded", moment.isoformat())


def last_moment(connection: Connection) -> datetime | None:
    """The moment of the last entry; None where there is none yet."""
    found = told(connection, "last_recorded")
    return datetime.fromisoformat(found) if found else None


def _last(connection: Connection) -> datetime:
    return last_moment(connection) or _BEGINNING
