"""The selection: the SQL of what is seen, equal to the rule of `view`.

What a query costs follows from what it asks for: who asks for one relation pays for the reviews of
its statements and no others.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, tuple_, union

from tieup.corrections import Decision
from tieup.ledger.asof import AsOf
from tieup.ledger.rows import AMENDED
from tieup.ledger.tables import articles, retractions, reviews, statement_pairs, statements, texts

#: Rows that `rows.article_of` takes.
ARTICLES = select(articles, texts.c.text).join_from(articles, texts)
ARTICLE_ORDER = (
    articles.c.published,
    articles.c.article,
    articles.c.outlet,
    articles.c.content_id,
)
_SAID = statements.c
#: The statement as it was read, of an amended one, too.
_READ = func.coalesce(_SAID.amends, _SAID.id)
_STANDING = reviews.alias("standing")
#: A day of publication, an article, where in it, and the id of a row: in this order are entries.
Place = tuple[date, str, int, str]
#: Comes after "9".
_AFTER_DIGITS = ":"
#: So many names are asked for at once; of conditions that a database takes one by one, so few.
_MANY, FEW = 5_000, 100


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
    named = or_(*(and_(*_of_pair(pair, election, as_of)) for pair in sorted(pairs)))
    return entries(as_of).where(_SAID.id.in_(select(statement_pairs.c.statement).where(named)))


def retold(as_of: AsOf | None) -> Select[Any]:
    """As `entries`, of what tells of an election as history."""
    return entries(as_of).where(_SAID.background, _SAID.election.is_not(None))


def undecided(election: str | None) -> Select[Any]:
    """As `entries`, of what nobody has decided on, the least certain first."""
    query = entries(None, election).where(_STANDING.c.no.is_(None))
    return query.order_by(None).order_by(_SAID.body["confidence"].as_float(), _SAID.id)


def in_text(content_id: str) -> Select[Any]:
    """As `entries`, of one text, found by the days and articles in which it was printed."""
    printed = select(articles.c.published, articles.c.article).where(
        articles.c.content_id == content_id
    )
    place = tuple_(_SAID.published, _SAID.article)
    return entries().where(_SAID.content_id == content_id, place.in_(printed))


def page(
    as_of: AsOf | None, election: str | None, party: str | None, after: Place | None
) -> Select[Any]:
    """As `entries`, of those that name a party, from after a place on."""
    query = entries(as_of, election)
    if party is not None:
        column = statement_pairs.c
        sides = (select(column.statement).where(side == party) for side in (column.a, column.b))
        query = query.where(_SAID.id.in_(union(*sides)))
    if after is not None:
        place = tuple_(_SAID.published, _SAID.article, _SAID.start, _SAID.id)
        query = query.where(_SAID.published >= after[0], place > tuple_(*after))
    return query


def place_of(statement: str) -> Select[Any]:
    """Of a statement that was read or amended, the place from after which a page goes on.

    Columns: published, article, start; of all that are it, which stand together, in one row.
    """
    found = or_(_SAID.id == statement, is_amended_to(statement))
    return select(_SAID.published, _SAID.article, _SAID.start).where(found).limit(1)


def after(place: Row[Any], statement: str) -> Place:
    """The place right after a statement and all that others were amended to it."""
    published, article, start = tuple(place)
    return published, article, start, f"{statement}{AMENDED}{_AFTER_DIGITS}"


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


def of_ids(ids: Collection[str], as_of: AsOf | None) -> Select[Any]:
    """As `entries`, of the rows with some ids."""
    return entries(as_of).where(_SAID.id.in_(ids))


def amended_to(ids: Collection[str], as_of: AsOf | None) -> Select[Any]:
    """As `entries`, of the rows in which others were amended to the statements with some ids."""
    return entries(as_of).where(or_(*map(is_amended_to, ids)))


def is_amended_to(name: str) -> ColumnElement[bool]:
    """Whether a row is one in which another was amended to the statement of an id."""
    first, end = f"{name}{AMENDED}", f"{name}{AMENDED}{_AFTER_DIGITS}"
    return and_(_SAID.id > first, _SAID.id < end)


def in_parts(names: Collection[str], size: int = _MANY) -> Iterator[list[str]]:
    """No more at once than a database takes, in order."""
    ordered = sorted(names)
    return (ordered[i : i + size] for i in range(0, len(ordered), size))


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
        origin = origin.join(statement_pairs, statement_pairs.c.statement == _SAID.id)
        query = query.where(*_of_pair(pair, election, as_of))
    elif election is not None:
        query = query.where(_SAID.election == election)
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


def _of_pair(
    pair: tuple[str, str], election: str | None, as_of: AsOf | None
) -> Iterator[ColumnElement[bool]]:
    """Where statements about a relation stand, as narrowly as the view allows."""
    column = statement_pairs.c
    a, b = sorted(pair)
    yield column.a == a
    yield column.b == b
    if election is not None:
        yield column.election == election
    if as_of is not None:
        yield column.published <= as_of.horizon


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
