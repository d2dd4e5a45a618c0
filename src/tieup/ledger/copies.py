"""Copies: what the ledger keeps of which texts are copies of each other, and the origins seen so.

Links are what is recorded, two copies each; an origin is seen from the links of a view. So a copy
that comes late joins what stands without changing it, and an old view stays as it was.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select, union
from sqlalchemy.dialects.sqlite import insert

from tieup.articles import Article
from tieup.articles.origins import SCHEME, SHARED_SLOTS, WINDOW, are_copies, named, signature
from tieup.ledger import rows
from tieup.ledger.asof import AsOf
from tieup.ledger.tables import articles, copies, meta, signatures, slots, texts

_ARTICLES = select(articles, texts.c.text).join_from(articles, texts)


def trace(connection: Connection, given: Iterable[Article], moment: datetime) -> None:
    """Sign articles and record which texts of the ledger they are copies of.

    Args:
        connection: of a transaction that writes; the articles are recorded in it already.
        given: those that were seen before under their date are passed over.
        moment: of recording.
    """
    scheme = connection.execute(select(meta.c.value).where(meta.c.key == "signatures")).scalar()
    if scheme != SCHEME:
        given = map(rows.article_of, connection.execute(_ARTICLES).mappings().all())
        told = insert(meta).values(key="signatures", value=SCHEME)
        connection.execute(
            told.on_conflict_do_update(index_elements=["key"], set_={"value": SCHEME})
        )
    for article in given:
        signed = () if _is_signed(connection, article) else signature(article.text)
        if signed:
            _link(connection, article, signed, moment)
            _sign(connection, article, signed)


def origins_of(
    connection: Connection, wanted: Collection[str], as_of: AsOf | None = None
) -> dict[str, str]:
    """The origin of each text by its content id, as a view shows it.

    An origin bears the name of the copy that was recorded first, of several at one moment the first
    published. A link counts from the day on which both its texts are published.
    """
    query = select(copies.c.one, copies.c.other)
    if as_of is not None:
        query = query.where(copies.c.published <= as_of.horizon)
        if as_of.recorded_by is not None:
            query = query.where(copies.c.recorded <= as_of.recorded_by)
    links = [(one, other) for one, other in connection.execute(query)]
    found = named((*_in_order(connection), *wanted), links)
    return {text: found[text] for text in wanted}


def _is_signed(connection: Connection, article: Article) -> bool:
    query = select(signatures.c.no).where(
        signatures.c.content_id == article.content_id,
        signatures.c.published == article.published,
        signatures.c.scheme == SCHEME,
    )
    return connection.execute(query).first() is not None


def _sign(connection: Connection, article: Article, signed: tuple[int, ...]) -> None:
    values = {
        "content_id": article.content_id,
        "published": article.published,
        "scheme": SCHEME,
    }
    number = connection.execute(insert(signatures).values(values)).lastrowid
    listed = [{"slot": s, "published": article.published, "signature": number} for s in signed]
    connection.execute(insert(slots), listed)


def _link(
    connection: Connection, article: Article, signed: tuple[int, ...], moment: datetime
) -> None:
    links = {
        tuple(sorted((article.content_id, near.content_id))): max(article.published, near.published)
        for near in _near(connection, article, signed)
        if near.content_id != article.content_id and are_copies(article, near)
    }
    if links:
        listed = [
            {"one": one, "other": other, "published": day, "recorded": moment}
            for (one, other), day in links.items()
        ]
        connection.execute(insert(copies).on_conflict_do_nothing(), listed)


def _near(connection: Connection, article: Article, signed: tuple[int, ...]) -> Iterator[Article]:
    """Those whose signatures agree with an article's in enough slots, and were published near."""
    first, last = article.published - WINDOW, article.published + WINDOW
    alike = (
        select(signatures.c.content_id, signatures.c.published)
        .join_from(slots, signatures)
        .where(
            slots.c.slot.in_(signed),
            slots.c.published.between(first, last),
            signatures.c.scheme == SCHEME,
        )
        .group_by(signatures.c.no)
        .having(func.count() >= SHARED_SLOTS)
    )
    wanted = {(text, day) for text, day in connection.execute(alike)}
    # By text alone: given the day, too, SQLite would look through all that was published then.
    query = _ARTICLES.where(articles.c.content_id.in_({text for text, _ in wanted}))
    for row in connection.execute(query).mappings().all() if wanted else ():
        if (row["content_id"], row["published"]) in wanted:
            yield rows.article_of(row)


def _in_order(connection: Connection) -> Iterable[str]:
    """The texts that have copies, the first recorded first."""
    linked = union(select(copies.c.one), select(copies.c.other))
    query = (
        select(articles.c.content_id)
        .where(articles.c.content_id.in_(linked))
        .group_by(articles.c.content_id)
        .order_by(
            func.min(articles.c.recorded), func.min(articles.c.published), articles.c.content_id
        )
    )
    return connection.execute(query).scalars()
