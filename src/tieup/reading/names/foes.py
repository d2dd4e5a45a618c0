"""Foes: names of those who are to be beaten or kept out, and of nobody to ally with: "against the BJP"."""

import re

from tieup.reading.names.mention import Mention
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Placed, Span

_AGAINST = Sought(
    r"\b(?:(?<!candidate )(?<!candidates )(?<!nominee )(?<!anybody )(?<!anyone )(?<!nobody )against"
    r"|oust(?:ing|s|ed)?|ouster\s+of|defeat(?:ing|s|ed|\s+of)?|beat(?:ing|s)?|unseat(?:ing)?|stop(?:ping)?|fight(?:ing)?"
    r"|oppos(?:e|ed|ing)\s+to|anti|t(?:ook|ak(?:e|es|ing))\s+on|dethrone|topple|overthrow|wrest\w*\s+\w+\s+from|wrested\s+from"
    r"|corner(?:ing|ed)?|thwart|halt|counter(?:ing)?|rout|(?:vote|throw|drive)\s+out|outside\s+of|alternative\s+to|finish|dislodge|remove)"
    r"\s+(?:both\s+)?(?:the\s+)?(?:ruling\s+|rival\s+)?(?:(?:alliance|combination|combine|coalition)\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
# "To keep the BJP at bay", "to throw the BJP out".
_KEEP = Sought(
    r"\b(?:ke(?:ep(?:s|ing)?|pt)|throw(?:ing)?|driv(?:e|ing)|vot(?:e|ing))\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_AT_BAY = re.compile(
    r"[^.;]{0,40}?\b(?:at\s+bay|out\b|at\s+arm|in\s+check|from\s+power|away)", re.IGNORECASE
)
#: Between two names that stand in one row.
AND = re.compile(
    r"^(?:\s*\([A-Za-z()]+\))?\s*(?:,|and|or|,\s*and|[-–/&]|as\s+well\s+as|nor)?\s*(?:the|to|with)?\s*$",
    re.IGNORECASE,
)
#: So many characters before a name say what is to become of its party.
_BEFORE, _AFTER = 70, 60


class Foes:
    """The foes among the names of one article; each name is looked at once."""

    def __init__(self, text: str, mentions: Placed[Mention]) -> None:
        """Look at these names."""
        self._text = text
        self._mentions = mentions
        self._known: dict[int, bool] = {}

    def __contains__(self, mention: object) -> bool:
        """Whether a name is that of a foe, or stands in a row that begins with one."""
        if not isinstance(mention, Mention):
            return False
        known = self._known.get(mention.span.start)
        if known is None:
            known = self._known[mention.span.start] = self._told(mention)
        return known

    def _told(self, mention: Mention) -> bool:
        text, start, end = self._text, mention.span.start, mention.span.end
        before = Span(max(0, start - _BEFORE), start)
        if mention.opposed or _AGAINST.search(text, *before):
            return True
        if _KEEP.search(text, *before) and _AT_BAY.match(text, end, end + _AFTER):
            return True
        for other in self._mentions.before(start, 1):
            if AND.match(text[other.span.end : start]):
                return other in self
        return False
