"""Units: what is counted of a statement, a pair of parties at a time.

A statement about three parties counts as its pairs or, where it names a hub, as the hub with each
other party; one that names a single party counts as that party with anybody. In a pair with a
party outside, the member that leads a front stands for the front: the press writes either.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Protocol, Self

from tieup.articles import Article
from tieup.evaluation.annotations import Annotations
from tieup.regions import Region
from tieup.statements import REPORT
from tieup.vocabulary import Act

Pair = tuple[str, str]
#: Article, pair and, as the level asks, more.
Unit = tuple[str, ...]

#: The other of a pair where a statement names one party alone.
ANYBODY = "*"
#: Whether an act brings two parties together, keeps them apart, or leaves it open.
POLARITY = {
    Act.WANTS: "towards",
    Act.TALKS: "towards",
    Act.AGREES: "towards",
    Act.CLAIMS: "towards",
    Act.DENIES: "away",
    Act.REFUSES: "away",
    Act.ENDS: "away",
    Act.WAITS: "pending",
    Act.DEMANDS: "pending",
}
_NO_LETTER = re.compile(r"[^a-z]")


class Row(Protocol):
    """What is told of an alliance, whoever tells it: an annotation, a statement, or another's."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Whose relation it is about."""

    @property
    def hub(self) -> str | None:
        """The party that relates to each of the others."""

    @property
    def act(self) -> Act | None:
        """What is done to the alliance; a row without counts nowhere."""

    @property
    def speaker(self) -> str:
        """A person, a party id, "unnamed:PARTY" or "report"."""

    @property
    def election(self) -> str | None:
        """The election's id."""

    @property
    def said_on(self) -> date | None:
        """The day of it."""


class Level(StrEnum):
    """How much of a statement must be right."""

    RELATION = "relation"
    POLARITY = "polarity"
    ACT = "act"
    VOICED = "voiced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A front on an article's day: its id, the member that leads it, and all that is within it."""

    id: str
    lead: str
    within: frozenset[str]

    def stands_for(self, party: str) -> str:
        """The front for its leading member, any other party for itself."""
        return self.id if party == self.lead else party


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """How rows are counted.

    Attributes:
        fronts: by article.
        names: the key of a canonical name, by the keys of its variants.
    """

    fronts: Mapping[str, tuple[Front, ...]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, annotations: Annotations, region_of: Callable[[Article], Region]) -> Self:
        """By the fronts of each article's region and day, and the annotators' names."""
        return cls(
            fronts={a.id: fronts(region_of(a), a.published) for a in annotations.articles},
            names={key(variant): key(name) for variant, name in annotations.names.items()},
        )

    def of_row(self, row: Row, level: Level) -> Iterator[Unit]:
        """A row's units, one a pair; none where it does nothing to an alliance."""
        if row.act is None:
            return
        for pair in self.pairs(row):
            match level:
                case Level.RELATION:
                    yield (row.article, *pair)
                case Level.POLARITY:
                    yield (row.article, *pair, POLARITY[row.act])
                case Level.ACT:
                    yield (row.article, *pair, row.act)
                case Level.VOICED:
                    yield (row.article, *pair, row.act, self.voice(row.speaker))

    def of_rows(self, rows: Iterable[Row], level: Level) -> frozenset[Unit]:
        """The units of rows, each once."""
        return frozenset(unit for row in rows for unit in self.of_row(row, level))

    def pairs(self, row: Row) -> tuple[Pair, ...]:
        """The pairs that a row counts as."""
        parties, hub = tuple(row.parties), row.hub
        for front in self.fronts.get(row.article, ()):
            if not front.within.issuperset(parties):
                parties = tuple(map(front.stands_for, parties))
                hub = front.stands_for(hub) if hub else None
        parties = tuple(dict.fromkeys(parties))
        if len(parties) == 1:
            return ((parties[0], ANYBODY),)
        if hub in parties:
            return tuple(ordered(hub, party) for party in parties if party != hub)
        return tuple(ordered(one, two) for one, two in combinations(parties, 2))

    def voice(self, speaker: str) -> str:
        """The key of who speaks; unnamed sources of a party count as the party."""
        said_by = key((speaker or REPORT).removeprefix("unnamed:"))
        return self.names.get(said_by, said_by)


def fronts(region: Region, day: date) -> tuple[Front, ...]:
    """The fronts of a region that one member leads, on a day."""
    return tuple(
        Front(id=p.id, lead=p.lead, within=frozenset({p.id, *p.members_on(day)}))
        for p in region.parties.values()
        if p.kind == "front" and p.lead
    )


def ordered(one: str, two: str) -> Pair:
    """A pair, whoever is named first."""
    return (one, two) if one <= two else (two, one)


def key(name: str) -> str:
    """A name without all that spellings differ by: capitals, spaces, points."""
    return _NO_LETTER.sub("", name.lower())
