"""Boards: where relations stand, from what is kept of it, brought up to date first.

A board of a hundred thousand statements takes seconds to work out and a moment to look up. What
was worked out is kept in the ledger; what came since changes the relations that it is about alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from tieup.alliances import Board, BoardEntry, board
from tieup.alliances.groups import groups, is_whole
from tieup.alliances.history import history
from tieup.alliances.keeping import entry_of, kept, key_of, merges_late
from tieup.alliances.relations import named_since, relations
from tieup.alliances.words import is_of_alliance, led_fronts, pair_of, voices
from tieup.ledger import AsOf, Kept, KeptDay, Ledger, LedgerError, News
from tieup.regions import Region
from tieup.statements import Statement

Pair = tuple[str, str]
#: With news of more relations than this, the election is read as a whole.
_MANY = 60


class Boards:
    """The boards of a region's elections in a ledger."""

    def __init__(self, ledger: Ledger, region: Region) -> None:
        """Nothing is read yet."""
        self._ledger = ledger
        self._region = region
        self._fronts = led_fronts(region)

    def on(self, day: date, election: str, *, known: date | None = None) -> Board:
        """The board of an election on a day: what ``board`` makes of the statements seen then.

        Args:
            day: what was published by then.
            election: its id.
            known: use only what was recorded by the end of this day, in UTC.
        """
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

    def about(self, pair: Pair, election: str, day: date) -> list[Statement]:
        """The statements that bear on a relation, as a day sees them."""
        return self._about([pair], election, AsOf(day=day))

    def _entries(self, found: KeptDay, day: date, election: str) -> Iterable[BoardEntry]:
        @cache
        def lookup() -> Mapping[str, Statement]:
            return self._ledger.said(
                {name for body in found.entries.values() for name in body["because"]}
            )

        for pair, body in found.entries.items():
            yield entry_of(pair, body, on=day, lookup=lookup)
        for pair in found.live:
            seen = self._about([pair], election, AsOf(day=day))
            moments = tuple(history(seen, pair_of(*pair, self._region)))
            if moments and pair in named_since(seen, self._region):
                yield BoardEntry.of(pair, moments[-1], day)

    def _renewed(self, election: str) -> bool:
        """Bring what is kept up to date; False where it can't be, as where nothing is written."""
        key = key_of(self._region)
        try:
            news = self._ledger.boards.news(election, key)
            if news.is_none:
                return True
            return self._ledger.boards.keep(election, key, news, self._made(news, election))
        except LedgerError:
            return False

    def _made(self, news: News, election: str) -> Kept:
        """What is to be kept of news."""
        if not news.whole and not news.pairs:
            return Kept(histories={}, wholes={})  # only the mark moves on
        alone = {a for a, b in news.pairs if a == b}
        changed = {frozenset(map(self._whole, pair)) for pair in news.pairs if len(set(pair)) > 1}
        if news.whole or alone or len(changed) > _MANY:
            seen = list(filter(is_of_alliance, self._ledger.statements(election=election)))
            touched = {self._whole(party) for party in alone}
            wanted = None if news.whole else changed
        else:
            pairs = [tuple(sorted(pair)) for pair in changed if len(pair) > 1]
            seen = self._about([(a, b) for a, b in pairs], election, None)
            touched, wanted = set(), changed
        named = named_since(seen, self._region)
        histories: dict[Pair, Sequence[tuple[date, Mapping[str, Any]]] | None] = {}
        for pair, about in relations(seen, self._region).items():
            whole = frozenset(map(self._whole, pair))
            if wanted is None or whole in wanted or whole & touched:
                histories[pair] = self._history(pair, about, named[pair])
        gone = {
            (min(a, b), max(a, b))
            for whole in (changed if wanted is not None else ())
            if len(whole) > 1
            for a in self._voices(min(whole))
            for b in self._voices(max(whole))
        } | {pair for pair, made in histories.items() if made == []}
        return Kept(
            histories={pair: made for pair, made in histories.items() if made != []},
            wholes={
                s.id: (s.published, s.parties)
                for s in seen
                if is_whole(s) and (news.whole or s.id in news.statements)
            },
            gone=frozenset(gone),
            unsaid=news.statements,
        )

    def _history(
        self, pair: Pair, about: Sequence[Statement], named: date
    ) -> Sequence[tuple[date, Mapping[str, Any]]] | None:
        texts = {s.content_id for s in about}
        if len({s.origin for s in about}) < len(texts) and merges_late(
            about, self._ledger.boards.links(texts)
        ):
            return None
        return kept(history(about, pair_of(*pair, self._region)), named)

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

    def _voices(self, party: str) -> frozenset[str]:
        return voices(party, self._fronts)
