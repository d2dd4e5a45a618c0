"""News: what changed in an election since a moment, found by what was recorded since."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from tieup.articles.origins import origin_of
from tieup.ledger.rows import found_by, said, statement_of
from tieup.ledger.selection import FEW, in_parts, is_amended_to
from tieup.ledger.tables import articles, copies, retractions, reviews, statements
from tieup.statements import Statement

#: Two parties, sorted; of statements about one party alone, that party twice.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What changed in an election since a board was kept.

    Attributes:
        since: until when it was kept; None where nothing usable is, so that all is news.
        until: the moment of the last entry; None in an empty ledger.
        added: statements that came and changed nothing else: none of their texts is a copy or has
            one, and nobody has reviewed or taken back anything in them.
        pairs: the relations of all other statements that came, went or were told apart from copies.
        statements: their ids.
    """

    since: datetime | None
    until: datetime | None
    added: tuple[Statement, ...] = ()
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


def news(
    connection: Connection, election: str, since: datetime | None, until: datetime | None
) -> News:
    """What was recorded of an election between two moments, and what that bears on."""
    if since is None or since == until:
        return News(since=since, until=until)
    column = statements.c
    recent = _rows().where(column.recorded > since, func.coalesce(column.election, "") == election)
    came = {row["id"]: row["body"] for row in connection.execute(recent).mappings()}
    touched = {row["id"]: row["body"] for row in _touched(connection, election, since)}
    alone = _alone(connection, {body["content_id"] for body in came.values()})
    taken = _amended_to(connection, came)
    added: list[Statement] = []
    pairs: set[Pair] = set()
    names: set[str] = set()
    for name, body in (came | touched).items():
        text = body["content_id"]
        if name in came and name not in touched and name not in taken and text in alone:
            added.append(statement_of(body, {text: origin_of(text)}))
        else:
            pairs.update(found_by(Statement.from_json(body)))
            names.add(said(name))
    return News(
        since=since,
        until=until,
        added=tuple(added),
        pairs=frozenset(pairs),
        statements=frozenset(names),
    )


def _alone(connection: Connection, names: Collection[str]) -> set[str]:
    """Those of some texts that are printed once, and are no copies."""
    found: set[str] = set()
    for part in in_parts(names):
        text = articles.c.content_id
        once = select(text).where(text.in_(part)).group_by(text).having(func.count() == 1)
        found.update(connection.execute(once).scalars())
        for side in (copies.c.one, copies.c.other):
            found.difference_update(
                connection.execute(select(side).where(side.in_(part))).scalars()
            )
    return found


def _amended_to(connection: Connection, names: Collection[str]) -> set[str]:
    """Those of some statements that others were amended to, and those amended rows themselves."""
    found = {name for name in names if said(name) != name}
    for part in in_parts(set(names) - found, FEW):
        amended = select(statements.c.id).where(or_(*map(is_amended_to, part)))
        found.update(map(said, connection.execute(amended).scalars()))
    return found


def is_taken_back(connection: Connection, election: str) -> bool:
    """Whether anything was ever taken back that is about an election."""
    texts = connection.execute(select(retractions.c.content_id)).scalars().all()
    return any(True for _ in _in_texts(connection, election, texts))


def _touched(connection: Connection, election: str, since: datetime) -> Iterator[RowMapping]:
    """Rows of the statements that reviews, retractions and links recorded since bear on."""
    yield from _decided(connection, election, since)
    texts: set[str] = set()
    for text, moment in (
        (retractions.c.content_id, retractions.c.recorded),
        (copies.c.one, copies.c.recorded),
        (copies.c.other, copies.c.recorded),
    ):
        texts.update(connection.execute(select(text).where(moment > since)).scalars())
    yield from _in_texts(connection, election, texts)


def _decided(connection: Connection, election: str, since: datetime) -> Iterator[RowMapping]:
    """Rows of what was reviewed since, and of all that it was ever amended to."""
    column = reviews.c
    names = connection.execute(select(column.statement).where(column.recorded > since)).scalars()
    for part in in_parts(set(names)):
        amended = select(column.amended).where(
            column.statement.in_(part), column.amended.is_not(None)
        )
        told = or_(statements.c.id.in_(part), statements.c.id.in_(amended))
        query = _rows().where(told, func.coalesce(statements.c.election, "") == election)
        yield from connection.execute(query).mappings()


def _in_texts(
    connection: Connection, election: str, texts: Collection[str]
) -> Iterator[RowMapping]:
    """Rows of the statements in some texts, found by the days on which those were published."""
    for part in in_parts(texts):
        days = select(articles.c.published).where(articles.c.content_id.in_(part)).distinct()
        column = statements.c
        query = _rows().where(
            column.election == election,
            column.published.in_(connection.execute(days).scalars().all()),
            column.content_id.in_(part),
        )
        yield from connection.execute(query).mappings()


def _rows() -> Select[Any]:
    return select(statements.c.id, statements.c.body)
