"""Sizes: how wide the errors of one simulation are, contender by contender and level by level."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import hypot, sqrt

from tieup.seats.contest import Floats, Ints, is_independent
from tieup.seats.errors.errors import ErrorSizes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Areas:
    """Regions of the state, such as its north and south, that err together.

    Attributes:
        of: shape (seats,), the number of each seat's region; any numbers will do.
        sd: standard deviation of the part of a root share's error that a region shares.
    """

    of: Ints
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sizes:
    """Sizes of error of a simulation.

    Attributes:
        errors: as estimated.
        known: contenders whose statewide share is given, and has no error.
        state: standard deviations on the root scale of contenders' state errors, where they are
            others than that; such as by polls.
        areas: a level between state and district.
    """

    errors: ErrorSizes
    known: frozenset[str] = frozenset()
    state: Mapping[str, float] = field(default_factory=dict)
    areas: Areas | None = None

    def of(self, contender: str) -> tuple[float, float, float, float]:
        """Standard deviations of state, region, district and seat.

        Independents share nothing: all of their error is each one's own.
        """
        area = self.areas.sd if self.areas else 0.0
        district, seat = self.errors.district, self.errors.seat
        if is_independent(contender):
            return 0.0, 0.0, 0.0, hypot(self.errors.state, area, district, seat)
        state = 0.0 if contender in self.known else self.errors.state
        return self.state.get(contender, state), area, district, seat

    @property
    def are_none(self) -> bool:
        """Whether none errs at all."""
        return self.errors.are_none and not any(self.state.values()) and not self._area

    @property
    def _area(self) -> float:
        return self.areas.sd if self.areas else 0.0

    @property
    def tails(self) -> float:
        """Degrees of freedom of the errors' tails."""
        return self.errors.tails

    def added(self, factor: Floats) -> Floats:
        """What region, district and seat add to the mean of shares, own parts times the factor.

        The square of what scatters is larger on average than its centre's.
        """
        added: Floats = (factor * self.errors.seat) ** 2 + self._area**2 + self.errors.district**2
        return added


def root_error(share: float, error: float) -> float:
    """The standard deviation on the root scale of a share with an error.

    Half the distance between the roots of a share one standard deviation up and one down; for a
    small error that is error / (2 sqrt(share)), and it stays finite where there is no share.

    Args:
        share: from 0 to 1.
        error: its standard deviation, in the same unit.
    """
    return (sqrt(share + error) - sqrt(max(share - error, 0.0))) / 2


def share_error(share: float, sd: float) -> float:
    """The standard deviation of a share whose root has one, the others of the seat giving way.

    Args:
        share: from 0 to 1.
        sd: of its root share.
    """
    return 2 * sqrt(share) * (1 - share) * sd
