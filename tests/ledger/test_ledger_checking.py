# ruff: noqa: S608 - the ids are our own
"""Checking: whatever is changed behind the ledger's back is found, where it is."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import psycopg
import pytest
from test_ledger_corrections import ARTICLE, MEANT, OTHER, WAITS

from stores import PostgreSQL
from test_statements import SAID
from tieup.corrections import Decision, Retraction, Review
from tieup.ledger import Ledger
from tieup.ledger.tables import SCHEMA


def fill(ledger: Ledger) -> None:
    """Something of everything."""
    ledger.append([ARTICLE, OTHER], [SAID])
    ledger.append([], [WAITS])
    for decision, amended in (("accept", None), ("amend", MEANT), ("undo", None)):
        ledger.corrections.review(
            Review(statement=SAID.id, decision=Decision(decision), reviewer="Asha", amended=amended)
        )
    ledger.corrections.retract(
        Retraction(content_id=OTHER.content_id, published=date(2026, 1, 9), by="X")
    )


def found(ledger: Ledger) -> dict[str, str]:
    """What is wrong, by place."""
    problems = ledger.check()
    assert all(p.file == ledger.name and not p.lost for p in problems)
    places = {str(p.place) for p in problems}
    return {one: "; ".join(p.wrong for p in problems if p.place == one) for one in places}


def test_a_sound_ledger_has_no_problems(ledger: Ledger) -> None:
    assert ledger.check() == ()
    fill(ledger)
    assert ledger.check() == ()


READ = f"statements {SAID.id}"
#: What is changed, where that is found, and how it is told.
DAMAGE = [
    ("UPDATE texts SET text = 'Other'", f"texts {ARTICLE.content_id}", "id is not the hash of the text"),
    ("UPDATE statements SET body = replace({body}, 'We talk', 'We walk')", READ, "quote is not the text from 14 to 24"),
    (f"DELETE FROM texts WHERE content_id = '{ARTICLE.content_id}'", READ, "is not in texts"),
    ("DELETE FROM articles WHERE article = 'a1'", READ, "the ledger has no article a1"),
    ("DELETE FROM articles WHERE article = 'a1'", f"texts {ARTICLE.content_id}", "no article has this text"),
    ("UPDATE statements SET act = 'ends'", READ, "act is ends, in the body talks"),
    ("UPDATE statements SET published = '2020-01-01'", READ, "published is 2020-01-01"),
    ("UPDATE statements SET start = 15", READ, "start is 15, in the body 14"),
    ("UPDATE statements SET body = replace({body}, 'talks', 'waits')", READ, "id is not the hash of the body"),
    ("UPDATE statements SET body = '{{}}'", READ, "the body is no statement"),
    ("UPDATE statements SET amends = id", READ, "not marked rightly"),
    ("DELETE FROM statement_parties", READ, "is about ISF and LF for no election on 2025-12-28 in the body alone"),
    ("UPDATE statement_parties SET b = 'TMC'", READ, "is about ISF and TMC for no election on 2025-12-28 in the pairs alone"),
    ("UPDATE statement_parties SET published = '2020-01-01'", READ, "for no election on 2020-01-01 in the pairs alone"),
    ("UPDATE statement_parties SET election = 'WB-2026'", READ, "for WB-2026 on 2025-12-28 in the pairs alone"),
    ("UPDATE reviews SET stands = 2 WHERE no = 3", "reviews 3", "leads to review 2, not 1"),
    ("UPDATE reviews SET stands = NULL WHERE no = 1", "reviews 1", "leads to review None, not 1"),
    ("UPDATE reviews SET reviewer = ''", "reviews 1", "nobody is named"),
    ("UPDATE reviews SET amended = NULL", f"statements {MEANT.id}~2", "which doesn't say so"),
    (f"UPDATE reviews SET amended = '{WAITS.id}' WHERE no = 2", "reviews 2", "no amended statement of its own"),
    ("DELETE FROM reviews", f"statements {MEANT.id}~2", "was amended by review 2"),
    (f"DELETE FROM statements WHERE id = '{SAID.id}'", "reviews 1", f"statement {SAID.id} is not in statements"),
    ("UPDATE retractions SET content_id = 'a_none'", "retractions 1", "content_id a_none is not in texts"),
    ("UPDATE reviews SET recorded = '2020-01-01 00:00:00.000000' WHERE no = 2", "reviews 2", "after an entry of"),
    (f"UPDATE statements SET recorded = '2020-01-01 00:00:00.000000' WHERE id = '{SAID.id}'", READ, "before its text"),
    ("UPDATE meta SET value = '2020-01-01T00:00:00+00:00' WHERE key = 'last_recorded'", "reviews", "after the ledger's last"),
    ("UPDATE meta SET value = '2' WHERE key = 'schema'", "meta schema", f"names schema 2, migrated to {SCHEMA}"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "place", "wrong"), DAMAGE)
def test_damage_to_a_file_is_found(tmp_path: Path, damage: str, place: str, wrong: str) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        fill(ledger)
        with closing(sqlite3.connect(path)) as raw:
            guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            listed = raw.execute(guards).fetchall()
            for name, _ in listed:
                raw.execute(f"DROP TRIGGER {name}")
            raw.execute(damage.format(body="body"))
            for _, made in listed:
                raw.execute(made)
            raw.commit()
        assert wrong in found(ledger).get(place, "nothing"), found(ledger)


@pytest.mark.parametrize(("damage", "place", "wrong"), DAMAGE)
def test_damage_in_postgresql_is_found(
    postgresql: PostgreSQL, damage: str, place: str, wrong: str
) -> None:
    with postgresql.new() as url, Ledger.open(url) as ledger:
        fill(ledger)
        with psycopg.connect(url.replace("+psycopg", "")) as raw:
            raw.execute("SET session_replication_role = replica")
            told = damage.format(body="body::text").replace("')", "')::json")
            raw.execute(told.encode())
        try:
            assert wrong in found(ledger).get(place, "nothing"), found(ledger)
        finally:
            with psycopg.connect(url.replace("+psycopg", "")) as raw:
                raw.execute("UPDATE meta SET value = '3' WHERE key = 'schema'")


def test_a_missing_guard_is_found(postgresql: PostgreSQL, tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger, closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER texts_no_update")
        assert found(ledger) == {"texts": "is not kept append-only: a trigger is missing"}
    url = postgresql.url(postgresql.database())
    with Ledger.open(url) as ledger:
        with psycopg.connect(url.replace("+psycopg", "")) as raw:
            raw.execute("ALTER TABLE texts DISABLE TRIGGER texts_append_only")
        assert found(ledger) == {"texts": "is not kept append-only: a trigger is missing"}


def test_a_file_that_sqlite_finds_damaged_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        fill(ledger)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'statements_by_moment'")
        raw.commit()
    with Ledger.open(path) as ledger:
        assert found(ledger)


def test_a_value_of_a_wrong_form_ends_a_part_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        fill(ledger)
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("DROP TRIGGER statements_no_update")
            raw.execute("UPDATE statements SET said_on = 'never'")
            raw.commit()
        problems = found(ledger)
        assert "can't be read to the end" in problems["statements"] or "said_on" in problems[READ]
        assert "is not kept append-only" in str(problems)
