"""Correcting: what people say of statements, entered beside what was read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from tieup.corrections import Decision, Retraction, Review
from tieup.ledger import rows
from tieup.ledger.appending import copies_of, faults
from tieup.ledger.entries import Retracted, Reviewed
from tieup.ledger.errors import LedgerError
from tieup.ledger.selection import is_amended_to, last_review
from tieup.ledger.tables import retractions, reviews, statement_pairs, statements, texts
from tieup.ledger.writing import next_number, put
from tieup.statements import Statement


def enter_review(connection: Connection, given: Review, moment: datetime) -> Reviewed:
    """Enter a review of a statement that was read.

    Raises:
        LedgerError: where it contradicts itself or the ledger.
    """
    _refuse(f"the review of {given.statement}", given.faults())
    review = replace(given, statement=_read_as(connection, given.statement))
    number = next_number(connection, reviews)
    stands: int | None = number
    if review.decision is Decision.UNDO:
        stands = _before(connection, review.statement)
    row = rows.review_row(number, review, stands, moment)
    if review.amended is not None:
        amended = _amended(connection, review, review.amended)
        review = replace(review, amended=amended)
        said = rows.amended_row(amended, review.statement, number, moment)
        connection.execute(statements.insert(), said)
        put(connection, statement_pairs, rows.pair_columns([(said["id"], amended)]))
        row["amended"] = said["id"]
    connection.execute(reviews.insert(), row)
    return Reviewed(number=number, review=review, recorded=moment)


def enter_retraction(connection: Connection, given: Retraction, moment: datetime) -> Retracted:
    """Enter a retraction of a text, or of a statement in it.

    Raises:
        LedgerError: where it contradicts itself or the ledger.
    """
    _refuse(f"the retraction of {given.content_id}", given.faults())
    known = select(texts.c.content_id).where(texts.c.content_id == given.content_id)
    if connection.execute(known).first() is None:
        message = f"the ledger has no text {given.content_id}, so nobody can take it back"
        raise LedgerError(message)
    retraction = given
    if given.statement is not None:
        retraction = replace(given, statement=_read_as(connection, given.statement))
        query = select(statements.c.content_id).where(statements.c.id == retraction.statement)
        if connection.execute(query).scalar_one() != given.content_id:
            message = f"statement {given.statement} stands in another text than {given.content_id}"
            raise LedgerError(message)
    number = next_number(connection, retractions)
    row = rows.retraction_row(number, retraction, moment)
    connection.execute(retractions.insert(), row)
    return Retracted(number=number, retraction=retraction, recorded=moment)


def reviews_of(connection: Connection, statement: str | None = None) -> tuple[Reviewed, ...]:
    """Every review in the order of numbers, or those of one statement.

    Raises:
        LedgerError: where the ledger has no such statement.
    """
    query = select(reviews, statements.c.body).outerjoin_from(
        reviews, statements, statements.c.id == reviews.c.amended
    )
    if statement is not None:
        query = query.where(reviews.c.statement == _read_as(connection, statement))
    found = connection.execute(query.order_by(reviews.c.no)).mappings()
    return tuple(map(rows.reviewed_of, found))


def all_retractions(connection: Connection) -> tuple[Retracted, ...]:
    """Every retraction in the order of numbers."""
    query = select(retractions).order_by(retractions.c.no)
    return tuple(map(rows.retracted_of, connection.execute(query).mappings()))


def _read_as(connection: Connection, name: str) -> str:
    """The id of the statement as it was read, by its own or that of what it was amended to."""
    column = statements.c
    exact = select(column.id).where(column.id == name, column.review.is_(None))
    if (found := connection.execute(exact).scalar()) is not None:
        return str(found)
    # Where several were amended to one, the last is meant: it is what a reviewer looks at.
    amended = select(column.amends).where(is_amended_to(name))
    found = connection.execute(amended.order_by(column.review.desc()).limit(1)).scalar()
    if found is None:
        message = f"the ledger has no statement {name}"
        raise LedgerError(message)
    return str(found)


def _before(connection: Connection, statement: str) -> int | None:
    """The review that held before the one that holds."""
    holds = connection.execute(last_review(statement)).scalar()
    if holds is None:
        message = f"there is no decision on {statement} to undo"
        raise LedgerError(message)
    query = last_review(statement).where(reviews.c.no < holds)
    return connection.execute(query).scalar()


def _amended(connection: Connection, review: Review, asked: Statement) -> Statement:
    """What a statement is amended to, under the reviewer's name; its origin stays its text's."""
    query = select(statements.c.body).where(statements.c.id == review.statement)
    read = Statement.from_json(connection.execute(query).scalar_one())
    found = []
    if (asked.content_id, asked.article) != (read.content_id, read.article):
        found.append(f"it stands in article {read.article}, the amended one in {asked.article}")
    if asked.published != read.published:
        found.append(f"it is dated {read.published}, the amended one {asked.published}")
    found += faults(asked, copies_of(connection, asked.content_id))
    _refuse(f"what {review.statement} is amended to", found)
    return replace(asked, reader=f"review/{review.reviewer}", origin=read.origin)


def _refuse(what: str, found: Sequence[str]) -> None:
    if found:
        message = f"{what}: {'; '.join(found)}; nothing was written"
        raise LedgerError(message)
