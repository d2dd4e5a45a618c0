"""Names: parties, elections and days as a reader of the page knows them, never as ids."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from tieup.regions import Region

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
#: A voice of a party that the text does not name.
UNNAMED = "unnamed:"
#: What the projection calls candidates without a party.
INDEPENDENTS = "IND"
KINDS = {
    "assembly": "assembly election",
    "general": "general election",
    "lok-sabha": "Lok Sabha election",
}
#: Elections that no pack lists have ids that are made: WB-BY-2025, MH-LOCAL-2023.
UNLISTED = re.compile(r"\b[A-Z]{2,}-(?P<kind>BY|LOCAL)-(?P<year>\d{4})\b")
MADE = {"BY": "by-elections", "LOCAL": "local elections"}


def in_words(day: date) -> str:
    """28 December 2025, whatever the machine's language is."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class Names:
    """The names of a region's parties and elections on a day."""

    def __init__(self, region: Region, day: date) -> None:
        """Names as they were on that day: a party before its founding, and after a renaming."""
        self._day = day
        self._region = region
        self._short = {party: self._short_on(party) for party in region.parties}
        self._short[INDEPENDENTS] = "Independent"
        elections = {e: self.election(e) for e in region.elections}
        self._plain: Mapping[str, str] = {**self._short, **elections}
        self._anywhere = _whole_words(self._plain)
        self._elections = _whole_words(elections)
        self._bracketed = re.compile(rf"(?<=\(){_any_of(self._short)}(?=\))")

    def party(self, party: str) -> str:
        """The short name, such as "Left Front"; the id itself where the pack has none.

        A seat's second independent, "IND 2", is "Independent (no. 2)"; a voice without a name,
        "unnamed:LF", is "Unnamed, Left Front".
        """
        if party.startswith(UNNAMED):
            return f"Unnamed, {self.party(party.removeprefix(UNNAMED))}"
        own, _, rank = party.partition(" ")
        if own == INDEPENDENTS and rank:
            return f"{self._short[own]} (no. {rank})"
        return self._short.get(party, party)

    def bloc(self, parties: Iterable[str]) -> str:
        """Left Front + Congress + ISF."""
        return " + ".join(map(self.party, parties))

    def full(self, party: str) -> str:
        """The full name of the day."""
        known = self._region.parties.get(party)
        return known.name_on(self._day) if known else self.party(party)

    def election(self, election: str) -> str:
        """The 2021 assembly election."""
        known = self._region.elections.get(election)
        if known:
            return f"the {known.year} {KINDS[known.kind]}"
        made = UNLISTED.search(election)
        return f"the {MADE[made['kind']]} of {made['year']}" if made else election

    def plain(self, text: str) -> str:
        """A projection's note, with names in place of ids."""
        return self._anywhere.sub(lambda match: self._plain[match.group()], text)

    def figures(self, text: str) -> str:
        """A check's figures, with names in place of ids.

        A party's id counts only in brackets: beside it stand candidates, whose names may hold one.
        """
        for ids in (self._elections, self._bracketed):
            text = ids.sub(lambda match: self._plain[match.group()], text)
        return UNLISTED.sub(lambda match: self.election(match.group()), text)

    def _short_on(self, party: str) -> str:
        known = self._region.parties[party]
        if known.founded is not None and self._day < known.founded and known.planned_as:
            return known.planned_as
        renamed = [r for r in sorted(known.renamings, key=lambda r: r.on) if r.on <= self._day]
        return renamed[-1].short if renamed else known.short


def _whole_words(ids: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(ids)}(?!\w)")


def _any_of(ids: Iterable[str]) -> str:
    """A pattern of any of the ids, the longest first; of none, one that never matches."""
    longest = sorted(ids, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, longest))})" if longest else "(?!)"
