"""Testimony: what was said of relations, by all who speak for their sides."""

from collections.abc import Iterable, Iterator

from tieup.alliances.histories.history import Moment, history
from tieup.alliances.histories.words import is_of_alliance, led_fronts, pair_of, voices
from tieup.ledger import AsOf, Ledger
from tieup.regions import Region
from tieup.statements import Statement

Pair = tuple[str, str]


class Testimony:
    """The statements of a ledger about relations of a region's parties."""

    def __init__(self, ledger: Ledger, region: Region) -> None:
        """Nothing is read yet."""
        self._ledger = ledger
        self._region = region
        self._fronts = led_fronts(region)

    def about(
        self, pairs: Iterable[Pair], election: str, as_of: AsOf | None = None
    ) -> list[Statement]:
        """What is about any of some relations, or about one of their sides alone."""
        asked: dict[Pair, None] = {}
        for one, two in pairs:
            for a in self.voices(one):
                asked[a, a] = None
                for b in self.voices(two):
                    asked[b, b] = None
                    asked[min(a, b), max(a, b)] = None
        return list(filter(is_of_alliance, self._ledger.about(asked, election, as_of)))

    def history(self, pair: Pair, election: str, as_of: AsOf | None = None) -> Iterator[Moment]:
        """The moments of a relation, worked out."""
        return history(self.about([pair], election, as_of), pair_of(*pair, self._region))

    def whole(self, party: str) -> str:
        """The front that a party leads; else the party."""
        return self._fronts.get(party, party)

    def whole_pair(self, pair: Pair) -> frozenset[str]:
        """Two parties, each as the front that it leads."""
        return frozenset(map(self.whole, pair))

    def voices(self, party: str) -> frozenset[str]:
        """The parties whose word is a party's: a front and the one that leads it."""
        return voices(party, self._fronts)
