"""Two votes unit by unit, checked and brought into an order of their own."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

#: Totals of one unit may differ by this part of them: rounding, and no more.
_SAME = 1e-6
_DIMENSIONS = 2


class TransferError(ValueError):
    """Two votes between which no transfer can be estimated; its message says why."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tables:
    """Units that voted, options with votes, in an order that doesn't depend on the caller's.

    The answer must not change when units or options are listed otherwise, though draws are made one
    after another: so everything is sorted by its own figures first.

    Attributes:
        first: shape (units, J) and second: shape (units, K), with equal totals by unit.
        rows: shape (J,), where each option of `first` stood; cols: shape (K,), as much.
    """

    first: Floats
    second: Floats
    rows: Ints
    cols: Ints


def tables(first: ArrayLike, second: ArrayLike) -> Tables:
    """Check both votes; drop units without votes and options that nobody chose.

    Raises:
        TransferError: for figures that are no counts, unequal totals, or fewer units than options.
    """
    one, other = _counts(first, "first"), _counts(second, "second")
    if len(one) != len(other):
        message = f"the first vote has {len(one)} units, the second {len(other)}"
        raise TransferError(message)
    totals = one.sum(axis=1)
    apart = np.abs(totals - other.sum(axis=1))
    if np.any(apart > _SAME * np.maximum(totals, 1)):
        unit = int(np.argmax(apart))
        message = (
            f"unit {unit} has {totals[unit]:g} votes in the first and "
            f"{other[unit].sum():g} in the second; scale them to one total"
        )
        raise TransferError(message)
    if not totals.any():
        message = "no unit has a vote"
        raise TransferError(message)
    one, other = one[totals > 0], other[totals > 0]
    company = (one**2).sum(axis=1) + 3 * (other**2).sum(axis=1)
    rows, cols = _order(one, company), _order(other, company)
    options = max(len(rows), len(cols))
    if min(len(rows), len(cols)) > 1 and len(one) < options:
        message = f"{len(one)} units with votes tell nothing of {options} options; merge options"
        raise TransferError(message)
    one, other = one[:, rows], other[:, cols]
    units = np.lexsort(np.hstack([one, other]).T[::-1])
    return Tables(
        first=np.ascontiguousarray(one[units]),
        second=np.ascontiguousarray(other[units]),
        rows=rows,
        cols=cols,
    )


def _counts(given: ArrayLike, which: str) -> Floats:
    try:
        counts = np.array(given, dtype=np.float64)
    except (TypeError, ValueError) as error:
        message = f"the {which} vote is no table of numbers"
        raise TransferError(message) from error
    if counts.ndim != _DIMENSIONS or not counts.size:
        message = f"the {which} vote must have units and options, not the shape {counts.shape}"
        raise TransferError(message)
    if not np.isfinite(counts).all():
        message = f"the {which} vote has a figure that is no number"
        raise TransferError(message)
    if (counts < 0).any():
        message = f"the {which} vote has a negative figure"
        raise TransferError(message)
    return counts


def _order(counts: Floats, company: Floats) -> Ints:
    """Options with votes, the largest first.

    Of equals, by the units that their votes come from, told by a figure of each unit that doesn't
    depend on the order of options (`company`, shape (units,)). Sums are taken over sorted figures,
    so that they don't depend on the order of units. Options that are alike in this, too, keep the
    caller's order.
    """
    totals = np.sort(counts, axis=0).sum(axis=0)
    places = np.sort(counts * np.sort(counts, axis=1).sum(axis=1)[:, None], axis=0).sum(axis=0)
    friends = np.sort(counts * company[:, None], axis=0).sum(axis=0)
    # Rounded: of figures that differ by the last digit alone neither is larger.
    keys = [np.array([float(f"{-x:.9e}") for x in each]) for each in (friends, places, totals)]
    order: Ints = np.lexsort(keys)
    voted: Ints = order[totals[order] > 0]
    return voted
