"""The listener: who speaks each part of a sentence, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tieup.reading.days.diary import Diary, Mark, cut, mark_at
from tieup.reading.days.tenses import simply_past
from tieup.reading.names.mention import Mention
from tieup.reading.names.strangers import STRANGER
from tieup.reading.text.spans import Placed, Span, trimmed
from tieup.reading.voices.cues import AFTERTHOUGHT, Cue, Cues
from tieup.reading.voices.heard import Heard
from tieup.reading.voices.quoted import Quoted, Said
from tieup.reading.voices.subjects import Subjects
from tieup.reading.voices.voices import Voice, voice_of
from tieup.statements import REPORT
from tieup.vocabulary import Mode

_COMMA = re.compile(r"[,:\"”'’–—]\s*$")
#: So many characters a comma, a mark and a space take.
_MARKS = 4
#: What is only asked before the answer is no word of anybody's.
_ASKED = re.compile(
    r"\s*(?:when\s+|on\s+being\s+)?(?:asked|quizzed)\b|\s*(?:on|about|as\s+to)\s+(?:whether|why|how|if|being)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r",\s+(?=who\s)")
_SOURCES = re.compile(r"\b(?:sources?|insiders?)\b", re.IGNORECASE)
_SHIFTED = re.compile(r"\b(?:would|should|must)\b")
_SILENT = re.compile(r"\b(?:did\s+not|declined|refused|sources|reportedly|likely)\b", re.IGNORECASE)
#: The first paragraphs, whose day is that of what follows without another.
_LEAD = 700


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence in one voice; where several speak together, there is one for each.

    Attributes:
        cue: what brings it in; None for the report's words and for speech that goes on.
    """

    span: Span
    sentence: Span
    voice: Voice
    mode: Mode
    said_on: date | None = None
    cue: Cue | None = None


