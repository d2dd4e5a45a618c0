"""Asks: what partners demand of a deal, as an address tells it."""

from dataclasses import dataclass
from typing import Self, cast

from starlette.datastructures import QueryParams

from tieup.deals import Demands, Objective, parse_demands
from tieup.desk import ScenarioError
from tieup.regions import Region
from tieup.web.views.scenarios import LETTERS, PARTS

OBJECTIVES = {
    "seats": "the most seats together",
    "majority": "the likeliest majority",
    "nash": "gains shared fairly (Nash)",
}
MANY = ("quota", "must", "never", "reserve", "balance", "both", "swap")
#: Seats of any house have fewer digits.
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What is asked, as texts that may be wrong.

    Attributes:
        both: friendly contests that are allowed, such as "LF+INC=46,56".
        sitting: not empty where who holds a seat keeps it.
        between: whose frontier is drawn, such as "LF+INC".
        swap: who stands where instead, such as "101=INC".
    """

    objective: str = "seats"
    quota: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    reserve: tuple[str, ...] = ()
    balance: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    sitting: str = ""
    changes: str = ""
    between: str = ""
    swap: tuple[str, ...] = ()

    @classmethod
    def of(cls, asked: QueryParams) -> Self:
        """From an address; a seat and who is to have it may stand apart, as a form sends them."""

        def text(name: str) -> str:
            return asked.get(name, "").strip()

        many = {name: tuple(t.strip() for t in asked.getlist(name) if t.strip()) for name in MANY}
        if text("seat") and text("to"):
            many["swap"] += (f"{text('seat')}={text('to')}",)
        return cls(
            objective=text("objective") or "seats",
            sitting=text("sitting"),
            changes=text("changes"),
            between=text("between"),
            **many,
        )

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Names and texts for an address; without the swaps, which are tried and not agreed."""
        many = [(name, text) for name in MANY if name != "swap" for text in getattr(self, name)]
        objective = "" if self.objective == "seats" else self.objective
        single = [("objective", objective), ("sitting", self.sitting), ("changes", self.changes)]
        return [part for part in (*single, *many, ("between", self.between)) if part[1]]

    def wanted(self) -> Objective:
        """What is best.

        Raises:
            ScenarioError: for another objective, or too much of anything.
        """
        for name, text in (*self.parts, *(("swap", text) for text in self.swap)):
            if len(text) > LETTERS:
                message = f"{name}: has {len(text):,} letters; at most {LETTERS} can be read"
                raise ScenarioError(message)
        for name in MANY:
            if len(getattr(self, name)) > PARTS:
                message = f"{name}: is given {len(getattr(self, name))} times, of at most {PARTS}"
                raise ScenarioError(message)
        if self.objective not in OBJECTIVES:
            message = f"objective: is one of {', '.join(OBJECTIVES)}"
            raise ScenarioError(message)
        return cast("Objective", self.objective)

    def demands(self, region: Region) -> Demands:
        """The demands.

        Raises:
            DealError: for what can't be read.
            UnknownNameError: for an unknown party, with the nearest known.
        """
        if self.changes and not (
            self.changes.isascii() and self.changes.isdigit() and len(self.changes) <= _DIGITS
        ):
            message = "changes: is a whole number of seats"
            raise ScenarioError(message)
        return parse_demands(
            region,
            quota=self.quota,
            must=self.must,
            never=self.never,
            reserve=self.reserve,
            balance=self.balance,
            both=self.both,
            sitting=bool(self.sitting),
            changes=int(self.changes) if self.changes else None,
        )
