"""Quoted: who says what stands in quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieup.reading.text.spans import Span
from tieup.reading.voices.cues import AFTERTHOUGHT, Cue, Cues
from tieup.reading.voices.heard import Heard
from tieup.reading.voices.subjects import Subjects
from tieup.reading.voices.voices import Voice

_STOP = re.compile(r"[.!?](?=\s|$)|(?=\n)")
#: What leads in a quotation that begins with its speech, and not amid it.
_BEGINS = re.compile(r"[,:.–—]\s*(?:that\s*)?[\"“'‘`]*$")
_LED_IN = re.compile(r"[:,]\s+[\"“'‘`]+$")
_MARKS = "\"“”'‘’` "
#: So few words in marks are the journalist's emphasis, unless a verb of saying stands beside them:
#: within so many characters, a comma and a mark.
_FEW_WORDS, _BESIDE = 4, 4
#: After a quotation of several sentences its speaker stands within so many characters.
_SOON = 200


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a quotation, and the verb that tells so; none where it only goes on."""

    voices: tuple[Voice, ...]
    cue: Cue | None = None


class Quoted:
    """Finds the speakers of one article's quotations."""

    def __init__(self, text: str, cues: Cues, subjects: Subjects, heard: Heard) -> None:
        """Share the listener's memory."""
        self._text = text
        self._cues = cues
        self._subjects = subjects
        self._heard = heard
        self._found: dict[Span, Said] = {}

    def said(self, quotation: Span, sentence: Span, cues: Sequence[Cue]) -> Said | None:
        """Who says a quotation; None for a few words that the journalist only set in marks.

        None, too, where nothing tells whose they are: nobody is given words that may not be his.
        """
        if quotation in self._found:
            return self._found[quotation]
        before = [cue for cue in cues if cue.span.end <= quotation.start]
        after = [cue for cue in cues if cue.phrase_start >= quotation.end]
        beside = (
            (before and quotation.start - before[-1].span.end < _BESIDE)
            or (before and _LED_IN.search(self._text, sentence.start, quotation.start))
            or (after and after[0].phrase_start - quotation.end < _BESIDE)
        )
        words = self._text[quotation.start : min(quotation.end, quotation.start + _SOON)].split()
        if len(words) < _FEW_WORDS and not beside:
            return None
        found = self._told_by(quotation, sentence, before, after)
        if found is not None:
            self._found[quotation] = found
        return found

    def _told_by(
        self, quotation: Span, sentence: Span, before: Sequence[Cue], after: Sequence[Cue]
    ) -> Said | None:
        """By the verbs of saying around it, else by what stands before it or was heard last."""
        if before:
            return Said(before[-1].voices, before[-1])
        if after:
            return Said(after[0].voices, after[0])
        lead = self._text[sentence.start : max(sentence.start, quotation.start - 1)].rstrip()
        if lead.endswith(":"):
            voice = self._subjects.leading(Span(sentence.start, quotation.start))
            return Said((voice,)) if voice else None
        later = self._told_later(quotation)
        ends = not self._text[quotation.end : sentence.end].strip(_MARKS)
        if later is not None and (quotation.end > sentence.end or (ends and self._closes(later))):
            return Said(later.voices, later)
        if lead:
            return None
        voices = self._heard.together or (self._heard.voice,)
        return Said(tuple(replace(voice, how="the quotation goes on") for voice in voices))

    def _told_later(self, quotation: Span) -> Cue | None:
        """The verb that follows a quotation of several sentences."""
        limit = min(len(self._text), quotation.end + _SOON)
        end = _STOP.search(self._text, quotation.end, limit)
        part = Span(quotation.end, end.end() if end else limit)
        cues = self._cues.within(part, part)
        return cues[0] if cues else None

    def _closes(self, cue: Cue) -> bool:
        """Whether a verb has nothing after it that it could bring in, as "Salim asked" after "Why?"."""
        rest = self._text[cue.span.end : cue.span.end + _SOON]
        return AFTERTHOUGHT.match(rest) is not None

    def around(
        self, part: Span, spoken: Sequence[tuple[Span, Said]], cues: Sequence[Cue]
    ) -> Cue | None:
        """The cue whose indirect speech a part belongs to, because quoted words stand amid it."""
        return self._behind(part, spoken, cues) or self._ahead(part, spoken)

    def _behind(
        self, part: Span, spoken: Sequence[tuple[Span, Said]], cues: Sequence[Cue]
    ) -> Cue | None:
        """'said the talks were "over" and that his party would go alone': said goes on."""
        before = [quotation for quotation, _ in spoken if quotation.end <= part.start]
        earlier = [cue for cue in cues if before and cue.span.end <= before[-1].start]
        if not earlier:
            return None
        first = next(q for q in before if q.start >= earlier[-1].span.end)
        lead = self._text[earlier[-1].span.end : first.start]
        rest = self._text[part.start : part.end].lstrip(_MARKS)
        amid = lead.strip(_MARKS) and not _BEGINS.search(lead) and rest[:1].islower()
        return earlier[-1] if amid else None

    def _ahead(self, part: Span, spoken: Sequence[tuple[Span, Said]]) -> Cue | None:
        """'The rivals tried "to break" the front, he said': what stands before, too."""
        said = next((said for quotation, said in spoken if part.end <= quotation.start), None)
        if said is None or said.cue is None or said.cue.span.start < part.end:
            return None
        lead = self._text[part.start : part.end].rstrip(_MARKS)
        return said.cue if lead and lead[-1] not in ",:.–—" else None
