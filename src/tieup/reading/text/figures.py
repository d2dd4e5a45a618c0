"""Figures: a number as a text gives it, with how closely it is meant.

"38 percent" is right for 37.5 to 38.5 and "4.8" for 4.75 to 4.85; a whole number of seats or votes
is meant exactly. "About 40" holds within 2 or a twentieth, whichever is more; "nearly 17" from a
tenth under it (one point of a share) up to the number, rounded; "over 200" for all from there on.
"""

import math
import re
from dataclasses import dataclass

from tieup.reading.text.numbers import WORDS

_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORDS = WORDS | _TENS | {
    "zero": 0, "lone": 1, "solitary": 1, "sole": 1, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_SCALES = {"lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "thousand": 1000}
_MEANT = {
    "about": r"about|around|some|roughly|approximately|close\s+to|nearabout",
    "under": r"nearly|almost|just\s+under|just\s+short\s+of|just\s+below",
    "least": r"over|more\s+than|at\s+least|above|upwards\s+of",
    "most": r"less\s+than|fewer\s+than|under|below|not\s+more\s+than|at\s+most|up\s+to",
}
_ONLY = (
    r"(?:just|only|a\s+mere|mere|merely|barely|as\s+many\s+as|as\s+few\s+as|a\s+total\s+of"
    r"|a\s+record|a\s+whopping|a\s+paltry|the)"
)
_CLOSELY = "|".join(_MEANT.values())
_SPELT = "|".join(sorted((w.replace(" ", r"\s+") for w in _WORDS if w != "no"), key=len)[::-1])
_NUMERAL = (
    r"(?:\d{1,3}(?:,\d{2,5}){1,4}|\d{1,12}(?:\.\d{1,3})?)"
    rf"(?:\s+(?:{'|'.join(_SCALES)})\b)?"
    rf"|(?:{'|'.join(_TENS)})-(?:one|two|three|four|five|six|seven|eight|nine)\b|(?:{_SPELT})\b"
)
#: A figure in a pattern that ignores case, with the words that say how closely it is meant.
FIGURE = (
    rf"(?:{_ONLY}\s+)*(?:(?:{_CLOSELY})\s+)?(?:{_ONLY}\s+)*(?<![\d.,])(?:{_NUMERAL})(?!\d|[.,]\d)"
)
_PARTS = re.compile(
    rf"(?:{_ONLY}\s+)*(?:(?P<closely>{_CLOSELY})\s+)?(?:{_ONLY}\s+)*(?P<number>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT = re.compile(_MEANT["about"], re.IGNORECASE)
_UNDER = re.compile(_MEANT["under"], re.IGNORECASE)
_LEAST = re.compile(_MEANT["least"], re.IGNORECASE)
#: "About 40" is right within so many, or within such a part of it; "nearly" so far below.
_NEAR, _PART, _BELOW = 2.0, 0.05, 0.1
#: "About 40 percent" is right within one point, as is "nearly".
_POINT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and the range in which it is right, ends included.

    Attributes:
        value: the number itself.
        low, high: the least and the most that it is right for; ``inf`` where nothing bounds it.
    """

    value: float
    low: float
    high: float

    def holds(self, actual: float, slack: float = 0.0) -> bool:
        """Whether an actual number is what is meant, give or take what its source may lack."""
        return self.low - slack - 1e-9 <= actual <= self.high + slack + 1e-9

    @property
    def exact(self) -> bool:
        """Whether it means one whole number only."""
        return self.low == self.high


def figure_of(words: str, *, share: bool = False) -> Figure:
    """The figure that words matched by ``FIGURE`` mean; of a share in percent, or of whole things."""
    parts = _PARTS.fullmatch(words.strip())
    number, closely = (parts["number"], parts["closely"] or "") if parts else (words, "")
    value, unit = _number(number)
    half = unit / 2 if share or unit != 1 else 0.0
    low, high = value - half, value + half
    if _ABOUT.fullmatch(closely):
        wide = max(_POINT, half) if share else max(_NEAR, _PART * value)
        low, high = value - wide, value + wide
    elif _UNDER.fullmatch(closely):
        low = value - _POINT if share else value * (1 - _BELOW)
    elif _LEAST.fullmatch(closely):
        high = math.inf
    elif closely:
        low = 0.0
    return Figure(value=value, low=low, high=high)


def _number(words: str) -> tuple[float, float]:
    """The number that digits or words tell, and the unit of its last place."""
    low = " ".join(words.casefold().split())
    if low in _WORDS:
        return float(_WORDS[low]), 1.0
    tens, _, ones = low.partition("-")
    if tens in _TENS and ones in _WORDS:
        return float(_TENS[tens] + _WORDS[ones]), 1.0
    digits, _, scale = low.partition(" ")
    plain = digits.replace(",", "")
    places = len(plain.partition(".")[2])
    factor = _SCALES.get(scale, 1)
    return float(plain) * factor, factor / 10**places
