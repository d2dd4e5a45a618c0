"""Articles and statements as rows, and back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from tieup.articles import Article, Source
from tieup.statements import Statement

Row = dict[str, Any]


def text_row(article: Article) -> Row:
    """The row of `texts`."""
    return {"content_id": article.content_id, "text": article.text}


def article_row(article: Article, recorded: datetime) -> Row:
    """The row of `articles`."""
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


def statement_row(statement: Statement, recorded: datetime) -> Row:
    """The row of `statements`."""
    body = statement.to_json()
    return {
        "id": body["id"],
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


def statement_of(body: Row, origins: Mapping[str, str]) -> Statement:
    """The statement of a row of `statements`, with its text's origin where it names none."""
    origin = body["origin"] or origins[body["content_id"]]
    return Statement.from_json({**body, "origin": origin})


def pair_rows(statement: Statement, name: str) -> list[Row]:
    """The rows of `statement_parties`, under the statement's id."""
    return [{"a": a, "b": b, "statement": name} for a, b in statement.pairs]
