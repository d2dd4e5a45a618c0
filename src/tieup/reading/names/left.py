"""Left: the verb of a headline that looks like the party."""

import re

from tieup.reading.text.spans import Span

#: What somebody has left, or is left with.
_WHAT = re.compile(
    r"\s+(?:the|its|his|her|their|it|them|him|us|a|an|all|no|only|with|without|out|behind|open|stranded"
    r"|to\s+(?:fend|(?:him|her|it)self|themselves)|\d+)\b",
    re.IGNORECASE,
)
#: Right after an article, "and" or a hyphen it is the party: "the Left the day before".
_NAMED = re.compile(r"\b(?:the|and|of|from|by|with|to)\s+$|[-–/,]\s*$", re.IGNORECASE)
#: So many characters before it tell.
_LED_IN = 6


def is_verb(text: str, span: Span) -> bool:
    """Whether "Left" is the verb, by what follows: "Left 30 seats", "Left to fend for itself"."""
    if span.of(text) != "Left" or _NAMED.search(text, max(0, span.start - _LED_IN), span.start):
        return False
    return _WHAT.match(text, span.end) is not None
