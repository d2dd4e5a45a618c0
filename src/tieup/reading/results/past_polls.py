"""Past polls: which election, already counted, a claim about a result is of."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from tieup.reading.page import Page
from tieup.reading.polls.polls import Poll
from tieup.reading.text.figures import FIGURE
from tieup.reading.text.spans import Span
from tieup.regions import Election, Region

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d\b(?!\s*(?:seats|votes|crore|lakh|,\d))")
#: "In the 2021 assembly polls": what follows a claim is of it only so.
_IN = re.compile(
    r"^(?:(?!\b(?:compar|against|than|up|down|better|(?:and|but|while)\s+(?:in|at|during)\b)|\d|[.;]).){0,60}?\b(?:in|at|during|of)\s+(?:the\s+|its\s+|that\s+)?(?:[\w-]+\s+){0,2}$"
    r"|^[\s,(]*(?:the\s+)?$",
    re.IGNORECASE,
)
#: How long something holds.
_NOT_WHEN = re.compile(
    r"\b(?:since|until|till|before|ahead\s+of)\s+(?:in\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
#: What something is held against: "compared to 39 percent in 2011", "up from 18 in 2019".
_AGAINST = re.compile(
    rf"\b(?:compar\w+|against|than|better\w*|from\s+(?:its\s+)?(?:\w+\s+of\s+)?(?:{FIGURE}))(?:(?![.;,]\s).){{0,50}}$",
    re.IGNORECASE,
)
_PUT_IN = re.compile(r",\s+(?:which|who)\b")
_STOP = re.compile(r"[.!?]\s")
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
#: "In this election", of one just held.
_THIS = re.compile(
    r"\b(?:this\s+(?:time|year|(?:[Aa]ssembly\s+|Lok\s+Sabha\s+)?(?:election|poll))|these\s+(?:\w+\s+)?(?:elections|polls))\b"
)
_LAST = re.compile(r"(?:last|previous)\s+(?!held)", re.IGNORECASE)
#: So many days after a count the talk is about it, and "this election" may mean it.
_FRESH, _THIS_ONE = timedelta(days=45), timedelta(days=180)


class Mark(NamedTuple):
    """Where a text says when.

    Attributes:
        election: None where the pack has none of that year.
        aside: whether what is told is only held against it.
    """

    span: Span
    election: Election | None
    aside: bool = False


def election_of(page: Page, words: Span, following: int, sentence: Span) -> Election | None:
    """The election that a claim is of, with returns in the pack; None where the text leaves it open.

    The one named right after the claim, else the last one named before it in the paragraph, else
    the only past one that the article has named so far, else one counted only days ago.

    Args:
        page: the article.
        words: the claim.
        following: where the next claim begins, or the clause ends.
        sentence: of the claim.
    """
    chosen = _named(page, words, following, sentence)
    if isinstance(chosen, Mark):
        return _with_returns(page, chosen.election)
    if chosen is not None:
        return _with_returns(page, chosen)
    return None


def since(page: Page, span: Span) -> Election | None:
    """The election of the year since which somebody sits for a seat: "the Bhangar MLA since 2021"."""
    for mark in _marks(page, span):
        if _SINCE.search(page.text, span.start, mark.span.start):
            return _with_returns(page, mark.election)
    return None


def names_another_land(page: Page, span: Span) -> bool:
    """Whether a span names a land other than the region's."""
    found = _lands(page.region).finditer(page.text, span.start, span.end)
    return any(match.lastgroup == "other" for match in found)


def is_of_another_land(page: Page, place: int) -> bool:
    """Whether the land that the paragraph named last before a place is another one."""
    start = page.text.rfind("\n", 0, place) + 1
    last = None
    for match in _lands(page.region).finditer(page.text, start, place):
        last = match
    return last is not None and last.lastgroup == "other"


@lru_cache(maxsize=8)
def _lands(region: Region) -> re.Pattern[str]:
    own = "|".join(map(re.escape, (*region.forms, *region.districts)))
    other = "|".join(map(re.escape, region.elsewhere)) or r"(?!)"
    return re.compile(rf"\b(?:(?P<own>{own})|(?P<other>{other}))\b")


