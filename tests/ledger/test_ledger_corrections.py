"""Reviews and retractions: what was read is corrected, never rewritten; every store sees the same."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores import Store
from test_statements import DAYS, ELECTIONS, PARTIES, SAID
from tieup.articles import Article
from tieup.articles.origins import origin_of
from tieup.corrections import Decision, Retraction, Review
from tieup.ledger import AsOf, Entry, Ledger, LedgerError
from tieup.ledger.rows import found_by
from tieup.ledger.view import seen
from tieup.statements import Statement
from tieup.vocabulary import Act

DAY = date(2025, 12, 28)
ARTICLE = Article(id="a1", published=DAY, text="The ISF said: “We talk.”")
OTHER = Article(id="a2", published=date(2025, 12, 29), text="The LF said: “We wait.”")
WAITS = replace(
    SAID, article=OTHER.id, content_id=OTHER.content_id, published=OTHER.published,
    act=Act.WAITS, quote="“We wait.”", start=13, end=23,
)  # fmt: skip
#: What SAID may have been, all of the same place in the same text.
MEANT = replace(SAID, act=Act.CLAIMS)
START = datetime(2026, 1, 1, tzinfo=UTC)


def review(decision: Decision, amended: Statement | None = None, of: Statement = SAID) -> Review:
    return Review(
        statement=of.id, decision=decision, reviewer="Asha", note="read again", amended=amended
    )


@pytest.fixture
def read(ledger: Ledger) -> Ledger:
    """A ledger in which two statements were read."""
    ledger.append([ARTICLE, OTHER], [SAID, WAITS], recorded=START)
    return ledger


def acts(ledger: Ledger, as_of: AsOf | None = None) -> list[Act | None]:
    return [statement.act for statement in ledger.statements(as_of)]


def test_a_rejected_statement_is_seen_no_more_but_kept(read: Ledger) -> None:
    entered = read.corrections.review(review(Decision.REJECT))
    assert acts(read) == [Act.WAITS]
    assert [entry.statement.act for entry in read.as_read()] == [Act.TALKS, Act.WAITS]
    assert read.corrections.reviews() == (entered,)
    assert (entered.number, entered.review.reviewer) == (1, "Asha")


def test_an_accepted_statement_says_by_whom(read: Ledger) -> None:
    read.corrections.review(review(Decision.ACCEPT))
    first, second = read.entries()
    assert first.review == review(Decision.ACCEPT)
    assert first.recorded == START
    assert second.review is None


def test_an_amended_statement_stands_in_its_place(read: Ledger) -> None:
    entered = read.corrections.review(review(Decision.AMEND, MEANT))
    first, _ = read.entries()
    assert first.statement.act is Act.CLAIMS
    assert first.statement.reader == "review/Asha"
    assert first.statement.origin == origin_of(ARTICLE.content_id)
    assert first.recorded == entered.recorded
    assert first.review == entered.review
    assert read.corrections.reviews(SAID.id) == (entered,)
    assert acts(read, AsOf(day=DAY)) == [Act.CLAIMS], "however old the statement"
    assert acts(read, AsOf(day=DAY, recorded_by=START)) == [Act.TALKS]


def test_an_amendment_moves_to_its_own_election_and_relation(read: Ledger) -> None:
    moved = replace(SAID, election="WB-2026", parties=("INC", "LF"))
    read.corrections.review(review(Decision.AMEND, moved))
    assert read.count(election="WB-2026") == read.count(pair=("LF", "INC")) == 1
    assert [s.id for s in read.statements(pair=("ISF", "LF"))] == [WAITS.id]


def test_each_undo_steps_one_decision_back(read: Ledger) -> None:
    for decision, amended in (("reject", None), ("amend", MEANT), ("accept", None)):
        read.corrections.review(review(Decision(decision), amended))
    found = []
    for _ in range(3):
        read.corrections.review(review(Decision.UNDO))
        found.append(acts(read))
    assert found == [[Act.CLAIMS, Act.WAITS], [Act.WAITS], [Act.TALKS, Act.WAITS]]
    assert all(entry.review is None for entry in read.entries())
    with pytest.raises(LedgerError, match=r"no decision on .* to undo"):
        read.corrections.review(review(Decision.UNDO))
    read.corrections.review(review(Decision.REJECT))
    assert acts(read) == [Act.WAITS]


def test_who_names_the_amended_one_means_what_was_read(read: Ledger) -> None:
    read.corrections.review(review(Decision.AMEND, MEANT))
    entered = read.corrections.review(review(Decision.REJECT, of=MEANT))
    assert entered.review.statement == SAID.id
    assert acts(read) == [Act.WAITS]
    assert len(read.corrections.reviews(MEANT.id)) == 2


def test_a_reader_that_reads_what_was_amended_adds_its_own(read: Ledger) -> None:
    read.corrections.review(review(Decision.AMEND, MEANT))
    assert read.append([], [replace(MEANT, reader="rules/9")]).statements == 1
    assert [s.reader for s in read.statements()] == ["rules/9", "rules/1"], "each once"
    assert read.count() == 2
    read.corrections.review(review(Decision.REJECT, of=MEANT))
    assert [s.reader for s in read.statements()] == ["review/Asha", "rules/1"]
    assert read.check() == ()


def test_what_may_be_amended_without_another_id(read: Ledger) -> None:
    read.corrections.review(review(Decision.AMEND, replace(SAID, unit="state", confidence=1.0)))
    first, _ = read.statements()
    assert (first.id, first.unit, first.reader) == (SAID.id, "state", "review/Asha")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (replace(review(Decision.REJECT), statement="s_none"), "no statement s_none"),
        (replace(review(Decision.REJECT), reviewer=" "), "nobody is named as the reviewer"),
        (review(Decision.AMEND), "belongs to 'amend'"),
        (review(Decision.REJECT, MEANT), "belongs to 'amend'"),
        (review(Decision.AMEND, replace(SAID, quote="“We walk.”")), "quote is not the text"),
        (review(Decision.AMEND, WAITS), "stands in article a1, the amended one in a2"),
        (review(Decision.AMEND, replace(SAID, published=DAY + timedelta(1))), "is dated"),
        (replace(review(Decision.ACCEPT), note="\0"), "NUL"),
    ],
)
def test_an_unsound_review_is_refused_in_one_line(read: Ledger, given: Review, fault: str) -> None:
    with pytest.raises(LedgerError, match=re.escape(fault)) as caught:
        read.corrections.review(given)
    assert "\n" not in str(caught.value)
    assert read.corrections.reviews() == ()
    assert len(read.entries()) == 2


def test_a_retraction_counts_from_its_day_and_its_recording(read: Ledger) -> None:
    later = DAY + timedelta(days=5)
    taken = Retraction(content_id=ARTICLE.content_id, published=later, by="The Daily")
    entered = read.corrections.retract(taken)
    assert read.corrections.retractions() == (entered,)
    assert entered.retraction == taken
    assert acts(read, AsOf(day=later - timedelta(days=1))) == [Act.TALKS, Act.WAITS]
    assert acts(read, AsOf(day=later)) == [Act.WAITS]
    assert acts(read, AsOf(day=DAY, published_by=later)) == []
    assert acts(read, AsOf(day=later, recorded_by=START)) == [Act.TALKS, Act.WAITS]
    assert acts(read) == [Act.WAITS]


def test_one_statement_alone_may_be_taken_back_amended_or_not(read: Ledger) -> None:
    second = replace(SAID, act=Act.WANTS)
    read.append([], [second])
    read.corrections.review(review(Decision.AMEND, MEANT))
    read.corrections.retract(
        Retraction(content_id=ARTICLE.content_id, published=DAY, by="The Daily", statement=MEANT.id)
    )
    assert read.corrections.retractions()[0].retraction.statement == SAID.id
    assert acts(read) == [Act.WANTS, Act.WAITS]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (Retraction(content_id="a_none", published=DAY, by="X"), "has no text a_none"),
        (Retraction(content_id=ARTICLE.content_id, published=DAY, by=""), "nobody is named"),
        (
            Retraction(content_id=OTHER.content_id, published=DAY, by="X", statement=SAID.id),
            "stands in another text",
        ),
    ],
)
def test_an_unsound_retraction_is_refused(read: Ledger, given: Retraction, fault: str) -> None:
    with pytest.raises(LedgerError, match=fault):
        read.corrections.retract(given)
    assert read.corrections.retractions() == ()


def test_every_entry_has_a_moment_of_its_own(read: Ledger) -> None:
    ahead = START + timedelta(days=36500)
    assert read.corrections.review(review(Decision.REJECT), recorded=ahead).recorded == ahead
    step = timedelta(microseconds=1)
    assert read.corrections.review(review(Decision.UNDO)).recorded == ahead + step
    taken = Retraction(content_id=ARTICLE.content_id, published=DAY, by="The Daily")
    assert read.corrections.retract(taken).recorded == ahead + 2 * step
    with pytest.raises(LedgerError, match="runs forward"):
        read.corrections.review(review(Decision.REJECT), recorded=ahead + 2 * step)


def test_what_is_new_since_a_moment(read: Ledger) -> None:
    assert read.entries(since=START - timedelta(microseconds=1)) == read.entries()
    assert read.entries(since=START) == ()
    read.corrections.review(review(Decision.AMEND, MEANT))
    assert [entry.statement.act for entry in read.entries(since=START)] == [Act.CLAIMS]
    assert read.as_read(since=START) == ()


# -- the rule and the SQL ------------------------------------------------------------------------

READ = (SAID, WAITS, replace(SAID, act=Act.WANTS, election="WB-2026"))
#: What may come instead, some of it equal to what was read or to each other.
INSTEAD = st.builds(
    lambda at, act, parties, election, said_on: replace(
        READ[at], act=act, parties=parties, election=election, said_on=said_on
    ),
    st.integers(0, 2),
    st.sampled_from([Act.TALKS, Act.CLAIMS, Act.WANTS]),
    st.sampled_from([("ISF", "LF"), ("INC", "LF")]),
    st.sampled_from([None, *ELECTIONS[:2], "WB-2026"]),
    st.sampled_from([None, DAY - timedelta(days=3)]),
)  # fmt: skip
CORRECTIONS = st.lists(
    st.one_of(
        st.builds(
            Review,
            statement=st.sampled_from([s.id for s in READ]),
            decision=st.sampled_from([Decision.ACCEPT, Decision.REJECT, Decision.UNDO]),
            reviewer=st.just("Asha"),
        ),
        st.tuples(st.integers(0, 2), INSTEAD).map(
            lambda one: review(Decision.AMEND, one[1], of=READ[one[0]])
        ),
        st.builds(
            Retraction,
            content_id=st.sampled_from([ARTICLE.content_id, OTHER.content_id]),
            published=DAYS,
            by=st.just("The Daily"),
            statement=st.none() | st.sampled_from([s.id for s in READ]),
        ),
        INSTEAD,  # read later by another reader
    ),
    max_size=12,
)  # fmt: skip
MOMENTS = st.integers(0, 13).map(lambda hours: START + timedelta(hours=hours))
VIEWS = st.builds(AsOf, day=DAYS, published_by=st.none() | DAYS, recorded_by=st.none() | MOMENTS)
ASKED = st.tuples(
    st.none() | VIEWS,
    st.none() | st.sampled_from(ELECTIONS),
    st.none() | st.tuples(st.sampled_from(PARTIES[2:]), st.sampled_from(PARTIES[2:])),
)


def named(entries: tuple[Entry, ...]) -> list[Entry]:
    """With the origin of the text, as the ledger gives it."""
    return [
        replace(e, statement=replace(e.statement, origin=origin_of(e.statement.content_id)))
        for e in entries
    ]


@settings(max_examples=40)
@given(CORRECTIONS, st.lists(ASKED, min_size=1, max_size=6))
def test_every_store_sees_what_the_rule_sees(
    store: Store,
    corrections: list[Review | Retraction | Statement],
    asked: list[tuple[AsOf | None, str | None, tuple[str, str] | None]],
) -> None:
    with store.new() as place, Ledger.open(place) as ledger:
        ledger.append([ARTICLE, OTHER], READ, recorded=START)
        for hours, one in enumerate(corrections, start=1):
            moment = START + timedelta(hours=hours)
            with suppress(LedgerError):  # of another text, or nothing to undo
                if isinstance(one, Review):
                    ledger.corrections.review(one, recorded=moment)
                elif isinstance(one, Retraction):
                    ledger.corrections.retract(one, recorded=moment)
                else:
                    ledger.append([], [one], recorded=moment)
        read, reviews, retractions = (
            ledger.as_read(),
            ledger.corrections.reviews(),
            ledger.corrections.retractions(),
        )
        for as_of, election, pair in asked:
            expected = [
                entry
                for entry in named(seen(read, reviews, retractions, as_of))
                if (election is None or entry.statement.election == election)
                and (pair is None or tuple(sorted(pair)) in found_by(entry.statement))
            ]
            assert list(ledger.entries(as_of, election, pair)) == expected
            assert ledger.count(as_of, election, pair) == len(expected)
        assert ledger.check() == ()


def test_pages_and_texts_are_parts_of_what_is_seen(read: Ledger) -> None:
    read.corrections.review(review(Decision.AMEND, replace(SAID, confidence=0.5)))
    every = read.entries()
    first = read.page(most=1)
    assert first is not None
    assert (first.entries, first.next) == (every[:1], every[0].statement.id)
    last = read.page(after=first.next, most=1)
    assert last is not None
    assert (last.entries, last.next) == (every[1:], None)
    assert read.page(after="s_none") is None
    for party in (*SAID.parties, *WAITS.parties, "NOBODY"):
        found = read.page(election=SAID.election, party=party)
        assert found is not None
        assert found.entries == tuple(
            e for e in every
            if party in e.statement.parties and e.statement.election == SAID.election
        )  # fmt: skip
    assert read.in_text(ARTICLE.content_id) == every[:1]
    assert read.in_text(OTHER.content_id) == every[1:]
    assert read.in_text("a_none") == ()
    assert read.retold() == tuple(
        e.statement for e in every if e.statement.background and e.statement.election
    )
    assert read.elections() == tuple(sorted({e.statement.election or "" for e in every} - {""}))
