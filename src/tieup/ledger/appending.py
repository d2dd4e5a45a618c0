"""Appending: articles and statements that are sound and new."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from tieup.articles import Article
from tieup.ledger import rows
from tieup.ledger.copies import trace
from tieup.ledger.entries import Appended
from tieup.ledger.errors import LedgerError
from tieup.ledger.tables import articles, statement_pairs, statements, texts
from tieup.ledger.writing import put
from tieup.statements import Statement

#: Rows that `rows.article_of` takes.
ARTICLES = select(articles, texts.c.text).join_from(articles, texts)
ARTICLE_ORDER = (
    articles.c.published,
    articles.c.article,
    articles.c.outlet,
    articles.c.content_id,
)


def append(
    connection: Connection,
    given: Sequence[Article],
    said: Sequence[Statement],
    moment: datetime,
) -> Appended:
    """Insert what is new; what stands is passed over.

    Raises:
        LedgerError: naming the first statement that contradicts its text, and why.
    """
    _check(connection, given, said)
    listed = rows.statement_rows(said, moment)
    pairs = [
        pair
        for statement, row in zip(said, listed, strict=True)
        for pair in rows.pair_rows(statement, row["id"])
    ]
    put(connection, texts, [rows.text_row(article) for article in given])
    added = Appended(
        articles=put(connection, articles, [rows.article_row(a, moment) for a in given]),
        statements=put(connection, statements, listed),
    )
    put(connection, statement_pairs, pairs)
    trace(connection, given, moment)
    return added


def copies_of(connection: Connection, content_id: str) -> tuple[Article, ...]:
    """Every copy of a text, the first published first."""
    query = ARTICLES.where(articles.c.content_id == content_id).order_by(*ARTICLE_ORDER)
    return tuple(map(rows.article_of, connection.execute(query).mappings()))


def faults(statement: Statement, copies: Sequence[Article]) -> tuple[str, ...]:
    """What contradicts its article, one of the copies of a text; empty for a sound statement."""
    own = [article for article in copies if article.id == statement.article]
    if not own:
        return (f"the ledger has no such article with the text {statement.content_id}",)
    if statement.published not in {article.published for article in own}:
        return (f"dated {statement.published}, its article {own[0].published}",)
    return statement.faults(own[0])


def _check(connection: Connection, given: Sequence[Article], said: Sequence[Statement]) -> None:
    """Every statement stands in an article that is given or known, and agrees with it."""
    copies: dict[str, list[Article]] = {}
    for article in given:
        copies.setdefault(article.content_id, []).append(article)
    known: set[str] = set()
    for statement in said:
        name = statement.content_id
        found = faults(statement, copies.setdefault(name, []))
        if found and name not in known:  # only then does it matter what the ledger holds
            known.add(name)
            copies[name].extend(copies_of(connection, name))
            found = faults(statement, copies[name])
        if found:
            message = (
                f"statement {statement.id} of article {statement.article}: {'; '.join(found)}; "
                "nothing of its batch was written"
            )
            raise LedgerError(message)
