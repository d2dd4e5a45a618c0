"""`tieup demo`: the whole way, and nobody's files touched."""

import json
from pathlib import Path

from cli.conftest import Process, Run


def test_it_touches_no_ledger_and_writes_its_report(process: Process, tmp_path: Path) -> None:
    theirs = tmp_path / "tieup.db"
    theirs.write_bytes(b"not to be touched")
    done = process("demo", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert theirs.read_bytes() == b"not to be touched"
    assert {path.name for path in tmp_path.iterdir()} == {"tieup.db", "tieup-report.html"}
    found = json.loads(done.stdout)
    assert found.keys() == {"articles", "statements", "board", "timeline", "seats", "report"}
    assert found["articles"] >= 40
    assert (found["board"]["election"], found["board"]["on"]) == ("WB-2026", "2026-04-22")
    assert (found["seats"]["draws"], len(found["seats"]["constituencies"])) == (10_000, 294)
    assert len(found["timeline"]) > 1


def test_it_says_where_it_cannot_write(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--out", "nowhere/r.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("tieup: nowhere/r.html can't be written: ")
    assert list(tmp_path.iterdir()) == []
