"""`tieup review`, `retract` and `check`: decisions of people, and a ledger that is verified."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from cli.conftest import Run
from tieup.cli.terminal import UNSEEN

TEXT = "The Congress ruled out a tie-up with the ISF. The Left Front has not answered the Congress."
ARTICLE = {"id": "d1", "date": "2026-01-05", "outlet": "The Daily", "text": TEXT}
MONTH_END = ("--on", "2026-01-31", "--election", "WB-2026", "--json")


@pytest.fixture(autouse=True)
def _read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that has read one article; nobody is the reviewer yet."""
    monkeypatch.delenv("TIEUP_REVIEWER", raising=False)
    (tmp_path / "article.json").write_text(json.dumps(ARTICLE), encoding="utf-8")
    assert run("read", "article.json").exit_code == 0


def told(result: Result) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The JSON of a run that went well and said nothing else."""
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return json.loads(result.stdout)


def fails(result: Result, code: int, *words: str) -> None:
    """One line on standard error with these words, nothing on standard output."""
    assert (result.exit_code, result.stdout) == (code, ""), result.output
    assert result.stderr.startswith("tieup: ")
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


def refusal(run: Run) -> dict[str, Any]:
    """The statement that the Congress refuses, as the queue shows it."""
    found = [s for s in told(run("review", "--json")) if s["act"] == "refuses"]
    assert len(found) == 1
    return dict(found[0])


def status(run: Run, *more: str) -> str:
    """Where the Congress and the ISF stand."""
    board = told(run("board", *MONTH_END, *more))
    found = {tuple(r["parties"]): r["status"] for r in board["relations"]}
    return str(found.get(("INC", "ISF"), "silent"))


class TestReview:
    def test_the_queue_shows_the_least_certain_first(self, run: Run) -> None:
        waiting = told(run("review", "--json"))
        sure = [s["confidence"] for s in waiting]
        assert len(waiting) >= 2
        assert sure == sorted(sure)
        shown = run("review").stdout
        assert shown.startswith(f"{waiting[0]['id'][:12]}  {sure[0]:.0%} sure  ")
        assert "tieup review ID accept|reject|amend --by NAME" in " ".join(shown.split())
        assert len(told(run("review", "--most", "1", "--json"))) == 1

    def test_one_statement_and_why_it_was_read_so(self, run: Run) -> None:
        one = refusal(run)
        shown = run("review", one["id"][:10])
        assert one["id"][:12] in shown.stdout
        assert f"read by {one['reader']} because" in " ".join(shown.stdout.split())
        assert told(run("review", one["id"], "--json")) == {"statement": one, "decisions": []}

    def test_a_rejection_and_its_undo_change_the_board(self, run: Run) -> None:
        one = refusal(run)["id"]
        assert status(run) == "refused"
        result = run("review", one[:12], "reject", "--by", "Asha", "--note", "misheard")
        assert result.stdout.startswith("reject by Asha, ")
        assert "UTC: misheard\n" in result.stdout
        assert f"tieup review {one[:12]} undo" in result.stdout
        assert status(run) == "silent"
        undone = told(run("review", one, "undo", "--by", "Asha", "--json"))
        assert (undone["decision"], undone["number"], undone["statement"]) == ("undo", 2, one)
        assert status(run) == "refused"
        past = told(run("review", one, "--json"))["decisions"]
        assert [(d["decision"], d["by"], d["note"]) for d in past] == [
            ("reject", "Asha", "misheard"),
            ("undo", "Asha", ""),
        ]
        assert "reject by Asha" in run("review", one).stdout

    def test_a_board_knows_what_was_decided_by_then(self, run: Run) -> None:
        one = refusal(run)["id"]
        told(run("review", one, "reject", "--by", "Asha", "--json"))
        assert status(run, "--known", "2020-01-01") == "silent"
        assert status(run, "--known", "2999-01-01") == "silent"
        told(run("review", one, "accept", "--by", "Asha", "--json"))
        assert status(run) == "refused"

    def test_every_field_can_be_amended(self, run: Run) -> None:
        args = (
            "--act", "wants", "--parties", "Congress + LF+ISF", "--hub", "INC", "--form",
            "seat-sharing", "--speaker", "unnamed:ISF", "--said-on", "2026-01-04", "--about",
            "WB-2021", "--background", "--quote", "The Left Front has not answered",
        )  # fmt: skip
        found = told(run("review", refusal(run)["id"], "amend", "--by", "Asha", *args, "--json"))
        amended = found["amended"]
        expected = {
            "act": "wants", "parties": ["INC", "LF", "ISF"], "hub": "INC", "form": "seat-sharing",
            "speaker": "unnamed:ISF", "speaker_party": "ISF", "mode": "indirect",
            "said_on": "2026-01-04", "election": "WB-2021", "background": True,
            "quote": "The Left Front has not answered", "start": TEXT.index("The Left"),
            "reader": "review/Asha", "confidence": 1.0,
        }  # fmt: skip
        assert {key: amended[key] for key in expected} == expected
        assert status(run) == "silent"

    def test_the_reviewer_may_stand_in_the_environment(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        one = refusal(run)["id"]
        fails(run("review", one, "accept"), 2, "--by NAME", "TIEUP_REVIEWER")
        monkeypatch.setenv("TIEUP_REVIEWER", "Asha")
        assert told(run("review", one, "accept", "--json"))["by"] == "Asha"

    def test_nothing_is_left_to_decide(self, run: Run) -> None:
        for one in told(run("review", "--json")):
            told(run("review", one["id"], "accept", "--by", "Asha", "--json"))
        assert told(run("review", "--json")) == []
        assert "every statement is reviewed" in run("review").stdout

    @pytest.mark.parametrize(
        ("args", "code", "words"),
        [
            (("s_zz",), 2, ("no statement begins with s_zz",)),
            (("s_",), 2, ("statements begin with s_", "write more of it")),
            (("ONE", "approve"), 2, ("'approve'", "accept", "tieup review --help")),
            (("ONE", "amend", "--by", "A"), 2, ("name what to change", "the act")),
            (("ONE", "accept", "--by", "A", "--act", "wants"), 2, ("decide on amend",)),
            (("ONE", "amend", "--by", "A", "--act", "hopes"), 2, ("'hopes'", "wants")),
            (("ONE", "amend", "--by", "A", "--parties", "ISFF+INC"), 2, ("'ISFF'", "ISF")),
            (("ONE", "amend", "--by", "A", "--quote", "nowhere"), 2, ("does not stand",)),
            (("ONE", "amend", "--by", "A", "--said-on", "soon"), 2, ("'soon' is no day",)),
            (("ONE", "amend", "--by", "A", "--hub", "BJP"), 1, ("hub BJP", "nothing was written")),
            (("ONE", "undo", "--by", "A"), 1, ("no decision", "to undo")),
        ],
    )
    def test_errors(
        self, run: Run, args: tuple[str, ...], code: int, words: tuple[str, ...]
    ) -> None:
        one = refusal(run)["id"]
        fails(run("review", *(one if arg == "ONE" else arg for arg in args)), code, *words)
        assert told(run("review", one, "--json"))["decisions"] == []

    def test_a_hostile_reviewer_steers_nothing(self, run: Run) -> None:
        one = refusal(run)["id"]
        name, note = "[bold]\x1b[31mAsha\n\u202e", "\x1b]0;owned\x07"
        decided = run("review", one, "accept", "--by", name, "--note", note)
        for shown in (decided.stdout, run("review", one).stdout):
            assert "".join(shown.split("\n")).isprintable()
            assert f"[bold]{UNSEEN}[31mAsha {UNSEEN}" in " ".join(shown.split())
        assert told(run("review", one, "--json"))["decisions"][0]["by"] == name


class TestRetract:
    def test_a_text_counts_no_more_from_its_day(self, run: Run) -> None:
        text = refusal(run)["content_id"]
        args = ("retract", text, "--on", "2026-01-20", "--by", "The Daily", "--note", "wrong")
        result = run(*args)
        assert (result.exit_code, result.stdout) == (
            0,
            "the text counts no more from 2026-01-20 on, taken back by The Daily\n",
        )
        assert status(run) == "silent"
        then = told(run("board", "--on", "2026-01-19", "--election", "WB-2026", "--json"))
        assert ["INC", "ISF"] in [r["parties"] for r in then["relations"]]

    def test_one_statement_alone_as_json(self, run: Run) -> None:
        one = refusal(run)
        args = ("--on", "2026-01-20", "--by", "The Daily", "--statement", one["id"][:10], "--json")
        found = told(run("retract", one["content_id"], *args))
        recorded = found.pop("recorded")
        assert recorded.endswith("+00:00")
        assert found == {
            "number": 1, "content_id": one["content_id"], "statement": one["id"],
            "published": "2026-01-20", "by": "The Daily", "note": "",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("args", "code", "words"),
        [
            (("a_none", "--on", "2026-01-20", "--by", "X"), 1, ("has no text a_none",)),
            (("a_none", "--by", "X"), 2, ("--on", "tieup retract --help")),
            (("a_none", "--on", "2026-01-20"), 2, ("--by",)),
            (("a_none", "--on", "2026-01-20", "--by", "X", "--statement", "s_zz"), 2, ("s_zz",)),
            (("a_none", "--on", "2026-01-20", "--by", " "), 1, ("nobody is named",)),
        ],
    )
    def test_errors(
        self, run: Run, args: tuple[str, ...], code: int, words: tuple[str, ...]
    ) -> None:
        fails(run("retract", *args), code, *words)

    def test_a_hostile_name_steers_nothing(self, run: Run) -> None:
        text = refusal(run)["content_id"]
        shown = run("retract", text, "--on", "2026-01-20", "--by", "\x1b[31m\nX").stdout
        assert f"taken back by {UNSEEN}[31m X" in " ".join(shown.split())


class TestCheck:
    def test_a_sound_ledger(self, run: Run) -> None:
        assert run("check").stdout == "tieup.db is sound\n"
        assert told(run("check", "--json")) == []

    def test_a_damaged_ledger_is_told_line_by_line(self, run: Run, tmp_path: Path) -> None:
        one = refusal(run)["id"]
        with closing(sqlite3.connect(tmp_path / "tieup.db")) as raw:
            raw.execute("DROP TRIGGER statements_no_update")
            raw.execute("UPDATE statements SET act = 'ends\x1b[31m' WHERE id = ?", (one,))
            raw.commit()
        result = run("check")
        assert result.exit_code == 1
        assert f"· statements {one}: act is ends" in result.stdout
        assert "a trigger is missing" in result.stdout
        assert "".join(result.stdout.split("\n")).isprintable()
        assert result.stderr == "tieup: 2 things wrong in tieup.db\n"
        found = run("check", "--json")
        assert found.exit_code == 1
        problems = json.loads(found.stdout)
        assert {p["place"] for p in problems} == {"statements", f"statements {one}"}
        assert all(p.keys() == {"place", "wrong"} for p in problems)

    def test_there_is_no_ledger(self, run: Run) -> None:
        fails(run("check", "--ledger", "nowhere.db"), 1, "there is no ledger nowhere.db")

    def test_another_programs_file(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "notes.db").write_text("things to buy", encoding="utf-8")
        fails(run("check", "--ledger", "notes.db"), 1, "no tieup ledger")
