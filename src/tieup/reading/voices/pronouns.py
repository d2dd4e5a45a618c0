"""Pronouns: whom "he", "it" and "they" mean before a verb of saying."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieup.reading.names.mention import Mention
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.heard import Heard
from tieup.reading.voices.titled import POSSESSIVE, PREPOSITION, Titled
from tieup.reading.voices.voices import Voice, voice_of

_ANY = re.compile(r"(?:he|she|they|him|her|them)", re.IGNORECASE)
_ONE = re.compile(r"\b(?:he|she|him|her)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|them|both|the\s+two)\b", re.IGNORECASE)
_PLAIN = re.compile(r"they|them", re.IGNORECASE)
_IT = re.compile(r"\bit\b", re.IGNORECASE)
#: Characters that a pronoun may stand before its verb, and whom it means before the pronoun.
_FAR, _FARTHEST = 40, 400


class Pronouns:
    """Tells whom the pronouns of one article mean, with what was heard of it so far."""

    def __init__(self, text: str, mentions: Placed[Mention], heard: Heard, titled: Titled) -> None:
        """Share the listener's memory."""
        self._text = text
        self._mentions = mentions
        self._heard = heard
        self._titled = titled

    def is_one(self, words: Span) -> bool:
        """Whether a phrase is a pronoun and nothing else."""
        return _ANY.fullmatch(self._text, words.start, words.end) is not None

    def leads(self, part: Span) -> bool:
        """Whether a part begins with "he" or "she"."""
        return _ONE.match(self._text, part.start) is not None

    def before(
        self, verb: int, part: Span, *, ends: bool
    ) -> Iterator[tuple[int, tuple[Voice, ...]]]:
        """The pronouns near before a verb that mean somebody, each with its place.

        Args:
            verb: where the verb begins, with its auxiliaries and adverbs.
            part: no further left than this.
            ends: whether the sentence ends with the verb: "..., he said" is the last speaker's.
        """
        for pattern in (_HE, _THEY, _IT):
            for match in pattern.finditer(self._text, max(part.start, verb - 2 * _FAR), verb):
                before = self._text[max(part.start, match.start() - _FAR) : match.start()]
                if verb - match.end() <= _FAR and not PREPOSITION.search(before):
                    place = Span(*match.span())
                    voices = self.meant(place, part, ends=ends)
                    if voices:
                        yield place.start, voices

    def meant(self, place: Span, part: Span, *, ends: bool) -> tuple[Voice, ...]:
        """Whom a pronoun means: in the sentence before it, else the last speaker or subject."""
        word, heard = place.of(self._text), self._heard
        how = f"'{word}', "
        if _ONE.fullmatch(word):
            return self._one(place, part, how, ends=ends)
        if _THEY.fullmatch(word):
            if len(heard.together) > 1:
                return tuple(
                    replace(voice, how=f"{how}who spoke together last") for voice in heard.together
                )
            nameless = _PLAIN.fullmatch(word) and heard.voice.speaker.startswith("unnamed:")
            return (replace(heard.voice, how=f"{how}who spoke last"),) if nameless else ()
        if heard.voice.party:
            party = heard.voice.party
            return (Voice(party, party, how=f"{how}the party of the last speaker"),)
        first = self._mentions.within(Span(part.start, place.start))[:1] if ends else ()
        how += "named before it in the sentence"
        return tuple(Voice(m.name, m.party, how=how) for m in first if m.sort == "party")

    def _one(self, place: Span, part: Span, how: str, *, ends: bool) -> tuple[Voice, ...]:
        """Whom "he" means."""
        last = self._heard.he
        here = () if ends and last else self._free_people(place.start, part)
        if here:
            named = voice_of(self._text, here[0])
            return (replace(named, how=f"{how}named before it in the sentence"),)
        return (replace(last, how=f"{how}the last who spoke or acted"),) if last else ()

    def _free_people(self, at: int, part: Span) -> Sequence[Mention]:
        """People named before a place who are nobody's attribute and no preposition's object."""
        span = Span(max(part.start, at - _FARTHEST), at)
        return [
            m
            for m in self._mentions.within(span)
            if m.sort == "person" and not m.attached and not self._titled.is_governed(m, span)
        ]

    def acting(self, sentence: Span, people: Sequence[Mention]) -> Mention | None:
        """Of the people whom a sentence names, the one whom "he" means after it; None for no new one.

        The first who is no preposition's object, unless "he" goes on about the last one.
        """
        for mention in people:
            if _HE.search(self._text, sentence.start, mention.span.start):
                return None
            owner = POSSESSIVE.match(self._text, mention.span.end) is not None
            if not self._titled.is_governed(mention, sentence) and (
                not owner or mention is people[0]
            ):
                return mention
        return None
