"""Polls: which election a stretch of text is about, and whether that is background."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tieup.reading.polls.contests import BY_KIND, Contests, kind_in, letters_of, neighbours
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span
from tieup.regions import Election, Region

_NOUN = r"(?:elections?|polls?|contest|battle|alliance|tie-up|understanding|arrangement)"
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?<!\w\d{4})\b(?!\s*,?\s*\d{1,2}\b)")
_YEAR_FROM_NOW = Sought(
    r"\b(?P<which>next|this|last)\s+year['’]?s?\s+(?:[\w-]+\s+){0,3}?(?:elections?|polls?)\b",
    re.IGNORECASE,
)
_STEPS = {"next": 1, "this": 0, "last": -1}
_LAST = Sought(
    r"\b(?:last|previous|past|recent|recently\s+concluded|just-concluded)\s+(?:few\s+)?"
    rf"(?:time\b|(?:[\w-]+\s+){{0,2}}?{_NOUN}\b)",
    re.IGNORECASE,
)
_NEXT = Sought(
    r"\b(?:this\s+time\b|(?:upcoming|coming|ensuing|forthcoming|impending|next)"
    rf"\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\b)",
    re.IGNORECASE,
)
#: So many characters right beside a naming say of which kind it is; so many about a coming year.
_BESIDE, _AROUND = 30, 60
#: So much of the text says what the article is about.
_LEAD = 400
#: "The seats it won in 2016", "six seats it fought in the last polls": when a result was.
_RESULT = re.compile(
    r"\b(?:won|polled|lost|held|bagged|secured)\s+(?:\w+\s+){0,4}\(?in\s+(?:the\s+)?(?:\w+\s+)?$"
    r"|\bseats?\s+(?:that\s+)?(?:\w+\s+){0,3}(?:fought|contested)\s+in\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
#: "A minister until 2019", "an alliance till the 2021 polls": how long something holds.
_HOW_LONG = re.compile(r"\b(?:until|till|up\s+to)\s+(?:[\w']+\s+){0,6}$", re.IGNORECASE)
#: "After the Lok Sabha debacle", "in the recent bypolls": what an article comes from, not its own.
_BEHIND = re.compile(
    r"\b(?:after|following|since|last|recent|previous|past|won|lost)\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: Days after an election in which the talk is still about it, and days to a next that is far.
_SOON, _FAR = 240, 540
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b\s*,?\s*$"
)


@dataclass(frozen=True, slots=True)
class Poll:
    """An election named in a text, and where; aside where only a result or a limit in time is of it."""

    span: Span
    election: Election
    aside: bool = False


class Polls:
    """The elections an article speaks of."""

    def __init__(self, text: str, region: Region, published: date) -> None:
        """Find every naming; the article's own election is the next one, of the kind it names first."""
        self._text = text
        self._region = region
        self._published = published
        self._letters = letters_of(text)
        self._abroad = _abroad(region.elsewhere)
        self._contests = Contests(text, region, published)
        self._kind, self.main = self._main()
        self.named = Placed(self._apart(self._named()), lambda poll: poll.span)

    def of(self, clause: Span, sentence: Span) -> tuple[Election, bool]:
        """The election of a clause, and whether it is background.

        One named in the clause counts; else the last one named before it in the sentence; else the
        article's own.
        """
        inside = [p.election for p in self.named.touching(clause) if not p.aside]
        around = self.named.touching(Span(sentence.start, clause.start))
        before = [p.election for p in around if not p.aside]
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

    def _main(self) -> tuple[str, Election]:
        """The article's own election and its kind: of the kind that its lead names first, if it does.

        Else the first that a coming year tells, else the next one. Soon after an election, with the
        next one far away, the talk is about the one just held.
        """
        kind = self._kind_of_lead()
        if kind and self._contests.unlisted(kind):
            return kind, self._contests.next_of(kind)
        upcoming = self._region.next_election(self._published)
        last = self._region.last_election(self._published)
        if (
            last is not None
            and (self._published - last.counted).days < _SOON
            and (upcoming.counted - self._published).days > _FAR
        ):
            return last.kind, last
        told = self._of_coming_year(kind)
        if told is None and kind and upcoming.kind != kind:
            later = self._region.next_election(self._published, kind)
            if 0 <= (later.counted - self._published).days < _FAR:
                told = later
        chosen = told or upcoming
        return chosen.kind, chosen

    def _kind_of_lead(self) -> str | None:
        """The kind of the first election that the lead names and that is not behind it."""
        lead = Span(0, min(_LEAD, len(self._text)))
        years = _YEAR.finditer(self._text, lead.start, lead.end)
        coming = (m.end() for m in years if int(m["year"]) >= self._published.year)
        first_year = next(coming, lead.end)
        for match in BY_KIND.finditer(self._text, lead.start, lead.end):
            kind = kind_in(match.group())
            late = kind and self._contests.unlisted(kind) and match.start() > first_year + _BESIDE
            before = self._before(match.start())
            abroad = self._abroad is not None and self._abroad.search(before)
            if not (late or abroad or _BEHIND.search(before)):
                return kind
        letters = self._letters.search(self._text, 0, lead.end) if self._letters else None
        if letters and letters.start() < first_year:
            return "local"
        kind = kind_in(lead.of(self._text))
        return None if kind and self._contests.unlisted(kind) else kind

    def _of_coming_year(self, kind: str | None) -> Election | None:
        """The election of the first coming year in the text that is of the kind, where one is wanted."""
        for match in _YEAR.finditer(self._text):
            if _HOW_LONG.search(self._before(match.start())):
                continue
            near = kind_in(self._text[max(0, match.start() - _AROUND) : match.end() + _AROUND])
            for election in self._region.elections.values():
                if (
                    election.year == int(match["year"])
                    and election.counted >= self._published
                    and election.kind in (near or election.kind, kind or election.kind)
                    and (kind or near) in (None, election.kind)
                ):
                    return election
        return None

    def _named(self) -> Iterator[Poll]:
        """Every naming, the plainest first: by year, by a year from now, as the last or next, by kind."""
        for match in _YEAR.finditer(self._text):
            before = self._text[max(0, match.start() - 25) : match.start()]
            if not (_MONTHS.search(before) or re.search(r"\d(?:st|nd|rd|th)?\s*,?\s*$", before)):
                span = Span(match.start(), match.end())
                yield from self._poll(match, self._of_year(int(match["year"]), span))
        for match in _YEAR_FROM_NOW.finditer(self._text, 0, len(self._text)):
            year = self._published.year + _STEPS[match["which"].lower()]
            found = self._contests.held(kind_in(match.group()), year)
            yield from self._poll(
                match, found or (self.main if year >= self._published.year else None)
            )
        for match in _LAST.finditer(self._text, 0, len(self._text)):
            kind = kind_in(match.group()) or self._kind
            yield from self._poll(match, self._contests.last_of(kind))
        for match in _NEXT.finditer(self._text, 0, len(self._text)):
            named = kind_in(match.group()) or self._kind
            own = named == self._kind
            yield from self._poll(match, self.main if own else self._contests.next_of(named))
        for match in BY_KIND.finditer(self._text):
            named = kind_in(match.group()) or self._kind
            own = named == self._kind
            yield from self._poll(match, self.main if own else self._contests.about(named))
        for match in self._letters.finditer(self._text) if self._letters else ():
            same = self._kind == "local"
            yield from self._poll(match, self.main if same else self._contests.about("local"))

    def _poll(self, match: re.Match[str], election: Election | None) -> Iterator[Poll]:
        """The naming at a match; with another land's name before it, that land's election."""
        span = Span(match.start(), match.end())
        before = self._before(span.start)
        abroad = self._abroad.search(before) if self._abroad else None
        if abroad and election is not None:
            region = neighbours(self._region).get(abroad["land"])
            there = Contests(self._text, region, self._published) if region else None
            kind = kind_in(match.group()) or self._kind
            election = there.held(kind, election.year) or there.about(kind) if there else None
        if election is not None:
            aside = _RESULT.search(before) or _HOW_LONG.search(before)
            yield Poll(span, election, aside is not None)

    def _before(self, place: int) -> str:
        return self._text[max(0, place - _AROUND) : place]

    @staticmethod
    def _apart(found: Iterator[Poll]) -> list[Poll]:
        """Each but those that touch or stand right before a plainer one: "the assembly polls of 2021"."""
        kept: list[Poll] = []
        for poll in found:
            wide = Span(max(0, poll.span.start - 6), poll.span.end + 6)
            if not any(wide.touches(other.span) for other in kept):
                kept.append(poll)
        return sorted(kept, key=lambda poll: poll.span.start)

    def _of_year(self, year: int, span: Span) -> Election | None:
        """The election of a year: of the kind named beside it, else an assembly's before a Lok Sabha's."""
        after = kind_in(self._text[span.end : span.end + _BESIDE])
        before = kind_in(self._text[max(0, span.start - _BESIDE) : span.start], last=True)
        return self._contests.held(after or before, year)


@lru_cache(maxsize=32)
def _abroad(lands: tuple[str, ...]) -> re.Pattern[str] | None:
    """How a text names one of some other lands right before a naming: "in Sandhaven's", "the Sandhaven"."""
    one = "|".join(map(re.escape, sorted(lands, key=len, reverse=True)))
    return re.compile(rf"\b(?P<land>{one})(?:['’]s)?\s+(?:in\s+)?$") if lands else None
