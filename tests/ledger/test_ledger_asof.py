"""What could be known on a day: the ledger's own view equals the rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores import Store
from test_statements import DAYS, ELECTIONS, PARTIES, SAID, SOUND
from tieup.articles import Article
from tieup.ledger import AsOf, Ledger
from tieup.ledger.rows import found_by
from tieup.statements import Statement

START = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 20).map(lambda days: START + timedelta(days=days, microseconds=days))
VIEWS = st.builds(AsOf, day=DAYS, published_by=st.none() | DAYS, recorded_by=st.none() | MOMENTS)
PAIRS = st.tuples(st.sampled_from(PARTIES), st.sampled_from(PARTIES))


@settings(max_examples=30)
@given(
    st.lists(st.tuples(SOUND, MOMENTS), max_size=6, unique_by=lambda one: one[1]),
    st.lists(
        st.tuples(st.none() | VIEWS, st.none() | st.sampled_from(ELECTIONS), st.none() | PAIRS),
        min_size=1,
        max_size=5,
    ),
)
def test_the_ledger_sees_what_the_rule_sees(
    store: Store,
    appended: list[tuple[tuple[Article, Statement], datetime]],
    questions: list[tuple[AsOf | None, str | None, tuple[str, str] | None]],
) -> None:
    with store.new() as place, Ledger.open(place) as ledger:
        for (article, statement), recorded in sorted(appended, key=lambda one: one[1]):
            ledger.append([article], [statement], recorded=recorded)
        every = ledger.entries()
        for as_of, election, pair in questions:
            expected = tuple(
                entry
                for entry in every
                if (as_of is None or as_of.sees(entry.statement, entry.recorded))
                and (election is None or entry.statement.election == election)
                and (pair is None or tuple(sorted(pair)) in found_by(entry.statement))
            )
            assert ledger.entries(as_of, election, pair) == expected
            assert ledger.count(as_of, election, pair) == len(expected)
            assert ledger.statements(as_of, election, pair) == tuple(
                entry.statement for entry in expected
            )


@given(SOUND, VIEWS, DAYS, MOMENTS)
def test_what_is_published_later_is_never_seen(
    sound: tuple[Article, Statement], view: AsOf, day: date, recorded: datetime
) -> None:
    _, statement = sound
    if statement.published > day:
        assert not AsOf(day=day, recorded_by=view.recorded_by).sees(statement, recorded)
    if statement.published > view.horizon:
        assert not view.sees(statement, recorded)


def test_a_later_article_tells_of_the_day_only_to_who_has_read_it() -> None:
    """Said on the 27th, published on the 28th: on the 27th it is not known."""
    eve, day = date(2025, 12, 27), date(2025, 12, 28)
    claim = Statement.from_json({**SAID.to_json(), "said_on": eve.isoformat()})
    assert not AsOf(day=eve).sees(claim, START)
    assert AsOf(day=day).sees(claim, START)
    assert AsOf(day=eve, published_by=day).sees(claim, START)
    assert not AsOf(day=eve, published_by=day).sees(SAID, START)


def test_an_old_report_can_be_made_again() -> None:
    day = SAID.published
    assert AsOf(day=day, recorded_by=START).sees(SAID, START)
    assert not AsOf(day=day, recorded_by=START).sees(SAID, START + timedelta(microseconds=1))
    known = AsOf.known(day, on=START.date())
    assert known.sees(SAID, START + timedelta(hours=23, minutes=59))
    assert not known.sees(SAID, START + timedelta(days=1))


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        AsOf(day=SAID.published, recorded_by=datetime(2026, 1, 1))  # noqa: DTZ001 - the fault
