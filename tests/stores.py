"""Stores: the places in which a ledger can be kept, for tests that must hold in each."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tieup.ledger import Ledger

#: Where Debian keeps PostgreSQL's programs, beside the search path.
_DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Store:
    """A kind of place.

    Attributes:
        name: "memory", "sqlite" or "postgresql".
        new: an empty place, to be given to ``Ledger.open`` while the context lasts.
    """

    name: str
    new: Callable[[], AbstractContextManager[str]]


def memory() -> Store:
    """Nowhere."""
    return Store("memory", lambda: nullcontext(":memory:"))


def sqlite() -> Store:
    """Files in folders of their own."""

    @contextmanager
    def new() -> Iterator[str]:
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "tieup.db")

    return Store("sqlite", new)


class PostgreSQL:
    """A server of our own, on a socket in a folder of its own, as an unprivileged user."""

    def __init__(self) -> None:
        """Make its folder; skips the test where PostgreSQL is not installed."""
        self._programs = _programs()
        root = os.geteuid() == 0  # PostgreSQL runs as anybody but root
        self._user = ("postgres" if _is_user("postgres") else "nobody") if root else None
        self.folder = Path(tempfile.mkdtemp(prefix="tieup-", dir="/tmp"))
        if self._user:
            shutil.chown(self.folder, self._user)
        self._server: subprocess.Popen[bytes] | None = None
        self._idle: list[str] = []
        self._count = 0
        self._run("initdb", "-D", str(self._data), "-U", "tieup", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-instructions")  # fmt: skip
        self.start()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def start(self) -> None:
        """Start it, on the data as they are."""
        settings = ("-c", "listen_addresses=", "-c", "fsync=on", "-c", "shared_buffers=32MB")
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, "-k", self.folder, *settings],
                stdout=log, stderr=log, user=self._user, cwd=self.folder,
            )  # fmt: skip
        self.wait()

    def wait(self) -> None:
        """Until it answers, or answers again."""
        assert self._server is not None
        until = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.address("postgres")).close()
            except psycopg.OperationalError:
                assert self._server.poll() is None, (self.folder / "log").read_text()
                assert time.monotonic() < until, (self.folder / "log").read_text()
                time.sleep(0.02)
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop; with SIGQUIT at once, as if the machine had failed."""
        if self._server is not None:
            self._server.send_signal(how)
            self._server.wait(60)
            self._server = None

    def remove(self) -> None:
        """Stop, and leave nothing behind."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def address(self, database: str) -> str:
        """As libpq takes it."""
        return f"host={self.folder} user=tieup dbname={database} connect_timeout=5"

    def url(self, database: str) -> str:
        """As tieup takes it."""
        return f"postgresql+psycopg://tieup@/{database}?host={self.folder}"

    def database(self) -> str:
        """The name of an empty database."""
        self._count += 1
        name = f"ledger_{self._count}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return name

    @contextmanager
    def new(self) -> Iterator[str]:
        """The address of an empty ledger; used again, for to make one takes a while."""
        name = self._idle.pop() if self._idle else self._made()
        yield self.url(name)
        self._empty(name)
        self._idle.append(name)

    def _made(self) -> str:
        name = self.database()
        Ledger.open(self.url(name)).close()
        return name

    def _empty(self, name: str) -> None:
        with psycopg.connect(self.address(name)) as connection:
            connection.execute("SET session_replication_role = replica")  # no guards, no keys
            listed = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
                "AND tablename NOT IN ('meta', 'alembic_version')"
            ).fetchall()
            for (table,) in listed:
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
            connection.execute("DELETE FROM meta WHERE key NOT IN ('schema', 'made_by')")

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            capture_output=True, text=True, user=self._user, cwd=self.folder, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def _programs() -> Path:
    found = shutil.which("postgres")
    if found is not None:
        return Path(found).resolve().parent
    releases = sorted(_DEBIAN.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not releases:
        pytest.skip("PostgreSQL is not installed")
    return releases[-1].parent


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
