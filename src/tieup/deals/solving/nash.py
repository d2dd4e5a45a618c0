"""Nash's bargain: the deal with the largest product of the partners' gains over standing alone.

The logarithm of a product is a sum of concave functions, each the lowest of its tangents. A
programme with some tangents rates no deal too low: its best value bounds the best deal's. First
the seats may be parted (Kelley's cutting planes), which bounds the product and prices every cell;
then a deal near the parted one is bettered seat by seat. Cells whose price is above what is left
between the two are in no better deal; what remains is solved whole, with more tangents until the
best deal found meets the bound (outer approximation).

Sources: Nash 1950, The bargaining problem, Econometrica 18, 155-162; Kelley 1960, The cutting-plane
method for solving convex programs, SIAM Journal 8, 703-712; Duran & Grossmann 1986, An
outer-approximation algorithm for a class of mixed-integer nonlinear programs, Mathematical
Programming 36, 307-339.
"""

from dataclasses import dataclass, field
from math import inf
from time import monotonic

import numpy as np
from scipy.sparse import csr_array, hstack, vstack

from tieup.deals.errors import DealError
from tieup.deals.prospects import Prospects
from tieup.deals.solving.programme import Further, Programme, Relaxed
from tieup.deals.solving.steps import bettered
from tieup.seats.contest import Floats, Ints

#: A product is proven best when its logarithm is so near its bound.
TOLERANCE = 1e-5
#: Tangents of each logarithm to begin with, and rounds of adding more.
_TANGENTS, _ROUNDS = 12, 60
#: The parted product is known well enough when it changes by less.
_SETTLED = 1e-9


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
    if parted is None:
        raise DealError(_NOBODY.format(", ".join(prospects.partners)))
    chosen = bettered(programme, gains.counts, parted, gains.values)
    value, bound = gains.value(chosen), parted.bound
    while bound - value > TOLERANCE and monotonic() < end:
        # A little room, for prices are as exact as the solver is.
        core = programme.closing(parted.cost > bound - value + TOLERANCE / 10)
        found = core.best(gains.nothing, further=gains.further(), limit=end - monotonic())
        if found is None:
            bound = value
            break
        bound = max(min(bound, found.bound), value)
        if found.chosen is None:
            break
        gains.touch(gains.of(found.chosen))
        if gains.value(found.chosen) > value:
            chosen, value = found.chosen, gains.value(found.chosen)
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
    """Gains by partner, and the tangents under which their logarithms stand.

    Attributes:
        counts: shape (partners, seats, options), expected seats by cell.
        alone: shape (partners,), expected seats alone.
        most: shape (partners,), above any gain.
        least: the smallest gain there can be, one draw.
        at: by partner, the gains at which tangents stand.
    """

    counts: Floats
    alone: Floats
    most: Floats
    least: float
    at: list[Floats] = field(default_factory=list)

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

    def touch(self, gains: Floats) -> None:
        """Add a tangent at these gains."""
        for partner, gain in enumerate(np.maximum(gains, self.least)):
            self.at[partner] = np.append(self.at[partner], gain)

    def further(self) -> Further:
        """A gain u and its logarithm t a partner: t <= ln a - 1 + u / a for every tangent's a."""
        partners, cells = len(self.alone), self.nothing.size
        sums = np.hstack([-self.counts.reshape(partners, -1), np.eye(partners)])
        blocks = [hstack([csr_array(sums), csr_array((partners, partners))])]
        most = [-self.alone]
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
        at_least[:partners] = -self.alone
        return Further(
            worth=np.repeat((0.0, 1.0), partners),
            low=np.repeat((self.least / 2, np.log(self.least) - 1), partners),
            high=np.concatenate([self.most + self.least, np.log(self.most) + 1]),
            whole=np.zeros(2 * partners, dtype=np.bool_),
            rows=csr_array(vstack(blocks)),
            at_least=at_least,
            at_most=at_most,
        )


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
    at = [np.geomspace(max(least, top / 1000), top, _TANGENTS) for top in most]
    return _Gains(counts=counts, alone=alone, most=most, least=least, at=at)


def _parted(programme: Programme, gains: _Gains) -> Relaxed | None:
    """The best product of parted seats, its tangents added to the gains."""
    partners = len(gains.alone)
    found, before = None, inf
    for _ in range(_ROUNDS):
        found = programme.relaxed(gains.nothing, further=gains.further())
        if found is None or before - found.bound < _SETTLED:
            break
        before = found.bound
        gains.touch(found.further[:partners])
    return found
