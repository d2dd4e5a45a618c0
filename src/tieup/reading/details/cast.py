"""A cast: who acts beside a frame, to whom, from whom and by whom."""

import re
from collections.abc import Sequence

from tieup.reading.details.counts import NAME, THE, Count
from tieup.reading.details.frames import Frame
from tieup.reading.names.mention import Mention
from tieup.reading.text.spans import Span

_TO = re.compile(
    rf"(?:\s+each)?(?:\s+(?!to\b|for\b|from\b|by\b)[\w-]+){{0,4}}?\s+(?:to|for)\s+{THE}(?P<name>{NAME})(?!['’]s|_)"
    rf"(?:(?:,|\s+and)\s+(?:the\s+)?{NAME})*"
)
# No subject of a verb behind it: "in alliance with the Left Front", "sources in the ISF".
_OBLIQUE = re.compile(
    r"\b(?:by|from|to|with|for|over|against|between|than|like|including|besides|under|on|among)\s+"
    r"(?:(?:both|either|the|its|their|his|ally|partner)\s+){0,3}$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|in|within|inside)\s+(?:(?:both|the)\s+)?$", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:by|from|with|between|after|before|over|against)\s+(?:(?:the|its)\s+)?$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|of|with)\s+(?:(?:the|its|ally|partner)\s+){0,3}$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:(?:both|the|its|ally|partner)\s+){0,3}$", re.IGNORECASE)
# Nothing that could be a subject, but a pronoun.
_BARE_LEAD = re.compile(
    r"(?:\W*\b(?:and|but|if|unless|until|provided|when|as|since|because|that|which|who|it|they|he|she|has|have|had|is|was|were|be|been|being|will|would|could|can|may|might|also|now|then|earlier"
    r"|later|only|first|initially|already|not|further|even|again|too|both|are|to|just|willing|ready|prepared|keen|agreed|able|likely|set|inclined|decided|expected|its|their|wish|plans?|list|is)\b)*\W*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|we|(?:his|her|its|their|our|my|the)\s+(?:own\s+)?(?:party|outfit|front))\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|I)\b(?:\s+(?!(?:that|if|and|but)\b)[\w'’]+){0,5}\s*$", re.IGNORECASE)
_US = re.compile(r"\s+(?:up\s+)?(?:to\s+)?(?:us|me)\b", re.IGNORECASE)
_TO_US = re.compile(
    r"\s+(?:to|for)\s+(?:us|me|(?:his|her|our|my)\s+(?:own\s+)?(?:party|outfit))\b", re.IGNORECASE
)
# "The Congress demand": a name that only tells whose demand it is.
_WHOSE = re.compile(
    r"(?:['’]s)?\s+(?:demand|claim|offer|proposal|request|wish|insistence)s?\b", re.IGNORECASE
)
_AND = re.compile(r"\s{0,3},?\s{0,3}(?:and|&|/)\s{1,3}(?:the\s{1,3})?", re.IGNORECASE)
_TOGETHER = re.compile(r"\s{0,3}(?:,|,?\s{0,3}and\b)\s{0,3}(?:the\s{1,3})?", re.IGNORECASE)
#: So far before a name stands what leads it in.
_NEAR = 40


