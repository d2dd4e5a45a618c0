"""The newsroom: which record the pages show, and how fresh it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Self

from tieup.alliances import Standings
from tieup.articles import Progress
from tieup.desk import CheckedClaim, Desk
from tieup.desk.library import Library
from tieup.ledger import Ledger
from tieup.regions import Region, load_region
from tieup.web.views.workings import Workings


@dataclass(frozen=True, kw_only=True, eq=False)
class Edition:
    """What a page is made of.

    Attributes:
        desk: over the record that is shown.
        mark: another one as soon as anything is recorded, or the pack is another.
        bundled: whether it is the region's chronicle, shown because the ledger is empty.
    """

    desk: Desk
    mark: str
    bundled: bool

    @property
    def library(self) -> Library:
        """Its texts."""
        return self.desk.library

    def standings(self, election: str) -> Standings:
        """Where relations stood from each day on; looked up once for all pages."""
        return self._standings.get((election,), lambda: self.desk.standings(election))

    def claims(self, on: date) -> tuple[CheckedClaim, ...]:
        """Claims about the past up to a day; those of the last day asked about are checked once."""
        return self._claims.get((on.isoformat(),), lambda: self.desk.claims(on=on))

    @cached_property
    def _standings(self) -> Workings[Standings]:
        return Workings(most=len(self.desk.region.elections))

    @cached_property
    def _claims(self) -> Workings[tuple[CheckedClaim, ...]]:
        return Workings(most=1)


class Newsroom:
    """A ledger that people read and write, and the chronicle that is shown while it is empty."""

    @classmethod
    @contextmanager
    def open(cls, where: str | Path, region: str | Path | None = None) -> Iterator[Self]:
        """Over a ledger, which is made where there is none; closed at the end.

        Raises:
            LedgerError, PackError, UnknownNameError: each with one line that says what to do.
        """
        chosen = load_region(region) if region else None
        with Ledger.open(where) as ledger, Ledger.open(":memory:") as bundled:
            yield cls(ledger, bundled, chosen)

    def __init__(self, ledger: Ledger, bundled: Ledger, region: Region | None) -> None:
        """Take an open ledger, and an empty one for the chronicle."""
        self.ledger = ledger
        self._bundled = bundled
        self._region = region
        self._lock = Lock()
        self._latest: Edition | None = None

    @property
    def own(self) -> Desk:
        """The desk over the ledger itself, be it empty."""
        return Desk(self.ledger, self._region)

    @property
    def is_near(self) -> bool:
        """Whether ``moment`` is had at once, without waiting for anybody."""
        return self.ledger.is_near

    def moment(self) -> str:
        """That of the last entry in the ledger; "" where there is none."""
        moment = self.ledger.last_moment()
        return moment.isoformat() if moment else ""

    def edition(self, *, progress: Progress | None = None) -> Edition:
        """What there is to show now.

        Args:
            progress: told how many dispatches of the chronicle are read, should it be needed.
        """
        mark = self.moment()
        latest = self._latest
        if latest is not None and latest.mark.partition(" ")[0] == mark:
            return latest
        with self._lock:
            self._latest = self._made(mark, progress)
        return self._latest

    def _made(self, mark: str, progress: Progress | None) -> Edition:
        bundled = not mark
        desk = Desk(self._bundled if bundled else self.ledger, self._region, stays=True)
        if bundled and self._bundled.last_moment() is None:
            desk.take_chronicle(progress=progress)
        return Edition(desk=desk, mark=f"{mark} {desk.region.digest}", bundled=bundled)