def _named(page: Page, words: Span, following: int, sentence: Span) -> Mark | Election | None:
    text = page.text
    paragraph = Span(text.rfind("\n", 0, sentence.start) + 1, sentence.end)
    marks = [m for m in _marks(page, paragraph) if not _is_put_in(page, m, words)]
    for mark in marks:
        if words.end <= mark.span.start < following and _IN.search(
            text[words.end : mark.span.start]
        ):
            return mark
    before = [m for m in marks if m.span.end <= words.start and not _ahead(m, page)]
    here = [m for m in before if m.span.start >= sentence.start]
    if here:
        own = [m for m in here if not m.aside] or here
        return own[-1]
    if before:
        told = _last_told(page, [m for m in before if not m.aside])
        return told if told is None or _is_still(page, told, sentence) else None
    earlier = [m for m in _marks(page, Span(0, paragraph.start)) if not _ahead(m, page)]
    if earlier:
        only = len({m.election.id if m.election else "" for m in earlier}) == 1
        return earlier[0] if only else None
    return _last(page, _FRESH)


def _is_put_in(page: Page, mark: Mark, words: Span) -> bool:
    """Whether a mark is of what is only put in before a claim: "The Left, which won two then, ..."."""
    start = page.text.rfind(", ", 0, mark.span.start)
    put_in = start >= 0 and _PUT_IN.match(page.text, start) is not None
    return put_in and "," in page.text[mark.span.end : words.start]


def _is_still(page: Page, told: Mark, sentence: Span) -> bool:
    """Whether a sentence goes on with the election of the one before.

    Days after a count a plain past is of that one: "In 2014 it had won two. The Left drew a blank."
    """
    fresh = _last(page, _FRESH)
    return fresh in (None, told.election) or "had" in sentence.of(page.text).split()


def _last_told(page: Page, marks: Sequence[Mark]) -> Mark | None:
    """The last of the sentences before; None where that sentence tells of several elections."""
    if not marks:
        return None
    last = marks[-1]
    together = [
        m
        for m in marks
        if not _STOP.search(page.text, m.span.end, max(m.span.end, last.span.start))
    ]
    return last if len({m.election.id if m.election else "" for m in together}) == 1 else None


def _last(page: Page, within: timedelta) -> Election | None:
    """The last election, where its count is no longer ago."""
    day = page.article.published
    found = page.region.last_election(day + timedelta(days=1))
    return found if found is not None and day - found.counted <= within else None


def _ahead(mark: Mark, page: Page) -> bool:
    """Whether a mark is of an election to come."""
    return mark.election is not None and mark.election.counted > page.article.published


def _marks(page: Page, span: Span) -> Iterator[Mark]:
    """Every naming of an election in a span, and every year that has none, in order."""
    these = [
        Mark(Span(match.start(), match.end()), _last(page, _THIS_ONE))
        for match in _THIS.finditer(page.text, span.start, span.end)
    ]
    found = [m for m in these if m.election is not None]
    for poll in page.polls.named.touching(span):
        named = Mark(poll.span, _before_this(page, poll))
        if not _is_taken(named, found) and not _follows_year(page, named):
            found.append(named)
    for year in _YEAR.finditer(page.text, span.start, span.end):
        mark = Mark(Span(year.start(), year.end()), None)
        if not _is_taken(mark, found):
            found.append(mark)
    for mark in sorted(found, key=lambda mark: mark.span):
        before = page.text[max(span.start, mark.span.start - 80) : mark.span.start]
        if not _NOT_WHEN.search(before) or _SINCE.search(before):
            yield mark._replace(aside=_AGAINST.search(before) is not None)


def _before_this(page: Page, poll: Poll) -> Election | None:
    """The election of a naming; "last time", days after a count, is the one before that."""
    election, day = poll.election, page.article.published
    if not _LAST.match(page.text, poll.span.start) or day - election.counted > _FRESH:
        return election
    return page.region.last_election(election.counted, election.kind)


def _is_taken(mark: Mark, by: Sequence[Mark]) -> bool:
    return any(mark.span.touches(other.span) for other in by)


def _follows_year(page: Page, mark: Mark) -> bool:
    """Whether it only goes on with a year: "the 2011 West Bengal assembly elections"."""
    forms = sorted(page.region.forms, key=len, reverse=True)
    before = page.text[max(0, mark.span.start - 40) : mark.span.start].rstrip()
    land = next((form for form in forms if before.endswith(form)), None)
    return land is not None and re.search(r"\d{4}\s*$", before.removesuffix(land)) is not None


def _with_returns(page: Page, election: Election | None) -> Election | None:
    known = election is not None and election.id in page.region.elections
    past = election is not None and election.counted <= page.article.published
    return election if known and past and election is not None and election.has_returns else None