class Cast:
    """The names of a clause, and who speaks, as the frames in it need them."""

    def __init__(
        self, masked: str, clause: Span, named: Sequence[Mention], speaker: str | None
    ) -> None:
        """Look at a clause of a text with its names blanked out.

        Args:
            masked: the article's text, its names blanked out.
            clause: a part of it.
            named: who is named there, each for a party.
            speaker: whose party says it; None for the report.
        """
        self._words = masked
        self._clause = clause
        self._named = named
        self.speaker = speaker

    def at(self, place: int) -> tuple[str, ...]:
        """The party whose name begins at a place."""
        return tuple(str(m.party) for m in self._named if m.span.start == place)

    def heirs(self, count: Count) -> tuple[str, ...]:
        """To whom, or for whom: "... seats to the ISF", "seats for us"."""
        if self.speaker and _TO_US.match(self._words, count.span.end):
            return (self.speaker,)
        match = _TO.match(self._words, count.span.end, self._clause.end)
        row = Span(match.start("name"), match.end()) if match else count.span
        return tuple(str(m.party) for m in self._named if row.covers(m.span))

    def objects(self, frame: Frame, count: Count) -> list[str]:
        """Who is named between a frame and its number, and not "from", "with" or "by"."""
        return [str(m.party) for m in self._between(frame, count) if not self._led_by(m, _ASIDE)]

    def between(self, frame: Frame, count: Count) -> list[str]:
        """Who is named between a frame and its number."""
        return [str(m.party) for m in self._between(frame, count)]

    def us(self, frame: Frame) -> str | None:
        """Who "us" are, right behind a frame."""
        return self.speaker if _US.match(self._words, frame.words.end) else None

    def by(self, frame: Frame) -> list[str]:
        """By whom it is done."""
        return self._behind(frame, _BY)

    def of(self, frame: Frame) -> list[str]:
        """From whom, or with whom."""
        return self._behind(frame, _FROM)

    def actors(self, frame: Frame, count: Count) -> tuple[str, ...]:
        """The subject of a frame: the names joined right before it, or who "we" are."""
        start = count.span.end if count.span.end <= frame.words.start else self._clause.start
        if self.speaker and _WE.search(self._words, start, frame.words.start):
            return (self.speaker,)
        lead = Span(start, frame.words.start)
        before = [m for m in self._named if lead.covers(m.span)]
        own = [
            mention
            for number, mention in enumerate(before)
            if not self._is_oblique(before, number) and not self._is_only_whose(mention, frame)
        ]
        plain = [mention for mention in own if not self._led_by(mention, _OF)] or own
        return self._row(before, plain[-1]) if plain else ()

    def pronoun(self, frame: Frame) -> str | None:
        """Who "it" or "the party" is in a clause that names no subject: he who speaks."""
        lead = self._clause.start, frame.words.start
        return self.speaker if self.is_bare(frame) or _PRONOUN.search(self._words, *lead) else None

    def is_bare(self, frame: Frame) -> bool:
        """Whether nothing stands before a frame that could be its subject, but a pronoun."""
        return _BARE_LEAD.fullmatch(self._words, self._clause.start, frame.words.start) is not None

    def _row(self, before: Sequence[Mention], last: Mention) -> tuple[str, ...]:
        """A name with those that "and" joins to it on its left."""
        row = [last]
        for mention in reversed(before[: before.index(last)]):
            gap = mention.span.end, row[-1].span.start
            if not (_TOGETHER if len(row) > 1 else _AND).fullmatch(self._words, *gap):
                break
            row.append(mention)
        return tuple(dict.fromkeys(str(mention.party) for mention in reversed(row)))

    def _is_oblique(self, named: Sequence[Mention], number: int) -> bool:
        """Whether a name, or one that it is joined to, stands behind a preposition."""
        if self._led_by(named[number], _OBLIQUE) or not number:
            return self._led_by(named[number], _OBLIQUE)
        gap = named[number - 1].span.end, named[number].span.start
        return bool(_AND.fullmatch(self._words, *gap)) and self._is_oblique(named, number - 1)

    def _is_only_whose(self, mention: Mention, frame: Frame) -> bool:
        """Whether a name only tells whose demand or offer it is, and the frame is another word."""
        of = _WHOSE.match(self._words, mention.span.end, self._clause.end)
        return of is not None and of.end() < frame.words.start

    def _between(self, frame: Frame, count: Count) -> list[Mention]:
        return [
            m
            for m in self._named
            if frame.words.end <= m.span.start and m.span.end <= count.span.start
        ]

    def _behind(self, frame: Frame, led: re.Pattern[str]) -> list[str]:
        """The parties behind a frame that a preposition leads in."""
        behind = (m for m in self._named if m.span.start >= frame.words.end)
        return [str(m.party) for m in behind if self._led_by(m, led)]

    def _led_by(self, mention: Mention, led: re.Pattern[str]) -> bool:
        start = max(self._clause.start, mention.span.start - _NEAR)
        return led.search(self._words, start, mention.span.start) is not None
