"""Changes: what turned between two boards of one election, and on which days anything did."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any

from tieup.alliances.board import Board, BoardEntry
from tieup.alliances.histories.history import history, statuses
from tieup.alliances.histories.relations import named_since, relations
from tieup.alliances.histories.words import is_of_alliance, pair_of
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A relation that stands elsewhere than it stood.

    Attributes:
        before: the status that it had.
        after: its entry on the later board.
    """

    before: Status
    after: BoardEntry

    @property
    def parties(self) -> tuple[str, str]:
        """The two."""
        return self.after.parties

    def to_json(self) -> dict[str, Any]:
        """An entry of `Changed`."""
        return {"before": self.before.value, **self.after.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What turned in an election after one day and until another, the latest turn first."""

    election: str
    since: date
    on: date
    changes: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """As printed by `tieup digest --json`."""
        return {
            "since": self.since.isoformat(),
            "on": self.on.isoformat(),
            "election": self.election,
            "turned": [change.to_json() for change in self.changes],
        }


def changes(before: Mapping[tuple[str, str], Status], after: Board) -> tuple[Change, ...]:
    """The relations whose status differs, the latest turn first.

    A relation that is known of one day alone counts as silent on the other.

    Args:
        before: the statuses of the earlier day.
        after: the board of the later one.
    """
    later = after.statuses
    gone = (after.entry(*pair) for pair in before if pair not in later)
    found = [
        Change(before=before.get(entry.parties, Status.SILENT), after=entry)
        for entry in (*after.entries, *gone)
        if entry.status is not before.get(entry.parties, Status.SILENT)
    ]
    return tuple(sorted(found, key=lambda c: (-(c.after.since or date.min).toordinal(), c.parties)))


@dataclass(frozen=True, kw_only=True)
class Standings:
    """Where the relations of an election stood from each day on.

    Attributes:
        relations: of each, the day from which it is on the board, and its statuses.
        lasting: whether that is how they stood on each day's own board: not so where something was
            taken back since, or two stories turned out to be one.
    """

    election: str
    relations: Mapping[tuple[str, str], tuple[date, Sequence[tuple[date, str]]]]
    lasting: bool

    @cached_property
    def turning_days(self) -> Mapping[date, int]:
        """How many relations turned, by day."""
        turned: Counter[date] = Counter()
        for named, stood in self.relations.values():
            was: str = Status.SILENT.value
            # What was told before the two were named shows on the board from that day.
            shown = {max(day, named): status for day, status in stood}
            for day, status in shown.items():
                if status != was:
                    turned[day] += 1
                was = status
        return dict(sorted(turned.items()))

    def statuses(self, on: date) -> Mapping[tuple[str, str], Status]:
        """Where each relation stood on a day, of those that were on its board."""
        return {
            pair: Status(stood[known - 1][1])
            for pair, (named, stood) in self.relations.items()
            if named <= on and (known := bisect_right(stood, on, key=itemgetter(0)))
        }


def standings(statements: Iterable[Statement], region: Region, election: str) -> Standings:
    """The standings of an election.

    Args:
        statements: of any kind and election; those that do not belong are passed over.
        region: whose parties they are.
        election: its id.
    """
    about = [s for s in statements if is_of_alliance(s) and s.election == election]
    named = named_since(about, region)
    found = {
        pair: (named[pair], statuses(history(said, pair_of(*pair, region))))
        for pair, said in relations(about, region).items()
    }
    return Standings(election=election, relations=found, lasting=False)
