"""The chance of a majority: the deal that reaches the mark in most of the draws.

One 0-1 variable a draw makes this a programme of ten thousand rows, whose plain relaxation is weak.
Here the deal is sought and bounded apart. Sought: linear programmes that weigh the draws by how
near they are to the mark, then the best few changes at a time (local branching), then the best one
at a time, for better or worse, that does not undo a late one (tabu search). Bounded: by lines that
no deal exceeds (envelope.py), each drawn where the mean of those before is highest. A cell
whose choice costs more than is left between bound and deal is closed, which narrows the draws in
question and sharpens the bound. When few cells and draws are left, alike draws are bunched and
HiGHS settles the rest.

Sources: Luedtke, Ahmed & Nemhauser 2010, An integer programming approach for linear programs with
probabilistic constraints, Mathematical Programming 122, 247-272 (one variable a scenario); Frank &
Wolfe 1956, An algorithm for quadratic programming, Naval Research Logistics Quarterly 3, 95-110
(steps towards the best vertex); Fischetti & Lodi 2003, Local branching, Mathematical Programming
98, 23-47; Glover 1989, Tabu search, part I, ORSA Journal on Computing 1, 190-206.
"""

from dataclasses import dataclass
from math import inf
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from tieup.deals.prospects import Prospects
from tieup.deals.solving.envelope import line
from tieup.deals.solving.programme import Further, Programme
from tieup.deals.solving.questions import Questions, pinned, questions
from tieup.seats.contest import Bools, Floats, Ints

#: Seats from the mark within which a draw counts, from coarse to fine, when a deal is sought.
_NEAR = (16.0, 8.0, 4.0, 2.0)
#: Seats that may change in one step, the most first.
_STEPS = (64, 16, 4, 2, 1)
#: Single changes that are made for better or worse, and for how many a seat then stays as it is.
_WANDERED, _BARRED = 1000, 15
#: Lines a round, and rounds of closing cells.
_LINES, _ROUNDS = 40, 12
#: Part of a sharing in parts that is not the best deal's, where lines begin.
_SPREAD = 0.3
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
        """Better the deal by weighing draws near the mark, then by few changes, then by one."""
        for near in _NEAR:
            if monotonic() > end:
                return
            distance = (self._totals(self.chosen) - self._need) / near
            weights = np.exp(-(distance**2) / 2)
            self._take(np.tensordot(weights, self._wins, axes=1) + self._worth * 1e-9)
        size = 0
        while size < len(_STEPS) and monotonic() < end:
            size = size if self._step(_STEPS[size]) else size + 1
        self._wander(end)

    def narrowed(self, end: float) -> int:
        """The number of draws that no deal reaches more of; cells are closed on the way."""
        bound = len(self._need)
        for _ in range(_ROUNDS):
            field = questions(self._wins, self._need, self._programme)
            bound = min(bound, field.sure + len(field.need))
            if bound <= self.reached or monotonic() > end:
                break
            dual, cost = self._drawn_in(field, end)
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
        shape = self._programme.shape
        moved = np.ones(shape)
        moved[self._everywhere, self.chosen] = 0
        cap = self._programme.keeping(moved, high=most)
        found = cap.best(self._brings(self.chosen, self._totals(self.chosen)))
        return found is not None and found.chosen is not None and self._keep(found.chosen)

    def _brings(self, chosen: Ints, totals: Ints) -> Floats:
        """Shape (seats, options): draws that a single change brings; of equals, seats."""
        up, down = (np.flatnonzero(totals == self._need - n) for n in (1, 0))
        gained, lost = self._wins[up], self._wins[down]
        brings: Floats = self._worth * 1e-9
        brings += (gained & ~gained[:, self._everywhere, chosen][:, :, None]).sum(axis=0)
        brings -= (~lost & lost[:, self._everywhere, chosen][:, :, None]).sum(axis=0)
        return brings

    def _wander(self, end: float) -> None:
        """Change one seat at a time to the best that is left; keep the best deal on the way."""
        chosen, programme = self.chosen.copy(), self._programme
        totals, sums = self._totals(chosen), programme.sums(chosen)
        rows = programme.matrix.toarray().reshape(len(sums), *programme.shape)
        since = np.full(len(chosen), -_BARRED)
        for step in range(_WANDERED):
            moved = rows - rows[:, self._everywhere, chosen][:, :, None] + sums[:, None, None]
            low, high = programme.low[:, None, None], programme.high[:, None, None]
            left = programme.open & ((moved > low - 1e-9) & (moved < high + 1e-9)).all(axis=0)
            left &= (since <= step - _BARRED)[:, None]
            left[self._everywhere, chosen] = False
            if not left.any() or monotonic() > end:
                return
            best = np.where(left, self._brings(chosen, totals), -inf).argmax()
            seat, option = divmod(int(best), programme.shape[1])
            totals = totals + self._wins[:, seat, option] - self._wins[:, seat, chosen[seat]]
            sums, since[seat] = moved[:, seat, option], step
            chosen[seat] = option
            if (totals >= self._need).sum() >= self.reached:
                self._keep(chosen.copy())

    def _drawn_in(self, field: Questions, end: float) -> tuple[float, Floats]:
        """The bound on the draws in question, and what each cell costs of it."""
        open_ = self._programme.open
        parts = _SPREAD * open_ / open_.sum(axis=1, keepdims=True)
        parts[self._everywhere, self.chosen] += 1 - _SPREAD
        mean = line(field, parts)
        best, cost = inf, np.zeros(parts.shape)
        for step in range(_LINES):
            chosen, most, price = self._dearest(mean.slope)
            if mean.least + most < best:
                best, cost = mean.least + most, price
            if best < self.reached - field.sure + 1 or monotonic() > end:
                break
            pace = 2 / (step + 3)
            parts *= 1 - pace
            parts[self._everywhere, chosen] += pace
            mean = mean.towards(line(field, parts), pace)
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
