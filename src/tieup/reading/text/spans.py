"""Spans: stretches of a text, and things kept by their place in it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

ThingT = TypeVar("ThingT")


class Span(NamedTuple):
    """A stretch of the text, from start up to but without end, in characters.

    A tuple: a reading makes more of them than of anything else.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly within."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The text of the span."""
        return text[self.start : self.end]


def lowered(text: str) -> str:
    """The text in small letters, each at its place: one whose small form is longer stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


class Placed(Generic[ThingT]):
    """Things of one text that do not overlap, found by place without a look at all the others."""

    def __init__(self, things: Iterable[ThingT], span_of: Callable[[ThingT], Span]) -> None:
        """Keep the things in the order of their spans."""
        self._things = sorted(things, key=lambda thing: span_of(thing).start)
        self._spans = [span_of(thing) for thing in self._things]
        self._starts = [span.start for span in self._spans]

    def within(self, span: Span) -> Sequence[ThingT]:
        """Those that lie wholly within a span, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, lo=first)
        while last > first and self._spans[last - 1].end > span.end:
            last -= 1
        return self._things[first:last]

    def touching(self, span: Span) -> Sequence[ThingT]:
        """Those that share a character with a span, in order."""
        first = bisect_left(self._starts, span.start)
        if first and self._spans[first - 1].end > span.start:
            first -= 1
        return self._things[first : bisect_left(self._starts, span.end, lo=first)]

    def before(self, place: int, count: int) -> Sequence[ThingT]:
        """The last so many that end at a place or before it, in order."""
        last = bisect_left(self._starts, place)
        if last and self._spans[last - 1].end > place:
            last -= 1
        return self._things[max(0, last - count) : last]
