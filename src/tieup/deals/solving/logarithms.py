"""Logarithms: a sum of logarithms as a linear programme has it, each the lowest of its tangents.

A tangent of a concave function is nowhere below it: no sum is rated too low, and with tangents a
part of q apart none too high by more than (ln q)^2 / 8 each.
"""

from dataclasses import dataclass, replace
from math import ceil, inf, log

import numpy as np
from scipy.sparse import csr_array, hstack, vstack

from tieup.deals.solving.programme import Further
from tieup.seats.contest import Floats

#: How far tangents stand apart, as a ratio, and how many there are at most: a programme of few,
#: with more where its deals lie, is solved sooner than one of many.
_APART, _MOST = 1.05, 14


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Logarithms:
    """Logarithms of gains.

    Attributes:
        low, high: shape (partners,), between which gains they are told; above 0.
        at: by partner, the gains at which tangents stand.
    """

    low: Floats
    high: Floats
    at: tuple[Floats, ...]

    @classmethod
    def between(cls, low: Floats, high: Floats) -> "Logarithms":
        """Tangents close to each other from the low gains to the high."""
        at = []
        for least, most in zip(low.tolist(), high.tolist(), strict=True):
            count = ceil(log(most / least) / log(_APART)) + 1
            at.append(np.geomspace(least, most, min(count, _MOST)))
        return cls(low=low, high=high, at=tuple(at))

    def touching(self, gains: Floats) -> "Logarithms":
        """The same with a tangent at these gains, as far as they lie between the bounds."""
        points = np.clip(gains, self.low, self.high)
        at = (np.append(mine, point) for mine, point in zip(self.at, points, strict=True))
        return replace(self, at=tuple(at))

    def further(self, counts: Floats, alone: Floats) -> Further:
        """A gain u and its logarithm t a partner: t <= ln a - 1 + u / a for every tangent's a.

        Args:
            counts: shape (partners, seats, options), what a cell brings each partner.
            alone: shape (partners,), what is no gain of that.
        """
        partners, cells = len(alone), counts[0].size
        sums = np.hstack([-counts.reshape(partners, -1), np.eye(partners)])
        blocks = [hstack([csr_array(sums), csr_array((partners, partners))])]
        most = [-alone]
        for partner, at in enumerate(self.at):
            cuts = np.zeros((len(at), 2 * partners))
            # The larger coefficient of each is 1.
            larger = np.maximum(1.0, 1 / at)
            cuts[:, partner] = -1 / at / larger
            cuts[:, partners + partner] = 1 / larger
            blocks.append(hstack([csr_array((len(at), cells)), csr_array(cuts)]))
            most.append((np.log(at) - 1) / larger)
        at_most = np.concatenate(most)
        at_least = np.full(len(at_most), -inf)
        at_least[:partners] = -alone
        return Further(
            worth=np.repeat((0.0, 1.0), partners),
            low=np.concatenate([self.low, np.log(self.low)]),
            high=np.concatenate([self.high, np.log(self.high)]),
            whole=np.zeros(2 * partners, dtype=np.bool_),
            rows=csr_array(vstack(blocks)),
            at_least=at_least,
            at_most=at_most,
        )
