"""Sought: a pattern that is searched for only where words that it needs stand.

A search tries its pattern letter by letter. To look for a few words first takes a tenth of the
time, and most clauses hold none of them. Which words those are is read off the pattern (``gate``).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from tieup.reading.text.gate import PLAIN, needed
from tieup.reading.text.spans import lowered


class Sought:
    """A pattern that searches as one of ``re`` does, only sooner where there is nothing to find.

    It is made for texts that are searched stretch by stretch, as an article is.
    """

    def __init__(self, words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Keep what it is to find."""
        self._words = words
        self._flags = flags
        self._in_text = lru_cache(maxsize=2)(self._needs_in)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first has the words that it needs."""
        return re.compile(self._words, self._flags)

    @cached_property
    def _needs(self) -> frozenset[str]:
        return needed(self._words)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first place between two others at which it matches."""
        return self.pattern.search(text, start, end) if self._may(text, start, end) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Every place between two others at which it matches."""
        return self.pattern.finditer(text, start, end) if self._may(text, start, end) else iter(())

    def _may(self, text: str, start: int, end: int) -> bool:
        """Whether a word that it needs stands there."""
        needs, small = self._in_text(text)
        for need in needs:  # noqa: SIM110 - a generator would take longer than what it saves
            if small.find(need, start, end) >= 0:
                return True
        return False

    def _needs_in(self, text: str) -> tuple[Sequence[str], str]:
        """The needs that a text meets anywhere, and the text in small letters."""
        small = _small(text)
        return tuple(need for need in self._needs if need in small), small


@lru_cache(maxsize=4)
def _small(text: str) -> str:
    """The text in small letters, each at its place; those that ``re`` takes for plain ones made plain."""
    for letter, small in PLAIN.items():
        text = text.replace(chr(letter), chr(small))
    return lowered(text)
