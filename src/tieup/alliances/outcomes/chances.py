"""Chances: how often relations that stood where one stands now have ended allied.

Each relation of a past election is one case, however long it was talked about: its days are not
independent. The statuses are counted together in three groups, and a group with few cases leans on
the rate of all. So it was settled by leaving out one election at a time (benchmark/chances.py):
finer statuses, and the days left until the poll, foretold the left-out election no better.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tieup.alliances.board import Board
from tieup.alliances.histories.history import Moment, history
from tieup.alliances.histories.relations import relations
from tieup.alliances.histories.words import is_of_alliance, pair_of
from tieup.alliances.outcomes.outcomes import Outcome, is_counted, outcomes, polling_day, whole
from tieup.alliances.outcomes.rates import Rate
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

#: Statuses that are counted together: nothing settled yet, agreed, and turned away.
GROUPS = (
    frozenset({Status.SILENT, Status.COURTING, Status.TALKING, Status.DISPUTED}),
    frozenset({Status.AGREED}),
    frozenset({Status.REFUSED, Status.ENDED}),
)
#: The rate of all cases weighs as much as so many cases of a group's own.
WEIGHT = 2.0
#: Where a case stood is asked so many days before the first day of polling: what held for a day or
#: two in between is no case of that status.
HORIZONS = (365, 180, 90, 60, 30, 14, 7, 1)
#: What whoever sees a chance must know.
CAUTION = (
    "The chronicle tells of talks that were news: pairs that nobody wrote about are missing, so "
    "that the chances of relations still open are too high. Cases are few, and those of one "
    "election are not independent: the true intervals are wider."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A relation of a counted election: where it had stood, and how it ended.

    Attributes:
        outcome: its ending is known.
        statuses: where it stood so many days before polling, as the board of that day had it; only
            from the day on which it came on the board.
    """

    outcome: Outcome
    statuses: Mapping[int, Status]

    @property
    def allied(self) -> bool:
        """Whether the two stood together."""
        return bool(self.outcome.allied)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How likely a relation is to end allied.

    Attributes:
        rate: over the relations that stood in a status of the same group at one of the horizons.
        elections: those that the cases are from, in order of the count.
    """

    rate: Rate
    elections: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return self.rate.to_json()


def chances(
    found: Board, region: Region, told: Iterable[Statement]
) -> Mapping[tuple[str, str], Chance]:
    """The chance that each relation of a board ends allied; none where there is no case to go by.

    Nothing of the board's own election counts, nor of any that was not counted by the board's day.
    Once the board's own election is counted, there is nothing to be told.

    Args:
        found: the board.
        region: whose elections, returns and fronts they are.
        told: the statements of past campaigns, such as those of the region's chronicle.
    """
    if is_counted(region, found.election, found.on):
        return {}
    past = cases(told, region, before=found.on, but=found.election)
    by_status = chances_of(past)
    return {e.parties: by_status[e.status] for e in found.entries if e.status in by_status}


def chances_of(past: Sequence[Case]) -> Mapping[Status, Chance]:
    """The chance of each status of which there is a case."""
    if not past:
        return {}
    elections = tuple(dict.fromkeys(case.outcome.election for case in past))
    base = Rate.of(sum(case.allied for case in past), len(past))
    found: dict[Status, Chance] = {}
    for group in GROUPS:
        own = [case for case in past if group & set(case.statuses.values())]
        if not own:
            continue
        rate = Rate.of(sum(c.allied for c in own), len(own), prior=base.mean, weight=WEIGHT)
        found |= {status: Chance(rate=rate, elections=elections) for status in group}
    return found


def cases(
    told: Iterable[Statement], region: Region, *, before: date, but: str | None = None
) -> tuple[Case, ...]:
    """The cases of every election counted before a day, in order of the count.

    They are the relations that were on the board before polling and whose outcome is known. A front
    counts whole: what its members want for themselves is no case of its own.

    Args:
        told: statements of any election.
        region: with the elections and their returns.
        before: the day.
        but: an election whose outcomes must not count.
    """
    statements = [s for s in told if is_of_alliance(s)]
    found: list[Case] = []
    for election in sorted(region.elections.values(), key=lambda e: e.counted):
        polled = polling_day(region, election.id)
        if election.id == but or not is_counted(region, election.id, before) or polled is None:
            continue
        ended = outcomes(statements, region, election.id)
        seen = [s for s in statements if s.election == election.id and s.published < polled]
        for pair, about in relations(seen, region).items():
            ending = ended.get(pair)
            if ending is None or ending.allied is None or _is_part(pair, region, polled):
                continue
            statuses = _statuses(tuple(history(about, pair_of(*pair, region))), polled)
            if statuses:
                found.append(Case(outcome=ending, statuses=statuses))
    return tuple(found)


def _statuses(moments: Sequence[Moment], polled: date) -> Mapping[int, Status]:
    found = {}
    for horizon in HORIZONS:
        day = polled - timedelta(days=horizon)
        until = [moment.finding.status for moment in moments if moment.day <= day]
        if until:
            found[horizon] = until[-1]
    return found


def _is_part(pair: tuple[str, str], region: Region, day: date) -> bool:
    """Whether one of the two stands in a front, or leads one, and is counted with it."""
    in_front = any(region.front_of(party, day) is not None for party in pair)
    return in_front or whole(pair, region) != pair
