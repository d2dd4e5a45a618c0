"""Polls: which election a stretch of text is about, and whether that is background."""

import re
from dataclasses import dataclass
from datetime import date

from tieup.reading.spans import Placed, Span
from tieup.regions import Election, Region

_POLLS = r"(?:elections?|polls?|contest|battle|alliance|tie-up|understanding|arrangement)"
_HOUSE = re.compile(
    r"\b(?P<ls>Lok\s+Sabha|parliamentary|general)\b|\b(?P<ae>assembly|state\s+(?:elections?|polls?))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b(?!\s*,?\s*\d{1,2}\b)")
_BY_POLL = re.compile(r"\b(?:by-?\s?(?:election|poll)s?)\b", re.IGNORECASE)
#: So many characters around a year say of which house it is.
_AROUND = 60
#: So much of the text says what the article is about.
_LEAD = 220
_RESULT = re.compile(r"\b(?:won|polled|lost|held)\s+(?:\w+\s+){0,2}in\s+(?:the\s+)?(?:\w+\s+)?$")
_LAST = re.compile(
    rf"\b(?:last|previous|past)\s+(?:few\s+)?(?:time\b|(?:\w+\s+){{0,2}}?{_POLLS})", re.IGNORECASE
)
_NEXT = re.compile(
    rf"\b(?:upcoming|coming|ensuing|forthcoming|next\s+year['’]?s?|this\s+year['’]?s?|this\s+time|next)\s*"
    rf"(?:\w+\s+){{0,2}}?(?:{_POLLS})?",
    re.IGNORECASE,
)
#: Days after an election in which the talk is still about it, and days to a next that is far.
_SOON, _FAR = 240, 540
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b\s*,?\s*$"
)


@dataclass(frozen=True, slots=True)
class Poll:
    """An election named in a text, and where; only as that of a result ("the seats it won in 2016")?"""

    span: Span
    election: Election
    of_result: bool = False


class Polls:
    """The elections an article speaks of."""

    def __init__(self, text: str, region: Region, published: date) -> None:
        """Find every naming; the article's own election is the next one, of the house it names most."""
        self._text = text
        self._region = region
        self._published = published
        self.main = self._main()
        if _BY_POLL.search(text[:_LEAD]):
            self.main = self._by_poll()
        self.named = Placed(self._named(), lambda poll: poll.span)

    def of(self, clause: Span, sentence: Span) -> tuple[Election, bool]:
        """The election of a clause, and whether it is background.

        One named in the clause counts; else the last one named before it in the sentence; else the
        article's own.
        """
        inside = [p.election for p in self.named.touching(clause) if not p.of_result]
        around = self.named.touching(Span(sentence.start, clause.start))
        before = [p.election for p in around if not p.of_result]
        chosen = inside[0] if inside else (before[-1] if before else self.main)
        return chosen, chosen.id != self.main.id

    def last_past(self, before: int, paragraph_start: int) -> Election | None:
        """The last past election named in the paragraph up to a place."""
        past = [
            poll.election
            for poll in self.named.within(Span(paragraph_start, before))
            if poll.election.counted <= self._published and poll.election.has_returns
        ]
        return past[-1] if past else None

    def all_of(self, clause: Span) -> tuple[Election, ...]:
        """Every election that a clause names ("in 2016 and 2019"), each once."""
        found = {p.election.id: p.election for p in self.named.touching(clause)}
        return tuple(found.values())

    def _main(self) -> Election:
        """The next election after the article, of the house and year that the text names first.

        Soon after an election, with the next one far away, the talk is about the one just held.
        """
        upcoming = self._region.next_election(self._published)
        last = self._region.last_election(self._published)
        if (
            last is not None
            and (self._published - last.counted).days < _SOON
            and (upcoming.counted - self._published).days > _FAR
        ):
            return last
        for match in _YEAR.finditer(self._text):
            year = int(match["year"])
            if year < self._published.year:
                continue
            near = self._text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            for election in self._region.elections.values():
                if (
                    election.year == year
                    and _house(near) in (None, election.kind)
                    and (election.counted >= self._published)
                ):
                    return election
        house = _house(self._text[:600])
        if house and upcoming.kind != house:
            later = self._region.next_election(self._published, house)
            if later.counted >= self._published and (later.counted - self._published).days < _FAR:
                return later
        return upcoming

    def _named(self) -> list[Poll]:
        found = []
        for match in _YEAR.finditer(self._text):
            before = self._text[max(0, match.start() - 25) : match.start()]
            if _MONTHS.search(before) or re.search(r"\d(?:st|nd|rd|th)?\s*,?\s*$", before):
                continue
            election = self._of_year(int(match["year"]), Span(match.start(), match.end()))
            if election is not None:
                near = self._text[max(0, match.start() - 50) : match.start()]
                of_result = _RESULT.search(near) is not None
                found.append(Poll(Span(match.start(), match.end()), election, of_result))
        for match in _LAST.finditer(self._text):
            house = _house(match.group())
            election = self._region.last_election(self._published, house)
            if election is not None:
                found.append(Poll(Span(match.start(), match.end()), election))
        named = (
            (_BY_POLL, self._by_poll()),
            (_NEXT, self.main),
        )
        found.extend(
            Poll(Span(match.start(), match.end()), election)
            for pattern, election in named
            for match in pattern.finditer(self._text)
        )
        return sorted(found, key=lambda poll: poll.span.start)

    def _by_poll(self) -> Election:
        """By-elections around the article's day; the pack holds none, so the id is made from the year."""
        year = self._published.year
        return Election(
            id=f"{self._region.prefix}-BY-{year}",
            kind="assembly",
            name=f"By-elections in {self._region.name} {year}",
            polled_from=None,
            polled_to=None,
            counted=self._published,
            has_returns=False,
        )

    def _of_year(self, year: int, span: Span) -> Election | None:
        """The election of a year: of the house named beside it, else an assembly's before a Lok Sabha's."""
        held = [e for e in self._region.elections.values() if e.year == year]
        if not held:
            return None
        after = _house(self._text[span.end : span.end + 30])
        before = _house(self._text[max(0, span.start - 30) : span.start])
        wanted = after or before
        of_kind = [e for e in held if e.kind == wanted] or held
        return min(of_kind, key=lambda e: e.kind != "assembly")


def _house(text: str) -> str | None:
    """'lok-sabha' or 'assembly', whichever the text names first."""
    match = _HOUSE.search(text)
    if match is None:
        return None
    return "lok-sabha" if match["ls"] else "assembly"
