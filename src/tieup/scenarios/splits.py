"""Splits: parties that take part of another's votes, such as one founded since the base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from tieup.regions import Region
from tieup.scenarios.amounts import amount_of, pair_of
from tieup.scenarios.places import Places, places
from tieup.scenarios.refusals import ScenarioError, check_error, check_finite, unreadable

#: The standard error of a part, relative to it, where none is stated: a prior, and a wide one. With
#: it a quarter of a parent's votes is said to lie between 5 and 45 percent in nine of ten cases.
WIDE = 0.5
EXAMPLE = "JUP:TMC=0.25@Murshidabad,Malda"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """One party's part of another's votes.

    Attributes:
        party: who takes them.
        parent: the party or front that loses them.
        part: of the parent's votes there, above 0 and up to 1: the mean of the prior.
        sd: its standard error; WIDE of the part where None.
        places: where; everywhere by default.
    """

    party: str
    parent: str
    part: float
    sd: float | None = None
    places: Places = field(default_factory=Places)

    def __post_init__(self) -> None:
        """Check all that needs no region."""
        check_finite("split", self.name, self.part)
        if not 0 < self.part <= 1:
            message = f"split {self.name}={self.part:g}: the part must be above 0 and at most 1"
            raise ScenarioError(message)
        if self.party == self.parent:
            message = f"split {self.name}: a party can't split from itself"
            raise ScenarioError(message)
        if self.sd is not None:
            check_error("error of the split", self.name, self.sd)

    @property
    def name(self) -> str:
        """Who from whom: "JUP:TMC"."""
        return f"{self.party}:{self.parent}"

    @property
    def error(self) -> float:
        """The standard error of the part."""
        return WIDE * self.part if self.sd is None else self.sd

    def to_json(self) -> dict[str, Any]:
        """As the scenario's JSON has it."""
        return {
            "party": self.party,
            "parent": self.parent,
            "part": self.part,
            "sd": self.sd,
            "districts": list(self.places.districts),
            "seats": list(self.places.seats),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """Back from its JSON.

        Raises:
            KeyError, TypeError, ScenarioError: where it is not one.
        """
        return cls(
            party=values["party"],
            parent=values["parent"],
            part=values["part"],
            sd=values.get("sd"),
            places=Places(
                districts=tuple(values.get("districts", ())), seats=tuple(values.get("seats", ()))
            ),
        )


def parse_splits(texts: Iterable[str], region: Region) -> tuple[Split, ...]:
    """Splits from texts such as "JUP:TMC=0.25~0.1@Murshidabad,Malda", one each.

    Raises:
        ScenarioError: for anything that can't be read or can't be.
        UnknownNameError: for an unknown party or place, with the nearest known.
    """
    return tuple(_split(text, region) for text in texts)


def _split(text: str, region: Region) -> Split:
    told, at, where = text.partition("@")
    name, _, written = told.partition("=")
    amount = amount_of(written)
    names = [part.strip() for part in where.split(",")] if at else []
    pair = pair_of(name, region) if amount else None
    if amount is None or pair is None or not all(names):
        raise unreadable(text, "split", EXAMPLE)
    return Split(
        party=pair[0],
        parent=pair[1],
        part=amount[0],
        sd=amount[1],
        places=places(names, region),
    )


def check_splits(splits: Iterable[Split]) -> None:
    """No split is told twice, and no party loses more than it has where the same place is named.

    Raises:
        ScenarioError: where one is, or does.
    """
    lost: dict[tuple[str, str | int], float] = {}
    seen = set()
    for split in splits:
        where: tuple[str | int, ...] = (*split.places.districts, *split.places.seats) or ("",)
        for place in where:
            if (split.name, place) in seen:
                message = f"split {split.name} is given twice{f' for {place}' if place else ''}"
                raise ScenarioError(message)
            seen.add((split.name, place))
            lost[split.parent, place] = lost.get((split.parent, place), 0.0) + split.part
    for (parent, place), part in lost.items():
        everywhere = lost.get((parent, ""), 0.0) if place else 0.0
        if part + everywhere > 1 + 1e-9:
            here = f" in {place}" if place else ""
            message = f"the splits take {100 * (part + everywhere):.0f} percent of {parent}{here}"
            raise ScenarioError(message)
