"""Slopes: normal equations of how much of the seats' distances from the mean came back."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tieup.seats.contest import Floats
from tieup.seats.errors.pull import Pull

#: Slopes are kept to so many digits: they aren't known better, and leaving one out often gives the
#: same again.
DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Squares:
    """Normal equations of the pull: distances against what came of them.

    Attributes:
        left: shape (3, 3), products of distances.
        right: shape (3,), of distances and what came of them.
        whole: of what came of them.
    """

    left: Floats
    right: Floats
    whole: float

    @classmethod
    def of(cls, distances: Floats, after: Floats, weight: float) -> "Squares":
        """Of one contender's candidates.

        Args:
            distances: shape (n, 3), as tieup.seats.errors.pull.distances gives them.
            after: shape (n,), root shares in the end.
            weight: what a candidate counts.
        """
        x, y = distances - distances.mean(axis=0), after - after.mean()
        return cls(left=weight * x.T @ x, right=weight * x.T @ y, whole=weight * float(y @ y))

    @classmethod
    def summed(cls, parts: Iterable["Squares"]) -> "Squares":
        """All in one; of nothing, zeros."""
        left, right, whole = np.zeros((3, 3)), np.zeros(3), 0.0
        for part in parts:
            left, right, whole = left + part.left, right + part.right, whole + part.whole
        return cls(left=left, right=right, whole=whole)

    def pull(self) -> Pull:
        """The slopes of least squares."""
        own, district, earlier = (round(slope, DIGITS) for slope in self._slopes().tolist())
        return Pull(own=own, district=district, earlier=earlier)

    def left_over(self) -> float:
        """The sum of squares that the best slopes leave."""
        slopes = self._slopes()
        return float(self.whole - 2 * slopes @ self.right + slopes @ self.left @ slopes)

    def _slopes(self) -> Floats:
        return np.asarray(np.linalg.lstsq(self.left, self.right, rcond=None)[0], dtype=np.float64)
