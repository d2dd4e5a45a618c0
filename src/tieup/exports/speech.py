"""Speech: which words of a quote are somebody's own.

Only what stands within quotation marks in the article is; all else is the article's wording, and
every export keeps the two apart.
"""

from collections.abc import Iterator
from functools import lru_cache

from tieup.articles import Article
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Mode

_CLOSES = {"“": "”", "«": "»", '"': '"'}
#: What may stand before an upright mark that opens; after a digit it means inches.
_BEFORE = "([{—–-‘'"


def own_words(statement: Statement, article: Article | None) -> tuple[str, ...]:
    """The stretches of a statement's quote that are its speaker's own words, in order.

    None where the statement is not direct, nobody is named who said it, or the article that could
    bear it out is not at hand.
    """
    if statement.mode is not Mode.DIRECT or statement.speaker == REPORT or article is None:
        return ()
    start, end = statement.start, statement.end
    if article.text[start:end] != statement.quote:
        return ()
    spans = ((max(a, start), min(b, end)) for a, b in _quotations(article.text))
    return tuple(article.text[a:b] for a, b in spans if a < b)


@lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """From where to where quotation marks hold in a text; worked out once for its statements.

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
