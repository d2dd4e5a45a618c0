"""The selection: the SQL of what is seen, equal to the rule of `view`.

What a query costs follows from what it asks for: who asks for one relation pays for the reviews of
its statements and no others.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, func, or_, select

from tieup.corrections import Decision
from tieup.ledger.asof import AsOf
from tieup.ledger.rows import said
from tieup.ledger.tables import retractions, reviews, statement_pairs, statements

_SAID = statements.c
#: The statement as it was read, of an amended one, too.
_READ = func.coalesce(_SAID.amends, _SAID.id)
_STANDING = reviews.alias("standing")
#: So many ids are asked for at once.
_AT_ONCE = 5_000


def entries(
    as_of: AsOf | None = None,
    election: str | None = None,
    pair: tuple[str, str] | None = None,
    since: datetime | None = None,
) -> Select[Any]:
    """Rows of what is seen in order of publication, article and place, with the review that holds.

    Columns: id, body, recorded, and of the review statement, decision, reviewer, note; None where
    there is none.
    """
    review = (_STANDING.c[name] for name in ("statement", "decision", "reviewer", "note"))
    query = select(_SAID.id, _SAID.body, _SAID.recorded, *review)
    query = _selected(query, as_of, election, pair)
    if since is not None:
        query = query.where(_SAID.recorded > since)
    return query.order_by(_SAID.published, _SAID.article, _SAID.start, _SAID.id)


def counts(
    as_of: AsOf | None = None,
    election: str | None = None,
    pair: tuple[str, str] | None = None,
) -> Select[Any]:
    """One row: how many rows are seen, and how many of them are amended statements."""
    columns: list[ColumnElement[Any]] = [func.count(), func.count(_SAID.review)]
    return _selected(select(*columns), as_of, election, pair)


def about(pairs: Collection[tuple[str, str]], as_of: AsOf | None, election: str) -> Select[Any]:
    """As `entries`, of several relations of an election, each row once.

    Args:
        pairs: of one party alone, that party twice.
        as_of: the view.
        election: its id.
    """
    column = statement_pairs.c
    named = select(column.statement).where(
        or_(*(and_(column.a == a, column.b == b) for a, b in sorted(pairs)))
    )
    query = entries(as_of).where(_SAID.id.in_(named))
    return query.where(func.coalesce(_SAID.election, "") == election)


def ids(
    as_of: AsOf | None = None,
    election: str | None = None,
    pair: tuple[str, str] | None = None,
) -> Select[Any]:
    """The ids of the rows that are seen, in no order."""
    return _selected(select(_SAID.id), as_of, election, pair)


def as_read(since: datetime | None = None) -> Select[Any]:
    """Rows of every statement as it was read: id, body, recorded."""
    query = select(_SAID.id, _SAID.body, _SAID.recorded).where(_SAID.review.is_(None))
    if since is not None:
        query = query.where(_SAID.recorded > since)
    return query.order_by(_SAID.published, _SAID.article, _SAID.start, _SAID.id)


def named(beginning: str) -> Select[Any]:
    """As `as_read`, those whose ids begin so; up to ten of them."""
    query = as_read().where(_SAID.id.startswith(beginning, autoescape=True))
    return query.limit(10)


def by_id(connection: Connection, ids: Collection[str]) -> list[RowMapping]:
    """Rows as `as_read` gives them of statements by their own ids, of amended ones, too."""
    query = select(_SAID.id, _SAID.body, _SAID.recorded)
    found: list[RowMapping] = []
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        found += connection.execute(query.where(_SAID.id.in_(some))).mappings()
    missing = set(ids) - {row["id"] for row in found}
    if missing:
        amended = connection.execute(query.where(_SAID.review.is_not(None))).mappings()
        found += [row for row in amended if said(row["id"]) in missing]
    return found


def last_review(statement: str | ColumnElement[str], as_of: AsOf | None = None) -> Select[Any]:
    """The last entry on a statement: which review stands by it; no row where there was none."""
    query = select(reviews.c.stands).where(reviews.c.statement == statement)
    if as_of is not None and as_of.recorded_by is not None:
        query = query.where(reviews.c.recorded <= as_of.recorded_by)
    return query.order_by(reviews.c.no.desc()).limit(1)


def _selected(
    query: Select[Any], as_of: AsOf | None, election: str | None, pair: tuple[str, str] | None
) -> Select[Any]:
    """A query over `statements`, of what is seen in an election or a relation alone."""
    holds = last_review(_READ, as_of).scalar_subquery().correlate(statements)
    origin = statements.outerjoin(_STANDING, _STANDING.c.no == holds)
    if pair is not None:
        a, b = sorted(pair)
        origin = origin.join(statement_pairs, statement_pairs.c.statement == _SAID.id)
        query = query.where(statement_pairs.c.a == a, statement_pairs.c.b == b)
    if election is not None and pair is None:
        query = query.where(_SAID.election == election)
    elif election is not None:  # not by its index: it would go through all the other relations, too
        query = query.where(func.coalesce(_SAID.election, "") == election)
    decision = func.coalesce(_STANDING.c.decision, Decision.ACCEPT)
    query = query.select_from(origin).where(
        or_(
            and_(_SAID.review.is_(None), decision == Decision.ACCEPT),
            _SAID.review == _STANDING.c.no,
        ),
        *_not_taken_back(as_of),
    )
    if as_of is not None:
        known_by_day = or_(_SAID.published <= as_of.day, _SAID.said_on <= as_of.day)
        query = query.where(_SAID.published <= as_of.horizon, known_by_day)
        if as_of.recorded_by is not None:
            query = query.where(_SAID.recorded <= as_of.recorded_by)
    return query


def _not_taken_back(as_of: AsOf | None) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    told = retractions.c
    counted = []
    if as_of is not None:
        counted.append(told.published <= as_of.horizon)
        if as_of.recorded_by is not None:
            counted.append(told.recorded <= as_of.recorded_by)
    whole = select(told.content_id).where(told.statement.is_(None), *counted)
    single = select(told.statement).where(told.statement.is_not(None), *counted)
    return _SAID.content_id.not_in(whole), _READ.not_in(single)
