"""Cues: the verbs that bring in what somebody says, each with its subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieup.reading.mention import Mention
from tieup.reading.spans import Placed, Span
from tieup.reading.subjects import Subjects
from tieup.reading.voices import Voice, voice_of

#: Verbs that bring in what somebody says.
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|add(?:ed|s)|state[ds]|claim(?:ed|s)|assert(?:ed|s)|announc(?:ed|es)"
    r"|declare[ds]|alleg(?:ed|es)|clarif(?:ied|ies)|insist(?:ed|s)|maintain(?:ed|s)|note[ds]"
    r"|explain(?:ed|s)|disclose[ds]|indicate[ds]|reveal(?:ed|s)|recall(?:ed|s)|quip(?:ped|s)"
    r"|point(?:ed|s)\s+out|hint(?:ed|s)|warn(?:ed|s)|confirm(?:ed|s)|reiterate[ds]|repl(?:ied|ies)"
    r"|admit(?:ted|s)|argue[ds](?!\s+for)|remark(?:ed|s)|wrote(?!\s+(?:\w+\s+){0,3}?to\b)|tweet(?:ed|s)|posted|stress(?:ed|es)"
    r"|suggest(?:ed|s)|predict(?:ed|s)|complain(?:ed|s)|agreed\s+that|feels?|felt|sounding|hit\s+back"
    r"|accuse[ds]|shot\s+back|countered|retorted|observed|conceded"
    r"|signalled|signaled)\b(?!\s+to\s+be\b)"
)
#: Participles that go on with the speech of the sentence's subject.
_GOING_ON = re.compile(
    r"(?:,?\s+)?(?<!\w)(?:also\s+)?(?:saying|adding|claiming|stating|warning|asserting|insisting|suggesting|arguing"
    r"|hinting|noting|stressing|clarifying|declaring|sounding|recalling)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording\s+to|[Aa]s\s+per|in\s+the\s+words\s+of)\s+")
_OWN_VERB = re.compile(
    r"\s+(?:was|is|are|were|has|had|have|will|would|could|can|may|should|\w+ed)\b"
)
_NOT_SAID = re.compile(r"\b(?:to|is|are|was|were|been|being)\s+$", re.IGNORECASE)
_ADDRESSEE = re.compile(r"^\s+(?:(?!that\b)[\w&.'-]+\s+){0,5}?(?=that\b|[,:]?\s*[\"“])")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying.

    Attributes:
        span: from the verb (or "according to") to where what is said may begin.
        voice: whose verb it is.
        phrase_start: where the subject's phrase begins; the verb, where the subject follows it.
        inverted: whether the subject follows the verb.
    """

    span: Span
    voice: Voice
    phrase_start: int
    inverted: bool = False


class Cues:
    """Finds the cues of one article."""

    def __init__(self, text: str, mentions: Placed[Mention], subjects: Subjects) -> None:
        """Find subjects with these."""
        self._text = text
        self._mentions = mentions
        self._subjects = subjects

    def within(self, part: Span, sentence: Span) -> list[Cue]:
        """The cues of a part of a sentence, in order."""
        said = [*self._according(part), *self._said(part)]
        return sorted([*said, *self._goings_on(part, sentence, said)], key=lambda c: c.span.start)

    def _according(self, part: Span) -> Iterator[Cue]:
        for match in _ACCORDING.finditer(self._text, part.start, part.end):
            found = self._subjects.after(match.end(), part)
            if found:
                voice, end = found
                yield Cue(Span(match.start(), end), voice, match.start(), inverted=True)

    def _said(self, part: Span) -> Iterator[Cue]:
        """Finite verbs of saying; the subject before the verb, or after it where nothing is before."""
        for match in _SAID.finditer(self._text, part.start, part.end):
            if _NOT_SAID.search(self._text, max(0, match.start() - 10), match.start()):
                continue  # "is to say", "was told"
            before = self._subjects.before(match.start(), part)
            after = self._following(match, part, alone=before is None)
            if after:
                voice, end = after
                yield Cue(Span(match.start(), end), voice, match.start(), inverted=True)
            elif before:
                voice, start = before
                yield Cue(Span(match.start(), self._end(match, part)), voice, start)

    def _following(
        self, match: re.Match[str], part: Span, *, alone: bool
    ) -> tuple[Voice, int] | None:
        """The subject after the verb, where the verb is led in by nothing or by a comma.

        A name that goes on with a verb of its own begins what is said: ", said Kabir was keen".
        """
        lead = self._text[part.start : match.start()].rstrip()
        inverted = alone or not lead.strip(" ,.\"”'’") or lead.endswith((",", '"', "”"))
        found = self._subjects.after(match.end(), part) if inverted else None
        if found and not alone and _OWN_VERB.match(self._text, found[1]):
            return None
        return found

    def _end(self, match: re.Match[str], part: Span) -> int:
        """After the verb, and after whom it was said to: "told a party programme that"."""
        if not match.group().startswith("t"):
            return match.end()
        addressed = _ADDRESSEE.match(self._text[match.end() : part.end])
        return match.end() + (addressed.end() if addressed else 0)

    def _goings_on(self, part: Span, sentence: Span, said: Sequence[Cue]) -> Iterator[Cue]:
        """Participles: the last verb's speaker goes on, else the sentence's subject speaks."""
        for match in _going_on(self._text, part):
            before = self._mentions.within(Span(sentence.start, match.start()))
            names = [m for m in before if not m.attached]
            beside = before[-1:] if self._text[match.start()] != "," else []
            earlier = [cue for cue in said if cue.span.end <= match.start()]
            if beside and beside[0].span.end == match.start():
                voice = voice_of(self._text, beside[0])
            elif earlier or (said and not names):
                voice = (earlier or said)[-1].voice
            elif names:
                voice = voice_of(self._text, names[0])
            else:
                continue
            yield Cue(Span(match.start(), match.end()), voice, match.start())


def _going_on(text: str, part: Span) -> Iterator[re.Match[str]]:
    """Participles of saying within a part; one that opens it counts, too."""
    opening = _GOING_ON.match(text, part.start, part.end)
    if opening:
        yield opening
    yield from (m for m in _GOING_ON.finditer(text, part.start, part.end) if m.start() > part.start)
