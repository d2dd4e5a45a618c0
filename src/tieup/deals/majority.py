"""The chance of a majority: the deal that reaches the mark in most of the draws.

One 0-1 variable a draw makes this a programme of ten thousand rows, whose plain relaxation is weak.
Here the deal is sought and bounded apart. Sought: linear programmes that weigh the draws by how
near they are to the mark, then the best few changes at a time (local branching). Bounded: a draw d
that has low[d] seats whoever stands reaches need[d] only if (seats - low) / (need - low) >= 1, so
that for any weights 0 <= w[d] <= 1 / (need - low)

    chance <= sum over d of 1 - w[d] (need[d] - low[d])  +  max over deals of w . (seats - low),

the Lagrangian bound, which subgradient steps make small. A cell whose choice costs more than is
left between bound and deal is closed, which raises low, narrows the draws in question, and sharpens
the bound. When few cells and draws are left, alike draws are bunched and HiGHS settles the rest.

Sources: Luedtke, Ahmed & Nemhauser 2010, An integer programming approach for linear programs with
probabilistic constraints, Mathematical Programming 122, 247-272 (one variable a scenario); Held,
Wolfe & Crowder 1974, Validation of subgradient optimization, Mathematical Programming 6, 62-88;
Fischetti & Lodi 2003, Local branching, Mathematical Programming 98, 23-47.
"""

from dataclasses import dataclass
from math import inf
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tieup.deals.programme import Further, Programme
from tieup.deals.prospects import Prospects
from tieup.deals.questions import Questions, pinned, questions
from tieup.seats.contest import Bools, Floats, Ints

#: Seats from the mark within which a draw counts, from coarse to fine, when a deal is sought.
_NEAR = (16.0, 8.0, 4.0, 2.0)
#: Seats that may change in one step, the most first.
_STEPS = (64, 16, 4, 2, 1)
#: Subgradient steps a round, and rounds of closing cells.
_SUBGRADIENTS, _ROUNDS = 120, 12
#: Steps without a smaller bound after which they are made half as long.
_STALE = 8
#: The solver takes over when a core has no more non-zeros than this.
_CORE = 400_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Likeliest:
    """The deal most likely to have a majority.

    Attributes:
        chosen: shape (seats,).
        chance: its chance.
        bound: what no deal's chance exceeds.
    """

    chosen: Ints
    chance: float
    bound: float


def likeliest(prospects: Prospects, programme: Programme, *, limit: float) -> Likeliest:
    """The deal that reaches the mark in most draws and, of those found, wins most seats."""
    end = monotonic() + limit
    search = _Search(prospects, programme)
    search.seek(end)
    bound = search.narrowed(end)
    draws = prospects.draws
    return Likeliest(chosen=search.chosen, chance=search.reached / draws, bound=bound / draws)


