"""Counts: the numbers of seats in a clause, each with the frame that it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tieup.reading.details.frames import Frame, Sort
from tieup.reading.text.numbers import SEATS, value
from tieup.reading.text.spans import Span

#: A name as the text has it whose names are blanked out.
NAME = r"[PFH]_+"
#: What may stand before a name without being one.
THE = r"(?:(?:the|its|their|his|ally|allies|partner|former|latter['’]s|junior|newcomer)\s+){0,3}"
_BARE = r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# What may stand behind a number of seats that are not called seats: no other noun.
_NO_NOUN = (
    rf"(?=\s*(?:[.,;:)\]”\"’']|$)|\s+(?:and|but|or|while|whereas|from|of|for|in|as|by|on|at|with|under|after|before|if|when|than|this|that|which|who|is|are|was|were|will|would|has|have|had|instead|each|seats?|constituenc(?:y|ies)|at\s+(?:best|most|least)|only|more|now|to\s+(?:the\s+)?{NAME})(?!\w))"
    r"(?!\.\d|,\d|%|\s*(?:per\s*cent|%)|\s+of\s+(?:its|their|the)\s+(?!\d))"
)
_FILLERS = (
    rf"(?:\s+(?:{NAME}|the|it|its|their|them|us|him|both|for|at|on|with|of|from|in|to|no|not|more|less|fewer|than|least|most|by|about|around|nearly"
    r"|only|just|up|down|a|an|all|as|many|maximum|minimum|total|ally|partner|party|leader|leaders)(?!\w)){0,8}?"
)
_UNNAMED = re.compile(rf"{_FILLERS}\s+{_BARE}{_NO_NOUN}", re.IGNORECASE)
_ROW = re.compile(
    rf"(?:,|;|\band|\bwhile|\bwhereas|\bbut)\s+{THE}(?P<name>{NAME})(?:\s+(?:in|on|for|at|with|gets?|got|only|just|another))?\s+{_BARE}{_NO_NOUN}"
    rf"|(?:[,;:]|\band|\bwhile)\s+(?:only\s+|just\s+|another\s+)?{_BARE.replace('<n>', '<m>')}(?=\s+(?:to|for)\s+{THE}(?P<heir>{NAME}))",
    re.IGNORECASE,
)
# "Not a single seat" is no number of seats.
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|without|refus\w+|den(?:y|ied|ies))\b|n['’]t\b", re.IGNORECASE
)
_ONE = re.compile(r"(?:an?|the)\s+(?:single|lone|solitary)|one", re.IGNORECASE)
# "Half of the 40 seats": how many there are, and nobody's.
_OF_ALL = re.compile(
    r"\b(?:of|among)\s+(?:the|these|those|its|their)\s+(?:\w+['’]s\s+)?$", re.IGNORECASE
)
# Between a number and a verb that comes behind it: "45 seats, which the ISF wants".
_ON_TO = re.compile(r"[^;:.,]{0,60}|,\s+(?:that|which)\b[^;:.,]{0,60}", re.IGNORECASE)
#: So far before a number stands what denies it.
_NEAR = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of seats.

    Attributes:
        span: where it stands, with the word seats where that is written.
        heir: where the name stands whose seats they are, in a row such as "and the ISF 32".
    """

    span: Span
    number: int
    heir: int | None = None


def counts(masked: str, clause: Span, beside: Sequence[Frame]) -> Iterator[tuple[Frame, Count]]:
    """The numbers that are asked for, given or got, in order; those of what is over come last.

    Args:
        masked: the article's text, its names blanked out.
        clause: a part of it.
        beside: the clause's frames.
    """
    found = {count.span.start: count for count in _called(masked, clause)}
    called = [count.span for count in found.values()]
    for count in _bare(masked, clause, beside):
        known = found.get(count.span.start)
        if known is not None and count.heir is not None:
            found[count.span.start] = replace(known, heir=count.heir)
        elif not any(count.span.touches(span) for span in called):
            found.setdefault(count.span.start, count)
    told = []
    for count in sorted(found.values(), key=lambda count: count.span):
        frame = _frame_of(masked, count, beside)
        if frame is not None and frame.sort is not Sort.WIN:
            told.append((frame, count))
    yield from sorted(told, key=lambda pair: pair[0].past)


def _called(masked: str, clause: Span) -> Iterator[Count]:
    """Numbers that are called seats."""
    for match in SEATS.finditer(masked, *clause):
        lead = masked[max(clause.start, match.start() - _NEAR) : match.start()]
        number = value(match["n"])
        none = number == 0 or (_ONE.fullmatch(match["n"]) and _NOT.search(lead))
        if not none and not _OF_ALL.search(lead):
            yield Count(span=Span(*match.span()), number=number)


def _bare(masked: str, clause: Span, beside: Sequence[Frame]) -> Iterator[Count]:
    """Numbers right behind a frame, and those of a row that goes on from there."""
    apt = [frame for frame in beside if frame.sort is not Sort.WIN]
    for frame in apt:
        match = _UNNAMED.match(masked, frame.words.end, clause.end)
        if match:
            yield Count(span=Span(*match.span("n")), number=value(match["n"]))
    for match in _ROW.finditer(masked, apt[0].words.end, clause.end) if apt else ():
        number, heir = ("n", "name") if match["n"] else ("m", "heir")
        yield Count(
            span=Span(*match.span(number)), number=value(match[number]), heir=match.start(heir)
        )


def _frame_of(masked: str, count: Count, beside: Sequence[Frame]) -> Frame | None:
    """The last frame before a number, else the first one behind it."""
    before = [frame for frame in beside if frame.words.end <= count.span.start]
    after = [frame for frame in beside if frame.words.start >= count.span.end]
    if before or not after or after[0].adverb:
        return before[-1] if before else None
    gap = count.span.end, after[0].words.start
    return after[0] if _ON_TO.fullmatch(masked, *gap) else None
