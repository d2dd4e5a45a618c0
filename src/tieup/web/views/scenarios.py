"""Scenarios as an address tells them, and back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Self, cast
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import QueryParams

from tieup.desk import Desk, ScenarioError
from tieup.report.naming import INDEPENDENTS
from tieup.scenarios import Friendly, Scenario, parse_structure, written

#: Letters of one part of an address, parts of one name, and elections drawn, at the most.
LETTERS, PARTS, MOST_DRAWS = 500, 40, 20_000
DRAWS = 10_000
#: Seeds beyond this are no whole numbers for a browser.
MOST_SEED = 2**53 - 1
#: A party of this percent stands as a bloc of its own where nobody says who stands with whom.
LARGE = 5.0

_SINGLE = ("structure", "base", "swing", "shares", "transfer", "support", "friendly")
_MANY = ("split", "standing", "leaves")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A scenario as somebody typed it: texts that may be wrong."""

    structure: str = ""
    base: str = ""
    swing: str = ""
    shares: str = ""
    transfer: str = ""
    support: str = ""
    friendly: str = ""
    split: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    draws: str = ""
    seed: str = ""

    @classmethod
    def of(cls, asked: QueryParams) -> Self:
        """From an address; parts left empty are as if they were not there."""

        def text(name: str) -> str:
            return asked.get(name, "").strip()

        def texts(name: str) -> tuple[str, ...]:
            return tuple(given.strip() for given in asked.getlist(name) if given.strip())

        return cls(
            structure=text("structure"),
            base=text("base"),
            swing=text("swing"),
            shares=text("shares"),
            transfer=text("transfer"),
            support=text("support"),
            friendly=text("friendly"),
            split=texts("split"),
            standing=texts("standing"),
            leaves=texts("leaves"),
            draws=text("draws"),
            seed=text("seed"),
        )

    @classmethod
    def spelling(cls, found: "Wanted") -> Self:
        """A scenario spelled out, by ids."""
        told = found.scenario
        shares = ((p, share, told.share_errors.get(p)) for p, share in told.shares.items())
        transfer = (
            (":".join(p), part, told.transfer_errors.get(p)) for p, part in told.transfer.items()
        )
        return cls(
            structure=written(told.blocs),
            base=told.base,
            swing=",".join(f"{party}={points:+.10g}" for party, points in told.swing.items()),
            shares=",".join(_amount(*each) for each in shares),
            transfer=",".join(_amount(*each) for each in transfer),
            support=",".join(map(":".join, told.support)),
            friendly=told.friendly,
            split=tuple(
                _amount(s.name, s.part, s.sd) + _places(s.places.districts, s.places.seats)
                for s in told.splits
            ),
            standing=tuple(f"{p}={_numbers(seats)}" for p, seats in told.standing.items()),
            leaves=tuple(f"{':'.join(p)}={_numbers(seats)}" for p, seats in told.leaves.items()),
            draws=str(found.draws),
            seed=str(found.seed),
        )

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Names and texts for an address, those that say nothing left out."""
        single = [(name, getattr(self, name)) for name in _SINGLE]
        many = [(name, text) for name in _MANY for text in getattr(self, name)]
        numbers = [("draws", self.draws), ("seed", self.seed)]
        usual = {("draws", str(DRAWS)), ("seed", "0"), ("friendly", "kept")}
        return [part for part in (*single, *many, *numbers) if part[1] and part not in usual]

    @property
    def query(self) -> str:
        """The parts as an address has them."""
        return urlencode(self.parts)

    @property
    def problem(self) -> str | None:
        """What is too much, in one line; None where nothing is."""
        for name, text in self.parts:
            if len(text) > LETTERS:
                return f"{name}: has {len(text):,} letters; at most {LETTERS} can be read"
        for name in _MANY:
            if len(getattr(self, name)) > PARTS:
                return f"{name}: is given {len(getattr(self, name))} times; at most {PARTS} can be"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A scenario to work out.

    Attributes:
        draws: elections to simulate, from 0 to MOST_DRAWS.
    """

    scenario: Scenario
    draws: int = DRAWS
    seed: int = 0

    def key(self, mark: str) -> tuple[str, ...]:
        """What its projection is kept under."""
        return (mark, repr(self.scenario), str(self.draws), str(self.seed))


