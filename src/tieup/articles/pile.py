"""A pile of articles: laid down as they come, taken up in order of publication.

Of each article no more than its day, the hash of its text and its place is kept in memory; a large
pile itself lies in a temporary file, which is gone when the pile is closed.
"""

import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

from tieup.articles.article import Article

#: A pile of fewer bytes than this needs no file.
_IN_MEMORY = 8_000_000


class Pile:
    """Articles of any number, whose texts are not in memory. Use it as a context manager."""

    def __init__(self) -> None:
        """Begin with none."""
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._places: list[tuple[int, str, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._places)

    def lay(self, article: Article) -> None:
        """Lay an article on the pile; not while others are taken up."""
        place = self._file.tell()
        pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)
        self._places.append((article.published.toordinal(), article.content_id, place))

    def in_order(self) -> Iterator[Article]:
        """Every article by day of publication and hash of text; equals in the order laid."""
        self._places.sort()
        for _, _, place in self._places:
            self._file.seek(place)
            article: Article = pickle.load(self._file)  # noqa: S301 - nobody else can write there
            yield article
