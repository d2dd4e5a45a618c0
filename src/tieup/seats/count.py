"""Counts: the draws of a stage, added up by party, bloc and seat."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region
from tieup.seats.contest import NOBODY, independent, is_independent
from tieup.seats.draws import Draws
from tieup.seats.projection import SeatProspect, Spread
from tieup.seats.staging.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Count:
    """The draws of a stage, counted.

    Attributes:
        stage: the stage.
        draws: its draws.
        places: the place of each contender, in the lineup's order.
        seats: shape (contenders, draws), seats won.
        winning: the structure's contenders, then the others that won a seat in any draw.
    """

    stage: Stage
    draws: Draws
    places: Mapping[str, int]
    seats: NDArray[np.int32]
    winning: tuple[str, ...]

    @classmethod
    def of(cls, stage: Stage, draws: Draws) -> "Count":
        """Count."""
        lineup = stage.lineup
        contender_of = lineup.contender_of
        places = {contender: place for place, contender in enumerate(lineup.contenders)}
        seats = np.zeros((len(places), len(draws.seats)), dtype=np.int32)
        for party in np.flatnonzero(draws.seats.any(axis=0)).tolist():
            seats[places[contender_of[stage.polled.parties[party]]]] += draws.seats[:, party]
        named = [c for bloc in lineup.blocs[: lineup.named] for c in bloc]
        others = (c for c in lineup.contenders[len(named) :] if seats[places[c]].any())
        return cls(stage=stage, draws=draws, places=places, seats=seats, winning=(*named, *others))

    def won(self, contenders: Sequence[str]) -> NDArray[np.int32]:
        """Shape (draws,): seats that the contenders won together."""
        mine = self.seats[[self.places[contender] for contender in contenders]]
        return np.asarray(mine.sum(axis=0), dtype=np.int32)

    def blocs(self) -> tuple[tuple[str, ...], ...]:
        """The structure's blocs, then each other winning party; independents are no bloc."""
        named = self.stage.lineup.blocs[: self.stage.lineup.named]
        others = self.winning[sum(map(len, named)) :]
        return (*named, *((c,) for c in others if not is_independent(c)))

    def support(self, blocs: Sequence[tuple[str, ...]], mark: int) -> NDArray[np.int32]:
        """Shape (draws, blocs): seats of those who support a bloc from outside.

        Who has a majority by itself supports nobody.
        """
        backing = np.zeros((len(self.draws.seats), len(blocs)), dtype=np.int32)
        for who, whom in self.stage.scenario.support:
            for n, bloc in enumerate(blocs):
                if whom in bloc and who not in bloc:
                    won = self.won((who,))
                    backing[:, n] += np.where(won < mark, won, 0)
        return backing

    def winners(self, contenders: Sequence[str]) -> NDArray[np.int16]:
        """Shape (draws, seats), as places among the contenders; (0, 0) where none were kept."""
        kept = self.draws.winners
        polled, contender_of = self.stage.polled, self.stage.lineup.contender_of
        places = {contender: place for place, contender in enumerate(contenders)}
        of = [places.get(contender_of[party], NOBODY) for party in polled.parties]
        if not kept.size:
            return kept
        parties = polled.party[np.arange(kept.shape[1]), kept]
        return np.array(of, dtype=np.int16)[parties]

    def members(self) -> dict[str, dict[str, Spread]]:
        """By winning member of each front that won a seat in any draw."""
        number = {party: n for n, party in enumerate(self.stage.polled.parties)}
        found = {}
        for contender in self.winning:
            parties = sorted(self.stage.lineup.members[contender])
            if parties != [contender]:
                won = {party: self.draws.seats[:, number[party]] for party in parties}
                found[contender] = {p: Spread.of(seats) for p, seats in won.items() if seats.any()}
        return {front: spreads for front, spreads in found.items() if spreads}

    def shares(self) -> dict[str, float]:
        """Percent of the valid votes statewide by contender."""
        members, polled = self.stage.lineup.members, self.stage.polled
        return {c: 100 * polled.statewide(members[c]) for c in self.winning}

    def constituencies(self, region: Region) -> Iterator[SeatProspect]:
        """Every seat."""
        polled, lineup = self.stage.polled, self.stage.lineup
        contender_of = lineup.contender_of
        contenders = [contender_of[party] for party in polled.parties]
        partners = {c for bloc in lineup.blocs if len(bloc) > 1 for c in bloc}
        left = [(d.giver, d.taker, d.seats.tolist()) for d in self.stage.downs]
        orders = np.argsort(-self.draws.wins, axis=1, kind="stable").tolist()
        for seat, (no, stood, wins) in enumerate(
            zip(
                polled.numbers.tolist(),
                polled.party.tolist(),
                self.draws.wins.tolist(),
                strict=True,
            )
        ):
            chances = self._chances(
                (contenders[stood[n]], wins[n]) for n in orders[seat] if wins[n]
            )
            standing: dict[str, str] = {}
            for index in stood:
                if index == NOBODY:
                    continue
                party, contender = polled.parties[index], contenders[index]
                if contender != party or contender in partners:
                    standing.setdefault(contender, party)
            yield SeatProspect(
                no=no,
                name=region.constituencies[no].name,
                chances=chances,
                leader=next(iter(chances)),
                standing=standing,
                left={giver: taker for giver, taker, seats in left if seats[seat]},
            )

    def _chances(self, won: Iterable[tuple[str, int]]) -> dict[str, float]:
        """Part of the draws won in a seat, the largest first; of equals, who led at the base.

        Args:
            won: contenders of candidates, and what each won, the largest first.
        """
        total = len(self.draws.seats)
        chances: dict[str, float] = {}
        independents = 0
        for contender, wins in won:
            name = contender
            if is_independent(contender):
                independents += 1
                name = independent(independents)
            chances[name] = chances.get(name, 0.0) + wins / total
        return dict(sorted(chances.items(), key=lambda item: -item[1]))
