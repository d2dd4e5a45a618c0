"""Copies: what the ledger keeps of which texts are copies of each other, and the origins seen so.

Links are what is recorded, two copies each; an origin is seen from the links of a view. So a copy
that comes late joins what stands without changing it, and an old view stays as it was.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, union

from tieup.articles import Article
from tieup.articles.origins import (
    SCHEME,
    SHARED_SLOTS,
    WINDOW,
    are_copies,
    named,
    origin_of,
    signature,
)
from tieup.ledger import rows
from tieup.ledger.asof import AsOf
from tieup.ledger.tables import articles, copies, signatures, slots, texts
from tieup.ledger.writing import put, tell, told

_AT_ONCE = 5_000
_ARTICLES = select(articles, texts.c.text).join_from(articles, texts)


def trace(connection: Connection, given: Iterable[Article], moment: datetime) -> None:
    """Sign articles and record which texts of the ledger they are copies of.

    Args:
        connection: of a transaction that writes; the articles are recorded in it already.
        given: those that were seen before under their date are passed over.
        moment: of recording.
    """
    if told(connection, "signatures") != SCHEME:
        given = map(rows.article_of, connection.execute(_ARTICLES).mappings().all())
        tell(connection, "signatures", SCHEME)
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
    links = _links(connection, wanted, as_of)
    if not links:
        return {text: origin_of(text) for text in wanted}
    linked = {text for link in links for text in link}
    found = named((*_in_order(connection, linked), *wanted), links)
    return {text: found[text] for text in wanted}


def _links(
    connection: Connection, wanted: Iterable[str], as_of: AsOf | None
) -> set[tuple[str, str]]:
    """The links that reach the texts wanted, over however many copies between."""
    counted = []
    if as_of is not None:
        counted.append(copies.c.published <= as_of.horizon)
        if as_of.recorded_by is not None:
            counted.append(copies.c.recorded <= as_of.recorded_by)
    links: set[tuple[str, str]] = set()
    known: set[str] = set()
    ahead = set(wanted)
    while ahead:
        known |= ahead
        reached: set[str] = set()
        for some in _some(ahead):
            query = union(
                select(copies.c.one, copies.c.other).where(copies.c.one.in_(some), *counted),
                select(copies.c.one, copies.c.other).where(copies.c.other.in_(some), *counted),
            )
            for one, other in connection.execute(query):
                links.add((one, other))
                reached |= {one, other}
        ahead = reached - known
    return links


def _some(names: Collection[str]) -> Iterator[list[str]]:
    """So many names at once as every database takes."""
    ordered = sorted(names)
    return (ordered[i : i + _AT_ONCE] for i in range(0, len(ordered), _AT_ONCE))


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
    query = insert(signatures).values(values).returning(signatures.c.no)
    number = connection.execute(query).scalar_one()
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
        put(connection, copies, listed)


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


def _in_order(connection: Connection, linked: Collection[str]) -> Iterable[str]:
    """Texts by the moment at which the first copy of each was recorded, then by day and hash."""
    found = []
    for some in _some(linked):
        column = articles.c
        query = (
            select(func.min(column.recorded), func.min(column.published), column.content_id)
            .where(column.content_id.in_(some))
            .group_by(column.content_id)
        )
        found += [tuple(row) for row in connection.execute(query)]
    return [content_id for _, _, content_id in sorted(found)]
