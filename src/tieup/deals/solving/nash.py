"""Nash's bargain: the deal with the largest product of the partners' gains over standing alone.

The logarithm of a product is a sum of concave functions, each the lowest of its tangents. A
programme with some tangents rates no deal too low: its best value bounds the best deal's. First
the seats may be parted (Kelley's cutting planes). The plane that touches the logarithm at the
parted gains bounds every deal, prices every cell, and tells how far the gains of a deal as good as
one that is known can lie from the parted ones. A deal near these is bettered seat by seat. Cells
whose price is above what is left between it and the plane are in no better deal; what remains is
solved whole, with more tangents until the best deal found meets the bound (outer approximation).

Sources: Nash 1950, The bargaining problem, Econometrica 18, 155-162; Kelley 1960, The cutting-plane
method for solving convex programs, SIAM Journal 8, 703-712; Duran & Grossmann 1986, An
outer-approximation algorithm for a class of mixed-integer nonlinear programs, Mathematical
Programming 36, 307-339.
"""

from dataclasses import dataclass
from math import inf
from time import monotonic

import numpy as np
from scipy.special import lambertw

from tieup.deals.errors import DealError
from tieup.deals.prospects import Prospects
from tieup.deals.solving.logarithms import Logarithms
from tieup.deals.solving.programme import Programme, Relaxed
from tieup.deals.solving.steps import bettered
from tieup.seats.contest import Floats, Ints

#: A product is proven best when its logarithm is so near its bound.
TOLERANCE = 1e-5
#: Tangents with which parted seats begin, over a range so wide, and rounds of adding more.
_TANGENTS, _WIDE, _ROUNDS = 12, 1000, 60
#: The parted product is known well enough when it changes by less.
_SETTLED = 1e-6
#: Prices are as exact as the solver is: so much more is left open.
_ROOM = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bargain:
    """Nash's bargain.

    Attributes:
        chosen: shape (seats,), the deal.
        value: the geometric mean of its gains, in seats.
        bound: what no deal exceeds.
        proven: whether the product of the gains is within TOLERANCE of the bound's.
    """

    chosen: Ints
    value: float
    bound: float
    proven: bool


def nash(prospects: Prospects, programme: Programme, *, limit: float) -> Bargain:
    """The deal with the largest product of gains.

    Raises:
        DealError: where no deal leaves every partner better off than alone.
    """
    end = monotonic() + limit
    gains = _gains(prospects, programme)
    parted = _parted(programme, gains)
    plane = None if parted is None else _plane(programme, gains, parted)
    if parted is None or plane is None:
        raise DealError(_NOBODY.format(", ".join(prospects.partners)))
    chosen = bettered(programme, gains.counts, parted, gains.values)
    value, bound = gains.value(chosen), plane.bound
    logarithms = Logarithms.between(*plane.within(gains, value)).touching(gains.of(chosen))
    while bound - value > TOLERANCE and monotonic() < end:
        core = programme.closing(plane.cost > plane.bound - value + _ROOM)
        further = logarithms.further(gains.counts, gains.alone)
        found = core.best(gains.nothing, further=further, limit=end - monotonic())
        if found is None:
            bound = value
            break
        bound = max(min(bound, found.bound), value)
        if found.chosen is None:
            break
        chosen = max(chosen, found.chosen, key=gains.value)
        value = gains.value(chosen)
        logarithms = logarithms.touching(gains.of(found.chosen))
    if value == -inf:
        raise DealError(_NOBODY.format(", ".join(prospects.partners)))
    partners = len(prospects.partners)
    return Bargain(
        chosen=chosen,
        value=float(np.exp(value / partners)),
        bound=float(np.exp(max(bound, value) / partners)),
        proven=bound - value <= TOLERANCE,
    )


