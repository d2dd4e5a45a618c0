"""The exchange: a ledger's record out to a file and back, and whatever else a file may hold."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tieup import notation
from tieup.articles import Article
from tieup.corrections import Decision
from tieup.desk import Changes, Desk
from tieup.desk.exchange import BroughtIn, ExchangeError, bring_in, form_of, forms, recorded
from tieup.ledger import Ledger
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act

DATA = Path(__file__).parents[1] / "data"
#: The forms that keep all of it, by the ends of their files.
WHOLE = (".journal", ".jsonl", ".parquet")
LONG_AGO = datetime(2026, 1, 10, 8, tzinfo=UTC)
SMALL = """
2026-01-05 article d1
  outlet: The Daily
  | The Congress ruled it out. The Left Front has not answered.

2026-01-05 INC refuses INC, LF
  | The Congress ruled it out.
  election: WB-2026

2026-01-05 report waits LF, INC
  | The Left Front has not answered.
  election: WB-2026
"""


@pytest.fixture
def desk(bengal: Region) -> Iterator[Desk]:
    """A ledger in which something of everything was recorded, at several moments."""
    with Ledger.open(":memory:") as ledger:
        noted = notation.loads(SMALL)
        ledger.append(noted.articles, noted.statements, recorded=LONG_AGO)
        full = Desk(ledger, bengal)
        full.read([DATA])
        first, second = noted.statements
        for decision, changes in (
            (Decision.REJECT, Changes()),
            (Decision.UNDO, Changes()),
            (Decision.AMEND, Changes(act=Act.DENIES)),
        ):
            full.revision.decide(first.id, decision, by="Asha", note="heard", changes=changes)
        full.revision.retract(
            second.content_id, on=date(2026, 1, 8), by="The Daily", statement=second.id
        )
        yield full


@pytest.fixture
def empty(bengal: Region) -> Iterator[Desk]:
    """An empty ledger."""
    with Ledger.open(":memory:") as ledger:
        yield Desk(ledger, bengal)


def small(tmp_path: Path, ending: str) -> Path:
    """A file of one article and two statements."""
    path = tmp_path / f"small{ending}"
    with Ledger.open(":memory:") as ledger:
        noted = notation.loads(SMALL)
        ledger.append(noted.articles, noted.statements, recorded=LONG_AGO)
        Desk(ledger).export(path, texts=True)
    return path


class TestRoundTrip:
    @pytest.mark.parametrize("ending", WHOLE)
    def test_an_empty_ledger_gets_the_same_record(
        self, desk: Desk, empty: Desk, tmp_path: Path, ending: str
    ) -> None:
        path = tmp_path / f"record{ending}"
        count = desk.export(path, texts=True)
        found = empty.bring_in(path)
        assert found.problems == ()
        assert count == found.articles + found.statements + found.corrections
        assert found.corrections == 4
        assert tuple(recorded(empty.ledger)) == tuple(recorded(desk.ledger))
        assert empty.ledger.check() == ()

    @pytest.mark.parametrize("ending", WHOLE)
    def test_and_the_same_boards_also_of_what_was_known(
        self, desk: Desk, empty: Desk, tmp_path: Path, ending: str
    ) -> None:
        path = tmp_path / f"record{ending}"
        desk.export(path, texts=True)
        empty.bring_in(path)
        asked = [
            (date(2026, 1, 7), None),
            (date(2026, 1, 9), None),
            (date(2026, 1, 7), LONG_AGO.date()),
        ]
        boards = [desk.board(on=on, election="WB-2026", known=known) for on, known in asked]
        assert boards == [empty.board(on=on, election="WB-2026", known=k) for on, k in asked]
        assert len({str(board.to_json()["relations"]) for board in boards}) == len(asked)

    @pytest.mark.parametrize("ending", WHOLE)
    def test_a_second_time_adds_no_text_and_no_statement(
        self, empty: Desk, tmp_path: Path, ending: str
    ) -> None:
        path = small(tmp_path, ending)
        assert empty.bring_in(path) == BroughtIn(articles=1, statements=2)
        assert empty.bring_in(path) == BroughtIn()

    @pytest.mark.parametrize("ending", WHOLE)
    def test_a_ledger_that_holds_something_records_it_now(
        self, empty: Desk, tmp_path: Path, ending: str
    ) -> None:
        before = datetime.now(UTC)
        empty.ledger.append([Article(id="other", published=date(2026, 1, 1), text="Rain.")])
        assert empty.bring_in(small(tmp_path, ending)).statements == 2
        assert all(entry.recorded > before for entry in empty.ledger.entries())
        assert empty.board(on=date(2026, 1, 31), known=LONG_AGO.date()).entries == ()

    def test_without_texts_a_record_goes_where_the_texts_are(
        self, desk: Desk, empty: Desk, tmp_path: Path
    ) -> None:
        path = tmp_path / "record.jsonl"
        desk.export(path)
        assert "The Congress ruled it out. The Left Front" not in path.read_text(encoding="utf-8")
        found = empty.bring_in(path)
        assert (found.articles, found.statements) == (0, 0)
        assert "without text" in " ".join(map(str, found.problems))
        empty.ledger.append(desk.ledger.articles())
        assert empty.bring_in(path).statements == len(desk.ledger.as_read())

    def test_progress_ends_at_the_number_of_entries(self, empty: Desk, tmp_path: Path) -> None:
        told: list[tuple[int, int]] = []
        empty.bring_in(small(tmp_path, ".jsonl"), progress=lambda *both: told.append(both))
        assert told[-1] == (3, 3)


class TestForms:
    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("a.csv", "csv"), ("a.ftm.csv", "ftm-statements"), ("a.jsonl", "jsonl"),
            ("a.ftm.jsonl", "ftm"), ("a.parquet", "parquet"), ("a.jsonld", "schema-org"),
            ("a.popolo.json", "popolo"), ("a.b.journal", "journal"),
        ],
    )  # fmt: skip
    def test_a_files_end_tells_the_form(self, name: str, form: str) -> None:
        assert form_of(Path(name)) == form

    @pytest.mark.parametrize("name", ["a.txt", "jsonl", "a.CSVX", "journal.d"])
    def test_an_end_that_tells_none(self, name: str) -> None:
        with pytest.raises(ExchangeError, match=r"name one with --form, or end it in one of \.csv"):
            form_of(Path(name))

    def test_a_form_may_be_named(self, desk: Desk, tmp_path: Path) -> None:
        desk.export(tmp_path / "rows.txt", form="csv")
        assert (tmp_path / "rows.txt").read_text(encoding="utf-8").count("\n") > 2

    @pytest.mark.parametrize("form", [name for name in forms() if name != "journal"])
    def test_every_form_is_written(self, desk: Desk, tmp_path: Path, form: str) -> None:
        assert desk.export(tmp_path / "out", form=form) == len(tuple(recorded(desk.ledger)))
        assert (tmp_path / "out").stat().st_size > 100

    def test_a_journal_is_written_with_texts_alone(self, desk: Desk, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError, match="--texts"):
            desk.export(tmp_path / "a.journal")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("form", ["csv", "popolo", "schema-org", "ftm"])
    def test_forms_that_hold_no_texts(self, desk: Desk, tmp_path: Path, form: str) -> None:
        with pytest.raises(ExchangeError, match=r"holds no texts .*: jsonl, parquet"):
            desk.export(tmp_path / "out", form=form, texts=True)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("form", ["csv", "popolo", "schema-org", "ftm", "ftm-statements"])
    def test_forms_that_keep_too_little(self, empty: Desk, tmp_path: Path, form: str) -> None:
        (tmp_path / "in").touch()
        with pytest.raises(ExchangeError, match="can't be read back; those that can: jsonl"):
            empty.bring_in(tmp_path / "in", form=form)

    def test_a_form_that_there_is_none_of(self, desk: Desk, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError, match="xlsx"):
            desk.export(tmp_path / "a", form="xlsx")
        with pytest.raises(ExchangeError, match="xlsx"):
            desk.bring_in(tmp_path / "a", form="xlsx")

    def test_what_stood_there_stays_where_writing_fails(
        self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "a.journal"
        target.write_text("before", encoding="utf-8")

        def fails(*_: object) -> str:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", fails)
        with pytest.raises(OSError, match="No space"):
            desk.export(target, texts=True)
        assert [p.name for p in tmp_path.iterdir()] == ["a.journal"]
        assert target.read_text(encoding="utf-8") == "before"


class TestUnsound:
    """What can't be recorded is told, and the rest is recorded."""

    def test_a_statement_of_an_unknown_text(self, empty: Desk, tmp_path: Path) -> None:
        path = small(tmp_path, ".jsonl")
        lines = path.read_text(encoding="utf-8").splitlines()
        record = json.loads(lines[1])
        record["content_id"] = "a_none"
        record.pop("id")
        lines[1] = json.dumps(record)
        path.write_text("\n".join(lines), encoding="utf-8")
        found = empty.bring_in(path)
        assert (found.articles, found.statements) == (1, 1)
        (problem,) = found.problems
        assert (problem.file, problem.done) == ("small.jsonl", "left out")
        assert "no such article with the text a_none" in problem.wrong

    def test_a_quote_that_does_not_stand_in_the_text(self, empty: Desk, tmp_path: Path) -> None:
        path = small(tmp_path, ".jsonl")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"quote": "The Left', '"quote": "A Left'), encoding="utf-8")
        found = empty.bring_in(path)
        assert (found.articles, found.statements) == (1, 1)
        assert "quote is not the text" in found.problems[0].wrong

    def test_a_review_of_nothing(self, empty: Desk, tmp_path: Path) -> None:
        path = tmp_path / "a.journal"
        path.write_text(SMALL + "\nreview s_none reject\n  reviewer: Asha\n", encoding="utf-8")
        found = empty.bring_in(path)
        assert (found.articles, found.statements, found.corrections) == (1, 2, 0)
        assert "no statement s_none" in found.problems[0].wrong

    def test_moments_that_run_backwards(self, empty: Desk, tmp_path: Path) -> None:
        path = tmp_path / "a.journal"
        late, early = "recorded 2026-02-01T00:00:00+00:00\n", "recorded 2026-01-01T00:00:00+00:00\n"
        rain = "\n2026-01-06 article d2\n  | Rain.\n"
        path.write_text(late + SMALL + "\n" + early + rain, encoding="utf-8")
        found = empty.bring_in(path)
        assert found.statements == 2
        assert "runs forward" in found.problems[0].wrong

    def test_what_came_in_as_json(self, empty: Desk, tmp_path: Path) -> None:
        path = tmp_path / "a.journal"
        path.write_text(SMALL + "\nnonsense\n", encoding="utf-8")
        found = empty.bring_in(path).to_json()
        assert (found["articles"], found["statements"], found["corrections"]) == (1, 2, 0)
        assert found["problems"]
        assert all(p.keys() == {"file", "place", "wrong", "done"} for p in found["problems"])


