"""A kept board: what is kept of one election, looked up as far as a question needs it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from json import loads
from typing import Any

import orjson
from sqlalchemy import JSON, Connection, cast, func, select, type_coerce

from tieup.ledger.news import Pair, is_taken_back
from tieup.ledger.tables import moments, relations, wholes

#: In a form that is its maker's, but for "status", and "turn", which no board asks for.
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a relation stood.

    Attributes:
        named: the day from which it is on the board.
        statuses: its status from each day on on which something about it was published.
    """

    named: date
    statuses: list[tuple[date, str]]


Standings = Mapping[Pair, Standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDay:
    """What is kept of a board for a day.

    Attributes:
        entries: of each relation on the board, the day of its last moment and what is kept of that.
        live: the relations that are to be worked out.
        wholes: the groups of parties that were told as agreed by then.
        retracted: whether anything was ever taken back that is about the election: then nothing
            that is kept holds for every day.
    """

    entries: Mapping[Pair, tuple[date, Body]] = field(default_factory=dict)
    live: tuple[Pair, ...] = ()
    wholes: tuple[tuple[str, ...], ...] = ()
    retracted: bool = False


class KeptBoard:
    """The board of an election, each question a look-up in the ledger."""

    def __init__(
        self, session: Callable[..., AbstractContextManager[Connection]], election: str
    ) -> None:
        """Use ``Ledger.boards``."""
        self._session = session
        self._election = election

    def on(self, day: date, *, pair: Pair | None = None) -> KeptDay:
        """What is kept for a day: one look-up for each relation.

        Args:
            day: the day.
            pair: to ask about one relation alone.
        """
        with self._session() as connection:
            return _on(connection, self._election, day, pair)

    def about(self, pair: Pair, day: date = date.max) -> Sequence[tuple[date, Body]] | None:
        """The moments of a relation up to a day; None where they are not kept, or not for that."""
        with self._session() as connection:
            return _about(connection, pair, self._election, day)

    def relations(self, *, live: bool = False) -> Mapping[Pair, tuple[date, bool]]:
        """The relations that are kept: since when named, and whether live.

        Args:
            live: none but those.
        """
        column = relations.c
        query = select(column.a, column.b, column.named, column.live)
        if live:
            query = query.where(column.live)
        with self._session() as connection:
            found = connection.execute(query.where(column.election == self._election))
            return {(a, b): (named, is_live) for a, b, named, is_live in found}

    def standings(self, until: date = date.max, *, pair: Pair | None = None) -> Standings | None:
        """Where relations stood from each day on, as far as they are on the board by a day.

        Of relations that are live it tells nothing.

        Args:
            until: the day.
            pair: to ask about one relation alone.

        Returns:
            None where what was taken back makes another history of what is kept.
        """
        with self._session() as connection:
            if is_taken_back(connection, self._election):
                return None
            return _standings(connection, self._election, until, pair)


def _on(connection: Connection, election: str, day: date, pair: Pair | None) -> KeptDay:
    ahead = moments.alias("ahead")
    last = (
        select(func.max(ahead.c.day))
        .where(
            ahead.c.election == election,
            ahead.c.a == relations.c.a,
            ahead.c.b == relations.c.b,
            ahead.c.day <= day,
        )
        .scalar_subquery()
    )
    query = (
        select(relations.c.a, relations.c.b, relations.c.live, moments.c.day, moments.c.body)
        .outerjoin_from(
            relations,
            moments,
            (moments.c.election == election)
            & (moments.c.a == relations.c.a)
            & (moments.c.b == relations.c.b)
            & (moments.c.day == last),
        )
        .where(relations.c.election == election, relations.c.named <= day)
        .order_by(relations.c.a, relations.c.b)
    )
    if pair is not None:
        query = query.where(relations.c.a == pair[0], relations.c.b == pair[1])
    found = connection.execute(query).all()
    kept = [(a, b, on, body) for a, b, live, on, body in found if body is not None and not live]
    bodies = decoded([body for *_, body in kept])
    groups = select(wholes.c.parties).where(wholes.c.election == election, wholes.c.day <= day)
    return KeptDay(
        entries={(a, b): (on, body) for (a, b, on, _), body in zip(kept, bodies, strict=True)},
        live=tuple((a, b) for a, b, live, *_ in found if live),
        wholes=tuple(tuple(loads(g)) for g in connection.execute(groups.distinct()).scalars()),
        retracted=is_taken_back(connection, election),
    )


def _standings(connection: Connection, election: str, until: date, pair: Pair | None) -> Standings:
    column = moments.c
    is_text = connection.dialect.name == "sqlite"  # which keeps JSON as text, and casts it not so
    body = type_coerce(column.body, JSON) if is_text else cast(column.body, JSON)
    query = (
        select(column.a, column.b, column.day, relations.c.named, body["status"].as_string())
        .join_from(
            moments,
            relations,
            (relations.c.election == election)
            & (relations.c.a == column.a)
            & (relations.c.b == column.b),
        )
        .where(column.election == election, column.day <= until)
        .where(relations.c.live.is_(False), relations.c.named <= until)
        .order_by(column.a, column.b, column.day)
    )
    if pair is not None:
        query = query.where(column.a == pair[0], column.b == pair[1])
    found: dict[Pair, Standing] = {}
    for a, b, day, named, status in connection.execute(query):
        held = found.setdefault((a, b), Standing(named=named, statuses=[]))
        held.statuses.append((day, status))
    return found


def _about(
    connection: Connection, pair: Pair, election: str, day: date
) -> list[tuple[date, Body]] | None:
    column = relations.c
    mine = (column.election == election, column.a == pair[0], column.b == pair[1])
    live = connection.execute(select(column.live).where(*mine)).scalar()
    if live is not False or is_taken_back(connection, election):
        return None
    told = moments.c
    query = (
        select(told.day, told.body, told.turn)
        .where(told.election == election, told.a == pair[0], told.b == pair[1])
        .where(told.day <= day)
        .order_by(told.day)
    )
    found = connection.execute(query).all()
    bodies = decoded([with_turn(body, turn) for _, body, turn in found])
    return [(row.day, body) for row, body in zip(found, bodies, strict=True)]


def with_turn(body: str, turn: str) -> str:
    """What is kept of a moment with the turn that brought it there, both in JSON."""
    return f'{body[:-1]},"turn":{turn}}}'


def decoded(bodies: Sequence[str]) -> list[Body]:
    """Many at a time, for it is half the work of one at a time."""
    found: list[Body] = orjson.loads(f"[{','.join(bodies)}]")
    return found