class Listener:
    """Goes through an article sentence by sentence and tells who speaks."""

    def __init__(  # noqa: PLR0913 - what a page holds, and how it is to be heard
        self,
        text: str,
        mentions: Placed[Mention],
        quotations: Placed[Span],
        published: date | None,
        *,
        wide: bool = False,
        country: str | None = None,
    ) -> None:
        """Start at the top of an article.

        Args:
            text: the article's.
            mentions: everybody in it: the names of a pack, and people whom the pack lacks.
            quotations: what stands in quotation marks.
            published: the day that "on Sunday" counts from; None where days are not wanted.
            wide: hear also those who have no name, and what is thought or wanted and not said.
            country: the id of the country whose festivals tell days; None for none.
        """
        self._text = text
        self._mentions = mentions
        self._quotations = quotations
        self._diary = Diary(text, published, country)
        self._wide = wide
        self._heard = Heard()
        self._subjects = Subjects(text, self._mentions, self._heard)
        self._cues = Cues(text, self._mentions, self._subjects, wide=wide)
        self._quoted = Quoted(text, self._cues, self._subjects, self._heard)

    def segments(self, sentence: Span) -> tuple[Segment, ...]:
        """The sentence cut into the parts that one voice speaks each, in order."""
        quoted = self._quotations.touching(sentence)
        told = _outside(sentence, quoted)
        cues = [cue for part in told for cue in self._cues.within(part, sentence)]
        held = self._diary.marks(sentence, told, self._heard.last_day)
        spoken: list[tuple[Span, Said]] = []
        for quotation in quoted:
            said = self._quoted.said(quotation, sentence, cues)
            if said is not None and (self._wide or said.voices[-1].speaker != REPORT):
                start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
                spoken.append((Span(start, end), said))
        told_whole = () if cues or spoken else self._whole(sentence)
        if not told_whole:
            found = [s for part, said in spoken for s in self._direct(part, sentence, said, held)]
            for part in _outside(sentence, [part for part, _ in spoken]):
                around = self._quoted.around(part, spoken, cues)
                found.extend(self._told(part, sentence, cues, held, around))
        else:
            found = [self._segment(sentence, sentence, voice, held) for voice in told_whole]
        self._remember(sentence, cues, held)
        return tuple(
            sorted((s for s in found if s.span.start < s.span.end), key=lambda s: s.span.start)
        )

    def _direct(
        self, part: Span, sentence: Span, said: Said, held: Sequence[Mark]
    ) -> Iterator[Segment]:
        """Words in quotation marks; what the speaker relays there from somebody named is that one's."""
        place = trimmed(self._text, part.start, part.end)
        relay = None if self._wide else self._relayed(place, sentence, said)
        own = Span(place.start, relay.phrase_start) if relay else place
        for voice in said.voices:
            day = self._said_on(voice, mark_at(held, part.start))
            yield Segment(own, sentence, voice, Mode.DIRECT, day, said.cue)
        if relay:
            rest = Span(relay.span.end, place.end)
            yield from self._segments(rest, sentence, relay.told_by(said.voices[-1]), held)

    def _relayed(self, place: Span, sentence: Span, said: Said) -> Cue | None:
        """A saying within a quotation, by somebody named, as in "Sarkar told me they go alone"."""
        for cue in self._cues.within(place, sentence):
            by_name = cue.source is not None and any(
                mention.span.end == cue.source.end for mention in self._mentions.within(cue.source)
            )
            other = cue.known and cue.voice not in said.voices
            if by_name and other and not cue.inverted and cue.span.end < place.end:
                return cue
        return None

    def _whole(self, sentence: Span) -> tuple[Voice, ...]:
        """Who speaks a sentence without a verb of saying.

        The report, and those of whom the next sentence tells that they announced it; or, in free
        indirect speech, still the last speaker.
        """
        made = self._cues.made_after(sentence)
        if made is not None:
            how = "made the announcement, as the next sentence tells"
            return (Voice(), *(replace(v, how=f"{v.how}, {how}") for v in made.voices))
        if not self._goes_on(sentence):
            return ()
        self._heard.indirect = sentence.end
        how = "free indirect speech, after his own"
        return tuple(replace(voice, how=how) for voice in self._heard.together)

    def _goes_on(self, sentence: Span) -> bool:
        """Whether a sentence without a verb of saying goes on with the speech right before it.

        One that names somebody tells of him.
        """
        people = (m for m in self._mentions.within(sentence) if m.sort == "person")
        return not any(people) and (
            self._heard.voice.speaker != REPORT
            and self._text[self._heard.indirect : sentence.start] == " "
            and _SHIFTED.search(self._text, sentence.start, sentence.end) is not None
            and _SILENT.search(self._text, sentence.start, sentence.end) is None
        )

    def _told(
        self,
        part: Span,
        sentence: Span,
        cues: Sequence[Cue],
        held: Sequence[Mark],
        carried: Cue | None,
    ) -> Iterator[Segment]:
        """A part outside quotation marks, cut where a voice begins or ends."""
        at, own = part.start, carried
        inside = [cue for cue in cues if part.covers(cue.span) and (cue.known or self._wide)]
        inside = self._spoken(inside, part)
        for number, found in enumerate(inside):
            cue = found
            following = inside[number + 1].phrase_start if number + 1 < len(inside) else part.end
            before, after = (
                Span(at, max(at, cue.phrase_start)),
                Span(cue.span.end, max(cue.span.end, following)),
            )
            within = Span(at, after.end)
            speaks_before = self._closes(cue, within) or cue.span.start == cue.phrase_start == at
            if number and inside[number - 1].known and not self._closes(cue, within):
                cue = cue.told_by(inside[number - 1].voice)
            asked = _ASKED.match(self._text, before.start, before.end) is not None
            if not asked:
                whose = cue if speaks_before and number == 0 else own
                yield from self._segments(before, sentence, whose, held)
            who = _WHO.search(self._text, cue.phrase_start, cue.verb.start)
            if who:  # what the report tells of the speaker
                told = Span(who.end(), max(who.end(), cue.verb.start))
                yield from self._segments(told, sentence, None, held)
            yield from self._segments(after, sentence, cue, held)
            at = after.end
        yield from self._segments(Span(at, part.end), sentence, own, held)

    def _spoken(self, cues: Sequence[Cue], part: Span) -> list[Cue]:
        """The cues that are no part of what another one brings in: in "said he hopes" the first."""
        said = [cue for cue in cues if cue.says]
        first = min((cue.span.start for cue in said), default=part.end)
        closing = [cue.span.start for cue in said if self._closes(cue, part)]
        last = max(closing, default=part.start)
        return [cue for cue in cues if cue.says or last <= cue.span.start < first]

    def _closes(self, cue: Cue, part: Span) -> bool:
        """Whether what a cue brings in stands before it, as in "..., Salim said on Sunday"."""
        start = cue.phrase_start
        led_in = _COMMA.search(self._text, max(part.start, start - _MARKS), start) is not None
        rest = self._text[cue.span.end : part.end]
        return (
            part.start < start
            and (led_in or cue.verb.of(self._text) == ":")
            and (cue.inverted or AFTERTHOUGHT.match(rest) is not None)
        )

    def _segments(
        self, span: Span, sentence: Span, cue: Cue | None, held: Sequence[Mark]
    ) -> Iterator[Segment]:
        """One for each of those who speak."""
        for part in cut(span, held):
            for voice in cue.voices if cue else (Voice(),):
                yield self._segment(part, sentence, voice, held, cue)

    def _segment(
        self,
        span: Span,
        sentence: Span,
        voice: Voice,
        held: Sequence[Mark],
        cue: Cue | None = None,
    ) -> Segment:
        mark = mark_at(held, span.start)
        place = trimmed(self._text, span.start, span.end)
        mode = Mode.REPORT if voice.speaker == REPORT else Mode.INDIRECT
        if mode is Mode.INDIRECT:
            return Segment(place, sentence, voice, mode, self._said_on(voice, mark), cue)
        # What is simply told without a day of its own happened on the day of the news.
        news = self._heard.news_day if mark is None else None
        if news is not None and not simply_past(self._text, place):
            news = None
        return Segment(place, sentence, voice, mode, mark.day if mark else news, cue)

    def _said_on(self, voice: Voice, mark: Mark | None) -> date | None:
        """The day the sentence gives, else that on which this voice was last heard, else the news day."""
        if mark is not None:
            return mark.day
        return self._heard.said_on.get(voice.speaker) or self._heard.news_day

    def _remember(self, sentence: Span, cues: Sequence[Cue], held: Sequence[Mark]) -> None:
        """Keep the last voice, the last subject and the day for the sentences to come."""
        heard = self._heard
        spoke = [cue for cue in cues if cue.says]
        last = next((cue for cue in reversed(spoke) if cue.known), None)
        if spoke and last is None:
            heard.voice, heard.together = Voice(), ()  # somebody else, of whom nothing is known
        if last:
            heard.voice, heard.together = last.voice, last.voices
            heard.indirect = sentence.end
            if last.source and _SOURCES.search(last.source.of(self._text)):
                heard.sources = last.voice.party
            said = mark_at(held, last.span.start)
            if said and said.day:
                heard.said_on[heard.voice.speaker] = said.day
        named = [
            m
            for m in self._mentions.within(sentence)
            if not m.attached
            and (m.how != STRANGER or m.party)
            and not self._quotations.touching(m.span)
        ]
        people = [m for m in named if m.sort == "person"]
        day = held[0].day if held else None
        if day:
            heard.last_day = day
            for mention in people:
                mark = mark_at(held, mention.span.start)
                heard.said_on.setdefault(mention.name, mark.day if mark and mark.day else day)
            if heard.news_day is None and sentence.end <= _LEAD:
                heard.news_day = day
        heard.first = named[0] if named else heard.first
        if last and (last.voice.person or last.voice.speaker.startswith("unnamed:")):
            heard.he = last.voice
        elif not last:
            acting = self._subjects.pronouns.acting(sentence, people)
            heard.he = voice_of(self._text, acting) if acting else heard.he


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
