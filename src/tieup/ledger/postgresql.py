"""A ledger in PostgreSQL, for a team."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from tieup.ledger.errors import LedgerError
from tieup.ledger.rows import as_json
from tieup.ledger.sqlite import PATIENCE

#: The lock that a writer holds, so that moments are given in the order of commits ("tieu").
_TURN = 0x74696575
#: What every connection is set to: an acknowledged batch is on the disk, whatever the server's
#: habit, and who waits too long for a writer is told.
_SETTINGS = f"""
SELECT set_config('TimeZone', 'UTC', false), set_config('lock_timeout', '{PATIENCE:.0f}s', false),
  CASE WHEN current_setting('synchronous_commit') IN ('off', 'local')
    THEN set_config('synchronous_commit', 'on', false) END
"""


def engine(url: URL) -> Engine:
    """An engine on a database that is there; nothing is asked of it yet.

    Raises:
        LedgerError: where psycopg is not installed.
    """
    patience = {} if "connect_timeout" in url.query else {"connect_timeout": 10}
    try:
        made = create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args=patience,
            json_serializer=as_json,
            pool_pre_ping=True,
        )
    except ImportError:
        message = (
            "a ledger in PostgreSQL needs psycopg, which is not installed: "
            "pip install 'tieup[postgresql]'"
        )
        raise LedgerError(message) from None
    event.listen(made, "connect", _on_connect)
    event.listen(made, "begin", _on_begin)
    return made


def is_ledger(connection: Connection, name: str) -> bool:
    """Whether a ledger is there; not so in an empty database, or an empty schema of it.

    Raises:
        LedgerError: for another program's tables.
    """
    query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    tables = set(connection.exec_driver_sql(query).scalars())
    if tables and not tables >= {"meta", "texts", "statement_parties"}:
        message = (
            f"{name} holds another program's tables; give the ledger a database of its own, or a "
            "schema, by ?options=-csearch_path=NAME"
        )
        raise LedgerError(message)
    return bool(tables)


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg may be missing
    connection.execute(_SETTINGS)
    connection.commit()


def _on_begin(connection: Connection) -> None:
    """A writer takes its turn before it looks at anything, and sees all that was written before."""
    if connection.get_execution_options().get("tieup_writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
