"""The exchange: a ledger's whole record written out to a file, and brought in from one."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from tieup import exports, notation
from tieup.articles import Article, Progress
from tieup.corrections import Retraction, Review
from tieup.ledger import Ledger, LedgerError
from tieup.ledger.appending import faults
from tieup.notation import Entry, Journal
from tieup.problems import Problem
from tieup.regions import Region
from tieup.statements import Statement

#: The plain-text notation, beside the forms of `exports`.
JOURNAL, JOURNAL_SUFFIX = "journal", ".journal"
_ORDER = (Article, Statement, Review, Retraction)


class ExchangeError(ValueError):
    """A form or a file that can't be used; its message is one line that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What came in from a file, counted, and what was wrong."""

    articles: int = 0
    statements: int = 0
    corrections: int = 0
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: Self) -> Self:
        """Both together."""
        return replace(
            self,
            articles=self.articles + other.articles,
            statements=self.statements + other.statements,
            corrections=self.corrections + other.corrections,
            problems=self.problems + other.problems,
        )

    def __bool__(self) -> bool:
        """Whether anything came in."""
        return bool(self.articles or self.statements or self.corrections)

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        return {
            "articles": self.articles,
            "statements": self.statements,
            "corrections": self.corrections,
            "problems": [
                {"file": p.file, "place": p.place, "wrong": p.wrong, "done": p.done}
                for p in self.problems
            ],
        }


def forms() -> dict[str, str]:
    """Every form by name, with what it is in a few words."""
    told = {name: form.label for name, form in exports.FORMS.items()}
    return {**told, JOURNAL: "the whole record as plain text that people can read and write"}


def form_of(path: Path) -> str:
    """The form that a file's name tells.

    Raises:
        ExchangeError: where it tells none.
    """
    suffixes = {form.suffix: name for name, form in exports.FORMS.items()}
    suffixes[JOURNAL_SUFFIX] = JOURNAL
    for suffix in sorted(suffixes, key=len, reverse=True):
        if path.name.endswith(suffix):
            return suffixes[suffix]
    message = f"{path.name} tells no form by its end; name one with --form, or end it in one of "
    raise ExchangeError(message + ", ".join(sorted(suffixes)))


def write_out(
    ledger: Ledger,
    path: Path,
    *,
    form: str | None = None,
    regions: Sequence[Region] = (),
    texts: bool = False,
) -> int:
    """Write a ledger's record to a file, in order of recording; how many entries that are.

    Args:
        ledger: what is written.
        path: where to; it is there whole, or as it was before.
        form: one of ``forms``; by default the one that the path's end tells.
        regions: whose parties, people and returns tell what ids mean.
        texts: whether the articles' full texts go with them, in the forms that can hold them. They
            are their publishers': only for a copy that stays in the house.

    Raises:
        ExchangeError: for an unknown form, or one that holds no texts.
        OSError: where the file can't be written.
    """
    entries = tuple(recorded(ledger))
    chosen = form or form_of(path)
    if chosen == JOURNAL:
        if not texts:
            message = "a journal holds the articles' texts; say so with --texts, or choose jsonl"
            raise ExchangeError(message)
        _put(path, notation.dumps(entries))
        return len(entries)
    try:
        exports.write(chosen, entries, path, regions=regions, texts=texts)
    except (exports.UnknownFormError, ValueError) as error:
        raise ExchangeError(str(error)) from error
    return len(entries)


