"""The setting of a question: region, day and election, told by the ledger where nobody says."""

from datetime import date
from functools import cached_property

from tieup.articles import Article
from tieup.ledger import Ledger
from tieup.regions import Election, Region, RegionChoice


class EmptyLedgerError(LookupError):
    """Nothing has been read yet, so that there is no day to ask about."""


class Setting:
    """Where and when the questions to a ledger stand.

    Where no region is given, each article tells its own, and questions are about the region of an
    election or, without one, of most statements.
    """

    def __init__(
        self, ledger: Ledger, region: Region | None = None, election: str | None = None
    ) -> None:
        """Nothing is looked up yet."""
        self._ledger = ledger
        self._choice = RegionChoice(region)
        self._asked = election

    @property
    def given(self) -> Region | None:
        """The region that all is about, where somebody named one."""
        return self._choice.given

    @cached_property
    def region(self) -> Region:
        """The region that questions are about."""
        asked = self._choice.of_election(self._asked)
        return asked or self._choice.of_most(self._ledger.elections(), self._said_of)

    @property
    def regions(self) -> tuple[Region, ...]:
        """Every region that the ledger has statements about; else the one asked about."""
        about = map(self._choice.of_election, self._ledger.elections())
        return tuple(dict.fromkeys(filter(None, about))) or (self.region,)

    def region_of(self, article: Article) -> Region:
        """The region that an article is read with."""
        return self._choice.of_article(article)

    def region_of_election(self, election: str | None) -> Region:
        """The region of a statement about an election; else the one that questions are about."""
        return self._choice.of_election(election) or self.region

    def day(self, on: date | None) -> date:
        """The day asked for, else the last one in the ledger.

        Raises:
            EmptyLedgerError: where there is neither.
        """
        found = on or self._ledger.last_day()
        if found is None:
            message = f"the ledger {self._ledger.name} is empty: read articles into it first"
            raise EmptyLedgerError(message)
        return found

    def election(self, given: str | None, day: date) -> Election:
        """The election asked for, else the next one after the day.

        Raises:
            UnknownNameError: with the nearest known ids.
        """
        return self.region.election(given) if given else self.region.next_election(day)

    def _said_of(self, election: str) -> int:
        return self._ledger.count(election=election)
