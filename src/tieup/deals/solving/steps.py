"""Steps: a deal bettered by changing one, two or three seats at a time."""

from collections.abc import Callable
from itertools import combinations

import numpy as np

from tieup.deals.solving.programme import Programme, Relaxed
from tieup.seats.contest import Bools, Floats, Ints

#: Changes that are tried by themselves, in pairs and in threes: those of the lowest price.
_TRIED = (400, 120, 40)
#: How often, at most, a deal is bettered.
_ROUNDS = 60


def bettered(
    programme: Programme,
    counts: Floats,
    parted: Relaxed,
    values: Callable[[Floats], Floats],
) -> Ints:
    """A deal near the parted one that no small change betters, and that keeps to the rows.

    Args:
        programme: what it keeps to.
        counts: shape (partners, seats, options), what a cell brings each partner.
        parted: the best of parted seats.
        values: of deals by what they bring, shape (n, partners) to (n,).
    """
    near = programme.best(parted.parts)
    chosen = parted.parts.argmax(axis=1) if near is None or near.chosen is None else near.chosen
    seats = np.arange(len(chosen))
    best = values(counts[:, seats, chosen].sum(axis=1)[None])[0]
    for _ in range(_ROUNDS):
        tried = _changes(programme, parted, chosen)
        brought = counts[:, tried[:, 0], tried[:, 1]] - counts[:, tried[:, 0], chosen[tried[:, 0]]]
        step = None
        for size in range(1, len(_TRIED) + 1):
            sets = _sets(min(_TRIED[size - 1], len(tried)), size)
            sets = sets[_apart(tried[:, 0], sets)]
            sets = sets[_kept(programme, tried, chosen, sets)]
            if not len(sets):
                continue
            now = counts[:, seats, chosen].sum(axis=1)
            found = values(now + brought[:, sets].sum(axis=2).T)
            if found.max() > best + 1e-12:
                best, step = found.max(), sets[found.argmax()]
                break
        if step is None:
            break
        chosen = chosen.copy()
        chosen[tried[step, 0]] = tried[step, 1]
    return chosen


def _changes(programme: Programme, parted: Relaxed, chosen: Ints) -> Ints:
    """Shape (n, 2): seats and their other options, the lowest price first."""
    other = programme.open.copy()
    other[np.arange(len(chosen)), chosen] = False
    cells = np.argwhere(other)
    order = np.argsort(parted.cost[other], kind="stable")
    return np.asarray(cells[order[: _TRIED[0]]], dtype=np.int64)


def _sets(count: int, size: int) -> Ints:
    """Shape (n, size): every set of so many of the first changes."""
    if size == 1:
        return np.arange(count)[:, None]
    return np.array([*combinations(range(count), size)], dtype=np.int64).reshape(-1, size)


def _apart(places: Ints, sets: Ints) -> Bools:
    """Shape (n,): whether the changes of a set are in seats of their own."""
    apart: Bools = np.all(np.diff(np.sort(places[sets], axis=1), axis=1) > 0, axis=1)
    return apart


def _kept(programme: Programme, tried: Ints, chosen: Ints, sets: Ints) -> Ints:
    """Which sets keep to the rows."""
    if not programme.matrix.shape[0] or not len(sets):
        return np.arange(len(sets))
    columns = programme.matrix.tocsc()
    options = programme.shape[1]
    new = columns[:, tried[:, 0] * options + tried[:, 1]].toarray()
    old = columns[:, tried[:, 0] * options + chosen[tried[:, 0]]].toarray()
    moved = new - old
    touched = np.abs(moved).sum(axis=1) > 0
    sums = programme.sums(chosen)[touched]
    after = sums[:, None] + moved[touched][:, sets].sum(axis=2)
    low, high = programme.low[touched, None] - 1e-9, programme.high[touched, None] + 1e-9
    return np.flatnonzero(((after >= low) & (after <= high)).all(axis=0))