def _put(path: Path, text: str) -> None:
    """Write a text file, which is there whole or as it was before."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def recorded(ledger: Ledger) -> Iterator[Entry]:
    """All that a ledger holds, in order of recording, articles before what is said in them."""
    found = [Entry(what=article, recorded=at) for article, at in ledger.arrivals()]
    found += [Entry(what=e.statement, recorded=e.recorded) for e in ledger.as_read()]
    found += [Entry(what=r.review, recorded=r.recorded) for r in ledger.corrections.reviews()]
    found += [
        Entry(what=r.retraction, recorded=r.recorded) for r in ledger.corrections.retractions()
    ]
    yield from sorted(found, key=lambda one: (str(one.recorded), _ORDER.index(type(one.what))))


def bring_in(
    ledger: Ledger, path: Path, *, form: str | None = None, progress: Progress | None = None
) -> BroughtIn:
    """Record what a file holds; what the ledger holds already is not added again.

    An empty ledger keeps the moments at which things were recorded; another records them now, for
    its record runs forward. Origins are told by the ledger itself. A statement that contradicts
    its text, or whose text is not there, is left out, and told.

    Args:
        ledger: what is added to.
        path: the file.
        form: one of ``forms``; by default the one that the path's end tells.
        progress: told how many entries are recorded, of how many.

    Raises:
        ExchangeError: for a form that is unknown or keeps too little to be read back.
        OSError: where the file can't be read.
    """
    journal = _read(path, form or form_of(path))
    keeps = ledger.last_day() is None
    clerk = _Clerk(ledger, journal.articles, path.name)
    brought, done = BroughtIn(problems=journal.problems), 0
    for moment, entries in groupby(journal.entries, key=lambda one: one.recorded):
        for batch in _batches(entries):
            brought += clerk.record(batch, moment if keeps else None)
            done += len(batch)
            if progress is not None:
                progress(done, len(journal.entries))
    return brought


def _read(path: Path, form: str) -> Journal:
    if form == JOURNAL:
        text = path.read_bytes().decode("utf-8", errors="replace")
        return notation.loads(text, file=path.name)
    try:
        return exports.read(form, path)
    except (exports.UnknownFormError, ValueError) as error:
        raise ExchangeError(str(error)) from error


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """What one transaction takes: articles and statements together, each correction alone."""
    batch: list[Entry] = []
    for entry in entries:
        if isinstance(entry.what, Article | Statement):
            batch.append(entry)
            continue
        if batch:
            yield batch
            batch = []
        yield [entry]
    if batch:
        yield batch


class _Clerk:
    """Records the batches of one file."""

    def __init__(self, ledger: Ledger, articles: Iterable[Article], file: str) -> None:
        """Nothing is recorded yet; the articles are all that the file holds."""
        self._ledger = ledger
        self._articles = articles
        self._file = file

    def record(self, batch: Sequence[Entry], moment: datetime | None) -> BroughtIn:
        """Record a batch at a moment; what contradicts itself or the ledger is left out, and told.

        Args:
            batch: articles with statements, or one correction.
            moment: None for now.
        """
        first = batch[0].what
        articles = [one.what for one in batch if isinstance(one.what, Article)]
        said = [replace(one.what, origin=None) for one in batch if isinstance(one.what, Statement)]
        try:
            if isinstance(first, Review):
                self._ledger.corrections.review(first, recorded=moment)
                return BroughtIn(corrections=1)
            if isinstance(first, Retraction):
                self._ledger.corrections.retract(first, recorded=moment)
                return BroughtIn(corrections=1)
            added = self._ledger.append(articles, said, recorded=moment)
        except LedgerError as error:
            unsound = self._unsound(said)
            if not unsound:
                return BroughtIn(problems=(self._left_out(str(error), len(batch)),))
            told = tuple(self._left_out(wrong, 1, name) for name, wrong in unsound.items())
            kept = [
                e for e in batch if not (isinstance(e.what, Statement) and e.what.id in unsound)
            ]
            return BroughtIn(problems=told) + (self.record(kept, moment) if kept else BroughtIn())
        return BroughtIn(articles=added.articles, statements=added.statements)

    def _unsound(self, said: Iterable[Statement]) -> dict[str, str]:
        """The statements that contradict the texts of file and ledger, by id, and what is wrong."""
        found = {s.id: "; ".join(faults(s, self._copies.get(s.content_id, ()))) for s in said}
        return {name: wrong for name, wrong in found.items() if wrong}

    @cached_property
    def _copies(self) -> dict[str, list[Article]]:
        """Every copy of every text, looked up where the ledger refuses something."""
        found: dict[str, list[Article]] = {}
        for article in (*self._articles, *self._ledger.articles()):
            found.setdefault(article.content_id, []).append(article)
        return found

    def _left_out(self, wrong: str, count: int, place: str | None = None) -> Problem:
        done = "left out" if count == 1 else f"{count} entries left out"
        return Problem(file=self._file, place=place, wrong=wrong, done=done)
