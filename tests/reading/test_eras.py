"""Eras: stretches of days on which nobody joins or leaves a front or bloc."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.eras import era_of
from tieup.regions import load_region

BIHAR = load_region("bihar")
WHOLES = [party for party in BIHAR.parties.values() if party.members]


@given(st.dates(date(2013, 1, 1), date(2027, 12, 31)))
def test_who_is_in_what_on_a_day_was_so_on_the_first_of_its_era(day: date) -> None:
    first = era_of(BIHAR, day)
    assert first <= day
    assert [w.members_on(first) for w in WHOLES] == [w.members_on(day) for w in WHOLES]


@given(st.dates(date(2013, 1, 1), date(2027, 12, 31)))
def test_an_era_begins_where_somebody_joins_or_is_gone(day: date) -> None:
    first = era_of(BIHAR, day)
    if first > date.min:
        before = first - timedelta(days=1)
        assert [w.members_on(before) for w in WHOLES] != [w.members_on(first) for w in WHOLES]
