"""The library: the texts of a ledger by their hash, each fetched when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tieup.articles import Article
from tieup.ledger import Ledger

#: So many texts stay at hand.
_AT_HAND = 2_000


class Library(Mapping[str, Article]):
    """Every text of a ledger by its hash; of several copies the first published.

    To look a text up costs one query; to count or list them reads them all.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Nothing is fetched yet."""
        self._ledger = ledger
        self._fetched = lru_cache(_AT_HAND)(ledger.article)

    def __getitem__(self, content_id: str) -> Article:
        """The text.

        Raises:
            KeyError: where the ledger has none of this hash.
        """
        return self._fetched(content_id)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(article.content_id for article in self._ledger.articles()))

    def __len__(self) -> int:
        return sum(1 for _ in self)
