"""The envelope: in how many draws the mark could be reached at most, told by a straight line.

A deal reaches the mark in a draw or not: a step, over which no linear programme can reckon. Let a
seat be shared in parts, so that in a draw it is won by the parts p of those who would win it. Of
any t seats the others have to bring need - t, so that for every t < need

    reached <= sum of p over the other seats / (need - t)  (a cover inequality, Balas 1975),

and the least of these, with the t seats whose p is largest, is the least concave function that is
nowhere below the step. Summed over draws it is concave, so that its slope at any point is a line
that no deal exceeds.

Source: Balas 1975, Facets of the knapsack polytope, Mathematical Programming 8, 146-164.
"""

from dataclasses import dataclass

import numpy as np

from tieup.deals.solving.questions import Questions
from tieup.seats.contest import Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """No deal reaches the mark in more draws than `least` and the slopes of its cells add up to.

    Attributes:
        slope: shape (seats, options).
    """

    least: float
    slope: Floats

    def towards(self, other: "Line", part: float) -> "Line":
        """The line between the two, which no deal exceeds either."""
        return Line(
            least=self.least + part * (other.least - self.least),
            slope=self.slope + part * (other.slope - self.slope),
        )


def line(field: Questions, parts: Floats) -> Line:
    """The line that touches the envelope of the draws in question at a sharing in parts.

    Args:
        field: the draws.
        parts: shape (seats, options), which add up to 1 in each seat.
    """
    draws, seats = np.arange(len(field.need)), len(parts)
    wins = field.wins.reshape(len(draws), *parts.shape)
    won = np.einsum("dso,so->ds", wins, parts.astype(np.float32))
    ordered = -np.sort(-won, axis=1)
    others = ordered[:, ::-1].cumsum(axis=1)[:, ::-1]
    missing = field.need[:, None] - np.arange(seats)
    reached = np.where(missing > 0, others / np.maximum(missing, 1), np.inf)
    apart = reached.argmin(axis=1)
    # Seats as good as the best of the others count among these: the line stays one.
    beside = won > ordered[draws, apart][:, None]
    short = reached[draws, apart] < 1
    weight = np.where(short, 1 / np.maximum(field.need - beside.sum(axis=1), 1), 0)
    counted = np.where(beside, 0, weight[:, None]).astype(np.float32)
    slope = np.einsum("ds,dso->so", counted, wins).astype(np.float64)
    return Line(least=float((~short).sum()), slope=slope)
