"""Strays: how far the candidates of one pair of elections came out from what was expected."""

from dataclasses import dataclass

import numpy as np

from tieup.seats.backtest.outset import Rates
from tieup.seats.backtest.study import FEWEST, Study
from tieup.seats.contest import Floats, Ints
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.errors.moves import FULL
from tieup.seats.errors.pull import HELD, Pull

#: Degrees of freedom that are tried; the last is all but normal.
FREEDOMS = (2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0, 12.0, 30.0)
#: Residuals of candidates who were expected to have this part of a seat speak about errors.
SEEN = 0.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Residuals:
    """What candidates had in the end less what was expected, on root shares.

    Root shares of a seat lie on a sphere. Of an error that is drawn freely, scaling back to a sum
    of one leaves the part 1 - p of the variance of a candidate with share p; residuals are brought
    back to what has to be drawn. All of shape (n,).

    Attributes:
        shares: expected.
        left: residuals.
        groups: contender and district, as one number.
    """

    shares: Floats
    left: Floats
    groups: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Strays:
    """How an election strayed from what was expected, as variances of root shares.

    Attributes:
        state: mean square of contenders' mean moves.
        district, seat: of what a contender's candidates share in a district, and of their own.
        tails: degrees of freedom of the seats' own.
    """

    state: float
    district: float
    seat: float
    tails: float


def residuals(study: Study, rates: Rates, pull: Pull) -> Residuals:
    """Residuals of a pair, given the shares."""
    return study.once(("residuals", rates, pull), lambda: _residuals(study, rates, pull))


def strays(study: Study, rates: Rates, errors: ErrorSizes) -> Strays:
    """Variances of one pair; what they stray from has the errors' pull and middle."""
    return study.once(
        ("strays", rates, errors.pull, errors.middle), lambda: _strays(study, rates, errors)
    )


def _residuals(study: Study, rates: Rates, pull: Pull) -> Residuals:
    contest, found = study.expected(rates, pull), study.known
    districts = np.broadcast_to(contest.districts[:, None], found.who.shape)
    span = int(contest.districts.max()) + 1
    seen = np.any([*study.speaking(HELD)], axis=0) & (contest.shares >= SEEN)
    shares = contest.shares[seen]
    return Residuals(
        shares=shares,
        left=(np.sqrt(found.shares[seen]) - np.sqrt(shares)) / np.sqrt(1 - shares),
        groups=found.who[seen] * span + districts[seen],
    )


def _strays(study: Study, rates: Rates, errors: ErrorSizes) -> Strays:
    found = residuals(study, rates, errors.pull)
    widths = errors.widths(found.shares)
    scaled = found.left / widths
    _, group, counts = np.unique(found.groups, return_inverse=True, return_counts=True)
    within = scaled - (np.bincount(group, weights=scaled) / counts)[group]
    seat = float((within**2).sum() / (len(scaled) - len(counts)))
    means = np.bincount(group, weights=found.left) / counts
    noise = np.bincount(group, weights=seat * widths**2) / counts**2
    many = counts[group] > 3  # noqa: PLR2004 - the mean of fewer takes too much of them
    stretched = within[many] / np.sqrt(1 - 1 / counts[group][many])
    return Strays(
        state=_state(study, rates, errors),
        district=float(max(np.average(means**2 - noise, weights=counts), 0.0)),
        seat=seat,
        tails=_freedom(stretched) if many.sum() > FEWEST else np.inf,
    )


def _freedom(left: Floats) -> float:
    """Degrees of freedom of Student's t, of those tried, that make the residuals likeliest."""
    from scipy.special import gammaln  # noqa: PLC0415 - the import takes a moment

    scale = left.std()

    def likelihood(freedom: float) -> float:
        squares = (left / scale) ** 2 / (freedom - 2)
        gammas = gammaln((freedom + 1) / 2) - gammaln(freedom / 2) - np.log(freedom - 2) / 2
        return float(gammas - (freedom + 1) / 2 * np.log1p(squares).mean())

    return max(FREEDOMS, key=likelihood)


def _state(study: Study, rates: Rates, errors: ErrorSizes) -> float:
    """Mean square of how far contenders moved statewide, over their width."""
    start = study.start(rates)
    found = []
    for mine in study.speaking(SEEN, start):
        if study.known.own[mine].sum() == 0:
            continue
        before, after = start.shares[mine], study.known.shares[mine]
        move = float((np.sqrt(after) - np.sqrt(before)).mean())
        width = float(errors.widths(np.array([before.mean()]))[0])
        found.append((move / width) ** 2 / max(1 - float(after.mean()), FULL))
    return float(np.mean(found)) if found else 0.0
