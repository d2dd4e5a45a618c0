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
from sqlalchemy import Connection, Table, bindparam, delete, update

from tieup.ledger.copies import links_of
from tieup.ledger.kept_board import Body, KeptBoard
from tieup.ledger.news import News, Pair, news
from tieup.ledger.recalled import Recalled, recalled
from tieup.ledger.tables import moments, relations, wholes
from tieup.ledger.writing import last_moment, put, tell, told


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

    def of(self, election: str) -> KeptBoard:
        """The board that is kept of an election, to be looked up."""
        return KeptBoard(self._session, election)

    def recalled(self, election: str, key: str) -> Recalled | None:
        """The same in memory; None where it is not kept under a key, or not up to the last entry.

        Args:
            election: its id.
            key: the key.
        """
        with self._session() as connection:
            since, until = _span(connection, election, key)
            if since is None or since != until:
                return None
            return recalled(connection, election, since)

    def links(self, texts: Collection[str]) -> list[tuple[date, str, str]]:
        """Which texts became copies of each other, and when, as far as they reach some texts."""
        with self._session() as connection:
            return sorted(links_of(connection, texts))


def _span(
    connection: Connection, election: str, key: str
) -> tuple[datetime | None, datetime | None]:
    """Until when a board is kept under a key, and when the last entry was recorded."""
    mark = loads(told(connection, _mark(election)) or "{}")
    since = datetime.fromisoformat(mark["until"]) if mark.get("key") == key else None
    return since, last_moment(connection)


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
