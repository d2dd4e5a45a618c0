"""Articles, statements and what is said of them as rows, and back."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from tieup.articles import Article, Source
from tieup.corrections import Decision, Retraction, Review
from tieup.ledger.bodies import bodies
from tieup.ledger.entries import Entry, Retracted, Reviewed
from tieup.ledger.errors import LedgerError
from tieup.statements import Statement

Row = dict[str, Any]
#: Between an amended statement's id and the number of its review, in the row's id.
AMENDED = "~"


class Encoded(str):
    """A value that is JSON already."""

    __slots__ = ()


_encode = json.JSONEncoder(ensure_ascii=False).encode
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def as_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """JSON as it is kept; PostgreSQL keeps no NUL, so no ledger does.

    Raises:
        LedgerError: for a NUL.
    """
    text = str(value) if isinstance(value, Encoded) else _encode(value)
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


def text_row(article: Article) -> Row:
    """The row of `texts`."""
    return {"content_id": article.content_id, "text": plain(article.text)}


def article_row(article: Article, recorded: datetime) -> Row:
    """The row of `articles`."""
    for told in (article.id, article.outlet, article.title, article.url, article.agency):
        plain(told or "")
    return {
        "content_id": article.content_id,
        "article": article.id,
        "outlet": article.outlet or "",
        "published": article.published,
        "title": article.title,
        "url": article.url,
        "agency": article.agency,
        "sources": [
            {"outlet": s.outlet, "url": s.url, "published": s.published.isoformat()}
            for s in article.sources
        ],
        "recorded": recorded,
    }


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


def statement_rows(said: Sequence[Statement], recorded: datetime) -> list[Row]:
    """The rows of `statements`, of many at once."""
    return [
        _statement_row(statement, name, Encoded(body), recorded)
        for statement, (name, body) in zip(said, bodies(said), strict=True)
    ]


def statement_row(statement: Statement, recorded: datetime) -> Row:
    """The row of `statements`."""
    body = statement.to_json()
    return _statement_row(statement, body["id"], body, recorded)


def _statement_row(statement: Statement, name: str, body: Row | Encoded, recorded: datetime) -> Row:
    return {
        "id": name,
        "content_id": statement.content_id,
        "article": statement.article,
        "start": statement.start,
        "kind": statement.kind,
        "act": statement.act,
        "election": statement.election,
        "background": statement.background,
        "published": statement.published,
        "said_on": statement.said_on,
        "body": body,
        "recorded": recorded,
    }


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


def pair_rows(statement: Statement, name: str) -> list[Row]:
    """The rows of `statement_parties`, under the statement's id."""
    return [{"a": a, "b": b, "statement": name} for a, b in found_by(statement)]


def found_by(statement: Statement) -> tuple[tuple[str, str], ...]:
    """The relations by which it is found; of one party alone, that party twice."""
    if len(statement.parties) == 1:
        return ((statement.parties[0], statement.parties[0]),)
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
