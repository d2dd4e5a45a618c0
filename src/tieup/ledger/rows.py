"""Articles, statements and what is said of them as rows, and back."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import RowMapping

from tieup.articles import Article, Source
from tieup.corrections import Decision, Retraction, Review
from tieup.ledger.bodies import bodies, each
from tieup.ledger.entries import Entry, Retracted, Reviewed
from tieup.ledger.errors import LedgerError
from tieup.statements import Statement

Row = dict[str, Any]
#: Rows in columns, each value as SQLAlchemy takes it: of thousands of rows that costs far less.
Columns = dict[str, Sequence[Any]]
#: Between an amended statement's id and the number of its review, in the row's id.
AMENDED = "~"


_encode = json.JSONEncoder(ensure_ascii=False).encode
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def as_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """JSON as it is kept; PostgreSQL keeps no NUL, so no ledger does.

    Args:
        value: anything but a text, which is JSON already.

    Raises:
        LedgerError: for a NUL.
    """
    text = value if isinstance(value, str) else _encode(value)
    if "\\u0000" in text and _NUL.search(text):
        raise LedgerError(_NO_NUL)
    return text


def plain(text: str) -> str:
    """A text as it is kept: as it came.

    Raises:
        LedgerError: for a NUL.
    """
    if "\0" in text:
        raise LedgerError(_NO_NUL)
    return text


_NO_NUL = "a ledger can't keep a text with a NUL character; remove it"


def text_columns(given: Mapping[str, Article]) -> Columns:
    """The columns of `texts`, of articles by their content ids."""
    return {"content_id": [*given], "text": [plain(one.text) for one in given.values()]}


def article_columns(given: Sequence[Article], texts: Sequence[str], recorded: datetime) -> Columns:
    """The columns of `articles`.

    Args:
        given: the articles.
        texts: their content ids.
        recorded: the moment of recording.
    """
    for one in given:
        for told in (one.id, one.outlet, one.title, one.url, one.agency):
            plain(told or "")
    return {
        "content_id": texts,
        "article": [one.id for one in given],
        "outlet": [one.outlet or "" for one in given],
        "published": [one.published for one in given],
        "title": [one.title for one in given],
        "url": [one.url for one in given],
        "agency": [one.agency for one in given],
        "sources": [as_json(list(map(_source, one.sources))) for one in given],
        "recorded": [recorded] * len(given),
    }


def _source(told: Source) -> Row:
    return {"outlet": told.outlet, "url": told.url, "published": told.published.isoformat()}


def article_of(row: RowMapping) -> Article:
    """The article of a row of `articles` with its text."""
    return Article(
        id=row["article"],
        published=row["published"],
        text=row["text"],
        outlet=row["outlet"] or None,
        title=row["title"],
        url=row["url"],
        agency=row["agency"],
        sources=tuple(
            Source(outlet=s["outlet"], url=s["url"], published=date.fromisoformat(s["published"]))
            for s in row["sources"]
        ),
    )


def statement_columns(said: Sequence[Statement], recorded: datetime) -> Columns:
    """The columns of `statements`."""
    encoded = bodies(said)
    columns: Columns = {name: [] for name in _FOUND_BY}
    if said:
        values = zip(*map(attrgetter(*_FOUND_BY), said), strict=True)
        columns = dict(zip(_FOUND_BY, values, strict=True))
    return {
        "id": [name for name, _ in encoded],
        **columns,
        "kind": each(columns["kind"], str),
        "act": [act and str(act) for act in columns["act"]],
        "body": [as_json(body) for _, body in encoded],
        "recorded": [recorded] * len(said),
    }


def statement_row(statement: Statement, recorded: datetime) -> Row:
    """The row of `statements`."""
    return {name: values[0] for name, values in statement_columns([statement], recorded).items()}


#: What statements are found by, under the names that it has in statements.
_FOUND_BY = (
    "content_id",
    "article",
    "start",
    "kind",
    "act",
    "election",
    "background",
    "published",
    "said_on",
)


def amended_row(statement: Statement, amends: str, review: int, recorded: datetime) -> Row:
    """The row of `statements` of what another was amended to."""
    row = statement_row(statement, recorded)
    name = f"{row['id']}{AMENDED}{review}"
    return {**row, "id": name, "amends": amends, "review": review}


def said(name: str) -> str:
    """The statement's own id, by that of its row."""
    return name.partition(AMENDED)[0]


def statement_of(body: Row, origins: Mapping[str, str]) -> Statement:
    """The statement of a row of `statements`, with its text's origin where it names none."""
    origin = body["origin"] or origins[body["content_id"]]
    return Statement.from_json({**body, "origin": origin})


def pair_columns(said: Iterable[tuple[str, Statement]]) -> Columns:
    """The columns of `statement_parties`, of statements under the ids of their rows."""
    told = [
        (a, b, one.election or "", one.published, name)
        for name, one in said
        for a, b in found_by(one)
    ]
    names = ("a", "b", "election", "published", "statement")
    return dict(zip(names, zip(*told, strict=True), strict=True)) if told else {}


def found_by(statement: Statement) -> tuple[tuple[str, str], ...]:
    """The relations by which it is found; of one party alone, that party twice."""
    parties = statement.parties
    if len(parties) == 1:
        return ((parties[0], parties[0]),)
    if len(parties) == 2 and statement.hub is None:  # noqa: PLR2004 - most are, and it is quicker
        return ((min(parties), max(parties)),)
    return statement.pairs


def review_row(number: int, review: Review, stands: int | None, recorded: datetime) -> Row:
    """The row of `reviews`, but for what it was amended to."""
    return {
        "no": number,
        "statement": review.statement,
        "decision": review.decision,
        "reviewer": plain(review.reviewer),
        "note": plain(review.note),
        "amended": None,
        "stands": stands,
        "recorded": recorded,
    }


def review_of(row: RowMapping) -> Review:
    """The review of a row of `reviews` with the body of what it was amended to."""
    body = row["body"] if row["decision"] == Decision.AMEND else None
    return Review(
        statement=row["statement"],
        decision=Decision(row["decision"]),
        reviewer=row["reviewer"],
        note=row["note"],
        amended=None if body is None else Statement.from_json(body),
    )


def reviewed_of(row: RowMapping) -> Reviewed:
    """The entry of a row as `review_of` takes it."""
    return Reviewed(number=row["no"], review=review_of(row), recorded=row["recorded"])


def retraction_row(number: int, retraction: Retraction, recorded: datetime) -> Row:
    """The row of `retractions`."""
    return {
        "no": number,
        "content_id": retraction.content_id,
        "statement": retraction.statement,
        "published": retraction.published,
        "taken_by": plain(retraction.by),
        "note": plain(retraction.note),
        "recorded": recorded,
    }


def retracted_of(row: RowMapping) -> Retracted:
    """The entry of a row of `retractions`."""
    retraction = Retraction(
        content_id=row["content_id"],
        published=row["published"],
        by=row["taken_by"],
        note=row["note"],
        statement=row["statement"],
    )
    return Retracted(number=row["no"], retraction=retraction, recorded=row["recorded"])


def entry_of(row: RowMapping, origins: Mapping[str, str]) -> Entry:
    """The entry of a row of `selection.entries`."""
    review = None
    if row["decision"] is not None:
        review = review_of(row)
    return Entry(
        statement=statement_of(row["body"], origins), recorded=row["recorded"], review=review
    )
