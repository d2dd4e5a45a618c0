"""Study: a pair of elections, with what is worked out of it once and used many times."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np

from tieup.seats.backtest.flows import Flows, flows
from tieup.seats.backtest.nominations import foreseen
from tieup.seats.backtest.outset import Rates, outset
from tieup.seats.backtest.past import Pair
from tieup.seats.backtest.slopes import Squares
from tieup.seats.contest import Bools, Contest, is_independent
from tieup.seats.errors.pull import HELD, Pull, distances, settled
from tieup.seats.staging.levels import at_shares

MadeT = TypeVar("MadeT")

#: Contenders with this part of the votes speak about rates and pull.
SPEAKING = 0.03
#: Fewer candidates of a contender say nothing.
FEWEST = 8


@dataclass(frozen=True, kw_only=True)
class Study:
    """A pair of elections, with what has been worked out of it."""

    pair: Pair
    kept: dict[object, object] = field(default_factory=dict)

    @cached_property
    def known(self) -> Flows:
        """The flows, where the target's statewide shares are known."""
        return flows(self.pair, weights=self.unknown.statewide)

    @cached_property
    def unknown(self) -> Flows:
        """The flows, where they are not."""
        return flows(self.pair)

    @cached_property
    def foreseen(self) -> Flows:
        """The flows, where not even the candidates are known."""
        return flows(foreseen(self.pair))

    @property
    def land(self) -> str:
        """The land, whatever kind of election it is."""
        return self.pair.base.land.split()[0]

    def was_over(self, other: "Study") -> bool:
        """Whether the pair was over when the other's base was."""
        return self.pair.target.year <= other.pair.base.year

    def start(self, rates: Rates) -> Contest:
        """The outset, given the shares."""
        return self.once(("start", rates), lambda: outset(self.known, rates, self.known.statewide))

    def expected(self, rates: Rates, pull: Pull) -> Contest:
        """What is expected, given the shares."""
        return self.once(("expected", rates, pull), lambda: self._expected(rates, pull))

    def squares(self, rates: Rates, *, staying: bool = True) -> Squares:
        """The normal equations of the pull.

        Args:
            rates: what moves.
            staying: whether distances count by what stays of their seats.
        """
        return self.once(("squares", rates, staying), lambda: self._squares(rates, staying=staying))

    def speaking(self, least: float, start: Contest | None = None) -> Iterator[Bools]:
        """The candidates of each party that is large enough to speak.

        Args:
            least: part of the valid votes, in the end or at the start.
            start: the outset; where it is left out, the end alone counts.
        """
        for contender, share in self.known.statewide.items():
            mine = self.known.mine(contender)
            before = start.statewide(frozenset({contender})) if start is not None else 0.0
            large = max(share, before) >= least
            if large and not is_independent(contender) and mine.sum() >= FEWEST:
                yield mine

    def once(self, key: object, make: Callable[[], MadeT]) -> MadeT:
        """What `make` gives, made once."""
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]  # type: ignore[return-value] # the key tells what it is

    def _expected(self, rates: Rates, pull: Pull) -> Contest:
        start, found = self.start(rates), self.known
        held = {
            name: share
            for name, share in found.statewide.items()
            if share >= HELD and not is_independent(name)
        }
        level = at_shares(start, {name: start.of(frozenset({name})) for name in held}, held)
        contender_of = {name: name for name in start.parties}
        return settled(level, contender_of, pull, earlier=found.earlier, stays=found.stays)

    def _squares(self, rates: Rates, *, staying: bool) -> Squares:
        start, ends = self.start(rates), np.sqrt(self.known.shares)
        roots, earlier = np.sqrt(start.shares), self.known.earlier
        stays = self.known.stays if staying else None
        return Squares.summed(
            Squares.of(
                distances(start, mine, roots, earlier=earlier, stays=stays),
                ends[mine],
                # A party's seats count by the shares that it has there.
                weight=float(roots[mine].mean() ** 2 + ends[mine].mean() ** 2) / 2,
            )
            for mine in self.speaking(SPEAKING)
        )
