"""Changes: what turned between two boards of one election, and on which days anything did."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tieup.alliances.board import Board, BoardEntry
from tieup.alliances.history import Moment, history
from tieup.alliances.relations import named_since, relations
from tieup.alliances.words import is_of_alliance, pair_of
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
        """As printed by `tieup digest --json`."""
        return {"before": self.before.value, **self.after.to_json()}


def changes(before: Board, after: Board) -> tuple[Change, ...]:
    """The relations whose status differs, the latest turn first.

    A relation that is on one board alone counts as silent on the other.
    """
    earlier = {entry.parties: entry.status for entry in before.entries}
    later = {entry.parties for entry in after.entries}
    gone = (after.entry(*pair) for pair in earlier if pair not in later)
    found = [
        Change(before=earlier.get(entry.parties, Status.SILENT), after=entry)
        for entry in (*after.entries, *gone)
        if entry.status is not earlier.get(entry.parties, Status.SILENT)
    ]
    return tuple(sorted(found, key=lambda c: (-(c.after.since or date.min).toordinal(), c.parties)))


def turning_days(
    statements: Iterable[Statement], region: Region, election: str
) -> Mapping[date, int]:
    """How many relations of an election turned, by the day on which a reader could know it."""
    about = [s for s in statements if is_of_alliance(s) and s.election == election]
    named = named_since(about, region)
    return turns_by_day(
        (named[pair], statuses(history(said, pair_of(*pair, region))))
        for pair, said in relations(about, region).items()
    )


def statuses(moments: Iterable[Moment]) -> list[tuple[date, str]]:
    """A relation's status from each day on on which something about it was published."""
    return [(moment.day, moment.finding.status.value) for moment in moments]


def turns_by_day(
    relations: Iterable[tuple[date, Sequence[tuple[date, str]]]],
) -> Mapping[date, int]:
    """How many relations turned, by day.

    Args:
        relations: of each, the day from which it is on the board, and its statuses.
    """
    turned: Counter[date] = Counter()
    for named, stood in relations:
        was: str = Status.SILENT.value
        # What was told before the two were named shows on the board from that day.
        shown = {max(day, named): status for day, status in stood}
        for day, status in shown.items():
            if status != was:
                turned[day] += 1
            was = status
    return dict(sorted(turned.items()))
