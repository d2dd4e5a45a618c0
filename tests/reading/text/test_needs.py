"""What a pattern needs is read off it, and is never more than it does."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.acts.acts import rules
from tieup.reading.text.needs import alternatives, needed

PATTERNS = tuple(rule.words for rule in rules())
#: Words that the rules' examples hold, and those of their patterns.
PIECES = sorted(
    {word for rule in rules() for word in re.findall(r"\w+|\W", rule.example)}
    | {word for pattern in PATTERNS for word in re.findall(r"[a-z]{2,}", pattern)}
)


@cache
def apart() -> list[tuple[re.Pattern[str], list[re.Pattern[str]]]]:
    """The patterns, each with its alternatives."""
    return [(re.compile(p), [re.compile(way) for way in alternatives(p)]) for p in PATTERNS]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bneed\s+of\s+the\s+hour\b", {"need"}),
        (r"\b(?:no|any)\s+talks?\b|\bPACT\b", {"talk", "pact"}),
        (r"\b(?P<n>\d+)\s+seats?", {"seat"}),
        (r"\bseats?\b|\bseating\b", {"seat"}),
        (r"\b(?:go|goes)\s+towards\s+(?:the\s+)?[pf]_+", {"towards"}),
        (r"\bjoin(?:ed|s)?\s+(?:the\s+)?\w+", {"join"}),
        (r"\w+\s+\d+", {""}),
        (r"pact|\d", {""}),
    ],
)
def test_the_words_of_which_one_is_needed(pattern: str, needs: set[str]) -> None:
    assert needed(pattern) == needs


@pytest.mark.parametrize(
    ("pattern", "apart"),
    [
        (r"a|b", ("a", "b")),
        (r"(?:a|b)c|[|)]d|\|(?=e|f)", ("(?:a|b)c", "[|)]d", r"\|(?=e|f)")),
        (r"a|", ("a", "")),
        (r"(?:a|b)", ("(?:a|b)",)),
    ],
)
def test_alternatives(pattern: str, apart: tuple[str, ...]) -> None:
    assert alternatives(pattern) == apart


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_the_first_of_the_alternatives_is_what_the_whole_finds(pieces: list[str]) -> None:
    text = " ".join(pieces).lower()
    for pattern, ways in apart():
        whole = pattern.search(text)
        found = [match for way in ways if (match := way.search(text))]
        first = min(found, key=lambda match: match.start(), default=None)
        assert (first and first.span()) == (whole and whole.span())
