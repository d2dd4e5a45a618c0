"""Bargaining: what partners, and rivals who are none, can agree on about seats."""

from datetime import date
from typing import TYPE_CHECKING, Unpack

from tieup.articles import Progress
from tieup.desk.forecasting import Forecasting
from tieup.desk.registry import Registry
from tieup.ledger import AsOf
from tieup.scenarios import Scenario

if TYPE_CHECKING:
    from tieup.deals import DemandTexts, Talks, Truce


class Bargaining(Registry, Forecasting):
    """A region's votes and what a ledger has on record of what partners ask."""

    def talks(  # noqa: PLR0913 - all but the scenario are by keyword
        self,
        scenario: Scenario,
        *,
        from_ledger: bool = False,
        on: date | None = None,
        target: int | None = None,
        draws: int = 10_000,
        seed: int = 0,
        progress: Progress | None = None,
        **asked: "Unpack[DemandTexts]",
    ) -> "Talks":
        """What the partners of a scenario's first bloc talk about: deals, prices, who would leave.

        Args:
            scenario: its first bloc shares the seats.
            from_ledger: also what partners ask, and were promised, on record.
            on: as of this day; the last in the ledger where None.
            target: seats to reach instead of a majority.
            draws: elections to simulate.
            seed: of the draws.
            progress: told how many ways to stand are drawn, of how many.
            **asked: demands, such as quota=["ISF=30..45"]; see tieup.deals.DemandTexts.

        Raises:
            DealError, ScenarioError, UnknownNameError: each with one line that says what to change.
        """
        from tieup.deals import on_record, parse_demands, talks  # noqa: PLC0415 - scipy is slow

        demands = parse_demands(self.region, **asked)
        if from_ledger:
            day = self.day(on)
            seen = self.ledger.statements(AsOf(day=day))
            seats = len(self.region.returns(scenario.base).by_seat)
            asked_of = self.election(None, day).id
            told = on_record(seen, scenario.blocs[0], asked_of, seats=seats)
            promised = (each.demand() for each in told)
            demands = demands.with_(*(demand for demand in promised if demand))
        return talks(
            self.region, scenario, demands, target=target, draws=draws, seed=seed, progress=progress
        )

    def truce(
        self, scenario: Scenario, most: int, *, draws: int = 10_000, seed: int = 0
    ) -> "Truce":
        """The best seats that a scenario's first two blocs leave to each other without an alliance.

        Args:
            scenario: its first two blocs are of one party each.
            most: seats left in all, at most.
            draws: elections to simulate.
            seed: of the draws.

        Raises:
            DealError, ScenarioError, UnknownNameError: each with one line that says what to change.
        """
        from tieup.deals import truce  # noqa: PLC0415 - scipy is slow

        return truce(self.region, scenario, most, draws=draws, seed=seed)
