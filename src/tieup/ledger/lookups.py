"""Look-ups: what queries find, as entries and articles; statements with their view's origins."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from tieup.articles import Article
from tieup.ledger import rows, selection, tables
from tieup.ledger.asof import AsOf
from tieup.ledger.copies import origins_of
from tieup.ledger.entries import Entry
from tieup.ledger.view import once
from tieup.statements import Statement


def seen(connection: Connection, query: Select[Any], as_of: AsOf | None) -> tuple[Entry, ...]:
    """The entries of a query such as `selection.entries`, each statement once."""
    return _once(connection, connection.execute(query).mappings().all(), as_of)


def as_read(connection: Connection, query: Select[Any]) -> tuple[Entry, ...]:
    """The entries of a query such as `selection.as_read`."""
    listed = connection.execute(query).mappings().all()
    names = origins_of(connection, {row["body"]["content_id"] for row in listed})
    return tuple(
        Entry(statement=rows.statement_of(row["body"], names), recorded=row["recorded"])
        for row in listed
    )


def by_id(connection: Connection, ids: Collection[str], as_of: AsOf | None) -> dict[str, Statement]:
    """Statements by their ids, as a view shows them; what it doesn't show is left out."""
    listed: list[RowMapping] = []
    for part in selection.in_parts(ids):
        listed += connection.execute(selection.of_ids(part, as_of)).mappings()
    missing = set(ids) - {row["id"] for row in listed}
    for part in selection.in_parts(missing, selection.FEW):
        listed += connection.execute(selection.amended_to(part, as_of)).mappings()
    return {one.statement.id: one.statement for one in _once(connection, listed, as_of)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some entries in the order of all.

    Attributes:
        next: the id of the last of them, after which there are more; None where there are none.
    """

    entries: tuple[Entry, ...]
    next: str | None


def page(  # noqa: PLR0913 - what narrows it, each by its name
    connection: Connection,
    *,
    as_of: AsOf | None,
    election: str | None,
    party: str | None,
    after: str | None,
    most: int,
) -> Page | None:
    """Entries from after a statement on; None where that is not there."""
    begin = None
    if after is not None:
        place = connection.execute(selection.place_of(after)).first()
        if place is None:
            return None
        begin = selection.after(place, after)
    query = selection.page(as_of, election, party, begin).limit(most + 1)
    listed = connection.execute(query).mappings().all()
    last = rows.said(listed[most - 1]["id"]) if len(listed) > most else None
    return Page(entries=_once(connection, listed[:most], as_of), next=last)


def count(
    connection: Connection,
    as_of: AsOf | None,
    election: str | None,
    pair: tuple[str, str] | None,
) -> int:
    """How many statements are seen, without reading them."""
    every, amended = connection.execute(selection.counts(as_of, election, pair)).one()
    if not amended:
        return int(every)
    found = connection.execute(selection.ids(as_of, election, pair)).scalars()
    return len({rows.said(name) for name in found})


def articles(connection: Connection) -> tuple[tuple[Article, datetime], ...]:
    """Every copy of every text, in order of publication, with its moment of recording."""
    listed = connection.execute(selection.ARTICLES.order_by(*selection.ARTICLE_ORDER)).mappings()
    return tuple((rows.article_of(row), row["recorded"]) for row in listed)


def last_day(connection: Connection) -> date | None:
    """The last day of publication."""
    return connection.execute(select(func.max(tables.articles.c.published))).scalar()


def elections(connection: Connection) -> tuple[str, ...]:
    """The ids of all elections that statements are about, sorted."""
    column = tables.statements.c.election
    found = select(func.min(column).label("id")).cte("elections", recursive=True)
    # From one to the next, each a look-up, where DISTINCT would go through every statement.
    following = select(func.min(column)).where(column > found.c.id).scalar_subquery()
    found = found.union_all(select(following).where(found.c.id.is_not(None)))
    query = select(found.c.id).where(found.c.id.is_not(None))
    return tuple(connection.execute(query).scalars())


def _once(
    connection: Connection, listed: Sequence[RowMapping], as_of: AsOf | None
) -> tuple[Entry, ...]:
    names = origins_of(connection, {row["body"]["content_id"] for row in listed}, as_of)
    return once([(rows.said(row["id"]), rows.entry_of(row, names)) for row in listed])
