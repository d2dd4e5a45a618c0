"""The registry: what is entered in a ledger, and what leaves it as a file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

from tieup.articles import Article, Progress, stream
from tieup.desk.exchange import BroughtIn, bring_in, write_out
from tieup.desk.intake import Intake, ReadReport, Show
from tieup.desk.revision import Revision
from tieup.desk.setting import Setting
from tieup.ledger import Ledger
from tieup.reading.clerk import Orders
from tieup.regions import Election, Region, load_region


class Registry:
    """A ledger, and all that can be entered in it: articles, decisions of people, files.

    Where no region is given, each article is read with the one that it tells, and questions are
    about the region of an election or, without one, of most statements.
    """

    @classmethod
    @contextmanager
    def open(
        cls, where: str | Path, region: str | Path | None = None, election: str | None = None
    ) -> Iterator[Self]:
        """Over a ledger file (":memory:" for none); closed at the end.

        Args:
            where: the ledger.
            region: a pack, by its id or folder.
            election: where no region is given, one whose region is asked about.

        Raises:
            LedgerError, PackError, UnknownNameError: each with one line that says what to do.
        """
        chosen = load_region(region) if region else None
        with Ledger.open(where) as ledger:
            yield cls(ledger, chosen, election)

    def __init__(
        self, ledger: Ledger, region: Region | None = None, election: str | None = None
    ) -> None:
        """Take an open ledger, and a region or an election that tells it."""
        self.ledger = ledger
        self._setting = Setting(ledger, region, election)

    @property
    def region(self) -> Region:
        """The region that questions are about."""
        return self._setting.region

    def region_of(self, article: Article) -> Region:
        """The region that an article is read with."""
        return self._setting.region_of(article)

    def region_of_election(self, election: str | None) -> Region:
        """The region of a statement about an election; else the one that questions are about."""
        return self._setting.region_of_election(election)

    def day(self, on: date | None) -> date:
        """The day asked for, else the last one in the ledger.

        Raises:
            EmptyLedgerError: where there is neither.
        """
        return self._setting.day(on)

    def election(self, given: str | None, day: date) -> Election:
        """The election asked for, else the next one after the day.

        Raises:
            UnknownNameError: with the nearest known ids.
        """
        return self._setting.election(given, day)

    def _intake(self, jobs: int | None, region: Region | None = None) -> Intake:
        orders = Orders(region=region or self._setting.given, everything=region is not None)
        return Intake(ledger=self.ledger, orders=orders, jobs=jobs)

    def articles(self) -> dict[str, Article]:
        """Every text of the ledger by its hash; of several copies the last published."""
        return {article.content_id: article for article in self.ledger.articles()}

    def read(
        self,
        paths: Iterable[str | Path],
        *,
        day: date | None = None,
        jobs: int | None = 1,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read files and folders into the ledger, as ``take`` does.

        Args:
            paths: files and folders of any number of articles.
            day: the date of articles that carry none.
            jobs: how many processes read, as for ``take``.
            progress: told how many files are done, then how many articles.
            show: given each statement.
        """
        found = stream(paths, day=day, progress=progress)
        return self._intake(jobs).take(found, progress=progress, show=show)

    def take(
        self,
        articles: Iterable[Article],
        *,
        region: Region | None = None,
        jobs: int | None = 1,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read articles into the ledger; what it holds already is not added again.

        They are read and recorded in order of publication, a batch in one transaction. Those that
        can be about no alliance and no party are recorded, too, and passed over by the reader.

        Args:
            articles: in any order.
            region: of all of them, and then all are read; without it each tells its own.
            jobs: how many processes read; None for one, or one a core where articles are many.
                With more than one, a script that calls this needs `if __name__ == "__main__":`.
            progress: told how many are read, of how many.
            show: given each statement once it is recorded.

        Raises:
            LedgerError, PackError, ReadersError: each with one line that says what to do.
        """
        return self._intake(jobs, region).take(articles, progress=progress, show=show)

    def take_chronicle(
        self,
        *,
        jobs: int | None = 1,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read the region's bundled dispatches into the ledger, as ``take`` does."""
        dispatches = self.region.read_chronicle()
        return self.take(dispatches, region=self.region, jobs=jobs, progress=progress, show=show)

    @property
    def revision(self) -> Revision:
        """Decisions of people on what was read."""
        return Revision(ledger=self.ledger, region_of=self.region_of_election)

    def bring_in(
        self, path: str | Path, *, form: str | None = None, progress: Progress | None = None
    ) -> BroughtIn:
        """Record what a file holds that was written out before, or by hand.

        Args:
            path: the file.
            form: by default the one that its end tells.
            progress: told how many entries are recorded, of how many.

        Raises:
            ExchangeError: for a form that is unknown or can't be read back.
        """
        return bring_in(self.ledger, Path(path), form=form, progress=progress)

    def export(self, path: str | Path, *, form: str | None = None, texts: bool = False) -> int:
        """Write the whole record to a file, with the regions that it is about; how many entries.

        Raises:
            ExchangeError: for an unknown form, or one that holds no texts.
        """
        about = self._setting.regions
        return write_out(self.ledger, Path(path), form=form, regions=about, texts=texts)
