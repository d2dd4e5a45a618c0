"""A clerk: reads any article as ordered, whatever the article is like."""

from dataclasses import dataclass

from tieup.articles import Article
from tieup.problems import Problem
from tieup.reading.reader import Reading, read
from tieup.reading.relevance import is_relevant
from tieup.regions import Region, RegionChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """How articles are to be read.

    Attributes:
        region: the region of all of them; None where each tells its own.
        everything: read also what can be about no alliance and no party.
    """

    region: Region | None = None
    everything: bool = False


class Clerk:
    """One who carries out orders; packs are loaded once."""

    def __init__(self, orders: Orders) -> None:
        """Take orders."""
        self._everything = orders.everything
        self._choice = RegionChoice(orders.region)

    def read(self, article: Article) -> Reading | None:
        """The reading, with a problem where the reader fails; None for what is passed over."""
        region = self._choice.of_article(article)
        try:
            if self._everything or is_relevant(article.text, [region]):
                return read(article, region)
        except Exception as error:  # noqa: BLE001 - one article must not cost all the others
            return unread(article, f"the reader failed on it ({type(error).__name__}: {error})")
        return None


def unread(article: Article, wrong: str) -> Reading:
    """The reading of an article that can't be read."""
    return Reading((), (Problem(file=article.id, wrong=wrong, done="kept, and not read"),))
