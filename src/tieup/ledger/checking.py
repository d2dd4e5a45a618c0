"""Checking: whether a ledger is what it says it is, row by row; what is wrong, and where."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    Text,
    and_,
    cast,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.exc import SQLAlchemyError

from tieup.articles import Article
from tieup.ledger import rows
from tieup.ledger.correcting import reviews_of
from tieup.ledger.tables import (
    CHANGING,
    articles,
    copies,
    retractions,
    reviews,
    schema,
    statement_pairs,
    statements,
    texts,
)
from tieup.ledger.view import standing_reviews
from tieup.ledger.writing import told
from tieup.problems import Problem
from tieup.statements import Statement

#: Where it is, and what is wrong there.
Fault = tuple[str, str]
#: By what a statement is found: two parties, an election or "", a day of publication.
_Found = tuple[str, str, str, date]


def check(connection: Connection, name: str) -> Iterator[Problem]:
    """What is wrong in a ledger, part by part; a part that can't be read to its end says so.

    Args:
        connection: that reads.
        name: of the ledger, for the problems.
    """
    for part, faults in _PARTS.items():
        try:
            for place, wrong in faults(connection):
                yield Problem(file=name, place=place, wrong=wrong, done="left as it is", lost=False)
        except (SQLAlchemyError, ValueError, TypeError, LookupError) as error:
            said = " ".join(str(getattr(error, "orig", None) or error).split())
            yield Problem(
                file=name,
                place=part,
                wrong=f"can't be read to the end: {said}",
                done="the rest of this part was not checked",
                lost=False,
            )


def _database(connection: Connection) -> Iterator[Fault]:
    """The database's own word on its file, its schema's number, and the guards of its tables."""
    if connection.dialect.name == "sqlite":
        for said in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
            if said != "ok":
                yield "file", said
    migrated = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if migrated != (named := told(connection, "schema")):
        yield "meta schema", f"names schema {named}, migrated to {migrated}"
    query = {
        "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgenabled = 'O' "
        "AND NOT tgisinternal AND tgrelid::regclass::text NOT LIKE '%%.%%'",
    }[connection.dialect.name]
    guarded = list(connection.exec_driver_sql(query).scalars())
    for table in schema.tables.values():
        if table not in CHANGING and guarded.count(table.name) < _guards(connection):
            yield table.name, "is not kept append-only: a trigger is missing"


def _guards(connection: Connection) -> int:
    return 3 if connection.dialect.name == "sqlite" else 1


def _keys(connection: Connection) -> Iterator[Fault]:
    """Keys that name a row that is not there."""
    keys = [key for table in schema.tables.values() for key in table.foreign_keys]
    links = [(key.parent, key.column) for key in keys]
    links += [(statements.c.amends, statements.c.id), (statements.c.review, reviews.c.no)]
    for column, wanted in links:
        named = column.table.alias("named")
        there = wanted.table.alias("there")
        query = (
            select(*(named.c[key.name] for key in column.table.primary_key), named.c[column.name])
            .outerjoin_from(named, there, there.c[wanted.name] == named.c[column.name])
            .where(named.c[column.name].is_not(None), there.c[wanted.name].is_(None))
        )
        for *key, missing in connection.execute(query):
            yield _place(column.table, key), f"{column.name} {missing} is not in {wanted.table}"


def _texts(connection: Connection) -> Iterator[Fault]:
    """Texts that are not what their hash says, or that no article brought."""
    brought = select(articles.c.content_id).where(articles.c.content_id == texts.c.content_id)
    query: Select[Any] = select(*texts.c, brought.exists().label("known"))
    for row in _stream(connection, query):
        place = f"texts {row.content_id}"
        if Article(id="", published=_ANY_DAY, text=row.text).content_id != row.content_id:
            yield place, "the id is not the hash of the text"
        if not row.known:
            yield place, "no article has this text"


def _statements(connection: Connection) -> Iterator[Fault]:
    """Statements that are not what their id, their text, their columns or their pairs say."""
    column = statements.c
    own = select(articles.c.article).where(
        articles.c.content_id == column.content_id,
        articles.c.article == column.article,
        articles.c.published == column.published,
    )
    query = (
        select(
            *(each for each in column if each is not column.body),
            cast(type_coerce(column.body, Text), Text).label("body"),
            texts.c.text,
            own.exists().label("stands"),
        )
        .outerjoin_from(statements, texts, texts.c.content_id == column.content_id)
        .order_by(column.id)
    )
    pairs = _pairs(connection)
    ahead = next(pairs, None)
    for row in _stream(connection, query):
        while ahead is not None and ahead[0] < row.id:  # of no statement, as the keys have told
            ahead = next(pairs, None)
        own_pairs = ahead[1] if ahead is not None and ahead[0] == row.id else set()
        for wrong in _statement(row, own_pairs):
            yield f"statements {row.id}", wrong


def _pairs(connection: Connection) -> Iterator[tuple[str, set[_Found]]]:
    """By what each statement is found, in the order of ids."""
    query = select(*statement_pairs.c).order_by(statement_pairs.c.statement)
    for name, group in groupby(_stream(connection, query), key=lambda row: row.statement):
        yield name, {(row.a, row.b, row.election, row.published) for row in group}


def _statement(row: Row[Any], pairs: set[_Found]) -> Iterator[str]:
    try:
        body = json.loads(row.body)
        statement = Statement.from_json(body)
        name = statement.id
    except (ValueError, TypeError, AttributeError) as error:
        yield f"the body is no statement: {error}"
        return
    if rows.said(row.id) != name or body.get("id") != name:
        yield f"the id is not the hash of the body, {name}"
    expected = rows.statement_row(statement, row.recorded)
    for key, value in expected.items():
        if key not in {"id", "body", "recorded"} and getattr(row, key) != value:
            yield f"{key} is {getattr(row, key)}, in the body {value}"
    if row.text is not None:
        article = Article(id=row.article, published=row.published, text=row.text)
        yield from statement.faults(article)
    if not row.stands:
        yield f"the ledger has no article {row.article} of {row.published} with its text"
    named = {
        (a, b, statement.election or "", statement.published) for a, b in rows.found_by(statement)
    }
    for found in sorted(pairs ^ named):
        where = "the pairs" if found in pairs else "the body"
        a, b, election, day = found
        yield f"is about {a} and {b} for {election or 'no election'} on {day} in {where} alone"
    if (row.review is None) != (row.id == name) or (row.review is None) != (row.amends is None):
        yield "is not marked rightly as read or amended"


def _reviews(connection: Connection) -> Iterator[Fault]:
    """Reviews that don't lead where their order leads, or to another amended statement."""
    told = connection.execute(select(reviews.c.no, reviews.c.stands))
    stands = {number: review for number, review in told}  # noqa: C416 - rows are no pairs to mypy
    entered = reviews_of(connection)
    for one in entered:
        place, name = f"reviews {one.number}", one.review.statement
        before = (each for each in entered[: one.number] if each.review.statement == name)
        holds = standing_reviews(before).get(name)
        if stands[one.number] != (holds and holds.number):
            yield place, f"leads to review {stands[one.number]}, not {holds and holds.number}"
        for wrong in one.review.faults():
            yield place, wrong
    amended = statements.alias()
    matches = and_(amended.c.review == reviews.c.no, amended.c.amends == reviews.c.statement)
    query = (
        select(reviews.c.no, reviews.c.amended)
        .outerjoin_from(reviews, amended, and_(amended.c.id == reviews.c.amended, matches))
        .where(reviews.c.amended.is_not(None), amended.c.id.is_(None))
    )
    for number, name in connection.execute(query):
        yield f"reviews {number}", f"amends to {name}, which is no amended statement of its own"
    query = (
        select(amended.c.review, amended.c.id)
        .outerjoin_from(amended, reviews, reviews.c.amended == amended.c.id)
        .where(amended.c.review.is_not(None), reviews.c.no.is_(None))
    )
    for number, name in connection.execute(query):
        yield f"statements {name}", f"was amended by review {number}, which doesn't say so"


