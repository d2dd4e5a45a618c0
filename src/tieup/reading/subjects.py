"""Subjects: whom a verb of saying belongs to: a name, a pronoun, a bare noun, nameless sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieup.reading.heard import Heard
from tieup.reading.mention import Mention
from tieup.reading.spans import Placed, Span
from tieup.reading.voices import Voice, unnamed_end, unnamed_voice, voice_of

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_THEY = re.compile(r"\b(?:[Tt]hey|[Bb]oth|[Tt]he\s+two)\b")
_IT = re.compile(r"\b(?:it|It|[Tt]he\s+party|[Tt]he\s+outfit)\b")
_PREPOSITION = re.compile(
    r"\b(?:of|with|to|against|for|by|from|in|on|between|about|over|like|among|including|under|at)"
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
# A subject that is a bare noun: "the cleric said", "a senior leader said".
_NOMINAL = re.compile(
    r"\b(?P<article>the|an?|his|her|its|one|another)\s+(?:[a-z-]+\s+){0,3}(?P<noun>[a-z]+)\s+(?:has\s+|had\s+|also\s+|later\s+)?$"
)
_NAMELESS = frozenset(
    ["source", "sources", "leaders", "insiders", "members", "workers", "functionaries", "people"]
)
_BODIES = frozenset(["party", "front", "outfit", "committee", "leadership", "unit", "alliance"])
# The words of an office or of nobody by name right before a subject: "state president", "sources in the".
_TITLED = re.compile(
    r"(?<![\w'’])(?:(?:the|an?|one|its|his|state|national|central|senior|top|former|party|deputy|general"
    r"|working|president|chief|chair\w*|secretary|leader|spokes\w+|MLA|MP|minister|sources?|insiders?|in"
    r"|within|of|from|member|unit|section)\s+)+$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
# What stands between "said" and its subject is no clause of its own.
_CLAUSE = re.compile(r"\b(?:that|he|she|they|it|would|will|had|has|is|was)\b|[:;]")
#: A bare noun means somebody among the last so many named.
_NEAR = 40
#: Characters that a subject may stand before its verb, a pronoun before it, a name after it.
_FAR_LEFT, _FAR_PRONOUN, _FAR_RIGHT = 110, 40, 90
#: Further back than this no name is looked at.
_FARTHEST = 400


class Subjects:
    """Finds subjects in one article, with what was heard of it so far."""

    def __init__(self, text: str, mentions: Placed[Mention], heard: Heard) -> None:
        """Share the listener's memory."""
        self._text = text
        self._mentions = mentions
        self._heard = heard

    def before(self, at: int, part: Span) -> tuple[Voice, int] | None:
        """The subject before a verb, and where its phrase begins.

        The nearest that can be one; a bare noun or a pronoun between a name and the verb is nearer.
        """
        best = self._named(at, part)
        start = max(part.start, at - _FAR_LEFT)
        nominal = _NOMINAL.search(self._text[start:at])
        if nominal and (best is None or start + nominal.start() > best[0]):
            voice = self._nominal(nominal, part, at)
            if voice is not None:
                return voice, start + nominal.start()
        for place, voice in self._pronouns(at, part):
            if best is None or place >= best[0]:
                best = (place, voice, place)
        return (best[1], best[2]) if best else None

    def after(self, at: int, part: Span) -> tuple[Voice, int] | None:
        """The subject after a verb ("said Chowdhury") or "according to", and where its phrase ends."""
        for mention in self._mentions.within(Span(at, part.end)):
            between = self._text[at : mention.span.start]
            if len(between) > _FAR_RIGHT or _CLAUSE.search(between):
                return None
            unnamed = unnamed_voice(self._text, mention)
            if unnamed is not None:
                return unnamed, unnamed_end(self._text, mention, part.end)
            if not mention.attached and not _PREPOSITION.search(between[-20:]):
                return voice_of(self._text, mention), mention.span.end
        return None

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

    def _named(self, at: int, part: Span) -> tuple[int, Voice, int] | None:
        """The nearest name before a verb: its place, its voice, and where its phrase begins."""
        best: tuple[int, Voice, int] | None = None
        for mention in self._mentions.within(Span(max(part.start, at - _FARTHEST), at)):
            between = self._text[mention.span.end : at]
            joined = _AND_SAID.fullmatch(between) is not None
            unnamed = unnamed_voice(self._text, mention)
            if joined and best is not None:
                continue  # "thanked the Left and said": the one who thanked
            if self._can_be_subject(mention, between, part, nameless=unnamed is not None):
                voice = unnamed or voice_of(self._text, mention)
                # "Owaisi met Abbas and said": what stands before "said" is told, and not his speech.
                start = at if joined else self._phrase_start(mention, part)
                best = (mention.span.start, voice, start)
        return best

    def _can_be_subject(
        self, mention: Mention, between: str, part: Span, *, nameless: bool
    ) -> bool:
        """Whether a name before a verb can be its subject."""
        before = self._text[max(part.start, mention.span.start - 40) : mention.span.start]
        governed = _PREPOSITION.search(before) or _OBJECT.search(before)
        return not (
            mention.attached
            or mention.opposed
            or (governed and not nameless)
            or len(between) > _FAR_LEFT
            or _FINITE.search(_WHO_CLAUSE.sub("", between))  # the subject of another verb
            or '"' in between
            or "”" in between
        )

    def _phrase_start(self, mention: Mention, part: Span) -> int:
        """Where the subject's phrase begins: "AIMIM's Bengal unit chief" before the name counts."""
        near = Span(max(part.start, mention.span.start - _FAR_LEFT), mention.span.start)
        earlier = [
            m
            for m in self._mentions.within(near)
            if m.attached and "," not in self._text[m.span.end : mention.span.start]
        ]
        start = earlier[-1].span.start if earlier else mention.span.start
        titles = _TITLED.search(self._text, near.start, start)
        return titles.start() if titles else start

    def _nominal(self, match: re.Match[str], part: Span, at: int) -> Voice | None:
        """Whom a bare noun means: the party last heard, the person last named, or nobody by name."""
        before = [m for m in self._mentions.before(at, _NEAR) if not m.attached]
        if match["noun"] in _BODIES:
            party = self._heard.voice.party or (before[-1].party if before else None)
            if match["article"] == "its":
                here = [m for m in before if m.span.start >= part.start]
                owner = here[0] if here else self._heard.first
                party = owner.party if owner else party
            return Voice(party, party, how=f"'{match.group().strip()}'") if party else None
        if match["noun"] in _NAMELESS:
            party = self._heard.voice.party
            how = f"'{match.group().strip()}'"
            return Voice(f"unnamed:{party}", party, how=how) if party else None
        if match["article"] in ("the", "his", "her"):
            people = [m for m in before if m.sort == "person"]
            how = f"'{match.group().strip()}', the person last named"
            return replace(voice_of(self._text, people[-1]), how=how) if people else None
        party = self._heard.voice.party or (before[0].party if before else None)
        if party is None:
            return None
        return Voice(f"unnamed:{party}", party, how=f"'{match.group().strip()}'")

    def _pronouns(self, at: int, part: Span) -> Iterator[tuple[int, Voice]]:
        """The pronouns near before a verb that mean somebody."""
        for pattern in (_PRONOUN, _THEY, _IT):
            for match in pattern.finditer(self._text, max(part.start, at - 2 * _FAR_PRONOUN), at):
                before = self._text[max(part.start, match.start() - _FAR_PRONOUN) : match.start()]
                governed = _PREPOSITION.search(before)
                if at - match.end() <= _FAR_PRONOUN and not governed:
                    voice = self._pronoun(match.group(), part, match.start())
                    if voice is not None:
                        yield match.start(), voice

    def _pronoun(self, word: str, part: Span, at: int) -> Voice | None:
        """Whom a pronoun means: in the sentence before it, else the last speaker or subject."""
        heard = self._heard
        if _PRONOUN.fullmatch(word):
            here = self._free_people(Span(max(part.start, at - _FARTHEST), at))
            if here:
                how = f"'{word}', named before it in the sentence"
                return replace(voice_of(self._text, here[0]), how=how)
            if heard.he is not None:
                return replace(heard.he, how=f"'{word}', the last who spoke or acted")
        elif _IT.fullmatch(word) and heard.voice.party:
            how = f"'{word}', the party of the last speaker"
            return Voice(heard.voice.party, heard.voice.party, how=how)
        return None

    def _free_people(self, span: Span) -> Sequence[Mention]:
        """People named in a span who are nobody's attribute and no preposition's object."""
        return [
            m
            for m in self._mentions.within(span)
            if m.sort == "person"
            and not m.attached
            and not _PREPOSITION.search(self._text[span.start : m.span.start][-30:])
        ]
