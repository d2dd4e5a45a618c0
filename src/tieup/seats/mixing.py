"""Mixing: a projection over many structures, each as often as the chances of relations make it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region
from tieup.scenarios import Mixture, Scenario, ScenarioError, Structure
from tieup.seats.count import Count
from tieup.seats.draws import Progress
from tieup.seats.errors.errors import ErrorSizes, error_sizes
from tieup.seats.errors.prepared import prepared
from tieup.seats.projection import CHANCE_DIGITS, MEAN_DIGITS, Spread
from tieup.seats.staging.stage import Stage, regrouped, stage

Counts = NDArray[np.int32]

#: Structures of less weight are not drawn: each would take as long to set up as a likely one.
LEAST = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One structure of a mixed projection.

    Attributes:
        structure: its blocs.
        draws: how many were drawn of it.
        seats: mean seats by party or front, of those that are grouped.
    """

    structure: Structure
    draws: int
    seats: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedProjection:
    """What the news would bring in seats.

    Attributes:
        region, draws, seed, pack: as in Projection.
        base: the base election.
        seats: over all draws, of the parties that are grouped and of every other winner of a seat.
        majority: by party that is grouped, the chance that the bloc it stands in, or it and those
            who support it from outside, reaches the majority mark.
        hung: the part of the draws in which no bloc does.
        parts: the structures drawn, the likeliest first.
        errors: sizes of the errors drawn.
        notes: what a reader must know.
    """

    region: str
    base: str
    draws: int
    seed: int
    pack: str
    seats: Mapping[str, Spread]
    majority: Mapping[str, float]
    majority_mark: int
    hung: float
    parts: tuple[Part, ...]
    errors: ErrorSizes
    notes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As the terminal and files have it; a part's weight is its part of the draws."""
        return {
            "region": self.region,
            "base": self.base,
            "draws": self.draws,
            "seed": self.seed,
            "pack": self.pack,
            "seats": {party: spread.to_json() for party, spread in self.seats.items()},
            "majority": {p: round(chance, CHANCE_DIGITS) for p, chance in self.majority.items()},
            "majority_mark": self.majority_mark,
            "hung": round(self.hung, CHANCE_DIGITS),
            "structures": [
                {
                    "blocs": [list(bloc) for bloc in part.structure],
                    "weight": round(part.draws / self.draws, CHANCE_DIGITS),
                    "seats": {p: round(mean, MEAN_DIGITS) for p, mean in part.seats.items()},
                }
                for part in self.parts
            ],
            "notes": list(self.notes),
        }


def project_mixture(  # noqa: PLR0913 - all but the first three are by keyword
    region: Region,
    mixture: Mixture,
    like: Scenario,
    *,
    draws: int = 10_000,
    seed: int = 0,
    errors: ErrorSizes | None = None,
    progress: Progress | None = None,
) -> MixedProjection:
    """Draw elections, each of one structure, as many of each as its weight says.

    A draw's luck is that of `project` with the same seed and number, whatever its structure, so
    that two mixtures can be compared. Structures below LEAST are left out.

    Args:
        region: the region.
        mixture: structures and weights.
        like: base and assumptions; its blocs are of no account, and what makes no sense in a
            structure falls away there. Structures that contradict what is left (two parties with
            given shares in one bloc) are left out, and the notes say so.
        draws: elections to simulate, at least 1.
        seed: of the draws.
        errors: their sizes; by default as estimated from elections up to the base.
        progress: told, now and then, the draws made and the draws wanted.

    Raises:
        UnknownNameError: for a party or election that the region does not know.
        ScenarioError: for a scenario that can't be, or fewer than one draw.
    """
    if draws < 1 or seed < 0:
        message = f"draws {draws}, seed {seed}: a mixture takes a draw at least, and a seed from 0"
        raise ScenarioError(message)
    likely = mixture.likely(LEAST)
    stages, refused = _stages(region, likely, like)
    chosen = likely.only(stages)
    errors = errors or error_sizes(region, like.base)
    mark, parties = region.majority_mark, mixture.parties
    won: dict[str, Counts] = {}
    ruling = {party: np.zeros(draws, dtype=bool) for party in parties}
    hung = np.zeros(draws, dtype=bool)
    parts = []
    for scenario, span in chosen.scenarios(like, draws):
        staged = stages[scenario.blocs]
        drawn = prepared(staged, errors, region).draw(draws=draws, seed=seed, only=span)
        count, here = Count.of(staged, drawn), slice(span.start, span.stop)
        for contender in dict.fromkeys((*parties, *count.winning)):
            seats = won.setdefault(contender, np.zeros(draws, dtype=np.int32))
            seats[here] = count.won((contender,))
        blocs = count.blocs()
        alone: Counts = np.stack([count.won(bloc) for bloc in blocs], axis=1)
        backed = alone + count.support(blocs, mark)
        hung[here] = (backed < mark).all(axis=1)
        for party in parties:
            own = next(n for n, bloc in enumerate(blocs) if party in bloc)
            ruling[party][here] = backed[:, own] >= mark
        means = {party: float(won[party][here].mean()) for party in parties}
        parts.append(Part(structure=scenario.blocs, draws=len(span), seats=means))
        if progress:
            progress(span.stop, draws)
    return MixedProjection(
        region=region.id,
        base=region.election(like.base).id,
        draws=draws,
        seed=seed,
        pack=region.digest,
        seats={party: Spread.of(seats) for party, seats in won.items()},
        majority={party: float(reached.mean()) for party, reached in ruling.items()},
        majority_mark=mark,
        hung=float(hung.mean()),
        parts=tuple(parts),
        errors=errors,
        notes=(
            *chosen.notes(),
            *_left_out(mixture, likely.parts, f"less likely than one in {1 / LEAST:,.0f}"),
            *(
                _left_out(likely, chosen.parts, f"at odds with the assumptions ({refused})")
                if refused
                else ()
            ),
        ),
    )


def _stages(
    region: Region, mixture: Mixture, like: Scenario
) -> tuple[dict[Structure, Stage], str | None]:
    """A stage for each structure that can be with the assumptions, and why the first one can't.

    Raises:
        ScenarioError: where none can be.
    """
    found: dict[Structure, Stage] = {}
    refused = None
    for structure, _ in mixture.parts:
        scenario = like.regrouped(structure)
        known = next(iter(found.values()), None)
        try:
            found[structure] = (
                regrouped(region, known, scenario) if known else stage(region, scenario)
            )
        except ScenarioError as error:
            refused = refused or str(error)
    if not found:
        raise ScenarioError(refused)
    return found, refused


def _left_out(
    mixture: Mixture, kept: Sequence[tuple[Structure, float]], why: str
) -> tuple[str, ...]:
    """What became of structures that are not drawn."""
    count = len(mixture.parts) - len(kept)
    if not count:
        return ()
    names = {structure for structure, _ in kept}
    weight = sum(weight for structure, weight in mixture.parts if structure not in names)
    note = f"{count} structures are left out, {why}: {100 * weight:.1f} percent of the weight."
    return (note,)
