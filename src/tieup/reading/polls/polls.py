"""Polls: which election a stretch of text is about, and whether that is background."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tieup.reading.days.days import COUNTS
from tieup.reading.polls.asides import is_aside, put_in
from tieup.reading.polls.contests import BY_KIND, Contests, kind_in, letters_of
from tieup.reading.polls.lands import Lands
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
#: "Five years ago", "a decade back".
_AGO = Sought(
    rf"\b(?P<n>{'|'.join(COUNTS)}|\d{{1,2}})\s+(?P<unit>year|decade)s?\s+(?:ago|back)\b",
    re.IGNORECASE,
)
_DECADE = 10
#: "That year", "the assembly polls a year later": told by the election named last.
_BY_LAST = Sought(
    rf"\b(?:(?:that|the\s+same)\s+(?:very\s+)?(?:year|election)|those\s+(?:elections|polls)"
    rf"|(?P<n>{'|'.join(COUNTS)})\s+years?\s+(?:later|after\s*,))(?!\w)",
    re.IGNORECASE,
)
#: So far back stands the election named last.
_NAMED_LAST = 400
#: What follows is of the election just named, whatever else is: "it won none in 2021, when ...".
_WHEN = re.compile(r"(?:when|in\s+which)\b", re.IGNORECASE)
#: So many characters right beside a naming say of which kind it is; so many about a coming year.
_BESIDE, _AROUND = 30, 60
#: So much of the text says what the article is about.
_LEAD = 400
#: "After the Lok Sabha debacle", "in the recent bypolls": what an article comes from, not its own.
_BEHIND = re.compile(
    r"\b(?:after|following|since|last|recent|previous|past|won|lost)\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: Days after an election in which the talk is still about it, and days to a next that is far; from
#: a Lok Sabha's it goes over to the state's own house sooner.
_SOON, _SOON_OVER, _FAR = 240, 100, 540
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b\s*,?\s*$"
)


@dataclass(frozen=True, slots=True)
class Poll:
    """An election named in a text.

    Attributes:
        aside: whether only a result, a comparison or a limit in time is of it.
        within: what is put into the sentence, beyond which it does not hold; None outside of such.
    """

    span: Span
    election: Election
    aside: bool = False
    within: Span | None = None

    def holds_at(self, place: Span) -> bool:
        """Whether what is told at a place may be of it."""
        return not self.aside and (self.within is None or self.within.touches(place))


class Polls:
    """The elections an article speaks of."""

    def __init__(self, text: str, region: Region, published: date) -> None:
        """Find every naming; the article's own election is the next one, of the kind it names first."""
        self._text = text
        self._region = region
        self._published = published
        self._letters = letters_of(text)
        self._lands = Lands(text, region, published)
        self._contests = Contests(text, region, published)
        self._kind, self.main = self._main()
        plain = self._apart(self._named())
        by_last = tuple(self._by_last(plain))
        told = {poll.span.start for poll in by_last}
        # "The assembly polls two years later" are not the next ones.
        named = (p for p in plain if told.isdisjoint(range(p.span.end, p.span.end + 2)))
        self._there = tuple(self._lands.told(self._kind))
        self.named = Placed((*named, *by_last), lambda poll: poll.span)

    def of(self, clause: Span, sentence: Span, words: Span | None = None) -> tuple[Election, bool]:
        """The election of a clause, and whether it is background.

        One named in the clause counts; else the last one named before it in the sentence; else that
        of another land where the clause says what is so there; else the article's own.

        Args:
            clause: of the sentence.
            sentence: around it.
            words: those of the clause that tell what is asked about; without them, all.
        """
        place = words or clause
        inside = [p.election for p in self.named.touching(clause) if p.holds_at(place)]
        around = self.named.touching(Span(sentence.start, clause.start))
        then = _WHEN.match(self._text, clause.start) is not None
        before = [p.election for p in around if then or p.holds_at(place)]
        there = [election for span, election in self._there if span.touches(clause)]
        chosen = next((found[0] for found in (inside, before[::-1], there) if found), self.main)
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
        named = self.named.touching(clause)
        found = {p.election.id: p.election for p in named if not p.aside}
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
            and (self._published - last.counted).days
            < (_SOON_OVER if last.kind == "lok-sabha" else _SOON)
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
            abroad = self._lands.own(match.start()) is not None
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
            if is_aside(self._text, Span(*match.span())):
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
            found = self._contests.listed(kind_in(match.group()), year)
            yield from self._poll(
                match, found or (self.main if year >= self._published.year else None)
            )
        for match in _AGO.finditer(self._text, 0, len(self._text)):
            yield from self._poll(match, self._years_ago(match))
        for match in _LAST.finditer(self._text, 0, len(self._text)):
            kind = kind_in(match.group()) or self._kind
            yield from self._poll(match, self._contests.last_of(kind))
        for match in _NEXT.finditer(self._text, 0, len(self._text)):
            named = kind_in(match.group()) or self._kind
            own = named == self._kind
            yield from self._poll(match, self.main if own else self._contests.next_of(named))
        for match in BY_KIND.finditer(self._text, 0, len(self._text)):
            named = kind_in(match.group()) or self._kind
            own = named == self._kind
            yield from self._poll(match, self.main if own else self._contests.about(named))
        for match in self._letters.finditer(self._text) if self._letters else ():
            same = self._kind == "local"
            yield from self._poll(match, self.main if same else self._contests.about("local"))

    def _poll(self, match: re.Match[str], election: Election | None) -> Iterator[Poll]:
        """The naming at a match; with another land's name before it, that land's election."""
        span = Span(match.start(), match.end())
        land = self._lands.own(span.start)
        if land and election is not None:
            election = land.election(kind_in(match.group()) or self._kind, election.year)
        if election is not None:
            text = self._text
            yield Poll(span, election, is_aside(text, span), put_in(text, span))

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

    def _years_ago(self, match: re.Match[str]) -> Election | None:
        """The election of so many years ago; None where nothing was elected then."""
        count = _count(match["n"]) * (_DECADE if match["unit"].lower() == "decade" else 1)
        return self._of_year(self._published.year - count, Span(*match.span()))

    def _by_last(self, named: Sequence[Poll]) -> Iterator[Poll]:
        """The elections that a text tells by the past one that it named last: "that year"."""
        for match in _BY_LAST.finditer(self._text, 0, len(self._text)):
            span = Span(*match.span())
            near = range(span.start - _NAMED_LAST, span.start - 1)
            before = [p for p in named if p.span.start in near and p.span.end in near]
            if not before or before[-1].election.counted > self._published:
                continue
            last = before[-1].election
            years = _count(match["n"]) if match["n"] else 0
            election = self._of_year(last.year + years, span) if years else last
            if election is not None and election.counted <= self._published:
                yield Poll(span, election, within=put_in(self._text, span))

    def _of_year(self, year: int, span: Span) -> Election | None:
        """The election of a year: of the kind named beside it, else an assembly's before a Lok Sabha's."""
        after = kind_in(self._text[span.end : span.end + _BESIDE])
        before = kind_in(self._text[max(0, span.start - _BESIDE) : span.start], last=True)
        return self._contests.held(after or before, year)


def _count(written: str) -> int:
    """A small number in letters or figures."""
    return int(written) if written.isdecimal() else COUNTS[written.lower()]
