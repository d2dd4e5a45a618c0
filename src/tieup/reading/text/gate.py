"""The gate: which patterns a clause can match at all, told by its words before any is searched for.

Nearly every pattern of an act needs certain words. The gate may let through what does not match; it
never holds back what does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tieup.reading.text.needs import PLAIN, Texts, most_telling, ways_of

_WORD = re.compile(r"\w+")
#: Needs, each a bit, and the number of the pattern that can match where all of them are met.
_Way = tuple[int, int]


class Gate:
    """The patterns that the words of a text let through."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Read off what each pattern needs; letter case is ignored."""
        numbers: dict[Texts, int] = {}
        self._open: list[int] = []
        self._ways: dict[int, list[_Way]] = defaultdict(list)
        for pattern_number, alternatives in enumerate(ways_of(patterns)):
            for way in alternatives:
                if way:
                    needs = [numbers.setdefault(need, len(numbers)) for need in way]
                    first = numbers[most_telling(way)]
                    self._ways[first].append((_bits(needs), pattern_number))
                else:
                    self._open.append(pattern_number)
        self._needs: dict[str, list[int]] = defaultdict(list)
        for need, number in numbers.items():
            for stem in need:
                self._needs[stem].append(number)
        self._longest = max(map(len, self._needs), default=0)
        self._met_by = lru_cache(maxsize=20_000)(self._needs_met)

    def open(self, text: str, start: int, end: int) -> Sequence[int]:
        """The numbers of the patterns that may match between two places, in order."""
        met = 0
        ways: list[_Way] = []
        for word in set(_WORD.findall(text, start, end)):
            needs, begun = self._met_by(word)
            met |= needs
            ways += begun
        found = {number for needs, number in ways if needs & met == needs}
        return sorted(found.union(self._open))

    def _needs_met(self, word: str) -> tuple[int, Sequence[_Way]]:
        """The needs that a word meets, and the ways whose most telling need is among them."""
        edged = f" {word.translate(PLAIN).lower()} "
        parts = (
            edged[start:end]
            for start in range(len(edged))
            for end in range(start + 1, min(start + self._longest, len(edged)) + 1)
        )
        met = {number for part in parts if part in self._needs for number in self._needs[part]}
        return _bits(met), tuple(way for number in met for way in self._ways.get(number, ()))


def _bits(numbers: Iterable[int]) -> int:
    """Numbers as the bits of one: which are met is told at once."""
    return sum(1 << number for number in set(numbers))
