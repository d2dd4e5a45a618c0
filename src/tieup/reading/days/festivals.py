"""Festivals: the days of Durga Puja or Republic Day in a year, from the holidays package.

The package keeps the calendars of the countries, with the days of moving feasts from 2001 to 2035;
``festivals.toml`` holds what the press calls them, and the package's own names of some countries,
so that a text without a festival needs no calendar.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tieup.reading.tables import table

#: Years whose moving feasts the package knows.
_YEARS = range(2001, 2036)
#: The names are those of any year.
_ANY_YEAR = 2021
#: What the package adds to a name: "Eid al-Fitr (estimated)".
_ESTIMATED = " (estimated)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Festival:
    """A festival of one year, from its first day to its last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Festivals:
    """A country's festivals.

    Attributes:
        country: id of its pack, such as "india".
        names: how they are written, in lower case, long ones first.
        pattern: finds them in a text.
    """

    country: str
    names: tuple[str, ...]
    pattern: re.Pattern[str]

    def are_named(self, text: str) -> bool:
        """Whether a text names any; told once of a text that is asked about sentence by sentence."""
        return _are_named(self.names, text)

    def of_year(self, name: str, year: int) -> Festival | None:
        """The days of one in a year; None where the calendar lacks it or the year.

        A feast of the moon that falls on two days of one year counts as the first.
        """
        names = _written(self.country).get(_plain(name))  # none of one with odd letters
        if names is None or year not in _YEARS:
            return None
        known = calendar(self.country, year)
        days = [known[called] for called in (names[0], names[-1]) if called in known]
        return Festival(first=days[0], last=days[-1]) if days else None


@lru_cache(maxsize=4)
def festivals_of(country: str) -> Festivals | None:
    """The festivals of a country; None for one whose calendar the package lacks."""
    names = tuple(sorted(_written(country), key=len, reverse=True))
    if not names:
        return None
    written = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    pattern = re.compile(rf"\b(?:{written})\b", re.IGNORECASE)
    return Festivals(country=country, names=names, pattern=pattern)


@lru_cache(maxsize=8)
def _are_named(names: tuple[str, ...], text: str) -> bool:
    small = text.lower()
    return any(name in small for name in names)


@lru_cache(maxsize=4)
def _written(country: str) -> dict[str, tuple[str, ...]]:
    """How festivals are written, in lower case, and what the package calls their days."""
    listed = table("days/festivals.toml")
    press, known = listed["press"].get(country, {}), listed["own"].get(country)
    own = {_plain(name): (name,) for name in known or calendar(country, _ANY_YEAR)}
    return {**own, **{_plain(name): tuple(days) for name, days in press.items()}}


@lru_cache(maxsize=64)
def calendar(country: str, year: int) -> dict[str, date]:
    """The days of a year by the package's names; of a name with two days, the first."""
    import holidays  # noqa: PLC0415 - a tenth of a second that only a text with a festival needs

    code = _code(country)
    if code is None:
        return {}
    kinds = {"public", "optional"} & set(getattr(holidays, code).supported_categories)
    known = holidays.country_holidays(code, years=year, categories=kinds)
    days: dict[str, date] = {}
    for day in sorted(known):
        for name in known.get_list(day):
            days.setdefault(name.removesuffix(_ESTIMATED), day)
    return days


def _code(country: str) -> str | None:
    """The package's code of a country's pack."""
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - as in calendar

    entry = COUNTRIES.get(country.replace("-", "_"))
    return entry[1] if entry else None


def _plain(name: str) -> str:
    """A name as it is looked up."""
    return " ".join(name.lower().split())
