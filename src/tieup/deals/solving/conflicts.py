"""Conflicts: the fewest demands that can't all be met.

Whatever has to be given up so that the rest can be met is a correction. A conflict shares a demand
with every correction, and the fewest demands that share one with each are a smallest conflict
(Reiter 1987). So the fewest that hit the corrections known are sought: if they can be met, the most
that can be met beside them leave another correction; if they can't, no smaller set could be.

A house has many seats that all numbers treat alike. "LF keeps 101, which it holds" and the same of
102 are then one as good as the other, and a correction stands for all that differ from it by such
seats alone: of demands alike, the earlier are taken first. Without this, 95 of 150 seats would be
told from every other 95.

Sources: Reiter 1987, A theory of diagnosis from first principles, Artificial Intelligence 32,
57-95; Ignatiev, Previti, Liffiton & Marques-Silva 2015, Smallest MUS extraction with minimal
hitting set dualization, CP 2015, 173-182.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf, isfinite

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tieup.deals.demands.demands import Row
from tieup.deals.solving.programme import Further, Programme
from tieup.seats.contest import Bools, Floats, Ints

#: Places of rows that are alike, in their order.
Alike = tuple[int, ...]
#: A correction need not be the smallest: one that gives up about as little will do.
_NEAR = 0.05


def conflict(shape: tuple[int, int], rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """A smallest conflict, rows that are alike together; nothing where all can be met.

    Args:
        shape: (seats, options).
        rows: what is asked, each by itself.
    """
    everything, groups = Programme.of(shape, rows), _groups(rows)
    corrections: list[list[int]] = []
    given_up = np.zeros(len(rows))
    while True:
        tried = _fewest(groups, corrections, len(rows))
        kept = Programme.of(shape, [rows[n] for n in tried])
        # What was given up before is kept if it can be: corrections that differ tell more.
        met = _met(everything, kept, rows, 1 + given_up)
        if met is None:
            told = (tuple(rows[n] for n in group if n in tried) for group in groups)
            return tuple(each for each in told if each)
        if met.all():
            return ()
        given_up += ~met
        missed = ((group, sum(not met[n] for n in group)) for group in groups)
        corrections.append([group[-count] for group, count in missed if count])


def _groups(rows: Sequence[Row]) -> tuple[Alike, ...]:
    """The rows, those together whose seats could change places and nobody would know.

    Each of these asks something of one seat, nothing else is asked of that seat by itself, and all
    that is asked of many seats asks the same of theirs.
    """
    seats = [_seats(row) for row in rows]
    wide = [row.weights for row, where in zip(rows, seats, strict=True) if len(where) != 1]
    alone = [int(where[0]) if len(where) == 1 else None for where in seats]
    found: dict[object, list[int]] = {}
    for place, (row, seat) in enumerate(zip(rows, alone, strict=True)):
        key: object = place
        if seat is not None and alone.count(seat) == 1:
            told = [row.weights[seat], *(weights[seat] for weights in wide)]
            key = (row.low, row.high, np.concatenate(told).tobytes())
        found.setdefault(key, []).append(place)
    return tuple(map(tuple, found.values()))


def _fewest(groups: Iterable[Alike], corrections: Sequence[list[int]], count: int) -> set[int]:
    """The fewest rows with one of every correction; of rows alike, the earlier first."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    conditions = np.zeros((len(corrections) + len(pairs), count))
    for number, correction in enumerate(corrections):
        conditions[number, correction] = 1
    for number, pair in enumerate(pairs, start=len(corrections)):
        conditions[number, pair] = 1, -1
    if not corrections:
        return set()
    low = np.arange(len(conditions)) < len(corrections)
    found = milp(
        np.ones(count),
        integrality=np.ones(count, dtype=np.int64),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(csr_array(conditions), low.astype(np.float64), inf),
    )
    return set(np.flatnonzero(np.asarray(found.x) > 0.5).tolist())  # noqa: PLR2004 - chosen or not


def _met(
    everything: Programme, kept: Programme, rows: Sequence[Row], worth: Floats
) -> Bools | None:
    """Which of all rows are met where those are that have to be, and worth most beside them.

    None where those that have to be can't be met.
    """
    cells = np.zeros(kept.shape)
    wide = []
    for place, row in enumerate(rows):
        seats = _seats(row)
        if len(seats) == 1:
            asked = row.weights[seats[0]]
            cells[seats[0]] += worth[place] * ((asked >= row.low) & (asked <= row.high))
        else:
            wide.append(place)
    further = _given_up([rows[place] for place in wide], worth[wide]) if wide else None
    found = kept.best(cells, further=further, gap=_NEAR)
    return None if found is None or found.chosen is None else everything.met(found.chosen)


def _given_up(rows: Sequence[Row], worth: Floats) -> Further:
    """A 0-1 variable a row: where it is 1, the row is given up, and no choice goes against it."""
    count, sides = len(rows), []
    for place, row in enumerate(rows):
        sums = row.weights.min(axis=1).sum(), row.weights.max(axis=1).sum()
        for sign, bound, most in ((1, row.low, sums[0]), (-1, -row.high, -sums[1])):
            if isfinite(bound):
                eased = np.zeros(count)
                eased[place] = max(bound - most, 0.0)
                sides.append((np.append(sign * row.weights.ravel(), eased), bound))
    return Further(
        worth=-worth,
        low=np.zeros(count),
        high=np.ones(count),
        whole=np.ones(count, dtype=np.bool_),
        rows=csr_array(np.array([weights for weights, _ in sides])),
        at_least=np.array([bound for _, bound in sides], dtype=np.float64),
        at_most=np.full(len(sides), inf),
    )


def _seats(row: Row) -> Ints:
    """The seats that a row asks about."""
    return np.flatnonzero(row.weights.any(axis=1))