_NOBODY = "no deal leaves {} all better off than alone; ask for seats or a majority instead"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Gains:
    """What deals bring each partner beyond standing alone.

    Attributes:
        counts: shape (partners, seats, options), expected seats by cell.
        alone: shape (partners,), expected seats alone.
        most: shape (partners,), above any gain.
        least: the smallest gain there can be, one draw.
    """

    counts: Floats
    alone: Floats
    most: Floats
    least: float

    @property
    def nothing(self) -> Floats:
        """Shape (seats, options): what a cell is worth by itself."""
        return np.zeros(self.counts.shape[1:])

    def of(self, chosen: Ints) -> Floats:
        """Shape (partners,): gains over alone."""
        seats = np.arange(len(chosen))
        gains: Floats = self.counts[:, seats, chosen].sum(axis=1) - self.alone
        return gains

    def value(self, chosen: Ints) -> float:
        """The logarithm of a deal's product."""
        return float(self.values(self.of(chosen)[None] + self.alone)[0])

    def values(self, won: Floats) -> Floats:
        """Shape (n,): the logarithms of products, from shape (n, partners) seats won."""
        gains = won - self.alone
        some = np.all(gains > self.least / 2, axis=1)
        logs = np.log(np.where(some[:, None], gains, 1.0)).sum(axis=1)
        return np.where(some, logs, -inf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Plane:
    """The plane that touches the logarithm of the product: no deal exceeds it.

    Attributes:
        at: shape (partners,), the gains where it touches.
        bound: the most that it allows any deal.
        cost: shape (seats, options), by how much less, at least, it allows a deal with the cell.
    """

    at: Floats
    bound: float
    cost: Floats

    def within(self, gains: _Gains, value: float) -> tuple[Floats, Floats]:
        """Between which gains of each partner lie all deals worth as much, or more.

        The logarithm of a gain r times the plane's lies r - 1 - ln r below the plane, and no other
        partner's lies above it: that is bound - value at most. It is as much at two r, by Lambert's
        W the roots of -r exp(-r) = -exp(value - bound - 1).
        """
        low, high = np.full(len(self.at), gains.least / 2), gains.most + gains.least
        if value == -inf:
            return low, high
        end = -np.exp(min(value - self.bound, 0.0) - _ROOM - 1)
        lowest, highest = (float(-lambertw(end, branch).real) for branch in (0, -1))
        return np.maximum(low, self.at * lowest), np.minimum(high, self.at * highest)


def _gains(prospects: Prospects, programme: Programme) -> _Gains:
    """The gains, once it is known that each partner by itself can gain."""
    counts = prospects.counts / prospects.draws
    alone = prospects.alone_counts / prospects.draws
    least = 1 / prospects.draws
    most = np.zeros(len(alone))
    for number, partner in enumerate(prospects.partners):
        found = programme.relaxed(counts[number])
        most[number] = -inf if found is None else found.bound - alone[number]
        if most[number] < least / 2:
            message = f"no deal leaves {partner} better off than alone; ask for seats instead"
            raise DealError(message)
    return _Gains(counts=counts, alone=alone, most=most, least=least)


def _parted(programme: Programme, gains: _Gains) -> Relaxed | None:
    """The best product of parted seats; None where not all can gain at once, even so."""
    partners = len(gains.alone)
    starts = np.maximum(gains.least, gains.most / _WIDE)
    logarithms = Logarithms(
        low=np.full(partners, gains.least / 2),
        high=gains.most + gains.least,
        at=tuple(map(np.geomspace, starts, gains.most, [_TANGENTS] * partners)),
    )
    found, before = None, inf
    for _ in range(_ROUNDS):
        further = logarithms.further(gains.counts, gains.alone)
        found = programme.relaxed(gains.nothing, further=further)
        if found is None or before - found.bound < _SETTLED:
            break
        before = found.bound
        logarithms = logarithms.touching(found.further[:partners])
    return found


def _plane(programme: Programme, gains: _Gains, parted: Relaxed) -> _Plane | None:
    """The plane at the parted gains: ln u <= ln a - 1 + u / a for every partner, all added up."""
    at = parted.further[: len(gains.alone)]
    found = programme.relaxed(np.tensordot(1 / at, gains.counts, axes=1))
    if found is None:
        return None
    touched = float((np.log(at) - 1 - gains.alone / at).sum())
    return _Plane(at=at, bound=touched + found.bound, cost=found.cost)
