"""Disputes: what one side claimed and the other denied, and which of the two was borne out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from tieup.alliances.board import BoardEntry
from tieup.alliances.histories.history import history
from tieup.alliances.histories.relations import relations
from tieup.alliances.histories.words import is_of_alliance, pair_of
from tieup.alliances.outcomes.outcomes import Outcome, is_counted, outcome, outcomes, whole
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

#: A relation's entry from each day on on which something about it was published.
Stood = Sequence[tuple[date, BoardEntry]]


class BorneOut(StrEnum):
    """Which side of a dispute was borne out; open until the count, or where returns can't tell."""

    CLAIM = "claim"
    DENIAL = "denial"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A time in which a relation was disputed.

    Attributes:
        entry: how it stood on the board, at last.
        until: the day on which it was no longer disputed; None while it is.
        outcome: how the relation ended; None before the count.
    """

    entry: BoardEntry
    until: date | None
    outcome: Outcome | None

    @property
    def borne_out(self) -> BorneOut:
        """The claim where the two stood together in the end, the denial where they did not."""
        allied = self.outcome.allied if self.outcome else None
        if allied is None:
            return BorneOut.OPEN
        return BorneOut.CLAIM if allied else BorneOut.DENIAL

    def to_json(self) -> dict[str, Any]:
        """As printed by `tieup disputes --json`: a relation of the board, and what came of it."""
        return {
            **self.entry.to_json(),
            "until": self.until.isoformat() if self.until else None,
            "borne_out": self.borne_out.value,
        }


def disputes(
    statements: Iterable[Statement], region: Region, *, on: date, election: str
) -> tuple[Dispute, ...]:
    """Every dispute about an election up to a day, those that were settled among them, by day.

    Args:
        statements: of any kind, day and election; those that do not belong are passed over.
        region: whose parties and returns they are.
        on: the day.
        election: its id.
    """
    seen = [
        s for s in statements if is_of_alliance(s) and s.election == election and s.published <= on
    ]
    stood: dict[tuple[str, str], Stood] = {}
    for pair, about in relations(seen, region).items():
        moments = history(about, pair_of(*pair, region))
        stood[pair] = [(moment.day, BoardEntry.of(pair, moment, on)) for moment in moments]
    counted = is_counted(region, election, on)
    return disputes_in(
        stood, region, election, outcomes(seen, region, election) if counted else None
    )


def disputes_in(
    stood: Mapping[tuple[str, str], Stood],
    region: Region,
    election: str,
    ends: Mapping[tuple[str, str], Outcome] | None,
) -> tuple[Dispute, ...]:
    """As `disputes`, of relations whose way is known.

    Args:
        stood: of each, its entries from each day on.
        region: whose parties and returns they are.
        election: its id.
        ends: how relations ended; None before the count.
    """
    found: list[Dispute] = []
    for pair, way in stood.items():
        times = list(_times(way))
        if times and ends is not None:
            ended = ends.get(whole(pair, region)) or outcome(*pair, region, election)
            times = [replace(time, outcome=ended) for time in times]
        found += times
    return tuple(sorted(found, key=lambda d: (d.entry.since or date.max, d.entry.parties)))


def _times(way: Stood) -> Iterator[Dispute]:
    """The times in which a relation was disputed."""
    for (_, entry), after in zip(way, (*way[1:], None), strict=False):
        disputed = entry.status is Status.DISPUTED
        if disputed and (after is None or after[1].status is not Status.DISPUTED):
            yield Dispute(entry=entry, until=after[0] if after else None, outcome=None)
