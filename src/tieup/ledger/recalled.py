"""Recalled: all that is kept of an election's board, in memory, for who asks again and again.

It answers what `KeptBoard` looks up, of one moment of the ledger, in a hundredth of the time.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from json import loads
from operator import itemgetter

from sqlalchemy import Connection, func, select

from tieup.ledger.kept_board import Body, KeptDay, Standing, Standings, decoded, with_turn
from tieup.ledger.news import Pair, is_taken_back
from tieup.ledger.tables import moments, relations, wholes


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A relation's way from day to day, as it is kept.

    Attributes:
        named: the day from which it is on the board.
        live: whether it is to be worked out; then nothing else is known of it.
        statuses: its status from each day on on which something about it was published.
        bodies, turns: what is kept of those days' moments, in JSON.
    """

    named: date
    live: bool
    statuses: list[tuple[date, str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)

    def known(self, day: date) -> int:
        """How many moments there were by a day."""
        return bisect_right(self.statuses, day, key=itemgetter(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """The board of an election as it was kept at a moment.

    Attributes:
        until: that of the last entry that it takes in.
        ways: of each relation.
        wholes: each group of parties that a statement calls agreed, with the first such day.
        retracted: as of ``KeptDay``.
    """

    until: datetime
    ways: Mapping[Pair, Way]
    wholes: Sequence[tuple[date, tuple[str, ...]]]
    retracted: bool

    def on(self, day: date, *, pair: Pair | None = None) -> KeptDay:
        """As `KeptBoard.on`."""
        named = {two: way for two, way in self._ways(pair).items() if way.named <= day}
        last = {two: known - 1 for two, way in named.items() if (known := way.known(day))}
        bodies = decoded([named[two].bodies[at] for two, at in last.items()])
        return KeptDay(
            entries={
                two: (named[two].statuses[at][0], body)
                for (two, at), body in zip(last.items(), bodies, strict=True)
            },
            live=tuple(two for two, way in named.items() if way.live),
            wholes=tuple(group for told, group in self.wholes if told <= day),
            retracted=self.retracted,
        )

    def about(self, pair: Pair, day: date = date.max) -> Sequence[tuple[date, Body]] | None:
        """As `KeptBoard.about`."""
        way = self.ways.get(pair)
        if way is None or way.live or self.retracted:
            return None
        known = way.known(day)
        whole = map(with_turn, way.bodies[:known], way.turns[:known])
        days = (told for told, _ in way.statuses[:known])
        return list(zip(days, decoded(list(whole)), strict=True))

    def relations(self, *, live: bool = False) -> Mapping[Pair, tuple[date, bool]]:
        """As `KeptBoard.relations`."""
        return {
            pair: (way.named, way.live) for pair, way in self.ways.items() if way.live or not live
        }

    def standings(self, until: date = date.max, *, pair: Pair | None = None) -> Standings | None:
        """As `KeptBoard.standings`."""
        if self.retracted:
            return None
        return {
            two: Standing(named=way.named, statuses=way.statuses[:known])
            for two, way in self._ways(pair).items()
            if not way.live and way.named <= until and (known := way.known(until))
        }

    def _ways(self, pair: Pair | None) -> Mapping[Pair, Way]:
        if pair is None:
            return self.ways
        return {pair: self.ways[pair]} if pair in self.ways else {}


def recalled(connection: Connection, election: str, until: datetime) -> Recalled:
    """All that is kept of an election's board.

    Args:
        connection: of a transaction, which sees one state of the ledger.
        election: its id.
        until: the moment of the last entry that is taken in there.
    """
    column = relations.c
    named = select(column.a, column.b, column.named, column.live).where(column.election == election)
    ways = {
        (a, b): Way(named=on, live=live)
        for a, b, on, live in connection.execute(named.order_by(column.a, column.b))
    }
    told = moments.c
    query = select(told.a, told.b, told.day, told.body, told.turn).where(told.election == election)
    found = connection.execute(query.order_by(told.a, told.b, told.day)).all()
    bodies = decoded([body for *_, body, _ in found])
    for (a, b, day, body, turn), known in zip(found, bodies, strict=True):
        way = ways[a, b]
        way.statuses.append((day, known["status"]))
        way.bodies.append(body)
        way.turns.append(turn)
    since = select(func.min(wholes.c.day), wholes.c.parties).group_by(wholes.c.parties)
    groups = connection.execute(since.where(wholes.c.election == election))
    return Recalled(
        until=until,
        ways=ways,
        wholes=[(day, tuple(loads(parties))) for day, parties in groups],
        retracted=is_taken_back(connection, election),
    )
