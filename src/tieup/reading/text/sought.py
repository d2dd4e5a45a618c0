"""Sought: a pattern that is searched for only where words that it needs stand.

A search tries its pattern letter by letter. To look for a few words first takes a tenth of the
time, and most clauses hold none of them. Which words those are is read off the pattern (``needs``).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from tieup.reading.text.needs import PLAIN, needed
from tieup.reading.text.spans import lowered

#: To look for each of more words takes longer than the pattern itself does.
_MANY = 35
#: A letter of a pattern; what names a class of characters, or a group, is none.
_LETTER = re.compile(r"\\.|\(\?P<\w+>|[A-Z]", re.DOTALL)


def small_letters(pattern: str) -> str:
    """A pattern in small letters, for texts in small letters."""
    return _LETTER.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], pattern)


class Sought:
    """A pattern that searches as one of ``re`` does, only sooner where there is nothing to find.

    It is made for texts that are searched stretch by stretch, as an article is. One that ignores
    case is looked for in small letters: letters of one case are compared several times sooner.
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
    def _uncased(self) -> re.Pattern[str] | None:
        """The same in small letters; None of one that heeds case."""
        if not self._flags & re.IGNORECASE:
            return None
        return re.compile(small_letters(self._words), self._flags & ~re.IGNORECASE)

    @cached_property
    def _needs(self) -> frozenset[str]:
        needs = needed(self._words)
        return needs if len(needs) <= _MANY else frozenset({""})

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first place between two others at which it matches."""
        small = self._sought_in(text, start, end)
        return None if small is None else self._first(text, small, start, end)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Every place between two others at which it matches."""
        small = self._sought_in(text, start, end)
        while small is not None and (match := self._first(text, small, start, end)):
            yield match
            start = max(match.end(), match.start() + 1)

    def _first(self, text: str, small: str, start: int, end: int) -> re.Match[str] | None:
        """As ``search``, in a text that has a word which the pattern needs."""
        if self._uncased is None:
            return self.pattern.search(text, start, end)
        while found := self._uncased.search(small, start, end):
            match = self.pattern.match(text, found.start(), end)
            if match is not None:
                return match
            start = found.start() + 1  # a part of it heeds case
        return None

    def _sought_in(self, text: str, start: int, end: int) -> str | None:
        """The text in small letters, where a word that the pattern needs stands there; else None."""
        needs, small = self._in_text(text)
        for need in needs:
            if small.find(need, start, end) >= 0:
                return small
        return None

    def _needs_in(self, text: str) -> tuple[Sequence[str], str]:
        """The needs that a text meets anywhere, and the text in small letters."""
        small = _small(text)
        return tuple(need for need in self._needs if need in small), small


@lru_cache(maxsize=8)
def _small(text: str) -> str:
    """The text in small letters, each at its place; those that ``re`` takes for plain ones made plain."""
    for letter, small in PLAIN.items():
        text = text.replace(chr(letter), chr(small))
    return lowered(text)
