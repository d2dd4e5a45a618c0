"""The lexicon: words by what they do in talk of alliances, and a clause's skeleton of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from tieup.reading.tables import table

_PLAIN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_STEMMER = snowballstemmer.stemmer("english")
#: What stands in a skeleton for a token that is a name or a number.
_MARKS = {"OWN": "OWN", "OWNP": "OWN", "OTH": "PARTY", "OTHP": "PARTY"} | {
    mark: mark for mark in ("NUM", "YEAR", "DAY", "?")
}


class Group(NamedTuple):
    """A group of the lexicon, and the words that are of it: their numbers, the last left out."""

    name: str
    first: int
    end: int


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of an English word in lower case (Snowball)."""
    return str(_STEMMER.stemWord(word.replace("’", "'")))


def skeleton(words: Sequence[str]) -> Iterator[Group]:
    """The groups of words in order, whatever stands between; names stand for themselves.

    "The Front is not at all keen on an alliance" is PARTY NEG WANT TIE.

    Args:
        words: in their normal forms.
    """
    groups, at = _groups(), 0
    while at < len(words):
        for phrase, group in groups.get(words[at], ()):
            end = at + len(phrase)
            if end == at + 1 or phrase == words[at:end]:
                yield Group(group, at, end)
                at = end
                break
        else:
            at += 1


@cache
def _groups() -> Mapping[str, Sequence[tuple[list[str], str]]]:
    """By first word, the phrases that begin with it, the longest first, and the group of each.

    Words are stems; of several groups that name a phrase the first has it. A mark is a group of its
    own.
    """
    found: dict[tuple[str, ...], str] = {}
    for group, phrases in table("acts/lexicon.toml").items():
        for phrase in phrases:
            stems = tuple(stem(word.lower()) for word in _PLAIN.findall(phrase))
            found.setdefault(stems, group)
    by_first = {word: [([word], mark)] for word, mark in _MARKS.items()}
    for stems in sorted(found, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((list(stems), found[stems]))
    return by_first
