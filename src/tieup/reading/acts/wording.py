"""Wording: a clause as the plain features by which its act is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tieup.reading.acts.clause import Clause
from tieup.reading.acts.lexicon import skeleton, stem
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.text.spans import Placed, Span
from tieup.vocabulary import Mode

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?_*|\d[\d,]*|[?%]")
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours|I|me|my|mine)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:den(?:y|ied|ies|ying)|refut\w+|rubbish\w+|disput\w+)\b", re.IGNORECASE)
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
#: Features of a clause; that of a group of the lexicon with the place where it first stands.
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
    words, places = _tokens(masked, mentions, clause.span, own)
    words = words[:_LONGEST]
    led_in = Span(segment.sentence.start, clause.span.start)
    before = _tokens(masked, mentions, led_in, own)[0][-_BEFORE:]
    groups = list(skeleton(words))
    names = [*_neighbours(words), *_orders([group.name for group in groups])]
    names += [f"pre {word}" for word in before]
    names += [f"pre {group.name}" for group in skeleton(before)]
    for trigger in clause.found:
        state = "undone" if trigger.undone else "" if trigger.tied else "untied"
        names.append(f"rule {trigger.rule.name} {state}")
        if not state:
            names.append(f"{trigger.rule.act} rule")
    parties = {m.party for m in mentions.within(clause.span) if not m.attached}
    names += (
        "bias",
        f"mode {segment.mode}",
        f"parties {min(3, len(parties))} own {own is not None and own in parties}",
        f"mode {segment.mode} parties {min(2, len(parties))}",
        f"background {clause.background}",
        f"last {last}",
        f"rules {min(3, len(clause.found))}",
        f"length {min(5, len(words) // 5)}",
    )
    names += page.bonds.features(tuple(sorted(filter(None, parties))))
    if segment.cue is not None and _DENIES.search(page.text, *segment.cue.verb):
        names.append("denied")
    if segment.mode is Mode.DIRECT and FIRST_PERSON.search(
        masked, clause.span.start, clause.span.end
    ):
        names.append("we")
    features: dict[str, Place | None] = dict.fromkeys(names)
    for group in reversed(groups):
        features[f"[{group.name}]"] = places[group.first][0], places[group.end - 1][1]
    return features


def _tokens(
    masked: str, mentions: Placed[Mention], span: Span, own: str | None
) -> tuple[list[str], list[Place]]:
    """The words of a span in their normal forms, and where each stands.

    A name is OWN, of the speaker's party, or OTH; with P for a person; ATT where it only describes
    another. Numbers, years, weekdays and unknown names stand for their kind.
    """
    found = list(_WORD.finditer(masked, span.start, span.end))
    if not found:
        return [], []
    words = [_plain(match.group()) for match in found]
    places = [match.span() for match in found]
    if places[0][0] == span.start:
        words[0] = _first(found[0].group())
    named = {m.span.start: m for m in mentions.within(span)}
    if named:
        for number, (start, _) in enumerate(places):
            if start in named:
                words[number] = _named(named[start], own)
    return words, places


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """What a word that is no known name stands as."""
    if word[0].isupper() and word != "I" and not _DAY.match(word):
        return "CAP"
    return _first(word)


def _first(word: str) -> str:
    """What the first word of a clause stands as: any may begin with a capital there."""
    if word[0].isdigit():
        return "YEAR" if len(word) == _YEAR else "NUM"
    return "DAY" if _DAY.match(word) else stem(word.lower())


def _named(mention: Mention, own: str | None) -> str:
    if mention.attached:
        return "ATT"
    return ("OWN" if mention.party == own else "OTH") + "P" * (mention.sort == "person")


def _neighbours(words: Sequence[str]) -> Iterator[str]:
    """Words, pairs of neighbours, pairs with one word between, the first and the last."""
    one = two = ""
    for word in words:
        yield word
        if one:
            yield f"{one} {word}"
        if two:
            yield f"{two} _ {word}"
        one, two = word, one
    if words:
        yield f"^ {words[0]}"
        yield f"{one} $"


def _orders(groups: Sequence[str]) -> Iterator[str]:
    """Groups, and two or three of them in the order in which they stand."""
    for number, group in enumerate(groups):
        yield f"[{group}]"
        for gap in _GAPS[:number]:
            one = groups[number - gap]
            yield f"[{one} {group}]"
            if gap == 1:
                yield f"[{one}+{group}]"
        if number > 1:
            yield f"[{groups[number - 2]} {groups[number - 1]} {group}]"
