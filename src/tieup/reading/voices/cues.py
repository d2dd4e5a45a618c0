"""Cues: the verbs that bring in what somebody says, each with its subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from tieup.reading.names.mention import Mention
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.subjects import Subject, Subjects
from tieup.reading.voices.verbs import (
    ACCORDING,
    AS_SAYING,
    GOING_ON,
    HOLDS,
    MADE,
    SAYS,
    is_noun,
    verb_start,
)
from tieup.reading.voices.voices import Voice, voice_of
from tieup.statements import REPORT

# A name behind "said" that goes on with a verb of its own begins what is said.
_OWN_VERB = re.compile(
    r"\s+(?:was|is|are|were|has|had|have|will|would|could|can|may|should|\w+ed)\b"
    r"|\s+(?!(?:of|from|on|in|at|to|during|while|when|after|before|here|later|earlier|over|following|about|this|last"
    r"|yesterday|today|so|as|by|with|who|whose|and|through|via|without|[a-z]+ing)\b)[a-z]"
)
_NOT_SAID = re.compile(
    r"\b(?:to|is|are|was|were|been|being|a|an|the|would|could|can|will|may|not)\s+$", re.IGNORECASE
)
_ADDRESSEE = re.compile(
    r"\s+(?:(?!that\b)[\w&.'-]+\s+){0,5}?(?:(?=that\b|[\"“])|[\w&.'-]+(?=[,:]\s*[\"“]))"
    r"|\s+(?:him|her|them|me|us|(?:the\s+)?(?:media|press|reporters|newsmen|journalists|newspersons|mediapersons)|(?:the\s+)?[A-Z][\w&'-]*(?:\s+[A-Z][\w&'-]*){0,4}"
    r"|(?:an?|the|his|her|its|their)(?:\s+(?!(?:was|were|is|are|will|would|had|has|have|could|should|must|that)\b)[\w'-]+){1,4}?)"
    r"(?=[.,;]|$|\s+(?:on|in|at|during|after|over|from|here|late|when|while)\b)"
)
#: After these a verb of saying closes its sentence: what was said stands before it.
AFTERTHOUGHT = re.compile(
    r"^\s*(?:$|[.,;]|(?:on|in|at|to|during|while|when|after|before|here|later|earlier|from|over|following"
    r"|about|this|last|yesterday|today|so|as|by|with|who|and\s+(?:that|added))\b)",
    re.IGNORECASE,
)
# When, where and to whom something was said stands between the verb and what is said.
_ASIDE = re.compile(
    r"\s+(?:(?:late|early|on|in|at|during|to|through|via|last|this|from|here|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[\w]*\b"
    r"[^,;:.“”\"]{0,90}?)(?=\s+that\b)"
    r"|\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?\b(?!,)"
)
#: The next sentence is looked at no further, and no later one.
_NEXT_FAR, _STOP = 240, re.compile(r"[.!?]\s+[A-Z][a-z]+\s+[a-z]")
_COLON = re.compile(r":\s+")
_AND = re.compile(r"\W{0,8}\b(?:and|but)\s+$")
_JOINT_FAR = 8
#: "what Salim had said" brings in nothing.
_WHAT = re.compile(r"\b(?:what|whatever|than)\s+(?:the\s+)?$", re.IGNORECASE)
# The clause that "according to sources," stands amid goes on.
_GOES_ON = re.compile(r",\s+(?!(?:an?|the|who|whose|which|his|her|its|one|and|or)\b)[a-z]")
_LED_IN = re.compile(r"[,\"”'’–—]\s*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying.

    Attributes:
        span: from the verb (or "according to") to where what is said may begin.
        verb: the words of the verb alone, with its auxiliaries.
        voices: whose verb it is, each of several who speak together; never empty.
        phrase_start: where the subject's phrase begins; the verb, where the subject follows it.
        inverted: whether the subject follows the verb.
        source: the words of the subject, where it stands in the sentence.
        says: whether it brings in speech, and not only what somebody thinks or wants.
    """

    span: Span
    verb: Span
    voices: tuple[Voice, ...]
    phrase_start: int
    inverted: bool = False
    source: Span | None = None
    says: bool = True

    @property
    def voice(self) -> Voice:
        """The one who speaks, or the last named of those who speak together."""
        return self.voices[-1]

    @property
    def known(self) -> bool:
        """Whether the one who speaks is somebody, and not only words that no pack or text explains."""
        return self.voice.speaker != REPORT

    def told_by(self, teller: Voice) -> Self:
        """The cue within somebody else's speech: whose it is remains, and who tells it is added."""
        if teller in self.voices:
            return self
        voices = (replace(v, how=f"{v.how}, as {teller.speaker} tells") for v in self.voices)
        return replace(self, voices=tuple(voices))


