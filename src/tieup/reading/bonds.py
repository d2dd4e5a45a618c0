"""Bonds: how parties stand to each other on a day, as the fronts and blocs of the pack tell it.

A report of who got how many seats seldom says that those named are allies: its readers know. So do
the models of acts and relations, by these features.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from tieup.reading.eras import era_of
from tieup.regions import Region

#: Counts of more tell no more.
_MANY = 4
#: The bonds of so many sets of parties are kept.
_KEPT = 2000


class Bond(StrEnum):
    """How two parties stand to each other, or all pairs of several."""

    PARTNERS = "partners"
    FORMER = "former"
    RIVALS = "rivals"
    STRANGERS = "strangers"
    SOME = "some partners"
    MIXED = "mixed"


class Bonds:
    """The bonds of a region's parties on a day."""

    def __init__(self, region: Region, day: date) -> None:
        """Take down who is in which front or bloc, and who has been.

        Args:
            region: whose pack tells it.
            day: what begins later is not known.
        """
        wholes = [party for party in region.parties.values() if party.kind != "party"]
        self._now = [frozenset((w.id, *w.members_on(day))) for w in wholes]
        self._ever = [
            frozenset((w.id, *(m.party for m in w.members if m.since is None or m.since <= day)))
            for w in wholes
        ]
        self._anywhere = frozenset[str]().union(*self._now)
        self._known = lru_cache(maxsize=_KEPT)(self._of_all)

    def between(self, one: str, other: str) -> Bond:
        """The bond of two parties; rivals are in blocs, and together in none."""
        pair = frozenset((one, other))
        if any(pair <= whole for whole in self._now):
            return Bond.PARTNERS
        if any(pair <= whole for whole in self._ever):
            return Bond.FORMER
        return Bond.RIVALS if pair <= self._anywhere else Bond.STRANGERS

    def among(self, parties: tuple[str, ...], hub: str | None = None) -> Bond | None:
        """The bond of all pairs, or of a hub with each other party; None of fewer than two."""
        return self._known(parties, hub)

    def features(self, parties: tuple[str, ...]) -> Iterator[str]:
        """What the parties that a clause names say for its act."""
        bond = self.among(parties)
        if bond is not None:
            yield f"bond {bond}"
            yield f"bond {bond} of {min(_MANY, len(parties))}"

    def _of_all(self, parties: tuple[str, ...], hub: str | None) -> Bond | None:
        pairs = ((hub, p) for p in parties if p != hub) if hub else combinations(parties, 2)
        bonds = {self.between(one, other) for one, other in pairs}
        if len(bonds) > 1:
            return Bond.SOME if Bond.PARTNERS in bonds else Bond.MIXED
        return next(iter(bonds), None)


def bonds_of(region: Region, day: date) -> Bonds:
    """The bonds of a region's parties on a day, the same ones as long as they hold."""
    return _bonds(region, era_of(region, day))


@lru_cache(maxsize=64)
def _bonds(region: Region, day: date) -> Bonds:
    return Bonds(region, day)
