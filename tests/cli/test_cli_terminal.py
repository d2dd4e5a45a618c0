"""What the terminal shows: texts of others inert, and no more on it than asked for."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from rich.text import Text

from cli.conftest import DATA, TIEUP, Run
from tieup.cli.terminal import inert, out

QUOTE = "We want [red]an alliance[/red] with the Left Front [bold] now :smile:"
HOSTILE = {
    "id": "evil[bold]\x1b]0;owned\x07",
    "date": "2025-12-28",
    "outlet": "[link=http://evil.example]Daily[/link]\x1b[2J",
    "text": f'ISF chairman Nawsad Siddiqui said on Sunday, "\x1b[31m{QUOTE}\x1b[0m\x08."',
}


@pytest.fixture
def hostile(run: Run, tmp_path: Path) -> Path:
    """A ledger that has read a hostile article."""
    (tmp_path / "article.json").write_text(json.dumps(HOSTILE), encoding="utf-8")
    assert run("read", "article.json").exit_code == 0
    return tmp_path / "tieup.db"


@pytest.mark.parametrize("command", [("board",), ("timeline", "ISF", "LF"), ("review",)])
@pytest.mark.usefixtures("hostile")
def test_an_articles_text_steers_nothing(run: Run, command: tuple[str, ...]) -> None:
    shown = " ".join(run(*command).stdout.split())
    assert "[red]an alliance[/red] with the Left Front [bold] now :smile:" in shown
    assert "[link=http://evil.example]Daily[/link]" in shown
    assert shown.isprintable()


#: What is imported was cleaned by nobody.
JOURNAL = """
2026-01-05 article "evil[bold]\\u{1b}]0;owned\\u{7}"
  outlet: "[red]Daily\\u{1b}[2J\\u{202e}"
  | The two held talks. [bold] He said \N{ESCAPE}[31m yes. The other said no.

2026-01-05 report talks ISF, LF
  | The two held talks.
  election: WB-2026
  reader: "[red]\\u{1b}[2J"
  why: "[red]\\u{1b}[2J\\n"
  confidence: 0.7

2026-01-05 "[blink]\\u{1b}[5mX" claims INC, ISF
  | He said \N{ESCAPE}[31m yes.
  speaker_party: INC
  speaker_role: "[red]\\u{9b}2J"
  election: WB-2026

2026-01-05 ISF denies INC, ISF
  | The other said no.
  speaker_party: ISF
  election: WB-2026
"""


def test_an_imported_record_steers_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.journal").write_text(JOURNAL, encoding="utf-8")
    assert (
        run("import", "in.journal").stdout
        == "new in tieup.db: 1 article, 3 statements, 0 corrections\n"
    )
    voices = [score["voice"] for score in json.loads(run("voices", "--json").stdout)]
    assert "[red]Daily\x1b[2J\u202e" in voices
    one = json.loads(run("review", "--json").stdout)[0]["id"]
    commands = [
        ("board",), ("disputes",), ("timeline", "INC", "ISF"), ("timeline", "ISF", "LF"),
        ("voices",), *(("voices", voice) for voice in voices), ("review",), ("review", one),
    ]  # fmt: skip
    for command in commands:
        result = run(*command)
        assert result.exit_code == 0, result.output
        assert "".join(result.stdout.split("\n")).isprintable(), command
    assert "≠ disputed" in run("disputes").stdout
    assert run("voices", voices[0]).stdout.count("[") > 1


def test_a_files_name_steers_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "[red]\x1b[31m\nx.txt").touch()
    result = run("read", "in")
    assert result.stderr.count("\n") == 1
    assert result.stderr.rstrip("\n").isprintable()
    assert "[red]" in result.stderr


@pytest.mark.usefixtures("ledger")
def test_a_name_that_is_given_steers_nothing(run: Run) -> None:
    line = run("timeline", "ISF", "[bold]\x1b[31mX").stderr
    assert line.rstrip("\n").isprintable()
    assert "'[bold]" in line


def test_what_a_terminal_obeys_is_shown_as_a_sign() -> None:
    assert inert("a\x1b[31m\u202eb\nc\u0995") == "a\ufffd[31m\ufffdb\nc\u0995"


def test_whatever_is_printed_is_inert(capsys: pytest.CaptureFixture[str]) -> None:
    out.print(Text("one\x1b[2J"), "[bold]two\x9b[/bold]")
    assert capsys.readouterr().out == "one\ufffd[2J [bold]two\ufffd[/bold]\n"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.usefixtures("ledger")
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(out, "width", width)
    for command in (("board",), ("timeline", "ISF", "JUP"), ("disputes",), ("claims",)):
        lines = run(*command).stdout.splitlines()
        assert max(map(len, lines)) <= width
        assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.usefixtures("ledger")
def test_a_boards_reason_is_told_once(run: Run) -> None:
    shown = run("board", "--election", "WB-2021").stdout
    assert shown.count("fought together") == 1
    assert shown.count("(as above)") == 2


@pytest.mark.usefixtures("ledger")
def test_only_own_words_stand_in_quotation_marks(run: Run) -> None:
    shown = " ".join(run("timeline", "ISF", "JUP").stdout.split())
    assert "“No one has contacted us with such a proposal”" in shown
    assert "“Kolkata" not in shown


def test_progress_goes_to_a_terminal_and_not_into_the_output(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    target = tmp_path / "statements.jsonl"
    with target.open("wb") as stream:
        running = subprocess.Popen(
            [TIEUP, "read", DATA, "--jsonl"], stdout=stream, stderr=theirs,
            env={**os.environ, "TERM": "xterm"},
        )  # fmt: skip
        os.close(theirs)
        shown = _all_of(ours)
    assert running.wait(timeout=60) == 0
    assert "reading" in shown
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(json.loads(line)["id"].startswith("s_") for line in lines)


def _all_of(terminal: int) -> str:
    """Everything written to a terminal until it is closed."""
    parts = []
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:  # how Linux says that the other end was closed
        pass
    finally:
        os.close(terminal)
    return b"".join(parts).decode()


def test_the_seats_without_error_add_up_to_the_house(run: Run) -> None:
    shown = run("seats", "LF+INC+ISF / TMC / BJP", "--base", "WB-2021", "--draws", "500").stdout
    title, _, heads, *rows = shown.splitlines()
    assert "294 seats" in title
    end = heads.index("no error") + len("no error")
    table = rows[: next(n for n, row in enumerate(rows) if row.startswith("no bloc"))]
    cells = {row[: end - len("no error")].strip(): row[:end].split()[-1] for row in table}
    assert cells["Independents"] == "1"
    assert sum(int(cell) for cell in cells.values() if cell.isdigit()) == 294
