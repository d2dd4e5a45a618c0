"""Appending: articles and statements that are sound and new."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection

from tieup.articles import Article
from tieup.ledger import rows
from tieup.ledger.copies import Printed, trace
from tieup.ledger.entries import Appended
from tieup.ledger.errors import LedgerError
from tieup.ledger.selection import ARTICLE_ORDER, ARTICLES
from tieup.ledger.tables import articles, statement_pairs, statements, texts
from tieup.ledger.writing import put
from tieup.statements import Statement


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
    with _unswept():
        names = [article.content_id for article in given]
        printed = list(zip(names, given, strict=True))
        _check(connection, printed, said)
        told = rows.statement_columns(said, moment)
        put(connection, texts, rows.text_columns(dict(printed)))
        added = Appended(
            articles=put(connection, articles, rows.article_columns(given, names, moment)),
            statements=put(connection, statements, told),
        )
        put(connection, statement_pairs, rows.pair_columns(zip(told["id"], said, strict=True)))
        trace(connection, printed, moment)
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


@contextmanager
def _unswept() -> Iterator[None]:
    """Without looking for garbage that is held by itself: a batch makes many objects and none such.

    To go through all of them again and again took up to a sixth of the time.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _check(connection: Connection, given: Sequence[Printed], said: Iterable[Statement]) -> None:
    """Every statement stands in an article that is given or known, and agrees with it."""
    at_hand = {(name, one.id, one.published): one for name, one in given}
    copies: dict[str, tuple[Article, ...]] = {}
    for statement in said:
        name = statement.content_id
        article = at_hand.get((name, statement.article, statement.published))
        if article is not None and not statement.faults(article):
            continue
        if name not in copies:  # only now does it matter what the ledger holds
            ours = (one for text, one in given if text == name)
            copies[name] = (*ours, *copies_of(connection, name))
        found = faults(statement, copies[name])
        if found:
            message = (
                f"statement {statement.id} of article {statement.article}: {'; '.join(found)}; "
                "nothing of its batch was written"
            )
            raise LedgerError(message)
