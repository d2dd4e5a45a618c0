"""Sorting: of one seat, what may have become of each vote of the base."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from tieup.seats.backtest.past import Pair
from tieup.seats.contest import Floats, is_independent

#: What may happen to a share of the base, each with a rate of its own.
SOURCES = (
    "own",
    "left",
    "joined",
    "brought",
    "again",
    "kept",
    "allied",
    "lent",
    "returned",
    "lost",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat: who stands, who stood, and who is the same person.

    Attributes:
        pair: the elections.
        weights: as in flows().
        names: contenders of the target's candidates.
        shares: contender and share of the base's candidates, most votes first.
        again: candidates of the base, and which of the target's they are.
    """

    pair: Pair
    weights: dict[str, float] | None
    names: list[str]
    shares: list[tuple[str, float]]
    again: dict[int, int]

    def sorted_out(self) -> dict[str, Floats]:
        """By source, what each candidate of the target may have of the base's shares."""
        found = {source: np.zeros(len(self.names)) for source in SOURCES}
        standing = self._standing()
        had, gone = self._people(found)
        for contender, share in had.items():
            self._handed_on(found, standing, contender, share, gone[contender])
        for contender, column in standing.items():
            self._taken_back(found, standing, contender, column, had)
        return found

    def _standing(self) -> dict[str, int]:
        """One candidate by contender: of several the one who stood before, else the first."""
        found: dict[str, int] = {}
        known = set(self.again.values())
        for column, name in enumerate(self.names):
            if not is_independent(name) and (
                name not in found or (column in known and found[name] not in known)
            ):
                found[name] = column
        return found

    def _people(self, found: dict[str, Floats]) -> tuple[dict[str, float], dict[str, float]]:
        """Shares by contender of the base, and the parts whose candidate changed sides."""
        had: dict[str, float] = defaultdict(float)
        gone: dict[str, float] = defaultdict(float)
        for old, (contender, share) in enumerate(self.shares):
            new = self.again.get(old)
            if is_independent(contender):
                if new is not None:
                    source = "again" if is_independent(self.names[new]) else "brought"
                    found[source][new] += share
                continue
            if new is not None and self.names[new] not in self.pair.heirs_of(contender):
                found["joined"][new] += share
                gone[contender] += share
            had[contender] += share
        return had, gone

    def _handed_on(
        self,
        found: dict[str, Floats],
        standing: dict[str, int],
        contender: str,
        share: float,
        gone: float,
    ) -> None:
        """What a contender of the base had goes to its heirs, or else to partners."""
        heirs = [heir for heir in self.pair.heirs_of(contender) if heir in standing]
        if heirs:
            # Of a split's parts the one has it whose candidate stood for the whole.
            known = [heir for heir in heirs if standing[heir] in self.again.values()]
            for heir in known or heirs:
                found["own"][standing[heir]] += share / len(known or heirs)
                found["left"][standing[heir]] += gone / len(known or heirs)
            return
        partners = [other for other in standing if self.pair.are_partners(contender, other)]
        if partners:
            taker = max(partners, key=lambda other: self.pair.sizes.get(other, 0.0))
            old = self.pair.base.allied(contender, taker)
            found["kept" if old else "allied"][standing[taker]] += share

    def _taken_back(
        self,
        found: dict[str, Floats],
        standing: dict[str, int],
        contender: str,
        column: int,
        had: dict[str, float],
    ) -> None:
        """What a contender who did not stand here may have lent to a partner who did."""
        forebears, sizes = self.pair.forebears_of(contender), self.pair.sizes
        size = sum(sizes[old] for old in forebears)
        if not size or any(old in had for old in forebears):
            return
        for partner, share in had.items():
            if not any(self.pair.base.allied(partner, old) for old in forebears):
                continue
            heirs = [heir for heir in self.pair.heirs_of(partner) if heir in standing]
            if heirs:
                mine = self._weigh(contender, size)
                theirs = self._weigh(heirs[0], sizes[partner])
                part = mine / (mine + theirs) * share
                found["lent"][column] += part
                found["lost"][standing[heirs[0]]] += part
            elif not self.pair.are_partners(partner, contender):
                found["returned"][column] += size / (size + sizes[partner]) * share

    def _weigh(self, contender: str, size: float) -> float:
        """A contender's size, as it is known."""
        return size if self.weights is None else max(self.weights.get(contender, 0.0), 1e-9)
