"""The listener: who speaks each part of a sentence, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tieup.reading.cues import Cue, Cues
from tieup.reading.days import days
from tieup.reading.heard import Heard
from tieup.reading.mention import Mention
from tieup.reading.spans import Placed, Span, trimmed
from tieup.reading.subjects import Subjects
from tieup.reading.voices import Voice, voice_of
from tieup.statements import REPORT
from tieup.vocabulary import Mode

_AFTERTHOUGHT = re.compile(
    r"^\s*(?:$|[.,;]|(?:on|in|at|to|during|while|when|after|before|here|later|earlier|from|over|following"
    r"|about|this|last|yesterday|today|as|by|with|who|and\s+(?:that|added))\b)",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r"\b(?:a|one)\s+day\s+after\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?](?:\s|$)")
_COMMA = re.compile(r"[,\"”]\s*$")
#: So few words in marks are the journalist's emphasis, unless a verb of saying stands beside them:
#: within so many characters, a comma and a mark.
_FEW_WORDS, _BESIDE = 4, 4
#: A day further back is history, not when the news was said.
_RECENT = 31
#: The first paragraphs, whose day is that of what follows without another.
_LEAD = 700
#: After a quotation of several sentences its speaker stands within so many characters.
_SOON = 200
#: Days that hold from a place in the sentence on.
_Held = list[tuple[int, date]]


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence in one voice."""

    span: Span
    sentence: Span
    voice: Voice
    mode: Mode
    said_on: date | None = None


