"""Annotations: what a folder holds, and what is told of one that is broken."""

import json
from datetime import date
from pathlib import Path

import pytest

from tieup.evaluation import Annotations, load_annotations
from tieup.problems import Problem
from tieup.vocabulary import Act

HERE = Path(__file__).parent
TEXT = "The Left Front and the Congress met in Kolkata. The ISF was not asked."
ROW = {"parties": ["LF", "INC"], "act": "talks", "evidence": "the Congress met"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An annotated article called "one", without a row."""
    for name in ("articles", "gold"):
        (tmp_path / name).mkdir()
    article = {"id": "one", "date": "2026-01-20", "text": TEXT}
    (tmp_path / "articles" / "one.json").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "gold" / "one.json").write_text("[]", encoding="utf-8")
    return tmp_path


def annotate(folder: Path, *rows: object) -> Annotations:
    """The folder with these rows for its article."""
    (folder / "gold" / "one.json").write_text(json.dumps(rows), encoding="utf-8")
    return load_annotations(folder)


def only(found: Annotations) -> Problem:
    """The one problem."""
    (problem,) = found.problems
    return problem


def test_a_row_with_all_that_it_can_have(folder: Path) -> None:
    row = {
        **ROW, "hub": "INC", "speaker": "Biman Basu", "election": "WB-2026",
        "said_on": "2026-01-19", "core": False, "background": True, "flags": ["passive"],
        "remark": "only annotators use this key",
    }  # fmt: skip
    found = annotate(folder, row)
    (read,) = found.rows
    assert found.problems == ()
    assert (read.article, read.parties, read.hub) == ("one", ("LF", "INC"), "INC")
    assert (read.act, read.speaker, read.election) == (Act.TALKS, "Biman Basu", "WB-2026")
    assert (read.said_on, read.core, read.background) == (date(2026, 1, 19), False, True)
    assert read.flags == ("passive",)
    assert TEXT[read.start : read.end] == "the Congress met"


def test_a_row_with_no_more_than_it_must(folder: Path) -> None:
    (read,) = annotate(folder, {"parties": ["ISF"], "act": "wants"}).rows
    assert (read.speaker, read.election, read.core) == ("report", None, True)
    assert (read.evidence, read.start, read.end) == ("", None, None)


def test_an_article_without_a_row_is_annotated(folder: Path) -> None:
    found = load_annotations(folder)
    assert [article.id for article in found.articles] == ["one"]
    assert (found.rows, found.problems) == ((), ())


def test_an_article_that_nobody_annotated_is_passed_over(folder: Path) -> None:
    article = {"id": "two", "date": "2026-01-20", "text": TEXT}
    (folder / "articles" / "two.json").write_text(json.dumps(article), encoding="utf-8")
    found = load_annotations(folder)
    assert [article.id for article in found.articles] == ["one"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"parties": ["LF", "INC"]}, "'act' is missing"),
        ({**ROW, "act": "hopes"}, "'act' is none of wants, claims,"),
        ({**ROW, "act": None}, "'act' is none of"),
        ({"act": "talks"}, "'parties' is missing"),
        ({**ROW, "parties": []}, "'parties' is empty"),
        ({**ROW, "parties": "LF"}, "'parties' is no list"),
        ({**ROW, "parties": ["LF", 7]}, "'parties' is no string"),
        ({**ROW, "said_on": "yesterday"}, "'said_on' is no day; write it as 2026-04-23"),
        ({**ROW, "core": "perhaps"}, "'core' is neither true nor false (given: perhaps)"),
        ("talks", "no object with the keys 'parties' and 'act'"),
    ],
)
def test_a_bad_row_is_left_out(folder: Path, row: object, words: str) -> None:
    found = annotate(folder, row, ROW)
    problem = only(found)
    assert len(found.rows) == 1
    assert words in problem.wrong
    assert (problem.place, problem.done) == ("row 1", "left out")
    assert problem.file.endswith("one.json")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"evidence": "the Congress dined"}, "the evidence does not stand in the text"),
        ({"hub": "TMC"}, "the hub TMC is none of the parties"),
    ],
)
def test_a_doubtful_row_is_scored(folder: Path, change: dict[str, str], words: str) -> None:
    found = annotate(folder, {**ROW, **change})
    assert len(found.rows) == 1
    assert words in only(found).wrong
    assert "scored" in only(found).done


def test_statements_of_other_kinds_are_no_rows(folder: Path) -> None:
    found = annotate(folder, {"kind": "strength", "act": None, "parties": ["INC"]})
    assert (found.rows, found.problems) == ((), ())


def test_one_row_a_line(folder: Path) -> None:
    lines = [json.dumps({**ROW, "article": "one"}), "", json.dumps(ROW), "{", "7"]
    (folder / "gold" / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = load_annotations(folder)
    assert [row.article for row in found.rows] == ["one"]
    assert [(p.place, p.wrong) for p in found.problems] == [
        ("line 3", "'article' is missing"),
        ("line 4", "broken JSON at column 2"),
        ("line 5", "no object with the keys of a row"),
    ]


def test_what_the_reader_printed_can_be_corrected(folder: Path) -> None:
    (read,) = annotate(
        folder, {**ROW, "kind": "alliance", "quote": "The ISF"} | {"evidence": None}
    ).rows
    assert read.evidence == ""
    printed = {"parties": ["LF", "INC"], "act": "talks", "kind": "alliance", "quote": "The ISF"}
    (read,) = annotate(folder, printed).rows
    assert TEXT[read.start : read.end] == "The ISF"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[{", "broken JSON at column 3"),
        ("{}", "no list of rows"),
        ("[" * 100_000, "nested too deeply"),
        ("[1" + "0" * 5_000 + "]", "too many digits"),
        ("\0", "no text"),
    ],
    ids=["broken", "object", "deep", "digits", "binary"],
)
def test_a_broken_file_is_skipped(folder: Path, content: str, words: str) -> None:
    (folder / "gold" / "one.json").write_text(content, encoding="utf-8")
    found = load_annotations(folder)
    assert found.articles == ()
    assert words in only(found).wrong
    assert only(found).done.startswith("skipped")


def test_rows_without_their_article_are_left_out(folder: Path) -> None:
    (folder / "gold" / "two.json").write_text(json.dumps([ROW, ROW]), encoding="utf-8")
    found = load_annotations(folder)
    assert found.rows == ()
    assert "two" in only(found).wrong
    assert only(found).done.startswith("2 rows left out")
    assert "--articles" in only(found).done


def test_articles_can_stand_elsewhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "articles" / "one.json").rename(tmp_path / "elsewhere" / "one.json")
    (folder / "articles").rmdir()
    assert load_annotations(folder).articles == ()
    found = load_annotations(folder, [tmp_path / "elsewhere"])
    assert [article.id for article in found.articles] == ["one"]
    assert found.problems == ()


def test_a_broken_article_is_told(folder: Path) -> None:
    (folder / "articles" / "one.json").write_text('{"text": ', encoding="utf-8")
    first, second = load_annotations(folder).problems
    assert "broken JSON" in first.wrong
    assert "nowhere a text" in second.wrong


def test_there_is_no_folder(tmp_path: Path) -> None:
    found = load_annotations(tmp_path / "nowhere")
    assert (found.articles, only(found).wrong) == ((), "no such folder")


@pytest.mark.parametrize("make", [True, False])
def test_there_are_no_annotations(tmp_path: Path, make: bool) -> None:
    if make:
        (tmp_path / "gold").mkdir()
    assert only(load_annotations(tmp_path)).wrong == "no annotations (gold/ARTICLE.json)"


@pytest.mark.parametrize("content", ["{", "[]"])
def test_broken_names_are_told(folder: Path, content: str) -> None:
    (folder / "names.json").write_text(content, encoding="utf-8")
    found = load_annotations(folder)
    assert found.names == {}
    assert only(found).file.endswith("names.json")


def test_names(folder: Path) -> None:
    (folder / "names.json").write_text('{"B. Basu": "Biman Basu", "Basu": 7}', encoding="utf-8")
    found = load_annotations(folder)
    assert found.names == {"B. Basu": "Biman Basu"}
    assert "'Basu'" in only(found).wrong


def test_our_annotations_are_sound() -> None:
    found = load_annotations(HERE / "annotated", [HERE.parent / "data"])
    assert found.problems == ()
    assert {row.article for row in found.rows} == {article.id for article in found.articles}
    assert all(row.start is not None for row in found.rows)
