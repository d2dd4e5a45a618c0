"""Parsing: text as entries. What can't be read is a problem; what follows it is read."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from tieup.articles import Article
from tieup.corrections import Decision, Retraction, Review
from tieup.notation import fields, heads
from tieup.notation.bodies import Body, WrongError, body_of
from tieup.notation.defaults import Shelf, defaults
from tieup.notation.journal import Entry, Journal, Noted
from tieup.notation.outline import Line, outline
from tieup.notation.words import NOTHING
from tieup.problems import Problem
from tieup.statements import Statement

_AT = re.compile(r"([0-9]{1,18})(?:-([0-9]{1,18}))?")
#: Quotes are looked for in at most so many characters, and so many times the file's own: a file
#: that asks for more was made to.
_SEARCHED, _TIMES = 20_000_000, 50


def loads(text: str, *, file: str = "journal") -> Journal:
    """The entries of a journal, and what was wrong with it.

    An entry with anything wrong in it is left out whole: nothing half understood gets into a
    ledger. It takes time in proportion to the text.

    Args:
        text: as ``dumps`` prints it, or written by hand (docs/notation.md).
        file: what the text is called in problems.
    """
    return _Parser(text, file).journal()


class _Parser:
    """Reads one text, once."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._top = outline(text)
        self._shelf = Shelf()
        self._own: set[Article] = set()
        self._recorded: datetime | None = None
        self._entries: list[Entry] = []
        self._problems: list[Problem] = []
        self._to_search = max(_SEARCHED, _TIMES * len(text))

    def journal(self) -> Journal:
        for line in self._top:
            try:
                for noted in self._noted(line):
                    self._entries.append(Entry(what=noted, recorded=self._recorded))
            except WrongError as wrong:
                self._problem(wrong.line, str(wrong))
            except ValueError as error:
                self._problem(line, str(error))
        return Journal(entries=tuple(self._entries), problems=tuple(self._problems))

    def _problem(self, line: Line, wrong: str) -> None:
        place = f"line {line.number}"
        self._problems.append(
            Problem(file=self._file, place=place, wrong=wrong, done="entry left out")
        )

    def _noted(self, line: Line) -> Iterable[Noted]:
        """What a line at the margin notes, with all below it; none for a moment of recording."""
        first = line.text.partition(" ")[0]
        if first == heads.RECORDED:
            self._recorded = None  # after a broken one, nobody knows
            self._recorded = _moment(line)
            return ()
        if first == heads.REVIEW:
            return self._review(line)
        if not first[:1].isdigit():
            message = (
                "an entry begins with a day (2025-12-28), 'review' or 'recorded'; what belongs to "
                "the entry above is indented"
            )
            raise WrongError(line, message)
        kind, told = heads.dated(line.text)
        if kind == heads.ARTICLE:
            return (self._article(line, told),)
        if kind == heads.RETRACTION:
            return (_retraction(line, told),)
        before, statement = self._statement(line, told)
        return (*before, statement)

    def _article(self, line: Line, told: Mapping[str, Any]) -> Article:
        try:
            article = _article(line, told)
        except WrongError:
            self._shelf.miss(told["published"])
            raise
        self._shelf.add(article)
        return article

    def _review(self, line: Line) -> Iterable[Noted]:
        told = heads.reviewed(line.text)
        body = body_of(line, fields.REVIEW, nested=("amended",))
        if body.text is not None:
            raise WrongError(line, "a review has no text of its own; write its words as a 'note:'")
        before: tuple[Article, ...] = ()
        amended: Statement | None = None
        if "amended" in body.lines:
            before, amended = self._amended(body.lines["amended"])
        elif told["decision"] is Decision.AMEND:
            raise WrongError(line, "amend to what? Put the statement below 'amended:'")
        review = Review(**told, **_with(body, line, "reviewer"), amended=amended)
        _sound(review.faults(), line)
        return (*before, review)

    def _amended(self, line: Line) -> tuple[tuple[Article, ...], Statement]:
        if len(line.below) != 1:
            raise WrongError(line, "one statement stands below 'amended:', indented")
        kind, told = heads.dated(line.below[0].text)
        if kind != "statement":
            raise WrongError(line.below[0], "what is amended is a statement")
        return self._statement(line.below[0], told)

    def _statement(
        self, line: Line, told: Mapping[str, Any]
    ) -> tuple[tuple[Article, ...], Statement]:
        """The statement, and an article for its text where it stands in none."""
        body = body_of(line, fields.STATEMENT, besides=("at",))
        if body.text is None:
            raise WrongError(line, 'the quote is missing; put it below, as | words or "words"')
        given = body.given
        published: date = told["published"]
        article = self._shelf.article(published, given.get("article"))
        before: tuple[Article, ...] = ()
        if article is None and given.keys().isdisjoint(("article", "content_id", "at")):
            if self._shelf.misses(published):
                raise WrongError(line, "the article above it is left out; mend that first")
            article = _own(published, body.text, given.get("outlet"))
            before = () if article in self._own else (article,)
        values = {**defaults(told, article), **told, **given}
        for name in ("article", "content_id"):
            if name not in values:
                raise WrongError(
                    line, f"no article of {published} stands above; give its '{name}:'"
                )
        start, end = self._place(line, body, values["content_id"], article)
        values |= {"quote": body.text, "start": start, "end": end}
        values.pop("at", None)
        statement = Statement(**values)
        text = self._text(values["content_id"], article)
        if text is not None:
            _sound(statement.faults(text), line)
        self._own.update(before)
        return before, statement

    def _place(
        self, line: Line, body: Body, content_id: str, article: Article | None
    ) -> tuple[int, int]:
        """Where the quote stands: as "at" says, else where it is found first."""
        quote = body.text or ""
        if "at" in body.given:
            found = _AT.fullmatch(body.given["at"])
            if found is None:
                raise WrongError(
                    body.lines["at"], "write the quote's place as at: 102, or at: 102-260"
                )
            start = int(found[1])
            return start, int(found[2]) if found[2] else start + len(quote)
        text = self._text(content_id, article)
        if text is None:
            raise WrongError(line, f"the text {content_id} is not above; say where with 'at: 102'")
        self._to_search -= len(text.text)
        if self._to_search < 0:
            raise WrongError(line, "too much to search; say where the quote stands with 'at: 102'")
        start = text.text.find(quote)
        if start < 0:
            message = (
                f"the quote does not stand in the article {text.id}; copy it to the letter, or "
                "name another with 'article:'"
            )
            raise WrongError(line, message)
        return start, start + len(quote)

    def _text(self, content_id: str, article: Article | None) -> Article | None:
        if article is not None and article.content_id == content_id:
            return article
        return self._shelf.with_content(content_id)


