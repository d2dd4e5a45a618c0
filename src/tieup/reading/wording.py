"""Wording: a clause as the plain features by which its act is told."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tieup.reading.clause import Clause
from tieup.reading.lexicon import Token, skeleton, stem
from tieup.reading.mention import Mention
from tieup.reading.page import Page
from tieup.reading.spans import Placed, Span
from tieup.vocabulary import Mode

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?_*|\d[\d,]*|[?%]")
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours|I|me|my|mine)\b", re.IGNORECASE)
#: So many words before a clause in its sentence tell how it is brought in.
_BEFORE = 6
#: What follows in a clause of more words adds little.
_LONGEST = 60
#: A number of so many figures is a year.
_YEAR = 4
#: Groups of a skeleton are told in order with the next, the one after, and one more.
_GAPS = (1, 2, 3)

#: Features of a clause, each with the place of the words that it comes from, if it comes from words.
Features = Mapping[str, Span | None]


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
    features: dict[str, Span | None] = {}
    for name, span in (*_words(tokens), *_orders(list(skeleton(tokens)))):
        features.setdefault(name, span)
    for token in (*before, *skeleton(before)):
        features.setdefault(f"pre {token.word}", None)
    for trigger in clause.found:
        state = "undone" if trigger.undone else "" if trigger.tied else "untied"
        features[f"rule {trigger.rule.name} {state}"] = trigger.span
        if not state:
            features[f"{trigger.rule.act} rule"] = trigger.span
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
    if segment.mode is Mode.DIRECT and _FIRST_PERSON.search(
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
        word = match.group()
        mention = named.get(match.start())
        if mention is not None:
            word = _named(mention, own)
        elif word[0].isdigit():
            word = "YEAR" if len(word) == _YEAR else "NUM"
        elif _DAY.match(word):
            word = "DAY"
        elif word[0].isupper() and match.start() > span.start and word != "I":
            word = "CAP"
        else:
            word = stem(word.lower())
        yield Token(word, Span(match.start(), match.end()))


def _named(mention: Mention, own: str | None) -> str:
    if mention.attached:
        return "ATT"
    return ("OWN" if mention.party == own else "OTH") + "P" * (mention.sort == "person")


def _words(tokens: Sequence[Token]) -> Iterator[tuple[str, Span]]:
    """Words, pairs of neighbours, pairs with one word between, the first and the last."""
    for number, token in enumerate(tokens):
        yield token.word, token.span
        for gap, between in ((1, " "), (2, " _ ")):
            if number >= gap:
                one = tokens[number - gap]
                span = Span(one.span.start, token.span.end)
                yield f"{one.word}{between}{token.word}", span
    if tokens:
        yield f"^ {tokens[0].word}", tokens[0].span
        yield f"{tokens[-1].word} $", tokens[-1].span


def _orders(groups: Sequence[Token]) -> Iterator[tuple[str, Span]]:
    """Groups, and two or three of them in the order in which they stand."""
    for number, token in enumerate(groups):
        yield f"[{token.word}]", token.span
        for gap in _GAPS:
            if number >= gap:
                one = groups[number - gap]
                span = Span(one.span.start, token.span.end)
                yield f"[{one.word} {token.word}]", span
                if gap == 1:
                    yield f"[{one.word}+{token.word}]", span
        if number > 1:
            one, two = groups[number - 2], groups[number - 1]
            yield f"[{one.word} {two.word} {token.word}]", Span(one.span.start, token.span.end)
