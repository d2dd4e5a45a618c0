"""What the command line's tests share: runs of it, and a ledger with the articles of ours."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tieup.cli import main
from tieup.cli.terminal import err, out

TESTS = Path(__file__).resolve().parents[1]
DATA = TESTS / "data"
#: The command as it is installed beside this Python.
TIEUP = Path(sys.executable).with_name("tieup")
WIDTH = 100
sys.path.insert(0, str(TESTS / "regions"))  # for tiny_pack, wherever pytest is started

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same width everywhere, no colour, and an empty folder to work in."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", str(WIDTH))  # for processes, and for click
    for console in (out, err):
        monkeypatch.setattr(console, "width", WIDTH)
        monkeypatch.setattr(console, "_color_system", None)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run() -> Run:
    """Run a command in this process: `run("board", "--json")`."""

    def runs(*args: str | Path, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(
            main, [str(arg) for arg in args], input=given, terminal_width=WIDTH
        )

    return runs


@pytest.fixture
def process() -> Process:
    """Run the installed command in a process of its own."""

    def runs(*args: str | Path, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(TIEUP), *map(str, args)],
            input=given,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
            timeout=120,
            check=False,
        )

    return runs


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that has read the articles of ours; take `ledger`."""
    path = tmp_path_factory.mktemp("cli") / "full.db"
    done = CliRunner().invoke(main, ["read", str(DATA), "--ledger", str(path), "--json"])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def ledger(full: Path, tmp_path: Path) -> Path:
    """The working folder's own ledger, with the articles of ours."""
    return Path(shutil.copy(full, tmp_path / "tieup.db"))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The pack of a made-up land with one election with returns, as a folder."""
    from tiny_pack import write_pack  # noqa: PLC0415 - its folder is on the path only now

    folder = tmp_path / "tiny"
    folder.mkdir()
    return write_pack(folder)
