"""Days: weekdays by tense, dates with and without a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.days import WEEKDAYS, days
from tieup.reading.spans import Span

SUNDAY = date(2025, 12, 28)


def first(text: str, published: date = SUNDAY) -> date | None:
    found = days(text, Span(0, len(text)), published)
    return found[0].day if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("he said on Sunday", date(2025, 12, 28)),
        ("he said on Saturday", date(2025, 12, 27)),
        ("he said on Monday", date(2025, 12, 22)),
        ("they will meet on Monday", date(2025, 12, 29)),
        ("talks would be held on Wednesday", date(2025, 12, 31)),
        ("he said four days ago", date(2025, 12, 24)),
        ("he said yesterday", date(2025, 12, 27)),
        ("Kolkata, Dec 28 (PTI)", date(2025, 12, 28)),
        ("he was suspended on December 4", date(2025, 12, 4)),
        ("they will decide by January 5", date(2026, 1, 5)),
        ("on 21 January 2021 the party was launched", date(2021, 1, 21)),
        ("in May the alliance won", None),
        ("a march through the town", None),
    ],
)
def test_what_an_expression_means(text: str, day: date | None) -> None:
    assert first(text) == day


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_bare_weekday_is_within_the_last_week_and_has_its_name(day: date, weekday: str) -> None:
    meant = first(f"he said on {weekday.title()}", day)
    assert meant is not None
    assert timedelta(0) <= day - meant < timedelta(days=7)
    assert WEEKDAYS[meant.weekday()] == weekday


@given(st.text(max_size=200), st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_no_text_breaks_it(text: str, day: date) -> None:
    for found in days(text, Span(0, len(text)), day):
        assert found.span.of(text)
