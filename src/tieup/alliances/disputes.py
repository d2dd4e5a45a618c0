"""Disputes: what one side claimed and the other denied, and which of the two was borne out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

from tieup.alliances.board import BoardEntry
from tieup.alliances.history import Moment, history
from tieup.alliances.outcomes import Outcome, is_counted, outcome, outcomes, whole
from tieup.alliances.relations import relations
from tieup.alliances.words import is_of_alliance, pair_of
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status


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
    counted = is_counted(region, election, on)
    ends = outcomes(seen, region, election) if counted else {}
    found: list[Dispute] = []
    for pair, about in relations(seen, region).items():
        moments = tuple(history(about, pair_of(*pair, region)))
        followed = pairwise((*moments, None))
        for moment, after in followed:
            if moment is None or not _is_last(moment, after):
                continue
            known = ends.get(whole(pair, region)) or outcome(*pair, region, election)
            found.append(
                Dispute(
                    entry=BoardEntry.of(pair, moment, on),
                    until=after.day if after else None,
                    outcome=known if counted else None,
                )
            )
    return tuple(sorted(found, key=lambda d: (d.entry.since or on, d.entry.parties)))


def _is_last(moment: Moment, after: Moment | None) -> bool:
    """Whether a relation was disputed, and is not any more at the next moment."""
    disputed = moment.finding.status is Status.DISPUTED
    return disputed and (after is None or after.finding.status is not Status.DISPUTED)