class Listener:
    """Goes through an article sentence by sentence and tells who speaks."""

    def __init__(
        self, text: str, mentions: Placed[Mention], quotations: Placed[Span], published: date
    ) -> None:
        """Start at the top of an article."""
        self._text = text
        self._mentions = mentions
        self._quotations = quotations
        self._published = published
        self._heard = Heard()
        self._subjects = Subjects(text, mentions, self._heard)
        self._cues = Cues(text, mentions, self._subjects)
        self._speakers: dict[Span, Voice] = {}

    def segments(self, sentence: Span) -> tuple[Segment, ...]:
        """The sentence cut into the parts that one voice speaks each, in order."""
        text = self._text
        quoted = self._quotations.touching(sentence)
        told = _outside(sentence, quoted)
        cues = [cue for part in told for cue in self._cues.within(part, sentence)]
        held = self._days(sentence, told)
        found: list[Segment] = []
        for quotation in quoted:
            part = Span(max(quotation.start, sentence.start), min(quotation.end, sentence.end))
            voice = self._speaker(quotation, sentence, cues)
            if voice is None:
                continue
            said = self._said_on(voice, _held_at(held, part.start))
            found.append(
                Segment(trimmed(text, part.start, part.end), sentence, voice, Mode.DIRECT, said)
            )
        spoken = [segment.span for segment in found]
        for part in _outside(sentence, spoken):
            found.extend(self._told(part, sentence, cues, held))
        self._remember(sentence, cues, held)
        return tuple(
            sorted((s for s in found if s.span.start < s.span.end), key=lambda s: s.span.start)
        )

    def _told(
        self, part: Span, sentence: Span, cues: Sequence[Cue], held: _Held
    ) -> Iterator[Segment]:
        """A part outside quotation marks, cut where a voice begins or ends."""
        at, own = part.start, Voice()
        inside = [cue for cue in cues if part.covers(cue.span)]
        for number, cue in enumerate(inside):
            following = inside[number + 1].phrase_start if number + 1 < len(inside) else part.end
            before, after = (
                Span(at, cue.phrase_start),
                Span(cue.span.end, max(cue.span.end, following)),
            )
            led_in = _AFTERTHOUGHT.match(self._text[after.start : after.end]) is not None
            speaks_before = (
                at < cue.phrase_start
                and (led_in or cue.inverted)
                and _COMMA.search(self._text[before.start : before.end]) is not None
            ) or cue.span.start == cue.phrase_start == at
            voice_before = cue.voice if speaks_before and number == 0 else own
            yield self._segment(before, sentence, voice_before, held)
            yield self._segment(after, sentence, cue.voice, held)
            at = after.end
        yield self._segment(Span(at, part.end), sentence, own, held)

    def _segment(self, span: Span, sentence: Span, voice: Voice, held: _Held) -> Segment:
        day = _held_at(held, span.start)
        place = trimmed(self._text, span.start, span.end)
        mode = Mode.REPORT if voice.speaker == REPORT else Mode.INDIRECT
        said = day if mode is Mode.REPORT else self._said_on(voice, day)
        return Segment(place, sentence, voice, mode, said)

    def _said_on(self, voice: Voice, day: date | None) -> date | None:
        """The day the sentence gives, else that on which this voice was last heard, else the news day."""
        return day or self._heard.said_on.get(voice.speaker) or self._heard.news_day

    def _days(self, sentence: Span, told: Sequence[Span]) -> _Held:
        """The days of what the sentence tells, each with the place from which on it holds.

        "... a day after X said": what stands before is of the day told of, what follows of the eve.
        """
        found = [d for part in told for d in days(self._text, part, self._published)]
        behind = [d.day for d in found if not d.ahead and (self._published - d.day).days <= _RECENT]
        after = _DAY_AFTER.search(self._text, sentence.start, sentence.end)
        if after:
            base = behind[0] if behind else self._heard.last_day or self._published
            return [(sentence.start, base), (after.start(), base - timedelta(days=1))]
        return [(sentence.start, behind[0])] if behind else []

    def _remember(self, sentence: Span, cues: Sequence[Cue], held: _Held) -> None:
        """Keep the last voice, the last subject and the day for the sentences to come."""
        heard = self._heard
        if cues:
            heard.voice = cues[-1].voice
            said = _held_at(held, cues[-1].span.start)
            if said:
                heard.said_on[heard.voice.speaker] = said
        named = [m for m in self._mentions.within(sentence) if not m.attached]
        people = [m for m in named if m.sort == "person"]
        if held:
            day = held[0][1]
            heard.last_day = day
            for mention in people:
                heard.said_on.setdefault(mention.name, _held_at(held, mention.span.start) or day)
            if heard.news_day is None and sentence.end <= _LEAD:
                heard.news_day = day
        heard.first = named[0] if named else heard.first
        if cues and cues[-1].voice.person:
            heard.he = cues[-1].voice
        elif people and not cues:
            heard.he = voice_of(self._text, people[0])

    def _speaker(self, quotation: Span, sentence: Span, cues: Sequence[Cue]) -> Voice | None:
        """Who says a quotation; None for a few words that the journalist only set in marks.

        None, too, where nothing tells whose they are: nobody is given words that may not be his.
        """
        if quotation in self._speakers:
            return self._speakers[quotation]
        before = [cue for cue in cues if cue.span.end <= quotation.start]
        after = [cue for cue in cues if cue.phrase_start >= quotation.end]
        beside = (before and quotation.start - before[-1].span.end < _BESIDE) or (
            after and after[0].phrase_start - quotation.end < _BESIDE
        )
        if len(quotation.of(self._text).split()) < _FEW_WORDS and not beside:
            return None
        voice = self._told_by(quotation, sentence, before, after)
        if voice is None or voice.speaker == REPORT:
            voice = self._told_later(quotation)
        if voice is not None:
            self._speakers[quotation] = voice
        return voice

    def _told_by(
        self, quotation: Span, sentence: Span, before: Sequence[Cue], after: Sequence[Cue]
    ) -> Voice | None:
        """By the verbs of saying around it in the sentence, else by what stands before it."""
        if before:
            return before[-1].voice
        if after:
            return after[0].voice
        lead = self._text[sentence.start : max(sentence.start, quotation.start - 1)].rstrip()
        if not lead:
            return replace(self._heard.voice, how="the quotation goes on")
        if lead.endswith(":"):
            return self._subjects.leading(Span(sentence.start, quotation.start))
        return None

    def _told_later(self, quotation: Span) -> Voice | None:
        """By the verb that follows a quotation of several sentences."""
        end = _STOP.search(self._text, quotation.end)
        stop = end.end() if end else len(self._text)
        part = Span(quotation.end, min(stop, quotation.end + _SOON))
        cues = self._cues.within(part, part)
        return cues[0].voice if cues else None


def _held_at(held: _Held, place: int) -> date | None:
    """The day that holds at a place."""
    return next((day for start, day in reversed(held) if start <= place), None)


def _outside(whole: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of a span without the holes in it."""
    parts, at = [], whole.start
    for hole in sorted(holes, key=lambda h: h.start):
        if hole.start > at:
            parts.append(Span(at, min(hole.start, whole.end)))
        at = max(at, hole.end)
    if at < whole.end:
        parts.append(Span(at, whole.end))
    return parts
