"""From a scenario to its projection."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats.contest import NOBODY, independent, is_independent
from tieup.seats.draws import Draws, Progress, draw
from tieup.seats.errors import NO_ERROR, ErrorSizes, error_sizes
from tieup.seats.notes import notes
from tieup.seats.pivots import pivots
from tieup.seats.projection import BlocPower, BlocProspect, Projection, SeatProspect, Spread
from tieup.seats.stage import Stage, stage

#: A bloc that the structure does not name is shown if it wins this many seats on average.
MENTIONED = 0.05


def project(  # noqa: PLR0913 - all but the first two are by keyword, and may be left out
    region: Region,
    scenario: Scenario,
    *,
    draws: int = 10_000,
    seed: int = 0,
    progress: Progress | None = None,
    errors: ErrorSizes | None = None,
) -> Projection:
    """Work out what a scenario would bring.

    Partners leave seats to each other, voters follow or don't, statewide shares move to where swing
    and shares put them, and elections are drawn around that.

    Args:
        region: the region.
        scenario: who stands together, from which base, with which assumptions.
        draws: elections to simulate; 0 for the scenario itself, without error.
        seed: of the draws, 0 or more; the same gives the same.
        progress: told, now and then, the draws made and the draws wanted.
        errors: their sizes; by default as estimated from elections up to the base.

    Raises:
        UnknownNameError: for a party or election that the region does not know, or a base without
            returns, with the nearest known.
        ScenarioError: for a scenario that can't be, or a negative number of draws or seed.
    """
    for noun, number in (("draws", draws), ("seed", seed)):
        if number < 0:
            message = f"{noun} {number}: it can't be negative"
            raise ScenarioError(message)
    staged = stage(region, scenario)
    if not draws:
        errors = NO_ERROR
    elif errors is None:
        errors = error_sizes(region, staged.scenario.base)
    drawn = draw(
        staged.polled,
        staged.lineup.contender_of,
        errors,
        draws=draws,
        seed=seed,
        known=frozenset(scenario.shares),
        progress=progress,
    )
    count = _Count(staged, drawn)
    plain = _Count(staged, _drawn_without_error(staged))
    blocs = count.blocs()
    won = np.stack([count.won(bloc) for bloc in blocs], axis=1)
    named = staged.lineup.named
    shown = [n for n in range(len(blocs)) if n < named or won[:, n].mean() >= MENTIONED]
    power = pivots(won, region.majority_mark)
    return Projection(
        region=region.id,
        scenario=staged.scenario,
        draws=draws,
        seed=seed,
        pack=region.digest,
        shares=count.shares(),
        seats={c: Spread.of(count.won((c,))) for c in count.winning()},
        no_error={
            c: int(plain.won((c,))[0]) for c in dict.fromkeys((*count.winning(), *plain.winning()))
        },
        members=count.members(),
        blocs=tuple(
            BlocProspect(
                parties=blocs[n],
                seats=Spread.of(won[:, n]),
                no_error=int(plain.won(blocs[n])[0]),
                majority=float((won[:, n] >= region.majority_mark).mean()),
            )
            for n in shown
        ),
        majority_mark=region.majority_mark,
        hung=power.hung / len(won),
        pivots=tuple(
            BlocPower(
                parties=blocs[n],
                shapley_shubik=float(power.shapley_shubik[n]),
                banzhaf=float(power.banzhaf[n]),
                kingmaker=float(power.kingmaker[n]),
            )
            for n in shown
            if power.hung
        ),
        constituencies=tuple(count.constituencies(region)),
        errors=errors,
        notes=notes(region, staged, errors, cut=power.cut),
    )


def _drawn_without_error(staged: Stage) -> Draws:
    """The one election in which everybody votes exactly as the scenario says."""
    return draw(staged.polled, staged.lineup.contender_of, NO_ERROR, draws=0, seed=0)


@dataclass(frozen=True, slots=True)
class _Count:
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
