"""Chances: from a board to the chance that each two stand in one bloc, and whom to group."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from tieup.scenarios.partitions import MOST
from tieup.vocabulary import Status

Pair = tuple[str, str]

#: The chance of two of whom nothing was ever written, and those of statuses that no counted case
#: tells about: stated, not estimated. A board of seven parties has a dozen pairs of the first kind,
#: so that much more than this would make the unheard-of likely.
UNTOLD = 0.01
PRIORS: Mapping[Status, float] = {
    Status.AGREED: 0.75,
    Status.TALKING: 0.3,
    Status.COURTING: 0.2,
    Status.DISPUTED: 0.2,
    Status.SILENT: 0.05,
    Status.REFUSED: 0.03,
    Status.ENDED: 0.03,
}
#: A party with this percent of the votes is grouped even if it is not on the board.
LARGE = 5.0


class Placed(Protocol):
    """What is needed of an entry of the board."""

    @property
    def parties(self) -> Pair:
        """The two."""

    @property
    def status(self) -> Status:
        """Where they stand."""


def grouped(
    entries: Iterable[Placed],
    shares: Mapping[str, float],
    *,
    fronts: Mapping[str, str] | None = None,
    most: int = MOST,
) -> tuple[str, ...]:
    """The parties to group: those of some size, then those with most relations on the board.

    Args:
        entries: of the board.
        shares: percent of the votes at the base, by party or front.
        fronts: the front of each member; members act as their front, and are not grouped.
        most: how many at the most.
    """
    relations = Counter(party for entry in entries for party in entry.parties)
    large = [party for party, share in shares.items() if share >= LARGE]
    chosen = {*large, *relations} - (fronts or {}).keys()

    def rank(party: str) -> tuple[bool, int, float, str]:
        share = shares.get(party, 0.0)
        return share < LARGE, 0 if share >= LARGE else -relations[party], -share, party

    return tuple(sorted(chosen, key=rank)[:most])


def pair_chances(
    entries: Iterable[Placed], known: Mapping[Pair, float], parties: Sequence[str]
) -> dict[Pair, float]:
    """Chances of pairs of some parties from a board.

    Args:
        entries: of the board, fronts folded.
        known: the chances that the record tells, by pair; where it tells none, the status's prior.
        parties: whose pairs count.
    """
    return {
        entry.parties: known.get(entry.parties, PRIORS[entry.status])
        for entry in entries
        if set(entry.parties) <= set(parties)
    }
