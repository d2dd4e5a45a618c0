"""Counts: the draws of a stage, added up by party, bloc and seat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region
from tieup.seats.contest import NOBODY, independent, is_independent
from tieup.seats.draws import Draws
from tieup.seats.projection import SeatProspect, Spread
from tieup.seats.stage import Stage


@dataclass(frozen=True, slots=True)
class Count:
    """The draws of a stage, counted."""

    stage: Stage
    draws: Draws

    def won(self, contenders: tuple[str, ...]) -> NDArray[np.int32]:
        """Shape (draws,): seats that the contenders won together."""
        members = self.stage.lineup.members
        return self._won(frozenset().union(*(members[c] for c in contenders)))

    def _won(self, parties: frozenset[str]) -> NDArray[np.int32]:
        wanted = [party in parties for party in self.stage.polled.parties]
        return np.asarray(self.draws.seats[:, wanted].sum(axis=1), dtype=np.int32)

    def winning(self) -> tuple[str, ...]:
        """The structure's contenders, then the others that won a seat in any draw."""
        lineup = self.stage.lineup
        named = [c for bloc in lineup.blocs[: lineup.named] for c in bloc]
        return (*named, *(c for c in lineup.contenders[len(named) :] if self.won((c,)).any()))

    def blocs(self) -> tuple[tuple[str, ...], ...]:
        """The structure's blocs, then each other winning party; independents are no bloc."""
        named = self.stage.lineup.blocs[: self.stage.lineup.named]
        others = self.winning()[sum(map(len, named)) :]
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
        lineup = self.stage.lineup
        found = {}
        for contender in self.winning():
            parties = sorted(lineup.members[contender])
            if parties != [contender]:
                won = {party: self._won(frozenset({party})) for party in parties}
                found[contender] = {p: Spread.of(seats) for p, seats in won.items() if seats.any()}
        return {front: spreads for front, spreads in found.items() if spreads}

    def shares(self) -> dict[str, float]:
        """Percent of the valid votes statewide by contender."""
        members, polled = self.stage.lineup.members, self.stage.polled
        return {c: 100 * polled.statewide(members[c]) for c in self.winning()}

    def constituencies(self, region: Region) -> Iterator[SeatProspect]:
        """Every seat."""
        polled, lineup = self.stage.polled, self.stage.lineup
        contender_of = lineup.contender_of
        partners = {c for bloc in lineup.blocs if len(bloc) > 1 for c in bloc}
        for seat, no in enumerate(polled.numbers.tolist()):
            chances = self._chances(seat)
            standing: dict[str, str] = {}
            for index in polled.party[seat].tolist():
                if index == NOBODY:
                    continue
                party = polled.parties[index]
                contender = contender_of[party]
                if contender != party or contender in partners:
                    standing.setdefault(contender, party)
            yield SeatProspect(
                no=no,
                name=region.constituencies[no].name,
                chances=chances,
                leader=next(iter(chances)),
                standing=standing,
                left={d.giver: d.taker for d in self.stage.downs if d.seats[seat]},
            )

    def _chances(self, seat: int) -> dict[str, float]:
        """Part of the draws won in a seat, the largest first; of equals, who led at the base."""
        polled, contender_of = self.stage.polled, self.stage.lineup.contender_of
        wins, total = self.draws.wins[seat], len(self.draws.seats)
        chances: dict[str, float] = {}
        independents = 0
        for candidate in np.argsort(-wins, kind="stable").tolist():
            if not wins[candidate]:
                break
            contender = contender_of[polled.parties[polled.party[seat, candidate]]]
            if is_independent(contender):
                independents += 1
                contender = independent(independents)
            chances[contender] = chances.get(contender, 0.0) + int(wins[candidate]) / total
        return dict(sorted(chances.items(), key=lambda item: -item[1]))