def wanted(desk: Desk, typed: Typed) -> Wanted:
    """The scenario that somebody typed; the default's structure and base where there is none.

    Raises:
        ScenarioError: for what can't be read, is too much, or can't be.
        UnknownNameError: for an unknown party, seat, district or election, with the nearest known.
        NoReturnsError: for a region without returns.
    """
    if typed.problem:
        raise ScenarioError(typed.problem)
    if typed.friendly not in ("", "kept", "none"):
        message = "friendly: is either kept or none"
        raise ScenarioError(message)
    base = typed.base or desk.latest_base()
    structure = typed.structure or usual_structure(desk, base)
    return Wanted(
        scenario=desk.scenario(
            structure,
            base=base,
            swing=typed.swing,
            shares=typed.shares,
            transfer=typed.transfer,
            splits=typed.split,
            standing=typed.standing,
            leaves=typed.leaves,
            support=typed.support,
            friendly=cast("Friendly", typed.friendly or "kept"),
        ),
        draws=whole(typed.draws, "draws", DRAWS, MOST_DRAWS),
        seed=whole(typed.seed, "seed", 0, MOST_SEED),
    )


def other(desk: Desk, text: str, first: Wanted) -> Wanted:
    """The scenario to compare with.

    Args:
        desk: the desk.
        text: the query of an address of the Seats page, from the first scenario's base where it
            names none; or only a structure, to which all of the first one's assumptions apply.
        first: what is compared; the other has as many draws, and the same luck.

    Raises:
        ScenarioError, UnknownNameError: as of wanted.
    """
    if "=" in text:
        given = Typed.of(QueryParams(parse_qsl(text.partition("?")[2] or text)))
        base = given.base or first.scenario.base
        found = wanted(desk, replace(given, base=base, draws="", seed="")).scenario
    else:
        if len(text) > LETTERS:
            message = f"against: has {len(text):,} letters; at most {LETTERS} can be read"
            raise ScenarioError(message)
        found = first.scenario.regrouped(parse_structure(text, desk.region))
    return replace(first, scenario=found)


def _amount(name: str, amount: float, error: float | None) -> str:
    return f"{name}={amount:.10g}" + (f"~{error:.10g}" if error is not None else "")


def _numbers(seats: Iterable[int]) -> str:
    return ",".join(map(str, seats))


def _places(districts: Iterable[str], seats: Iterable[int]) -> str:
    named = ",".join((*districts, *map(str, seats)))
    return f"@{named}" if named else ""


def usual_structure(desk: Desk, base: str) -> str:
    """The pack's demo structure; else the alliances of the base, and each other large party."""
    region = desk.region
    if region.demo:
        return region.demo.structure
    blocs: list[tuple[str, ...]] = []
    for alliance in region.election(base).alliances:
        taken = {party for bloc in blocs for party in bloc}
        blocs.append(tuple(party for party in alliance.parties if party not in taken))
    taken = {party for bloc in blocs for party in bloc}
    shares = desk.shares(base)
    blocs += [(p,) for p, share in shares.items() if share >= LARGE and free(p, taken)]
    return written(tuple(bloc for bloc in blocs if bloc)) or written(((next(iter(shares)),),))


def free(party: str, taken: Collection[str]) -> bool:
    """Whether a party is in no bloc, and no independent."""
    return party not in taken and not party.startswith(INDEPENDENTS)


def whole(text: str, noun: str, usual: int, most: int) -> int:
    """A whole number.

    Raises:
        ScenarioError: for anything else, or too large a one.
    """
    if not text:
        return usual
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(most)) or int(text) > most:
        message = f"{noun}: is a whole number from 0 to {most:,}"
        raise ScenarioError(message)
    return int(text)
