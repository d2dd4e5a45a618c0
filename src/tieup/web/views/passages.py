"""Passages: an article cut where statements begin and end, so that each can be marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tieup.articles import Article
from tieup.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a text.

    Attributes:
        statements: the numbers of those that it belongs to.
        opens: those that begin here.
    """

    text: str
    statements: tuple[int, ...]
    opens: tuple[int, ...]


def marked(article: Article, read: Sequence[Statement]) -> tuple[Passage, ...]:
    """An article in pieces, what was read from it numbered from 1."""
    return passages(article.text, ((s.start, s.end, n) for n, s in enumerate(read, start=1)))


def passages(text: str, spans: Iterable[tuple[int, int, int]]) -> tuple[Passage, ...]:
    """The text in pieces, in order and without loss.

    Args:
        text: all of it.
        spans: (start, end, number) of each statement; they may overlap.
    """
    held = [(max(start, 0), min(end, len(text)), number) for start, end, number in spans]
    held = [span for span in held if span[0] < span[1]]
    cuts = sorted({0, len(text), *(at for start, end, _ in held for at in (start, end))})
    return tuple(
        Passage(
            text=text[left:right],
            statements=tuple(n for start, end, n in held if start <= left and right <= end),
            opens=tuple(n for start, _, n in held if start == left),
        )
        for left, right in pairwise(cuts)
    )
