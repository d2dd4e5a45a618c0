"""Contests: the elections of a region by kind and year, with those that no pack has rows of.

A pack lists assembly and Lok Sabha elections. By-elections and local polls (panchayats, towns,
district and territorial councils) are too many to list: their ids are made, STATE-BY-YEAR and
STATE-LOCAL-YEAR.
"""

import re
from datetime import date

from tieup.reading.text.sought import Sought
from tieup.regions import Election, Region

#: What stands in an id for a kind that no pack lists.
_UNLISTED = {"by-election": "BY", "local": "LOCAL"}
_NAMES = {"by-election": "By-elections", "local": "Local elections"}
_VOTE = r"(?:elections?|polls?)"
_BODY = (
    r"(?:panchayats?|zill?a\s+(?:parishads?|panchayats?)|municipal(?:ity|ities)?|civic|local[-\s]bod(?:y|ies)"
    r"|local|corporation|(?:autonomous|territorial|hill)\s+(?:council|administration))"
)
#: "Civic polls"; "elections to the Saltmarsh Municipal Corporation", whose name stands in between.
_LOCAL = (
    rf"{_BODY}(?:\s+(?:corporation|council|bod(?:y|ies)|administration|parishad))?"
    rf"(?:\s*\([A-Z]{{2,6}}\))?[-\s]+{_VOTE}"
    rf"|{_VOTE}\s+(?:to|for)\s+(?:the\s+)?(?:(?-i:[A-Z])[\w-]+\s+){{0,4}}{_BODY}"
)
_BY_POLL = r"(?:(?:assembly|Lok\s+Sabha)\s+)?by-?\s?(?:election|poll)s?"
#: "Parliamentary board", "general secretary" and "Lok Sabha member" name no election.
_LOK_SABHA = (
    r"Lok\s+Sabha(?!\s+(?:MPs?|members?|speaker)\b)"
    r"|parliament(?:ary)?(?=\s+(?:elections?|polls?|seats?|constituenc|contest))"
    r"|(?:general|national)(?=\s+(?:elections?|polls?)\b)"
)
_ASSEMBLY = r"assembly(?!\s+speaker\b)|state(?=\s+(?:elections?|polls?)\b)"
_KIND = Sought(
    rf"\b(?:(?P<by>{_BY_POLL})|(?P<local>{_LOCAL})|(?P<ls>{_LOK_SABHA})|(?P<ae>{_ASSEMBLY}))\b",
    re.IGNORECASE,
)
_KINDS = {"by": "by-election", "local": "local", "ls": "lok-sabha", "ae": "assembly"}
#: An election told by its kind: "the Lok Sabha polls", "bypolls", "the panchayat elections".
BY_KIND = Sought(
    rf"\b(?:{_BY_POLL}|{_LOCAL}|(?:{_LOK_SABHA}|{_ASSEMBLY})[-\s]+{_VOTE})\b", re.IGNORECASE
)
#: A body with the letters that the text goes on to call it by.
_LETTERS = Sought(
    r"\b(?:Corporation|Council|Administration|Parishad|Municipality)\s*\((?P<letters>[A-Z]{2,6})\)"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: "Polls due in January", "next month's civic polls": when what is ahead will be.
_DUE = re.compile(
    rf"\b(?:next\s+(?P<next>month|year)|(?:in|on|for)\s+(?:the\s+)?(?:\w+\s+)?(?P<month>{'|'.join(_MONTHS)})"
    r"|(?P<year>20\d\d))\b"
)
#: So close to its name a text says when an election is due; months back are still this year's.
_NEAR, _MONTHS_BACK = 60, 6
#: An election is talked about as the next one so many days before, and as the last one after.
_AHEAD, _AFTER = 540, 365


def kind_in(text: str, *, last: bool = False) -> str | None:
    """The kind of election that a text names first, or last; None where it names none."""
    found = [match.lastgroup for match in _KIND.finditer(text, 0, len(text))]
    name = found[-1 if last else 0] if found else None
    return _KINDS[name] if name else None


def letters_of(text: str) -> re.Pattern[str] | None:
    """How a text writes the elections of the bodies that it shortens to letters, if it does."""
    letters = {match["letters"] for match in _LETTERS.finditer(text, 0, len(text))}
    if not letters:
        return None
    one = "|".join(sorted(letters))
    return re.compile(rf"\b(?:{one})\s+{_VOTE}\b|\b{_VOTE}\s+(?:to|for)\s+(?:the\s+)?(?:{one})\b")


class Contests:
    """The elections that a text of a day may mean."""

    def __init__(self, text: str, region: Region, published: date) -> None:
        """Look up among those of the region; the text tells when unlisted ones are due."""
        self._text = text
        self._region = region
        self._published = published

    @staticmethod
    def unlisted(kind: str) -> bool:
        """Whether no pack has rows of the kind."""
        return kind in _UNLISTED

    def held(self, kind: str | None, year: int) -> Election | None:
        """The election of a year; one of a kind that the pack doesn't reach is named as the others are."""
        found = self.listed(kind, year)
        return self._beyond(kind, year) if found is None and kind else found

    def listed(self, kind: str | None, year: int) -> Election | None:
        """The election of a year; of another kind, or an assembly's, where the year has none of it."""
        if kind in _UNLISTED:
            return self._made(kind, year)
        of_year = [e for e in self._region.elections.values() if e.year == year]
        of_kind = [e for e in of_year if e.kind == kind] or of_year
        return min(of_kind, key=lambda e: e.kind != "assembly", default=None)

    def last_of(self, kind: str) -> Election | None:
        """The last one before the article's day; of an unlisted kind nobody knows the year."""
        return None if kind in _UNLISTED else self._region.last_election(self._published, kind)

    def next_of(self, kind: str) -> Election:
        """The next one from the article's day on."""
        if kind in _UNLISTED:
            return self._made(kind, self._due(kind))
        return self._region.next_election(self._published, kind)

    def about(self, kind: str) -> Election | None:
        """The one that is in the talk: the next, unless it is far away and the last is fresh."""
        upcoming, last = self.next_of(kind), self.last_of(kind)
        days_to = (upcoming.counted - self._published).days
        fresh = last is not None and (self._published - last.counted).days < _AFTER
        return last if fresh and not 0 <= days_to < _AHEAD else upcoming

    def _due(self, kind: str) -> int:
        """The year in which the first election of an unlisted kind is due, as the text around it tells."""
        this = self._published.year
        for match in _KIND.finditer(self._text, 0, len(self._text)):
            if _KINDS[str(match.lastgroup)] != kind:
                continue
            start = max(0, match.start() - _NEAR)
            for due in _DUE.finditer(self._text, start, match.end() + _NEAR):
                if due["year"]:
                    if int(due["year"]) >= this:
                        return int(due["year"])
                elif due["next"] == "year":
                    return this + 1
                else:
                    now = self._published.month
                    month = _MONTHS.index(due["month"]) + 1 if due["month"] else now % 12 + 1
                    return this + (month < now - _MONTHS_BACK)
        return this

    def _beyond(self, kind: str, year: int) -> Election | None:
        """An election before the pack's years or after them; None where ids tell no years."""
        known = [e for e in self._region.elections.values() if e.kind == kind]
        years = [e.year for e in known if str(e.year) in e.id]
        if not years or min(years) <= year <= max(years):
            return None
        sister = known[0]
        return Election(
            id=sister.id.replace(str(sister.year), str(year)),
            kind=sister.kind,
            name=sister.name.replace(str(sister.year), str(year)),
            polled_from=None,
            polled_to=None,
            counted=date(year, 12, 31),
            has_returns=False,
        )

    def _made(self, kind: str, year: int) -> Election:
        """An election that no pack lists, its id made from the kind and the year."""
        return Election(
            id=f"{self._region.prefix}-{_UNLISTED[kind]}-{year}",
            kind="assembly",
            name=f"{_NAMES[kind]} in {self._region.name} {year}",
            polled_from=None,
            polled_to=None,
            counted=self._published if year == self._published.year else date(year, 12, 31),
            has_returns=False,
        )
