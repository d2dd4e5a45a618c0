"""Deadlines: the day until which somebody is given, in the words of the text and as a day."""

import re
from dataclasses import dataclass
from datetime import date

from tieup.reading.days.days import COUNTS, LENGTHS, Day, days, shifted
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

_WORD = r"deadline|ultimatum|cut-?off(?:\s+date)?"
#: Right before a day: "by Sunday", "until February 15", "a deadline of Friday".
_UNTIL = re.compile(
    r"\b(?:(?:latest\s+)?by|before|until|till|up\s?to|(?:no|not)\s+later\s+than"
    rf"|(?:{_WORD})\s+(?:is|was|of|for|to|on|ends|ended|expires|expired|set\s+(?:for|at)|fixed\s+(?:for|at)))"
    r"\s+(?:the\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
#: Right after a day: "Friday's deadline", "the February 15 deadline", "expires on".
_OF = re.compile(
    rf"(?:['’]s)?\s{{1,3}}(?:\w+\s+)?(?:{_WORD})\b|\s{{1,3}}(?:is|was|as|being)\s+the\s+(?:last\s+da(?:te|y)|{_WORD})\b",
    re.IGNORECASE,
)
_RUNS_OUT = re.compile(
    rf"\b(?:{_WORD})\b[^.;]{{0,40}}\b(?:ends?|ended|expires?|expired|runs?\s+out)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_COUNT = rf"(?P<n>{'|'.join(COUNTS)}|\d{{1,3}})"
_UNIT = r"(?P<unit>hour|day|week|fortnight|month)"
#: A length of time that somebody is given, counted from when it is said.
_GIVEN = Sought(
    rf"\b(?:within\s+(?:the\s+next\s+)?|in\s+the\s+next\s+){_COUNT}[-\s]{_UNIT}s?\b"
    rf"|\b{_COUNT.replace('<n>', '<n2>')}[-\s]{_UNIT.replace('<unit>', '<unit2>')}s?['’]?s?\s+(?:{_WORD})\b"
    rf"|\b(?:gave|gives|given|giving|allowed|ha(?:s|ve|d))\s+(?:[\w'’()&-]+\s+){{0,5}}?"
    rf"{_COUNT.replace('<n>', '<n3>')}\s+(?:more\s+)?{_UNIT.replace('<unit>', '<unit3>')}s?\b",
    re.IGNORECASE,
)
#: Limits that are no one day, kept in their words.
_VAGUE = re.compile(
    r"\b(?:by|before|until|till|within)\s+(?P<words>(?:the\s+)?(?:(?:end\s+of\s+)?(?:this|next|the\s+coming)\s+(?:week|month|year)"
    r"|(?:first|second|third|last)\s+week\s+of\s+[A-Z]\w+|mid-?\s?[A-Z]\w+))\b"
    r"|\bwithin\s+(?P<some>(?:(?:a\s+few|some|the\s+next\s+few)\s+)?(?:days|weeks))\b"
)
#: Without one of these a clause sets no deadline.
_HINT = Sought(
    r"\b(?:by|before|until|till|upto|up\s+to|later\s+than|within|in\s+the\s+next|g[ai]ve[ns]?|giving|allowed|ha(?:s|ve|d)|last\s+da(?:te|y)|deadline|ultimatum|cut-?off)\b",
    re.IGNORECASE,
)
_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Until when: the words of the text, and the day where they mean one."""

    words: str
    day: date | None = None

    def __str__(self) -> str:
        """The day as ISO writes it; where there is none, the words."""
        return self.day.isoformat() if self.day else self.words


def deadline(
    text: str, clause: Span, said_on: date, *, country: str | None = None
) -> Deadline | None:
    """The first deadline of a clause; None where it sets none.

    Args:
        text: the article's.
        clause: a part of a sentence.
        said_on: the day on which it was said, or the article's.
        country: the id of the country whose festivals the text names.
    """
    if not _HINT.search(text, clause.start, clause.end):
        return None
    for day in days(text, clause, said_on, country=country):
        if _is_limit(text, clause, day, ahead=day.day >= said_on):
            return Deadline(words=day.span.of(text), day=day.day)
    given = _GIVEN.search(text, clause.start, clause.end)
    if given:
        return Deadline(words=given.group(), day=shifted(said_on, _length(given)))
    vague = _VAGUE.search(text, clause.start, clause.end)
    return Deadline(words=vague["words"] or vague["some"]) if vague else None


def _is_limit(text: str, clause: Span, day: Day, *, ahead: bool) -> bool:
    """Whether the words around a day make it one until which something is to be done."""
    before = text[clause.start : day.span.start]
    if _OF.match(text, day.span.end, clause.end) or _RUNS_OUT.search(before):
        return True
    return _UNTIL.search(before) is not None and (ahead or "deadline" in before.lower())


def _length(match: re.Match[str]) -> int:
    """Days in a length of time; hours that begin a day count as it."""
    groups = match.groupdict()
    word = next(groups[n] for n in ("n", "n2", "n3") if groups[n]).lower()
    unit = next(groups[n] for n in ("unit", "unit2", "unit3") if groups[n]).lower()
    count = int(word) if word.isdecimal() else COUNTS[word]
    return -(-count // _HOURS) if unit == "hour" else count * LENGTHS[unit]
