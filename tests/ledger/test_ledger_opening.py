"""Opening: a ledger is made where there is none, and nothing else is taken for one."""

import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import psycopg
import pytest

from stores import PostgreSQL
from tieup.articles import Article
from tieup.ledger import Ledger, LedgerError
from tieup.ledger.tables import CHANGING, schema

ARTICLE = Article(id="a1", published=date(2025, 12, 28), text="The talks are on.")


def refusal(where: str | Path) -> str:
    """The one line by which a place is refused."""
    with pytest.raises(LedgerError) as caught:
        Ledger.open(where)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def made(path: Path) -> Path:
    """A ledger with one article."""
    with Ledger.open(path) as ledger:
        ledger.append([ARTICLE])
    return path


def change(path: Path, *queries: str) -> Path:
    """A database changed behind tieup's back."""
    with closing(sqlite3.connect(path)) as raw:
        for query in queries:
            raw.execute(query)
        raw.commit()
    return path


def test_a_ledger_is_made_and_opened_again(tmp_path: Path) -> None:
    path = made(tmp_path / "tieup.db")
    for where in (path, str(path), f"sqlite:///{path}"):
        with Ledger.open(where) as ledger:
            assert ledger.articles() == (ARTICLE,)
    assert [file.name for file in tmp_path.iterdir()] == ["tieup.db"]


def test_memory_is_forgotten() -> None:
    for where in (":memory:", "sqlite://", "sqlite:///:memory:"):
        with Ledger.open(where) as ledger:
            assert ledger.articles() == ()
            ledger.append([ARTICLE])


def test_a_file_that_was_only_begun_becomes_a_ledger(tmp_path: Path) -> None:
    """As a kill in the first moment leaves it."""
    (tmp_path / "empty.db").touch()
    change(tmp_path / "begun.db", "PRAGMA journal_mode = WAL")
    for name in ("empty.db", "begun.db"):
        made(tmp_path / name)


@pytest.mark.parametrize(
    ("where", "advice"),
    [
        ("mysql://host/base", "can't be kept in mysql; give a file"),
        ("://", "is no database URL; give one, or a file"),
    ],
)
def test_other_databases_are_refused(where: str, advice: str) -> None:
    assert advice in refusal(where)


def test_postgresql_is_meant_by_any_of_its_names(postgresql: PostgreSQL) -> None:
    name = postgresql.database()
    for scheme in ("postgresql+psycopg", "postgresql", "postgres"):
        url = postgresql.url(name).replace("postgresql+psycopg", scheme)
        with Ledger.open(url) as ledger:
            ledger.append([ARTICLE])
            assert ledger.articles() == (ARTICLE,)
            with ledger._session() as connection:
                asked = ("synchronous_commit", "TimeZone", "transaction_isolation")
                found = [connection.exec_driver_sql(f"SHOW {one}").scalar() for one in asked]
            assert found == ["on", "UTC", "repeatable read"]


def test_what_postgresql_refuses_is_told_in_one_line(postgresql: PostgreSQL) -> None:
    url = postgresql.url("nowhere")
    assert "make the database first, with createdb" in refusal(url)
    gone = refusal("postgresql://u:secret@/x?host=/tmp/no-such-folder")
    assert "can't be reached; check that its server runs" in gone
    assert "secret" not in gone
    name = postgresql.database()
    with psycopg.connect(postgresql.address(name)) as raw:
        raw.execute("CREATE TABLE notes (line text)")
    assert "another program's tables; give the ledger a database of its own" in refusal(
        postgresql.url(name)
    )
    with psycopg.connect(postgresql.address(name)) as raw:
        raw.execute("CREATE SCHEMA ours")
    with Ledger.open(postgresql.url(name) + "&options=-csearch_path%3Dours") as ledger:
        ledger.append([ARTICLE])
        assert ledger.check() == ()


def test_without_psycopg_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'tieup[postgresql]'" in refusal("postgresql://host/base")


@pytest.mark.parametrize(
    "verb", ["UPDATE {} SET {} = NULL", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_postgresql_itself_refuses_changes(postgresql: PostgreSQL, verb: str) -> None:
    with postgresql.new() as url, Ledger.open(url) as ledger:
        ledger.append([ARTICLE])
        for table in schema.tables.values():
            if table not in CHANGING:
                column = next(iter(table.columns)).name
                with (
                    psycopg.connect(url.replace("+psycopg", "")) as raw,
                    pytest.raises(psycopg.errors.RaiseException, match="append-only"),
                ):
                    raw.execute(verb.format(table.name, column).encode())
        assert ledger.articles() == (ARTICLE,)


def test_folders_are_refused(tmp_path: Path) -> None:
    assert "is a folder; name a file in it" in refusal(tmp_path)
    assert "there is no folder" in refusal(tmp_path / "none" / "tieup.db")


def write_noise(path: Path) -> None:
    """Damage a ledger's first page behind its header."""
    noise = random.Random("noise").randbytes(4000)
    data = path.read_bytes()
    path.write_bytes(data[:100] + noise + data[4100:])


@pytest.mark.parametrize(
    ("damage", "advice"),
    [
        (lambda p: p.write_text("notes"), "is no tieup ledger; name another file"),
        (lambda p: p.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "restore it from a copy"),
        (write_noise, "restore it from a copy"),
        (lambda p: os.truncate(p, 5000), "restore it from a copy"),
        (lambda p: change(p, "DROP TABLE meta"), "restore it from a copy"),
        (lambda p: change(p, "DELETE FROM meta"), "doesn't tell its schema"),
        (lambda p: change(p, "UPDATE meta SET value = '99' WHERE key = 'schema'"), "update tieup"),
        (lambda p: change(p, "PRAGMA application_id = 7"), "another program's database"),
    ],
)
def test_what_is_no_sound_ledger_is_refused(
    tmp_path: Path, damage: Callable[[Path], object], advice: str
) -> None:
    path = made(tmp_path / "tieup.db")
    damage(path)
    before = path.read_bytes()
    assert advice in refusal(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = change(tmp_path / "other.db", "CREATE TABLE notes (line TEXT)")
    before = path.read_bytes()
    assert "another program's database" in refusal(path)
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told() -> None:
    as_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made(folder / "old.db")
        folder.chmod(0o555)
        if as_root:
            os.seteuid(65534)
        try:
            for file in ("new.db", "old.db"):
                assert "check the permissions of the file and its folder" in refusal(folder / file)
        finally:
            if as_root:
                os.seteuid(0)
            folder.chmod(0o755)
