"""Days: what "on Sunday", "a day after" or "December 22" means in an article of a given day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from tieup.reading.days.festivals import festivals_of
from tieup.reading.days.tenses import Tense, tense
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "a couple of": 2,
}  # fmt: skip
#: Days in a unit of time.
LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
#: "Sixty days ago" is as far back as the press counts.
_MOST = 60
_COUNT = rf"(?P<n>{'|'.join(COUNTS)}|\d{{1,2}})"
_MONTH = rf"(?P<month>(?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*)\.?"
_IN_YEAR = r"(?:,?\s+(?P<y>(?:19|20)\d\d)\b)"


class _Form(NamedTuple):
    """How a kind of day is written.

    A sentence without any of the hints has none, nor one without a figure, where it is written in
    figures.
    """

    kind: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    in_figures: bool


def _form(kind: str, pattern: str, *hints: str) -> _Form:
    return _Form(kind, re.compile(pattern, re.IGNORECASE), hints, in_figures=r"(?P<d>\d" in pattern)


_SHORT = tuple(month[:3] for month in MONTHS)
#: Days that are told by themselves, or by the article's own day.
_FORMS = (
    _form("iso", r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", "-"),
    _form("slashed", r"\b(?P<d>\d\d?)(?P<by>[/.])(?P<m>\d\d?)(?P=by)(?P<y>(?:19|20)\d\d)\b", "/", "."),
    _form("month first", rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:{_IN_YEAR}|(?!,?\d))", *_SHORT),
    _form("day first", rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b{_IN_YEAR}?", *_SHORT),
    _form("month's end", rf"\b(?:(?:end|last\s+day)\s+of|end-)\s*{_MONTH}\b{_IN_YEAR}?", "end", "last day"),
    _form("this month's end", r"\bmonth['’]?s?[-\s]end\b|\bend\s+of\s+(?:the|this)\s+month\b", "month"),
    _form("year's end", r"\byear['’]?s?[-\s]end\b|\bend\s+of\s+(?:the|this)\s+year\b", "year"),
    _form("weekday", rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b", "day"),
    _form("day before yesterday", r"\bday\s+before\s+yesterday\b", "yesterday"),
    _form("day after tomorrow", r"\bday\s+after\s+tomorrow\b", "tomorrow"),
    _form("today", r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening)|(?:earlier|later)\s+in\s+the\s+day)\b", "day", "night", "this "),
    _form("yesterday", r"\b(?:yesterday|last\s+night)\b", "yesterday", "night"),
    _form("tomorrow", r"\btomorrow\b", "tomorrow"),
    _form("ago", rf"\b{_COUNT}\s+(?P<unit>day|week|fortnight)s?\s+(?:ago|back)\b", "ago", "back"),
    _form("ahead", rf"\b(?:in|within)\s+(?:the\s+next\s+)?{_COUNT}\s+(?P<unit>day|week|fortnight)s?\b", "day", "week", "fortnight"),
)  # fmt: skip
#: Days that are told by another one, and whether they lie on (1), back (-1) or on it (0).
_BY_ANOTHER = (
    (0, _form("same day", r"\b(?:the\s+same|that)\s+(?:very\s+)?day\b", "day")),
    (1, _form("later", rf"\b(?:(?:the\s+)?(?:next|following)\s+day|{_COUNT}\s+(?P<unit>day|week)s?\s+later)\b", "next", "following", "later")),
    (-1, _form("earlier", rf"\b(?:the\s+(?:previous\s+day|day\s+before|day\s+earlier)|{_COUNT}\s+(?P<unit>day|week)s?\s+earlier)\b", "day", "earlier")),
)  # fmt: skip
_FIGURE = re.compile(r"\d")
#: A sentence with more of one kind is a table.
_MOST_OF_A_KIND = 20
_STEPS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
#: "Two days after Sunday's rally": the day counted from, with no comma before it, and no further off.
_COUNTED_FROM = Sought(
    rf"\b{_COUNT}\s+days?\s+(?P<side>after|since|before|ahead\s+of)\b(?=[^,;]{{0,60}})",
    re.IGNORECASE,
)
_REACH = 60
_EVE = Sought(r"\b(?:on\s+)?the\s+eve\s+of\s+(?:the\s+)?", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|ahead\s+of|by|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_STRICTLY_LAST = re.compile(r"\blast\s+$", re.IGNORECASE)
_STRICTLY_NEXT = re.compile(r"\bnext\s+$", re.IGNORECASE)
#: A place and a day in front of the first sentence: "Kolkata, Dec 28 (PTI)".
_DATELINE = re.compile(
    r"\A\s*[A-Z][\w .()/'’-]{1,40}[,:]?\s+(?P<day>[A-Za-z]{3,9}\.?\s+\d{1,2}|\d{1,2}\s+[A-Za-z]{3,9})\b,?"
    r"\s*(?:\(|[:–—-]|_)"
)
#: A page is stamped at most so many days after its dateline.
_STAMPED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day expression: where it stands, the day it means, and whether that lies ahead."""

    span: Span
    day: date
    kind: str
    ahead: bool


