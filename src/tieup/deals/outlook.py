"""An outlook: what one way to share the seats brings, over the draws."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tieup.deals.prospects import NONE, Prospects
from tieup.seats.contest import Floats, Ints
from tieup.seats.projection import CHANCE_DIGITS, MEAN_DIGITS, Spread

#: Standard errors that a 95 percent interval reaches to each side.
REACH = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One partner's part of a deal.

    Attributes:
        seats: in which it stands.
        deal: seats that it wins on average.
        alone: seats that it would win on average if all partners stood by themselves.
    """

    seats: int
    deal: float
    alone: float

    @property
    def gain(self) -> float:
        """What the deal brings beyond standing alone."""
        return self.deal - self.alone

    def to_json(self) -> dict[str, Any]:
        """An entry of "gains" in contract.md."""
        return {
            "alone": round(self.alone, MEAN_DIGITS),
            "deal": round(self.deal, MEAN_DIGITS),
            "seats": self.seats,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a choice brings.

    Attributes:
        shares: by partner.
        total: seats of all partners together.
        majority: part of the draws in which the bloc reaches the mark.
    """

    shares: Mapping[str, Share]
    total: Spread
    majority: float

    def to_json(self) -> dict[str, Any]:
        """Gains, total and majority of contract.md."""
        return {
            "gains": {partner: share.to_json() for partner, share in self.shares.items()},
            "total": self.total.to_json(),
            "majority": round(self.majority, CHANCE_DIGITS),
        }


def outlook(prospects: Prospects, chosen: Ints) -> Outlook:
    """What a choice, shape (seats,), an index into Prospects.options each, brings."""
    won = expected(prospects, chosen)
    alone = prospects.alone_counts / prospects.draws
    stands = prospects.stands[:, chosen].sum(axis=1)
    totals = (prospects.won(chosen) != NONE).sum(axis=1)
    return Outlook(
        shares={
            partner: Share(seats=int(stands[p]), deal=float(won[p]), alone=float(alone[p]))
            for p, partner in enumerate(prospects.partners)
        },
        total=Spread.of(totals.astype(np.int32)),
        majority=float((totals + prospects.backed(chosen) >= prospects.mark).mean()),
    )


def expected(prospects: Prospects, chosen: Ints) -> Floats:
    """Shape (partners,): expected seats of each in a deal."""
    counts = prospects.counts[:, np.arange(len(prospects.numbers)), chosen].sum(axis=1)
    return np.asarray(counts / prospects.draws, dtype=np.float64)


def seats_by_draw(prospects: Prospects, chosen: Ints) -> Ints:
    """Shape (draws, partners): seats that each wins in each draw of a deal."""
    won = prospects.won(chosen)
    return np.stack([(won == p).sum(axis=1) for p in range(len(prospects.partners))], axis=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A mean difference in seats between two of the same draws (paired), and how sure it is.

    Attributes:
        mean: over the draws.
        low, high: a 95 percent interval of the mean, for the number of draws.
        p05, p95: what 5 and 95 percent of the draws' differences don't exceed.
    """

    mean: float
    low: float
    high: float
    p05: int
    p95: int

    @classmethod
    def of(cls, differences: Ints) -> "Difference":
        """The difference by draw, shape (draws,)."""
        mean, count = float(differences.mean()), len(differences)
        wide = REACH * float(differences.std(ddof=1)) / count**0.5 if count > 1 else 0.0
        p05, p95 = np.percentile(differences, (5, 95), method="inverted_cdf")
        return cls(mean=mean, low=mean - wide, high=mean + wide, p05=int(p05), p95=int(p95))

    def to_json(self) -> dict[str, Any]:
        """As the attributes."""
        numbers = {"mean": self.mean, "low": self.low, "high": self.high}
        rounded = {name: round(number, MEAN_DIGITS) for name, number in numbers.items()}
        return rounded | {"p05": self.p05, "p95": self.p95}
