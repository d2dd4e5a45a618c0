"""Numbers of seats: figures and words, and whose they are."""

import re

from tieup.reading.text.sought import Sought

WORDS = {
    "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a single": 1, "a lone": 1, "the lone": 1,
    "just one": 1, "only one": 1, "a solitary": 1,
}  # fmt: skip
#: A number, as figures or as a word.
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
#: A number of seats.
SEATS = Sought(
    rf"\b(?P<n>{NUMBER})\s+(?:of\s+(?:[\w'’.]+\s+){{0,4}}?{NUMBER}\s+)?(?:more\s+)?(?:[Aa]ssembly\s+|Lok\s+Sabha\s+)?"
    r"(?:seats?|constituenc(?:y|ies))\b",
    re.IGNORECASE,
)


def value(word: str) -> int:
    """The number that a figure or word means."""
    low = word.casefold()
    return int(low) if low.isdecimal() else WORDS[low]
