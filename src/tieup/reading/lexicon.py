"""The lexicon: words by what they do in talk of alliances, and a clause's skeleton of them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import snowballstemmer

from tieup.reading.spans import Span

_PLAIN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
#: No phrase of the lexicon is longer, in words.
_LONGEST = 4
_STEMMER = snowballstemmer.stemmer("english")
#: What stands in a skeleton for a token that is a name or a number.
_MARKS = {"OWN": "OWN", "OWNP": "OWN", "OTH": "PARTY", "OTHP": "PARTY"} | {
    mark: mark for mark in ("NUM", "YEAR", "DAY", "?")
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its normal form, or a group of words, and where it stands."""

    word: str
    span: Span


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
            yield Token(mark, tokens[at].span)
            at += 1
            continue
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(token.word for token in tokens[at : at + size])
            if phrase in groups:
                last = tokens[at + size - 1]
                yield Token(groups[phrase], Span(tokens[at].span.start, last.span.end))
                at += size
                break
        else:
            at += 1


@cache
def _groups() -> Mapping[str, str]:
    """The group of each word or phrase, by its stems; the first group that names it."""
    text = resources.files("tieup.reading").joinpath("lexicon.toml").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for group, phrases in tomllib.loads(text).items():
        for phrase in phrases:
            stems = " ".join(stem(word.lower()) for word in _PLAIN.findall(phrase))
            found.setdefault(stems, group)
    return found