def days(
    text: str,
    span: Span,
    published: date,
    *,
    told_of: date | None = None,
    country: str | None = None,
) -> tuple[Day, ...]:
    """The day expressions of a sentence that mean one day, in order.

    A bare weekday is the last one up to the article's day, which counts itself; where the tense is
    a future, the next one. A prospect ("was to meet on Sunday") is ahead, too, but for yesterday's
    weekday, which would be six days off. What means no one day ("last week", "earlier this month")
    is left out.

    Args:
        text: the article's.
        span: a sentence of it, or a part.
        published: the day of the article, or of its dateline.
        told_of: the day that the sentences before told of, from which "the next day" counts.
        country: the id of the country whose festivals the text names; None for none.
    """
    found: list[Day] = []
    words = span.of(text).lower()
    figures = _FIGURE.search(words) is not None
    for form in _FORMS:
        if form.in_figures and not figures:
            continue
        for match in _matches(form, words, text, span):
            place = Span(*match.span())
            if any(place.touches(other.span) for other in found):
                continue
            day = _meant(form.kind, match, text, span, published)
            if day is not None:
                found.append(Day(span=place, day=day, kind=form.kind, ahead=day > published))
    if country is not None:
        found.extend(_feasts(text, span, published, country, found))
    if "day" in words or "eve" in words or "week" in words:
        found.extend(_counted(text, span, published, found, told_of))
    return tuple(sorted(found, key=lambda day: day.span.start))


def dateline(text: str, published: date) -> date | None:
    """The day in front of the text, where it is that of the article or just before; else None."""
    line = _DATELINE.match(text)
    if line is None:
        return None
    found = days(text, Span(*line.span("day")), published)
    recent = found and timedelta(0) <= published - found[0].day <= timedelta(days=_STAMPED)
    return found[0].day if recent else None


def _matches(form: _Form, words: str, text: str, span: Span) -> Iterator[re.Match[str]]:
    """Where a form stands in a span, whose words are given in lower case."""
    for hint in form.hints:
        if hint in words:
            return islice(form.pattern.finditer(text, span.start, span.end), _MOST_OF_A_KIND)
    return iter(())


def _meant(
    kind: str, match: re.Match[str], text: str, sentence: Span, published: date
) -> date | None:
    """The day of an expression that counts from the article's day or from none; else None."""
    if kind in _STEPS:
        return shifted(published, _STEPS[kind])
    day: date | None = None
    match kind:
        case "iso" | "slashed":
            day = _of_calendar(int(match["y"]), int(match["m"]), int(match["d"]))
        case "weekday":
            day = _weekday(match, text, sentence, published)
        case "ago" if _length(match) <= _MOST:
            day = shifted(published, -_length(match))
        case "ahead":
            day = shifted(published, _length(match))
        case "month first" | "day first" | "month's end":
            day = _of_month(match, published, tense(text, sentence, Span(*match.span())))
        case "this month's end":
            day = _month_end(published.year, published.month)
        case "year's end":
            day = date(published.year, 12, 31)
    return day


def _weekday(match: re.Match[str], text: str, sentence: Span, published: date) -> date | None:
    """The last one up to the article's day, or the next one."""
    wanted = WEEKDAYS.index(match["weekday"].lower())
    back = (published.weekday() - wanted) % 7
    before = text[sentence.start : match.start()]
    told = tense(text, sentence, Span(*match.span()))
    if _STRICTLY_LAST.search(before):
        return shifted(published, -(back or 7))
    if _STRICTLY_NEXT.search(before):
        return shifted(published, 7 - back)
    ahead = told is Tense.FUTURE or (told is Tense.PROSPECT and back != 1)
    return shifted(published, 7 - back if ahead and back else -back)


