"""Days: weekdays by tense, dates with and without a year, days counted from others, festivals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.days.days import WEEKDAYS, dateline, days
from tieup.reading.days.festivals import festivals_of
from tieup.reading.text.spans import Span

SUNDAY = date(2025, 12, 28)
TUESDAY = date(2025, 12, 30)


def first(text: str, published: date = SUNDAY, told_of: date | None = None) -> date | None:
    found = days(text, Span(0, len(text)), published, told_of=told_of, country="india")
    return found[0].day if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("he said on Sunday", date(2025, 12, 28)),
        ("he said on Saturday", date(2025, 12, 27)),
        ("they will meet on Monday", date(2025, 12, 29)),
        ("they will meet on Sunday", date(2025, 12, 28)),
        ("he said four days ago", date(2025, 12, 24)),
        ("he said a fortnight ago", date(2025, 12, 14)),
        ("he said a couple of days back", date(2025, 12, 26)),
        ("he said yesterday", date(2025, 12, 27)),
        ("he said earlier in the day", date(2025, 12, 28)),
        ("the day before yesterday he resigned", date(2025, 12, 26)),
        ("they meet tomorrow", date(2025, 12, 29)),
        ("Kolkata, Dec 28 (PTI)", date(2025, 12, 28)),
        ("he was suspended on December 4", date(2025, 12, 4)),
        ("they will decide by January 5", date(2026, 1, 5)),
        ("a rally is planned for Feb 15", date(2026, 2, 15)),
        ("on 21 January 2021 the party was launched", date(2021, 1, 21)),
        ("updated 2025-12-27", date(2025, 12, 27)),
        ("updated 27/12/2025", date(2025, 12, 27)),
        ("a list is due by month-end", date(2025, 12, 31)),
        ("they will decide by the end of January", date(2026, 1, 31)),
        ("last week they met", None),
        ("earlier this month they met", None),
        ("in May the alliance won", None),
        ("it may 10 times ask", None),
        ("on February 30 nothing happened", None),
        ("a march through the town", None),
    ],
)
def test_what_an_expression_means(text: str, day: date | None) -> None:
    assert first(text) == day


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("the party on Monday asked the front to reply", -1),
        ("the party asked the front to reply by Friday", 3),
        ("he said on Monday that he will form no front", -1),
        ("on Thursday both will meet again", 2),
        ("talks scheduled for Friday", 3),
        ("the meeting on Friday will decide", 3),
        ("the meeting, likely to be held on Friday, matters", 3),
        ("she said the rally would be held on Sunday", 5),
        ("he was to meet them on Monday", -1),
        ("they will attend Sunday's rally", 5),
        ("they will protest against Sunday's arrests", -2),
        ("parties met ahead of Friday's election", 3),
        ("the state unit has called a meeting on Friday", 3),
        ("he could not be reached on Saturday", -3),
        ("they would have met on Saturday", -3),
        ("the mayor resigned on Saturday", -3),
        ("trains were cancelled on Saturday", -3),
        ("he had quit by Sunday", -2),
        ("he was given until Friday", 3),
        ("Friday's deadline is near", 3),
        ("the deadline ended on Sunday", -2),
        ("there were talks since Friday", -4),
        ("the proposed pact announced on Sunday", -2),
        ("next Tuesday there is a rally", 7),
        ("last Tuesday there was a rally", -7),
        ("the team will sit on Thursday and Friday", 2),
    ],
)
def test_tense_tells_a_weekday_ahead_from_one_behind(text: str, off: int) -> None:
    assert first(text, TUESDAY) == TUESDAY + timedelta(days=off)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a day after Friday's talks the party spoke", date(2025, 12, 27)),
        ("two days after he met them on Wednesday, he left", date(2025, 12, 26)),
        ("on the eve of Thursday's rally", date(2025, 12, 24)),
        ("the next day he met the other side", date(2025, 12, 26)),
        ("the same day he met the other side", date(2025, 12, 25)),
        ("a day earlier he had met the other side", date(2025, 12, 24)),
        ("a day after he had met them, he left", None),
    ],
)
def test_days_counted_from_another(text: str, day: date | None) -> None:
    assert first(text, told_of=date(2025, 12, 25)) == day


def test_what_is_counted_needs_a_day_told_of() -> None:
    assert first("the next day he met the other side") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a rally will be held on Republic Day", date(2026, 1, 26)),
        ("they met on Republic Day", date(2025, 1, 26)),
        ("talks will begin after Durga Puja", date(2026, 10, 21)),
        ("seats will be shared before Durga Puja", date(2026, 10, 18)),
        ("they met after Durga Puja", None),
        ("they have talked since Durga Puja", None),
    ],
)
def test_festivals_are_days_of_the_country(text: str, day: date | None) -> None:
    assert first(text) == day


def test_only_a_country_with_a_calendar_has_festivals() -> None:
    assert festivals_of("nowhere") is None
    assert days("on Republic Day", Span(0, 15), SUNDAY) == ()
    india = festivals_of("india")
    assert india is not None
    assert india.of_year("Durga Puja", 1950) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kolkata, Dec 27 (PTI) The front", date(2025, 12, 27)),
        ("NEW DELHI, 27 December: The front", date(2025, 12, 27)),
        ("Kolkata, Dec 3 (PTI) The front", None),
        ("Kolkata: The front met on Dec 27 (Saturday)", None),
    ],
)
def test_a_dateline_is_the_day_of_writing(text: str, day: date | None) -> None:
    assert dateline(text, SUNDAY) == day


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_bare_weekday_is_within_the_last_week_and_has_its_name(day: date, weekday: str) -> None:
    meant = first(f"he said on {weekday.title()}", day)
    assert meant is not None
    assert timedelta(0) <= day - meant < timedelta(days=7)
    assert WEEKDAYS[meant.weekday()] == weekday


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_to_come_is_within_the_next_week(day: date, weekday: str) -> None:
    meant = first(f"they will meet on {weekday.title()}", day)
    assert meant is not None
    assert timedelta(0) <= meant - day < timedelta(days=7)
    assert WEEKDAYS[meant.weekday()] == weekday


@given(st.text(max_size=200), st.dates())
def test_no_text_breaks_it(text: str, day: date) -> None:
    for found in days(text, Span(0, len(text)), day, told_of=day, country="india"):
        assert found.span.of(text)
        assert found.ahead == (found.day > day)
