"""Reading many articles: by several processes as by one, in flat memory, whatever happens to them."""

import gc
import os
import signal
from datetime import date, timedelta
from multiprocessing import active_children, parent_process
from pathlib import Path

import pytest

from tieup.articles import Article, load
from tieup.desk import Desk, ReadersError, ReadReport
from tieup.desk.intake import BATCH
from tieup.ledger import Ledger
from tieup.reading import Reading, clerk, read, worker
from tieup.regions import Region
from tieup.statements import Statement

DATA = Path(__file__).parents[1] / "data"
MET = "The Left Front and the Congress held seat-sharing talks in Kolkata, Md Salim said on day {}."
FIRST_DAY = date(2026, 1, 1)


def news(count: int, text: str = MET) -> list[Article]:
    """Articles of ours, each of another day, the last first."""
    return [
        Article(id=f"n{n}", published=FIRST_DAY + timedelta(days=n), text=text.format(n))
        for n in reversed(range(count))
    ]


def taken(
    articles: list[Article], jobs: int, region: Region | None = None
) -> tuple[ReadReport, list[Statement], dict[str, Article]]:
    """What a new ledger takes in: counted, shown and kept."""
    shown: list[Statement] = []
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, region)
        report = desk.take(articles, jobs=jobs, show=shown.append)
        assert sorted(s.id for s in ledger.statements()) == sorted({s.id for s in shown})
        return report, shown, desk.articles()


class Deadly(str):
    """A text that ends every process that hashes it, but for the first; all that quote it do."""

    __slots__ = ()

    def __hash__(self) -> int:
        if parent_process() is not None:
            os._exit(1)
        return super().__hash__()


def ends_at_once(_pipe: object) -> None:
    """In place of a worker's work."""
    os._exit(1)


@pytest.mark.parametrize("given", [True, False])
def test_several_processes_read_what_one_reads(bengal: Region, *, given: bool) -> None:
    articles = [*load([DATA]).articles, *news(50), *news(3, "Rain in Malda, day {}.")]
    region = bengal if given else None
    one, two = taken(articles, 1, region), taken(articles, 2, region)
    assert one == two
    assert one[0].passed_over >= 3
    assert [s.published for s in one[1]] == sorted(s.published for s in one[1])
    assert active_children() == []


def test_an_article_that_the_reader_fails_on_is_a_problem(
    bengal: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_one(article: Article, region: Region) -> Reading:
        if article.id == "n1":
            raise RecursionError(article.id)
        return read(article, region)

    monkeypatch.setattr(clerk, "read", fails_on_one)
    report, shown, kept = taken(news(3), 1, bengal)
    (problem,) = report.problems
    assert str(problem) == "n1: the reader failed on it (RecursionError: n1); kept, and not read"
    assert {s.article for s in shown} == {"n0", "n2"}
    assert len(kept) == 3


def test_an_article_that_ends_its_process_is_a_problem(bengal: Region) -> None:
    articles = news(40)
    articles[20] = Article(id="bad", published=articles[20].published, text=Deadly(MET))
    report, shown, kept = taken(articles, 2, bengal)
    (problem,) = report.problems
    assert str(problem) == "bad: two processes ended while they read it; kept, and not read"
    assert {s.article for s in shown} == {a.id for a in articles if a.id != "bad"}
    assert len(kept) == 40


def test_a_process_that_is_killed_costs_nothing(bengal: Region) -> None:
    articles = news(80)
    killed: list[int] = []

    def kill_one(done: int, _total: int) -> None:
        if done in {1, 2, 40}:
            process = active_children()[0]
            assert process.pid is not None
            os.kill(process.pid, signal.SIGKILL)
            killed.append(process.pid)

    with Ledger.open(":memory:") as ledger:
        report = Desk(ledger, bengal).take(articles, jobs=2, progress=kill_one)
        found = ledger.statements()
    assert len(killed) == 3
    assert report.problems == ()
    assert found == tuple(sorted(taken(articles, 1, bengal)[1], key=lambda s: s.published))


def test_processes_that_can_not_start_are_told_in_a_line(
    bengal: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_work", ends_at_once)
    with Ledger.open(":memory:") as ledger, pytest.raises(ReadersError, match="--jobs 1"):
        Desk(ledger, bengal).take(news(2), jobs=2)
    assert active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_stops_reading_loses_only_the_unfinished_batch(bengal: Region, jobs: int) -> None:
    def stop(done: int, _total: int) -> None:
        if done == BATCH + 3:
            raise KeyboardInterrupt

    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, bengal)
        with pytest.raises(KeyboardInterrupt):
            desk.take(news(2 * BATCH, "Rain in Malda, day {}."), jobs=jobs, progress=stop)
        assert len(desk.articles()) == BATCH
    assert active_children() == []


def test_articles_are_not_kept_in_memory(bengal: Region) -> None:
    alive: list[int] = []

    def look(done: int, _total: int) -> None:
        if done % 100 == 0:
            alive.append(sum(isinstance(one, Article) for one in gc.get_objects()))

    with Ledger.open(":memory:") as ledger:
        before = sum(isinstance(one, Article) for one in gc.get_objects())
        found = (one for n in range(1000) for one in news(1, f"Rain in Malda, {n}: " + "{}."))
        Desk(ledger, bengal).take(found, jobs=1, progress=look)
    assert len(alive) == 10
    assert max(alive) - before <= BATCH + 1
