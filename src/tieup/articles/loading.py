"""Loading articles: from paths to articles and problems, in order, each article once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tieup.articles.article import Article
from tieup.articles.decoding import decode
from tieup.articles.draft import Draft
from tieup.articles.files import File, find_files
from tieup.articles.json_forms import SUFFIXES, is_json, json_drafts
from tieup.articles.markup import has_markup, is_page
from tieup.articles.remark import SkippedError
from tieup.articles.text_forms import numbered, page_drafts, text_drafts
from tieup.problems import Problem

#: Is told how many files are done, of how many.
Progress = Callable[[int, int], None]
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What loading gave: the articles in the order met, and all that was wrong."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def load(
    paths: Iterable[str | Path], *, day: date | None = None, progress: Progress | None = None
) -> Loaded:
    """All articles of files, folders and standard input ("-").

    Args:
        paths: read in this order; a folder with all that is in it, sorted.
        day: the date of articles that carry none; without it they are skipped.
        progress: told after each file.
    """
    found = tuple(stream(paths, day=day, progress=progress))
    return Loaded(
        articles=tuple(one for one in found if isinstance(one, Article)),
        problems=tuple(one for one in found if isinstance(one, Problem)),
    )


def stream(
    paths: Iterable[str | Path], *, day: date | None = None, progress: Progress | None = None
) -> Iterator[Article | Problem]:
    """As ``load``, one file at a time; problems that were mended come before their article."""
    shelf = _Shelf()
    files = tuple(find_files(paths))
    for done, file in enumerate(files, start=1):
        if isinstance(file, Problem):
            yield file
        else:
            yield from shelf.once(_read(file, day), file.name)
        if progress:
            progress(done, len(files))


def _read(file: File, day: date | None) -> Iterator[Article | Problem]:
    try:
        found = parse(file.read(), file=file.name, stem=file.stem, suffix=file.suffix, day=day)
    except SkippedError as skipped:
        return iter([Problem(file=file.name, wrong=skipped.wrong, done=skipped.done)])
    return found


def parse(
    data: bytes, *, file: str, stem: str, suffix: str = "", day: date | None = None
) -> Iterator[Article | Problem]:
    """The articles and problems of one file's bytes, whatever form they have.

    Args:
        data: the bytes.
        file: the name that problems show.
        stem: the id of an article that has none; the second is "stem-2".
        suffix: in lower case, such as ".html"; it counts where the content leaves a doubt.
        day: the date of articles that carry none.
    """
    try:
        text, remark = decode(data)
        del data  # a file may be large
        if remark:
            yield Problem(file=file, wrong=remark.wrong, done=remark.done, lost=False)
        for draft in _drafts(text, file=file, stem=stem, suffix=suffix):
            if isinstance(draft, Problem):
                yield draft
            else:
                yield from draft.judged(file=file, day=day)
    except SkippedError as skipped:
        yield Problem(file=file, wrong=skipped.wrong, done=skipped.done)


def _drafts(text: str, *, file: str, stem: str, suffix: str) -> Iterator[Draft | Problem]:
    """The drafts of a text, its form told from how it begins."""
    if not text.strip():
        raise SkippedError(wrong="empty")
    if is_json(text) or suffix in SUFFIXES:
        return json_drafts(text, file=file, stem=stem)
    if is_page(text) or (suffix in _PAGE_SUFFIXES and has_markup(text)):
        return page_drafts(text, file=file, stem=stem)
    return text_drafts(text, file=file, stem=stem)


@dataclass(slots=True)
class _Shelf:
    """The articles met so far, so that none comes twice or takes another's id.

    Attributes:
        names: the id given to an article, by its own id and its text.
        days: the date of each article, by id and outlet: a copy in another outlet is kept.
        taken: the ids given; counted: how many articles had an id of their own.
    """

    names: dict[tuple[str, str], str] = field(default_factory=dict)
    days: dict[tuple[str, str | None], date] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)

    def once(self, found: Iterable[Article | Problem], file: str) -> Iterator[Article | Problem]:
        """What is new; an article whose id is another text's gets a new id."""
        for one in found:
            if isinstance(one, Problem):
                yield one
                continue
            name = self._name(one)
            if name != one.id:
                wrong = f"the id {one.id} is another text's already"
                yield Problem(file=file, wrong=wrong, done=f"called {name}", lost=False)
            known = self.days.get((name, one.outlet))
            if known is None:
                self.days[name, one.outlet] = one.published
                yield replace(one, id=name)
            elif known != one.published:
                wrong = f"article {name} stands there again, dated {one.published}"
                yield Problem(file=file, wrong=wrong, done=f"the one dated {known} kept")

    def _name(self, article: Article) -> str:
        """Its own id, or the first of "id-2", "id-3", ... that is free."""
        text = article.content_id
        known = self.names.get((article.id, text))
        if known is not None:
            return known
        number = self.counted.get(article.id, 0) + 1
        while (name := numbered(article.id, number)) in self.taken:
            number += 1
        self.counted[article.id] = number
        self.taken.add(name)
        self.names[article.id, text] = self.names[name, text] = name
        return name
