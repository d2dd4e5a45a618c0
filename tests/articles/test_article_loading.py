"""Loading articles from files, folders and standard input."""

import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tieup.articles import Article, load, stream
from tieup.articles.files import MAX_FILE, File
from tieup.articles.remark import SkippedError

DAY = date(2025, 12, 28)
SAID = "The Left said that it was ready to talk."


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """A file in a folder, which is made where it isn't there."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.shared
def test_the_shared_articles_load_whole(shared: Path) -> None:
    loaded = load([shared / "seeds", shared / "gold" / "articles"])
    assert loaded.problems == ()
    assert len(loaded.articles) == 30
    days = {article.id: article.published.isoformat() for article in loaded.articles}
    assert days["000_564edba20f5347ea"] == "2025-12-28"
    assert days["001_a8716378d31c4974"] == "2020-10-28"
    assert days["002_1c7219462b390ff3"] == "2025-12-12"
    for path in (shared / "gold" / "articles").glob("*.json"):
        values = json.loads(path.read_text(encoding="utf-8"))
        assert days[values["id"]] == values["date"]
        assert values["text"] in {article.text for article in loaded.articles}


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden.txt", ".git/x.txt", "c.json"):
        text = json.dumps({"date": str(DAY), "text": SAID}) if name[0] == "c" else f"{SAID} {name}"
        write(tmp_path, name, text)
    done: list[tuple[int, int]] = []
    loaded = load([tmp_path], day=DAY, progress=lambda *step: done.append(step))
    assert [article.id for article in loaded.articles] == ["y", "z", "b", "c"]
    assert loaded.problems == ()
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    bad: dict[str, str | bytes] = {
        "empty.txt": "",
        "undated.txt": SAID,
        "impossible.txt": f" date 2025-02-30 {SAID}",
        "binary.txt": b" date 2025-12-28 \0\1\2",
        "hindi.txt": " date 2025-12-28 कांग्रेस और वाम मोर्चा में बात जारी है",
        "french.txt": " date 2025-12-28 Le Front et le Congrès ne sont pas d'accord sur les sièges",
        "deep.json": "[" * 100_000,
    }
    for name, text in bad.items():
        write(tmp_path, name, text)
    write(tmp_path, "good.txt", f" date 2025-12-28 {SAID}")
    loaded = load([tmp_path])
    assert [article.id for article in loaded.articles] == ["good"]
    assert sorted(problem.file for problem in loaded.problems) == sorted(
        str(tmp_path / name) for name in bad
    )
    assert all(problem.lost for problem in loaded.problems)


def test_what_was_mended_is_told_and_kept(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", " date 2025-12-28 “We wait”, the party said.".encode("cp1252"))
    write(tmp_path, "b.txt", " date 2025-12-28 <p>The <b>Left</b> said\u200b it.</p>")
    write(tmp_path, "c.txt", " date 2025-12-28 The Left said no more.".encode("utf-16"))
    write(tmp_path, "d.txt", " date 2025-12-28 The Left said nothing.".encode("utf-32"))
    loaded = load([tmp_path])
    assert [article.text for article in loaded.articles] == [
        "“We wait”, the party said.",
        "The Left said it.",
        "The Left said no more.",
        "The Left said nothing.",
    ]
    assert [(Path(p.file).name, p.done, p.lost) for p in loaded.problems] == [
        ("a.txt", "read as Windows-1252", False),
        ("b.txt", "HTML removed", False),
        ("b.txt", "removed", False),
        ("c.txt", "read as UTF-16", False),
        ("d.txt", "read as UTF-32", False),
    ]


def test_ten_megabytes_are_cut_to_an_article(tmp_path: Path) -> None:
    paragraph = f"{SAID} It was said in the town of that name, and not for the first time.\n\n"
    text = paragraph * (10_000_000 // len(paragraph))
    write(tmp_path, "long.txt", f" date 2025-12-28 {text}")
    write(tmp_path, "short.txt", f" date 2025-12-28 {SAID}")
    loaded = load([tmp_path])
    assert [article.id for article in loaded.articles] == ["long", "short"]
    assert text.startswith(loaded.articles[0].text)
    assert loaded.articles[0].text.endswith("first time.")
    assert [(p.lost, "more than the 2,000,000" in p.wrong) for p in loaded.problems] == [
        (False, True)
    ]


def test_the_same_article_is_kept_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f" date 2025-12-28 {SAID}")
    loaded = load([path, tmp_path, path])
    assert len(loaded.articles) == 1
    assert loaded.problems == ()


def test_one_id_for_two_texts_becomes_two(tmp_path: Path) -> None:
    for folder, text in (("x", SAID), ("y", f"{SAID} And more."), ("z", f"{SAID} And most.")):
        write(tmp_path, f"{folder}/a.txt", f" date 2025-12-28 {text}")
    write(tmp_path, "z2/a.txt", f" date 2025-12-28 {SAID} And more.")
    loaded = load([tmp_path])
    assert [article.id for article in loaded.articles] == ["a", "a-2", "a-3"]
    assert {(problem.done, problem.lost) for problem in loaded.problems} == {
        ("called a-2", False),
        ("called a-3", False),
    }


def test_a_copy_in_another_outlet_is_kept_and_another_date_is_told(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "date": "2025-12-28", "outlet": "The Daily", "text": SAID},
        {"id": "a", "date": "2025-12-28", "outlet": "The Weekly", "text": SAID},
        {"id": "a", "date": "2025-12-29", "outlet": "The Daily", "text": SAID},
    ]
    loaded = load([write(tmp_path, "rows.json", json.dumps(rows))])
    assert [article.outlet for article in loaded.articles] == ["The Daily", "The Weekly"]
    assert [problem.done for problem in loaded.problems] == ["the one dated 2025-12-28 kept"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(f" date 2025-12-28 {SAID}".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    loaded = load(["-"])
    assert [(article.id, article.text) for article in loaded.articles] == [("stdin", SAID)]


def test_paths_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    write(tmp_path, "hidden/.a.txt", SAID)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    names = ["missing.txt", "none", "hidden", "self.txt", "gone.txt"]
    loaded = load([tmp_path / name for name in names])
    assert loaded.articles == ()
    assert [Path(problem.file).name for problem in loaded.problems] == names
    assert [problem.wrong for problem in loaded.problems[:3]] == [
        "no such file or folder",
        "no file in the folder",
        "no file in the folder",
    ]
    assert all("can't be read" in problem.wrong for problem in loaded.problems[3:])


def test_a_loop_of_links_is_followed_once(tmp_path: Path) -> None:
    write(tmp_path, "a/news.txt", f" date 2025-12-28 {SAID}")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    loaded = load([tmp_path])
    assert len(loaded.articles) == 1
    assert [(Path(p.file).name, p.lost) for p in loaded.problems] == [("up", False)]


def test_a_pipe_in_a_folder_does_not_stop_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path, "z.txt", f" date 2025-12-28 {SAID}")
    loaded = load([tmp_path])
    assert len(loaded.articles) == 1
    assert [problem.wrong for problem in loaded.problems] == ["no regular file"]


def test_a_pipe_or_device_named_by_itself_does_not_stop_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "endless").symlink_to("/dev/zero")
    named = [tmp_path / name for name in ("pipe", "endless")]
    loaded = load([*named, write(tmp_path, "z.txt", f" date 2025-12-28 {SAID}")])
    assert [article.id for article in loaded.articles] == ["z"]
    assert [(p.file, p.wrong, p.lost) for p in loaded.problems] == [
        (str(path), "no regular file", True) for path in named
    ]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may look into: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def without_rights() -> Iterator[None]:
    """As somebody who owns nothing, where the tests are run by root."""
    as_root = os.geteuid() == 0
    if as_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)


def test_what_may_not_be_read_is_told(open_folder: Path) -> None:
    write(open_folder, "a.txt", f" date 2025-12-28 {SAID}").chmod(0)
    write(open_folder, "b/c.txt", f" date 2025-12-28 {SAID}")
    (open_folder / "b").chmod(0)
    write(open_folder, "z.txt", f" date 2025-12-28 {SAID}")
    with without_rights():
        loaded = load([open_folder])
    (open_folder / "b").chmod(0o700)
    assert [article.id for article in loaded.articles] == ["z"]
    assert [Path(problem.file).name for problem in loaded.problems] == ["a.txt", "b"]
    assert all("Permission denied" in problem.wrong for problem in loaded.problems)


def test_a_file_that_is_too_large_to_read_whole_is_skipped(tmp_path: Path) -> None:
    path = write(tmp_path, "huge.txt", "")
    os.truncate(path, MAX_FILE + 1)  # a hole: it takes no room on the disk
    with pytest.raises(SkippedError) as caught:
        File(path=path, name="huge.txt", stem="huge", suffix=".txt").read()
    assert caught.value.done == "skipped; split it into smaller files"


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(SAID, encoding="utf-8")
    loaded = load([tmp_path], day=DAY)
    loaded.articles[0].id.encode()
    assert load([path]).problems[0].file.endswith("caf\ufffd.txt")


def test_a_stream_gives_the_same_one_by_one(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f" date 2025-12-28 {SAID}")
    write(tmp_path, "b.txt", "")
    found = stream([tmp_path])
    assert isinstance(next(found), Article)
    (tmp_path / "b.txt").unlink()
    (problem,) = found
    assert not isinstance(problem, Article)
    assert "can't be read" in problem.wrong


def test_what_tieup_made_does_not_come_back_as_news(tmp_path: Path) -> None:
    (tmp_path / "tieup.db").write_bytes(b"SQLite format 3\0")
    (tmp_path / "tieup-report.html").write_text(
        '<!doctype html><html><head><meta name="generator" content="tieup"></head>'
        "<body><p>2026-01-15 The Congress ruled out an alliance.</p></body></html>"
    )
    (tmp_path / "news.txt").write_text("2026-01-15\nThe Congress ruled out an alliance.")
    loaded = load([tmp_path])
    assert [article.id for article in loaded.articles] == ["news"]
    assert [problem.wrong for problem in loaded.problems] == ["a report by tieup, and no article"]
