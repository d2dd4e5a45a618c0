"""A scenario: parties grouped into blocs, and the assumptions that go with them."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tieup.regions import Region

#: What is done with a seat in which two partners both stood at the base: "kept" keeps a friendly
#: contest of partners who were allied then; "none" lets only the stronger one stand anywhere.
Friendly = Literal["kept", "none"]

#: Percent sums may miss 100 by what rounding to a millionth leaves.
ROUNDING = 1e-6


class ScenarioError(ValueError):
    """A scenario that can't be; its message is one line that says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Who stands together, from which base election, with which assumptions.

    Attributes:
        base: the election whose returns it starts from, such as "WB-2021".
        blocs: ids of parties and fronts by bloc. Parties of the base that none names stand alone.
        swing: points of the valid votes statewide that a party gains (or, negative, loses).
        shares: percent of the valid votes statewide that a party has; the rest is scaled.
        transfer: for (from, to), the part (0 to 1) of the voters of a partner who stands down that
            votes for the partner who stands; where it is silent, the default of tieup.seats holds.
        splits: reserved for parties that split from others.
        friendly: what becomes of friendly contests.

    Raises:
        ScenarioError: where it contradicts itself. What needs a region is checked by tieup.seats.
    """

    base: str
    blocs: tuple[tuple[str, ...], ...]
    swing: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    transfer: Mapping[tuple[str, str], float] = field(default_factory=dict)
    splits: tuple[()] = ()
    friendly: Friendly = "kept"

    def __post_init__(self) -> None:
        """Check all that needs no region."""
        _check_structure(self.blocs)
        for party, points in self.swing.items():
            _check_finite("swing", party, points)
        for party, share in self.shares.items():
            _check_finite("share", party, share)
            if share < 0:
                message = f"share {party}={share:g}: a share can't be negative"
                raise ScenarioError(message)
            if party in self.swing:
                message = f"{party} has both a swing and a share; give one of them"
                raise ScenarioError(message)
        total = sum(self.shares.values())
        if total > 100 + ROUNDING:
            message = f"the shares add up to {total:g} percent; they can't be above 100"
            raise ScenarioError(message)
        for (giver, taker), part in self.transfer.items():
            _check_finite("transfer", f"{giver}:{taker}", part)
            if not 0 <= part <= 1:
                message = f"transfer {giver}:{taker}={part:g}: the part must be from 0 to 1"
                raise ScenarioError(message)
            if not any(giver in bloc and taker in bloc and giver != taker for bloc in self.blocs):
                message = f"transfer {giver}:{taker}: the two are not partners in one bloc"
                raise ScenarioError(message)

    def to_json(self) -> dict[str, Any]:
        """The "scenario" of contract.md; the base stands beside it there."""
        return {
            "blocs": [list(bloc) for bloc in self.blocs],
            "swing": dict(self.swing),
            "shares": dict(self.shares),
            "transfer": {":".join(pair): part for pair, part in self.transfer.items()},
            "splits": list(self.splits),
            "friendly": self.friendly,
        }


def parse_structure(text: str, region: Region) -> tuple[tuple[str, ...], ...]:
    """Blocs of party ids from "LF+INC+ISF / TMC / BJP"; ids, names and the press's forms will do.

    An umbrella of the news ("Sanyukta Morcha") will stand for its members on the day of the base.

    Raises:
        ScenarioError: for an empty structure or bloc, or a party that is named twice.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    if not text.strip():
        message = "the structure is empty; write blocs such as 'LF+INC / TMC / BJP'"
        raise ScenarioError(message)
    blocs = []
    for number, part in enumerate(text.split("/"), start=1):
        names = [name.strip() for name in part.split("+")]
        if not all(names):
            message = f"bloc {number} of '{text.strip()}' is empty or lacks a party beside its '+'"
            raise ScenarioError(message)
        blocs.append(tuple(region.party(name).id for name in names))
    _check_structure(blocs)
    return tuple(blocs)


def parse_swing(text: str, region: Region) -> dict[str, float]:
    """Points by party id from "BJP=+2,TMC=-1".

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    return dict(_amounts(text, region, "swing", "BJP=+2,TMC=-1"))


def parse_shares(text: str, region: Region) -> dict[str, float]:
    """Percent by party id from "BJP=46,TMC=41".

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    return dict(_amounts(text, region, "shares", "BJP=46,TMC=41"))


def parse_transfer(text: str, region: Region) -> dict[tuple[str, str], float]:
    """Parts by (from, to) from "INC:LF=0.6,LF:INC=0.5".

    Raises:
        ScenarioError: for anything that can't be read.
        UnknownNameError: for an unknown party, with the nearest known.
    """
    noun, example = "transfer", "INC:LF=0.6,LF:INC=0.5"
    found: dict[tuple[str, str], float] = {}
    for name, amount, given in _pairs(text, noun, example):
        giver, colon, taker = name.partition(":")
        if not (colon and giver.strip() and taker.strip()):
            raise ScenarioError(_unreadable(noun, given, example))
        pair = (region.party(giver.strip()).id, region.party(taker.strip()).id)
        if pair in found:
            message = f"transfer: {pair[0]}:{pair[1]} is given twice"
            raise ScenarioError(message)
        found[pair] = amount
    return found


def _check_structure(blocs: Iterable[tuple[str, ...]]) -> None:
    """No structure and no bloc is empty, and no party is named twice."""
    blocs = tuple(blocs)
    if not blocs:
        message = "the structure is empty; write blocs such as 'LF+INC / TMC / BJP'"
        raise ScenarioError(message)
    for number, bloc in enumerate(blocs, start=1):
        if not bloc:
            message = f"bloc {number} of the structure is empty"
            raise ScenarioError(message)
    for party, times in Counter(party for bloc in blocs for party in bloc).items():
        if times > 1:
            inside = max(bloc.count(party) for bloc in blocs)
            where = "one bloc" if inside == times else f"{times} blocs"
            message = f"{party} is named {times} times, in {where}; a party stands in one, once"
            raise ScenarioError(message)


def _check_finite(noun: str, name: str, amount: float) -> None:
    if not math.isfinite(amount):
        message = f"{noun} {name}={amount}: not a number"
        raise ScenarioError(message)


def _amounts(text: str, region: Region, noun: str, example: str) -> Iterator[tuple[str, float]]:
    """(party id, amount), no party twice."""
    seen = set()
    for name, amount, _ in _pairs(text, noun, example):
        party = region.party(name).id
        if party in seen:
            message = f"{noun}: {party} is given twice"
            raise ScenarioError(message)
        seen.add(party)
        yield party, amount


def _pairs(text: str, noun: str, example: str) -> Iterator[tuple[str, float, str]]:
    """(name, amount, as given) for each "name=amount" between the commas."""
    for part in text.split(",") if text.strip() else ():
        given = part.strip()
        name, equals, written = given.partition("=")
        try:
            amount = float(written)
        except ValueError:
            raise ScenarioError(_unreadable(noun, given, example)) from None
        if not (equals and name.strip() and math.isfinite(amount)):
            raise ScenarioError(_unreadable(noun, given, example))
        yield name.strip(), amount, given


def _unreadable(noun: str, given: str, example: str) -> str:
    return f"{noun} '{given}' can't be read; write it as {example}"
