"""Sweeps as an address tells them."""

from dataclasses import dataclass
from typing import Literal, Self, cast

from starlette.datastructures import QueryParams

from tieup.articles import Progress
from tieup.desk import Desk, ScenarioError
from tieup.seats.sweep import Sweep
from tieup.web.views.scenarios import LETTERS, MOST_DRAWS, MOST_SEED, whole

#: Each structure is drawn so often where nobody says.
DRAWS = 4_000
BY = {"seats": "seats on average", "majority": "the chance of a majority"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """A sweep as somebody typed it: texts that may be wrong."""

    parties: str = ""
    base: str = ""
    wins: str = ""
    by: str = ""
    together: str = ""
    apart: str = ""
    swing: str = ""
    shares: str = ""
    transfer: str = ""
    draws: str = ""
    seed: str = ""

    @classmethod
    def of(cls, asked: QueryParams) -> Self:
        """From an address."""
        return cls(**{name: asked.get(name, "").strip() for name in cls.__slots__})

    @property
    def key(self) -> tuple[str, ...]:
        """What its job is the same by."""
        return tuple(getattr(self, name) for name in self.__slots__)

    def work(self, desk: Desk, progress: Progress) -> Sweep:
        """Do it.

        Raises:
            ScenarioError: for what can't be read, is too much, or can't be.
            UnknownNameError: for an unknown party or election, with the nearest known.
            NoReturnsError: for a region without returns.
        """
        for name in self.__slots__:
            if len(getattr(self, name)) > LETTERS:
                message = f"{name}: has too many letters; at most {LETTERS} can be read"
                raise ScenarioError(message)
        if (self.by or "seats") not in BY:
            message = f"by: is one of {', '.join(BY)}"
            raise ScenarioError(message)
        draws = whole(self.draws, "draws", DRAWS, MOST_DRAWS)
        if not draws:
            message = "draws: structures are ranked over simulated elections; ask for at least 1"
            raise ScenarioError(message)
        return desk.sweep(
            self.parties,
            base=self.base or desk.latest_base(),
            wins=self.wins,
            by=cast('Literal["seats", "majority"]', self.by or "seats"),
            together=self.together,
            apart=self.apart,
            swing=self.swing,
            shares=self.shares,
            transfer=self.transfer,
            draws=draws,
            seed=whole(self.seed, "seed", 0, MOST_SEED),
            progress=progress,
        )