def _own(day: date, text: str, outlet: str | None) -> Article:
    """An article for a statement that stands in none: its text is the quote."""
    article = Article(id="", published=day, text=text, outlet=outlet)
    name = "note_" + article.content_id.removeprefix("a_")
    return Article(id=name, published=day, text=text, outlet=outlet)


def _article(line: Line, told: Mapping[str, Any]) -> Article:
    body = body_of(line, fields.ARTICLE, besides=("source",))
    if body.text is None:
        raise WrongError(line, "the article's text is missing; put it below, each line after a |")
    return Article(**told, **body.given, text=body.text, sources=tuple(body.sources))


def _retraction(line: Line, told: Mapping[str, Any]) -> Retraction:
    body = body_of(line, fields.RETRACTION)
    if body.text is not None:
        raise WrongError(line, "a retraction has no text of its own; write its words as a 'note:'")
    retraction = Retraction(**told, **_with(body, line, "by"))
    _sound(retraction.faults(), line)
    return retraction


def _moment(line: Line) -> datetime | None:
    written = line.text.partition(" ")[2].strip()
    if line.below:
        raise WrongError(line.below[0], "nothing stands below 'recorded'; the entries follow it")
    if written == NOTHING:
        return None
    try:
        moment = datetime.fromisoformat(written)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    wrong = "no moment with its time zone; write it as 2026-01-01T12:00:00+00:00, or -"
    raise WrongError(line, wrong)


def _with(body: Body, line: Line, needed: str) -> dict[str, Any]:
    """The fields given, of which one has to be."""
    if needed not in body.given:
        raise WrongError(line, f"who says so? Add '{needed}: NAME' below")
    return body.given


def _sound(faults: tuple[str, ...], line: Line) -> None:
    if faults:
        raise WrongError(line, "; ".join(faults))
