"""Subjects: whom a verb of saying belongs to: a name, a pronoun, a bare noun, nameless sources."""

import re
from dataclasses import dataclass, replace

from tieup.reading.names.mention import Mention
from tieup.reading.names.phrases import begins_clause, phrase_after, phrase_before
from tieup.reading.text.spans import Placed, Span, trimmed
from tieup.reading.voices.heard import Heard
from tieup.reading.voices.nominals import Nominals
from tieup.reading.voices.pronouns import Pronouns
from tieup.reading.voices.titled import POSSESSIVE, PREPOSITION, Titled
from tieup.reading.voices.voices import Voice, unnamed_end, unnamed_voice, voice_of
from tieup.statements import REPORT

_OBJECT = re.compile(
    r"\b(?:met|told|asked|accused|urged|invited|thanked|called|blamed|criticised|attacked|joined|quit|left|support\w*)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WHO_CLAUSE = re.compile(r",\s+(?:who|whom|which|whose)\b[^,]*,")
_FINITE = re.compile(r"\b(?:will|would|has|have|had|is|are|was|were|can|could|should)\b")
_RELATIVE = re.compile(r"\b(?:who|which)\s+$")
_AND_SAID = re.compile(r".*\band\s+(?:also\s+|later\s+|then\s+|has\s+|had\s+)?", re.DOTALL)
_OF_ONE = re.compile(r"(?:\s+of\s+(?:the\s+)?\S+(?:\s+[A-Z]\S*){0,3})?[\s,]*")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
# What stands between "said" and its subject is no clause of its own.
_CLAUSE = re.compile(
    r"\b(?:that|he|she|they|it|would|will|had|has|is|was)\b|[:;]|,\s+(?:[a-z]+ed|wants?|seeks?)\b"
)
#: Characters that a subject may stand before its verb, and a name after it.
_FAR_LEFT, _FAR_RIGHT = 110, 90


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a verb is.

    Attributes:
        voices: one, or each of several who speak together; the report's own for somebody of whom
            only the words are known.
        start: where its phrase begins, or ends for one after the verb: what is said stops there.
        words: the phrase itself.
    """

    voices: tuple[Voice, ...]
    start: int
    words: Span | None = None

    @property
    def known(self) -> bool:
        """Whether it is somebody."""
        return self.voices[-1].speaker != REPORT


class Subjects:
    """Finds subjects in one article, with what was heard of it so far."""

    def __init__(self, text: str, mentions: Placed[Mention], heard: Heard) -> None:
        """Share the listener's memory."""
        self._text = text
        self._mentions = mentions
        self._heard = heard
        self._nominals = Nominals(text, mentions, heard)
        self._titled = Titled(text, mentions)
        self.pronouns = Pronouns(text, mentions, heard, self._titled)

    def before(self, verb: int, part: Span, *, ends: bool = False) -> Subject | None:
        """The subject before a verb.

        The nearest that can be one; a bare noun or a pronoun between a name and the verb is nearer.

        Args:
            verb: where the verb begins, with its auxiliaries and adverbs.
            part: no further left than this.
            ends: whether the sentence ends with the verb: "..., he said" is the last speaker's.
        """
        words = phrase_before(self._text, verb, part.start)
        relative = _RELATIVE.search(self._text[part.start : verb]) if words is None else None
        if relative is not None:
            start = part.start + relative.start()
            return Subject(self._antecedent(start, part), start, trimmed(self._text, start, verb))
        best = self._named(self._head_end(words, verb), part)
        if words is not None:
            if self._is_nearer(words, best, verb, part, ends=ends):
                best = Subject((Voice(),), words.start)
            meant = self._nominals.voices(words, part)
            if meant and (best is None or best.start <= words.end):
                return Subject(meant, words.start, words)
        for place, voices in self.pronouns.before(verb, part, ends=ends):
            if best is None or place >= best.start:
                best = Subject(voices, place)
        if best is not None:
            return replace(best, words=words)
        return Subject((Voice(),), words.start, words) if words else None

    def _is_nearer(
        self, words: Span, best: Subject | None, verb: int, part: Span, *, ends: bool
    ) -> bool:
        """Whether a phrase, and no name before it, is the subject: "The ISF wants a pact, sources said".

        One that only tells who the name is, with no comma after it, is not: "Md Salim, the secretary
        said that".
        """
        if best is None or best.start >= words.start or not begins_clause(self._text, words, verb):
            return False
        near = self._mentions.before(words.start, 1)
        described = (
            not ends
            and len(near) == 1
            and near[0].sort == "person"
            and self._text[near[0].span.end : words.start].strip() == ","
            and self._titled.start(near[0], part) == part.start
        )
        return not described

    def _antecedent(self, at: int, part: Span) -> tuple[Voice, ...]:
        """Whom "who" means: the name or the nameless right before it."""
        comma = self._text[part.start : at].rstrip().removesuffix(",")
        words = phrase_before(self._text, at, part.start) or phrase_before(
            self._text, part.start + len(comma), part.start
        )
        if words is None or self._text[words.end : at].strip(" ,"):
            return (Voice(),)
        end = self._head_end(words, words.end)
        near = [m for m in self._mentions.within(Span(words.start, end)) if not m.attached]
        if len(near) > 1 and self._is_of(near[-2], near[-1]):
            near.pop()
        elif near and _OF_ONE.fullmatch(self._text, near[-1].span.end, end) is None:
            near.clear()
        if near and near[-1].sort == "person":
            return (voice_of(self._text, near[-1]),)
        meant = self._nominals.voices(words, part)
        if near and not meant:
            meant = (unnamed_voice(self._text, near[-1]) or voice_of(self._text, near[-1]),)
        return meant or (Voice(),)

    def _head_end(self, words: Span | None, verb: int) -> int:
        """Where to look back from: before the apposition in "Md Salim, a member of the bureau,"."""
        if words is None or self._text[words.end - 1] != ",":
            return verb
        for mention in self._mentions.within(words):
            if mention.sort == "person" and not mention.attached:
                comma = self._text.find(",", mention.span.end, words.end)
                return comma if comma == mention.span.end else verb
        return verb

    def after(self, at: int, part: Span) -> Subject | None:
        """The subject after a verb ("said Chowdhury") or "according to"; it starts where that ends."""
        words = phrase_after(self._text, at, part.end)
        found: list[Mention] = []
        for mention in self._mentions.within(Span(at, part.end)):
            between = self._text[at : mention.span.start]
            if found and not self._titled.joined(found[-1], mention):
                if mention.attached:
                    continue
                break
            if len(between) > _FAR_RIGHT or _CLAUSE.search(between):
                break
            unnamed = unnamed_voice(self._text, mention)
            if unnamed is not None and not found:
                return Subject((unnamed,), unnamed_end(self._text, mention, part.end), words)
            if not mention.attached and not PREPOSITION.search(between[-20:]):
                found.append(mention)
        if found:
            voices = tuple(dict.fromkeys(voice_of(self._text, mention) for mention in found))
            end = found[-1].span.end
            described = words is not None and self._text[end : end + 1] == ","
            return Subject(voices, max(end, words.end) if words and described else end, words)
        if words is not None:
            meant = (
                self.pronouns.meant(words, Span(part.start, at), ends=True)
                if self.pronouns.is_one(words)
                else self._nominals.voices(words, part)
            )
            if meant:
                return Subject(meant, words.end, words)
        return Subject((Voice(),), words.end, words) if words else None

    def is_nameless(self, subject: Subject) -> bool:
        """Whether a subject after its verb is people without a name: "said a senior leader"."""
        words = subject.words
        return words is not None and (
            self.pronouns.is_one(words) or self._nominals.is_nameless(words)
        )

    def is_all(self, subject: Subject, part: Span) -> bool:
        """Whether no clause, only a name, stands before the verb: "Md Salim, a leader, on Sunday, said"."""
        words = subject.words
        if words is None or self._text[part.start : words.start].strip(" \"”'’"):
            return False
        comma = self._text.find(",", words.start, words.end)
        head = Span(words.start, comma if comma >= 0 else words.end)
        free = [m for m in self._mentions.within(head) if not m.attached]
        return (
            len(free) == 1
            and free[0].span.end == head.end
            and self._titled.start(free[0], part) == head.start
        )

    def leading(self, part: Span) -> Voice | None:
        """Whose words a part leads in with a colon: "Kabir was sure of Owaisi's party: ..." is Kabir's."""
        if self.pronouns.leads(part):
            return self._heard.he
        free = [
            m
            for m in self._mentions.within(part)
            if not m.attached
            and not PREPOSITION.search(self._text[part.start : m.span.start][-30:])
            and not POSSESSIVE.match(self._text, m.span.end)
        ]
        return voice_of(self._text, free[0]) if free else None

    def _named(self, at: int, part: Span) -> Subject | None:
        """The nearest name before a verb, with those that are joined to it by "and"."""
        best: Subject | None = None
        run: list[Mention] = []
        last: Mention | None = None
        for mention in self._mentions.within(Span(max(part.start, at - 2 * _FAR_LEFT), at)):
            between = self._text[mention.span.end : at]
            if mention.attached or len(between) > _FAR_LEFT or self._is_of(last, mention):
                continue
            joined = _AND_SAID.fullmatch(between) is not None
            unnamed = unnamed_voice(self._text, mention)
            if joined and best is not None:
                continue  # "thanked the Left and said": the one who thanked
            if self._can_be_subject(mention, between, part, nameless=unnamed is not None):
                together = last is not None and last in run and self._titled.joined(last, mention)
                run = [*run, mention] if together else [mention]
                # "Owaisi met Abbas and said": what stands before "said" is told, and not his speech.
                start = at if joined else self._titled.start(mention, part)
                owned = self._nominals.owned(mention, at)
                voice = owned or unnamed or voice_of(self._text, mention)
                if together and best is not None:
                    voices = tuple(dict.fromkeys((*best.voices, voice)))
                    best = Subject(voices, min(best.start, start))
                else:
                    best = Subject((voice,), start)
            last = mention
        return best

    def _is_of(self, last: Mention | None, mention: Mention) -> bool:
        """Whether a party only tells whose the one named before it is: "Salim of the CPI(M) said"."""
        return (
            last is not None
            and last.sort == "person"
            and mention.sort == "party"
            and _OF.fullmatch(self._text, last.span.end, mention.span.start) is not None
        )

    def _can_be_subject(
        self, mention: Mention, between: str, part: Span, *, nameless: bool
    ) -> bool:
        """Whether a name before a verb can be its subject."""
        if (
            mention.opposed
            or '"' in between
            or "”" in between
            or _FINITE.search(_WHO_CLAUSE.sub("", between))  # the subject of another verb
        ):
            return False
        start = self._titled.start(mention, part)
        before = self._text[max(part.start, start - 40) : start]
        return nameless or not (PREPOSITION.search(before) or _OBJECT.search(before))
