"""The days of a campaign as a strip: where something turned, and where the reader stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from tieup.report.naming import MONTHS, in_words

WIDTH, HEIGHT = 1000.0, 36.0
#: More marks than this stand so far apart at least.
CROWDED, NARROWEST = 150, 5.0
#: So many names fit below the strip, of months that lie so many months apart.
NAMES, APART = 14, (1, 2, 3, 6, 12)
#: Before the first turn the strip begins with so much empty time.
LEAD = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day on which relations turned; the last of several where a campaign is long."""

    day: date
    turned: int
    x: float
    height: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The days from first to last.

    Attributes:
        at: where the day asked for stands, from 0 to WIDTH.
        back, forth: the nearest days before and after it on which something turned.
        months: (x, label) of first days of months, in a long campaign of every other, third, ...
    """

    first: date
    last: date
    on: date
    marks: tuple[Mark, ...]
    at: float
    back: date | None
    forth: date | None
    months: tuple[tuple[float, str], ...]

    @property
    def length(self) -> int:
        """Days from first to last."""
        return (self.last - self.first).days


def strip(turned: Mapping[date, int], on: date, last: date) -> Strip | None:
    """The strip of an election; None where nothing ever turned.

    Args:
        turned: how many relations turned, by day.
        on: the day asked for.
        last: the last day on record.
    """
    if not turned:
        return None
    first = min(min(turned) - LEAD, on)
    end = max(last, on, *turned)
    length = max((end - first).days, 1)

    def x(day: date) -> float:
        return round(WIDTH * (day - first).days / length, 1)

    together = _together(turned, length)
    most = max(count for _, count in together)

    return Strip(
        first=first,
        last=end,
        on=on,
        marks=tuple(
            Mark(
                day=days[-1],
                turned=count,
                x=x(days[-1]),
                height=round(6 + (HEIGHT - 10) * (count / most) ** 0.5, 1),
                label=f"{_span(days)}: {count} turned",
            )
            for days, count in together
        ),
        at=x(on),
        back=max((day for day in turned if day < on), default=None),
        forth=min((day for day in turned if day > on), default=None),
        months=tuple((x(day), label) for day, label in _ticks(first, end)),
    )


def _together(turned: Mapping[date, int], length: int) -> list[tuple[list[date], int]]:
    """Days with how many relations turned on them; of many, those near each other together."""
    apart = max(1, round(length * NARROWEST / WIDTH)) if len(turned) > CROWDED else 1
    groups = groupby(sorted(turned), key=lambda day: day.toordinal() // apart)
    listed = [list(days) for _, days in groups]
    return [(days, sum(turned[day] for day in days)) for days in listed]


def _span(days: Sequence[date]) -> str:
    return " to ".join(in_words(day) for day in dict.fromkeys((days[0], days[-1])))


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """The first of each month with its name, of fewer where there are too many."""
    months = []
    day = date(first.year, first.month, 1)
    while day <= last:
        if day >= first:
            months.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    apart = next((n for n in APART if len(months) <= n * NAMES), APART[-1])
    named = [day for day in months if (day.month - 1) % apart == 0]
    if apart == APART[-1]:
        return [(day, str(day.year)) for day in named]
    return [(day, _month(day, dated=day is named[0] or day.month == 1)) for day in named]


def _month(day: date, *, dated: bool) -> str:
    """Jan 2026, or Feb."""
    return MONTHS[day.month - 1][:3] + (f" {day.year}" if dated else "")
