"""Boards: where relations stand, from what is kept of it, brought up to date first.

A board of a hundred thousand statements takes seconds to work out and a moment to look up. What
was worked out is kept in the ledger; what came since changes the relations that it is about alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from tieup.alliances import (
    Board,
    BoardEntry,
    Dispute,
    Turn,
    board,
    disputes,
    timeline,
)
from tieup.alliances.changes import Standings, standings, statuses
from tieup.alliances.groups import groups, is_whole
from tieup.alliances.histories.history import Moment, history
from tieup.alliances.histories.quoted import Lookup
from tieup.alliances.histories.relations import named_since, relations
from tieup.alliances.histories.words import is_of_alliance, led_fronts, pair_of, voices
from tieup.alliances.keeping import entry_of, kept, key_of, merges_late, turns_of
from tieup.alliances.outcomes.disputes import Stood, disputes_in
from tieup.alliances.outcomes.outcomes import Outcome, is_counted, outcomes_of, polling_day
from tieup.alliances.resuming import resumed
from tieup.ledger import AsOf, History, Kept, KeptDay, Ledger, LedgerError, News
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

Pair = tuple[str, str]
Body = Mapping[str, Any]
#: Entries whose statements are looked up together.
_PAGE = 40
#: With news of more relations than this, the election is read as a whole.
_MANY = 60


class Boards:
    """The boards of a region's elections in a ledger."""

    def __init__(self, ledger: Ledger, region: Region) -> None:
        """Nothing is read yet."""
        self._ledger = ledger
        self._region = region
        self._fronts = led_fronts(region)

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
        found = None
        if known is None and self._renewed(election):
            found = self._ledger.boards.on(election, day)
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
        if known is None and self._renewed(election, at_once=False):
            found = self._ledger.boards.on(election, day, pair=pair)
            if not found.retracted:
                entries = tuple(self._entries(found, day, election))
                return Board(on=day, known=None, election=election, entries=entries, groups=())
        whole = self.on(day, election, known=known)
        return whole.only(entry for entry in whole.entries if entry.parties == pair)

    def timeline(self, one: str, two: str, election: str, day: date) -> tuple[Turn, ...]:
        """The turns of a relation for an election, up to a day: what ``timeline`` makes of them."""
        pair, as_of = (min(one, two), max(one, two)), AsOf(day=day)
        if self._renewed(election, at_once=False):
            found = self._ledger.boards.about(pair, election, day)
            if found is not None:
                return tuple(turns_of(found, lambda ids: self._ledger.said(ids, as_of)))
        seen = self._about([pair], election, as_of)
        return timeline(seen, self._region, *pair, on=day, election=election)

    def turning_days(self, election: str) -> Mapping[date, int]:
        """How many relations turned, by day: what ``turning_days`` makes of the statements."""
        return self.standings(election).turning_days

    def standings(self, election: str) -> Standings:
        """Where the relations of an election stood from each day on, by all that is seen now."""
        found = self._ledger.boards.standings(election) if self._renewed(election) else None
        if found is None:
            seen = self._ledger.statements(election=election)
            return standings(seen, self._region, election)
        live = {
            pair: (named, statuses(self._history_of(pair, election)))
            for pair, named in self._live(election).items()
        }
        kept_ = {pair: (one.named, one.statuses) for pair, one in found.items()}
        return Standings(election=election, relations={**kept_, **live}, lasting=not live)

    def disputes(
        self, day: date, election: str, *, pair: Pair | None = None
    ) -> tuple[Dispute, ...]:
        """Every dispute up to a day, or those of a relation: what ``disputes`` makes of them."""
        wanted = None if pair is None else (min(pair), max(pair))
        counted = is_counted(self._region, election, day)
        stood = None
        if self._renewed(election):
            alone = None if counted else wanted
            stood = self._ledger.boards.standings(election, day, pair=alone)
        if stood is None:
            seen = self._ledger.statements(AsOf(day=day), election)
            found = disputes(seen, self._region, on=day, election=election)
            return tuple(d for d in found if wanted in {None, d.entry.parties})
        as_of = AsOf(day=day)
        named = {
            one: since
            for one, since in self._live(election).items()
            if since <= day and (counted or wanted in {None, one})
        }
        live = {one: tuple(self._history_of(one, election, as_of)) for one in named}
        ends = None
        if counted:
            known = {one: (held.named, held.statuses) for one, held in stood.items()}
            known |= {one: (named[one], statuses(moments)) for one, moments in live.items()}
            ends = self._ends(known, election)
        ways: dict[Pair, Stood] = {
            one: [(moment.day, BoardEntry.of(one, moment, day)) for moment in moments]
            for one, moments in live.items()
            if wanted in {None, one}
        }
        for one, held in stood.items():
            if wanted in {None, one} and any(told == Status.DISPUTED for _, told in held.statuses):
                ways[one] = self._way(one, election, day)
        return disputes_in(ways, self._region, election, ends)

    def _way(self, pair: Pair, election: str, day: date) -> Stood:
        """The entries of a relation that is kept, their statements looked up when they are read."""
        moments = self._ledger.boards.about(pair, election, day) or ()

        disputed = [body for _, body in moments if body["status"] == Status.DISPUTED]
        lookup = self._lookup(disputed, AsOf(day=day))
        return [(moment[0], entry_of(pair, moment, on=day, lookup=lookup)) for moment in moments]

    def _ends(
        self, known: Mapping[Pair, tuple[date, Sequence[tuple[date, str]]]], election: str
    ) -> Mapping[Pair, Outcome]:
        """How relations ended, by where each stood on polling day."""
        polled = polling_day(self._region, election) or date.min
        stood: dict[Pair, Status] = {}
        for pair, (named, told) in known.items():
            by_then = [status for day, status in told if max(day, named) <= polled]
            if by_then:
                stood[pair] = Status(by_then[-1])
        return outcomes_of(stood, self._region, election)

    def _live(self, election: str) -> Mapping[Pair, date]:
        """The relations that are worked out each time, with the day on which each was named."""
        known = self._ledger.boards.relations(election)
        return {pair: named for pair, (named, is_live) in known.items() if is_live}

    def _history_of(self, pair: Pair, election: str, as_of: AsOf | None = None) -> Iterator[Moment]:
        """The moments of a relation, worked out."""
        seen = self._about([pair], election, as_of)
        return history(seen, pair_of(*pair, self._region))

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
            moments = tuple(self._history_of(pair, election, as_of))
            if moments:
                yield BoardEntry.of(pair, moments[-1], day)

    def _lookup(self, bodies: Sequence[Body], as_of: AsOf) -> Lookup:
        """Looks up what moments rest on, once, when the first of it is read."""

        @cache
        def lookup() -> Mapping[str, Statement]:
            return self._ledger.said({name for b in bodies for name in b["because"]}, as_of)

        return lookup

    def _renewed(self, election: str, *, at_once: bool = True) -> bool:
        """Bring what is kept up to date; False where it can't be, as where nothing is written.

        Args:
            election: its id.
            at_once: though all has to be read for it.
        """
        key = key_of(self._region)
        try:
            news = self._ledger.boards.news(election, key)
            if news.is_none:
                return True
            if news.whole and not at_once:
                return False
            return self._ledger.boards.keep(election, key, news, self._made(news, election))
        except LedgerError:
            return False

    def _made(self, news: News, election: str) -> Kept:
        """What is to be kept of news."""
        added = list(filter(is_of_alliance, news.added))
        changed, pairs = self._resumed(news.pairs, added, election)
        seen: list[Statement] = []
        wanted = {self._whole_pair(pair) for pair in pairs if len(set(pair)) > 1}
        touched = {self._whole(a) for a, b in pairs if a == b}
        if news.whole or touched or len(wanted) > _MANY:
            seen = list(filter(is_of_alliance, self._ledger.statements(election=election)))
        elif wanted:
            seen = self._about([(min(w), max(w)) for w in wanted if len(w) > 1], election, None)
        named = named_since(seen, self._region)
        histories: dict[Pair, History] = {}
        for pair, about in relations(seen, self._region).items():
            whole = self._whole_pair(pair)
            if news.whole or whole in wanted or whole & touched:
                histories[pair] = self._history(pair, about, named[pair])
        told = {s.id: s for s in seen if news.whole or s.id in news.statements}
        told |= {s.id: s for s in added}
        return Kept(
            histories=histories,
            wholes={n: (s.published, s.parties) for n, s in told.items() if is_whole(s)},
            changed=changed,
            gone=frozenset(
                (min(a, b), max(a, b))
                for whole in wanted
                if len(whole) > 1
                for a in self._voices(min(whole))
                for b in self._voices(max(whole))
            ),
            unsaid=news.statements,
        )

    def _resumed(
        self, pairs: Collection[Pair], added: Sequence[Statement], election: str
    ) -> tuple[dict[Pair, History], set[Pair]]:
        """Histories that go on with what was added; and the relations to be worked out anew."""
        known = self._ledger.boards.relations(election) if added else {}
        named = named_since(added, self._region)
        about = {self._whole_pair(pair) for s in added for pair in s.pairs}
        alone = {self._whole(s.parties[0]) for s in added if len(s.parties) == 1}
        affected = {
            pair
            for pair in {*known, *named}
            if (whole := self._whole_pair(pair)) in about or whole & alone
        }
        if len(affected) > _MANY:
            return {}, {*pairs, *affected}
        changed: dict[Pair, History] = {}
        anew = set(pairs)
        for pair in affected:
            day, live = known.get(pair, (date.max, True))
            old = None if live else self._ledger.boards.about(pair, election, date.max)
            of_pair = pair_of(*pair, self._region)
            moments = None if old is None else resumed(old, added, of_pair, self._ledger.said)
            if moments is None:
                anew.add(pair)
            else:
                changed[pair] = History(named=min(day, named.get(pair, day)), moments=moments)
        return changed, anew

    def _history(self, pair: Pair, about: Sequence[Statement], named: date) -> History:
        texts = {s.content_id for s in about}
        if len({s.origin for s in about}) < len(texts) and merges_late(
            about, self._ledger.boards.links(texts)
        ):
            return History(named=named, moments=None)
        return History(named=named, moments=kept(about, pair_of(*pair, self._region)))

    def _about(self, pairs: Iterable[Pair], election: str, as_of: AsOf | None) -> list[Statement]:
        """The statements about relations, with all that speak for their sides, and of one alone."""
        asked: dict[Pair, None] = {}
        for one, two in pairs:
            for a in self._voices(one):
                asked[a, a] = None
                for b in self._voices(two):
                    asked[b, b] = None
                    asked[min(a, b), max(a, b)] = None
        return list(filter(is_of_alliance, self._ledger.about(asked, election, as_of)))

    def _whole(self, party: str) -> str:
        return self._fronts.get(party, party)

    def _whole_pair(self, pair: Pair) -> frozenset[str]:
        return frozenset(map(self._whole, pair))

    def _voices(self, party: str) -> frozenset[str]:
        return voices(party, self._fronts)
