"""Migrations: every ledger comes to the same schema, and an older one loses nothing on the way."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import make_url

from stores import PostgreSQL
from tieup.ledger import Ledger, LedgerError
from tieup.ledger import postgresql as database
from tieup.ledger.migrations import migrate
from tieup.ledger.opening import session
from tieup.ledger.tables import SCHEMA, schema
from tieup.vocabulary import Act

#: Ledgers as tieup wrote them then, each with two copies of a text and three statements.
OLD = sorted(Path(__file__).parent.glob("schema_*.sql"))


def old(dump: Path, folder: Path) -> Path:
    """The ledger of a dump."""
    path = folder / "old.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(dump.read_text(encoding="utf-8"))
        raw.execute("PRAGMA journal_mode = WAL")
    return path


def rows(path: Path, tables: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of some tables, in the columns given."""
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: sorted(raw.execute(f"SELECT {', '.join(listed)} FROM {name}"), key=repr)  # noqa: S608 - names from the file
            for name, listed in tables.items()
        }


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of every table but `meta` and those of signatures."""
    with closing(sqlite3.connect(path)) as raw:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta'"
        names = raw.execute(query).fetchall()
        return {
            name: [row[1] for row in raw.execute(f"PRAGMA table_info({name})")]
            for (name,) in names
            if name not in {"signatures", "slots"}  # which are made anew
        }


def test_the_tables_are_what_the_migrations_make(ledger: Ledger) -> None:
    with ledger._session() as connection:
        found = compare_metadata(MigrationContext.configure(connection), schema)
    assert [one for one in found if "alembic_version" not in repr(one)] == []


def test_the_schema_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "tieup.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [str(SCHEMA)]


@pytest.mark.parametrize("dump", OLD, ids=lambda dump: dump.stem)
def test_an_older_ledger_is_brought_up_to_date_without_loss(dump: Path, tmp_path: Path) -> None:
    path = old(dump, tmp_path)
    tables = columns(path)
    before = rows(path, tables)
    with Ledger.open(path) as ledger:
        assert [s.act for s in ledger.statements()] == [Act.TALKS, Act.WAITS, Act.TALKS]
        assert ledger.entries()[0].recorded == datetime(2026, 1, 1, 12, tzinfo=UTC)
        assert ledger.check() == ()
    assert rows(path, tables) == before
    assert rows(path, {"alembic_version": ["version_num"]}) == {"alembic_version": [(str(SCHEMA),)]}


@pytest.mark.parametrize("dump", OLD, ids=lambda dump: dump.stem)
def test_an_older_ledger_goes_on(dump: Path, tmp_path: Path) -> None:
    with Ledger.open(old(dump, tmp_path)) as ledger:
        first, _, copy = ledger.statements()
        article = ledger.article(first.content_id)
        ledger.append([article, ledger.article(copy.content_id)])
        new = type(article)(id="new", published=article.published, text="Another text.")
        ledger.append([new])
        assert len({s.origin for s in ledger.statements()}) == 1, "signed at the latest now"
        assert ledger.check() == ()


def test_a_ledger_in_postgresql_is_brought_up_to_date_from_any_schema(
    postgresql: PostgreSQL,
) -> None:
    name = postgresql.database()
    engine = database.engine(make_url(postgresql.url(name)))
    with session(engine, writes=True) as connection:
        migrate(connection, to="1")
        connection.exec_driver_sql("INSERT INTO texts VALUES ('a_1', 'A text')")
    engine.dispose()
    with Ledger.open(postgresql.url(name)) as ledger:
        assert [p.place for p in ledger.check()] == ["texts a_1", "texts a_1"]
    with psycopg.connect(postgresql.address(name)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(str(SCHEMA),)]
        assert raw.execute("SELECT text FROM texts").fetchall() == [("A text",)]


def test_a_newer_ledger_is_refused(postgresql: PostgreSQL, tmp_path: Path) -> None:
    for place in (str(tmp_path / "tieup.db"), postgresql.url(postgresql.database())):
        with Ledger.open(place) as ledger, ledger._session(writes=True) as connection:
            connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'schema'")
        with pytest.raises(
            LedgerError, match=rf"newer tieup \(schema 99, this one knows {SCHEMA}\)"
        ):
            Ledger.open(place)


def test_to_open_a_ledger_that_is_up_to_date_needs_no_alembic(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    Ledger.open(path).close()
    program = (
        "import sys; from tieup.ledger import Ledger; Ledger.open(sys.argv[1]).close(); "
        "sys.exit('alembic' in sys.modules or 'psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 0
