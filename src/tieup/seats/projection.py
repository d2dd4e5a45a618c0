"""A projection: seats, chances and pivots of one scenario, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isinf
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tieup.scenarios import Scenario
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.frames import Shorts, to_pandas, to_polars, to_xarray

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import xarray as xr

#: Digits of a chance, and of a mean number of seats, in JSON.
CHANCE_DIGITS = 4
MEAN_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Seats over the draws: the mean, and the numbers that 5, 50 and 95 percent don't exceed."""

    mean: float
    p05: int
    p50: int
    p95: int

    @classmethod
    def of(cls, seats: NDArray[np.int32]) -> "Spread":
        """The spread of seats by draw, shape (draws,)."""
        p05, p50, p95 = np.percentile(seats, (5, 50, 95), method="inverted_cdf")
        return cls(mean=float(seats.mean()), p05=int(p05), p50=int(p50), p95=int(p95))

    def to_json(self) -> dict[str, Any]:
        """The spread of contract.md."""
        mean = round(self.mean, MEAN_DIGITS)
        return {"mean": mean, "p05": self.p05, "p50": self.p50, "p95": self.p95}


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocProspect:
    """A bloc's seats, and the part of the draws in which it reaches the majority mark.

    Who supports it from outside counts for its majority, and not for its seats.

    Attributes:
        no_error: its seats if everybody votes exactly as the scenario says.
    """

    parties: tuple[str, ...]
    seats: Spread
    no_error: int
    majority: float

    def to_json(self) -> dict[str, Any]:
        """An entry of "blocs" in contract.md."""
        majority = round(self.majority, CHANCE_DIGITS)
        return {
            "parties": list(self.parties),
            **self.seats.to_json(),
            "majority": majority,
            "no_error": self.no_error,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocPower:
    """A bloc's power over the hung draws: two indices, and how often it is the kingmaker."""

    parties: tuple[str, ...]
    shapley_shubik: float
    banzhaf: float
    kingmaker: float

    def to_json(self) -> dict[str, Any]:
        """An entry of "pivots" in contract.md."""
        return {
            "bloc": list(self.parties),
            "shapley_shubik": round(self.shapley_shubik, CHANCE_DIGITS),
            "banzhaf": round(self.banzhaf, CHANCE_DIGITS),
            "kingmaker": round(self.kingmaker, CHANCE_DIGITS),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """Blocs that have a majority together and lose it with any of them.

    Attributes:
        frequency: the part of the hung draws in which they do.
    """

    blocs: tuple[tuple[str, ...], ...]
    frequency: float

    def to_json(self) -> dict[str, Any]:
        """An entry of "coalitions" in contract.md."""
        return {
            "blocs": [list(bloc) for bloc in self.blocs],
            "frequency": round(self.frequency, CHANCE_DIGITS),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatProspect:
    """One constituency.

    Attributes:
        chances: part of the draws won, by party or front, the largest first; who won none is left
            out. Each independent stands alone: the strongest is "IND", the next "IND 2", ...
        leader: who has the largest chance; of equals, who led at the base.
        standing: for a front, and for each partner of a bloc, the party whose candidate stands; of
            several, the strongest.
        left: partners who stand down here, and to whom.
    """

    no: int
    name: str
    chances: Mapping[str, float]
    leader: str
    standing: Mapping[str, str]
    left: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """An entry of "constituencies" in contract.md."""
        return {
            "no": self.no,
            "name": self.name,
            "chances": {party: round(c, CHANCE_DIGITS) for party, c in self.chances.items()},
            "leader": self.leader,
            "standing": dict(self.standing),
            "left": dict(self.left),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What a scenario would bring.

    Attributes:
        draws: simulated elections; 0 for the scenario without any error.
        pack: the digest of the region's data.
        shares: percent of the valid votes statewide about which the draws scatter, by contender.
        seats: by party or front that won a seat in any draw, or that the structure names.
        no_error: seats if everybody votes exactly as the scenario says, by those of seats and who
            else wins one then; they add up to the house.
        members: as seats, for each party of a front.
        blocs: those of the structure in its order, then each other party worth a mention;
            independents are no bloc.
        hung: the part of the draws in which no bloc reaches the majority mark.
        pivots: power over the hung draws, by bloc as in blocs; empty where none is hung.
        coalitions: smallest winning coalitions of the hung draws, the most frequent first.
        errors: sizes of the errors drawn.
        notes: what it assumes and where it ends, in plain sentences.
        draws_by_party: shape (draws, parties), seats won in each draw by those of `seats`, in its
            order; one row where nothing is drawn.
        winners: shape (draws, seats), who wins each seat in each draw, as a place in `seats`, in
            the order of `constituencies`; (0, 0) unless `project` was asked to keep it.
    """

    region: str
    scenario: Scenario
    draws: int
    seed: int
    pack: str
    shares: Mapping[str, float]
    seats: Mapping[str, Spread]
    no_error: Mapping[str, int]
    members: Mapping[str, Mapping[str, Spread]]
    blocs: tuple[BlocProspect, ...]
    majority_mark: int
    hung: float
    pivots: tuple[BlocPower, ...]
    coalitions: tuple[Coalition, ...]
    constituencies: tuple[SeatProspect, ...]
    errors: ErrorSizes
    notes: tuple[str, ...]
    draws_by_party: Shorts = field(repr=False, compare=False)
    winners: Shorts = field(repr=False, compare=False)

    def to_pandas(self) -> "pd.DataFrame":
        """Seats by draw (rows) and party (columns); needs pandas."""
        return to_pandas(self.draws_by_party, tuple(self.seats))

    def to_polars(self) -> "pl.DataFrame":
        """Seats by draw (rows) and party (columns, after "draw"); needs polars."""
        return to_polars(self.draws_by_party, tuple(self.seats))

    def to_xarray(self) -> "xr.Dataset":
        """Arrays with named dimensions draw, party, contender and seat; needs xarray.

        "seats" by draw and party; "chance" by seat and contender, each independent one by itself;
        where they were kept, "winner" by draw and seat, as a place in party.
        """
        told = to_xarray(
            self.draws_by_party,
            tuple(self.seats),
            {(seat.no, seat.name): seat.chances for seat in self.constituencies},
            self.winners if self.winners.size else None,
        )
        return told.assign_attrs(
            base=self.scenario.base,
            region=self.region,
            seed=self.seed,
            majority_mark=self.majority_mark,
            pack=self.pack,
        )

    def to_json(self) -> dict[str, Any]:
        """The projection of contract.md."""
        tails = self.errors.tails
        return {
            "region": self.region,
            "base": self.scenario.base,
            "draws": self.draws,
            "seed": self.seed,
            "pack": self.pack,
            "scenario": self.scenario.to_json(),
            "shares": {party: round(share, MEAN_DIGITS) for party, share in self.shares.items()},
            "seats": {party: spread.to_json() for party, spread in self.seats.items()},
            "no_error": dict(self.no_error),
            "members": {
                front: {party: spread.to_json() for party, spread in parties.items()}
                for front, parties in self.members.items()
            },
            "blocs": [bloc.to_json() for bloc in self.blocs],
            "majority_mark": self.majority_mark,
            "hung": round(self.hung, CHANCE_DIGITS),
            "pivots": [power.to_json() for power in self.pivots],
            "coalitions": [coalition.to_json() for coalition in self.coalitions],
            "constituencies": [seat.to_json() for seat in self.constituencies],
            "errors": {
                "state": round(self.errors.state, CHANCE_DIGITS),
                "district": round(self.errors.district, CHANCE_DIGITS),
                "seat": round(self.errors.seat, CHANCE_DIGITS),
                "tails": None if isinf(tails) else round(tails, MEAN_DIGITS),
                "pairs": [list(pair) for pair in self.errors.pairs],
            },
            "notes": list(self.notes),
        }
