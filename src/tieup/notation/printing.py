"""Printing: entries as text, in one canonical way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any

from tieup.articles import Article
from tieup.corrections import Retraction, Review
from tieup.notation import fields, heads
from tieup.notation.defaults import Shelf, defaults
from tieup.notation.journal import Entry
from tieup.notation.words import NOTHING, quoted
from tieup.statements import Statement

_STEP = "  "


def dumps(entries: Iterable[Entry]) -> str:
    """Entries, in order of recording, as text that ``loads`` brings back without loss."""
    return "".join(printed(entries))


def printed(entries: Iterable[Entry]) -> Iterator[str]:
    """As ``dumps``, one piece of text an entry, for what is too large to be held at once."""
    shelf = Shelf()
    moment, between = NOTHING, ""
    for entry in entries:
        recorded = _moment(entry.recorded)
        if recorded != moment:
            moment = recorded
            yield f"{between}{heads.RECORDED} {moment}\n"
            between = "\n"
        yield between + "".join(f"{line}\n" for line in _lines(entry, shelf))
        between = "\n"
        if isinstance(entry.what, Article):
            shelf.add(entry.what)


def _moment(recorded: datetime | None) -> str:
    return NOTHING if recorded is None else recorded.isoformat()


def _lines(entry: Entry, shelf: Shelf) -> Iterator[str]:
    match entry.what:
        case Article() as article:
            yield heads.article_head(article)
            yield from _fields(fields.ARTICLE, _values(article), {})
            for source in article.sources:
                yield f"{_STEP}source: {fields.SOURCE.written(source)}"
            yield from _text(article.text)
        case Statement() as statement:
            yield from _statement(statement, shelf)
        case Review() as review:
            yield heads.review_head(review)
            yield from _fields(fields.REVIEW, _values(review), {"note": ""})
            if review.amended is not None:
                yield f"{_STEP}amended:"
                for line in _statement(review.amended, shelf):
                    yield 2 * _STEP + line
        case Retraction() as retraction:
            yield heads.retraction_head(retraction)
            yield from _fields(fields.RETRACTION, _values(retraction), {"note": ""})


def _statement(statement: Statement, shelf: Shelf) -> Iterator[str]:
    yield heads.statement_head(statement)
    yield from _text(statement.quote)
    place = f"{statement.start}"
    if statement.end != statement.start + len(statement.quote):
        place += f"-{statement.end}"
    yield f"{_STEP}at: {place}"
    values = _values(statement)
    known = {**values, **heads.said_by_head(statement)}
    article = shelf.article(statement.published)
    if article is not None and article.id == statement.article:
        taken = defaults(known, article)
    else:
        taken = defaults(known, shelf.article(statement.published, statement.article))
        taken.pop("article", None)
    yield from _fields(fields.STATEMENT, values, taken)


def _fields(
    table: Mapping[str, fields.Field], values: Mapping[str, Any], taken: Mapping[str, Any]
) -> Iterator[str]:
    """The fields that differ from what is taken for granted."""
    for name, field in table.items():
        value = values[name]
        if name not in taken and value is None:
            continue
        if name not in taken or value != taken[name]:
            yield f"{_STEP}{name}: {field.written(value)}"


def _text(text: str) -> Iterator[str]:
    """A text, line by line; a line with something unseen in it stands within quotation marks."""
    for line in text.split("\n"):
        plain = line.isprintable() and not line.endswith(" ")
        yield _STEP + (f"| {line}".rstrip() if plain else quoted(line))


def _values(noted: Article | Statement | Review | Retraction) -> dict[str, Any]:
    return {field.name: getattr(noted, field.name) for field in fields_of(noted)}
