"""Outlines: where each relation stands, in a few words, without the statements behind it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from tieup.alliances import STALE_DAYS, Board, BoardEntry
from tieup.english import counted, listed
from tieup.report.naming import Names, in_words
from tieup.vocabulary import Status

#: In which order the relations are told: what is news first.
ORDER = (
    Status.DISPUTED,
    Status.AGREED,
    Status.TALKING,
    Status.COURTING,
    Status.ENDED,
    Status.REFUSED,
    Status.SILENT,
)
#: Statuses of which one expects to hear more.
_OPEN = frozenset({Status.COURTING, Status.TALKING, Status.DISPUTED})
#: How long before it was stale the last news of a relation was.
_STALE_AFTER = timedelta(days=STALE_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Where a relation of the board stands."""

    entry: BoardEntry
    names: Names

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return anchor(self.entry.parties)

    @property
    def parties(self) -> tuple[str, str]:
        """The side that courts or claims before the other, where it is one."""
        one, two = self.entry.parties
        return (two, one) if self.entry.finding.towards == (two,) else (one, two)

    @property
    def status(self) -> Status:
        """Its status."""
        return self.entry.status

    @property
    def since(self) -> str | None:
        """The day from which it has had its status, in words."""
        return in_words(self.entry.since) if self.entry.since else None

    @property
    def gist(self) -> tuple[str, ...]:
        """Who courts, who denies and who is awaited, in sentences."""
        return tuple(_gist(self.entry, self.names))

    @property
    def rule(self) -> str:
        """The rule that made the status."""
        return self.entry.finding.rule

    @property
    def reports(self) -> str:
        """On how much it rests."""
        number = len(self.entry.because)
        reports = counted(number, "statement")
        if number > 1:
            reports += f" in {counted(self.entry.origins, 'report', 'separate reports')}"
        return reports[0].upper() + reports[1:]


def outlines(board: Board, names: Names) -> tuple[Outline, ...]:
    """Of every relation of the board, by status, the latest turn first."""
    return tuple(Outline(entry=entry, names=names) for entry in ordered(board.entries))


def ordered(entries: Iterable[BoardEntry]) -> list[BoardEntry]:
    """As they are told: by status, the latest turn first."""
    return sorted(
        entries,
        key=lambda e: (ORDER.index(e.status), -e.since.toordinal() if e.since else 0, e.parties),
    )


def anchor(parties: Iterable[str]) -> str:
    """Where a relation stands on the page."""
    return "relation-" + "-".join(re.sub(r"\W+", "-", party) for party in parties)


def _gist(entry: BoardEntry, names: Names) -> Iterable[str]:
    """What the status comes to, in short sentences."""
    yield from _positions(entry, names)
    finding = entry.finding
    if finding.decider:
        yield f"The decision is with {finding.decider}."
    elif finding.waiting_on:
        yield f"{names.party(finding.waiting_on)} has yet to answer."
    if entry.stale_since and entry.status in _OPEN:
        yield f"Nothing new on record since {in_words(entry.stale_since - _STALE_AFTER)}."


def _positions(entry: BoardEntry, names: Names) -> Iterable[str]:
    """Who is for it, and who against."""
    finding = entry.finding
    towards = [names.party(p) for p in finding.towards]
    away = [names.party(p) for p in finding.away]
    others = [names.party(p) for p in entry.parties if p not in finding.towards]
    match entry.status:
        case Status.DISPUTED if away:
            verb = "refuses" if "refusal" in finding.rule else "denies"
            said = f"{listed(towards)} claims it," if towards else "It was reported, and"
            yield f"{said} {listed(away)} {verb} it."
        case Status.COURTING if len(towards) == 1:
            yield f"{towards[0]} courts {listed(others)}."
        case Status.TALKING if len(towards) == 1:
            yield f"{towards[0]} is on record for it."
        case Status.REFUSED if away:
            yield f"{listed(away)} {'rule' if len(away) > 1 else 'rules'} it out."
            if towards:
                yield f"{listed(towards)} would have it."
        case Status.ENDED if away:
            yield f"Broken by {listed(away)}."
        case Status.SILENT if away:
            yield f"{listed(away)} {'deny' if len(away) > 1 else 'denies'} that there is anything."
