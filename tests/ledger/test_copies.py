"""Copies of one story in the ledger: one origin, whichever came first, and nothing that stands moves."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores import Store
from tieup.articles import Article, origins
from tieup.articles.origins import WINDOW, origin_of
from tieup.ledger import AsOf, Ledger
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind
from wire_stories import DAY, STORIES, WAYS, article, body, sentences, trimmed, whole

FERRY = article(STORIES["ferry"], outlet="The Daily")
COPY = article(trimmed(STORIES["ferry"]), day=DAY + timedelta(days=1), outlet="The Weekly")
HILLS = article(STORIES["hills"], outlet="The Daily")
PRINTED = [
    article(way(story), day=DAY + timedelta(days=later), name=f"{name} {later}")
    for name, story in list(STORIES.items())[:3]
    for later, way in enumerate((whole, *WAYS[:3]))
]
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def said_in(one: Article) -> Statement:
    """A statement that stands at the start of an article."""
    return Statement(
        kind=Kind.ALLIANCE, act=Act.REFUSES, article=one.id, content_id=one.content_id,
        parties=("A", "B"), published=one.published, quote=one.text[:20], start=0, end=20,
        outlet=one.outlet, reader="test", confidence=1.0, why="test",
    )  # fmt: skip


def groups(found: dict[str, str]) -> set[frozenset[str]]:
    """Which texts share an origin."""
    return {frozenset(t for t, o in found.items() if o == name) for name in found.values()}


def test_a_copy_read_next_week_finds_its_origin(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        ledger.append([FERRY, HILLS], [said_in(FERRY)], recorded=NOON)
    with Ledger.open(path) as ledger:
        before = ledger.entries()
        ledger.append([COPY], [said_in(COPY)], recorded=NOON + timedelta(days=7))
        assert ledger.entries()[: len(before)] == before
        told = {s.content_id: s.origin for s in ledger.statements()}
        assert set(told.values()) == {origin_of(FERRY.content_id)}
        assert len(told) == 2
        found = ledger.origins([HILLS.content_id])
        assert found == {HILLS.content_id: origin_of(HILLS.content_id)}


def test_an_earlier_copy_that_comes_late_changes_no_name(ledger: Ledger) -> None:
    ledger.append([COPY], [said_in(COPY)])
    before = ledger.statements()
    ledger.append([FERRY], [said_in(FERRY)])
    assert [s for s in ledger.statements() if s.article == COPY.id] == list(before)
    assert {s.origin for s in ledger.statements()} == {origin_of(COPY.content_id)}


def test_every_copy_is_kept_and_reading_again_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        ledger.append([FERRY, COPY, replace(FERRY, outlet="The Hour")])
        assert len(ledger.articles()) == 3
    with closing(sqlite3.connect(path)) as raw:
        count = "SELECT (SELECT count(*) FROM signatures), (SELECT count(*) FROM copies)"
        assert raw.execute(count).fetchone() == (2, 1)
        with Ledger.open(path) as ledger:
            assert ledger.append([COPY, FERRY]).articles == 0
        assert raw.execute(count).fetchone() == (2, 1)


def test_a_statement_that_names_its_origin_keeps_it(ledger: Ledger) -> None:
    ledger.append([FERRY], [replace(said_in(FERRY), origin="o_elsewhere")])
    assert [s.origin for s in ledger.statements()] == ["o_elsewhere"]


def test_a_text_printed_again_is_linked_by_either_day(ledger: Ledger) -> None:
    late = replace(FERRY, published=DAY + WINDOW * 3, outlet="The Yearly")
    ledger.append([late])
    ledger.append([COPY])
    assert len(groups(ledger.origins([FERRY.content_id, COPY.content_id]))) == 2
    ledger.append([FERRY])
    assert len(groups(ledger.origins([FERRY.content_id, COPY.content_id]))) == 1


class TestABridge:
    """Two cuts of a story share too little to be copies, until the whole of it comes."""

    said = sentences(body(STORIES["ferry"]))
    upper = article(" ".join(said[:5]), name="upper")
    lower = article(" ".join([*said[:2], *said[5:]]), name="lower")
    whole = article(" ".join(said), day=DAY + timedelta(days=1), name="whole")

    @pytest.fixture
    def bridged(self, ledger: Ledger) -> Ledger:
        """A ledger that the whole reached last."""
        for days, one in enumerate((self.upper, self.lower, self.whole)):
            ledger.append([one], [said_in(one)], recorded=NOON + timedelta(days=days))
        return ledger

    def names(self, ledger: Ledger, as_of: AsOf | None = None) -> set[str | None]:
        return {s.origin for s in ledger.statements(as_of)}

    def test_the_parts_are_one_origin_then(self, bridged: Ledger) -> None:
        assert self.names(bridged) == {origin_of(self.upper.content_id)}

    def test_an_old_view_stays_as_it_was(self, bridged: Ledger) -> None:
        then = AsOf.known(self.whole.published, on=(NOON + timedelta(days=1)).date())
        assert len(self.names(bridged, then)) == 2

    def test_a_day_before_the_whole_knows_nothing_of_it(self, bridged: Ledger) -> None:
        assert len(self.names(bridged, AsOf(day=DAY))) == 2
        assert len(self.names(bridged, AsOf(day=self.whole.published))) == 1


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(PRINTED), max_size=8, unique=True),
    st.randoms(use_true_random=False),
)
def test_the_order_of_arrival_changes_no_group(
    store: Store, batch: list[Article], rng: Random
) -> None:
    texts = [one.content_id for one in batch]
    with (
        store.new() as here, store.new() as there,
        Ledger.open(here) as at_once, Ledger.open(there) as one_by_one,
    ):  # fmt: skip
        at_once.append(batch)
        for one in rng.sample(batch, len(batch)):
            one_by_one.append([one])
        assert at_once.origins(texts) == origins(batch)
        assert groups(one_by_one.origins(texts)) == groups(origins(batch))


def test_another_scheme_signs_anew(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        ledger.append([FERRY])
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE meta SET value = 'older' WHERE key = 'signatures'")
        raw.execute("DROP TRIGGER signatures_no_update")
        raw.execute("UPDATE signatures SET scheme = 'older'")
        raw.commit()
    with Ledger.open(path) as ledger:
        ledger.append([COPY])
        assert len(groups(ledger.origins([FERRY.content_id, COPY.content_id]))) == 1


@pytest.mark.parametrize("table", ["signatures", "copies"])
def test_the_file_itself_refuses_changes(tmp_path: Path, table: str) -> None:
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as ledger:
        ledger.append([FERRY, COPY])
    with (
        closing(sqlite3.connect(path)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
