"""A relation: parties that a clause may be about, and the options among which one is meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

#: A relation has two sides.
PAIR = 2
#: The pairs of so many relations are kept, and the parts of so many ways: they come again.
_KEPT = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One way to read whose relation a clause is about.

    Attributes:
        parties: ids, those who act first; hub: the one that relates to each other one.
        ways: how it was found; several where they lead to the same.
    """

    parties: tuple[str, ...]
    hub: str | None
    ways: tuple[str, ...]

    @property
    def parts(self) -> Sequence[str]:
        """The parts of its ways, each once, in order."""
        return _parts(self.ways)

    @property
    def pairs(self) -> frozenset[frozenset[str]]:
        """Whom it relates to whom: its hub to each other one, or each to each; one alone by itself."""
        return _pairs(self.parties, self.hub)

    def except_for(self, others: Sequence[str]) -> "Relation":
        """Of one who is open to all but some: with each of these."""
        hub = self.parties[0] if len(others) > 1 else None
        ways = (f"{way}, exception" for way in self.ways)
        return Relation(parties=(self.parties[0], *others), hub=hub, ways=tuple(ways))

    def of(self, parties: Iterable[str], *ways: str) -> "Relation":
        """The same hub among other parties, found so."""
        sides = tuple(dict.fromkeys(parties))
        hub = self.hub if self.hub in sides and len(sides) > PAIR else None
        return Relation(parties=sides, hub=hub, ways=ways or self.ways)


@lru_cache(maxsize=_KEPT)
def _parts(ways: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({part for way in ways for part in way.split(", ")}))


@lru_cache(maxsize=_KEPT)
def _pairs(parties: tuple[str, ...], hub: str | None) -> frozenset[frozenset[str]]:
    if len(parties) < PAIR:
        return frozenset({frozenset(parties)})
    if hub is not None:
        return frozenset(frozenset({hub, p}) for p in parties if p != hub)
    return frozenset(map(frozenset, combinations(parties, PAIR)))


@dataclass(slots=True)
class Options:
    """The relations found so far, one for each set of pairs."""

    speaker: str | None
    _found: dict[tuple[frozenset[str], str | None], tuple[tuple[str, ...], list[str]]] = field(
        default_factory=dict
    )

    @property
    def found(self) -> list[Relation]:
        """Each relation, with every way that leads to it."""
        return [
            Relation(parties=parties, hub=hub, ways=tuple(ways))
            for (_, hub), (parties, ways) in self._found.items()
        ]

    def add(self, way: str, parties: Iterable[str], hub: str | None = None) -> None:
        """One more way."""
        sides = tuple(dict.fromkeys(parties))
        if not sides:
            return
        hub = hub if len(sides) > PAIR and hub in sides else None
        _, ways = self._found.setdefault((frozenset(sides), hub), (sides, []))
        if way not in ways:
            ways.append(way)

    def add_each(
        self,
        way: str,
        parties: Sequence[str],
        left: Sequence[str] = (),
        right: Sequence[str] = (),
    ) -> None:
        """The relation of these, and with each party that may be the hub of three and more.

        The one on the left, or on the right, where only one is; the speaker's.
        """
        self.add(way, parties)
        for name, side in (("left", left), ("right", right)):
            if len(set(side) & set(parties)) == 1:
                self.add(f"{way}, hub {name}", parties, side[0])
        if self.speaker in parties:
            self.add(f"{way}, hub speaker", parties, self.speaker)
