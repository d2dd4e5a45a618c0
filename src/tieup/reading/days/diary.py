"""The diary: which day holds at which place of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tieup.reading.days.days import COUNTS, dateline, days
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

#: "A day after the rally was held": what follows "after" is of an earlier day than the rest.
_AFTER = Sought(
    rf"\b(?P<n>{'|'.join(COUNTS)}|\d{{1,2}})\s+days?\s+after\b"
    r"|\b(?:barely\s+)?(?:(?:some|several|a\s+few|few)\s+)?days\s+after\b",
    re.IGNORECASE,
)
#: Where somebody goes on to speak: "X, a day after the rally, on Monday said".
_SAYS = re.compile(
    r",\s+(?:(?:on\s+)?\w+\s+)?(?:said|told|added|claimed|announced|rejected|refused|asked)\b"
)
#: A day further back is history, not when the news was said.
_RECENT = 31


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that holds from a place on; None where the text tells of no one day there."""

    start: int
    day: date | None


class Diary:
    """The days of one article."""

    def __init__(self, text: str, published: date | None, country: str | None = None) -> None:
        """Start an article.

        Args:
            text: the article's.
            published: the day it bears; a dateline in the text comes before it. None where days are
                not wanted.
            country: the id of the country whose festivals the text names; None for none.
        """
        self._text = text
        self._country = country
        self._today = (dateline(text, published) or published) if published else None

    def marks(self, sentence: Span, told: Sequence[Span], last_day: date | None) -> list[Mark]:
        """The days of what a sentence tells, in the order in which they begin to hold.

        Args:
            sentence: the whole of it.
            told: its parts outside quotation marks.
            last_day: the day that the sentences before told of.
        """
        if self._today is None:
            return []
        eve = _AFTER.search(self._text, sentence.start, sentence.end)
        if eve is None:
            recent = self._recent(told, last_day)
            return [Mark(sentence.start, recent)] if recent else []
        return self._around(eve, sentence, last_day)

    def _around(self, eve: re.Match[str], sentence: Span, last_day: date | None) -> list[Mark]:
        """The marks of "... a day after X said", with the eve reaching over what X said.

        Put first in the sentence, the eve ends at its comma; put in between two, where it is said.
        """
        led_in = self._text[sentence.start : eve.start()].strip(' "“\n')
        comma = self._text.find(",", eve.end(), sentence.end) if not led_in else -1
        if led_in.endswith(","):
            said = _SAYS.search(self._text, eve.end(), sentence.end)
            comma = said.start() if said else -1
        end = comma if comma >= 0 else sentence.end
        rest = [Span(sentence.start, eve.start()), Span(end, sentence.end)]
        within = self._recent([Span(eve.end(), end)], last_day)
        count = self._count(eve)
        base = self._recent(rest, None)
        if base is None and within and count:
            base = within + timedelta(days=count)
        base = base or last_day or self._today
        before = within or (base - timedelta(days=count) if base and count else None)
        marks = [Mark(sentence.start, base), Mark(eve.start(), before)]
        return [*marks, Mark(end, base)] if comma >= 0 else marks

    @staticmethod
    def _count(eve: re.Match[str]) -> int | None:
        """How many days; None where nobody counts them."""
        if eve["n"] is None:
            return None
        word = eve["n"].lower()
        return int(word) if word.isdecimal() else COUNTS[word]

    def _recent(self, parts: Sequence[Span], last_day: date | None) -> date | None:
        """The first day in some parts of a sentence that lies behind and not far back."""
        today = self._today
        if today is None:
            return None
        found = (
            day.day
            for part in parts
            for day in days(self._text, part, today, told_of=last_day, country=self._country)
            if not day.ahead and (today - day.day).days <= _RECENT
        )
        return next(found, None)


def mark_at(marks: Sequence[Mark], place: int) -> Mark | None:
    """The mark that holds at a place."""
    return next((mark for mark in reversed(marks) if mark.start <= place), None)


def cut(span: Span, marks: Sequence[Mark]) -> list[Span]:
    """A span cut where another day begins to hold."""
    inside = [mark.start for mark in marks if span.start < mark.start < span.end]
    return [Span(a, b) for a, b in pairwise([span.start, *inside, span.end])]
