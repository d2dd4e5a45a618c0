"""The choice of a region: one given for everything, or told by each article and election."""

from collections.abc import Callable, Iterable
from functools import cached_property

from tieup.articles.article import Article
from tieup.regions.pack import bundled_regions, load_region, region_of_election
from tieup.regions.region import Region
from tieup.regions.telling import told

#: The region of what tells none.
DEFAULT = "west-bengal"


class RegionChoice:
    """Which region something belongs to; packs are looked at once."""

    def __init__(self, given: Region | None = None) -> None:
        """Take the region of everything; without one it is told among the bundled ones."""
        self.given = given
        self._elections: dict[str, Region | None] = {}

    @cached_property
    def _bundled(self) -> tuple[Region, ...]:
        return bundled_regions()

    def of_article(self, article: Article) -> Region:
        """The region given, else the one that the article tells, else the default."""
        return self.given or told(article, self._bundled) or load_region(DEFAULT)

    def of_election(self, election: str | None) -> Region | None:
        """The region given, else the one that an election's id belongs to; None for nobody's."""
        if self.given is not None or election is None:
            return self.given
        if election not in self._elections:
            name = region_of_election(election)
            self._elections[election] = load_region(name) if name else None
        return self._elections[election]

    def of_most(self, elections: Iterable[str], count: Callable[[str], int]) -> Region:
        """The region given, else the one that most is said of, else the default.

        Args:
            elections: ids of elections.
            count: how much is said of one; asked only where the elections are of several regions.
        """
        by_region: dict[Region, list[str]] = {}
        for election in elections:
            region = self.of_election(election)
            if region is not None:
                by_region.setdefault(region, []).append(election)
        if len(by_region) <= 1:
            return next(iter(by_region), None) or self.given or load_region(DEFAULT)
        said = {region: sum(map(count, ids)) for region, ids in by_region.items()}
        return max(said, key=lambda region: (said[region], region.id == DEFAULT))
