"""Kept boards: what was worked out of statements before, so that nobody waits for it again.

Whoever works it out names its rules and pack by a key and hands it in. The ledger keeps it until
the key is another, and tells what has been recorded since. It is no record: it may be emptied.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from json import dumps, loads
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from tieup.ledger.copies import links_of
from tieup.ledger.rows import said
from tieup.ledger.tables import (
    copies,
    moments,
    relations,
    retractions,
    reviews,
    statement_pairs,
    statements,
    wholes,
)
from tieup.ledger.writing import tell, told

#: Two parties, sorted; of statements about one party alone, that party twice.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A board as it was worked out, in parts.

    Attributes:
        histories: of each relation where it stood from each day on, in a form that is its maker's;
            None of one that is to be worked out each time.
        gone: relations whose histories are to be forgotten.
        wholes: by statement id, the day and parties of each that calls a group agreed.
        unsaid: ids of statements whose groups are to be forgotten.
    """

    histories: Mapping[Pair, Sequence[tuple[date, Mapping[str, Any]]] | None]
    wholes: Mapping[str, tuple[date, tuple[str, ...]]]
    gone: frozenset[Pair] = frozenset()
    unsaid: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What changed in an election since a board was kept.

    Attributes:
        since: until when it was kept; None where nothing usable is, so that all is news.
        until: the moment of the last entry; None in an empty ledger.
        pairs: the relations of statements that came, went or were told apart from copies.
        statements: their ids.
    """

    since: datetime | None
    until: datetime | None
    pairs: frozenset[Pair] = frozenset()
    statements: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether nothing usable is kept."""
        return self.since is None

    @property
    def is_none(self) -> bool:
        """Whether nothing at all was recorded since."""
        return self.since is not None and self.since == self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDay:
    """What is kept of a board for a day.

    Attributes:
        entries: of each relation that stood somewhere by then, its body.
        live: the relations that are to be worked out.
        wholes: the groups of parties that were told as agreed by then.
        retracted: whether anything was ever taken back that is about the election: then nothing
            that is kept holds for every day.
    """

    entries: Mapping[Pair, Mapping[str, Any]] = field(default_factory=dict)
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
            return _news(connection, election, key)

    def keep(self, election: str, key: str, seen: News, made: Kept) -> bool:
        """Keep what was worked out of news; False where something was recorded meanwhile."""
        with self._session(writes=True) as connection:
            return _keep(connection, election, key, seen, made)

    def on(self, election: str, day: date) -> KeptDay:
        """What is kept of an election's board for a day: one look-up for each relation."""
        with self._session() as connection:
            return _on(connection, election, day)

    def links(self, texts: Collection[str]) -> list[tuple[date, str, str]]:
        """Which texts became copies of each other, and when, as far as they reach some texts."""
        with self._session() as connection:
            return sorted(links_of(connection, texts))


def _news(connection: Connection, election: str, key: str) -> News:
    since, until = _span(connection, election, key)
    if since is None:
        found = connection.execute(_pairs_of(select(statements.c.id), election))
        return News(since=None, until=until, pairs=frozenset((a, b) for a, b, _ in found))
    pairs, names = set(), set()
    for changed in _changed(since) if since != until else ():
        for a, b, name in connection.execute(_pairs_of(changed, election)):
            pairs.add((a, b))
            names.add(said(name))
    return News(since=since, until=until, pairs=frozenset(pairs), statements=frozenset(names))


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
    for a, b in {*made.gone, *made.histories}:
        for table in (relations, moments):
            column = table.c
            connection.execute(
                delete(table).where(column.election == election, column.a == a, column.b == b)
            )
    for name in made.unsaid:
        where = (wholes.c.election == election, wholes.c.statement == name)
        connection.execute(delete(wholes).where(*where))
    for table, listed in (
        (relations, list(_relation_rows(election, made))),
        (moments, list(_moment_rows(election, made))),
        (wholes, list(_whole_rows(election, made))),
    ):
        if listed:
            connection.execute(insert(table), listed)
    tell(connection, _mark(election), dumps({"key": key, "until": seen.until.isoformat()}))
    return True


def _on(connection: Connection, election: str, day: date) -> KeptDay:
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
        select(relations.c.a, relations.c.b, relations.c.live, moments.c.body)
        .outerjoin_from(
            relations,
            moments,
            (moments.c.election == election)
            & (moments.c.a == relations.c.a)
            & (moments.c.b == relations.c.b)
            & (moments.c.day == last),
        )
        .where(relations.c.election == election)
        .order_by(relations.c.a, relations.c.b)
    )
    found = connection.execute(query).all()
    kept = [row for row in found if row.body is not None and not row.live]
    bodies = loads(f"[{','.join(row.body for row in kept)}]")
    back = (
        select(statements.c.id)
        .join_from(statements, retractions, retractions.c.content_id == statements.c.content_id)
        .where(statements.c.election == election)
    )
    groups = select(wholes.c.parties).where(wholes.c.election == election, wholes.c.day <= day)
    return KeptDay(
        entries=dict(zip(((a, b) for a, b, _, _ in kept), bodies, strict=True)),
        live=tuple((a, b) for a, b, live, _ in found if live),
        wholes=tuple(tuple(loads(g)) for g in connection.execute(groups.distinct()).scalars()),
        retracted=connection.execute(back.limit(1)).first() is not None,
    )


def _mark(election: str) -> str:
    return f"kept {election}"


def _changed(since: datetime) -> Iterator[Select[Any]]:
    """Ids of statements that anything recorded after a moment bears on, a query for each reason."""
    column = statements.c
    yield select(column.id).where(column.recorded > since)
    decided = select(reviews.c.statement).where(reviews.c.recorded > since)
    yield select(column.id).where(or_(column.id.in_(decided), column.amends.in_(decided)))
    retracted = select(retractions.c.content_id).where(retractions.c.recorded > since)
    yield select(column.id).where(column.content_id.in_(retracted))
    for side in (copies.c.one, copies.c.other):
        linked = select(side).where(copies.c.recorded > since)
        yield select(column.id).where(column.content_id.in_(linked))


def _pairs_of(ids: Select[Any], election: str) -> Select[Any]:
    column = statement_pairs.c
    return (
        select(column.a, column.b, column.statement)
        .join_from(statements, statement_pairs, column.statement == statements.c.id)
        .where(statements.c.election == election, statements.c.id.in_(ids))
    )


def _relation_rows(election: str, made: Kept) -> Iterator[dict[str, Any]]:
    for (a, b), history in made.histories.items():
        yield {"election": election, "a": a, "b": b, "live": history is None}


def _moment_rows(election: str, made: Kept) -> Iterator[dict[str, Any]]:
    for (a, b), history in made.histories.items():
        for day, body in history or ():
            yield {"election": election, "a": a, "b": b, "day": day, "body": dumps(body)}


def _whole_rows(election: str, made: Kept) -> Iterator[dict[str, Any]]:
    for name, (day, parties) in made.wholes.items():
        listed = dumps(list(parties))
        yield {"election": election, "statement": name, "day": day, "parties": listed}
