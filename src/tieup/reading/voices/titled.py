"""Titled: names with the words of an office before them: "AIMIM's Bengal unit chief X"."""

import re

from tieup.reading.names.mention import Mention
from tieup.reading.text.spans import Placed, Span

#: What stands after one of these is no subject.
PREPOSITION = re.compile(
    r"\b(?:of|with|to|against|for|by|from|in|on|between|about|over|like|among|including|under|at|into|regarding|through|via)"
    r"\s+(?:(?:the|its|his|their|an?|both)\s+)?$",
    re.IGNORECASE,
)
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
#: After an owner's name.
POSSESSIVE = re.compile(r"['’]s?\s")
#: Titles stand no further before their name.
_FAR = 110
#: So many characters before a phrase hold its preposition.
_NEAR = 30


class Titled:
    """Tells where the phrases of one article's names begin, and what they stand beside."""

    def __init__(self, text: str, mentions: Placed[Mention]) -> None:
        """Look at these names."""
        self._text = text
        self._mentions = mentions
        self._starts: dict[tuple[int, int], int] = {}

    def start(self, mention: Mention, part: Span) -> int:
        """Where a name's phrase begins: "AIMIM's Bengal unit chief" before the name counts."""
        place = (mention.span.start, part.start)
        if place not in self._starts:
            self._starts[place] = self._found_start(mention, part)
        return self._starts[place]

    def _found_start(self, mention: Mention, part: Span) -> int:
        near = Span(max(part.start, mention.span.start - _FAR), mention.span.start)
        before = self._mentions.within(near)
        own = max((number + 1 for number, m in enumerate(before) if not m.attached), default=0)
        earlier = [
            m for m in before[own:] if "," not in self._text[m.span.end : mention.span.start]
        ]
        start = earlier[-1].span.start if earlier else mention.span.start
        titles = _TITLED.search(self._text, near.start, start)
        return titles.start() if titles else start

    def joined(self, one: Mention, two: Mention) -> bool:
        """Whether two names stand side by side: "Chowdhury and Left Front chairman Bose"."""
        start = self.start(two, Span(one.span.end, two.span.end))
        return _WITH.fullmatch(self._text, one.span.end, start) is not None

    def is_governed(self, mention: Mention, part: Span) -> bool:
        """Whether a name with its titles is the object of a preposition."""
        start = self.start(mention, part)
        return PREPOSITION.search(self._text[part.start : start][-_NEAR:]) is not None