def _of_month(match: re.Match[str], published: date, told: Tense | None) -> date | None:
    """A day of a month; without a year, the nearest that the tense allows."""
    name = match["month"]
    month = next((n for n, m in enumerate(MONTHS, 1) if _is_month(name, m)), None)
    if month is None:
        return None
    given = match.groupdict()
    years = [int(match["y"])] if match["y"] else [published.year + step for step in (-1, 0, 1)]
    found = [
        _of_calendar(year, month, int(given["d"])) if given.get("d") else _month_end(year, month)
        for year in years
    ]
    return _nearest([day for day in found if day], published, told)


def _is_month(written: str, month: str) -> bool:
    """Whether a word is a month or its short form, with a capital: "Sept", and not "may"."""
    low = written.lower()
    return written[0].isupper() and (low in (month, month[:3]) or (low == month[:4] == "sept"))


def _nearest(found: list[date], published: date, told: Tense | None) -> date | None:
    """The nearest to the article's day on the side that the tense tells, if there is one."""
    if told is Tense.FUTURE:
        found = [day for day in found if day >= published] or found
    elif told is Tense.PAST:
        found = [day for day in found if day <= published] or found
    return min(found, key=lambda day: abs(day - published), default=None)


def _feasts(
    text: str, span: Span, published: date, country: str, found: list[Day]
) -> Iterator[Day]:
    """Festivals, each its first day; after one, the day that follows, and only where it is ahead."""
    festivals = festivals_of(country)
    if festivals is None or not festivals.are_named(text):
        return
    words = span.of(text).lower()
    if not any(name in words for name in festivals.names):
        return
    for match in festivals.pattern.finditer(text, span.start, span.end):
        place, before = Span(*match.span()), text[span.start : match.start()]
        if any(place.touches(day.span) for day in found) or _SINCE.search(before):
            continue
        after, limit = _AFTER.search(before), _BEFORE.search(before)
        told = tense(text, span, place)
        if told is Tense.PROSPECT and (after or limit):
            told = Tense.FUTURE
        years = (published.year + step for step in (-1, 0, 1))
        known = [feast for year in years if (feast := festivals.of_year(match.group(), year))]
        nearest = _nearest([feast.first for feast in known], published, told)
        feast = next((feast for feast in known if feast.first == nearest), None)
        if feast is None:
            continue
        day = shifted(feast.last, 1) if after else feast.first
        if day is not None and (day > published or not (after or limit)):
            yield Day(span=place, day=day, kind="festival", ahead=day > published)


def _counted(
    text: str, span: Span, published: date, found: list[Day], told_of: date | None
) -> Iterator[Day]:
    """Days counted from another: "a day after Sunday's rally", "on the eve of", "the next day"."""
    known = sorted(found, key=lambda day: day.span.start)
    for pattern in (_COUNTED_FROM, _EVE):
        for match in pattern.finditer(text, span.start, span.end):
            end = match.end() + _REACH
            base = next((day for day in known if match.end() <= day.span.start < end), None)
            if base is None or "," in text[match.end() : base.span.start]:
                continue
            side = match.groupdict().get("side")
            steps = _length(match) if side in ("after", "since") else -_length(match)
            yield from _one(Span(*match.span()), base.day, steps, "counted", published)
    words = span.of(text).lower()
    for sign, form in _BY_ANOTHER:
        for match in _matches(form, words, text, span):
            if any(day.span.touches(Span(*match.span())) for day in known):
                continue
            before = [day.day for day in known if day.span.end <= match.start()]
            start = before[-1] if before else told_of
            if start is None and sign < 0 and match["n"]:
                start = published
            if start is not None:
                steps = sign * _length(match)
                yield from _one(Span(*match.span()), start, steps, form.kind, published)


def _one(span: Span, start: date, steps: int, kind: str, published: date) -> Iterator[Day]:
    """The day so many steps from another."""
    day = shifted(start, steps)
    if day is not None:
        yield Day(span=span, day=day, kind=kind, ahead=day > published)


def _length(match: re.Match[str]) -> int:
    """Days in a count of days or weeks; one where nothing is counted."""
    given = match.groupdict()
    word = (given.get("n") or "one").lower()
    count = int(word) if word.isdecimal() else COUNTS[word]
    return count * LENGTHS.get((given.get("unit") or "day").lower(), 1)


def shifted(start: date, steps: int) -> date | None:
    """So many days on, or back; None beyond the calendar."""
    try:
        return start + timedelta(days=steps)
    except OverflowError:
        return None


def _of_calendar(year: int, month: int, day: int) -> date | None:
    """A day of the calendar; None for what is none, such as 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    """The last day of a month."""
    first = _of_calendar(year + month // 12, month % 12 + 1, 1)
    return shifted(first, -1) if first else None
