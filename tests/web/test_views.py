"""What pages show, before any template: the days, the graph, the passages of an article."""

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tieup.alliances import Board, BoardEntry, Finding
from tieup.regions import Region
from tieup.report.naming import Names
from tieup.vocabulary import Status
from tieup.web.views.days import WIDTH, strip
from tieup.web.views.graph import MOST, graph
from tieup.web.views.passages import passages
from tieup.web.views.ring import ring

DAY = date(2026, 1, 15)


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6),
)
def test_passages_join_to_the_text_and_hold_their_statements(
    text: str, spans: list[tuple[int, int]]
) -> None:
    numbered = [(start, end, n) for n, (start, end) in enumerate(spans, start=1)]
    found = passages(text, numbered)
    assert "".join(p.text for p in found) == text
    at = 0
    for passage in found:
        here = {
            n for s, e, n in numbered if s <= at and at + len(passage.text) <= e and passage.text
        }
        assert set(passage.statements) == here
        assert set(passage.opens) <= set(passage.statements)
        at += len(passage.text)
    told = [n for s, e, n in numbered if s < min(e, len(text))]
    assert sorted(n for p in found for n in p.opens) == told


def test_a_crowded_strip_draws_days_together_and_loses_no_turn() -> None:
    turned = {date(2020, 1, 1) + timedelta(days=n): 1 + n % 3 for n in range(2000)}
    found = strip(turned, DAY, DAY)
    assert found is not None
    assert 100 < len(found.marks) < 210
    assert sum(mark.turned for mark in found.marks) == sum(turned.values())
    assert found.marks[0].label.startswith("1 January 2020 to ")


@given(
    st.dictionaries(st.dates(date(2020, 1, 1), date(2027, 1, 1)), st.integers(1, 9), max_size=9),
    st.dates(date(2020, 1, 1), date(2027, 1, 1)),
)
def test_the_strip_holds_every_turn_and_the_day(turned: dict[date, int], on: date) -> None:
    found = strip(turned, on, DAY)
    if not turned:
        assert found is None
        return
    assert found is not None
    assert [mark.day for mark in found.marks] == sorted(turned)
    xs = [mark.x for mark in found.marks]
    assert xs == sorted(xs)
    assert all(0 <= x <= WIDTH for x in (*xs, found.at))
    assert found.first + timedelta(days=found.length) == found.last
    assert found.back == max((d for d in turned if d < on), default=None)
    assert found.forth == min((d for d in turned if d > on), default=None)
    assert len(found.months) <= 14


def test_a_campaign_of_many_months_names_every_other_one_and_its_years() -> None:
    found = strip({date(2025, 1, 10): 1}, date(2026, 4, 22), date(2026, 4, 22))
    assert found is not None
    assert [label for _, label in found.months] == [
        "Mar 2025", "May", "Jul", "Sep", "Nov", "Jan 2026", "Mar",
    ]  # fmt: skip


def board_of(ties: dict[tuple[str, str], Status]) -> Board:
    entries = tuple(
        BoardEntry(parties=pair, finding=Finding(status=status, rule="", because=()), since=DAY)
        for pair, status in sorted(ties.items())
    )
    return Board(on=DAY, known=None, election="WB-2026", entries=entries, groups=())


def test_the_graph_draws_what_may_become_an_alliance(bengal: Region) -> None:
    ties = {
        ("INC", "LF"): Status.AGREED, ("ISF", "LF"): Status.TALKING,
        ("BJP", "TMC"): Status.REFUSED, ("AIMIM", "ISF"): Status.DISPUTED,
    }  # fmt: skip
    found = graph(board_of(ties), Names(bengal, DAY))
    assert {line.parties for line in found.lines} == {
        ("INC", "LF"),
        ("ISF", "LF"),
        ("AIMIM", "ISF"),
    }
    assert {dot.party for dot in found.dots} == {"INC", "LF", "ISF", "AIMIM"}
    assert found.left_out == 0
    order = [dot.party for dot in found.dots]
    beside = {frozenset((order[n - 1], party)) for n, party in enumerate(order)}
    assert {frozenset(line.parties) for line in found.lines} <= beside


def test_an_arrow_runs_from_who_courts(bengal: Region) -> None:
    finding = Finding(status=Status.COURTING, rule="", because=(), towards=("LF",))
    entry = BoardEntry(parties=("INC", "LF"), finding=finding, since=DAY)
    board = Board(on=DAY, known=None, election="WB-2026", entries=(entry,), groups=())
    line = graph(board, Names(bengal, DAY)).lines[0]
    assert (line.parties, line.arrow) == (("LF", "INC"), True)


def test_a_crowded_ring_leaves_out_those_with_fewest_ties(bengal: Region) -> None:
    parties = sorted(bengal.parties)[: MOST + 4]
    ties = {(parties[0], other): Status.TALKING for other in parties[1:]}
    found = graph(board_of(ties), Names(bengal, DAY))
    assert len(found.dots) == MOST
    assert found.left_out == 4
    assert parties[0] in {dot.party for dot in found.dots}
    width, height = found.size
    assert all(0 < dot.label_x < width and 0 < dot.label_y < height for dot in found.dots)


@given(st.integers(2, 8), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1))
def test_no_move_and_no_exchange_makes_a_ring_shorter(
    size: int, ties: list[tuple[int, int]]
) -> None:
    letters = "ABCDEFGH"[:size]
    pulls = {(letters[a], letters[b]): 1 + a for a, b in ties if a < b < size}
    found = ring(letters, pulls)
    assert sorted(found) == list(letters)

    def length(order: list[str]) -> int:
        apart = {pair: abs(order.index(pair[0]) - order.index(pair[1])) for pair in pulls}
        return sum(pulls[pair] * min(n, size - n) for pair, n in apart.items())

    for one, other in permutations(range(size), 2):
        moved, exchanged = found.copy(), found.copy()
        moved.insert(other, moved.pop(one))
        exchanged[one], exchanged[other] = found[other], found[one]
        assert length(found) <= min(length(moved), length(exchanged))


def test_an_empty_board_has_an_empty_graph(bengal: Region) -> None:
    found = graph(board_of({}), Names(bengal, DAY))
    assert (found.dots, found.lines) == ((), ())
