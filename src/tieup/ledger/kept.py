"""Kept boards: what was worked out of statements before, so that nobody waits for it again.

Whoever works it out names its rules and pack by a key and hands it in. The ledger keeps it until
the key is another, and tells what has been recorded since. It is no record: it may be emptied.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from json import dumps, loads
from typing import Any

import orjson
from sqlalchemy import (
    JSON,
    Connection,
    Table,
    bindparam,
    cast,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from tieup.ledger.copies import links_of
from tieup.ledger.news import News, Pair, is_taken_back, news
from tieup.ledger.tables import moments, relations, wholes
from tieup.ledger.writing import put, tell, told

#: In a form that is its maker's, but for "status", and "turn", which no board asks for.
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is kept of a relation.

    Attributes:
        named: the day from which it is on the board.
        moments: where it stood from each day on; None where that is to be worked out each time.
    """

    named: date
    moments: Sequence[tuple[date, Body]] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A board as it was worked out, in parts.

    Attributes:
        histories: of each relation.
        changed: of relations that are kept, the moments that are new or other than they were.
        gone: relations whose histories are to be forgotten.
        wholes: by statement id, the day and parties of each that calls a group agreed.
        unsaid: ids of statements whose groups are to be forgotten.
    """

    histories: Mapping[Pair, History]
    wholes: Mapping[str, tuple[date, tuple[str, ...]]]
    changed: Mapping[Pair, History] = field(default_factory=dict)
    gone: frozenset[Pair] = frozenset()
    unsaid: frozenset[str] = frozenset()


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


class KeptBoards:
    """The boards that a ledger keeps."""

    def __init__(self, session: Callable[..., AbstractContextManager[Connection]]) -> None:
        """Use ``Ledger.boards``."""
        self._session = session

    def news(self, election: str, key: str) -> News:
        """What came since the board of an election was kept under a key."""
        with self._session() as connection:
            return news(connection, election, *_span(connection, election, key))

    def keep(self, election: str, key: str, seen: News, made: Kept) -> bool:
        """Keep what was worked out of news; False where something was recorded meanwhile."""
        with self._session(writes=True) as connection:
            return _keep(connection, election, key, seen, made)

    def on(self, election: str, day: date, *, pair: Pair | None = None) -> KeptDay:
        """What is kept of an election's board for a day: one look-up for each relation.

        Args:
            election: its id.
            day: the day.
            pair: to ask about one relation alone.
        """
        with self._session() as connection:
            return _on(connection, election, day, pair)

    def about(self, pair: Pair, election: str, day: date) -> Sequence[tuple[date, Body]] | None:
        """The moments of a relation up to a day; None where they are not kept, or not for that."""
        with self._session() as connection:
            return _about(connection, pair, election, day)

    def relations(self, election: str) -> Mapping[Pair, tuple[date, bool]]:
        """The relations of an election that are kept: since when named, and whether live."""
        column = relations.c
        query = select(column.a, column.b, column.named, column.live)
        with self._session() as connection:
            found = connection.execute(query.where(column.election == election))
            return {(a, b): (named, live) for a, b, named, live in found}

    def standings(
        self, election: str, until: date = date.max, *, pair: Pair | None = None
    ) -> Standings | None:
        """Where relations stood from each day on, as far as they are on the board by a day.

        Of relations that are live it tells nothing.

        Args:
            election: its id.
            until: the day.
            pair: to ask about one relation alone.

        Returns:
            None where what was taken back makes another history of what is kept.
        """
        with self._session() as connection:
            if is_taken_back(connection, election):
                return None
            return _standings(connection, election, until, pair)

    def links(self, texts: Collection[str]) -> list[tuple[date, str, str]]:
        """Which texts became copies of each other, and when, as far as they reach some texts."""
        with self._session() as connection:
            return sorted(links_of(connection, texts))


def _span(
    connection: Connection, election: str, key: str
) -> tuple[datetime | None, datetime | None]:
    """Until when a board is kept under a key, and when the last entry was recorded."""
    last = told(connection, "last_recorded")
    mark = loads(told(connection, _mark(election)) or "{}")
    since = datetime.fromisoformat(mark["until"]) if mark.get("key") == key else None
    return since, datetime.fromisoformat(last) if last else None


def _keep(connection: Connection, election: str, key: str, seen: News, made: Kept) -> bool:
    if seen.until is None or _span(connection, election, key) != (seen.since, seen.until):
        return False
    if seen.whole:
        for table in (relations, moments, wholes):
            connection.execute(delete(table).where(table.c.election == election))
    for pair, history in made.changed.items():
        _change(connection, election, pair, history)
    for a, b in () if seen.whole else {*made.gone, *made.histories}:
        for table in (relations, moments):
            column = table.c
            connection.execute(
                delete(table).where(column.election == election, column.a == a, column.b == b)
            )
    for name in made.unsaid:
        where = (wholes.c.election == election, wholes.c.statement == name)
        connection.execute(delete(wholes).where(*where))
    _insert(connection, relations, _relation_rows(election, made.histories))
    _insert(connection, moments, _moment_rows(election, made.histories))
    _insert(connection, wholes, _whole_rows(election, made))
    tell(connection, _mark(election), dumps({"key": key, "until": seen.until.isoformat()}))
    return True


def _change(connection: Connection, election: str, pair: Pair, history: History) -> None:
    """Let moments take the place of those of their days."""
    mine = {"election": election, "a": pair[0], "b": pair[1]}
    column = relations.c
    where = [column[name] == value for name, value in mine.items()]
    connection.execute(update(relations).where(*where).values(named=history.named))
    days = [{"on": day} for day, _ in history.moments or ()]
    if days:
        where = [moments.c[name] == value for name, value in mine.items()]
        connection.execute(delete(moments).where(*where, moments.c.day == bindparam("on")), days)
    _insert(connection, moments, _moment_rows(election, {pair: history}))


def _insert(connection: Connection, table: Table, listed: Iterable[tuple[Any, ...]]) -> None:
    """Rows in the order of the table's columns."""
    columns = list(zip(*listed, strict=True))
    if columns:
        put(connection, table, dict(zip(table.c.keys(), columns, strict=True)))


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
    kept = [row for row in found if row.body is not None and not row.live]
    bodies = _decoded([row.body for row in kept])
    groups = select(wholes.c.parties).where(wholes.c.election == election, wholes.c.day <= day)
    return KeptDay(
        entries={(row.a, row.b): (row.day, body) for row, body in zip(kept, bodies, strict=True)},
        live=tuple((row.a, row.b) for row in found if row.live),
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
    told_ = moments.c
    query = (
        select(told_.day, told_.body, told_.turn)
        .where(told_.election == election, told_.a == pair[0], told_.b == pair[1])
        .where(told_.day <= day)
        .order_by(told_.day)
    )
    found = connection.execute(query).all()
    bodies = _decoded([f'{row.body[:-1]},"turn":{row.turn}}}' for row in found])
    return [(row.day, body) for row, body in zip(found, bodies, strict=True)]


def _decoded(bodies: Sequence[str]) -> list[Body]:
    """Many at a time, for it is half the work of one at a time."""
    found: list[Body] = orjson.loads(f"[{','.join(bodies)}]")
    return found


def _mark(election: str) -> str:
    return f"kept {election}"


def _relation_rows(election: str, histories: Mapping[Pair, History]) -> Iterator[tuple[Any, ...]]:
    for (a, b), history in histories.items():
        yield election, a, b, history.named, history.moments is None


def _moment_rows(election: str, histories: Mapping[Pair, History]) -> Iterator[tuple[Any, ...]]:
    for (a, b), history in histories.items():
        for day, body in history.moments or ():
            stood = {name: value for name, value in body.items() if name != "turn"}
            yield election, a, b, day, *(orjson.dumps(x).decode() for x in (stood, body["turn"]))


def _whole_rows(election: str, made: Kept) -> Iterator[tuple[Any, ...]]:
    for name, (day, parties) in made.wholes.items():
        yield election, name, day, dumps(list(parties))
