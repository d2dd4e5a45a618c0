"""Talks: one scenario's bloc, what its partners demand, and every question about their deal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from tieup.deals.allocation import Objective
from tieup.deals.deal import Deal, deal
from tieup.deals.demands.demands import Demands, Quota
from tieup.deals.demands.parsing import parse_ladder, parse_pair, parse_swaps
from tieup.deals.errors import DealError
from tieup.deals.fielding import footing_of, prospects_of, values_of
from tieup.deals.frontier import Split, splits
from tieup.deals.outlook import Outlook, outlook, seats_by_draw
from tieup.deals.prices import Ladder, Price, ladder, prices
from tieup.deals.prospects import Option, Prospects
from tieup.deals.repair import Repair, repaired
from tieup.deals.stability import CONJECTURES, Conjecture, Walkout, walkouts
from tieup.deals.swaps import Swap, swapped
from tieup.deals.thumb import proportional, winner_keeps
from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.staging.stage import stage

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Talks:
    """What partners talk about.

    Attributes:
        bloc: which of the scenario's blocs they are.
        seed: of the prospects' draws; others are drawn with the same luck.
    """

    region: Region
    scenario: Scenario
    bloc: int
    seed: int
    prospects: Prospects
    demands: Demands

    def deal(self, objective: Objective = "seats", *, limit: float = 30.0) -> Deal:
        """The best deal."""
        return deal(self.prospects, self.demands, objective, limit=limit)

    def after(self, former: Mapping[int, Option]) -> "Talks":
        """The same talks, whose changes are counted from a deal instead of who stood at the base.

        Seats in which none of the partners stood in it are free to share.
        """
        partners = self.prospects.partners
        mine = {no: tuple(p for p in partners if p in who) for no, who in former.items()}
        previous = {no: who for no, who in mine.items() if who}
        return replace(self, prospects=replace(self.prospects, previous=previous))

    def rules(self, bases: Iterable[str] = ()) -> Mapping[str, Outlook]:
        """What each rule of thumb would bring; the demands have no part in it.

        Args:
            bases: elections by which the winner keeps the seat as well, beside the scenario's base.

        Raises:
            UnknownNameError: for an unknown election, with the nearest known.
        """
        prospects, keeps = self.prospects, "winner keeps, else runner-up"
        found = {keeps: winner_keeps(prospects), "proportional": proportional(prospects)}
        for base in bases:
            apart = Scenario(base=base, blocs=(prospects.partners,))
            footing = footing_of(self.region, stage(self.region, apart), prospects.partners)
            found[f"{keeps}, by {footing.base}"] = winner_keeps(prospects, footing)
        return {rule: outlook(prospects, chosen) for rule, chosen in found.items()}

    def prices(self) -> tuple[Price, ...]:
        """What every demand costs."""
        return prices(self.prospects, self.demands)

    def ladder(self, text: str) -> Ladder:
        """What each number of seats costs, from "ISF=30..45"."""
        partner, offer, asked = parse_ladder(self.region, text)
        return ladder(self.prospects, partner, offer, asked, self.demands)

    def offers(self) -> tuple[Ladder, ...]:
        """A ladder for every quota that more is asked by than is offered."""
        found = []
        for each in self.demands.all:
            if isinstance(each, Quota) and each.offered is not None and each.offered < each.least:
                pair = each.offered, each.least
                found.append(ladder(self.prospects, each.partner, *pair, self.demands))
        return tuple(found)

    def splits(
        self, text: str, *, step: int = 1, progress: Progress | None = None
    ) -> tuple[Split, ...]:
        """The frontier of two partners, from "LF+INC", for every step-th number of seats.

        Raises:
            DealError: for a text that is not of two partners.
        """
        one, other = parse_pair(self.region, text)
        numbers = range(0, len(self.prospects.numbers) + 1, step)
        return splits(
            self.prospects, one, other, demands=self.demands, numbers=numbers, progress=progress
        )

    def swap(self, found: Deal, texts: Iterable[str]) -> Swap:
        """What changes when others stand in some seats, from texts such as "Bhangar=INC"."""
        changes: dict[str, str | Option] = {**parse_swaps(self.region, texts)}
        return swapped(self.prospects, found.chosen, changes, self.demands)

    def walkouts(
        self, found: Deal, conjectures: tuple[Conjecture, ...] = CONJECTURES
    ) -> tuple[Walkout, ...]:
        """What every partner and sub-group would gain by leaving a deal."""
        prospects = self.prospects
        won = seats_by_draw(prospects, found.chosen)
        values = values_of(
            self.region, self.scenario, bloc=self.bloc, draws=prospects.draws, seed=self.seed
        )
        by_partner = {p: won[:, n] for n, p in enumerate(prospects.partners)}
        return walkouts(prospects.partners, by_partner, values, conjectures)

    def repair(self, found: Deal, leaving: Iterable[Walkout], conjecture: Conjecture) -> Repair:
        """The fewest seats to change so that nobody gains by leaving, as a conjecture has it."""
        theirs = [walkout for walkout in leaving if walkout.conjecture == conjecture]
        return repaired(self.prospects, found.chosen, theirs, self.demands)


def talks(  # noqa: PLR0913 - all but the first two are by keyword
    region: Region,
    scenario: Scenario,
    demands: Demands,
    *,
    bloc: int = 0,
    target: int | None = None,
    draws: int = 10_000,
    seed: int = 0,
    progress: Progress | None = None,
) -> Talks:
    """Talks about a scenario's bloc.

    Args:
        region: the region.
        scenario: with the bloc among its blocs.
        demands: what the deal must keep to; friendly contests that it allows are drawn, too.
        bloc: which of the blocs.
        target: seats to reach, where not a majority.
        draws: elections to simulate; 0 for the scenario without error.
        seed: of the draws.
        progress: told how many ways to stand are drawn, of how many.

    Raises:
        DealError: for a bloc of one, a partner without votes, or a target that no house has.
        UnknownNameError: for an unknown party or election, with the nearest known.
        ScenarioError: for a scenario that can't be.
    """
    seats = len(region.constituencies)
    if target is not None and target > seats:
        message = f"{target} seats can't be reached: there are {seats}"
        raise DealError(message)
    friendly = tuple(dict.fromkeys(leave.partners for leave in demands.friendly))
    found = prospects_of(
        region,
        scenario,
        bloc=bloc,
        friendly=friendly,
        draws=draws,
        seed=seed,
        progress=progress,
    )
    if target is not None:
        found = replace(found, mark=target)
    return Talks(
        region=region, scenario=scenario, bloc=bloc, seed=seed, prospects=found, demands=demands
    )