WRONG_TYPES = [
    "null", "7", '"text"', "[]", "[[[]]]", "{}", '{"entry": 7}', '{"entry": "article"}',
    '{"entry": "statement", "kind": 7}', '{"entry": "review", "statement": []}',
    '{"entry": "article", "id": [], "published": {}, "text": 7}',
    '{"kind": "alliance", "act": "wants", "start": "x", "end": NaN, "published": "never"}',
    '{"entry": "retraction", "content_id": null, "published": 1e400}',
    "[" * 100_000,
    '{"entry": "statement", "start": ' + "9" * 10_000 + "}",
]  # fmt: skip


class TestHostile:
    """Files of others: whatever they hold, each thing wrong is a line."""

    def told(self, path: Path) -> BroughtIn:
        """What came in, with its problems, each in a line; the ledger is sound afterwards."""
        with Ledger.open(":memory:") as ledger:
            found = bring_in(ledger, path)
            assert ledger.check() == ()
        assert found.problems
        assert not [p for p in found.problems if "\n" in str(p) or "Traceback" in str(p)]
        assert all(len(str(p)) < 1_000 for p in found.problems)
        return found

    @pytest.mark.parametrize("ending", WHOLE)
    @pytest.mark.parametrize("part", [0.02, 0.3, 0.5, 0.9, 0.99])
    def test_cut_short(self, tmp_path: Path, ending: str, part: float) -> None:
        path = small(tmp_path, ending)
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * part)])
        if ending == ".journal":  # a journal has no end of its own: what is there may be whole
            with Ledger.open(":memory:") as ledger:
                bring_in(ledger, path)
                assert ledger.check() == ()
        else:
            self.told(path)

    @pytest.mark.parametrize("ending", WHOLE)
    def test_binary(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"a{ending}"
        path.write_bytes(bytes(range(256)) * 40)
        assert not self.told(path)

    @pytest.mark.parametrize("ending", WHOLE)
    def test_one_huge_line(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"a{ending}"
        path.write_bytes(b"x" * 5_000_000)
        assert not self.told(path)

    @pytest.mark.parametrize("line", WRONG_TYPES, ids=lambda line: line[:40])
    def test_json_of_wrong_types(self, tmp_path: Path, line: str) -> None:
        path = small(tmp_path, ".jsonl")
        path.write_text(line + "\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        assert self.told(path).statements == 2

    @pytest.mark.parametrize(
        "columns",
        [
            {"a": [1]},
            {"entry": ["article"], "recorded": ["yesterday"]},
            {"kind": [7], "start": ["x"], "parties": [1.5]},
            {"article": [{"id": 1}]},
            {"review": ["reject"], "quote": [b"\xff"]},
        ],
        ids=str,
    )
    def test_a_table_of_other_columns(
        self, tmp_path: Path, columns: dict[str, list[object]]
    ) -> None:
        path = tmp_path / "a.parquet"
        pq.write_table(pa.table(columns), path)
        assert not self.told(path)

    @pytest.mark.parametrize(
        "text",
        [
            "2026-01-05", "2026-13-45 article a\n  | x", "review", "retraction x y z",
            "2026-01-05 report wants\n  |", "recorded soon", "\t\x00\u202e",
            SMALL.replace("election: WB-2026", "election: WB-2026\n  start: 7\n  hub: ["),
            "2026-01-05 report wants INC, LF\n  confidence: nan\n  | x",
        ],
        ids=lambda text: repr(text[:30]),
    )  # fmt: skip
    def test_a_journal_that_is_none(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "a.journal"
        path.write_text(text, encoding="utf-8")
        self.told(path)


def test_entries_stand_in_order_of_recording_articles_first(desk: Desk) -> None:
    noted = tuple(recorded(desk.ledger))
    moments = [entry.recorded for entry in noted]
    assert moments == sorted(moments, key=str)
    seen: set[str] = set()
    for entry in noted:
        if isinstance(entry.what, Article):
            seen.add(entry.what.content_id)
        elif isinstance(entry.what, Statement):
            assert entry.what.content_id in seen
