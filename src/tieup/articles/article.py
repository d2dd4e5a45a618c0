"""An article: one dated text from one outlet."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that a dispatch summarises."""

    outlet: str
    url: str
    published: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One dated text.

    Attributes:
        id: its own id where it has one, else its file's stem.
        published: the day on which a reader could first see it.
        text: as it came in, after decoding and cleaning; every span counts characters of it.
        agency: the wire service, such as "PTI", where the text or its source names one.
        sources: not empty for a dispatch: the text is then tieup's own summary of these reports,
            and none of its wording is anybody's, save what stands within quotation marks.
    """

    id: str
    published: date
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    agency: str | None = None
    sources: tuple[Source, ...] = ()

    @property
    def content_id(self) -> str:
        """The hash of the text, the same for every copy to the letter."""
        return _hashed(self.text)

    @property
    def is_dispatch(self) -> bool:
        """Whether the text is tieup's summary of other reports."""
        return bool(self.sources)


@lru_cache(maxsize=64)
def _hashed(text: str) -> str:
    """Hashed once, however many statements stand in it."""
    return "a_" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
