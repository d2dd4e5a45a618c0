"""Speech: whose words a statement's quote is, so that nobody is ever quoted with another's.

Only what stands within quotation marks in the article is somebody's own words. The text itself is
asked, whatever the reader said of it: both must agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tieup.articles import Article
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Mode

_CLOSES = {"“": "”", "«": "»", '"': '"'}
_MARKS = '“”«»"'
#: What may stand before an upright mark that opens; after a digit it means inches.
_BEFORE = "([{—–-‘'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a quote: somebody's own words, or the article's."""

    text: str
    own: bool


def pieces(statement: Statement, article: Article | None) -> tuple[Piece, ...]:
    """A statement's quote, cut where quotation marks open and close in its article.

    All of it is the article's wording where the statement is not direct, nobody is named who said
    it, or the article that could bear it out is not at hand.
    """
    told = (Piece(text=statement.quote, own=False),)
    if statement.mode is not Mode.DIRECT or statement.speaker == REPORT or article is None:
        return told
    text, start, end = article.text, statement.start, statement.end
    if text[start:end] != statement.quote:
        return told
    found = []
    at = start
    for opened, closed in quoted(text):
        first, last = max(opened, start), min(closed, end)
        if first < last:
            found += _told(text[at:first])
            found.append(Piece(text=text[first:last], own=True))
            at = last
    found += _told(text[at:end])
    return tuple(found) if any(piece.own for piece in found) else told


def own_words(statement: Statement, article: Article | None) -> tuple[str, ...]:
    """The stretches of a statement's quote that are its speaker's own words, in order."""
    return tuple(piece.text for piece in pieces(statement, article) if piece.own)


@lru_cache(maxsize=64)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """From where to where quotation marks hold, the marks themselves left out.

    A quotation ends with its paragraph. One that is left open there counts only where the next
    paragraph opens again, as the press does with a long one: a stray mark makes no quotation.
    """
    lines = text.splitlines(keepends=True)
    found, at = [], 0
    begins = [line.lstrip()[:1] for line in lines if line.strip()]
    following = iter([*begins[1:], ""])
    for line in lines:
        next_mark = next(following) if line.strip() else ""
        for opened, closed in _in_line(line, goes_on=next_mark in ("“", "«")):
            found.append((at + opened, at + closed))
        at += len(line)
    return tuple(found)


def _in_line(line: str, *, goes_on: bool) -> Iterator[tuple[int, int]]:
    opened, closing = -1, ""
    for at, mark in enumerate(line):
        if closing:
            if mark == closing:
                yield opened, at
                closing = ""
        elif mark in _CLOSES and (mark != '"' or _may_open(line, at)):
            opened, closing = at + 1, _CLOSES[mark]
    if closing and closing != '"' and goes_on:
        yield opened, len(line.rstrip())


def _may_open(line: str, at: int) -> bool:
    before, after = line[at - 1 : at] or " ", line[at + 1 : at + 2]
    return (before.isspace() or before in _BEFORE) and bool(after) and not after.isspace()


def _told(text: str) -> list[Piece]:
    """The article's words between two quotations; none where only marks stand there."""
    plain = text.strip(_MARKS)
    return [Piece(text=plain, own=False)] if plain.strip() else []
