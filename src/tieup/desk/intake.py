"""The intake: articles read, recorded and counted; of any number, a batch at a time."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from tieup.articles import Article, Progress
from tieup.articles.pile import Pile
from tieup.ledger import Ledger
from tieup.problems import Problem
from tieup.reading import Reading
from tieup.reading.clerk import Orders
from tieup.reading.readers import read_all
from tieup.statements import Statement

#: So many articles are recorded in one transaction: few enough that those who read are not kept
#: waiting meanwhile, and that little is lost where a run is interrupted.
BATCH = 50
#: With more articles than this every core reads.
MANY = 200

#: Is given each statement once it is recorded, with its origin.
Show = Callable[[Statement], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What reading brought, counted, and what was wrong.

    Attributes:
        passed_over: articles that name no parties near a word of what is read, and so were kept
            in the ledger and not read.
    """

    articles: int = 0
    passed_over: int = 0
    statements: int = 0
    new_articles: int = 0
    new_statements: int = 0
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "ReadReport") -> "ReadReport":
        """What both brought."""
        return ReadReport(
            articles=self.articles + other.articles,
            passed_over=self.passed_over + other.passed_over,
            statements=self.statements + other.statements,
            new_articles=self.new_articles + other.new_articles,
            new_statements=self.new_statements + other.new_statements,
            problems=self.problems + other.problems,
        )

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        return {
            "articles": self.articles,
            "passed_over": self.passed_over,
            "new_articles": self.new_articles,
            "statements": self.statements,
            "new_statements": self.new_statements,
            "problems": [
                {"file": p.file, "place": p.place, "wrong": p.wrong, "done": p.done}
                for p in self.problems
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How articles come into a ledger.

    Attributes:
        ledger: this process is the only one of ours that writes it.
        orders: how to read them.
        jobs: how many processes read; None for one a core where there are MANY articles, else one.
    """

    ledger: Ledger
    orders: Orders
    jobs: int | None = None

    def take(
        self,
        found: Iterable[Article | Problem],
        *,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read and record articles in order of publication, whatever the order they come in.

        So the first copy of a story names its origin. Neither the articles nor what is read from
        them is kept in memory beyond a batch.

        Args:
            found: articles, and what was wrong where there should be one.
            progress: told after each article.
            show: given each statement once it is recorded.

        Raises:
            LedgerError, PackError, ReadersError: each with one line that says what to do.
        """
        report = ReadReport()
        problems = []
        batch: list[tuple[Article, Reading | None]] = []
        with Pile() as pile:
            for one in found:
                if isinstance(one, Problem):
                    problems.append(one)
                else:
                    pile.lay(one)
            jobs = self.jobs or (_cores() if len(pile) > MANY else 1)
            with closing(read_all(pile.in_order(), self.orders, jobs=jobs)) as readings:
                for done, article_and_reading in enumerate(readings, start=1):
                    batch.append(article_and_reading)
                    if len(batch) == BATCH or done == len(pile):
                        report += self._recorded(batch, show)
                        batch.clear()
                    if progress:
                        progress(done, len(pile))
        return replace(report, problems=(*problems, *report.problems))

    def _recorded(
        self, batch: Sequence[tuple[Article, Reading | None]], show: Show | None
    ) -> ReadReport:
        """What a batch brought; it is on the disk now, and was shown."""
        readings = [reading for _, reading in batch if reading is not None]
        statements = [statement for reading in readings for statement in reading.statements]
        added = self.ledger.append([article for article, _ in batch], statements)
        if show:
            origins = self.ledger.origins({statement.content_id for statement in statements})
            for statement in statements:
                show(replace(statement, origin=origins[statement.content_id]))
        return ReadReport(
            articles=len(batch),
            passed_over=len(batch) - len(readings),
            statements=len(statements),
            new_articles=added.articles,
            new_statements=added.statements,
            problems=tuple(problem for reading in readings for problem in reading.problems),
        )


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
