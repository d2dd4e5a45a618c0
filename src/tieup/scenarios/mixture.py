"""A mixture: structures weighed by how likely each two parties are to stand together.

Chances of pairs are not chances of structures: if A stands with B and B with C, A stands with C.
The weights are of whole partitions, the ones of largest entropy in which every pair stands
together as often as its chance says (Jaynes 1957); where no partitions can do that, the chances
are first moved to the nearest that some can meet, in Kullback-Leibler divergence.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tieup.scenarios.chances import UNTOLD, Pair
from tieup.scenarios.entropy import MET, weigh
from tieup.scenarios.partitions import partitions, structure, together
from tieup.scenarios.refusals import ScenarioError
from tieup.scenarios.scenario import Scenario
from tieup.scenarios.structures import Structure

Floats = NDArray[np.float64]

#: Structures of less weight are left out.
LEAST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixture:
    """Structures and their weights.

    Attributes:
        parties: who is grouped.
        parts: (structure, weight), the heaviest first; weights are positive and add up to 1.
        missed: by pair, the chance wanted and the one it has, where the chances can't be met
            together.
    """

    parties: tuple[str, ...]
    parts: tuple[tuple[Structure, float], ...]
    missed: Mapping[Pair, tuple[float, float]]

    def chance(self, one: str, other: str) -> float:
        """How often the two stand together."""
        return sum(
            weight
            for blocs, weight in self.parts
            if any(one in bloc and other in bloc for bloc in blocs)
        )

    def only(self, kept: Collection[Structure]) -> "Mixture":
        """Some of its structures, with their weights scaled to 1.

        Raises:
            ScenarioError: where it has none of them.
        """
        parts = [(blocs, weight) for blocs, weight in self.parts if blocs in kept]
        whole = sum(weight for _, weight in parts)
        if not whole:
            message = "no structure is left of the mixture"
            raise ScenarioError(message)
        return replace(self, parts=tuple((blocs, weight / whole) for blocs, weight in parts))

    def likely(self, least: float) -> "Mixture":
        """The structures of at least this weight, and in any case the heaviest."""
        kept = {blocs for blocs, weight in self.parts if weight >= least}
        return self.only(kept or {self.parts[0][0]})

    def divided(self, draws: int) -> tuple[tuple[Structure, int], ...]:
        """Draws by structure, by largest remainders; those without a draw left out.

        Raises:
            ScenarioError: for a negative number.
        """
        if draws < 0:
            message = f"draws {draws}: it can't be negative"
            raise ScenarioError(message)
        quotas = np.array([weight for _, weight in self.parts]) * draws
        counts = np.floor(quotas).astype(int)
        short = draws - int(counts.sum())
        counts[np.argsort(counts - quotas, kind="stable")[:short]] += 1
        return tuple(
            (blocs, count)
            for (blocs, _), count in zip(self.parts, counts.tolist(), strict=True)
            if count
        )

    def scenarios(self, like: Scenario, draws: int) -> tuple[tuple[Scenario, range], ...]:
        """A scenario for each structure with draws, and which of all draws are its own.

        With one seed each draw is one election, whatever its structure: what a draw's luck is does
        not depend on the mixture, and two mixtures share it.

        Args:
            like: the assumptions; its blocs are of no account.
            draws: how many in all.

        Raises:
            ScenarioError: for a negative number.
        """
        found, start = [], 0
        for blocs, count in self.divided(draws):
            found.append((like.regrouped(blocs), range(start, start + count)))
            start += count
        return tuple(found)

    def notes(self) -> tuple[str, ...]:
        """What a reader must know of it."""
        told = [
            (
                f"It mixes {len(self.parts)} structures of {', '.join(self.parties)}, each as "
                "often as the chances of relations make it."
            )
        ]
        named = "; ".join(
            f"{one} and {other} {100 * got:.0f} percent, not {100 * wanted:.0f}"
            for (one, other), (wanted, got) in self.missed.items()
            if round(100 * got) != round(100 * wanted)
        )
        if named:
            told.append(f"The chances can't all hold at once; the nearest that can: {named}.")
        return tuple(told)


def mixture(parties: Sequence[str], chances: Mapping[Pair, float]) -> Mixture:
    """Structures of some parties, weighed by the chances of pairs.

    Args:
        parties: up to 8.
        chances: by pair, in either order, that the two stand in one bloc. A pair without one stands
            together UNTOLD often.

    Raises:
        ScenarioError: for too many parties, one named twice, a chance outside 0 to 1, of a party
            that is not among them or of a pair given twice.
    """
    parties = tuple(parties)
    wanted = _wanted(parties, chances)
    ways = partitions(len(parties))
    pairs = together(ways)
    weights = weigh(pairs, wanted)
    weights[weights < LEAST] = 0.0
    weights /= weights.sum()
    got = weights @ pairs
    order = np.argsort(-weights, kind="stable")
    return Mixture(
        parties=parties,
        parts=tuple(
            (structure(ways[way], parties), float(weights[way])) for way in order if weights[way]
        ),
        missed={
            pair: (float(want), float(has))
            for pair, want, has in zip(combinations(parties, 2), wanted, got, strict=True)
            if abs(want - has) > MET
        },
    )


def _wanted(parties: tuple[str, ...], chances: Mapping[Pair, float]) -> Floats:
    """Shape (pairs,)."""
    twice = next((party for party in parties if parties.count(party) > 1), None)
    if twice is not None:
        message = f"{twice} is named twice; a party stands in one bloc, once"
        raise ScenarioError(message)
    given: dict[frozenset[str], float] = {}
    for pair, chance in chances.items():
        name = " and ".join(pair)
        if not 0 <= chance <= 1:  # false for NaN, too
            message = f"the chance of {name} is {chance}; it must be from 0 to 1"
            raise ScenarioError(message)
        if not set(pair) <= set(parties) or len(set(pair)) == 1:
            message = f"the chance of {name} is of no two of {', '.join(parties)}"
            raise ScenarioError(message)
        if frozenset(pair) in given:
            message = f"the chance of {name} is given twice"
            raise ScenarioError(message)
        given[frozenset(pair)] = chance
    return np.array([given.get(frozenset(p), UNTOLD) for p in combinations(parties, 2)])
