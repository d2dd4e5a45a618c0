"""Boards: where relations stand, looked up in what is kept of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from tieup.alliances import (
    Board,
    BoardEntry,
    Dispute,
    Standings,
    Turn,
    board,
    disputes,
    standings,
    timeline,
)
from tieup.alliances.groups import groups
from tieup.alliances.histories.history import statuses
from tieup.alliances.histories.quoted import Lookup
from tieup.alliances.keeping import entry_of, turns_of
from tieup.alliances.outcomes.disputes import Stood, disputes_in
from tieup.alliances.outcomes.outcomes import Outcome, is_counted, outcomes_by
from tieup.desk.boards.testimony import Pair, Testimony
from tieup.desk.boards.upkeep import KeptOf, Upkeep
from tieup.ledger import AsOf, KeptDay, Ledger
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

Body = Mapping[str, Any]
#: Entries whose statements are looked up together.
_PAGE = 40


class Boards:
    """The boards of a region's elections in a ledger."""

    def __init__(self, ledger: Ledger, region: Region, *, stays: bool = False) -> None:
        """Nothing is read yet.

        Args:
            ledger: holds what was said.
            region: whose elections they are.
            stays: whether questions come again and again: then what is kept is held in memory.
        """
        self._ledger = ledger
        self._region = region
        self._testimony = Testimony(ledger, region)
        self._upkeep = Upkeep(ledger, region, stays=stays)

    def on(
        self, day: date, election: str, *, known: date | None = None, pair: Pair | None = None
    ) -> Board:
        """The board of an election on a day: what ``board`` makes of the statements seen then.

        Args:
            day: what was published by then.
            election: its id.
            known: use only what was recorded by the end of this day, in UTC.
            pair: where given, the board has this relation alone, and no groups.
        """
        if pair is not None:
            return self._alone(day, election, (min(pair), max(pair)), known)
        kept = self._upkeep.kept(election) if known is None else None
        found = kept.on(day) if kept else None
        if found is None or found.retracted:
            as_of = AsOf.known(day, on=known) if known else AsOf(day=day)
            seen = self._ledger.statements(as_of, election)
            return board(seen, self._region, on=day, election=election, known=known)
        entries = tuple(sorted(self._entries(found, day, election), key=lambda e: e.parties))
        return Board(
            on=day,
            known=None,
            election=election,
            entries=entries,
            groups=groups(found.wholes, {e.parties: e.status for e in entries}, self._region),
        )

    def _alone(self, day: date, election: str, pair: Pair, known: date | None) -> Board:
        kept = self._upkeep.kept(election, at_once=False) if known is None else None
        found = kept.on(day, pair=pair) if kept else None
        if found is not None and not found.retracted:
            entries = tuple(self._entries(found, day, election))
            return Board(on=day, known=None, election=election, entries=entries, groups=())
        whole = self.on(day, election, known=known)
        return whole.only(entry for entry in whole.entries if entry.parties == pair)

    def timeline(self, one: str, two: str, election: str, day: date) -> tuple[Turn, ...]:
        """The turns of a relation for an election, up to a day: what ``timeline`` makes of them."""
        pair, as_of = (min(one, two), max(one, two)), AsOf(day=day)
        kept = self._upkeep.kept(election, at_once=False)
        found = kept.about(pair, day) if kept else None
        if found is not None:
            return tuple(turns_of(found, lambda ids: self._ledger.said(ids, as_of)))
        seen = self._testimony.about([pair], election, as_of)
        return timeline(seen, self._region, *pair, on=day, election=election)

    def standings(self, election: str) -> Standings:
        """Where the relations of an election stood from each day on, by all that is seen now."""
        kept = self._upkeep.kept(election)
        found = kept.standings() if kept else None
        if kept is None or found is None:
            seen = self._ledger.statements(election=election)
            return standings(seen, self._region, election)
        live = {
            pair: (named, statuses(self._testimony.history(pair, election)))
            for pair, (named, _) in kept.relations(live=True).items()
        }
        told = {pair: (one.named, one.statuses) for pair, one in found.items()}
        return Standings(election=election, relations={**told, **live}, lasting=not live)

    def disputes(
        self, day: date, election: str, *, pair: Pair | None = None
    ) -> tuple[Dispute, ...]:
        """Every dispute up to a day, or those of a relation: what ``disputes`` makes of them."""
        wanted = None if pair is None else (min(pair), max(pair))
        kept = self._upkeep.kept(election)
        stood = kept.standings(day, pair=wanted) if kept else None
        if kept is None or stood is None:
            seen = self._ledger.statements(AsOf(day=day), election)
            found = disputes(seen, self._region, on=day, election=election)
            return tuple(d for d in found if wanted in {None, d.entry.parties})
        ways = {
            one: self._way(kept, one, day)
            for one, held in stood.items()
            if any(status == Status.DISPUTED for _, status in held.statuses)
        }
        for one, (named, _) in kept.relations(live=True).items():
            if named <= day and wanted in {None, one}:
                moments = self._testimony.history(one, election, AsOf(day=day))
                ways[one] = [(m.day, BoardEntry.of(one, m, day)) for m in moments]
        counted = is_counted(self._region, election, day)
        ends = self._ends(kept, day, election) if counted and ways else None
        return disputes_in(ways, self._region, election, ends)

    def _way(self, kept: KeptOf, pair: Pair, day: date) -> Stood:
        """The entries of a relation that is kept, their statements looked up when they are read."""
        moments = kept.about(pair, day) or ()
        disputed = [body for _, body in moments if body["status"] == Status.DISPUTED]
        lookup = self._lookup(disputed, AsOf(day=day))
        return [(moment[0], entry_of(pair, moment, on=day, lookup=lookup)) for moment in moments]

    def _ends(self, kept: KeptOf, day: date, election: str) -> Mapping[Pair, Outcome]:
        """How relations ended, by where each stood on polling day as a later day sees it."""
        held = kept.standings(day) or {}
        stood = {pair: (one.named, one.statuses) for pair, one in held.items()}
        for pair, (named, _) in kept.relations(live=True).items():
            if named <= day:
                moments = self._testimony.history(pair, election, AsOf(day=day))
                stood[pair] = named, statuses(moments)
        return outcomes_by(stood, self._region, election)

    def _entries(self, found: KeptDay, day: date, election: str) -> Iterable[BoardEntry]:
        as_of = AsOf(day=day)

        # Those of one status and time are read together, and often no others.
        told = sorted(
            found.entries.items(), key=lambda e: (e[1][1]["status"], e[1][1]["since"]), reverse=True
        )
        for start in range(0, len(told), _PAGE):
            page = told[start : start + _PAGE]
            lookup = self._lookup([body for _, (_, body) in page], as_of)
            for pair, last in page:
                yield entry_of(pair, last, on=day, lookup=lookup)
        for pair in found.live:
            moments = tuple(self._testimony.history(pair, election, as_of))
            if moments:
                yield BoardEntry.of(pair, moments[-1], day)

    def _lookup(self, bodies: Sequence[Body], as_of: AsOf) -> Lookup:
        """Looks up what moments rest on, once, when the first of it is read."""

        @cache
        def lookup() -> Mapping[str, Statement]:
            return self._ledger.said({name for b in bodies for name in b["because"]}, as_of)

        return lookup
