"""`tieup export` and `tieup import`: a record out and back, and files of others."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run

ENDINGS = {
    ".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".ftm.jsonl": "ftm",
    ".ftm.csv": "ftm-statements", ".jsonld": "schema-org", ".json": "popolo",
}  # fmt: skip
WHOLE = (".journal", ".jsonl", ".parquet")

pytestmark = pytest.mark.usefixtures("ledger")


@pytest.mark.parametrize(("ending", "form"), ENDINGS.items())
def test_every_form_by_the_files_end(run: Run, tmp_path: Path, ending: str, form: str) -> None:
    target = f"out{ending}"
    result = run("export", target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / target).stat().st_size > 500
    found = json.loads(run("export", target, "--json").stdout)
    assert (found["form"], found["file"]) == (form, target)
    assert result.stdout == f"{found['count']} entries in {target}, as {form}\n"
    assert {path.name for path in tmp_path.iterdir()} <= {"tieup.db", target} | {
        f"tieup.db-{end}" for end in ("wal", "shm")
    }


@pytest.mark.parametrize("ending", WHOLE)
def test_there_and_back(run: Run, ending: str) -> None:
    asked = ("board", "--on", "2025-12-28", "--json")
    assert run("export", f"all{ending}", "--texts").exit_code == 0
    back = run("import", f"all{ending}", "--ledger", "new.db", "--json")
    assert (back.exit_code, back.stderr) == (0, "")
    found = json.loads(back.stdout)
    assert (found["articles"], found["corrections"], found["problems"]) == (4, 0, [])
    assert run(*asked, "--ledger", "new.db").stdout == run(*asked).stdout
    again = run("import", f"all{ending}", "--ledger", "new.db")
    assert again.stdout == "new in new.db: 0 articles, 0 statements, 0 corrections\n"
    assert again.exit_code == 0


def test_a_form_may_be_named(run: Run, tmp_path: Path) -> None:
    assert run("export", "out.txt", "--form", "jsonl", "--texts").exit_code == 0
    assert json.loads((tmp_path / "out.txt").read_text("utf-8").splitlines()[0])
    back = run("import", "out.txt", "--form", "jsonl", "--ledger", "new.db")
    assert back.stdout.startswith("new in new.db: 4 articles, ")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("export", "out.txt"), 2, ("out.txt tells no form", "--form", ".parquet")),
        (("export", "out.csv", "--form", "xlsx"), 2, ("xlsx", "csv")),
        (("export", "out.csv", "--texts"), 2, ("holds no texts", "jsonl")),
        (("export", "out.journal"), 2, ("--texts",)),
        (("export", "nowhere/out.csv"), 1, ("there is no folder nowhere",)),
        (("export", "out.csv", "--ledger", "none.db"), 1, ("no ledger none.db",)),
        (("export",), 2, ("Missing argument 'FILE'",)),
        (("import", "nowhere.jsonl"), 2, ("nowhere.jsonl", "does not exist")),
        (("import", "tieup.db"), 2, ("tieup.db tells no form",)),
        (("import", "tieup.db", "--form", "csv"), 2, ("can't be read back", "jsonl")),
    ],
)
def test_errors(
    run: Run, tmp_path: Path, args: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("tieup: ")
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr
    assert not list(tmp_path.glob("*out*"))


def test_nothing_of_a_file_can_be_recorded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\x00 nonsense\n[1]\n")
    result = run("import", "bad.jsonl", "--ledger", "new.db")
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith("! bad.jsonl") for line in lines)
    found = run("import", "bad.jsonl", "--ledger", "new.db", "--json")
    assert found.exit_code == 1
    assert len(json.loads(found.stdout)["problems"]) == len(lines)


def test_what_is_sound_in_a_bad_file_is_recorded(run: Run, tmp_path: Path) -> None:
    run("export", "all.jsonl", "--texts")
    text = (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    (tmp_path / "all.jsonl").write_text('{"entry": "\\u001b[31m"}\n' + text, encoding="utf-8")
    result = run("import", "all.jsonl", "--ledger", "new.db")
    assert result.exit_code == 0
    assert result.stdout.startswith("new in new.db: 4 articles, ")
    assert result.stderr.startswith("! all.jsonl, line 1: ")
    assert "".join(result.stderr.split("\n")).isprintable()


def test_a_hostile_files_name_steers_nothing(run: Run) -> None:
    name = "[red]\x1b[31m\nx.jsonl"
    written = run("export", name, "--texts")
    assert written.exit_code == 0
    assert written.stdout.count("\n") == 1
    assert written.stdout.rstrip("\n").isprintable()
    assert "[red]" in written.stdout
    assert json.loads(run("export", name, "--json").stdout)["file"] == name
    back = run("import", name, "--ledger", "[red]\x1b[31mnew.db")
    assert "".join(back.stdout.split("\n")).isprintable()
