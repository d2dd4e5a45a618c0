"""An index of names: where any of a thousand of them stands in a text, found word by word.

One pattern of all names would be tried at every letter. Here a text's words are looked up among
the names' first words, and only the few names that begin with such a word are tried, there alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tieup.reading.text.spans import Span, lowered

#: What a name can begin with: a word, or a sign that is none.
_OPENING = re.compile(r"\w+|[^\w\s]")


class NameIndex:
    """Names to be found as whole words, the longest of those that begin at the same place."""

    def __init__(self, names: Iterable[str], *, cased: bool = True) -> None:
        """Sort the names by their first word.

        Args:
            names: as they are written; a space stands for any white space.
            cased: whether capitals count.
        """
        self._cased = cased
        self._names: dict[str, list[str]] = defaultdict(list)
        self._patterns: dict[str, re.Pattern[str]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            opening = _OPENING.match(name)
            if opening is not None:
                first = opening.group()
                self._names[first if cased else lowered(first)].append(name)
        # What no name begins with is skipped by the search itself.
        initials = "|".join(sorted({re.escape(first[0]) for first in self._names}))
        self._opening = re.compile(rf"(?:{initials})(?:\B\w+)?" if initials else r"(?!)")

    def found(self, text: str) -> Iterator[tuple[Span, str]]:
        """Names with their places, in order; of those that overlap the first, and the longest.

        A name comes with single spaces, and otherwise as the text writes it.
        """
        names, end = self._names, 0
        for word in self._opening.finditer(text if self._cased else lowered(text)):
            key = word.group()
            if key not in names or word.start() < end:
                continue
            match = self._pattern(key).match(text, word.start())
            if match is not None:
                end = match.end()
                yield Span(match.start(), end), " ".join(match.group().split())

    def _pattern(self, key: str) -> re.Pattern[str]:
        """The names that begin with a word; compiled when a text first has that word."""
        pattern = self._patterns.get(key)
        if pattern is None:
            escaped = (re.escape(name).replace(r"\ ", r"\s+") for name in self._names[key])
            flags = re.NOFLAG if self._cased else re.IGNORECASE
            pattern = re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)", flags)
            self._patterns[key] = pattern
        return pattern
