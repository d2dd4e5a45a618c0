"""Facts: statements that are not of alliances: past results, targets, strength, news of parties."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from tieup.reading.listener import Segment
from tieup.reading.mention import Mention
from tieup.reading.numbers import NUMBER, SEATS, value
from tieup.reading.page import Page
from tieup.reading.places import districts_in, seats_in
from tieup.reading.sentences import clauses, stated
from tieup.reading.spans import Span
from tieup.statements import Statement
from tieup.vocabulary import Kind

_BLANK = re.compile(
    r"\b(?:dr[ae]w(?:ing)?\s+(?:a\s+)?blank|(?:could|did)\s+not\s+win\s+(?:a\s+single|any|even\s+(?:a\s+single|one))\s+seat|failed\s+to\s+(?:win|open)\b.{0,20}(?:seat|account)|won\s+(?:no|zero)\s+seats?|won\s+nothing)\b",
    re.IGNORECASE,
)
_WON = re.compile(
    rf"\b(?:won|bagged|secured|got|took|winning|managed|ended\s+with|finished\s+with|cornered)\s+"
    rf"(?:(?:just|only|a\s+mere|merely|barely|as\s+many\s+as|in)\s+)*(?P<n>{NUMBER})\b"
    rf"(?!\s*(?:per\s*cent|percent|%|votes|lakh|crore|of\s+the\s+vote))",
    re.IGNORECASE,
)
_WIN_AT = re.compile(
    r"\b(?:w[io]n(?:ning|s)?|elected|victor(?:y|ious)|bagged|retained|wrested)\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:none|nobody|not|never|neither)\b", re.IGNORECASE)
_TARGET = re.compile(
    rf"\b(?:will|would|to|plans?\s+to|shall)\s+(?:\w+\s+)?(?:contest|fight|field\s+candidates\s+in|put\s+up\s+candidates\s+in)"
    rf"\s+(?:from\s+|in\s+|on\s+)?(?:at\s+least\s+|all\s+|about\s+|around\s+|nearly\s+)*(?P<n>{NUMBER})\b(?!\s*elections?)",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"\b(?:strong(?:holds?|er|est)?(?:\s+(?:bases?|presence|organi[sz]ation|support))?|(?:good|solid|considerable)\s+"
    r"(?:base|presence|support|organi[sz]ation)|bases?\s+in|influence\s+in|pockets?\s+of\s+(?:strength|influence))\b",
    re.IGNORECASE,
)
_IN_LAND = re.compile(
    r"\b([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:['’]s)\s+(?:\w+\s+)?(?:[Aa]ssembly|[Ss]tate|local|Lok\s+Sabha)\s+(?:elections?|polls?)"
)
_ALLIANCE = re.compile(r"\balliance|\btie-up|\bcoalition", re.IGNORECASE)
_NEWS = (
    ("launched", re.compile(r"\b(?:launch(?:ed|es|ing)|float(?:ed|s|ing)?|found(?:ed|s|ing)|formed|unveiled)\b.{0,60}\b(?:party|outfit|front)\b|\bnewly[- ](?:launched|floated|formed)\b", re.IGNORECASE)),
    ("suspended", re.compile(r"\b(?:suspend(?:ed|s|ing)|expell?(?:ed|s|ing)|sack(?:ed|s))\b", re.IGNORECASE)),
    ("renamed", re.compile(r"\b(?:renam(?:ed|es|ing)|rechristened|new\s+name)\b", re.IGNORECASE)),
    ("joined", re.compile(r"\b(?:switched\s+(?:over|sides|allegiance)|defected|left\s+the\s+\w+\s+(?:for|to\s+join))\b", re.IGNORECASE)),
)  # fmt: skip


def facts(
    page: Page, sentence: Span, segments: Sequence[Segment], reader: str
) -> Iterator[Statement]:
    """The facts of a sentence, each with the clause that tells it."""
    finder = _Finder(page, reader)
    for segment in segments:
        for clause in clauses(page.text, segment.span):
            yield from finder.results(clause, sentence, segment)
            yield from finder.targets(clause, sentence, segment)
            yield from finder.news(clause, segment)
        yield from finder.strength(segment)


class _Finder:
    """Finds facts in the clauses of one article."""

    def __init__(self, page: Page, reader: str) -> None:
        self._article = page.article
        self._text = page.text
        self._mentions = page.mentions
        self._region = page.region
        self._polls = page.polls
        self._reader = reader

    def results(self, clause: Span, sentence: Span, segment: Segment) -> Iterator[Statement]:
        """'won just one seat', 'drew a blank', 'won from Bhangar', of an election with returns."""
        if self._elsewhere(sentence):
            return
        day = self._article.published
        elections = [e for e in self._polls.all_of(sentence) if e.counted <= day]
        paragraph = self._text.rfind("\n", 0, sentence.start) + 1
        election = (
            elections[0]
            if elections
            else self._polls.last_past(sentence.start, paragraph)
            or self._region.last_election(day + timedelta(days=1))
        )
        if election is None or not election.has_returns:
            return
        before = [m for m in self._inside(clause) if m.party]
        blank = _BLANK.search(self._text, clause.start, clause.end)
        if blank:
            losers = [m.party for m in before if m.span.start < blank.start() and m.party]
            for party in dict.fromkeys(losers):
                yield self._fact(
                    Kind.RESULT,
                    clause,
                    segment,
                    blank,
                    parties=(party,),
                    seats={party: 0},
                    election=election.id,
                    background=True,
                )
            return
        seats = seats_in(self._text, clause, self._region, election)
        won = _WON.search(self._text, clause.start, clause.end)
        if won:
            winners = [m.party for m in before if m.span.end <= won.start() and m.party]
            if winners:
                party = winners[-1]
                yield self._fact(
                    Kind.RESULT, clause, segment, won,
                    parties=(party,), seats={party: value(won["n"])}, election=election.id, background=True,
                )  # fmt: skip
                return
        if _NONE.search(self._text, clause.start, clause.end):
            return
        at = _WIN_AT.search(self._text, clause.start, clause.end)
        people = [m for m in before if m.sort == "person"]
        if at and seats and (people or before):
            named = [m for m in people or before if m.span.end <= at.start()]
            who = named[-1] if named else (people or before)[0]
            yield self._fact(
                Kind.RESULT, clause, segment, at,
                parties=(str(who.party),), places=tuple(seats),
                participants=(who.name,) if who.sort == "person" else (), election=election.id, background=True,
            )  # fmt: skip

    def targets(self, clause: Span, sentence: Span, segment: Segment) -> Iterator[Statement]:
        """'will contest 182 seats'."""
        found = _TARGET.search(self._text, clause.start, clause.end)
        if found is None:
            return
        near = self._text[found.start() : min(sentence.end, found.end() + 60)]
        if not SEATS.search(near) and not re.search(r"seats?|constituenc|Assembly", near):
            return
        before = [m for m in self._inside(clause) if m.party and m.span.end <= found.start()]
        party = before[-1].party if before else segment.voice.party
        if party and not self._elsewhere(sentence):
            yield self._fact(
                Kind.TARGET, clause, segment, found,
                parties=(party,), seats={party: value(found["n"])}, election=self._polls.main.id,
            )  # fmt: skip

    def strength(self, segment: Segment) -> Iterator[Statement]:
        """'has strong bases in Malda, Murshidabad ...'."""
        found = _STRENGTH.search(self._text, segment.span.start, segment.span.end)
        if found is None:
            return
        named = Span(found.end(), segment.span.end)
        places = districts_in(self._text, named, self._region)
        before = [m for m in self._inside(segment.span) if m.party and m.span.end <= found.start()]
        party = before[-1].party if before else segment.voice.party
        if places and party:
            yield self._fact(
                Kind.STRENGTH, segment.span, segment, found,
                parties=(party,), places=places, election=self._polls.main.id,
            )  # fmt: skip

    def news(self, clause: Span, segment: Segment) -> Iterator[Statement]:
        """A party launched or renamed, a leader suspended or gone over."""
        for what, pattern in _NEWS:
            found = pattern.search(self._text, clause.start, clause.end)
            if found is None or _ALLIANCE.search(found.group()):
                continue
            named = self._inside(clause)
            parties = tuple(dict.fromkeys(m.party for m in named if m.party))[:2]
            people = tuple(dict.fromkeys(m.name for m in named if m.sort == "person"))
            if parties and (people or what in ("launched", "renamed")):
                yield self._fact(
                    Kind.PARTY, clause, segment, found,
                    parties=parties, participants=people, note=what,
                )  # fmt: skip
                return

    def _elsewhere(self, sentence: Span) -> bool:
        """Whether the sentence speaks of an election in another land."""
        near = _IN_LAND.findall(sentence.of(self._text))
        own = (*self._region.forms, *self._region.districts)
        return any(land not in own for land in near)

    def _inside(self, span: Span) -> list[Mention]:
        return [m for m in self._mentions.within(span) if not m.attached]

    def _fact(  # noqa: PLR0913 - the fields of a statement
        self,
        kind: Kind,
        clause: Span,
        segment: Segment,
        found: re.Match[str],
        *,
        parties: tuple[str, ...],
        seats: dict[str, int] | None = None,
        places: tuple[str, ...] = (),
        participants: tuple[str, ...] = (),
        election: str | None = None,
        background: bool = False,
        note: str = "",
    ) -> Statement:
        voice = segment.voice
        shown = stated(self._text, clause)
        label = f"{kind.value}{', ' + note if note else ''}"
        return Statement(
            kind=kind,
            article=self._article.id,
            content_id=self._article.content_id,
            parties=parties,
            speaker=voice.speaker,
            speaker_party=voice.party,
            speaker_role=voice.role,
            unit=voice.unit,
            mode=segment.mode,
            election=election,
            background=background,
            said_on=segment.said_on,
            published=self._article.published,
            quote=shown.of(self._text),
            start=shown.start,
            end=shown.end,
            seats=seats or {},
            places=places,
            participants=participants,
            outlet=self._article.outlet,
            reader=self._reader,
            confidence=0.7,
            why=f"{label}: '{found.group()}'; speaker {voice.how}",
        )
