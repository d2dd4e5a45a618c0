"""Tenses: what a stretch in the simple past tells of, and long texts in little time."""

import time

import pytest

from tieup.reading.days.tenses import Tense, simply_past, tense
from tieup.reading.text.spans import Span


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("They met at his house", True),
        ("Both were hopeful of a pact", True),
        ("They have met at his house", False),
        ("They had met at his house", False),
        ("They met last month", False),
        ("They met in 2021", False),
        ("They will meet at his house", False),
        ("A pact between the two", False),
    ],
)
def test_the_simple_past_tells_of_the_news(text: str, past: bool) -> None:
    assert simply_past(text, Span(0, len(text))) is past


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he agreed on Monday", Tense.PAST),
        ("he agreed to talks on Monday", Tense.PAST),
        ("he agreed to hold talks on Monday", Tense.PROSPECT),
        ("he will hold talks on Monday", Tense.FUTURE),
        ("a pact on Monday", None),
    ],
)
def test_the_nearest_verb_decides(text: str, expected: Tense | None) -> None:
    at = text.index("Monday")
    assert tense(text, Span(0, len(text)), Span(at, at + 6)) is expected


def test_a_day_far_from_any_verb_costs_little() -> None:
    text = "was to be " * 10_000 + "Monday" + " and on the" * 10_000
    at = text.index("Monday")
    started = time.process_time()
    tense(text, Span(0, len(text)), Span(at, at + 6))
    assert time.process_time() - started < 1
