"""Stability: who would gain by walking out, by what is assumed of those who are left.

What a group wins by leaving depends on how the others stand then (a partition function form:
Thrall & Lucas 1963, n-person games in partition function form, Naval Research Logistics Quarterly
10, 281-298). The conjectures, and the core in which no group gains by leaving under each:

- gamma: those left fall apart, each alone. Hart & Kurz 1983, Endogenous formation of coalitions,
  Econometrica 51, 1047-1064 (a model of stability); Chander & Tulkens 1997 for the gamma core.
- delta: those left stay together. Hart & Kurz 1983.
- pessimistic: they regroup as is worst for who leaves (Aumann & Peleg's alpha, 1960; Hafalir 2007
  calls its core cautious, Efficiency in coalition games with externalities, Games and Economic
  Behavior 61, 242-258).
- optimistic: they regroup as is best for who leaves (Shenoy 1979).
- recursive: they regroup so that none of them gains by leaving in turn, which is settled by the
  same rule in the smaller game. Koczy 2007, A recursive core for partition function form games,
  Theory and Decision 63, 41-51. Where several partitions are left, the pessimistic variant takes
  the worst of them; where none is left, all partitions count.

Seats can't be handed over as money can, so that a group is tempted where every member of it wins
more on average (its joint gain is told, too).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any, Literal

import numpy as np

from tieup.deals.outlook import Difference
from tieup.seats.contest import Ints

Group = frozenset[str]
#: Who stands together: groups of the partners that share no one, and leave none out.
Structure = frozenset[Group]
#: Seats by draw, shape (draws,), that each partner wins in a structure.
Values = Callable[[Structure], Mapping[str, Ints]]
Conjecture = Literal["gamma", "delta", "pessimistic", "optimistic", "recursive"]
CONJECTURES: tuple[Conjecture, ...] = ("gamma", "delta", "pessimistic", "optimistic", "recursive")
#: Differences of means below this are none.
_EVEN = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Walkout:
    """What a group gains by leaving.

    Attributes:
        group: who leaves, and stands together.
        conjecture: what is assumed of the others.
        others: how they stand then.
        gains: by member, seats more than in the deal, over the same draws.
        joint: of all members together.
    """

    group: tuple[str, ...]
    conjecture: Conjecture
    others: tuple[tuple[str, ...], ...]
    gains: Mapping[str, Difference]
    joint: Difference

    @property
    def tempted(self) -> bool:
        """Whether every member gains on average."""
        return all(gain.mean > _EVEN for gain in self.gains.values())

    @property
    def sure(self) -> bool:
        """Whether every member's gain is clear of chance: its interval lies above none."""
        return all(gain.low > 0 for gain in self.gains.values())

    def to_json(self) -> dict[str, Any]:
        """As the attributes."""
        return {
            "group": list(self.group),
            "conjecture": self.conjecture,
            "others": [list(group) for group in self.others],
            "gains": {partner: gain.to_json() for partner, gain in self.gains.items()},
            "joint": self.joint.to_json(),
            "tempted": self.tempted,
            "sure": self.sure,
        }


def walkouts(
    partners: tuple[str, ...],
    deal: Mapping[str, Ints],
    values: Values,
    conjectures: tuple[Conjecture, ...] = CONJECTURES,
) -> tuple[Walkout, ...]:
    """What every partner and sub-group would gain by leaving a deal of all.

    Args:
        partners: those of the deal.
        deal: seats by draw that each wins in it.
        values: seats by draw in any other structure, over the same draws; asked once for each.
        conjectures: which to try.
    """
    game = _Game(cache(values))
    everybody = frozenset(partners)
    found = []
    for size in range(1, len(partners)):
        for members in combinations(partners, size):
            group = frozenset(members)
            for conjecture in conjectures:
                rest = game.left(group, everybody - group, frozenset(), conjecture)
                then = game.values(rest | {group})
                gains = {p: np.asarray(then[p] - deal[p], dtype=np.int64) for p in members}
                found.append(
                    Walkout(
                        group=members,
                        conjecture=conjecture,
                        others=_ordered(rest, partners),
                        gains={p: Difference.of(gain) for p, gain in gains.items()},
                        joint=Difference.of(np.sum([*gains.values()], axis=0)),
                    )
                )
    return tuple(found)


def partitions(members: tuple[str, ...]) -> Iterator[Structure]:
    """Every partition, once."""
    if not members:
        yield frozenset()
        return
    first, rest = members[0], members[1:]
    for size in range(len(rest) + 1):
        for beside in combinations(rest, size):
            left = tuple(each for each in rest if each not in beside)
            for others in partitions(left):
                yield others | {frozenset((first, *beside))}


class _Game:
    """The partners' game, as means over the draws."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self._cores: dict[tuple[Group, Structure], tuple[Structure, ...]] = {}
        self._means: dict[Structure, Mapping[str, float]] = {}

    def means(self, structure: Structure) -> Mapping[str, float]:
        """Average seats by partner."""
        if structure not in self._means:
            found = self.values(structure)
            self._means[structure] = {p: float(np.mean(seats)) for p, seats in found.items()}
        return self._means[structure]

    def left(
        self, group: Group, rest: Group, outside: Structure, conjecture: Conjecture
    ) -> Structure:
        """How the rest stands once the group has left, as the conjecture has it."""
        if conjecture == "gamma":
            return frozenset(frozenset({each}) for each in rest)
        if conjecture == "delta":
            return frozenset({rest}) if rest else frozenset()
        if conjecture == "recursive":
            ways = self.core(rest, outside | {group})
        else:
            ways = tuple(partitions(tuple(sorted(rest))))
        sign = -1 if conjecture == "optimistic" else 1

        def rating(way: Structure) -> tuple[float, str]:
            means = self.means(way | outside | {group})
            return sign * sum(means[p] for p in group), _key(way)

        return min(ways, key=rating)

    def core(self, members: Group, outside: Structure) -> tuple[Structure, ...]:
        """Partitions of the members, given the others, that no group of them gains by leaving.

        All partitions where every one is left by somebody (Koczy's rule for an empty core).
        """
        if not members:
            return (frozenset(),)
        if (members, outside) not in self._cores:
            ways = tuple(partitions(tuple(sorted(members))))
            kept = tuple(way for way in ways if not self._left_by_any(way, members, outside))
            self._cores[members, outside] = kept or ways
        return self._cores[members, outside]

    def _left_by_any(self, way: Structure, members: Group, outside: Structure) -> bool:
        now = self.means(way | outside)
        for size in range(1, len(members) + 1):
            for leaving in combinations(sorted(members), size):
                group = frozenset(leaving)
                if group in way:
                    continue
                # Whoever leaves expects the worst that the rest's own core allows.
                after = [
                    self.means(rest | outside | {group})
                    for rest in self.core(members - group, outside | {group})
                ]
                if all(then[p] > now[p] + _EVEN for then in after for p in group):
                    return True
        return False


def _key(structure: Structure) -> str:
    return "/".join(sorted("+".join(sorted(group)) for group in structure))


def _ordered(structure: Structure, partners: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    groups = [tuple(p for p in partners if p in group) for group in structure]
    return tuple(sorted(groups, key=lambda group: partners.index(group[0])))
