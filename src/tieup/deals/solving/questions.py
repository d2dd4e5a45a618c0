"""Questions: the draws whose majority hangs on who stands where."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tieup.deals.solving.programme import Programme
from tieup.seats.contest import Bools, Floats, Ints

#: Rows that are priced together when a draw's most seats are bounded.
_PRICED = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Questions:
    """Draws whose majority hangs on the deal, as far as open cells and rows tell.

    Attributes:
        sure: how many other draws reach the mark in any case.
        wins: shape (draws in question, cells).
        need, low: shape (draws in question,), seats needed, and won whoever stands.
    """

    sure: int
    wins: NDArray[np.float32]
    need: Ints
    low: Ints


def questions(wins: Bools, need: Ints, programme: Programme) -> Questions:
    """The draws in question.

    Args:
        wins: shape (draws, seats, options), whether the bloc wins.
        need: shape (draws,), seats that it needs.
        programme: the cells that are open, and the rows.
    """
    low = (wins | ~programme.open).all(axis=2).sum(axis=1)
    hangs = np.flatnonzero(low < need)
    hangs = hangs[_highest(wins[hangs], programme) >= need[hangs]]
    return Questions(
        sure=int((low >= need).sum()),
        wins=wins[hangs].reshape(len(hangs), wins[0].size).astype(np.float32),
        need=need[hangs],
        low=low[hangs],
    )


def pinned(programme: Programme) -> Programme:
    """The programme with the cells closed that a row by itself closes."""
    closed = np.zeros(programme.open.size, dtype=np.bool_)
    options = programme.shape[1]
    for number, (low, high) in enumerate(zip(programme.low, programme.high, strict=True)):
        row = programme.matrix[[number]]
        cells = row.indices
        if high == 0 and (row.data > 0).all():
            closed[cells] = True
        if low == 1 and len(cells) and (row.data == 1).all() and np.ptp(cells // options) == 0:
            seat = int(cells[0]) // options
            others = np.setdiff1d(np.arange(seat * options, (seat + 1) * options), cells)
            closed[others] = True
    return programme.closing(closed.reshape(programme.shape))


def _highest(wins: Bools, programme: Programme) -> Ints:
    """Shape (draws,): seats that no deal exceeds in a draw.

    By open cells, and by a price of one seat on keeping any few of the rows: for prices p >= 0 no
    deal x that keeps to A x <= b wins more than  max over x of (wins - p A) x  +  p b.
    """
    highest: Ints = (wins & programme.open).any(axis=2).sum(axis=1)
    rows, bounds = _priced(programme)
    closed = np.where(programme.open, 0.0, -np.inf)
    for size in range(1, len(rows) + 1):
        for chosen in combinations(range(len(rows)), size):
            charge = closed - rows[list(chosen)].sum(axis=0)
            if not np.isfinite(charge.max(axis=1)).all():
                continue
            # A draw wins a seat or not: the larger of the dearest winner and the dearest of all.
            any_ = charge.max(axis=1)
            dear = [np.where(wins[:, :, o], cost + 1, -np.inf) for o, cost in enumerate(charge.T)]
            best = np.maximum(np.maximum.reduce(dear), any_).sum(axis=1)
            most = np.floor(best + bounds[list(chosen)].sum() + 1e-6).astype(np.int64)
            highest = np.minimum(highest, most)
    return highest


def _priced(programme: Programme) -> tuple[Floats, Floats]:
    """Rows about several seats, in steps of one, as A x <= b: A by row, seat and option, and b."""
    rows, bounds = [], []
    for number, (low, high) in enumerate(zip(programme.low, programme.high, strict=True)):
        row = programme.matrix[[number]].toarray().reshape(programme.shape)
        several = np.count_nonzero(row.any(axis=1)) > 1
        if several and np.isin(row, (0, 1)).all() and high > 0:
            for sign, bound in ((1, high), (-1, low)):
                if np.isfinite(bound):
                    rows.append(sign * row)
                    bounds.append(sign * bound)
    order = np.argsort([-np.count_nonzero(row) for row in rows], kind="stable")[:_PRICED]
    kept = np.array([rows[n] for n in order]).reshape(-1, *programme.shape)
    return kept, np.array([bounds[n] for n in order], dtype=np.float64)
