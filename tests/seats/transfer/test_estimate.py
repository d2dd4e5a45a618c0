"""Estimates: margins, order, sameness, bad figures, and truth found where it is known."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tieup.seats.transfer import TransferError, estimate

Floats = NDArray[np.float64]


def made(seed: int, rows: int = 3, cols: int = 3, units: int = 40) -> tuple[Floats, Floats, Floats]:
    """Units' totals of two votes, and the true table."""
    random = np.random.Generator(np.random.PCG64(seed))
    shares = random.dirichlet(np.full(cols, 0.5), rows)
    mixture = random.dirichlet(np.ones(rows), units)
    first = np.array([random.multinomial(random.integers(50, 900), each) for each in mixture])
    cells = np.array(
        [[random.multinomial(n, p) for n, p in zip(unit, shares, strict=True)] for unit in first]
    )
    return first.astype(float), cells.sum(axis=1).astype(float), cells.sum(axis=0).astype(float)


@st.composite
def votes(draw: st.DrawFn) -> tuple[Floats, Floats]:
    """Any two votes with equal totals, empty units and options among them."""
    rows, cols = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    random = np.random.Generator(np.random.PCG64(draw(st.integers(0, 2**32))))
    units = draw(st.integers(max(rows, cols) + 6, 25))
    size = draw(st.sampled_from([2, 30, 1_000, 200_000]))
    sharp = draw(st.sampled_from([0.05, 1.0, 20.0]))
    totals = random.integers(0, size + 1, units)
    totals[: max(rows, cols)] = size
    first = [random.multinomial(n, random.dirichlet(np.full(rows, sharp))) for n in totals]
    second = [random.multinomial(n, random.dirichlet(np.full(cols, sharp))) for n in totals]
    return np.array(first, dtype=float), np.array(second, dtype=float)


@settings(max_examples=40)
@given(votes())
def test_margins_are_met_and_nothing_is_nan(both: tuple[Floats, Floats]) -> None:
    first, second = both
    found = estimate(first, second)
    for array in (found.table, found.lower, found.upper):
        assert np.isfinite(array).all()
    total = first.sum()
    assert found.table.sum(axis=1) == pytest.approx(first.sum(axis=0), abs=1e-6 * total)
    assert found.table.sum(axis=0) == pytest.approx(second.sum(axis=0), abs=1e-3 * total)
    assert (found.lower >= 0).all()
    assert (found.lower <= found.table + 1e-6 * total).all()
    assert (found.table <= found.upper + 1e-6 * total).all()


def _distinct(counts: Floats) -> bool:
    """Options that differ in total: of twins nobody can say which is which."""
    totals = counts.sum(axis=0)
    return len(np.unique(totals)) == len(totals)


@settings(max_examples=15)
@given(votes(), st.integers(0, 2**32))
def test_another_order_gives_the_same_answer(both: tuple[Floats, Floats], seed: int) -> None:
    first, second = both
    random = np.random.Generator(np.random.PCG64(seed))
    units, rows, cols = (
        random.permutation(n) for n in (len(first), first.shape[1], second.shape[1])
    )
    assume(_distinct(first) and _distinct(second))
    here = estimate(first, second)
    there = estimate(first[units][:, rows], second[units][:, cols])
    assert there.table == pytest.approx(here.table[np.ix_(rows, cols)], abs=1e-6 * first.sum())
    assert there.upper == pytest.approx(here.upper[np.ix_(rows, cols)], abs=1e-6 * first.sum())


def test_equal_and_polarised_votes_stay_where_they_are() -> None:
    first = np.kron(np.eye(3), np.full((8, 1), 500.0))
    assert estimate(first, first).table == pytest.approx(np.diag([4000.0] * 3), abs=1)


@pytest.mark.parametrize("seed", range(4))
def test_the_truth_is_found_where_the_model_holds(seed: int) -> None:
    first, second, truth = made(seed)
    found = estimate(first, second)
    wrong = 50 * np.abs(found.table - truth).sum() / truth.sum()
    alike = (
        50 * np.abs(np.outer(truth.sum(1), truth.sum(0)) / truth.sum() - truth).sum() / truth.sum()
    )
    assert wrong < 6
    assert wrong < alike / 2
    assert ((truth >= found.lower) & (truth <= found.upper)).mean() > 0.7


def test_the_same_seed_gives_the_same_answer() -> None:
    first, second, _ = made(9)
    assert np.array_equal(estimate(first, second).table, estimate(first, second).table)


def test_one_option_on_a_side_leaves_nothing_to_estimate() -> None:
    found = estimate([[10], [20]], [[4, 6], [5, 15]])
    assert found.table.tolist() == [[9, 21]]
    assert found.lower.tolist() == found.upper.tolist() == [[9, 21]]


def test_an_option_that_nobody_chose_gives_and_gets_nothing() -> None:
    first, second, _ = made(3)
    wider = np.insert(first, 1, 0, axis=1)
    found = estimate(wider, second).table
    assert not found[1].any()
    assert found[[0, 2, 3]] == pytest.approx(estimate(first, second).table)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ([[1, -1]], [[0, 0]], "negative"),
        ([[float("nan"), 1]], [[1, 0]], "no number"),
        ([[1, 2]], [[1, 1]], "scale them"),
        ([[1, 2]], [[1, 2], [1, 1]], "2"),
        ([[0, 0]], [[0, 0]], "no unit has a vote"),
        ([[1, 2]], [[2, 1]], "merge options"),
        ([1, 2], [1, 2], "shape"),
        ([["a"]], [[1]], "no table of numbers"),
    ],
)
def test_bad_figures_are_told(first: object, second: object, said: str) -> None:
    with pytest.raises(TransferError, match=said):
        estimate(first, second)  # type: ignore[arg-type]
