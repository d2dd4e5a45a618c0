"""The lexicon: words by what they do in talk of alliances, and a clause's skeleton of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import snowballstemmer
import tomli

_PLAIN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_STEMMER = snowballstemmer.stemmer("english")
#: What stands in a skeleton for a token that is a name or a number.
_MARKS = {"OWN": "OWN", "OWNP": "OWN", "OTH": "PARTY", "OTHP": "PARTY"} | {
    mark: mark for mark in ("NUM", "YEAR", "DAY", "?")
}


class Token(NamedTuple):
    """A word in its normal form, or a group of words, and where it starts and ends.

    A tuple: a reading makes more of them than of anything else.
    """

    word: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of an English word in lower case (Snowball)."""
    return str(_STEMMER.stemWord(word.replace("’", "'")))


def skeleton(tokens: Sequence[Token]) -> Iterator[Token]:
    """The groups of the tokens' words in order, whatever stands between; names stand for themselves.

    "The Front is not at all keen on an alliance" is PARTY NEG WANT TIE.
    """
    groups, at = _groups(), 0
    while at < len(tokens):
        mark = _MARKS.get(tokens[at].word)
        if mark is not None:
            yield Token(mark, tokens[at].start, tokens[at].end)
            at += 1
            continue
        for words, group in groups.get(tokens[at].word, ()):
            size = len(words)
            if size == 1 or words == [token.word for token in tokens[at : at + size]]:
                yield Token(group, tokens[at].start, tokens[at + size - 1].end)
                at += size
                break
        else:
            at += 1


@cache
def _groups() -> Mapping[str, Sequence[tuple[list[str], str]]]:
    """By first word, the phrases that begin with it, the longest first, and the group of each.

    Words are stems; of several groups that name a phrase the first has it.
    """
    text = resources.files("tieup.reading").joinpath("lexicon.toml").read_text(encoding="utf-8")
    found: dict[tuple[str, ...], str] = {}
    for group, phrases in tomli.loads(text).items():
        for phrase in phrases:
            stems = tuple(stem(word.lower()) for word in _PLAIN.findall(phrase))
            found.setdefault(stems, group)
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for stems in sorted(found, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((list(stems), found[stems]))
    return by_first
