"""Outcomes: how a relation ended in an election, by what is on record and by who stood where."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, combinations
from typing import Any

from tieup.alliances.board import board
from tieup.alliances.checks.checks import APART, TOGETHER
from tieup.alliances.checks.poll import Poll
from tieup.alliances.histories.words import led_fronts
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status


class Ending(StrEnum):
    """How a relation ended in an election."""

    TOGETHER = "together"
    FRIENDLY = "together, with friendly contests"
    APART = "apart"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one relation ended in one election.

    Attributes:
        parties: the two, sorted; a front's leading party is its front.
        agreed: whether an agreement is on record, in the pack or on the board of polling day.
        met: in how many seats candidates of both stood; None where that cannot be told.
        smaller: in how many seats the smaller partner stood: the one of the two that had candidates
            in fewer seats, a front with those of all its members.
    """

    parties: tuple[str, str]
    election: str
    ending: Ending
    agreed: bool
    met: int | None = None
    smaller: int | None = None

    @property
    def allied(self) -> bool | None:
        """Whether they stood together, friendly contests or not; None where it is unknown."""
        if self.ending is Ending.UNKNOWN:
            return None
        return self.ending is not Ending.APART

    @property
    def share(self) -> float | None:
        """The share of the smaller partner's seats in which they met; None where unknown."""
        return self.met / self.smaller if self.met is not None and self.smaller else None

    def to_json(self) -> dict[str, Any]:
        """As printed beside chances and voices."""
        return {
            "parties": list(self.parties),
            "election": self.election,
            "ending": self.ending.value,
            "agreed": self.agreed,
            "met": self.met,
            "smaller": self.smaller,
        }


def outcome(one: str, two: str, region: Region, election: str, *, agreed: bool = False) -> Outcome:
    """How two parties ended in an election.

    They stood together where an agreement is on record and they met in at most a tenth of the
    smaller partner's seats; with friendly contests in at most half; else apart. It is unknown where
    the pack has no returns, where one of them stood nowhere under its own name, and where one is
    part of the other. A front counts whole: its seats are those of all its members, and its leading
    party is the front.

    Args:
        one: a party's id.
        two: the other's.
        region: with the returns, and with the alliances on record.
        election: its id.
        agreed: whether the board of polling day says so; the pack's record is looked up here.
    """
    pair = whole((one, two), region)
    poll = Poll.of(region, election)
    known = region.elections.get(election)
    on_record = agreed or (known is not None and _recorded(pair, region, election))

    def ended(ending: Ending, met: int | None = None, smaller: int | None = None) -> Outcome:
        return Outcome(
            parties=pair,
            election=election,
            ending=ending,
            agreed=on_record,
            met=met,
            smaller=smaller,
        )

    if poll is None or set(poll.all_of(pair[0])) & set(poll.all_of(pair[1])):
        return ended(Ending.UNKNOWN)
    seats = [poll.stood([party]) for party in pair]
    met, smaller = len(seats[0] & seats[1]), min(map(len, seats))
    if not smaller:
        return ended(Ending.UNKNOWN)
    if not on_record or met > APART * smaller:
        return ended(Ending.APART, met, smaller)
    few = met <= TOGETHER * smaller
    return ended(Ending.TOGETHER if few else Ending.FRIENDLY, met, smaller)


def outcomes(
    statements: Iterable[Statement], region: Region, election: str
) -> Mapping[tuple[str, str], Outcome]:
    """The outcomes of the relations on the board of polling day, and of the alliances on record.

    Args:
        statements: of any day and election; those published after that day are passed over.
        region: of the election.
        election: its id; one that the pack doesn't know has none.
    """
    day = polling_day(region, election)
    if day is None:
        return {}
    found = board(statements, region, on=day, election=election)
    return outcomes_of({e.parties: e.status for e in found.entries}, region, election)


def outcomes_of(
    stood: Mapping[tuple[str, str], Status], region: Region, election: str
) -> Mapping[tuple[str, str], Outcome]:
    """As `outcomes`, of an election in the pack.

    Args:
        stood: where each relation stood on the board of polling day.
        region: of the election.
        election: its id.
    """
    recorded = (combinations(a.parties, 2) for a in region.elections[election].alliances)
    agreed = {whole(pair, region): True for pair in chain.from_iterable(recorded)}
    for parties, status in stood.items():
        pair = whole(parties, region)
        agreed[pair] = agreed.get(pair, False) or status is Status.AGREED
    return {
        pair: outcome(*pair, region, election, agreed=told)
        for pair, told in sorted(agreed.items())
        if pair[0] != pair[1]
    }


def outcomes_by(
    known: Mapping[tuple[str, str], tuple[date, Sequence[tuple[date, str]]]],
    region: Region,
    election: str,
) -> Mapping[tuple[str, str], Outcome]:
    """As `outcomes`, of relations of which it is known where each stood from day to day.

    Args:
        known: of each, the day from which it is on the board, and its statuses.
        region: of the election.
        election: its id; one that the pack doesn't know has none.
    """
    polled = polling_day(region, election)
    if polled is None:
        return {}
    stood: dict[tuple[str, str], Status] = {}
    for pair, (named, statuses) in known.items():
        by_then = [status for day, status in statuses if max(day, named) <= polled]
        if by_then:
            stood[pair] = Status(by_then[-1])
    return outcomes_of(stood, region, election)


def polling_day(region: Region, election: str) -> date | None:
    """The first day of polling, else that of the count; None for an election not in the pack."""
    known = region.elections.get(election)
    return (known.polled_from or known.counted) if known else None


def is_counted(region: Region, election: str, day: date) -> bool:
    """Whether an election of the pack had been counted before a day."""
    known = region.elections.get(election)
    return known is not None and known.counted < day


def whole(pair: Collection[str], region: Region) -> tuple[str, str]:
    """Two parties, sorted; one that leads a front as the front."""
    fronts = led_fronts(region)
    one, two = sorted(fronts.get(party, party) for party in pair)
    return one, two


def _recorded(pair: tuple[str, str], region: Region, election: str) -> bool:
    """Whether the pack has an alliance of both, each by itself or through its front."""
    known = region.elections[election]
    through = [{party, region.front_of(party, known.counted)} for party in pair]
    return any(all(names & set(a.parties) for names in through) for a in known.alliances)
