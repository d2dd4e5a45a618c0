"""Pointers: "the former" and "the latter", read as names of the two that were named right before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieup.reading.names.mention import Mention
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span

# "The former" that only describes a name or an office ("the former minister") points at nobody.
_POINTER = Sought(
    r"\bthe\s+(?:(?P<latter>latter)\b(?!\s+(?:two|three|four|half|part|days?|years?|options?|cases?|polls?|elections?|states?))"
    r"|former(?=['’]s\b|\s*[,.;:]|\s+(?:has|had|is|was|will|would|may|might|can|could|should|must|did|does"
    r"|and|or|nor|alone|too|to|wants?|wanted|said|says|got|gets|went|seeks?|sought)\b))",
    re.IGNORECASE,
)
#: The two stand no further back, and among the last so many names.
_FAR, _NAMES = 300, 6


def pointed(text: str, named: Placed[Mention]) -> Placed[Mention]:
    """The names of a text with its pointers among them, each a mention of the one that it means."""
    pointers = tuple(_pointers(text, named))
    if not pointers:
        return named
    return Placed((*named.within(Span(0, len(text))), *pointers), lambda mention: mention.span)


def _pointers(text: str, named: Placed[Mention]) -> Iterator[Mention]:
    for match in _POINTER.finditer(text, 0, len(text)):
        place = Span(*match.span())
        meant = _meant(named, place, latter=match["latter"] is not None)
        if meant is not None and not named.touching(place):
            how = f"'{match.group()}', named before"
            yield replace(meant, span=place, attached=False, opposed=False, how=how)


def _meant(named: Placed[Mention], place: Span, *, latter: bool) -> Mention | None:
    """The last one named before a place; of the last two the first, where the former is meant."""
    last: Mention | None = None
    for mention in reversed(named.before(place.start, _NAMES)):
        if mention.span.end < place.start - _FAR:
            return None
        if mention.attached or mention.party is None:
            continue
        if latter:
            return mention
        if last is not None and mention.party != last.party:
            return mention
        last = last or mention
    return None
