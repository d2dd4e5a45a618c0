"""Copies: what the ledger keeps of which texts are copies of each other, and the origins seen so.

Links are what is recorded, two copies each; an origin is seen from the links of a view. So a copy
that comes late joins what stands without changing it, and an old view stays as it was.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select, union

from tieup.articles import Article
from tieup.articles.alike import alike
from tieup.articles.origins import WINDOW, are_copies, named, origin_of
from tieup.articles.signatures import SCHEME, signatures_of
from tieup.ledger import rows
from tieup.ledger.asof import AsOf
from tieup.ledger.selection import ARTICLES, in_parts
from tieup.ledger.tables import articles, copies, signatures
from tieup.ledger.writing import put, tell, told

#: A day of publication and a text's hash: by them a text is signed.
_Key = tuple[date, str]
#: A text's hash, and an article that it stands in.
Printed = tuple[str, Article]

_AT_ONCE = 5_000


def trace(connection: Connection, given: Iterable[Printed], moment: datetime) -> None:
    """Sign articles and record which texts of the ledger they are copies of.

    Args:
        connection: of a transaction that writes; the articles are recorded in it already.
        given: those that were seen before under their date are passed over.
        moment: of recording.
    """
    if told(connection, "signatures") != SCHEME:
        listed = connection.execute(ARTICLES).mappings()
        given = [(row["content_id"], rows.article_of(row)) for row in listed]
        tell(connection, "signatures", SCHEME)
    for span in _spans(given):
        _link(connection, span, moment)


def origins_of(
    connection: Connection, wanted: Collection[str], as_of: AsOf | None = None
) -> dict[str, str]:
    """The origin of each text by its content id, as a view shows it.

    An origin bears the name of the copy that was recorded first, of several at one moment the first
    published. A link counts from the day on which both its texts are published.
    """
    links = {(one, other) for _, one, other in links_of(connection, wanted, as_of)}
    if not links:
        return {text: origin_of(text) for text in wanted}
    linked = {text for link in links for text in link}
    found = named((*_in_order(connection, linked), *wanted), links)
    return {text: found[text] for text in wanted}


def links_of(
    connection: Connection, wanted: Iterable[str], as_of: AsOf | None = None
) -> set[tuple[date, str, str]]:
    """The links that reach the texts wanted, over any copies between, each with its day."""
    counted = []
    if as_of is not None:
        counted.append(copies.c.published <= as_of.horizon)
        if as_of.recorded_by is not None:
            counted.append(copies.c.recorded <= as_of.recorded_by)
    links: set[tuple[date, str, str]] = set()
    known: set[str] = set()
    ahead = set(wanted)
    while ahead:
        known |= ahead
        reached: set[str] = set()
        for some in in_parts(ahead):
            columns = select(copies.c.published, copies.c.one, copies.c.other).where(*counted)
            query = union(
                columns.where(copies.c.one.in_(some)), columns.where(copies.c.other.in_(some))
            )
            for day, one, other in connection.execute(query):
                links.add((day, one, other))
                reached |= {one, other}
        ahead = reached - known
    return links


def _spans(given: Iterable[Printed]) -> Iterator[list[Printed]]:
    """Articles in order of publication: not too many at once, and none far from the one before."""
    span: list[Printed] = []
    for name, article in sorted(given, key=lambda one: one[1].published):
        gap = article.published - span[-1][1].published if span else timedelta(0)
        if gap > 2 * WINDOW or len(span) == _AT_ONCE:
            yield span
            span = []
        span.append((name, article))
    if span:
        yield span


def _link(connection: Connection, fresh: Sequence[Printed], moment: datetime) -> None:
    """Sign the articles of a span that are not signed yet, and link them to what they copy."""
    known = _signed(connection, fresh[0][1].published - WINDOW, fresh[-1][1].published + WINDOW)
    unsigned = {(one.published, name): one.text for name, one in fresh}
    keys = [key for key in unsigned if key not in known]
    signed = signatures_of([unsigned[key] for key in keys])
    new = {key: slots for key, slots in zip(keys, signed, strict=True) if slots}
    if not new:
        return
    ours, every = list(new), [*known, *new]
    pairs = alike(list(known.values()), list(new.values()))
    near = [(ours[one], every[other]) for one, other in pairs if _may_copy(ours[one], every[other])]
    printed = _printed(connection, {text for pair in near for _, text in pair})
    links: dict[tuple[str, str], date] = {}
    for one, other in near:
        link = min(one[1], other[1]), max(one[1], other[1])
        day = max(one[0], other[0])
        if day < links.get(link, date.max) and any(
            are_copies(a, b) for a in printed[one] for b in printed[other]
        ):
            links[link] = day
    put(connection, copies, {
        "one": [one for one, _ in links],
        "other": [other for _, other in links],
        "published": [*links.values()],
        "recorded": [moment] * len(links),
    })  # fmt: skip
    put(connection, signatures, {
        "published": [day for day, _ in new],
        "content_id": [text for _, text in new],
        "scheme": [SCHEME] * len(new),
        "slots": [*new.values()],
    })  # fmt: skip


def _signed(connection: Connection, first: date, last: date) -> dict[_Key, bytes]:
    """The signatures of what was published in some days."""
    column = signatures.c
    query = select(column.published, column.content_id, column.slots).where(
        column.published.between(first, last), column.scheme == SCHEME
    )
    return {(day, text): slots for day, text, slots in connection.execute(query)}


def _may_copy(one: _Key, other: _Key) -> bool:
    """Whether they are two texts, published near each other."""
    return one[1] != other[1] and abs(one[0] - other[0]) <= WINDOW


def _printed(connection: Connection, wanted: Collection[str]) -> dict[_Key, list[Article]]:
    """The articles of some texts, by day and text."""
    found: dict[_Key, list[Article]] = {}
    for some in in_parts(wanted):
        query = ARTICLES.where(articles.c.content_id.in_(some))
        for row in connection.execute(query).mappings():
            key = row["published"], row["content_id"]
            found.setdefault(key, []).append(rows.article_of(row))
    return found


def _in_order(connection: Connection, linked: Collection[str]) -> Iterable[str]:
    """Texts by the moment at which the first copy of each was recorded, then by day and hash."""
    found = []
    for some in in_parts(linked):
        column = articles.c
        query = (
            select(func.min(column.recorded), func.min(column.published), column.content_id)
            .where(column.content_id.in_(some))
            .group_by(column.content_id)
        )
        found += [tuple(row) for row in connection.execute(query)]
    return [content_id for _, _, content_id in sorted(found)]
