"""What is appended stands, once and whole, and comes back as it was."""

import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores import Store
from test_statements import SAID, SOUND
from tieup.articles import Article, Source, load
from tieup.articles.origins import origin_of
from tieup.ledger import Appended, Ledger, LedgerError
from tieup.statements import Statement

ARTICLE = Article(id="a1", published=date(2025, 12, 28), text="The ISF said: “We talk.”")
#: As the ledger gives it back: with the origin of its text, of which there is no copy.
TOLD = replace(SAID, origin=origin_of(SAID.content_id))
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)

Batch = list[tuple[Article, Statement]]


def first_of(
    batches: list[Batch],
) -> tuple[dict[tuple[str, str, str], Article], dict[str, Statement]]:
    """What must stand: of articles and statements with one key, the first."""
    articles: dict[tuple[str, str, str], Article] = {}
    statements: dict[str, Statement] = {}
    for article, statement in (pair for batch in batches for pair in batch):
        articles.setdefault((article.content_id, article.id, article.outlet or ""), article)
        statements.setdefault(statement.id, statement)
    return articles, statements


@settings(max_examples=25)
@given(st.lists(st.lists(SOUND, max_size=4), max_size=4), st.randoms(use_true_random=False))
def test_any_batches_in_any_order_again_and_again_stand_once(
    store: Store, batches: list[Batch], rng: Random
) -> None:
    again = [batch for batch in batches for _ in range(2)]
    rng.shuffle(again)
    articles, statements = first_of(again)
    with store.new() as place, Ledger.open(place) as ledger:
        added = [ledger.append([a for a, _ in batch], [s for _, s in batch]) for batch in again]
        assert sum(one.articles for one in added) == len(articles)
        assert sum(one.statements for one in added) == len(statements)
        assert ledger.articles() == tuple(
            sorted(
                articles.values(), key=lambda a: (a.published, a.id, a.outlet or "", a.content_id)
            )
        )
        assert ledger.statements() == tuple(
            replace(s, origin=s.origin or origin_of(s.content_id))
            for s in sorted(
                statements.values(), key=lambda s: (s.published, s.article, s.start, s.id)
            )
        )
        days = [article.published for article in articles.values()]
        assert ledger.last_day() == max(days, default=None)
        named = {s.election for s in statements.values() if s.election is not None}
        assert ledger.elections() == tuple(sorted(named))
        for article in articles.values():
            assert ledger.article(article.content_id).text == article.text


@settings(max_examples=10)
@given(st.lists(SOUND, max_size=5))
def test_a_place_gives_back_what_was_put_in(store: Store, batch: Batch) -> None:
    if store.name == "memory":
        return
    with store.new() as place:
        with Ledger.open(place) as ledger:
            ledger.append([a for a, _ in batch], [s for _, s in batch], recorded=NOON)
            before = ledger.entries()
        with Ledger.open(place) as ledger:
            assert ledger.entries() == before
            assert {entry.recorded for entry in before} <= {NOON}
            assert {s.id for s in ledger.statements()} == {s.id for _, s in batch}


def test_an_empty_ledger_has_nothing(ledger: Ledger) -> None:
    assert ledger.append([], []) == Appended(articles=0, statements=0)
    assert (ledger.articles(), ledger.statements(), ledger.elections()) == ((), (), ())
    assert ledger.last_day() is None
    with pytest.raises(KeyError, match="no article a_none"):
        ledger.article("a_none")


def test_a_dispatch_keeps_its_sources(ledger: Ledger) -> None:
    source = Source(outlet="The Daily", url="https://daily.example", published=date(2025, 12, 27))
    dispatch = replace(ARTICLE, sources=(source,), url="https://x.example", title="Talks")
    ledger.append([dispatch])
    assert ledger.articles() == (dispatch,)


def test_copies_are_kept_beside_each_other(ledger: Ledger) -> None:
    copies = [
        replace(ARTICLE, outlet="The Daily", published=date(2025, 12, 29)),
        replace(ARTICLE, outlet="The Weekly"),
        replace(ARTICLE, id="a2"),
    ]
    assert ledger.append(copies).articles == 3
    assert set(ledger.articles()) == set(copies)
    assert ledger.article(ARTICLE.content_id).published == ARTICLE.published


def test_what_stands_is_never_changed(ledger: Ledger) -> None:
    assert ledger.append([ARTICLE], [SAID]) == Appended(articles=1, statements=1)
    later = replace(SAID, reader="rules/2", confidence=0.1)
    assert ledger.append([replace(ARTICLE, title="New")], [later]) == Appended(
        articles=0, statements=0
    )
    assert ledger.statements() == (TOLD,)
    assert ledger.articles() == (ARTICLE,)


