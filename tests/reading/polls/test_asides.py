"""Namings of elections that what is told is not about: results, comparisons, what is put in."""

import pytest

from tieup.reading.polls.asides import is_aside, put_in
from tieup.reading.text.spans import Span


def year_in(text: str) -> Span:
    """Where the only year of a text stands."""
    at = next(n for n, char in enumerate(text) if char.isdecimal() and text[n : n + 2] == "20")
    return Span(at, at + 4)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("They fought together in 2016.", False),
        ("The seats that they won in 2016 are theirs.", True),
        ("They want more seats than in 2016.", True),
        ("They want as many seats as they got in 2016.", True),
        ("They want the number that they fought in 2016.", True),
        ("Unlike in 2016, they will not ally.", True),
        ("As in 2016, they will ally.", True),
        ("They will go it alone, the way they did in 2016.", True),
        ("In view of their showing in the 2016 polls they get three.", True),
        ("They will not repeat the mistake of 2016.", True),
        ("The formula for the 2024 Lok Sabha polls will not do.", True),
        ("An MLA since 2016, he is for an alliance.", True),
        ("They have been allies since 2016.", False),
        ("A party launched in 2021, it wants an ally.", True),
        ("Their pact of 2016 was a failure.", False),
    ],
)
def test_what_only_measures_is_aside(text: str, aside: bool) -> None:
    assert is_aside(text, year_in(text)) is aside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The front, which fought in 2016, wants more.", ", which fought in 2016"),
        ("The two, allies in the 2016 polls, are talking.", ", allies in the 2016 polls"),
        ("The front, given ten seats in 2016, wants more.", ", given ten seats in 2016"),
        ("It offers three, in view of the rout in 2016.", ", in view of the rout in 2016"),
        ("In 2016, which is long ago, they were allies.", None),
        ("The front fought in 2016, it wants more.", None),
    ],
)
def test_what_is_put_in_holds_no_further(text: str, inside: str | None) -> None:
    found = put_in(text, year_in(text))
    assert (found.of(text) if found else None) == inside
