"""Attributions: who says what in a text, by which words, whether a pack knows the names or not.

The same listener goes through the text as for statements. It hears more here: people without a name
("analysts"), and what somebody thinks, wants or does with words, which is no speech for a statement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieup.articles import Article
from tieup.reading.names.names import names_of
from tieup.reading.names.strangers import everybody
from tieup.reading.text.sentences import quotations, sentences
from tieup.reading.text.spans import Placed, Span
from tieup.reading.voices.cues import Cue
from tieup.reading.voices.listener import Listener, Segment
from tieup.reading.voices.voices import Voice
from tieup.regions import Region
from tieup.vocabulary import Mode

_OPENS = re.compile(r"(?:[“«\"‘'`]|''|``)$")
_CLOSES = re.compile(r"[”»\"’']{1,2}")
_JOINT = re.compile(r"[\s,;:–—-]*(?:but\s|and\s)?[\s,;:–—-]*")
#: Between two pieces of one content.
_TOGETHER = re.compile(r"\s*")
# What somebody wants or thinks ends where the sentence goes on about something else.
_ELSEWHERE = re.compile(
    r",\s+(?:but|which|while|who|whose|where|although|though|even|as|after|when|and\s+(?:he|she|it|they|has|have|was|is)|[a-z]+ing)\b"
    r"|\s(?:while|whereas|even\s+though|although)\s|;\s|\s[–—-]\s"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source with what it says.

    Attributes:
        cue: the words that bring it in: "said", "has repeatedly claimed", "according to".
        source: the words for the one who speaks, where the sentence has them.
        contents: what is said, in pieces where the cue stands amid it; quotation marks are part of it.
        voices: who that is, as far as the names are known; several who speak together.
    """

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    voices: tuple[Voice, ...]


def attributions(article: Article, region: Region | None = None) -> tuple[Attribution, ...]:
    """Who says what in an article, in the order of the text.

    Args:
        article: any English news text.
        region: the pack whose names it has; None for a text about other people.
    """
    text = article.text
    known = names_of(region).mentions(text, article.published) if region else ()
    listener = Listener(
        text,
        everybody(text, Placed(known, lambda mention: mention.span)),
        Placed(quotations(text), lambda span: span),
        article.published,
        wide=True,
    )
    found = sorted(_gathered(text, listener).items(), key=lambda item: item[0].verb.start)
    return tuple(
        Attribution(cue.verb, cue.source, tuple(_merged(text, pieces)), cue.voices)
        for cue, pieces in found
        if pieces
    )


def _gathered(text: str, listener: Listener) -> dict[Cue, list[Span]]:
    """What each cue brings in, piece by piece."""
    found: dict[Cue, list[Span]] = {}
    for sentence in sentences(text):
        for segment in listener.segments(sentence):
            content = _content(text, segment)
            if segment.cue is not None and content is not None:
                pieces = found.setdefault(segment.cue, [])
                if content not in pieces:
                    pieces.append(content)
    return found


def _content(text: str, segment: Segment) -> Span | None:
    """What a segment says: with its quotation marks, without the joints at its ends."""
    start, end = segment.span.start, segment.span.end
    if segment.mode is Mode.DIRECT:
        opens = _OPENS.search(text[max(0, start - 2) : start])
        closes = _CLOSES.match(text, end)
        return Span(start - len(opens.group()) if opens else start, closes.end() if closes else end)
    joint = _JOINT.match(text, start, end)
    start = joint.end() if joint else start
    if segment.cue and not segment.cue.says:
        other = _ELSEWHERE.search(text, start, end)
        end = other.start() if other else end
    while end > start and text[end - 1] in " \n\t,;:.–—-":
        end -= 1
    return Span(start, end) if start < end else None


def _merged(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """The pieces in order, those that touch made one."""
    last: Span | None = None
    for piece in sorted(pieces, key=lambda span: span.start):
        if last is not None and _TOGETHER.fullmatch(text, last.end, max(last.end, piece.start)):
            last = Span(last.start, max(last.end, piece.end))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
