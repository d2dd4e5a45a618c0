"""Reliability: whether what is said to be 80 percent sure is right about 80 percent of the time."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Any

#: Bins are equally wide; so many go from 0 to 1.
BINS = 10
#: How many standard errors 95 percent of a normal distribution spans to each side.
_Z = 1.959964
#: So many digits are published, and so many can be told from errors of rounding.
_DIGITS, _EXACT = 3, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Statements of about the same confidence.

    Attributes:
        low: the least confidence of the bin, from 0 to 1.
        high: where the next bin begins; the last one holds 1 itself.
        said: the mean confidence of its statements.
        right: how many of them are right.
        of: how many there are, at least one.
    """

    low: float
    high: float
    said: float
    right: int
    of: int

    @property
    def share(self) -> float:
        """How often they are right, from 0 to 1."""
        return self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 percent interval of the share, which few statements leave wide."""
        n, share = self.of, self.share
        middle = share + _Z**2 / (2 * n)
        spread = _Z * sqrt(share * (1 - share) / n + (_Z / (2 * n)) ** 2)
        scale = 1 + _Z**2 / n
        least, most = (middle - spread) / scale, (middle + spread) / scale
        # Where none or all are right, a bound is 0 or 1 but for the last digit.
        return max(round(least, _EXACT), 0.0), min(round(most, _EXACT), 1.0)

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        least, most = self.interval
        return {
            "from": self.low,
            "to": self.high,
            "statements": self.of,
            "said": round(self.said, _DIGITS),
            "right": round(self.share, _DIGITS),
            "interval": [round(least, _DIGITS), round(most, _DIGITS)],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Bins that hold a statement, the least confident first."""

    bins: tuple[Bin, ...]

    @property
    def statements(self) -> int:
        """How many there are in all."""
        return sum(one.of for one in self.bins)

    @property
    def error(self) -> float | None:
        """The expected calibration error: how far said and right lie apart, by bin, on average.

        None of no statement.
        """
        apart = sum(one.of * abs(one.said - one.share) for one in self.bins)
        return apart / self.statements if self.statements else None

    def to_json(self) -> dict[str, Any]:
        """The published JSON."""
        return {
            "bins": [one.to_json() for one in self.bins],
            "expected_calibration_error": None
            if self.error is None
            else round(self.error, _DIGITS),
        }


def reliability(judged: Iterable[tuple[float, bool]]) -> Reliability:
    """Bins of statements, each given by its confidence from 0 to 1 and whether it is right."""
    given: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        place = min(int(confidence * BINS), BINS - 1)
        given.setdefault(place, []).append((confidence, right))
    return Reliability(
        bins=tuple(
            Bin(
                low=place / BINS,
                high=(place + 1) / BINS,
                said=sum(confidence for confidence, _ in rows) / len(rows),
                right=sum(right for _, right in rows),
                of=len(rows),
            )
            for place, rows in sorted(given.items())
        )
    )