class _Search:
    """The best deal so far, and what is known of all others."""

    def __init__(self, prospects: Prospects, programme: Programme) -> None:
        """Begin with the deal of most seats."""
        self._wins = prospects.counted
        self._need = prospects.mark - prospects.elsewhere
        self._programme = pinned(programme)
        self._worth = prospects.counts.sum(axis=0) + prospects.bonus
        self._everywhere = np.arange(len(prospects.numbers))
        self.reached, self._seats = -1, -inf
        self.chosen = self._everywhere * 0
        self._take(self._worth)

    def seek(self, end: float) -> None:
        """Better the deal by weighing draws near the mark, then by few changes at a time."""
        for near in _NEAR:
            if monotonic() > end:
                return
            distance = (self._totals(self.chosen) - self._need) / near
            weights = np.exp(-(distance**2) / 2)
            self._take(np.tensordot(weights, self._wins, axes=1) + self._worth * 1e-9)
        size = 0
        while size < len(_STEPS) and monotonic() < end:
            size = size if self._step(_STEPS[size]) else size + 1

    def narrowed(self, end: float) -> int:
        """The number of draws that no deal reaches more of; cells are closed on the way."""
        bound = len(self._need)
        for _ in range(_ROUNDS):
            field = questions(self._wins, self._need, self._programme)
            bound = min(bound, field.sure + len(field.need))
            if bound <= self.reached or monotonic() > end:
                break
            dual, cost = self._lagrangian(field, end)
            bound = min(bound, field.sure + int(np.floor(dual + 1e-6)))
            closing = self._programme.open & (field.sure + dual - cost < self.reached + 1 - 1e-6)
            if bound <= self.reached or not closing.any():
                break
            self._programme = self._programme.closing(closing)
            if not self._programme.open.any(axis=1).all():
                bound = self.reached  # every deal with a cell of that seat is no better
                break
        if bound > self.reached:
            bound = min(bound, self._settled(end))
        return max(bound, self.reached)

    def _take(self, worth: Floats) -> bool:
        """Solve for these weights, and keep what is found if it is better."""
        found = self._programme.best(worth)
        return found is not None and found.chosen is not None and self._keep(found.chosen)

    def _keep(self, chosen: Ints) -> bool:
        reached = int((self._totals(chosen) >= self._need).sum())
        seats = float(self._worth[self._everywhere, chosen].sum())
        if (reached, seats) <= (self.reached, self._seats):
            return False
        self.reached, self._seats, self.chosen = reached, seats, chosen
        return True

    def _totals(self, chosen: Ints) -> Ints:
        """Shape (draws,): seats of a deal."""
        totals: Ints = self._wins[:, self._everywhere, chosen].sum(axis=1)
        return totals

    def _step(self, most: int) -> bool:
        """Change so many seats at most, by what single changes would bring at the mark."""
        totals, shape = self._totals(self.chosen), self._programme.shape
        mine = self._wins[:, self._everywhere, self.chosen][:, :, None]
        up, down = totals == self._need - 1, totals == self._need
        brings = (self._wins[up] & ~mine[up]).sum(axis=0) - (~self._wins[down] & mine[down]).sum(
            axis=0
        )
        moved = np.ones(shape)
        moved[self._everywhere, self.chosen] = 0
        cap = self._programme.keeping(moved, high=most)
        found = cap.best(brings + self._worth * 1e-9)
        return found is not None and found.chosen is not None and self._keep(found.chosen)

    def _lagrangian(self, field: Questions, end: float) -> tuple[float, Floats]:
        """The bound on the draws in question, and what each cell costs of it."""
        gap = (field.need - field.low).astype(np.float64)
        weights = 0.5 / gap
        best, cost, pace = inf, np.zeros(self._programme.shape), 1.0
        stale = 0
        for _ in range(_SUBGRADIENTS):
            worth = (weights.astype(np.float32) @ field.wins).astype(np.float64)
            worth = worth.reshape(self._programme.shape)
            chosen, most, price = self._dearest(worth)
            dual = (1 - weights * gap).sum() - weights @ field.low + most
            if dual < best - 1e-9:
                best, cost, stale = dual, price, 0
            else:
                stale += 1
                if stale == _STALE:
                    pace, stale = pace / 2, 0
            cells = self._everywhere * worth.shape[1] + chosen
            slope = field.wins[:, cells].sum(axis=1) - field.need
            missing = best - (self.reached - field.sure)
            if missing < 1 or monotonic() > end:
                break
            weights -= pace * missing / max(float(slope @ slope), 1.0) * slope
            weights = np.clip(weights, 0.0, 1 / gap)
        return float(best), cost

    def _dearest(self, worth: Floats) -> tuple[Ints, float, Floats]:
        """The choice worth most, a bound on its worth, and what each cell costs of that."""
        open_ = np.where(self._programme.open, worth, -inf)
        chosen: Ints = open_.argmax(axis=1)
        top = open_.max(axis=1, keepdims=True)
        if self._programme.meets(chosen):
            return chosen, float(top.sum()), np.where(self._programme.open, top - worth, 0.0)
        parted = self._programme.relaxed(worth)
        if parted is None:
            return self.chosen, -inf, np.zeros(worth.shape)
        return parted.parts.argmax(axis=1), parted.bound, parted.cost

    def _settled(self, end: float) -> int:
        """The solver's bound on what is left, where that is little enough to be solved."""
        field = questions(self._wins, self._need, self._programme)
        free = self._programme.open.sum(axis=1) > 1
        cells = np.flatnonzero((self._programme.open & free[:, None]).ravel())
        size = len(field.need) * len(cells)
        if size > _CORE or monotonic() > end:
            return len(self._need)
        keys = np.column_stack([field.need - self._fixed(field, free), field.wins[:, cells]])
        kept, times = np.unique(keys.astype(np.int16), axis=0, return_counts=True)
        rows, all_cells = len(kept), self._programme.open.size
        gap = kept[:, 0] - _lowest(kept[:, 1:], cells, self._programme.shape)
        wins = np.zeros((rows, all_cells + rows))
        wins[:, cells] = kept[:, 1:]
        wins[:, all_cells:] = -np.diag(gap.astype(np.float64))
        found = self._programme.best(
            np.zeros(self._programme.shape),
            further=Further(
                worth=times.astype(np.float64),
                low=np.zeros(rows),
                high=np.ones(rows),
                whole=np.ones(rows, dtype=np.bool_),
                rows=csr_array(wins),
                at_least=(kept[:, 0] - gap).astype(np.float64),
                at_most=np.full(rows, inf),
            ),
            limit=max(end - monotonic(), 0.5),
        )
        if found is None:
            return self.reached
        if found.chosen is not None:
            self._keep(found.chosen)
        return field.sure + int(np.floor(found.bound + 1e-6))

    def _fixed(self, field: Questions, free: Bools) -> Ints:
        """Shape (draws in question,): seats won where only one option is open."""
        options = self._programme.shape[1]
        settled = np.flatnonzero(~free)
        cells = settled * options + self._programme.open[settled].argmax(axis=1)
        fixed: Ints = field.wins[:, cells].sum(axis=1).astype(np.int64)
        return fixed


def _lowest(wins: NDArray[np.int16], cells: Ints, shape: tuple[int, int]) -> Ints:
    """Shape (draws,): seats won whoever stands, among these cells' seats."""
    seats = cells // shape[1]
    starts = np.flatnonzero(np.diff(seats, prepend=-1))
    lowest: Ints = np.minimum.reduceat(wins, starts, axis=1).sum(axis=1).astype(np.int64)
    return lowest