def test_a_statement_may_come_after_its_article(ledger: Ledger) -> None:
    ledger.append([ARTICLE])
    assert ledger.append([], [SAID]).statements == 1


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (replace(SAID, quote="“We walk.”"), "quote is not the text from 14 to 24"),
        (replace(SAID, confidence=2.0), "confidence 2.0 is outside 0 to 1"),
        (replace(SAID, content_id="a_other"), "no such article"),
        (replace(SAID, article="a9"), "no such article"),
        (replace(SAID, published=date(2025, 12, 1)), "dated 2025-12-01, its article 2025-12-28"),
    ],
)
def test_one_faulty_statement_and_nothing_of_its_batch_is_written(
    ledger: Ledger, statement: Statement, fault: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        ledger.append([ARTICLE], [SAID, statement])
    assert statement.id in str(caught.value)
    assert fault in str(caught.value)
    assert (ledger.articles(), ledger.statements()) == ((), ())


def test_the_record_runs_forward(ledger: Ledger) -> None:
    ledger.append([ARTICLE], recorded=NOON)
    before = NOON - timedelta(seconds=1)
    for moment in (before, NOON):
        with pytest.raises(LedgerError, match="runs forward"):
            ledger.append([], [SAID], recorded=moment)
    assert ledger.statements() == ()
    assert ledger.append([ARTICLE], recorded=before) == Appended(articles=0, statements=0)
    with pytest.raises(LedgerError, match="time zone"):
        ledger.append([], [SAID], recorded=datetime(2026, 1, 2))  # noqa: DTZ001 - the fault


def test_now_is_always_after_the_last_entry(ledger: Ledger) -> None:
    ahead = datetime.now(UTC) + timedelta(days=365)
    ledger.append([ARTICLE], recorded=ahead)
    ledger.append([], [SAID])
    assert [e.recorded for e in ledger.entries()] == [ahead + timedelta(microseconds=1)]


@pytest.mark.parametrize("table", ["texts", "articles", "statements", "statement_parties"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = 'x'", "DELETE FROM {} WHERE {} <> ''"])
def test_the_file_itself_refuses_changes(tmp_path: Path, table: str, verb: str) -> None:
    path = tmp_path / "tieup.db"
    column = {"statements": "id", "statement_parties": "a"}.get(table, "content_id")
    with Ledger.open(path) as ledger:
        ledger.append([ARTICLE], [SAID])
        with (
            sqlite3.connect(path) as raw,
            pytest.raises(sqlite3.IntegrityError, match="append-only"),
        ):
            raw.execute(verb.format(table, column))
        raw.close()
        assert ledger.statements() == (TOLD,)


def test_the_file_itself_refuses_replacement(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        ledger.append([ARTICLE], [SAID])
        raw = sqlite3.connect(path)
        raw.execute("INSERT OR REPLACE INTO texts VALUES (?, 'another text')", [ARTICLE.content_id])
        raw.execute("INSERT OR REPLACE INTO statements SELECT * FROM statements")
        raw.commit()
        raw.close()
        assert ledger.article(ARTICLE.content_id) == ARTICLE
        assert ledger.statements() == (TOLD,)


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "tieup.db") as ledger, ledger._session() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 2, 1]


def test_a_full_disk_is_told_and_nothing_half_is_written(tmp_path: Path) -> None:
    long = [replace(ARTICLE, id=f"b{n}", text=f"{n} " + "long " * 5000) for n in range(5)]
    with Ledger.open(tmp_path / "tieup.db") as ledger:
        ledger.append([ARTICLE], [SAID])
        with ledger._session() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerError, match="no room left"):
            ledger.append(long)
        assert ledger.articles() == (ARTICLE,)
        with ledger._session() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        assert ledger.append(long).articles == 5
        assert ledger.check() == ()


def test_a_text_that_no_database_can_hold_is_told(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="lone surrogates"):
        ledger.append([ARTICLE, replace(ARTICLE, id="b", text="\ud800")])
    assert ledger.articles() == ()


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        (replace(ARTICLE, text="The \0"), None),
        (replace(ARTICLE, title="\0"), None),
        (ARTICLE, replace(SAID, why="two backslashes and a NUL: \\\\\0")),
        (ARTICLE, replace(SAID, participants=("A", "\0"))),
    ],
)
def test_a_nul_is_refused_on_every_store(
    ledger: Ledger, article: Article, statement: Statement | None
) -> None:
    with pytest.raises(LedgerError, match="NUL character; remove it"):
        ledger.append([article], [statement] if statement else [])
    assert ledger.articles() == ()


def test_what_only_looks_like_a_nul_is_kept(ledger: Ledger) -> None:
    odd = replace(TOLD, why="written \\u0000, \\\\u0000 and 😀")
    ledger.append([ARTICLE], [odd])
    assert ledger.statements() == (odd,)


def test_moments_keep_their_microseconds_and_end_somewhere(ledger: Ledger) -> None:
    moment = NOON + timedelta(microseconds=123456)
    ledger.append([ARTICLE], [SAID], recorded=moment.astimezone(timezone(timedelta(hours=5.5))))
    assert ledger.entries()[0].recorded == moment
    assert ledger.entries()[0].recorded.utcoffset() == timedelta(0)
    end = datetime.max.replace(tzinfo=UTC)
    ledger.append([replace(ARTICLE, id="last")], recorded=end)
    with pytest.raises(LedgerError, match="no moment is left"):
        ledger.append([replace(ARTICLE, id="later")])
    with pytest.raises(LedgerError, match="no moment that a ledger keeps"):
        ledger.append([ARTICLE], recorded=end.replace(tzinfo=timezone(-timedelta(hours=1))))


def test_threads_share_a_ledger(ledger: Ledger) -> None:
    def write(writer: int) -> None:
        for number in range(10):
            name = f"{writer}-{number}"
            ledger.append([replace(ARTICLE, id=name, text=f"Text {name}")])
            ledger.articles()

    threads = [threading.Thread(target=write, args=[writer]) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ledger.articles()) == 40


@pytest.mark.shared
def test_the_shared_articles_are_kept_whole(ledger: Ledger, shared: Path) -> None:
    loaded = load([shared / "seeds", shared / "gold" / "articles"])
    assert ledger.append(loaded.articles) == Appended(articles=30, statements=0)
    assert ledger.append(loaded.articles) == Appended(articles=0, statements=0)
    assert set(ledger.articles()) == set(loaded.articles)
    assert ledger.last_day() == date(2026, 3, 16)
