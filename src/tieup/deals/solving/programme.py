"""The programme: who stands where as a mixed-integer one, solved by HiGHS to proven optimality.

A cell is a seat and an option; a 0-1 variable chooses it, and each seat chooses one. Where quotas
are all that binds this is the transportation problem, whose relaxation is whole by itself.

Source: Huangfu & Hall 2018, Parallelizing the dual revised simplex method, Mathematical Programming
Computation 10, 119-142 (HiGHS), as scipy.optimize.milp and linprog.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, hstack, vstack

from tieup.deals.demands.demands import Row
from tieup.seats.contest import Bools, Floats, Ints

#: What HiGHS says of a programme.
_OPTIMAL, _LIMIT, _INFEASIBLE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Further:
    """Variables beside the cells, and conditions that join them to the cells.

    Attributes:
        worth: shape (n,), what a unit of each is worth.
        low, high: shape (n,), their bounds.
        whole: shape (n,), which of them are whole numbers.
        rows: shape (m, cells + n), conditions on all variables.
        at_least, at_most: shape (m,), the conditions' bounds.
    """

    worth: Floats
    low: Floats
    high: Floats
    whole: Bools
    rows: csr_array
    at_least: Floats
    at_most: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solution:
    """The best choice that was found.

    Attributes:
        chosen: shape (seats,), an option each; None where none was found in time.
        further: shape (n,), the further variables.
        value: what it is worth; -inf where nothing was found.
        bound: what no choice can exceed.
        proven: whether the solver proved that nothing is better.
    """

    chosen: Ints | None
    further: Floats
    value: float
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Relaxed:
    """The best of choices that may be parts of several options.

    Attributes:
        parts: shape (seats, options).
        further: shape (n,), the further variables.
        bound: its worth, which no whole choice exceeds.
        cost: shape (seats, options), by how much less, at least, is worth any choice of the cell.
    """

    parts: Floats
    further: Floats
    bound: float
    cost: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme:
    """The seats, the options, and what a choice must keep to.

    Attributes:
        open: shape (seats, options), the cells that may be chosen.
        matrix: shape (rows, cells), and its bounds low and high, shape (rows,).
    """

    open: Bools
    matrix: csr_array
    low: Floats
    high: Floats

    @classmethod
    def of(cls, shape: tuple[int, int], rows: Sequence[Row]) -> "Programme":
        """The programme with these rows; shape is (seats, options)."""
        cells = shape[0] * shape[1]
        stacked = np.stack([row.weights.ravel() for row in rows]) if rows else np.zeros((0, cells))
        return cls(
            open=np.ones(shape, dtype=np.bool_),
            matrix=csr_array(stacked),
            low=np.array([row.low for row in rows], dtype=np.float64),
            high=np.array([row.high for row in rows], dtype=np.float64),
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Seats and options."""
        return self.open.shape[0], self.open.shape[1]

    def closing(self, cells: Bools) -> "Programme":
        """The same without these cells, shape (seats, options)."""
        return replace(self, open=self.open & ~cells)

    def keeping(self, weights: Floats, low: float = -inf, high: float = inf) -> "Programme":
        """The same with one more row, weights of shape (seats, options)."""
        return replace(
            self,
            matrix=csr_array(vstack([self.matrix, csr_array(weights.reshape(1, -1))])),
            low=np.append(self.low, low),
            high=np.append(self.high, high),
        )

    def sums(self, chosen: Ints) -> Floats:
        """Shape (rows,): what a choice adds up to in every row."""
        cells = np.zeros(self.open.size)
        cells[np.arange(len(chosen)) * self.shape[1] + chosen] = 1
        sums: Floats = self.matrix @ cells
        return sums

    def met(self, chosen: Ints) -> Bools:
        """Shape (rows,): which rows a choice keeps to."""
        sums = self.sums(chosen)
        met: Bools = (sums >= self.low - 1e-9) & (sums <= self.high + 1e-9)
        return met

    def meets(self, chosen: Ints) -> bool:
        """Whether a choice keeps to every row, and takes open cells alone."""
        return bool(self.met(chosen).all() and self.open[np.arange(len(chosen)), chosen].all())

    def best(
        self,
        worth: Floats,
        *,
        further: Further | None = None,
        limit: float | None = None,
        gap: float = 0.0,
    ) -> Solution | None:
        """The choice worth most; None where the rows contradict each other.

        A choice that is best seat by seat is taken without the solver where it keeps to the rows.

        Args:
            worth: shape (seats, options).
            further: variables beside the cells.
            limit: seconds after which the best found so far will do.
            gap: what will do, too: a choice that is short of the best by this part of it.

        Raises:
            RuntimeError: where the solver gives up for another reason than time.
        """
        if further is None:
            greedy: Ints = np.where(self.open, worth, -inf).argmax(axis=1)
            if self.meets(greedy):
                value = self._value(worth, greedy)
                return Solution(
                    chosen=greedy, further=np.zeros(0), value=value, bound=value, proven=True
                )
        system = _System.of(self, worth, further)
        found = milp(
            system.costs,
            integrality=system.whole,
            bounds=Bounds(system.lowest, system.highest),
            constraints=LinearConstraint(system.matrix, system.low, system.high),
            options={"mip_rel_gap": gap, "time_limit": inf if limit is None else max(limit, 0.01)},
        )
        if found.status == _INFEASIBLE:
            return None
        # The solver calls it an error, too, where a sum is off by a millionth more than it allows.
        if found.status not in (_OPTIMAL, _LIMIT) and found.x is None:
            raise RuntimeError(found.message)
        bound = inf if found.mip_dual_bound is None else -float(found.mip_dual_bound)
        if found.x is None:
            nothing = np.zeros(0)
            return Solution(chosen=None, further=nothing, value=-inf, bound=bound, proven=False)
        parts, rest = system.split(found.x)
        chosen = parts.argmax(axis=1)
        if not self.meets(chosen):
            raise RuntimeError(found.message)
        value = self._value(worth, chosen)
        if further is not None:
            value += float(further.worth @ rest)
        proven = found.status == _OPTIMAL and not gap
        return Solution(
            chosen=chosen, further=rest, value=value, bound=max(bound, value), proven=proven
        )

    def relaxed(self, worth: Floats, *, further: Further | None = None) -> Relaxed | None:
        """The best in parts; None where the rows contradict each other even then.

        Raises:
            RuntimeError: where the solver gives up.
        """
        system = _System.of(self, worth, further)
        even = system.low == system.high
        above, below = ~even & np.isfinite(system.low), ~even & np.isfinite(system.high)
        found = linprog(  # type: ignore[call-overload] # the stubs know no sparse matrices
            system.costs,
            A_ub=csr_array(vstack([system.matrix[below], -system.matrix[above]])),
            b_ub=np.concatenate([system.high[below], -system.low[above]]),
            A_eq=system.matrix[even],
            b_eq=system.low[even],
            bounds=np.stack([system.lowest, system.highest], axis=1),
            method="highs",
        )
        if found.status == _INFEASIBLE:
            return None
        if found.status != _OPTIMAL:
            raise RuntimeError(found.message)
        parts, rest = system.split(found.x)
        cost, _ = system.split(found.lower.marginals)
        return Relaxed(parts=parts, further=rest, bound=-float(found.fun), cost=cost)

    def possible(self) -> bool:
        """Whether any choice keeps to the rows."""
        return self.best(np.zeros(self.shape)) is not None

    def _value(self, worth: Floats, chosen: Ints) -> float:
        return float(worth[np.arange(len(chosen)), chosen].sum())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _System:
    """A programme as the solver takes it: all variables, all rows, costs to make small."""

    shape: tuple[int, int]
    costs: Floats
    matrix: csr_array
    low: Floats
    high: Floats
    lowest: Floats
    highest: Floats
    whole: Ints

    @classmethod
    def of(cls, programme: Programme, worth: Floats, further: Further | None) -> "_System":
        """The cells first, then the further variables; "one option a seat" is the first rows."""
        seats, options = programme.shape
        cells = seats * options
        places = (np.repeat(np.arange(seats), options), np.arange(cells))
        once = csr_array((np.ones(cells), places), shape=(seats, cells))
        matrix = csr_array(vstack([once, programme.matrix]))
        low = np.concatenate([np.ones(seats), programme.low])
        high = np.concatenate([np.ones(seats), programme.high])
        costs, whole = -worth.ravel(), np.ones(cells, dtype=np.int64)
        # One a seat bounds an open cell already; a second bound would split its shadow price.
        lowest, highest = np.zeros(cells), np.where(programme.open.ravel(), inf, 0.0)
        if further is not None:
            count = len(further.worth)
            beside = csr_array((matrix.shape[0], count))
            matrix = csr_array(vstack([hstack([matrix, beside]), further.rows]))
            low = np.concatenate([low, further.at_least])
            high = np.concatenate([high, further.at_most])
            costs = np.concatenate([costs, -further.worth])
            lowest = np.concatenate([lowest, further.low])
            highest = np.concatenate([highest, further.high])
            whole = np.concatenate([whole, further.whole.astype(np.int64)])
        return cls(
            shape=programme.shape,
            costs=costs,
            matrix=matrix,
            low=low,
            high=high,
            lowest=lowest,
            highest=highest,
            whole=whole,
        )

    def split(self, values: Floats) -> tuple[Floats, Floats]:
        """Cells, shape (seats, options), and further variables."""
        cells = self.shape[0] * self.shape[1]
        return values[:cells].reshape(self.shape), values[cells:]
