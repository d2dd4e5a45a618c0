"""`tieup evaluate`: scores, reliability and differences; and exit codes where there are none."""

import json
import shutil
from pathlib import Path

import pytest

from cli.conftest import DATA, TESTS, Run

ANNOTATED = TESTS / "evaluation" / "annotated"
OURS = ("evaluate", ANNOTATED, "--articles", DATA)


def test_json(run: Run) -> None:
    result = run(*OURS, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert (found["articles"], found["gold_rows"], found["problems"]) == (4, 17, [])
    for level in ("relation", "polarity", "act", "voiced"):
        assert found[level].keys() == {"precision", "recall", "f1"}
        assert 0 < found[level]["f1"] <= 1
    assert 0 < found["election_accuracy"] <= 1
    assert 0 < found["date_accuracy"] <= 1
    bins = found["reliability"]["bins"]
    assert sum(one["statements"] for one in bins) == found["predicted_rows"]
    assert {"from", "to", "said", "right", "interval"} <= bins[0].keys()
    for row in (*found["missed"], *found["extra"]):
        assert {"article", "pairs", "act", "speaker", "quote", "why"} <= row.keys()


def test_it_shows_scores_and_reliability(run: Run) -> None:
    shown = run(*OURS)
    found = json.loads(run(*OURS, "--json").stdout)
    assert (shown.exit_code, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert lines[0].startswith("4 articles: 17 statements annotated, ")
    (act,) = (line for line in lines if line.startswith("act "))
    assert act.split()[-3:] == [
        f"{found['act'][name]:.3f}" for name in ("precision", "recall", "f1")
    ]
    assert f"missed {len(found['missed'])}, extra {len(found['extra'])}" in lines
    assert max(map(len, lines)) <= 100


def test_missed_lists_each_with_its_words_and_why(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ANNOTATED, tmp_path / "ours")
    file = tmp_path / "ours" / "gold" / "ours-2025-12-12.json"
    rows = json.loads(file.read_text(encoding="utf-8"))
    rows[1]["act"] = "refuses"  # which nobody can read in an article about talks
    file.write_text(json.dumps(rows), encoding="utf-8")
    shown = " ".join(run("evaluate", "ours", "--articles", DATA, "--missed").stdout.split())
    head = "− missed ours-2025-12-12 AIMIM – JUP refuses, Imran Solanki"
    assert f"{head} {rows[1]['evidence']}" in shown
    assert "in these words" in shown.split(head)[1]
    assert "+ extra ours-2025-12-12 AIMIM – JUP wants, Imran Solanki" in shown
    assert "% sure" in shown


def test_without_missed_it_says_how_to_list_them(run: Run) -> None:
    (last,) = run(*OURS).stdout.splitlines()[-1:]
    found = json.loads(run(*OURS, "--json").stdout)
    assert ("--missed" in last) == bool(found["missed"] or found["extra"])


def test_problems_are_told_and_the_rest_is_scored(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ANNOTATED, tmp_path / "ours")
    (tmp_path / "ours" / "gold" / "broken.json").write_text("[{", encoding="utf-8")
    result = run("evaluate", "ours", "--articles", DATA)
    assert result.exit_code == 0
    assert result.stderr == "! ours/gold/broken.json: broken JSON at column 3; skipped\n"
    assert result.stdout.startswith("4 articles: ")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (None, "! ours: no annotations (gold/ARTICLE.json); nothing scored"),
        ('[{"parties": ["LF"]}]', "nowhere a text of the article one; 1 row left out"),
        ("[{", "broken JSON at column 3; skipped"),
    ],
)
def test_nothing_to_score_exits_with_1(
    run: Run, tmp_path: Path, rows: str | None, words: str
) -> None:
    (tmp_path / "ours" / "gold").mkdir(parents=True)
    if rows:
        (tmp_path / "ours" / "gold" / "one.json").write_text(rows, encoding="utf-8")
    result = run("evaluate", "ours")
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_there_is_no_folder(run: Run) -> None:
    result = run("evaluate", "nowhere", "--json")
    assert result.exit_code == 1
    assert result.stderr == "! nowhere: no such folder; nothing scored\n"
    assert json.loads(result.stdout)["articles"] == 0


def test_no_folder_named_is_wrong_use(run: Run) -> None:
    result = run("evaluate")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "DIR" in result.stderr


def test_it_leaves_no_ledger(run: Run, tmp_path: Path) -> None:
    assert run(*OURS).exit_code == 0
    assert list(tmp_path.iterdir()) == []
