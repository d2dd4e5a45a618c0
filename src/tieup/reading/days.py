"""Days: what "on Sunday", "a day after" or "December 22" means in an article of a given day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tieup.reading.spans import Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
#: "Sixty days ago" is as far back as the press counts.
_MOST = 60
_MONTH = rf"(?P<month>(?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*)\.?"
_PATTERNS = (
    (
        "weekday",
        re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!['’]s\s+deadline)", re.IGNORECASE),
    ),
    ("day after", re.compile(r"\b(?P<n>a|one)\s+day\s+(?:after|since)\b", re.IGNORECASE)),
    (
        "ago",
        re.compile(
            r"\b(?:just\s+)?(?P<n>\w+)\s+(?P<unit>day|week)s?\s+(?:ago|earlier|back)\b",
            re.IGNORECASE,
        ),
    ),
    ("today", re.compile(r"\b(?:today|earlier\s+in\s+the\s+day)\b", re.IGNORECASE)),
    ("yesterday", re.compile(r"\byesterday\b", re.IGNORECASE)),
    (
        "date",
        re.compile(
            rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>(?:19|20)\d\d))?\b(?!\s*,?\s*\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "date",
        re.compile(
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<y>(?:19|20)\d\d))?\b",
            re.IGNORECASE,
        ),
    ),
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to\s+(?:be|meet|hold|decide)|next|coming|scheduled|by|until|till|before|due)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<!be )\b(?:said|told|had|was|were|met|held|on|last|announced|\w+ed)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day expression: where it stands, the day it means, and whether that lies ahead."""

    span: Span
    day: date
    kind: str
    ahead: bool


def days(text: str, span: Span, published: date) -> tuple[Day, ...]:
    """The day expressions of a sentence, in order.

    A bare weekday is the last one up to the article's day, which counts itself; with a future verb
    or "by" before it, the next one.
    """
    found: list[Day] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text, span.start, span.end):
            place = Span(match.start(), match.end())
            if any(place.touches(other.span) for other in found):
                continue
            ahead = _is_ahead(text[span.start : match.start()])
            day = _meant(kind, match, published, ahead=ahead)
            if day is not None:
                found.append(Day(place, day, kind, ahead=day > published))
    return tuple(sorted(found, key=lambda day: day.span.start))


def _is_ahead(before: str) -> bool:
    """Whether the last verb before the expression looks forward."""
    ahead = [m.start() for m in _AHEAD.finditer(before)]
    behind = [m.start() for m in _BEHIND.finditer(before) if m.group().lower() != "on"]
    return bool(ahead) and (not behind or ahead[-1] > behind[-1])


def _meant(kind: str, match: re.Match[str], published: date, *, ahead: bool) -> date | None:
    """The day of an expression; None where it means none."""
    if kind == "weekday":
        return _weekday(match, published, ahead=ahead)
    if kind == "ago":
        return _ago(match, published)
    if kind == "date":
        return _calendar(match, published, ahead=ahead)
    return {"today": published, "yesterday": published - timedelta(days=1)}.get(kind)


def _weekday(match: re.Match[str], published: date, *, ahead: bool) -> date:
    """The last one up to the article's day, or the next one."""
    wanted = WEEKDAYS.index(match["weekday"].lower())
    if ahead:
        return published + timedelta(days=(wanted - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - wanted) % 7)


def _ago(match: re.Match[str], published: date) -> date | None:
    """So many days or weeks before; None for more than can be counted in words."""
    word = match["n"].lower()
    count = int(word) if word.isdecimal() else _NUMBERS.get(word)
    if count is None or count > _MOST:
        return None
    return published - timedelta(days=count * (7 if match["unit"].lower() == "week" else 1))


def _calendar(match: re.Match[str], published: date, *, ahead: bool) -> date | None:
    """A day of a month; without a year, the nearest one behind, or ahead where the verb says so."""
    name = match["month"].lower()
    month = next(
        (i for i, m in enumerate(MONTHS, start=1) if m.startswith(name) or name == m[:4]), 0
    )
    if not month:
        return None
    years = (
        [int(match["y"])]
        if match["y"]
        else [published.year - 1, published.year, published.year + 1]
    )
    candidates = []
    for year in years:
        try:
            candidates.append(date(year, month, int(match["d"])))
        except ValueError:
            continue
    if ahead:
        candidates = [c for c in candidates if c >= published] or candidates
    elif not match["y"]:
        candidates = [c for c in candidates if c <= published] or candidates
    return min(candidates, key=lambda c: abs((c - published).days), default=None)
