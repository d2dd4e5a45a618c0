"""A scenario: parties grouped into blocs, and the assumptions that go with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self, TypeVar

from tieup.scenarios.amounts import Pair
from tieup.scenarios.refusals import ScenarioError, check_error, check_finite
from tieup.scenarios.splits import Split, check_splits
from tieup.scenarios.structures import Structure, check_structure

ValueT = TypeVar("ValueT")

#: What is done with a seat in which two partners both stood at the base: "kept" keeps a friendly
#: contest of partners who were allied then; "none" lets only the stronger one stand anywhere.
Friendly = Literal["kept", "none"]

#: Percent sums may miss 100 by what rounding to a millionth leaves.
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Who stands together, from which base election, with which assumptions.

    Attributes:
        base: the election whose returns it starts from, such as "WB-2021".
        blocs: ids of parties and fronts by bloc. Parties of the base that none names stand alone.
        swing: points of the valid votes statewide that a party gains (or, negative, loses).
        shares: percent of the valid votes statewide that a party has; the rest is scaled.
        share_errors: standard errors of shares, in points; a share without one is taken as known.
        transfer: for (from, to), the part (0 to 1) of the voters of a party that leaves a seat to
            another that votes for the other; where it is silent, tieup.seats estimates it.
        transfer_errors: standard errors of these parts; a part without one is taken as known.
        splits: parties that take part of another's votes.
        friendly: what becomes of friendly contests.
        standing: seats by the partner who stands there for its bloc. Two partners of a bloc in one
            seat are a friendly contest; seats that nobody of a bloc is named for go by strength.
        leaves: seats by (giver, taker), left to another bloc's candidate without an alliance.
        support: (who, whom): who counts for the other's majority and stands for itself.

    Raises:
        ScenarioError: where it contradicts itself. What needs a region is checked by tieup.seats.
    """

    base: str
    blocs: Structure
    swing: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    transfer: Mapping[Pair, float] = field(default_factory=dict)
    splits: tuple[Split, ...] = ()
    friendly: Friendly = "kept"
    share_errors: Mapping[str, float] = field(default_factory=dict)
    transfer_errors: Mapping[Pair, float] = field(default_factory=dict)
    standing: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    leaves: Mapping[Pair, tuple[int, ...]] = field(default_factory=dict)
    support: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        """Check all that needs no region."""
        check_structure(self.blocs)
        self._check_levels()
        check_splits(self.splits)
        self._check_transfer()
        self._check_seats()
        self._check_support()

    @property
    def known(self) -> frozenset[str]:
        """Parties whose statewide share is given without an error."""
        return frozenset(party for party in self.shares if not self.share_errors.get(party))

    def are_partners(self, one: str, other: str) -> bool:
        """Whether the two are named in one bloc."""
        return one != other and any(one in bloc and other in bloc for bloc in self.blocs)

    def regrouped(self, blocs: Structure) -> "Scenario":
        """The same assumptions for another structure.

        What is said of two falls away where it makes no sense then: a transfer between two who
        are no partners, seats or support between two who are, and who stands in which seat for a
        bloc of one.

        Raises:
            ScenarioError: for a structure that can't be.
        """
        bare = Scenario(base=self.base, blocs=blocs)
        leaves = {pair: s for pair, s in self.leaves.items() if not bare.are_partners(*pair)}
        kept = {pair for pair in self.transfer if bare.are_partners(*pair) or pair in leaves}
        shared = {party for bloc in blocs if len(bloc) > 1 for party in bloc}
        return replace(
            self,
            blocs=blocs,
            transfer={pair: part for pair, part in self.transfer.items() if pair in kept},
            transfer_errors={p: e for p, e in self.transfer_errors.items() if p in kept},
            standing={party: s for party, s in self.standing.items() if party in shared},
            leaves=leaves,
            support=tuple(pair for pair in self.support if not bare.are_partners(*pair)),
        )

    def to_json(self) -> dict[str, Any]:
        """The "scenario" of contract.md; the base stands beside it there."""
        return {
            "blocs": [list(bloc) for bloc in self.blocs],
            "swing": dict(self.swing),
            "shares": dict(self.shares),
            "transfer": _joined(self.transfer),
            "splits": [split.to_json() for split in self.splits],
            "friendly": self.friendly,
            "share_errors": dict(self.share_errors),
            "transfer_errors": _joined(self.transfer_errors),
            "standing": {party: list(seats) for party, seats in self.standing.items()},
            "leaves": {name: list(seats) for name, seats in _joined(self.leaves).items()},
            "support": [list(pair) for pair in self.support],
        }

    @classmethod
    def from_json(cls, base: str, values: Mapping[str, Any]) -> Self:
        """Back from its JSON; keys that are missing have their defaults.

        Raises:
            ScenarioError: where a value has the wrong form, or it contradicts itself.
        """
        try:
            return cls(
                base=base,
                blocs=tuple(tuple(bloc) for bloc in values["blocs"]),
                swing=dict(values.get("swing", {})),
                shares=dict(values.get("shares", {})),
                transfer=_parted(values.get("transfer", {})),
                splits=tuple(Split.from_json(split) for split in values.get("splits", ())),
                friendly=values.get("friendly", "kept"),
                share_errors=dict(values.get("share_errors", {})),
                transfer_errors=_parted(values.get("transfer_errors", {})),
                standing={p: tuple(seats) for p, seats in values.get("standing", {}).items()},
                leaves={p: tuple(s) for p, s in _parted(values.get("leaves", {})).items()},
                support=tuple((one, other) for one, other in values.get("support", ())),
            )
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            if isinstance(error, ScenarioError):
                raise
            message = f"this is no scenario's JSON: {type(error).__name__} at {error}"
            raise ScenarioError(message) from error

    def _check_levels(self) -> None:
        for party, points in self.swing.items():
            check_finite("swing", party, points)
        for party, share in self.shares.items():
            check_finite("share", party, share)
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
        for party, error in self.share_errors.items():
            check_error("error of the share", party, error)
            if party not in self.shares:
                message = f"{party} has an error of its share, and no share"
                raise ScenarioError(message)

    def _check_transfer(self) -> None:
        for pair, part in self.transfer.items():
            name = ":".join(pair)
            check_finite("transfer", name, part)
            if not 0 <= part <= 1:
                message = f"transfer {name}={part:g}: the part must be from 0 to 1"
                raise ScenarioError(message)
            if not (self.are_partners(*pair) or pair in self.leaves):
                message = f"transfer {name}: the two are not partners in one bloc"
                raise ScenarioError(message)
        for pair, error in self.transfer_errors.items():
            check_error("error of the transfer", ":".join(pair), error)
            if pair not in self.transfer:
                message = f"transfer {':'.join(pair)} has an error, and no part"
                raise ScenarioError(message)

    def _check_seats(self) -> None:
        for name, seats in self._named_seats():
            if not seats:
                message = f"{name} has no seat; leave it out or name one"
                raise ScenarioError(message)
            if len(set(seats)) < len(seats):
                twice = next(seat for seat in seats if seats.count(seat) > 1)
                message = f"{name}: seat {twice} is given twice"
                raise ScenarioError(message)
        for giver, taker in self.leaves:
            if giver == taker:
                message = f"leaves {giver}:{taker}: nobody can leave a seat to itself"
                raise ScenarioError(message)
            if self.are_partners(giver, taker):
                message = f"leaves {giver}:{taker}: partners share seats by standing, not by leaves"
                raise ScenarioError(message)
        self._check_left()

    def _check_left(self) -> None:
        """Who leaves a seat leaves it to one, who stands there, and does not stand there itself."""
        left: dict[tuple[str, int], str] = {}
        for (giver, taker), seats in self.leaves.items():
            for seat in seats:
                if (giver, seat) in left:
                    message = f"{giver} leaves seat {seat} to both {left[giver, seat]} and {taker}"
                    raise ScenarioError(message)
                left[giver, seat] = taker
        for (giver, seat), taker in left.items():
            if (taker, seat) in left:
                message = f"{giver} leaves seat {seat} to {taker}, who leaves it, too"
                raise ScenarioError(message)
            if seat in self.standing.get(giver, ()):
                message = f"{giver} both stands in seat {seat} and leaves it"
                raise ScenarioError(message)

    def _named_seats(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        yield from ((f"standing {party}", seats) for party, seats in self.standing.items())
        yield from ((f"leaves {':'.join(pair)}", seats) for pair, seats in self.leaves.items())

    def _check_support(self) -> None:
        for one, other in self.support:
            if one == other or self.are_partners(one, other):
                message = f"support {one}:{other}: support from outside is for another bloc"
                raise ScenarioError(message)
            if (other, one) in self.support:
                message = f"{one} and {other} can't each support the other from outside"
                raise ScenarioError(message)


def _joined(by_pair: Mapping[Pair, ValueT]) -> dict[str, ValueT]:
    return {":".join(pair): value for pair, value in by_pair.items()}


def _parted(by_name: Mapping[str, ValueT]) -> dict[Pair, ValueT]:
    found = {}
    for name, value in by_name.items():
        one, _, other = name.partition(":")
        found[one, other] = value
    return found
