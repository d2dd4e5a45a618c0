"""Outcomes: what each structure of a sweep brings, beside a structure of reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tieup.scenarios import Scenario
from tieup.scenarios.structures import Structure
from tieup.seats.projection import CHANCE_DIGITS, MEAN_DIGITS, Spread

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A difference from the reference, draw by draw over the same draws.

    Attributes:
        seats: the difference in seats: its mean, and what 5, 50 and 95 percent of the draws don't
            exceed.
        error: the standard error of that mean, which is by the number of draws alone.
        majority: the difference in the chance of a majority.
        majority_error: its standard error.
    """

    seats: Spread
    error: float
    majority: float
    majority_error: float

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {
            **self.seats.to_json(),
            "error": round(self.error, CHANCE_DIGITS),
            "majority": round(self.majority, CHANCE_DIGITS),
            "majority_error": round(self.majority_error, CHANCE_DIGITS),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one structure brings.

    Attributes:
        structure: the blocs of the chosen parties.
        seats: of those for whom it is swept, together.
        majority: the part of the draws in which the bloc of the first of them has a majority.
        hung: the part in which no bloc has.
        means: mean seats of each chosen party.
        gain: against the reference.
    """

    structure: Structure
    seats: Spread
    majority: float
    hung: float
    means: Mapping[str, float]
    gain: Gain

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "blocs": [list(bloc) for bloc in self.structure],
            **self.seats.to_json(),
            "majority": round(self.majority, CHANCE_DIGITS),
            "hung": round(self.hung, CHANCE_DIGITS),
            "means": {party: round(mean, MEAN_DIGITS) for party, mean in self.means.items()},
            "gain": self.gain.to_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """Every structure of the chosen parties, the best first.

    Attributes:
        region: its id.
        scenario: the assumptions that all structures share; its blocs are the reference.
        parties: the chosen ones; others stand alone.
        wins: for whom it is swept.
        by: what it is ranked by, "seats" or "majority"; ties go by the other, then as the
            structures are enumerated.
        draws: simulated elections, the same for each structure.
        seed: of the draws.
        pack: the digest of the region's data.
        majority_mark: seats that make a majority.
        outcomes: by structure, the best first.
        reference: the outcome of the reference.
    """

    region: str
    scenario: Scenario
    parties: tuple[str, ...]
    wins: tuple[str, ...]
    by: str
    draws: int
    seed: int
    pack: str
    majority_mark: int
    outcomes: tuple[Outcome, ...]
    reference: Outcome

    def to_json(self) -> dict[str, Any]:
        """As plain values, ranked."""
        return {
            "region": self.region,
            "base": self.scenario.base,
            "draws": self.draws,
            "seed": self.seed,
            "pack": self.pack,
            "scenario": self.scenario.to_json(),
            "parties": list(self.parties),
            "for": list(self.wins),
            "by": self.by,
            "majority_mark": self.majority_mark,
            "reference": self.reference.to_json(),
            "structures": [outcome.to_json() for outcome in self.outcomes],
        }

    def to_pandas(self) -> "pd.DataFrame":
        """One row a structure, the best first; needs pandas."""
        import pandas as pd  # noqa: PLC0415 - an extra

        rows = [
            {
                "structure": " / ".join("+".join(bloc) for bloc in outcome.structure),
                "mean": outcome.seats.mean,
                "p05": outcome.seats.p05,
                "p50": outcome.seats.p50,
                "p95": outcome.seats.p95,
                "majority": outcome.majority,
                "hung": outcome.hung,
                "gain": outcome.gain.seats.mean,
                "gain_p05": outcome.gain.seats.p05,
                "gain_p95": outcome.gain.seats.p95,
                "gain_error": outcome.gain.error,
                "majority_gain": outcome.gain.majority,
                "majority_error": outcome.gain.majority_error,
                **{f"mean {party}": mean for party, mean in outcome.means.items()},
            }
            for outcome in self.outcomes
        ]
        return pd.DataFrame(rows)
