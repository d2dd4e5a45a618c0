"""Proofs: what would be read from a text, before anything is recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from tieup.articles import Article, parse
from tieup.problems import Problem
from tieup.reading import read
from tieup.regions import Region
from tieup.statements import Statement

#: How problems name what was pasted.
PASTED = "the text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a text came to.

    Attributes:
        read: each article in it with what would be read from it.
        problems: what was wrong, and what was done.
    """

    read: tuple[tuple[Article, tuple[Statement, ...]], ...]
    problems: tuple[Problem, ...]


def proof(
    text: str,
    region_of: Callable[[Article], Region],
    *,
    day: date | None,
    outlet: str | None = None,
    title: str | None = None,
) -> Proof:
    """Read a pasted text in any form that files may have, and record nothing.

    Args:
        text: one article, or several in JSON or dated text.
        region_of: the region that an article is read with.
        day: the date of articles that carry none.
        outlet: of articles that name none.
        title: of articles that have none.
    """
    data = text.encode("utf-8", "replace")
    stem = f"pasted-{blake2b(data, digest_size=5).hexdigest()}"
    problems: list[Problem] = []

    def articles() -> Iterator[Article]:
        for one in parse(data, file=PASTED, stem=stem, day=day):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                yield replace(one, outlet=one.outlet or outlet, title=one.title or title)

    found = []
    for article in articles():
        reading = read(article, region_of(article))
        problems.extend(reading.problems)
        found.append((article, reading.statements))
    return Proof(read=tuple(found), problems=tuple(problems))
