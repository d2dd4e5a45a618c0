"""Rates: how often something came true in few cases, with an interval that says how few."""

from dataclasses import dataclass
from math import exp, lgamma, log, log1p
from typing import Any, Self

#: The interval holds nine tenths of what the rate can be.
LOW, HIGH = 0.05, 0.95
#: Halvings of the range in which a quantile is sought: far finer than any rate is known.
_HALVINGS = 60
#: Steps of the continued fraction, which needs some ten, and its floor against division by zero.
_STEPS, _TINY, _CLOSE = 300, 1e-300, 1e-14


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate estimated from cases.

    Attributes:
        hits: in how many cases it came true.
        cases: how many there are.
        mean, p05, p95: of the posterior, from 0 to 1; the mean lies within the interval.
    """

    hits: int
    cases: int
    mean: float
    p05: float
    p95: float

    @classmethod
    def of(cls, hits: int, cases: int, *, prior: float = 0.5, weight: float = 1.0) -> Self:
        """The rate by the beta distribution.

        Args:
            hits: in how many cases it came true.
            cases: how many there are.
            prior: the rate expected before anything was seen, between 0 and 1.
            weight: how many cases that expectation is worth. By default one case at one half:
                the prior of Jeffreys, whose interval holds its nominal share even of few cases
                (Brown, Cai and DasGupta 2001).

        Raises:
            ValueError: for hits that are no part of the cases, or a prior outside 0 to 1.
        """
        if not 0 <= hits <= cases or not 0 < prior < 1 or weight <= 0:
            message = f"no rate of {hits} in {cases} cases with a prior of {prior} x {weight}"
            raise ValueError(message)
        a, b = weight * prior + hits, weight * (1 - prior) + cases - hits
        mean = a / (a + b)
        # A skewed distribution can have its mean outside; the interval is then stretched to it.
        p05, p95 = min(_quantile(LOW, a, b), mean), max(_quantile(HIGH, a, b), mean)
        return cls(hits=hits, cases=cases, mean=mean, p05=p05, p95=p95)

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "mean": round(self.mean, 3),
            "p05": round(self.p05, 3),
            "p95": round(self.p95, 3),
            "cases": self.cases,
        }


def _quantile(level: float, a: float, b: float) -> float:
    """Where the beta distribution reaches a level."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _below(middle, a, b) < level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _below(x: float, a: float, b: float) -> float:
    """The share of a beta distribution below x: the regularised incomplete beta function."""
    if not 0 < x < 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _below(1 - x, b, a)
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(front) / (a * _fraction(x, a, b))


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method."""
    value = upper = 1.0
    lower = 0.0
    for step in range(1, _STEPS):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        lower = 1 / ((1 + term * lower) or _TINY)
        upper = (1 + term / upper) or _TINY
        value *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return value
