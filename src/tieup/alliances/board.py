"""The board: where every relation stands for an election on a day, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Self

from tieup.alliances.groups import Group, groups, is_whole
from tieup.alliances.histories.finding import Finding
from tieup.alliances.histories.history import Moment, history
from tieup.alliances.histories.quoted import ids_of
from tieup.alliances.histories.relations import relations
from tieup.alliances.histories.words import is_of_alliance, led_fronts, pair_of
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

#: What nothing was published about for so many days is stale.
STALE_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardEntry:
    """One relation on the board.

    Attributes:
        since: the day on which a reader of the news could first have known the status; None for one
            on which nothing is on record.
        origins: how many separate stories the status rests on.
        stale_since: the day from which nothing had been published about the two for two months;
            None where something was.
        because: the statements that it rests on.
    """

    parties: tuple[str, str]
    finding: Finding
    since: date | None
    origins: int = 0
    stale_since: date | None = None

    @classmethod
    def of(cls, parties: tuple[str, str], moment: Moment, on: date) -> Self:
        """The entry of a relation whose last moment this is, as a day sees it."""
        return cls(
            parties=parties,
            finding=moment.finding,
            since=moment.since,
            origins=moment.origins,
            stale_since=stale_since(moment.day, on),
        )

    @property
    def status(self) -> Status:
        """Where the relation stands."""
        return self.finding.status

    @property
    def because(self) -> Sequence[Statement]:
        """The statements that the status rests on."""
        return self.finding.because

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "parties": list(self.parties),
            "status": self.status.value,
            "since": self.since.isoformat() if self.since else None,
            "towards": list(self.finding.towards),
            "away": list(self.finding.away),
            "waiting_on": self.finding.waiting_on,
            "decider": self.finding.decider,
            "rule": self.finding.rule,
            "because": list(ids_of(self.because)),
            "origins": self.origins,
            "chance": None,
            "stale_since": self.stale_since.isoformat() if self.stale_since else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Every relation for an election on a day."""

    on: date
    known: date | None
    election: str
    entries: tuple[BoardEntry, ...]
    groups: tuple[Group, ...]

    @property
    def statuses(self) -> Mapping[tuple[str, str], Status]:
        """Where each relation stands."""
        return {entry.parties: entry.status for entry in self.entries}

    def entry(self, one: str, two: str) -> BoardEntry:
        """The entry of two parties; silent where nothing is on record."""
        wanted = (min(one, two), max(one, two))
        for entry in self.entries:
            if entry.parties == wanted:
                return entry
        return BoardEntry(parties=wanted, finding=_SILENT, since=None)

    def only(self, entries: Iterable[BoardEntry]) -> Self:
        """A part of the board: these entries, and no groups."""
        return replace(self, entries=tuple(entries), groups=())

    def at_hand(self) -> Self:
        """The same with every statement looked up, for when the ledger is closed."""
        return replace(
            self,
            entries=tuple(
                replace(e, finding=replace(e.finding, because=tuple(e.because)))
                for e in self.entries
            ),
        )

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "on": self.on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "election": self.election,
            "relations": [entry.to_json() for entry in self.entries],
            "alliances": [group.to_json() for group in self.groups],
        }


def stale_since(last: date, on: date) -> date | None:
    """From when a relation is stale whose last news is of a day; None where it is not yet."""
    return stale if (stale := last + _STALE) <= on else None


_STALE = timedelta(days=STALE_DAYS)
_SILENT = Finding(status=Status.SILENT, rule="nothing on record", because=())


def board(
    statements: Iterable[Statement],
    region: Region,
    *,
    on: date,
    election: str,
    known: date | None = None,
) -> Board:
    """The board of an election on a day, from the statements published by then.

    Args:
        statements: of any kind, day and election; those that do not belong are passed over.
        region: whose parties they are.
        on: the day.
        election: its id.
        known: only named in the result; what was recorded later is left out by the ledger.
    """
    seen = [
        s for s in statements if is_of_alliance(s) and s.election == election and s.published <= on
    ]
    entries = [
        BoardEntry.of(pair, moments[-1], on)
        for pair, about in relations(seen, region).items()
        if (moments := tuple(history(about, pair_of(*pair, region))))
    ]
    return Board(
        on=on,
        known=known,
        election=election,
        entries=tuple(entries),
        groups=groups(
            (s.parties for s in seen if is_whole(s)), {e.parties: e.status for e in entries}, region
        ),
    )


def folded(found: Board, region: Region) -> Board:
    """The board as people look at it: a front's leading party is in it as the front."""
    double = doubles(found.statuses, region)
    return replace(found, entries=tuple(e for e in found.entries if e.parties not in double))


def doubles(known: Collection[tuple[str, str]], region: Region) -> frozenset[tuple[str, str]]:
    """The relations of a front's leading party of which the front's own is known, too."""
    fronts = led_fronts(region)

    def whole(pair: tuple[str, str]) -> tuple[str, str]:
        one, two = (fronts.get(party, party) for party in pair)
        return min(one, two), max(one, two)

    return frozenset(pair for pair in known if (led := whole(pair)) != pair and led in known)
