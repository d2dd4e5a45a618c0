"""Wording: a clause as the plain features by which its act is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tieup.reading.clause import Clause
from tieup.reading.lexicon import Token, skeleton, stem
from tieup.reading.mention import Mention
from tieup.reading.page import Page
from tieup.reading.spans import Placed, Span
from tieup.vocabulary import Mode

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?_*|\d[\d,]*|[?%]")
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours|I|me|my|mine)\b", re.IGNORECASE)
#: So many words before a clause in its sentence tell how it is brought in.
_BEFORE = 6
#: What follows in a clause of more words adds little.
_LONGEST = 60
#: A number of so many figures is a year.
_YEAR = 4
#: Groups of a skeleton are told in order with the next, the one after, and one more.
_GAPS = (1, 2, 3)

#: Where words start and end.
Place = tuple[int, int]
#: Features of a clause, each with the place of the words that it comes from, if it comes from words.
Features = Mapping[str, Place | None]


def wording(page: Page, clause: Clause, last: str) -> Features:
    """The features of a clause.

    Args:
        page: its article.
        clause: what is read.
        last: the act told last in the article, or "none".
    """
    masked, mentions, segment = page.masked, page.mentions, clause.segment
    own = segment.voice.party
    tokens = list(_tokens(masked, mentions, clause.span, own))[:_LONGEST]
    led_in = Span(segment.sentence.start, clause.span.start)
    before = list(_tokens(masked, mentions, led_in, own))[-_BEFORE:]
    features: dict[str, Place | None] = {}
    for name, place in (*_words(tokens), *_orders(list(skeleton(tokens)))):
        features.setdefault(name, place)
    for token in (*before, *skeleton(before)):
        features.setdefault(f"pre {token.word}", None)
    for trigger in clause.found:
        state = "undone" if trigger.undone else "" if trigger.tied else "untied"
        place = trigger.span.start, trigger.span.end
        features[f"rule {trigger.rule.name} {state}"] = place
        if not state:
            features[f"{trigger.rule.act} rule"] = place
    parties = {m.party for m in mentions.within(clause.span) if not m.attached}
    features.update(
        dict.fromkeys(
            (
                "bias",
                f"mode {segment.mode}",
                f"parties {min(3, len(parties))} own {own is not None and own in parties}",
                f"mode {segment.mode} parties {min(2, len(parties))}",
                f"background {clause.background}",
                f"last {last}",
                f"rules {min(3, len(clause.found))}",
                f"length {min(5, len(tokens) // 5)}",
            )
        )
    )
    if segment.mode is Mode.DIRECT and FIRST_PERSON.search(
        masked, clause.span.start, clause.span.end
    ):
        features["we"] = None
    return features


def _tokens(masked: str, mentions: Placed[Mention], span: Span, own: str | None) -> Iterator[Token]:
    """The words of a span in their normal forms.

    A name is OWN, of the speaker's party, or OTH; with P for a person; ATT where it only describes
    another. Numbers, years, weekdays and unknown names stand for their kind.
    """
    named = {m.span.start: m for m in mentions.within(span)}
    for match in _WORD.finditer(masked, span.start, span.end):
        word, start = match.group(), match.start()
        mention = named.get(start)
        if mention is not None:
            word = _named(mention, own)
        else:
            word = _plain(word, first=start == span.start)
        yield Token(word, start, match.end())


@lru_cache(maxsize=20_000)
def _plain(word: str, *, first: bool) -> str:
    """What a word that is no known name stands as; the first of a clause may be any with a capital."""
    if word[0].isdigit():
        return "YEAR" if len(word) == _YEAR else "NUM"
    if _DAY.match(word):
        return "DAY"
    if word[0].isupper() and not first and word != "I":
        return "CAP"
    return stem(word.lower())


def _named(mention: Mention, own: str | None) -> str:
    if mention.attached:
        return "ATT"
    return ("OWN" if mention.party == own else "OTH") + "P" * (mention.sort == "person")


def _words(tokens: Sequence[Token]) -> Iterator[tuple[str, Place]]:
    """Words, pairs of neighbours, pairs with one word between, the first and the last."""
    for number, (word, start, end) in enumerate(tokens):
        yield word, (start, end)
        if number:
            one = tokens[number - 1]
            yield f"{one.word} {word}", (one.start, end)
        if number > 1:
            one = tokens[number - 2]
            yield f"{one.word} _ {word}", (one.start, end)
    if tokens:
        yield f"^ {tokens[0].word}", tokens[0][1:]
        yield f"{tokens[-1].word} $", tokens[-1][1:]


def _orders(groups: Sequence[Token]) -> Iterator[tuple[str, Place]]:
    """Groups, and two or three of them in the order in which they stand."""
    for number, (word, start, end) in enumerate(groups):
        yield f"[{word}]", (start, end)
        for gap in _GAPS:
            if number >= gap:
                one = groups[number - gap]
                yield f"[{one.word} {word}]", (one.start, end)
                if gap == 1:
                    yield f"[{one.word}+{word}]", (one.start, end)
        if number > 1:
            one, two = groups[number - 2], groups[number - 1]
            yield f"[{one.word} {two.word} {word}]", (one.start, end)
