"""JSONL and Parquet hold the whole record, and what is broken in them is a problem, no crash."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journals import WRITABLE
from test_statements import ARTICLE, SAID
from tieup import exports
from tieup.corrections import Decision, Review
from tieup.notation import Entry, Journal
from tieup.statements import FIELDS
from tieup.vocabulary import Mode

BOTH = pytest.mark.parametrize("form", ["jsonl", "parquet"])
#: Each example writes its own file over the last one's.
SHARES_A_FOLDER = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ENTRIES = (
    Entry(what=ARTICLE),
    Entry(what=SAID),
    Entry(what=Review(statement=SAID.id, decision=Decision.REJECT, reviewer="Asha", note="no")),
)


@BOTH
@SHARES_A_FOLDER
@given(entries=WRITABLE)
def test_the_whole_record_comes_back_without_loss(
    form: str, entries: list[Entry], tmp_path: Path
) -> None:
    path = tmp_path / "export"
    exports.write(form, entries, path, texts=True)
    assert exports.read(form, path) == Journal(entries=tuple(entries))


@BOTH
def test_texts_stay_in_the_house_unless_asked_for(form: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    exports.write(form, ENTRIES, path)
    assert ARTICLE.text.encode() not in path.read_bytes()
    journal = exports.read(form, path)
    assert journal.entries == ENTRIES[1:]
    (problem,) = journal.problems
    assert problem.wrong == "1 article without text, as exports are without --texts"


def test_a_line_is_the_published_json_and_more(tmp_path: Path) -> None:
    direct = replace(SAID, mode=Mode.DIRECT, speaker="ISF")
    exports.write("jsonl", (Entry(what=ARTICLE), Entry(what=direct)), tmp_path / "export")
    lines = (tmp_path / "export").read_text(encoding="utf-8").splitlines()
    article, statement, end = map(json.loads, lines)
    assert direct.to_json().items() <= statement.items()
    assert statement["own_words"] == ["We talk."]
    assert (article["text"], article["content_id"]) == (None, ARTICLE.content_id)
    assert end == {"entry": "end", "entries": 2}


def test_what_read_prints_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_text(json.dumps(SAID.to_json()) + "\n", encoding="utf-8")
    journal = exports.read("jsonl", path)
    assert journal.statements == (SAID,)
    assert [problem.lost for problem in journal.problems] == [False]


def test_the_table_has_types_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "export"
    exports.write("parquet", ENTRIES, path)
    table = pq.read_table(path)
    assert pa.types.is_dictionary(table.schema.field("act").type)
    assert table.schema.field("published").type == pa.date32()
    assert table.schema.field("seats").type == pa.map_(pa.string(), pa.int64())
    assert table.schema.field("recorded").type == pa.timestamp("us", tz="UTC")
    assert table.schema.metadata[b"tieup.layout"] == b"1"
    assert table.schema.metadata[b"tieup.texts"] == b"no"
    assert set(FIELDS) < set(table.column_names)
    assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"


WRONG: list[tuple[Callable[[dict[str, object]], object], str]] = [
    (lambda line: [line], "list is no object"),
    (lambda line: {**line, "entry": "party"}, "entry: party is none of article"),
    (lambda line: {**line, "entry": []}, "entry: [] is none of article"),
    (lambda line: {**line, "quote": 5}, "quote: 5 is no text"),
    (lambda line: {k: v for k, v in line.items() if k != "quote"}, "quote: missing"),
    (lambda line: {**line, "parties": "ISF"}, "parties: ISF is no list of texts"),
    (lambda line: {**line, "seats": {"ISF": True}}, "seats: True is no whole number"),
    (lambda line: {**line, "published": "28/12/2025"}, "is no day of the form 2025-12-28"),
    (lambda line: {**line, "published": "2025-02-30"}, "published: day"),
    (lambda line: {**line, "act": "agreed"}, "act: 'agreed' is not a valid Act"),
    (lambda line: {**line, "background": "no"}, "background: no is no true or false"),
    (lambda line: {**line, "recorded": "2026-01-01T12:00:00"}, "moment with its time zone"),
    (lambda line: {**line, "speaker": "TMC"}, "id: it is of something else"),
    (lambda line: {**line, "entry": "review", "statement": "s_1"}, "decision: missing"),
    (lambda line: {**line, "confidence": 10**400}, "confidence"),
]


@pytest.mark.parametrize(("change", "wrong"), WRONG)
def test_a_wrong_line_is_told_and_the_next_one_read(
    change: Callable[[dict[str, object]], object], wrong: str, tmp_path: Path
) -> None:
    line = SAID.to_json()
    lines = [json.dumps(change(line)), json.dumps(line), '{"entry": "end", "entries": 2}']
    (tmp_path / "export").write_text("\n".join(lines), encoding="utf-8")
    journal = exports.read("jsonl", tmp_path / "export")
    assert journal.statements == (SAID,)
    (problem,) = journal.problems
    assert problem.place == "line 1"
    assert wrong in problem.wrong


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", "the file ends early"),
        (b"\xff\xfe\n", "not UTF-8"),
        (b"[" * 100_000 + b"\n", "nested too deeply"),
        (b'{"entry": NaN}\n', "NaN is no number"),
        (b'{"start": ' + b"9" * 5000 + b"}\n", "digits"),
        (b'{"entry": "statement"', "broken JSON at column 22"),
        (b'{"entry": "end", "entries": 3}\n', "0 entries where there should be 3"),
    ],
)
def test_a_broken_file_is_told(content: bytes, wrong: str, tmp_path: Path) -> None:
    (tmp_path / "export").write_bytes(content)
    journal = exports.read("jsonl", tmp_path / "export")
    assert journal.entries == ()
    assert any(wrong in problem.wrong for problem in journal.problems)


@BOTH
def test_a_file_that_is_not_there_is_a_problem(form: str, tmp_path: Path) -> None:
    journal = exports.read(form, tmp_path / "none")
    assert journal.entries == ()
    assert "can't be read" in journal.problems[0].wrong


@BOTH
def test_a_file_cut_anywhere_or_changed_anywhere_is_no_crash(form: str, tmp_path: Path) -> None:
    """A cut file always tells so; and what Parquet has checksums for is never read wrong."""
    path = tmp_path / "export"
    exports.write(form, ENTRIES, path, texts=True)
    whole, rng = path.read_bytes(), Random("spoilt exports")
    for _ in range(150):
        path.write_bytes(whole[: rng.randrange(len(whole) - 1)])
        journal = exports.read(form, path)
        assert journal.problems
        assert all(entry in ENTRIES for entry in journal.entries)
        spoilt = bytearray(whole)
        spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
        path.write_bytes(spoilt)
        read = exports.read(form, path)
        assert form == "jsonl" or all(entry in ENTRIES for entry in read.entries)


@pytest.mark.parametrize(
    "table",
    [
        pa.table({}),
        pa.table({"entry": ["statement", None, "article", "review", "party"]}),
        pa.table({"entry": ["article"], "article_entry": [5]}),
        pa.table({"entry": ["statement"], "seats": [[1, 2]], "published": ["2025-12-28"]}),
        pa.table({"entry": [1], "recorded": [2]}),
    ],
)
def test_a_table_of_something_else_gives_problems(table: pa.Table, tmp_path: Path) -> None:
    path = tmp_path / "export"
    pq.write_table(table, path)
    journal = exports.read("parquet", path)
    assert journal.entries == ()
    assert sum(problem.place is not None for problem in journal.problems) <= table.num_rows


@SHARES_A_FOLDER
@given(content=st.binary(max_size=200))
def test_no_file_is_too_strange(content: bytes, tmp_path: Path) -> None:
    for form in ("jsonl", "parquet"):
        (tmp_path / "export").write_bytes(content)
        assert exports.read(form, tmp_path / "export").entries == ()
