"""Upkeep: what is kept of boards, brought up to date with what was recorded since."""

from collections.abc import Collection, Sequence
from datetime import date

from tieup.alliances.groups import is_whole
from tieup.alliances.histories.relations import named_since, relations
from tieup.alliances.histories.words import is_of_alliance, pair_of
from tieup.alliances.keeping import kept, key_of, merges_late
from tieup.alliances.resuming import resumed
from tieup.desk.boards.testimony import Pair, Testimony
from tieup.ledger import History, Kept, KeptBoard, Ledger, LedgerError, News, Recalled
from tieup.regions import Region
from tieup.statements import Statement

#: With news of more relations than this, the election is read as a whole.
_MANY = 60
#: A kept board, in the ledger or in memory.
KeptOf = KeptBoard | Recalled


class Upkeep:
    """The boards that a ledger keeps of a region's elections."""

    def __init__(self, ledger: Ledger, region: Region, *, stays: bool = False) -> None:
        """Nothing is read yet.

        Args:
            ledger: keeps them.
            region: whose elections they are.
            stays: whether questions come again and again: then boards are held in memory.
        """
        self._ledger = ledger
        self._region = region
        self._stays = stays
        self._held: dict[str, Recalled] = {}
        self._testimony = Testimony(ledger, region)

    def kept(self, election: str, *, at_once: bool = True) -> KeptOf | None:
        """The kept board of an election, up to date; None where there is none, as none is written.

        Args:
            election: its id.
            at_once: though all has to be read for it.
        """
        held = self._held.get(election)
        if held is not None and held.until == self._ledger.last_moment():
            return held
        if not self._is_renewed(election, at_once=at_once):
            return None
        found = (
            self._ledger.boards.recalled(election, key_of(self._region)) if self._stays else None
        )
        if found is None:
            return self._ledger.boards.of(election)
        self._held[election] = found
        return found

    def _is_renewed(self, election: str, *, at_once: bool) -> bool:
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
        wanted = {self._testimony.whole_pair(pair) for pair in pairs if len(set(pair)) > 1}
        touched = {self._testimony.whole(a) for a, b in pairs if a == b}
        if news.whole or touched or len(wanted) > _MANY:
            seen = list(filter(is_of_alliance, self._ledger.statements(election=election)))
        elif wanted:
            seen = self._testimony.about([(min(w), max(w)) for w in wanted if len(w) > 1], election)
        named = named_since(seen, self._region)
        histories: dict[Pair, History] = {}
        for pair, about in relations(seen, self._region).items():
            whole = self._testimony.whole_pair(pair)
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
                for a in self._testimony.voices(min(whole))
                for b in self._testimony.voices(max(whole))
            ),
            unsaid=news.statements,
        )

    def _resumed(
        self, pairs: Collection[Pair], added: Sequence[Statement], election: str
    ) -> tuple[dict[Pair, History], set[Pair]]:
        """Histories that go on with what was added; and the relations to be worked out anew."""
        known = self._ledger.boards.of(election).relations() if added else {}
        named = named_since(added, self._region)
        about = {self._testimony.whole_pair(pair) for s in added for pair in s.pairs}
        alone = {self._testimony.whole(s.parties[0]) for s in added if len(s.parties) == 1}
        affected = {
            pair
            for pair in {*known, *named}
            if (whole := self._testimony.whole_pair(pair)) in about or whole & alone
        }
        if len(affected) > _MANY:
            return {}, {*pairs, *affected}
        changed: dict[Pair, History] = {}
        anew = set(pairs)
        for pair in affected:
            day, live = known.get(pair, (date.max, True))
            old = None if live else self._ledger.boards.of(election).about(pair)
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