class Cues:
    """Finds the cues of one article."""

    def __init__(
        self, text: str, mentions: Placed[Mention], subjects: Subjects, *, wide: bool = False
    ) -> None:
        """Find subjects with these; wide: what somebody thinks, wants or does with words, too."""
        self._text = text
        self._mentions = mentions
        self._subjects = subjects
        self._wide = wide

    def within(self, part: Span, sentence: Span) -> list[Cue]:
        """The cues of a part of a sentence, in order."""
        headed = [*self._according(part), *self._headed(part, sentence)]
        said = [*headed, *self._verbs(SAYS, part, sentence, says=True)]
        found = [*said, *self._goings_on(part, sentence, said)]
        if self._wide:
            taken = [cue.verb for cue in found]
            held = self._verbs(HOLDS, part, sentence, says=False)
            found += [cue for cue in held if not any(cue.verb.touches(verb) for verb in taken)]
        return sorted(found, key=lambda c: c.span.start)

    def made_after(self, sentence: Span) -> Subject | None:
        """Whose word a sentence is by the next one of its paragraph: "Salim made the announcement"."""
        limit = min(len(self._text), sentence.end + _NEXT_FAR)
        line = self._text.find("\n", sentence.end, limit)
        part = Span(sentence.end, line if line >= 0 else limit)
        match = MADE.search(self._text, part.start, part.end)
        if match is None or _STOP.search(self._text, part.start, match.start()):
            return None
        if match["by"]:
            found = self._subjects.after(match.end(), part)
        else:
            found = self._subjects.before(match.start(), part)
        return found if found is not None and found.known else None

    def _headed(self, part: Span, sentence: Span) -> Iterator[Cue]:
        """A line headed by a name and a colon, or a headline that ends with them: "No pact: Salim"."""
        if self._text.find(":", part.start, part.end) < 0 or not self._is_line(sentence):
            return
        for match in _COLON.finditer(self._text, part.start, part.end):
            before = self._mentions.within(Span(sentence.start, match.start()))
            after = self._mentions.within(Span(match.end(), sentence.end))
            for named, whole in (
                (before, Span(sentence.start, match.start())),
                (after, Span(match.end(), sentence.end)),
            ):
                if len(named) == 1 and named[0].span == whole:
                    ends = named is after
                    yield Cue(
                        Span(match.start(), whole.end if ends else match.end()),
                        Span(match.start(), match.start() + 1),
                        (voice_of(self._text, named[0]),),
                        match.start() if ends else whole.start,
                        inverted=ends,
                        source=whole,
                    )

    def _is_line(self, sentence: Span) -> bool:
        """Whether a sentence is a line by itself without a full stop, as headlines are."""
        begins = not sentence.start or self._text[sentence.start - 1] == "\n"
        ends = self._text[sentence.end : sentence.end + 1] in ("", "\n")
        return begins and ends and self._text[sentence.end - 1] not in ".!?"

    def _according(self, part: Span) -> Iterator[Cue]:
        for match in ACCORDING.finditer(self._text, part.start, part.end):
            lead = self._text[part.start : match.start()].strip(" \"”'’")
            comma = self._text.find(",", match.end(), part.end)
            amid = lead.endswith(",") and _GOES_ON.match(self._text, comma, part.end)
            end = comma if comma >= 0 and (amid or not lead) else part.end
            subject = self._subjects.after(match.end(), Span(part.start, end))
            if subject:
                saying = AS_SAYING.match(self._text, subject.start, part.end)
                end = saying.end() if saying else max(match.end(), subject.start)
                yield Cue(
                    Span(match.start(), end),
                    Span(*match.span("verb")),
                    subject.voices,
                    match.start(),
                    inverted=True,
                    source=subject.words,
                )

    def _verbs(self, pattern: Sought, part: Span, sentence: Span, *, says: bool) -> Iterator[Cue]:
        """Finite verbs; the subject before the verb, or after it where nothing is before."""
        last: Subject | None = None
        for match in pattern.finditer(self._text, part.start, part.end):
            lead = max(part.start, match.start() - 10)
            if _NOT_SAID.search(self._text, lead, match.start()):
                continue  # "is to say", "was told"
            if is_noun(self._text, Span(*match.span())):
                continue
            start = verb_start(self._text, match.start(), part.start)
            verb = Span(start, match.end())
            ends = AFTERTHOUGHT.match(self._text[self._end(match, part) : part.end]) is not None
            before = self._shared(start, part, sentence, last) or self._subjects.before(
                start, part, ends=ends
            )
            last = before if before and before.known else last
            after = self._following(match, part, before) if says else None
            if after:
                end = max(match.end(), after.start)
                yield Cue(
                    Span(match.start(), end), verb, after.voices, match.start(),
                    inverted=True, source=after.words,
                )  # fmt: skip
            elif before and not _WHAT.search(
                self._text, max(part.start, before.start - 12), before.start
            ):
                end = self._end(match, part)
                yield Cue(
                    Span(match.start(), end), verb, before.voices, before.start,
                    source=before.words, says=says,
                )  # fmt: skip
            elif before is None and self._text.startswith(" that ", match.end()):
                yield Cue(Span(*match.span()), verb, (Voice(),), start, says=says)

    def _shared(
        self, start: int, part: Span, sentence: Span, last: Subject | None
    ) -> Subject | None:
        """The subject of the verb before, for one that "and" joins to it: "said so and added"."""
        joint = _AND.search(self._text, max(part.start, start - _JOINT_FAR), start)
        if joint is None:
            return None
        if last is not None:
            return Subject(last.voices, start)
        if joint.start() > part.start or part.start == sentence.start:
            return None
        voice = self._subjects.leading(Span(sentence.start, part.start))
        return Subject((voice,), start) if voice else None

    def _following(
        self, match: re.Match[str], part: Span, before: Subject | None
    ) -> Subject | None:
        """The subject after the verb, where the verb is led in by nothing or by a comma.

        A name that goes on with a verb of its own begins what is said: ", said Kabir was keen".
        """
        lead = self._text[part.start : match.start()].rstrip()
        quoted = not lead.strip(" ,.\"”'’")
        if not (before is None or quoted or _LED_IN.search(lead)):
            return None
        found = self._subjects.after(match.end(), part)
        if found is None:
            return None
        somebody = found.known or self._subjects.is_nameless(found)
        if before is not None and not quoted and not somebody:
            return None
        unsure = not quoted or not found.known
        if unsure and _OWN_VERB.match(self._text, found.start):
            return None
        if before is not None and self._subjects.is_all(before, part):
            return None  # "Salim, a member, said the ISF, the Congress and the JUP"
        return found

    def _end(self, match: re.Match[str], part: Span) -> int:
        """After the verb, and after when, where and to whom it was said: "told a programme that"."""
        end = match.end()
        if match.group().startswith(("t", "inform")):
            addressed = _ADDRESSEE.match(self._text, end, part.end)
            end = addressed.end() if addressed else end
        aside = _ASIDE.match(self._text, end, part.end)
        return aside.end() if aside else end

    def _goings_on(self, part: Span, sentence: Span, said: Sequence[Cue]) -> Iterator[Cue]:
        """Participles: the last verb's speaker goes on, else the sentence's subject speaks."""
        for match in GOING_ON.finditer(self._text, part.start, part.end):
            before = self._mentions.within(Span(sentence.start, match.start()))
            names = [m for m in before if not m.attached]
            beside = before[-1:] if self._text[match.start()] != "," else []
            earlier = [cue for cue in said if cue.span.end <= match.start()]
            if beside and beside[0].span.end == match.start():
                voices: tuple[Voice, ...] = (voice_of(self._text, beside[0]),)
            elif earlier or (said and not names):
                voices = (earlier or said)[-1].voices
            elif names:
                voices = (voice_of(self._text, names[0]),)
            else:
                comma = self._text.find(",", match.end(), sentence.end)
                ahead = self._subjects.after(comma + 1, sentence) if comma >= 0 else None
                voices = ahead.voices if ahead else (Voice(),)
                if not (self._wide or voices[-1].speaker != REPORT):
                    continue
            verb = Span(*match.span("verb"))
            yield Cue(Span(match.start(), match.end()), verb, voices, match.start())
