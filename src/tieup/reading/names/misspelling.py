"""Misspellings: a name of several words that is nearly one that a pack knows.

Nearness alone proves nothing: many people are one letter apart. Whoever asks must see something
beside the name that says the same (a post, a party, the first name); see ``full_names``.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

#: Letters that the press writes one for the other where a name comes from another script.
_SOUNDS = (
    ("ee", "i"), ("oo", "u"), ("ou", "u"), ("au", "u"), ("aw", "u"), ("ow", "u"), ("ck", "k"),
    ("q", "k"), ("w", "v"), ("bh", "b"), ("v", "b"), ("z", "j"), ("y", "i"), ("ph", "f"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_BREATHED = re.compile(r"(?<=\w)h")
#: A word of at most so many letters may have so many wrong; a longer one, two.
_LETTERS = ((4, 0), (6, 1))
_MOST_IN_A_WORD, _MOST_IN_ALL = 2, 3


class Misspellings:
    """Names of two words or more, looked up by their initials: a first letter is seldom wrong."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """Sort the names.

        Args:
            known: from each full spelling to what it names.
        """
        self._known: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for spelling, meant in known.items():
            words = _letters(spelling.split())
            if len(words) > 1 and all(words):
                self._known[_initials(words)].append((words, meant))

    def meant(self, words: Sequence[str]) -> str | None:
        """What the words most nearly name; None where nothing is near, or two are as near."""
        written = _letters(words)
        if len(written) < 2 or not all(written):  # noqa: PLR2004 - one word alone is too little
            return None
        distances: dict[str, int] = {}
        for known, meant in self._known.get(_initials(written), ()):
            distance = _distance(written, known)
            if distance is not None:
                distances[meant] = min(distance, distances.get(meant, distance))
        if not distances:
            return None
        least = min(distances.values())
        nearest = [meant for meant, distance in distances.items() if distance == least]
        return nearest[0] if len(nearest) == 1 else None


def _distance(written: Sequence[str], known: Sequence[str]) -> int | None:
    """Letters wrong, missing, too many or swapped in all words; None where they are too many."""
    total = 0
    for one, other in zip(written, known, strict=True):
        longest = max(len(one), len(other))
        most = next((wrong for letters, wrong in _LETTERS if longest <= letters), _MOST_IN_A_WORD)
        wrong = OSA.distance(one, other, score_cutoff=most)
        total += wrong
        if wrong > most or total > _MOST_IN_ALL:
            return None
    return total


def _letters(words: Sequence[str]) -> list[str]:
    """The words as they sound: "Naushad" and "Nawsad" are one, "Siddique" and "Sidikue"."""
    return [_sound(word) for word in words]


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    letters = "".join(filter(str.isalnum, word)).casefold()
    for written, sounds in _SOUNDS:
        letters = letters.replace(written, sounds)
    return _TWICE.sub(r"\1", _BREATHED.sub("", letters))


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)