def _moments(connection: Connection) -> Iterator[Fault]:
    """Moments that run backwards: in the order of rows, and before what they build upon."""
    last = told(connection, "last_recorded")
    for table in (articles, statements, copies, reviews, retractions):
        newest = connection.execute(select(func.max(table.c.recorded))).scalar()
        if newest is not None and (last is None or newest > datetime.fromisoformat(last)):
            yield table.name, f"an entry is of {newest}, after the ledger's last, {last}"
    numbered: list[tuple[Table, ColumnElement[Any]]]
    numbered = [(reviews, reviews.c.no), (retractions, retractions.c.no)]
    if connection.dialect.name == "sqlite":  # where rows have an order of their own
        numbered += [(table, literal_column("rowid")) for table in (articles, statements)]
    for table, number in numbered:
        before = func.lag(table.c.recorded).over(order_by=number).label("before")
        ordered = select(*table.primary_key, table.c.recorded, before).subquery()
        for *key, moment, earlier in connection.execute(
            select(ordered).where(ordered.c.recorded < ordered.c.before)
        ):
            yield _place(table, key), f"recorded at {moment}, after an entry of {earlier}"
    first = select(func.min(articles.c.recorded)).where(
        articles.c.content_id == statements.c.content_id
    )
    query = select(statements.c.id).where(statements.c.recorded < first.scalar_subquery())
    for name in connection.execute(query).scalars():
        yield f"statements {name}", "recorded before its text"
    query = (
        select(reviews.c.no)
        .join_from(reviews, statements, statements.c.id == reviews.c.statement)
        .where(reviews.c.recorded <= statements.c.recorded)
    )
    for number in connection.execute(query).scalars():
        yield f"reviews {number}", "recorded before the statement that it reviews"


def _place(table: Table, key: Iterable[object]) -> str:
    return " ".join((table.name, *map(str, key)))


def _stream(connection: Connection, query: Select[Any]) -> Iterable[Row[Any]]:
    """Rows a thousand at a time: a ledger may be larger than memory."""
    return connection.execute(query, execution_options={"yield_per": 1000})


_ANY_DAY = date.min
_PARTS: dict[str, Callable[[Connection], Iterator[Fault]]] = {
    "database": _database,
    "keys": _keys,
    "texts": _texts,
    "statements": _statements,
    "reviews": _reviews,
    "moments": _moments,
}
