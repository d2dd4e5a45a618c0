"""Subjects: whom a verb of saying belongs to: a name, a pronoun, a bare noun, nameless sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tieup.reading.names.mention import Mention
from tieup.reading.names.phrases import phrase_after, phrase_before
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.heard import Heard
from tieup.reading.voices.nominals import Nominals
from tieup.reading.voices.voices import Voice, unnamed_end, unnamed_voice, voice_of
from tieup.statements import REPORT

_PRONOUN = re.compile(r"\b(?:he|she|him|her)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|them|both|the\s+two)\b", re.IGNORECASE)
_IT = re.compile(r"\bit\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:of|with|to|against|for|by|from|in|on|between|about|over|like|among|including|under|at|into|regarding|through|via)"
    r"\s+(?:(?:the|its|his|their|an?|both)\s+)?$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:met|told|asked|accused|urged|invited|thanked|called|blamed|criticised|attacked|joined|quit|left|support\w*)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WHO_CLAUSE = re.compile(r",\s+(?:who|whom|which|whose)\b[^,]*,")
_FINITE = re.compile(
    r"\b(?:will|would|has|have|had|is|are|was|were|can|could|should)\b(?!\s*(?:also\s+|earlier\s+|now\s+|since\s+|already\s+|once\s+)?$)"
)
_AND_SAID = re.compile(r".*\band\s+(?:also\s+|later\s+|then\s+|has\s+|had\s+)?", re.DOTALL)
# The words of an office or of nobody by name right before a subject: "state president", "sources in the".
_TITLED = re.compile(
    r"(?<![\w'’])(?:(?:the|an?|one|its|his|state|national|central|senior|top|former|party|deputy|general"
    r"|working|president|chief|chair\w*|secretary|leader|spokes\w+|MLA|MP|minister|sources?|insiders?|in"
    r"|within|of|from|member|unit|section|Mrs?\.?|Ms\.?|Dr\.?|Smt\.?|Prof\.?|veteran|suspended|legislator)\s+){1,60}$",
    re.IGNORECASE,
)
#: Between two who speak together.
_WITH = re.compile(
    r"(?:\s*+\([^()]{1,20}\))?\s*+,?\s*+(?:and|&|along\s+with|as\s+well\s+as|together\s+with)\s+(?:the\s+|his\s+)?"
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_ALONE = re.compile(r"he|she|they|him|her|them", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s")
# What stands between "said" and its subject is no clause of its own.
_CLAUSE = re.compile(r"\b(?:that|he|she|they|it|would|will|had|has|is|was)\b|[:;]")
#: Characters that a subject may stand before its verb, a pronoun before it, a name after it.
_FAR_LEFT, _FAR_PRONOUN, _FAR_RIGHT = 110, 40, 90
#: Further back than this no name is looked at.
_FARTHEST = 400


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
        self._starts: dict[tuple[int, int], int] = {}

    def before(self, at: int, verb: int, part: Span, *, ends: bool = False) -> Subject | None:
        """The subject before a verb.

        The nearest that can be one; a bare noun or a pronoun between a name and the verb is nearer.

        Args:
            at: where the verb begins.
            verb: where its auxiliaries and adverbs begin.
            part: no further left than this.
            ends: whether the sentence ends with the verb: "..., he said" is the last speaker's.
        """
        words = phrase_before(self._text, verb, part.start)
        best = self._named(self._head_end(words, at), part)
        if words is not None:
            meant = self._nominals.voices(words, part)
            if meant and (best is None or best.start <= words.end):
                return Subject(meant, words.start, words)
        for place, voices in self._pronouns(at, part, ends=ends):
            if best is None or place >= best.start:
                best = Subject(voices, place)
        if best is not None:
            return replace(best, words=words)
        return Subject((Voice(),), words.start, words) if words else None

    def _head_end(self, words: Span | None, at: int) -> int:
        """Where to look back from: before the apposition in "Md Salim, a member of the bureau,"."""
        if words is None or self._text[words.end - 1] != ",":
            return at
        for mention in self._mentions.within(words):
            if mention.sort == "person" and not mention.attached:
                comma = self._text.find(",", mention.span.end, words.end)
                return comma if comma == mention.span.end else at
        return at

    def after(self, at: int, part: Span) -> Subject | None:
        """The subject after a verb ("said Chowdhury") or "according to"; it starts where that ends."""
        words = phrase_after(self._text, at, part.end)
        found: list[Mention] = []
        for mention in self._mentions.within(Span(at, part.end)):
            between = self._text[at : mention.span.start]
            if found and not self._joined(found[-1], mention):
                if mention.attached:
                    continue
                break
            if len(between) > _FAR_RIGHT or _CLAUSE.search(between):
                break
            unnamed = unnamed_voice(self._text, mention)
            if unnamed is not None and not found:
                return Subject((unnamed,), unnamed_end(self._text, mention, part.end), words)
            if not mention.attached and not _PREPOSITION.search(between[-20:]):
                found.append(mention)
        if found:
            voices = tuple(dict.fromkeys(voice_of(self._text, mention) for mention in found))
            end = found[-1].span.end
            described = words is not None and self._text[end : end + 1] == ","
            return Subject(voices, max(end, words.end) if words and described else end, words)
        if words is not None:
            pronoun = _ALONE.fullmatch(words.of(self._text))
            meant = (
                self._pronoun(pronoun.group(), part, at, ends=True)
                if pronoun
                else self._nominals.voices(words, part)
            )
            if meant:
                return Subject(meant, words.end, words)
        return Subject((Voice(),), words.end, words) if words else None

    def _joined(self, one: Mention, two: Mention) -> bool:
        """Whether two names stand side by side: "Chowdhury and Left Front chairman Bose"."""
        start = self._phrase_start(two, Span(one.span.end, two.span.end))
        return _WITH.fullmatch(self._text, one.span.end, start) is not None

    def leading(self, part: Span) -> Voice | None:
        """Whose words a part leads in with a colon: "Kabir was sure of Owaisi's party: ..." is Kabir's."""
        if _PRONOUN.match(self._text, part.start):
            return self._heard.he
        free = [
            m
            for m in self._mentions.within(part)
            if not m.attached
            and not _PREPOSITION.search(self._text[part.start : m.span.start][-30:])
            and not _POSSESSIVE.match(self._text, m.span.end)
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
                together = last is not None and last in run and self._joined(last, mention)
                run = [*run, mention] if together else [mention]
                # "Owaisi met Abbas and said": what stands before "said" is told, and not his speech.
                start = at if joined else self._phrase_start(mention, part)
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
        start = self._phrase_start(mention, part)
        before = self._text[max(part.start, start - 40) : start]
        return nameless or not (_PREPOSITION.search(before) or _OBJECT.search(before))

    def _phrase_start(self, mention: Mention, part: Span) -> int:
        """Where the subject's phrase begins: "AIMIM's Bengal unit chief" before the name counts."""
        place = (mention.span.start, part.start)
        if place not in self._starts:
            self._starts[place] = self._found_start(mention, part)
        return self._starts[place]

    def _found_start(self, mention: Mention, part: Span) -> int:
        near = Span(max(part.start, mention.span.start - _FAR_LEFT), mention.span.start)
        before = self._mentions.within(near)
        own = max((number + 1 for number, m in enumerate(before) if not m.attached), default=0)
        earlier = [
            m for m in before[own:] if "," not in self._text[m.span.end : mention.span.start]
        ]
        start = earlier[-1].span.start if earlier else mention.span.start
        titles = _TITLED.search(self._text, near.start, start)
        return titles.start() if titles else start

    def _pronouns(
        self, at: int, part: Span, *, ends: bool
    ) -> Iterator[tuple[int, tuple[Voice, ...]]]:
        """The pronouns near before a verb that mean somebody."""
        for pattern in (_HE, _THEY, _IT):
            for match in pattern.finditer(self._text, max(part.start, at - 2 * _FAR_PRONOUN), at):
                before = self._text[max(part.start, match.start() - _FAR_PRONOUN) : match.start()]
                governed = _PREPOSITION.search(before)
                if at - match.end() <= _FAR_PRONOUN and not governed:
                    voices = self._pronoun(match.group(), part, match.start(), ends=ends)
                    if voices:
                        yield match.start(), voices

    def _pronoun(self, word: str, part: Span, at: int, *, ends: bool) -> tuple[Voice, ...]:
        """Whom a pronoun means: in the sentence before it, else the last speaker or subject."""
        heard = self._heard
        if _PRONOUN.fullmatch(word):
            if ends and heard.he is not None:
                return (replace(heard.he, how=f"'{word}', the last who spoke or acted"),)
            here = self._free_people(Span(max(part.start, at - _FARTHEST), at))
            if here:
                how = f"'{word}', named before it in the sentence"
                return (replace(voice_of(self._text, here[0]), how=how),)
            if heard.he is not None:
                return (replace(heard.he, how=f"'{word}', the last who spoke or acted"),)
        elif _IT.fullmatch(word) and heard.voice.party:
            how = f"'{word}', the party of the last speaker"
            return (Voice(heard.voice.party, heard.voice.party, how=how),)
        elif _THEY.fullmatch(word) and len(heard.together) > 1:
            how = f"'{word}', who spoke together last"
            return tuple(replace(voice, how=how) for voice in heard.together)
        return ()

    def _free_people(self, span: Span) -> Sequence[Mention]:
        """People named in a span who are nobody's attribute and no preposition's object."""
        return [
            m
            for m in self._mentions.within(span)
            if m.sort == "person" and not m.attached and not self._is_governed(m, span)
        ]

    def acting(self, sentence: Span, people: Sequence[Mention]) -> Mention | None:
        """Of the people whom a sentence names, the one whom "he" means after it; None for no new one.

        The first who is no preposition's object, unless "he" goes on about the last one.
        """
        for mention in people:
            if _HE.search(self._text, sentence.start, mention.span.start):
                return None
            owner = _POSSESSIVE.match(self._text, mention.span.end) is not None
            if not self._is_governed(mention, sentence) and (not owner or mention is people[0]):
                return mention
        return None

    def _is_governed(self, mention: Mention, part: Span) -> bool:
        """Whether a name with its titles is the object of a preposition."""
        start = self._phrase_start(mention, part)
        return _PREPOSITION.search(self._text[part.start : start][-30:]) is not None
