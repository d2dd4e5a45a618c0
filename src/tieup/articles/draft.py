"""A draft: what an input gives for one article, before it is judged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tieup.articles.article import Article, Source
from tieup.articles.cleaning import clean, clean_line
from tieup.articles.days import parse_day
from tieup.articles.language import foreign
from tieup.articles.remark import Remark, SkippedError
from tieup.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article as its form gives it.

    Attributes:
        place: line or item within the file; None where the file holds nothing else.
        day: the date as it stands there, or None.
        remarks: what was mended already.
    """

    id: str
    text: str
    day: str | None
    place: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    agency: str | None = None
    sources: tuple[Source, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())

    def judged(self, *, file: str, day: date | None) -> Iterator[Article | Problem]:
        """The article, after the problems that were mended; or the one problem that it fails by.

        Its own date counts before ``day``.
        """
        try:
            article, remarks = self._article(day)
        except SkippedError as skipped:
            yield Problem(file=file, place=self.place, wrong=skipped.wrong, done=skipped.done)
            return
        for remark in remarks:
            yield Problem(
                file=file, place=self.place, wrong=remark.wrong, done=remark.done, lost=False
            )
        yield article

    def _article(self, day: date | None) -> tuple[Article, tuple[Remark, ...]]:
        published = self._published(day)
        text, remarks = clean(self.text)
        if not any(character.isalpha() for character in text):
            wrong = "no words in the text" if text.strip() else "no text"
            raise SkippedError(wrong=wrong)
        language = foreign(text)
        if language:
            raise SkippedError(wrong=f"not English, it seems ({language})")
        url, unsafe = _address(self.url)
        article = Article(
            id=clean_line(self.id) or "unnamed",
            published=published,
            text=text,
            outlet=_line(self.outlet),
            title=_line(self.title),
            url=url,
            agency=_line(self.agency),
            sources=self.sources,
        )
        return article, (*self.remarks, *remarks, *unsafe)

    def _published(self, day: date | None) -> date:
        if self.day is None and day is None:
            raise SkippedError(wrong="no date", done="skipped; give one with --date YYYY-MM-DD")
        if self.day is None and day is not None:
            return day
        try:
            return parse_day(self.day or "")
        except ValueError as error:
            raise SkippedError(wrong=str(error)) from error


def _line(written: str | None) -> str | None:
    """One line, or None where nothing is left of it."""
    return (clean_line(written) or None) if written else None


def _address(written: str | None) -> tuple[str | None, tuple[Remark, ...]]:
    """A web address; anything else that stands in its place could do harm as a link."""
    url = _line(written)
    if url is None or url.lower().startswith(("http://", "https://")):
        return url, ()
    return None, (Remark(wrong="the URL is no web address", done="left out"),)
